from time import sleep
from pyspark import SparkContext
from pyspark.mllib.clustering import StreamingKMeans
from pyspark.mllib.linalg import Vectors
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="KMeans")
ssc = StreamingContext(sc, 1)
batches = [[[1.0, 1.0], [9.0, 9.0], [8.0, 8.0]], [[1.0, 1.0], [9.0, 9.0], [8.0, 8.0]], [], [[100.0, 101.0]]]
points = ssc.queueStream([sc.parallelize([Vectors.dense(p) for p in batch], 1) for batch in batches])
centers, weights = [[0.0, 0.0], [10.0, 10.0], [100.0, 100.0]], [1.0, 1.0, 1.0]
by_batch = StreamingKMeans(3, 0.5).setInitialCenters(centers, weights)
by_point = StreamingKMeans(3, 0.5, "points").setInitialCenters(centers, weights)
forgetful = StreamingKMeans(k=3, decayFactor=0.0).setInitialCenters(centers, weights)
for model in (by_batch, by_point):
    model.trainOn(points)
    model.predictOn(points).pprint()


def report(rdd):
    for model in (by_batch, by_point):
        latest = model.latestModel()
        print([[round(float(x), 9) for x in c] for c in latest.clusterCenters], [round(float(w), 9) for w in latest.clusterWeights])


points.foreachRDD(report)
ssc.start()
sleep(5)
ssc.stop()
