from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Returns")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([[1, 2], [3], [4], [5]])


def choose(time, rdd):
    if time.second == 2:
        return None
    if time.second == 3:
        return rdd.collect()
    return rdd.map(lambda x: x * 2)


numbers.pprint()
numbers.transform(choose).pprint()

ssc.start()
sleep(5)
ssc.stop()
