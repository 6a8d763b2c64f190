# Choosing, comparing, ordering and counting elements.

from _numpy import *
from _numpy import _sorted
from _numpy_arrays import *
from _numpy_arrays import _axis


def _of_method(name):
    def function(a, *args, **options):
        return getattr(asarray(a), name)(*args, **options)
    function.__name__ = function.__qualname__ = name
    return function


argmin, argmax, argsort, cumsum, cumprod, take, nonzero, searchsorted, mean, std, var, sum, prod, min, max, all, any = [
    _of_method(name) for name in (
        "argmin", "argmax", "argsort", "cumsum", "cumprod", "take", "nonzero", "searchsorted", "mean", "std", "var",
        "sum", "prod", "min", "max", "all", "any")
]
amin, amax, cumulative_sum, cumulative_prod = min, max, cumsum, cumprod
_sum = sum


def sum(a, *args, **options):
    if not isinstance(a, (ndarray, list, tuple, generic)) and hasattr(a, '__next__'):
        a = list(a)
    return _sum(a, *args, **options)


def where(condition, *args):
    condition = asarray(condition)
    if not args:
        return condition.nonzero()
    if len(args) != 2:
        raise ValueError("either both or neither of x and y should be given")
    x, y = args
    # A text would name a type here.
    kept = result_type(*[asarray(own) if isinstance(own, str) else own for own in args])
    x, y = asarray(x), asarray(y)
    joint = broadcast_shapes(condition.shape, x.shape, y.shape)
    condition = broadcast_to(condition.astype(bool), joint)
    chosen = broadcast_to(y, joint).astype(kept)
    chosen[condition] = broadcast_to(x, joint)[condition]
    return chosen


def argwhere(a):
    return transpose(array(asarray(a).nonzero()))


def flatnonzero(a):
    return asarray(a).ravel().nonzero()[0]


def select(condlist, choicelist, default=0):
    result = default
    for condition, choice in reversed(list(zip(condlist, choicelist))):
        result = where(condition, choice, result)
    return asarray(result)


def piecewise(x, condlist, funclist, *args, **kw):
    x = asarray(x)
    conditions = [asarray(condition) for condition in condlist]
    if len(funclist) == len(conditions) + 1:
        rest = conditions[0]
        for condition in conditions[1:]:
            rest = rest | condition
        conditions.append(~rest)
    result = zeros_like(x)
    for condition, function in zip(conditions, funclist):
        result[condition] = function(x[condition], *args, **kw) if callable(function) else function
    return result


def choose(a, choices, out=None, mode='raise'):
    a = asarray(a)
    choices = [broadcast_to(asarray(choice), a.shape) for choice in choices]
    result = zeros(a.shape, result_type(*choices))
    for at, choice in enumerate(choices):
        result[a == at] = choice[a == at]
    return result


def compress(condition, a, axis=None):
    a, axis = (asarray(a).ravel(), 0) if axis is None else (asarray(a), axis)
    return a.take(flatnonzero(condition), axis)


def extract(condition, arr):
    return asarray(arr).ravel()[asarray(condition).ravel().astype(bool)]


def place(arr, mask, vals):
    vals = asarray(vals).ravel()
    mask = asarray(mask).astype(bool)
    count = int(mask.sum())
    arr[mask] = vals.take(arange(count) % len(vals))


def putmask(a, mask, values):
    mask = asarray(mask).astype(bool)
    values = asarray(values).ravel()
    a[mask] = values.take(arange(a.size) % len(values)).reshape(a.shape)[mask]


def copyto(dst, src, casting='same_kind', where=True):
    if where is True:
        dst[...] = src
    else:
        mask = broadcast_to(asarray(where), dst.shape)
        dst[mask] = broadcast_to(asarray(src), dst.shape)[mask]


def put(a, ind, v, mode='raise'):
    ind = asarray(ind).ravel()
    v = asarray(v).ravel()
    if len(ind):
        a[unravel_index(ind % a.size, a.shape)] = v.take(arange(len(ind)) % len(v))


def take_along_axis(arr, indices, axis=-1):
    if axis is None:
        return asarray(arr).ravel()[asarray(indices)]
    return asarray(arr)[_along(arr, indices, axis)]


def put_along_axis(arr, indices, values, axis):
    arr[_along(arr, indices, axis)] = values


def _along(arr, indices, axis):
    axis = _axis(axis, arr.ndim)
    return tuple([indices if own == axis else arange(arr.shape[own]).reshape([-1 if at == own else 1 for at in range(arr.ndim)])
                  for own in range(arr.ndim)])


