"""Modules that programs use now and then."""

from templates import lines, programs

CASES = [
    *lines(
        """
        heapq.nlargest(2, [3, 1, 4, 1, 5]), heapq.nsmallest(2, 'hello'), heapq.nlargest(2, ['aa', 'b', 'cccc'], key=len), list(heapq.merge([1, 4], [2, 3])), list(heapq.merge([4, 1], [3, 2], reverse=True))
        heapq.heappop([])
        heapq.nsmallest(2, [2.5, float('nan'), -1.0]), heapq.nlargest(2, [float('nan'), 1, 3, 2]), heapq.nsmallest(3, iter([5, float('nan'), 2, 8, 1])), heapq.nlargest(0, [1]), heapq.nsmallest(-1, [1]), heapq.nsmallest(3, iter([(1, 'b'), (0, 'c'), (1, 'a'), (0, 'a')]), key=lambda p: p[0]), heapq.nlargest(9, (x * 37 % 41 for x in range(50)))
        heapq.nlargest(1, [1.5, 'a'])
        heapq.nlargest(2, iter([1.5, 'a', 3]))
        heapq.nsmallest(2, iter([1.5, 'a', 3]))
        heapq.nlargest('a', iter([1]))
        bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect_right('ace', 'b'), bisect.bisect([(1, 'a'), (2, 'b')], 1, key=lambda p: p[0])
        statistics.mean([1, 2, 3, 4]), statistics.mean([1, 2]), statistics.mean([0.1] * 3), statistics.fmean([1, 2, 4]), statistics.median([3, 1, 2]), statistics.median([1, 2, 3, 4]), statistics.median_low([1, 2, 3, 4]), statistics.median_high([1, 2, 3, 4])
        statistics.mode([1, 2, 2, 3]), statistics.multimode('aabbc'), statistics.stdev([1, 2, 3, 4]), statistics.pstdev([1, 2, 3, 4]), statistics.variance([1, 2, 3, 4]), statistics.pvariance([1.5, 2.5, 4.0])
        statistics.stdev([20.5, 21.3, 19.8, 22.1]), statistics.variance([20.5, 21.3, 19.8, 22.1]), statistics.quantiles([1, 2, 3, 4, 5]), statistics.quantiles(range(1, 11), n=10), statistics.harmonic_mean([40, 60]), statistics.geometric_mean([54, 24, 36])
        statistics.mean([])
        statistics.median([])
        statistics.stdev([1])
        statistics.mode([])
        statistics.correlation([1, 2, 3], [1, 5, 7]), statistics.covariance([1, 2, 3], [1, 5, 7]), statistics.linear_regression([1, 2, 3], [2, 4, 6.5])
        textwrap.dedent('  a\\n    b\\n  c'), textwrap.indent('a\\n\\nb', '> '), textwrap.fill('the quick brown fox jumps over the lazy dog', 15), textwrap.wrap('hello wonderful-long world', 10), textwrap.shorten('hello big wide world', 15)
        string.Template('$a and ${b}c $$').substitute(a=1, b='x'), string.Template('$a $b').safe_substitute(a=1)
        string.Template('$a $b').substitute(a=1)
        string.Template('$a $').substitute(a=1)
        copy.copy([1, [2]]), copy.deepcopy({'a': [1, {2}]}), copy.deepcopy((1, 'a')), copy.copy({1: 2})
        hashlib.md5(b'abc').hexdigest(), hashlib.sha1(b'').hexdigest(), hashlib.sha256('é'.encode()).hexdigest()[:16], hashlib.sha512(b'x').digest()[:4], hashlib.new('sha256', b'a').name
        hashlib.md5('abc')
        list(csv.reader(['a,b', '"x,y",2', '"q""q",', ''])), list(csv.reader(['a;b'], delimiter=';')), list(csv.DictReader(['n,v', 'a,1', 'b,2']))
        pprint.pformat({'b': 1, 'a': [1, 2]}), pprint.pformat([list(range(12)), 'x' * 40, {'k': 'v' * 30}]), pprint.pformat({'name': 'Ann' * 10, 'values': list(range(20)), 'inner': {'x': 'y' * 50}}, width=60), pprint.pformat((1,)), pprint.pformat({3, 1, 2})
        isinstance([], collections.abc.Iterable), isinstance({}, collections.abc.Mapping), isinstance(5, collections.abc.Hashable), isinstance('a', collections.abc.Sequence), isinstance(len, collections.abc.Callable), isinstance((x for x in ''), collections.abc.Iterator)
        isinstance(5, numbers.Number), isinstance(5.0, numbers.Integral), isinstance(True, numbers.Real)
        sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 8), sys.maxsize, sys.byteorder
        time.strftime('%Y-%m-%d', time.gmtime(0)), time.gmtime(3600).tm_hour, time.mktime(time.gmtime(5)), time.strptime('2024-05-06', '%Y-%m-%d')[:3]
        operator.itemgetter(1)([1, 2]), fnmatch.fnmatch('a.txt', '*.txt'), fnmatch.filter(['a.py', 'b.txt'], '*.py')
        struct.pack('<if', 1, 2.5), struct.pack('>hHq', -2, 3, -4), struct.unpack('<2h', b'\\x01\\x00\\xff\\xff'), struct.calcsize('<3d'), struct.calcsize('bi'), struct.pack('4s?', b'ab', True), list(struct.iter_unpack('<B', b'abc')), struct.unpack_from('<H', b'xab', 1)
        struct.unpack('<i', b'abc')
        struct.pack('<i', 'a')
        struct.pack('<ii', 1)
        struct.pack('B', 300)
        struct.pack('y', 1)
        base64.b64encode(b'hello?>'), base64.b64decode('aGVsbG8='), base64.urlsafe_b64encode(b'\\xff\\xfe\\xfd'), base64.b64decode(b'YQ==')
        base64.b64encode('text')
        Fraction(3, 6), Fraction('0.125'), Fraction(1, 3) + Fraction(1, 6), Fraction(0.5) * 3, str(Fraction(4, 2)), Fraction(1, 3) < 0.5, float(Fraction(1, 4)), Fraction('3/4').limit_denominator(3), round(Fraction(7, 2)), hash(Fraction(1, 2)) == hash(0.5), 2 - Fraction(1, 2), Fraction(7, 3) // 1
        Fraction(1, 0)
        PurePath('a') / 'b.txt', str(PurePath('a/./b//c')), PurePath('/x/y.tar.gz').suffix, PurePath('x/y.txt').stem, PurePath('x/y.txt').parent, PurePath('/x/y').parts, PurePath('a/b').name, PurePath('a').with_suffix('.csv'), PurePath('a/b') == PurePath('a//b')
        types.SimpleNamespace(a=1, b='x'), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1), isinstance(lambda: 0, types.FunctionType), isinstance((x for x in ''), types.GeneratorType)
        """,
        code="import base64, struct, types\nfrom fractions import Fraction\nfrom pathlib import PurePath\nimport bisect, collections.abc, copy, csv, fnmatch, hashlib, heapq, numbers, operator, pprint, statistics, string, sys, textwrap, time\n",
    ),
    *programs(
        """
import heapq
heap = []
for n in [5, 1, 4, 2, 3]:
    heapq.heappush(heap, n)
print(heap, heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 9), heap)
print([heapq.heappop(heap) for _ in range(len(heap))])
items = [9, 8, 7, 3, 5]
heapq.heapify(items)
print(items)
---
import csv, io
out = io.StringIO()
writer = csv.writer(out)
writer.writerow(['name', 'says', 'n'])
writer.writerows([['Ann', 'hi, "you"', 1], ['Bob', 'a\\nb', 2.5], ['', None, True]])
print(repr(out.getvalue()))
print(list(csv.reader(io.StringIO(out.getvalue()))))
table = io.StringIO()
rows = csv.DictWriter(table, ['a', 'b'], lineterminator='\\n')
rows.writeheader()
rows.writerow({'a': 1, 'b': 'x y'})
print(table.getvalue())
rows.writerow({'c': 1})
---
from contextlib import contextmanager, suppress, nullcontext, ExitStack, closing
@contextmanager
def tag(name):
    print('<' + name + '>')
    try:
        yield name.upper()
    except ValueError as error:
        print('caught', error)
    finally:
        print('</' + name + '>')
with tag('a') as a, tag('b'):
    print(a)
    raise ValueError('oops')
with suppress(KeyError, ZeroDivisionError):
    {}['x']
with ExitStack() as stack:
    print(stack.enter_context(tag('c')), stack.enter_context(nullcontext(5)))
    stack.callback(print, 'bye')
with tag('d'):
    raise KeyError('k')
---
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def show(self):
        return f'{self.name}: {self.area()}'
class Square(Shape):
    name = 'square'
    def __init__(self, side): self.side = side
    def area(self): return self.side ** 2
print(Square(3).show(), isinstance(Square(1), Shape))
Shape()
---
from typing import List, Dict, Optional, NamedTuple, Union, Callable, TypeVar, Generic, Any, Tuple
T = TypeVar('T')
class Point(NamedTuple):
    x: int
    y: int = 0
    def norm(self) -> float:
        return (self.x ** 2 + self.y ** 2) ** 0.5
class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item
    def map(self, f: Callable[[T], Any]) -> 'Box':
        return Box(f(self.item))
def total(values: List[Tuple[str, float]], scale: Optional[float] = None) -> Dict[str, Union[int, float]]:
    return {name: value * (scale or 1) for name, value in values}
print(Point(3, 4), Point(1).norm(), Point(y=2, x=1)._asdict(), Point._fields, Box(2).map(str).item, total([('a', 2)], 1.5))
Point()
---
import copy
class Node:
    def __init__(self, value, children=()):
        self.value = value
        self.children = list(children)
leaf = Node('leaf')
root = Node('root', [leaf, leaf])
shallow, deep = copy.copy(root), copy.deepcopy(root)
leaf.value = 'changed'
print(shallow.children[0].value, deep.children[0].value, deep.children[0] is deep.children[1], shallow.children is root.children)
loop = []
loop.append(loop)
print(copy.deepcopy(loop))
---
from functools import singledispatch, total_ordering, cached_property, lru_cache
@singledispatch
def show(x): return 'thing'
@show.register
def _(x: int): return 'int'
@show.register(list)
def _(x): return 'list of ' + ', '.join(map(show, x))
print(show(1.5), show(True), show([1, 'a']))
@total_ordering
class Version:
    def __init__(self, *parts): self.parts = parts
    def __eq__(self, other): return self.parts == other.parts
    def __lt__(self, other): return self.parts < other.parts
print(Version(1, 2) >= Version(1, 1), Version(1) <= Version(1), max(Version(1), Version(2)).parts)
class Data:
    calls = 0
    @cached_property
    def heavy(self):
        Data.calls += 1
        return 42
    @lru_cache(maxsize=2)
    def square(self, n): return n * n
d = Data()
print(d.heavy, d.heavy, Data.calls, d.square(3), d.square(3), Data.square.cache_info())
---
import logging, warnings
logging.basicConfig(level=logging.INFO)
log = logging.getLogger('app')
log.info('hello %s', 'you')
log.debug('hidden')
warnings.warn('careful')
print(log.name, log.isEnabledFor(logging.DEBUG), logging.getLevelName(30))
---
import os, shutil, tempfile
from pathlib import Path
folder = Path(tempfile.mkdtemp())
(folder / 'in').mkdir()
print((folder / 'in' / 'a.txt').write_text('hello'), (folder / 'in' / 'a.txt').read_text(), [path.name for path in (folder / 'in').iterdir()])
shutil.copy(folder / 'in' / 'a.txt', folder / 'b.txt')
shutil.move(str(folder / 'b.txt'), str(folder / 'c.txt'))
print(sorted(os.listdir(folder)), (folder / 'c.txt').exists(), (folder / 'c.txt').is_dir(), sorted(path.name for path in folder.glob('*.txt')))
shutil.rmtree(folder)
print(folder.exists())
with tempfile.TemporaryDirectory() as name:
    open(os.path.join(name, 'x'), 'w').close()
print(os.path.exists(name))
---
from __future__ import annotations
import traceback
def f(x: int) -> Missing:
    return 1 / x
try:
    f(0)
except ZeroDivisionError as error:
    print(traceback.format_exc().splitlines()[-1], traceback.format_exception_only(error))
---
import numpy_is_not_here
---
import os.path, collections.abc as cabc
from os import path, sep
from os.path import join as j
print(j('a', 'b'), path.basename('x/y'), sep, os.path is path, cabc.Iterable.__name__)
---
import collections
print(collections.abc.Mapping, isinstance({}, collections.abc.Mapping), isinstance([], collections.abc.Hashable))
collections.Mapping
---
from typing import List, Dict, Optional, Union, Iterable, get_type_hints
def f(a: 'int', b: Optional['str'] = None, *c: float) -> None: ...
class Node:
    value: 'int'
class Leaf(Node):
    weight: 'float' = 1.0
print(get_type_hints(f)['a'], get_type_hints(f)['return'], list(get_type_hints(Leaf).items()))
print(isinstance([], List), isinstance({}, Dict), isinstance('a', Union[int, str]), isinstance(None, Optional[int]), isinstance((), Iterable))
isinstance([], List[int])
"""
    ),
]

