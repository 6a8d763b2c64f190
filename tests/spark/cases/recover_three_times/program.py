from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

sc = SparkContext("local[2]", "e")
import os
os.mkdir("in")
acc = sc.accumulator(0)
def setup():
    print("setup")
    ssc = StreamingContext(sc, 1)
    ssc.checkpoint("cp")
    lines = ssc.textFileStream("in")
    nums = lines.map(int)
    def tally(x):
        acc.add(x)
        return x
    nums.map(tally).reduce(add).pprint()
    nums.map(lambda x: (x % 2, x)).updateStateByKey(lambda n, o: (o or 0) + sum(n)).transform(lambda t, r: r.map(lambda kv: (t.second, kv))).pprint()
    nums.countByWindow(3, 1).pprint()
    nums.foreachRDD(lambda t, r: print("out", t.second, r.sum()))
    return ssc
def put(n, *xs):
    with open("in/%s" % n, "w") as f:
        f.write("\n".join(map(str, xs)))
for run in range(3):
    ssc = StreamingContext.getOrCreate("cp", setup)
    ssc.start()
    put("r%da" % run, run, run + 1, 5)
    sleep(1)
    put("r%db" % run, 10 * run)
    sleep(1)
    ssc.stop(False, run == 1)
    print("stopped", run, acc.value)
try:
    ssc.start()
except Exception as e:
    print(type(e).__name__, str(e).split("\n")[1])
sc.stop()
