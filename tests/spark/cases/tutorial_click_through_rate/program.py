from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="CTR")
ssc = StreamingContext(sc, 1)
shown = ssc.queueStream([["ad1", "ad2", "ad1", "ad3"], ["ad1", "ad1"], ["ad2"], []]).map(lambda a: (a, 1))
clicked = ssc.queueStream([["ad1"], ["ad1", "ad4"], [], ["ad2"]]).map(lambda a: (a, 1))
add = lambda a, b: a + b
views = shown.reduceByKeyAndWindow(add, None, 2, 1)
clicks = clicked.reduceByKeyAndWindow(add, None, 2, 1)
rates = views.leftOuterJoin(clicks).mapValues(lambda vc: (vc[1] or 0) / vc[0])
rates.transform(lambda rdd: rdd.sortByKey()).map(lambda kv: f"{kv[0]}: {kv[1]:.0%}").pprint()
clicks.transformWith(lambda c, v: c.subtractByKey(v), views).pprint()
shown.cogroup(clicked).mapValues(lambda g: tuple(len(list(x)) for x in g)).pprint()
ssc.start()
sleep(5)
ssc.stop()
