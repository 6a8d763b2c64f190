from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

from pyspark.mllib.linalg import Vectors
from pyspark.mllib.clustering import StreamingKMeans, StreamingKMeansModel
import numpy as np
sc = SparkContext("local[2]", "ml")
ssc = StreamingContext(sc, 1)
q = ssc.queueStream([[[1.0, 1.0], [9.0, 9.0], [8.0, 8.0]], [[0.0, 0.0]], [], [[10.0, 10.0], [-1.0, 0.5], [50.0, 50.0], [51.0, 50.0]]]).map(Vectors.dense)
lab = ssc.queueStream([[("a", Vectors.dense([1, 1])), ("b", Vectors.dense([9, 9]))]] * 4)
ms = [StreamingKMeans(k=2, decayFactor=0.5).setInitialCenters([[0.0, 0.0], [10.0, 10.0]], [1.0, 2.0]),
      StreamingKMeans(k=3, decayFactor=0.0).setRandomCenters(2, 1.0, 7),
      StreamingKMeans(2).setHalfLife(2.0, "points").setRandomCenters(2, 0.0, 11),
      StreamingKMeans().setK(4).setDecayFactor(1.0).setRandomCenters(2, 5.0, 3),
      StreamingKMeans(2, 0.9, "points").setInitialCenters([[0.0, 0.0], [0.0, 0.0]], [1.0, 1.0])]
for m in ms:
    m.trainOn(q)
    m.predictOn(q).pprint()
    m.predictOnValues(lab).pprint()
def show(t, r):
    for m in ms:
        l = m.latestModel()
        print(t.second, np.round(l.centers, 6).tolist(), l.clusterWeights, l.k)
q.foreachRDD(show)
ssc.start()
sleep(5)
ssc.stop(False)
l = ms[0].latestModel()
print(l.centers, l.clusterCenters, list(l.clusterWeights))
print(l.computeCost(sc.parallelize([Vectors.dense([0, 0]), Vectors.dense([5, 5])])), l.predict(Vectors.dense([4, 4])), l.predict(sc.parallelize([Vectors.dense([9, 9])])).collect())
m = StreamingKMeansModel([[0.0, 0.0], [1.0, 1.0]], [1.0, 1.0])
print(m.update(sc.parallelize([Vectors.dense([0.2, 0.2])]), 1.0, "batches").centers, m.clusterWeights)
for bad in (lambda: StreamingKMeans(timeUnit="x"), lambda: StreamingKMeans().trainOn(q), lambda: StreamingKMeans().predictOn(5), lambda: StreamingKMeans().setInitialCenters([[0.0]], [1.0]).trainOn([1]), lambda: StreamingKMeans().setRandomCenters(2, 1.0), lambda: StreamingKMeans().setHalfLife(1.0, "foo").latestModel()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
sc.stop()
