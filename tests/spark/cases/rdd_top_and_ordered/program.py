from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Top")
ssc = StreamingContext(sc, 1)
words = ssc.queueStream([["pear", "fig", "apple", "kiwi", "date", "fig"], ["one"], []])


def report(rdd):
    print(rdd.top(3), rdd.top(2, key=len), rdd.takeOrdered(3), rdd.takeOrdered(2, key=lambda w: (-len(w), w)))
    print(rdd.take(0), rdd.take(2), rdd.take(100), rdd.collect())
    for action in (rdd.first, rdd.max, rdd.min, lambda: rdd.reduce(lambda a, b: a + b), lambda: rdd.max(key=len), lambda: rdd.min(len)):
        try:
            print(action())
        except ValueError as error:
            print(type(error).__name__, error)


words.foreachRDD(report)
ssc.start()
sleep(3)
ssc.stop()
