from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="HalfSecond")
ssc = StreamingContext(sc, 0.5)
numbers = ssc.queueStream([[n, n + 0.5] for n in range(6)])
numbers.window(1.5, 0.5).reduce(lambda a, b: a + b).pprint()
numbers.window(1, 1).count().pprint()
numbers.foreachRDD(lambda time, rdd: print(time.microsecond, rdd.collect()))

ssc.start()
sleep(2)
print("between")
sleep(1.25)
print("end")
ssc.stop()
