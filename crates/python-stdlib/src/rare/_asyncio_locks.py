"""What tasks of `asyncio` wait for: locks, events, queues."""

import heapq
from collections import deque

from _asyncio_loop import CancelledError, TimeoutError, ensure_future, get_event_loop, get_running_loop, iscoroutine, isfuture


class QueueEmpty(Exception):
    __module__ = "asyncio.queues"


class QueueFull(Exception):
    __module__ = "asyncio.queues"


class _Waiters:
    """Futures that wait in line."""

    def _line(self):
        if "_waiters" not in self.__dict__:
            self._waiters = deque()
        return self._waiters

    async def _stand(self):
        future = get_running_loop().create_future()
        self._line().append(future)
        try:
            return await future
        finally:
            self._waiters.remove(future)

    def _wake_one(self):
        for future in self._line():
            if not future.done():
                future.set_result(True)
                break


class _Managed:
    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *details):
        self.release()


class Lock(_Waiters, _Managed):
    def __init__(self):
        self._locked = False

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked and all(future.cancelled() for future in self._line()):
            self._locked = True
            return True
        try:
            await self._stand()
        except CancelledError:
            if not self._locked:
                self._wake_one()
            raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_one()


class Event(_Waiters):
    def __init__(self):
        self._set = False

    def is_set(self):
        return self._set

    def set(self):
        if not self._set:
            self._set = True
            for future in self._line():
                if not future.done():
                    future.set_result(True)

    def clear(self):
        self._set = False

    async def wait(self):
        if not self._set:
            await self._stand()
        return True


class Condition(_Waiters, _Managed):
    def __init__(self, lock=None):
        self._lock = lock or Lock()
        self.locked = self._lock.locked
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            return await self._stand()
        finally:
            await self.acquire()

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        for future in self._line():
            if n <= 0:
                break
            if not future.done():
                n -= 1
                future.set_result(False)

    def notify_all(self):
        self.notify(len(self._line()))


class Semaphore(_Waiters, _Managed):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value

    def locked(self):
        return self._value == 0 or any(not future.cancelled() for future in self._line())

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        future = get_running_loop().create_future()
        self._line().append(future)
        try:
            try:
                await future
            finally:
                self._waiters.remove(future)
        except CancelledError:
            if not future.cancelled():
                self._value += 1
                self._wake_next()
            raise
        if self._value > 0:
            self._wake_next()
        return True

    def release(self):
        self._value += 1
        self._wake_next()

    def _wake_next(self):
        for future in self._line():
            if not future.done():
                self._value -= 1
                future.set_result(True)
                return


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._bound = value

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Queue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._unfinished = 0
        self._finished = Event()
        self._finished.set()
        self._init(maxsize)

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def _wake(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self._maxsize <= self.qsize()

    async def _stand(self, waiters, blocked):
        future = get_running_loop().create_future()
        waiters.append(future)
        try:
            await future
        except BaseException:
            future.cancel()
            try:
                waiters.remove(future)
            except ValueError:
                pass
            if not blocked() and not future.cancelled():
                self._wake(waiters)
            raise

    async def put(self, item):
        while self.full():
            await self._stand(self._putters, self.full)
        return self.put_nowait(item)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        self._finished.clear()
        self._wake(self._getters)

    async def get(self):
        while self.empty():
            await self._stand(self._getters, self.empty)
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            raise QueueEmpty
        item = self._get()
        self._wake(self._putters)
        return item

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if self._unfinished == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished > 0:
            await self._finished.wait()


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heapq.heappush(self._queue, item)

    def _get(self):
        return heapq.heappop(self._queue)


class LifoQueue(Queue):
    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop()


def as_completed(fs, *, timeout=None):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    queue = Queue()
    loop = get_event_loop()
    waiting = [ensure_future(future, loop=loop) for future in dict.fromkeys(fs)]
    count = len(waiting)
    handle = None

    def late():
        for future in list(waiting):
            future.remove_done_callback(done)
            queue.put_nowait(None)
        waiting.clear()

    def done(future):
        if waiting:
            waiting.remove(future)
            queue.put_nowait(future)
            if not waiting and handle is not None:
                handle.cancel()

    async def one():
        future = await queue.get()
        if future is None:
            raise TimeoutError
        return future.result()

    for future in list(waiting):
        future.add_done_callback(done)
    if waiting and timeout is not None:
        handle = loop.call_later(timeout, late)
    for _ in range(count):
        yield one()
