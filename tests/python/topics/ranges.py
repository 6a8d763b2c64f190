"""range: arithmetic progressions, membership, comparison, errors."""

from templates import family, lines

CASES = [
    *family("list(range($args)), len(range($args)), range($args)", args=["0", "5", "-3", "2, 6", "6, 2", "0, 10, 3", "10, 0, -3", "0, -5, -2", "5, 5", "1, 2, 10", "True"]),
    *family("$x in range(0, 20, 3)", x=["0", "3", "4", "18", "20", "-3", "3.0", "3.5", "'a'", "None", "True"]),
    *family("range(2, 20, 4).$m", m=["index(6)", "index(7)", "count(6)", "count(7)", "start", "stop", "step", "foo", "index('a')", "append(1)"]),
    *family("range($args)", args=["", "1, 2, 3, 4", "'5'", "1.0", "1, 2, 0", "None", "2**70, 2**70 + 3", "stop=5"]),
    *lines("""
        range(5) == range(0, 5, 1), range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 1), range(3) == [0, 1, 2], hash(range(3)) == hash(range(0, 3, 1))
        range(5)[2], range(5)[-1], range(0, 10, 2)[1:4], range(5)[::-1], range(10)[3:][2]
        range(5)[5]
        range(5)['a']
        range(3) < range(4)
        range(3) + range(2)
        [*range(3)], tuple(range(3)), sum(range(101)), max(range(3, 9)), min(range(9, 3, -1)), sorted(range(5), reverse=True)
        max(range(0))
        list(reversed(range(0, 10, 3))), bool(range(0)), bool(range(1)), str(range(1, 5)), repr(range(0, 5, 2)), f'{range(3)}'
        len(range(2**62)), len(range(0, 2**63 - 1))
        len(range(2**64))
        2**70 in range(2**71), range(2**70)[2**69], range(2**64)[-1]
        [x for x in range(10) if x % 2], [x * y for x in range(3) for y in range(x)], dict(zip(range(3), 'abc')), list(map(lambda x: x ** 2, range(4)))
        next(iter(range(5))), list(zip(range(3), range(10, 13))), list(enumerate(range(5, 8), 1))
        isinstance(range(3), list), type(range(3)).__name__, callable(range)
    """),
]
