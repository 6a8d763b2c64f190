from collections import Counter
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "CounterWindows")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoints")
words = ssc.queueStream([["a b a", "c"], ["b"], ["d d"], [], ["a"]])
counters = words.map(lambda line: ("all", Counter(line.split())))
counters.reduceByKeyAndWindow(lambda a, b: a + b, lambda a, b: a - b, 5, 1).pprint()
words.map(lambda line: (len(line), [line])).reduceByKeyAndWindow(lambda a, b: a + b, lambda a, b: a[len(b):], 5, 1).pprint()
words.map(lambda line: (line[0], frozenset(line))).reduceByKeyAndWindow(lambda a, b: a | b, None, 2, 1).mapValues(sorted).pprint()

ssc.start()
sleep(9)
ssc.stop()
