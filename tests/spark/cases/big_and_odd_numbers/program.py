from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "Numbers")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([[2**62, 2**62, 2**63, -2**64], [10**30, 1], [0.1, 0.2, 0.3], [True, False, 2], [1e308, 1e308], [1.5, 2, True]])
numbers.reduce(lambda a, b: a + b).pprint()
numbers.reduce(lambda a, b: a * b).pprint()
numbers.map(lambda x: (x // 3, x % 3)).pprint()
numbers.map(lambda x: x ** 2).pprint()
numbers.map(lambda x: (round(x), x == int(x), x / 7)).pprint()
numbers.map(lambda x: (x > 1, x)).reduceByKey(lambda a, b: a - b).pprint()
numbers.foreachRDD(lambda rdd: print(rdd.sum(), rdd.max(), rdd.min()))
ssc.start()
sleep(6)
ssc.stop()
