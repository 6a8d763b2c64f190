from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Nested")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([[n] for n in range(1, 8)])
outer = numbers.window(2, 2)
outer.window(4, 4).pprint()
outer.window(2).count().pprint()
outer.window(4, 2).reduce(lambda a, b: a + b).pprint()
numbers.window(2).window(2).pprint(20)
outer.map(lambda x: (x % 2, x)).reduceByKeyAndWindow(lambda a, b: a + b, None, 4, 2).pprint()

ssc.start()
sleep(8)
ssc.stop()
