"""Comprehensions and generator expressions, their scopes and errors."""

from templates import lines, programs

CASES = [
    *lines("""
        [x for x in range(5)], [x * 2 for x in 'ab'], [x for x in range(10) if x % 2 if x > 3], [(x, y) for x in range(3) for y in 'ab']
        [[y * x for y in range(3)] for x in range(3)], [x for row in [[1, 2], [3]] for x in row], [x for x in [1, 0, 2] if x]
        {x % 3 for x in range(10)}, {k: v for k, v in zip('ab', [1, 2])}, {x: {y for y in range(x)} for x in range(3)}
        list(x for x in 'ab'), sum(x * x for x in range(4)), max((len(w), w) for w in 'a bb cc'.split()), ''.join(c for c in 'a1b2' if c.isalpha())
        tuple(x for x in range(3)), set(x for x in 'aab'), dict((k, len(k)) for k in ['a', 'bb']), sorted(-x for x in range(3)), any(x > 1 for x in range(3))
        [x if x % 2 else -x for x in range(5)], ['even' if x % 2 == 0 else 'odd' for x in range(3)], [not x for x in [0, 1]]
        [a + b for a, b in [(1, 2), (3, 4)]], [a for a, *b in ['xyz', 'pq']], [b for a, *b in ['xyz', 'pq']], [k for k in {'a': 1}]
        [(lambda: x)() for x in range(3)], [f() for f in [lambda: x for x in range(3)]], [f() for f in [lambda x=x: x for x in range(3)]]
        [i for i in range(5) if i not in [j for j in range(3)]], [[i, j] for i in range(2) for j in range(i + 1)], [x for x in (y for y in range(3))]
        [y for x in range(5) if (y := x * x) > 3], [(x, y, z) for x in range(1, 20) for y in range(x, 20) for z in range(y, 20) if x * x + y * y == z * z]
        {**{x: x for x in range(2)}, **{x: -x for x in range(1, 3)}}, [*[x for x in 'ab'], *(y for y in 'cd')]
        [x for x in 5]
        [x for x in range(3) if undefined]
        [x.y for x in [1]]
        [1 / x for x in [1, 0]]
        {x: y for x, y in [(1, 2), (3,)]}
        {[x] for x in range(3)}
        {[x]: 1 for x in range(3)}
        list(1 / x for x in [0])
        sum(x for x in 'ab')
        (x for x in 5)
        [*(x for x in [1, 'a'] if x > 0)]
        {n: [d for d in range(1, n + 1) if n % d == 0] for n in range(1, 13)}
        [n for n in range(2, 50) if all(n % d for d in range(2, int(n ** 0.5) + 1))]
        {w: sum(1 for v in 'a b a c b a'.split() if v == w) for w in sorted(set('a b a c b a'.split()))}
        [''.join(p) for p in zip('abc', 'xyz')], [c for w in ['ab', 'cd'] for c in w], [i for i, c in enumerate('banana') if c == 'a']
    """),
    *programs("""
        x = 'outer'
        print([x for x in range(3)], x)
        print({x for x in range(3)}, {x: x for x in range(2)}, list(x for x in 'ab'), x)
        ---
        def outer(n):
            k = 10
            return [[k * i + j + n for j in range(2)] for i in range(2)]
        print(outer(5))
        ---
        class A:
            n = 3
            squares = [i * i for i in range(n)]
        print(A.squares)
        ---
        class A:
            n = 3
            bad = [n * i for i in range(3)]
        ---
        g = (x * x for x in range(3))
        print(next(g), list(g), list(g), next(g, 'done'))
        next(g)
        ---
        def trace(x):
            print('see', x)
            return x
        g = (trace(x) for x in range(3) if trace(x) != 1)
        print('made')
        print(list(g))
        ---
        data = [1, 2, 3]
        g = (x for x in data if x in data)
        data = [3, 4]
        print(list(g))
        ---
        def f():
            total = 0
            [total := total + x for x in range(4)]
            return total
        print(f(), [last := c for c in 'abc'], last)
        ---
        rows = ['a,1', 'b,2', '', 'c,x']
        parsed = [(name, int(value)) for name, value in (row.split(',') for row in rows if row) if value.isdigit()]
        print(parsed)
        [int(value) for _, value in (row.split(',') for row in rows if row)]
        ---
        def inner_error():
            return [1 // n
                    for n in (1,
                              0)]
        inner_error()
        ---
        funcs = {name: (lambda x, k=k: x * k) for k, name in enumerate(['zero', 'one', 'two'])}
        print({name: f(5) for name, f in funcs.items()})
    """),
]
