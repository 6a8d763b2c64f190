# Statistics, products of matrices, and what skips NaN.

from _numpy import *
from _numpy_arrays import *
from _numpy_arrays import _axis
from _numpy_elements import *


def _along_axes(function, a, axis, keepdims=False):
    # A function of rows, applied along an axis, several, or all.
    a = asarray(a)
    axes = list(range(a.ndim)) if axis is None else [_axis(own, a.ndim) for own in (axis if isinstance(axis, tuple) else (axis,))]
    kept = [own for own in range(a.ndim) if own not in axes]
    rows = a.transpose(kept + axes).reshape([a.shape[own] for own in kept] + [-1])
    results = array([function(row) for row in rows.reshape(-1, rows.shape[-1])])
    shape = [a.shape[own] for own in kept]
    if keepdims:
        shape = [1 if own in axes else a.shape[own] for own in range(a.ndim)]
    result = results.reshape(tuple(shape) + results.shape[1:])
    return result[()] if result.ndim == 0 else result


def _middle(row):
    n = len(row)
    if n == 0:
        return nan
    row = sort(row)
    if row.dtype.kind == 'f' and isnan(row[-1]):
        return row[-1]
    return mean(row[(n - 1) // 2:n // 2 + 1])


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    return _along_axes(_middle, a, axis, keepdims)


def _between(row, q, method):
    n = len(row)
    row = sort(row)
    if n == 0 or row.dtype.kind == 'f' and isnan(row[-1]):
        return nan
    at = (n - 1) * q
    if method == 'lower':
        return row[int(floor(at))]
    if method == 'higher':
        return row[int(ceil(at))]
    if method == 'nearest':
        return row[int(rint(at))]
    below = int(floor(at))
    above = below + 1 if below + 1 < n else n - 1
    low, high = row[below], row[above]
    if method == 'midpoint':
        return (low + high) / 2 if at != below else low * 1.0
    part = at - below
    step = high - low
    return high - step * (1 - part) if part >= 0.5 else low + step * part


def quantile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None, interpolation=None):
    method = interpolation or method
    q = asarray(q)
    if ((q < 0) | (q > 1)).any():
        raise ValueError("Quantiles must be in the range [0, 1]")
    if q.ndim == 0:
        return _along_axes(lambda row: _between(row, float(q), method), a, axis, keepdims)
    return array([_along_axes(lambda row: _between(row, part, method), a, axis, keepdims) for part in q.tolist()])


def percentile(a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, weights=None, interpolation=None):
    q = asarray(q) / 100
    if (asarray(q < 0) | asarray(q > 1)).any():
        raise ValueError("Percentiles must be in the range [0, 100]")
    return quantile(a, q, axis, out, overwrite_input, method, keepdims, interpolation=interpolation)


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    a = asarray(a)
    if weights is None:
        result = a.mean(axis=axis, keepdims=keepdims)
        total = result * 0 + a.size / asarray(result).size
    else:
        w = asarray(weights)
        if a.shape != w.shape:
            if axis is None:
                raise TypeError("Axis must be specified when shapes of a and weights differ.")
            if w.ndim != 1 or w.shape[0] != a.shape[axis]:
                raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
            w = w.reshape([-1 if own == _axis(axis, a.ndim) else 1 for own in range(a.ndim)])
            w = broadcast_to(w, a.shape)
        total = w.sum(axis=axis, keepdims=keepdims)
        if (asarray(total) == 0).any():
            raise ZeroDivisionError("Weights sum to zero, can't be normalized")
        result = (a * w).sum(axis=axis, keepdims=keepdims) / total
    return (result, total + result * 0) if returned else result


def ptp(a, axis=None, out=None, keepdims=False):
    a = asarray(a)
    return a.max(axis=axis, keepdims=keepdims) - a.min(axis=axis, keepdims=keepdims)


def bincount(x, weights=None, minlength=0):
    x = asarray(x)
    if x.ndim != 1:
        raise ValueError("object too deep for desired array" if x.ndim else "object of too small depth for desired array")
    if x.dtype.kind not in 'iub' and x.size:
        raise TypeError(f"Cannot cast array data from {x.dtype!r} to dtype('int64') according to the rule 'safe'")
    values = x.tolist()
    most = -1
    for value in values:
        if value < 0:
            raise ValueError("'list' argument must have no negative elements")
        most = value if value > most else most
    counts = [0] * (most + 1 if most + 1 > minlength else minlength)
    if weights is None:
        for value in values:
            counts[value] += 1
        return array(counts, int64)
    for value, weight in zip(values, asarray(weights).tolist()):
        counts[value] += weight
    return array(counts, float64)


def _width_of_bins(name, a):
    n, spread = a.size, ptp(a)
    sturges = spread / (log2(n) + 1.0)
    if name == 'sqrt':
        return spread / sqrt(n)
    if name == 'rice':
        return spread / (2.0 * n ** (1.0 / 3))
    if name == 'scott':
        return (24.0 * pi ** 0.5 / n) ** (1.0 / 3.0) * std(a)
    quartiles = percentile(a, [75, 25])
    fd = 2.0 * (quartiles[0] - quartiles[1]) * n ** (-1.0 / 3.0)
    if name == 'fd':
        return fd
    if name == 'auto':
        fd = maximum(fd, spread / sqrt(n) / 2) if fd else fd
        return minimum(fd, sturges) if fd else sturges
    return sturges


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    a = asarray(a).ravel()
    if not isinstance(bins, (int, integer, str)):
        edges = asarray(bins)
        if (edges[:-1] > edges[1:]).any():
            raise ValueError('`bins` must increase monotonically, when an array')
        return edges
    if range is not None:
        first, last = range
        if first > last:
            raise ValueError('max must be larger than min in range parameter.')
    elif a.size == 0:
        first, last = 0, 1
    else:
        first, last = a.min(), a.max()
        if not (isfinite(first) and isfinite(last)):
            raise ValueError(f"autodetected range of [{first!s}, {last!s}] is not finite")
    if first == last:
        first, last = first - 0.5, last + 0.5
    if isinstance(bins, str):
        a = a[(a >= first) & (a <= last)] if range is not None else a
        width = _width_of_bins(bins, a) if a.size else 0
        if width and a.dtype.kind in 'iu' and width < 1:
            width = 1
        bins = int(ceil((last - first) / width)) if width else 1
    if bins < 1:
        raise ValueError('`bins` must be positive, when an integer')
    return linspace(first, last, bins + 1)


def histogram(a, bins=10, range=None, density=None, weights=None):
    a = asarray(a).ravel()
    weights = None if weights is None else asarray(weights).ravel()
    edges = histogram_bin_edges(a, bins, range)
    n = len(edges) - 1
    if isinstance(bins, (int, integer, str)):
        first, last = edges[0], edges[-1]
        kept = (a >= first) & (a <= last)
        a = a[kept].astype(float64)
        weights = None if weights is None else weights[kept]
        at = ((a - first) / (last - first) * n).astype(int64)
        at[at == n] -= 1
        at[a < edges[at]] -= 1
        at[(a >= edges[at + 1]) & (at != n - 1)] += 1
        counts = bincount(at, weights, n)
    elif weights is None:
        a = sort(a)
        places = a.searchsorted(edges[:-1], 'left').tolist() + [int(a.searchsorted(edges[-1], 'right'))]
        counts = diff(array(places, int64))
    else:
        order = a.argsort()
        a, sums = a[order], concatenate(([0.0], weights[order].cumsum()))
        places = a.searchsorted(edges[:-1], 'left').tolist() + [int(a.searchsorted(edges[-1], 'right'))]
        counts = diff(sums[array(places, int64)])
    if density:
        return counts / diff(edges) / counts.sum(), edges
    return counts, edges


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    x, y = asarray(x), asarray(y)
    each = bins if isinstance(bins, (list, tuple)) and len(bins) == 2 else (bins, bins)
    ranges = range or (None, None)
    edges = [histogram_bin_edges(values, own, limits) for values, own, limits in zip((x, y), each, ranges)]
    counts = array([histogram(y[(x >= low) & ((x < high) | (last & (x == high)))], edges[1])[0]
                    for low, high, last in zip(edges[0][:-1], edges[0][1:], [False] * (len(edges[0]) - 2) + [True])])
    return counts * 1.0, edges[0], edges[1]


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    X = array(m, ndmin=2) * 1.0
    if not rowvar and X.shape[0] != 1:
        X = X.T
    if y is not None:
        Y = array(y, ndmin=2) * 1.0
        X = concatenate((X, Y if rowvar or Y.shape[0] == 1 else Y.T), 0)
    ddof = (0 if bias else 1) if ddof is None else ddof
    w = None
    if fweights is not None:
        f = asarray(fweights) * 1.0
        if (f != around(f)).any():
            raise TypeError("fweights must be integer")
        w = f
    if aweights is not None:
        w = asarray(aweights) * 1.0 if w is None else w * asarray(aweights)
    if w is None:
        X = X - X.mean(axis=1)[:, None]
        left = X.shape[1] - ddof
        c = dot(X, X.T)
    else:
        middle, total = average(X, axis=1, weights=w, returned=True)
        total = total[0]
        if ddof == 0 or aweights is None:
            left = total - ddof
        else:
            left = total - ddof * (w * asarray(aweights)).sum() / total
        X = X - middle[:, None]
        c = dot(X, (X * w).T)
    c *= divide(1, left if left > 0 else 0.0)
    return c.squeeze()


def corrcoef(x, y=None, rowvar=True, *, dtype=None):
    c = cov(x, y, rowvar)
    if c.ndim == 0:
        return c / c
    spread = sqrt(diag(c))
    c /= spread[:, None]
    c /= spread[None, :]
    return clip(c, -1, 1)


def _shifted(a, v, mode):
    a, v = asarray(a), asarray(v)
    n = len(a) + len(v) - 1
    result = zeros(n, result_type(a, v))
    for at, factor in enumerate(v):
        result[at:at + len(a)] += a * factor
    if mode == 'full':
        return result
    short, long = (len(v), len(a)) if len(v) < len(a) else (len(a), len(v))
    if mode == 'same':
        first = (short - 1) // 2
        return result[first:first + long]
    return result[short - 1:n - short + 1]


def convolve(a, v, mode='full'):
    if len(v) > len(a):
        a, v = v, a
    if len(v) == 0:
        raise ValueError('v cannot be empty')
    return _shifted(a, v, mode)


def correlate(a, v, mode='valid'):
    return _shifted(a, asarray(v)[::-1], mode)


def interp(x, xp, fp, left=None, right=None, period=None):
    xp, fp = (asarray(xp) * 1.0).tolist(), (asarray(fp) * 1.0).tolist()
    left = fp[0] if left is None else left
    right = fp[-1] if right is None else right
    x = asarray(x)
    places = asarray(xp).searchsorted(x, 'right')
    results = []
    for value, after in zip(x.ravel().tolist(), asarray(places).ravel().tolist()):
        if value != value:
            results.append(value)
        elif value < xp[0]:
            results.append(left)
        elif value > xp[-1]:
            results.append(right)
        elif after == len(xp):
            results.append(fp[-1])
        else:
            slope = (fp[after] - fp[after - 1]) / (xp[after] - xp[after - 1])
            results.append(slope * (value - xp[after - 1]) + fp[after - 1])
    return array(results, float64).reshape(x.shape)[()]


def trapezoid(y, x=None, dx=1.0, axis=-1):
    y = asarray(y)
    d = dx if x is None else diff(asarray(x))
    rows = moveaxis(y, axis, -1)
    return (d * (rows[..., 1:] + rows[..., :-1]) / 2.0).sum(-1)



def inner(a, b):
    a, b = asarray(a), asarray(b)
    if a.ndim == 0 or b.ndim == 0:
        return a * b
    if a.shape[-1] != b.shape[-1]:
        raise ValueError(f"shapes {_shape(a)} and {_shape(b)} not aligned: {a.shape[-1]} (dim {a.ndim - 1}) != {b.shape[-1]} (dim {b.ndim - 1})")
    return dot(a, moveaxis(b, -1, 0) if b.ndim > 1 else b) if b.ndim < 3 else tensordot(a, b, (-1, -1))


def _shape(a):
    return '(' + ','.join([str(n) for n in a.shape]) + (',)' if a.ndim == 1 else ')')


def vdot(a, b):
    return dot(conjugate(asarray(a).ravel()), asarray(b).ravel())


def outer(a, b, out=None):
    return asarray(a).reshape(-1, 1) * asarray(b).reshape(1, -1)


def tensordot(a, b, axes=2):
    a, b = asarray(a), asarray(b)
    if isinstance(axes, int):
        left, right = list(range(a.ndim - axes, a.ndim)), list(range(axes))
    else:
        left, right = [[own] if isinstance(own, int) else list(own) for own in axes]
    left, right = [_axis(own, a.ndim) for own in left], [_axis(own, b.ndim) for own in right]
    own = [axis for axis in range(a.ndim) if axis not in left]
    other = [axis for axis in range(b.ndim) if axis not in right]
    n = 1
    for axis in left:
        n *= a.shape[axis]
    product = dot(a.transpose(own + left).reshape(-1, n), b.transpose(right + other).reshape(n, -1))
    return product.reshape([a.shape[axis] for axis in own] + [b.shape[axis] for axis in other])


def einsum(subscripts, *operands, **options):
    inputs, arrow, output = subscripts.replace(' ', '').partition('->')
    inputs = inputs.split(',')
    letters = sorted(set(''.join(inputs)))
    if not arrow:
        output = ''.join([letter for letter in letters if ''.join(inputs).count(letter) == 1])
    order = list(output) + [letter for letter in letters if letter not in output]
    total = None
    for names, a in zip(inputs, operands):
        a = asarray(a)
        while len(set(names)) < len(names):
            letter = next(letter for letter in names if names.count(letter) > 1)
            first, second = names.index(letter), names.rindex(letter)
            a = moveaxis(a, (first, second), (0, 1)).diagonal()
            names = ''.join([own for at, own in enumerate(names) if at not in (first, second)]) + letter
        a = a.transpose([names.index(letter) for letter in order if letter in names])
        a = a.reshape([a.shape[[own for own in order if own in names].index(letter)] if letter in names else 1 for letter in order])
        total = a if total is None else total * a
    return total.sum(axis=tuple(range(len(output), len(order)))) if len(order) > len(output) else total


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    return moveaxis(asarray(a), (axis1, axis2), (0, 1)).diagonal(offset).sum(-1)


def kron(a, b):
    a, b = asarray(a), asarray(b)
    a, b = array(a, ndmin=b.ndim), array(b, ndmin=a.ndim)
    product = multiply.outer(a, b)
    order = [axis for pair in zip(range(a.ndim), range(a.ndim, 2 * a.ndim)) for axis in pair]
    return product.transpose(order).reshape([n * m for n, m in zip(a.shape, b.shape)])


def cross(a, b, axis=-1):
    a, b = moveaxis(asarray(a), axis, -1), moveaxis(asarray(b), axis, -1)
    if a.shape[-1] == 2 and b.shape[-1] == 2:
        return a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    first, second, third = [a[..., i] * b[..., j] - a[..., j] * b[..., i] for i, j in ((1, 2), (2, 0), (0, 1))]
    return stack([first, second, third], -1)


def _kept(a, axis, keepdims, function):
    return _along_axes(lambda row: function(row[~isnan(row)]), asarray(a) * 1.0, axis, keepdims)


def nansum(a, axis=None, dtype=None, out=None, keepdims=False):
    a = asarray(a)
    return (where(isnan(a), 0, a) if a.dtype.kind == 'f' else a).sum(axis=axis, dtype=dtype, keepdims=keepdims)


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False):
    a = asarray(a)
    return where(isnan(a), 1, a).prod(axis=axis, keepdims=keepdims)


