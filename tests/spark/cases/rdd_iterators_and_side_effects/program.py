from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Effects")
ssc = StreamingContext(sc, 1)
rows, calls, longest = sc.accumulator(0), sc.accumulator(0), sc.accumulator(0.0)


def send(partition):
    calls.add(1)
    for row in partition:
        rows.add(1)
    return ["ignored"]


def report(rdd):
    print(rdd.foreachPartition(send), rdd.foreach(lambda x: longest.add(x / 2)))
    print(calls.value, rows.value, longest.value)
    print(list(rdd.toLocalIterator()), [x for x in rdd.toLocalIterator(True)])
    print(rdd.map(lambda x: x * 2).foreachPartition(lambda it: None), rdd.name(), rdd.setName("named").name())


ssc.queueStream([[1, 2, 3, 4, 5], [9], []]).foreachRDD(report)
ssc.start()
sleep(3)
ssc.stop()
print(rows, calls, longest)
