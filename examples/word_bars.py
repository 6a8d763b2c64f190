from time import sleep

import matplotlib.pyplot as plt
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="WordBars")
ssc = StreamingContext(sc, 1)

# The lines that arrive, a list a batch
lines = ssc.queueStream([
    ["the brook runs down to the river", "the river runs to the sea"],
    ["rain falls on the hill", "the hill feeds the brook"],
    ["the sea feeds the clouds", "the clouds bring the rain"],
    ["down runs the brook"],
])

words = lines.flatMap(lambda line: line.split(" "))
counts = words.map(lambda word: (word, 1)).reduceByKeyAndWindow(lambda a, b: a + b, None, 3)

totals = []


def draw(time, rdd):
    top = rdd.takeOrdered(6, key=lambda pair: (-pair[1], pair[0]))
    totals.append(rdd.values().sum())
    plt.clf()
    plt.subplot(2, 1, 1)
    plt.bar([word for word, _ in top], [count for _, count in top])
    plt.title("The last three batches")
    plt.subplot(2, 1, 2)
    plt.plot(totals, "o-", label="words")
    plt.xlabel("batch")
    plt.legend()
    plt.tight_layout()
    plt.pause(0.1)


counts.foreachRDD(draw)

ssc.start()
sleep(5)
ssc.stop()
