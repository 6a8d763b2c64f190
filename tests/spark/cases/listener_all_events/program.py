from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext, StreamingListener

log = []


class Everything(StreamingListener):
    def onStreamingStarted(self, event):
        log.append("streaming started")

    def onBatchSubmitted(self, event):
        info = event.batchInfo()
        log.append("submitted %d records %d" % (info.batchTime().milliseconds() // 1000 % 60, info.numRecords()))

    def onBatchStarted(self, event):
        log.append("started %d" % (event.batchInfo().batchTime().milliseconds() // 1000 % 60))

    def onBatchCompleted(self, event):
        info = event.batchInfo()
        log.append("completed %d outputs %d" % (info.batchTime().milliseconds() // 1000 % 60, info.outputOperationInfos().size()))

    def onOutputOperationStarted(self, event):
        log.append("  output %d started" % event.outputOperationInfo().id())

    def onOutputOperationCompleted(self, event):
        info = event.outputOperationInfo()
        log.append("  output %d completed, failed: %s" % (info.id(), info.failureReason() is not None))


sc = SparkContext(appName="Events")
ssc = StreamingContext(sc, 1)
ssc.addStreamingListener(Everything())
stream = ssc.queueStream([[1], [0], [2]])
stream.map(lambda x: 10 // x).pprint()
stream.window(2, 2).count().pprint()
ssc.start()
sleep(4)
print("\n".join(log))
ssc.stop()
