from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "StaticJoins")
ssc = StreamingContext(sc, 1)
names = sc.parallelize([(1, "ann"), (2, "bob"), (3, "cy"), (3, "cy2")], 2).cache()
orders = ssc.queueStream([[(1, 9.5), (3, 1.0), (4, 2.0)], [(2, 5), (2, 6)], []])
orders.transform(lambda rdd: rdd.join(names)).pprint()
orders.transform(lambda rdd: rdd.leftOuterJoin(names)).pprint()
orders.transform(lambda rdd: names.rightOuterJoin(rdd, 3)).glom().pprint()
orders.transform(lambda rdd: rdd.fullOuterJoin(names)).pprint()
orders.transform(lambda rdd: rdd.cogroup(names).mapValues(lambda g: (list(g[0]), list(g[1])))).pprint()
orders.transform(lambda rdd: names.subtractByKey(rdd)).pprint()
orders.transform(lambda rdd: rdd.join(names).map(lambda kv: (kv[1][1], kv[1][0])).reduceByKey(lambda a, b: a + b)).pprint()

ssc.start()
sleep(3)
ssc.stop()
