from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

from pyspark.statcounter import StatCounter
sc = SparkContext("local[2]", "u")
for data in ([1, 2, 3, 4], [2.5], [], [True, False], [1, float("nan")], [float("inf"), 1]):
    r = sc.parallelize(data, 2)
    s = r.stats()
    print([s.count(), s.mean(), s.sum(), s.max(), s.min(), s.variance(), s.stdev(), s.sampleVariance(), s.sampleStdev()])
    print(s, s.asDict(), s.asDict(True))
    print([r.mean(), r.variance(), r.stdev(), r.sampleVariance(), r.sampleStdev(), r.sum()])
    print([r.meanApprox(10000), r.sumApprox(10000)])
s = StatCounter([1, 2, 3])
print([s.max(), s.min(), s.stdev(), s.mean()], s)
s = StatCounter()
print([s.max(), s.min(), s.stdev(), s.mean()], s)
s.merge(5)
print([s.max(), s.min(), s.stdev(), s.mean()], s.mergeStats(StatCounter([7])), [s.max()])
print([sc.emptyRDD().sum(), sc.emptyRDD().sumApprox(1000), sc.emptyRDD().meanApprox(1000)])
print([sc.parallelize([], 2).sumApprox(1000), sc.parallelize([], 2).meanApprox(1000)])
r = sc.parallelize([3, 1, 2])
print([r.sum(), r.max(), r.min(), r.mean()], type(r.stdev()).__name__)
sc.stop()
