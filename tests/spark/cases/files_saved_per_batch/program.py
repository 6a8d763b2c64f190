import os
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[3]", "Save")
ssc = StreamingContext(sc, 1)
stream = ssc.queueStream([[1, "two", None, 4.5], [("a", [1]), "multi\nline"], []])
stream.saveAsTextFiles("out/all", "txt")
stream.repartition(1).saveAsTextFiles("out/one")
stream.map(str).filter(lambda s: len(s) > 4).saveAsTextFiles("out/long", suffix="")
ssc.start()
sleep(3)
ssc.stop()
for folder in sorted(os.listdir("out")):
    print(folder)
    for name in sorted(os.listdir(os.path.join("out", folder))):
        if not name.startswith("."):
            with open(os.path.join("out", folder, name), encoding="utf-8") as f:
                print("  ", name, repr(f.read()))
