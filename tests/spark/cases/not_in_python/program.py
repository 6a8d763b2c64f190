from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[1]", "Absent")
ssc = StreamingContext(sc, 1)
queue = ssc.queueStream([[1]])
mapped = queue.map(lambda x: x)
rdd = sc.parallelize([1])
for attempt in (
    lambda: queue.mapWithState(None),
    lambda: mapped.mapWithState(None),
    lambda: queue.print(),
    lambda: mapped.keys(),
    lambda: mapped.reducebykey(max),
    lambda: queue.collect(),
    lambda: queue.saveAsObjectFiles("x"),
    lambda: ssc.fileStream("x"),
    lambda: ssc.receiverStream(None),
    lambda: ssc.parallelize([1]),
    lambda: ssc.awaitTerminaton(),
    lambda: rdd.pprint(),
    lambda: rdd.show(),
    lambda: rdd.append(1),
    lambda: rdd.map(str).lenght,
    lambda: sc.queueStream([]),
    lambda: sc.accumulator("text"),
    lambda: sc.accumulator(1).Value,
    lambda: sc.broadcast(1).vallue,
    lambda: mapped + mapped,
    lambda: list(mapped),
    lambda: mapped[0],
    lambda: len(queue),
    lambda: queue(),
    lambda: queue.union(),
    lambda: queue.reduceByKeyAndWindow(max, None),
    lambda: queue.updateStateByKey(),
    lambda: queue.map(str, str, str),
    lambda: queue.transformWith(lambda a, b: a),
    lambda: StreamingContext.getOrCreate("x"),
    lambda: queue.window(duration=3),
):
    try:
        print("ok", attempt())
    except Exception as error:
        print(type(error).__name__, error)
