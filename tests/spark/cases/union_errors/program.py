from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="UnionErrors")
ssc = StreamingContext(sc, 1)
a = ssc.queueStream([[1, 2, 3, 4, 5, 6, 7, 8, 9]])
b = ssc.queueStream([[1]])
print(ssc.union(a) is a)
for attempt in (
    lambda: ssc.union(),
    lambda: ssc.union(a, b),
    lambda: a.union(b.window(2, 2)),
    lambda: ssc.union(a.map(str), b.window(2, 2).map(str)),
    lambda: ssc.transform([a, b.window(2, 2)], lambda rdds: rdds[0]),
    lambda: a.union(5),
    lambda: a.join(5),
    lambda: a.transform(lambda: 1),
    lambda: a.transform(lambda x, y, z: 1),
    lambda: a.transformWith(lambda x: x, b),
    lambda: a.transform(print),
    lambda: a.transform(5),
    lambda: a.foreachRDD(print),
    lambda: a.foreachRDD(5),
    lambda: a.map(),
    lambda: a.nothing(),
    lambda: ssc.nothing,
    lambda: a.window(),
    lambda: a.persist(),
    lambda: a.partitionBy(),
    lambda: a.pprint(num="x"),
    lambda: a.reduceByWindow(max),
    lambda: a.saveAsTextFiles(),
):
    try:
        print("ok", type(attempt()).__name__)
    except Exception as error:
        java = getattr(error, "java_exception", None)
        print(type(error).__name__, str(error).split("\n")[0] if java is None else java.getMessage())
