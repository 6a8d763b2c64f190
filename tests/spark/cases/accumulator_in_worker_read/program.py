from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="WorkerRead")
ssc = StreamingContext(sc, 1)
total = sc.accumulator(0)
stream = ssc.queueStream([[1, 2], [3]])
stream.map(lambda x: x + total.value).pprint()
stream.foreachRDD(lambda rdd: rdd.foreach(lambda x: total.add(x)))
stream.foreachRDD(lambda rdd: print("total", total.value))
ssc.start()
sleep(3)
ssc.stop()
