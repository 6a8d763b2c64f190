"""Statistics of numbers, exact until the last step."""

from math import erf as _erf, exp as _exp, fabs as _fabs, fsum as _fsum, hypot as _hypot
from math import isfinite as _isfinite, log as _log, sqrt as _sqrt, tau as _tau


class StatisticsError(ValueError):
    pass


def _kind(data):
    """The class of results: ints give way to what else there is."""
    kinds = {type(x) for x in data if not isinstance(x, int)}
    return kinds.pop() if len(kinds) == 1 else float if kinds else int


def _ratio(x):
    return x.as_integer_ratio()


def _exact_sum(data):
    """The sum as a numerator and a denominator."""
    partials = {}
    for x in data:
        n, d = _ratio(x)
        partials[d] = partials.get(d, 0) + n
    bottom = max(partials, default=1)
    for d in partials:
        if bottom % d:
            bottom *= d
    return sum(n * (bottom // d) for d, n in partials.items()), bottom


def _divide(n, d, kind):
    """A fraction as a number of the data's kind."""
    if kind is int and n % d == 0:
        return n // d
    return n / d if kind in (int, float) else kind(n) / d


def mean(data):
    data = list(data)
    if not data:
        raise StatisticsError("mean requires at least one data point")
    if not all(isinstance(x, int) or _isfinite(x) for x in data):
        return sum(data) / len(data)
    n, d = _exact_sum(data)
    return _divide(n, d * len(data), _kind(data))


def fmean(data, weights=None):
    data = list(data)
    if weights is not None:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError("data and weights must be the same length")
        total = _fsum(weights)
        if not total:
            raise StatisticsError("sum of weights must be non-zero")
        return _fsum(x * w for x, w in zip(data, weights)) / total
    if not data:
        raise StatisticsError("fmean requires at least one data point")
    return _fsum(data) / len(data)


def geometric_mean(data):
    data = list(data)
    if not data:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")
    return _exp(fmean(map(_log, data)))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if len(data) == 1 and weights is None:
        [x] = data
        if not hasattr(x, "as_integer_ratio"):
            raise TypeError("unsupported type")
        if x < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        return x
    if any(x < 0 for x in data):
        raise StatisticsError("harmonic mean does not support negative values")
    if any(x == 0 for x in data):
        return 0
    if weights is None:
        weights = [1] * len(data)
    n, d = _exact_sum([w / x for w, x in zip(weights, data)])
    return sum(weights) * d / n


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2 == 1:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    from bisect import bisect_left, bisect_right

    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    middle = data[n // 2]
    below, through = bisect_left(data, middle), bisect_right(data, middle)
    try:
        interval, middle = float(interval), float(middle)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return middle - interval / 2.0 + interval * (n / 2 - below) / (through - below)


def mode(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    most = max(counts.values(), default=0)
    return [x for x, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    if len(data) < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    if method == "inclusive":
        m = len(data) - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        m = len(data) + 1
        for i in range(1, n):
            j = min(max(i * m // n, 1), len(data) - 1)
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


def _squares(data, center=None):
    """The sum of squared distances from the mean, as a fraction."""
    count = len(data)
    if center is not None:
        cn, cd = _ratio(center)
        pairs = [_ratio(x) for x in data]
        n, d = 0, 1
        for a, b in pairs:
            top, bottom = a * cd - cn * b, b * cd
            n, d = n * bottom * bottom + top * top * d, d * bottom * bottom
        return n, d
    n, d = _exact_sum(data)
    squares, square_bottom = 0, 1
    for x in data:
        a, b = _ratio(x)
        bottom = b * b
        if square_bottom % bottom == 0:
            squares += a * a * (square_bottom // bottom)
        else:
            squares = squares * (bottom // square_bottom) + a * a if bottom % square_bottom == 0 else squares * bottom + a * a * square_bottom
            square_bottom = bottom if bottom % square_bottom == 0 else square_bottom * bottom
    # sum(x*x) - sum(x)**2 / count
    top = squares * d * d * count - n * n * square_bottom
    return top, square_bottom * d * d * count


def variance(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("variance requires at least two data points")
    n, d = _squares(data, xbar)
    return _divide(n, d * (len(data) - 1), _kind(data))


def pvariance(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError("pvariance requires at least one data point")
    n, d = _squares(data, mu)
    return _divide(n, d * len(data), _kind(data))


def _root(n, d, kind):
    """The square root of a fraction as the nearest number of a kind, a float if it has none."""
    from math import isqrt
    if kind not in (int, float) and hasattr(kind, "sqrt"):
        if not n:
            return kind("0.0")
        root = (kind(n) / d).sqrt()
        for near in (root.next_plus(), root.next_minus()):
            a, b = near.as_integer_ratio()
            p, q = root.as_integer_ratio()
            if (near > root) == (n * (2 * b * q) ** 2 > d * (a * q + p * b) ** 2):
                return near
        return root
    shift = max(0, 128 - (n.bit_length() - d.bit_length()))
    shift += shift % 2
    n <<= shift
    root = isqrt(n // d)
    if root * root * d != n:
        root |= 1
    half = shift // 2
    return root / (1 << half)


def stdev(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("stdev requires at least two data points")
    n, d = _squares(data, xbar)
    return _root(n, d * (len(data) - 1), _kind(data))


def pstdev(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError("pstdev requires at least one data point")
    n, d = _squares(data, mu)
    return _root(n, d * len(data), _kind(data))


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("covariance requires at least two data points")
    xbar, ybar = _fsum(x) / n, _fsum(y) / n
    return _fsum((a - xbar) * (b - ybar) for a, b in zip(x, y)) / (n - 1)


def correlation(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("correlation requires at least two data points")
    xbar, ybar = _fsum(x) / n, _fsum(y) / n
    sxy = _fsum((a - xbar) * (b - ybar) for a, b in zip(x, y))
    sxx = _fsum((a - xbar) ** 2.0 for a in x)
    syy = _fsum((b - ybar) ** 2.0 for b in y)
    try:
        return sxy / _sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


def linear_regression(x, y, /, *, proportional=False):
    from collections import namedtuple
    n = len(x)
    if len(y) != n:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("linear regression requires at least two data points")
    if proportional:
        xbar = ybar = 0.0
    else:
        xbar, ybar = _fsum(x) / n, _fsum(y) / n
    sxy = _fsum((a - xbar) * (b - ybar) for a, b in zip(x, y))
    sxx = _fsum((a - xbar) ** 2.0 for a in x)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)


class NormalDist:
    """A normal distribution of a mean and a standard deviation."""

    __slots__ = {"_mu": "Arithmetic mean of a normal distribution", "_sigma": "Standard deviation of a normal distribution"}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(mean(data), stdev(data))

    def samples(self, n, *, seed=None):
        import random

        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        distance = x - self._mu
        return _exp(distance * distance / (-2.0 * variance)) / _sqrt(_tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + _erf((x - self._mu) / (self._sigma * _SQRT2)))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return self._mu + _normal_quantile(p) * self._sigma

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        first, second = sorted((self, other), key=lambda dist: (dist._sigma, dist._mu))
        if not first.variance or not second.variance:
            raise StatisticsError("overlap() not defined when sigma is zero")
        wider = second.variance - first.variance
        distance = _fabs(second._mu - first._mu)
        if not wider:
            return 1.0 - _erf(distance / (2.0 * first._sigma * _SQRT2))
        centre = first._mu * second.variance - second._mu * first.variance
        reach = first._sigma * second._sigma * _sqrt(distance * distance + wider * _log(second.variance / first.variance))
        low, high = (centre + reach) / wider, (centre - reach) / wider
        return 1.0 - (_fabs(second.cdf(low) - first.cdf(low)) + _fabs(second.cdf(high) - first.cdf(high)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * _fabs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / _fabs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"


_SQRT2 = _sqrt(2.0)

# Wichura, M. J. (1988): Algorithm AS 241, PPND16: a ratio of two polynomials for the middle, for
# the tails, and for their far ends; the highest power comes first.
_MIDDLE = (
    (2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
     1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0),
    (5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
     5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1.0),
)
_TAIL = (
    (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
     3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
     6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1.0),
)
_FAR_TAIL = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
     2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
     1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0),
)


def _ratio_of(polynomials, r):
    values = []
    for coefficients in polynomials:
        value = 0.0
        for coefficient in coefficients:
            value = value * r + coefficient
        values.append(value)
    return values


def _normal_quantile(p):
    q = p - 0.5
    if _fabs(q) <= 0.425:
        top, bottom = _ratio_of(_MIDDLE, 0.180625 - q * q)
        return top * q / bottom
    r = _sqrt(-_log(p if q <= 0.0 else 1.0 - p))
    top, bottom = _ratio_of(_TAIL, r - 1.6) if r <= 5.0 else _ratio_of(_FAR_TAIL, r - 5.0)
    return -top / bottom if q < 0.0 else top / bottom
