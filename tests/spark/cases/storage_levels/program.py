from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

sc = SparkContext("local[2]", "u")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("c")
q = ssc.queueStream([[("a", 1)], [("b", 2)]])
def level(name):
    def f(r):
        print(name, r.getStorageLevel(), r.is_cached, type(r).__name__, repr(r).split("[")[0], r.getStorageLevel() == StorageLevel.NONE, r.name(), r.isCheckpointed(), r.is_checkpointed)
    return f
q.foreachRDD(level("queue"))
q.map(lambda x: x).foreachRDD(level("map"))
q.map(lambda x: x).cache().foreachRDD(level("cached"))
q.map(lambda x: x).persist(StorageLevel.MEMORY_AND_DISK).foreachRDD(level("persisted"))
q.map(lambda x: x).persist(StorageLevel.DISK_ONLY_2).foreachRDD(level("disk"))
q.reduceByKey(add).foreachRDD(level("reduced"))
q.updateStateByKey(lambda n, o: sum(n) + (o or 0)).foreachRDD(level("state"))
w = q.map(lambda x: (x[0], 1)).window(2)
w.foreachRDD(level("window"))
q.reduceByKeyAndWindow(add, sub, 5, 1).foreachRDD(level("inverse"))
q.repartition(2).foreachRDD(level("repartition"))
q.union(q).foreachRDD(level("union"))
q.transform(lambda r: r.cache()).foreachRDD(level("transform cache"))
q.transform(lambda r: r.map(lambda x: x).setName("named")).foreachRDD(level("transform named"))
q.transformWith(lambda a, b: a.join(b), q).foreachRDD(level("join"))
q.map(lambda x: x).checkpoint(1).foreachRDD(level("checkpointed"))
q.window(2).persist(StorageLevel.MEMORY_ONLY).foreachRDD(level("window persisted"))
ssc.start()
sleep(2)
ssc.stop(False)
r = sc.parallelize([1, 2])
for l in (StorageLevel.MEMORY_ONLY, StorageLevel.DISK_ONLY, StorageLevel.MEMORY_AND_DISK_2, StorageLevel.OFF_HEAP):
    x = r.map(lambda v: v).persist(l)
    print(x.getStorageLevel(), x.is_cached, x.map(lambda v: v).getStorageLevel())
    x.localCheckpoint()
    print(x.getStorageLevel(), x.count(), x.getStorageLevel(), x.is_cached)
x = r.map(lambda v: v)
x.localCheckpoint()
print(x.getStorageLevel(), x.is_cached, x.unpersist().getStorageLevel())
print(r.persist().getStorageLevel(), r.getStorageLevel(), sc.emptyRDD().cache().getStorageLevel(), r.repartition(1).cache().getStorageLevel())
sc.stop()
