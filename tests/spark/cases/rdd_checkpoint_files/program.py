from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "RddCheckpoint")
sc.setCheckpointDir("rdd-checkpoints")
ssc = StreamingContext(sc, 1)
computed = sc.accumulator(0)


def slow(x):
    computed.add(1)
    return x * x


def report(rdd):
    squares = rdd.map(slow)
    squares.checkpoint()
    print(squares.isCheckpointed(), squares.count(), squares.isCheckpointed(), squares.getCheckpointFile() is not None, squares.sum(), computed.value)
    local = rdd.map(slow)
    local.localCheckpoint()
    print(local.isLocallyCheckpointed(), local.collect(), computed.value)
    print(rdd.meanApprox(1000) == rdd.mean() if not rdd.isEmpty() else None, rdd.mapPartitionsWithIndex(lambda i, it: [i]).collect())
    computed.value = 0


ssc.queueStream([[1, 2, 3], [4]]).foreachRDD(report)
ssc.start()
sleep(2)
ssc.stop()