def nancumprod(a, axis=None, dtype=None, out=None):
    a = asarray(a)
    return where(isnan(a), 1, a).cumprod(axis=axis)


def nancumsum(a, axis=None, dtype=None, out=None):
    a = asarray(a)
    return where(isnan(a), 0, a).cumsum(axis=axis)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False):
    a = asarray(a)
    count = (~isnan(a)).sum(axis=axis, keepdims=keepdims)
    return nansum(a, axis, keepdims=keepdims) / count


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    return _kept(a, axis, keepdims, lambda row: row.var(ddof=ddof))


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    return sqrt(nanvar(a, axis, ddof=ddof, keepdims=keepdims))


def nanmin(a, axis=None, out=None, keepdims=False):
    return fmin.reduce(asarray(a), axis=axis, keepdims=keepdims)


def nanmax(a, axis=None, out=None, keepdims=False):
    return fmax.reduce(asarray(a), axis=axis, keepdims=keepdims)


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    return _kept(a, axis, keepdims, _middle)


def nanpercentile(a, q, axis=None, **options):
    return _kept(a, axis, False, lambda row: percentile(row, q))


def nanquantile(a, q, axis=None, **options):
    return _kept(a, axis, False, lambda row: quantile(row, q))


def nanargmin(a, axis=None):
    a = asarray(a)
    return where(isnan(a), inf, a).argmin(axis=axis)


def nanargmax(a, axis=None):
    a = asarray(a)
    return where(isnan(a), -inf, a).argmax(axis=axis)
