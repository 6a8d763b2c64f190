from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext, StreamingListener


class Count(StreamingListener):
    def __init__(self):
        self.completed = []

    def onBatchCompleted(self, batchCompleted):
        info = batchCompleted.batchInfo()
        self.completed.append((info.batchTime().milliseconds() - 1704067200000, info.numRecords(), info.schedulingDelay() >= 0, info.totalDelay() >= 0))


sc = SparkContext(appName="Silent")
ssc = StreamingContext(sc, 1)
first, second = Count(), Count()
ssc.addStreamingListener(first)
stream = ssc.queueStream([["a"], ["b"], ["c"], ["d"]])
stream.window(2, 2).pprint()
ssc.start()
sleep(2)
ssc.addStreamingListener(second)
sleep(3)
print(first.completed)
print(second.completed)
ssc.stop()
