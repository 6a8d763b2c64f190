"""list and tuple: methods, operators, sorting, repr, errors."""

from templates import family, lines, programs

CASES = [
    *family("[3, 1, 2, 1].$m", m=["count(1)", "count(9)", "index(1)", "index(1, 2)", "index(1, 2, 3)", "index(9)", "index(2, -2)", "copy()", "pop()", "pop(0)", "pop(-2)", "pop(9)", "remove(9)", "pop('a')",
            "append()", "append(1, 2)", "insert(1)", "extend(5)", "extend()", "foo()", "sort(1)", "sort(key=1)", "index()", "clear(1)", "reverse(1)"]),
    *family("(3, 1, 2, 1).$m", m=["count(1)", "index(1, 2)", "index(9)", "append(1)", "sort()", "index('a')"]),
    *family("$a $op $b", a=["[1, 2]", "(1, 2)", "[]", "[1, 3]"], op=["+", "*", "==", "<", ">="], b=["[1, 2]", "(1, 2)", "2", "[1]", "None"]),
    *programs("""
        a = [3, 1, 2]
        a.append(5)
        a.extend((7, 8))
        a.extend('xy')
        a.insert(0, 'first')
        a.insert(-1, 'before last')
        a.insert(100, 'end')
        print(a, len(a))
        a.remove('x')
        a.reverse()
        print(a, a.pop(), a.pop(0), a.pop(-2))
        a.clear()
        print(a)
        ---
        a = [5, 2, 9, 1]
        print(a.sort(), a)
        a.sort(reverse=True)
        print(a)
        words = ['banana', 'Apple', 'cherry', 'date', 'fig']
        words.sort(key=len)
        print(words)
        words.sort(key=str.lower, reverse=True)
        print(words)
        words.sort(key=lambda w: (len(w), w))
        print(words)
        ---
        pairs = [('b', 2), ('a', 2), ('c', 1), ('a', 1)]
        print(sorted(pairs), sorted(pairs, key=lambda p: p[1]), sorted(pairs, key=lambda p: p[1], reverse=True))
        print(sorted(pairs, key=lambda p: (-p[1], p[0])))
        ---
        [1, 'a', 2].sort()
        ---
        [1, None].sort()
        ---
        sorted([{}, {}])
        ---
        sorted([1j, 2j])
        ---
        sorted([(1, 'a'), (1, None)])
        ---
        a = [1, 2]
        a.append(a)
        print(a, len(a), a[2] is a)
        d = {}
        d['self'] = d
        print(d)
        t = ([],)
        t[0].append(t)
        print(t)
        ---
        a = [1, 2, 3, 4]
        for x in a:
            if x == 2:
                a.remove(x)
        print(a)
        for i, x in enumerate(a):
            if len(a) < 8:
                a.append(x * 10)
        print(a)
        ---
        a = [1]
        b = a
        c = a[:]
        b.append(2)
        print(a, b, c, a is b, a is c, a == [1, 2])
        ---
        a = [[1, 2], [3]]
        b = a.copy()
        b[0].append(9)
        b.append([4])
        print(a, b)
        ---
        def key(x):
            if x == 2:
                raise ValueError('bad key')
            return x
        a = [3, 2, 1]
        try:
            a.sort(key=key)
        except ValueError as e:
            print(e, a)
        ---
        stack, queue = [], [1, 2, 3]
        while queue:
            stack.append(queue.pop(0))
        print(stack, queue)
        queue.pop()
        ---
        matrix = [[1, 2, 3], [4, 5, 6]]
        print([list(row) for row in zip(*matrix)], sum(matrix, []), [x for row in matrix for x in row])
        print(max(matrix), [max(row) for row in matrix], [1, 2] in matrix)
        ---
        t = 1, 2, 3
        u = 4,
        v = ()
        print(t, u, v, t + u + v, t * 2, len(t), t[1], t[-1], 2 in t, hash(t) == hash((1, 2, 3)))
        a, *b = t
        print(a, b, t < (1, 3), t == [1, 2, 3], tuple('ab'), tuple([1]), tuple({'k': 1}))
    """),
    *lines("""
        [], [1], [1, [2, [3]]], ['a', "b'c", None, True, 1.5], [(), {}, set()], [[]] * 3
        (), (1,), (1, 2), ((1,), (2,)), ('a',), (None,), ((),), (1, (2, (3,)))
        [1, 2] < [1, 2, 3], [2] > [1, 9], [] < [0], [1, 'a'] == [1, 'a'], (1, 2) < (1, 3), [1, [2]] < [1, [3]]
        [1, 'a'] < [1, 2]
        [1, 2] < (1, 2)
        (1, None) < (1, 2)
        [1] + (2,)
        (1,) + [2]
        [1] * [2]
        [1] - [1]
        [1] * 'a'
        -[1]
        [1] & [1]
        list('abc'), list((1, 2)), list({'a': 1}), list(range(3)), list(), list({5: 1}.items()), list(map(str, [1]))
        list(5)
        list(1, 2)
        list(None)
        tuple(5)
        tuple(1, 2)
        list(x=1)
        [*range(3), *'ab', *(1,)], (*[1], 2), [*{}, *[]]
        [*5]
        (*None,)
        [1, 2, 3].index(3), [1, 2.0, True].index(2), [1, True, 1.0].count(1), ['a', None].index(None)
        [1, 2, 3] == [1.0, 2.0, 3.0], (1, 2) == (True, 2.0)
        [[1, 2], [3, 4]][1][0], ((1, 2), 3)[0][1], [{'a': [1, 2]}][0]['a'][1]
        sum([[1], [2]], []), sum(((1,), (2,)), ())
        sum(['a', 'b'])
        sum(['a', 'b'], '')
        sum([b'a'], b'')
        sum([1, 'a'])
        sum([[1], [2]])
        sum(5)
        min([3, 1, 2]), max('a', 'b'), min((2, 'b'), (2, 'a')), max([1, 2], [1, 3])
        hash((1, 2, 3)), hash(()), hash((1,)), hash(('a', 1)), hash((1.5, 'x')), hash(((1, 2), 3)), hash((-1,)), hash((0, 0))
        hash([1])
        hash((1, [2]))
        {[1]: 2}
        {(1, []): 2}
        {[]}
        {{}: 1}
        [1, 2, 3].__len__(), [1].__contains__(1), [1, 2].__getitem__(0), [1].__add__([2]), [1].__eq__((1,))
        list(reversed([1, 2, 3])), [3, 2, 1][::-1], sorted([3, 1, 2], reverse=True), list(reversed((1, 2)))
        [i for i in reversed(range(5))], list(enumerate('ab')), list(enumerate('ab', 5)), list(zip('ab', [1, 2], (True, False)))
        [0] * 5, [None] * 2, [[]] * 2, 'ab' * 2, (1, 2) * 2, 0 * [1], -1 * (1,)
        any([]), all([]), any([0, '']), all([1, 'a', [0]]), any(x > 2 for x in [1, 2, 3])
        bool([]), bool([0]), bool(()), bool((0,)), not [], not [[]]
        [1, 2, 3][True], [1, 2, 3][-True]
        [].pop()
        [].remove(1)
        [].index(1)
        ().index(1)
        [1](2)
        (1)(2)
        [1].x
        [1]['a']
        len(5)
        len(None)
        5 in 5
        1 in None
        [1, 2] is [1, 2], [] == (), [] == False, (1) == 1, (1,) == 1
        sorted(['b', 'A', 'c', 'B']), sorted([True, 0, 2, -1.5]), sorted('hello'), sorted({'b': 1, 'a': 2}), sorted([[2, 1], [1, 5], [1]])
        sorted([(2, 'b'), (1, 'z'), (2, 'a')], key=lambda t: t[0]), sorted([3, -1, -2], key=abs), sorted(['10', '9', '1'], key=int)
        sorted(5)
        sorted([1], key=5)
        sorted([1, 2], lambda x: x)
        sorted()
        sorted([3, 1], reverse='yes'), sorted([], key=None)
        sorted([1], foo=2)
    """),
]
