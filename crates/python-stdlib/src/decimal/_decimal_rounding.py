"""How `decimal` rounds coefficients."""

from _decimal_context import *
from _decimal_functions import length


def away(sign, kept, rest, unit, rounding):
    """Whether kept + rest / unit, rounded, is kept + 1."""
    if rounding == ROUND_HALF_EVEN:
        return 2 * rest > unit or 2 * rest == unit and kept % 2 == 1
    if rounding == ROUND_HALF_UP:
        return 2 * rest >= unit
    if rounding == ROUND_HALF_DOWN:
        return 2 * rest > unit
    if rounding == ROUND_UP:
        return rest > 0
    if rounding == ROUND_CEILING:
        return rest > 0 and not sign
    if rounding == ROUND_FLOOR:
        return rest > 0 and sign == 1
    if rounding == ROUND_05UP:
        return rest > 0 and kept % 5 == 0
    return False


def moved(sign, coefficient, exponent, wanted, rounding):
    """The coefficient that goes with another exponent, and whether it is another value."""
    if wanted <= exponent:
        return coefficient * 10 ** (exponent - wanted) if coefficient else 0, False
    dropped = wanted - exponent
    if dropped > length(coefficient) + 1:
        # Less than a tenth of the last place: any such number rounds like this one.
        coefficient, dropped = int(coefficient > 0), 2
    unit = 10 ** dropped
    kept, rest = divmod(coefficient, unit)
    return kept + away(sign, kept, rest, unit, rounding), rest > 0


def to_length(sign, coefficient, exponent, digits, rounding):
    """A coefficient of at most so many digits, and its exponent."""
    excess = length(coefficient) - digits
    if excess <= 0:
        return coefficient, exponent
    coefficient = moved(sign, coefficient, exponent, exponent + excess, rounding)[0]
    if coefficient == 10 ** digits:
        return coefficient // 10, exponent + excess + 1
    return coefficient, exponent + excess
