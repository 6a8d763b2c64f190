from dataclasses import dataclass, field
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext


@dataclass(order=True)
class Reading:
    sensor: str
    value: float
    flags: list = field(default_factory=list, compare=False)

    def hot(self):
        return self.value > 30


class Total:
    def __init__(self, count=0, amount=0.0):
        self.count, self.amount = count, amount

    def __add__(self, other):
        return Total(self.count + other.count, self.amount + other.amount)

    def __str__(self):
        return "%d readings, %.2f in all" % (self.count, self.amount)

    def __repr__(self):
        return "<%s>" % self


sc = SparkContext(appName="Classes")
ssc = StreamingContext(sc, 1)
rows = ssc.queueStream([["a,20.5", "b,31", "a,33.25"], ["c,-4"], ["b,30", "b,30.5"]])
readings = rows.map(lambda row: row.split(",")).map(lambda p: Reading(p[0], float(p[1])))
readings.pprint()
readings.filter(lambda r: r.hot()).map(lambda r: r.sensor).pprint()
readings.filter(Reading.hot).count().pprint()
totals = readings.map(lambda r: (r.sensor, Total(1, r.value))).reduceByKey(lambda a, b: a + b)
totals.pprint()
totals.map(lambda kv: kv[1]).reduce(Total.__add__).pprint()
readings.reduce(max).pprint()
readings.map(lambda r: (r.sensor, r)).window(2).reduceByKey(min).map(lambda kv: kv[1]).pprint()

ssc.start()
sleep(4)
ssc.stop()
