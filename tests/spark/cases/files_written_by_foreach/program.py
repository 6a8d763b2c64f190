import csv
import json
import os
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Write")
ssc = StreamingContext(sc, 1)
orders = ssc.queueStream([[("tea", 2), ("milk", 1)], [], [("tea", 5)]])


def append(time, rdd):
    with open("orders.csv", "a") as f:
        for item, count in rdd.collect():
            f.write("%s,%s,%d\n" % (time.strftime("%H:%M:%S"), item, count))
    with open("batch-%d.json" % time.second, "w") as f:
        json.dump({"batch": time.second, "orders": rdd.collect()}, f, sort_keys=True)


orders.foreachRDD(append)
ssc.start()
sleep(3)
ssc.stop()
print(open("orders.csv").read(), end="")
for name in sorted(n for n in os.listdir(".") if n.endswith(".json")):
    with open(name) as f:
        print(name, json.load(f))
