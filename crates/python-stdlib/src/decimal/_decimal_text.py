"""How `decimal` writes its numbers."""

import re as _re
from _decimal_context import getcontext
from _decimal_functions import digits_of, length
from _decimal_rounding import moved, to_length

_SPEC = _re.compile(r"(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?(,)?(?:\.(\d+))?([eEfFgGn%])?", _re.S)

# What the `_kind` of a number may be; a finite one has none.
INFINITE, QUIET, SIGNALING = "F", "n", "N"


def written(number, capitals, engineering=False):
    """A number as `str` shows it."""
    if number._kind:
        text = {INFINITE: "Infinity", QUIET: "NaN", SIGNALING: "sNaN"}[number._kind] + str(number._int or "")
        return "-" + text if number._sign else text
    return written_finite(number._sign, number._int, number._exp, capitals, engineering)


def written_finite(sign, coefficient, exponent, capitals, engineering=False):
    digits = digits_of(coefficient)
    point = exponent + len(digits)
    if exponent <= 0 and point > -6:
        place = point
    elif not engineering:
        place = 1
    elif coefficient:
        place = (point - 1) % 3 + 1
    else:
        place = (point + 1) % 3 - 1
    text = ("-" if sign else "") + pointed(digits, place)
    return text if point == place else "%s%s%+d" % (text, "E" if capitals else "e", point - place)


def pointed(digits, place):
    """Digits with a point after the first `place` of them."""
    if place <= 0:
        return "0." + "0" * -place + digits
    if place >= len(digits):
        return digits + "0" * (place - len(digits))
    return digits[:place] + "." + digits[place:]


def formatted(number, spec):
    match = _SPEC.fullmatch(spec)
    if match is None or match[5] or match[2] and match[6] or match[8] and match[10] == "n":
        raise ValueError("invalid format string")
    fill, align, sign, positive, _, zero, width, comma, precision, kind = match.groups()
    context = getcontext()
    text = with_precision(number, kind, None if precision is None else int(precision), context)
    negative = text[0] == "-"
    text = text.lstrip("-")
    if positive and not number._kind and (not number._int or kind in ("f", "%") and not text.strip("0.")):
        negative = False
    lead = "-" if negative else sign if sign in ("+", " ") else ""
    if kind == "%":
        text += "%"
    width = int(width or 0)
    if zero and not number._kind:
        fill, align = "0", "="
    if not number._kind and (comma or fill == "0" and align == "="):
        whole = len(text) - len(text.lstrip("0123456789"))
        room = width - len(lead) - (len(text) - whole) if zero else 0
        text = "{:0{}{}}".format(int(text[:whole]), max(room, whole if not comma else 1), comma or "") + text[whole:]
    if align == "=":
        return lead + text.rjust(width - len(lead), fill or " ")
    return "{:{}{}{}}".format(lead + text, fill or " ", align or ">", width)


def with_precision(number, kind, precision, context):
    """A number as a type of presentation shows it, with its sign; the percent sign is left out."""
    capitals = kind.isupper() if kind and kind != "%" else context.capitals and not kind
    if number._kind:
        return written(number, 1)
    sign, coefficient, exponent = number._sign, number._int, number._exp
    if kind == "%":
        exponent += 2
    if kind in ("e", "E"):
        if precision is not None:
            digits = precision + 1
            if coefficient:
                coefficient, exponent = to_length(sign, coefficient, exponent, digits, context.rounding)
                coefficient *= 10 ** (digits - length(coefficient))
                exponent = number.adjusted() - precision if length(number._int) < digits else exponent
        digits = digits_of(coefficient)
        digits = digits.zfill(precision + 1) if precision is not None else digits
        power = exponent + len(digits) - 1
        return "%s%s%s%+d" % ("-" if sign else "", pointed(digits, 1), "E" if capitals else "e", power)
    if kind in ("f", "F", "%"):
        if precision is not None:
            coefficient = moved(sign, coefficient, exponent, -precision, context.rounding)[0]
            exponent = -precision
        elif exponent > 0:
            coefficient, exponent = coefficient * 10 ** exponent, 0
        digits = digits_of(coefficient)
        return ("-" if sign else "") + pointed(digits, len(digits) + exponent)
    if precision is not None:
        coefficient, exponent = to_length(sign, coefficient, exponent, precision or 1, context.rounding)
    return written_finite(sign, coefficient, exponent, capitals)
