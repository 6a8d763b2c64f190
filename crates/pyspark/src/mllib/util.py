"""`MLUtils`: labelled points in files of text; `LinearDataGenerator`: data that a linear model fits."""

from math import log as _log, sqrt as _sqrt

from pyspark.mllib.linalg import SparseVector, Vectors, _convert_to_vector
from pyspark.mllib.regression import LabeledPoint


class MLUtils:
    @staticmethod
    def _parse_libsvm_line(line):
        label, *items = line.split(None)
        pairs = [item.split(":") for item in items]
        return float(label), [int(index) - 1 for index, _ in pairs], [float(value) for _, value in pairs]

    @staticmethod
    def _convert_labeled_point_to_libsvm(p):
        if not isinstance(p, LabeledPoint):
            raise TypeError("%s should be a LabeledPoint" % type(p))
        v = _convert_to_vector(p.features)
        pairs = zip(v.indices, v.values) if isinstance(v, SparseVector) else enumerate(v)
        return " ".join([str(p.label)] + [f"{int(index) + 1}:{value}" for index, value in pairs])

    @staticmethod
    def loadLibSVMFile(sc, path, numFeatures=-1, minPartitions=None):
        lines = sc.textFile(path, minPartitions if minPartitions is not None else min(sc.defaultParallelism, 2))
        parsed = lines.map(MLUtils._parse_libsvm_line)
        if numFeatures <= 0:
            parsed.cache()
            numFeatures = parsed.map(lambda point: -1 if not point[1] else point[1][-1]).reduce(max) + 1
        return parsed.map(lambda point: LabeledPoint(point[0], Vectors.sparse(numFeatures, point[1], point[2])))

    @staticmethod
    def saveAsLibSVMFile(data, dir):
        data.map(MLUtils._convert_labeled_point_to_libsvm).saveAsTextFile(dir)

    @staticmethod
    def loadLabeledPoints(sc, path, minPartitions=None):
        lines = sc.textFile(path, minPartitions or min(sc.defaultParallelism, 2))
        return lines.map(_labeled_point)

    @staticmethod
    def loadVectors(sc, path):
        return sc.textFile(path).map(Vectors.parse)

    @staticmethod
    def appendBias(data):
        v = _convert_to_vector(data)
        if isinstance(v, SparseVector):
            return SparseVector(len(v) + 1, [*v.indices, len(v)], [*v.values, 1.0])
        return Vectors.dense([*v.toArray(), 1.0])


def _labeled_point(text):
    text = text.strip()
    if not text.startswith("("):
        label, features = text.split(",")
        return LabeledPoint(float(label), Vectors.dense([float(x) for x in features.split()]))
    label, features = text[1:-1].split(",", 1)
    return LabeledPoint(float(label), Vectors.parse(features))


class _JavaRandom:
    """`java.util.Random`."""

    def __init__(self, seed):
        self._state = (seed ^ 0x5DEECE66D) & ((1 << 48) - 1)
        self._kept = None

    def _bits(self, count):
        self._state = (self._state * 0x5DEECE66D + 0xB) & ((1 << 48) - 1)
        return self._state >> (48 - count)

    def double(self):
        return ((self._bits(26) << 27) + self._bits(27)) * (1.0 / (1 << 53))

    def gaussian(self):
        if self._kept is not None:
            kept, self._kept = self._kept, None
            return kept
        while True:
            first, second = 2 * self.double() - 1, 2 * self.double() - 1
            square = first * first + second * second
            if 0 < square < 1:
                break
        factor = _sqrt(-2 * _log(square) / square)
        self._kept = second * factor
        return first * factor


class LinearDataGenerator:
    @staticmethod
    def generateLinearInput(intercept, weights, xMean, xVariance, nPoints, seed, eps):
        weights = [float(weight) for weight in weights]
        spread = [_sqrt(12.0 * float(variance)) for variance in xVariance]
        random = _JavaRandom(int(seed))
        points = []
        for _ in range(int(nPoints)):
            x = [(random.double() - 0.5) * spread[at] + float(xMean[at]) for at in range(len(weights))]
            y = sum(weight * value for weight, value in zip(weights, x)) + float(intercept)
            points.append(LabeledPoint(y + float(eps) * random.gaussian(), x))
        return points

    @staticmethod
    def generateLinearRDD(sc, nexamples, nfeatures, eps, nParts=2, intercept=0.0):
        random = _JavaRandom(42)
        weights = [random.double() - 0.5 for _ in range(int(nfeatures))]
        means, variances = [0.0] * int(nfeatures), [1.0 / 3.0] * int(nfeatures)

        count = int(nexamples) // int(nParts)

        def part(number):
            return LinearDataGenerator.generateLinearInput(
                float(intercept), weights, means, variances, count, 42 + number, float(eps)
            )

        return sc.parallelize(range(int(nParts)), int(nParts)).flatMap(part)
