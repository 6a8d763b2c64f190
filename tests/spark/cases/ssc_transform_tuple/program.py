from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="TransformMany")
ssc = StreamingContext(sc, 1)
a = ssc.queueStream([[1, 2, 3], [4]])
b = ssc.queueStream([[3, 4], [4, 5]])
c = ssc.queueStream([["x"], []])
ssc.transform([a, b], lambda rdds: rdds[0].union(rdds[1])).glom().pprint()
ssc.transform([a, b], lambda rdds: rdds[0].intersection(rdds[1])).pprint()
ssc.transform((a, b, c), lambda rdds: rdds[2]).pprint()
ssc.transform([a], lambda rdds: rdds[0].map(lambda x: -x)).pprint()

ssc.start()
sleep(3)
ssc.stop()
