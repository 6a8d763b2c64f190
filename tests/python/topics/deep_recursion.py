"""Depth through every way in which Python code is called: operators, built-in functions, iterators, classes."""

from templates import lines, programs

NODES = """
    class N:
        def __init__(s, v, n): s.v=v; s.n=n
        def __eq__(s, o): return (s.v, s.n) == (o.v, o.n)
        def __hash__(s): return hash((s.v, s.n))
        def __repr__(s): return f"N({s.v!r}, {s.n!r})"
        def __lt__(s, o):
            if s.n is None: return s.v < o.v
            return s.n < o.n
        def __len__(s): return 1 + (len(s.n) if s.n else 0)
        def __bool__(s): return True if s.n is None else bool(s.n)
        def __contains__(s, x): return s.v == x or (s.n is not None and x in s.n)
        def __getitem__(s, i): return s.v if i == 0 else s.n[i-1]
        def __call__(s): return s.v if s.n is None else s.n()
        def __format__(s, spec): return '.' if s.n is None else format(s.n, spec)
        def __str__(s): return '.' if s.n is None else str(s.n)
        def __add__(s, o): return s.v if s.n is None else s.n + o
        def __neg__(s): return s.v if s.n is None else -s.n
        def __iter__(s):
            yield s.v
            if s.n is not None: yield from s.n
        def __getattr__(s, name):
            if name != 'zzz': raise AttributeError(name)
            return 5 if s.n is None else s.n.zzz
        @property
        def depth(s): return 0 if s.n is None else 1 + s.n.depth
    def make(n):
        r=None
        for i in range(n): r=N(i,r)
        return r
    a,b=make(240),make(240)
"""

FUNCTIONS = """
    import functools
    from functools import partial, reduce
    def viamap(n): return n if n==0 else 1+list(map(viamap,[n-1]))[0]
    def viafilter(n): return n==0 or list(filter(viafilter,[n-1]))==[n-1]
    def viareduce(n): return 0 if n==0 else reduce(lambda a,b: a+viareduce(b), [n-1], 1)
    def viapartial(n): return 0 if n==0 else 1+partial(viapartial,n-1)()
    def viacomp(n): return 0 if n==0 else 1+[viacomp(x) for x in [n-1]][0]
    def viasorted(n): return 0 if n==0 else 1+len(sorted([n-1],key=lambda x: viasorted(x)))
    def viamax(n): return 0 if n==0 else 1+max([n-1],key=lambda x: viamax(x))
    def viaany(n): return n==0 or any(viaany(x) for x in [n-1])
    def viaall(n): return n==0 or all(viaall(x) for x in [n-1])
    def viasum(n): return 1 if n==0 else sum(viasum(x) for x in [n-1])
    def viajoin(n): return 'x' if n==0 else ''.join(viajoin(x) for x in [n-1])
    def viatuple(n): return 0 if n==0 else tuple(viatuple(x) for x in [n-1])[0]
    def viadict(n): return 0 if n==0 else {x: viadict(x) for x in [n-1]}[n-1]
    def viaset(n): return 0 if n==0 else len({viaset(x) for x in [n-1]})
    def viastar(n): return 0 if n==0 else viastar(*(x for x in [n-1]))
    def viaunpack(n):
        if n==0: return 0
        (x,) = (viaunpack(y) for y in [n-1])
        return x
    class CM:
        def __init__(s,n): s.n=n
        def __enter__(s):
            if s.n: 
                with CM(s.n-1) as x: return x+1
            return 0
        def __exit__(s,*a): return False
    def viawith(n):
        with CM(n) as x: return x
    class Init:
        def __init__(s,n): s.x = Init(n-1) if n else None
    class New:
        def __new__(c,n):
            self=object.__new__(c); self.x = New(n-1) if n else None; return self
    class It:
        def __init__(s,n): s.n=n; s.done=False
        def __iter__(s): return s
        def __next__(s):
            if s.done: raise StopIteration
            s.done=True
            return 0 if s.n==0 else 1+list(It(s.n-1))[0]
    def deco(f):
        @functools.wraps(f)
        def w(*a,**k): return f(*a,**k)
        return w
    @deco
    def viadeco(n): return 0 if n==0 else 1+viadeco(n-1)
    def viainit(n): return Init(n) is not None
    def vianew(n): return New(n) is not None
    def viait(n): return list(It(n))[0]
    class GA:
        def __init__(s,n): s.n=n
        def __getattribute__(s,name):
            n=object.__getattribute__(s,'n')
            return 7 if n==0 else getattr(GA(n-1),name)

    def viaga(n): return GA(n).foo
    class SA:
        def __setattr__(s,k,v):
            if v: setattr(SA(),k,v-1)
            else: object.__setattr__(s,k,v)
    def viasa(n): SA().x=n
    class D:
        def __init__(s,n): s.n=n
        def __get__(s,o,t): return 0 if s.n==0 else 1+type('X',(),{'d':D(s.n-1)})().d
    def viadesc(n): return type('X',(),{'d':D(n)})().d
    def viaclass(n):
        if n==0: return 0
        class A:
            x = viaclass(n-1)
        return A.x+1
    def viatry(n):
        try:
            if n==0: raise ValueError('deep')
            return list(map(viatry,[n-1]))
        except ValueError as e:
            raise
    def viatry2(n):
        try: viatry(n)
        except ValueError as e: return str(e)
"""

