# records: 800000
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="WordCount")
ssc = StreamingContext(sc, 1)
lines = [f"the brook runs {i % 97} to the sea {i % 13}" for i in range(25000)]
ssc.queueStream([sc.parallelize(lines) for _ in range(4)]).flatMap(lambda line: line.split(" ")).map(
    lambda word: (word, 1)
).reduceByKey(lambda a, b: a + b).pprint(5)
ssc.start()
sleep(4)
ssc.stop()
