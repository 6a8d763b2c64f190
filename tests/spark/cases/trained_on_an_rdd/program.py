from pyspark import SparkContext
from pyspark.mllib.classification import LogisticRegressionWithSGD, NaiveBayes, SVMModel, SVMWithSGD
from pyspark.mllib.linalg import SparseVector, Vectors
from pyspark.mllib.regression import (
    LabeledPoint,
    LassoWithSGD,
    LinearRegressionWithSGD,
    RidgeRegressionWithSGD,
)
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "trained offline, applied to a stream")
ssc = StreamingContext(sc, 1)


def tried(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, str(error).splitlines()[0].partition(" calling ")[0])


line = sc.parallelize([LabeledPoint(2.0 * x + 1.0, [float(x), float(x % 3)]) for x in range(6)], 2)
linear = LinearRegressionWithSGD.train(line, iterations=50, step=0.1)
print(linear, type(linear).__name__, linear.predict([3.0, 1.0]))
print(LinearRegressionWithSGD.train(line, 20, 0.05, intercept=True))
print(LinearRegressionWithSGD.train(line, 20, 0.05, regParam=0.1, regType="l1"))
print(LinearRegressionWithSGD.train(line, 20, 0.05, regParam=0.1, regType="l2", initialWeights=[1.0, 1.0]))
print(LinearRegressionWithSGD.train(line, 15, 0.05, miniBatchFraction=0.5))
lasso = LassoWithSGD.train(line, iterations=30, step=0.05, regParam=0.5)
ridge = RidgeRegressionWithSGD.train(line, iterations=30, step=0.05, regParam=0.5, intercept=True)
print(lasso, type(lasso).__name__, ridge, type(ridge).__name__)
print(lasso.predict(sc.parallelize([[1.0, 2.0], [0.0, 1.0]])).collect())

classes = sc.parallelize(
    [
        LabeledPoint(0.0, [0.0, 1.0]),
        LabeledPoint(1.0, [2.0, 0.5]),
        LabeledPoint(0.0, [0.5, 2.0]),
        LabeledPoint(1.0, [3.0, 1.0]),
        LabeledPoint(1.0, [2.5, 0.0]),
    ],
    2,
)
logistic = LogisticRegressionWithSGD.train(classes, iterations=20)
print(logistic, logistic.weights, logistic.predict([3.0, 0.0]), logistic.predict([0.0, 3.0]))
machine = SVMWithSGD.train(classes, iterations=20, step=0.5, regParam=0.02)
print(machine, type(machine).__name__, machine.threshold, machine.predict([2.0, 0.0]), machine.predict([0.0, 2.0]))
machine.clearThreshold()
print(machine.predict([2.0, 0.0]), machine.predict(sc.parallelize([[0.0, 2.0]])).collect())
print(SVMModel([1.0, -1.0], 0.5).predict(SparseVector(2, {1: 1.0})))
bayes = NaiveBayes.train(classes)
print(bayes.labels, bayes.pi, bayes.theta)
print(bayes.predict([3.0, 0.0]), bayes.predict(SparseVector(2, {1: 2.0})))
print(NaiveBayes.train(classes, 0.5).pi)

from pyspark.mllib.classification import NaiveBayesModel
from pyspark.mllib.regression import LassoModel

lasso.save(sc, "lasso")
machine.setThreshold(0.25)
machine.save(sc, "machine")
bayes.save(sc, "bayes")
print(LassoModel.load(sc, "lasso"), SVMModel.load(sc, "machine").predict([0.5, 0.1]))
print(SVMModel.load(sc, "machine").threshold, NaiveBayesModel.load(sc, "bayes").theta)
tried(lambda: lasso.save(sc, "lasso"))
tried(lambda: SVMModel.load(sc, "bayes"))
tried(lambda: LassoModel.load(sc, "nothing"))

sparse = sc.parallelize([LabeledPoint(1.0, SparseVector(3, {0: 1.0})), LabeledPoint(3.0, Vectors.sparse(3, [(1, 2.0)]))])
print(LinearRegressionWithSGD.train(sparse, iterations=10))
tried(lambda: LinearRegressionWithSGD.train(sc.parallelize([[1.0, 2.0]])))
tried(lambda: LogisticRegressionWithSGD.train(line))
tried(lambda: NaiveBayes.train(sc.parallelize([[1.0, 2.0]])))
tried(lambda: LinearRegressionWithSGD.train(line, regType="l3"))

queue = ssc.queueStream([[[0.1, 0.1], [3.0, 0.5]], [[2.0, 1.0]]])
queue.map(lambda x: (float(linear.predict(x)), logistic.predict(x), float(bayes.predict(x)))).pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(3)
ssc.stop()
