from operator import add
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "Aggregates")
ssc = StreamingContext(sc, 1)


def report(rdd):
    print(rdd.glom().collect())
    print(rdd.fold(0, add), rdd.fold(1, add), rdd.fold(10, lambda a, b: a * 2 + b))
    print(rdd.aggregate((0, 0), lambda acc, x: (acc[0] + x, acc[1] + 1), lambda a, b: (a[0] + b[0], a[1] + b[1])))
    print(rdd.aggregate([], lambda acc, x: acc + [x], lambda a, b: a + ["|"] + b))
    print(rdd.treeAggregate(0, add, add), rdd.treeAggregate([], lambda acc, x: acc + [x], lambda a, b: a + b))
    print(rdd.treeAggregate(1, add, add), rdd.sum(), rdd.count())
    if not rdd.isEmpty():
        print(rdd.reduce(lambda a, b: a - b), rdd.treeReduce(add), rdd.treeReduce(add, 3))


ssc.queueStream([[1, 2, 3, 4, 5, 6, 7], [10], []]).foreachRDD(report)
ssc.start()
sleep(3)
ssc.stop()
