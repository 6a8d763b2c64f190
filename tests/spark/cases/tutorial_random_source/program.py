import random
import string
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

random.seed(2024)
sc = SparkContext("local[2]", "RandomSource")
ssc = StreamingContext(sc, 1)


def sentence():
    return " ".join("".join(random.choice(string.ascii_lowercase[:4]) for _ in range(random.randint(1, 3))) for _ in range(random.randint(2, 6)))


batches = [[sentence() for _ in range(random.randrange(1, 5))] for _ in range(4)]
lines = ssc.queueStream(batches)
lines.pprint()
lines.flatMap(str.split).countByValue().transform(lambda rdd: rdd.sortBy(lambda kv: (-kv[1], kv[0]))).pprint(5)
lines.map(lambda line: (len(line.split()), random.Random(line).randint(1, 100))).pprint()
values = ssc.queueStream([[round(random.gauss(50, 10), 3) for _ in range(6)] for _ in range(4)])
values.map(lambda v: (v // 10 * 10, 1)).reduceByKey(lambda a, b: a + b).pprint()
ssc.start()
sleep(4)
ssc.stop()
print(random.random())
