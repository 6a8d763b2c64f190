from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Await")
ssc = StreamingContext(sc, 1)
ssc.queueStream([["a"], ["b"], ["c"]]).pprint()
print(ssc.awaitTerminationOrTimeout(0))
ssc.start()
print(ssc.awaitTerminationOrTimeout(1))
print(ssc.awaitTermination(1))
print(ssc.awaitTerminationOrTimeout(0.5), ssc.awaitTerminationOrTimeout(0.5))
ssc.stop(stopSparkContext=False)
print(ssc.awaitTerminationOrTimeout(1), ssc.awaitTermination())
sc.stop()
