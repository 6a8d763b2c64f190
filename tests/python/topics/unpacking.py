"""Assignment targets, unpacking and its errors, star expressions."""

from templates import lines, programs

CASES = [
    *programs("\n---\n".join(
        f"{target} = {value}\nprint({target.replace('*', '')})"
        for target in ["a, b", "(a, b), c", "a, *b", "*a, b", "a, *b, c", "[a, b, c]"]
        for value in ["1, 2", "(1, 2), 3", "'abc'", "[1]", "range(4)", "{'x': 1, 'y': 2}", "5", "None", "()", "(i for i in 'pq')"]
    )),
    *programs("""
        for a, b in [(1, 2), (3, 4)]:
            print(a, b)
        for a, (b, *c) in [(1, 'xyz'), (2, 'p')]:
            print(a, b, c)
        for i, (k, v) in enumerate({'a': 1, 'b': 2}.items()):
            print(i, k, v)
        ---
        for a, b in [(1, 2), (3, 4, 5)]:
            print(a, b)
        ---
        for a, b in [1, 2]:
            pass
        ---
        for a, b in ['xy', 'z']:
            print(a, b)
        ---
        a = b, c = 1, 2
        print(a, b, c)
        x = [0, 0]
        x[0], x[1] = 5, 6
        class Box: pass
        box = Box()
        box.a, box.b = 'ab'
        (d), [e] = 7, [8]
        print(x, box.a, box.b, d, e)
        ---
        a, b = b, a
        ---
        def pair():
            return 1, 2
        x, y = pair()
        (x, y), z = pair(), 3
        print(x, y, z)
        x, y, z = pair()
        ---
        first, *middle, last = [1, 2]
        print(first, middle, last)
        *all_, = 'xyz'
        print(all_)
        _, *rest = 'a,b,c'.split(',')
        print(rest)
        ---
        a, *b, c, d = 1, 2
        ---
        d = {'a': 1}
        k, = d
        (k2, v2), = d.items()
        print(k, k2, v2)
        ---
        def f(a, b, *rest, c=0, **kw):
            return a, b, rest, c, kw
        print(f(*[1, 2]), f(*'ab', *[3, 4], c=5), f(1, *(2,), **{'c': 3, 'z': 4}), f(*range(5), y=1, **{}))
        print(f(b=1, a=2), f(*{'k': 1, 'j': 2}))
        f(*5)
        ---
        print(*[1, 2], *'ab', sep='-')
        print(*[], sep='x')
        print(**{'sep': '', 'end': '!\\n'})
        print(*{'a': 1, 'b': 2}.items())
        ---
        print(**{'foo': 1})
        ---
        def f(**kw): return kw
        f(**{1: 2})
        ---
        def f(a, **kw): return kw
        f(1, **{'a': 2})
        ---
        def f(**kw): return kw
        f(x=1, **{'x': 2})
        ---
        def f(**kw): return kw
        f(**[1])
        ---
        def f(*a): return a
        print(f(*[1], 2, *[3]), [*f(1), *f(2, 3)], {**dict(a=1), 'b': 2}, (*f(), 1))
        ---
        class Pair:
            def __iter__(self):
                yield 1
                yield 2
        a, b = Pair()
        print(a, b, [*Pair()], max(*Pair()))
        a, b, c = Pair()
        ---
        class NoIter: pass
        a, b = NoIter()
    """),
    *lines("""
        (lambda *a, **k: (a, k))(1, *[2], x=3, **{'y': 4})
        [*range(3), *[[4]], 5]
        [a for a, _ in [(1, 2), (3, 4)]], [x + y for x, y in zip('ab', 'cd')], {k: v for k, (v, _) in {'a': (1, 2)}.items()}
        [a for a, b in [(1, 2, 3)]]
        [a for a, b in [1]]
        max(*[3, 1, 2]), min(*'bca'), sum(*[[1, 2]]), list(zip(*[(1, 'a'), (2, 'b')]))
        dict(zip(*[['a', 'b'], [1, 2]]))
    """),
]
