"""Logarithms and exponentials on integers, as far as `decimal` asks for digits."""

from math import isqrt as _isqrt

_ln_of_ten = {}


def length(number):
    """How many decimal digits a positive integer has; one for 0."""
    if number < 10 ** 4000:
        return len(str(number))
    count = int(number.bit_length() * 0.30102999566) - 2
    number //= 10 ** count
    return count + len(str(number))


def digits_of(number):
    """The decimal digits of an integer of any size, from 0."""
    if number < 10 ** 4000:
        return str(number)
    half = length(number) // 2
    top, rest = divmod(number, 10 ** half)
    return digits_of(top) + digits_of(rest).zfill(half)


def scaled(number, exponent):
    """number * 10 ** exponent, rounded down."""
    return number * 10 ** exponent if exponent >= 0 else number // 10 ** -exponent


def _ln_near_one(number, places):
    """ln(number / 10 ** places) * 10 ** places, from 1 to 10: roots bring it near 1 for artanh's series."""
    roots = 3 + _isqrt(places)
    spare = roots // 3 + 6
    unit = 10 ** (places + spare)
    number *= 10 ** spare
    for _ in range(roots):
        number = _isqrt(number * unit)
    ratio = (number - unit) * unit // (number + unit)
    square = ratio * ratio // unit
    total, power, divisor = 0, ratio, 1
    while power:
        total += power // divisor
        power = power * square // unit
        divisor += 2
    return (total << roots + 1) // 10 ** spare


def ln_of_ten(places):
    if places not in _ln_of_ten:
        _ln_of_ten.clear()
        _ln_of_ten[places] = _ln_near_one(10 * 10 ** places, places)
    return _ln_of_ten[places]


def ln(coefficient, exponent, places):
    """ln(coefficient * 10 ** exponent) * 10 ** places, less than 3 off."""
    shift = length(coefficient) - 1
    magnitude = exponent + shift
    spare = len(str(magnitude)) + 1
    places += spare
    mantissa = _ln_near_one(scaled(coefficient, places - shift), places)
    return (mantissa + magnitude * ln_of_ten(places)) // 10 ** spare


def log10(coefficient, exponent, places):
    """log10(coefficient * 10 ** exponent) * 10 ** places, less than 3 off."""
    spare = len(str(exponent)) + 3
    return ln(coefficient, exponent, places + spare) * 10 ** places // ln_of_ten(places + spare)


def exp(sign, coefficient, exponent, places):
    """Integers c, e with c * 10 ** e = exp(±coefficient * 10 ** exponent); c has `places` + 1 digits and is less than
    3 off in the last."""
    size = max(exponent + length(coefficient), 0)
    halvings = 3 + _isqrt(places)
    work = places + halvings // 3 + 6
    argument = scaled(coefficient, work + size + exponent)
    if sign:
        argument = -argument
    magnitude, rest = divmod(argument, ln_of_ten(work + size))
    unit = 10 ** work
    rest = (rest // 10 ** size) >> halvings
    total = term = unit
    step = 1
    while term:
        term = term * rest // unit // step
        total += term
        step += 1
    for _ in range(halvings):
        total = total * total // unit
    return total // 10 ** (work - places), magnitude - places
