from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Returned")
ssc = StreamingContext(sc, 1)
stream = ssc.queueStream([[1, 2], []])
stream.foreachRDD(lambda rdd: print("none", rdd.count()))
stream.foreachRDD(lambda rdd: rdd.collect())
stream.foreachRDD(lambda rdd: rdd.count())
stream.foreachRDD(lambda rdd: rdd.map(lambda x: x + 1))
stream.foreachRDD(lambda rdd: rdd.take(1) and print("taken"))
stream.foreachRDD(lambda rdd: [print("item", x) for x in rdd.collect()])
stream.foreachRDD(lambda rdd: rdd.isEmpty() or print("has records"))
stream.foreachRDD(lambda rdd: rdd.foreach(lambda x: x))
stream.foreachRDD(lambda rdd: {})
stream.foreachRDD(lambda rdd: "text")
stream.pprint()
ssc.start()
sleep(2)
try:
    print(ssc.awaitTerminationOrTimeout(1))
except Exception as error:
    print("'str' object has no attribute '_jrdd'" in str(error))
ssc.stop()
