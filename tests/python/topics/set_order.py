"""The order in which sets iterate under PYTHONHASHSEED=0."""

from templates import family, lines, programs

NAMES = "'Alice', 'Bob', 'Carlos', 'Dan', 'Erin', 'Frank', 'Grace', 'Heidi', 'Ivan', 'Judy', 'Mallory', 'Niaj', 'Olivia', 'Peggy'"
CONTENTS = [
    "1, 2, 3", "3, 2, 1", "10, 20, 30, 40, 50", "8, 16, 24, 32, 0", "-1, -2, -3", "100, 5, 1000, 7, 64, 33",
    "'a', 'b', 'c'", "'x', 'y', 'z', 'w'", "'spark', 'streaming', 'in', 'a', 'tab'", "'one', 'two', 'three', 'four', 'five', 'six'",
    "1, 'a', 2.5", "(1, 2), (0, 1), (2, 2)", "0.5, 1.5, 2.5, 0.25", "True, 2, 'True'", "b'a', 'a', 'b', b'b'", "2**61 - 1, 2**61, 2**64, -2**70",
    "'é', 'ü', '日本', '😀'", "frozenset({1}), frozenset({2, 3}), frozenset()", "('a', 1), ('b', 2), ('a', 2)", NAMES,
]

CASES = [
    *family("{$items}, list({$items})", items=CONTENTS),
    *family("set([$items]), frozenset([$items]), len({$items})", items=CONTENTS),
    *family("{$items} | {'a', 1, 2, 99}, {$items} & {'a', 1, 2, 'b', (1, 2)}, {$items} - {'a', 1, 2, 'b'}, {$items} ^ {'a', 1, 'q', -1}", items=CONTENTS),
    *family("{'a', 1, 2, 99}.union({$items}, [5, 'z']), {'a', 1, 2}.intersection([$items]), {'a', 1, 2, 99}.difference([$items]), {'a', 1}.symmetric_difference([$items])", items=CONTENTS),
    *family("set(x for x in [$items]).copy(), set({$items}), {*{$items}, 7, 'k'}, frozenset({$items}) | {7}", items=CONTENTS),
    *family("set($text), set($text.split()), set(reversed($text))", text=["'hello world'", "'the quick brown fox jumps over the lazy dog'", "'mississippi'", "'abcdefghijklmnopqrstuvwxyz'", "'ZYX zyx 123'", "''", "'to be or not to be that is the question'"]),
    *family("set(range($r))", r=["5", "10", "0, 100, 7", "20, 0, -3", "-5, 5", "1000, 1100, 9", "0, 1000, 32", "40", "2**62, 2**62 + 6"]),
    *family("{x $f for x in range($n)}", f=["% 7", "* 3", "* x", "- 5", "* 8", "** 3 % 101", "<< 4", "/ 2", "* 1000003 % 997"], n=["6", "12", "30"]),
    *family("{str(x * $k) for x in range($n)}", k=["1", "7", "99"], n=["3", "6", "12", "25"]),
    *family("{'$p' + str(x) for x in range($n)}", p=["user", "k", "sensor-", "é"], n=["4", "5", "9", "20"]),
    *family("{(x % $a, x % $b) for x in range($n)}", a=["2", "3"], b=["3", "5"], n=["5", "12"]),
    *programs("""
        s = set()
        for n in [5, 13, 21, 29, 3, 11, 19]:
            s.add(n)
            print(s)
        for n in [13, 3, 99]:
            s.discard(n)
            print(s)
        s.add(37)
        s.add(13)
        print(s, sorted(s))
        ---
        s = set()
        for name in ['Alice', 'Bob', 'Carlos', 'Dan', 'Erin', 'Frank', 'Alice']:
            s |= {name}
            print(s)
        ---
        s = {1, 2, 3, 4, 5, 6, 7, 8}
        while s:
            print(s.pop(), s)
        ---
        s = set('spark streaming')
        print([s.pop() for _ in range(4)], s)
        s.update('xyz')
        print(s)
        ---
        a, b = {1, 2, 3, 'a', 'b'}, {'b', 3, 9, 'c'}
        print(a | b, b | a, a & b, b & a, a - b, b - a, a ^ b, b ^ a)
        a |= b
        print(a)
        a -= {1, 'c'}
        print(a)
        a &= {2, 3, 'b', 9, 100}
        print(a)
        a ^= {2, 'new', 77}
        print(a)
        ---
        a = set(range(0, 64, 8))
        print(a, a.copy(), set(a), set(list(a)), {*a}, frozenset(a), a | set())
        b = set(a)
        for n in range(0, 40, 8):
            b.remove(n)
        print(b, b.copy(), set(b), b | {1}, {x for x in b})
        b.add(8)
        print(b)
        ---
        s = set()
        for i in range(40):
            s.add(i * 37 % 101)
        print(s)
        t = s.copy()
        for i in range(0, 40, 2):
            t.discard(i * 37 % 101)
        print(t, list(t) == list(t.copy()), t.copy())
        t.update(range(200, 205))
        print(t)
        ---
        s = {f'word{i}' for i in range(30)}
        print(s)
        for i in range(0, 30, 3):
            s.discard(f'word{i}')
        print(s, len(s))
        s.update(f'new{i}' for i in range(3))
        print(s)
        print(s.copy(), set(s))
        ---
        from functools import reduce
        batches = [['Alice', 'Bob'], ['Carlos', 'Dan'], ['Carlos', 'Erin'], ['Frank'], ['Bob', 'Grace', 'Heidi']]
        seen = set()
        for batch in batches:
            seen = reduce(lambda a, b: a.union(b), map(lambda x: {x}, batch), seen)
            print(seen)
        print(reduce(set.union, map(set, batches)), set().union(*batches), set.intersection(*[{1, 2, 3}, {2, 3, 4}, {3, 2}]))
        ---
        s = {'a', 'b', 'c', 'd'}
        print(s, s.issubset('abcdef'), s.issuperset({'a'}), s.isdisjoint('xyz'), s == set('dcba'), s < set('abcde'))
        s.difference_update('ab')
        s.intersection_update('cdef')
        s.symmetric_difference_update('dz')
        print(s, s.clear(), s)
        ---
        s = {3, 1}
        for x in s:
            s.add(x + 10)
        ---
        s = set()
        s.pop()
        ---
        {1, 2}.remove(3)
        ---
        {'a'}.remove('it')
        ---
        {(1, 2)}.remove((3, 4))
        ---
        {1}.add([1])
        ---
        print({True, 1, 1.0}, {1.0, 1}, {0, False, 0.0, -0.0}, {'1', 1})
        print({frozenset({1, 2}): 'x'}[frozenset([2, 1])], {1, 2} == frozenset({1, 2}), hash(frozenset({1, 2})) == hash(frozenset([2, 1])))
        print(hash(frozenset()), hash(frozenset({1})), hash(frozenset({1, 2, 3})), hash(frozenset({'a', 'b'})), hash(frozenset({(1, 2)})))
        print(f'{ {1, 2} } {set()} {frozenset()} {frozenset({1})}', repr({frozenset({1})}), [set()], {'k': {2, 1}})
        ---
        class Tags(set):
            pass
        class Frozen(frozenset):
            pass
        print(Tags('ab'), Frozen('a'), Tags(), Tags('ab') | {'c'}, type(Tags('a') | {'b'}).__name__, type(Tags('a').copy()).__name__)
    """),
    *lines("""
        {1} | [2]
        {1} + {2}
        {1}[0]
        {1} < [1, 2]
        {1, [2]}
        set(5)
        set(1, 2)
        set([[1]])
        hash({1})
        {{1}}
        {1}.union(5)
        {1}.foo
        {1}.add()
        {1}.add(1, 2)
        frozenset({1}).add(2)
        {1}.remove([])
        [] in {1}
        {1} in {frozenset({1})}, frozenset({1}) in {frozenset({1})}
        {1, 2} < {1, 2, 3}, {1, 2} <= {1, 2}, {1} > set(), {1, 2} >= {3}, {1} == {1.0}, {1} != {2}, {1, 2} < {3, 4}
        {1, 2}.isdisjoint([3]), {1}.issubset([1, 2]), {1, 2}.issuperset([])
        len(set('hello')), max({3, 1, 2}), sorted({3, 1, 2}), sum({1, 2, 3}), bool(set()), bool({0})
        set() == frozenset(), {1} | frozenset({2}), type({1} | frozenset({2})).__name__, type(frozenset({2}) | {1}).__name__
        {1, 2, 3} & {2, 3} - {3}, {1} | {2} & {2, 3}
        {*'ab', *[1, 2]}, {*()}, {i for i in 'banana'}, {x for x in [1, 2, 2, 3] if x > 1}
        set().union(), set().union([1], (2,), {3: 4}, 'x'), {1, 2, 3}.difference([1], [2]), {1, 2}.intersection()
        frozenset([1, 2]).union([3]), frozenset('ab') & {'a'}, frozenset('ab') - {'a'}, frozenset('ab') ^ {'b', 'c'}
        dict.fromkeys({3, 1, 2}), list({3: 'a', 1: 'b'}.keys() | {2}), {3: 0, 1: 0}.keys() & {1, 3}, {3: 0, 1: 0}.keys() - {1}
    """),
]

CASES += programs(
    r'''
    a = {'k1', 'k2', 'k3', 'k4', 'k5', 'k6'}
    print(a | a, a.union(a), a & a, a - a, a ^ a, frozenset(a) | a)
    '''
)
