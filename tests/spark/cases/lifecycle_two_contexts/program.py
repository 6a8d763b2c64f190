from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Two")
first = StreamingContext(sc, 1)
second = StreamingContext(sc, 1)
first.queueStream([["first"]]).pprint()
second.queueStream([["second"]]).pprint()
print(StreamingContext.getActive() is None)
first.start()
print(StreamingContext.getActive() is first)
try:
    second.start()
except Exception as error:
    message = error.java_exception.getMessage()
    print(error.java_exception.getClass().getSimpleName(), message.split(". ")[0])
first.awaitTerminationOrTimeout(2)
first.stop(stopSparkContext=False)
print(StreamingContext.getActive() is None)
try:
    first.start()
except Exception as error:
    print(error.java_exception.getClass().getSimpleName(), error.java_exception.getMessage())
third = StreamingContext(sc, 1)
third.queueStream([["third"], ["again"]]).foreachRDD(lambda rdd: print("third", rdd.collect()))
third.start()
sleep(2)
third.stop()
