from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Shared")
ssc = StreamingContext(sc, 1)
queue = ssc.queueStream([[1, 2, 3], [4, 5], [6]])
queue.pprint()
queue.union(queue).count().pprint()
queue.map(lambda x: (x % 2, x)).join(queue.map(lambda x: (x % 2, -x))).pprint()
queue.window(2).reduce(lambda a, b: a + b).pprint()
queue.transformWith(lambda a, b: a.subtract(b), queue.filter(lambda x: x % 3 == 0)).pprint()
ssc.union(queue, queue, queue).count().pprint()

ssc.start()
sleep(4)
ssc.stop()