def ix_(*args):
    results = []
    for own, part in enumerate(args):
        part = asarray(part)
        if part.dtype.kind == 'b':
            part = part.nonzero()[0]
        results.append(part.reshape((1,) * own + (-1,) + (1,) * (len(args) - own - 1)))
    return tuple(results)


def unravel_index(indices, shape, order='C'):
    indices = asarray(indices)
    shape = (shape,) if isinstance(shape, int) else shape
    parts = []
    for length in reversed(shape):
        parts.append(indices % length)
        indices = indices // length
    return tuple(reversed(parts))


def ravel_multi_index(multi_index, dims, mode='raise', order='C'):
    flat = 0
    for index, length in zip(multi_index, dims):
        flat = flat * length + asarray(index)
    return flat[()] if isinstance(flat, ndarray) and flat.ndim == 0 else flat


def diag_indices(n, ndim=2):
    return (arange(n),) * ndim


def tril_indices(n, k=0, m=None):
    return tri(n, m, k, bool).nonzero()


def triu_indices(n, k=0, m=None):
    return (~tri(n, m, k - 1, bool)).nonzero()


def ndindex(*shape):
    shape = shape[0] if len(shape) == 1 and isinstance(shape[0], tuple) else shape
    count = 1
    for length in shape:
        count *= length
    for flat in range(count):
        index = []
        for length in reversed(shape):
            index.append(flat % length)
            flat //= length
        yield tuple(reversed(index))


def ndenumerate(arr):
    arr = asarray(arr)
    for index in ndindex(arr.shape):
        yield index, arr[index]


def nditer(op, *args, **options):
    for item in asarray(op).ravel():
        yield asarray(item)


def sort(a, axis=-1, kind=None, order=None, *, stable=None):
    return _sorted(a, axis)


def sort_complex(a):
    return _sorted(asarray(a, complex128), -1)


def partition(a, kth, axis=-1, kind='introselect', order=None):
    return _sorted(a, axis)


def argpartition(a, kth, axis=-1, kind='introselect', order=None):
    return asarray(a).argsort(axis)


def lexsort(keys, axis=-1):
    keys = [asarray(key) for key in keys]
    order = arange(keys[0].shape[-1])
    for key in keys:
        order = order[key[order].argsort(kind='stable')]
    return order


def digitize(x, bins, right=False):
    x, bins = asarray(x), asarray(bins)
    if len(bins) > 1 and bins[0] > bins[-1]:
        return len(bins) - bins[::-1].searchsorted(x, side='left' if not right else 'right')
    return bins.searchsorted(x, side='left' if right else 'right')


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True):
    ar = asarray(ar)
    shape = ar.shape
    if axis is not None and ar.ndim > 1:
        rows = moveaxis(ar, axis, 0)
        flat = rows.reshape(rows.shape[0], -1).tolist()
        order = _builtin_sorted(range(len(flat)), key=flat.__getitem__)
        starts = [at for at in range(len(order)) if at == 0 or flat[order[at]] != flat[order[at - 1]]]
        order = array(order, int64)
        values = moveaxis(rows[order[array(starts, int64)]], 0, axis)
        shape = (len(flat),)
    else:
        flat = ar.ravel()
        order = flat.argsort(kind='stable')
        ordered = flat[order]
        fresh = ones(len(ordered), bool)
        if len(ordered) > 1:
            fresh[1:] = ordered[1:] != ordered[:-1]
            if equal_nan and ordered.dtype.kind == 'f':
                fresh[1:] &= ~(isnan(ordered[1:]) & isnan(ordered[:-1]))
        values = ordered[fresh]
        starts = fresh.nonzero()[0].tolist()
    results = [values]
    if return_index:
        results.append(order[array(starts, int64)])
    if return_inverse:
        inverse = zeros(len(order), int64)
        marks = zeros(len(order), int64)
        marks[array(starts, int64)] = 1
        inverse[order] = marks.cumsum() - 1
        results.append(inverse.reshape(shape))
    if return_counts:
        results.append(diff(array(starts + [len(order)], int64)))
    return results[0] if len(results) == 1 else tuple(results)


_builtin_sorted = sorted


def unique_values(x):
    return unique(x)


def unique_counts(x):
    return unique(x, return_counts=True)


def unique_inverse(x):
    return unique(x, return_inverse=True)


def union1d(ar1, ar2):
    return unique(concatenate((asarray(ar1).ravel(), asarray(ar2).ravel())))


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    first, at1 = unique(ar1, return_index=True)
    second, at2 = unique(ar2, return_index=True)
    both = isin(first, second)
    if return_indices:
        return first[both], at1[both], at2[isin(second, first)]
    return first[both]


