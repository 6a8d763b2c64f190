import os
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

os.makedirs("inbox")


def drop(name, text):
    with open("draft", "w", encoding="utf-8") as f:
        f.write(text)
    os.replace("draft", os.path.join("inbox", name))


drop("before.txt", "existed before the stream\n")
os.utime("inbox/before.txt", (1704000000, 1704000000))
sc = SparkContext("local[2]", "FileRules")
ssc = StreamingContext(sc, 1)
lines = ssc.textFileStream("inbox")
lines.pprint()
lines.glom().pprint()
lines.count().pprint()
ssc.start()
drop("a.txt", "one\ntwo\n")
sleep(1)
drop("b.txt", "drei\r\nvier\rfünf")
sleep(1)
drop("a.txt", "replaced\n")
drop(".hidden", "hidden\n")
drop("empty.txt", "")
sleep(1)
drop("c.txt", "\n\nlast")
sleep(2)
ssc.stop()
