"""Metaclasses: how classes are made, called, shown and asked; classes of abstract classes."""

from templates import programs

CASES = programs('''
class M(type):
    pass
class A(metaclass=M):
    pass
class B(A):
    pass
print(type(A), type(B), A.__class__, isinstance(A, M), isinstance(B, type), type(M), M.__mro__)
print(A, B().__class__, type(B()) is B)
---
class M(type):
    def __new__(mcls, name, bases, ns, **kw):
        print('new', mcls.__name__, name, bases, sorted(ns), kw)
        return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', cls, name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *args, **kw):
        print('call', cls.__name__, args, kw)
        return super().__call__(*args, **kw)
class A(metaclass=M, size=3):
    def __init__(self, x=0):
        print('A init', x)
        self.x = x
class B(A, colour='red'):
    y = 1
print(B(4).x, A(x=2).x)
---
class M(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print('prepare', mcls, name, bases, kw)
        return {'ready': 1}
    def __new__(mcls, name, bases, ns, **kw):
        return super().__new__(mcls, name, bases, ns)
    def __init__(cls, *args, **kw):
        pass
class A(metaclass=M, k=1):
    print(ready)
    z = ready + 1
print(A.ready, A.z)
---
class Recorder(dict):
    def __init__(self):
        super().__init__()
        self.order = []
    def __setitem__(self, key, value):
        self.order.append(key)
        super().__setitem__(key, value)
class M(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return Recorder()
    def __new__(mcls, name, bases, ns):
        cls = super().__new__(mcls, name, bases, dict(ns))
        cls.order = ns.order
        return cls
class A(metaclass=M):
    b = 1
    a = 2
    def f(self): pass
    b = 3
    for i in range(2): pass
print(A.order, A.b)
---
class NoTwice(dict):
    def __setitem__(self, key, value):
        if key in self:
            raise TypeError(f'{key} twice')
        super().__setitem__(key, value)
class M(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return NoTwice()
class A(metaclass=M):
    def f(self): return 1
    def f(self): return 2
---
class M(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return 5
class A(metaclass=M):
    pass
---
class Missing(dict):
    def __missing__(self, key):
        if key.startswith('__'):
            raise KeyError(key)
        return key.upper()
class M(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return Missing()
class A(metaclass=M):
    x = red
    y = green
print(A.x, A.y)
---
class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(A, B): pass
---
class M1(type): pass
class M2(M1): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(A, B): pass
class D(A, metaclass=M2): pass
class E(B, metaclass=M1): pass
class F(B, metaclass=type): pass
print([type(c).__name__ for c in (A, B, C, D, E, F)])
---
class Meta(type):
    def __len__(cls): return 3
    def __iter__(cls): return iter('abc')
    def __getitem__(cls, key): return ('item', key)
    def __setitem__(cls, key, value): print('set', key, value)
    def __delitem__(cls, key): print('del', key)
    def __contains__(cls, item): return item == 'a'
    def __bool__(cls): return False
    def __repr__(cls): return f'<{cls.__name__}>'
    def __str__(cls): return 'str of ' + cls.__name__
    def __add__(cls, other): return ('add', other)
    def __radd__(cls, other): return ('radd', other)
    def __neg__(cls): return 'neg'
    def __lt__(cls, other): return cls.__name__ < other.__name__
    def __eq__(cls, other): return isinstance(other, Meta)
    def __hash__(cls): return 7
    def __reversed__(cls): return iter('cba')
    def __dir__(cls): return ['z', 'y']
    def __enter__(cls): return 'entered'
    def __exit__(cls, *args): print('left', args)
class A(metaclass=Meta): pass
class B(metaclass=Meta): pass
print(len(A), list(A), A[1], 'a' in A, 'b' in A, bool(A), repr(A), str(A), f'{A}', A + 1, 1 + A, -A)
A[1] = 2
del A['k']
print(A < B, sorted([B, A]), A == B, A != B, hash(A), {A: 1}[B], list(reversed(A)), dir(A))
with A as a:
    print(a)
print([A, (B,)], '%s %r' % (A, A))
---
class Meta(type):
    def __len__(cls): return 3
class A(metaclass=Meta): pass
print(len(A))
len(A())
---
class Meta(type):
    @property
    def size(cls): return cls._size
    @size.setter
    def size(cls, value):
        print('setting', value)
        cls._size = value
    def method(cls): return cls.__name__
    shared = 'of the metaclass'
    both = 'of the metaclass'
class A(metaclass=Meta):
    _size = 1
    both = 'of the class'
print(A.size, A.method(), A.shared, A.both)
A.size = 5
print(A.size, A._size, 'size' in A.__dict__)
print(hasattr(A(), 'size'), hasattr(A(), 'method'), hasattr(A(), 'shared'))
A.size = 6
A().size
---
class Data:
    def __get__(self, obj, kind=None): return ('data', obj, kind)
    def __set__(self, obj, value): print('set', obj, value)
    def __delete__(self, obj): print('delete', obj)
class NonData:
    def __get__(self, obj, kind=None): return ('nondata', obj, kind)
class Meta(type):
    d = Data()
    n = NonData()
class A(metaclass=Meta):
    d = 'own'
    n = 'own'
class B(metaclass=Meta): pass
print(A.d, A.n, B.d, B.n)
A.d = 3
del A.d
A.n = 4
print(A.d, A.n, A().d, A().n)
---
class Meta(type):
    def __getattr__(cls, name):
        if name.startswith('x'):
            return (cls.__name__, name)
        raise AttributeError(name)
    def __setattr__(cls, name, value):
        print('set', name, value)
        super().__setattr__(name, value)
    def __delattr__(cls, name):
        print('del', name)
        super().__delattr__(name)
class A(metaclass=Meta):
    y = 1
print(A.xa, A.y, hasattr(A, 'q'))
A.z = 2
del A.z
A.other
---
class Meta(type):
    def __getattribute__(cls, name):
        if name == 'special':
            return 'from getattribute'
        return super().__getattribute__(name)
class A(metaclass=Meta):
    y = 1
print(A.special, A.y, A.__name__)
A.nothing
---
class Meta(type):
    def __instancecheck__(cls, obj):
        print('instancecheck', type(obj).__name__)
        return obj == 5
    def __subclasscheck__(cls, sub):
        print('subclasscheck', sub.__name__)
        return sub is int
class A(metaclass=Meta): pass
print(isinstance(5, A), isinstance(6, A), isinstance(A(), A), issubclass(int, A), issubclass(A, A))
print(isinstance(5, (str, A)), type.__instancecheck__(A, 5), type.__subclasscheck__(int, bool))
class B(A): pass
print(isinstance(B(), A), isinstance(5, B))
---
class Single(type):
    made = {}
    def __call__(cls, *args):
        if cls not in cls.made:
            cls.made[cls] = super().__call__(*args)
        return cls.made[cls]
class Config(metaclass=Single):
    def __init__(self, name): self.name = name
a, b = Config('x'), Config('y')
print(a is b, b.name, list(Single.made) == [Config])
---
class Registry(type):
    classes = {}
    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        if bases:
            Registry.classes[name.lower()] = cls
class Plugin(metaclass=Registry): pass
class Csv(Plugin): pass
class Json(Plugin): pass
print(Registry.classes, Plugin.__subclasses__())
---
def meta(name, bases, ns):
    print(name, bases, sorted(k for k in ns if not k.startswith('__')))
    return 'not a class'
class A(metaclass=meta):
    x = 1
print(A)
---
class A(metaclass=lambda name, bases, ns: type(name, bases, ns)):
    x = 1
    def get(self): return __class__
print(A().get(), A.x, type(A))
---
class M(type):
    def __new__(mcls, name, bases, ns):
        return type(name, bases, {k: v for k, v in ns.items() if k != '__classcell__'})
class A(metaclass=M):
    def f(self):
        return super()
---
class M(type):
    def __new__(mcls, name, bases, ns):
        cls = super().__new__(mcls, name, bases, ns)
        print(cls().who())
        return cls
class A(metaclass=M):
    def who(self):
        return __class__.__name__
---
class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        print('subclass', cls.__name__, tag)
class A(Base, tag='x'): pass
class B(A): pass
print(A.tag, B.tag)
class C(Base, wrong=1): pass
---
class A(x=1): pass
---
class M(type): pass
class A(metaclass=M, x=1): pass
---
class Field:
    def __set_name__(self, owner, name):
        print('set_name', owner, name)
        self.name = name
    def __get__(self, obj, kind=None):
        return self if obj is None else obj.__dict__.get(self.name, 'unset')
    def __set__(self, obj, value):
        obj.__dict__[self.name] = value * 2
class M(type):
    def __new__(mcls, name, bases, ns):
        ns['extra'] = Field()
        return super().__new__(mcls, name, bases, ns)
class A(metaclass=M):
    first = Field()
a = A()
a.first = 4
print(a.first, a.extra)
---
class M(type):
    def __new__(mcls, name, bases, ns):
        ns = {k.upper() if not k.startswith('__') else k: v for k, v in ns.items()}
        return super().__new__(mcls, name, bases, ns)
class A(metaclass=M):
    value = 1
    def double(self): return self.VALUE * 2
print(A.VALUE, A().DOUBLE(), hasattr(A, 'value'))
---
class M(type): pass
A = M('A', (), {'x': 1, '__doc__': 'text'})
B = type('B', (A,), {})
C = type('C', (), {'f': lambda self: 5})
print(type(A), type(B), type(C), A.x, B.x, A.__doc__, A.__module__, C().f(), B.__bases__, C.__bases__)
---
class M(type):
    def __init__(cls, name, bases, ns):
        print('init', name)
class A(metaclass=M): pass
B = type('B', (A,), {})
print(type(B))
---
type('A', (), {}, 1)
---
type('A')
print(type(1))
---
type(1, (), {})
---
type('A', [], {})
---
type('A', (), 3)
---
type('A', (5,), {})
---
class M(type): pass
M('A')
---
class A(metaclass=5): pass
---
names = {'x': 1}
A = type('A', (), names)
names['x'] = 2
names['y'] = 3
print(A.x, hasattr(A, 'y'))
---
class A:
    __metaclass__ = list
    x = 1
print(type(A), A.__metaclass__, A().x, len(A.__metaclass__()))
---
class MM(type):
    def __call__(cls, *args, **kw):
        print('MM call', cls.__name__)
        return super().__call__(*args, **kw)
class M(type, metaclass=MM):
    pass
class A(metaclass=M): pass
print(type(A), type(M), type(MM))
A()
---
class M(type):
    count = 0
    def __call__(cls, *args):
        M.count += 1
        return super().__call__(*args)
class A(metaclass=M):
    def __new__(cls, x):
        self = super().__new__(cls)
        self.seen = x
        return self
    def __init__(self, x):
        self.x = x
print(A(1).x, A(2).seen, M.count)
---
class M(type):
    def __prepare__(name, bases):
        return {}
class A(metaclass=M):
    x = 1
print(A.x)
---
class M(type):
    def mro_names(cls): return [c.__name__ for c in cls.__mro__]
class A(metaclass=M): pass
class B(A): pass
print(B.mro_names(), B.mro(), M.mro_names(B))
---
class M(type):
    def make(cls, **kw):
        obj = cls()
        obj.__dict__.update(kw)
        return obj
    @classmethod
    def meta_class(mcls): return mcls
    @staticmethod
    def plain(x): return x + 1
class A(metaclass=M): pass
print(vars(A.make(x=1)), A.meta_class(), A.plain(1))
A().make
---
import types
class M(type):
    def __new__(mcls, name, bases, ns, **kw):
        print(kw)
        return super().__new__(mcls, name, bases, ns)
    def __init__(cls, *a, **kw): pass
A = types.new_class('A', (), {'metaclass': M, 'k': 1}, lambda ns: ns.update(x=5))
B = types.new_class('B', (A,))
print(type(A), A.x, type(B), B.__mro__)
print(types.prepare_class('C', (A,), {'z': 2}))
---
class Entry:
    def __mro_entries__(self, bases):
        print('entries', len(bases))
        return (dict,)
entry = Entry()
class A(entry): pass
print(A.__bases__, A.__orig_bases__ == (entry,), A(x=1))
---
class M(type):
    def __or__(cls, other): return 'joined'
class A(metaclass=M): pass
print(A | int, int | str)
---
from abc import ABC, ABCMeta, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
class Half(Shape):
    def area(self): return 1
print(type(ABC), type(Shape), type(Half), ABCMeta.__mro__, sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__))
Half()
---
from abc import ABC, ABCMeta, abstractmethod
class Plugin(metaclass=ABCMeta):
    @abstractmethod
    def run(self): ...
@Plugin.register
class Other: pass
class Real(Plugin):
    def run(self): return 1
print(isinstance(Other(), Plugin), issubclass(Other, Plugin), isinstance(Real(), Plugin), isinstance(3, Plugin), Plugin in Other.__mro__)
Plugin.register(int)
print(isinstance(3, Plugin), isinstance(True, Plugin), isinstance('x', Plugin), isinstance(3, Real))
Plugin.register(3)
---
from abc import ABC
class Closeable(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Closeable:
            return any('close' in c.__dict__ for c in other.__mro__)
        return NotImplemented
class File:
    def close(self): pass
print(isinstance(File(), Closeable), issubclass(int, Closeable))
issubclass(5, Closeable)
---
from abc import ABC, ABCMeta, abstractmethod
class Meta(ABCMeta):
    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns, **kw)
        cls.made_by = mcls.__name__
        return cls
class Base(metaclass=Meta):
    @abstractmethod
    def f(self): ...
class Good(Base):
    def f(self): return self.made_by
print(Good().f(), type(Base), Base.__abstractmethods__)
Base()
---
from collections.abc import Iterable, Sequence, Mapping
print(type(Iterable).__name__, type(Mapping).__name__, isinstance([], Iterable), isinstance(5, Iterable), isinstance({}, Mapping))
class Stream(Iterable):
    def __iter__(self): return iter([1, 2])
print(type(Stream).__name__, isinstance(Stream(), Iterable), isinstance(Stream(), Stream), list(Stream()))
class Mine: pass
Sequence.register(Mine)
print(isinstance(Mine(), Sequence), isinstance(Mine(), Mapping))
---
from enum import Enum, EnumMeta, EnumType, Flag, IntEnum
class Color(Enum):
    RED = 1
    BLUE = 2
print(type(Color), EnumMeta is EnumType, isinstance(Color, EnumType), type(Color).__mro__, Color.__class__)
print(len(Color), list(Color), Color['RED'], Color(2), Color.RED in Color, bool(Color), list(reversed(Color)), EnumType.__len__(Color))
print(type(Enum), type(Flag), type(IntEnum), Color.__members__, 'RED' in Color.__members__)
Color.RED.__members__
---
from enum import Enum, EnumMeta
class Meta(EnumMeta):
    def __getitem__(cls, name):
        return super().__getitem__(name.upper())
    def __contains__(cls, item):
        return item in cls._value2member_map_
    @property
    def first(cls): return next(iter(cls))
class Color(Enum, metaclass=Meta):
    RED = 'r'
    BLUE = 'b'
print(Color['red'], 'b' in Color, 'x' in Color, Color.first, type(Color))
---
from enum import Enum
class Color(Enum):
    RED = 1
    GREEN = 2
    RED = 3
---
from enum import Enum
class Color(Enum):
    RED = 1
    def RED(self): pass
---
from enum import Enum
class Color(Enum):
    RED = 1
    _bad_ = 2
---
from enum import Enum
class Color(Enum):
    _ignore_ = 'i'
    RED = 1
    for i in range(2): pass
    BLUE = 2
print(list(Color), hasattr(Color, 'i'))
---
from enum import Enum
class Color(Enum):
    RED = 1
del Color.RED
---
from enum import Enum
class Color(Enum):
    RED = 1
Color.extra = 5
print(Color.extra)
Color.RED = 2
---
from enum import Enum, auto, Flag
class P(Flag):
    R = auto()
    W = auto()
    RW = R | W
print(P.RW, P.RW.value, list(P), P.R | P.W is P.RW, P(3) is P.RW)
class Named(Enum):
    def _generate_next_value_(name, start, count, last):
        return (name.lower(), count, list(last))
    A = auto()
    B = auto()
print(Named.A.value, Named.B.value)
---
from enum import Enum
class Base(Enum):
    def describe(self): return f'{self.name}={self.value}'
class Derived(Base):
    X = 1
print(Derived.X.describe(), list(Base), len(Base), Base)
class More(Derived):
    Y = 2
---
from enum import Enum
class Mixin:
    def hello(self): return 'hello ' + self.name
class E(Mixin, Enum):
    A = 1
print(E.A.hello(), E.A)
class Bad(Enum, Mixin):
    B = 1
---
from typing import NamedTuple
class P(NamedTuple):
    x: int
    y: int = 5
    def total(self): return self.x + self.y
print(P(1), P(1).total(), type(P), P.__bases__, P._fields)
class Q(P): pass
print(Q(1, 2), type(Q))
---
import collections.abc as abc
kinds = [list, tuple, str, bytes, bytearray, range, dict, set, frozenset, int, type(x for x in []), type, type(len)]
for name in ('Hashable', 'Sized', 'Container', 'Iterable', 'Callable', 'Iterator', 'Generator', 'Reversible', 'Collection', 'Sequence', 'MutableSequence', 'ByteString', 'Set', 'MutableSet', 'Mapping', 'MutableMapping', 'MappingView', 'KeysView', 'ItemsView', 'ValuesView'):
    print(name, [kind.__name__ for kind in kinds if issubclass(kind, getattr(abc, name))], [base.__name__ for base in getattr(abc, name).__mro__[1:-1]])
print(issubclass(type({}.keys()), abc.KeysView), issubclass(type({}.items()), abc.Set), issubclass(type({}.values()), abc.Set))
---
import collections, collections.abc as abc
print(isinstance([], abc.Sequence), isinstance({}, abc.Mapping), isinstance(3, abc.Hashable), isinstance([], abc.Hashable), isinstance((1, []), abc.Hashable))
print(issubclass(collections.deque, abc.MutableSequence), issubclass(collections.OrderedDict, abc.MutableMapping), issubclass(collections.Counter, abc.Mapping), isinstance(collections.ChainMap(), abc.Mapping))
class Sized:
    def __len__(self): return 1
class Unhashable:
    __hash__ = None
print(isinstance(Sized(), abc.Sized), issubclass(Sized, abc.Collection), isinstance(Unhashable(), abc.Hashable))
class Registered: pass
abc.Sequence.register(Registered)
print(issubclass(Registered, abc.Sequence), isinstance(Registered(), abc.Collection), issubclass(Registered, abc.Mapping))
---
import numbers, decimal, fractions
for kind in (int, bool, float, complex, decimal.Decimal, fractions.Fraction, str):
    print(kind.__name__, [name for name in ('Number', 'Complex', 'Real', 'Rational', 'Integral') if issubclass(kind, getattr(numbers, name))])
---
class D:
    def __set_name__(self, owner, name): raise ValueError('x')
try:
    class E: d = D()
except RuntimeError as error: print(error, repr(error.__cause__))
class F:
    def __set_name__(self): pass
class G: f = F()
---
class Get:
    def __get__(self, obj, kind=None): return 'got', obj is None, kind.__name__
class A:
    d = Get()
    @classmethod
    def make(cls): return cls.__name__
class B(A):
    @classmethod
    def on_class(cls): return super().d, super().make()
    def on_object(self): return super().d, super().make()
print(B.on_class(), B().on_object(), super(B, B).d)
---
from typing import Protocol, runtime_checkable
@runtime_checkable
class Goes(Protocol):
    def go(self): ...
class Car:
    def go(self): return 1
class Told(Protocol):
    name: str
print(isinstance(Car(), Goes), isinstance(3, Goes), issubclass(Car, Goes), issubclass(int, Goes), type(Protocol).__name__)
class Explicit(Goes): pass
print(isinstance(Explicit(), Goes), Explicit().go())
isinstance(3, Told)
---
import enum
class Base:
    def __init_subclass__(cls, **kwargs): print(cls.__name__, list(cls.__members__))
class Color(Base, enum.Enum):
    RED = 1
    GREEN = 2
class Bad(enum.Enum):
    def __init__(self, value): raise ValueError(value)
    A = 1
''')
