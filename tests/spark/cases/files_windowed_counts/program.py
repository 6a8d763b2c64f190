import os
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

os.makedirs("logs")
sc = SparkContext("local[2]", "FileWindow")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("state")
levels = ssc.textFileStream("logs").map(lambda line: (line.split(" ")[0], 1))
levels.reduceByKeyAndWindow(lambda a, b: a + b, lambda a, b: a - b, 5, 1).pprint()
levels.updateStateByKey(lambda new, old: (old or 0) + sum(new)).pprint()
levels.window(2, 2).count().pprint()
ssc.start()
for number, text in enumerate(["INFO a\nWARN b\n", "ERROR c\n", None, "INFO d\nINFO e\n", None, None]):
    if text:
        name = "part-%d.log" % number
        with open(name, "w") as f:
            f.write(text)
        os.rename(name, os.path.join("logs", name))
    sleep(1)
ssc.stop()
