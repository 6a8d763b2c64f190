"""`pyspark.util`, as far as programs use it."""

import threading as _threading


class InheritableThread(_threading.Thread):
    """A thread that has the local properties of the one that starts it: there is one set of them."""


def inheritable_thread_target(f):
    return f
