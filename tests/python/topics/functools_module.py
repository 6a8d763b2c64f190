"""functools: reduce, partial, lru_cache, cache, wraps, cmp_to_key, singledispatch, cached_property."""

from templates import lines, programs

HEAD = "from functools import *\n"
CASES = [
    *lines("""
        reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [1, 2, 3], 10), reduce(lambda a, b: a + b, [], 5), reduce(max, [3, 9, 2]), reduce(lambda a, b: b + a, 'abc'), reduce(lambda a, b: a - b, (10, 1, 2)), reduce(lambda a, b: a, [7])
        reduce(lambda a, b: a + b, [])
        reduce(lambda a, b: a + b, 5)
        reduce(lambda a: a, [1, 2])
        reduce(5, [1, 2])
        reduce(lambda a, b: a + b, [1, 'a'])
        reduce(lambda a, b: {**a, b: a.get(b, 0) + 1}, 'abca', {}), reduce(set.union, [{1}, {2}], set()), reduce(lambda a, b: [*a, *b], [[1], [2, 3]], [])
        partial(int, base=2)('101'), partial(pow, 2)(5), partial(lambda *a, **k: (a, k), 1, x=2)(3, y=4, x=5), partial(max, 10)(5)
        partial(print).func is print, partial(pow, 2).args, partial(int, base=2).keywords, partial(int, '7')()
        partial(5)
        partial(lambda a: a)()
        partial(lambda a, b: a, b=1)(1, 2)
        list(map(partial(lambda a, b: a * b, 3), [1, 2])), partial(partial(lambda *a: a, 1), 2)(3), partial(sorted, reverse=True)([1, 3, 2])
        sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), sorted(['b', 'A', 'c'], key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower())))
        max([1, 5, 2], key=cmp_to_key(lambda a, b: a - b)), sorted(['10', '9', '1'], key=cmp_to_key(lambda a, b: int(a + b) - int(b + a)), reverse=True)
        sorted([1, 2], key=cmp_to_key(lambda a: a))
    """, code=HEAD),
    *programs("\n---\n".join(HEAD + text for text in '''calls = []
@lru_cache(maxsize=None)
def square(n):
    calls.append(n)
    return n * n
print([square(n) for n in [2, 3, 2, 3, 4]], calls, square.cache_info())
square.cache_clear()
print(square.cache_info(), square.__name__, square.__wrapped__(9))
square([1])
---
@lru_cache(maxsize=2)
def f(n):
    print('compute', n)
    return n
f(1), f(2), f(1), f(3), f(2)
print(f.cache_info())
---
@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(100), fib.cache_info())
@lru_cache
def plain(a, b=1): return a + b
print(plain(1), plain(1, 1), plain(1, b=1), plain.cache_info().misses)
---
def log(f):
    @wraps(f)
    def inner(*args):
        "inner doc"
        return f(*args)
    return inner
@log
def add(a, b):
    "Adds."
    return a + b
print(add(1, 2), add.__name__, add.__doc__, add.__wrapped__(3, 4))
---
@singledispatch
def show(x): return f'object {x}'
@show.register
def _(x: int): return f'int {x}'
@show.register(list)
def _(x): return f'list of {len(x)}'
print(show(1), show('a'), show([1, 2]), show(True))
---
class Data:
    def __init__(self, n): self.n = n
    @cached_property
    def total(self):
        print('computing')
        return sum(range(self.n))
    def scale(self, k, n): return k * n
    double = partialmethod(scale, 2)
d = Data(5)
print(d.total, d.total, d.__dict__, d.double(7))
---
pipeline = [str.strip, str.lower, str.title, lambda s: s + '!']
print(reduce(lambda value, f: f(value), pipeline, '  hELLO world '))
compose = lambda *fs: reduce(lambda f, g: lambda x: g(f(x)), fs)
print(compose(abs, str, len)(-12345))
def trace(a, b):
    print(a, b)
    return a + b
reduce(trace, [[1], [2], [3]])
---
from operator import add, mul
print(reduce(add, range(1, 5)), reduce(mul, range(1, 6)), reduce(add, [[1], [2]]), reduce(add, ['a', 'b'], 'z'))
reduce(add, [1, None])
'''.strip("\n").split("\n---\n"))),
]
