"""enum: members, values, lookup, errors."""

from templates import family, programs

COLOR = """from enum import Enum, IntEnum, Flag, IntFlag, auto, unique
class Color(Enum):
    RED = 1
    GREEN = 'g'
    BLUE = (3, 4)
    CRIMSON = 1
class Level(IntEnum):
    LOW = 1
    HIGH = 10
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
"""
CASES = [
    *family("$e", code=COLOR, e=["Color.RED, str(Color.RED), repr(Color.RED), Color.RED.name, Color.RED.value", "list(Color), len(Color), [c.name for c in Color]", "Color(1), Color('g'), Color['BLUE']", "Color(99)", "Color['PINK']", "Color.PINK",
            "Color.CRIMSON is Color.RED, Color.CRIMSON.name", "Color.RED == 1, Color.RED == Color.RED, Color.RED != Color.GREEN, Color.RED is Color(1)", "Color.RED < Color.GREEN", "{Color.RED: 'r'}[Color.RED]", "isinstance(Color.RED, Color), type(Color.RED).__name__",
            "Color.RED in Color, f'{Color.RED} {Color.RED!r} {Color.RED.value:>3}'", "Color.__members__.keys()", "Color.RED + 1", "Level.LOW < Level.HIGH, Level.LOW + 1, Level.LOW == 1, Level(10), max(Level), sorted(Level, reverse=True)",
            "str(Level.LOW), repr(Level.LOW), f'{Level.LOW}', '%d %s' % (Level.HIGH, Level.HIGH), f'{Level.HIGH:>4}'", "[10, 20][Level.LOW], range(Level.HIGH)[-1], Level.HIGH / 4", "Level('x')", "Perm.R | Perm.W, (Perm.R | Perm.W).value, Perm.R in (Perm.R | Perm.X), Perm.R & Perm.W, ~Perm.R, bool(Perm.R & Perm.W)",
            "list(Perm), Perm(3), Perm(0)", "Perm(64)", "Color()", "Color.RED.nope", "[c for c in Color if c is not Color.GREEN]", "bool(Color.RED), callable(Color)", "sorted(Color, key=lambda c: c.name)", "dict(Color.__members__)", "Color.BLUE.value[1]", "reversed(Color).__class__.__name__, list(reversed(Color))", "Level.HIGH in Level"]),
    *programs("\n---\n".join(COLOR + text for text in '''Color.RED = 5
---
Color.RED.value = 5
---
class More(Color):
    PINK = 9
---
@unique
class U(Enum):
    A = 1
    B = 1
---
class Bad(Enum):
    A = 1
    A = 2
---
class Auto(Enum):
    ONE = auto()
    TWO = auto()
    TEN = 10
    NEXT = auto()
print([(a.name, a.value) for a in Auto])
---
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)
    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius
    @property
    def gravity(self):
        return round(6.67e-11 * self.mass / self.radius ** 2, 2)
    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda p: p.mass)
    def __str__(self):
        return self.name.title()
print(Planet.EARTH.gravity, Planet.MARS, f'{Planet.MARS}', repr(Planet.MARS), Planet.heaviest())
---
Status = Enum('Status', 'NEW OPEN DONE')
print(list(Status), Status.OPEN.value, Status(3))
Other = Enum('Other', {'A': 'x', 'B': 'y'})
print(Other('y'), Other['A'].value)
---
class Mode(str, Enum):
    FAST = 'fast'
    SLOW = 'slow'
print(Mode.FAST == 'fast', Mode('slow'), Mode.FAST.upper(), f'{Mode.FAST}', str(Mode.FAST), repr(Mode.FAST), Mode.FAST.value + '!', {'fast': 1}[Mode.FAST])
---
from collections import Counter
counts = Counter([Color.RED, Color.GREEN, Color.RED])
print(counts, counts[Color.RED], {c: i for i, c in enumerate(Color)})
for name, member in Color.__members__.items():
    print(name, member)
'''.strip("\n").split("\n---\n"))),
]
