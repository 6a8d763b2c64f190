# Once there is a session, exceptions of the JVM are those of pyspark.errors.
from pyspark.errors import IllegalArgumentException, PySparkException
from pyspark.sql import SparkSession
from pyspark.streaming import StreamingContext

sc = SparkSession.builder.master("local[2]").appName("errors").getOrCreate().sparkContext


def attempt(f):
    try:
        print(f())
    except Exception as e:
        first = str(e).split("\n")[0]
        print(type(e).__module__, type(e).__name__, isinstance(e, PySparkException), isinstance(e, IllegalArgumentException), first)


attempt(lambda: sc.parallelize([1]).map(lambda x: x // 0).collect())
attempt(lambda: sc.textFile("nope").count())
attempt(lambda: sc.setLogLevel("LOUD"))
attempt(lambda: sc.parallelize([]).first())
ssc = StreamingContext(sc, 1)
attempt(ssc.start)
ssc = StreamingContext(sc, 1)


def show(rdd):
    attempt(lambda: rdd.map(lambda x: 6 // x).collect())


ssc.queueStream([[1], [0]]).foreachRDD(show)
ssc.start()
ssc.awaitTerminationOrTimeout(2)
ssc.stop()
