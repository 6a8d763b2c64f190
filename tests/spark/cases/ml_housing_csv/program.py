from time import sleep
from pyspark import SparkContext
from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "HousingCsv")
ssc = StreamingContext(sc, 1)
with open("houses.csv") as source:
    header, *rows = [line.strip().split(",") for line in source if line.strip()]
print(header, len(rows))
batches = [rows[i:i + 3] for i in range(0, len(rows), 3)]
scale = {name: max(float(row[i]) for row in rows) for i, name in enumerate(header)}


def point(row):
    values = [float(v) / scale[name] for v, name in zip(row, header)]
    return LabeledPoint(values[-1], [1.0] + values[:-1])


stream = ssc.queueStream([sc.parallelize(batch, 1) for batch in batches])
model = StreamingLinearRegressionWithSGD(stepSize=0.5, numIterations=20).setInitialWeights([0.0] * len(header))
model.trainOn(stream.map(point))
model.predictOnValues(stream.map(lambda row: (float(row[-1]), point(row).features))).map(
    lambda yp: "%7.1f predicted %7.1f" % (yp[0], yp[1] * scale["price"])).pprint()
ssc.start()
sleep(len(batches) + 1)
ssc.stop()
print(["%.6f" % w for w in model.latestModel().weights])
