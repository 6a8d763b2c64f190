from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Partial")
ssc = StreamingContext(sc, 1)
stream = ssc.queueStream([[1, 2], [3], [4]])


def show(time, rdd):
    print("begin", time.second)
    for value in rdd.collect():
        print("value", value)
        if value == 3:
            raise ValueError("three!")
    print("end", time.second)


def guarded(rdd):
    try:
        print("sum", rdd.map(lambda x: 6 // (x - 4)).sum())
    except Exception as error:
        print("caught", type(error).__name__, "ZeroDivisionError" in str(error))


stream.foreachRDD(show)
stream.foreachRDD(guarded)
stream.count().pprint()
ssc.start()
try:
    ssc.awaitTerminationOrTimeout(4)
except Exception as error:
    print("await raised", "three!" in str(error))
finally:
    ssc.stop()
    print("finally")
