from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="UnionMany")
ssc = StreamingContext(sc, 1)
north = ssc.queueStream([["n1", "n2"], ["n3"]])
south = ssc.queueStream([["s1"], ["s2", "s3"]])
west = ssc.queueStream([[1, 2, 3], []])
ssc.union(north, south).glom().pprint()
ssc.union(north.map(str), south.map(str), west.map(str)).pprint(20)
north.union(west).union(south).glom().pprint()
ssc.union(north, south).map(lambda s: (s[0], 1)).reduceByKey(lambda a, b: a + b).pprint()
ssc.union(*[ssc.queueStream([[i], [i * 10]]).map(lambda x: x + 1) for i in range(4)]).reduce(lambda a, b: a + b).pprint()

ssc.start()
sleep(3)
ssc.stop()
