"""Statistics of numbers, exact until the last step."""

from math import fsum as _fsum, isfinite as _isfinite, log as _log, exp as _exp, sqrt as _sqrt


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
