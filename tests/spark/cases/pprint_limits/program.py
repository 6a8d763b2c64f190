from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Limits")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([list(range(n)) for n in (9, 10, 11, 1, 0, 3)])
numbers.pprint()
numbers.pprint(0)
numbers.pprint(1)
numbers.pprint(num=3)
numbers.pprint(-1)
numbers.map(lambda n: "text %d" % n).pprint(2)

ssc.start()
sleep(6)
ssc.stop()
