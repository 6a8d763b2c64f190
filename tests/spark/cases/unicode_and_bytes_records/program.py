from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Unicode")
ssc = StreamingContext(sc, 1)
texts = ssc.queueStream([["naïve café", "日本語 テスト", "😀 emoji 😀"], ["ΑΒΓ αβγ", "straße"], ["", " "]])
texts.flatMap(lambda s: s.split(" ")).map(lambda w: (w, len(w), len(w.encode("utf-8")))).pprint()
texts.flatMap(list).countByValue().pprint(30)
texts.map(lambda s: (s[:1], s.upper())).reduceByKey(lambda a, b: a + b).pprint()
texts.map(lambda s: s.encode("utf-8")).pprint()
texts.map(lambda s: (s.encode("utf-8")[:1], 1)).groupByKey().mapValues(len).pprint()
texts.map(lambda s: (s, "%-12s|%r" % (s, s), ascii(s))).pprint()
ssc.start()
sleep(3)
ssc.stop()
