from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="NoCheckpoint")
ssc = StreamingContext(sc, 1)
pairs = ssc.queueStream([[("a", 1)]])
pairs.pprint()
pairs.updateStateByKey(lambda new, old: sum(new)).pprint()
try:
    ssc.start()
except Exception as error:
    print(type(error).__name__)
    print(error.java_exception.getClass().getName())
    print(error.java_exception.getMessage())
print(StreamingContext.getActive())
ssc.stop()
