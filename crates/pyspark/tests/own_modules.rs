//! Modules that are files of the program's own, on the driver and in tasks. What is printed is what
//! Spark 4.3 prints under CPython 3.11 for the same files.

use std::sync::Arc;

use brooklet_engine::dstream::START_MS;
use brooklet_engine::files::MemoryFiles;
use brooklet_protocol::{EngineProgress, RunEvent};
use brooklet_pyspark::{Driver, DriverOptions};

const HELPER: &str = "\"\"\"Helps.\"\"\"
FACTOR = 3
count = 0
class Point:
    def __init__(self, x):
        self.x = x
    def __repr__(self):
        return f'Point({self.x})'
    def twice(self):
        return Point(self.x * 2)
def scale(x):
    global count
    count += 1
    return x * FACTOR
make = lambda x: Point(x * FACTOR)
def closure(n):
    return lambda x: scale(x) + n
";

const FILES: &[(&str, &str)] = &[
    ("helper.py", HELPER),
    (
        "shop/__init__.py",
        "from .stock import ITEMS\nfrom . import web\n",
    ),
    ("shop/stock.py", "ITEMS = ['tea', 'jam']\n"),
    ("shop/web/__init__.py", ""),
    (
        "shop/web/page.py",
        "from ..stock import ITEMS\n\
         from .. import stock\n\
         from . import parts\n\
         from .parts import title\n\
         def show():\n    \
             return title(ITEMS[0]), stock.ITEMS[1], __name__, __package__, parts.__name__\n",
    ),
    ("shop/web/parts.py", "def title(x):\n    return x.title()\n"),
    ("bare/m.py", "y = 5\n"),
    ("bad.py", "x = = 1\n"),
    ("relative.py", "from .x import y\n"),
    (
        "first.py",
        "import second\nx = 1\ndef y():\n    return second.y\n",
    ),
    ("second.py", "import first\ny = 2\n"),
    ("random.py", "def random():\n    return 'mine'\n"),
];

fn printed(program: &str) -> String {
    let memory = MemoryFiles::new();
    for (path, content) in FILES {
        memory.put(path, content.as_bytes().to_vec(), START_MS);
    }
    let options = DriverOptions {
        files: Arc::new(memory),
        ..DriverOptions::default()
    };
    let mut driver = Driver::new(program, "program.py", options).expect("it compiles");
    while !matches!(driver.poll(100_000), EngineProgress::Ended { .. }) {
        driver.tick();
    }
    let texts = driver.take_events().into_iter();
    let texts = texts.filter_map(|event| match event {
        RunEvent::Text { text, .. } => Some(text),
        _ => None,
    });
    texts.collect()
}

#[test]
fn modules_and_packages_are_found() {
    let program = "
import helper, shop.web.page, bare.m, first, random
from shop.web import page
import shop.stock as stock
from bare import m
print(helper.__doc__, helper.__name__, helper.__file__, helper.scale(2), helper.count)
print(shop.web.page.show(), page is shop.web.page, stock.ITEMS is shop.ITEMS)
print(m.y, bare.m is m, m.__name__, first.y(), random.random())
";
    assert_eq!(
        printed(program),
        "Helps. helper helper.py 6 1\n\
         ('Tea', 'jam', 'shop.web.page', 'shop.web', 'shop.web.parts') True True\n\
         5 True bare.m 2 mine\n"
    );
}

#[test]
fn what_cannot_be_imported_is_said_in_the_words_of_cpython() {
    let program = "
for line in ['import bad', 'from helper import nope', 'import nothing', 'from . import x', 'import relative',
             'import helper.sub', 'from shop import nope', 'import shop.nope']:
    try:
        exec(line)
    except Exception as error:
        print(type(error).__name__, error)
";
    assert_eq!(
        printed(program),
        "SyntaxError invalid syntax (bad.py, line 1)\n\
         ImportError cannot import name 'nope' from 'helper' (helper.py)\n\
         ModuleNotFoundError No module named 'nothing'\n\
         ImportError attempted relative import with no known parent package\n\
         ImportError attempted relative import with no known parent package\n\
         ModuleNotFoundError No module named 'helper.sub'; 'helper' is not a package\n\
         ImportError cannot import name 'nope' from 'shop' (shop/__init__.py)\n\
         ModuleNotFoundError No module named 'shop.nope'\n"
    );
}

#[test]
fn tasks_import_them_anew() {
    let program = "
import helper
import shop.stock as stock
from helper import Point, closure, make, scale
from pyspark import SparkContext
sc = SparkContext('local[2]', 'modules')
helper.FACTOR = 100
numbers = sc.parallelize([1, 2, 3], 2)
print(numbers.map(helper.scale).collect(), numbers.map(scale).collect(), numbers.map(lambda x: helper.scale(x)).collect())
print(numbers.map(Point).map(lambda p: p.twice()).collect(), type(numbers.map(Point).first()) is Point)
# A lambda travels with the names that it uses.
print(numbers.map(make).collect(), numbers.map(closure(1)).collect())
print(numbers.map(lambda x: stock.ITEMS[x % 2]).collect(), helper.count)
def task(x):
    from helper import FACTOR
    from shop.web.parts import title
    return title('ab') * x + str(FACTOR)
print(numbers.map(task).collect())
";
    assert_eq!(
        printed(program),
        "[3, 6, 9] [3, 6, 9] [3, 6, 9]\n\
         [Point(2), Point(4), Point(6)] True\n\
         [Point(100), Point(200), Point(300)] [4, 7, 10]\n\
         ['jam', 'tea', 'jam'] 0\n\
         ['Ab3', 'AbAb3', 'AbAbAb3']\n"
    );
}
