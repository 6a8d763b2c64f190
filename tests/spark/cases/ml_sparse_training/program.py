from time import sleep
from pyspark import SparkContext
from pyspark.mllib.classification import StreamingLogisticRegressionWithSGD
from pyspark.mllib.linalg import Vectors
from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Sparse", master="local[1]")
ssc = StreamingContext(sc, 1)
words = {"free": 0, "money": 1, "meeting": 2, "lunch": 3}


def featurize(text):
    counts = {}
    for word in text.split():
        if word in words:
            counts[words[word]] = counts.get(words[word], 0.0) + 1.0
    return Vectors.sparse(len(words), counts)


mails = ssc.queueStream([[(1, "free money free"), (0, "meeting at lunch")], [(1, "money money"), (0, "lunch")], [(1, "free lunch")]])
points = mails.map(lambda m: LabeledPoint(m[0], featurize(m[1])))
classifier = StreamingLogisticRegressionWithSGD(1.0, 5).setInitialWeights([0.0] * 4)
scorer = StreamingLinearRegressionWithSGD(0.1, 3).setInitialWeights([0.0] * 4)
classifier.trainOn(points)
scorer.trainOn(points)
points.pprint()
classifier.predictOnValues(mails.mapValues(featurize)).pprint()
mails.foreachRDD(lambda rdd: print(*("%.6f" % w for m in (classifier, scorer) for w in m.latestModel().weights)))
ssc.start()
sleep(4)
ssc.stop()
