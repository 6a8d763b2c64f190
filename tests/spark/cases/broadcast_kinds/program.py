from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Broadcast")
ssc = StreamingContext(sc, 1)
table = sc.broadcast({"de": "Germany", "fr": "France"})
numbers = sc.broadcast([1, 2, 3])
function = sc.broadcast(len)
print(type(table).__name__, table.value, numbers.value[1])
codes = ssc.queueStream([["de", "xx"], ["fr", "de"]])
codes.map(lambda c: table.value.get(c, "?")).pprint()
codes.map(lambda c: (c, [n * len(c) for n in numbers.value])).pprint()
codes.map(lambda c: function.value(c + "!")).pprint()
changing = {"rate": 1}
codes.map(lambda c: c * changing["rate"]).pprint()


def reload(rdd):
    changing["rate"] += 1
    print("rate is now", changing["rate"])


codes.foreachRDD(reload)
ssc.start()
sleep(3)
ssc.stop()
