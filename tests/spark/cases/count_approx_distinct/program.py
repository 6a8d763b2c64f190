from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

sc = SparkContext("local[3]", "u")
import random
random.seed(1)
for n in (0, 1, 10, 100, 250, 500, 1000, 2000, 3000, 10000, 50000):
    r = sc.parallelize(range(n), 3)
    print(n, r.countApproxDistinct(), r.map(str).countApproxDistinct(), r.map(lambda x: (x, "k")).countApproxDistinct(0.05))
print(sc.parallelize([random.random() for _ in range(3000)]).countApproxDistinct(), sc.parallelize([random.randint(0, 500) for _ in range(3000)]).countApproxDistinct(0.008))
print(sc.parallelize(["w%d" % (i * i % 997) for i in range(5000)], 5).countApproxDistinct(0.001))
print(sc.parallelize([-1, -2, 2 ** 31, 2 ** 32, 2 ** 33, 2 ** 61, -2 ** 31, 0, None, "", (), (1,), 0.5, True]).countApproxDistinct())
ssc = StreamingContext(sc, 1)
q = ssc.queueStream([["a", "b", "a"], [1, 2, 3, 1.0], []])
q.foreachRDD(lambda r: print(r.countApproxDistinct(), r.countApproxDistinct(relativeSD=0.01)))
ssc.start()
sleep(3)
ssc.stop()
