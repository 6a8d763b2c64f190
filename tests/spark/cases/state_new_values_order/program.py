from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "NewValues")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("checkpoints")
stream = ssc.queueStream([list("hello world"), list("streams"), [], list("owl")])
letters = stream.filter(str.isalpha).map(lambda c: (c, c))
letters.updateStateByKey(lambda new, old: (old or "") + "".join(new)).pprint(20)
stream.map(lambda c: (c in "aeiou", c)).updateStateByKey(lambda new, old: ((old or [[]])[-3:] + [new])).pprint()
stream.map(lambda c: (None, ord(c))).updateStateByKey(lambda new, old: max(new + [old or 0])).pprint()

ssc.start()
sleep(4)
ssc.stop()
