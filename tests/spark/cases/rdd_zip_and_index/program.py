from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "Zip")
ssc = StreamingContext(sc, 1)
letters = ssc.queueStream([list("abcdefg"), ["x"], []])
letters.transform(lambda rdd: rdd.zipWithIndex()).pprint()
letters.transform(lambda rdd: rdd.zipWithUniqueId()).pprint()
letters.transform(lambda rdd: rdd.zip(rdd.map(ord))).pprint()
letters.transform(lambda rdd: rdd.zipWithIndex().map(lambda p: (p[1], p[0])).sortByKey(False).values()).pprint(3)
letters.transform(lambda rdd: rdd.zip(rdd.zipWithIndex().values())).pprint(2)


def errors(rdd):
    for other in (rdd.coalesce(1), rdd.filter(lambda c: c > "b")):
        try:
            print(rdd.zip(other).collect())
        except Exception as error:
            print(type(error).__name__, "unequal" if "same number" in str(error) else "other")


letters.foreachRDD(errors)
ssc.start()
sleep(3)
ssc.stop()
