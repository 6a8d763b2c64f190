import re
from pyspark import SparkContext, RDD
from pyspark.streaming import StreamingContext
sc = SparkContext('local[2]', 'misuse')
ssc = StreamingContext(sc, 1)
nums = sc.parallelize([3, 1, 2, 5, 4], 2)
pairs = sc.parallelize([('a', 1), ('b', 2), ('a', 3)], 2)
p = ssc.queueStream([[('a', 1)]])

def check(k, f):
    try:
        v = f()
        print(k, 'RDD' if isinstance(v, RDD) else type(v).__name__ if 'Stream' in type(v).__name__ else v)
    except Exception as e:
        print(k, '!', type(e).__name__, str(e)[:150] if not type(e).__name__.startswith('Py4J') else re.findall(r'^[A-Za-z]+Error.*', str(e), re.M)[:1])

check(1, lambda: sc.parallelize([1.5, 'a'], 1).top(1))
check(2, lambda: nums.top('a'))
check(3, lambda: nums.takeOrdered(None))
check(4, lambda: nums.repartition('4'))
check(5, lambda: nums.coalesce(None))
check(6, lambda: nums.getNumPartitions(1))
check(7, lambda: nums.takeSample(False, '3'))
check(8, lambda: pairs.sortByKey(True, '2'))
check(10, lambda: pairs.groupWith(foo=1))
check(11, lambda: nums.sample(False, '0.5'))
check(12, lambda: p.persist('MEMORY_ONLY'))
check(13, lambda: nums.persist('MEMORY_ONLY'))
check(14, lambda: nums.mapPartitions(lambda it: it[0]).collect())
check(15, lambda: nums.map(nums).collect())
check(17, lambda: nums.join(str))
check(18, lambda: sc.union(3))
check(20, lambda: p.window('3'))
check(21, lambda: p.pprint('3'))
check(22, lambda: nums.histogram('a'))
check(23, lambda: nums.randomSplit('ab'))
check(24, lambda: nums.take('2'))
sc.stop()
