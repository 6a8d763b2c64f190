from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

made = []


def create():
    made.append("made")
    sc = SparkContext.getOrCreate()
    ssc = StreamingContext(sc, 1)
    ssc.queueStream([[1, 2], [3]]).map(lambda x: x * 2).pprint()
    return ssc


ssc = StreamingContext.getActiveOrCreate(None, create)
print(made, StreamingContext.getActive())
ssc.start()
print(StreamingContext.getActiveOrCreate(None, create) is ssc, made)
sleep(2)
ssc.stop(stopSparkContext=False)
again = StreamingContext.getOrCreate("fresh-checkpoints", create)
print(again is ssc, made)
try:
    StreamingContext.getActiveOrCreate(None, "not callable")
except TypeError as error:
    print(error)
again.stop()
