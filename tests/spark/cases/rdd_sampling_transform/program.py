from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "SampleStream")
ssc = StreamingContext(sc, 1)
stream = ssc.queueStream([list(range(40)), list(range(100, 120)), []])
stream.transform(lambda rdd: rdd.sample(False, 0.25, seed=11)).glom().pprint()
stream.transform(lambda time, rdd: rdd.sample(False, 0.5, seed=time.second)).count().pprint()
stream.transform(lambda rdd: rdd.sample(True, 0.3, 4)).pprint(20)
stream.transform(lambda rdd: rdd.randomSplit([0.8, 0.2], seed=6)[1]).pprint(20)
stream.window(2).transform(lambda rdd: rdd.sample(False, 0.1, 99)).pprint()

ssc.start()
sleep(3)
ssc.stop()
