from time import sleep
from pyspark import AccumulatorParam, SparkContext
from pyspark.streaming import StreamingContext


class SetParam(AccumulatorParam):
    def zero(self, initial):
        return set()

    def addInPlace(self, first, second):
        first |= second
        return first


class VectorParam(AccumulatorParam):
    def zero(self, initial):
        return [0] * len(initial)

    def addInPlace(self, first, second):
        return [a + b for a, b in zip(first, second)]


sc = SparkContext(appName="Accumulators")
ssc = StreamingContext(sc, 1)
count = sc.accumulator(100)
ratio = sc.accumulator(0.5)
words = sc.accumulator(set(), SetParam())
vector = sc.accumulator([0, 0], VectorParam())
failed = sc.accumulator(0)


def visit(word):
    global count
    count += 1
    ratio.add(len(word) / 4)
    words.add({word})
    vector.add([1, len(word)])
    return word


def risky(word):
    failed.add(1)
    return 10 // (len(word) - 3)


stream = ssc.queueStream([["a", "bb"], ["cccc"], ["dd", "eee", "f", "gggg"], []])
visited = stream.map(visit)
visited.count().pprint()
visited.reduce(lambda a, b: a + b).pprint()
stream.repartition(1).map(risky).reduce(lambda a, b: a + b).pprint()
ssc.start()
for _ in range(4):
    sleep(1)
    print(count.value, ratio.value, sorted(words.value), vector.value, failed.value)
ssc.stop()
print(count, repr(ratio))
