//! A program stops at a `sleep()` through every way in which Python code is called, and goes on with
//! what it would have given without.

mod support;

use std::rc::Rc;

use brooklet_python::Vm;
use brooklet_python::vm::{Host, Outcome};
use brooklet_python_compiler::compiler::compile;
use support::{LIBRARY, Recorder};

/// What each route calls `slow` through.
const PRELUDE: &str = "\
from time import sleep
import collections, functools, itertools
def slow(x):
    sleep(1)
    return x
class Slow:
    def __init__(self, value): self.value = slow(value)
    def __repr__(self): return slow('S')
    def __eq__(self, other): return slow(True)
    def __hash__(self): return slow(1)
    def __lt__(self, other): return slow(self.value < other.value)
    def __len__(self): return slow(3)
    def __bool__(self): return slow(True)
    def __add__(self, other): return slow(self.value + other)
    def __contains__(self, item): return slow(True)
    def __getitem__(self, key): return slow(key)
    def __call__(self, x): return slow(x)
    def __format__(self, spec): return slow('F')
    def __enter__(self): return slow(5)
    def __exit__(self, *exception): return slow(True)
    def __getattr__(self, name): return slow(name)
    def __iter__(self): return slow(iter([1, 2]))
    @property
    def half(self): return slow(self.value / 2)
    @functools.lru_cache(maxsize=None)
    def kept(self, n): return slow(n)
def items():
    for x in range(3):
        yield slow(x)
class Counter:
    def __init__(self): self.at = 0
    def __iter__(self): return self
    def __next__(self):
        self.at += 1
        if slow(self.at) > 3: raise StopIteration
        return self.at
class Plain:
    pass
class Mapped:
    def keys(self): return slow(['a', 'b'])
    def __getitem__(self, key): return slow('x')
s = Slow(1)
t = Slow(2)
";

const ROUTES: &[&str] = &[
    "list(map(slow, [1, 2, 3]))",
    "list(filter(slow, [1, 0, 3]))",
    "sorted([3, 1, 2], key=slow)",
    "sorted([t, s]) == [s, t]",
    "max([1, 3, 2], key=slow), min([1, 3, 2], key=slow)",
    "functools.reduce(lambda a, b: slow(a + b), [1, 2, 3])",
    "functools.partial(slow, 4)()",
    "functools.lru_cache(slow)(5)",
    "sum(items()), any(items()), all(items()), list(items()), tuple(items()), set(items())",
    "','.join(str(slow(x)) for x in [1, 2])",
    "[x for x in items()], {x: x for x in items()}",
    "[*items()], max(items()), sorted(items())",
    "list(Counter()), [x for x in Counter()], 2 in Counter()",
    "repr(s), str([s, s]), f'{s}', f'{s!r}', '%s' % s, '{}'.format(s)",
    "s == t, s != t, s < t, [s] == [t], (s, 1) == (t, 1)",
    "len(s), bool(s), not s, 1 if s else 2, s and 3",
    "s + 1, 5 in s, s[4], s(6), s.half, s.missing, getattr(s, 'x')",
    "hash(s), {s: 1}[t], {s: 1}.get(t), s in {t}",
    "list(s), dict(zip(s, s)), [a for a in s]",
    "list(zip(items(), items())), list(enumerate(items()))",
    "isinstance(s, Slow), Slow(7).value",
    "eval('slow(3)'), eval('[slow(x) for x in [1, 2]]')",
    "list(itertools.chain(items(), items())), list(itertools.starmap(slow, [(1,), (2,)]))",
    "list(itertools.accumulate([1, 2, 3], lambda a, b: slow(a + b)))",
    "list(itertools.takewhile(slow, [1, 1, 0])), list(itertools.dropwhile(slow, [1, 0, 1]))",
    "list(itertools.filterfalse(slow, [1, 0])), list(itertools.compress(items(), [1, 0, 1]))",
    "list(itertools.islice(items(), 2)), list(itertools.pairwise(items())), list(itertools.zip_longest(items(), [1]))",
    "[(k, list(g)) for k, g in itertools.groupby([1, 1, 2], slow)], list(itertools.product(items(), [1]))",
    "next(zip(map(slow, [1]))), next(enumerate(filter(slow, [1]))), [list(t) for t in itertools.tee(items())]",
    "collections.deque(items()), s in collections.deque([t]), collections.deque([s]) == collections.deque([t])",
    "collections.Counter(items()), dict.fromkeys(items()), collections.defaultdict(lambda: slow(1))['a']",
    "{**Mapped()}, dict(Mapped()), (lambda **k: k)(**Mapped()), 'ab'.translate(Mapped())",
    "__import__('functools').cmp_to_key(lambda a, b: slow(a - b))(1) < __import__('functools').cmp_to_key(slow)(2)",
];

