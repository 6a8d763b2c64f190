# `numpy.testing`: assertions about arrays, with NumPy's messages.

from numpy import absolute, asarray, isnan, ndarray
import numpy as np


def _fail(header, err_msg, parts):
    text = [''.join(['\n', header]) + ('\n' + err_msg if err_msg and '\n' in err_msg else ' ' + err_msg if err_msg else '')]
    raise AssertionError('\n'.join(text + parts))


def _shown(x, y, names=('ACTUAL', 'DESIRED'), precision=8):
    parts = []
    for name, value in zip(names, (x, y)):
        text = np.array_repr(value, precision=precision) if isinstance(value, ndarray) else repr(value)
        lines = text.splitlines()
        text = '\n'.join(lines[:3]) + '...' if len(lines) > 3 else text
        parts.append(f' {name}: {text}')
    return parts


def _compare(test, x, y, header, err_msg='', verbose=True, equal_nan=True, strict=False, names=('ACTUAL', 'DESIRED'), precision=6):
    x, y = asarray(x), asarray(y)
    if x.shape != () and y.shape != () and x.shape != y.shape:
        _fail(header, err_msg + f'\n(shapes {x.shape}, {y.shape} mismatch)', _shown(x, y, names, precision) if verbose else [])
    if strict and x.dtype != y.dtype:
        _fail(header, err_msg + f'\n(dtypes {x.dtype}, {y.dtype} mismatch)', _shown(x, y, names, precision) if verbose else [])
    wide = np.broadcast_arrays(x, y)
    numeric = x.dtype.kind in 'biufc' and y.dtype.kind in 'biufc'
    ignored = np.zeros(wide[0].shape, bool)
    if equal_nan and numeric:
        first, second = isnan(wide[0]), isnan(wide[1])
        if not (first == second).all():
            _fail(header, err_msg + '\nnan location mismatch:', _shown(x, y, names, precision) if verbose else [])
        ignored = first & second
    same = asarray(test(wide[0], wide[1])) | ignored
    if asarray(same).all():
        return
    bad = ~asarray(same)
    count, total = int(bad.sum()), bad.size
    remarks = [f'Mismatched elements: {count} / {total} ({_percent(100 * count / total)}%)']
    if x.ndim and y.ndim or x.ndim != y.ndim:
        places = np.argwhere(bad)
        kept = places[:5].tolist()
        remarks.append('Mismatch at index:' if count == 1 else 'Mismatch at indices:' if count <= 5 else 'First 5 mismatches are at indices:')
        for index in kept:
            at = tuple(index)
            remarks.append(f' {index}: {wide[0][at]} ({names[0]}), {wide[1][at]} ({names[1]})')
    if numeric and x.dtype.kind != 'b' and y.dtype.kind != 'b':
        first, second = [np.atleast_1d(own)[np.atleast_1d(bad)] for own in wide]
        error = absolute(first * 1 - second * 1)
        remarks.append('Max absolute difference among violations: ' + _rounded(error.max()))
        scale = absolute(second)
        if (scale != 0).all():
            most = (error / scale).max()
        elif (scale != 0).any():
            most = (error[scale != 0] / scale[scale != 0]).max()
        else:
            most = np.inf
        remarks.append('Max relative difference among violations: ' + _rounded(most))
    _fail(header, err_msg + '\n' + '\n'.join(remarks), _shown(x, y, names, precision) if verbose else [])


def _percent(value):
    return f'{value:.3g}'


def _rounded(value):
    text = np.array2string(asarray(value).reshape(1))[1:-1].strip()
    return text[:-1] if text.endswith('.') else text


def assert_array_equal(actual, desired, err_msg='', verbose=True, *, strict=False):
    _compare(lambda a, b: a == b, actual, desired, 'Arrays are not equal', err_msg, verbose, strict=strict)


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg='', verbose=True, *, strict=False):
    header = f'Not equal to tolerance rtol={rtol:g}, atol={atol:g}'
    _compare(lambda a, b: np.isclose(a, b, rtol, atol, equal_nan), actual, desired, header, err_msg, verbose, equal_nan, strict)


def assert_array_almost_equal(actual, desired, decimal=6, err_msg='', verbose=True):
    header = f'Arrays are not almost equal to {decimal} decimals'
    _compare(lambda a, b: absolute(a - b) < 1.5 * 10.0 ** -decimal, actual, desired, header, err_msg, verbose, precision=decimal)


def assert_array_less(x, y, err_msg='', verbose=True, *, strict=False):
    _compare(lambda a, b: a < b, x, y, 'Arrays are not strictly ordered `x < y`', err_msg, verbose, False, strict, ('x', 'y'))


def assert_equal(actual, desired, err_msg='', verbose=True, *, strict=False):
    if isinstance(desired, dict):
        if not isinstance(actual, dict):
            raise AssertionError(repr(type(actual)))
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for key in desired:
            if key not in actual:
                raise AssertionError(repr(key))
            assert_equal(actual[key], desired[key], f'key={key!r}\n{err_msg}', verbose)
    elif isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for at in range(len(desired)):
            assert_equal(actual[at], desired[at], f'item={at!r}\n{err_msg}', verbose)
    elif isinstance(actual, ndarray) or isinstance(desired, ndarray):
        assert_array_equal(actual, desired, err_msg, verbose, strict=strict)
    elif not (actual == desired) and not (actual != actual and desired != desired):
        _fail('Items are not equal:', err_msg, _shown(actual, desired) if verbose else [])


def assert_almost_equal(actual, desired, decimal=7, err_msg='', verbose=True):
    if isinstance(actual, (ndarray, tuple, list)) or isinstance(desired, (ndarray, tuple, list)):
        return assert_array_almost_equal(actual, desired, decimal, err_msg)
    if actual != actual and desired != desired or actual == desired:
        return
    if not abs(desired - actual) < 1.5 * 10.0 ** -decimal:
        _fail(f'Arrays are not almost equal to {decimal} decimals', err_msg, _shown(actual, desired) if verbose else [])


def assert_approx_equal(actual, desired, significant=7, err_msg='', verbose=True):
    if actual == desired:
        return
    scale = 10.0 ** np.floor(np.log10(0.5 * (abs(desired) + abs(actual))))
    if not abs(desired / scale - actual / scale) < 10.0 ** -(significant - 1):
        _fail(f'Items are not equal to {significant} significant digits:', err_msg, _shown(actual, desired) if verbose else [])


def assert_string_equal(actual, desired):
    if actual != desired:
        raise AssertionError(f'Differences in strings:\n- {actual}+ {desired}')


def assert_(val, msg=''):
    if not val:
        raise AssertionError(msg() if callable(msg) else msg)


class _Raised:
    def __init__(self, kinds, pattern=None):
        self.kinds, self.pattern = kinds, pattern

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            names = self.kinds if isinstance(self.kinds, tuple) else (self.kinds,)
            raise AssertionError(' or '.join([own.__name__ for own in names]) + ' not raised')
        if not issubclass(kind, self.kinds):
            return False
        if self.pattern is not None:
            import re
            if not re.search(self.pattern, str(value)):
                raise AssertionError(f'"{self.pattern}" does not match "{value}"')
        self.exception = value
        return True


def assert_raises(exception_class, callable=None, *args, **kwargs):
    if callable is None:
        return _Raised(exception_class)
    with _Raised(exception_class):
        callable(*args, **kwargs)


def assert_raises_regex(exception_class, expected_regexp, callable=None, *args, **kwargs):
    if callable is None:
        return _Raised(exception_class, expected_regexp)
    with _Raised(exception_class, expected_regexp):
        callable(*args, **kwargs)
