from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "NoneFolding")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([[1], [2], [3], [4]])
even_batches = numbers.transform(lambda time, rdd: rdd if time.second % 2 == 0 else None)
even_batches.pprint()
even_batches.window(2).pprint()
even_batches.union(numbers).pprint()
cached = numbers.transform(lambda time, rdd: None if time.second == 3 else rdd).cache()
cached.pprint()
cached.map(lambda x: x * 100).pprint()
cached.count().pprint()
ssc.start()
sleep(5)
ssc.stop()