const PROGRAMS: &[&str] = &[
    "with s as x:\n    print(x)\n    raise ValueError\nprint('after')",
    "def outer():\n    yield from items()\nprint(list(outer()))",
    "a, b, c = items()\nprint(a, b, c)\nfirst, *rest = items()\nprint(first, rest)",
    "l = [3, 1, 2]\nl.sort(key=slow)\nprint(l)\nl.extend(items())\nprint(l)",
    "class A:\n    x = slow(1)\nprint(A.x)",
    "try:\n    list(map(slow, [1, 2]))\n    slow(1 / 0)\nexcept ZeroDivisionError as error:\n    print(slow(error))",
    "for x in items():\n    print(x)\n    break",
    "def f(*args, **keywords): return args, keywords\nprint(f(*items(), **{'a': slow(1)}))",
    "names = {'slow': slow}\nexec('for x in [1, 2]: y = slow(x)', names)\nprint(names['y'])",
    "d = {}\nd.update(Mapped())\nd.update((x, x) for x in items())\nprint(d)",
    "q = collections.deque()\nq.extend(items())\nq.extendleft(items())\nq += items()\nprint(q)",
    "g = items()\nprint(next(g), g.send(None))\ng.close()\nprint(s.kept(3), s.kept(3))",
];

/// What a program prints, how often it stopped, and whether it ended well.
fn run(text: &str) -> (String, usize, bool) {
    let host = Rc::new(Recorder::default());
    let code = compile(text, "program.py").expect("the program compiles");
    let mut vm = Vm::with_library(host.clone(), &LIBRARY);
    vm.start(&code);
    let mut stops = 0;
    let ended = loop {
        match vm.resume(u64::MAX) {
            Outcome::Ended(ended) => break ended,
            Outcome::Waiting => {
                stops += 1;
                assert!(host.pass_time(&mut vm, None), "it waits for a time");
            }
            _ => unreachable!("nothing else stops a program here"),
        }
    };
    if let Err(raise) = &ended {
        println!("{raise:?}");
    }
    (host.out.take(), stops, ended.is_ok())
}

/// How many sleeps the program carries out, when `sleep` only counts.
fn counted(text: &str) -> (String, usize) {
    let replaced = text.replace(
        "from time import sleep\n",
        "count = [0]\ndef sleep(x): count[0] += 1\n",
    );
    let (out, _, ended) = run(&format!("{replaced}\nprint(count[0])\n"));
    assert!(ended, "it ends without an exception: {text}");
    let (out, count) = out
        .trim_end()
        .rsplit_once('\n')
        .expect("two lines at least");
    (format!("{out}\n"), count.parse().expect("a number"))
}

fn stops_everywhere(program: &str) {
    let text = format!("{PRELUDE}{program}\n");
    let (expected, sleeps) = counted(&text);
    let (out, stops, ended) = run(&text);
    assert!(ended, "it ends without an exception: {program}");
    assert_eq!(out, expected, "{program}");
    assert_eq!(stops, sleeps, "every sleep stops the program: {program}");
}

#[test]
fn expressions_stop() {
    for route in ROUTES {
        stops_everywhere(&format!("print(({route},))"));
    }
}

#[test]
fn statements_stop() {
    for program in PROGRAMS {
        stops_everywhere(program);
    }
}
