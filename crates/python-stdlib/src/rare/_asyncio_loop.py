"""The event loop of `asyncio`, on the program's clock: futures, tasks, and what waits for them.

Callbacks run in the order in which CPython's loop runs them.
"""

import heapq
import time
from collections import deque

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"


class CancelledError(BaseException):
    __module__ = "asyncio.exceptions"


class InvalidStateError(Exception):
    __module__ = "asyncio.exceptions"


class BrokenBarrierError(RuntimeError):
    __module__ = "asyncio.exceptions"


class IncompleteReadError(EOFError):
    __module__ = "asyncio.exceptions"


class LimitOverrunError(Exception):
    __module__ = "asyncio.exceptions"


TimeoutError = TimeoutError


async def _nothing():
    pass


_made = _nothing()
_coroutine = type(_made)
_made.close()


def iscoroutine(obj):
    return isinstance(obj, _coroutine)


def iscoroutinefunction(func):
    code = getattr(getattr(func, "__func__", func), "__code__", None)
    return code is not None and bool(code.co_flags & 128)


def isfuture(obj):
    return isinstance(obj, Future)


class Handle:
    def __init__(self, callback, args, loop):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._cancelled = False

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._callback(*self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler({"message": f"Exception in callback {self._callback!r}", "exception": error})


class TimerHandle(Handle):
    def __init__(self, when, callback, args, loop):
        super().__init__(callback, args, loop)
        self._when = when

    def when(self):
        return self._when

    def __lt__(self, other):
        return self._when < other._when


class AbstractEventLoop:
    pass


class _Loop(AbstractEventLoop):
    def __init__(self):
        self._ready = deque()
        self._timers = []
        self._running = False
        self._stopping = False
        self._closed = False
        self._tasks = []
        self._handler = None
        self._now = 0.0

    def time(self):
        self._now = max(self._now, time.monotonic())
        return self._now

    def is_running(self):
        return self._running

    def is_closed(self):
        return self._closed

    def get_debug(self):
        return False

    def set_debug(self, enabled):
        pass

    def close(self):
        if self._running:
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True

    def stop(self):
        self._stopping = True

    def _check_open(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def call_soon(self, callback, *args, context=None):
        self._check_open()
        handle = Handle(callback, args, self)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.time() + delay, callback, *args)

    def call_at(self, when, callback, *args, context=None):
        self._check_open()
        handle = TimerHandle(when, callback, args, self)
        heapq.heappush(self._timers, handle)
        return handle

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        self._check_open()
        return Task(coro, loop=self, name=name)

    def run_in_executor(self, executor, func, *args):
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future

    def add_signal_handler(self, sig, callback, *args):
        pass

    def remove_signal_handler(self, sig):
        return False

    def set_exception_handler(self, handler):
        self._handler = handler

    def default_exception_handler(self, context):
        import sys
        import traceback

        print(context["message"], file=sys.stderr)
        error = context.get("exception")
        if error is not None:
            print("".join(traceback.format_exception(error)), end="", file=sys.stderr)

    def call_exception_handler(self, context):
        if self._handler is None:
            self.default_exception_handler(context)
        else:
            self._handler(self, context)

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self):
        pass

    def _run_once(self):
        while self._timers and self._timers[0]._cancelled:
            heapq.heappop(self._timers)
        if not self._ready and not self._stopping:
            if self._timers:
                wait = self._timers[0]._when - self.time()
                if wait > 0:
                    time.sleep(wait)
                    self._now = max(self._now, self._timers[0]._when)
            else:
                raise RuntimeError("the program waits for something that nothing here will do")
        end = self.time() + 1e-6
        while self._timers and self._timers[0]._when <= end:
            handle = heapq.heappop(self._timers)
            if not handle._cancelled:
                self._ready.append(handle)
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle._cancelled:
                handle._run()

    def run_forever(self):
        global _running_loop
        self._check_open()
        if self._running:
            raise RuntimeError("This event loop is already running")
        if _running_loop is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        self._running = True
        _running_loop = self
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._running = False
            _running_loop = None

    def run_until_complete(self, future):
        self._check_open()
        if self._running:
            raise RuntimeError("This event loop is already running")
        future = ensure_future(future, loop=self)
        future.add_done_callback(_stop)
        try:
            self.run_forever()
        finally:
            future.remove_done_callback(_stop)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def _no_network(self, *args, **kwargs):
        raise NotImplementedError("there is no network here; feed the stream with queueStream or a feed")

    create_connection = create_server = create_datagram_endpoint = getaddrinfo = _no_network


