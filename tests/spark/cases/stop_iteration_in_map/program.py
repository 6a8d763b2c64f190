from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="StopIteration")
ssc = StreamingContext(sc, 1)


def until_three(x):
    if x == 3:
        raise StopIteration
    return x


stream = ssc.queueStream([[1, 2, 3, 4, 5, 6, 7, 8], [3], [5, 6]])
stream.map(until_three).glom().pprint()
stream.filter(until_three).glom().pprint()
stream.flatMap(lambda x: [until_three(x)] * 2).glom().pprint()
stream.transform(lambda rdd: rdd.map(until_three)).glom().pprint()
stream.mapPartitions(lambda it: (until_three(x) for x in it)).pprint()

ssc.start()
sleep(3)
ssc.stop()
