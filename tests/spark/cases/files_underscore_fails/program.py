import os
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

os.makedirs("inbox")


def drop(name, text):
    with open("draft", "w") as f:
        f.write(text)
    os.replace("draft", os.path.join("inbox", name))


sc = SparkContext(appName="Underscore")
ssc = StreamingContext(sc, 1)
ssc.textFileStream("inbox").pprint()
ssc.queueStream([[n] for n in range(1, 5)]).pprint()
ssc.start()
drop("fine.txt", "fine\n")
sleep(1)
drop("_SUCCESS", "not read\n")
drop("lost.txt", "lost\n")
sleep(1)
drop("later.txt", "later\n")
sleep(2)
ssc.stop()
