"""Modules for what surrounds a stream: command lines, threads, messages, addresses, and text that is run."""

from templates import lines, programs

CASES = [
    *lines(
        """
        urlparse('http://user:pw@Example.com:80/a/b;p?x=1&y=2#f'), urlparse('http://user:pw@Example.com:80/').hostname, urlparse('http://h:81/').port, urlparse('//h/p').netloc, urlparse('a/b?c'), urlsplit('mailto:a@b.c')
        urlparse('http://u:p@h').username, urlparse('http://u:p@h').password, urlparse('http://h').port, urlunparse(urlparse('http://a/b?c#d')), urlsplit('https://a/b?c').geturl(), urlparse('http://a')._replace(path='/z').geturl()
        quote('a b/é?'), quote('a/b', safe=''), quote_plus('a b&c'), unquote('a%20b%C3%A9%zz'), unquote_plus('a+b%2B'), urlencode({'a': 1, 'b': 'x y'}), urlencode([('k', [1, 2])], doseq=True), parse_qs('a=1&b=2&a=3&c='), parse_qsl('x=%41&y', keep_blank_values=True)
        urljoin('http://a/b/c', 'd'), urljoin('http://a/b/c', '../d'), urljoin('http://a/b/c', '/d'), urljoin('http://a/b', '?q=1'), urljoin('http://a/b', 'http://z'), urljoin('http://a/b/', './x/'), urljoin('http://a', 'x')
        uuid.UUID(int=5), uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid3(uuid.NAMESPACE_URL, 'x'), uuid.UUID('12345678123456781234567812345678').hex, str(uuid.UUID('{12345678-1234-5678-1234-567812345678}')), uuid.uuid4().version, len(str(uuid.uuid4())), uuid.uuid4() != uuid.uuid4(), uuid.UUID(int=1) < uuid.UUID(int=2), uuid.UUID(int=3).bytes, uuid.UUID(int=9).urn
        uuid.UUID('12')
        uuid.UUID()
        calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.isleap(2000), list(calendar.day_name), list(calendar.month_abbr), calendar.timegm((2001, 9, 9, 1, 46, 40)), calendar.weekday(2024, 2, 29), calendar.monthcalendar(2024, 2), calendar.leapdays(1999, 2025), calendar.month(2024, 9), calendar.SUNDAY
        calendar.monthrange(2024, 13)
        eval('1 + 2'), eval(' x * 2', {'x': 21}), eval('a + b', {'a': 1}, {'b': 2}), eval('[i for i in range(3)]'), eval('(lambda v: v + 1)(4)'), eval("'text'"), eval(b'7')
        eval('1 +')
        eval('x = 1')
        eval('nothing_here')
        eval('1 / 0')
        eval(5)
        exec('x = 5'), exec('import math')
        exec('if True print(1)')
        Empty.__mro__[1:3], issubclass(Full, Exception), PriorityQueue().qsize(), Queue(2).maxsize
        threading.current_thread().name, threading.active_count(), threading.Thread(name='x').name, threading.main_thread() is threading.current_thread(), threading.Lock().acquire(), threading.Thread(target=print, daemon=True).daemon
        UserDict({'a': 1}, b=2), UserDict(a=1)['a'], UserDict(a=1) == {'a': 1}, UserList([1, 2]) + [3], UserList([3, 1])[::-1], len(UserList('ab')), UserDict(a=1).get('z', 0), UserDict(a=1).data, sorted(UserDict(b=1, a=2)), UserDict(a=1).pop('q', None)
        UserDict()['k']
        """,
        code=(
            "import calendar, threading, uuid\nfrom collections import UserDict, UserList\nfrom queue import Empty, Full, PriorityQueue, Queue\n"
            "from urllib.parse import *\n"
        ),
    ),
    *lines(
        """
        zlib.crc32(b'hello'), zlib.crc32(b'world', zlib.crc32(b'hello ')), zlib.adler32(b'hello'), zlib.crc32(b''), zlib.crc32('é'.encode()) % 4, zlib.adler32(b'b', 5)
        zlib.crc32('text')
        sys.float_info.max, sys.float_info.epsilon, sys.float_info.min, sys.float_info.dig, sys.float_info, str(sys.version_info)[:24]
        """,
        code="import sys, zlib\n",
    ),
    *programs(
        """
def counter(start):
    step = 2
    def count():
        return start + step
    return count
cells = counter(5).__closure__
print([cell.cell_contents for cell in cells], (lambda: 0).__closure__, type(cells[0]).__name__, counter.__closure__)
def late():
    def inner():
        return x
    print(inner.__closure__[0].cell_contents)
    x = 1
late()
---
import copy, operator
class Link:
    def __init__(self, name, made=0):
        self.name, self.made, self.open = name, made, True
    def __getstate__(self):
        return {'name': self.name, 'made': self.made}
    def __setstate__(self, state):
        self.__dict__.update(state)
        self.open = False
    def __length_hint__(self):
        return 7
class Pair:
    def __init__(self, a, b):
        self.a, self.b = a, b
    def __reduce__(self):
        return Pair, (self.a, self.b), {'copied': True}
link, pair = Link('x', [1]), Pair([1], 2)
near, deep = copy.copy(link), copy.deepcopy(link)
print(near.__dict__, near.made is link.made, deep.made is link.made, deep.open, operator.length_hint(link))
near, deep = copy.copy(pair), copy.deepcopy([pair, pair])
print(near.__dict__, near.a is pair.a, deep[0].a is pair.a, deep[0] is deep[1])
        """
    ),
    *programs(
        """
import argparse
parser = argparse.ArgumentParser(prog='words', description='Counts the words of a stream, in batches of so many seconds, until somebody stops it.', epilog='%(prog)s ends by itself.')
parser.add_argument('host', help='where from')
parser.add_argument('port', type=int, nargs='?', default=9999, help='its port (default: %(default)s)')
parser.add_argument('--interval', '-i', type=float, default=1.0, metavar='SECONDS', help='how long a batch is')
parser.add_argument('-v', '--verbose', action='store_true')
parser.add_argument('--level', choices=['low', 'high'], default='low', help='how much is told, at which length this text has to go on in another line')
parser.add_argument('--tag', action='append')
parser.add_argument('-c', action='count', default=0)
print(parser.parse_args(['localhost']))
print(vars(parser.parse_args('h 80 -i 2.5 --tag a --tag=b -vcc --level high'.split())))
print(parser.parse_known_args(['h', '--else', '1']))
print(parser.format_help())
---
import argparse, contextlib, io
def attempt(*args):
    parser = argparse.ArgumentParser(prog='p')
    parser.add_argument('a')
    parser.add_argument('rest', nargs='*')
    parser.add_argument('--n', type=int, required=True)
    group = parser.add_mutually_exclusive_group()
    group.add_argument('--up', action='store_true')
    group.add_argument('--down', action='store_const', const='d')
    parser.add_argument('--pair', nargs=2)
    parser.add_argument('--version', action='version', version='%(prog)s 2')
    told = io.StringIO()
    try:
        with contextlib.redirect_stderr(told), contextlib.redirect_stdout(told):
            return parser.parse_args(args)
    except SystemExit as ended:
        return ended.code, told.getvalue().splitlines()[-1]
for args in ['x --n 1', '--n 1 x y z', 'x', '--n', 'x --n y', 'x --n 1 --up --down', '--n 1', 'x --n 1 --pair 2', 'x --n 1 --pair 2 3', 'x --n=1 --bogus', '--version', 'x --n -5', 'x --ver']:
    print(args, '=>', attempt(*args.split()))
---
import threading, queue
lock, total, seen = threading.Lock(), 0, queue.Queue()
def work(n, times=1):
    global total
    for _ in range(times):
        with lock:
            total += n
    seen.put((n, threading.current_thread().name))
threads = [threading.Thread(target=work, args=(n,), kwargs={'times': 2}, name=f'worker-{n}') for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total, sorted(seen.get() for _ in range(3)), seen.empty(), threads[0].is_alive())
class Timed(threading.Thread):
    def __init__(self, n):
        super().__init__()
        self.n = n
    def run(self):
        self.result = self.n ** 2
timed = Timed(5)
timed.start(); timed.join()
print(timed.result)
done = threading.Event()
threading.Thread(target=done.set).start()
print(done.wait(1), done.is_set())
heap = queue.PriorityQueue()
for item in [(2, 'b'), (1, 'a')]:
    heap.put(item)
print(heap.get(), heap.qsize())
try:
    queue.Queue().get_nowait()
except queue.Empty as error:
    print(repr(error))
threads[0].start()
---
from concurrent.futures import ThreadPoolExecutor, as_completed
with ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(lambda x: x * x, range(5))))
    futures = {pool.submit(pow, 2, n): n for n in range(3)}
    print(sorted((futures[future], future.result()) for future in as_completed(futures)))
    failed = pool.submit(int, 'x')
    print(repr(failed.exception()), failed.done())
failed.result()
---
x = 10
def f(x):
    y = 5
    exec('y = 6; z = x')
    return eval('x + y'), y
print(f(1), eval('x'))
space = {'n': 3}
exec('def g(k):\\n    return k * n\\nresult = g(4)', space)
print(space['result'], sorted(key for key in space if key != '__builtins__'))
exec('x = 20')
print(x)
for text in ['3 * (4 + 5)', '2 ** 10', '"a" * 3', '{"k": [1, 2]}', 'max(1, 2)']:
    print(text, '=', eval(text))
exec('raise ValueError("inside")')
---
import io, sys
from contextlib import redirect_stdout
caught = io.StringIO()
with redirect_stdout(caught):
    print('hidden', 1, sep='-')
print(repr(caught.getvalue()))
old, sys.stdout = sys.stdout, io.StringIO()
print('also hidden')
text, sys.stdout = sys.stdout.getvalue(), old
print(text.upper(), end='')
---
import logging, sys
logging.basicConfig(level=logging.INFO, format='%(levelname)s:%(name)s:%(message)s', stream=sys.stdout, force=True)
log = logging.getLogger('feed.part')
log.debug('no'); log.info('%s of %d', 'one', 2); log.warning({'a': 1})
log.error('plainly', exc_info=False)
print(log, logging.getLogger(), log.parent, logging.getLogger('feed') is log.parent, log.parent, log.isEnabledFor(logging.DEBUG))
logging.disable(logging.WARNING)
log.warning('no'); log.error('yes')
logging.disable(logging.NOTSET)
---
from functools import singledispatchmethod
class Shower:
    @singledispatchmethod
    def show(self, value):
        return f'something {value!r}'
    @show.register
    def _(self, value: int):
        return f'int {value}'
    @show.register(list)
    def _(self, value):
        return [self.show(item) for item in value]
print(Shower().show(1), Shower().show([2, 'x', 2.5]), Shower().show.__name__)
        """
    ),
]
