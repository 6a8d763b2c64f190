from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

sc = SparkContext("local[2]", "u")
import os
os.mkdir("in")
def setup():
    ssc = StreamingContext(sc, 1)
    ssc.textFileStream("in").map(lambda l: (l, 1)).updateStateByKey(lambda n, o: sum(n) + (o or 0)).pprint()
    return ssc
def ls():
    print([x for x in sorted(os.listdir("cp")) if x.startswith("check")])
ssc = StreamingContext.getOrCreate("cp", setup)
ls()
ssc.start()
ls()
with open("in/a", "w") as f:
    f.write("x\ny\n")
sleep(1)
ls()
sleep(8)
ls()
sleep(3)
ls()
with open("in/a", "w") as f:
    f.write("z\nz\n")
ssc.stop(False)
ssc = StreamingContext.getOrCreate("cp", setup)
ssc.start()
sleep(2)
ls()
ssc.stop()
