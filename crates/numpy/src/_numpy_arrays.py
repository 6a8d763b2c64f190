# Making, shaping, joining and cutting arrays.

from _numpy import *
from _numpy import _zeros


def zeros(shape, dtype=float64, order='C'):
    return _zeros(shape, dtype, 0)


def ones(shape, dtype=float64, order='C'):
    return _zeros(shape, dtype, 1)


empty = zeros


def zeros_like(a, dtype=None, order='K', subok=True, shape=None):
    a = asarray(a)
    return _zeros(a.shape if shape is None else shape, dtype or a.dtype, 0)


empty_like = zeros_like


def ones_like(a, dtype=None, order='K', subok=True, shape=None):
    a = asarray(a)
    return _zeros(a.shape if shape is None else shape, dtype or a.dtype, 1)


def full_like(a, fill_value, dtype=None, order='K', subok=True, shape=None):
    a = asarray(a)
    return full(a.shape if shape is None else shape, fill_value, dtype or a.dtype)


def copy(a, order='K', subok=False):
    return array(a)


def astype(x, dtype, /, *, copy=True):
    return asarray(x).astype(dtype)


def eye(N, M=None, k=0, dtype=float64, order='C'):
    result = zeros((N, N if M is None else M), dtype)
    for row in range(N):
        if 0 <= row + k < result.shape[1]:
            result[row, row + k] = 1
    return result


def identity(n, dtype=float64):
    return eye(n, dtype=dtype)


def tri(N, M=None, k=0, dtype=float64):
    M = N if M is None else M
    return greater_equal.outer(arange(N), arange(-k, M - k)).astype(dtype)


def tril(m, k=0):
    m = asarray(m)
    return m * tri(m.shape[-2], m.shape[-1], k, m.dtype)


def triu(m, k=0):
    m = asarray(m)
    return m * (1 - tri(m.shape[-2], m.shape[-1], k - 1, int64)).astype(m.dtype)


def diag(v, k=0):
    v = asarray(v)
    if v.ndim == 1:
        n = len(v) + (k if k >= 0 else -k)
        result = zeros((n, n), v.dtype)
        for index in range(len(v)):
            result[index + (-k if k < 0 else 0), index + (k if k > 0 else 0)] = v[index]
        return result
    if v.ndim == 2:
        return v.diagonal(k)
    raise ValueError("Input must be 1- or 2-d.")


def diagonal(a, offset=0):
    return asarray(a).diagonal(offset)


def diagflat(v, k=0):
    return diag(asarray(v).ravel(), k)


def fill_diagonal(a, val):
    for index in range(a.shape[0] if a.shape[0] < a.shape[1] else a.shape[1]):
        a[index, index] = val


def vander(x, N=None, increasing=False):
    x = asarray(x)
    N = len(x) if N is None else N
    powers = arange(N) if increasing else arange(N - 1, -1, -1)
    return x.reshape(-1, 1) ** powers


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    start, stop = asarray(start) * 1.0, asarray(stop) * 1.0
    parts = num - 1 if endpoint else num
    delta = stop - start
    y = arange(0, num).astype(float64).reshape((-1,) + (1,) * delta.ndim)
    step = nan
    if parts > 0:
        step = delta / parts
        y = y * step if asarray(step != 0).all() else y / parts * delta
    else:
        y = y * delta
    y = y + start
    if endpoint and num > 1:
        y[-1] = stop
    if dtype is not None:
        kept = _dtype(dtype)
        y = (floor(y) if kept.kind in 'iu' else y).astype(kept)
    return (y, step) if retstep else y


_dtype = dtype


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    y = power(base, linspace(start, stop, num, endpoint))
    return y if dtype is None else y.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    y = logspace(log10(start), log10(stop), num, endpoint)
    if num > 0:
        y[0] = start
        if endpoint and num > 1:
            y[-1] = stop
    return y if dtype is None else y.astype(dtype)


def meshgrid(*xi, copy=True, sparse=False, indexing='xy'):
    xi = [asarray(x) for x in xi]
    axes = list(range(len(xi)))
    if indexing == 'xy' and len(xi) > 1:
        axes[0], axes[1] = 1, 0
    shaped = [x.reshape([-1 if axis == own else 1 for axis in range(len(xi))]) for x, own in zip(xi, axes)]
    if sparse:
        return tuple(shaped)
    joint = broadcast_shapes(*[x.shape for x in shaped])
    return tuple([broadcast_to(x, joint).copy() for x in shaped])


