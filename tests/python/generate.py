#!/usr/bin/env python3.11
"""Records what CPython 3.11 makes of every case: see README.md.

    python3.11 generate.py            writes cases/*.jsonl, tracebacks.jsonl, syntax_errors.jsonl
    python3.11 generate.py --check    exits 1 when the recorded files are not what CPython gives
"""

import contextlib
import decimal
import importlib.metadata
import importlib.util
import io
import json
import os
import pathlib
import pkgutil
import re
import subprocess
import sys
import tempfile
import warnings

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = "program.py"
# Where another version, or none, would write other cases without a word.
RECORDED_WITH = {"numpy": "2.4.6", "matplotlib": "3.11.2"}
ADDRESS = re.compile(r"\bat 0x[0-9a-f]+")


def error_of(error):
    """The exception as the last line of a traceback names it, and the program's innermost line."""
    kind = type(error)
    name = kind.__qualname__
    if kind.__module__ not in ("builtins", "__main__"):
        name = kind.__module__ + "." + name
    message = str(error)
    line = None
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == PROGRAM:
            line = step.tb_lineno
        step = step.tb_next
    return (f"{name}: {message}" if message else name), line


def record(case):
    """Run one case in a fresh namespace."""
    stdout = io.StringIO()
    result = error = line = None
    namespace = {"__name__": "__main__"}
    context = decimal.localcontext(decimal.DefaultContext)
    shown = importlib.import_module("numpy").printoptions()
    with contextlib.redirect_stdout(stdout), warnings.catch_warnings(), context, shown:
        warnings.simplefilter("ignore")
        try:
            exec(compile(case.code, PROGRAM, "exec"), namespace)
            if case.expr is not None:
                result = repr(eval(compile(case.expr, "expression", "eval"), namespace))
        except Exception as raised:
            error, line = error_of(raised)
    return {"stdout": stdout.getvalue(), "result": result, "error": error, "line": line}


def topic_rows(topic):
    module = importlib.import_module("topics." + topic)
    seen = set()
    for case in module.CASES:
        if (case.code, case.expr) in seen:
            continue
        seen.add((case.code, case.expr))
        row = {"id": f"{topic}_{len(seen):04}", "code": case.code}
        if case.expr is not None:
            row["expr"] = case.expr
        yield row | record(case)


def traceback_rows():
    """Runs every failing program as `python program.py` and keeps what it writes."""
    from failing_programs import PROGRAMS

    for number, source in enumerate(PROGRAMS, 1):
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, PROGRAM).write_text(source, encoding="utf-8")
            ran = subprocess.run(
                [sys.executable, PROGRAM], cwd=folder, capture_output=True, text=True, encoding="utf-8"
            )
            # Frames in the standard library belong to its files, not to this machine's folders.
            stderr = ran.stderr.replace(os.path.dirname(os.__file__), "<lib>").replace(os.path.realpath(folder) + os.sep, "")
        yield {
            "id": f"traceback_{number:03}",
            "code": source,
            "stdout": ran.stdout,
            "stderr": stderr,
            "exit_code": ran.returncode,
        }


def syntax_error_rows():
    from broken_programs import PROGRAMS

    for number, source in enumerate(PROGRAMS, 1):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                compile(source, PROGRAM, "exec")
        except SyntaxError as error:
            yield {
                "id": f"syntax_{number:03}",
                "code": source,
                "type": type(error).__name__,
                "message": error.msg,
                "line": error.lineno,
                "column": error.offset,
            }
        else:
            sys.exit(f"this compiles, so it is no syntax error:\n{source}")


def files():
    """Relative path and text of every recorded file."""
    for topic in sorted(info.name for info in pkgutil.iter_modules([str(HERE / "topics")])):
        yield f"cases/{topic}.jsonl", topic_rows(topic)
    yield "tracebacks.jsonl", traceback_rows()
    yield "syntax_errors.jsonl", syntax_error_rows()


def main():
    if sys.version_info[:2] != (3, 11):
        sys.exit("the cases are what CPython 3.11 gives: run this with it")
    if os.environ.get("PYTHONHASHSEED") != "0":
        environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8", TZ="UTC", NO_COLOR="1", COLUMNS="80")
        sys.exit(subprocess.run([sys.executable, *sys.argv], env=environment).returncode)
    for name, version in RECORDED_WITH.items():
        found = importlib.metadata.version(name) if importlib.util.find_spec(name) else "none"
        if found != version:
            sys.exit(f"the cases are what {name} {version} gives, and there is {found} here: install that one")
    check = sys.argv[1:] == ["--check"]
    scratch = tempfile.TemporaryDirectory()
    os.chdir(scratch.name)
    different = []
    total = 0
    (HERE / "cases").mkdir(exist_ok=True)
    for name, rows in files():
        rows = list(rows)
        total += len(rows)
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        if ADDRESS.search(text):
            sys.exit(f"{name} holds an address: {ADDRESS.search(text).group()}")
        if sys.base_prefix in text or scratch.name in text:
            sys.exit(f"{name} holds a folder of this machine")
        path = HERE / name
        if check:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                different.append(name)
        else:
            path.write_text(text, encoding="utf-8")
        print(f"{len(rows):5}  {name}")
    print(f"{total:5}  in all")
    if different:
        sys.exit("recorded otherwise: " + ", ".join(different))


if __name__ == "__main__":
    main()
