from time import sleep
from pyspark import SparkContext
from pyspark.mllib.clustering import StreamingKMeans
from pyspark.mllib.linalg import Vectors
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Dying")
ssc = StreamingContext(sc, 1)
points = ssc.queueStream([[Vectors.dense([v])] for v in (2.0, 3.0, 2.5)])
model = StreamingKMeans(k=2, decayFactor=0.0).setInitialCenters([[1.0], [50.0]], [1.0, 1.0])
model.trainOn(points)
equal = StreamingKMeans(k=2, decayFactor=1.0).setInitialCenters([[5.0], [1.0]], [0.0, 0.0])
equal.trainOn(points)
model.predictOn(points).pprint()


def report(rdd):
    for m in (model, equal):
        latest = m.latestModel()
        print([round(float(c[0]), 6) for c in latest.clusterCenters], [round(float(w), 6) for w in latest.clusterWeights])


points.foreachRDD(report)
ssc.start()
sleep(5)
ssc.stop()
