from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Driver")
ssc = StreamingContext(sc, 1)
seen = []
stream = ssc.queueStream([["a"], ["b"]])
stream.foreachRDD(lambda rdd: seen.extend(rdd.collect()))
stream.pprint()
ssc.start()
sleep(2)
print(seen)
print(seen[5])
