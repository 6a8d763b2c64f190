from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Frozen")
ssc = StreamingContext(sc, 1)
factor = 1
threshold = [0]


def scale(x):
    return x * factor


def bump(rdd):
    global factor
    factor *= 10
    threshold.append(threshold[-1] + 1)
    print("factor", factor, "thresholds", threshold)


stream = ssc.queueStream([[1, 2, 3], [1, 2, 3], [1, 2, 3]])
stream.foreachRDD(bump)
stream.map(scale).pprint()
stream.filter(lambda x: x > len(threshold)).pprint()
stream.foreachRDD(lambda rdd: print("run time", rdd.map(scale).collect()))
ssc.start()
sleep(2)
factor = -1
sleep(1)
ssc.stop()
