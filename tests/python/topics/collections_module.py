"""namedtuple, Counter, defaultdict, deque, OrderedDict."""

from templates import family, lines, programs

NAMEDTUPLE = "from collections import namedtuple\nPoint = namedtuple('Point', 'x y')\np = Point(1, y=2)\n"
COUNTER = "from collections import Counter\nc = Counter('mississippi')\nd = Counter(a=3, b=1, c=0, d=-2)\n"
DEQUE = "from collections import deque\nd = deque([1, 2, 3, 4])\n"

CASES = [
    *family("$e", code=NAMEDTUPLE, e=["p", "p.x, p.y, p[0], p[-1], len(p)", "p == (1, 2), p < (1, 3), hash(p) == hash((1, 2))", "p._asdict(), p._fields, p._replace(x=9)", "Point._make([3, 4])",
            "Point(*'ab')", "p + (3,)", "list(p), tuple(p), dict(zip(p._fields, p))", "p.z", "Point(1)", "Point(1, 2, 3)", "Point(x=1)", "Point(1, 2, z=3)", "p._replace(q=1)", "Point._make([1])", "p[5]",
            "{p: 'a'}[(1, 2)]", "isinstance(p, tuple), type(p).__name__", "sorted([Point(2, 1), Point(1, 5)])", "f'{p} {p.x}'", "str([p])", "p.index(2), p.count(1)", "p.__doc__", "p[::-1]", "max(p)", "[Point(i, i * i) for i in range(3)]", "p._asdict()['x']", "2 in p"]),
    *family("$e", code=COUNTER, e=["c", "c.most_common(), c.most_common(2), c.most_common(0)", "c['s'], c['zzz'], 'zzz' in c", "sum(c.values()), c.total()", "list(c.elements())", "c + d", "c - Counter('miss')", "d + Counter()", "-d", "+d",
            "c & Counter('sip')", "c | Counter('sssss')", "Counter(a=1) == Counter(a=1, b=0)", "Counter(a=1) <= Counter(a=2)", "dict(c), list(c), c.keys()", "Counter([1, 1, 2]), Counter({'a': 5}), Counter(), Counter(x=1)",
            "Counter(['b', 'a', 'b']).most_common(1)[0]", "Counter('aabb').most_common()", "sorted(c.items())", "Counter('abc').update('a')", "Counter(5)", "c.foo", "c.copy() == c", "Counter('hello world'.split())", "max(c, key=c.get)",
            "Counter(len(w) for w in 'a bb cc d'.split())", "c.get('q'), c.get('q', 0), c.pop('m')", "Counter(a=1.5, b=2)", "Counter([[1]])", "Counter(a='x', b=1).most_common()", "d.items()", "Counter(a=1) + 5", "Counter.fromkeys('ab')", "c.most_common()[:-3:-1]", "isinstance(c, dict)", "repr(Counter()), str(d)", "Counter(b=1, a=1), Counter(a=1, b=2)"]),
    *family("$e", code=DEQUE, e=["d", "d.pop(), d.popleft(), d", "d[0], d[-1], d[2]", "d[9]", "d.rotate(1), d", "d.rotate(-1), d", "d.rotate(10), d", "d.append(5), d.appendleft(0), d", "d.extend([5, 6]), d.extendleft([0, -1]), d", "deque(d, 2)", "deque([1, 2, 3], maxlen=2)", "deque().pop()", "deque().popleft()",
            "d.index(3), d.count(1), 3 in d", "d.index(9)", "d.remove(2), d", "d.remove(9)", "d.insert(1, 'x'), d", "list(d), len(d), bool(deque())", "d == deque([1, 2, 3, 4]), d == [1, 2, 3, 4]", "d.reverse(), d", "list(reversed(d))", "d + deque([5])", "d + [5]", "d * 2", "d[1:2]", "d.copy(), d.clear(), d", "d.maxlen, deque(maxlen=3).maxlen",
            "deque('abc', 2)", "deque(5)", "deque([1], -1)", "deque([], 0)", "sum(d), max(d), sorted(d)", "deque([deque([1])])", "hash(d)", "deque([1, 2]) < deque([1, 3])", "d.foo", "deque(maxlen=2).insert(0, 1)"]),
    *programs("""
        from collections import namedtuple
        Trade = namedtuple('Trade', ['symbol', 'price', 'qty'], defaults=[1])
        class Fancy(namedtuple('Fancy', 'a b')):
            def total(self): return self.a + self.b
            @property
            def diff(self): return self.a - self.b
        print(Trade('X', 2.5), Trade('Y', 1, 7), Trade._field_defaults, Fancy(1, 2), Fancy(1, 2).total(), Fancy(5, 2).diff)
        symbol, *rest = Trade('Z', 9)
        print(symbol, rest)
        Trade('X', 1).price = 5
        ---
        from collections import namedtuple
        namedtuple('P', 'a a')
        ---
        from collections import namedtuple
        namedtuple('P', 'class x')
        ---
        from collections import namedtuple
        namedtuple('P', '_a x')
        ---
        from collections import namedtuple
        P = namedtuple('P', 'a, b class 1x a', rename=True)
        print(P._fields, P(1, 2, 3, 4, 5))
        Q = namedtuple('Q', 'x', defaults=[1, 2])
        ---
        from collections import namedtuple
        Row = namedtuple('Row', 'name score')
        rows = [Row('a', 3), Row('b', 9), Row('c', 3)]
        print(max(rows, key=lambda r: r.score), sorted(rows, key=lambda r: (-r.score, r.name)), [r.name for r in rows if r.score == 3])
        for name, score in rows:
            print(f'{name:>3}{score:>4}')
        match rows[0]:
            case Row(name, 3):
                print('matched', name)
        ---
        from typing import NamedTuple
        class Point(NamedTuple):
            x: int
            y: int = 0
            def norm(self): return abs(self.x) + abs(self.y)
        print(Point(1), Point(1, 2).norm(), Point(x=3) == (3, 0), Point.__annotations__, Point._fields)
        Point()
        ---
        from collections import Counter
        c = Counter()
        for w in 'to be or not to be'.split():
            c[w] += 1
        c.update(['to', 'x'])
        c.update({'be': 10})
        c.subtract('or not'.split())
        print(c, c.most_common(2), c['missing'])
        del c['be']
        print(c, +c)
        c += Counter(x=5)
        c -= Counter(to=1)
        print(c)
        del c['missing']
        ---
        from collections import defaultdict
        d = defaultdict(list)
        for k, v in [('a', 1), ('b', 2), ('a', 3)]:
            d[k].append(v)
        print(d, d['z'], dict(d), d.get('q'), 'q' in d, len(d))
        n = defaultdict(int, a=5)
        n['b'] += 1
        print(n, n['c'], n)
        t = defaultdict(lambda: defaultdict(int))
        t['x']['y'] += 2
        print({k: dict(v) for k, v in t.items()}, defaultdict(set), defaultdict(None, {1: 2}), n.default_factory is int)
        print(n == {'a': 5, 'b': 1, 'c': 0}, n | {'z': 1}, n.copy(), sorted(n.items()))
        defaultdict(None)['a']
        ---
        from collections import defaultdict
        defaultdict(5)
        ---
        from collections import defaultdict
        d = defaultdict(lambda: 1 / 0)
        d['x']
        ---
        from collections import defaultdict
        print(defaultdict(str), defaultdict(dict, {'a': {}}), defaultdict(float)['q'], defaultdict(bool)['q'], defaultdict(tuple)[0])
        d = defaultdict(lambda: 'N/A', name='Ann')
        print('%(name)s %(age)s' % d, '{name} {city}'.format_map(d), list(d))
        ---
        from collections import OrderedDict
        d = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
        d.move_to_end('a')
        d.move_to_end('c', last=False)
        print(d, d.popitem(), d.popitem(last=False), d, OrderedDict(), OrderedDict(x=1), d == {'b': 2}, list(reversed(OrderedDict(p=1, q=2))))
        print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), dict(OrderedDict(z=1)), OrderedDict(a=1) | {'b': 2})
        d.move_to_end('zz')
        ---
        from collections import deque
        d = deque(maxlen=3)
        for i in range(6):
            d.append(i)
            print(list(d), end=' ')
        d.appendleft('L')
        print(d)
        window = deque([1, 2, 3], 3)
        averages = []
        for x in [4, 5, 9]:
            window.append(x)
            averages.append(sum(window) / len(window))
        print(averages)
        ---
        from collections import deque
        d = deque([1, 2, 3])
        for x in d:
            d.append(x)
        ---
        from collections import deque
        d = deque('abc')
        d[1] = 'X'
        del d[0]
        d += 'de'
        print(d, d.copy() is d, [x for x in d], deque(d) == d)
        d[7] = 1
    """),
]
