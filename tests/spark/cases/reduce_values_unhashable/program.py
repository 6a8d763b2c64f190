from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "ReduceSets")
ssc = StreamingContext(sc, 1)
tags = ssc.queueStream([[{"a", "b"}, {"c"}, {"b", "d"}], [{"z"}], [set()], []])
tags.reduce(lambda a, b: a | b).pprint()
tags.reduce(lambda a, b: a & b).pprint()
tags.map(lambda s: {t: 1 for t in sorted(s)}).reduce(lambda a, b: {**a, **b}).pprint()
tags.map(sorted).reduce(lambda a, b: a + b).pprint()
tags.map(lambda s: (len(s), s)).reduceByKey(lambda a, b: a ^ b).pprint()
tags.map(frozenset).countByValue().pprint()
tags.map(lambda s: None).reduce(lambda a, b: a).pprint()

ssc.start()
sleep(5)
ssc.stop()
