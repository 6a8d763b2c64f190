"""The samplers that `RDD.sample`, `randomSplit` and `sampleByKey` use, for programs that use them themselves."""

import math as _math
import random as _random
import sys as _sys


class RDDSamplerBase:
    def __init__(self, withReplacement, seed=None):
        self._seed = _random.randint(0, _sys.maxsize) if seed is None else seed
        self._withReplacement = withReplacement
        self._random = None

    def initRandomGenerator(self, split):
        self._random = _random.Random(self._seed ^ split)
        for _ in range(10):
            self._random.randint(0, 1)

    def getUniformSample(self):
        return self._random.random()

    def getPoissonSample(self, mean):
        k = 0
        if mean < 20.0:
            least = _math.exp(-mean)
            p = self._random.random()
            while p > least:
                k += 1
                p *= self._random.random()
        else:
            p = self._random.expovariate(mean)
            while p < 1.0:
                k += 1
                p += self._random.expovariate(mean)
        return k

    def func(self, split, iterator):
        self.initRandomGenerator(split)
        for record in iterator:
            for _ in range(self._times(record)):
                yield record

    def _times_of(self, fraction):
        if self._withReplacement:
            return self.getPoissonSample(fraction)
        return self.getUniformSample() < fraction


class RDDSampler(RDDSamplerBase):
    def __init__(self, withReplacement, fraction, seed=None):
        RDDSamplerBase.__init__(self, withReplacement, seed)
        self._fraction = fraction

    def _times(self, record):
        return self._times_of(self._fraction)


class RDDRangeSampler(RDDSamplerBase):
    def __init__(self, lowerBound, upperBound, seed=None):
        RDDSamplerBase.__init__(self, False, seed)
        self._lowerBound = lowerBound
        self._upperBound = upperBound

    def _times(self, record):
        return self._lowerBound <= self.getUniformSample() < self._upperBound


class RDDStratifiedSampler(RDDSamplerBase):
    def __init__(self, withReplacement, fractions, seed=None):
        RDDSamplerBase.__init__(self, withReplacement, seed)
        self._fractions = fractions

    def _times(self, record):
        return self._times_of(self._fractions[record[0]])
