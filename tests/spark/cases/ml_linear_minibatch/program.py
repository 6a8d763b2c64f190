from time import sleep
from pyspark import SparkContext
from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="MiniBatch")
ssc = StreamingContext(sc, 1)
points = [LabeledPoint(0.5 * i, [i / 10.0, 1.0]) for i in range(12)]
stream = ssc.queueStream([sc.parallelize(points, 1), sc.parallelize(points[3:9], 2)])
models = [StreamingLinearRegressionWithSGD(0.2, 5, fraction, 0.0).setInitialWeights([0.0, 0.0]) for fraction in (1.0, 0.7, 0.3)]
for model in models:
    model.trainOn(stream)
ssc.start()
for _ in range(3):
    sleep(1)
    for model in models:
        print(model.latestModel())
ssc.stop()
