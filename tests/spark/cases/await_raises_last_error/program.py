from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="LastError")
ssc = StreamingContext(sc, 1)
numbers = ssc.queueStream([[4], [2], [0], [5], [1]])
numbers.map(lambda x: 100 // x).pprint()
numbers.map(lambda x: [10, 20, 30][x]).pprint()
ssc.start()
sleep(2)
print("no error yet")
for seconds in (1, 1, 1):
    try:
        print(ssc.awaitTerminationOrTimeout(seconds))
    except Exception as error:
        text = str(error)
        print(type(error).__name__, "ZeroDivisionError" in text, "IndexError: list index out of range" in text)
ssc.stop()
