from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

from pyspark import AccumulatorParam
sc = SparkContext("local[3]", "acc")
ssc = StreamingContext(sc, 1)
class SetParam(AccumulatorParam):
    def zero(self, v):
        return set()
    def addInPlace(self, a, b):
        a |= b if isinstance(b, set) else {b}
        return a
class VectorParam(AccumulatorParam):
    def zero(self, value):
        return [0.0] * len(value)
    def addInPlace(self, a, b):
        for i in range(len(a)):
            a[i] += b[i]
        return a
seen = sc.accumulator(set(), SetParam())
vec = sc.accumulator([1.0, 2.0], VectorParam())
n = sc.accumulator(0)
f = sc.accumulator(0.5)
c = sc.accumulator(1j)
print(n, repr(n), f, repr(f), c, seen, repr(vec))
try:
    sc.accumulator("s")
except Exception as e:
    print(type(e).__name__, e)
def work(x):
    global n
    n += x
    f.add(0.25)
    seen.add(x)
    vec.add([x, -x])
    return x
q = ssc.queueStream([[1, 2, 3], [3, 4], [], [9]])
q.map(work).count().pprint()
q.foreachRDD(lambda t, r: print(n.value, f.value, sorted(seen.value), vec.value))
def bad(x):
    try:
        n.value
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
q.map(bad).pprint()
b = sc.broadcast({"k": [1, 2]})
q.map(lambda x: b.value["k"][0] + x).pprint()
q.foreachRDD(lambda t, r: b.unpersist() if t.second == 2 else None)
ssc.start()
sleep(2)
n.value = 100
print("set", n.value)
n += 5
print(n)
sleep(2)
print(b.value)
b.destroy()
try:
    print(b.value)
except Exception as e:
    print(type(e).__name__, str(e).split("\n")[0])
sleep(1)
ssc.stop()
print(n.value)
