from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Layouts")
ssc = StreamingContext(sc, 1)
for length in (0, 1, 2, 3, 5, 7, 11, 13):
    print(length, sc.parallelize(list(range(length))).glom().collect())
    print(length, sc.parallelize(list(range(length)), 3).glom().collect())
    print(length, sc.parallelize(range(length), 3).glom().collect())
print(sc.parallelize(range(10, 0, -3), 2).glom().collect())
print(sc.parallelize((n * n for n in range(5)), 2).glom().collect())
print(sc.parallelize("streams", 2).glom().collect())
print(sc.parallelize({"b": 1, "a": 2, "c": 3}, 2).glom().collect())
print(sc.parallelize((1, (2, 3), None), 2).glom().collect())
print(sc.range(7).glom().collect(), sc.range(2, 12, 3, 2).glom().collect())
print([len(p) for p in sc.parallelize(list(range(5000)), 3).glom().collect()])
print([len(p) for p in sc.parallelize(list(range(2500)), 2).glom().collect()])

sizes = ssc.queueStream([list(range(n)) for n in (9, 6, 4, 1, 0, 17)])
sizes.glom().pprint()
ssc.start()
sleep(7)
ssc.stop()
