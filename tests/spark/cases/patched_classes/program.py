from pyspark import RDD, SparkContext
from pyspark.streaming import StreamingContext, DStream

def sort_desc(self):
    return self.sortBy(lambda x: x, ascending=False)
RDD.sortDesc = sort_desc
RDD.total = property(lambda self: self.sum())
def tee(self, label):
    self.foreachRDD(lambda rdd: print(label, rdd.collect()))
    return self
DStream.tee = tee
DStream.words = lambda self: self.flatMap(lambda l: l.split())
_old = DStream.pprint
def loud(self, num=10):
    print("pprint was asked for", num)
    return _old(self, num)
DStream.pprint = loud
sc = SparkContext("local[2]", "patch")
print(sc.parallelize([3, 1, 2]).sortDesc().collect(), sc.parallelize([1, 2]).total, hasattr(RDD, "sortDesc"))
print(sc.parallelize([1, 2]).map(lambda x: x).sortDesc().collect())
ssc = StreamingContext(sc, 1)
w = ssc.queueStream([["b a"], ["c"]]).words().tee("words")
w.pprint(3)
SparkContext.twice = lambda self, x: self.parallelize([x, x])
print(sc.twice(4).collect())
StreamingContext.go = lambda self: (self.start(), self.awaitTerminationOrTimeout(2), self.stop())
print(ssc.go())
DStream.pprint = _old
del RDD.sortDesc
print(hasattr(RDD, "sortDesc"))
