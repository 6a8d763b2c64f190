from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext
import os
sc = SparkContext("local[2]", "s")
ssc = StreamingContext(sc, 1)
q = ssc.queueStream([[1, 2, 3], [4], [5, 6]])
def save(r):
    r.saveAsTextFile("out")
    print(sorted(x for x in os.listdir("out") if x[0] != "."), sorted(sc.textFile("out").collect()))
q.foreachRDD(save)
q.foreachRDD(lambda r: r.map(lambda x: x * 2).saveAsPickleFile("pk"))
q.foreachRDD(lambda r: print(sorted(sc.pickleFile("pk").collect())))
ssc.start()
sleep(3)
ssc.stop(False)
try:
    sc.parallelize([1]).saveAsTextFile("out")
except Exception as e:
    print(type(e).__name__, str(e).split("\n")[1])
try:
    sc.pickleFile("out").collect()
except Exception as e:
    print(type(e).__name__)
sc.stop()
