from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="KeyActions")
ssc = StreamingContext(sc, 1)


def report(rdd):
    print(rdd.collectAsMap(), dict(rdd.countByKey()), dict(rdd.keys().countByValue()), rdd.countByKey())
    print(rdd.lookup("a"), rdd.lookup("zz"), rdd.reduceByKeyLocally(lambda a, b: a + b), rdd.values().collect())
    print(rdd.foldByKey(100, lambda a, b: a + b).collect())
    print(rdd.aggregateByKey([], lambda acc, v: acc + [v], lambda a, b: a + b, 2).collect())
    print(rdd.combineByKey(str, lambda a, v: a + str(v), lambda a, b: a + "/" + b, 1).collect())
    print(rdd.groupWith(rdd.mapValues(lambda v: -v), rdd.filter(lambda kv: kv[1] > 1)).mapValues(lambda g: [list(v) for v in g]).collect())
    print(rdd.sampleByKey(False, {"a": 1.0, "b": 0.0, "c": 1.0}, 7).collect())


ssc.queueStream([[("a", 1), ("b", 2), ("a", 3), ("c", 4), ("b", 5)], [("a", 0)], []]).foreachRDD(report)
ssc.start()
sleep(3)
ssc.stop()
