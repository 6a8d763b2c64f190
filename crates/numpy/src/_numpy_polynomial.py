# `numpy.polynomial`: power series, lowest power first.

from numpy import array, asarray, atleast_1d, convolve, ndarray, sort, sqrt, zeros
import numpy as np

_RAISED = str.maketrans('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹')


def polyval(x, c, tensor=True):
    c = atleast_1d(asarray(c)) * 1.0
    x = asarray(x) if isinstance(x, (list, tuple)) else x
    total = c[-1] + x * 0
    for coefficient in c[-2::-1]:
        total = coefficient + total * x
    return total


def _lined_up(c1, c2):
    c1, c2 = atleast_1d(asarray(c1)) * 1.0, atleast_1d(asarray(c2)) * 1.0
    n = max(len(c1), len(c2))
    return [np.concatenate((c, zeros(n - len(c)))) for c in (c1, c2)]


def polytrim(c, tol=0):
    c = atleast_1d(asarray(c)) * 1.0
    kept = (abs(c) > tol).nonzero()[0]
    return c[:1] * 0 if len(kept) == 0 else c[:int(kept[-1]) + 1].copy()


def polyadd(c1, c2):
    first, second = _lined_up(c1, c2)
    return polytrim(first + second)


def polysub(c1, c2):
    first, second = _lined_up(c1, c2)
    return polytrim(first - second)


def polymul(c1, c2):
    return polytrim(convolve(polytrim(c1), polytrim(c2)))


def polydiv(c1, c2):
    quotient, rest = polytrim(c1).tolist(), polytrim(c2).tolist()
    if rest[-1] == 0:
        raise ZeroDivisionError("polynomial division")
    left, result = quotient, []
    while len(left) >= len(rest):
        factor = left[-1] / rest[-1]
        result.append(factor)
        at = len(left) - len(rest)
        left = left[:at] + [own - factor * other for own, other in zip(left[at:], rest)]
        left.pop()
    return array(result[::-1] or [0.0]), polytrim(left or [0.0])


def polypow(c, pow, maxpower=None):
    result = array([1.0])
    for _ in range(pow):
        result = polymul(result, c)
    return result


def polyder(c, m=1, scl=1, axis=0):
    c = atleast_1d(asarray(c)) * 1.0
    for _ in range(m):
        c = c[1:] * np.arange(1, len(c)) * scl if len(c) > 1 else c[:1] * 0
    return c


def polyint(c, m=1, k=[], lbnd=0, scl=1, axis=0):
    c = atleast_1d(asarray(c)) * 1.0
    k = list(k) if isinstance(k, (list, tuple, ndarray)) else [k]
    for at in range(m):
        c = np.concatenate(([0.0], c * scl / np.arange(1, len(c) + 1)))
        c[0] = (k[at] if at < len(k) else 0) - polyval(lbnd, c)
    return c


def polyfromroots(roots):
    result = array([1.0])
    for root in sort(asarray(roots)):
        result = convolve(result, array([-root, 1.0]))
    return result


def polyroots(c):
    c = polytrim(c)
    if len(c) < 2:
        return array([])
    return sort(np.roots(c[::-1]))


def polyvander(x, deg):
    return np.vander(asarray(x) * 1.0, deg + 1, increasing=True)


def polyfit(x, y, deg, rcond=None, full=False, w=None):
    x, y = asarray(x) * 1.0, asarray(y) * 1.0
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if len(x) != len(y):
        raise TypeError("expected x and y to have same length")
    left = polyvander(x, deg)
    if w is not None:
        left, y = left * asarray(w)[:, None], (y.T * asarray(w)).T
    scale = sqrt((left * left).sum(axis=0))
    scale[scale == 0] = 1
    solution, residuals, rank, values = np.linalg.lstsq(left / scale, y, len(x) * np.finfo(float).eps if rcond is None else rcond)
    solution = (solution.T / scale).T
    return (solution, [residuals, rank, values, rcond]) if full else solution


