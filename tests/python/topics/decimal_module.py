"""`decimal`: exact decimal numbers under a context."""

from templates import family, lines, programs

CODE = "from decimal import *\nimport copy, math, numbers\nfrom fractions import Fraction\nD = Decimal\n"

CASES = [
    *lines(
        """
        D('1.10'), D('-0'), D('1E+3'), D('1e-7'), D('.5'), D('5.'), D(' 1_000.5 '), D('0.000001'), D('0E-10'), D('١٢'), D('-Infinity'), D('inf'), D('NaN'), D('sNaN12')
        D(), D(5), D(-3), D(True), D(10 ** 40), D(0.1), D(-0.0), D(float('inf')), D(float('nan')), D(D('2.50'))
        D((0, (1, 2, 3), -2)), D((1, (0, 0, 7), 3)), D([0, [1], 'F']), D((0, (4, 5), 'n')), Decimal.from_float(0.25), Decimal.from_float(7)
        D('abc')
        D('1 2')
        D('')
        D(None)
        D([1])
        D((2, (1,), 0))
        D((0, (1, 10), 2))
        D(1j)
        D({})
        Decimal.from_float('1')
        str(D('123E+3')), str(D('1.2345678901234567890123456789012')), str(D('0e5')), D('123E+3').to_eng_string(), D('-1.5E-8').to_eng_string(), '%s %d %.2f' % (D('1.5'), D('2.7'), D('3.14159'))
        D('1.1') + D('2.2'), D('0.1') + D('0.2') == D('0.3'), 1 + D('1.50'), D('5') - 2, 2 - D(5), D('1.20') * 3, 3 * D('-0'), D(0) - D(0), D('-0') + D('-0')
        D(1) / 3, 2 / D(3), D(10) / 4, D('1E+5') / D('1E-5'), D(100) / 10, D('7.50') / D('2.5'), D(0) / 5, D(-1) / D('Infinity')
        D(7) // 2, D(-7) // 2, D('7.5') // D('0.7'), D(7) % 3, D(-7) % 3, D('7.5') % 2, 7 % D('2.5'), divmod(D(7), D('-2.5')), divmod(9, D(4)), D(0) // 3
        -D('1.50'), +D('-0'), abs(D('-2.0')), -D(0), bool(D('0.0')), bool(D('NaN')), D('0.1') ** 3, -D('1.23456789012345678901234567890')
        D(1) / 0
        D(0) / 0
        D(1) // 0
        D(1) % 0
        divmod(D(1), 0)
        D('Infinity') - D('Infinity')
        D('Infinity') * 0
        D('sNaN') + 1
        D('1e30') // 3
        D('9E999999') * 10
        D(1) + 1.0
        1.5 * D(1)
        D(1) - '1'
        D(1) + None
        D(1) < 'a'
        D(2) ** 'a'
        D(2) + Fraction(1, 2)
        D(2) ** 10, D('1.10') ** 2, D(2) ** -1, D(3) ** -3, D(10) ** 400, D('1.00') ** 5, D('1.00') ** -5, D(0) ** 3, D('-0') ** -3, D('-2') ** 3, 2 ** D(5), pow(D(3), 5, 7)
        D(2) ** D('0.5'), D(4) ** D('0.5'), D('1.5') ** D('2.5'), D(10) ** D('-0.3'), D(1) ** D('0.5'), D('0.01') ** D('1.5'), D('Infinity') ** 0, D('0.5') ** D('Infinity')
        D(0) ** 0
        D(-8) ** D('0.5')
        D(2).sqrt(), D(4).sqrt(), D('0.25').sqrt(), D('1E+3').sqrt(), D('1E-5').sqrt(), D(0).sqrt(), D('Infinity').sqrt(), D('152.2756').sqrt()
        D(-1).sqrt()
        D(1).exp(), D('-2.5').exp(), D(0).exp(), D('1E-40').exp(), D(100).exp(), D('-1E+6').exp(), D('-Infinity').exp(), D('0.1').exp()
        D(2).ln(), D(10).ln(), D(1).ln(), D('0.5').ln(), D('1.000000001').ln(), D('1E+500').ln(), D(0).ln(), D('Infinity').ln()
        D(2).log10(), D(1000).log10(), D('0.001').log10(), D('1.5E-7').log10(), D(1).log10(), D(0).log10()
        D(-1).ln()
        D('1.41421356').quantize(D('1.000')), D('2.5').quantize(D('1')), D('3.5').quantize(1), D('-1.005').quantize(D('0.01'), ROUND_HALF_UP), D('123').quantize(D('1E+1')), D('7.325').quantize(D('.01'), rounding=ROUND_DOWN), D('0').quantize(D('0.00'))
        D('1').quantize(D('1e-30'))
        D(1).quantize(D('Infinity'))
        D('1.5').quantize('1')
        D('1.5').quantize(D('1'), 'ROUND_X')
        D('1.500').normalize(), D('100').normalize(), D('0.00').normalize(), D('-1E+3').normalize(), D('120.0').normalize()
        D('1.5').to_integral_value(), D('-2.5').to_integral_value(ROUND_UP), D('1E+3').to_integral_value(), D('2.5').to_integral_exact(), D('3.7').to_integral()
        round(D('2.5')), round(D('3.5')), round(D('2.675'), 2), round(D('12345'), -2), round(D('-1.5')), math.floor(D('-1.5')), math.ceil(D('1.2')), math.trunc(D('-1.9')), int(D('1E+3')), int(D('-2.9')), float(D('0.1')), complex(D('1.5'))
        int(D('NaN'))
        int(D('Infinity'))
        round(D('NaN'))
        float(D('sNaN'))
        round(D('1.5'), 'a')
        D('1.23').as_tuple(), D('-0').as_tuple(), D('Infinity').as_tuple(), D('NaN').as_tuple(), D('1E+5').as_tuple().exponent, D('12.50').as_tuple().digits
        D('1.25').as_integer_ratio(), D('-0.2').as_integer_ratio(), D('1E+3').as_integer_ratio(), D(0).as_integer_ratio()
        D('Infinity').as_integer_ratio()
        D('1.0') == 1, D('1.5') == 1.5, D('0.1') == 0.1, D('0.5') == Fraction(1, 2), D(1) != 2, D('1') == 'x', D(1) == None, D(1) == 1 + 0j, D('-0') == 0, D('NaN') == D('NaN')
        D('1.1') < D('1.2'), D(1) < 1.5, 2 > D('1.9'), D('1.0') <= 1, D('0.3') > Fraction(1, 3), Fraction(1, 4) < D('0.3'), 1.5 >= D('1.5'), D('-Infinity') < -10 ** 100, D('1E+10') > D('9.99E+9')
        D('NaN') < 1
        D('sNaN') == 1
        hash(D(5)) == hash(5), hash(D('0.5')) == hash(0.5), hash(D('1.10')) == hash(D('1.1')), hash(D('0.2')) == hash(Fraction(1, 5)), hash(D('-1')), hash(D('1E+40')) == hash(10 ** 40)
        hash(D('1.5')), hash(D('-1E-5')), hash(D('0.1')), hash(D('Infinity')), hash(D('-Infinity')), hash((1, D('2.5'))), hash(D('3.14159265358979'))
        hash(D('sNaN'))
        {1: 'a'}[D('1.0')], {D('0.5'): 'b'}[0.5], len({D(1), 1, 1.0, Fraction(1), D('1.00')}), D(1) in [3, 2, 1], [1, 2, 3].index(D(2))
        sum([D('0.1')] * 3), sum([]), max(D(1), 2.5), min([D('1.5'), D('-2')]), sorted([D('1.10'), D('1.1'), D(-3), 2]), sum([D(1), 2], D('0.5'))
        D(3).fma(2, 5), D(7).remainder_near(4), D(10).remainder_near(4), D('-1').copy_sign(D(5)), D('-1.5').copy_abs(), D('1.5').copy_negate(), D('1').compare(2), D('2').compare(D('NaN'))
        D(1).max(D('NaN')), D('1.0').max(1), D(3).min('2'.isdigit()), D(-3).max_mag(2), D(-3).min_mag(2), D('1.20').compare_total(D('1.2')), D(2).compare_signal(1), D('1.2').same_quantum(D('3.4'))
        D(1).next_plus(), D(1).next_minus(), D('1.23').number_class(), D(0).number_class(), D('-Infinity').number_class(), D('NaN').number_class(), D(100).logb(), D(5).scaleb(3), D('123.45').adjusted(), D(1).radix()
        D('1').is_nan(), D('NaN').is_nan(), D('Infinity').is_infinite(), D(1).is_finite(), D('-0').is_zero(), D('-0').is_signed(), D('sNaN').is_snan(), D('NaN').is_qnan(), D(1).is_normal(), D('1E-1000000').is_subnormal()
        D(1).real, D(1).imag, D(2).conjugate(), copy.copy(D('1.5')), copy.deepcopy([D('1.50')]), isinstance(D(1), numbers.Number), isinstance(D(1), numbers.Real), isinstance(D(1), (int, float)), type(D(1)), D.__name__, D.__module__
        D(1).foo
        f"{D('1234567.891'):,.2f}", f"{D('0.125'):.1%}", f"{D('1234.5'):e}", f"{D('1234.5'):.2E}", f"{D('1234.5'):g}", f"{D('1234.5'):.2g}", f"{D('1.5'):010.3f}", f"{D('-1.5'):<10}|", f"{D('-1.5'):=+10}", f"{D('1.50')}", f"{D('1E+5'):f}", f"{D('1E+5')}", f"{D('2.675'):.2f}"
        format(D('NaN'), '010.2f'), format(D('-Infinity'), '+12,'), format(D('-0.001'), 'z.1f'), format(D('-0.001'), '.1f'), format(D('1234567.5'), '015,'), format(D('1234567.5'), '*^15,'), '{:>12.3f}|{!r:^20}|'.format(D('2.5'), D(1)), f"{D('1.5')!s:>6}", f"{D('12'):d<5}"
        format(D('1.5'), 'd')
        format(D('1.5'), '_')
        f"{D('3.14159'):.{2 + 1}f} {D('1e10'):,} {D('1e10'):,f} {D(0):.2f} {D('0.00'):.1%} {D('5'):+} {D('5'): }"
        getcontext()
        Context(prec=5, rounding=ROUND_UP), BasicContext, ExtendedContext, DefaultContext.prec, MAX_PREC, MAX_EMAX, MIN_EMIN, MIN_ETINY, HAVE_THREADS
        Context(prec=0)
        Context(rounding='up')
        Context(prec=4).divide(D(1), D(3)), Context(prec=4).create_decimal('3.14159'), Context(prec=3).sqrt(D(2)), Context(prec=6).power(D(2), D('0.5')), Context(prec=2).add(D('1.55'), D('2.2')), Context(prec=3).plus(D('1.2345')), Context(prec=3).quantize(D('1.25'), D('0.1'))
        [c.__mro__ for c in (DivisionByZero, Overflow, Underflow, FloatOperation, InvalidOperation)]
        DecimalTuple(0, (1, 2), -1), Decimal(DecimalTuple(0, (1, 2), -1)), getcontext().Etiny(), getcontext().Etop(), getcontext().radix()
        D('1e1000000000000000000000')
        """,
        code=CODE,
    ),
    *family(
        "[D($number).quantize(D('0.1'), rounding=$mode), D($number).to_integral_value($mode), Context(prec=2, rounding=$mode).plus(D($number))]",
        code=CODE,
        mode=[
            "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_DOWN",
            "ROUND_HALF_EVEN", "ROUND_05UP",
        ],
        number=["'1.25'", "'-1.25'", "'2.55'", "'-7.049'"],
    ),
    *family(
        "D($a) + D($b), D($a) - D($b), D($a) * D($b), D($a) / D($b), D($a) // D($b), D($a) % D($b), D($a) < D($b), D($a).compare(D($b))",
        code=CODE,
        a=["'12.340'", "'-0.00789'", "'1E+20'", "'3.3333333333333333333333333333'"],
        b=["'7'", "'-2.50'", "'0.00001234'", "'6.02E+23'"],
    ),
    *family(
        "'{:$spec}|{:$spec}|{:$spec}'.format(D('1234.5678'), D('-0.00456'), D('1.2E+6'))",
        code=CODE,
        spec=["", ".2f", ",.0f", "12.3f", "+.1e", ".3g", "G", "08.2f", "<14,", "^+14.1%", "x>12", " .4", "%"],
    ),
    *programs(
        """
from decimal import Decimal, getcontext
getcontext().prec = 6
print(Decimal(1) / Decimal(7), Decimal(2).sqrt(), Decimal('1.23456789'), +Decimal('1.23456789'))
getcontext().prec = 50
print(Decimal(1) / 7, Decimal(2).sqrt(), Decimal(3).ln(), Decimal(1).exp(), Decimal(7).log10(), Decimal(2) ** Decimal('0.1'))
getcontext().rounding = 'ROUND_DOWN'
print(Decimal(2) / 3, getcontext())
---
from decimal import *
with localcontext() as ctx:
    ctx.prec = 5
    ctx.rounding = ROUND_UP
    print(Decimal(1) / 3, format(Decimal('1.21'), '.1f'), round(Decimal('1.21'), 1))
print(Decimal(1) / 3)
with localcontext(prec=3) as ctx:
    print(Decimal(22) / 7, ctx.flags[Inexact], ctx.flags[Overflow])
with localcontext(Context(prec=10)):
    print(Decimal(22) / 7)
print(getcontext().prec)
localcontext(foo=1)
---
from decimal import *
setcontext(ExtendedContext)
print(Decimal(42) / Decimal(0), Decimal(0) / 0, Decimal('abc'), Decimal(-1).sqrt(), Decimal('NaN') < 1)
print(getcontext().flags[DivisionByZero], getcontext().flags)
getcontext().clear_flags()
getcontext().traps[DivisionByZero] = True
try:
    Decimal(1) / 0
except DivisionByZero as error:
    print('caught', error, isinstance(error, ZeroDivisionError), isinstance(error, ArithmeticError))
Decimal(1) / 0
---
from decimal import *
getcontext().traps[FloatOperation] = True
print(Decimal(1) == 1.0)
try:
    Decimal(0.5)
except FloatOperation as error:
    print('no floats', error)
Decimal(1) < 0.5
---
from decimal import *
getcontext().traps[Inexact] = True
print(Decimal(1) / 4)
try:
    Decimal(1) / 3
except Inexact as error:
    print(type(error).__name__, error)
getcontext().prec = 0
---
from decimal import Decimal, InvalidOperation
def parse(text):
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
    except (TypeError, ValueError) as error:
        return str(error)
print([parse(text) for text in ('1.5', 'x', '--1', '1e5', None, '', '1,000', (1, 2))])
try:
    Decimal(1) / Decimal(0)
except ZeroDivisionError as error:
    print(repr(error))
---
from decimal import Decimal, ROUND_HALF_UP
class Money(Decimal):
    def __new__(cls, amount):
        return super().__new__(cls, Decimal(amount).quantize(Decimal('0.01'), ROUND_HALF_UP))
    def __str__(self):
        return '$' + format(self, ',.2f')
price = Money('1234.565')
print(price, repr(price), type(price).__name__, type(price + 1).__name__, price + 1, isinstance(price, Decimal), price == Decimal('1234.57'))
---
from decimal import Decimal
import json
from collections import Counter, defaultdict
totals = defaultdict(Decimal)
for name, amount in [('a', '1.10'), ('b', '2.5'), ('a', '0.90')]:
    totals[name] += Decimal(amount)
print(dict(totals), Counter([Decimal('1.0'), Decimal('1'), 1]))
print(json.dumps({'total': totals['a']}, default=str), json.loads('[1.10, 2]', parse_float=Decimal))
json.dumps(totals)
---
from decimal import Decimal
total = Decimal('0')
for _ in range(1000):
    total += Decimal('0.001')
print(total, total == 1)
balance = Decimal('1000.00')
for year in range(1, 4):
    balance *= Decimal('1.0375')
    print(year, balance, round(balance, 2), f'{balance:.2f}', f'{balance:>12,.2f}')
print(statistics := sum([Decimal('2.5'), Decimal('3.5')]) / 2)
---
import statistics
from decimal import Decimal
data = [Decimal('0.5'), Decimal('0.75'), Decimal('0.625'), Decimal('0.375')]
print(statistics.mean(data), statistics.median(data), statistics.fmean(data), statistics.stdev(data), statistics.pvariance(data))
print(repr(statistics.mean([1, Decimal(2)])), repr(statistics.pstdev([Decimal(1), 2, 4])), repr(statistics.stdev([Decimal('2.5'), Decimal('2.5')])))
from fractions import Fraction
print(repr(statistics.mean([Fraction(1, 3), 1])), Fraction(Decimal('0.25')), statistics.variance([Fraction(1, 2), Fraction(1, 3)]), statistics.stdev([Fraction(1, 2), 2]))
        """
    ),
]