def broadcast_shapes(*shapes):
    shapes = [(shape,) if isinstance(shape, int) else tuple(shape) for shape in shapes]
    joint = []
    for axis in range(-_most([len(shape) for shape in shapes]), 0):
        length = 1
        for shape in shapes:
            own = shape[axis] if len(shape) >= -axis else 1
            if own != 1:
                if length not in (1, own):
                    raise ValueError("shape mismatch: objects cannot be broadcast to a single shape")
                length = own
        joint.append(length)
    return tuple(joint)


def _most(values):
    most = 0
    for value in values:
        most = value if value > most else most
    return most


def broadcast_arrays(*args, subok=False):
    args = [asarray(a) for a in args]
    joint = broadcast_shapes(*[a.shape for a in args])
    return tuple([broadcast_to(a, joint) for a in args])


class _Grid:
    def __init__(self, sparse):
        self.sparse = sparse

    def __getitem__(self, key):
        keys = key if isinstance(key, tuple) else (key,)
        axes = []
        for part in keys:
            start, step = part.start or 0, 1 if part.step is None else part.step
            if isinstance(step, complex):
                axes.append(linspace(start, part.stop, int(abs(step))))
            else:
                axes.append(arange(start, part.stop, step))
        if not isinstance(key, tuple):
            return axes[0]
        grids = meshgrid(*axes, sparse=self.sparse, indexing='ij')
        return grids if self.sparse else array(grids)


mgrid, ogrid = _Grid(False), _Grid(True)


class _Joiner:
    def __init__(self, columns):
        self.columns = columns

    def __getitem__(self, key):
        parts = []
        for part in key if isinstance(key, tuple) else (key,):
            if isinstance(part, slice):
                part = _Grid(False)[part]
            part = array(part, ndmin=1)
            parts.append(part.reshape(-1, 1) if self.columns and part.ndim == 1 else part)
        return concatenate(parts, -1)


r_, c_ = _Joiner(False), _Joiner(True)


def indices(dimensions, dtype=int64):
    return array(meshgrid(*[arange(n) for n in dimensions], indexing='ij'), dtype)


def fromiter(iter, dtype, count=-1):
    items = []
    for item in iter:
        if len(items) == count:
            break
        items.append(item)
    return array(items, dtype)


def fromfunction(function, shape, dtype=float64, **kwargs):
    return function(*indices(shape, dtype), **kwargs)


def fromstring(string, dtype=float64, count=-1, sep=''):
    parts = string.split(None if sep.strip() == '' else sep)
    kept = _dtype(dtype)
    values = [part.strip() for part in parts if part.strip()]
    values = [int(value) if kept.kind in 'iu' else float(value) for value in values]
    return array(values if count < 0 else values[:count], kept)


def frombuffer(buffer, dtype=float64, count=-1, offset=0):
    import struct
    kept = _dtype(dtype)
    data = bytes(buffer)[offset:]
    code = {'l': 'q', 'L': 'Q'}.get(kept.char, kept.char)
    n = len(data) // kept.itemsize if count < 0 else count
    return array(struct.unpack('<%d%s' % (n, code), data[:n * kept.itemsize]), kept)


def _text_lines(source):
    if hasattr(source, 'read') or not isinstance(source, str):
        return list(source)
    with open(source) as lines:
        return list(lines)


def loadtxt(fname, dtype=float64, comments='#', delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False, ndmin=0, encoding=None, max_rows=None):
    rows = []
    for number, line in enumerate(_text_lines(fname)):
        line = line.decode() if isinstance(line, bytes) else line
        line = line.split(comments)[0].strip() if comments else line.strip()
        if number < skiprows or not line:
            continue
        parts = line.split(delimiter)
        if usecols is not None:
            parts = [parts[at] for at in ([usecols] if isinstance(usecols, int) else usecols)]
        if converters:
            parts = [converters.get(at, float)(part) for at, part in enumerate(parts)]
        rows.append(parts)
        if max_rows is not None and len(rows) == max_rows:
            break
    kept = _dtype(dtype)
    if kept.kind in 'iuf':
        rows = [[_read_number(part, kept, at, column) for column, part in enumerate(row, 1)] for at, row in enumerate(rows)]
    result = array(rows, dtype)
    if result.ndim == 2 and ndmin < 2:
        if result.shape[1] == 1:
            result = result[:, 0]
        elif result.shape[0] == 1:
            result = result[0]
    return result.T if unpack else result


