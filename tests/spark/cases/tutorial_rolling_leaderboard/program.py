from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Leaderboard")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("state")
games = ssc.queueStream([[("ann", 30), ("bob", 20)], [("cy", 50)], [("bob", 45), ("ann", 5)], [("dee", 10)], [], [], [("ann", 1)]])
board = games.reduceByKeyAndWindow(lambda a, b: a + b, lambda a, b: a - b, 5, 1, filterFunc=lambda kv: kv[1] > 0)
medals = ("gold", "silver", "bronze")


def award(time, rdd):
    ranking = rdd.takeOrdered(3, key=lambda kv: (-kv[1], kv[0]))
    print(time.second, " ".join(f"{medal}:{name}={points}" for medal, (name, points) in zip(medals, ranking)) or "nobody")


board.foreachRDD(award)
best = games.updateStateByKey(lambda new, old: max(new + [old or 0]))
best.transform(lambda rdd: rdd.sortBy(lambda kv: kv[1], ascending=False)).map(lambda kv: "%-5s%3d" % kv).pprint(3)
ssc.start()
sleep(9)
ssc.stop()
