#!/usr/bin/env python3
"""Records what Apache Spark prints for the programs in cases/: see README.md.

    VENV/bin/python record.py           the cases that have no expected.txt yet
    VENV/bin/python record.py NAME ...  these cases, again

A case is run twice, with one task at a time and then with as many as it has cores; one that
prints something else the second time is left without expected.txt, and the exit code is 1.
"""

import argparse
import ast
import difflib
import importlib
import inspect
import json
import pathlib
import platform
import re
import subprocess
import sys

from oracle import run_case

CASES = pathlib.Path(__file__).resolve().parent / "cases"
OWN_FILES = {"program.py", "expected.txt", "meta.json", "feeds.json"}


def public_names(*owners):
    return {name for owner in owners for name in dir(owner) if not name.startswith("_")}


def api_groups():
    """Group name -> the names that belong to it; a name counts for the first group that has it."""
    from pyspark import RDD, SparkContext
    from pyspark.mllib import clustering, classification, linalg, regression
    from pyspark.streaming import DStream, StreamingContext, StreamingListener

    models = [
        member
        for module in (clustering, classification, linalg, regression)
        for name, member in inspect.getmembers(module, inspect.isclass)
        if member.__module__ == module.__name__ and not name.startswith("_")
    ]
    return {
        "streaming_context": public_names(StreamingContext),
        "dstream": public_names(DStream),
        "listener": public_names(StreamingListener),
        "core": public_names(RDD, SparkContext),
        "mllib": {model.__name__ for model in models} | public_names(*models),
    }


def apis_of(source, groups):
    """The API names that a program's text uses, by group."""
    used = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            used.add(node.attr)
        elif isinstance(node, ast.Name) and node.id[0].isupper():
            used.add(node.id)
        elif isinstance(node, ast.FunctionDef) and node.name.startswith("on"):
            used.add(node.name)
    found = {}
    for group, names in groups.items():
        found[group] = sorted(used & names)
        used -= names
    return found


def failure_of(result):
    """What failed: batches on the log, and what ended the program."""
    failure = {}
    if result["batch_errors"] or result["exception"]:
        failure["logged"] = result["batch_errors"]
    raised = result["exception"]
    if raised and raised["type"] == "Py4JJavaError":
        kept = ("type", "java_class", "java_message", "python_type", "python_message")
        failure["raised"] = {key: raised.get(key) for key in kept}
        # Further lines quote a traceback with the folders of the machine.
        failure["raised"]["java_message"] = raised["java_message"].split("\n")[0]
    elif raised:
        failure["raised"] = {"type": raised["type"], "message": raised["message"]}
    return failure


def written_meta(case):
    """What the author of a case wrote in its meta.json."""
    path = case / "meta.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def files_of(case):
    entries = (entry for entry in case.rglob("*") if entry.is_file())
    names = (entry.relative_to(case).as_posix() for entry in entries)
    return sorted(name for name in names if name not in OWN_FILES)


def describe(case, result, versions, groups):
    """The case's meta.json; what its author wrote there (compare, arguments, notes) stays."""
    written = written_meta(case)
    meta = {
        "name": case.name,
        **versions,
        "cores": result["cores"],
        "interval_ms": result["interval_ms"],
        "batches": result["batches"],
        "first_printed_batch": result["first_printed_batch"],
        "apis": apis_of((case / "program.py").read_text(encoding="utf-8"), groups),
        "files": files_of(case),
        "exit_code": result["exit_code"],
        "deterministic": True,
        "compare": written.get("compare", {}),
    }
    failure = failure_of(result)
    if failure:
        meta["failure"] = failure
    for key in ("arguments", "notes"):
        if key in written:
            meta[key] = written[key]
    return meta


def run_all(mode, cases):
    """Every case on one Spark process: name -> result."""
    results = {}
    with run_case.Session(mode) as session:
        for case in cases:
            arguments = written_meta(case).get("arguments", ())
            result = session.run(str(case), arguments=arguments)
            if result["timed_out"]:
                result = session.run(str(case), arguments=arguments)
            results[case.name] = result
            print(f"{mode:8} {case.name}", flush=True)
    return results


def same(first, second):
    """Whether two runs of a case agree in all that is recorded."""
    keys = ("stdout", "exit_code", "batches", "batch_errors")
    return all(first[key] == second[key] for key in keys) and failure_of(first) == failure_of(second)


def difference(first, second):
    texts = (json.dumps([run["exit_code"], run["batches"], failure_of(run)], indent=1) + "\n" + run["stdout"] for run in (first, second))
    return difflib.unified_diff(*(text.split("\n") for text in texts), "one task at a time", "in parallel", lineterm="", n=2)


def spark_versions():
    java = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr
    return {
        "spark": importlib.import_module("pyspark").__version__,
        "python": platform.python_version(),
        "numpy": importlib.import_module("numpy").__version__,
        "java": re.search(r'"([\d._]+)"', java).group(1),
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("names", nargs="*")
    chosen = arguments.parse_args()
    if chosen.names:
        cases = [CASES / name for name in chosen.names]
    else:
        cases = [case for case in sorted(CASES.iterdir()) if not (case / "expected.txt").exists()]
    versions, groups = spark_versions(), api_groups()
    first, second = run_all("serial", cases), run_all("parallel", cases)
    unstable = []
    for case in cases:
        result = first[case.name]
        parallelism = result["default_parallelism"]
        if parallelism not in (None, result["cores"]):
            sys.exit(f"{case.name} ran with {parallelism} cores, not {result['cores']}: name the master in the program")
        if result["timed_out"] or not same(result, second[case.name]):
            unstable.append(case.name)
            print(*difference(result, second[case.name]), sep="\n")
            (case / "expected.txt").unlink(missing_ok=True)
            continue
        meta = describe(case, result, versions, groups)
        (case / "expected.txt").write_text(result["stdout"], encoding="utf-8", newline="")
        (case / "meta.json").write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(cases) - len(unstable)} recorded")
    if unstable:
        sys.exit("not the same twice: " + ", ".join(unstable))


if __name__ == "__main__":
    main()
