"""Threads that change places where they wait: what they do does not depend on who is faster."""

from templates import lines, programs

CASES = lines("""
    threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count()
    threading.Thread(name='x').name, threading.Thread().daemon, threading.Thread(daemon=True).daemon, threading.Thread().ident
    threading.Thread(target=print).is_alive(), threading.Event().is_set(), threading.Lock().locked()
    threading.Thread(target=len, name='n').getName(), threading.Thread(daemon=True).isDaemon()
    threading.Thread().join()
    threading.current_thread().join()
    threading.Lock().release()
    threading.RLock().release()
    threading.Semaphore(-1)
    threading.Condition().notify()
    threading.Condition().wait()
    threading.Lock().acquire(False, 1)
    threading.Lock().acquire(True, -2)
    threading.Lock().acquire(timeout=1e20)
    threading.Event().wait(0.01), threading.Event().wait(timeout=0)
    queue.Queue().get(timeout=0.01)
    queue.Queue().get_nowait()
    queue.Queue().get(timeout=-1)
    queue.Queue().task_done()
    queue.SimpleQueue().get(False)
    queue.SimpleQueue().get(timeout=0.01)
    threading.get_ident() == threading.current_thread().ident == threading.main_thread().ident
    issubclass(threading.BrokenBarrierError, RuntimeError), issubclass(queue.Empty, Exception), threading.ThreadError is RuntimeError
    time.sleep(-1)
    time.sleep(1e11)
    time.sleep(float('nan'))
    time.sleep('1')
""", "import threading, queue, time\n") + programs("""
        import threading, time
        def work(n):
            print('start', n, threading.current_thread() is threads[n])
            time.sleep(0.02 * (3 - n))
            print('end', n)
        threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
        for thread in threads: thread.start()
        print(threading.active_count(), [thread.is_alive() for thread in threads])
        for thread in threads: thread.join()
        print([thread.is_alive() for thread in threads], threading.active_count())
        ---
        import threading, time
        class Work(threading.Thread):
            def __init__(self, n):
                super().__init__(name=f'work-{n}', daemon=True)
                self.n = n
            def run(self):
                time.sleep(0.01)
                print(self.name, self.daemon, self.n, threading.current_thread() is self)
        t = Work(4)
        t.start(); t.join(0.001); print(t.is_alive()); t.join(); print(t.is_alive())
        ---
        import threading
        def f(*args, **kwargs): print(args, kwargs)
        t = threading.Thread(None, f, 'named', (1, 2), {'a': 3})
        t.start(); t.join()
        try: t.start()
        except RuntimeError as error: print(error)
        try: t.daemon = True
        except RuntimeError as error: print(error)
        ---
        import threading
        class Bad(threading.Thread):
            def __init__(self): pass
        for call in (Bad().start, Bad().join):
            try: call()
            except RuntimeError as error: print(error)
        ---
        import threading, time
        lock = threading.Lock()
        def work(n):
            with lock:
                print('in', n); time.sleep(0.01); print('out', n)
        threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
        for t in threads: t.start()
        for t in threads: t.join()
        print(lock.acquire(timeout=0.01), lock.acquire(timeout=0.01), lock.acquire(False), lock.locked())
        ---
        import threading
        lock, total = threading.RLock(), 0
        def add():
            global total
            for _ in range(20000):
                with lock:
                    with lock: total += 1
        threads = [threading.Thread(target=add) for _ in range(4)]
        for t in threads: t.start()
        for t in threads: t.join()
        print(total)
        ---
        import threading, time
        lock = threading.RLock(); lock.acquire()
        def other():
            print(lock.acquire(False))
            try: lock.release()
            except RuntimeError as error: print(error)
        t = threading.Thread(target=other); t.start(); t.join()
        ---
        import threading, time
        ready = threading.Event()
        def wait(n):
            waited.append((n, ready.wait()))
        waited = []
        threads = [threading.Thread(target=wait, args=(n,)) for n in range(2)]
        for t in threads: t.start()
        time.sleep(0.02); print('sets'); ready.set()
        for t in threads: t.join()
        print(sorted(waited)); ready.clear(); print(ready.is_set(), ready.wait(0.01))
        ---
        import threading, time
        c, items = threading.Condition(), []
        def take():
            with c:
                while not items: c.wait()
                print('took', items.pop())
        t = threading.Thread(target=take); t.start()
        with c:
            items.append(7); c.notify()
        t.join()
        with c: print(c.wait(0.01), c.wait_for(lambda: False, 0.01), c.wait_for(lambda: 5))
        ---
        import threading, time
        s, at, most = threading.Semaphore(2), 0, 0
        def work():
            global at, most
            with s:
                at += 1; most = max(most, at); time.sleep(0.01); at -= 1
        threads = [threading.Thread(target=work) for _ in range(5)]
        for t in threads: t.start()
        for t in threads: t.join()
        print(most, s.acquire(False), s.acquire(False), s.acquire(False), s.acquire(timeout=0.01))
        ---
        import threading
        s = threading.BoundedSemaphore(1)
        with s: pass
        try: s.release()
        except ValueError as error: print(error)
        ---
        import threading, time
        b = threading.Barrier(3, action=lambda: print('all here'))
        def work(n):
            time.sleep(0.01 * n); b.wait(); passed.append(n)
        passed = []
        threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
        for t in threads: t.start()
        for t in threads: t.join()
        print(sorted(passed), b.parties, b.n_waiting, b.broken)
        try: b.wait(0.01)
        except threading.BrokenBarrierError as error: print('broken', b.broken)
        b.reset(); print(b.broken); b.abort(); print(b.broken)
        ---
        import threading
        own = threading.local(); own.x = 1
        def other():
            print(hasattr(own, 'x')); own.x = 2; print(own.x, own.__dict__)
        t = threading.Thread(target=other); t.start(); t.join()
        print(own.x, own.__dict__)
        class Own(threading.local):
            kind = 'k'
            def __init__(self, n): self.n = n; print('made', n)
            def double(self): return self.n * 2
        o = Own(4); o.n = 5
        t = threading.Thread(target=lambda: print(o.n, o.double(), o.kind)); t.start(); t.join()
        print(o.n)
        del o.n
        try: o.n
        except AttributeError as error: print(error)
        ---
        import threading
        timers = [threading.Timer(0.01 * n, print, ('timer', n)) for n in (3, 1, 2)]
        for t in timers: t.start()
        timers[0].cancel()
        for t in timers: t.join()
        print([t.finished.is_set() for t in timers])
        ---
        import queue, threading, time
        q = queue.Queue(maxsize=2)
        def produce():
            for n in range(5): q.put(n)
            q.put(None)
        got = []
        t = threading.Thread(target=produce); t.start()
        while (item := q.get()) is not None: got.append(item)
        print(got, q.empty(), q.full(), q.qsize())
        ---
        import queue, threading
        q = queue.Queue()
        def work():
            while True:
                done.append(q.get() * 2); q.task_done()
        done = []
        threading.Thread(target=work, daemon=True).start()
        for n in range(4): q.put(n)
        q.join(); print(done, q.unfinished_tasks)
        ---
        import queue
        q = queue.Queue(1); q.put(1)
        try: q.put(2, timeout=0.01)
        except queue.Full: print('full')
        try: q.put_nowait(2)
        except queue.Full: print('full')
        p = queue.PriorityQueue()
        for n in (3, 1, 2): p.put((n, str(n)))
        print([p.get() for _ in range(3)])
        l = queue.LifoQueue()
        for n in (3, 1, 2): l.put(n)
        print([l.get() for _ in range(3)])
        s = queue.SimpleQueue(); s.put(1); print(s.qsize(), s.get(), s.empty())
        ---
        from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_COMPLETED
        import time
        def slow(x): time.sleep(x / 50); return x
        with ThreadPoolExecutor(max_workers=3) as pool:
            fs = [pool.submit(slow, n) for n in (3, 1, 2)]
            print([f.result() for f in as_completed(fs)], [f.done() for f in fs])
            print(list(pool.map(slow, [2, 1])), list(pool.map(pow, [2, 3], [4, 5])))
            fs = [pool.submit(slow, n) for n in (3, 1)]
            done, rest = wait(fs, return_when=FIRST_COMPLETED)
            print([f.result() for f in done], [f.result() for f in rest])
            done, rest = wait([pool.submit(slow, 5)], timeout=0.01)
            print(len(done), len(rest))
        try: pool.submit(slow, 1)
        except RuntimeError as error: print(error)
        ---
        from concurrent.futures import ThreadPoolExecutor, TimeoutError, CancelledError
        import time, threading
        with ThreadPoolExecutor(1, thread_name_prefix='p') as pool:
            f = pool.submit(time.sleep, 0.05)
            g = pool.submit(lambda: threading.current_thread().name)
            h = pool.submit(print, 'never')
            print(f.running(), g.running(), h.cancel(), h.cancelled(), f.cancel())
            try: f.result(timeout=0.01)
            except TimeoutError as error: print(repr(error))
            print(g.result(), f.result(), f.done())
            try: h.result()
            except CancelledError as error: print(repr(error))
            e = pool.submit(lambda: 1 / 0)
            print(repr(e.exception()))
            try: e.result()
            except ZeroDivisionError as error: print(error)
            e.add_done_callback(lambda future: print('done', future is e))
        ---
        import threading
        def hook(args): print(args.exc_type.__name__, args.exc_value, args.thread is t)
        threading.excepthook = hook
        def fail(): raise ValueError('v')
        t = threading.Thread(target=fail); t.start(); t.join()
        def leave(): raise SystemExit(3)
        t = threading.Thread(target=leave); t.start(); t.join(); print('on')
        threading.excepthook = threading.__excepthook__
        ---
        import threading, time
        seen = []
        def feed():
            while True:
                seen.append(len(seen)); time.sleep(0.01)
        threading.Thread(target=feed, daemon=True).start()
        time.sleep(0.055)
        print(seen[:5])
        ---
        import threading, time
        done = False
        def work():
            global done
            time.sleep(0.02); done = True
        threading.Thread(target=work).start()
        while not done: pass
        print('seen')
        ---
        import time
        start = time.time(); time.sleep(0.3); print(round(time.time() - start, 1))
        start = time.monotonic(); time.sleep(0.2); print(round(time.monotonic() - start, 1))
        end, rounds = time.time() + 0.35, 0
        while time.time() < end: rounds += 1; time.sleep(0.1)
        print(rounds)
        end = time.perf_counter() + 0.01
        while time.perf_counter() < end: pass
        print('passed')
        ---
        import threading, time
        def generate():
            for n in range(3):
                time.sleep(0.01); yield n
        def work(name): print(name, sorted(generate(), key=lambda n: (time.sleep(0.01), -n)[1]))
        a, b = threading.Thread(target=work, args='a'), threading.Thread(target=work, args='b')
        a.start(); time.sleep(0.005); b.start(); a.join(); b.join()
        ---
        import threading, time
        def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
        def work(): print(depth(900))
        def deep(n):
            if n: return deep(n - 1)
            t = threading.Thread(target=work); t.start(); t.join()
        deep(600)
""")
