from time import sleep
from pyspark import SparkContext
from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="BadBatches")
ssc = StreamingContext(sc, 1)
stream = ssc.queueStream([[LabeledPoint(1, [1, 0])], [(1, [1, 0])], [LabeledPoint(1, [1, 0])], [5]])
model = StreamingLinearRegressionWithSGD(0.5, 2).setInitialWeights([0.0, 0.0])
model.trainOn(stream)
stream.foreachRDD(lambda rdd: print(rdd.count(), [round(w, 6) for w in model.latestModel().weights]))
ssc.start()
sleep(5)
ssc.stop()