def _stop(future):
    future._loop.stop()


_running_loop = None
_set_loop = None


def get_running_loop():
    if _running_loop is None:
        raise RuntimeError("no running event loop")
    return _running_loop


def _get_running_loop():
    return _running_loop


def get_event_loop():
    global _set_loop
    if _running_loop is not None:
        return _running_loop
    if _set_loop is None:
        _set_loop = _Loop()
    return _set_loop


def new_event_loop():
    return _Loop()


def set_event_loop(loop):
    global _set_loop
    _set_loop = loop


class Future:
    _blocking = False

    def __init__(self, *, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._message = None
        self._callbacks = []

    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(self._info())}>"

    def _info(self):
        info = [self._state.lower()]
        if self._state == _FINISHED:
            info.append(f"result={self._result!r}" if self._exception is None else f"exception={self._exception!r}")
        return info

    def get_loop(self):
        return self._loop

    def cancel(self, msg=None):
        if self._state != _PENDING:
            return False
        self._state = _CANCELLED
        self._message = msg
        self._schedule_callbacks()
        return True

    def cancelled(self):
        return self._state == _CANCELLED

    def done(self):
        return self._state != _PENDING

    def _cancelled_error(self):
        return CancelledError() if self._message is None else CancelledError(self._message)

    def result(self):
        if self._state == _CANCELLED:
            raise self._cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError("Result is not ready.")
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state == _CANCELLED:
            raise self._cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError("Exception is not set.")
        return self._exception

    def add_done_callback(self, fn, *, context=None):
        if self._state != _PENDING:
            self._loop.call_soon(fn, self)
        else:
            self._callbacks.append(fn)

    def remove_done_callback(self, fn):
        kept = [callback for callback in self._callbacks if callback != fn]
        removed = len(self._callbacks) - len(kept)
        self._callbacks[:] = kept
        return removed

    def _schedule_callbacks(self):
        callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            self._loop.call_soon(callback, self)

    def set_result(self, result):
        if self._state != _PENDING:
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._result = result
        self._state = _FINISHED
        self._schedule_callbacks()

    def set_exception(self, exception):
        if self._state != _PENDING:
            raise InvalidStateError(f"{self._state}: {self!r}")
        if isinstance(exception, type):
            exception = exception()
        if type(exception) is StopIteration:
            raise TypeError("StopIteration interacts badly with generators and cannot be raised into a Future")
        self._exception = exception
        self._state = _FINISHED
        self._schedule_callbacks()

    def __await__(self):
        if not self.done():
            self._blocking = True
            yield self
        if not self.done():
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


_task_number = 0
_current = {}


