from time import sleep
from pyspark import SparkContext
from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Swapped", master="local[2]")
ssc = StreamingContext(sc, 1)
points = ssc.queueStream([[LabeledPoint(2.0, [1.0])] for _ in range(5)])
model = StreamingLinearRegressionWithSGD(0.5, 1)
model.setInitialWeights([0.0])
model.predictOnValues(points.map(lambda p: (p.label, p.features))).pprint()
model.trainOn(points)
ssc.start()
sleep(2)
print(model.latestModel().weights)
model.setInitialWeights([100.0])
print(model.latestModel().weights)
sleep(2)
print(model.latestModel())
ssc.stop()
