"""What runs when the last reference goes: `finally` of abandoned generators, `__del__`."""

from templates import programs

CASES = programs("""
        def g(tag):
            try:
                yield 1
                yield 2
            finally:
                print('finally', tag)
        for x in g('break'):
            break
        print('after')
        ---
        def g(tag):
            try:
                yield 1
                yield 2
            finally:
                print('finally', tag)
        a = g('del'); next(a)
        del a
        print('after')
        ---
        def g(tag):
            try:
                yield 1
                yield 2
            finally:
                print('finally', tag)
        def f():
            b = g('return'); next(b)
            return 5
        print(f())
        ---
        def g(tag):
            try:
                yield 1
                yield 2
            finally:
                print('finally', tag)
        x = g('rebind'); next(x)
        x = None
        print('after')
        ---
        def g(tag):
            try:
                yield 1
                yield 2
            finally:
                print('finally', tag)
        print(any(v == 1 for v in g('any')))
        print('after')
        ---
        def g(tag):
            try:
                yield 1
                yield 2
            finally:
                print('finally', tag)
        l = [g('list')]; next(l[0])
        l.clear()
        print('after')
        ---
        def g(tag):
            try:
                yield 1
                yield 2
            finally:
                print('finally', tag)
        def outer():
            yield from g('inner')
        o = outer(); next(o)
        del o
        print('after')
        ---
        def g(tag):
            try:
                yield 1
                yield 2
            finally:
                print('finally', tag)
        n = g('never started')
        del n
        print('after')
        ---
        def g(tag):
            try:
                yield 1
                yield 2
            finally:
                print('finally', tag)
        def nested():
            with_tag = g('outer')
            for x in with_tag:
                for y in g('inner'):
                    return y
        print(nested())
        ---
        def g(tag):
            try:
                yield 1
                yield 2
            finally:
                print('finally', tag)
        d = {'k': g('dict')}; next(d['k'])
        d['k'] = 1
        print('after')
        s = g('slot'); next(s)
        s = g('second'); next(s)
        print('again')
        del s
        ---
        class D:
            def __init__(s,n): s.n=n
            def __del__(s): print('del', s.n)
        a = D('a')
        del a
        print('1')
        ---
        class D:
            def __init__(s,n): s.n=n
            def __del__(s): print('del', s.n)
        b = D('b')
        b = D('b2')
        print('2')
        del b
        ---
        class D:
            def __init__(s,n): s.n=n
            def __del__(s): print('del', s.n)
        def f():
            c = D('c'); d = D('d')
            print('in f')
        f()
        print('3')
        ---
        class D:
            def __init__(s,n): s.n=n
            def __del__(s): print('del', s.n)
        D('temporary')
        print('5')
        ---
        class D:
            def __init__(s,n): s.n=n
            def __del__(s): print('del', s.n)
        class E(D):
            def __del__(self):
                super().__del__()
                print('E')
        E('derived')
        print('6')
        ---
        class D:
            def __init__(s,n): s.n=n
            def __del__(s): print('del', s.n)
        keep = None
        class R:
            def __del__(self):
                global keep
                keep = self
                print('resurrected')
        R()
        print(keep is not None)
        keep = None
        print('7')
        ---
        class D:
            def __init__(s,n): s.n=n
            def __del__(s): print('del', s.n)
        d = {'k': D('in dict')}
        d['k'] = 1
        print('9')
        class Holder:
            pass
        h = Holder()
        h.x = D('attribute')
        h.x = None
        print('10')
        h.x = D('held')
        del h
        print('11')
        ---
        class A:
            pass
        def bye(self):
            print('bye')
        A.__del__ = bye
        A()
        print('after')
""")
