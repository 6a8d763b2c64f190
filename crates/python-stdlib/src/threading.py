"""Threads for a machine that has one: `start` runs a thread's function to its end, so what waits for it never waits."""

import sys as _sys
import traceback as _traceback
from itertools import count as _count
from time import sleep as _sleep

TIMEOUT_MAX = 9223372036.0
_numbers = _count(1)
# The threads that have started and not ended, the running one last.
_running = []


class ThreadError(RuntimeError):
    pass


def _stuck(what):
    return RuntimeError(f"{what} would wait for ever: a thread runs to its end when it is started, as a program here has one")


class _Unpicklable:
    _kind = "_thread.lock"

    def __reduce__(self):
        raise TypeError(f"cannot pickle '{self._kind}' object")


class Lock(_Unpicklable):
    def __init__(self):
        self._held = 0

    def acquire(self, blocking=True, timeout=-1):
        if self._held:
            if blocking and timeout < 0:
                raise _stuck("the lock")
            return False
        self._held = 1
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held -= 1

    def locked(self):
        return self._held > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *failure):
        self.release()


class RLock(Lock):
    _kind = "_thread.RLock"

    def acquire(self, blocking=True, timeout=-1):
        self._held += 1
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("cannot release un-acquired lock")
        self._held -= 1


class Semaphore(Lock):
    def __init__(self, value=1):
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not self._value:
            if blocking and timeout is None:
                raise _stuck("the semaphore")
            return False
        self._value -= 1
        return True

    def release(self, n=1):
        self._value += n


BoundedSemaphore = Semaphore


class Event(_Unpicklable):
    def __init__(self):
        self._set = False

    def is_set(self):
        return self._set

    isSet = is_set

    def set(self):
        self._set = True

    def clear(self):
        self._set = False

    def wait(self, timeout=None):
        if not self._set:
            if timeout is None:
                raise _stuck("the event")
            _sleep(timeout)
        return self._set


class Condition(RLock):
    def __init__(self, lock=None):
        super().__init__()

    def wait(self, timeout=None):
        if timeout is None:
            raise _stuck("the condition")
        _sleep(timeout)
        return False

    def wait_for(self, predicate, timeout=None):
        return predicate() or self.wait(timeout) or predicate()

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass


class local(_Unpicklable):
    _kind = "_thread._local"


class Thread(_Unpicklable):
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if name is None:
            name = "Thread-%d" % next(_numbers)
            if target is not None:
                name += " (%s)" % getattr(target, "__name__", "")
        self.name = str(name)
        self.daemon = bool(_running and _running[-1].daemon) if daemon is None else daemon
        self.ident = None
        self._target, self._args, self._kwargs = target, args, kwargs or {}

    def start(self):
        if self.ident is not None:
            raise RuntimeError("threads can only be started once")
        self.ident = self.native_id = id(self)
        _running.append(self)
        try:
            self.run()
        except SystemExit:
            pass
        except BaseException:
            _sys.stderr.write("Exception in thread %s:\n%s" % (self.name, _traceback.format_exc()))
        finally:
            _running.remove(self)

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        if self.ident is None:
            raise RuntimeError("cannot join thread before it is started")
        if self in _running:
            raise RuntimeError("cannot join current thread")

    def is_alive(self):
        return self in _running

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def __repr__(self):
        state = "initial" if self.ident is None else "started" if self.is_alive() else "stopped"
        return "<%s(%s, %s%s)>" % (
            type(self).__name__, self.name, state + (" daemon" if self.daemon else ""), " %d" % self.ident if self.ident else ""
        )


class Timer(Thread):
    """Runs its function when the time has passed, which `start` lets pass."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__(target=function, args=args or (), kwargs=kwargs)
        self.interval = interval
        self._cancelled = False

    def cancel(self):
        self._cancelled = True

    def run(self):
        _sleep(self.interval)
        super().run()


_main = Thread(name="MainThread")
_main.ident = _main.native_id = 1
_running.append(_main)


def current_thread():
    return _running[-1]


def main_thread():
    return _main


def active_count():
    return len(_running)


def enumerate():
    return list(_running)


def get_ident():
    return _running[-1].ident


currentThread, activeCount, get_native_id = current_thread, active_count, get_ident
