//! Objects of the library's classes cross from one machine to another, as records and closures do.

mod support;

use std::rc::Rc;

use brooklet_python::Vm;
use brooklet_python::pickle::pickle;
use brooklet_python::value::{Args, Value};
use brooklet_python_compiler::compiler::compile;
use support::{LIBRARY, Recorder};

/// Runs a program, carries its function `task` to another machine, and calls it there.
fn task_elsewhere(program: &str) -> String {
    let code = compile(program, "program.py").expect("the program compiles");
    let mut here = Vm::with_library(Rc::new(Recorder::default()), &LIBRARY);
    let globals = match here.run_to_end(&code) {
        Ok(globals) => globals,
        Err(raise) => panic!("{raise:?}"),
    };
    let task = globals.get_str("task").expect("the program defines task");
    let pickled = match pickle(&mut here, &task) {
        Ok(pickled) => pickled,
        Err(raise) => panic!("{raise:?}"),
    };
    let mut there = Vm::with_library(Rc::new(Recorder::default()), &LIBRARY);
    let result = pickled
        .unpickle(&mut there)
        .and_then(|task: Value| there.call(&task, Args::none()));
    match result.and_then(|value| there.repr(&value)) {
        Ok(text) => text,
        Err(raise) => format!("{raise:?}"),
    }
}

#[test]
fn functions_of_operator_and_functools() {
    let program = "
from operator import itemgetter, attrgetter, methodcaller, add
from functools import partial, reduce, cmp_to_key, lru_cache, wraps
get, name, up = itemgetter(1, 0), attrgetter('real'), methodcaller('replace', 'a', 'b')
plus = partial(add, 5)
by = cmp_to_key(lambda a, b: b - a)
@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
def twice(f):
    @wraps(f)
    def inner(*args):
        return f(*args) * 2
    return inner
@twice
def three():
    return 3
task = lambda: (get('xy'), name(4), up('cat'), plus(1), sorted([1, 3, 2], key=by), fib(30), three(), three.__name__, reduce(add, [1, 2]))
";
    assert_eq!(
        task_elsewhere(program),
        "(('y', 'x'), 4, 'cbt', 6, [3, 2, 1], 832040, 6, 'three', 3)"
    );
}

#[test]
fn collections() {
    let program = "
from collections import Counter, defaultdict, deque, namedtuple, OrderedDict, ChainMap
P = namedtuple('P', 'x y', defaults=[9])
words, groups, last = Counter('abca'), defaultdict(lambda: [0], {'k': [1]}), deque([1, 2, 3], maxlen=2)
p, order, chain = P(1), OrderedDict(b=1, a=2), ChainMap({'a': 1}, {'b': 2})
def task():
    groups['n'].append(5)
    last.append(4)
    return words.most_common(1), words['none'], dict(groups), last, p, p.x, isinstance(p, P), P(y=1, x=2), order, chain['b'], isinstance(words, Counter)
";
    assert_eq!(
        task_elsewhere(program),
        "([('a', 2)], 0, {'k': [1], 'n': [0, 5]}, deque([3, 4], maxlen=2), P(x=1, y=9), 1, True, P(x=2, y=1), \
         OrderedDict([('b', 1), ('a', 2)]), 2, True)"
    );
}

#[test]
fn decimals() {
    let program = "
from decimal import Decimal, ROUND_UP, Context, InvalidOperation, getcontext
price, cent, context = Decimal('19.995'), Decimal('0.01'), Context(prec=3, rounding=ROUND_UP)
getcontext().prec = 5
def task():
    try:
        Decimal('x')
    except InvalidOperation as error:
        failed = str(error)
    return price + 1, price.quantize(cent), context.divide(price, 7), isinstance(price, Decimal), hash(price), Decimal(1) / 3, failed
";
    assert_eq!(
        task_elsewhere(program),
        "(Decimal('20.995'), Decimal('20.00'), Decimal('2.86'), True, 1740911471956338953, \
         Decimal('0.3333333333333333333333333333'), \"[<class 'decimal.ConversionSyntax'>]\")"
    );
}

