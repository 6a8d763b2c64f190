from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Misc")
ssc = StreamingContext(sc, 1)


def report(rdd):
    cached = rdd.map(lambda x: x + 1).cache()
    print(cached.is_cached, cached.getStorageLevel(), cached.count(), cached.unpersist().is_cached)
    print(rdd.getStorageLevel(), rdd.isCheckpointed(), rdd.getNumPartitions(), rdd.context is sc)
    print(rdd.countApprox(1000), rdd.sumApprox(1000), rdd.isEmpty(), rdd.glom().map(len).collect())
    print(rdd.mapPartitionsWithIndex(lambda i, it: [(i, list(it))]).collectAsMap())
    print(sc.union([rdd, rdd.map(lambda x: -x), sc.emptyRDD()]).collect())
    persisted = rdd.persist(StorageLevel.MEMORY_AND_DISK)
    print(persisted.getStorageLevel(), persisted.sum())
    persisted.unpersist()


ssc.queueStream([[1, 2, 3], [], [7, 8]]).foreachRDD(report)
ssc.start()
sleep(3)
ssc.stop()
