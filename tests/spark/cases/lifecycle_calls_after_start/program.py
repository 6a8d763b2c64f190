from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Lifecycle")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoints")
stream = ssc.queueStream([[1, 2], [3]])
mapped = stream.map(lambda x: x)
stream.pprint()


def report(label):
    for name, call in (
        ("queueStream", lambda: ssc.queueStream([[1]])),
        ("textFileStream", lambda: ssc.textFileStream("folder")),
        ("window", lambda: stream.window(2)),
        ("pprint", lambda: stream.pprint()),
        ("pprint of map", lambda: stream.map(str).pprint()),
        ("foreachRDD", lambda: stream.foreachRDD(lambda rdd: None)),
        ("map", lambda: stream.map(str)),
        ("reduceByKey", lambda: stream.map(lambda x: (x, x)).reduceByKey(max)),
        ("union", lambda: stream.union(stream)),
        ("join", lambda: stream.map(lambda x: (x, x)).join(stream.map(lambda x: (x, x)))),
        ("cache", lambda: stream.cache()),
        ("persist", lambda: mapped.persist(StorageLevel.MEMORY_ONLY)),
        ("checkpoint", lambda: stream.checkpoint(5)),
        ("start", lambda: ssc.start()),
        ("remember", lambda: ssc.remember(5)),
    ):
        try:
            call()
            print(label, name, "ok")
        except Exception as error:
            java = error.java_exception
            print(label, name, java.getClass().getSimpleName() + ":", java.getMessage())


ssc.start()
sleep(1)
report("active")
sleep(1)
ssc.stop(stopSparkContext=False)
report("stopped")
print(sc.parallelize([1, 2, 3]).sum())
sc.stop()
