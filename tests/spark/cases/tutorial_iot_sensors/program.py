from functools import reduce
from itertools import groupby
from operator import itemgetter
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "IoT")
ssc = StreamingContext(sc, 5)
LIMITS = {"temp": (-10, 40), "humidity": (0, 100)}


def parse(line):
    device, kind, value = line.split(";")
    return device, kind, float(value)


def in_range(reading):
    low, high = LIMITS.get(reading[1], (float("-inf"), float("inf")))
    return low <= reading[2] <= high


readings = ssc.queueStream([
    ["d1;temp;21.5", "d2;humidity;55", "d1;temp;99", "d3;co2;410", "d1;temp;22.5"],
    ["d2;humidity;101", "d2;humidity;60", "d1;temp;23"],
    ["d3;co2;420", "d3;co2;430"],
]).map(parse)
good, bad = readings.filter(in_range), readings.filter(lambda r: not in_range(r))
bad.map(lambda r: "ALERT %s %s=%g" % r).pprint()
stats = good.map(lambda r: ((r[0], r[1]), (r[2], r[2], r[2], 1))).reduceByKey(
    lambda a, b: (min(a[0], b[0]), max(a[1], b[1]), a[2] + b[2], a[3] + b[3]))
stats.mapValues(lambda s: {"min": s[0], "max": s[1], "avg": s[2] / s[3]}).pprint()
good.window(10).map(itemgetter(0, 2)).groupByKey().mapValues(lambda vs: [b - a for a, b in zip(list(vs), list(vs)[1:])]).pprint()
good.glom().map(lambda part: [(k, len(list(g))) for k, g in groupby(sorted(part), key=itemgetter(0))]).pprint()
good.map(itemgetter(2)).reduce(lambda a, b: max(a, b)).union(good.map(itemgetter(2)).reduce(min)).pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(15)
ssc.stop()
