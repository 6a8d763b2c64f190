from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Flat")
ssc = StreamingContext(sc, 1)
stream = ssc.queueStream([["a b", "", "c"], ["x"], []])
stream.flatMap(lambda s: s).pprint()
stream.flatMap(lambda s: {s: 1}).pprint()
stream.flatMap(lambda s: [] if not s else [s, s.upper()]).pprint()
stream.flatMap(lambda s: [s.split()]).pprint()
stream.flatMap(lambda s: ((w, i) for i, w in enumerate(s.split()))).pprint()
stream.flatMap(lambda s: range(len(s))).reduce(lambda a, b: a + b).pprint()
stream.map(lambda s: (s, s.split())).flatMapValues(lambda ws: ws).pprint()
stream.map(lambda s: (s, 2)).flatMapValues(range).pprint()
stream.map(lambda s: (s, "pq")).flatMapValues(lambda v: v).mapValues(ord).pprint()
stream.flatMap(None.__class__ and list, preservesPartitioning=True).glom().pprint()

ssc.start()
sleep(4)
ssc.stop()
