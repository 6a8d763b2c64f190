from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Intervals")
for make in (
    lambda: StreamingContext(sc),
    lambda: StreamingContext(sc, None),
    lambda: StreamingContext(),
    lambda: StreamingContext(sc, 0.25),
    lambda: StreamingContext(sc, batchDuration=3),
    lambda: StreamingContext(sc, batchInterval=3),
):
    try:
        print(type(make()).__name__)
    except Exception as error:
        print(type(error).__name__, error)
try:
    SparkContext(appName="Second")
except ValueError as error:
    print(str(error).split(";")[0].split(" (")[0])
print(SparkContext.getOrCreate() is sc, sc.appName, sc.master, sc.defaultParallelism)
sc.stop()
