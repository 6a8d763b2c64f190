from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

from pyspark.mllib.linalg import Vectors, DenseVector, SparseVector
from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD, LinearRegressionModel
sc = SparkContext("local[2]", "ml")
ssc = StreamingContext(sc, 1)
pts = [[LabeledPoint(3 * x + 2 * y, [x, y]) for x, y in ((1, 2), (0.5, -1), (2, 0), (k, 1))] for k in range(5)]
train = ssc.queueStream(pts)
test = ssc.queueStream([[(k, Vectors.dense([k, 1.0])), (k + 0.5, Vectors.sparse(2, [1], [2.0]))] for k in range(5)])
models = [StreamingLinearRegressionWithSGD(0.1, 10), StreamingLinearRegressionWithSGD(stepSize=0.2, numIterations=3, miniBatchFraction=0.5, convergenceTol=0.0), StreamingLinearRegressionWithSGD(0.05, 20, 0.3)]
for m in models:
    m.setInitialWeights([0.0, 0.5])
    print(m.latestModel())
    m.trainOn(train)
    m.predictOnValues(test).pprint()
    m.predictOn(test.map(lambda kv: kv[1])).map(float).pprint()
test.foreachRDD(lambda t, r: print([m.latestModel().weights for m in models], models[0].latestModel().predict([1, 1]), models[1].latestModel().predict(r.values()).collect()))
ssc.start()
sleep(6)
ssc.stop(False)
lm = models[0].latestModel()
print(lm.weights, lm.intercept, repr(lm.weights), type(lm).__name__)
sc.stop()