def setdiff1d(ar1, ar2, assume_unique=False):
    ar1 = asarray(ar1).ravel() if assume_unique else unique(ar1)
    return ar1[~isin(ar1, ar2)]


def setxor1d(ar1, ar2, assume_unique=False):
    return union1d(setdiff1d(ar1, ar2), setdiff1d(ar2, ar1))


def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
    element = asarray(element)
    known = set(asarray(test_elements).ravel().tolist())
    flags = array([(item in known) != invert for item in element.ravel().tolist()], bool)
    return flags.reshape(element.shape)


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = asarray(a), asarray(b)
    close = (absolute(a - b) <= atol + rtol * absolute(b)) & isfinite(b) | (a == b)
    return close | (isnan(a) & isnan(b)) if equal_nan else close


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return asarray(isclose(a, b, rtol, atol, equal_nan)).all().item()


def array_equal(a1, a2, equal_nan=False):
    a1, a2 = asarray(a1), asarray(a2)
    if a1.shape != a2.shape:
        return False
    same = a1 == a2
    if equal_nan:
        same = same | (isnan(a1) & isnan(a2))
    return asarray(same).all().item()


def array_equiv(a1, a2):
    try:
        return asarray(asarray(a1) == asarray(a2)).all().item()
    except ValueError:
        return False


def count_nonzero(a, axis=None, *, keepdims=False):
    return asarray(a).astype(bool).sum(axis=axis, keepdims=keepdims)


def isscalar(element):
    return isinstance(element, (int, float, complex, str, bytes, generic))


def iscomplexobj(x):
    return asarray(x).dtype.kind == 'c'


def isrealobj(x):
    return not iscomplexobj(x)


def iscomplex(x):
    return imag(x) != 0


def isreal(x):
    return imag(x) == 0


def isneginf(x):
    return isinf(x) & signbit(x)


def isposinf(x):
    return isinf(x) & ~signbit(x)


def real(val):
    return asarray(val).real if isinstance(val, (list, tuple, ndarray)) else getattr(val, 'real', val)


def imag(val):
    return asarray(val).imag if isinstance(val, (list, tuple, ndarray)) else getattr(val, 'imag', 0)


def angle(z, deg=False):
    result = arctan2(imag(z), real(z))
    return result * (180 / pi) if deg else result


def clip(a, a_min=None, a_max=None, out=None, *, min=None, max=None, **options):
    a_min = min if a_min is None else a_min
    a_max = max if a_max is None else a_max
    result = a if isinstance(a, (ndarray, generic)) else asarray(a)
    if a_min is not None:
        result = maximum(result, a_min)
    if a_max is not None:
        result = minimum(result, a_max)
    if out is not None:
        out[...] = result
        return out
    return result if a_min is not None or a_max is not None else asarray(a).copy()


def round(a, decimals=0, out=None):
    if isinstance(a, (float, int)):
        return (float64(a) if isinstance(a, float) else int64(a)).round(decimals)
    result = (a if isinstance(a, generic) else asarray(a)).round(decimals)
    if out is not None:
        out[...] = result
        return out
    return result


around = round


def fix(x):
    return trunc(x)


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    x = array(x, copy=copy) if copy else asarray(x)
    scalar = x.ndim == 0
    x = x.reshape(-1) if scalar else x
    if x.dtype.kind == 'f':
        x[isnan(x)] = nan
        x[isposinf(x)] = 1.7976931348623157e+308 if posinf is None else posinf
        x[isneginf(x)] = -1.7976931348623157e+308 if neginf is None else neginf
    return x[0] if scalar else x


def divmod(x1, x2):
    return floor_divide(x1, x2), remainder(x1, x2)


def modf(x):
    whole = trunc(x)
    return x - whole if isinstance(x, (ndarray, generic)) else asarray(x) - whole, whole


def sinc(x):
    x = asarray(x) * pi
    y = where(asarray(x == 0), 1.0e-20, x)
    return asarray(sin(y) / y)[()]


