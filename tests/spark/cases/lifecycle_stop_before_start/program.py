from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="StopEarly")
ssc = StreamingContext(sc, 1)
ssc.queueStream([[1]]).pprint()
ssc.stop(stopSparkContext=False)
try:
    ssc.start()
except Exception as error:
    print(error.java_exception.getClass().getSimpleName(), error.java_exception.getMessage())
ssc.stop(False)
print("twice", sc.parallelize(range(4)).count())
ssc.stop()
try:
    sc.parallelize([1]).count()
except Exception as error:
    print(type(error).__name__)
