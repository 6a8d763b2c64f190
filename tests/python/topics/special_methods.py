"""Special methods set, replaced and deleted after they were used; those of objects do not count."""

from templates import programs

CASES = programs('''
class A: pass
a = A()
a.x = 1
print(a.x)
A.__getattribute__ = lambda self, name: 'all ' + name
print(a.x, a.nothing)
del A.__getattribute__
print(a.x)
---
class Base: pass
class A(Base): pass
a = A()
try:
    a.missing
except AttributeError as error:
    print(error)
Base.__getattr__ = lambda self, name: name * 2
print(a.missing)
del Base.__getattr__
a.missing
---
class Base: pass
class A(Base): pass
a = A()
a.x = 1
def store(self, name, value):
    object.__setattr__(self, name, value * 10)
Base.__setattr__ = store
a.y = 2
setattr(a, 'z', 3)
print(vars(a))
del Base.__setattr__
a.w = 4
print(a.w)
---
class A: pass
a, b = A(), A()
print(a == b, a != b)
A.__eq__ = lambda self, other: isinstance(other, A)
print(a == b, a != b, a in [b], hash(a) == hash(a))
A.__ne__ = lambda self, other: 'never'
print(a != b)
del A.__eq__, A.__ne__
print(a == b, a != b)
---
class A: pass
a = A()
d = {a: 1}
A.__hash__ = None
hash(a)
---
class A: pass
class B(A): pass
b = B()
hash(b)
A.__hash__ = lambda self: 42
print(hash(b), {b: 'x'}[b])
B.__hash__ = lambda self: 7
print(hash(b))
del B.__hash__
print(hash(b))
---
class A:
    def __eq__(self, other): return True
print(A.__hash__, A.__dict__['__hash__'])
class B(A):
    __hash__ = object.__hash__
print(isinstance(hash(B()), int))
hash(A())
---
class A: pass
a = A()
print(bool(a))
A.__len__ = lambda self: 0
print(bool(a), len(a))
A.__bool__ = lambda self: True
print(bool(a))
A.__bool__ = lambda self: False
print(bool(a), not a, 'yes' if a else 'no')
del A.__bool__
del A.__len__
print(bool(a))
len(a)
---
class A:
    def __getitem__(self, at):
        if at > 2: raise IndexError
        return at
a = A()
print(list(a), 1 in a, 5 in a)
A.__iter__ = lambda self: iter('xyz')
print(list(a), 'x' in a, 1 in a)
A.__contains__ = lambda self, item: item == 'c'
print('c' in a, 'x' in a)
del A.__contains__
A.__iter__ = None
list(a)
---
class A:
    __contains__ = None
    def __iter__(self): return iter([1])
1 in A()
---
class A: pass
a = A()
print(callable(a))
A.__call__ = lambda self, x: x + 1
print(callable(a), a(1), list(map(a, [1, 2])))
A.__call__ = lambda self, x: x - 1
print(a(1))
del A.__call__
print(callable(a))
a(1)
---
class A: pass
a = A()
a.__len__ = lambda: 5
a.__call__ = lambda: 6
a.__eq__ = lambda other: True
a.__str__ = lambda: 'no'
a.__bool__ = lambda: False
a.__getattr__ = lambda name: 1
a.__add__ = lambda other: 2
print(bool(a), a == 1, str(a) != 'no', callable(a), a.__len__())
for use in (lambda: len(a), lambda: a(), lambda: a + 1, lambda: a.zzz):
    try:
        use()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
---
class Mixin: pass
class Base: pass
class A(Base, Mixin): pass
a = A()
for cls in (Mixin, Base, A):
    cls.__repr__ = lambda self, name=cls.__name__: 'repr of ' + name
    print(a, [a])
for cls in (A, Base, Mixin):
    del cls.__repr__
    print(repr(a).startswith('repr of '), str(a)[:12])
---
class A: pass
a = A()
setattr(A, '__add__', lambda self, other: ('add', other))
print(a + 1)
type.__setattr__(A, '__add__', lambda self, other: ('second', other))
print(a + 1)
setattr(A, '__radd__', lambda self, other: ('radd', other))
print(1 + a)
delattr(A, '__add__')
type.__delattr__(A, '__radd__')
a + 1
---
class A: pass
a = A()
A.__iadd__ = lambda self, other: ('iadd', other)
b = a
b += 1
print(b)
A.__lt__ = lambda self, other: 'lt'
A.__gt__ = lambda self, other: 'gt'
print(a < 1, a > 1, 1 < a, 1 > a)
A.__neg__ = lambda self: 'neg'
A.__index__ = lambda self: 2
print(-a, [10, 20, 30][a], 'ab' * a, bin(a))
---
class A: pass
a = A()
A.__enter__ = lambda self: 'in'
A.__exit__ = lambda self, *args: print('out')
with a as x:
    print(x)
del A.__exit__
with a: pass
---
class A:
    def __init__(self, x): self.x = x
print(A(1).x)
def init(self, x): self.x = x * 100
A.__init__ = init
print(A(1).x)
class B(A): pass
print(B(2).x)
A.__new__ = lambda cls, x: object.__new__(B)
print(type(A(3)), A(3).x)
del A.__init__
A.__new__ = object.__new__
print(type(A()))
---
class D:
    def __get__(self, obj, kind): return 'got'
class A:
    d = D()
a = A()
a.__dict__['d'] = 'own'
print(a.d)
D.__set__ = lambda self, obj, value: print('set', value)
print(a.d)
a.d = 5
del D.__set__
print(a.d)
a.d = 6
print(a.d)
del D.__get__
print(type(A.d).__name__, a.d)
---
class A:
    def __len__(self): return 1
class B(A): pass
class C(B): pass
c = C()
print(len(c))
B.__len__ = lambda self: 2
print(len(c))
C.__len__ = lambda self: 3
print(len(c))
del C.__len__
print(len(c))
del B.__len__
print(len(c))
A.__len__ = lambda self: 4
print(len(c), len(B()), len(A()))
---
class N(int):
    pass
class Plus:
    def __add__(self, other): return 'plus'
class First(Plus, int): pass
class Last(int, Plus): pass
print(N(1) + 1, First(1) + 1, Last(1) + 1)
N.__add__ = lambda self, other: 'mine'
print(N(1) + 1, 1 + N(1))
N.__radd__ = lambda self, other: 'reflected'
print(1 + N(1))
---
class L(list): pass
l = L([1, 2])
print(len(l), l[0], 2 in l)
L.__len__ = lambda self: 99
L.__getitem__ = lambda self, at: ('item', at)
print(len(l), l[0], list(l), bool(l))
del L.__len__
print(len(l))
---
class D(dict): pass
d = D()
try:
    d['k']
except KeyError as error:
    print('KeyError', error)
D.__missing__ = lambda self, key: key * 2
print(d['k'], d.get('k'))
D.__setitem__ = lambda self, key, value: dict.__setitem__(self, key, value + 1)
d['n'] = 1
print(d)
---
class A: pass
class G:
    def __getattribute__(self, name):
        raise AttributeError('never ' + name)
print(hasattr(G(), 'x'))
G.__getattr__ = lambda self, name: 'fallback ' + name
print(G().x)
---
class A:
    @property
    def p(self): raise AttributeError('inner')
a = A()
try:
    a.p
except AttributeError as error:
    print(error)
A.__getattr__ = lambda self, name: ('fallback', name)
print(a.p)
---
class A:
    def __next__(self): raise StopIteration
    def __iter__(self): return self
a = A()
print(list(a))
counter = iter([1, 2])
A.__next__ = lambda self: next(counter)
print(list(a))
---
class A: pass
A.__str__ = lambda self: 'str'
A.__format__ = lambda self, spec: 'format ' + spec
print(str(A()), f'{A()}', f'{A():x}', '{:y}'.format(A()))
A.__str__ = lambda self: 5
str(A())
---
class A: pass
print([c.__name__ for c in A.__subclasses__()])
class B(A): pass
class C(A): pass
class D(B): pass
print([c.__name__ for c in A.__subclasses__()], B.__subclasses__())
---
class Base: count = 0
class A(Base): pass
for i in range(3):
    Base.count += 1
    A.total = getattr(A, 'total', 0) + A.count
print(A.count, A.total, Base.__dict__['count'], 'count' in A.__dict__)
---
int.__add__ = None
---
class A: pass
A.__class_getitem__ = classmethod(lambda cls, key: (cls.__name__, key))
print(A[1], A['x'])
del A.__class_getitem__
A[1]
''')

