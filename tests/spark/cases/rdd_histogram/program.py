from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Histogram")
ssc = StreamingContext(sc, 1)


def report(rdd):
    for buckets in (2, 5, [0, 10, 20, 30], [0, 1, 2.5, 100], (5, 6), [3], [2, 1], 0, "x", [1, 1, 2]):
        try:
            print(buckets, rdd.histogram(buckets))
        except Exception as error:
            print(buckets, type(error).__name__, str(error).split("\n")[0])


ssc.queueStream([[1, 5, 5, 9, 10, 20, 29.5, 30], [4, 4], ["a", "b", "c"]]).foreachRDD(report)
ssc.start()
sleep(3)
ssc.stop()
