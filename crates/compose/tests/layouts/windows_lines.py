from pyspark import SparkContext
from pyspark.streaming import StreamingContext
sc = SparkContext()
ssc = StreamingContext(sc, 2)
batches = [[1, 2],
           [3, 4]]
same = ssc.queueStream([sc.parallelize(b) for b in batches])
again = ssc.queueStream(batches)
same = same.map(lambda x: x + 1)
same = same.filter(lambda x: x)
same.union(again)\
    .map(str)\
    .pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(5)
