"""Calls that threads of a pool make."""

import logging as _logging
import threading as _threading
from collections import namedtuple as _namedtuple
from itertools import count as _count
from queue import SimpleQueue as _SimpleQueue
from time import monotonic as _time

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
_OVER = ("CANCELLED_AND_NOTIFIED", "FINISHED")
DoneAndNotDoneFutures = _namedtuple("DoneAndNotDoneFutures", "done not_done")


class CancelledError(Exception):
    pass


TimeoutError = TimeoutError


class InvalidStateError(Exception):
    pass


class BrokenExecutor(RuntimeError):
    pass


class Future:
    def __init__(self):
        self._condition = _threading.Condition()
        self._state = "PENDING"
        self._result = self._exception = None
        # Conditions and lists of those who wait for several futures, and functions to call at the end.
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        state = self._state.lower().replace("cancelled_and_notified", "cancelled")
        told = ""
        if self._state == "FINISHED":
            told = " raised " if self._exception else " returned "
            told += type(self._exception or self._result).__name__
        return "<%s at %#x state=%s%s>" % (type(self).__name__, id(self), state, told)

    def _end(self, state, changes=()):
        with self._condition:
            if state == "FINISHED" and self._state not in ("PENDING", "RUNNING"):
                raise InvalidStateError("%s: %r" % (self._state, self))
            for name, value in changes:
                setattr(self, name, value)
            self._state = state
            for event, ended in self._waiters:
                ended.append(self)
                event.set()
            self._condition.notify_all()
        for call in self._done_callbacks:
            self._call(call)

    def _call(self, function):
        try:
            function(self)
        except Exception:
            _logging.getLogger("concurrent.futures").exception("exception calling callback for %r", self)

    def cancel(self):
        with self._condition:
            if self._state in ("RUNNING", "FINISHED"):
                return False
            if self._state == "PENDING":
                self._end("CANCELLED")
        return True

    def cancelled(self):
        return self._state.startswith("CANCELLED")

    def running(self):
        return self._state == "RUNNING"

    def done(self):
        return self._state not in ("PENDING", "RUNNING")

    def add_done_callback(self, fn):
        with self._condition:
            if not self.done():
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def exception(self, timeout=None):
        with self._condition:
            if not self._condition.wait_for(self.done, timeout):
                raise TimeoutError
            if self.cancelled():
                raise CancelledError
            return self._exception

    def result(self, timeout=None):
        failure = self.exception(timeout)
        if failure is not None:
            try:
                raise failure
            finally:
                self = failure = None
        return self._result

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == "CANCELLED":
                self._state = "CANCELLED_AND_NOTIFIED"
                return False
            self._state = "RUNNING"
            return True

    def set_result(self, result):
        self._end("FINISHED", [("_result", result)])

    def set_exception(self, exception):
        self._end("FINISHED", [("_exception", exception)])


class _Watch:
    """Waits for some futures; `ended` are those that have."""

    def __init__(self, fs):
        self.fs = list(dict.fromkeys(fs))
        self.event = _threading.Event()
        self.ended = []

    def __enter__(self):
        for future in self.fs:
            with future._condition:
                if future.done():
                    self.ended.append(future)
                else:
                    future._waiters.append((self.event, self.ended))
        return self

    def __exit__(self, *failure):
        for future in self.fs:
            with future._condition:
                future._waiters = [waiter for waiter in future._waiters if waiter[1] is not self.ended]


def as_completed(fs, timeout=None):
    end = None if timeout is None else timeout + _time()
    with _Watch(fs) as watch:
        for told in range(len(watch.fs)):
            while len(watch.ended) == told:
                left = None if end is None else end - _time()
                if left is not None and left < 0:
                    raise TimeoutError("%d (of %d) futures unfinished" % (len(watch.fs) - told, len(watch.fs)))
                watch.event.wait(left)
                watch.event.clear()
            yield watch.ended[told]


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    end = None if timeout is None else timeout + _time()

    def enough():
        if return_when == FIRST_COMPLETED and watch.ended:
            return True
        if return_when == FIRST_EXCEPTION and any(not f.cancelled() and f._exception is not None for f in watch.ended):
            return True
        return len(watch.ended) == len(watch.fs)

    with _Watch(fs) as watch:
        while not enough():
            left = None if end is None else end - _time()
            if left is not None and left <= 0:
                break
            watch.event.wait(left)
            watch.event.clear()
        done = set(watch.ended)
        return DoneAndNotDoneFutures(done, {future for future in watch.fs if future not in done})


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else timeout + _time()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                while futures:
                    yield futures.pop(0).result(None if end is None else end - _time())
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.shutdown(wait=True)
        return False


class ThreadPoolExecutor(Executor):
    _numbers = _count()

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = 8
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = _SimpleQueue()
        self._idle = _threading.Semaphore(0)
        self._threads = []
        self._broken = self._shutdown = False
        self._prefix = thread_name_prefix or "ThreadPoolExecutor-%d" % next(self._numbers)
        self._initializer, self._initargs = initializer, initargs
        _pools.append(self)

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise BrokenExecutor(self._broken)
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if _ended:
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")
        future = Future()
        self._work_queue.put((future, fn, args, kwargs))
        if not self._idle.acquire(blocking=False) and len(self._threads) < self._max_workers:
            name = "%s_%d" % (self._prefix, len(self._threads))
            thread = _threading.Thread(name=name, target=self._work, daemon=False)
            # It is joined by this module, before the program waits for its other threads.
            self._threads.append(thread)
            thread.start()
        return future

    def _work(self):
        if self._initializer is not None:
            try:
                self._initializer(*self._initargs)
            except BaseException:
                _logging.getLogger("concurrent.futures").critical("Exception in initializer:", exc_info=True)
                self._broken = "A thread initializer failed, the thread pool is not usable anymore"
                while not self._work_queue.empty():
                    item = self._work_queue.get()
                    if item is not None:
                        item[0].set_exception(BrokenExecutor(self._broken))
                return
        while True:
            if self._work_queue.empty():
                self._idle.release()
            item = self._work_queue.get()
            if item is None:
                # For the next one.
                self._work_queue.put(None)
                return
            future, fn, args, kwargs = item
            if future.set_running_or_notify_cancel():
                try:
                    result = fn(*args, **kwargs)
                except BaseException as failure:
                    future.set_exception(failure)
                else:
                    future.set_result(result)
            del item, future, fn, args, kwargs

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        while cancel_futures and not self._work_queue.empty():
            item = self._work_queue.get()
            if item is not None:
                item[0].cancel()
        self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


class ProcessPoolExecutor(ThreadPoolExecutor):
    """As there is one process, the calls run in threads of it."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        super().__init__(max_workers, "", initializer, initargs)


_pools = []
_ended = False


def _at_exit():
    global _ended
    _ended = True
    for pool in _pools:
        pool.shutdown()


_threading._register_atexit(_at_exit)
