"""Importing by name."""

import sys


def import_module(name, package=None):
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        level = len(name) - len(name.lstrip("."))
        base = package.rsplit(".", level - 1)[0]
        name = base + "." + name[level:] if name[level:] else base
    return __import__(name, None, None, ("*",))


def invalidate_caches():
    pass


def reload(module):
    raise NotImplementedError("importlib.reload() is not supported by Brooklet: run the program again")
