from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Directory")
sc.setCheckpointDir("rdd-checkpoints")
ssc = StreamingContext(sc, 1)
words = ssc.queueStream([["a", "b"], ["a"], ["c"]])
words.countByWindow(2, 1).pprint()
words.map(lambda w: (w, 1)).updateStateByKey(lambda new, old: (old or 0) + sum(new)).pprint()
ssc.start()
sleep(3)
ssc.stop()
