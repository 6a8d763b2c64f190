"""Builtin functions not covered by the topics of the types they make."""

from templates import family, lines, programs

ITEMS = ["[3, 1, 2]", "'hello'", "(2.5, 1, True)", "{'b': 1, 'a': 2}", "[]", "['bb', 'a', 'CC']", "[(1, 'z'), (1, 'a')]", "range(5, 0, -2)", "[1, 'a']", "5"]

CASES = [
    *family("$f($items)", f=["sorted", "min", "max", "sum", "any", "all", "list", "tuple"], items=ITEMS),
    *family("sorted($items, key=$key, reverse=$r)", items=["['bb', 'a', 'CC', 'dddd']", "[-3, 2, -1, 0]", "[(2, 'x'), (1, 'y'), (2, 'a')]"],
            key=["None", "len", "str", "lambda v: -v", "lambda v: v[0]", "abs"], r=["False", "True"]),
    *family("$f($args)", f=["min", "max"], args=["1, 2, 3", "[], default=0", "[], default=None", "1, default=5", "'a', 'b', key=ord", "[1, -5, 3], key=abs", "['b', 'aa'], key=len", "1, 'a'", "", "1", "[1], 2",
            "[2, 1], key=5", "{1: 'a', 0: 'b'}", "iter([4, 6])", "'abc', 'abd'", "[1.0, 1]", "[True, 1]", "(x for x in [])", "None, 1", "[[1, 2], [1]]", "x=1"]),
    *family("sum($args)", args=["[1, 2], 10", "[], 5", "[0.1] * 3", "[[1], [2]], [0]", "['a'], ''", "[(1,), (2,)], ()", "['a']", "[1, None]", "{1: 'a', 2: 'b'}", "(x for x in range(4))", "[True, True]", "[1j, 2]", "[1], start=2", "[1], 2, 3", "[2.5, 1], 0.5", "'12'", "[10**20, 1.0]", "b'ab'"]),
    *family("round($args)", args=["2.5", "3.5", "-2.5", "2.675, 2", "1234, -2", "1.5, None", "5, 1", "'a'", "2.5, 0", "1e20", "True", "1.25, 1", "-0.4", "0.5 + 1e-9", "1e-9, 5", "None", "2.5, 'a'"]),
    *family("divmod($args)", args=["7, 2", "-7, 2", "7, -2", "7.5, 2", "-7.5, 2", "7, 0", "7.0, 0", "'a', 1", "True, 2", "2**70, 3", "0, 5"]),
    *family("$f($x)", f=["ord", "chr"], x=["'a'", "97", "'é'", "233", "'😀'", "128512", "''", "'ab'", "b'a'", "-1", "1114112", "None", "1.0"]),
    *family("abs($x)", x=["-5", "2.5", "-0.0", "True", "3+4j", "'a'", "None", "-2**70", "[]"]),
    *family("hash($x)", x=["1", "1.0", "True", "'abc'", "(1, 'a')", "()", "2**61 - 1", "-1", "1.5", "frozenset({1, 2})", "b'abc'", "float('inf')", "[]", "{}", "set()", "(1, [])", "1j", "range(3)", "((), ())", "('', 0, False)", "slice(1)"]),
    *family("bool($x)", x=["0", "0.0", "''", "'False'", "[]", "[0]", "None", "float('nan')", "-0.0", "range(0)", "{}", "object", "0j", "b''", "b'\\x00'"]),
    *family("list(zip($args))", args=["", "[1, 2]", "[1, 2], 'ab', (True,)", "[1, 2], 'abc', strict=True", "'ab', [1], strict=True", "'a', [1, 2], [3], strict=True", "'ab', [1, 2], strict=True", "5", "[1], 5", "[], strict=True", "'a', strict=1", "'abc', [1, 2, 3], [1, 2], strict=True"]),
    *family("list(enumerate($args))", args=["'ab'", "'ab', 1", "'ab', start=-1", "[], 5", "5", "'a', 'b'", "'a', 1.5", "{'k': 1}", "'a', 2**63"]),
    *family("list(map($args))", args=["str, [1, 2]", "None, [1]", "len, ['a', 'bb']", "lambda x, y: x + y, [1, 2], [3]", "lambda x: x, 5", "lambda: 1, [1]", "int, ['1', 'x']", "lambda x: x, {}", "divmod, [7, 8], [2, 3]", "str"]),
    *family("list(filter($args))", args=["None, [0, 1, '', 'a']", "lambda x: x > 1, [1, 2, 3]", "str.isalpha, 'a1b'", "5, [1]", "lambda: 1, [1]", "lambda x: x, 5", "bool, [[], [1]]", "lambda x: 1 / x, [1, 0]"]),
    *family("list(reversed($x))", x=["[1, 2]", "'ab'", "(1, 2)", "range(4)", "{'a': 1, 'b': 2}", "{1}", "5", "iter([1])", "b'ab'", "''"]),
    *family("repr($x), str($x), ascii($x)", x=["'é'", "1.0", "None", "[None, 'é']", "b'\\xe9'", "{'ü': (1,)}", "True", "...", "10**20", "'a\\'b'", "1e100", "frozenset()", "range(2)", "slice(1, 2)", "1j", "-0j", "complex(1, -2)", "type", "int", "len"]),
    *family("callable($x), type($x).__name__", x=["len", "int", "lambda: 0", "'a'", "5", "print", "None", "[].append", "str.upper", "type", "range(1)", "map(str, [])", "zip()", "Exception()", "Exception", "...", "iter('')", "{}.items()", "(x for x in [])", "memoryview(b'')", "property()", "slice(1)", "1j", "object()"]),
    *lines("""
        any([]), all([]), any([0, '', None]), any([0, 1]), all([1, 0]), all('ab'), any(x > 3 for x in range(5)), all(x < 3 for x in range(5))
        any(5)
        all(None)
        len('abc'), len([]), len({1: 2}), len({1}), len(range(5)), len(b'ab'), len((1,))
        len(1.5)
        len(x for x in [])
        len(iter([]))
        id(1) == id(1), id(None) == id(None)
        isinstance(True, int), isinstance(1, bool), isinstance('a', (int, str)), isinstance([], list)
        type(1) == int, type('') is str, type(1).__name__, type(None).__name__, type(type(1)).__name__, type(len).__name__, type(lambda: 0).__name__, type([].append).__name__, type(str.upper).__name__
        int(), float(), str(), bool(), list(), tuple(), dict(), set(), frozenset(), bytes(), complex()
        pow(2, 10), pow(2, -1), pow(2, 3, 5), pow(2.0, 3), pow(-8, 1/3), pow(0, 0), pow(2, 0.5), pow(True, 5), pow(7, -1, 11)
        pow('a', 2)
        pow(2, 3, 'a')
        pow(2.0, 3, 5)
        pow(2, 'a')
        format(1234.5678, '.2f'), format(5, '05'), format('a', '>3'), format(True), format(None), format(255, 'x'), format(0.5, '%')
        eval('1 + 2 * 3'), eval('x * 2', {'x': 5})
        hex(255), oct(8), bin(5), hex(-1), bin(0), hex(2**64)
        hex('a')
        bin(1.5)
        oct(None)
        next(iter([1, 2])), next(iter([]), 'd'), next((x for x in range(10) if x > 4), None)
        list(iter([1, 2])), list(iter('ab')), list(iter({'a': 1})), list(iter((1,)))
        sorted({3: 'c', 1: 'a'}), sorted({2, 1}), sorted('bca'), sorted((3, 1)), sorted(range(3, 0, -1)), sorted([]), sorted({'b': 1, 'a': 2}.items())
        sorted([3, 'a', 1])
        sorted([None, 1])
        sorted([[2], [1, 5], []]), sorted(['b', 'B', 'a', 'A']), sorted([(1, 2), (1,)]), sorted([1.5, 1, True, 0])
        sorted('hello world'.split(), key=lambda w: w[-1]), sorted([3, 1, 2], key=lambda x: -x), sorted(['a10', 'a9'], key=lambda s: int(s[1:]))
        sorted([{'n': 2}, {'n': 1}], key=lambda d: d['n'])
        sorted([{'n': 2}, {}], key=lambda d: d['n'])
        slice(1, 5, 2), slice(3), slice(None, 3).stop, slice(1, 10, 3).indices(8)
        print('x') is None, type(print()), print() or 'after'
        globals is globals, 'print' in dir(__builtins__) or True
        abs(-3) + max(1, 2) * min(3, 4) - round(2.6) + len('ab') + sum([1, 2]) + int('5') + ord('A')
        ''.join(map(chr, range(97, 105))), list(map(ord, 'abc')), [*map(int, '123')], sum(map(int, str(2**50)))
        dict(enumerate('abc')), dict(map(reversed, {'a': 1}.items())), dict(zip('ab', range(2))), list(zip(*{'a': 1, 'b': 2}.items()))
        max('apple', 'fig', key=len), min('apple', 'fig', key=len), max([[1, 2], [3]], key=len), max({'a': 5, 'b': 9}.items(), key=lambda kv: kv[1]), min(range(10), key=lambda x: (x - 4) ** 2)
        max(range(10), key=lambda x: x % 4), min([2.5, 2, 3]), max([1, 1.0]), max('b', 'a', 'c'), min([(2, 'a'), (1, 'b')])
        object() is object(), None is None, [] is not [], isinstance(object, type)
        complex(1, 2), complex('1+2j'), (1+2j) * (3-1j), (1+2j).real, abs(3+4j), 1j ** 2, complex(1.5), -1j, (0.1+0.2j), complex('j')
        bytes([1, 2]) + b'x', bytearray([1]) + b'x', memoryview(b'ab').tolist()
        type('X', (), {'a': 1})().a, type('Y', (int,), {})(5) + 1
        getattr('abc', 'upper')(), getattr(1, 'nope', None), hasattr([], 'append'), [getattr(x, '__len__', lambda: -1)() for x in ['a', 5, [1, 2]]]
        getattr('abc', 'nope')
        hasattr('abc', 5)
        __import__('math').floor(2.7)
    """),
    *programs("""
        print(1, 'a', None, [1, 'b'], 2.0, sep=', ')
        print('no newline', end='')
        print('!', end='\\n\\n')
        print()
        print('a', 'b', sep='')
        print('a', 'b', sep=None, end=None)
        print(*'abc', sep='\\n')
        print('x', flush=True)
        print({'k': 'v'}, ('t',), {1}, True, 1e10, b'b')
        ---
        print('a', sep=1)
        ---
        print('a', end=1)
        ---
        print('a', bad=1)
        ---
        it = iter([1, 2, 3])
        print(next(it), list(it), next(it, 'end'))
        it = iter([3, 2, 1, 0, 9].pop, 3)
        print(list(iter(lambda: len('abc'), 3)))
        values = [1, 2, 0, 3]
        print(list(iter(values.pop, 0)), values)
        ---
        e = enumerate('ab')
        print(next(e), list(e))
        z = zip('ab', [1, 2])
        print(next(z), next(z), next(z, None))
        m = map(str, [1, 2])
        print(next(m), list(m), list(m))
        f = filter(None, [0, 1])
        print(list(f), list(f))
        r = reversed([1, 2])
        print(next(r), list(r))
        ---
        a = [1, 2, 3]
        it = zip(a, a[1:])
        print(list(it), [y - x for x, y in zip(a, a[1:])], list(zip(a, a[1:], a[2:])))
        it = iter(a)
        print(list(zip(it, it)))
        it = iter('abcdef')
        print(list(zip(it, it, it)), dict(zip(*[iter('k1v2')] * 2)))
        ---
        x = 10
        def scope():
            x = 5
            return sorted(locals()), eval('x + 1'), globals()['x']
        print(scope())
        exec('y = x * 2')
        print(y)
        ---
        class Item:
            def __init__(self, n): self.n = n
            def __repr__(self): return f'I{self.n}'
        items = [Item(n) for n in [3, 1, 2]]
        print(sorted(items, key=lambda i: i.n), max(items, key=lambda i: i.n), min(items, key=lambda i: -i.n), [i.n for i in reversed(items)])
        sorted(items)
        ---
        calls = []
        def key(x):
            calls.append(x)
            return -x
        print(sorted([2, 3, 1], key=key), calls, max([2, 3, 1], key=key), calls)
        ---
        print(sorted([('a', 2), ('b', 1), ('c', 2), ('d', 1)], key=lambda p: p[1]))
        print(sorted([('a', 2), ('b', 1), ('c', 2), ('d', 1)], key=lambda p: p[1], reverse=True))
        print(max([('a', 2), ('b', 2)], key=lambda p: p[1]), min([('a', 2), ('b', 2)], key=lambda p: p[1]))
        ---
        with open('made_by_test.txt', 'w') as f:
            f.write('one\\ntwo\\n')
            print('three', file=f)
            f.writelines(['four\\n', 'five'])
        with open('made_by_test.txt') as f:
            print(f.readline(), f.read())
        with open('made_by_test.txt') as f:
            print([line.strip() for line in f], f.readlines())
        with open('made_by_test.txt', 'a') as f:
            f.write('!')
        print(open('made_by_test.txt').read().split('\\n'), f.closed)
        f.write('x')
        ---
        open('x', 'q')
        ---
        input_ = 'a=1;b=2'
        settings = {}
        for part in input_.split(';'):
            k, _, v = part.partition('=')
            settings[k] = int(v)
        print(settings, list(map(type, settings.values())))
    """),
]
