from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Captured")
ssc = StreamingContext(sc, 1)
lookup = sc.parallelize([(1, "one"), (2, "two")])
stream = ssc.queueStream([[1, 2], [3]])
stream.pprint()
stream.map(lambda x: lookup.lookup(x)).pprint()

ssc.start()
sleep(2)
ssc.stop()
print("end")
