from pyspark import SparkContext
from pyspark.mllib.linalg import Vectors
from pyspark.mllib.stat import Statistics
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "column statistics")
ssc = StreamingContext(sc, 1)


def show(rdd):
    if rdd.isEmpty():
        print("nothing")
        return
    s = Statistics.colStats(rdd)
    print(s.count(), s.mean(), s.variance(), s.numNonzeros())
    print(s.max(), s.min(), s.normL1(), s.normL2())


vectors = [
    [Vectors.dense(1.0, 2.0), Vectors.dense(3.0, 6.0)],
    [],
    [Vectors.sparse(3, {0: 4.0}), Vectors.dense(0.0, -2.0, 8.0), Vectors.sparse(3, [1], [2.0])],
    [[5.0, 0.0]],
]
ssc.queueStream(vectors).foreachRDD(show)
ssc.start()
ssc.awaitTermination(4)
x, y = sc.parallelize([1.0, 2.0, 3.0, 4.0], 2), sc.parallelize([2.0, 4.0, 5.0, 9.0], 2)
print(round(Statistics.corr(x, y), 10), round(Statistics.corr(x, y, "pearson"), 10), round(Statistics.corr(x, x.map(lambda v: -v)), 10))
ssc.stop()
