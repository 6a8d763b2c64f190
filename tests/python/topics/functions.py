"""Calls and their errors, defaults, closures, global and nonlocal, decorators, lambdas, recursion."""

from templates import lines, programs

SIGNATURES = {
    "def f(): return 'ok'": ["f()", "f(1)", "f(a=1)", "f(1, 2)", "f(*[1, 2, 3])"],
    "def f(a): return a": ["f()", "f(1)", "f(a=1)", "f(1, 2)", "f(1, a=2)", "f(b=1)", "f(1, b=2)", "f(*[1, 2])", "f(**{'a': 5})"],
    "def f(a, b): return a, b": ["f()", "f(1)", "f(1, 2)", "f(1, 2, 3)", "f(b=1)", "f(b=1, a=2)", "f(1, b=2)", "f(1, a=2)", "f(1, 2, c=3)", "f(1, 2, 3, c=4)"],
    "def f(a, b, c): return a, b, c": ["f()", "f(1)", "f(1, 2)", "f(1, c=3)", "f(1, 2, 3, 4, 5)"],
    "def f(a, b=2): return a, b": ["f()", "f(1)", "f(1, 5)", "f(1, 2, 3)", "f(b=1)", "f(1, b=3)", "f(1, 2, b=3)"],
    "def f(a=1, b=2): return a, b": ["f()", "f(5)", "f(b=5)", "f(1, 2, 3)", "f(c=1)"],
    "def f(*a): return a": ["f()", "f(1, 2)", "f(a=1)", "f(*range(3), 9)"],
    "def f(**k): return k": ["f()", "f(x=1, y=2)", "f(1)", "f(1, 2, x=3)", "f(**{'p': 1}, q=2)"],
    "def f(a, *r, **k): return a, r, k": ["f()", "f(1)", "f(1, 2, 3, x=4)", "f(x=1)", "f(1, a=2)", "f(*'abc', **{'z': 1})"],
    "def f(a, *, k): return a, k": ["f(1)", "f(1, k=2)", "f(1, 2)", "f(1, 2, k=3)", "f(k=1)", "f()", "f(1, k=1, z=2)"],
    "def f(*, k, j): return k, j": ["f()", "f(k=1)", "f(1)", "f(j=1, k=2)", "f(1, k=1, j=2)"],
    "def f(*, k, j, i=3): return k, j, i": ["f()", "f(k=1, j=2)"],
    "def f(*, a, b, c): return a": ["f()", "f(b=1)"],
    "def f(*, k=1): return k": ["f()", "f(k=2)", "f(1)", "f(x=1)"],
    "def f(a, /): return a": ["f(1)", "f()", "f(a=1)", "f(1, a=2)"],
    "def f(a, /, b): return a, b": ["f(1, 2)", "f(1, b=2)", "f(a=1, b=2)", "f(1)"],
    "def f(a, b, /, c=3, *, d=4): return a, b, c, d": ["f(1, 2)", "f(1, 2, 5, d=6)", "f(1, b=2)", "f(a=1, b=2)", "f(1, 2, 3, 4)"],
    "def f(a, /, **k): return a, k": ["f(1, a=2)", "f(a=2)"],
    "f = lambda x, y=2, *a, z=3, **k: (x, y, a, z, k)": ["f(1)", "f(1, 2, 3, z=4, w=5)", "f()"],
    "f = lambda: 1": ["f()", "f(1)"],
    "class C:\n    def m(self, a): return a": ["C().m(1)", "C().m()", "C().m(1, 2)", "C.m(1)", "C.m(C(), 5)", "C(1)", "C(x=1)"],
    "class C:\n    def __init__(self, a, b=2): self.v = a, b": ["C()", "C(1).v", "C(1, 2, 3)", "C(c=1)", "C(1, a=2)", "C(b=1, a=2).v"],
    "class C:\n    def m(): return 1": ["C().m()", "C.m()"],
    "class C:\n    @staticmethod\n    def s(a): return a\n    @classmethod\n    def c(cls, a): return cls.__name__, a": ["C.s(1)", "C().s(1)", "C.s()", "C.c(1)", "C().c(1)", "C.c()", "C.c(1, 2)"],
}

