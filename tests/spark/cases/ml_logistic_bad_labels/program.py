from time import sleep
from pyspark import SparkContext
from pyspark.mllib.classification import StreamingLogisticRegressionWithSGD
from pyspark.mllib.regression import LabeledPoint
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Labels")
ssc = StreamingContext(sc, 1)
points = ssc.queueStream([[LabeledPoint(1, [1.0])], [LabeledPoint(2, [1.0])], [LabeledPoint(0, [1.0])]])
model = StreamingLogisticRegressionWithSGD(1.0, 1).setInitialWeights([0.0])
model.trainOn(points)
points.foreachRDD(lambda rdd: print("%.6f" % model.latestModel().weights[0]))
ssc.start()
sleep(4)
ssc.stop()
