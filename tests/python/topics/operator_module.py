"""operator."""

from templates import family, lines

HEAD = "import operator\nfrom operator import *\n"
CASES = [
    *family("$f($a, $b)", code=HEAD, f=["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lt", "ge", "eq", "ne", "and_", "or_", "xor", "lshift", "is_", "concat", "contains"], a=["7", "[1]", "'a'"], b=["2", "[2]", "'b'"]),
    *lines("""
        neg(5), pos(-5), abs(-3), not_(0), truth([]), invert(5), inv(5), index(True), is_not(1, None)
        itemgetter(1)([1, 2, 3]), itemgetter(0, 2)('abc'), itemgetter('k')({'k': 5}), itemgetter(slice(1, 3))('abcd'), itemgetter(-1)((1, 2))
        itemgetter(5)([1])
        itemgetter('z')({})
        itemgetter()
        itemgetter(0)(5)
        attrgetter('real')(5), attrgetter('real', 'imag')(5), attrgetter('__class__.__name__')('a')
        attrgetter('nope')(5)
        methodcaller('upper')('abc'), methodcaller('split', ',')('a,b'), methodcaller('replace', 'a', 'b', 1)('aa'), methodcaller('center', 5)('x')
        methodcaller('nope')('a')
        sorted([(1, 'b'), (2, 'a')], key=itemgetter(1)), sorted({'b': 1, 'a': 2}.items(), key=itemgetter(1, 0)), max([(1, 5), (2, 3)], key=itemgetter(1)), list(map(itemgetter(0), ['ab', 'cd']))
        getitem([1, 2], 1), getitem({'a': 1}, 'a'), countOf([1, 2, 1], 1), indexOf([5, 6], 6), contains('abc', 'b'), length_hint([1, 2])
        getitem([1], 5)
        indexOf([1], 2)
        iadd([1], [2]), iadd(1, 2), imul([1], 2), concat('a', 'b'), setitem([1], 0, 2), delitem([1], 0)
        list(map(add, [1, 2], [10, 20])), list(map(mul, 'ab', [2, 3])), operator.add(1, 2.5), operator.__add__(1, 2), operator.matmul.__name__
        add(1)
        add(1, 2, 3)
        add(1, 'a')
        truediv(1, 0)
        operator.nope
        itemgetter(1), itemgetter('a', 'b'), attrgetter('x'), methodcaller('f', 1, k=2)
    """, code=HEAD),
]
