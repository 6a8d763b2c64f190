from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Prepared")
ssc = StreamingContext(sc, 1)
base = sc.parallelize(range(6), 3)
queue = ssc.queueStream([
    base,
    base.map(lambda x: x * x),
    base.map(lambda x: (x % 2, x)).reduceByKey(lambda a, b: a + b),
    base.sortBy(lambda x: -x),
    base.union(base.filter(lambda x: x > 4)),
    sc.parallelize(["a b", "c"], 1).flatMap(str.split),
    sc.emptyRDD(),
    base.coalesce(1),
])
queue.glom().pprint()
queue.count().pprint()

ssc.start()
sleep(9)
ssc.stop()
