from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

NORMAL, WATCH, ALERT = "normal", "watch", "ALERT"


class Monitor:
    """Keeps a level for a room; two hot readings in a row raise an alert."""

    def __init__(self, limit=30):
        self.limit = limit
        self.level = NORMAL
        self.history = []

    def feed(self, values):
        for value in values:
            hot = value > self.limit
            self.level = {NORMAL: WATCH, WATCH: ALERT, ALERT: ALERT}[self.level] if hot else NORMAL
            self.history.append(value)
        return self

    def __repr__(self):
        return "<%s after %s>" % (self.level, self.history[-3:])


sc = SparkContext("local[2]", "TemperatureAlerts")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("monitors")
readings = ssc.queueStream([["kitchen 25", "hall 31"], ["kitchen 32", "hall 33"], ["kitchen 35"], ["hall 20"], []])
monitors = readings.map(str.split).map(lambda p: (p[0], float(p[1]))).updateStateByKey(lambda new, old: (old or Monitor()).feed(new))
monitors.pprint()
monitors.filter(lambda kv: kv[1].level == ALERT).map(lambda kv: "%s: %.1f" % (kv[0], kv[1].history[-1])).pprint()
ssc.start()
sleep(5)
ssc.stop()
