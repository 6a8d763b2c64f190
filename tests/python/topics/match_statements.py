"""Structural pattern matching."""

from templates import programs

CASES = programs("""
    def kind(x):
        match x:
            case 0:
                return 'zero'
            case 1 | 2 | 3:
                return 'small'
            case -1:
                return 'minus one'
            case 'a' | 'b':
                return 'letter'
            case None:
                return 'none'
            case True:
                return 'true'
            case 1.5:
                return 'float'
            case _:
                return 'other'
    print([kind(x) for x in [0, 1, 2.0, -1, 'a', None, True, False, 1.5, 'z', [], 3]])
    ---
    def shape(x):
        match x:
            case []:
                return 'empty'
            case [a]:
                return f'one {a}'
            case [a, b]:
                return f'two {a} {b}'
            case [first, *rest]:
                return f'{first} then {rest}'
            case {}:
                return 'mapping'
            case str() as s:
                return f'str {s}'
            case other:
                return f'other {other}'
    print([shape(x) for x in [[], [1], (1, 2), [1, 2, 3], {'a': 1}, 'ab', 5, range(2), {1}, b'x']])
    ---
    def act(command):
        match command.split():
            case ['go', ('north' | 'south') as where]:
                return f'going {where}'
            case ['go', where]:
                return f'cannot go {where}'
            case ['take', *things] if len(things) < 3:
                return f'taking {things}'
            case ['take', *_]:
                return 'too much'
            case [] | ['quit']:
                return 'bye'
            case _:
                return 'what?'
    for c in ['go north', 'go up', 'take a b', 'take a b c', '', 'quit', 'dance now']:
        print(act(c))
    ---
    def event(e):
        match e:
            case {'type': 'click', 'pos': (x, y)}:
                return f'click {x},{y}'
            case {'type': 'key', 'key': str(k), **rest}:
                return f'key {k} {rest}'
            case {'type': t}:
                return f'unknown {t}'
            case {}:
                return 'no type'
    print(event({'type': 'click', 'pos': [1, 2]}))
    print(event({'type': 'key', 'key': 'q', 'ctrl': True}))
    print(event({'type': 'key', 'key': 5}))
    print(event({'a': 1}))
    print(event([]))
    ---
    class Point:
        __match_args__ = ('x', 'y')
        def __init__(self, x, y):
            self.x, self.y = x, y
    def where(p):
        match p:
            case Point(0, 0):
                return 'origin'
            case Point(x=0, y=y):
                return f'y axis {y}'
            case Point(x, 0):
                return f'x axis {x}'
            case Point(x, y) if x == y:
                return f'diagonal {x}'
            case Point():
                return 'elsewhere'
            case int(n) | float(n):
                return f'number {n}'
            case [Point(a, _), Point(b, _)]:
                return f'two points {a} {b}'
            case _:
                return 'no point'
    print([where(p) for p in [Point(0, 0), Point(0, 5), Point(3, 0), Point(2, 2), Point(1, 2), 4, 2.5, [Point(7, 0), Point(8, 0)], 'x']])
    ---
    class Point:
        pass
    match Point():
        case Point(1, 2):
            pass
    ---
    match 5:
        case int(1, 2):
            pass
    ---
    from enum import Enum
    class Color(Enum):
        RED = 1
        BLUE = 2
    for c in Color:
        match c:
            case Color.RED:
                print('red!')
            case Color.BLUE:
                print('blue!')
    ---
    from dataclasses import dataclass
    @dataclass
    class Order:
        item: str
        count: int = 1
    def price(order):
        match order:
            case Order('tea', n):
                return 3 * n
            case Order(item='milk', count=1 | 2 as n):
                return 2 * n
            case Order(item, count) if count > 100:
                raise ValueError(f'too many {item}')
            case Order():
                return 0
    print(price(Order('tea', 4)), price(Order('milk')), price(Order('milk', 3)))
    price(Order('sand', 1000))
    ---
    match [1, [2, [3, 4]]]:
        case [a, [b, [*c]]]:
            print(a, b, c)
    match {'a': {'b': [1, {'c': 5}]}}:
        case {'a': {'b': [_, {'c': c}]}}:
            print(c)
    match (1, 2, 3, 4):
        case (first, *_, last):
            print(first, last)
    match 'text':
        case str(x) if x.startswith('q'):
            print('q')
        case str():
            print('plain')
    match = 5
    case = 6
    print(match + case)
    ---
    x = 5
    match x:
        case y if y > 10:
            print('big')
        case y if y > 3:
            print('middle', y)
    print(y)
    match x:
        case 6:
            print('six')
    print('unmatched is fine')
    match x:
        case z if undefined:
            pass
""")
