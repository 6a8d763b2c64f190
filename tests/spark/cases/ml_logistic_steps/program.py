from time import sleep
from pyspark import SparkContext
from pyspark.mllib.classification import StreamingLogisticRegressionWithSGD
from pyspark.mllib.regression import LabeledPoint
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Logistic")
ssc = StreamingContext(sc, 1)
batches = [[(1, [1.0, 0.5]), (0, [-1.0, 0.2])], [(1, [0.8, -0.1])], [], [(0, [-0.4, 0.9]), (0, [-2.0, 0.0])]]
points = ssc.queueStream([sc.parallelize([LabeledPoint(y, x) for y, x in batch], 1) for batch in batches])
plain = StreamingLogisticRegressionWithSGD(stepSize=0.5, numIterations=3).setInitialWeights([0.0, 0.0])
shrunk = StreamingLogisticRegressionWithSGD(0.5, 3, 1.0, 0.1, 0.0).setInitialWeights([0.0, 0.0])
for model in (plain, shrunk):
    model.trainOn(points)
plain.predictOnValues(points.map(lambda p: (p.label, p.features))).pprint()
plain.predictOn(points.map(lambda p: p.features)).pprint()
points.foreachRDD(lambda rdd: print([["%.9f" % w for w in m.latestModel().weights] for m in (plain, shrunk)]))
ssc.start()
sleep(5)
print(plain.latestModel().intercept, plain.latestModel().numClasses, plain.latestModel().numFeatures, plain.latestModel().threshold)
ssc.stop()
