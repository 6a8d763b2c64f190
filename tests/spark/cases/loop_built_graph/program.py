from functools import partial
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext


def at_least(limit, x):
    return x >= limit


def power(x, exponent=2):
    return x ** exponent


sc = SparkContext("local[3]", "Loop")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([[1, 5, 10], [7], []])
streams = {}
for limit in (2, 6):
    for exponent in (1, 3):
        streams[limit, exponent] = numbers.filter(partial(at_least, limit)).map(partial(power, exponent=exponent))
for key in sorted(streams):
    streams[key].pprint()
late = [numbers.map(lambda x: x * n) for n in (10, 100)]
for stream in late:
    stream.pprint()
ssc.union(*streams.values()).map(lambda x: x % 7).countByValue().pprint()
ssc.start()
sleep(3)
ssc.stop()
