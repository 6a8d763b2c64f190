from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "Repartition3")
ssc = StreamingContext(sc, 1)
stream = ssc.queueStream([
    sc.parallelize(range(45), 2),
    sc.parallelize(list(range(9)), 9),
    sc.parallelize(list(range(33)), 3),
    sc.parallelize([], 3),
    sc.parallelize(["only"], 1),
    sc.emptyRDD(),
])
for n in (1, 2, 3, 5, 6, 7):
    stream.repartition(n).glom().map(lambda part: part if len(part) < 6 else (part[0], part[-1], len(part))).pprint(8)

ssc.start()
sleep(6)
ssc.stop()
