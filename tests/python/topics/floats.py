"""Floats: repr, rounding, arithmetic, parsing."""

from templates import family, lines

VALUES = ["0.0", "-0.0", "0.1", "1.5", "-2.5", "1e16", "1e15", "123456789.125", "1e-5", "0.0001", "1e22", "1e23", "5e-324",
          "1.7976931348623157e308", "0.1 + 0.2", "1/3", "2/3", "100.0", "1e100", "float('inf')", "float('-inf')", "float('nan')",
          "9007199254740993.0", "4.35", "2.675", "1e21", "123456789012345678.0"]

CASES = [
    *family("$x", x=VALUES),
    *family("str($x), '%s' % ($x), f'{$x}'", x=["0.1 + 0.2", "1e16", "-0.0", "1e-7"]),
    *family("round($x)", x=["0.5", "1.5", "2.5", "-0.5", "-1.5", "2.675", "1e300", "float('nan')", "float('inf')", "-0.2"]),
    *family("round($x, $n)", x=["2.675", "1.005", "0.15", "-2.5", "12345.6789", "1e22", "0.5", "5.015"], n=["0", "1", "2", "-1", "-3", "None"]),
    *family("($a) // ($b), ($a) % ($b)", a=["7.5", "-7.5", "0.3", "1e20", "float('inf')", "-0.0"],
            b=["2", "-2.0", "0.1", "float('inf')", "float('-inf')", "float('nan')"]),
    *family("divmod($a, $b)", a=["7.25", "-7.25", "1.0"], b=["2.5", "-2.5", "0.1", "0.0"]),
    *family("($a) ** ($b)", a=["2.0", "-2.0", "0.0", "float('inf')", "1.0"], b=["0.5", "3", "-1", "0", "float('inf')", "float('nan')"]),
    *family("float($text)", text=["'1.5'", "' 1.5\\n'", "'1e5'", "'-1E-5'", "'.5'", "'5.'", "'.'", "'inf'", "'-Infinity'", "'nan'",
            "'NaN'", "'+1_000.5'", "'1_'", "'1__0'", "''", "'abc'", "'1,5'", "'0x10'", "b'2.5'", "None", "[]", "True", "10**400",
            "'1e400'", "'1e-400'", "'٣.٥'", "'1.5f'", "'infinit'", "'1 2'"]),
    *family("($x).as_integer_ratio()", x=["0.5", "-1.25", "0.1", "1e20", "0.0", "float('inf')", "float('nan')"]),
    *family("($x).is_integer(), ($x).hex()", x=["1.0", "0.1", "-0.0", "1e300", "5e-324", "float('inf')", "float('nan')"]),
    *family("hash($x)", x=["0.0", "-0.0", "1.0", "0.5", "-0.5", "0.1", "1e300", "float('inf')", "float('-inf')", "-1.0", "2.0**61", "3.14159"]),
    *family("($a) $op ($b)", a=["0.1", "1e308", "-0.0", "float('inf')", "3"], op=["+", "-", "*", "/"],
            b=["0.2", "1e308", "0.0", "float('-inf')", "2.5", "True"]),
    *family("[$a < $b, $a <= $b, $a == $b, $a != $b, $a > $b, $a >= $b]", a=["1.0", "float('nan')", "-0.0", "float('inf')"],
            b=["1", "float('nan')", "0", "10**400"]),
    *family("int($x)", x=["1e18", "-1e18", "1e25", "0.999999", "-0.999999", "2.0**70"]),
    *lines("""
        float.fromhex('0x1.8p3'), float.fromhex('-0x.1p-4'), float.fromhex('1.0')
        float.fromhex('zz')
        float('nan') == float('nan'), float('nan') in [float('nan')]
        (lambda n: (n == n, n in [n], [n] == [n], (n,) == (n,)))(float('nan'))
        max(float('nan'), 1.0), max(1.0, float('nan')), min(float('nan'), 1.0), min(1.0, float('nan'))
        sorted([3.0, 1, 2.5, -1, True, 0.0])
        sum([0.1] * 10), sum([0.1] * 10, 0.0), sum([1, 2.5, 3])
        sum([1e16, 1.0, -1e16]), sum([0.1, 0.2, 0.3])
        0.1 + 0.2 == 0.3, 0.1 + 0.2 - 0.3
        1e308 * 10, -1e308 * 10, 1e308 * 10 - 1e308 * 10
        2.0 ** 1024
        10.0 ** 309
        (-8) ** (1/3)
        (-8.0) ** 0.5
        1.0 / 0.0
        1.0 // 0.0
        1.0 % 0.0
        0.0 / 0.0
        float('inf') - float('inf'), float('inf') * 0, float('inf') // 1, float('inf') % 2
        5 % float('inf'), -5 % float('inf'), 5 // float('inf'), -5 // float('inf')
        -0.0 == 0.0, str(-0.0), 0.0 * -1, -0.0 + 0.0, abs(-0.0)
        [0.1 * k for k in range(1, 11)]
        [1 / k for k in range(1, 11)]
        [10.0 ** k for k in range(-6, 0)]
        [10.0 ** k for k in range(14, 24)]
        [2.0 ** k for k in range(-10, 0)]
        [1.1 ** k for k in range(1, 9)]
        [round(k * 0.35, 1) for k in range(1, 11)]
        [round(x + 0.5) for x in range(-3, 5)]
        round(1.5, 0), round(2.5, 0), round(-1.5, 0), type(round(2.0)), type(round(2.0, 0))
        round(0.5), round(1e17 + 0.5), round(123.456, 5), round(1.23456789e-7, 9)
        round(1e308, -308), round(5e307, -308), round(0.1, 400), round(0.1, -400)
        round('1')
        round(1.5, '1')
        round(1.5, 1.0)
        float()
        float(1, 2)
        float(x=1)
        1.5 .real, 1.5.imag, 1.5.conjugate()
        (1.5).__add__(2), (1.5).__add__('a'), (1.5).__eq__('a')
        isinstance(1.0, int), isinstance(1, float), type(1 + 1.0), type(3 // 2.0)
        1e5, 1E5, 1_0.0_1, .5, 5., 1e-3, 1e+3
        float('1' * 400)
        3.0 == 3, hash(3.0) == hash(3), {3.0: 'a'}[3], {1: 'a', 1.0: 'b', True: 'c'}
        1.0 & 1
        ~1.0
        1.5 << 1
        'a' * 1.0
        [1] * 2.0
        range(1.0)
        [1, 2][1.0]
        1.7 .__trunc__(), 1.7.__floor__(), 1.2.__ceil__(), 2.5.__round__(), (-1.7).__floor__()
        1e400, -1e400, 1e-400
        0.1 .__repr__(), str(1e16), str(123456.7), str(1234567890123456.7), str(12345678901234567.8)
        float('1e16') // 3, float('1e16') % 3
        3.14159265358979, 2.718281828459045, 1.4142135623730951
        0.30000000000000004, 0.1 * 3, 1 - 0.9, 4.35 * 100, 1.1 + 2.2
    """),
]
