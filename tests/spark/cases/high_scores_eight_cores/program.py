from operator import add, sub
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[8]", "HighScores")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("high_scores")
points = [[("Alice", 10), ("Bob", 60)], [("Bob", 60)], [("Carlos", 90), ("Dan", 40)], [("Carlos", 10), ("Dan", 20), ("Erin", 90)]]
stream = ssc.queueStream([sc.parallelize(p) for p in points])
stream.reduceByKeyAndWindow(add, sub, 2, 1).pprint()
stream.reduceByKeyAndWindow(add, sub, 5, 1).pprint()
stream.updateStateByKey(lambda new, old: max(new + [old or 0])).pprint()
ssc.start()
sleep(6)
ssc.stop()
