"""The arithmetic of `decimal`: functions of numbers and a context."""

from _decimal_context import *
from _decimal_context import check_rounding
from _decimal_functions import length
from _decimal_number import INFINITE, QUIET, SIGNALING, infinity, invalid, number_of, operand, order_of, with_sign
from _decimal_rounding import away, moved


def finish(context, sign, coefficient, exponent, conditions=(), rounding=None):
    """The result of an operation from its exact value, as a context rounds it."""
    rounding = rounding or context.rounding
    lowest = context.Emin - context.prec + 1
    highest = context.Emax - context.prec + 1
    if not coefficient:
        fitted = min(max(exponent, lowest), highest if context.clamp else context.Emax)
        if fitted != exponent:
            conditions = (*conditions, Clamped)
        if conditions:
            context.signal(*conditions)
        return number_of(sign, 0, fitted)
    digits = length(coefficient)
    is_small = exponent + digits <= context.Emin
    last = max(exponent + digits - context.prec, lowest)
    if exponent < last <= highest:
        coefficient, inexact = moved(sign, coefficient, exponent, last, rounding)
        exponent = last
        if coefficient == 10 ** context.prec:
            coefficient //= 10
            exponent = last = last + 1
        if inexact:
            conditions = (*conditions, Underflow, Inexact) if is_small else (*conditions, Inexact)
        conditions = (*conditions, Rounded)
        if not coefficient:
            conditions = (*conditions, Clamped)
    if last > highest:
        context.signal(*conditions, Overflow, Inexact, Rounded)
        if away(sign, 1, 9, 10, rounding):
            return infinity(sign)
        return number_of(sign, 10 ** context.prec - 1, highest)
    if is_small:
        conditions = (*conditions, Subnormal)
    if exponent > highest and context.clamp:
        coefficient *= 10 ** (exponent - highest)
        exponent = highest
        conditions = (*conditions, Clamped)
    if conditions:
        context.signal(*conditions)
    return number_of(sign, coefficient, exponent)


def nan_of(context, *operands):
    """What NaN operands make of an operation; None where there are none."""
    for kind in (SIGNALING, QUIET):
        for operand in operands:
            if operand._kind == kind:
                if kind == SIGNALING:
                    context.signal(InvalidOperation)
                return number_of(operand._sign, operand._int % 10 ** (context.prec - context.clamp), 0, QUIET)
    return None


def fitted(a, context):
    """A number that is not NaN, rounded."""
    return a if a._kind else finish(context, a._sign, a._int, a._exp)


def plus(a, context):
    if a._kind:
        return nan_of(context, a) or a
    return finish(context, a._sign if a._int or context.rounding == ROUND_FLOOR else 0, a._int, a._exp)


def minus(a, context):
    if a._kind:
        return nan_of(context, a) or with_sign(a, 1 - a._sign)
    return plus(with_sign(a, 1 - a._sign), context)


def absolute(a, context):
    return nan_of(context, a) or plus(with_sign(a, 0), context)


def add(a, b, context):
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._kind and b._kind and a._sign != b._sign:
            return invalid(context)
        return a if a._kind else b
    if a._exp < b._exp:
        a, b = b, a
    exponent, other, other_exponent = b._exp, b._int, b._exp
    if not a._int:
        # A zero shows in the exponent only as far as the precision lets it.
        if other:
            return finish(context, b._sign, other, other_exponent)
        sign = a._sign if a._sign == b._sign else int(context.rounding == ROUND_FLOOR)
        return finish(context, sign, 0, exponent)
    below = a._exp + min(-1, length(a._int) - context.prec - 2)
    if other_exponent + length(other) - 1 < below:
        # Too small to show but in how the sum rounds.
        exponent, other = (below, 1) if other else (max(other_exponent, below + 1), 0)
    total = a._int * 10 ** (a._exp - exponent)
    total = (-total if a._sign else total) + (-other if b._sign else other)
    if not total:
        return finish(context, int(context.rounding == ROUND_FLOOR), 0, exponent)
    return finish(context, int(total < 0), abs(total), exponent)


def subtract(a, b, context):
    return nan_of(context, a, b) or add(a, with_sign(b, 1 - b._sign), context)


