import numpy as np
from time import sleep
from pyspark import SparkContext
from pyspark.mllib.linalg import Vectors
from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Numpy", master="local[2]")
ssc = StreamingContext(sc, 1)
points = ssc.queueStream([sc.parallelize([LabeledPoint(1.5, [1, 2]), LabeledPoint(0, [0, 1])], 1), sc.parallelize([LabeledPoint(3, [2, 2])], 1)])
model = StreamingLinearRegressionWithSGD(0.1, 2).setInitialWeights(np.array([0.5, -0.5]))
model.trainOn(points)
predictions = model.predictOnValues(points.map(lambda p: (p.label, p.features)))
predictions.pprint()
predictions.map(lambda lp: lp[1]).pprint()
predictions.map(lambda lp: float(lp[1])).pprint()
predictions.map(lambda lp: "%s %.3f" % (lp[1], lp[1])).pprint()
predictions.map(lambda lp: [lp[1]]).pprint()
predictions.map(lambda lp: round(lp[1], 2)).pprint()
predictions.map(lambda lp: (lp[1] > 0, abs(lp[0] - lp[1]))).pprint()
ssc.start()
sleep(3)
print(model.latestModel().weights.toArray().tolist())
ssc.stop()