ROUTES = """
    import collections, copy, functools, itertools, json, operator, re
    from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
    class Map:
        def __init__(s, n, f): s.n=n; s.f=f
        def keys(s): return ['a']
        def __getitem__(s, k): return s.f(s.n)
    class Eq:
        def __init__(s, n, f): s.n=n; s.f=f
        def __hash__(s): return 1
        def __eq__(s, o):
            for one in (s, o):
                if one.f: one.f(one.n)
            return True
        def __lt__(s, o): return s == o
    class Hash:
        def __init__(s, n, f): s.n=n; s.f=f
        def __hash__(s): return s.f(s.n)
    class Shown:
        def __init__(s, n, f): s.n=n; s.f=f
        def __repr__(s): return str(s.f(s.n))
        def __getattr__(s, name):
            if name != 'foo': raise AttributeError(name)
            return s.f(s.n)
        def __getitem__(s, i): return s.f(s.n)
        def m(s): return s.f(s.n)
        def __deepcopy__(s, memo): return s.f(s.n)
        def __dir__(s): return [str(s.f(s.n))]
    class File:
        def __init__(s, n, f): s.n=n; s.f=f
        def write(s, text): s.f(s.n)
    Pair = namedtuple('Pair', 'a')
    zero = Eq(0, None)
    def deepest(body, n=140):
        names = dict(globals())
        exec(f'def f(n): return 0 if n == 0 else 1 + ({body})', names)
        return names['f'](n)
"""

BODIES = """
    eval('f(n-1)', globals(), {'n': n})
    exec('found = f(n-1)', globals(), names := {'n': n}) or names['found']
    next(itertools.chain(f(x) for x in [n-1]))
    next(itertools.chain.from_iterable([f(x)] for x in [n-1]))
    next(itertools.cycle(f(x) for x in [n-1]))
    list(itertools.accumulate([0, n-1], lambda a, b: f(b)))[1]
    list(itertools.compress((f(x) for x in [n-1]), [1]))[0]
    next(itertools.dropwhile(lambda x: f(n-1) < 0, [n-1]))
    next(itertools.takewhile(lambda x: f(n-1) >= 0, [n-1]))
    next(itertools.filterfalse(lambda x: f(n-1) < 0, [n-1]))
    next(itertools.islice((f(x) for x in [n-1]), 1))
    next(itertools.starmap(f, [(n-1,)]))
    next(itertools.pairwise(f(x) for x in [n-1, 0]))[0]
    next(itertools.zip_longest((f(x) for x in [n-1]), [1]))[0]
    next(itertools.groupby([n-1], lambda x: f(x)))[0]
    next(itertools.product((f(x) for x in [n-1])))[0]
    next(itertools.permutations(f(x) for x in [n-1]))[0]
    next(itertools.tee(f(x) for x in [n-1])[0])
    next(map(f, [n-1]))
    next(zip(map(f, [n-1])))[0]
    next(enumerate(map(f, [n-1])))[1]
    len(sorted([n-1, n-1], key=functools.cmp_to_key(lambda a, b: f(n-1) and 0)))
    (lambda **k: k['a'])(**Map(n-1, f))
    {**Map(n-1, f)}['a']
    dict(Map(n-1, f))['a']
    (d := {}).update(Map(n-1, f)) or d['a']
    (d := {}).update((x, f(x)) for x in [n-1]) or d[n-1]
    len(Counter(f(x) for x in [n-1]))
    len(dict.fromkeys(f(x) for x in [n-1]))
    defaultdict(lambda: f(n-1))[0]
    ChainMap({}, Map(n-1, f))['a']
    deque([Eq(n-1, f)]).index(zero)
    deque([Eq(n-1, f)]).count(zero)
    zero in deque([Eq(n-1, f)])
    deque([Eq(n-1, f)]) == deque([zero])
    (d := deque()).extend(f(x) for x in [n-1]) or d[0]
    (d := deque()).extendleft(f(x) for x in [n-1]) or d[0]
    deque(f(x) for x in [n-1])[0]
    [Eq(n-1, f)].index(zero)
    zero in [Eq(n-1, f)]
    {1: Eq(n-1, f)} == {1: zero}
    {Eq(n-1, f): 1}.pop(zero)
    {Eq(n-1, f): 1}.setdefault(zero)
    len({Eq(n-1, f): 1, zero: 2})
    (s := {Eq(n-1, f)}).add(zero) or 0
    len({Eq(n-1, f)} | {zero})
    {}.get(Hash(n-1, f), 0)
    len('a'.translate(Map(n-1, lambda n: str(f(n)))))
    len('{a}'.format_map(Map(n-1, f)))
    len('%(a)s' % Map(n-1, f))
    len('{}'.format(Shown(n-1, f)))
    len(repr(Pair(Shown(n-1, f))))
    Pair._make(f(x) for x in [n-1])[0]
    Pair(0)._replace(**Map(n-1, f))[0]
    operator.attrgetter('foo')(Shown(n-1, f))
    operator.itemgetter(0)(Shown(n-1, f))
    operator.methodcaller('m')(Shown(n-1, f))
    print(end='x', file=File(n-1, f)) or 0
    copy.deepcopy(Shown(n-1, f))
    len(dir(Shown(n-1, f)))
    len(re.sub('a', lambda m: str(f(n-1)), 'a'))
    len(b''.join(str(f(x)).encode() for x in [n-1]))
"""

