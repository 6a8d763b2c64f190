from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext
sc = SparkContext('local[2]', 'unused')
ssc = StreamingContext(sc, 1)
def share(x):
    each = 10 // x
    return x + 1
ssc.queueStream([[1, 2], [0, 4], [5]]).map(share).pprint()
ssc.start()
sleep(3)
ssc.stop()
