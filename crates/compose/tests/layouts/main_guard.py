from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

if __name__ == "__main__":
	sc = SparkContext(appName="Guarded")
	ssc = StreamingContext(sc, batchDuration=0.5)
	words = ssc.queueStream([sc.parallelize(["naïve 😀", "日本"], 2), sc.parallelize(["b"],), ]); other = ssc.queueStream(rdds=[["x"]])
	pairs = words.flatMap(lambda line: line.split(" ")).map(lambda w: (w, "😀")); pairs.pprint(3); pairs.pprint()
	pairs.join(other.map(lambda w: (w, 1)).filter(lambda p: True), numPartitions=2).mapValues(str).pprint()
	ssc.union(pairs, other).count().pprint()
	ssc.transform([pairs, other], lambda rdds: rdds[0]).foreachRDD(lambda rdd: print(rdd.count()))
	pairs.transformWith(lambda a, b: a.union(b), other, keepSerializer=True).pprint()
	ssc.start()
	sleep(2)
	ssc.stop()