LEVELS = """
    import bisect, copy, heapq
    class Named:
        def __init__(s, n): s.n = n
        def __set_name__(s, owner, name):
            if s.n: type('X', (), {'d': Named(s.n - 1)})
    class Base:
        def __init_subclass__(cls, n=0):
            if n:
                class C(Base, n=n - 1): pass
    def derived(n):
        class C(Base, n=n): pass
    class Entries:
        def __init__(s, n): s.n = n
        def __mro_entries__(s, bases):
            if s.n:
                class X(Entries(s.n - 1)): pass
            return (object,)
    def entered(n):
        class X(Entries(n)): pass
    class Heaped:
        def __init__(s, n): s.n = n
        def __lt__(s, o): return s.n == 0 or heapq.heappushpop([Heaped(s.n - 1)], Heaped(s.n - 1)) is not None
    class Placed:
        def __init__(s, n): s.n = n
        def __lt__(s, o): return s.n == 0 or bisect.bisect([Placed(0)], Placed(s.n - 1)) == 0
    class Reduced:
        def __init__(s, n): s.n = n
        def __reduce__(s): return Reduced, (s.n,), {'c': Reduced(s.n - 1)} if s.n else None
    class Linked:
        next = None
    def linked(n):
        made = None
        for _ in range(n):
            outer = Linked()
            outer.next = made
            made = outer
        return made
    def nested(n, around):
        made = around(0)
        for _ in range(n): made = around(made)
        return made
    def reaches(act, n):
        try: act(n)
        except (RecursionError, RuntimeError): return False
        return True
    def limit(act, near):
        return reaches(act, near - 20), reaches(act, near + 20)
"""

