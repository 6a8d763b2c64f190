"""dict: methods, views, order, merging, errors."""

from templates import family, lines, programs

CASES = [
    *family("{'a': 1, 'b': 2}.$m", m=["get('a')", "get('z')", "get('z', 0)", "pop('a')", "pop('z')", "pop('z', None)", "popitem()", "setdefault('a', 9)", "setdefault('z')", "keys()", "values()", "items()",
            "copy()", "update(1)", "update([1])", "update([(1, 2, 3)])", "update('ab')", "update(['ab', 'cd'])", "get()", "get([])", "pop()", "pop(1, 2, 3)", "foo", "keys(1)", "clear()", "has_key('a')", "fromkeys([1, 2])", "setdefault()"]),
    *family("{'a': 1, 'b': 2} $op $other", op=["|", "==", "<", "+", "in"], other=["{'b': 3, 'c': 4}", "[('a', 1)]", "{}", "None"]),
    *programs("""
        d = {'x': 1}
        d['y'] = 2
        d.update({'z': 3}, w=4)
        d.update([('x', 10), ('v', 5)])
        print(d, len(d), 'x' in d, 10 in d, list(d), list(d.items()))
        del d['y']
        d['y'] = 20
        print(d, d.pop('x'), d.popitem(), d.setdefault('n', []), d)
        d |= {'q': 0}
        print(d, dict(d) == d, {**d, 'z': 0}, d | {'r': 1})
        d.clear()
        print(d, d.popitem() if d else 'empty')
        ---
        d = {'a': 1}
        d['b']
        ---
        d = {1: 'a'}
        d[(1, 2)]
        ---
        {}.popitem()
        ---
        d = {'a': 1}
        del d['z']
        ---
        d = {'a': 1, 'b': 2}
        for k in d:
            d[k + 'x'] = 0
        ---
        d = {'a': 1, 'b': 2}
        for k in d:
            del d[k]
        ---
        d = {'a': 1, 'b': 2}
        for k in list(d):
            if d[k] == 1:
                del d[k]
        for k, v in d.items():
            d[k] = v * 10
        print(d)
        ---
        d = {'b': 1, 'a': 2}
        k, v, i = d.keys(), d.values(), d.items()
        d['c'] = 3
        print(k, v, i, len(k), 'c' in k, 3 in v, ('c', 3) in i, ('c', 4) in i)
        print(sorted(k), k & {'a', 'z'}, sorted(k | {'z'}), sorted(k - {'a'}), k == {'a', 'b', 'c'}, sorted(k ^ {'a', 'q'}))
        print(list(reversed(d)), list(reversed(d.items())), list(reversed(d.values())))
        print(sorted(i & {('a', 2), ('b', 5)}), k.isdisjoint({'x'}), k <= {'a', 'b', 'c', 'd'})
        ---
        d = {1: 'int', 1.0: 'float', True: 'bool'}
        print(d, len(d))
        d[1.0] = 'again'
        d[0] = d[False] = 'zero'
        print(d, d[True])
        ---
        words = 'the cat the dog the end cat'.split()
        counts = {}
        for w in words:
            counts[w] = counts.get(w, 0) + 1
        print(counts, sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])), max(counts, key=counts.get))
        groups = {}
        for w in words:
            groups.setdefault(len(w), []).append(w)
        print(groups)
        print({v: k for k, v in counts.items()}, dict(zip('abc', range(3))), dict(a=1, b=2), dict([('x', 1)], y=2))
        ---
        a = {'k': [1]}
        b = a.copy()
        b['k'].append(2)
        b['n'] = 1
        print(a, b)
        ---
        class Lower(dict):
            def __missing__(self, key):
                return f'no {key}'
        d = Lower(a=1)
        print(d['a'], d['zz'], d.get('zz'), d, 'zz' in d, type(d).__name__)
        ---
        class Key:
            def __init__(self, n):
                self.n = n
            def __hash__(self):
                return self.n % 2
            def __eq__(self, other):
                return self.n == other.n
            def __repr__(self):
                return f'Key({self.n})'
        d = {Key(1): 'a', Key(3): 'b', Key(1): 'c'}
        print(d, Key(3) in d, Key(5) in d, d[Key(1)])
        ---
        class Mapping:
            def keys(self):
                return ['p', 'q']
            def __getitem__(self, key):
                return key * 2
        print(dict(Mapping()), {**Mapping()})
        ---
        nested = {'user': {'name': 'Ann', 'tags': ['x', 'y']}, 'n': 1}
        print(nested['user']['tags'][1], nested.get('user', {}).get('age', 'none'))
        nested['user']['age'] = 5
        print(nested)
        nested['user']['zip']['code']
    """),
    *lines("""
        {}, {'a': 1}, {1: 'x', (1, 2): [3]}, {'n': {'m': {}}}, {None: None, True: 1}
        {'b': 1, 'a': 2}.items(), {}.keys(), {1: 2}.values()
        dict(), dict({'a': 1}), dict([(1, 2)]), dict(zip('ab', [1, 2])), dict.fromkeys('aab'), dict.fromkeys([1, 2], 0), dict((['a', 1],))
        dict(5)
        dict([1, 2])
        dict(['abc'])
        dict([(1, 2, 3)])
        dict(None)
        dict({}, {})
        dict(**{1: 2})
        {**[1]}
        {**None}
        {'a': 1, **{'a': 2}, 'b': 3}, {**{}, **{'x': 1}}
        {'a': 1} == {'a': 1.0}, {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {'a': 1} != {}, {1: 2} == [(1, 2)]
        {'a': 1} < {'b': 2}
        {'a': 1} + {'b': 2}
        {'a': 1}['b']
        {'a': 1}[['b']]
        {}[1.5]
        {}[None]
        {}['it\\'s']
        {}[('a', 1)]
        {'a': 1}.b
        {[]: 1}
        {1: 2}[1:2]
        {'a': 1}()
        [] in {}
        hash({})
        {i: i * i for i in range(5)}, {k: v for v, k in enumerate('abc')}, {x % 3: x for x in range(10)}
        {k: v for k, v in {'a': 1, 'b': 2}.items() if v > 1}, {len(w): w for w in ['a', 'bb', 'c']}
        list({'a': 1, 'b': 2}), tuple({'a': 1}), set({'a': 1}), sorted({'b': 1, 'a': 2}.items()), max({'a': 1, 'b': 2}), sum({1: 'a', 2: 'b'})
        sorted({'a': 3, 'b': 1}.items(), key=lambda kv: kv[1]), min({'a': 3, 'b': 1}.items(), key=lambda kv: kv[1]), sum({'a': 3}.values())
        len({}), bool({}), bool({0: 0}), not {}
        {'a': 1}.items() == {'a': 1}.items(), {'a': 1}.keys() == {'a'}, {'a': 1}.values() == {'a': 1}.values()
        {1, 2} == {1: 0, 2: 0}.keys(), {'a': 1}.keys() - 'a', {'a': 1, 'b': 2}.keys() & ['a']
        {'a': 1}.keys()[0]
        {'a': 1}.items().foo
        iter({'a': 1}).__next__(), next(iter({'k': 'v'}.items())), next(reversed({'a': 1, 'b': 2}))
        {'a': 1} is {'a': 1}, {**{'x': 1}} | {'x': 2}, {'x': 1}.__contains__('x'), {'x': 1}.__len__()
        str({'a': 'b', 1: [2.0, None]}), repr({'x': {1}}), f"{ {'a': 1} }"
    """),
]
