from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

sc = SparkContext("local[2]", "u")
def setup():
    print("setup")
    ssc = StreamingContext(sc, 1)
    lines = ssc.textFileStream("in")
    lines.flatMap(lambda l: l.split()).map(lambda w: (w, 1)).updateStateByKey(lambda n, o: sum(n) + (o or 0)).pprint()
    ssc.checkpoint("cp")
    return ssc
import os
os.mkdir("in")
ssc = StreamingContext.getOrCreate("cp", setup)
ssc.start()
sleep(1)
open("in/a.txt", "w").write("a b a\n")
sleep(2)
ssc.stop(False)
print(sorted(x for x in os.listdir("cp") if x.startswith("checkpoint")))
ssc2 = StreamingContext.getOrCreate("cp", setup)
print(ssc2 is ssc, type(ssc2).__name__, ssc2.sparkContext is sc)
ssc2.start()
sleep(1)
open("in/b.txt", "w").write("a c\n")
sleep(2)
ssc2.stop(False)
print("end")
