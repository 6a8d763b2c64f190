from time import sleep
from pyspark import SparkContext
from pyspark.mllib.clustering import StreamingKMeans
from pyspark.mllib.linalg import Vectors
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Network", master="local[2]")
ssc = StreamingContext(sc, 2)


def parse(line):
    name, *numbers = line.split(",")
    return name, Vectors.dense([float(n) for n in numbers])


flows = ssc.queueStream([["web,1,20", "dns,0.5,1"], ["web,1.5,25", "scan,90,1", "dns,0.4,2"], ["scan,80,2"], []]).map(parse)
model = StreamingKMeans(k=3, decayFactor=0.8).setInitialCenters([[0.0, 0.0], [1.0, 20.0], [50.0, 0.0]], [1.0, 1.0, 1.0])
labelled = model.predictOnValues(flows)
labelled.pprint()
labelled.map(lambda nc: (nc[1], 1)).reduceByKey(lambda a, b: a + b).transform(lambda rdd: rdd.sortByKey()).pprint()
model.trainOn(flows.map(lambda f: f[1]))
labelled.window(4).map(lambda nc: (nc[0], {nc[1]})).reduceByKey(lambda a, b: a | b).mapValues(sorted).pprint()
ssc.start()
sleep(8)
ssc.stop()