CASES += programs(
    r'''
    class S:
        __slots__ = {'a': 'doc'}
        def __init__(self): self.a = 1
    s = S()
    try: s.b = 1
    except AttributeError as e: print(e)
    class T(tuple):
        __slots__ = ()
    class U(int):
        __slots__ = ()
    class V(T): pass
    for c in (T((1,)), U(3), V((1,))):
        try:
            c.x = 1; print('ok', c.x)
        except AttributeError as e: print(e)
        print(hasattr(c, '__dict__'))
    for code in ('del (5)[0]', 'del None["a"]', 'del "abc"[0]', 'del (1,)["a"]', 'del s[0]', 'del s["x"]', 'del len[0]', 'del {1}[0]', 'del 1.5[0]', 'del range(3)[0]', 'del b"a"[0]', 'del {}.keys()[0]'):
        try: exec(code)
        except Exception as e: print(code, type(e).__name__, e)
    for code in ('[1].__mul__("a")', '[1].__add__(2)', '(1,).__mul__(2)', '"a".__rmul__(3)', 'b"ab".__mul__("a")', 'bytearray(b"a").__mul__(2)', '[1].__rmul__(2)', '(1,).__add__([1])', 'bytes(object())', 'bytearray(object())', 'bytes(None)', 'bytearray(None)', 'bytes(1.5)'):
        try: print(code, repr(eval(code)))
        except Exception as e: print(code, type(e).__name__, str(e).split(' at 0x')[0])
    '''
)
