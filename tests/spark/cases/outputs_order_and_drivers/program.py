from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Outputs")
ssc = StreamingContext(sc, 1)
stream = ssc.queueStream([["a", "b"], ["c"]])


class Sink:
    def __init__(self, name):
        self.name = name
        self.rows = []

    def write(self, rdd):
        self.rows += rdd.collect()
        print(self.name, self.rows)

    def __call__(self, rdd):
        print("called")


sink = Sink("bound")
stream.pprint()
stream.foreachRDD(lambda rdd: print("one argument", rdd.count()))
stream.foreachRDD(lambda time, rdd: print("two arguments", time, rdd.count()))
stream.foreachRDD(lambda rdd, x=1: print("default", type(rdd).__name__, type(x).__name__))
stream.foreachRDD(lambda *args: print("star", len(args)))
stream.foreachRDD(lambda rdd: sink.write(rdd))
stream.foreachRDD(sink.write)
try:
    stream.foreachRDD(sink)
except AttributeError as error:
    print(error)
stream.map(str.upper).pprint()
ssc.start()
print("started")
sleep(2)
print("slept")
ssc.stop()
print("stopped", sink.rows)
