from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "WindowState")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoints")
clicks = ssc.queueStream([["a", "b"], ["a"], ["c", "a"], [], ["b"]])
ones = clicks.map(lambda page: (page, 1))
state = ones.window(2, 2).updateStateByKey(lambda new, old: (old or 0) + sum(new))
state.pprint()
state.filter(lambda kv: kv[1] > 1).pprint()
ones.updateStateByKey(lambda new, old: (old or []) + [len(new)]).window(2).pprint(20)
ones.updateStateByKey(lambda new, old: (old or 0) + sum(new)).transform(lambda rdd: rdd.sortBy(lambda kv: (-kv[1], kv[0]))).pprint(2)

ssc.start()
sleep(6)
ssc.stop()
