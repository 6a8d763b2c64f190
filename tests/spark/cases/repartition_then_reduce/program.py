from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="RepartitionReduce")
ssc = StreamingContext(sc, 1)
lines = ssc.queueStream([["a b a", "c", "b b d", "e f g h"], ["a"], []])
words = lines.repartition(2).flatMap(str.split)
words.glom().pprint()
words.map(lambda w: (w, 1)).repartition(5).reduceByKey(lambda a, b: a + b).glom().pprint()
words.reduce(lambda a, b: a + "," + b).pprint()
lines.repartition(1).mapPartitions(lambda it: [len(list(it))]).pprint()
lines.transform(lambda rdd: rdd.repartition(3).repartition(2)).glom().pprint()
lines.transform(lambda rdd: rdd.coalesce(2)).glom().pprint()
lines.transform(lambda rdd: rdd.coalesce(3)).glom().pprint()
lines.transform(lambda rdd: rdd.coalesce(9)).glom().pprint()
lines.transform(lambda rdd: rdd.coalesce(6, shuffle=True)).glom().pprint()

ssc.start()
sleep(4)
ssc.stop()
