from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Sampling")
ssc = StreamingContext(sc, 1)


def report(rdd):
    print(rdd.sample(False, 0.3, 42).collect())
    print(rdd.sample(False, 0.9, 1).count(), rdd.sample(False, 0.0, 5).collect(), rdd.sample(False, 1.0, 5).count())
    print(rdd.sample(True, 0.5, 42).collect(), rdd.sample(True, 2.0, 3).count())
    print([part.collect() for part in rdd.randomSplit([1, 2, 1], 17)])
    print([part.count() for part in rdd.randomSplit([0.5, 0.5], 0)])
    print(rdd.takeSample(False, 4, 9), rdd.takeSample(True, 5, 9), rdd.takeSample(False, 100, 1)[:5])
    print(rdd.map(lambda x: ("ab"[x % 2], x)).sampleByKey(False, {"a": 0.2, "b": 0.8}, 5).collect())


ssc.queueStream([range(30), [1, 2, 3], []]).foreachRDD(report)
ssc.start()
sleep(3)
ssc.stop()