class Task(Future):
    def __init__(self, coro, *, loop=None, name=None, context=None):
        global _task_number
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        if name is None:
            _task_number += 1
            name = f"Task-{_task_number}"
        self._name = str(name)
        self._coro = coro
        self._waiter = None
        self._must_cancel = False
        self._cancels = 0
        self._loop._tasks.append(self)
        self._loop.call_soon(self._step)

    def _info(self):
        info = super()._info()
        info.insert(1, f"name={self._name!r}")
        info.insert(2, f"coro=<{self._coro.__qualname__}()>")
        return info

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def get_coro(self):
        return self._coro

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancels += 1
        if self._waiter is not None and self._waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._message = msg
        return True

    def cancelling(self):
        return self._cancels

    def uncancel(self):
        if self._cancels > 0:
            self._cancels -= 1
        return self._cancels

    def _end(self):
        self._loop._tasks.remove(self)

    def _step(self, error=None):
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._cancelled_error()
            self._must_cancel = False
        self._waiter = None
        _current[self._loop] = self
        try:
            result = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as stop:
            self._end()
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(msg=self._message)
            else:
                super().set_result(stop.value)
        except CancelledError as error:
            self._end()
            super().cancel()
        except (KeyboardInterrupt, SystemExit) as error:
            self._end()
            super().set_exception(error)
            raise
        except BaseException as error:
            self._end()
            super().set_exception(error)
        else:
            self._wait_for(result)
        finally:
            _current[self._loop] = None

    def _wait_for(self, result):
        if isinstance(result, Future):
            if not result._blocking:
                error = RuntimeError(f"yield was used instead of yield from in task {self!r} with {result!r}")
                self._loop.call_soon(self._step, error)
            elif result is self:
                self._loop.call_soon(self._step, RuntimeError(f"Task cannot await on itself: {self!r}"))
            else:
                result._blocking = False
                result.add_done_callback(self._wakeup)
                self._waiter = result
                if self._must_cancel and self._waiter.cancel(msg=self._message):
                    self._must_cancel = False
        elif result is None:
            self._loop.call_soon(self._step)
        else:
            self._loop.call_soon(self._step, RuntimeError(f"Task got bad yield: {result!r}"))

    def _wakeup(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()


def current_task(loop=None):
    return _current.get(loop or get_running_loop())


def all_tasks(loop=None):
    return set((loop or get_running_loop())._tasks)


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name)


async def _await(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    if isfuture(coro_or_future):
        return coro_or_future
    if not iscoroutine(coro_or_future):
        if not hasattr(coro_or_future, "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _await(coro_or_future)
    return (loop or get_event_loop()).create_task(coro_or_future)


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._factory = loop_factory or new_event_loop
        self._loop = None

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, *details):
        self.close()

    def get_loop(self):
        if self._loop is None:
            self._loop = self._factory()
            set_event_loop(self._loop)
        return self._loop

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if _running_loop is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        return self.get_loop().run_until_complete(coro)

    def close(self):
        loop = self._loop
        if loop is None:
            return
        left = list(loop._tasks)
        for task in left:
            task.cancel()
        if left:
            loop.run_until_complete(gather(*left, return_exceptions=True))
        for task in left:
            if not task.cancelled() and task.exception() is not None:
                loop.call_exception_handler({"message": "unhandled exception during asyncio.run() shutdown", "exception": task.exception()})
        loop.close()
        set_event_loop(None)
        self._loop = None


def run(main, *, debug=None):
    if _running_loop is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug) as runner:
        return runner.run(main)


def _set_unless_done(future, result):
    if not future.done():
        future.set_result(result)


class _Bare:
    def __await__(self):
        yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _Bare()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, _set_unless_done, future, result)
    try:
        return await future
    finally:
        handle.cancel()


class _Gathering(Future):
    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        outer = get_event_loop().create_future()
        outer.set_result([])
        return outer
    finished = 0
    children = []
    known = {}
    outer = None

    def done(future):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            return
        if not return_exceptions:
            if future.cancelled():
                outer.set_exception(future._cancelled_error())
                return
            if future.exception() is not None:
                outer.set_exception(future.exception())
                return
        if finished == len(known):
            results = []
            for child in children:
                if child.cancelled():
                    results.append(CancelledError("" if child._message is None else child._message))
                else:
                    error = child.exception()
                    results.append(child.result() if error is None else error)
            if outer._cancel_requested:
                outer.set_exception(CancelledError())
            else:
                outer.set_result(results)

    loop = None
    for each in coros_or_futures:
        if id(each) not in known:
            future = ensure_future(each, loop=loop)
            loop = future.get_loop()
            known[id(each)] = future
            future.add_done_callback(done)
        children.append(known[id(each)])
    outer = _Gathering(children, loop=loop)
    return outer


