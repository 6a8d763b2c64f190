from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Dedup")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("state")
events = ssc.queueStream([["e1", "e2", "e1"], ["e2", "e3"], ["e4", "e1"], [], ["e3"]])


def first_seen(new, state):
    if state is None:
        return ("new", len(new), 1)
    return ("old", state[1] + len(new), state[2] + 1)


seen = events.map(lambda e: (e, 1)).updateStateByKey(first_seen)
seen.filter(lambda kv: kv[1][0] == "new").map(lambda kv: kv[0]).transform(lambda rdd: rdd.sortBy(lambda e: e)).pprint()
seen.filter(lambda kv: kv[1][0] == "old" and kv[1][1] > 1).map(lambda kv: (kv[0], kv[1][1:])).pprint()
events.transform(lambda rdd: rdd.distinct()).count().pprint()
seen.count().pprint()
ssc.start()
sleep(5)
ssc.stop()
