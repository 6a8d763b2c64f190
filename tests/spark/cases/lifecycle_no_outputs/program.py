from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="NoOutputs")
ssc = StreamingContext(sc, 1)
stream = ssc.queueStream([[1]])
stream.map(lambda x: x + 1).count()
try:
    ssc.start()
except Exception as error:
    print(error.java_exception.getClass().getName(), error.java_exception.getMessage())
try:
    stream.pprint()
except Exception as error:
    print(error.java_exception.getClass().getName(), error.java_exception.getMessage())
try:
    ssc.start()
except Exception as error:
    print(error.java_exception.getClass().getName(), error.java_exception.getMessage())
ssc.stop()