#[test]
fn moments_patterns_enumerations_and_dataclasses() {
    let program = "
import re, json, math, random
from datetime import datetime, date, time, timedelta, timezone
from enum import Enum, Flag, auto
from dataclasses import dataclass, field
class Color(Enum):
    RED = 1
    BLUE = 2
class Mode(Flag):
    R = auto()
    W = auto()
@dataclass(order=True)
class Reading:
    name: str
    values: list = field(default_factory=list)
words = re.compile(r'(?P<first>\\w)\\w*', re.I)
when, day, clock, step, zone = datetime(2024, 1, 2, 3), date(2024, 1, 2), time(1, 2), timedelta(1), timezone(timedelta(hours=1))
color, mode, reading = Color.RED, Mode.R | Mode.W, Reading('a', [1])
generator = random.Random(42)
expected = random.Random(42).random()
def task():
    return (words.findall('Ab cd'), when + step, day, clock, when.replace(tzinfo=zone).isoformat(), color is Color.RED,
            Color(2).name, mode, Mode.R in mode, reading, Reading('b') > reading, generator.random() == expected,
            json.dumps({'a': 1}), math.sqrt(4))
";
    assert_eq!(
        task_elsewhere(program),
        "(['A', 'c'], datetime.datetime(2024, 1, 3, 3, 0), datetime.date(2024, 1, 2), datetime.time(1, 2), \
         '2024-01-02T03:00:00+01:00', True, 'BLUE', <Mode.R|W: 3>, True, Reading(name='a', values=[1]), True, True, \
         '{\"a\": 1}', 2.0)"
    );
}

#[test]
fn objects_that_say_how_they_are_pickled() {
    let program = "
import logging, threading
class Source:
    def __init__(self, name):
        self.name, self.lock, self.read = name, threading.Lock(), 3
    def __getstate__(self):
        state = self.__dict__.copy()
        del state['lock']
        return state
    def __setstate__(self, state):
        self.__dict__.update(state)
        self.lock = 'made anew'
class Half:
    def __init__(self):
        self.kept, self.dropped = 1, 2
    def __getstate__(self):
        return {'kept': self.kept}
class Pair:
    def __init__(self, a, b):
        self.a, self.b, self.note = a, b, None
    def __reduce__(self):
        return Pair, (self.b, self.a), {'note': 'turned'}
source, half, pair, log = Source('feed'), Half(), Pair(1, 2), logging.getLogger('feed.part')
logging.basicConfig()
def task():
    return (source.name, source.read, source.lock, half.__dict__, pair.a, pair.b, pair.note,
            log is logging.getLogger('feed.part'), log.name, logging.getLogger().handlers)
";
    assert_eq!(
        task_elsewhere(program),
        "('feed', 3, 'made anew', {'kept': 1}, 2, 1, 'turned', True, 'feed.part', [])"
    );
}

#[test]
fn locks_are_not_pickled() {
    let program = "
import threading
lock = threading.Lock()
task = lambda: lock.locked()
";
    let code = compile(program, "program.py").expect("the program compiles");
    let mut here = Vm::with_library(Rc::new(Recorder::default()), &LIBRARY);
    let globals = here.run_to_end(&code).expect("the program runs");
    let task = globals.get_str("task").expect("the program defines task");
    let raise = pickle(&mut here, &task)
        .err()
        .expect("a lock stays where it is");
    assert_eq!(
        format!("{raise:?}"),
        "TypeError: cannot pickle '_thread.lock' object"
    );
}

#[test]
fn enumerations_and_abstract_classes_keep_their_metaclass() {
    let program = "
from abc import ABC, abstractmethod
from enum import Enum
class Color(Enum):
    RED = 1
    BLUE = 2
class Shape(ABC):
    @abstractmethod
    def area(self): ...
Shape.register(int)
def task():
    try:
        Shape()
    except TypeError as error:
        refused = str(error)
    return type(Color).__name__, list(Color), Color(2), len(Color), refused, isinstance(5, Shape)
";
    assert_eq!(
        task_elsewhere(program),
        "('EnumType', [<Color.RED: 1>, <Color.BLUE: 2>], <Color.BLUE: 2>, 2, \
         \"Can't instantiate abstract class Shape with abstract method area\", True)"
    );
}