CASES = [
    *(case for definition, calls in SIGNATURES.items() for call in calls for case in lines(call, code=definition + "\n")),
    *programs("""
        def append(x, items=[]):
            items.append(x)
            return items
        print(append(1), append(2), append(3, []), append.__defaults__)
        ---
        n = 1
        def f(x=n):
            return x
        n = 2
        print(f(), f.__name__, f.__defaults__, f.__code__.co_argcount, f.__code__.co_varnames, f.__doc__)
        ---
        def documented(a, b: int = 2, *args, c=3, **kw) -> str:
            "Does nothing."
            local = 1
            return str(local)
        print(documented.__doc__, documented.__annotations__, documented.__kwdefaults__, documented.__code__.co_argcount, documented.__code__.co_name, documented.__module__)
        ---
        def counter():
            n = 0
            def up(by=1):
                nonlocal n
                n += by
                return n
            def read():
                return n
            return up, read
        up, read = counter()
        up(), up(5)
        other, _ = counter()
        print(read(), other(), read())
        ---
        total = 0
        def add(x):
            global total, created
            total += x
            created = 'new'
        add(5)
        add(2)
        print(total, created)
        ---
        total = 0
        def add(x):
            total += x
        add(1)
        ---
        def f():
            print(x)
            x = 1
        f()
        ---
        def outer():
            def inner():
                return later
            print(inner())
            later = 1
        outer()
        ---
        def outer():
            x = 1
            def inner():
                return x
            del x
            return inner()
        outer()
        ---
        def f():
            x = 1
            del x
            return x
        f()
        ---
        x = 1
        def f():
            return x
        x = 2
        print(f())
        del x
        f()
        ---
        def f(n):
            if n > 0:
                value = n
            return value
        print(f(1))
        f(0)
        ---
        fs = []
        for i in range(3):
            fs.append(lambda: i)
        print([f() for f in fs])
        fs = [lambda i=i: i for i in range(3)]
        print([f() for f in fs], i)
        ---
        def make(n):
            return lambda x: x ** n
        square, cube = make(2), make(3)
        print(square(5), cube(2), make.__name__, square.__name__, (lambda: 0).__name__, square.__qualname__)
        ---
        def factorial(n):
            return 1 if n < 2 else n * factorial(n - 1)
        def fib(n, memo={}):
            if n not in memo:
                memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
            return memo[n]
        def gcd(a, b):
            return a if b == 0 else gcd(b, a % b)
        def hanoi(n, a='A', b='B', c='C'):
            if n:
                yield from hanoi(n - 1, a, c, b)
                yield a + c
                yield from hanoi(n - 1, b, a, c)
        print(factorial(25), fib(80), gcd(1071, 462), list(hanoi(3)))
        ---
        def deep(n):
            return deep(n + 1)
        try:
            deep(0)
        except RecursionError as e:
            print(type(e).__name__, e)
        ---
        def shout(f):
            def wrapper(*args, **kwargs):
                return f(*args, **kwargs).upper() + '!'
            return wrapper
        def repeat(times):
            def decorator(f):
                def wrapper(*args):
                    return [f(*args) for _ in range(times)]
                return wrapper
            return decorator
        @shout
        def greet(name, greeting='hi'):
            return f'{greeting} {name}'
        @repeat(2)
        @shout
        def bye(name):
            return 'bye ' + name
        print(greet('ann'), greet('bob', greeting='yo'), bye('cy'), greet.__name__)
        ---
        registry = {}
        def register(name):
            def inner(f):
                registry[name] = f
                return f
            return inner
        @register('double')
        def d(x): return 2 * x
        @register('square')
        def s(x): return x * x
        print({k: f(7) for k, f in registry.items()}, d(1))
        ---
        @5
        def f(): pass
        ---
        @print
        class A: __repr__ = None
        ---
        def apply(f, *args, **kwargs):
            return f(*args, **kwargs)
        print(apply(max, 1, 5, 3), apply(sorted, [2, 1], reverse=True), apply(lambda: 'x'), apply(dict, a=1))
        ---
        def compose(*fs):
            def run(x):
                for f in reversed(fs):
                    x = f(x)
                return x
            return run
        print(compose(str, lambda x: x + 1, abs)(-5), compose()(3))
        ---
        def f():
            pass
        def g():
            return
        print(f(), g(), f() is None)
        f().x
        ---
        def f():
            return 1, 2
        a, b = f()
        print(f(), a + b, type(f()))
        f() + 1
        ---
        def f(x):
            def g(y):
                def h(z):
                    return x, y, z
                return h
            return g
        print(f(1)(2)(3))
        f(1)(2)()
        ---
        def f(): return 1
        f.calls = 0
        f.calls += 1
        print(f.calls, hasattr(f, 'calls'), callable(f))
        f.missing
        ---
        def early(items):
            for item in items:
                if item < 0:
                    return 'negative'
                elif item == 0:
                    continue
                else:
                    last = item
            else:
                return f'done {last}'
        print(early([1, 2]), early([1, -1]))
        early([0])
        ---
        def outer():
            x = 'outer'
            class Inner:
                y = x
                x = 'class'
                def m(self):
                    return x
            return Inner.y, Inner.x, Inner().m()
        x = 'global'
        print(outer())
        ---
        def f(a, b):
            a = a + 1
            b.append(a)
        x, y = 1, []
        f(x, y)
        print(x, y, locals().get('x'), 'f' in globals())
        ---
        print((lambda x, *y: (x, y))(1, 2), (lambda **k: k)(a=1), (lambda x: lambda y: x + y)(1)(2), (lambda: (yield))().__class__.__name__)
        print(sorted([(1, 'b'), (2, 'a')], key=lambda p: p[1]), list(map(lambda x, y: x * y, [1, 2], [3, 4])), (lambda x=5: x)())
        (lambda x: x.y)(1)
        ---
        def swap(pair): first, second = pair; return second, first
        if swap((1, 2)) == (2, 1): print('swapped'); print('twice')
        else: print('no')
        ---
        def f(a, b=[1], *, c={'k': 1}): b.append(a); c[a] = b; return len(c)
        print(f(1), f(2), f(3, [], c={}), f(4))
        ---
        def vararg(*args, sep=', ', **options):
            return sep.join(map(str, args)) + str(sorted(options.items()))
        print(vararg(1, 2, sep='-'), vararg(), vararg('a', z=1, b=2), vararg(*'xyz', **{'q': None}))
    """),
    *lines("""
        (lambda x: x)()
        (lambda x: x)(1, 2)
        (lambda x, y: x)(1)
        (lambda *, k: k)()
        len()
        len(1, 2)
        len(x=1)
        abs()
        abs(1, 2)
        ord()
        chr(1, 2)
        print(foo=1)
        isinstance(1)
        int(1, 2, 3)
        'a'.join('b', 'c')
        [].append()
        {}.get()
        ''.replace('a')
        'a'.upper(x=1)
        range(1, 2, 3, 4)
        sum()
        sum([1], start=5), sum([1], 5)
        max()
        min(1)
        sorted([1], 1)
        enumerate()
        zip(1)
        map(str)
        filter(None)
        round()
        round(1, 2, 3)
        divmod(1)
        pow(1)
        getattr(1)
        hasattr(1, 2)
        repr()
        hash()
        iter()
        all(1, 2)
        any()
        bool(1, 2)
        float('1', 2)
        complex(1, 2), complex('1+2j'), 1j
        str(1, 2, 3, 4)
        list([], [])
        dict(1, 2)
        set(1, 2)
        tuple([], [])
        type(1, 2)
        reversed()
        bytes(1, 2, 3, 4)
    """),
]
