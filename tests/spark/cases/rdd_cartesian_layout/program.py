from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Cartesian")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([sc.parallelize([1, 2, 3, 4, 5], 3), sc.parallelize([7], 1), sc.emptyRDD()])
numbers.transform(lambda rdd: rdd.cartesian(sc.parallelize(["x", "y", "z"], 2))).glom().pprint(20)
numbers.transform(lambda rdd: rdd.cartesian(rdd)).map(lambda p: p[0] * p[1]).pprint(20)
numbers.transform(lambda rdd: rdd.cartesian(sc.parallelize([], 2))).count().pprint()

ssc.start()
sleep(3)
ssc.stop()
