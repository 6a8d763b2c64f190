"""What `pickle` writes and reads, and what it refuses."""

from templates import Case

CLASSES = '''
import pickle, copyreg, collections, datetime, decimal, enum, fractions
class Point:
    def __init__(self, x):
        self.x = x
    def __eq__(self, other):
        return self.__dict__ == other.__dict__
class Slotted:
    __slots__ = ("a", "b")
class Color(enum.Enum):
    RED = 1
Pair = collections.namedtuple("Pair", "a b")
class Items(list): pass
class Map(dict): pass
class Number(int): pass
class Kept:
    def __getstate__(self): return {"k": 1}
    def __setstate__(self, state): self.state = state
class Made:
    def __reduce__(self): return make, (1, 2)
def make(a, b): return a + b
class Failure(Exception): pass
slotted = Slotted(); slotted.a = 1
loop = [1]; loop.append(loop)
def inner():
    def nested(): pass
    return nested
# Where names are looked up.
import __main__
for name in ("Point", "Slotted", "Color", "Pair", "Items", "Map", "Number", "Kept", "Made", "make", "Failure", "inner"):
    setattr(__main__, name, globals()[name])
'''

VALUES = """
None | True | 0 | 255 | 256 | 65536 | -1 | 2**31 | -2**64 | 1.5 | "" | "abc" | "é中😀\\n" | b"" | b"ab" | bytearray(b"ab")
() | (1,) | (1, 2) | (1, 2, 3, 4) | [] | [1] | [1, 2] | {} | {"a": 1} | {"a": 1, "b": [1]} | set() | {1} | frozenset([1])
... | int | len | make | Point | Point(1) | [Point(1), Point(2)] | Color.RED | Pair(1, 2) | Items([1, 2]) | Map(a=1)
Number(5) | Made() | KeyError("a") | Failure("q") | datetime.datetime(2020, 1, 2, 3, 4, 5, 6)
datetime.datetime(2020, 1, 2, tzinfo=datetime.timezone.utc) | datetime.date(2020, 1, 2) | datetime.timedelta(1, 2, 3)
decimal.Decimal("1.5") | fractions.Fraction(1, 3) | collections.deque([1], 3) | collections.OrderedDict(a=1)
collections.defaultdict(int, a=1) | collections.Counter("aab") | 1j | range(3) | type(None) | ["a", "a"] | [(1, 2)] * 2
"""

CASES = []
for row in VALUES.strip().split("\n"):
    for value in row.split(" | "):
        for protocol in (0, 2, 4, 5):
            CASES.append(Case(CLASSES, f"pickle.dumps({value}, {protocol})"))
for value in ("Point(1)", "[1, {2: (3, {4})}]", "Items([1])", "Map(a=1)", "Pair(1, 2)", "Color.RED", "datetime.datetime(2020, 1, 2)", "2**100", "'é'", "Number(3)"):
    for protocol in range(6):
        CASES.append(Case(CLASSES, f"pickle.loads(pickle.dumps({value}, {protocol})) == {value}"))
for expression in (
    "pickle.loads(pickle.dumps(Kept())).state",
    "pickle.loads(pickle.dumps(slotted)).a",
    "pickle.loads(pickle.dumps(loop))[1][1][0]",
    "len(pickle.dumps(list(range(1001))))",
    "len(pickle.dumps({i: i for i in range(2001)}))",
    "len(pickle.dumps(['a' * 70000, b'b' * 70000]))",
    "pickle.dumps(inner())",
    "pickle.dumps(x for x in [])",
    "pickle.dumps(pickle)",
    "pickle.dumps({}.keys())",
    "pickle.dumps(1, 9)",
    "pickle.dumps(slotted, 0)",
    "pickle.loads(b'')",
    "pickle.loads(b'x')",
    "pickle.loads(b'\\x80')",
    "pickle.loads(b'\\x80\\x09.')",
    "pickle.loads(b'.')",
    "pickle.loads('a')",
    "pickle.loads(b'cnosuch\\nX\\n.')",
    "pickle.loads(b'h\\x05.')",
    "pickle.loads(b'(dp0\\nS\"a\"\\np1\\nI1\\ns.')",
    "pickle.loads(b'cexceptions\\nKeyError\\n(tR.')",
    "pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL",
    "copyreg.dispatch_table is pickle.dispatch_table",
    "issubclass(pickle.PicklingError, pickle.PickleError)",
):
    CASES.append(Case(CLASSES, expression))
CASES.append(
    Case(
        CLASSES
        + '''
import io
file = io.BytesIO()
pickle.dump([1, 2], file)
pickle.dump("next", file, protocol=2)
file.seek(0)
print(pickle.load(file), pickle.load(file))
try:
    pickle.load(file)
except EOFError as error:
    print(error)
class Tracker(pickle.Pickler):
    def persistent_id(self, obj):
        return "the point" if isinstance(obj, Point) else None
class Finder(pickle.Unpickler):
    def persistent_load(self, pid):
        return pid.upper()
out = io.BytesIO()
Tracker(out).dump([Point(1), 2])
setattr(__main__, "Tracker", Tracker)
print(Finder(io.BytesIO(out.getvalue())).load())
copyreg.pickle(Point, lambda point: (make, (point.x, 5)))
print(pickle.loads(pickle.dumps(Point(3))))
''',
        None,
    )
)