def _read_number(part, kept, row, column):
    try:
        return float(part) if kept.kind == 'f' else int(part)
    except ValueError:
        raise ValueError(f"could not convert string {part!r} to {kept} at row {row}, column {column}.") from None


def genfromtxt(fname, dtype=float64, comments='#', delimiter=None, skip_header=0, skip_footer=0, usecols=None, unpack=None, filling_values=None, encoding=None, names=None, **options):
    if names is not None or dtype is None:
        raise NotImplementedError("arrays of records are not here: read the columns with skip_header, usecols and a dtype")
    filling = nan if filling_values is None else filling_values
    rows = []
    lines = _text_lines(fname)[skip_header:]
    for line in lines[:len(lines) - skip_footer]:
        line = line.decode() if isinstance(line, bytes) else line
        line = (line.split(comments)[0] if comments else line).strip('\r\n')
        if not line.strip():
            continue
        parts = [part.strip() for part in line.split(delimiter)]
        if usecols is not None:
            parts = [parts[at] for at in ([usecols] if isinstance(usecols, int) else usecols)]
        if _dtype(dtype).kind == 'f':
            parts = [_float_or(part, filling) for part in parts]
        rows.append(parts)
    result = array(rows, dtype)
    if result.ndim == 2 and 1 in result.shape:
        result = result.reshape(-1)
    return result.T if unpack else result


def _float_or(text, filling):
    try:
        return float(text)
    except ValueError:
        return filling


def savetxt(fname, X, fmt='%.18e', delimiter=' ', newline='\n', header='', footer='', comments='# ', encoding=None):
    X = asarray(X)
    rows = X.reshape(-1, 1) if X.ndim == 1 else X
    lines = [comments + header] if header else []
    for row in rows:
        if isinstance(fmt, str) and fmt.count('%') == 1:
            lines.append(delimiter.join([fmt % item for item in row.tolist()]))
        else:
            lines.append((fmt if isinstance(fmt, str) else delimiter.join(fmt)) % tuple(row.tolist()))
    lines += [comments + footer] if footer else []
    text = ''.join([line + newline for line in lines])
    if hasattr(fname, 'write'):
        fname.write(text)
    else:
        with open(fname, 'w') as file:
            file.write(text)


def shape(a):
    return asarray(a).shape


def ndim(a):
    return asarray(a).ndim


def size(a, axis=None):
    return asarray(a).size if axis is None else asarray(a).shape[axis]


def reshape(a, shape=None, order='C', *, newshape=None, copy=None):
    return asarray(a).reshape(shape if newshape is None else newshape, order=order)


def asfortranarray(a, dtype=None):
    a = asarray(a, dtype)
    return a.T.copy().T if a.ndim > 1 else a


def ravel(a, order='C'):
    return asarray(a).ravel(order)


def transpose(a, axes=None):
    return asarray(a).transpose(axes)


permute_dims = transpose


def matrix_transpose(x):
    return asarray(x).swapaxes(-1, -2)


def swapaxes(a, axis1, axis2):
    return asarray(a).swapaxes(axis1, axis2)


def _axis(axis, ndim):
    return axis + ndim if axis < 0 else axis


def moveaxis(a, source, destination):
    a = asarray(a)
    source = [source] if isinstance(source, int) else list(source)
    destination = [destination] if isinstance(destination, int) else list(destination)
    source = [_axis(axis, a.ndim) for axis in source]
    order = [axis for axis in range(a.ndim) if axis not in source]
    for to, axis in sorted(zip([_axis(axis, a.ndim) for axis in destination], source)):
        order.insert(to, axis)
    return a.transpose(order)


def rollaxis(a, axis, start=0):
    a = asarray(a)
    axis, start = _axis(axis, a.ndim), _axis(start, a.ndim)
    order = [own for own in range(a.ndim) if own != axis]
    order.insert(start - 1 if axis < start else start, axis)
    return a.transpose(order)


def squeeze(a, axis=None):
    return asarray(a).squeeze(axis)


def expand_dims(a, axis):
    a = asarray(a)
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    ndim = a.ndim + len(axes)
    axes = [_axis(axis, ndim) for axis in axes]
    lengths = iter(a.shape)
    return a.reshape([1 if axis in axes else next(lengths) for axis in range(ndim)])


def atleast_1d(*arys):
    results = [a if asarray(a).ndim >= 1 else asarray(a).reshape(1) for a in arys]
    results = [asarray(a) for a in results]
    return results[0] if len(results) == 1 else tuple(results)


