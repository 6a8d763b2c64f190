from pyspark import SparkContext
from pyspark.streaming import StreamingContext
import time

sc = SparkContext("local[2]", "StatefulNetworkWordCount")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoint")

# RDD with initial state (key, value) pairs
initialStateRDD = sc.parallelize([(u'hello', 1), (u'world', 1)])


def updateFunc(new_values, last_sum):
    return sum(new_values) + (last_sum or 0)


lines = ssc.queueStream([["hello spark", "hello streaming world"], [], ["spark spark"], ["bye world"]])
running_counts = lines.flatMap(lambda line: line.split(" "))\
                      .map(lambda word: (word, 1))\
                      .updateStateByKey(updateFunc, initialRDD=initialStateRDD)
running_counts.pprint()

ssc.start()
time.sleep(5)
ssc.stop()
