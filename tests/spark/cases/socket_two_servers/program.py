from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "TwoServers")
ssc = StreamingContext(sc, 2)
orders = ssc.socketTextStream("localhost", 9999)
prices = ssc.socketTextStream("localhost", 9998)


def show(name):
    return lambda time, rdd: print(time, name, rdd.glom().collect())


def pair(line):
    key, value = line.split(",")
    return key, int(value)


orders.union(prices).foreachRDD(show("orders first"))
prices.union(orders).foreachRDD(show("prices first"))
ssc.union(orders, prices).foreachRDD(show("together"))
both = orders.map(pair).leftOuterJoin(prices.map(pair))
both.pprint()
orders.map(pair).cogroup(prices.map(pair)).mapValues(lambda two: [list(one) for one in two]).pprint()
ssc.transform([orders, prices], lambda rdds: rdds[0].intersection(rdds[1])).foreachRDD(show("in both"))
ssc.start()
ssc.awaitTerminationOrTimeout(6)
ssc.stop(stopGraceFully=True)
