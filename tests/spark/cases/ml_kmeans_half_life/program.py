from time import sleep
from pyspark import SparkContext
from pyspark.mllib.clustering import StreamingKMeans
from pyspark.mllib.linalg import Vectors
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="HalfLife", master="local[2]")
ssc = StreamingContext(sc, 1)
points = ssc.queueStream([[Vectors.dense([v])] for v in (1.0, 2.0, 11.0, 12.0)])
batches = StreamingKMeans().setK(2).setHalfLife(1, "batches").setInitialCenters([[0.0], [10.0]], [1.0, 2.0])
slow = StreamingKMeans(2).setHalfLife(5.0, "points").setInitialCenters([[0.0], [10.0]], [1.0, 2.0])
decayed = StreamingKMeans(2).setDecayFactor(0.9).setInitialCenters([[0.0], [10.0]], [1.0, 2.0])
models = (batches, slow, decayed)
for model in models:
    model.trainOn(points)
ssc.start()
for _ in range(5):
    sleep(1)
    for model in models:
        print([round(float(c[0]), 9) for c in model.latestModel().clusterCenters], [round(float(w), 9) for w in model.latestModel().clusterWeights])
ssc.stop()
