from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[8]", "EightCores")
ssc = StreamingContext(sc, 1)
print(sc.defaultParallelism)
words = ssc.queueStream([["delta", "alpha", "charlie", "bravo", "alpha"], list("abcdefghijklmnopqrst"), []])
pairs = words.map(lambda w: (w, len(w)))
pairs.reduceByKey(lambda a, b: a + b).pprint(30)
pairs.reduceByKey(lambda a, b: a + b).glom().pprint()
words.countByValue().count().pprint()
words.glom().pprint()
words.reduce(lambda a, b: b + a).pprint()
pairs.repartition(3).glom().pprint()

ssc.start()
sleep(4)
ssc.stop()