class Polynomial:
    def __init__(self, coef, domain=None, window=None, symbol='x'):
        self.coef = atleast_1d(asarray(coef)) * 1.0
        self.domain = array([-1.0, 1.0]) if domain is None else asarray(domain) * 1.0
        self.window = array([-1.0, 1.0]) if window is None else asarray(window) * 1.0
        self.symbol = symbol

    def _like(self, coef):
        return Polynomial(coef, self.domain, self.window, self.symbol)

    def _of(self, other):
        if not isinstance(other, Polynomial):
            return other
        if not np.array_equal(self.domain, other.domain):
            raise TypeError("Domains differ")
        return other.coef

    def mapparms(self):
        first, last = self.domain.tolist()
        low, high = self.window.tolist()
        return (last * low - first * high) / (last - first), (high - low) / (last - first)

    def __call__(self, arg):
        off, scale = self.mapparms()
        arg = asarray(arg) if isinstance(arg, (list, tuple)) else arg
        return polyval(off + scale * arg, self.coef)

    def degree(self):
        return len(self.coef) - 1

    def __len__(self):
        return len(self.coef)

    def __iter__(self):
        return iter(self.coef)

    def __eq__(self, other):
        return isinstance(other, Polynomial) and np.array_equal(self.coef, other.coef) and np.array_equal(self.domain, other.domain)

    def __neg__(self):
        return self._like(-self.coef)

    def __add__(self, other):
        return self._like(polyadd(self.coef, self._of(other)))

    __radd__ = __add__

    def __sub__(self, other):
        return self._like(polysub(self.coef, self._of(other)))

    def __rsub__(self, other):
        return self._like(polysub(other, self.coef))

    def __mul__(self, other):
        return self._like(polymul(self.coef, self._of(other)))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._like(self.coef / other)

    def __floordiv__(self, other):
        return self._like(polydiv(self.coef, self._of(other))[0])

    def __mod__(self, other):
        return self._like(polydiv(self.coef, self._of(other))[1])

    def __divmod__(self, other):
        return self // other, self % other

    def __pow__(self, power):
        return self._like(polypow(self.coef, power))

    def deriv(self, m=1):
        return self._like(polyder(self.coef, m, self.mapparms()[1]))

    def integ(self, m=1, k=[], lbnd=None):
        off, scale = self.mapparms()
        return self._like(polyint(self.coef, m, k, 0 if lbnd is None else off + scale * lbnd, 1 / scale))

    def roots(self):
        off, scale = self.mapparms()
        return (polyroots(self.coef) - off) / scale

    def trim(self, tol=0):
        return self._like(polytrim(self.coef, tol))

    def truncate(self, size):
        return self._like(self.coef[:size])

    def copy(self):
        return self._like(self.coef.copy())

    def linspace(self, n=100, domain=None):
        x = np.linspace(*(self.domain if domain is None else domain), n)
        return x, self(x)

    def convert(self, domain=None, kind=None, window=None):
        off, scale = self.mapparms()
        result = array([0.0])
        for coefficient in self.coef[::-1].tolist():
            result = polyadd(polymul(result, [off, scale]), [coefficient])
        return Polynomial(result, domain, window, self.symbol)

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None, symbol='x'):
        x = asarray(x) * 1.0
        if domain is None:
            low, high = float(x.min()), float(x.max())
            domain = [low - 1, high + 1] if low == high else [low, high]
        made = cls([0], domain, window, symbol)
        off, scale = made.mapparms()
        result = polyfit(off + scale * x, y, deg, rcond, full, w)
        made.coef = result[0] if full else result
        return (made, result[1]) if full else made

    @classmethod
    def fromroots(cls, roots, domain=[], window=None, symbol='x'):
        return cls(polyfromroots(roots), None if len(domain) == 0 else domain, window, symbol)

    @classmethod
    def basis(cls, deg, domain=None, window=None, symbol='x'):
        return cls([0] * deg + [1], domain, window, symbol)

    @classmethod
    def identity(cls, domain=None, window=None, symbol='x'):
        return cls([0, 1], domain, window, symbol)

    def __str__(self):
        off, scale = self.mapparms()
        inner = self.symbol
        if (off, scale) != (0, 1):
            parts = [] if off == 0 else [_digits(off)]
            parts.append(self.symbol if scale == 1 else _digits(scale) + self.symbol)
            inner = '(' + ' + '.join(parts) + ')'
        text = _digits(self.coef[0])
        for power, coefficient in enumerate(self.coef[1:].tolist(), 1):
            sign = '+' if coefficient >= 0 else '-'
            raised = str(power).translate(_RAISED) if power > 1 else ''
            text += f" {sign} {_digits(abs(coefficient))}·{inner}{raised}"
        return text

    def __repr__(self):
        coef, domain, window = [repr(part)[6:-1] for part in (self.coef, self.domain, self.window)]
        return f"Polynomial({coef}, domain={domain}, window={window}, symbol='{self.symbol}')"


def _digits(value):
    text = np.array2string(asarray(value).reshape(1), precision=8)[1:-1].strip()
    return text + '0' if text.endswith('.') else text
