"""`async` and `await`, asynchronous generators and comprehensions, `asyncio`."""

from templates import programs

CASES = programs(
    r"""
    import asyncio
    async def main():
        await asyncio.sleep(0.01)
        return 5
    print(asyncio.run(main()), type(main).__name__, asyncio.iscoroutinefunction(main))
    coroutine = main()
    print(type(coroutine).__name__, coroutine.__name__, asyncio.iscoroutine(coroutine))
    coroutine.close()
    ---
    import asyncio
    async def worker(name, delay, log):
        for step in range(2):
            log.append((name, step))
            await asyncio.sleep(delay)
        return name * 2
    async def main():
        log = []
        results = await asyncio.gather(worker("a", 0.02, log), worker("b", 0.03, log), worker("c", 0, log))
        print(results)
        print(log)
    asyncio.run(main())
    ---
    import asyncio
    async def slow():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelled")
            raise
    async def main():
        try:
            await asyncio.wait_for(slow(), timeout=0.01)
        except asyncio.TimeoutError as error:
            print("timeout", repr(error), asyncio.TimeoutError is TimeoutError)
        print(await asyncio.wait_for(asyncio.sleep(0.001, "done"), 1))
        task = asyncio.create_task(slow(), name="mine")
        await asyncio.sleep(0)
        print(task.get_name(), task.done(), task.cancel())
        try:
            await task
        except asyncio.CancelledError:
            print("caught", task.cancelled())
    asyncio.run(main())
    ---
    import asyncio
    async def producer(queue):
        for n in range(4):
            await queue.put(n)
            print("put", n)
        await queue.put(None)
    async def consumer(queue):
        while True:
            item = await queue.get()
            if item is None:
                break
            print("got", item)
            await asyncio.sleep(0.001)
    async def main():
        queue = asyncio.Queue(maxsize=2)
        await asyncio.gather(producer(queue), consumer(queue))
        print(queue.empty(), queue.qsize())
        try:
            queue.get_nowait()
        except asyncio.QueueEmpty as error:
            print(type(error).__name__)
    asyncio.run(main())
    ---
    import asyncio
    async def numbers(n):
        try:
            for i in range(n):
                yield i
                await asyncio.sleep(0)
        finally:
            print("end of numbers")
    async def main():
        async for i in numbers(3):
            print(i)
        else:
            print("all")
        print([i * 2 async for i in numbers(3) if i], {i async for i in numbers(2)}, {i: 1 async for i in numbers(2)})
        gen = (i async for i in numbers(2))
        print(type(gen).__name__, [x async for x in gen])
        async def double(x):
            return x * 2
        print([await double(x) for x in (1, 2)])
        agen = numbers(5)
        print(await agen.__anext__(), await agen.asend(None))
        await agen.aclose()
        try:
            await agen.__anext__()
        except StopAsyncIteration:
            print("stopped")
        async for i in numbers(5):
            if i == 1:
                break
            print("loop", i)
    asyncio.run(main())
    ---
    import asyncio
    class Manager:
        async def __aenter__(self):
            print("enter")
            await asyncio.sleep(0)
            return self
        async def __aexit__(self, kind, error, trace):
            await asyncio.sleep(0)
            print("exit", kind)
            return kind is ValueError
    async def main():
        async with Manager() as manager:
            print(type(manager).__name__)
        async with Manager():
            raise ValueError("x")
        async def early():
            async with Manager():
                return 7
        print(await early())
        try:
            async with Manager(), Manager():
                raise KeyError("k")
        except KeyError as error:
            print("out", error)
    asyncio.run(main())
    ---
    import asyncio
    class Countdown:
        def __init__(self, n):
            self.n = n
        def __aiter__(self):
            return self
        async def __anext__(self):
            if not self.n:
                raise StopAsyncIteration
            self.n -= 1
            return self.n
    class Ready:
        def __await__(self):
            yield from asyncio.sleep(0).__await__()
            return "ready"
    async def main():
        async for n in Countdown(3):
            print(n, end=" ")
        print(await Ready())
        for wrong in (5, [1]):
            try:
                await wrong
            except TypeError as error:
                print(error)
        try:
            async for x in [1]:
                pass
        except TypeError as error:
            print(error)
        try:
            async with 5:
                pass
        except TypeError as error:
            print(error)
    asyncio.run(main())
    ---
    import asyncio
    async def fail(delay):
        await asyncio.sleep(delay)
        raise ValueError(f"after {delay}")
    async def main():
        print(await asyncio.gather(fail(0.001), asyncio.sleep(0.002, "ok"), return_exceptions=True))
        try:
            await asyncio.gather(fail(0.001), asyncio.sleep(0.002, "ok"))
        except ValueError as error:
            print(error)
        done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(d, d)) for d in (0.001, 0.05)], return_when=asyncio.FIRST_COMPLETED)
        print([t.result() for t in done], len(pending))
        for each in asyncio.as_completed([asyncio.sleep(0.003, "late"), asyncio.sleep(0.001, "soon")]):
            print(await each)
        task = asyncio.create_task(fail(0))
        await asyncio.sleep(0.001)
        print(repr(task.exception()))
    asyncio.run(main())
    ---
    import asyncio
    async def main():
        lock, event = asyncio.Lock(), asyncio.Event()
        order = []
        async def critical(name):
            async with lock:
                order.append(name + " in")
                await asyncio.sleep(0.001)
                order.append(name + " out")
        async def waiter():
            await event.wait()
            order.append("event")
        task = asyncio.create_task(waiter())
        await asyncio.gather(critical("a"), critical("b"))
        event.set()
        await task
        print(order, lock.locked(), event.is_set())
        semaphore = asyncio.Semaphore(2)
        active = most = 0
        async def limited():
            nonlocal active, most
            async with semaphore:
                active += 1
                most = max(most, active)
                await asyncio.sleep(0.001)
                active -= 1
        await asyncio.gather(*(limited() for _ in range(5)))
        print(most)
        try:
            async with asyncio.timeout(0.001):
                await asyncio.sleep(1)
        except TimeoutError:
            print("too late")
    asyncio.run(main())
    ---
    import asyncio
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    async def answer():
        return 42
    print(loop.run_until_complete(answer()))
    loop.call_soon(print, "soon")
    loop.call_later(0.001, print, "later")
    loop.call_later(0.002, loop.stop)
    loop.run_forever()
    future = loop.create_future()
    loop.call_soon(future.set_result, "set")
    print(asyncio.get_event_loop().run_until_complete(future), future.done())
    loop.close()
    print(loop.is_closed())
    ---
    import asyncio
    async def main():
        await asyncio.sleep(0)
        raise ValueError("from the coroutine")
    asyncio.run(main())
    ---
    import asyncio
    asyncio.run(5)
    ---
    import asyncio
    async def main():
        asyncio.run(None)
    asyncio.run(main())
    ---
    async def f():
        return 1
    c = f()
    try:
        c.send(None)
    except StopIteration as stop:
        print(stop.value)
    try:
        c.send(None)
    except RuntimeError as error:
        print(error)
    try:
        for x in f():
            pass
    except TypeError as error:
        print(error)
    ---
    import time, asyncio
    async def main():
        start = time.time()
        await asyncio.gather(*(asyncio.sleep(0.02) for _ in range(10)))
        return round(time.time() - start, 1) < 0.2
    print(asyncio.run(main()))
    """
)
