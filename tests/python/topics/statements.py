"""Loops, conditions, else clauses, del, assert, pass, with, global state of a small program."""

from templates import programs

CASES = programs("""
    for i in range(3):
        print(i, end=' ')
    else:
        print('else')
    for i in range(3):
        if i == 1:
            break
    else:
        print('never')
    print(i)
    ---
    for x in []:
        pass
    else:
        print('empty')
    print(x)
    ---
    n = 5
    while n:
        n -= 1
        if n == 3:
            continue
        if n == 1:
            break
        print(n)
    else:
        print('no break')
    while n > 0:
        n -= 1
    else:
        print('end', n)
    ---
    for i in range(2):
        for j in range(3):
            if j == 1:
                continue
            if i == 1:
                break
            print(i, j)
        else:
            print('inner done', i)
    ---
    grade = 77
    if grade >= 90:
        letter = 'A'
    elif grade >= 80:
        letter = 'B'
    elif grade >= 70:
        letter = 'C'
    else:
        letter = 'F'
    print(letter, 'pass' if letter != 'F' else 'fail')
    ---
    x = 5
    del x
    x
    ---
    a, b = 1, [1, 2, 3]
    del a, b[0], b[-1]
    print(b)
    class C: pass
    c = C()
    c.x = 1
    del c.x
    c.x
    ---
    class C: pass
    del C().x
    ---
    del undefined
    ---
    d = {'a': [1, 2], 'b': 2}
    del d['a'][0], d['b']
    print(d)
    del d['b']
    ---
    assert True
    assert 1 + 1 == 2, 'fine'
    assert [], 'empty list'
    ---
    assert False
    ---
    assert 0, {'a': 1}
    ---
    assert (1, 'always true')
    print('ok')
    ---
    x = 5
    assert isinstance(x, str), f'x should be str, is {type(x).__name__}'
    ---
    try:
        assert 1 > 2, 'math'
    except AssertionError as e:
        print(repr(e), e.args)
    ---
    pass
    ...
    None
    'text'
    print('nothing happened')
    ---
    if True: print('one'); x = 1; print(x)
    for i in 'ab': print(i); print('-')
    while False: print('no')
    ---
    class Managed:
        def __init__(self, name, swallow=False):
            self.name, self.swallow = name, swallow
        def __enter__(self):
            print('enter', self.name)
            return self.name.upper()
        def __exit__(self, kind, error, trace):
            print('exit', self.name, kind and kind.__name__, error)
            return self.swallow
    with Managed('a') as a, Managed('b') as b:
        print(a, b)
    with Managed('c', True):
        raise ValueError('swallowed')
    with (Managed('d') as d, Managed('e', True)):
        raise KeyError('inner')
    print(d)
    with Managed('f'):
        raise TypeError('escapes')
    ---
    class Managed:
        def __enter__(self): return [1, 2]
        def __exit__(self, *exc): print('exit', exc == (None, None, None))
    def f():
        with Managed() as (x, y):
            return x + y
    print(f())
    for i in range(2):
        with Managed():
            if i == 0:
                continue
            break
    ---
    with 5:
        pass
    ---
    class NoExit:
        def __enter__(self): return 1
    with NoExit():
        pass
    ---
    class Bad:
        def __enter__(self): raise ValueError('in enter')
        def __exit__(self, *e): print('not called')
    with Bad():
        pass
    ---
    class Bad:
        def __enter__(self): return self
        def __exit__(self, *e): raise KeyError('in exit')
    with Bad():
        raise ValueError('body')
    ---
    from contextlib import contextmanager
    @contextmanager
    def tag(name):
        print(f'<{name}>')
        try:
            yield name
        finally:
            print(f'</{name}>')
    with tag('p') as p, tag('b'):
        print(p)
    with tag('x'):
        raise ValueError('inside tag')
    ---
    from contextlib import suppress, closing, nullcontext
    with suppress(KeyError, ZeroDivisionError):
        1 / 0
    with nullcontext(5) as n:
        print(n)
    with suppress(KeyError):
        [][0]
    ---
    x: int = 5
    y: 'str'
    def f(a: int, b: list[int] = [1]) -> dict[str, int]:
        z: float = 1.0
        return {'a': a}
    print(x, f(1), __annotations__)
    y
    ---
    a = b = 3
    a += b
    a, b = b, a
    (a, b), c = (1, 2), 3
    print(a, b, c)
    ---
    if __name__ == '__main__':
        print('main')
    print(__name__)
    ---
    i = 10
    for i in range(2):
        pass
    print(i)
    for i, c in enumerate('ab'):
        i += 100
        print(i, c)
    for k in (d := {'a': 1}):
        d[k] = 2
    print(d)
    ---
    import math as m, json
    from math import sqrt as root, pi
    from collections import (deque,
                             Counter)
    print(m.floor(2.5), root(16), pi, deque([1]), Counter('a'), m.__name__, json.dumps(None))
    ---
    import nosuchmodule
    ---
    import math
    math.nosuchname
    ---
    import math
    math.pi = 3
    print(math.pi)
    math()
    ---
    import os.path
    import collections.abc
    print(os.path.join('a', 'b'), os.path.basename('x/y.txt'), isinstance([], collections.abc.Iterable))
    ---
    x = (1,
         2)
    y = [
        'a',
        'b',  # comment
    ]
    z = {'k': 1,
         'j': 2,
         }
    s = 'one ' \\
        'two'
    print(x, y, z, s)
    # a comment at the end
    ---
    text = '''line 1
    line 2'''
    print(text.splitlines(), repr(text))
    ---
    def validate(age):
        if not isinstance(age, int):
            raise TypeError('age must be an int')
        if age < 0:
            raise ValueError('age must not be negative')
        return age
    for value in [5, 'x', -1]:
        try:
            print(validate(value))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    ---
    nums = [3, 7, 1, 9]
    smallest = nums[0]
    for n in nums[1:]:
        if n < smallest: smallest = n
    evens = odds = 0
    for n in nums:
        if n % 2: odds += 1
        else: evens += 1
    print(smallest, evens, odds)
    ---
    result = ''
    for n in range(1, 16):
        result += 'FizzBuzz ' if n % 15 == 0 else 'Fizz ' if n % 3 == 0 else 'Buzz ' if n % 5 == 0 else f'{n} '
    print(result.strip())
    ---
    sieve = [True] * 50
    primes = []
    for n in range(2, 50):
        if sieve[n]:
            primes.append(n)
            for k in range(n * n, 50, n):
                sieve[k] = False
    print(primes)
    ---
    def bubble(items):
        items = items[:]
        for i in range(len(items)):
            swapped = False
            for j in range(len(items) - i - 1):
                if items[j] > items[j + 1]:
                    items[j], items[j + 1] = items[j + 1], items[j]
                    swapped = True
            if not swapped:
                break
        return items
    print(bubble([5, 2, 9, 1, 5, 6]), bubble([]), bubble(['b', 'a']))
    ---
    n, steps = 27, 0
    while n != 1:
        n = 3 * n + 1 if n % 2 else n // 2
        steps += 1
    print(steps)
    ---
    matrix = [[1, 2], [3, 4]]
    product = [[sum(a * b for a, b in zip(row, col)) for col in zip(*matrix)] for row in matrix]
    print(product)
    for row in product:
        print(' '.join(f'{v:4d}' for v in row))
    ---
    import sys
    print('to stdout', file=sys.stdout)
    sys.stdout.write('written\\n')
    print(sys.maxsize, sys.version_info >= (3, 8), type(sys.argv).__name__)
    ---
    code = compile("x = 1\\nprint(x + 1)", "made.py", "exec")
    exec(code); print(x, type(code).__name__, code.co_filename, code.co_name, code.co_names)
    e = compile("1 + y", "<expr>", "eval")
    print(eval(e, {"y": 4}), eval(e, {"y": 1}, {"y": 9}), exec(e, {"y": 1}))
    print(eval(compile("z = 3", "a", "exec")), z)
    try: compile("1 +", "bad.py", "exec")
    except SyntaxError as err: print(err, err.filename, err.lineno, err.offset, err.text)
    try: compile("1", "f", "other")
    except ValueError as err: print(err)
    try: compile(5, "f", "exec")
    except TypeError as err: print(err)
    try: compile("1")
    except TypeError as err: print(err)
    try: exec(compile("def f():\\n    return 1 / 0\\nf()", "own.py", "exec"))
    except ZeroDivisionError as err:
        t = err.__traceback__
        while t.tb_next: t = t.tb_next
        print(t.tb_frame.f_code.co_filename, t.tb_lineno)
    def outer():
        a = 1
        def inner(): return a
        return inner
    try: exec(outer().__code__)
    except TypeError as err: print(err)
    def g(): print("in g")
    exec(g.__code__)
    print(eval(g.__code__))
    ns = {}
    exec(compile("import math\\ndef area(r): return math.sqrt(r)", "geo", "exec"), ns)
    print(ns["area"](16), sorted(k for k in ns if not k.startswith("__")))
    print(compile(source="1", filename="f", mode="eval").co_filename)
    try: exec(5)
    except TypeError as err: print(err)
    try: compile(" 1", "f", "eval")
    except SyntaxError as err: print(type(err).__name__, err)
""")
