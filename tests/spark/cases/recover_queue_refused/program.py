from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

sc = SparkContext("local[2]", "u")
def setup():
    print("setup")
    ssc = StreamingContext(sc, 1)
    ssc.queueStream([[1], [2], [3], [4]]).pprint()
    ssc.checkpoint("cp")
    return ssc
ssc = StreamingContext.getOrCreate("cp", setup)
ssc.start()
sleep(2)
ssc.stop(False)
try:
    ssc2 = StreamingContext.getOrCreate("cp", setup)
    print("recovered")
    ssc2.start()
    sleep(2)
    ssc2.stop()
except Exception as e:
    print(type(e).__name__, str(e).split("\n")[1])
