from datetime import datetime
from pyspark import SparkContext
from pyspark.streaming import StreamingContext
from time import sleep

sc = SparkContext(appName="Remember")
ssc = StreamingContext(sc, 1)
ssc.remember(10)
try:
    ssc.remember(5)
except Exception as error:
    print(error.java_exception.getClass().getSimpleName(), error.java_exception.getMessage())
stream = ssc.queueStream([[1], [2, 3], [4]])
doubled = stream.map(lambda x: 2 * x)
doubled.pprint()
try:
    doubled.slice(0, 5)
except Exception as error:
    print(error.java_exception.getClass().getSimpleName(), error.java_exception.getMessage().split(" ", 1)[1])
ssc.start()
sleep(3)
start = 1704067200
print([rdd.collect() for rdd in stream.slice(start + 1, start + 3)])
print([rdd.collect() for rdd in stream.slice(start + 2, start + 2.9)])
print([rdd.collect() for rdd in doubled.slice(datetime(2024, 1, 1, 0, 0, 1), datetime(2024, 1, 1, 0, 0, 2))])
print([rdd.collect() for rdd in stream.slice(start, start)], len(stream.slice(start - 5, start + 1)))
sleep(1)
ssc.stop()
