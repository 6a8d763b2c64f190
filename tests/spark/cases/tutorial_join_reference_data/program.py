from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Enrichment")
ssc = StreamingContext(sc, 1)
products = sc.textFile("products.csv").map(lambda l: l.split(",")).map(lambda p: (int(p[0]), (p[1], float(p[2])))).cache()
print(products.count(), products.lookup(2))
orders = ssc.queueStream([["1,3", "2,1", "9,5"], ["2,2", "1,1"], []]).map(lambda l: tuple(map(int, l.split(","))))
enriched = orders.transform(lambda rdd: rdd.leftOuterJoin(products))
known = enriched.filter(lambda kv: kv[1][1] is not None)
known.map(lambda kv: (kv[1][1][0], kv[1][0] * kv[1][1][1])).pprint()
enriched.filter(lambda kv: not kv[1][1]).map(lambda kv: "unknown product %d" % kv[0]).pprint()
known.map(lambda kv: kv[1][0] * kv[1][1][1]).reduce(lambda a, b: a + b).map("revenue {:,.2f}".format).pprint()
ssc.start()
sleep(3)
ssc.stop()
