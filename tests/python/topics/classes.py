"""Classes: inheritance, super, properties, dunder methods, attribute errors."""

from templates import expressions, lines, programs

CASES = [
    *programs("""
        class Animal:
            count = 0
            def __init__(self, name):
                self.name = name
                Animal.count += 1
            def speak(self):
                return '...'
            def describe(self):
                return f'{self.name} says {self.speak()}'
        class Dog(Animal):
            def speak(self):
                return 'woof'
        class Puppy(Dog):
            def __init__(self, name, age):
                super().__init__(name)
                self.age = age
            def speak(self):
                return super().speak() + '!'
        for a in [Animal('x'), Dog('Rex'), Puppy('Bit', 1)]:
            print(a.describe(), type(a).__name__, isinstance(a, Dog), a.__class__.__bases__[0].__name__)
        print(Animal.count, Dog.count, issubclass(Puppy, Animal), Puppy.__mro__[1].__name__, [c.__name__ for c in Puppy.mro()])
        Dog.count = 10
        print(Animal.count, Dog.count, Puppy.count, vars(Puppy('y', 2)))
        ---
        class A:
            pass
        a = A()
        a.x = 1
        print(a.x, a.__dict__, hasattr(a, 'y'), getattr(a, 'y', 'default'))
        setattr(a, 'y', 2)
        delattr(a, 'x')
        print(vars(a), A.__name__, A.__qualname__, A.__module__, A.__doc__, type(a) is A, type(A).__name__)
        a.z
        ---
        class A: pass
        A.z
        ---
        class A: pass
        A().method()
        ---
        class A: pass
        A() + 1
        ---
        class A: pass
        1 + A()
        ---
        class A: pass
        A() < A()
        ---
        class A: pass
        A()[0]
        ---
        class A: pass
        A()[0] = 1
        ---
        class A: pass
        del A()[0]
        ---
        class A: pass
        len(A())
        ---
        class A: pass
        for x in A(): pass
        ---
        class A: pass
        1 in A()
        ---
        class A: pass
        A()()
        ---
        class A: pass
        int(A())
        ---
        class A: pass
        float(A())
        ---
        class A: pass
        -A()
        ---
        class A: pass
        a = A()
        a += 1
        ---
        class A: pass
        print(A() == A(), A() != A(), A == A, bool(A()), hash(A()) == hash(A) and False, not A())
        a = A()
        print(a == a, a in [a], {a: 1}[a])
        ---
        class V:
            def __init__(self, x, y):
                self.x, self.y = x, y
            def __repr__(self):
                return f'V({self.x}, {self.y})'
            def __add__(self, o):
                return V(self.x + o.x, self.y + o.y)
            def __sub__(self, o):
                return V(self.x - o.x, self.y - o.y)
            def __mul__(self, k):
                if isinstance(k, V):
                    return self.x * k.x + self.y * k.y
                return V(self.x * k, self.y * k)
            __rmul__ = __mul__
            def __neg__(self):
                return V(-self.x, -self.y)
            def __abs__(self):
                return (self.x ** 2 + self.y ** 2) ** 0.5
            def __eq__(self, o):
                return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
            def __hash__(self):
                return hash((self.x, self.y))
            def __bool__(self):
                return self.x != 0 or self.y != 0
            def __iter__(self):
                return iter((self.x, self.y))
            def __getitem__(self, i):
                return (self.x, self.y)[i]
            def __len__(self):
                return 2
            def __truediv__(self, k):
                return V(self.x / k, self.y / k)
            def __matmul__(self, o):
                return self * o
            def __iadd__(self, o):
                self.x += o.x
                self.y += o.y
                return self
        a, b = V(1, 2), V(3, 4)
        print(a + b, a - b, a * 2, 2 * a, a * b, -a, abs(b), a == V(1, 2), a != b, bool(V(0, 0)), list(a), a[0], a[-1], len(a), b / 2, a @ b)
        print({a: 'x'}[V(1, 2)], V(1, 2) in [a], {a, V(1, 2)}, f'{a}', str(a), [a, b], max([a, b], key=abs))
        c = a
        c += b
        print(a, c is a)
        x, y = b
        print(x, y, *a)
        a + 1
        ---
        class N:
            def __init__(self, n): self.n = n
            def __radd__(self, o): return ('radd', o, self.n)
            def __rsub__(self, o): return ('rsub', o)
            def __rmul__(self, o): return ('rmul', o)
            def __rtruediv__(self, o): return ('rtruediv', o)
            def __rpow__(self, o): return ('rpow', o)
            def __rmod__(self, o): return ('rmod', o)
        n = N(1)
        print(5 + n, 'a' + n, 5 - n, [1] * n, 1 / n, 2 ** n, 7 % n, sum([n]))
        n + 5
        ---
        class A:
            def __add__(self, o): return NotImplemented
        class B:
            def __radd__(self, o): return 'B.radd'
        print(A() + B())
        A() + 1
        ---
        class Base:
            def __add__(self, o): return 'Base.add'
        class Sub(Base):
            def __radd__(self, o): return 'Sub.radd'
        print(Base() + Sub(), Sub() + Base(), Base() + Base())
        ---
        class Version:
            def __init__(self, s): self.parts = tuple(int(p) for p in s.split('.'))
            def __eq__(self, o): return self.parts == o.parts
            def __lt__(self, o): return self.parts < o.parts
            def __le__(self, o): return self.parts <= o.parts
            def __repr__(self): return 'v' + '.'.join(map(str, self.parts))
        vs = [Version(s) for s in ['1.10', '1.2', '1.2.1', '0.9']]
        print(sorted(vs), max(vs), min(vs), vs[0] > vs[1], vs[0] >= vs[1], vs[0] != vs[1], sorted(vs, reverse=True))
        hash(vs[0])
        ---
        from functools import total_ordering
        @total_ordering
        class Card:
            def __init__(self, n): self.n = n
            def __eq__(self, o): return self.n == o.n
            def __lt__(self, o): return self.n < o.n
        print(Card(1) < Card(2), Card(1) >= Card(2), Card(2) <= Card(2), Card(3) > Card(1))
        ---
        class Only:
            def __gt__(self, o): return 'gt'
            def __le__(self, o): return 'le'
        print(1 < Only(), 1 >= Only(), Only() > 1)
        Only() < 1
        ---
        class Temp:
            def __init__(self, c): self._c = c
            @property
            def f(self):
                "Fahrenheit."
                return self._c * 9 / 5 + 32
            @f.setter
            def f(self, value):
                if value < -459.67:
                    raise ValueError('below absolute zero')
                self._c = (value - 32) * 5 / 9
            @property
            def c(self): return self._c
            @f.deleter
            def f(self): print('deleted')
        t = Temp(100)
        print(t.f, t.c)
        t.f = 32
        print(t.c, Temp.f.__doc__)
        del t.f
        try:
            t.f = -1000
        except ValueError as e:
            print(e)
        try:
            t.c = 5
        except AttributeError as e:
            print(e)
        del t.c
        ---
        class A:
            x = property(lambda self: 42)
            @property
            def broken(self):
                return self.missing
        print(A().x)
        A().broken
        ---
        class Pizza:
            sizes = {'s': 20, 'l': 40}
            def __init__(self, size, *toppings):
                self.size, self.toppings = size, list(toppings)
            @classmethod
            def large(cls, *toppings):
                return cls(cls.sizes['l'], *toppings)
            @staticmethod
            def area(d):
                return round(3.14159 * (d / 2) ** 2, 1)
            def __repr__(self):
                return f'{type(self).__name__}({self.size}, {self.toppings})'
        class Calzone(Pizza): pass
        print(Pizza.large('ham'), Calzone.large(), Pizza.area(20), Pizza('s').area(10), Calzone('x', 1, 2))
        ---
        class A:
            def __getattr__(self, name):
                if name.startswith('get_'):
                    return lambda: name[4:]
                raise AttributeError(f'no {name} here')
        a = A()
        a.real = 1
        print(a.get_x(), a.real, hasattr(a, 'nope'), getattr(a, 'nope', 'd'))
        a.nope
        ---
        class A:
            def __getattribute__(self, name):
                return f'<{name}>'
        print(A().x, A().y)
        ---
        class Locked:
            def __init__(self): super().__setattr__('x', 1)
            def __setattr__(self, name, value): raise AttributeError(f'cannot set {name}')
            def __delattr__(self, name): print('del', name)
        l = Locked()
        del l.x
        print(l.x)
        l.y = 2
        ---
        class Grid:
            def __init__(self): self.cells = {}
            def __setitem__(self, key, value): self.cells[key] = value
            def __getitem__(self, key): return self.cells.get(key, 0)
            def __delitem__(self, key): del self.cells[key]
            def __contains__(self, key): return key in self.cells
            def __len__(self): return len(self.cells)
            def __iter__(self): return iter(sorted(self.cells))
        g = Grid()
        g[1, 2] = 'a'
        g[0, 0] = 'b'
        g[5, 5] += 3
        print(g[1, 2], g[9, 9], (1, 2) in g, len(g), list(g), bool(g), g[5, 5])
        del g[1, 2]
        print(len(g))
        del g[1, 2]
        ---
        class Adder:
            def __init__(self, n): self.n = n
            def __call__(self, x, *, scale=1): return (self.n + x) * scale
        add = Adder(10)
        print(add(5), add(5, scale=2), list(map(add, [1, 2])), callable(add), callable(5))
        add()
        ---
        class Box:
            def __init__(self, items): self.items = items
            def __len__(self): return len(self.items)
            def __bool__(self): return 'full' in self.items
            def __int__(self): return 7
            def __float__(self): return 2.5
            def __index__(self): return 3
            def __str__(self): return 'box'
            def __format__(self, spec): return 'fmt:' + spec
            def __round__(self, n=None): return ('round', n)
            def __contains__(self, x): return True
            def __reversed__(self): return iter('rev')
            def __hash__(self): return 5
            def __divmod__(self, o): return ('divmod', o)
            def __pow__(self, o, m=None): return ('pow', o, m)
            def __invert__(self): return 'inv'
            def __pos__(self): return 'pos'
            def __trunc__(self): return 1
            def __floor__(self): return 'floor'
        b = Box([1])
        print(len(b), bool(b), int(b), float(b), [0, 1, 2, 3, 4][b], str(b), f'{b:>5}', format(b), round(b), round(b, 2), 9 in b, list(reversed(b)), hash(b), hex(b), range(b), divmod(b, 3), b ** 2, pow(b, 2, 3), ~b, +b)
        import math
        print(math.floor(b), math.trunc(b), math.sqrt(b), 'ab' * b, bin(b), '%d' % b, '%.1f' % b, chr(b) == chr(3))
        ---
        class Bad:
            def __len__(self): return -1
        len(Bad())
        ---
        class Bad:
            def __len__(self): return 'a'
        len(Bad())
        ---
        class Bad:
            def __bool__(self): return 5
        bool(Bad())
        ---
        class Bad:
            def __hash__(self): return 'x'
        hash(Bad())
        ---
        class Bad:
            def __eq__(self, o): return True
        {Bad(): 1}
        ---
        class Bad:
            def __init__(self): return 5
        Bad()
        ---
        class Bad:
            def __int__(self): return 'x'
        int(Bad())
        ---
        class Bad:
            def __iter__(self): raise ValueError('no iter')
        list(Bad())
        ---
        class Bad:
            __hash__ = None
        hash(Bad())
        ---
        class Bad:
            def __contains__(self, x): raise KeyError('c')
        1 in Bad()
        ---
        class A:
            def who(self): return 'A'
        class B(A):
            def who(self): return 'B' + super().who()
        class C(A):
            def who(self): return 'C' + super().who()
        class D(B, C):
            def who(self): return 'D' + super().who()
        print(D().who(), [c.__name__ for c in D.__mro__], super(B, D()).who(), D.__bases__[1].__name__)
        ---
        class A: pass
        class B(A): pass
        class C(A, B): pass
        ---
        class A(5): pass
        ---
        class A(undefined): pass
        ---
        class A(int): pass
        a = A(5)
        a.tag = 'x'
        print(a + 1, type(a + 1).__name__, a.tag, isinstance(a, int), repr(a), a == 5, {5: 'y'}[a])
        class L(list):
            def first(self): return self[0]
        l = L([1, 2])
        l.append(3)
        print(l, l.first(), len(l), l == [1, 2, 3], type(l[1:]).__name__, type(l + [4]).__name__, isinstance(l, list))
        class S(str):
            def shout(self): return self.upper() + '!'
        s = S('hi')
        print(s.shout(), s + 'x', type(s.upper()).__name__, repr(s), s == 'hi', f'{s:>4}')
        class T(tuple):
            def __new__(cls, a, b): return super().__new__(cls, (b, a))
        print(T(1, 2), T(1, 2)[0])
        class D(dict):
            def __setitem__(self, k, v): super().__setitem__(k, v * 2)
        d = D(a=1)
        d['b'] = 2
        print(d, d['b'])
        class F(float):
            def __repr__(self): return f'F<{float(self)}>'
        print(F(1.5), [F(2)], F(1) + 1, str(F(3)), f'{F(4):.1f}')
        ---
        class Meta:
            created = []
            def __init_subclass__(cls, tag=None, **kw):
                super().__init_subclass__(**kw)
                Meta.created.append((cls.__name__, tag))
        class A(Meta): pass
        class B(Meta, tag='b'): pass
        print(Meta.created)
        ---
        class Single:
            instance = None
            def __new__(cls):
                if cls.instance is None:
                    cls.instance = super().__new__(cls)
                return cls.instance
        print(Single() is Single())
        ---
        class Ten:
            def __get__(self, obj, owner): return 10 if obj is not None else 'class'
        class Positive:
            def __set_name__(self, owner, name): self.name = '_' + name
            def __get__(self, obj, owner): return getattr(obj, self.name)
            def __set__(self, obj, value):
                if value <= 0: raise ValueError(f'{self.name[1:]} must be positive')
                setattr(obj, self.name, value)
        class Item:
            ten = Ten()
            price = Positive()
            def __init__(self, price): self.price = price
        i = Item(5)
        print(i.ten, Item.ten, i.price)
        i.price = 0
        ---
        from abc import ABC, abstractmethod
        class Shape(ABC):
            @abstractmethod
            def area(self): ...
            @abstractmethod
            def name(self): ...
            def __str__(self): return f'{self.name()} {self.area():.2f}'
        class Circle(Shape):
            def __init__(self, r): self.r = r
            def area(self): return 3.14159 * self.r ** 2
            def name(self): return 'circle'
        class Half(Shape):
            def area(self): return 0
        print(Circle(2))
        try:
            Half()
        except TypeError as e:
            print(e)
        Shape()
        ---
        class Private:
            def __init__(self): self.__secret, self._hint = 1, 2
            def get(self): return self.__secret
        p = Private()
        print(p.get(), p._hint, sorted(vars(p)), p._Private__secret)
        p.__secret
        ---
        class Slots:
            __slots__ = ('a', 'b')
            def __init__(self): self.a = 1
        s = Slots()
        print(s.a)
        try:
            s.b
        except AttributeError as e:
            print(e)
        s.c = 1
        ---
        class C:
            def method(self): return self.v
            v = 'class'
        c = C()
        f = c.method
        c.v = 'instance'
        print(f(), C.method(c), C().method(), f.__name__, f.__self__ is c, C.method is C.method, callable(f))
        c.method = lambda: 'replaced'
        print(c.method())
        C.extra = lambda self, n: n * 2
        print(c.extra(4))
        ---
        class Outer:
            class Inner:
                def hi(self): return 'hi'
            def make(self): return self.Inner()
        print(Outer().make().hi(), Outer.Inner.__qualname__, Outer.Inner().__class__.__name__)
        ---
        class Stack:
            def __init__(self, *items): self._items = list(items)
            def push(self, x): self._items.append(x); return self
            def pop(self):
                if not self._items:
                    raise IndexError('pop from an empty stack')
                return self._items.pop()
            def __len__(self): return len(self._items)
            def __repr__(self): return f'Stack({", ".join(map(repr, self._items))})'
        s = Stack('a').push(1).push(2.5)
        print(s, len(s), s.pop(), s.pop(), s)
        Stack().pop()
        ---
        class Node:
            def __init__(self, value, next=None): self.value, self.next = value, next
        head = None
        for v in 'abc':
            head = Node(v, head)
        n, out = head, []
        while n:
            out.append(n.value)
            n = n.next
        print(out, head.next.value)
        head.next.next.next.value
        ---
        class A:
            items = []
            def add(self, x): self.items.append(x)
        a, b = A(), A()
        a.add(1)
        b.add(2)
        print(a.items, A.items is b.items)
        ---
        class Eq:
            def __init__(self, n): self.n = n
            def __eq__(self, o): return self.n == o.n
        print(Eq(1) == Eq(1), Eq(1) != Eq(2), [Eq(1)] == [Eq(1)], Eq(1) in [Eq(1)], [Eq(1), Eq(2)].index(Eq(2)), (Eq(1),) == (Eq(1),))
        Eq(1) == 5
        ---
        class R:
            def __repr__(self): return 'R!'
        print(R(), [R()], (R(),), {R(): R()}.values(), f'{R()}', str(R()), '%s %r' % (R(), R()), {'k': R()})
        class S:
            def __str__(self): return 'S!'
            def __repr__(self): return 'S-repr'
        print(S(), [S()], f'{S()} {S()!r}', str([S()]), '{} {!r}'.format(S(), S()))
        ---
        class Log:
            def __init__(self): self.lines = []
            def __enter__(self): self.lines.append('open'); return self
            def __exit__(self, t, v, tb):
                self.lines.append(f'{t.__name__ if t else None}: {v}')
                return t is ValueError
        log = Log()
        with log as l:
            l.lines.append('body')
        with log:
            raise ValueError('quiet')
        print(log.lines)
        with log:
            raise TypeError('loud')
        ---
        class Celsius:
            def __init__(self, t): self.t = t
            def __lt__(self, o): return self.t < o.t
            def __repr__(self): return f'{self.t}C'
        print(sorted([Celsius(5), Celsius(-3)]), min(Celsius(5), Celsius(-3)), max([Celsius(1), Celsius(2)]))
        Celsius(1) <= Celsius(2)
        ---
        def describe(self): return f'I am {self.name}'
        Person = type('Person', (), {'name': 'Ann', 'describe': describe})
        print(Person().describe(), Person.__name__, type('Sub', (Person,), {})().name)
        ---
        class A:
            def f(self): return super().f()
        A().f()
        ---
        class A:
            def __init__(self, x): self.x = x
        class B(A):
            def __init__(self): pass
        B().x
        ---
        class A:
            def __init__(self, x): self.x = x
        class B(A):
            def __init__(self): super().__init__()
        B()
        ---
        super().x
        ---
        class Account:
            rate = 0.05
            def __init__(self, owner, balance=0):
                self.owner = owner
                self.balance = balance
                self.history = []
            def deposit(self, amount):
                if amount <= 0:
                    raise ValueError('deposit must be positive')
                self.balance += amount
                self.history.append(('deposit', amount))
                return self.balance
            def withdraw(self, amount):
                if amount > self.balance:
                    raise RuntimeError(f'{self.owner} has only {self.balance}')
                self.balance -= amount
                self.history.append(('withdraw', amount))
            def interest(self):
                self.balance *= 1 + self.rate
        a = Account('Ann')
        a.deposit(100)
        a.withdraw(30)
        a.interest()
        print(a.balance, a.history)
        try:
            a.deposit(-5)
        except ValueError as e:
            print('error:', e)
        a.withdraw(1000)
    """),
    *lines("""
        isinstance(1, (str, int)), isinstance('a', int), isinstance(None, type(None)), isinstance(1, int | str), issubclass(bool, (int, str)), isinstance(int, type)
        isinstance(1, 5)
        isinstance(1, 'int')
        isinstance(1, [int])
        issubclass(1, int)
        issubclass(int, 5)
        type(5), type('a'), type(None), type([]), type(type), type(len), type(lambda: 0), type(object()), type(1.5), type(b''), type({}.keys()), type(NotImplemented), type(...)
        int, str, list, dict, object, type, ValueError, range, set, bool, float, tuple, bytes, frozenset
        object().x
        int.x
        getattr(5, 'x')
        getattr([], 'append').__name__, getattr('a', 'upper')(), getattr(5, 'x', 1), hasattr('', 'join'), hasattr(5, 'append')
        getattr(5, 5)
        setattr(5, 'x', 1)
        delattr(5, 'x')
        (5).real.imag, (5).__class__.__mro__[-1].__name__, str.__name__, [].__class__.__name__, type(5).__bases__
        object() == object(), object is object, type(object()) is object
        object(1)
        callable(int), callable(len), callable('a'), callable(lambda: 0), callable(type)
        dir(5)[-3:], 'append' in dir([]), 'upper' in dir(str)
        vars(5)
        [].append.__name__, 'a'.upper.__name__, len.__name__, print.__name__, (lambda: 0).__name__, int.__add__.__name__
        NotImplemented, Ellipsis, ..., type(NotImplemented).__name__, bool(...)
    """),
    *expressions(
        "Slotted(1).x, Slotted.__slots__, hasattr(Slotted(1), '__dict__'), Derived(1, 2).__slots__, Free(3).__class__.__name__",
        "Slotted(1).__dict__",
        "vars(Slotted(1))",
        "setattr(Derived(1, 2), 'z', 3)",
        "vars(Free(3))['z']",
        code="""
            class Slotted:
                __slots__ = ("x", "y")
                def __init__(self, x):
                    self.x = x
            class Derived(Slotted):
                __slots__ = ("w",)
                def __init__(self, x, w):
                    super().__init__(x)
                    self.w = w
            class Free(Slotted):
                def __init__(self, z):
                    self.z = z
        """,
    ),
    *programs("""
        class A:
            pass
        A.__name__ = 'B'
        print(A.__name__, A.__qualname__, A, type(A()).__name__)
        A.__qualname__ = 'X.Y'
        print(A.__name__, A, repr(A()).split(' at ')[0])
        A.__module__ = 'shop'
        print(A, repr(A()).split(' at ')[0], A.__module__)
        try:
            A.__name__ = 3
        except TypeError as error:
            print(error)
        try:
            A() + 1
        except TypeError as error:
            print(error)
        try:
            int.__name__ = 'x'
        except TypeError as error:
            print(error)
        ---
        class Trouble(Exception):
            pass
        Trouble.__qualname__ = 'Other'
        Trouble.__module__ = 'shop'
        try:
            raise Trouble('t')
        except Trouble as error:
            import traceback
            print(traceback.format_exception_only(type(error), error))
        class Told:
            __module__ = 'elsewhere'
        print(Told, repr(Told()).split(' at ')[0])
        ---
        for view in {}.keys(), {}.items():
            try:
                hash(view)
            except TypeError as error:
                print(error)
        print(isinstance(hash({}.values()), int))
    """),
]
