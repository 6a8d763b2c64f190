from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Grid")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([[n] for n in range(1, 7)])
for length, slide in ((1, 1), (3, 2), (2, 3), (1, 2), (4, 3), (5, 4)):
    numbers.window(length, slide).map(lambda x, name="%d/%d" % (length, slide): (name, x)).pprint()

ssc.start()
sleep(8)
ssc.stop()
