from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Unpack")
ssc = StreamingContext(sc, 1)
rows = ssc.queueStream([["a,1", "b,2"], ["broken"], ["c,x"], ["d,4,5"], ["e,5"]])
split = rows.map(lambda row: row.split(","))
split.map(lambda parts: (parts[0], int(parts[1]))).reduceByKey(lambda a, b: a + b).pprint()
split.foreachRDD(lambda rdd: [print("%s=%s" % (k, v)) for k, v in rdd.collect()])
split.map(len).pprint()

ssc.start()
sleep(5)
ssc.stop()
