from time import sleep
from pyspark import SparkContext
from pyspark.mllib.linalg import Vectors
from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD
from pyspark.streaming import StreamingContext


def parse(line):
    label, _, features = line.partition(":")
    return LabeledPoint(float(label), [float(x) for x in features.split()])


sc = SparkContext("local[2]", "Housing")
ssc = StreamingContext(sc, 2)
training = ssc.queueStream([["3.0:1.0 1.0", "5.0:2.0 1.0"], ["4.0:1.5 1.0"], ["7.0:3.0 1.0", "1.0:0.0 1.0"]]).map(parse)
test = ssc.queueStream([["3.1:1.0 1.0"], ["5.2:2.0 1.0", "9.0:4.0 1.0"], ["1.0:0.0 1.0"]]).map(parse).cache()
model = StreamingLinearRegressionWithSGD(stepSize=0.1, numIterations=25)
model.setInitialWeights(Vectors.dense([0.0, 0.0]))
model.trainOn(training)
predictions = model.predictOnValues(test.map(lambda p: (p.label, p.features)))
predictions.pprint()
predictions.map(lambda lp: (lp[0] - lp[1]) ** 2).reduce(lambda a, b: a + b).map(lambda e: "error %.6f" % e).pprint()
ssc.start()
sleep(8)
ssc.stop(stopSparkContext=True, stopGraceFully=True)
print(["%.6f" % w for w in model.latestModel().weights])
