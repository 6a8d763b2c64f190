from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

sc = SparkContext("local[2]", "u")
import os
def setup():
    print("setup")
    ssc = StreamingContext(sc, 1)
    lines = ssc.textFileStream("in")
    pairs = lines.flatMap(lambda l: l.split()).map(lambda w: (w, 1))
    pairs.reduceByKeyAndWindow(add, sub, 5, 1).pprint()
    pairs.window(3, 1).count().pprint()
    pairs.window(2, 2).reduceByKey(add).pprint()
    lines.foreachRDD(lambda t, r: print("see", t, r.collect()))
    lines.transform(lambda r: r.map(len)).pprint()
    ssc.checkpoint("cp")
    return ssc
os.mkdir("in")
ssc = StreamingContext.getOrCreate("cp", setup)
ssc.start()
for i in range(3):
    with open("in/f%d" % i, "w") as f:
        f.write("a b%d\n" % i)
    sleep(1)
ssc.stop()
print("stopped")
with open("in/down", "w") as f:
    f.write("while down\n")
ssc = StreamingContext.getOrCreate("cp", setup)
print(ssc.sparkContext is sc, ssc.sparkContext.appName)
ssc.start()
with open("in/g", "w") as f:
    f.write("a g\n")
sleep(3)
ssc.stop(True, True)
