from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Iterables")
ssc = StreamingContext(sc, 1)
ssc.queueStream(["abc", "d", ""]).glom().pprint()
ssc.queueStream([{"k": 1, "j": 2}, {5}, (1, 2)]).glom().pprint()
ssc.queueStream([range(5), range(0), [1]]).glom().pprint()
batches = [[1], [2]]
late = ssc.queueStream(batches)
late.pprint()
batches.append([3])
batches[1].append(99)

ssc.start()
batches[0].append(5)
sleep(3)
ssc.stop()
