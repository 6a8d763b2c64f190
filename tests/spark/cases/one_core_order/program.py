from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[1]", "OneCore")
ssc = StreamingContext(sc, 1)
print(sc.defaultParallelism)
words = ssc.queueStream([["delta", "alpha", "charlie", "bravo", "alpha"], ["echo", "bravo"], ["alpha"]])
pairs = words.map(lambda w: (w, len(w)))
pairs.reduceByKey(lambda a, b: a + b).pprint()
pairs.groupByKey().mapValues(list).pprint()
words.countByValue().pprint()
words.glom().pprint()
pairs.reduceByKey(lambda a, b: a + b, 3).glom().pprint()
words.window(2).count().pprint()

ssc.start()
sleep(4)
ssc.stop()
