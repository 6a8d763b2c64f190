"""`Statistics`: the columns of vectors, and how two series go together."""

import math as _math

import numpy as _np

from pyspark._absent import not_here as _not_here
from pyspark.mllib.linalg import Vectors as _Vectors

__all__ = ["MultivariateStatisticalSummary", "Statistics"]


class _Columns:
    """What is added up of vectors, column by column; it merges as Spark's `MultivariateOnlineSummarizer`."""

    def __init__(self, size):
        zeros = [0.0] * size
        self.count = 0
        self.mean, self.squares = list(zeros), list(zeros)
        self.nonzeros, self.l1, self.l2 = list(zeros), list(zeros), list(zeros)
        self.max, self.min = [-_math.inf] * size, [_math.inf] * size

    def add(self, values):
        if len(values) != len(self.mean):
            raise ValueError(
                f"Dimensions mismatch when adding new sample. Expecting {len(self.mean)} but got {len(values)}."
            )
        self.count += 1
        for at, value in enumerate(values):
            delta = value - self.mean[at]
            self.mean[at] += delta / self.count
            self.squares[at] += delta * (value - self.mean[at])
            self.nonzeros[at] += value != 0.0
            self.l1[at] += abs(value)
            self.l2[at] += value * value
            self.max[at] = max(self.max[at], value)
            self.min[at] = min(self.min[at], value)

    def merge(self, other):
        count = self.count + other.count
        for at, mean in enumerate(other.mean):
            delta = mean - self.mean[at]
            self.mean[at] += delta * other.count / count
            self.squares[at] += other.squares[at] + delta * delta * self.count * other.count / count
            self.nonzeros[at] += other.nonzeros[at]
            self.l1[at] += other.l1[at]
            self.l2[at] += other.l2[at]
            self.max[at] = max(self.max[at], other.max[at])
            self.min[at] = min(self.min[at], other.min[at])
        self.count = count
        return self


def _values(vector):
    if not hasattr(vector, "toArray"):
        vector = _Vectors.dense(vector)
    return vector.toArray().tolist()


def _summarize(vectors):
    columns = None
    for vector in vectors:
        values = _values(vector)
        if columns is None:
            columns = _Columns(len(values))
        columns.add(values)
    return [] if columns is None else [columns]


class MultivariateStatisticalSummary:
    """What `Statistics.colStats` found, each as an array with an item a column."""

    def __init__(self, columns):
        self._columns = columns

    def count(self):
        return self._columns.count

    def mean(self):
        return _np.array(self._columns.mean)

    def variance(self):
        more = self._columns.count - 1
        return _np.array([squares / more if more else 0.0 for squares in self._columns.squares])

    def numNonzeros(self):
        return _np.array(self._columns.nonzeros)

    def max(self):
        return _np.array(self._columns.max)

    def min(self):
        return _np.array(self._columns.min)

    def normL1(self):
        return _np.array(self._columns.l1)

    def normL2(self):
        return _np.array([_math.sqrt(total) for total in self._columns.l2])


class Statistics:
    @staticmethod
    def colStats(rdd):
        return MultivariateStatisticalSummary(rdd.mapPartitions(_summarize).reduce(_Columns.merge))

    @staticmethod
    def corr(x, y=None, method=None):
        if not y:
            raise _not_here("Statistics.corr of one RDD", "it gives a matrix. Pass two RDDs of numbers")
        if method not in (None, "pearson"):
            raise _not_here(f"Statistics.corr by {method}", "leave method out for Pearson's")
        columns = x.zip(y).mapPartitions(_summarize).reduce(_Columns.merge)
        mean_x, mean_y = columns.mean
        together = x.zip(y).map(lambda pair: (pair[0] - mean_x) * (pair[1] - mean_y)).sum()
        return together / _math.sqrt(columns.squares[0] * columns.squares[1])

    @staticmethod
    def chiSqTest(observed, expected=None):
        raise _not_here("Statistics.chiSqTest", "count with countByValue, and compare the counts")

    @staticmethod
    def kolmogorovSmirnovTest(data, distName="norm", *params):
        raise _not_here("Statistics.kolmogorovSmirnovTest", "sort the records, and compare them with what is expected")