def multiply(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        return nan_of(context, a, b) or (infinity(sign) if a and b else invalid(context))
    return finish(context, sign, a._int * b._int, a._exp + b._exp)


def fma(a, b, c, context):
    if a._kind or b._kind:
        nan = nan_of(context, a, b, c)
        if nan is not None:
            return nan
        product = multiply(a, b, context)
        return product if product.is_nan() else add(product, c, context)
    return add(number_of(a._sign ^ b._sign, a._int * b._int, a._exp + b._exp), c, context)


def by_zero(a, b, context):
    if not a:
        return invalid(context, DivisionUndefined)
    context.signal(DivisionByZero)
    return infinity(a._sign ^ b._sign)


def divide(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._kind:
            return invalid(context) if b._kind else infinity(sign)
        context.signal(Clamped)
        return number_of(sign, 0, context.Etiny())
    if not b._int:
        return by_zero(a, b, context)
    ideal = a._exp - b._exp
    if not a._int:
        return finish(context, sign, 0, ideal)
    shift = length(b._int) - length(a._int) + context.prec + 1
    if shift >= 0:
        quotient, rest = divmod(a._int * 10 ** shift, b._int)
    else:
        quotient, rest = divmod(a._int, b._int * 10 ** -shift)
    exponent = ideal - shift
    if rest:
        # A last digit that no rounding takes for exact or half.
        quotient += quotient % 5 == 0
    else:
        while exponent < ideal and quotient % 10 == 0:
            quotient //= 10
            exponent += 1
    return finish(context, sign, quotient, exponent)


def whole_quotient(a, b, context):
    """The quotient of finite numbers, rounded down, and the rest; None where it is too long."""
    ideal = min(a._exp, b._exp)
    gap = a.adjusted() - b.adjusted()
    if not a._int or gap <= -2:
        return 0, moved(a._sign, a._int, a._exp, ideal, ROUND_DOWN)[0], ideal
    if gap <= context.prec:
        top, bottom = a._int * 10 ** (a._exp - ideal), b._int * 10 ** (b._exp - ideal)
        quotient, rest = divmod(top, bottom)
        if quotient < 10 ** context.prec:
            return quotient, rest, ideal
    return None


def divide_int(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._kind:
            return invalid(context) if b._kind else infinity(sign)
        return finish(context, sign, 0, 0)
    if not b._int:
        return by_zero(a, b, context)
    parts = whole_quotient(a, b, context)
    return invalid(context, DivisionImpossible) if parts is None else finish(context, sign, parts[0], 0)


def special_remainder(a, b, context):
    """What is left of a number that is not finite, or by one; of a division by zero; else None."""
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        return invalid(context) if a._kind else fitted(a, context)
    if not b._int:
        return invalid(context, InvalidOperation if a._int else DivisionUndefined)
    return None


def remainder(a, b, context):
    special = special_remainder(a, b, context)
    if special is not None:
        return special
    parts = whole_quotient(a, b, context)
    return invalid(context, DivisionImpossible) if parts is None else finish(context, a._sign, *parts[1:])


def quotient_and_remainder(a, b, context):
    if not (a._kind or b._kind or b._int):
        if not a._int:
            return (invalid(context, DivisionUndefined),) * 2
        context.signal(InvalidOperation, DivisionByZero)
        return infinity(a._sign ^ b._sign), number_of(0, 0, 0, QUIET)
    return divide_int(a, b, context), remainder(a, b, context)


def remainder_near(a, b, context):
    special = special_remainder(a, b, context)
    if special is not None:
        return special
    parts = whole_quotient(a, b, context)
    if parts is None:
        return invalid(context, DivisionImpossible)
    quotient, rest, exponent = parts
    if a.adjusted() - b.adjusted() > -2:
        bottom = b._int * 10 ** (b._exp - exponent)
        if 2 * rest + quotient % 2 > bottom:
            rest -= bottom
            if quotient + 1 == 10 ** context.prec:
                return invalid(context, DivisionImpossible)
    return finish(context, a._sign if rest >= 0 else 1 - a._sign, abs(rest), exponent)


def quantize(a, b, context, rounding=None):
    rounding = context.rounding if rounding is None else check_rounding(rounding)
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        return a if a._kind and b._kind else invalid(context)
    if not context.Etiny() <= b._exp <= context.Emax:
        return invalid(context)
    if a._int and a.adjusted() - b._exp + 1 > context.prec:
        return invalid(context)
    coefficient, inexact = moved(a._sign, a._int, a._exp, b._exp, rounding)
    digits = length(coefficient)
    if digits > context.prec or coefficient and b._exp + digits - 1 > context.Emax:
        return invalid(context)
    conditions = ()
    if inexact:
        conditions = (Inexact, Rounded)
    elif a._int and b._exp > a._exp:
        conditions = (Rounded,)
    return finish(context, a._sign, coefficient, b._exp, conditions)


def to_integral(a, context, rounding):
    """An integral number, and what was lost."""
    rounding = context.rounding if rounding is None else check_rounding(rounding)
    if a._kind:
        return nan_of(context, a) or a, ()
    if a._exp >= 0:
        return a, ()
    coefficient, inexact = moved(a._sign, a._int, a._exp, 0, rounding)
    return number_of(a._sign, coefficient, 0), (Inexact, Rounded) if inexact else (Rounded,) if a._int else ()


def normalize(a, context):
    result = nan_of(context, a) or fitted(a, context)
    if result._kind:
        return result
    coefficient, exponent = result._int, result._exp
    if not coefficient:
        return number_of(result._sign, 0, 0)
    highest = context.Etop() if context.clamp else context.Emax
    while coefficient % 10 == 0 and exponent < highest:
        coefficient //= 10
        exponent += 1
    return number_of(result._sign, coefficient, exponent)


def scaleb(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    if b._kind or b._exp or b._int > 2 * (context.Emax + context.prec):
        return invalid(context)
    return a if a._kind else finish(context, a._sign, a._int, a._exp + int(b))


def logb(a, context):
    if a._kind:
        return nan_of(context, a) or infinity(0)
    if not a._int:
        context.signal(DivisionByZero)
        return infinity(1)
    return plus(operand(a.adjusted()), context)


def next_towards(a, context, sign):
    """The next number towards the infinity of a sign."""
    if a._kind:
        if a.is_nan():
            return nan_of(context, a)
        if a._sign == sign:
            return a
        return number_of(a._sign, 10 ** context.prec - 1, context.Etop())
    work = context.quiet(context.prec)
    work.rounding = ROUND_FLOOR if sign else ROUND_CEILING
    rounded = plus(a, work)
    if rounded != a:
        return rounded
    return add(a, number_of(sign, 1, context.Etiny() - 1), work)


def next_plus(a, context):
    return next_towards(a, context, 0)


def next_minus(a, context):
    return next_towards(a, context, 1)


def compare(a, b, context, signals=False):
    if a.is_nan() or b.is_nan():
        if signals and not (a.is_snan() or b.is_snan()):
            context.signal(InvalidOperation)
        return nan_of(context, a, b)
    return operand(order_of(a, b))


def compare_signal(a, b, context):
    return compare(a, b, context, True)


def rank(number):
    """Where a number stands in the total order: by kind, then value, then exponent."""
    kind = ("", INFINITE, SIGNALING, QUIET).index(number._kind)
    return kind if kind > 1 else 0


def total_order(a, b):
    if a._sign != b._sign:
        return 1 if b._sign else -1
    if rank(a) or rank(b):
        size = (rank(a) - rank(b)) or a._int - b._int
        size = (size > 0) - (size < 0)
        return -size if a._sign else size
    order = order_of(a, b)
    if order or a._kind or a._exp == b._exp:
        return order
    return 1 if (a._exp > b._exp) != (a._sign == 1) else -1


def compare_total(a, b, context):
    return operand(total_order(a, b))


def compare_total_mag(a, b, context):
    return operand(total_order(with_sign(a, 0), with_sign(b, 0)))


def extreme(wanted, magnitude):
    """`max` and its like: a number wins over a quiet NaN."""

    def chosen(a, b, context):
        if a._kind or b._kind:
            if a._kind == QUIET and not b.is_nan():
                return fitted(b, context)
            if b._kind == QUIET and not a.is_nan():
                return fitted(a, context)
            nan = nan_of(context, a, b)
            if nan is not None:
                return nan
        order = order_of(with_sign(a, 0), with_sign(b, 0)) if magnitude else order_of(a, b)
        if not order:
            order = total_order(a, b)
        return fitted(a if order == wanted else b, context)

    return chosen
