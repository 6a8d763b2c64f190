import os
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

os.makedirs("rates")
sc = SparkContext("local[2]", "FileJoin")
ssc = StreamingContext(sc, 1)
rates = ssc.textFileStream("rates").map(lambda line: line.split("=")).map(lambda kv: (kv[0], float(kv[1])))
sales = ssc.queueStream([[("usd", 10), ("eur", 5)], [("usd", 1)], [("gbp", 2)]])
sales.leftOuterJoin(rates).pprint()
sales.join(rates.window(3)).mapValues(lambda p: p[0] * p[1]).pprint()
rates.union(sales).count().pprint()
ssc.union(rates, sales.mapValues(float)).pprint()
ssc.start()
with open("r1", "w") as f:
    print("usd=1.25", "eur=1.5", sep="\n", file=f)
os.rename("r1", "rates/r1")
sleep(3)
ssc.stop()
