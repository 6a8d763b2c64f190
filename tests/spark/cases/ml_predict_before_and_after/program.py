from time import sleep
from pyspark import SparkContext
from pyspark.mllib.linalg import Vectors
from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Order", master="local[4]")
ssc = StreamingContext(sc, 1)
train = ssc.queueStream([[LabeledPoint(float(i), [1.0])] for i in (4, 4, 8, 8)])
probe = ssc.queueStream([[Vectors.dense([1.0])]], default=[Vectors.dense([1.0])])
model = StreamingLinearRegressionWithSGD(0.5, 1).setInitialWeights([0.0])
model.predictOn(probe).map(lambda p: "before %.6f" % p).pprint()
probe.foreachRDD(lambda rdd: print("latest before training %.6f" % model.latestModel().weights[0]))
model.trainOn(train)
model.predictOn(probe).map(lambda p: "after %.6f" % p).pprint()
probe.foreachRDD(lambda rdd: print("latest after training %.6f" % model.latestModel().weights[0], rdd.map(model.latestModel().predict).map(float).collect()))
ssc.start()
sleep(5)
ssc.stop()
