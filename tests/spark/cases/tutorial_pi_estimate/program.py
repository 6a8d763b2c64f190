import random
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Pi")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("state")


def throw(seed):
    rng = random.Random(seed)
    inside = sum(rng.random() ** 2 + rng.random() ** 2 <= 1.0 for _ in range(200))
    return "pi", (inside, 200)


seeds = ssc.queueStream([list(range(b * 10, b * 10 + 10)) for b in range(4)])
darts = seeds.map(throw)
total = darts.updateStateByKey(lambda new, old: tuple(map(sum, zip(*(new + [old or (0, 0)])))))
total.mapValues(lambda t: 4 * t[0] / t[1]).pprint()
darts.reduceByKey(lambda a, b: (a[0] + b[0], a[1] + b[1])).pprint()
ssc.start()
sleep(4)
ssc.stop()
