"""The numbers of `decimal`: what they are made from, what they become, how they compare."""

__name__ = "decimal"

import re as _re
from _decimal_context import *
from _decimal_functions import digits_of, length, scaled
from _decimal_rounding import moved
from _decimal_text import INFINITE, QUIET, SIGNALING, formatted, written
from collections import namedtuple
from math import gcd

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")

_NUMBER = _re.compile(
    r"([-+])?(?:(?=\d|\.\d)(\d*)(?:\.(\d*))?(?:e([-+]?\d+))?|(inf)(?:inity)?|(s?nan)(\d*))", _re.I
)

_MODULUS = 2 ** 61 - 1
_TENTH = pow(10, -1, _MODULUS)

class Decimal:
    """(-1) ** _sign * _int * 10 ** exponential, or one of the special kinds."""

    __slots__ = ("_sign", "_int", "_exp", "_kind")

    def __new__(cls, value="0", context=None):
        if isinstance(value, Decimal):
            source = value
        elif isinstance(value, str):
            source = parsed(value, context)
        elif isinstance(value, int):
            source = operand(value)
        elif isinstance(value, float):
            (context or getcontext()).signal(FloatOperation)
            source = of_float(value)
        elif isinstance(value, (tuple, list)):
            source = of_tuple(value)
        else:
            raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)
        if cls is Decimal:
            return source if type(source) is Decimal else with_sign(source)
        self = object.__new__(cls)
        self._sign, self._int, self._exp, self._kind = source._sign, source._int, source._exp, source._kind
        return self

    @classmethod
    def from_float(cls, value):
        if not isinstance(value, (int, float)):
            raise TypeError("argument must be int or float")
        return cls(operand(value) if isinstance(value, int) else of_float(value))

    def __repr__(self):
        return "Decimal('%s')" % Decimal.__str__(self)

    def __str__(self):
        return written(self, getcontext().capitals)

    def to_eng_string(self, context=None):
        return written(self, (context or getcontext()).capitals, True)

    def as_tuple(self):
        if self._kind == INFINITE:
            return DecimalTuple(self._sign, (0,), INFINITE)
        if self._kind:
            return DecimalTuple(self._sign, digit_tuple(self._int) if self._int else (), self._kind)
        return DecimalTuple(self._sign, digit_tuple(self._int), self._exp)

    def as_integer_ratio(self):
        if self._kind:
            raise not_an_integer(self, "integer ratio")
        return ratio(self)

    def __hash__(self):
        if self._kind == SIGNALING:
            raise TypeError("Cannot hash a signaling NaN value")
        if self._kind:
            return object.__hash__(self) if self._kind == QUIET else -314159 if self._sign else 314159
        power = pow(10, self._exp, _MODULUS) if self._exp >= 0 else pow(_TENTH, -self._exp, _MODULUS)
        value = self._int * power % _MODULUS
        return -2 if value == 1 and self._sign else -value if self._sign else value

    def __bool__(self):
        return self._kind != "" or self._int != 0

    def __int__(self):
        if self._kind:
            raise not_an_integer(self, "integer")
        value = scaled(self._int, self._exp)
        return -value if self._sign else value

    __trunc__ = __int__

    def __floor__(self):
        return rounded_to_int(self, ROUND_FLOOR)

    def __ceil__(self):
        return rounded_to_int(self, ROUND_CEILING)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return rounded_to_int(self, ROUND_HALF_EVEN)
        if not isinstance(ndigits, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(number_of(0, 1, -ndigits))

    def __float__(self):
        if self._kind == SIGNALING:
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind == QUIET:
            return float("-nan" if self._sign else "nan")
        return float(written(self, 1))

    def __complex__(self):
        return complex(float(self))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    real = property(__copy__)
    imag = property(lambda self: number_of(0, 0, 0))
    conjugate = canonical = __copy__

    def __format__(self, spec):
        return formatted(self, spec)

    def __eq__(self, other):
        pair = comparable(self, other, True)
        return pair if pair is NotImplemented else pair is not None and order_of(*pair) == 0

    def __lt__(self, other):
        pair = comparable(self, other)
        return pair if pair is NotImplemented else pair is not None and order_of(*pair) < 0

    def __le__(self, other):
        pair = comparable(self, other)
        return pair if pair is NotImplemented else pair is not None and order_of(*pair) <= 0

    def __gt__(self, other):
        pair = comparable(self, other)
        return pair if pair is NotImplemented else pair is not None and order_of(*pair) > 0

    def __ge__(self, other):
        pair = comparable(self, other)
        return pair if pair is NotImplemented else pair is not None and order_of(*pair) >= 0

    def is_nan(self):
        return self._kind in (QUIET, SIGNALING)

    def is_qnan(self):
        return self._kind == QUIET

    def is_snan(self):
        return self._kind == SIGNALING

    def is_infinite(self):
        return self._kind == INFINITE

    def is_finite(self):
        return self._kind == ""

    def is_zero(self):
        return not self

    def is_signed(self):
        return self._sign == 1

    def is_canonical(self):
        return True

    def is_normal(self, context=None):
        return self.is_finite() and self._int != 0 and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return self.is_finite() and self._int != 0 and self.adjusted() < (context or getcontext()).Emin

    def number_class(self, context=None):
        if self._kind in (QUIET, SIGNALING):
            return "NaN" if self._kind == QUIET else "sNaN"
        size = "Infinity" if self._kind else "Zero" if not self else "Subnormal" if self.is_subnormal(context) else "Normal"
        return "+-"[self._sign] + size

    def adjusted(self):
        return 0 if self._kind else self._exp + length(self._int) - 1

    def radix(self):
        return operand(10)

    def copy_abs(self):
        return with_sign(self, 0)

    def copy_negate(self):
        return with_sign(self, 1 - self._sign)

    def copy_sign(self, other, context=None):
        return with_sign(self, operand(other)._sign)

    def same_quantum(self, other, context=None):
        other = operand(other)
        if self._kind or other._kind:
            return self._kind.upper() == other._kind.upper()
        return self._exp == other._exp

def number_of(sign, coefficient, exponent, kind=""):
    self = object.__new__(Decimal)
    self._sign, self._int, self._exp, self._kind = sign, coefficient, exponent, kind
    return self


def with_sign(number, sign=None):
    return number_of(number._sign if sign is None else sign, number._int, number._exp, number._kind)


def infinity(sign):
    return number_of(sign, 0, 0, INFINITE)


def convert(value):
    """A number that arithmetic takes, or None."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return number_of(1, int(-value), 0) if value < 0 else number_of(0, int(value), 0)
    return None


def operand(value):
    number = convert(value)
    if number is None:
        raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)
    return number


def parsed(text, context):
    match = _NUMBER.fullmatch(text.strip().replace("_", ""))
    if match is None:
        return invalid(context or getcontext(), ConversionSyntax)
    sign, whole, decimals, exponent, infinite, nan, payload = match.groups()
    sign = int(sign == "-")
    if infinite:
        return infinity(sign)
    if nan:
        return number_of(sign, int(payload or 0), 0, SIGNALING if len(nan) == 4 else QUIET)
    decimals = decimals or ""
    exponent = int(exponent or 0) - len(decimals)
    if abs(exponent) > 2 * MAX_EMAX:
        return invalid(context or getcontext())
    return number_of(sign, integer(whole + decimals), exponent)


def integer(digits):
    """An integer of any size from its digits."""
    if len(digits) <= 4000:
        return int(digits)
    half = len(digits) // 2
    return integer(digits[:-half]) * 10 ** half + integer(digits[-half:])


def of_float(value):
    sign = int(str(value)[0] == "-")
    if value != value:
        return number_of(0, 0, 0, QUIET)
    if value in (float("inf"), float("-inf")):
        return infinity(sign)
    top, bottom = abs(value).as_integer_ratio()
    places = bottom.bit_length() - 1
    return number_of(sign, top * 5 ** places, -places)


def of_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if not all(isinstance(digit, int) and 0 <= digit <= 9 for digit in digits):
        raise ValueError("coefficient must be a tuple of digits")
    coefficient = integer("".join(map(str, digits)) or "0")
    if exponent in (INFINITE, QUIET, SIGNALING):
        return number_of(sign, 0 if exponent == INFINITE else coefficient, 0, exponent)
    if not isinstance(exponent, int):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    return number_of(sign, coefficient, exponent)


def digit_tuple(number):
    return tuple(map(int, digits_of(number)))


def ratio(number):
    top = -number._int if number._sign else number._int
    if number._exp >= 0:
        return top * 10 ** number._exp, 1
    bottom = 10 ** -number._exp
    common = gcd(top, bottom)
    return top // common, bottom // common


def not_an_integer(number, wanted):
    if number._kind == INFINITE:
        return OverflowError("cannot convert Infinity to " + wanted)
    return ValueError("cannot convert NaN to " + wanted)


def invalid(context, condition=InvalidOperation):
    context.signal(condition)
    return number_of(0, 0, 0, QUIET)


def rounded_to_int(number, rounding):
    """An int, rounded."""
    if number._kind:
        raise not_an_integer(number, "integer")
    value = moved(number._sign, number._int, number._exp, 0, rounding)[0]
    return -value if number._sign else value


def order_of(a, b):
    """-1, 0 or 1 as a is less than, equal to or greater than b; neither is NaN."""
    left = (-1 if a._sign else 1) if a else 0
    right = (-1 if b._sign else 1) if b else 0
    if left != right or not left:
        return (left > right) - (left < right)
    if a._kind or b._kind:
        return left * ((a._kind != "") - (b._kind != ""))
    size = a.adjusted() - b.adjusted()
    if not size:
        lowest = min(a._exp, b._exp)
        size = a._int * 10 ** (a._exp - lowest) - b._int * 10 ** (b._exp - lowest)
    return left * ((size > 0) - (size < 0))


def comparable(self, other, equality=False):
    """Two numbers to compare; None where one is NaN, NotImplemented where the other is no number."""
    pair = (self, convert(other))
    if pair[1] is None:
        if equality and isinstance(other, complex) and not other.imag:
            other = other.real
        if isinstance(other, float):
            if equality:
                getcontext().flags[FloatOperation] = True
            else:
                getcontext().signal(FloatOperation)
            pair = (self, of_float(other))
        elif not isinstance(other, (str, complex)) and hasattr(other, "numerator") and hasattr(other, "denominator"):
            top = operand(other.numerator)
            pair = (self if self._kind else number_of(self._sign, self._int * other.denominator, self._exp), top)
        else:
            return NotImplemented
    kinds = self._kind + pair[1]._kind
    if QUIET in kinds or SIGNALING in kinds:
        if SIGNALING in kinds or not equality:
            getcontext().signal(InvalidOperation)
        return None
    return pair
