# records: 2000000
from time import sleep
from pyspark import SparkContext
from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="LinearRegression")
ssc = StreamingContext(sc, 1)


def point(i):
    x = [i % 7 / 7.0, i % 11 / 11.0, i % 13 / 13.0, i % 17 / 17.0]
    return LabeledPoint(x[0] - 2.0 * x[1] + 0.5 * x[2] + x[3], x)


points = sc.parallelize([point(i) for i in range(100000)])
model = StreamingLinearRegressionWithSGD(stepSize=0.5, numIterations=5, convergenceTol=0.0)
model.setInitialWeights([0.0, 0.0, 0.0, 0.0])
model.trainOn(ssc.queueStream([points] * 20))
ssc.start()
sleep(20)
ssc.stop()
print(model.latestModel())