CASES = [
    *lines(
        """
        limit(lambda n: type('X', (), {'d': Named(n)}), 490)
        limit(derived, 490)
        limit(entered, 980)
        limit(lambda n: Heaped(n) < Heaped(0), 490)
        limit(lambda n: Placed(n) < 0, 490)
        limit(lambda n: copy.deepcopy(nested(n, lambda x: [x])), 490)
        limit(lambda n: copy.deepcopy(nested(n, lambda x: (x, [1]))), 327)
        limit(lambda n: copy.deepcopy(nested(n, lambda x: {1: x})), 490)
        limit(lambda n: copy.deepcopy(linked(n)), 245)
        limit(lambda n: copy.deepcopy(Reduced(n)), 245)
        """,
        LEVELS,
    ),
    *lines("\n".join(f"deepest({line.strip()!r})" for line in BODIES.strip().splitlines()), ROUTES),
    *lines(
        """
        a == b
        a != make(239)
        hash(a) == hash(b)
        len(repr(a))
        a < b
        sorted([a, b, a], key=lambda node: node) == [a, b, a]
        len(a)
        bool(a)
        not a
        -5 in a
        a[200]
        a()
        format(a, '')
        str(a)
        f'{a}', f'{a!s}', len(f'{a!r}')
        '%s' % a, '{}'.format(a)
        a + 1
        -a
        sum(a)
        a.zzz
        getattr(a, 'zzz')
        a.depth
        {a: 1}[b]
        {a: 1}.get(b)
        a in {a: 1}, b in {a}
        [a] == [b], (a,) < (b,)
        max([a, b]) is a
        list(a)[:3]
        [b].index(a), [b].count(a), a in [b]
        len({a, b})
        all([a, b]), any([b])
        a and 1, b or 2
        1 if a else 2
        """,
        NODES,
    ),
    *lines(
        """
        viamap(150)
        viafilter(150)
        viareduce(150)
        viapartial(150)
        viacomp(150)
        viasorted(150)
        viamax(150)
        viaany(150)
        viaall(150)
        viasum(150)
        viajoin(150)
        viatuple(150)
        viadict(150)
        viaset(150)
        viastar(150)
        viaunpack(150)
        viawith(150)
        viainit(150)
        vianew(150)
        viait(150)
        viadeco(150)
        viaga(150)
        viasa(150)
        viadesc(150)
        viaclass(150)
        viatry2(150)
        viamap(10), viareduce(10), viajoin(10)
        """,
        FUNCTIONS,
    ),
    *programs("""
        import sys
        def through(text, n):
            return 0 if n == 0 else 1 + eval(text)
        print(through("through(text, n - 1)", 400))
        try:
            through("through(text, n - 1)", 2000)
        except RecursionError as error:
            print(str(error).startswith("maximum recursion depth exceeded"))
        ---
        class Told:
            shown = 0
            def __str__(self):
                Told.shown += 1
                return str(self)
        for turn in range(2):
            Told.shown = 0
            try:
                str(Told())
            except RecursionError as error:
                pass
        print(490 < Told.shown < 505)
        ---
        class Lines:
            def __init__(self):
                self.parts = []
            def write(self, text):
                self.parts.append(text)
        file = Lines()
        print(1, 'a', None, sep='-', file=file)
        print(file=file)
        print('x', '', end='', file=file)
        print(file.parts)
        ---
        t = (int,)
        for i in range(5000):
            t = (t,)
        try:
            print(isinstance('a', t))
        except RecursionError as error:
            print(error)
        try:
            print(issubclass(str, t))
        except RecursionError as error:
            print(error)
        ---
        from functools import lru_cache
        @lru_cache(maxsize=None)
        def fib(n):
            return n if n < 2 else fib(n - 1) + fib(n - 2)
        print(fib(200), fib.cache_info())
        ---
        class Tree:
            def __init__(self, value, left=None):
                self.value = value
                self.left = left
            def walk(self):
                if self.left:
                    for value in self.left.walk():
                        yield value
                yield self.value
            def delegate(self):
                if self.left:
                    yield from self.left.delegate()
                yield self.value
        tree = None
        for i in range(900):
            tree = Tree(i, tree)
        print(sum(tree.walk()), sum(tree.delegate()), len(list(tree.walk())), max(tree.delegate()))
        ---
        import sys
        def down(n):
            return 0 if n == 0 else 1 + down(n - 1)
        print(sys.getrecursionlimit())
        try:
            down(5000)
        except RecursionError as error:
            print(error)
        sys.setrecursionlimit(20000)
        print(down(15000))
        sys.setrecursionlimit(1000)
        try:
            sys.setrecursionlimit(0)
        except ValueError as error:
            print(error)
        ---
        class Endless:
            def __getattr__(self, name):
                return self.other
        try:
            Endless().x
        except RecursionError as error:
            print(error)
        class Same:
            def __eq__(self, other):
                return self == other
        try:
            Same() == Same()
        except RecursionError as error:
            print(str(error).startswith('maximum recursion depth exceeded'))
        class Shown:
            def __repr__(self):
                return repr(self)
        try:
            repr(Shown())
        except RecursionError as error:
            print(str(error).startswith('maximum recursion depth exceeded'))
        ---
        error = ValueError()
        error.args = (error,)
        for shown in str, repr:
            try:
                shown(error)
            except RecursionError as raised:
                print(str(raised)[:32])
        ---
        class Nowhere:
            def __fspath__(self):
                return self
        try:
            open(Nowhere())
        except TypeError as raised:
            print(raised)
        ---
        for text in "(" * 300 + ")" * 300, "[" * 100000:
            try:
                eval(text)
            except SyntaxError as raised:
                print(raised)
    """),
]