def _release(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _cancel_and_wait(future):
    loop = get_running_loop()
    waiter = loop.create_future()

    def release(_):
        _release(waiter)

    future.add_done_callback(release)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(release)


async def wait_for(fut, timeout):
    loop = get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as error:
            raise TimeoutError() from error
    waiter = loop.create_future()
    handle = loop.call_later(timeout, _release, waiter)

    def release(_):
        _release(waiter)

    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(release)
    try:
        try:
            await waiter
        except CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(release)
            await _cancel_and_wait(fut)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(release)
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as error:
            raise TimeoutError() from error
    finally:
        handle.cancel()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    fs = set(fs)
    if any(iscoroutine(future) for future in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = get_running_loop()
    waiter = loop.create_future()
    handle = None if timeout is None else loop.call_later(timeout, _release, waiter)
    left = sum(not future.done() for future in fs)
    counter = len(fs)

    def done(future):
        nonlocal counter
        counter -= 1
        failed = return_when == FIRST_EXCEPTION and not future.cancelled() and future.exception() is not None
        if counter <= 0 or return_when == FIRST_COMPLETED or failed:
            if handle is not None:
                handle.cancel()
            _release(waiter)

    for future in fs:
        future.add_done_callback(done)
    try:
        await waiter
    finally:
        if handle is not None:
            handle.cancel()
        for future in fs:
            future.remove_done_callback(done)
    finished, pending = set(), set()
    for future in fs:
        (finished if future.done() else pending).add(future)
    return finished, pending


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def inner_done(inner):
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


async def to_thread(func, /, *args, **kwargs):
    await sleep(0)
    return func(*args, **kwargs)


def run_coroutine_threadsafe(coro, loop):
    return ensure_future(coro, loop=loop)


class Timeout:
    def __init__(self, when):
        self._when = when
        self._handle = None
        self._expired = False

    def when(self):
        return self._when

    def reschedule(self, when):
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
        self._handle = None if when is None else get_running_loop().call_at(when, self._late)

    def expired(self):
        return self._expired

    def _late(self):
        self._expired = True
        self._task.cancel()

    async def __aenter__(self):
        self._task = current_task()
        self._cancels = self._task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, trace):
        if self._handle is not None:
            self._handle.cancel()
        if self._expired and self._task.uncancel() <= self._cancels and kind is CancelledError:
            raise TimeoutError from error
        return None


def timeout(delay):
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)


class TaskGroup:
    def __init__(self):
        self._tasks = set()
        self._errors = []
        self._exiting = self._aborting = self._cancelled_parent = False
        self._waiter = None
        self._base_error = None

    async def __aenter__(self):
        self._loop = get_running_loop()
        self._parent = current_task()
        return self

    def create_task(self, coro, *, name=None, context=None):
        if self._exiting and not self._tasks:
            raise RuntimeError(f"TaskGroup {self!r} is finished")
        task = self._loop.create_task(coro, name=name)
        task.add_done_callback(self._done)
        self._tasks.add(task)
        return task

    def _abort(self):
        self._aborting = True
        for task in list(self._tasks):
            if not task.done():
                task.cancel()

    def _done(self, task):
        self._tasks.discard(task)
        if self._waiter is not None and not self._tasks and not self._waiter.done():
            self._waiter.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if isinstance(error, (SystemExit, KeyboardInterrupt)) and self._base_error is None:
            self._base_error = error
        if not self._aborting and not self._cancelled_parent:
            self._abort()
            if not self._parent.done() and not self._exiting or self._waiter is not None:
                self._cancelled_parent = True
                self._parent.cancel()

    async def __aexit__(self, kind, error, trace):
        self._exiting = True
        propagate = error if kind is CancelledError else None
        if self._cancelled_parent and self._parent.uncancel() == 0:
            propagate = None
        if kind is not None and not self._aborting:
            self._abort()
        while self._tasks:
            self._waiter = self._loop.create_future()
            try:
                await self._waiter
            except CancelledError as cancelled:
                if not self._cancelled_parent:
                    propagate = cancelled
                    self._abort()
                elif self._parent.uncancel() == 0:
                    propagate = None
            self._waiter = None
        if self._base_error is not None:
            raise self._base_error
        if propagate is not None and not self._errors:
            raise propagate
        if kind is not None and kind is not CancelledError:
            self._errors.append(error)
        if self._errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors)
