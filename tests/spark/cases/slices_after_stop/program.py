from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

sc = SparkContext("local[2]", "c")
ssc = StreamingContext(sc, 1)
q = ssc.queueStream([[i] for i in range(1, 10)])
m = q.map(lambda x: x * 10)
m.pprint()
m.reduce(add).pprint()
ssc.start()
sleep(2)
b = 1704067200
print([r.collect() for r in m.slice(b + 4, b + 5)])
sleep(4)
print([r.collect() for r in q.slice(b + 6, b + 6)])
ssc.stop()
try:
    print([r.collect() for r in q.slice(b + 6, b + 6)])
except Exception as e:
    print(type(e).__name__)
