# records: 2000000
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="MapFilterSum")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([sc.parallelize(range(500000)) for _ in range(4)])
numbers.map(lambda x: x * 2 + 1).filter(lambda x: x % 3 == 0).reduce(lambda a, b: a + b).pprint()
ssc.start()
sleep(4)
ssc.stop()
