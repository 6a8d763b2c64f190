"""Compares the signatures that Brooklet describes with those of an installed pyspark.

    pip install pyspark==4.3.0 numpy
    cargo run -p xtask -- types
    python tests/spark/compare_signatures.py

Prints each method whose parameters or defaults differ, and those that pyspark does not have.
"""

import functools
import importlib
import inspect
import json
import re
from pathlib import Path

GENERATED = Path(__file__).parents[2] / "web/src/generated/pyspark-api.ts"
MODULES = """
    pyspark pyspark.streaming pyspark.streaming.listener pyspark.statcounter pyspark.resultiterable
    pyspark.sql pyspark.sql.conf
    pyspark.mllib.linalg pyspark.mllib.regression pyspark.mllib.classification pyspark.mllib.clustering
    pyspark.mllib.feature
""".split()
# Defaults that the description writes as a program would.
DEFAULTS = {
    "portable_hash": "portable_hash",
    "lambda x: x": "<lambda>",
    "<no value>": "<no value>",
    "StorageLevel.MEMORY_ONLY": "StorageLevel(False, True, False, False, 1)",
    "StorageLevel.MEMORY_AND_DISK_2": "StorageLevel(True, True, False, False, 2)",
}
STARS = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}


def shown(default):
    """A default as the description would write it."""
    return getattr(default, "__name__", None) or repr(default)


def expected(function):
    """The parameters of a function of pyspark, without its receiver."""
    parameters = []
    for parameter in inspect.signature(function).parameters.values():
        if parameter.name in ("self", "cls"):
            continue
        name = STARS.get(parameter.kind, "") + parameter.name
        given = parameter.default is not parameter.empty
        parameters.append(name + ("=" + shown(parameter.default) if given else ""))
    return parameters


def described(text):
    """The parameters of a signature of the description."""
    inside = re.search(r"\((.*)\)", text).group(1)
    parameters = []
    for parameter in filter(None, inside.split(", ")):
        name, equals, default = parameter.partition("=")
        parameters.append(name + equals + DEFAULTS.get(default, default))
    return parameters


classes = json.loads(re.search(r"= (\[\{.*\]);\n", GENERATED.read_text()).group(1))
for one in classes:
    modules = map(importlib.import_module, MODULES)
    top, *inside = one["name"].split(".")
    owner = next((getattr(module, top) for module in modules if hasattr(module, top)), None)
    owner = functools.reduce(getattr, inside, owner)
    if owner is None:
        print("no class", one["name"])
        continue
    for kind, text, _ in one["entries"]:
        name = re.match(r"\w+", text).group(0)
        function = inspect.getattr_static(owner, name, None)
        if function is None and kind != "value":
            print("pyspark has no", one["name"], name)
        if function is None or kind == "value":
            continue
        function = getattr(function, "__func__", function)
        if described(text) != expected(function):
            print(one["name"], text, "is in pyspark", ", ".join(expected(function)))