CASES += programs(
    r'''
    import statistics as s
    from statistics import NormalDist
    def t(f):
        try: print(repr(f()))
        except Exception as e: print(type(e).__name__,e)
    N=NormalDist(10,2.5)
    for f in (lambda:s.harmonic_mean([1]),lambda:s.harmonic_mean([-1]),lambda:s.harmonic_mean([0,2]),lambda:s.harmonic_mean(["a"]),lambda:s.harmonic_mean([1],[2]),lambda:s.harmonic_mean([2.5]),lambda:s.harmonic_mean([1,2]),lambda:s.harmonic_mean([]),lambda: s.median_grouped([1,2,2,3,4,4,4,4,4,5]),lambda:s.median_grouped([]),lambda:s.median_grouped([1]),lambda:s.median_grouped([1,2,3],interval=2),lambda:s.median_grouped(["a"]), lambda:N, lambda:N.pdf(9), lambda:N.cdf(11),lambda:[N.inv_cdf(p) for p in (.5,.01,.99,1e-20,.3,1-1e-12,.07,.93)],lambda:N.inv_cdf(0),lambda:N.quantiles(),lambda:N.quantiles(n=10),lambda:N.overlap(NormalDist(12,3)),lambda:N.overlap(NormalDist(12,2.5)),lambda:N.overlap(3),lambda:N.zscore(5),lambda:(N.mean,N.median,N.mode,N.stdev,N.variance),lambda:N+NormalDist(1,2),lambda:N+1,lambda:1+N,lambda:N-1,lambda:1-N,lambda:N*-2,lambda:3*N,lambda:N/2,lambda:-N,lambda:+N,lambda:N==NormalDist(10,2.5),lambda:hash(N)==hash(NormalDist(10,2.5)),lambda:NormalDist.from_samples([1,2,3,4]),lambda:N.samples(3,seed=5),lambda:NormalDist(1,-1),lambda:NormalDist(1,0).pdf(1),lambda:NormalDist(1,0).cdf(1),lambda:NormalDist(1,0).zscore(1),lambda:NormalDist(1,0).overlap(N),lambda:NormalDist(1,0).inv_cdf(.5),lambda:NormalDist(),lambda:setattr(N,'x',1),lambda:setattr(N,'mean',1)):
        t(f)
    ---
    import textwrap, pprint
    for f in (lambda: textwrap.shorten('abc def', 4), lambda: textwrap.wrap('abc def ghi', 6, max_lines=1, placeholder='..'), lambda: textwrap.wrap('abc', 3, max_lines=2, subsequent_indent='    '), lambda: pprint.pformat([1], indent=-1), lambda: pprint.pformat([1], depth=0), lambda: pprint.pformat([1], width=0)):
        try: print(repr(f()))
        except Exception as e: print(type(e).__name__, e)
    '''
)
