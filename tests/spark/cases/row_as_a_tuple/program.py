from pyspark.sql import Row
import pyspark.sql.types as T
import copy
print(T.Row is Row)
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__mro__[0].__module__, type(e).__name__, '|', e)
r = Row(name="Alice", age=11)
P = Row("name", "age")
for f in [lambda: r, lambda: str(r), lambda: P, lambda: P("Bob", 3), lambda: P("Bob"), lambda: P("a", 1, 2), lambda: r["name"], lambda: r["nope"], lambda: r.nope, lambda: r.__nope__,
  lambda: r[0], lambda: r[5], lambda: r[0:1], lambda: P["name"], lambda: P.name, lambda: P("Bob").age, lambda: P("Bob")["age"], lambda: r.asDict(), lambda: P.asDict(), lambda: "name" in r, lambda: "Alice" in r, lambda: "name" in P,
  lambda: Row(a=Row(b=1, c=[Row(d=2)]), e={"k": Row(f=1)}).asDict(True), lambda: Row(a=1, *["x"]), lambda: Row("x", a=1), lambda: Row(), lambda: len(r), lambda: list(r), lambda: tuple(r), lambda: r == ("Alice", 11), lambda: Row(a=1) == Row(b=1), lambda: hash(r) == hash(("Alice", 11)), lambda: sorted([Row(a=2), Row(a=1)]), lambda: r + (1,), lambda: type(r + (1,)), lambda: type(r[0:1]), lambda: r.__fields__, lambda: P.__fields__, lambda: copy.copy(r), lambda: copy.deepcopy(r), lambda: r.index("Alice"), lambda: Row(**{"a b": 1}), lambda: dict(zip(r.__fields__, r)), lambda: isinstance(r, tuple), lambda: "%s is %s" % r, lambda: Row(a=None), lambda: max([Row(a=1), Row(a=3)]), lambda: getattr(r, "zzz", "default"), lambda: hasattr(r, "zzz"), lambda: Row("a", 1), lambda: Row(1), lambda: Row.__name__, lambda: Row.__module__, lambda: Row(x=1).x, lambda: (lambda name, age: name)(*r), lambda: {r: 1}, lambda: Row(a=1.5, b="x", c=[1], d=(1,), e=None, f=True, g=b"z")]:
    t(f)
def s():
    r.name = "x"
t(s)
def s2():
    del r.name
t(s2)
