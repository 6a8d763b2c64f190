"""Programs that end in an uncaught exception; what they write on stderr is recorded."""

from textwrap import dedent

PROGRAMS = [source + "\n" for source in dedent('''
    1 / 0
    ---
    x = 5
    y = 0
    print("before")
    print(x / y)
    ---
    def divide(a, b):
        return a / b

    def main():
        total = 1 + divide(4, 0)
        return total

    main()
    ---
    numbers = [1, 2, 3]
    print(numbers[10])
    ---
    prices = {"tea": 3}
    total = prices["tea"] + prices["coffee"]
    ---
    def greet(name):
        return "Hello " + name

    greet(5)
    ---
    value = "12a"
    result = int(value) + 1
    ---
    print(undefined_name)
    ---
    import math
    print(math.sqrt(-1))
    ---
    import maths
    ---
    from collections import Conter
    ---
    name = "a"
    print(nam)
    ---
    class Person:
        def __init__(self, name):
            self.name = name

    p = Person("Ann")
    print(p.nmae)
    ---
    "abc".uper()
    ---
    [1, 2].push(3)
    ---
    None.foo
    ---
    def f(a, b):
        pass

    f(1)
    ---
    def f(a, b=2, *, key):
        pass

    f(1, 2, 3, key=4)
    ---
    def f(a, *, key):
        pass

    f(1)
    ---
    f = lambda x: x["k"]
    print(list(map(f, [{"k": 1}, {}])))
    ---
    rows = [("a", 1), ("b",)]
    for name, count in rows:
        print(name, count)
    ---
    a, b = 1, 2, 3
    ---
    assert 1 + 1 == 3, "maths is broken"
    ---
    assert [] or False
    ---
    raise ValueError("bad input: 42")
    ---
    raise ValueError
    ---
    raise KeyError("missing")
    ---
    raise Exception("one", 2)
    ---
    raise ValueError("first line\\nsecond line")
    ---
    raise "not an exception"
    ---
    class AppError(Exception):
        pass

    class ConfigError(AppError):
        def __init__(self, key):
            super().__init__(f"no setting {key!r}")
            self.key = key

    raise ConfigError("port")
    ---
    try:
        {}["a"]
    except KeyError as error:
        raise ValueError("no such thing") from error
    ---
    try:
        1 / 0
    except ZeroDivisionError:
        print("handling")
        undefined()
    ---
    try:
        int("x")
    except ValueError:
        raise RuntimeError("hidden") from None
    ---
    try:
        [][0]
    except IndexError:
        print("again")
        raise
    ---
    try:
        1 / 0
    finally:
        print("cleanup")
    ---
    def level3():
        raise LookupError("deep")

    def level2():
        try:
            level3()
        except LookupError as e:
            raise TypeError("wrapped") from e

    def level1():
        try:
            level2()
        except TypeError:
            [].pop()

    level1()
    ---
    def down(n):
        return down(n + 1)

    down(0)
    ---
    def ping(n):
        if n == 0:
            raise ValueError("bottom")
        pong(n - 1)

    def pong(n):
        ping(n)

    ping(5)
    ---
    total = sum(
        1 / x
        for x in [2, 1, 0]
    )
    ---
    result = [10 // x
              for x in (5, 0)]
    ---
    data = {"a": {"b": [1, 2]}}
    print(data["a"]["c"][0])
    ---
    data = {"a": {"b": [1, 2]}}
    print(data["a"]["b"][5] + 1)
    ---
    x = (1 +
         2 +
         "3")
    ---
    def compute(first, second,
                third):
        return (first
                + second
                + third)

    compute(1,
            2,
            None)
    ---
    def numbers():
        yield 1
        raise RuntimeError("in generator")

    for n in numbers():
        print(n)
    ---
    def numbers():
        yield 1
        raise StopIteration

    print(list(numbers()))
    ---
    next(iter([]))
    ---
    class Account:
        balance = 10

        def withdraw(self, amount):
            if amount > self.balance:
                raise ValueError(f"only {self.balance} left")

        def pay(self, amount):
            self.withdraw(amount)

    Account().pay(50)
    ---
    class Point:
        def __init__(self, x):
            self.x = x

        @property
        def inverse(self):
            return 1 / self.x

    print(Point(0).inverse)
    ---
    class Money:
        def __init__(self, n):
            self.n = n

    print(Money(1) + Money(2))
    ---
    class Base:
        def run(self):
            return self.step()

        def step(self):
            raise NotImplementedError("implement step()")

    class Child(Base):
        pass

    Child().run()
    ---
    import json
    json.loads("{'a': 1}")
    ---
    import json
    print(json.dumps({"when": {1, 2}}))
    ---
    from datetime import datetime
    datetime.strptime("2024-13-01", "%Y-%m-%d")
    ---
    from datetime import date
    print(date(2024, 2, 30))
    ---
    import re
    re.compile("a(b")
    ---
    from collections import namedtuple
    Point = namedtuple("Point", "x y")
    print(Point(1))
    ---
    from dataclasses import dataclass

    @dataclass(frozen=True)
    class Item:
        name: str

    item = Item("pen")
    item.name = "ink"
    ---
    from dataclasses import dataclass

    @dataclass
    class Item:
        name: str
        price: float = 0.0

    Item()
    ---
    from enum import Enum

    class Color(Enum):
        RED = 1

    print(Color(7))
    ---
    from functools import reduce
    print(reduce(lambda a, b: a + b, [1, 2, "x"]))
    ---
    print(open("no_such_file.txt").read())
    ---
    def outer():
        count = 0
        def inner():
            count += 1
        inner()

    outer()
    ---
    def show():
        print(later)
        later = 1

    show()
    ---
    x = 1
    del x
    print(x)
    ---
    for i in range(3):
        if i == 2:
            raise IndexError(f"step {i}")
        print(i)
    ---
    with open("missing/file.txt") as source:
        pass
    ---
    class Guard:
        def __enter__(self):
            print("enter")
            return self

        def __exit__(self, kind, error, trace):
            print("exit", kind.__name__, error)
            return False

    with Guard():
        [1, 2, 3].index(9)
    ---
    def check(value):
        match value:
            case int():
                raise TypeError("no ints")
            case _:
                return value

    check("a")
    check(5)
    ---
    def decorate(f):
        def wrapper(*args):
            return f(*args)
        return wrapper

    @decorate
    def half(x):
        return x / 2

    half("a")
    ---
    text = "naïve ☃ " + str(1 / 0)
    ---
    items = [3, "a", 1]; items.sort(); print(items)
    ---
    if True:
        for word in "a b".split():
            print(word.upper() + undefined)
    ---
    print("out")
    raise SystemExit(3)
    ---
    raise SystemExit("fatal: bye")
    ---
    error = ValueError("bad")
    error.add_note("seen in batch 3")
    error.add_note("retry later")
    raise error
    ---
    raise ExceptionGroup("several", [ValueError("a"), TypeError("b")])
    ---
    x = 1
    x()
    ---
    x.y.z = 3
    ---
    {}[[]]
    ---
    f"{1:d} {'x':d}"
    ---
    "{} {}".format(1)
    ---
    "%d" % "x"
    ---
    -"a"
    ---
    max([])
    ---
    sorted([1, "a"])
    ---
    class Row:
        first = 1
        def __getattr__(self, name):
            raise AttributeError(f"no field {name}")
    Row().fist
    ---
    class Row:
        value = 1
        @property
        def total(self):
            raise AttributeError("not yet")
    Row().total
    ---
    def f(x):
        raise ValueError(x)
    def g():
        excs = []
        for i in range(3):
            try: f(i)
            except ValueError as e: excs.append(e)
        try:
            f(9)
        except ValueError as e:
            k = KeyError('k'); k.__cause__ = e
            excs.append(ExceptionGroup('inner', [k, TypeError('t')]))
        excs[0].add_note('a note')
        excs[0].add_note('more')
        raise ExceptionGroup('outer', excs)
    g()
    ---
    try:
        raise ExceptionGroup('many', [ValueError(i) for i in range(20)])
    except* ValueError as e:
        raise RuntimeError('after')
    ---
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError:
        pass
    ---
    e = ValueError(1)
    for i in range(14):
        e = ExceptionGroup(f'g{i}', [e])
    raise e
    ---
    def f(日本): return 日本[0] + 1
    x = '日本語é́ñ' + f(["日本"]) * 2
    ---
    x = 'ｱａ́😀' ; y = int('é́😀𝒳') ; z = 3
''').strip("\n").split("\n---\n")]
