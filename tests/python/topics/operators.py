"""Every binary and unary operator between values of different types, comparison chains, boolean logic, precedence."""

from templates import family, lines, programs

VALUES = ["2", "2.5", "True", "None", "'ab'", "b'ab'", "[1]", "(1,)", "{1: 2}", "{1}"]

CASES = [
    *family("$a $op $b", a=VALUES, op=["+", "*", "<"], b=VALUES),
    *family("$a $op $b", a=["2", "'ab'", "None", "[1]", "{1}"], op=["-", "/", "//", "%", "**", "<<", "&", "|", "^", ">=", "is", "in", "@"], b=["3", "1.5", "'c'", "None", "(1,)", "{1, 2}"]),
    *family("$op $a", op=["-", "+", "~", "not"], a=VALUES),
    *family("$a == $b, $a != $b", a=["1", "1.0", "True", "'1'", "None", "[1]", "(1,)", "{1}"], b=["1", "True", "'1'", "None", "[1.0]", "(True,)"]),
    *lines("""
        1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1, 1 == 1.0 == True, 1 < 2 > 1, 1 != 2 != 1, 0 <= 5 < 10, 'a' < 'b' < 'c'
        1 < 2 == True, (1 < 2) == True, not 1 == 2, not (1, 2) == (1, 2), 1 in [1, 2] == True
        1 < 'a' < 2
        1 > 2 < 'a', 2 > 1 < 3
        2 + 3 * 4 ** 2 / 8 - 1, -2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2, -7 // 2, -(7 // 2), 7 % -3, -7 % 3
        1 + 2 << 3, 1 << 2 + 3, 5 & 3 | 4, 5 | 3 & 4, 6 ^ 3 & 1, ~5 & 7, 1 | 2 ^ 3 & 4 << 1
        True and False or True, not True or True, not (True or True), 1 and 2, 0 and 2, 1 or 2, 0 or '' or [], None or 'x', 1 and [] and 2
        'x' if 1 else 'y', 'x' if [] else 'y', 1 if 0 else 2 if 0 else 3, (1 if True else 2) + 1
        5 is 5, None is None, None is not 0, 'a' not in 'b', not None, not 0, not 'a'
        [] is not None, () == (), [] is [], type(1) is int, type(1) == type(1.0)
        'a' * 3 + 'b', [1] * 2 + [3], 2 * (1, 2), 'ab' in 'cab', [1] in [[1], 2]
        10 - 5 - 2, 100 / 10 / 2, 2 ** 2 ** 3, 100 // 7 // 2, 100 % 7 % 3
        0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9, 1e16 + 1 == 1e16
        1 + True, True + True, False - True, True == 1, True is 1, 'a' == 97
        (1, 2) < (1, 2, 0), [1, 2] > [1], (2,) > (1, 5), ('a', 2) < ('b', 1)
        1j * 1j, (1 + 2j) + 3, abs(3 + 4j), (1 + 2j).conjugate(), (2 + 0j) == 2
        1j < 2j
        1 < None
        None < None
        None + 1
        1 + None
        'a' + None
        None()
        None.foo
        None[0]
        None['a']
        5()
        'abc'()
        5.5()
        (lambda: 0) + 1
        print + 1
        len < 5
        int + int
        [] < {}
        {} < {}
        'a' < 1
        1 < 'a'
        [1] < 1
        (1,) < 'a'
        object() < object()
        {'a': 1} & {'a': 1}
        {1} & [1]
        'a' % 1
        1 % 'a'
        1 @ 2
        1 is 1.0
        1 in 1
        'a' in 5
        1 in 'abc'
        -'a'
        +[]
        ~1.5
        -None
        not not 5
        5 .real + 1
        (5).__class__.__name__
        [1, 2, 3] == [1, 2, 3] != [1]
        1 == 1 in [1, 2], 1 in (1 == 1,)
        max(1, 2.0, True), min(0, False), max('a', 'ab'), max([1], [2]), 3 if max(0, 1) else 4
    """),
    *programs("""
        x = 10
        x += 5
        x -= 3
        x *= 2
        x //= 5
        print(x)
        x **= 3
        x %= 50
        x <<= 2
        x >>= 1
        x |= 9
        x &= 27
        x ^= 5
        print(x)
        x /= 4
        print(x)
        ---
        s = 'a'
        s += 'b'
        s *= 3
        print(s)
        s -= 'a'
        ---
        x = 5
        x += 'a'
        ---
        x = [1]
        x += 'ab'
        x *= 2
        print(x)
        x += 1
        ---
        x = (1,)
        x += [2]
        ---
        x = None
        x += 1
        ---
        x = {1}
        x |= [2]
        ---
        d = {'a': 1}
        d['a'] += 4
        d['b'] += 1
        ---
        def loud(name, value):
            print(name, end=' ')
            return value
        print(loud('a', 1) < loud('b', 2) < loud('c', 0) < loud('d', 9))
        print(loud('a', 0) and loud('b', 1), loud('c', 0) or loud('d', 2))
        print(loud('x', 1) + loud('y', 2) * loud('z', 3), [loud('p', 1), loud('q', 2)][loud('r', 1)])
        {loud('k', 1): loud('v', 2)}
        loud('f', print)(loud('g', 1), *loud('h', [2]), **loud('i', {}))
        ---
        a = b = c = []
        a.append(1)
        print(a, b is c)
        i = 0
        x = [5, 6, 7]
        i, x[i] = 1, 9
        print(i, x)
        x[0], x[2] = x[2], x[0]
        print(x)
        ---
        if (n := len('abcd')) > 3:
            print(n)
        print([y := 5, y ** 2], (z := 3) + z, y, z)
        values = [1, 2, 3, 4]
        print([last := v for v in values if v % 2], last)
        while (line := values.pop()) > 2:
            print('line', line)
        print(any((hit := v) > 1 for v in values), hit)
    """),
]
