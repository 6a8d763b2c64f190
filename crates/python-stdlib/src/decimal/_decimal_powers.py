"""Roots, logarithms and powers of `decimal`."""

import _decimal_functions as functions
from _decimal_arithmetic import divide, finish, multiply, nan_of, plus
from _decimal_context import *
from _decimal_functions import length, scaled
from _decimal_number import infinity, invalid, number_of, operand, order_of, with_sign
from _decimal_rounding import moved
from math import isqrt


def sqrt(a, context):
    if a._kind:
        return nan_of(context, a) or (invalid(context) if a._sign else a)
    if not a._int:
        return finish(context, a._sign, 0, a._exp // 2)
    if a._sign:
        return invalid(context)
    coefficient = a._int * 10 if a._exp % 2 else a._int
    exponent = a._exp // 2
    shift = context.prec + 1 - (length(coefficient) + 1) // 2
    if shift >= 0:
        coefficient, rest = coefficient * 100 ** shift, 0
    else:
        coefficient, rest = divmod(coefficient, 100 ** -shift)
    root = isqrt(coefficient)
    if rest or root * root != coefficient:
        root += root % 5 == 0
        exponent -= shift
    else:
        root = scaled(root, -shift)
    return half_even(context, 0, root, exponent)


def half_even(context, sign, coefficient, exponent):
    return finish(context, sign, coefficient, exponent, rounding=ROUND_HALF_EVEN)


def correctly(approximate, context):
    """A result that is never exact: asks `approximate` for ever more digits, until it is clear how they round."""
    places = context.prec + 6
    while True:
        value, exponent = approximate(places)
        coefficient = abs(value)
        excess = length(coefficient) - context.prec
        if excess > 2:
            half = 10 ** excess // 2
            rest = coefficient % half
            if 10 < rest < half - 10:
                return half_even(context, int(value < 0), coefficient, exponent)
        places += max(6 - excess, 4)


def exponential(a, context):
    if a._kind:
        return nan_of(context, a) or (number_of(0, 0, 0) if a._sign else a)
    if not a._int:
        return number_of(0, 1, 0)
    size = a.adjusted()
    if size > len(str(context.Emax - context.Etiny())):
        return half_even(context, 0, 1, 2 * context.Etiny() if a._sign else 2 * context.Emax)
    if size < -context.prec - 2:
        one = 10 ** (context.prec + 2)
        return half_even(context, 0, one - 1 if a._sign else one + 1, -context.prec - 2)
    return correctly(lambda places: functions.exp(a._sign, a._int, a._exp, places), context)


def logarithm(a, context, function):
    if a._kind:
        return nan_of(context, a) or (invalid(context) if a._sign else a)
    if not a._int:
        context.signal()
        return infinity(1)
    if a._sign:
        return invalid(context)
    if function is functions.log10 and a._int == 10 ** (length(a._int) - 1):
        return plus(operand(a.adjusted()), context)
    if a == 1:
        return number_of(0, 0, 0)
    return correctly(lambda places: (function(a._int, a._exp, places), -places), context)


def ln(a, context):
    return logarithm(a, context, functions.ln)


def log10(a, context):
    return logarithm(a, context, functions.log10)


def is_integral(number):
    return not number._kind and moved(0, number._int, number._exp, 0, ROUND_UP)[1] is False


def power(a, b, context, modulo=None):
    if modulo is not None:
        return power_modulo(a, b, modulo, context)
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    whole = is_integral(b)
    sign = int(a._sign == 1 and whole and int(b) % 2 == 1)
    if not b:
        return number_of(0, 1, 0) if a else invalid(context)
    if not a:
        return infinity(sign) if b._sign else number_of(sign, 0, 0)
    if a._sign and not whole:
        return invalid(context)
    if a._kind:
        return number_of(sign, 0, 0) if b._sign else infinity(sign)
    size = order_of(with_sign(a, 0), number_of(0, 1, 0))
    if not size:
        return power_of_one(a, b, sign, whole, context)
    if b._kind:
        return number_of(0, 0, 0) if (size > 0) == (b._sign == 1) else infinity(0)
    if whole and b.adjusted() < 20:
        return whole_power(a, b, sign, context)
    return real_power(a, b, sign, context)


def power_of_one(a, b, sign, whole, context):
    if not whole:
        context.signal(Inexact, Rounded)
        places = context.prec - 1
    else:
        places = 0 if b._sign else min(-a._exp * int(b), context.prec - 1)
        if places > 0 and -a._exp * int(b) > places:
            context.signal(Rounded)
    return number_of(sign, 10 ** places, -places) if places > 0 else number_of(sign, 1, 0)


def whole_power(a, b, sign, context):
    """By squaring, with some digits to spare, as libmpdec does: the last digit depends on how many."""
    work = context.quiet(context.prec + length(b._int) + b._exp + 2)
    base = with_sign(a, 0)
    if b._sign:
        work.prec += 1
        base = divide(number_of(0, 1, 0), base, work)
    result = base
    for bit in bin(abs(int(b)))[3:]:
        result = multiply(result, result, work)
        if bit == "1":
            result = multiply(result, base, work)
        if result._kind or not result._int:
            break
    return _settled(result, sign, context, tuple(signal for signal, noted in work.flags.items() if noted))


def real_power(a, b, sign, context):
    work = context.quiet(max(length(a._int), context.prec) + 23)
    work.Emin, work.Emax = MIN_EMIN, MAX_EMAX
    product = multiply(ln(with_sign(a, 0), work), b, work)
    return _settled(exponential(product, work), sign, context, (Inexact, Rounded))


def _settled(result, sign, context, conditions):
    """A power from what a wider context made of it."""
    if result._kind:
        return finish(context, sign, 1, context.Emax + 1)
    if not result._int:
        conditions = (Underflow, Subnormal, Inexact, Rounded)
    return finish(context, sign, result._int, result._exp, conditions)


def power_modulo(a, b, modulo, context):
    nan = nan_of(context, a, b, modulo)
    if nan is not None:
        return nan
    numbers = (a, b, modulo)
    if not all(map(is_integral, numbers)) or b < 0 or not modulo or modulo.adjusted() >= context.prec or not (a or b):
        return invalid(context)
    base, exponent, divisor = (abs(int(number)) for number in numbers)
    return number_of(a._sign if exponent % 2 else 0, pow(base, exponent, divisor), 0)
