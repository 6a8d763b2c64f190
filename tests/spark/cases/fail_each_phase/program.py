from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Phases")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([[1], [2], [3], [4], [5]])


def in_transform(rdd):
    if rdd.first() == 3:
        raise LookupError("generation of three")
    return rdd


def in_output(time, rdd):
    print("output sees", rdd.collect())
    if time.second == 4:
        raise RuntimeError("output of four")


def in_task(x):
    if x == 2:
        raise ArithmeticError("task of two")
    return x


numbers.map(in_task).pprint()
numbers.foreachRDD(in_output)
numbers.transform(lambda rdd: rdd.filter(lambda x: True)).pprint()
numbers.map(lambda x: x * 10).pprint()
numbers.transform(lambda rdd: in_transform(rdd) if rdd.count() else rdd).count().pprint()

ssc.start()
sleep(6)
ssc.stop()
print("end")
