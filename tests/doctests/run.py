"""Runs the examples in PySpark's docstrings on the command line, and compares: `run.py BROOKLET [NAME...]`.

The examples are read where PySpark is installed; none is kept here. Each docstring becomes one
program. Before an example the program prints a line that marks it, so that what follows up to the
next mark is what the example prints; `doctest` decides whether that is what the docstring says.
What is out of scope is in `out_of_scope.json`, each with its reason. The last line counts.
"""

import ast
import doctest
import importlib
import inspect
import json
import pathlib
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

HERE = pathlib.Path(__file__).parent
OUT_OF_SCOPE = json.loads((HERE / "out_of_scope.json").read_text())

# What the modules' own `_test()` functions give their examples.
SESSION = (
    "from pyspark.sql import SparkSession\n"
    "spark = SparkSession.builder.master('local[4]').appName('PythonTest').getOrCreate()\n"
    "sc = spark.sparkContext\n"
)
CONTEXT = "from pyspark import SparkContext\nsc = SparkContext('local[4]', 'PythonTest')\n"
ARRAYS = "import numpy as np\nnp.set_printoptions(legacy='1.25')\n"
PREPARED = {
    "pyspark.conf": "",
    "pyspark.accumulators": SESSION,
    "pyspark.core.broadcast": SESSION,
    "pyspark.core.context": CONTEXT,
    "pyspark.core.files": CONTEXT,
    "pyspark.core.rdd": ARRAYS + CONTEXT + "sc.setCheckpointDir('checkpoints')\n",
    "pyspark.core.status": SESSION,
    "pyspark.inheritable_thread": SESSION,
    "pyspark.resultiterable": SESSION,
    "pyspark.serializers": "",
    "pyspark.shuffle": "",
    "pyspark.statcounter": ARRAYS + CONTEXT,
    "pyspark.storagelevel": "",
    "pyspark.taskcontext": SESSION,
    "pyspark.util": SESSION,
    "pyspark.streaming.context": SESSION,
    "pyspark.streaming.dstream": SESSION,
    "pyspark.streaming.listener": SESSION,
    "pyspark.mllib.classification": ARRAYS + SESSION,
    "pyspark.mllib.clustering": ARRAYS + SESSION,
    "pyspark.mllib.evaluation": ARRAYS + SESSION,
    "pyspark.mllib.feature": ARRAYS + SESSION,
    "pyspark.mllib.fpm": ARRAYS + SESSION,
    "pyspark.mllib.linalg": ARRAYS,
    "pyspark.mllib.linalg.distributed": ARRAYS + SESSION,
    "pyspark.mllib.random": ARRAYS + SESSION,
    "pyspark.mllib.recommendation": ARRAYS + SESSION,
    "pyspark.mllib.regression": ARRAYS + SESSION,
    "pyspark.mllib.stat.KernelDensity": ARRAYS + SESSION,
    "pyspark.mllib.stat._statistics": ARRAYS + SESSION,
    "pyspark.mllib.tree": ARRAYS + SESSION,
    "pyspark.mllib.util": ARRAYS + SESSION,
}

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
MARK = "@@ example"
SECONDS = 60


def docstrings():
    """Each docstring with examples: its name and the module it is in."""
    seen = set()
    finder = doctest.DocTestFinder(exclude_empty=True)
    for name in PREPARED:
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        for test in finder.find(module, name):
            if test.examples and test.name not in seen:
                seen.add(test.name)
                yield name, test


def is_skipped(example):
    return example.options.get(doctest.SKIP, False)


def program(module, test):
    """One program that runs all examples of a docstring in turn."""
    lines = [
        PREPARED[module],
        "def show_value(value):",
        "    if value is not None: print(repr(value))",
    ]
    names = {
        name.id
        for example in test.examples
        for name in ast.walk(ast.parse(example.source))
        if isinstance(name, ast.Name)
    }
    known = vars(sys.modules[module])
    lines += [imported(name, known[name], module) for name in sorted(names & known.keys() - {"sc", "spark"})]
    for index, example in enumerate(test.examples):
        if is_skipped(example):
            continue
        lines.append(f"print({f'{MARK} {index}'!r})")
        body = as_statements(example.source)
        lines.append("try:")
        lines.extend("    " + line if line else line for line in body)
        lines.append("except BaseException as error_of_the_example:")
        lines.append("    import traceback")
        lines.append("    print('Traceback (most recent call last):')")
        lines.append("    print(*traceback.format_exception_only(error_of_the_example), sep='', end='')")
    return "\n".join(lines) + "\n"


