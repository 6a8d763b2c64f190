from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Defaults")
ssc = StreamingContext(sc, 1)
ssc.queueStream([], default=[5]).glom().pprint()
ssc.queueStream([[1]], default=[]).glom().pprint()
ssc.queueStream([[1], [2, 3]], False, [9, 8]).glom().pprint()
ssc.queueStream([sc.parallelize([7], 1)], default=sc.parallelize([0], 3)).glom().pprint()
ssc.queueStream([[]], default=["d"]).count().pprint()
ssc.queueStream([[[1, 2], [3]], [[]]]).pprint()

ssc.start()
sleep(3)
ssc.stop()
