from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="WordCount")
ssc = StreamingContext(sc, 1)

# The lines that arrive, a list a batch
lines = ssc.queueStream([
    ["the brook runs down to the river", "the river runs to the sea"],
    ["rain falls on the hill", "the hill feeds the brook"],
    [],
    ["the sea feeds the clouds", "the clouds bring the rain"],
    ["down runs the brook"],
])

words = lines.flatMap(lambda line: line.split(" "))
counts = words.map(lambda word: (word, 1)).reduceByKey(lambda a, b: a + b)

# This batch, most frequent words first
counts.transform(lambda rdd: rdd.sortBy(lambda pair: (-pair[1], pair[0]))).pprint()

# The last three batches, looked at every batch
words.map(lambda word: (word, 1)) \
    .window(3, 1) \
    .reduceByKey(lambda a, b: a + b) \
    .filter(lambda pair: pair[1] > 2) \
    .pprint()

ssc.start()
sleep(6)
ssc.stop()
