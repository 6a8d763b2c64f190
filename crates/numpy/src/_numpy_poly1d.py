# Polynomials as NumPy had them first: highest power first.

from _numpy import *
from _numpy_arrays import *
from _numpy_elements import *
from _numpy_statistics import *


def polyval(p, x):
    p = asarray(p)
    x = x if isinstance(x, poly1d) else asarray(x)
    y = x * 0
    for coefficient in p:
        y = y * x + coefficient
    return y[()] if isinstance(y, ndarray) and y.ndim == 0 else y


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    from _numpy_linalg import inv, lstsq
    x, y = asarray(x) * 1.0, asarray(y) * 1.0
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError("expected 1D or 2D array for y")
    if x.shape[0] != y.shape[0]:
        raise TypeError("expected x and y to have same length")
    rcond = len(x) * 2.220446049250313e-16 if rcond is None else rcond
    left = vander(x, deg + 1)
    if w is not None:
        w = asarray(w) * 1.0
        left, y = left * w[:, None], (y.T * w).T
    scale = sqrt((left * left).sum(axis=0))
    c, residuals, rank, values = lstsq(left / scale, y, rcond)
    c = (c.T / scale).T
    if full:
        return c, residuals, rank, values, rcond
    if not cov:
        return c
    base = inv(dot((left / scale).T, left / scale)) / outer(scale, scale)
    factor = 1
    if cov != "unscaled":
        if len(x) <= deg + 1:
            raise ValueError("the number of data points must exceed order to scale the covariance matrix")
        factor = residuals / (len(x) - deg - 1)
    return c, base * factor if y.ndim == 1 else base[:, :, None] * factor


def polyder(p, m=1):
    p = asarray(p)
    for _ in range(m):
        p = p[:-1] * arange(len(p) - 1, 0, -1)
    return p


def polyint(p, m=1, k=None):
    p = asarray(p)
    for _ in range(m):
        p = concatenate((p / arange(len(p), 0, -1), [0 if k is None else k]))
    return p


def polyadd(a1, a2):
    a1, a2 = atleast_1d(a1), atleast_1d(a2)
    n = len(a1) if len(a1) > len(a2) else len(a2)
    return concatenate((zeros(n - len(a1), a1.dtype), a1)) + concatenate((zeros(n - len(a2), a2.dtype), a2))


def polysub(a1, a2):
    return polyadd(a1, -atleast_1d(a2))


def polymul(a1, a2):
    return convolve(atleast_1d(a1), atleast_1d(a2))


def polydiv(u, v):
    u, v = [(own.coeffs if isinstance(own, poly1d) else atleast_1d(own)) * 1.0 for own in (u, v)]
    rest, result = u.copy(), zeros(len(u) - len(v) + 1 if len(u) >= len(v) else 1)
    for at in range(len(u) - len(v) + 1):
        result[at] = rest[at] / v[0]
        rest[at:at + len(v)] -= result[at] * v
    while len(rest) > 1 and absolute(rest[0]) <= 1e-14:
        rest = rest[1:]
    return result, rest


def poly(seq_of_zeros):
    result = ones(1)
    for zero in asarray(seq_of_zeros).ravel():
        result = convolve(result, array([1, -zero]))
    return result


def roots(p):
    from _numpy_linalg import eigvals
    p = trim_zeros(asarray(p) * 1.0, 'f')
    n = len(p)
    p = trim_zeros(p, 'b')
    extra = zeros(n - len(p))
    if len(p) < 2:
        return extra
    companion = eye(len(p) - 1, k=-1)
    companion[0] = -p[1:] / p[0]
    return concatenate((eigvals(companion), extra))


class poly1d:
    def __init__(self, c_or_r, r=False, variable=None):
        self.variable = variable or 'x'
        if isinstance(c_or_r, poly1d):
            self.variable = variable or c_or_r.variable
            c_or_r = c_or_r.coeffs
        self.coeffs = trim_zeros(atleast_1d(poly(c_or_r) if r else c_or_r), 'f')
        if len(self.coeffs) == 0:
            self.coeffs = array([0])

    c = coef = coefficients = property(lambda self: self.coeffs)
    order = o = property(lambda self: len(self.coeffs) - 1)
    roots = r = property(lambda self: roots(self.coeffs))

    def __call__(self, x):
        return polyval(self.coeffs, x)

    def __len__(self):
        return self.order

    def __iter__(self):
        return iter(self.coeffs)

    def __array__(self, dtype=None, copy=None):
        return self.coeffs

    def __getitem__(self, power):
        return self.coeffs[self.order - power] if 0 <= power <= self.order else self.coeffs[0] * 0

    def __setitem__(self, power, value):
        if power < 0:
            raise ValueError("Does not support negative powers.")
        if power > self.order:
            self.coeffs = concatenate((zeros(power - self.order, self.coeffs.dtype), self.coeffs))
        self.coeffs[self.order - power] = value

    def __add__(self, other):
        return poly1d(polyadd(self.coeffs, poly1d(other).coeffs))

    __radd__ = __add__

    def __sub__(self, other):
        return poly1d(polysub(self.coeffs, poly1d(other).coeffs))

    def __rsub__(self, other):
        return poly1d(polysub(poly1d(other).coeffs, self.coeffs))

    def __mul__(self, other):
        return poly1d(polymul(self.coeffs, poly1d(other).coeffs))

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, poly1d):
            quotient, rest = polydiv(self, other)
            return poly1d(quotient), poly1d(rest)
        return poly1d(self.coeffs / other)

    def __pow__(self, power):
        if power < 0 or int(power) != power:
            raise ValueError("Power to non-negative integers only.")
        result = [1]
        for _ in range(power):
            result = polymul(self.coeffs, result)
        return poly1d(result)

    def __neg__(self):
        return poly1d(-self.coeffs)

    def __eq__(self, other):
        return isinstance(other, poly1d) and array_equal(self.coeffs, other.coeffs)

    def deriv(self, m=1):
        return poly1d(polyder(self.coeffs, m))

    def integ(self, m=1, k=0):
        return poly1d(polyint(self.coeffs, m, k))

    def __repr__(self):
        return f"poly1d({repr(self.coeffs)[6:-1]})"

    def __str__(self):
        # The powers stand in a line above.
        text, n = '', self.order
        for at, coefficient in enumerate(self.coeffs.tolist()):
            shown, power = '%.4g' % coefficient, n - at
            shown = shown[:-5] if shown.endswith('.0000') else shown
            if power == 0:
                word = shown if shown != '0' or n == 0 else ''
            elif power == 1:
                word = '' if shown == '0' else f'{shown} {self.variable}'
            else:
                word = '' if shown == '0' else f'{shown} {self.variable}**{power}'
            if at == 0:
                text = word
            elif word:
                text += f' - {word[1:]}' if word.startswith('-') else f' + {word}'
        return _powers_above(text)


def _powers_above(text, wrap=70):
    above, below, out, at = '', '', ' ', 0
    while True:
        found = text.find('**', at)
        if found < 0:
            break
        end = found + 2
        while end < len(text) and text[end].isdigit():
            end += 1
        part, power = text[at:found], text[found + 2:end]
        at = end
        to_above, to_below = ' ' * (len(part) - 1) + power, part + ' ' * (len(power) - 1)
        if len(below) + len(to_below) > wrap or len(above) + len(to_above) > wrap:
            out += above + '\n' + below + '\n '
            above, below = to_above, to_below
        else:
            above, below = above + to_above, below + to_below
    out += above + '\n' + below
    return out + text[at:]
