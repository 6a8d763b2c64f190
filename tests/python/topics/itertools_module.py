"""itertools."""

from templates import lines, programs

HEAD = "from itertools import *\n"
CASES = [
    *lines("""
        list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([1, 2], initial=100)), list(accumulate([])), list(accumulate('abc')), list(accumulate([], initial=5))
        list(accumulate([1, 'a']))
        list(accumulate(5))
        list(chain([1, 2], 'ab', (3,))), list(chain()), list(chain.from_iterable(['ab', [1]])), list(chain.from_iterable({'xy': 1}))
        list(chain([1], 5))
        list(chain(5))
        list(combinations('abcd', 2)), list(combinations(range(3), 3)), list(combinations('ab', 3)), list(combinations('ab', 0))
        list(combinations('ab', -1))
        list(combinations_with_replacement('abc', 2)), list(combinations_with_replacement('ab', 3))
        list(permutations('abc')), list(permutations('abc', 2)), list(permutations([1], 1)), list(permutations('ab', 3)), len(list(permutations(range(5))))
        list(product('ab', [1, 2])), list(product('ab', repeat=2)), list(product()), list(product([1], [])), list(product(range(2), 'x', [True, None]))
        list(product(5))
        list(compress('abcdef', [1, 0, 1, 0, 1])), list(compress('abc', [True])), list(compress([], []))
        list(dropwhile(lambda x: x < 3, [1, 4, 2, 5])), list(takewhile(lambda x: x < 3, [1, 2, 4, 1])), list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, '']))
        list(dropwhile(5, [1]))
        [(k, list(g)) for k, g in groupby('aaabbca')], [(k, len(list(g))) for k, g in groupby([1, 1, 2, 1])], [k for k, g in groupby('aab')]
        [(k, list(g)) for k, g in groupby(['apple', 'avocado', 'bean', 'cherry', 'corn'], key=lambda w: w[0])], [(k, sum(g)) for k, g in groupby(range(10), lambda x: x // 4)]
        [(k, [v for _, v in g]) for k, g in groupby(sorted([('b', 1), ('a', 2), ('b', 0)]), key=lambda p: p[0])], list(groupby([]))
        list(islice('abcdefg', 3)), list(islice('abcdefg', 2, 4)), list(islice('abcdefg', 1, None, 2)), list(islice(count(), 3, 10, 3)), list(islice([1, 2], 5)), list(islice('abc', None)), list(islice('abc', 0))
        list(islice('abc', -1))
        list(islice('abc', 1, 2, 0))
        list(islice('abc', 'a'))
        list(islice(5, 1))
        list(islice(count(5), 3)), list(islice(count(1, 0.5), 3)), list(islice(count(10, -3), 4)), count(5), count(1, 2), next(count()), list(zip(count(1), 'ab'))
        list(islice(cycle('ab'), 5)), list(islice(cycle([]), 5)), [x for _, x in zip(range(4), cycle([1, 2, 3]))]
        list(repeat('x', 3)), list(repeat(1, 0)), repeat(5), repeat('a', 2), list(map(pow, range(4), repeat(2))), list(repeat(1, -1))
        list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(lambda a, b=1: a + b, [(1,), (2, 3)]))
        list(starmap(pow, [1]))
        list(zip_longest('ab', [1, 2, 3])), list(zip_longest('a', 'bc', fillvalue='-')), list(zip_longest()), list(zip_longest([], [1]))
        list(zip_longest('a', bad=1))
        list(pairwise('abcd')), list(pairwise([1])), [b - a for a, b in pairwise([1, 4, 9, 16])]
        [list(t) for t in tee([1, 2, 3])], [list(t) for t in tee('ab', 3)], tee([1], 0)
        sum(1 for _ in takewhile(lambda n: n < 100, accumulate(count(1)))), list(map(sum, product([1, 2], [10, 20]))), max(accumulate([1, -2, 5, -1]))
        type(chain()).__name__, type(count()).__name__, type(groupby([])).__name__, type(islice([], 1)).__name__, isinstance(repeat(1), object)
        list(chain.from_iterable(repeat(x, n) for x, n in [('a', 2), ('b', 1)])), dict(zip(count(), 'ab')), ''.join(chain('ab', 'cd'))
        ' '.join(''.join(g) for _, g in groupby('112223')), [len(list(g)) for _, g in groupby(sorted('mississippi'))]
        list(accumulate([10, 20, 30], lambda total, x: total * 2 + x)), list(accumulate([(1, 'a'), (2, 'b')], lambda a, b: (a[0] + b[0], b[1])))
        next(chain())
        next(iter(cycle([])))
        next(combinations([], 1))
        combinations()
        product('ab', repeat=-1)
        list(islice(permutations('abcd'), 5, 8)), next(dropwhile(str.isspace, ' x')), list(filterfalse(str.isdigit, 'a1'))
    """, code=HEAD),
    *programs(HEAD + """
a, b = tee(x * x for x in range(4))
next(b)
print(list(zip(a, b)), list(a))
---
""" + HEAD + """
g = groupby([1, 1, 2, 2, 3])
k, first = next(g)
print(k, list(first))
k, second = next(g)
k, third = next(g)
print(list(second), list(third))
---
""" + HEAD + """
def batched(items, n):
    it = iter(items)
    while batch := list(islice(it, n)):
        yield batch
print(list(batched('abcdefg', 3)))
it = iter(range(10))
print(list(takewhile(lambda x: x < 3, it)), list(it))
print(list(islice(it, 2)))
---
import itertools
words = ['stream', 'batch', 'spark', 'state', 'bolt']
by_letter = {k: sorted(g) for k, g in itertools.groupby(sorted(words), key=lambda w: w[0])}
print(by_letter)
running = list(itertools.accumulate([5, 3, 9, 1], min))
print(running, list(itertools.chain(*by_letter.values())))
itertools.nothing
"""),
]

CASES += programs(
    r'''
    from itertools import islice
    for a in [(-2,-1),(-1,),('a',),(0,'a'),('a',5),(0,-2),(-2,),(1,5,0),(1,5,'x'),(1,5,-1),(None,None,None),(1,None,2),(10**30,),(0,10**30),(1.5,)]:
        try: print(a, list(islice(range(8),*a)))
        except Exception as e: print(a, type(e).__name__, e)
    '''
)
