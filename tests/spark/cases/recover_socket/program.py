from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "RecoverSocket")


def setup():
    print("setup")
    ssc = StreamingContext(sc, 1)
    lines = ssc.socketTextStream("localhost", 9999)
    words = lines.flatMap(lambda line: line.split())
    words.map(lambda word: (word, 1)).updateStateByKey(lambda new, old: sum(new) + (old or 0)).pprint()
    lines.foreachRDD(lambda rdd: print("partitions", rdd.getNumPartitions()))
    ssc.checkpoint("cp")
    return ssc


for run in (1, 2):
    ssc = StreamingContext.getOrCreate("cp", setup)
    ssc.start()
    sleep(3)
    ssc.stop(False)
print("end")