#[test]
fn arrays_scalars_and_generators_of_numpy() {
    let program = "
import numpy as np
whole, words, mixed = np.arange(6, dtype=np.int8).reshape(2, 3)[:, ::2], np.array(['a', 'bb']), np.array([None, 1])
scalar, dtype, add = np.float32(0.1), np.dtype('U5'), np.add
legacy, modern = np.random.RandomState(1), np.random.default_rng(1)
line, series, holes = np.poly1d([2, 1]), np.polynomial.Polynomial([1, 2]), np.ma.array([1, 2], mask=[0, 1])
task = lambda: (whole, words, mixed, scalar, dtype, add(1, 2), legacy.rand(), modern.random(), np.median([1, 2]),
                line(3), str(series), str(holes), np.fft.fft([1, 0]).real)
";
    assert_eq!(
        task_elsewhere(program),
        "(array([[0, 2],\n       [3, 5]], dtype=int8), array(['a', 'bb'], dtype='<U2'), \
         array([None, 1], dtype=object), np.float32(0.1), dtype('<U5'), np.int64(3), \
         0.417022004702574, 0.5118216247002567, np.float64(1.5), np.int64(7), '1.0 + 2.0·x', '[1 --]', \
         array([1., 1.]))"
    );
}

#[test]
fn modules_that_few_programs_import() {
    let program = "
import array, codecs, configparser, inspect, pickle, weakref
class Node:
    pass
numbers, node = array.array('i', [1, 2]), Node()
settings = configparser.ConfigParser()
settings.read_string('[s]\\na = 1')
signature = inspect.signature(lambda a, b=2: a)
packed = pickle.dumps([1, (2, 'x')])
group = ExceptionGroup('all', [ValueError(1)])
def task():
    return group.split(ValueError), numbers, settings.getint('s', 'a'), str(signature), pickle.loads(packed), codecs.encode('ab', 'rot13')
";
    assert_eq!(
        task_elsewhere(program),
        "((ExceptionGroup('all', [ValueError(1)]), None), array('i', [1, 2]), 1, '(a, b=2)', [1, (2, 'x')], 'no')"
    );
}

#[test]
fn iterators_cross_with_the_items_that_are_left() {
    let program = "
import itertools
half = iter([1, 2, 3])
next(half)
kept = [map(int, '12'), filter(None, [0, 1]), zip('a', 'b'), enumerate('x'), reversed([1, 2]), half, iter(range(2)),
        itertools.chain([1], [2]), {1: 2}.keys(), {1: 2}.items()]
task = lambda: ([list(each) for each in kept], type(kept[0]).__name__)
";
    assert_eq!(
        task_elsewhere(program),
        "([[1, 2], [1], [('a', 'b')], [(0, 'x')], [2, 1], [2, 3], [0, 1], [1, 2], [1], [(1, 2)]], 'map')"
    );
}

#[test]
fn class_variables_are_found_where_annotations_are_postponed() {
    let program = "
from __future__ import annotations
import typing as t
from typing import ClassVar as Shared
from dataclasses import dataclass
@dataclass
class P:
    x: int
    count: t.ClassVar[int] = 0
    other: Shared[int] = 1
    names: t.Tuple[str] = ()
task = lambda: P(1)
";
    assert_eq!(task_elsewhere(program), "P(x=1, names=())");
}

#[test]
fn addresses_events_and_matches() {
    let program = "
import difflib, graphlib, ipaddress, reprlib, sched
address, network = ipaddress.ip_address('10.0.0.7'), ipaddress.ip_network('10.0.0.0/29')
six, event = ipaddress.ip_address('fe80::1%en0'), sched.Event(1, 2, 3, print, (), {})
face = ipaddress.ip_interface('10.0.0.7/24')
match = difflib.SequenceMatcher(None, 'ab', 'b').get_matching_blocks()[0]
short = reprlib.Repr()
order = graphlib.TopologicalSorter({2: [1]})
task = lambda: (address in network, str(six), event[:3], match, short.repr([1] * 9), str(face.network), list(order.static_order()))
";
    assert_eq!(
        task_elsewhere(program),
        "(True, 'fe80::1%en0', (1, 2, 3), Match(a=1, b=0, size=1), '[1, 1, 1, 1, 1, 1, ...]', '10.0.0.0/24', [1, 2])"
    );
}
