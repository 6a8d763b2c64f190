import re
import string
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[8]", "Text")
ssc = StreamingContext(sc, 1)
with open("book.txt", encoding="utf-8") as book:
    paragraphs = [p.split("\n") for p in book.read().strip().split("\n\n")]
lines = ssc.queueStream(paragraphs)
words = lines.flatMap(lambda line: re.findall(r"[a-zé']+", line.lower()))
words.map(len).countByValue().transform(lambda rdd: rdd.sortByKey()).pprint(20)
words.filter(lambda w: len(w) > 4).countByValue().pprint(20)
words.map(lambda w: (w[0], w)).groupByKey().mapValues(lambda ws: sorted(set(ws))).pprint(5)
lines.map(lambda line: sum(c in string.punctuation for c in line)).reduce(lambda a, b: a + b).pprint()
words.mapPartitions(lambda it: [" ".join(it)]).glom().pprint()
lines.map(lambda line: line.title().center(40, "*")).pprint(1)
ssc.start()
sleep(3)
ssc.stop()
