from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Graceful")
ssc = StreamingContext(sc, 2)
ssc.queueStream([[n] for n in range(8)]).pprint()
ssc.start()
sleep(5)
print("stopping")
ssc.stop(stopSparkContext=False, stopGraceFully=True)
print("stopped", sc.parallelize([1, 2]).collect())
other = StreamingContext(sc, 0.5)
other.queueStream([["x"]]).window(1, 1).foreachRDD(lambda time, rdd: print(time, rdd.collect()))
other.start()
sleep(0.5)
other.stop(True, True)
