"""Classification trained on an RDD: logistic regression, support vector machines, naive Bayes."""

from pyspark.core.rdd import RDD as _RDD
from pyspark.mllib.linalg import _convert_to_vector
from pyspark.mllib.regression import LabeledPoint, LinearModel, _fit, _load, _save

_SVM = "org.apache.spark.mllib.classification.SVMModel"
_BAYES = "org.apache.spark.mllib.classification.NaiveBayesModel"


class LinearClassificationModel(LinearModel):
    """A linear model that predicts a class by a threshold."""

    def __init__(self, weights, intercept):
        super().__init__(weights, intercept)
        self._threshold = None

    def setThreshold(self, value):
        self._threshold = value

    @property
    def threshold(self):
        return self._threshold

    def clearThreshold(self):
        self._threshold = None


class SVMModel(LinearClassificationModel):
    """A support vector machine: 1 where the margin is above the threshold, else 0."""

    def __init__(self, weights, intercept):
        super().__init__(weights, intercept)
        self._threshold = 0.0

    def predict(self, x):
        if isinstance(x, _RDD):
            return x.map(self.predict)
        margin = self.weights.dot(_convert_to_vector(x)) + self.intercept
        if self._threshold is None:
            return margin
        return 1 if margin > self._threshold else 0

    def save(self, sc, path):
        about = f'"numFeatures":{len(self.weights)},"numClasses":2'
        # Spark saves the threshold that a model begins with, not the one that the program has set.
        _save(self, sc, path, _SVM, "1.0", about, [[self.intercept], self.weights.toArray()])

    @classmethod
    def load(cls, sc, path):
        (intercept,), weights = _load(cls, sc, path, _SVM, "1.0")
        return cls(weights, intercept)


class LogisticRegressionWithSGD:
    """Trains a logistic regression of two classes."""

    @classmethod
    def train(
        cls, data, iterations=100, step=1.0, miniBatchFraction=1.0, initialWeights=None, regParam=0.01, regType="l2",
        intercept=False, validateData=True, convergenceTol=0.001,
    ):
        settings = [int(iterations), float(step), float(regParam), float(miniBatchFraction), float(convergenceTol)]
        called = "trainLogisticRegressionModelWithSGD"
        weights, bias = _fit(
            data, "logistic", regType, initialWeights, bool(intercept), bool(validateData), settings, called
        )
        return LogisticRegressionModel(weights, bias, len(weights), 2)


class SVMWithSGD:
    """Trains a support vector machine of two classes."""

    @classmethod
    def train(
        cls, data, iterations=100, step=1.0, regParam=0.01, miniBatchFraction=1.0, initialWeights=None, regType="l2",
        intercept=False, validateData=True, convergenceTol=0.001,
    ):
        settings = [int(iterations), float(step), float(regParam), float(miniBatchFraction), float(convergenceTol)]
        called = "trainSVMModelWithSGD"
        return SVMModel(
            *_fit(data, "hinge", regType, initialWeights, bool(intercept), bool(validateData), settings, called)
        )


class NaiveBayesModel:
    """Multinomial naive Bayes: logarithms of the priors and of the likelihoods."""

    def __init__(self, labels, pi, theta):
        self.labels = labels
        self.pi = pi
        self.theta = theta

    def predict(self, x):
        import numpy

        if isinstance(x, _RDD):
            return x.map(self.predict)
        x = _convert_to_vector(x)
        return self.labels[numpy.argmax(self.pi + x.dot(self.theta.transpose()))]

    def save(self, sc, path):
        about = f'"numFeatures":{len(self.theta[0])},"numClasses":{len(self.labels)}'
        _save(self, sc, path, _BAYES, "2.0", about, [self.labels, self.pi, *self.theta])

    @classmethod
    def load(cls, sc, path):
        import numpy

        labels, pi, *theta = _load(cls, sc, path, _BAYES, "2.0")
        return cls(numpy.array(labels), numpy.array(pi), numpy.array(theta))


class NaiveBayes:
    """Trains multinomial naive Bayes with additive smoothing."""

    @classmethod
    def train(cls, data, lambda_=1.0):
        import numpy
        from math import log

        first = data.first()
        if not isinstance(first, LabeledPoint):
            raise ValueError("`data` should be an RDD of LabeledPoint")

        def add(sums, features):
            count, total = sums
            values = features.toArray()
            return count + 1, values if total is None else total + values

        def merge(left, right):
            return left[0] + right[0], left[1] + right[1]

        features = data.map(lambda point: (point.label, point.features))
        groups = sorted(features.aggregateByKey((0, None), add, merge).collect(), key=lambda group: group[0])
        documents = sum(count for _, (count, _) in groups)
        scale = log(documents + len(groups) * lambda_)
        labels, priors, likelihoods = [], [], []
        for label, (count, total) in groups:
            room = log(float(total.sum()) + len(total) * lambda_)
            labels.append(label)
            priors.append(log(count + lambda_) - scale)
            likelihoods.append([log(float(value) + lambda_) - room for value in total])
        return NaiveBayesModel(numpy.array(labels), numpy.array(priors), numpy.array(likelihoods))
