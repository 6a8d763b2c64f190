import warnings
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext, StreamingListener

warnings.simplefilter("ignore")
sc = SparkContext("local[2]", "Names")
sc.setLogLevel("ERROR")
try:
    sc.setLogLevel("LOUD")
except Exception as error:
    print(type(error).__name__, str(error).split("\n")[1])
rdd = sc.parallelize([1, 2, 3, 4, 2, 1], 2)
print(rdd.mapPartitionsWithSplit(lambda index, records: [(index, sum(records))]).collect())
print(rdd.collectWithJobGroup("group", "what it is"), rdd.collectWithJobGroup("group", "again", True))
print(rdd.cleanShuffleDependencies(), rdd.map(lambda x: (x, x)).reduceByKey(max).cleanShuffleDependencies(True))
print(rdd.id() < rdd.map(str).id(), rdd.setName("numbers").name(), rdd, rdd.map(str).name(), sc.emptyRDD())
print(sc.range(3).toDebugString().decode())
print(rdd.map(str).union(rdd).toDebugString().decode())
for deviation in (0.00001, -1.0):
    try:
        rdd.countApproxDistinct(deviation)
    except ValueError as error:
        print(error)


class Receivers(StreamingListener):
    def onReceiverStarted(self, receiverStarted):
        print("a receiver")

    def onReceiverError(self, receiverError):
        print("an error")

    def onReceiverStopped(self, receiverStopped):
        print("no receiver any more")

    def onBatchCompleted(self, batchCompleted):
        print("a batch")


ssc = StreamingContext(sc, 1)
ssc.addStreamingListener(Receivers())
ssc.queueStream([[1], [2]]).pprint()
ssc.start()
sleep(2)
ssc.stop()
