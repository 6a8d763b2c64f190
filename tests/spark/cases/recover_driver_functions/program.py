from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

sc = SparkContext("local[2]", "u")
import os
os.mkdir("in")
state = {"n": 0}
def count(rdd):
    state["n"] += 1
    print("counted", state["n"], rdd.count())
def setup(path):
    print("setup", path)
    ssc = StreamingContext(sc, 2)
    ssc.textFileStream("in").foreachRDD(count)
    ssc.checkpoint(path)
    return ssc
print(os.path.exists("cp"))
ssc = StreamingContext.getActiveOrCreate("cp", lambda: setup("cp"))
ssc.start()
print(StreamingContext.getActiveOrCreate("cp", lambda: setup("cp")) is ssc)
sleep(4)
state["n"] = 100
sleep(2)
ssc.stop(False)
state["n"] = 1000
ssc = StreamingContext.getActiveOrCreate("cp", lambda: setup("other"))
print("recovered", StreamingContext.getActive())
ssc.start()
sleep(4)
print(state["n"], StreamingContext.getActive() is ssc)
ssc.stop(False)
print([x for x in sorted(os.listdir("cp")) if x.startswith("checkpoint")])
ssc = StreamingContext.getOrCreate("none", lambda: setup("none"))
ssc.start()
sleep(2)
ssc.stop()
print(state["n"])
