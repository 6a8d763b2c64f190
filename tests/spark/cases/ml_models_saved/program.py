from pyspark import SparkContext
import os
import numpy as np
from pyspark.mllib.linalg import Vectors
from pyspark.mllib.regression import LinearRegressionModel, LabeledPoint
from pyspark.mllib.classification import LogisticRegressionModel
from pyspark.mllib.clustering import StreamingKMeansModel, KMeansModel, StreamingKMeans
sc = SparkContext("local[2]", "u")
def meta(p):
    print(sc.textFile(p + "/metadata").collect(), sorted(os.listdir(p)))
m = LinearRegressionModel(Vectors.dense([1.5, -2.0]), 0.25)
m.save(sc, "lin")
meta("lin")
n = LinearRegressionModel.load(sc, "lin")
print(n, repr(n.weights), n.intercept, n.predict([1, 1]), type(n).__name__)
g = LogisticRegressionModel(Vectors.dense([0.5, 1.0]), -0.1, 2, 2)
g.setThreshold(0.7)
g.save(sc, "log")
meta("log")
h = LogisticRegressionModel.load(sc, "log")
print(h, h.weights, h.intercept, h.threshold, h.predict([1, 1]))
g.clearThreshold()
g.save(sc, "log2")
h = LogisticRegressionModel.load(sc, "log2")
print(h.threshold, h.predict([1, 1]))
k = KMeansModel([np.array([0.0, 1.0]), np.array([5.0, 5.5])])
k.save(sc, "km")
meta("km")
l = KMeansModel.load(sc, "km")
print(l.k, l.clusterCenters, l.centers, l.predict(Vectors.dense([4, 4])), l.computeCost(sc.parallelize([[1.0, 1.0]])))
s = StreamingKMeansModel([[0.0, 1.0], [5.0, 5.5]], [1.0, 2.0])
s.save(sc, "skm")
meta("skm")
t = StreamingKMeansModel.load(sc, "skm")
print(type(t).__name__, t.k, t.clusterCenters)
def tr(f):
    try:
        print(f())
    except Exception as e:
        text = str(e).split("\n")
        print(type(e).__name__, text[1].split("Set mode")[0].split("(org")[0] if len(text) > 1 else e)
tr(lambda: m.save(sc, "lin"))
tr(lambda: LinearRegressionModel.load(sc, "zz"))
tr(lambda: LinearRegressionModel.load(sc, "km"))
tr(lambda: KMeansModel.load(sc, "lin"))
tr(lambda: LogisticRegressionModel.load(sc, "lin"))
tr(lambda: m.save("lin", sc))
tr(lambda: LinearRegressionModel(1, 2))
sc.stop()
