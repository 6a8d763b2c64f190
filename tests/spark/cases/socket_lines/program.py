from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "SocketLines")
ssc = StreamingContext(sc, 1)
lines = ssc.socketTextStream("localhost", 9999)
lines.foreachRDD(lambda rdd: print([ascii(line) for line in rdd.collect()]))
ssc.start()
ssc.awaitTerminationOrTimeout(5)
ssc.stop()
