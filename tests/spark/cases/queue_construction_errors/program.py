from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="QueueErrors")
ssc = StreamingContext(sc, 1)
for rdds in ([], [1, 2], [None], [[1], 2], ["ab", "c"], [(1, 2), {3}], [{"k": 1}], [range(3), []], [iter([1, 2])]):
    try:
        stream = ssc.queueStream(rdds)
        print("ok", type(stream).__name__)
    except Exception as error:
        print(type(error).__name__, error)
try:
    ssc.queueStream([[1]], default=5)
except Exception as error:
    print(type(error).__name__, error)
try:
    ssc.queueStream(5)
except Exception as error:
    print(type(error).__name__, error)
try:
    ssc.queueStream()
except TypeError as error:
    print(error)
