from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "SocketWindows")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoint")
lines = ssc.socketTextStream("localhost", 9999)
words = lines.flatMap(lambda line: line.split(" ")).map(lambda word: (word, 1))


def show(name):
    return lambda rdd: print(name, rdd.glom().collect())


def add(a, b):
    return a + b


def take_away(a, b):
    return a - b


words.updateStateByKey(lambda new, old: sum(new) + (old or 0)).foreachRDD(show("state"))
words.reduceByKeyAndWindow(add, take_away, 2, 1).foreachRDD(show("short"))
words.reduceByKeyAndWindow(add, take_away, 5, 1).foreachRDD(show("long"))
lines.countByWindow(2, 1).foreachRDD(show("countByWindow"))
lines.countByValueAndWindow(3, 1).foreachRDD(show("countByValueAndWindow"))
lines.reduceByWindow(max, None, 3, 1).foreachRDD(show("reduceByWindow"))
words.groupByKeyAndWindow(3, 3).mapValues(list).pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(9)
ssc.stop()
