from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Sink")
ssc = StreamingContext(sc, 1)
store = {}


def write(time, rdd):
    rows = rdd.mapPartitionsWithIndex(lambda i, it: [(i, sorted(it))]).collect()
    for index, items in rows:
        store[(time.isoformat(), index)] = items
    print(f"wrote {sum(map(len, store.values()))} rows in {len(store)} parts")


stream = ssc.queueStream([list("hello"), list("world!"), []])
stream.map(lambda c: (c, ord(c))).reduceByKey(max).foreachRDD(write)
ssc.start()
sleep(3)
ssc.stop()
for key in sorted(store):
    print(key, store[key])
