from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="ReadOnly")
ssc = StreamingContext(sc, 1)
options = {"num": 3}
data = [[1, 2], [3]]
data.append([4])
stream = ssc.queueStream(data)
for n in range(3):
    stream = stream.map(lambda x: x + 1)
stream.pprint(**options)


def output(some):
    some.filter(lambda x: x).pprint(*[2])


output(stream)
output(ssc.queueStream([[1], *data]))
if len(data) > 2:
    chosen = ssc.queueStream([[5], (6, 7), list("ab"), [*data]])
else:
    chosen = ssc.textFileStream("inbox")
chosen.pprint()
[ssc.queueStream([[n]]).pprint() for n in range(2)]
ssc.start()
sleep(2)
ssc.stop()
