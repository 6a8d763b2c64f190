from pyspark import SparkContext
from pyspark.mllib.clustering import StreamingKMeans

sc = SparkContext(appName="Random", master="local[1]")
for k, dim, weight, seed in ((2, 3, 1.0, 42), (3, 1, 0.5, 0), (1, 4, 2.0, 7), (2, 2, 0.0, 123456789)):
    model = StreamingKMeans(k=k).setRandomCenters(dim, weight, seed).latestModel()
    print([[float(x) for x in center] for center in model.clusterCenters], [float(w) for w in model.clusterWeights], model.k)
model = StreamingKMeans().setK(4).setRandomCenters(1, 1.0, 5)
print(len(model.latestModel().centers), [round(float(c[0]), 8) for c in model.latestModel().centers])
