from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Initial")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoints")
pairs = ssc.queueStream([[("b", 2), ("q", 1)], [("z", 5)], []])
add = lambda new, old: (old or 0) + sum(new)
pairs.updateStateByKey(add, initialRDD=[("a", 100), ("z", 1), ("z", 2), ("b", 0)]).pprint()
pairs.updateStateByKey(add, 3, sc.parallelize([("q", 7), ("p", 8)], 1)).glom().pprint()
pairs.updateStateByKey(add, initialRDD=[]).pprint()
pairs.updateStateByKey(lambda new, old: (new, old), initialRDD=sc.parallelize([("b", "start")])).pprint()

ssc.start()
sleep(4)
ssc.stop()
