from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "glom")
ssc = StreamingContext(sc, 1)
print(sc.parallelize(range(5), 3).glom().collect())
batches = [sc.parallelize([1, 2, 3], 2), sc.parallelize([], 2), sc.parallelize(["a"], 3)]
stream = ssc.queueStream(batches)
stream.transform(lambda rdd: rdd.glom()).pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(4)
ssc.stop()
