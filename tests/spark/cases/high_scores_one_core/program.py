from operator import add, sub
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[1]", "HighScores")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("high_scores")
points = [[("Alice", 10), ("Bob", 60)], [("Bob", 60)], [("Carlos", 90), ("Dan", 40)], [("Carlos", 10), ("Dan", 20), ("Erin", 90)], [("Carlos", 20), ("Frank", 200)]]
stream = ssc.queueStream([sc.parallelize(p) for p in points])
recent = stream.reduceByKeyAndWindow(add, sub, 3, 1)
overall = stream.reduceByKeyAndWindow(add, sub, 5, 1)
recent.pprint()
overall.pprint()
recent.leftOuterJoin(overall).mapValues(lambda p: p[1] - p[0]).pprint()
ssc.start()
sleep(5)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
