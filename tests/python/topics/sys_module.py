"""`sys`: how many bytes values have, and which modules there are."""

from templates import programs

CASES = [
    *programs(r'''
import sys
class A: pass
def f(): pass
def g(): yield
for v in [None, True, 0, 1, -1, 2**30-1, 2**30, 2**60, 2**100, 1.5, 1j, "", "a", "abc", "éè", "€", "😀", "aé", b"", b"abc", bytearray(), bytearray(b"abc"), (), (1,), (1,2,3), [], [1], [1,2,3], list(range(10)), list(range(100)), {}, {1:1}, {i:i for i in range(6)}, {i:i for i in range(100)}, set(), {1}, set(range(5)), set(range(100)), frozenset(), range(3), slice(1), A(), A, f, g(), len, type, ..., lambda: 0, iter([]), map(str, []), zip(), enumerate([]), object(), Exception(), [].append, dict().keys()]:
    try: print(repr(v)[:30].split(" at ")[0], sys.getsizeof(v))
    except Exception as e: print(type(e), e)
l = []
for i in range(20):
    l.append(i); print(sys.getsizeof(l), end=" ")
print()
d = {}
for i in range(30):
    d[i] = i; print(sys.getsizeof(d), end=" ")
print(sys.getsizeof(5, 0), [sys.getsizeof("a" * n) for n in (1, 10, 100)], sys.getsizeof([0]*10), sys.getsizeof([x for x in range(5)]), sys.getsizeof(sorted(range(3))), sys.getsizeof(tuple(range(4))))
print('sys' in sys.modules, sys.modules[__name__].__name__, 'nothing' in sys.modules, type(sys.modules).__name__, sys.modules['sys'] is sys)
import json
print('json' in sys.modules, hasattr(sys, 'nothing'))
try: sys.nothing
except AttributeError as e: print(e)
try: sys.getsizeof()
except TypeError as e: print(e)
class S:
    def __sizeof__(self): return 100
print(sys.getsizeof(S()), sys.getsizeof({"a": 1}), sys.getsizeof({str(i): i for i in range(20)}), sys.getsizeof("x" * 1000), sys.getsizeof(ValueError("x")), sys.getsizeof(set(range(30))))
'''),
]
