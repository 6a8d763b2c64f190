"""dataclass: defaults, ordering, freezing, factories."""

from templates import programs

HEAD = "from dataclasses import dataclass, field, asdict, astuple, replace, fields\n"
CASES = programs("\n---\n".join(HEAD + text.strip("\n") for text in '''
@dataclass
class Point:
    x: int
    y: int = 0
print(Point(1), Point(1, 2), Point(y=5, x=3), Point(1) == Point(1, 0), Point(1) == (1, 0), Point(1) != Point(2), [Point(1)], f'{Point(1)}')
p = Point(1)
p.y += 4
print(p, p.__dict__, Point.y, Point.__name__, asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(p)])
Point()
---
@dataclass
class Point:
    x: int
    y: int = 0
Point(1, 2, 3)
---
@dataclass
class Point:
    x: int
Point(z=1)
---
@dataclass
class P:
    x: int
hash(P(1))
---
@dataclass
class P:
    x: int
P(1) < P(2)
---
@dataclass(order=True)
class V:
    major: int
    minor: int = 0
    name: str = field(default='', compare=False)
vs = [V(2), V(1, 5), V(1, 2, 'b'), V(1, 2, 'a')]
print(sorted(vs), max(vs), V(1) < V(1, 1), V(1) <= V(1), V(1, 0, 'a') == V(1, 0, 'b'))
V(1) < 5
---
@dataclass(frozen=True)
class K:
    a: int
    b: str = 'x'
print(K(1), hash(K(1)) == hash(K(1)), {K(1): 'v'}[K(1)], K(1) in {K(1)}, replace(K(1), b='y'), hash(K(1)) == hash((1, 'x')))
K(1).a = 5
---
@dataclass(frozen=True)
class K:
    a: int
del K(1).a
---
@dataclass
class Basket:
    owner: str
    items: list = field(default_factory=list)
    tags: dict = field(default_factory=dict, repr=False)
    total: float = field(init=False, default=0.0)
    def add(self, item, price):
        self.items.append(item)
        self.total += price
        return self
a, b = Basket('a'), Basket('b')
a.add('tea', 2.5).add('milk', 1)
print(a, b, a.items is b.items, asdict(a))
Basket('a', total=5)
---
@dataclass
class Bad:
    items: list = []
---
@dataclass
class Bad:
    a: int = 1
    b: str
---
@dataclass
class Rect:
    w: float
    h: float
    area: float = field(init=False)
    def __post_init__(self):
        if self.w < 0:
            raise ValueError('negative width')
        self.area = self.w * self.h
    @property
    def square(self):
        return self.w == self.h
print(Rect(2, 3), Rect(2, 2).square)
Rect(-1, 1)
---
@dataclass
class Base:
    id: int
    name: str = 'base'
@dataclass
class Child(Base):
    name: str = 'child'
    extra: bool = False
print(Base(1), Child(1), Child(1, 'n', True), Child(1) == Base(1, 'child'), isinstance(Child(1), Base), [f.name for f in fields(Child)])
---
@dataclass
class Custom:
    x: int
    def __repr__(self): return f'<{self.x}>'
    def __eq__(self, o): return True
@dataclass(repr=False, eq=False)
class Plain:
    x: int
print(Custom(1), Custom(1) == Custom(2), Plain(1) == Plain(1), Plain(3).x)
---
@dataclass(kw_only=True)
class Options:
    host: str = 'h'
    port: int
print(Options(port=5))
Options('x', 5)
---
@dataclass(eq=True, unsafe_hash=True)
class H:
    x: int
print(hash(H(1)) == hash((1,)), {H(1), H(1)})
@dataclass(slots=True)
class S:
    x: int
s = S(1)
s.y = 2
---
from typing import ClassVar, Optional
@dataclass
class Counter:
    total: ClassVar[int] = 0
    name: Optional[str] = None
    def __post_init__(self):
        Counter.total += 1
Counter(), Counter('b')
print(Counter.total, Counter('c'), fields(Counter)[0].name, fields(Counter)[0].default)
---
@dataclass
class Inner:
    v: int
@dataclass
class Outer:
    inner: Inner
    many: list
    table: dict
o = Outer(Inner(1), [Inner(2)], {'k': Inner(3)})
print(o, asdict(o), astuple(o), o.inner.v)
match o:
    case Outer(Inner(v), [Inner(w)]):
        print(v, w)
replace(o, nope=1)
---
asdict(5)
---
@dataclass
class Reading:
    sensor: str
    value: float
    unit: str = 'C'
readings = [Reading('a', 20.5), Reading('b', 19.0), Reading('a', 22.1, 'F')]
print(max(readings, key=lambda r: r.value), sorted({r.sensor for r in readings}), sum(r.value for r in readings if r.unit == 'C'))
'''.strip("\n").split("\n---\n")))

CASES += programs(
    r'''
    from dataclasses import *
    import typing
    from typing import Optional, List, ClassVar
    @dataclass
    class A:
        x: int
        n: int = field(init=False, default=9)
    print(A(1).__dict__, A.__doc__, A(1))
    @dataclass
    class B:
        x: 'int'
        y: List[int] = field(default_factory=list)
        z: Optional[str] = None
        w: list[int] = field(default=(), kw_only=True)
        c: ClassVar[int] = 3
        a: A = None
        i: InitVar[int] = 4
        u: int | str = 5
    print(B.__doc__)
    @dataclass(init=False)
    class C:
        x: int
    print(C.__doc__)
    @dataclass
    class D:
        x: int
        def __init__(self, q: int, *r, **k): self.x = q
    print(D.__doc__, D(5))
    @dataclass
    class E:
        "doc"
        x: int
    print(E.__doc__)
    @dataclass(slots=True)
    class F:
        x: int
        y: int = field(init=False, default=5)
    print(F(1), F.__doc__)
    @dataclass(frozen=True)
    class G: pass
    print(G.__doc__)
    '''
)
