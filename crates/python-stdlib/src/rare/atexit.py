"""Functions that are called when the program ends, the last registered first."""

import sys
import threading
import traceback

_calls = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _calls.append((func, args, kwargs))
    return func


def unregister(func, /):
    _calls[:] = [call for call in _calls if call[0] != func]


def _clear():
    _calls.clear()


def _ncallbacks():
    return len(_calls)


def _run_exitfuncs():
    while _calls:
        func, args, kwargs = _calls.pop()
        try:
            func(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException:
            print(f"Exception ignored in atexit callback: {func!r}", file=sys.stderr)
            traceback.print_exc()


_join_threads = threading._shutdown


def _shutdown():
    _join_threads()
    _run_exitfuncs()


threading._shutdown = _shutdown