def atleast_2d(*arys):
    results = [array(a, ndmin=2) for a in arys]
    return results[0] if len(results) == 1 else tuple(results)


def atleast_3d(*arys):
    results = []
    for a in arys:
        a = asarray(a)
        if a.ndim == 0:
            a = a.reshape(1, 1, 1)
        elif a.ndim == 1:
            a = a[newaxis, :, newaxis]
        elif a.ndim == 2:
            a = a[:, :, newaxis]
        results.append(a)
    return results[0] if len(results) == 1 else tuple(results)


def vstack(tup, *, dtype=None, casting='same_kind'):
    return concatenate([array(a, ndmin=2) for a in tup], 0, dtype=dtype)


row_stack = vstack


def hstack(tup, *, dtype=None, casting='same_kind'):
    arrays = [array(a, ndmin=1) for a in tup]
    return concatenate(arrays, 0 if arrays and arrays[0].ndim == 1 else 1, dtype=dtype)


def dstack(tup, *, dtype=None, casting='same_kind'):
    return concatenate([atleast_3d(a) for a in tup], 2, dtype=dtype)


def column_stack(tup):
    arrays = [asarray(a) for a in tup]
    return concatenate([array(a, ndmin=2).T if a.ndim < 2 else a for a in arrays], 1)


def stack(arrays, axis=0, out=None, *, dtype=None, casting='same_kind'):
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to stack")
    if len({a.shape for a in arrays}) != 1:
        raise ValueError("all input arrays must have the same shape")
    return concatenate([expand_dims(a, axis) for a in arrays], axis, dtype=dtype)


def block(arrays):
    if not isinstance(arrays, list):
        return asarray(arrays)
    depth = 0
    inner = arrays
    while isinstance(inner, list):
        depth, inner = depth + 1, inner[0]
    return _block(arrays, depth)


def _block(arrays, depth):
    if not isinstance(arrays, list):
        return atleast_2d(arrays)
    return concatenate([_block(a, depth - 1) for a in arrays], -depth)


def array_split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    total = ary.shape[axis]
    if isinstance(indices_or_sections, (int, integer)):
        sections = int(indices_or_sections)
        if sections <= 0:
            raise ValueError('number sections must be larger than 0.')
        each, extras = divmod(total, sections)
        points = [0]
        for at in range(sections):
            points.append(points[-1] + each + (1 if at < extras else 0))
    else:
        points = [0] + [int(at) for at in indices_or_sections] + [total]
    moved = swapaxes(ary, axis, 0)
    return [swapaxes(moved[points[at]:points[at + 1]], axis, 0) for at in range(len(points) - 1)]


def split(ary, indices_or_sections, axis=0):
    if isinstance(indices_or_sections, (int, integer)) and asarray(ary).shape[axis] % indices_or_sections:
        raise ValueError('array split does not result in an equal division')
    return array_split(ary, indices_or_sections, axis)


def hsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0 if asarray(ary).ndim == 1 else 1)


def vsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0)


def dsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 2)


def append(arr, values, axis=None):
    if axis is None:
        return concatenate((asarray(arr).ravel(), asarray(values).ravel()))
    return concatenate((arr, values), axis)


def _flat_axis(arr, axis):
    arr = asarray(arr)
    return (arr.ravel(), 0) if axis is None else (arr, _axis(axis, arr.ndim))


def delete(arr, obj, axis=None):
    arr, axis = _flat_axis(arr, axis)
    n = arr.shape[axis]
    if isinstance(obj, slice):
        gone = range(n)[obj]
    else:
        obj = asarray(obj)
        gone = [at for at in range(n) if obj[at]] if obj.dtype.kind == 'b' else [int(at) for at in obj.ravel()]
    for at in gone:
        if not -n <= at < n:
            raise IndexError(f"index {at} is out of bounds for axis {axis} with size {n}")
    gone = {at + n if at < 0 else at for at in gone}
    return arr.take(array([at for at in range(n) if at not in gone], int64), axis)


