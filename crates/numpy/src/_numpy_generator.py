# numpy.random.default_rng: a generator on PCG64, whose normal and exponential numbers come by the ziggurat.

import math
from _numpy import *
from _numpy import _PCG64
from _numpy_arrays import *
from _numpy_elements import min, max
from _numpy_random import _Distributions, _count, _sized, _population, _probabilities, _without_repeats


def _layers(last, area, density, inverse, bits):
    # Edges of 256 layers of one area under a density, scaled to random integers of so many bits.
    edges = [0.0] * 256
    edges[255] = last
    for at in range(254, 0, -1):
        edges[at] = inverse(area / edges[at + 1] + density(edges[at + 1]))
    edges[0] = area / density(last)
    unit = 2.0 ** bits
    within = [int(last / edges[0] * unit), 0] + [int(edges[at - 1] / edges[at] * unit) for at in range(2, 256)]
    return within, [edge / unit for edge in edges], [1.0] + [density(edge) for edge in edges[1:]]


_NORMAL_LAST, _EXPONENTIAL_LAST = 3.6541528853610088, 7.69711747013104972
_tables = {}


def _normal_table():
    if 'normal' not in _tables:
        _tables['normal'] = _layers(_NORMAL_LAST, 0.004928673233974651, lambda x: math.exp(-0.5 * x * x),
                                    lambda y: math.sqrt(-2.0 * math.log(y)), 52)
    return _tables['normal']


def _exponential_table():
    if 'exponential' not in _tables:
        _tables['exponential'] = _layers(_EXPONENTIAL_LAST, 0.003949659822581572, lambda x: math.exp(-x),
                                         lambda y: -math.log(y), 53)
    return _tables['exponential']


class Generator(_Distributions):
    _legacy = False

    def __init__(self, bit_generator):
        self.bit_generator = self._bits = bit_generator

    def __repr__(self):
        return 'Generator(PCG64)'

    def _double(self):
        return self._bits._uniform()

    def _doubles(self, count):
        return self._bits._uniform(count)

    def _gauss(self):
        within, widths, heights = _normal_table()
        while True:
            drawn = self._bits._long()
            layer, drawn = drawn & 0xff, drawn >> 8
            size = (drawn >> 1) & 0xfffffffffffff
            x = -size * widths[layer] if drawn & 1 else size * widths[layer]
            if size < within[layer]:
                return x
            if layer == 0:
                while True:
                    beyond = -math.log1p(-self._double()) / _NORMAL_LAST
                    above = -math.log1p(-self._double())
                    if above + above > beyond * beyond:
                        return -(_NORMAL_LAST + beyond) if size >> 8 & 1 else _NORMAL_LAST + beyond
            elif (heights[layer - 1] - heights[layer]) * self._double() + heights[layer] < math.exp(-0.5 * x * x):
                return x

    def _exponential(self):
        within, widths, heights = _exponential_table()
        while True:
            drawn = self._bits._long() >> 3
            layer, drawn = drawn & 0xff, drawn >> 8
            x = drawn * widths[layer]
            if drawn < within[layer]:
                return x
            if layer == 0:
                return _EXPONENTIAL_LAST - math.log1p(-self._double())
            if (heights[layer - 1] - heights[layer]) * self._double() + heights[layer] < math.exp(-x):
                return x

    def random(self, size=None, dtype=float64, out=None):
        if size is None:
            return self._double()
        return self._doubles(_count(size)).reshape(size)

    def uniform(self, low=0.0, high=1.0, size=None):
        if isinstance(low, (list, tuple, ndarray)) or isinstance(high, (list, tuple, ndarray)):
            return _sized(size, lambda low, high: low + (high - low) * self._double(), low, high)
        return low + (high - low) * self.random(size)

    def standard_normal(self, size=None, dtype=float64, out=None):
        return _sized(size, self._gauss)

    def normal(self, loc=0.0, scale=1.0, size=None):
        if (asarray(scale) < 0).any():
            raise ValueError("scale < 0")
        return _sized(size, lambda loc, scale: loc + scale * self._gauss(), loc, scale)

    def integers(self, low, high=None, size=None, dtype=int64, endpoint=False):
        if high is None:
            low, high = 0, low
        if isinstance(low, (list, tuple, ndarray)) or isinstance(high, (list, tuple, ndarray)):
            more = 0 if endpoint else 1
            return _sized(size, lambda low, high: low + self._bits._up_to(int(high) - int(low) - more), low, high)
        low, high = int(low), int(high) + (1 if endpoint else 0)
        if low >= high:
            raise ValueError("low >= high" if low or high > 0 else "high <= 0")
        if size is None:
            return asarray(low + self._bits._up_to(high - 1 - low)).astype(dtype)[()]
        return (self._bits._up_to(high - 1 - low, _count(size)).astype(int64) + low).astype(dtype).reshape(size)

    def bytes(self, length):
        words = [self._bits._word() for _ in range((length + 3) // 4)]
        return b''.join([word.to_bytes(4, 'little') for word in words])[:length]

    def shuffle(self, x, axis=0):
        if isinstance(x, ndarray) and axis:
            x = x.swapaxes(0, axis)
        for i in range(len(x) - 1, 0, -1):
            j = self._bits._masked(i)
            if isinstance(x, ndarray) and x.ndim > 1:
                x[[i, j]] = x[[j, i]]
            else:
                x[i], x[j] = x[j], x[i]

    def permutation(self, x, axis=0):
        if isinstance(x, (int, integer)):
            result = list(range(x))
            self.shuffle(result)
            return array(result, int64)
        x = asarray(x)
        if x.ndim == 1:
            result = x.copy()
            self.shuffle(result)
            return result
        return x.take(self.permutation(x.shape[axis]), axis)

    def permuted(self, x, *, axis=None, out=None):
        x = asarray(x)
        result = x.ravel().copy()
        self.shuffle(result)
        return result.reshape(x.shape)

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        a, n = _population(a)
        if n == 0 and (size is None or _count(size)):
            raise ValueError("a cannot be empty unless no samples are taken")
        if p is not None:
            p = _probabilities(p, n)
        count = 1 if size is None else _count(size)
        if replace:
            if p is not None:
                cdf = p.cumsum()
                cdf /= cdf[-1]
                chosen = cdf.searchsorted(self.random(size), 'right')
            else:
                chosen = self.integers(0, n, size)
        else:
            if count > n:
                raise ValueError("Cannot take a larger sample than population when replace is False")
            if p is not None:
                chosen = _without_repeats(self, p, count)
            else:
                chosen = array(self._sample(n, count, shuffle), int64)
            chosen = chosen[0] if size is None else chosen.reshape(size)
        if size is None:
            chosen = int(chosen)
        return chosen if isinstance(a, (int, integer)) else a.take(chosen, axis)

    def _sample(self, n, count, shuffle):
        if n > 10000 and count > n // (50 if shuffle else 20):
            places = list(range(n))
            self._exchange(places, n - count if n - count > 1 else 1)
            return places[n - count:]
        # Floyd's way.
        known, places = set(), []
        for most in range(n - count, n):
            drawn = self._bits._up_to(most)
            drawn = most if drawn in known else drawn
            known.add(drawn)
            places.append(drawn)
        if shuffle:
            self._exchange(places, 1)
        return places

    def _exchange(self, places, first):
        for i in range(len(places) - 1, first - 1, -1):
            j = self._bits._up_to(i)
            places[i], places[j] = places[j], places[i]


def default_rng(seed=None):
    if isinstance(seed, Generator):
        return seed
    return Generator(seed if isinstance(seed, _PCG64) else _PCG64(seed))


PCG64 = _PCG64
