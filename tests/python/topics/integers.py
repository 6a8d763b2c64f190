"""Unbounded integers: arithmetic, bits, parsing, bytes."""

from templates import expressions, family, lines

SMALL = ["0", "1", "-1", "7", "-7", "10", "-10"]
LARGE = ["2**63 - 1", "-2**63", "2**64", "10**30", "-10**30"]
DIVISORS = ["3", "-3", "10", "-10", "2**63", "-2**64", "0"]

CASES = [
    *family("($a) // ($b), ($a) % ($b)", a=SMALL + LARGE, b=DIVISORS),
    *family("divmod($a, $b)", a=["17", "-17", "2**65 + 1", "-2**65 - 1"], b=["5", "-5", "2**33", "-(2**33)", "0"]),
    *family("($a) $op ($b)", a=["0", "12", "-12", "2**62", "2**63 - 1", "-2**63"], op=["+", "-", "*"],
            b=["1", "-1", "2**62", "2**63", "-2**63"]),
    *family("($a) $op ($b)", a=["0b1100", "-12", "2**70 + 5", "-2**70"], op=["&", "|", "^"],
            b=["0b1010", "-1", "2**66 - 1", "0"]),
    *family("($a) << $n, ($a) >> $n", a=["1", "-1", "5", "-5", "2**64 + 3"], n=["0", "1", "3", "63", "64", "100"]),
    *family("$a ** $b", a=["0", "2", "-2", "10", "(-3)"], b=["0", "1", "5", "40", "-1", "-2", "0.5"]),
    *family("pow($a, $b, $m)", a=["3", "-3", "2**40"], b=["0", "5", "100", "-1"], m=["7", "-7", "1", "10**9 + 7", "0"]),
    *family("int($text)", text=["'42'", "' 42 '", "'-7'", "'+7'", "'1_000'", "'1__0'", "'_1'", "'4.2'", "''", "' '", "'abc'",
            "'0x1f'", "'٣'", "'1e3'", "'--1'", "b'12'", "b'x'", "None", "[]", "3.99", "-3.99", "1e20", "float('inf')",
            "float('nan')", "True", "'9' * 40"]),
    *family("int($text, $base)", text=["'ff'", "'0xff'", "'777'", "'0o17'", "'0b11'", "'zz'", "'-1f'", "'12'"],
            base=["0", "2", "8", "10", "16", "36"]),
    *lines("""
        int('10', 1)
        int('10', 37)
        int('10', -1)
        int('0010', 0)
        int(10, 16)
        int(1.5, 10)
        int('10', 2.0)
        int()
        int(base=10)
        int('12', base=3)
        int(' \\t\\n15\\n')
        int('1\\n2')
        int('é')
        int("it's")
    """),
    *family("($n).bit_length(), ($n).bit_count()", n=["0", "1", "-1", "255", "256", "-256", "2**64", "-(2**64 - 1)"]),
    *family("($n).to_bytes($size, '$order')", n=["0", "1", "258", "65535", "2**40"], size=["1", "2", "6"], order=["big", "little"]),
    *family("int.from_bytes($data, '$order')", data=["b''", "b'\\x01\\x02'", "b'\\xff\\xfe'", "[1, 2, 3]"], order=["big", "little"]),
    *lines("""
        (-1).to_bytes(2, 'big')
        (-1).to_bytes(2, 'big', signed=True)
        (-129).to_bytes(1, 'big', signed=True)
        (127).to_bytes(1, 'little', signed=True)
        (5).to_bytes()
        (256).to_bytes()
        (1).to_bytes(2, 'middle')
        (1).to_bytes(-1, 'big')
        int.from_bytes(b'\\xff\\xfe', 'big', signed=True)
        int.from_bytes(b'\\x80', 'little', signed=True)
        int.from_bytes(b'\\x01\\x00')
        int.from_bytes([300], 'big')
        int.from_bytes('ab', 'big')
        (7).as_integer_ratio(), (7).numerator, (7).denominator, (7).real, (7).imag, (7).conjugate()
        (7).is_integer()
        hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(2**61 - 2), hash(-(2**61)), hash(10**30)
        hash(True), hash(False), hash(0)
        True + True, True * 3, -True, ~True, True << 4, True / 2
        True & False, True | False, True ^ True, type(True & True), type(True & 1)
        isinstance(True, int), issubclass(bool, int)
        bool(0), bool(-1), bool(2**100), bool('0'), bool('')
        2**200
        -(3**150)
        10**50 // 7**20, 10**50 % 7**20
        (10**40 + 1) * (10**40 - 1)
        (2**521 - 1) % (2**127 - 1)
        -(2**100) // 3, -(2**100) % 3
        2**100 / 3
        10**400 / 10**399
        10**400 / 3
        10**400 * 1.0
        float(10**308), float(2**53 + 1), float(2**53 + 3)
        1 / 3, 2 / 3, 10 / 5, -7 / 2
        7 // 2.0, -7 // 2.0, 7 % 2.5, -7 % 2.5, divmod(-7, 2.5)
        1 / 0
        1 // 0
        1 % 0
        1.0 // 0
        1 % 0.0
        divmod(1, 0)
        divmod(1.0, 0)
        0 ** -1
        0.0 ** -1
        pow(2, 3.0, 5)
        pow(2, -1, 4)
        pow(3, -2, 11)
        1 << -1
        1 >> -1
        1 << 1.0
        ~0, ~-1, ~2**70
        abs(-5), abs(-2**70), +5, -(-5)
        0x1F, 0o17, 0b101, 1_000_000, 0xFFFF_FFFF
        int.__name__, type(5).__name__, type(2**100) is int
        5 == 5.0, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53
        10**400 > 1e308, 10**400 > float('inf'), -10**400 < float('-inf')
        sum(range(10**6)), sum([2**62, 2**62, 2**62])
        max(2**63, 2**63 - 1), min(-2**63, -2**63 - 1)
        int('1' * 30) * int('9' * 30)
        [int(c) for c in str(2**64)]
        str(-2**65), repr(2**65), f'{2**65}', '%d' % 2**65
        len(str(3**1000)), str(3**1000)[:20], str(3**1000)[-20:]
        int('5' * 4301)
        str(10**4300)
        round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(5, -1), round(10**20 + 5, -1), round(7, 2), round(7, None)
        round(15, -400)
        (5).__add__(3), (5).__add__('a'), int.__mul__(4, 5)
        5 .bit_length(), 5 .__class__
    """),
    *family("$f($n)", f=["hex", "oct", "bin"], n=["0", "255", "-255", "2**70", "True", "1.5", "'7'"]),
    *expressions("[n for n in range(-20, 21, 4) if n % 3 == 1]", "sum(d * 7**i for i, d in enumerate([3, 1, 4, 1, 5]))"),
]
