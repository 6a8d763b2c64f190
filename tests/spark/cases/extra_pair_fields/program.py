from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Fields")
ssc = StreamingContext(sc, 1)
rows = ssc.queueStream([[("a", 1, "extra"), ["b", 2], "cd"], [("a",)], [("x", 5)]])
rows.mapValues(lambda v: [v]).pprint()
rows.flatMapValues(lambda v: str(v) * 2).pprint()
rows.reduceByKey(lambda a, b: a + b).pprint()
rows.groupByKey().mapValues(list).pprint()
rows.partitionBy(2).pprint()

ssc.start()
sleep(4)
ssc.stop()
