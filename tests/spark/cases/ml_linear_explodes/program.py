from time import sleep
from pyspark import SparkContext
from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Explodes")
ssc = StreamingContext(sc, 1)
rows = [[(52.0, [80.0, 12.0]), (47.0, [75.0, 14.5])], [(50.0, [78.0, 13.0])]] * 4
points = ssc.queueStream([sc.parallelize([LabeledPoint(y, x) for y, x in batch], 1) for batch in rows])
model = StreamingLinearRegressionWithSGD(numIterations=40).setInitialWeights([0.0, 0.0])
model.trainOn(points)


def report(rdd):
    weights = model.latestModel().weights
    print([("nan" if w != w else "huge" if abs(w) > 1e9 else "small") for w in weights])


points.foreachRDD(report)
ssc.start()
sleep(8)
ssc.stop()
