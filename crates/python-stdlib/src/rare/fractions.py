"""Exact fractions."""

import re as _re
from math import gcd as _gcd

_FORMAT = _re.compile(r"\s*([-+]?)(\d+)(?:/(\d+)|(?:\.(\d*))?(?:[eE]([-+]?\d+))?)\s*")


def _divmod(a, b, c, d):
    quotient, rest = divmod(a * d, b * c)
    return quotient, Fraction(rest, b * d)


class Fraction:
    def __init__(self, numerator=0, denominator=None):
        if denominator is None:
            if isinstance(numerator, str):
                match = _FORMAT.fullmatch(numerator)
                if match is None:
                    raise ValueError("Invalid literal for Fraction: %r" % numerator)
                sign, whole, under, decimals, exponent = match.groups()
                top, bottom = int(whole), int(under or 1)
                if decimals:
                    top = top * 10 ** len(decimals) + int(decimals)
                    bottom *= 10 ** len(decimals)
                if exponent:
                    if int(exponent) >= 0:
                        top *= 10 ** int(exponent)
                    else:
                        bottom *= 10 ** -int(exponent)
                numerator, denominator = -top if sign == "-" else top, bottom
            elif isinstance(numerator, (int, float)) or hasattr(numerator, "as_integer_ratio"):
                numerator, denominator = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance")
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            a, b = numerator.as_integer_ratio()
            c, d = denominator.as_integer_ratio()
            numerator, denominator = a * d, b * c
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % numerator)
        common = _gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        self.numerator = numerator // common
        self.denominator = denominator // common

    def as_integer_ratio(self):
        return self.numerator, self.denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self.denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self.numerator, self.denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        low, high = Fraction(p0 + k * p1, q0 + k * q1), Fraction(p1, q1)
        return high if abs(high - self) <= abs(low - self) else low

    def _with(self, other, exact, inexact):
        if isinstance(other, (int, Fraction)):
            return exact(self.numerator, self.denominator, *other.as_integer_ratio())
        if isinstance(other, (float, complex)):
            return inexact(float(self), other)
        return NotImplemented

    def __add__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(a * d + c * b, b * d), lambda x, y: x + y)

    __radd__ = __add__

    def __sub__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(a * d - c * b, b * d), lambda x, y: x - y)

    def __rsub__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(c * b - a * d, b * d), lambda x, y: y - x)

    def __mul__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(a * c, b * d), lambda x, y: x * y)

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(a * d, b * c), lambda x, y: x / y)

    def __rtruediv__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(c * b, d * a), lambda x, y: y / x)

    def __floordiv__(self, other):
        return self._with(other, lambda a, b, c, d: (a * d) // (b * c), lambda x, y: x // y)

    def __mod__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction((a * d) % (c * b), b * d), lambda x, y: x % y)

    def __divmod__(self, other):
        return self._with(other, lambda a, b, c, d: _divmod(a, b, c, d), divmod)

    def __rfloordiv__(self, other):
        return self._with(other, lambda a, b, c, d: (c * b) // (d * a), lambda x, y: y // x)

    def __rmod__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction((c * b) % (a * d), b * d), lambda x, y: y % x)

    def __rdivmod__(self, other):
        return self._with(other, lambda a, b, c, d: _divmod(c, d, a, b), lambda x, y: divmod(y, x))

    def __pow__(self, other):
        if isinstance(other, int):
            if other >= 0:
                return Fraction(self.numerator ** other, self.denominator ** other)
            return Fraction(self.denominator ** -other, self.numerator ** -other)
        return float(self) ** float(other)

    def __neg__(self):
        return Fraction(-self.numerator, self.denominator)

    def __pos__(self):
        return Fraction(self)

    def __abs__(self):
        return Fraction(abs(self.numerator), self.denominator)

    def __int__(self):
        return int(self.numerator / self.denominator) if self.denominator == 1 else self.__trunc__()

    def __trunc__(self):
        return self.numerator // self.denominator if self.numerator >= 0 else -(-self.numerator // self.denominator)

    def __floor__(self):
        return self.numerator // self.denominator

    def __ceil__(self):
        return -(-self.numerator // self.denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self.numerator, self.denominator)
            if rest * 2 < self.denominator or (rest * 2 == self.denominator and whole % 2 == 0):
                return whole
            return whole + 1
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __float__(self):
        return self.numerator / self.denominator

    def __bool__(self):
        return self.numerator != 0

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return (self.numerator, self.denominator) == other.as_integer_ratio()
        if isinstance(other, float):
            return float(self) == other
        return NotImplemented

    def _order(self, other):
        if isinstance(other, (int, Fraction)):
            n, d = other.as_integer_ratio()
            return self.numerator * d - n * self.denominator
        if isinstance(other, float):
            return float(self) - other
        return None

    def __lt__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order < 0

    def __le__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other):
        order = self._order(other)
        return NotImplemented if order is None else order >= 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __hash__(self):
        if self.denominator == 1:
            return hash(self.numerator)
        modulus = 2 ** 61 - 1
        try:
            inverse = pow(self.denominator, -1, modulus)
        except ValueError:
            value = 314159
        else:
            value = hash(hash(abs(self.numerator)) * inverse)
        return -2 if (result := value if self.numerator >= 0 else -value) == -1 else result

    def __repr__(self):
        return "Fraction(%s, %s)" % (self.numerator, self.denominator)

    def __str__(self):
        return str(self.numerator) if self.denominator == 1 else "%s/%s" % (self.numerator, self.denominator)
