"""Linear regression trained on an RDD: least squares by stochastic gradient descent, plain, Lasso and Ridge."""

from pyspark.core.rdd import RDD as _RDD
from pyspark.mllib.linalg import _convert_to_vector


class LinearRegressionModelBase(LinearModel):
    """A model that predicts `w · x + intercept`."""

    def predict(self, x):
        if isinstance(x, _RDD):
            return x.map(self.predict)
        x = _convert_to_vector(x)
        return self.weights.dot(x) + self.intercept


    def save(self, sc, path):
        about = f'"numFeatures":{len(self.weights)}'
        _save(self, sc, path, self._java_class, "1.0", about, [[self.intercept], self.weights.toArray()])

    @classmethod
    def load(cls, sc, path):
        (intercept,), weights = _load(cls, sc, path, cls._java_class, "1.0")
        return cls(weights, intercept)


class LassoModel(LinearRegressionModelBase):
    """A model that was fitted with an L1 penalty."""

    _java_class = "org.apache.spark.mllib.regression.LassoModel"


class RidgeRegressionModel(LinearRegressionModelBase):
    """A model that was fitted with an L2 penalty."""

    _java_class = "org.apache.spark.mllib.regression.RidgeRegressionModel"


def _fit(data, loss, penalty, initial_weights, intercept, validates, settings, called):
    """Weights and intercept that fit labelled points (`GeneralizedLinearAlgorithm.run`)."""
    first = data.first()
    if not isinstance(first, LabeledPoint):
        raise TypeError("data should be an RDD of LabeledPoint, but got %s" % type(first))
    if initial_weights is None:
        initial_weights = [0.0] * len(first.features)
    weights = [float(weight) for weight in _convert_to_vector(initial_weights).toArray()]
    if intercept:
        from pyspark.mllib.util import MLUtils

        data = data.map(lambda point: LabeledPoint(point.label, MLUtils.appendBias(point.features)))
        weights.append(1.0)
    weights = _descend(data, weights, loss, penalty, settings, validates, "o48." + called)
    bias = weights.pop() if intercept else 0.0
    return _convert_to_vector(weights), bias


class LinearRegressionWithSGD:
    """Trains a linear regression."""

    @classmethod
    def train(
        cls, data, iterations=100, step=1.0, miniBatchFraction=1.0, initialWeights=None, regParam=0.0, regType=None,
        intercept=False, validateData=True, convergenceTol=0.001,
    ):
        settings = [int(iterations), float(step), float(regParam), float(miniBatchFraction), float(convergenceTol)]
        called = "trainLinearRegressionModelWithSGD"
        return LinearRegressionModel(
            *_fit(data, "squares", regType, initialWeights, bool(intercept), False, settings, called)
        )


class LassoWithSGD:
    """Trains a linear regression with an L1 penalty."""

    @classmethod
    def train(
        cls, data, iterations=100, step=1.0, regParam=0.01, miniBatchFraction=1.0, initialWeights=None,
        intercept=False, validateData=True, convergenceTol=0.001,
    ):
        settings = [int(iterations), float(step), float(regParam), float(miniBatchFraction), float(convergenceTol)]
        called = "trainLassoModelWithSGD"
        return LassoModel(*_fit(data, "squares", "l1", initialWeights, bool(intercept), False, settings, called))


class RidgeRegressionWithSGD:
    """Trains a linear regression with an L2 penalty."""

    @classmethod
    def train(
        cls, data, iterations=100, step=1.0, regParam=0.01, miniBatchFraction=1.0, initialWeights=None,
        intercept=False, validateData=True, convergenceTol=0.001,
    ):
        settings = [int(iterations), float(step), float(regParam), float(miniBatchFraction), float(convergenceTol)]
        called = "trainRidgeModelWithSGD"
        return RidgeRegressionModel(
            *_fit(data, "squares", "l2", initialWeights, bool(intercept), False, settings, called)
        )
