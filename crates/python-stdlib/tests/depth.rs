//! Depth costs memory, not Rust's stack: deep programs run on a stack that is smaller than that of
//! a web worker (about 500 KB).

mod support;

use std::rc::Rc;

use brooklet_python::Vm;
use brooklet_python_compiler::compiler::compile;
use support::{LIBRARY, Recorder};

/// In bytes. Without optimisation, functions take several times the stack.
const STACK: usize = if cfg!(debug_assertions) {
    4 << 20
} else {
    256 << 10
};

const PROGRAM: &str = "\
import functools, sys
sys.setrecursionlimit(20000)
class Node:
    def __init__(self, value, next): self.value = value; self.next = next
    def __eq__(self, other): return (self.value, self.next) == (other.value, other.next)
    def __hash__(self): return hash((self.value, self.next))
    def __repr__(self): return f'N({self.value!r}, {self.next!r})'
    def __lt__(self, other): return self.value < other.value if self.next is None else self.next < other.next
    def __getattr__(self, name): return 5 if self.next is None else self.next.other
    def __iter__(self):
        yield self.value
        if self.next is not None: yield from self.next
def make(n):
    node = None
    for i in range(n): node = Node(i, node)
    return node
a, b = make(900), make(900)
print(a == b, hash(a) == hash(b), len(repr(a)) > 900, a < b, a.other, sum(a), [a] == [b], {a: 1}.get(b))
def down(n): return 0 if n == 0 else 1 + down(n - 1)
print(down(15000))
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(2000) % 1000)
def mapped(n): return 0 if n == 0 else 1 + list(map(mapped, [n - 1]))[0]
def keyed(n): return 0 if n == 0 else 1 + len(sorted([n - 1], key=lambda x: keyed(x)))
def some(n): return n == 0 or any(some(x) for x in [n - 1])
print(mapped(2000), keyed(2000), some(2000))
import collections, itertools
class Names:
    def __init__(self, n): self.n = n
    def keys(self): return ['a']
    def __getitem__(self, key): return spread(self.n)
def spread(n): return 0 if n == 0 else 1 + (lambda a: a)(**Names(n - 1))
def evaluated(n): return 0 if n == 0 else 1 + eval('evaluated(n - 1)')
def executed(n):
    if n == 0: return 0
    exec('found = executed(n - 1)', globals(), names := {'n': n})
    return 1 + names['found']
def chained(n): return 0 if n == 0 else 1 + next(itertools.chain(chained(x) for x in [n - 1]))
def starred(n): return 0 if n == 0 else 1 + next(itertools.starmap(starred, [(n - 1,)]))
def grouped(n): return 0 if n == 0 else 1 + next(itertools.groupby([n - 1], grouped))[0]
def queued(n): return 0 if n == 0 else 1 + collections.deque(queued(x) for x in [n - 1])[0]
def updated(n):
    found = {}
    if n: found.update((x, updated(x)) for x in [n - 1])
    return n and 1 + found[n - 1]
def zipped(n): return 0 if n == 0 else 1 + next(zip(map(zipped, [n - 1])))[0]
print(spread(1500), evaluated(1500), executed(1500), chained(1500), starred(1500), grouped(1500))
print(queued(1500), updated(1500), zipped(1500), a in collections.deque([b]), collections.deque([a]).index(b))
sys.setrecursionlimit(1000)
try:
    down(5000)
except RecursionError as error:
    print(error)
";

const PRINTED: &str = "\
True True True False 5 404550 True 1
15000
125
2000 2 True
1500 1500 1500 1500 1500 1500
1500 1500 1500 True 0
maximum recursion depth exceeded
";

#[test]
fn deep_programs_run_on_a_small_stack() {
    let run = || {
        let host = Rc::new(Recorder::default());
        let code = compile(PROGRAM, "program.py").expect("the program compiles");
        let mut vm = Vm::with_library(host.clone(), &LIBRARY);
        vm.run_to_end(&code).expect("it ends without an exception");
        host.out.take()
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(run);
    let out = thread.expect("a thread starts").join();
    assert_eq!(out.expect("the stack suffices"), PRINTED);
}
