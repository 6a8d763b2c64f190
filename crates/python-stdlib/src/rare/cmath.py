"""Functions of complex numbers."""

import math
from math import atan2, copysign, cos as _cos, cosh as _cosh, e, exp as _exp, hypot, inf, log as _log, log1p, nan, pi, sin as _sin, sinh as _sinh, sqrt as _sqrt, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)


def _complex(z):
    if isinstance(z, (complex, float, int)):
        return complex(z)
    for name in ("__complex__", "__float__", "__index__"):
        if hasattr(type(z), name):
            return complex(z)
    raise TypeError(f"must be real number, not {type(z).__name__}")


def phase(z, /):
    z = _complex(z)
    return atan2(z.imag, z.real)


def polar(z, /):
    z = _complex(z)
    return abs(z), atan2(z.imag, z.real)


def rect(r, phi, /):
    if isinstance(r, complex) or isinstance(phi, complex):
        raise TypeError("must be real number, not complex")
    if not r:
        return complex(r, r * phi)
    if not phi:
        return complex(r, r * phi)
    if math.isinf(phi):
        raise ValueError("math domain error")
    return complex(r * _cos(phi), r * _sin(phi))


def isfinite(z, /):
    z = _complex(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isinf(z, /):
    z = _complex(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isnan(z, /):
    z = _complex(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol


def sqrt(z, /):
    z = _complex(z)
    a, b = abs(z.real), abs(z.imag)
    if not a and not b:
        return complex(0.0, z.imag)
    if isinf(z):
        if b == inf:
            return complex(inf, z.imag)
        return complex(inf, copysign(0.0, z.imag)) if z.real > 0 else complex(0.0, copysign(inf, z.imag))
    # An eighth of the number keeps the sum from overflowing.
    half = 2.0 * _sqrt(a / 8.0 + hypot(a / 8.0, b / 8.0))
    other = b / (2.0 * half)
    if z.real >= 0.0:
        return complex(half, copysign(other, z.imag))
    return complex(other, copysign(half, z.imag))


def exp(z, /):
    z = _complex(z)
    if math.isinf(z.imag):
        raise ValueError("math domain error")
    if z.real > 708.0:
        size = _exp(z.real - 1.0)
        return _finite(complex(size * _cos(z.imag) * e, size * _sin(z.imag) * e))
    size = _exp(z.real)
    return complex(size * _cos(z.imag), size * _sin(z.imag))


def _finite(z):
    if isinf(z):
        raise OverflowError("math range error")
    return z


def _log_of(z):
    a, b = abs(z.real), abs(z.imag)
    if not a and not b:
        raise ValueError("math domain error")
    size = hypot(a, b)
    if 0.71 <= size <= 1.73:
        large, small = max(a, b), min(a, b)
        real = log1p((large - 1.0) * (large + 1.0) + small * small) / 2.0
    else:
        real = _log(size) if size != inf or inf in (a, b) else _log(hypot(a / 2.0, b / 2.0)) + _log(2.0)
    return complex(real, atan2(z.imag, z.real))


def log(z, base=None, /):
    found = _log_of(_complex(z))
    return found if base is None else found / _log_of(_complex(base))


def log10(z, /):
    found = _log_of(_complex(z))
    return complex(found.real / _log(10.0), found.imag / _log(10.0))


def sinh(z, /):
    z = _complex(z)
    return _finite(complex(_cos(z.imag) * _sinh(z.real), _sin(z.imag) * _cosh(z.real)))


def cosh(z, /):
    z = _complex(z)
    return _finite(complex(_cos(z.imag) * _cosh(z.real), _sin(z.imag) * _sinh(z.real)))


def tanh(z, /):
    z = _complex(z)
    if abs(z.real) > 354.0:
        return complex(copysign(1.0, z.real), 4.0 * _sin(z.imag) * _cos(z.imag) * _exp(-2.0 * abs(z.real)))
    tx, ty = math.tanh(z.real), math.tan(z.imag)
    cx = 1.0 / _cosh(z.real)
    both = tx * ty
    denominator = 1.0 + both * both
    return complex(tx * (1.0 + ty * ty) / denominator, ty / denominator * cx * cx)


def _turned(function, z):
    """A trigonometric function by the hyperbolic one: `f(z) = -i g(iz)`."""
    found = function(complex(-z.imag, z.real))
    return complex(found.imag, -found.real)


def sin(z, /):
    return _turned(sinh, _complex(z))


def cos(z, /):
    z = _complex(z)
    return cosh(complex(-z.imag, z.real))


def tan(z, /):
    return _turned(tanh, _complex(z))


def asinh(z, /):
    z = _complex(z)
    s1 = sqrt(complex(1.0 + z.imag, -z.real))
    s2 = sqrt(complex(1.0 - z.imag, z.real))
    return complex(math.asinh(s1.real * s2.imag - s2.real * s1.imag), atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag))


def acosh(z, /):
    z = _complex(z)
    s1 = sqrt(complex(z.real - 1.0, z.imag))
    s2 = sqrt(complex(z.real + 1.0, z.imag))
    return complex(math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2.0 * atan2(s1.imag, s2.real))


def acos(z, /):
    z = _complex(z)
    s1 = sqrt(complex(1.0 - z.real, -z.imag))
    s2 = sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * atan2(s1.real, s2.real), math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def asin(z, /):
    return _turned(asinh, _complex(z))


def atanh(z, /):
    z = _complex(z)
    if z.real < 0.0 or not z.real and copysign(1.0, z.real) < 0.0:
        found = atanh(-z)
        return -found
    x, y = z.real, abs(z.imag)
    if x == 1.0 and not y:
        raise ValueError("math domain error")
    real = log1p(4.0 * x / ((1.0 - x) * (1.0 - x) + y * y)) / 4.0
    imag = -atan2(-2.0 * z.imag, (1.0 - x) * (1.0 + x) - y * y) / 2.0
    return complex(real, imag)


def atan(z, /):
    return _turned(atanh, _complex(z))