def insert(arr, obj, values, axis=None):
    arr, axis = _flat_axis(arr, axis)
    n = arr.shape[axis]
    scalar = not isinstance(obj, slice) and asarray(obj).ndim == 0
    places = range(n)[obj] if isinstance(obj, slice) else [int(at) for at in asarray(obj).ravel()]
    for at in places:
        if not -n <= at <= n:
            raise IndexError(f"index {at} is out of bounds for axis {axis} with size {n}")
    places = [at + n if at < 0 else at for at in places]
    values = asarray(values, arr.dtype)
    moved = moveaxis(arr, axis, 0)
    if scalar:
        if arr.ndim == 1:
            values = values.ravel()
        else:
            values = moveaxis(values, axis, 0) if values.ndim == arr.ndim else values[newaxis]
        places = places * len(values)
    rows = broadcast_to(values, (len(places),) + moved.shape[1:])
    order = sorted(range(len(places)), key=places.__getitem__)
    pieces, last = [], 0
    for at in order:
        pieces.append(moved[last:places[at]])
        pieces.append(rows[at:at + 1])
        last = places[at]
    pieces.append(moved[last:])
    return moveaxis(concatenate(pieces), 0, axis)


def resize(a, new_shape):
    a = asarray(a).ravel()
    count = 1
    for length in (new_shape,) if isinstance(new_shape, int) else new_shape:
        count *= length
    if not a.size:
        return zeros(new_shape, a.dtype)
    return a.take(arange(count) % a.size).reshape(new_shape)


def tile(A, reps):
    A = asarray(A)
    reps = tuple(reps) if isinstance(reps, (tuple, list, ndarray)) else (reps,)
    reps = (1,) * (A.ndim - len(reps)) + reps
    result = A.reshape((1,) * (len(reps) - A.ndim) + A.shape)
    for axis, count in enumerate(reps):
        result = concatenate([result] * count, axis) if count > 0 else result.take(array([], int64), axis)
    return result


def repeat(a, repeats, axis=None):
    return asarray(a).repeat(repeats, axis)


def flip(m, axis=None):
    m = asarray(m)
    axes = range(m.ndim) if axis is None else (axis,) if isinstance(axis, int) else axis
    axes = [_axis(axis, m.ndim) for axis in axes]
    return m[tuple([slice(None, None, -1) if own in axes else slice(None) for own in range(m.ndim)])]


def fliplr(m):
    return flip(m, 1)


def flipud(m):
    return flip(m, 0)


def rot90(m, k=1, axes=(0, 1)):
    m = asarray(m)
    k %= 4
    if k == 0:
        return m[:]
    if k == 2:
        return flip(flip(m, axes[0]), axes[1])
    if k == 1:
        return flip(m, axes[1]).swapaxes(axes[0], axes[1])
    return flip(m.swapaxes(axes[0], axes[1]), axes[1])


def roll(a, shift, axis=None):
    a = asarray(a)
    if axis is None:
        return roll(a.ravel(), shift, 0).reshape(a.shape)
    if isinstance(axis, (tuple, list)):
        for own, count in zip(axis, shift if isinstance(shift, (tuple, list)) else [shift] * len(axis)):
            a = roll(a, count, own)
        return a
    n = a.shape[axis]
    return a.take((arange(n) - shift) % n, axis) if n else a.copy()


def trim_zeros(filt, trim='fb'):
    first, last = 0, len(filt)
    if 'f' in trim.lower():
        while first < last and filt[first] == 0:
            first += 1
    if 'b' in trim.lower():
        while last > first and filt[last - 1] == 0:
            last -= 1
    return filt[first:last]


def pad(array, pad_width, mode='constant', **kwargs):
    a = asarray(array)
    widths = broadcast_to(asarray(pad_width), (a.ndim, 2)).tolist()
    for axis, (before, after) in enumerate(widths):
        n = a.shape[axis]
        places = arange(-before, n + after)
        if mode == 'constant':
            fill = broadcast_to(asarray(kwargs.get('constant_values', 0)), (a.ndim, 2))[axis]
            own = list(a.shape)
            own[axis] = before
            first = full(own, fill[0], a.dtype)
            own[axis] = after
            a = concatenate([first, a, full(own, fill[1], a.dtype)], axis)
            continue
        if mode == 'edge':
            places = minimum(maximum(places, 0), n - 1)
        elif mode == 'wrap':
            places = places % n
        elif mode == 'reflect':
            places = absolute((places + n - 1) % (2 * n - 2) - (n - 1)) if n > 1 else places * 0
        elif mode == 'symmetric':
            places = places % (2 * n)
            places = minimum(places, 2 * n - 1 - places)
        else:
            raise ValueError(f"mode '{mode}' is not supported")
        a = a.take(places, axis)
    return a


def require(a, dtype=None, requirements=None):
    return asarray(a, dtype)


def may_share_memory(a, b):
    return shares_memory(a, b)


def unstack(x, /, *, axis=0):
    return tuple(moveaxis(asarray(x), axis, 0))
