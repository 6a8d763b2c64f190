from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

from pyspark.streaming import StreamingListener
sc = SparkContext("local[2]", "l")
ssc = StreamingContext(sc, 1)
class L(StreamingListener):
    def onStreamingStarted(self, e):
        print("started")
    def onOutputOperationStarted(self, e):
        i = e.outputOperationInfo()
        print("op", i.id(), i.name(), "|", i.description().split("\n")[0][:120], i.batchTime(), i.failureReason(), i.endTime())
    def onOutputOperationCompleted(self, e):
        i = e.outputOperationInfo()
        print("done", i.id(), str(i.failureReason()).split("\n")[0][:200], i.duration() >= 0)
    def onBatchCompleted(self, e):
        b = e.batchInfo()
        print("batch", b.batchTime().toString(), b.streamIdToInputInfo(), sorted(b.outputOperationInfos().keys()), b.numRecords())
ssc.addStreamingListener(L())
q = ssc.queueStream([[1], [0], [2]])
q.map(lambda x: 1 // x).pprint()
q.saveAsTextFiles("out")
def bad(r):
    raise ValueError("bad one")
q.foreachRDD(bad)
q.count().pprint()
ssc.start()
sleep(2)
ssc.stop()
