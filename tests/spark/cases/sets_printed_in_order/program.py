from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "SetOrder")
ssc = StreamingContext(sc, 1)
names = ssc.queueStream([["Alice", "Bob", "Carlos"], ["Dan", "Erin", "Bob"], ["Frank", "Grace", "Heidi", "Ivan", "Judy"], []])
names.map(lambda n: {n}).reduce(lambda a, b: a.union(b)).pprint()
names.window(3).map(lambda n: {n}).reduce(lambda a, b: a | b).pprint()
names.map(lambda n: (len(n), {n, n.upper()})).reduceByKey(lambda a, b: a | b).pprint()
names.map(lambda n: set(n)).pprint()
names.map(lambda n: {ord(c) % 10 for c in n} - {1, 2}).pprint()
names.foreachRDD(lambda rdd: print(set(rdd.collect()), frozenset(rdd.map(len).collect()), set(rdd.collect()) & {"Bob", "Dan", "Ivan"}))
ssc.start()
sleep(4)
ssc.stop()
