from pyspark import SparkContext
from pyspark.mllib.clustering import StreamingKMeansModel
from pyspark.mllib.linalg import Vectors

sc = SparkContext(appName="KMeansModel", master="local[2]")
model = StreamingKMeansModel([[0.0, 0.0], [1.0, 1.0]], [1.0, 1.0])
data = sc.parallelize([Vectors.dense(p) for p in ([-0.1, -0.1], [0.1, 0.1], [0.9, 0.9], [1.1, 1.1])], 1)
model = model.update(data, 1.0, "batches")
print([[round(float(x), 9) for x in c] for c in model.centers], [float(w) for w in model.clusterWeights], model.k)
print(model.predict([-0.1, -0.1]), model.predict(Vectors.dense([0.9, 0.9])), model.predict(data).collect(), "%.6f" % model.computeCost(data))
model.update(sc.parallelize([Vectors.dense([0.5, 0.5]), Vectors.dense([2.0, 2.0])], 1), 0.5, "points")
print([[round(float(x), 9) for x in c] for c in model.clusterCenters], [round(float(w), 9) for w in model.clusterWeights])
model.update(sc.parallelize([], 1), 0.5, "batches")
print([round(float(w), 9) for w in model.clusterWeights])
