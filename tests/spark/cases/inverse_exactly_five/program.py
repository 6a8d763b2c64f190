from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Five")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoints")
pairs = ssc.queueStream([[("a", 1), ("b", 2)], [("c", 5)], [("a", 3)]]).map(lambda kv: kv)
add, wrong = lambda a, b: a + b, lambda a, b: a - 10 * b
pairs.reduceByKeyAndWindow(add, wrong, 4, 1).pprint()
pairs.reduceByKeyAndWindow(add, wrong, 5, 1).pprint()
pairs.map(lambda kv: kv[1]).reduceByWindow(add, wrong, 5, 1).pprint()

ssc.start()
sleep(9)
ssc.stop()
