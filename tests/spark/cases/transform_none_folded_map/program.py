from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "NoneFolded")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([[1], [2], [3]])
numbers.pprint()
numbers.transform(lambda time, rdd: None if time.second == 2 else rdd).map(lambda x: -x).pprint()
ssc.start()
sleep(4)
ssc.stop()
