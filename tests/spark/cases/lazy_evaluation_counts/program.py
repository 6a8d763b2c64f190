from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="LazyRounds")
ssc = StreamingContext(sc, 1)
seen = sc.accumulator(0)


def spy(x):
    seen.add(1)
    return x


stream = ssc.queueStream([
    sc.parallelize(range(40), 8),
    sc.parallelize([0] * 3 + list(range(30)), 16),
    sc.parallelize(range(4), 16),
    sc.parallelize([1], 1),
])
stream.map(spy).filter(lambda x: x > 0).pprint(4)
stream.foreachRDD(lambda rdd: print("taken", rdd.map(spy).take(3), rdd.map(spy).isEmpty()))
ssc.start()
for _ in range(4):
    sleep(1)
    print("seen", seen.value)
    seen.value = 0
ssc.stop()
