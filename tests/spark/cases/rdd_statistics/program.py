from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Statistics")
ssc = StreamingContext(sc, 1)


def report(rdd):
    stats = rdd.stats()
    print(stats)
    print(stats.count(), stats.mean(), stats.sum(), stats.min(), stats.max())
    print(stats.variance(), stats.stdev(), stats.sampleVariance(), stats.sampleStdev())
    print(rdd.mean(), rdd.variance(), rdd.stdev(), rdd.sampleVariance(), rdd.sampleStdev(), rdd.sum())


ssc.queueStream([[1, 2, 3, 4], [2.5, 2.5, -1.0, 10, 7.25], [42], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]]).foreachRDD(report)
ssc.start()
sleep(4)
ssc.stop()
