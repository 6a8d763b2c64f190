import math
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Anomalies")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("state")


class Welford:
    """Running mean and variance."""

    def __init__(self):
        self.n, self.mean, self.m2 = 0, 0.0, 0.0

    def add(self, x):
        self.n += 1
        delta = x - self.mean
        self.mean += delta / self.n
        self.m2 += delta * (x - self.mean)

    @property
    def deviation(self):
        return math.sqrt(self.m2 / self.n) if self.n else 0.0

    def score(self, x):
        return abs(x - self.mean) / self.deviation if self.deviation else 0.0


def learn(values, state):
    model, alerts = state[0] if state else Welford(), []
    for value in values:
        if model.n >= 3 and model.score(value) > 3:
            alerts.append(value)
        else:
            model.add(value)
    return model, alerts


readings = ssc.queueStream([[("t1", 20.0), ("t2", 5.0), ("t1", 21.0)], [("t1", 19.5), ("t2", 5.5)], [("t1", 60.0), ("t2", 4.5)], [("t2", 5.1), ("t1", 20.5)], [("t2", -30.0)]])
models = readings.updateStateByKey(learn)
models.mapValues(lambda s: (s[0].n, round(s[0].mean, 6), round(s[0].deviation, 6))).pprint()
models.flatMapValues(lambda s: s[1]).pprint()
ssc.start()
sleep(6)
ssc.stop()
