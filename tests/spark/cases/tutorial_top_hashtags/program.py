import json
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Hashtags")
ssc = StreamingContext(sc, 1)
tweets = ssc.queueStream([
    ['{"user": "a", "text": "Loving #Spark and #streaming"}', '{"user": "b", "text": "#spark is fast", "lang": "en"}'],
    ['{"user": "c", "text": "nothing here"}', 'not json', '{"user": "d"}'],
    ['{"user": "a", "text": "#Streaming #spark #Spark!"}'],
    [],
])


def decode(line):
    try:
        return [json.loads(line)]
    except ValueError as error:
        return [{"error": str(error)}]


decoded = tweets.flatMap(decode)
decoded.filter(lambda t: "error" in t).map(lambda t: t["error"]).pprint()
tags = decoded.flatMap(lambda t: t.get("text", "").split()).filter(lambda w: w.startswith("#")).map(lambda w: w.strip("#!.,").lower())
counts = tags.map(lambda tag: (tag, 1)).reduceByKeyAndWindow(lambda a, b: a + b, None, 3, 1)
ranked = counts.map(lambda kv: (kv[1], kv[0])).transform(lambda rdd: rdd.sortByKey(ascending=False))
ranked.pprint(2)


def show_top(time, rdd):
    top = rdd.take(2)
    print("top at %s: %s" % (time.strftime("%H:%M:%S"), ", ".join("%s (%d)" % (tag, n) for n, tag in top) or "none"))


ranked.foreachRDD(show_top)
decoded.map(lambda t: json.dumps(t, sort_keys=True)).pprint(1)
ssc.start()
sleep(5)
ssc.stop()
