from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Keys")
ssc = StreamingContext(sc, 1)
keys = [
    [-1, -2, 0, 5, -7, 2**61 - 1, 2**61, 2**64 + 3, -(2**63)],
    [0.5, -0.5, 1e300, -2.25, 3.0, float("inf"), float("-inf"), 0.1],
    [None, True, False, 1, 0, 1.0, -0.0],
    ["", "a", "é", "日本", "😀", "naïve", "A" * 40],
    [b"", b"a", b"\xff\x00", "a", b"abc", "abc"],
    [(), (1,), (1, (2, (3,))), ("a", None), (None,), (0.5, "x", True), ((),)],
    [frozenset(), frozenset([1, 2]), frozenset([2, 1]), frozenset(["a"]), frozenset([(1, 2), 3])],
    [range(3), range(0, 3), 3 + 0j, 3],
]
stream = ssc.queueStream(keys).map(lambda k: (k, 1))
stream.partitionBy(7).glom().pprint()
stream.reduceByKey(lambda a, b: a + b).pprint(20)
stream.countByValue().map(lambda kv: kv[1]).reduce(lambda a, b: a + b).pprint()

ssc.start()
sleep(8)
ssc.stop()
