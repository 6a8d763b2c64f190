from time import sleep
from pyspark import SparkContext
from pyspark.mllib.linalg import Vectors
from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Tiny")
ssc = StreamingContext(sc, 1)
points = ssc.queueStream([[LabeledPoint(1, [1])], [LabeledPoint(1.0, [1.0])], [], [LabeledPoint(1, [1.0])]])
model = StreamingLinearRegressionWithSGD(stepSize=0.1, numIterations=1)
model.setInitialWeights([0.0])
model.trainOn(points)
model.predictOnValues(ssc.queueStream([[("x", Vectors.dense([1.0]))]] * 4)).pprint()
points.foreachRDD(lambda rdd: print(model.latestModel().weights, model.latestModel().intercept))
ssc.start()
sleep(4)
ssc.stop()
