from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Before")
ssc = StreamingContext(sc, 0.5)
state = {"batches": 0}
source = ssc.queueStream([["a"], ["b", "c"], []])


def announce(time, rdd):
    state["batches"] += 1
    print("making", state["batches"], time.strftime("%H:%M:%S.%f"))
    return rdd.map(lambda x: x + str(state["batches"]))


source.pprint()
source.transform(announce).pprint()
source.foreachRDD(lambda time, rdd: print("running", time, rdd.collect(), state["batches"]))

ssc.start()
sleep(1)
print("half", state["batches"])
sleep(1)
ssc.stop()
print(state)
