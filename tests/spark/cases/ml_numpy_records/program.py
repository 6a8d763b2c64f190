from time import sleep
import numpy as np
from pyspark import SparkContext
from pyspark.mllib.clustering import StreamingKMeans
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "NumpyRecords")
ssc = StreamingContext(sc, 1)
rows = ssc.queueStream([
    [np.array([0.5, 1.0]), np.array([9.0, 11.25])],
    [np.array([1.5, 0.0]), np.array([8.0, 10.0]), np.array([1 / 3, 2e-5])],
    [np.arange(2) * 100.0],
])
rows.pprint()
rows.map(lambda row: (row.sum(), row.mean(), row.max(), row.argmin(), row > 1, row.shape)).pprint()
rows.map(lambda row: [row]).pprint()
rows.reduce(lambda a, b: a + b).map(lambda total: (total / 2, np.linalg.norm(total), np.sqrt(total))).pprint()
rows.map(lambda row: (int(row[0]) % 2, row[1])).reduceByKey(max).pprint()
model = StreamingKMeans(2, 0.5).setInitialCenters(np.array([[0.0, 0.0], [10.0, 10.0]]), np.array([1.0, 1.0]))
model.trainOn(rows)
model.predictOn(rows).pprint()
rows.count().map(lambda n: np.float64(n) / 3).pprint()
rows.foreachRDD(lambda rdd: print(np.array(rdd.collect())))
ssc.start()
for _ in range(3):
    sleep(1)
    print(model.latestModel().centers, model.latestModel().clusterWeights, model.latestModel().k)
ssc.stop()
print(model.latestModel().centers[0], np.round(model.latestModel().centers, 3).tolist())
