from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "SocketOperators")
ssc = StreamingContext(sc, 1)
lines = ssc.socketTextStream("localhost", 9999)
pairs = lines.map(lambda line: (line[:1], line))


def show(name):
    return lambda rdd: print(name, rdd.getNumPartitions(), rdd.glom().collect())


def attempt(name, action):
    try:
        print(" ", name, action())
    except ValueError as error:
        print(" ", name, type(error).__name__, error)


def actions(rdd):
    print(type(rdd).__name__)
    attempt("count", rdd.count)
    attempt("isEmpty", rdd.isEmpty)
    attempt("first", rdd.first)
    attempt("take", lambda: rdd.take(2))
    attempt("max", rdd.max)
    attempt("top", lambda: rdd.top(1))
    attempt("reduce", lambda: rdd.reduce(min))
    attempt("treeReduce", lambda: rdd.treeReduce(min))
    attempt("countByValue", lambda: sorted(rdd.countByValue().items()))
    attempt("sum", lambda: rdd.map(len).sum())
    attempt("mean", lambda: rdd.map(len).mean())
    attempt("fold", lambda: rdd.map(len).fold(0, max))
    attempt("aggregate", lambda: rdd.aggregate(0, lambda n, line: n + len(line), lambda a, b: a + b))
    attempt("zipWithIndex", lambda: rdd.zipWithIndex().collect())
    attempt("sortBy", lambda: rdd.sortBy(lambda line: line).glom().collect())


lines.foreachRDD(show("lines"))
lines.flatMap(lambda line: line.split()).foreachRDD(show("flatMap"))
pairs.reduceByKey(max).foreachRDD(show("reduceByKey"))
pairs.groupByKey().mapValues(list).foreachRDD(show("groupByKey"))
pairs.join(pairs.mapValues(len)).foreachRDD(show("join"))
lines.countByValue().foreachRDD(show("countByValue"))
lines.count().foreachRDD(show("count"))
lines.reduce(max).foreachRDD(show("reduce"))
lines.repartition(3).foreachRDD(show("repartition"))
lines.window(2).foreachRDD(show("window"))
lines.union(lines).foreachRDD(show("union"))
lines.foreachRDD(actions)
lines.count().pprint()
lines.pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(4)
ssc.stop()
