"""Indexing and slicing of sequences, slice assignment and deletion."""

from templates import family, lines, programs

SLICES = ["1:3", ":", "::2", "::-1", "-3:-1", "4:1", "4:1:-1", "10:", ":-10", "::-2", "-1::-1", "1:100:3", "None:None:None", "2:-1", "-100:100", "5:0:-2", "::100", "True:3"]

CASES = [
    *family("'abcdef'[$s]", s=SLICES),
    *family("[0, 1, 2, 3, 4, 5][$s]", s=SLICES),
    *family("(0, 1, 2, 3, 4)[$s], b'abcde'[$s]", s=SLICES[:12]),
    *family("range(2, 30, 3)[$s]", s=SLICES),
    *family("$seq[$i]", seq=["[1, 2, 3]", "(1, 2, 3)", "'abc'", "b'abc'", "range(3)", "{'a': 1}", "{1, 2}", "5", "None", "1.5", "len"],
            i=["0", "-1", "3", "-4", "'a'", "None", "1.0", "::0", "True"]),
    *programs("""
        a = list(range(8))
        a[2:5] = 'xy'
        print(a)
        a[::2] = [0] * len(a[::2])
        print(a)
        a[1:1] = [9, 9]
        print(a)
        a[:] = []
        print(a)
        ---
        a = list(range(6))
        a[::2] = [1, 2]
        ---
        a = list(range(6))
        a[5:2] = [7]
        a[-1:] = (x * x for x in range(3))
        print(a)
        ---
        a = [1, 2, 3]
        a[0:2] = 5
        ---
        a = [1, 2, 3]
        a[5] = 1
        ---
        a = [1, 2, 3]
        a['x'] = 1
        ---
        a = list(range(10))
        del a[1:4]
        print(a)
        del a[::3]
        print(a)
        del a[-1]
        print(a)
        del a[10:]
        print(a)
        ---
        a = [1]
        del a[3]
        ---
        t = (1, 2, 3)
        t[0] = 5
        ---
        t = (1, 2, 3)
        del t[0]
        ---
        s = 'abc'
        s[0] = 'x'
        ---
        r = range(5)
        r[0] = 1
        ---
        b = b'abc'
        b[0] = 1
        ---
        class Show:
            def __getitem__(self, key):
                return key
        s = Show()
        print(s[1], s[1:2], s[::], s[1, 2], s[1:2, ::3], s['a'], s[...])
        ---
        s = slice(1, None, 2)
        print(s, s.start, s.stop, s.step, s.indices(6), 'abcdef'[s])
        print(slice(5), slice(-3, -1).indices(10), slice(None, None, -1).indices(4))
        print(slice(1, 2) == slice(1, 2))
        ---
        hash(slice(1, 2))
        ---
        a = [1, 2, 3, 4, 5, 6, 7]
        n = 3
        print([a[i:i + n] for i in range(0, len(a), n)], a[-n:], a[:-n], a[len(a) - n:])
        ---
        a = [[0] * 3 for _ in range(2)]
        a[1][2] = 5
        b = [[0] * 3] * 2
        b[1][2] = 5
        print(a, b)
        ---
        a = [1, 2, 3]
        a += (4, 5)
        a *= 2
        a[1:3] += [0]
        print(a)
        ---
        a = [1, 2]
        a += 5
        ---
        t = ([1], 2)
        try:
            t[0] += [3]
        except TypeError as e:
            print(e)
        print(t)
    """),
    *lines("""
        [1, 2, 3][0:2.0]
        'abc'['a':]
        [1, 2, 3][::0]
        range(10)[::0]
        list(range(10))[slice(2, 8, 3)]
        range(10)[2:8][1:][::-1], list(range(10)[2:8][1:][::-1])
        [*'abc'][1:][0]
        'hello'[1:-1][::-1].upper()
        [1, 2, 3][1:][1:][1:], [][:5], ''[2:3], ()[::-1]
    """),
]
