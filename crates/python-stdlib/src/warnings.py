"""Warnings: shown on standard error, once for each text."""

import sys as _sys

_shown = set()
_silent = []
_wanted = []


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    if category is None:
        category = UserWarning
    if any(issubclass(category, kind) for kind in _silent):
        return
    line = f"{category.__name__}: {message}"
    if line not in _shown:
        _shown.add(line)
        _sys.stderr.write(line + "\n")


def _warn_in_library(message, category):
    # CPython hides what a library's own line is warned of, unless a filter wants it.
    if any(issubclass(category, kind) for kind in _wanted):
        warn(message, category)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    simplefilter(action, category)


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action == "ignore":
        _silent.append(category)
    else:
        _wanted.append(category)


def resetwarnings():
    _silent.clear()
    _wanted.clear()


class catch_warnings:
    def __init__(self, *, record=False, **kwargs):
        self.record = record

    def __enter__(self):
        self.kept = list(_silent)
        return [] if self.record else None

    def __exit__(self, *exc_info):
        _silent[:] = self.kept