def imported(name, value, module):
    """The line that gives an example a name of its module, from where the name is defined."""
    if inspect.ismodule(value):
        return f"import {value.__name__} as {name}"
    home = getattr(value, "__module__", None) or module
    return f"from {home} import {name}"


def as_statements(source):
    """The lines of an example, in which each value that the prompt would show is shown."""
    return ast.unparse(ast.fix_missing_locations(Shown().visit(ast.parse(source)))).split("\n")


class Shown(ast.NodeTransformer):
    """Puts `show_value(...)` around each expression that is a statement, but not in functions."""

    def visit_Expr(self, node):
        call = ast.Call(ast.Name("show_value", ast.Load()), [node.value], [])
        return ast.Expr(call)

    def visit_FunctionDef(self, node):
        return node

    visit_ClassDef = visit_AsyncFunctionDef = visit_Lambda = visit_FunctionDef


def outputs(printed):
    """What each example printed, by its number."""
    found = {}
    current = None
    for line in printed.splitlines(keepends=True):
        if line.startswith(MARK):
            current = int(line[len(MARK) :])
            found[current] = ""
        elif current is not None:
            found[current] += line
    return found


def is_as_told(example, got):
    """Whether an example printed what its docstring says, by the rules of `doctest`."""
    flags = FLAGS
    for option, is_on in example.options.items():
        flags = flags | option if is_on else flags & ~option
    if example.exc_msg is None:
        return doctest.OutputChecker().check_output(example.want, got, flags)
    told = got.partition("Traceback (most recent call last):\n")[2]
    if flags & doctest.IGNORE_EXCEPTION_DETAIL:
        return told.split(":")[0].split(".")[-1] == example.exc_msg.split(":")[0].split(".")[-1].strip()
    return doctest.OutputChecker().check_output(example.exc_msg, told, flags)


def run(brooklet, module, test):
    """The first example that differs: its line, its source, what is told, and what was printed."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "doctest.py"
        path.write_text(program(module, test))
        try:
            done = subprocess.run(
                [brooklet, "run", str(path)], capture_output=True, text=True, timeout=SECONDS, cwd=folder
            )
        except subprocess.TimeoutExpired:
            return (0, "", "", f"not done after {SECONDS} s")
    got = outputs(done.stdout)
    for index, example in enumerate(test.examples):
        if is_skipped(example):
            continue
        printed = got.get(index)
        if printed is None:
            return (example.lineno, example.source, example.want, done.stderr[-600:])
        if not is_as_told(example, printed):
            return (example.lineno, example.source, example.want, printed + done.stderr[-600:])
    return None


def reason(name):
    """Why a docstring is out of scope, if it is: by its name or by that of what it is in."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        found = OUT_OF_SCOPE.get(".".join(parts[:length]))
        if found:
            return found
    return None


def main():
    brooklet, *names = sys.argv[1:]
    brooklet = str(pathlib.Path(brooklet).resolve())
    chosen = [
        (module, test)
        for module, test in docstrings()
        if not names or any(name in test.name for name in names)
    ]
    inside = [(module, test) for module, test in chosen if reason(test.name) is None]
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda pair: run(brooklet, *pair), inside))
    failed = 0
    for (_, test), difference in zip(inside, results):
        if difference is None:
            continue
        failed += 1
        line, source, want, got = difference
        print(f"FAIL {test.name}, line {line + 1}\n    {source.rstrip()}\n  told:\n{want}  printed:\n{got}")
    left_out = len(chosen) - len(inside)
    print(f"{len(inside) - failed} docstrings as told, {failed} not, {left_out} out of scope")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
