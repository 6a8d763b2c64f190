from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Forever")
ssc = StreamingContext(sc, 1)
users = ssc.queueStream([[{"name": "ann", "age": 31}], [{"name": "bob"}], [{"name": "cy", "age": 1}]])
users.map(lambda u: u["name"]).pprint()
users.map(lambda u: "%s is %d" % (u["name"], u["age"])).pprint()
ssc.start()
ssc.awaitTermination()
