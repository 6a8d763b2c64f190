from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Truth")
ssc = StreamingContext(sc, 1)
stream = ssc.queueStream([[0, 1, "", "a", None, [], [0], {}, 0.0, -0.0, float("nan")], ["x", "yy"], []])
stream.filter(lambda v: v).pprint()
stream.filter(lambda v: not v).pprint(20)
stream.filter(bool).count().pprint()
stream.filter(lambda v: isinstance(v, str) and v).pprint()
stream.filter(lambda v: "yes").count().pprint()
stream.filter(lambda v: None).count().pprint()
stream.filter(lambda v: v is not None).map(type).map(lambda t: t.__name__).countByValue().pprint()

ssc.start()
sleep(4)
ssc.stop()
