from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "WindowPartitions")
ssc = StreamingContext(sc, 1)
letters = ssc.queueStream([sc.parallelize(["a", "b"], 2), sc.parallelize(["c"], 1), sc.emptyRDD(), sc.parallelize(["d", "e", "f"], 3)])
letters.window(3).glom().pprint()
letters.window(2, 2).mapPartitionsWithIndex(lambda i, it: ["%d%s" % (i, x) for x in it]).pprint()
letters.map(lambda c: (c, 1)).window(4).countByValue().pprint()
letters.window(2).repartition(2).glom().pprint()

ssc.start()
sleep(6)
ssc.stop()
