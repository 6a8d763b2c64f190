"""Decimal numbers of any precision, after the General Decimal Arithmetic specification (speleotrove.com/decimal):
the operations by their names, as methods of numbers and of contexts."""

import _decimal_arithmetic as _arithmetic
import _decimal_powers as _powers
from _decimal_context import *
from _decimal_context import check_rounding as _check_rounding
from _decimal_functions import length as _length
from _decimal_number import Decimal, DecimalTuple
from _decimal_number import convert as _convert, invalid as _invalid, operand as _operand
from _decimal_text import written as _written


def _operator(operation):
    def forward(self, other):
        other = _convert(other)
        return NotImplemented if other is None else operation(self, other, getcontext())

    def backward(self, other):
        other = _convert(other)
        return NotImplemented if other is None else operation(other, self, getcontext())

    return forward, backward


def _of_one(operation):
    return lambda self, context=None: operation(self, context or getcontext())


def _of_two(operation):
    return lambda self, other, context=None: operation(self, _operand(other), context or getcontext())


def _of_context(operation):
    return lambda self, *operands: operation(*map(_operand, operands), self)


for _name, _operation in {
    "add": _arithmetic.add,
    "sub": _arithmetic.subtract,
    "mul": _arithmetic.multiply,
    "truediv": _arithmetic.divide,
    "floordiv": _arithmetic.divide_int,
    "mod": _arithmetic.remainder,
    "divmod": _arithmetic.quotient_and_remainder,
}.items():
    _forward, _backward = _operator(_operation)
    setattr(Decimal, "__%s__" % _name, _forward)
    setattr(Decimal, "__r%s__" % _name, _backward)

Decimal.__neg__ = _of_one(_arithmetic.minus)
Decimal.__pos__ = _of_one(_arithmetic.plus)
Decimal.__abs__ = _of_one(_arithmetic.absolute)

for _name, _operation in {
    "exp": _powers.exponential,
    "ln": _powers.ln,
    "log10": _powers.log10,
    "logb": _arithmetic.logb,
    "next_minus": _arithmetic.next_minus,
    "next_plus": _arithmetic.next_plus,
    "normalize": _arithmetic.normalize,
    "sqrt": _powers.sqrt,
}.items():
    setattr(Decimal, _name, _of_one(_operation))
    setattr(Context, _name, _of_context(_operation))

for _name, _operation in {
    "compare": _arithmetic.compare,
    "compare_signal": _arithmetic.compare_signal,
    "compare_total": _arithmetic.compare_total,
    "compare_total_mag": _arithmetic.compare_total_mag,
    "max": _arithmetic.extreme(1, False),
    "max_mag": _arithmetic.extreme(1, True),
    "min": _arithmetic.extreme(-1, False),
    "min_mag": _arithmetic.extreme(-1, True),
    "remainder_near": _arithmetic.remainder_near,
    "scaleb": _arithmetic.scaleb,
}.items():
    setattr(Decimal, _name, _of_two(_operation))
    setattr(Context, _name, _of_context(_operation))

for _name, _operation in {
    "abs": _arithmetic.absolute,
    "add": _arithmetic.add,
    "divide": _arithmetic.divide,
    "divide_int": _arithmetic.divide_int,
    "divmod": _arithmetic.quotient_and_remainder,
    "fma": _arithmetic.fma,
    "minus": _arithmetic.minus,
    "multiply": _arithmetic.multiply,
    "plus": _arithmetic.plus,
    "quantize": _arithmetic.quantize,
    "remainder": _arithmetic.remainder,
    "subtract": _arithmetic.subtract,
}.items():
    setattr(Context, _name, _of_context(_operation))

for _name in (
    "canonical", "copy_abs", "copy_negate", "copy_sign", "is_canonical", "is_finite", "is_infinite", "is_nan", "is_qnan",
    "is_signed", "is_snan", "is_zero", "same_quantum",
):
    setattr(Context, _name, lambda self, *operands, _name=_name: getattr(Decimal, _name)(*map(_operand, operands)))

for _name in ("is_normal", "is_subnormal", "number_class", "to_eng_string", "to_integral_exact", "to_integral_value"):
    setattr(Context, _name, lambda self, a, _name=_name: getattr(_operand(a), _name)(context=self))


def _quantize(self, exp, rounding=None, context=None):
    return _arithmetic.quantize(self, _operand(exp), context or getcontext(), rounding)


def _to_integral_value(self, rounding=None, context=None):
    return _arithmetic.to_integral(self, context or getcontext(), rounding)[0]


def _to_integral_exact(self, rounding=None, context=None):
    context = context or getcontext()
    value, conditions = _arithmetic.to_integral(self, context, rounding)
    context.signal(*conditions)
    return value


def _fma(self, other, third, context=None):
    return _arithmetic.fma(self, _operand(other), _operand(third), context or getcontext())


def _pow(self, other, modulo=None):
    other, modulo = _convert(other), None if modulo is None else _operand(modulo)
    return NotImplemented if other is None else _powers.power(self, other, getcontext(), modulo)


def _rpow(self, other):
    other = _convert(other)
    return NotImplemented if other is None else _powers.power(other, self, getcontext())


Decimal.quantize, Decimal.fma, Decimal.__pow__, Decimal.__rpow__ = _quantize, _fma, _pow, _rpow
Decimal.to_integral_exact = _to_integral_exact
Decimal.to_integral = Decimal.to_integral_value = _to_integral_value


def _create_decimal(self, num="0"):
    number = Decimal(num, self)
    if number.is_nan() and _length(number._int) > self.prec - self.clamp:
        return _invalid(self, ConversionSyntax)
    return number if number._kind else _arithmetic.finish(self, number._sign, number._int, number._exp)


def _create_decimal_from_float(self, value):
    return _arithmetic.plus(Decimal.from_float(value), self)


def _to_sci_string(self, number):
    return _written(_operand(number), self.capitals)


def _context_power(self, a, b, modulo=None):
    return _powers.power(_operand(a), _operand(b), self, None if modulo is None else _operand(modulo))


Context.radix = lambda self: _operand(10)
Context.create_decimal, Context.create_decimal_from_float = _create_decimal, _create_decimal_from_float
Context.to_sci_string, Context.power = _to_sci_string, _context_power
