"""Generator functions and iterators: yield, send, throw, close, yield from."""

from templates import lines, programs

CASES = [
    *programs("""
        def count(n):
            i = 0
            while i < n:
                yield i
                i += 1
            return 'over'
        g = count(2)
        print(next(g), next(g))
        try:
            next(g)
        except StopIteration as e:
            print('stop', e.value, e.args)
        print(list(count(3)), sum(count(5)), [*count(2)], 1 in count(3), max(count(4)), dict(enumerate(count(2))))
        ---
        def echo():
            received = yield 'ready'
            while received != 'end':
                received = yield received.upper()
            return 'bye'
        g = echo()
        print(g.send(None), g.send('a'), g.send('bc'))
        try:
            g.send('end')
        except StopIteration as e:
            print(e.value)
        ---
        def g(): yield 1
        g().send(5)
        ---
        def average():
            total = count = 0
            value = None
            while True:
                value = yield total / count if count else None
                total += value
                count += 1
        a = average()
        next(a)
        print([a.send(x) for x in [10, 20, 60]])
        a.close()
        print(next(a, 'closed'))
        ---
        def resilient():
            n = 0
            while n < 5:
                try:
                    n += 1
                    yield n
                except ValueError as e:
                    print('caught', e)
                    yield 'recovered'
                finally:
                    print('finally', n)
        g = resilient()
        print(next(g))
        print(g.throw(ValueError('x')))
        print(next(g))
        g.throw(KeyError('k'))
        ---
        def g():
            try:
                yield 1
            finally:
                print('closing')
        it = g()
        next(it)
        print(it.close(), it.close())
        print(list(it))
        ---
        def g():
            try:
                yield 1
            except GeneratorExit:
                print('exit')
                raise
        it = g()
        next(it)
        it.close()
        ---
        def stubborn():
            while True:
                try:
                    yield 1
                except GeneratorExit:
                    pass
        it = stubborn()
        next(it)
        try:
            it.close()
        except RuntimeError as e:
            print(e)
        ---
        def inner():
            x = yield 'a'
            print('got', x)
            yield 'b'
            return 'result'
        def outer():
            value = yield from inner()
            print('inner gave', value)
            yield from [1, 2]
            yield from 'xy'
            return 'end'
        g = outer()
        print(next(g), g.send('hello'), next(g), list(g))
        ---
        def inner():
            try:
                yield 1
            except ValueError:
                yield 'handled'
        def outer():
            yield from inner()
            yield 'after'
        g = outer()
        print(next(g), g.throw(ValueError), next(g))
        ---
        def tree(node):
            if node:
                left, value, right = node
                yield from tree(left)
                yield value
                yield from tree(right)
        print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))
        ---
        def flatten(items):
            for item in items:
                if isinstance(item, (list, tuple)):
                    yield from flatten(item)
                else:
                    yield item
        print(list(flatten([1, [2, (3, [4, []]), 5], [[6]]])))
        ---
        def fibonacci():
            a, b = 0, 1
            while True:
                yield a
                a, b = b, a + b
        def take(n, iterable):
            for i, x in zip(range(n), iterable):
                yield x
        print(list(take(12, fibonacci())))
        for f in fibonacci():
            if f > 50:
                break
        print(f)
        ---
        def numbers():
            print('start')
            yield 1
            print('middle')
            yield 2
            print('end')
        g = numbers()
        print('created')
        for n in g:
            print('n', n)
        print(list(g))
        ---
        def bad():
            yield 1
            return next(iter([]))
        print(list(bad()))
        ---
        def bad():
            yield 1
            raise ValueError('inside')
        g = bad()
        next(g)
        try:
            next(g)
        except ValueError as e:
            print(e, next(g, 'finished'))
        ---
        def g():
            yield next(it)
        it = g()
        next(it)
        ---
        g = (x for x in [1, 2])
        next(g)
        g.send('ignored')
        g.throw(TypeError('thrown in'))
        ---
        def g(): yield
        print(list(g()), next(g()), type(g()).__name__, type(g).__name__, hasattr(g(), '__next__'), iter(g()) is not None)
        it = g()
        print(iter(it) is it)
        len(g())
        ---
        def g(): yield 1
        g()[0]
        ---
        def g(a): yield a
        g()
        ---
        def g(n):
            if n < 0:
                return
            yield n
            yield from g(n - 1)
        print(list(g(3)), list(g(-1)), sorted(g(3)), ','.join(map(str, g(2))))
        ---
        def outer():
            yield from 5
        list(outer())
        ---
        class Countdown:
            def __init__(self, n):
                self.n = n
            def __iter__(self):
                return self
            def __next__(self):
                if self.n == 0:
                    raise StopIteration
                self.n -= 1
                return self.n
        c = Countdown(3)
        print(list(c), list(c), 2 in Countdown(3), list(zip(Countdown(2), 'ab')))
        a, b = Countdown(2)
        print(a, b)
        ---
        class Window:
            def __init__(self, items):
                self.items = items
            def __iter__(self):
                for i in range(len(self.items) - 1):
                    yield self.items[i:i + 2]
        print(list(Window('abcd')), [a + b for a, b in Window('xyz')])
        ---
        class Old:
            def __getitem__(self, i):
                if i > 2:
                    raise IndexError('out')
                return i * 10
        print(list(Old()), 20 in Old(), sum(Old()), [*Old()], dict(zip('ab', Old())), list(reversed([*Old()])))
        ---
        class NotIterator:
            def __iter__(self):
                return 5
        for x in NotIterator():
            pass
        ---
        class Broken:
            def __iter__(self):
                return self
        for x in Broken():
            pass
        ---
        def pipeline(lines):
            parsed = (line.split(',') for line in lines)
            typed = ((name, int(n)) for name, n in parsed)
            yield from (row for row in typed if row[1] > 1)
        print(list(pipeline(['a,1', 'b,2', 'c,3'])))
        print(list(pipeline(['a,1', 'b'])))
        ---
        def chunks(items, n):
            chunk = []
            for item in items:
                chunk.append(item)
                if len(chunk) == n:
                    yield chunk
                    chunk = []
            if chunk:
                yield chunk
        print(list(chunks(range(7), 3)), list(chunks('', 2)))
        ---
        def g():
            x = yield
            print('x is', x)
            y = yield x * 2
            print('y is', y)
        it = g()
        next(it)
        print(it.send(5))
        it.send(6)
    """),
    *lines("""
        next(iter([1]))
        next(iter([]))
        next(iter([]), 'default'), next(iter('ab')), next(iter({}), None)
        next([1])
        next(5)
        next()
        iter(5)
        iter(None)
        iter([], 5)
        list(iter(lambda c=[3, 2, 1, 0]: c.pop(0), 1))
        list(zip(*[iter('abcdef')] * 2)), list(zip(iter([1, 2]), iter('ab')))
        type(iter([])).__name__, type(iter(())).__name__, type(iter('')).__name__, type(iter({})).__name__, type(iter(range(0))).__name__, type(iter(set())).__name__
        type(map(str, [])).__name__, type(zip()).__name__, type(filter(None, [])).__name__, type(enumerate([])).__name__, type(reversed([])).__name__
        list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(map(pow, [2, 3], [3, 2])), list(map(str.upper, 'ab'))
        list(filter(None, [0, 1, '', 'a', [], None])), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(str.isdigit, 'a1b2'))
    """),
]