def diff(a, n=1, axis=-1, prepend=None, append=None):
    a = asarray(a)
    if n < 0:
        raise ValueError("order must be non-negative but got " + repr(n))
    if a.ndim == 0:
        raise ValueError("diff requires input that is at least one dimensional")
    axis = _axis(axis, a.ndim)
    ends = []
    for end in (prepend, append):
        if end is not None:
            end = asarray(end)
            if end.ndim == 0:
                own = list(a.shape)
                own[axis] = 1
                end = broadcast_to(end, own)
        ends.append(end)
    parts = [part for part in (ends[0], a, ends[1]) if part is not None]
    a = concatenate(parts, axis) if len(parts) > 1 else a
    later = tuple([slice(1, None) if own == axis else slice(None) for own in range(a.ndim)])
    earlier = tuple([slice(None, -1) if own == axis else slice(None) for own in range(a.ndim)])
    for _ in range(n):
        a = a[later] != a[earlier] if a.dtype.kind == 'b' else a[later] - a[earlier]
    return a


def ediff1d(ary, to_end=None, to_begin=None):
    parts = [to_begin, diff(asarray(ary).ravel()), to_end]
    return concatenate([asarray(part).ravel() for part in parts if part is not None])


def gradient(f, *varargs, axis=None, edge_order=1):
    f = asarray(f) * 1.0
    axes = range(f.ndim) if axis is None else [axis] if isinstance(axis, int) else axis
    steps = list(varargs) if len(varargs) == len(axes) else [varargs[0] if varargs else 1.0] * len(axes)
    results = []
    for own, step in zip(axes, steps):
        rows = moveaxis(f, own, 0)
        result = zeros(rows.shape)
        if isinstance(step, (list, tuple, ndarray)):
            h = diff(asarray(step) * 1.0)
            for at in range(1, len(rows) - 1):
                a, b = h[at - 1], h[at]
                result[at] = rows[at - 1] * (-b / (a * (a + b))) + rows[at] * ((b - a) / (a * b)) + rows[at + 1] * (a / (b * (a + b)))
            first, last = h[0], h[-1]
        else:
            result[1:-1] = (rows[2:] - rows[:-2]) / (2. * step)
            first = last = step
        result[0] = (rows[1] - rows[0]) / first
        result[-1] = (rows[-1] - rows[-2]) / last
        results.append(moveaxis(result, 0, own))
    return results[0] if len(results) == 1 else tuple(results)


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    rows = moveaxis(asarray(arr), axis, -1)
    results = [asarray(func1d(rows[index], *args, **kwargs)) for index in ndindex(rows.shape[:-1])]
    result = array(results).reshape(rows.shape[:-1] + results[0].shape)
    for own in range(results[0].ndim):
        result = moveaxis(result, rows.ndim - 1 + own, _axis(axis, rows.ndim) + own)
    return result


def apply_over_axes(func, a, axes):
    for axis in [axes] if isinstance(axes, int) else axes:
        result = func(a, axis)
        a = result if result.ndim == asarray(a).ndim else expand_dims(result, axis)
    return a


class vectorize:
    def __init__(self, pyfunc=None, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        self.pyfunc, self.otypes = pyfunc, otypes
        self.excluded = excluded or set()

    def __call__(self, *args, **kwargs):
        if self.pyfunc is None:
            self.pyfunc = args[0]
            return self
        arrays = broadcast_arrays(*args)
        flat = [a.ravel().tolist() if a.dtype.kind == 'O' else list(a.ravel()) for a in arrays]
        results = [self.pyfunc(*items, **kwargs) for items in zip(*flat)]
        if results and isinstance(results[0], tuple):
            return tuple([self._joined(column, arrays[0].shape, at) for at, column in enumerate(zip(*results))])
        return self._joined(results, arrays[0].shape, 0)

    def _joined(self, results, shape, at):
        otypes = self.otypes
        result = array(list(results), otypes[at] if otypes else None).reshape(shape)
        return result


def frompyfunc(func, nin, nout):
    def function(*args):
        return vectorize(func, [object] * nout)(*args)
    return function


def iterable(y):
    try:
        iter(y)
    except TypeError:
        return False
    return True


def real_if_close(a, tol=100):
    a = asarray(a)
    return a.real if a.dtype.kind == 'c' and (absolute(a.imag) < tol * 2.220446049250313e-16).all() else a


def ldexp(x1, x2):
    return asarray(x1) * 2.0 ** asarray(x2)


def binary_repr(num, width=None):
    num = int(num)
    if num < 0 and width:
        num += 1 << width
    return ('-' if num < 0 else '') + bin((num if num >= 0 else -num))[2:].rjust(width or 0, '0')


def base_repr(number, base=2, padding=0):
    digits, left = '', number if number > 0 else -number
    while left:
        digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[left % base] + digits
        left //= base
    return ('-' if number < 0 else '') + '0' * padding + (digits or '0')


class _Slices:
    def __getitem__(self, key):
        return key


s_ = index_exp = _Slices()
