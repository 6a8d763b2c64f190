from time import sleep
from pyspark import SparkContext
from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Iterations")
ssc = StreamingContext(sc, 1)
data = [[LabeledPoint(2 * x + 3 * y, [x, y]) for x, y in batch] for batch in ([(1, 0), (0, 1)], [(1, 1), (2, 0.5)], [(0.5, 0.5)])]
stream = ssc.queueStream([sc.parallelize(batch, 1) for batch in data])
for iterations, step, tolerance in ((1, 0.1, 0.001), (10, 0.1, 0.0), (50, 0.2, 0.001), (50, 0.2, 0.5), (0, 0.1, 0.001)):
    model = StreamingLinearRegressionWithSGD(step, iterations, convergenceTol=tolerance).setInitialWeights([0.0, 0.0])
    model.trainOn(stream)
    model.predictOn(stream.map(lambda p: p.features)).pprint()
ssc.start()
sleep(4)
ssc.stop()
