from time import sleep
from pyspark import SparkContext
from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="WindowTraining", master="local[1]")
ssc = StreamingContext(sc, 1)
raw = ssc.queueStream([[(x, 3.0 * x)] for x in (0.1, 0.5, 0.2, 0.9)])
points = raw.map(lambda xy: LabeledPoint(xy[1], [xy[0]]))
windowed = StreamingLinearRegressionWithSGD(1.0, 10, convergenceTol=0.0).setInitialWeights([0.0])
plain = StreamingLinearRegressionWithSGD(1.0, 10, convergenceTol=0.0).setInitialWeights([0.0])
windowed.trainOn(points.window(2, 2))
plain.trainOn(points)
raw.foreachRDD(lambda rdd: print("%.9f %.9f" % (windowed.latestModel().weights[0], plain.latestModel().weights[0])))
ssc.start()
sleep(5)
ssc.stop()
