# `numpy.char` and `numpy.strings`: methods of texts on each element.

from numpy import array, asarray, broadcast_arrays


def _each(function, *args, kind=None):
    arrays = broadcast_arrays(*args)
    rows = zip(*[a.ravel().tolist() for a in arrays])
    results = [function(*row) for row in rows]
    if not results and kind is None:
        kind = 'U1'
    if kind is object:
        from numpy import empty
        result = empty(len(results), object)
        for at, own in enumerate(results):
            result[at] = own
    else:
        result = array(results, kind)
    result = result.reshape(arrays[0].shape)
    return result[()] if kind not in (None, 'U1') and result.ndim == 0 else result


def _of_method(name, kind=None):
    def function(a, *args):
        if asarray(a).dtype.kind not in 'UO':
            raise TypeError("string operation on non-string array")
        return _each(lambda text, *rest: getattr(text, name)(*rest), a, *args, kind=kind)
    function.__name__ = function.__qualname__ = name
    return function


capitalize, lower, upper, swapcase, title, strip, lstrip, rstrip, center, ljust, rjust, zfill, replace, expandtabs, join = [
    _of_method(name) for name in (
        'capitalize', 'lower', 'upper', 'swapcase', 'title', 'strip', 'lstrip', 'rstrip', 'center', 'ljust', 'rjust',
        'zfill', 'replace', 'expandtabs', 'join')
]
isalpha, isalnum, isdigit, isdecimal, isnumeric, islower, isupper, isspace, istitle, startswith, endswith = [
    _of_method(name, bool) for name in (
        'isalpha', 'isalnum', 'isdigit', 'isdecimal', 'isnumeric', 'islower', 'isupper', 'isspace', 'istitle',
        'startswith', 'endswith')
]
find, rfind, index, rindex, count = [_of_method(name, int) for name in ('find', 'rfind', 'index', 'rindex', 'count')]
split, rsplit, splitlines = [_of_method(name, object) for name in ('split', 'rsplit', 'splitlines')]


def partition(a, sep):
    a = asarray(a)
    return array([text.partition(sep) for text in a.ravel().tolist()]).reshape(a.shape + (3,))


def str_len(a):
    return _each(len, a, kind=int)


def add(x1, x2):
    return _each(lambda first, second: first + second, x1, x2)


def multiply(a, i):
    return _each(lambda text, times: text * times, a, i)


def mod(a, values):
    return _each(lambda text, value: text % value, a, values)


def slice(a, start=None, stop=None, step=None):
    if stop is None:
        start, stop = None, start
    return _each(lambda text: text[start:stop:step], a)


def _compared(test):
    def function(x1, x2):
        return _each(lambda first, second: test(first.rstrip(), second.rstrip()), x1, x2, kind=bool)
    return function


equal = _compared(lambda a, b: a == b)
not_equal = _compared(lambda a, b: a != b)
less = _compared(lambda a, b: a < b)
less_equal = _compared(lambda a, b: a <= b)
greater = _compared(lambda a, b: a > b)
greater_equal = _compared(lambda a, b: a >= b)
