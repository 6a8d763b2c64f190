from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

sc = SparkContext("local[2]", "u")
ssc = StreamingContext(sc, 1)
class Acc:
    __slots__ = ("n",)
    def __init__(self, n):
        self.n = n
    def __repr__(self):
        return "Acc(%d)" % self.n
    def __add__(self, o):
        return Acc(self.n + o.n)
print(sc.parallelize([Acc(1), Acc(2)], 1).collect())
q = ssc.queueStream([[1, 2, 3, 4], [5, 1]])
q.map(lambda x: (x % 2, Acc(x))).reduceByKey(add).mapValues(lambda a: a.n).pprint()
q.map(Acc).map(repr).pprint()
q.map(Acc).pprint()
q.map(Acc).count().pprint()
ssc.start()
sleep(2)
ssc.stop()
