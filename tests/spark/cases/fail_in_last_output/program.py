from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="LastOutput")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([[1], [0], [2], [0], [4]])
numbers.window(2).reduce(lambda a, b: a + b).pprint()
numbers.map(lambda x: 4 / x).pprint()

ssc.start()
sleep(6)
ssc.stop()
