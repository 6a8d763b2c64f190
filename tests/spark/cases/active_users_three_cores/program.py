from operator import or_
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "ActiveUsers")
ssc = StreamingContext(sc, 1)
logins = ssc.queueStream([["u%02d" % (n * 7 % 30) for n in range(b * 5, b * 5 + 6)] for b in range(5)])
logins.window(3, 1).map(lambda u: {u}).reduce(or_).pprint()
logins.map(lambda u: frozenset([u])).reduceByWindow(lambda a, b: a | b, None, 2, 2).pprint()
logins.map(lambda u: (u[:2], {u})).reduceByKey(lambda a, b: a | b).pprint()
logins.foreachRDD(lambda rdd: print(rdd.map(lambda u: {u}).fold(set(), lambda a, b: a | b)))
ssc.start()
sleep(6)
ssc.stop()
