from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

sc = SparkContext("local[2]", "e")
import os
os.mkdir("in")
def setup():
    ssc = StreamingContext(sc, 2)
    ssc.checkpoint("cp")
    lines = ssc.textFileStream("in")
    lines.map(lambda l: 10 // int(l)).pprint()
    lines.count().pprint()
    lines.map(lambda l: 10 // int(l)).reduce(add).pprint()
    return ssc
ssc = StreamingContext.getOrCreate("cp", setup)
ssc.start()
with open("in/a", "w") as f: f.write("5\n2\n")
sleep(2)
with open("in/b", "w") as f: f.write("0\n")
sleep(2)
with open("in/c", "w") as f: f.write("1\n")
sleep(2)
ssc.stop()
print("again")
ssc = StreamingContext.getOrCreate("cp", setup)
ssc.start()
sleep(2)
ssc.stop()
