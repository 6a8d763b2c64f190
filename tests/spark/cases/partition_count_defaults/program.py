from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "Counts")
ssc = StreamingContext(sc, 1)
pairs = ssc.queueStream([sc.parallelize([("a", 1), ("b", 2), ("c", 3), ("a", 4), ("d", 5)], 5), sc.parallelize([("z", 0)], 1)])
add = lambda a, b: a + b


def show(name, stream):
    stream.foreachRDD(lambda rdd: print(name, rdd.getNumPartitions(), rdd.glom().collect()))


show("reduceByKey", pairs.reduceByKey(add))
show("rdd.reduceByKey", pairs.transform(lambda rdd: rdd.reduceByKey(add)))
show("rdd.reduceByKey 2", pairs.transform(lambda rdd: rdd.reduceByKey(add, 2)))
show("groupByKey", pairs.groupByKey().mapValues(len))
show("rdd.groupByKey", pairs.transform(lambda rdd: rdd.groupByKey().mapValues(len)))
show("rdd.distinct", pairs.transform(lambda rdd: rdd.keys().distinct()))
show("rdd.join", pairs.transform(lambda rdd: rdd.join(sc.parallelize([("a", "x")], 2))))
show("join", pairs.join(pairs.mapValues(str)))
show("reduce", pairs.map(lambda kv: kv[1]).reduce(add))
show("count", pairs.count())
show("union", pairs.union(pairs))
show("countByValue", pairs.countByValue())
show("window", pairs.window(2))
show("keyed window", pairs.reduceByKey(add).window(2))
show("sortByKey", pairs.transform(lambda rdd: rdd.sortByKey()))

ssc.start()
sleep(2)
ssc.stop()
