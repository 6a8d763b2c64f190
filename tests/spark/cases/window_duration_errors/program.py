from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Durations")
ssc = StreamingContext(sc, 2)
stream = ssc.queueStream([[("a", 1)]])
wide = stream.window(4, 4)
add = lambda a, b: a + b
for attempt in (
    lambda: stream.window(3),
    lambda: stream.window(4, 1),
    lambda: stream.window(1.5),
    lambda: stream.window(4, 3),
    lambda: wide.window(6),
    lambda: wide.window(8, 2),
    lambda: stream.reduceByKeyAndWindow(add, None, 5),
    lambda: stream.reduceByKeyAndWindow(add, None, 4, 5),
    lambda: stream.reduceByWindow(add, None, 7, 2),
    lambda: stream.countByWindow(2, 1),
    lambda: stream.countByValueAndWindow(3, 2),
    lambda: stream.groupByKeyAndWindow(4, 3),
    lambda: wide.countByWindow(4, 2),
    lambda: stream.window(2.0, 4.0),
    lambda: stream.window(6),
):
    try:
        attempt()
        print("ok")
    except ValueError as error:
        print(error)
