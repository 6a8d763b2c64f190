# `numpy.ma`: arrays of which some elements are masked out.

from numpy import broadcast_to, isfinite, ndarray, where
import numpy as np

nomask = np.bool_(False)


class MaskedConstant:
    shape, ndim, size, mask = (), 0, 1, np.bool_(True)

    def __str__(self):
        return '--'

    def __repr__(self):
        return 'masked'

    def __format__(self, spec):
        return '--'

    def __bool__(self):
        return False

    def __float__(self):
        return float('nan')

    def _stays(self, *others):
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _stays
    __eq__ = __lt__ = __gt__ = __le__ = __ge__ = __neg__ = _stays
    __hash__ = object.__hash__


masked = MaskedConstant()


class _Shown:
    # How a masked element shows among others.
    def __repr__(self):
        return '--'


def default_fill_value(obj):
    kind = np.asarray(obj).dtype.kind
    return {'b': True, 'i': 999999, 'u': 999999, 'f': 1e20, 'c': 1e20 + 0j, 'U': 'N/A'}.get(kind, '?')


class MaskedArray:
    def __init__(self, data, mask=False, dtype=None, copy=False, fill_value=None, keep_mask=True):
        own = False
        if isinstance(data, MaskedArray):
            own, data = data.mask, data.data
        elif isinstance(data, (list, tuple)) and any([item is masked for item in data]):
            own = [item is masked for item in data]
            data = [0 if item is masked else item for item in data]
        self.data = np.array(data, dtype) if copy or not isinstance(data, ndarray) or dtype is not None else data
        self._given = np.array(mask).ndim > 0 or bool(mask) or np.array(own).ndim > 0
        self._mask = broadcast_to(np.asarray(mask).astype(bool), self.data.shape) | broadcast_to(np.asarray(own).astype(bool), self.data.shape)
        kept = default_fill_value(self.data) if fill_value is None else fill_value
        self.fill_value = np.array([kept], self.data.dtype)[0] if self.data.dtype.kind != 'U' else kept

    @property
    def mask(self):
        return self._mask if self._given else nomask

    @mask.setter
    def mask(self, value):
        self._given = True
        self._mask = broadcast_to(np.asarray(value).astype(bool), self.data.shape).copy()

    shape = property(lambda self: self.data.shape)
    ndim = property(lambda self: self.data.ndim)
    size = property(lambda self: self.data.size)
    dtype = property(lambda self: self.data.dtype)
    T = property(lambda self: self._like(self.data.T, self._mask.T))

    def _like(self, data, mask):
        if not isinstance(data, ndarray) and not isinstance(mask, ndarray):
            return masked if mask else data
        return MaskedArray(data, mask if self._given or np.asarray(mask).any() else False, fill_value=self.fill_value)

    def __array__(self, dtype=None, copy=None):
        return self.data

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter([self[at] for at in range(len(self))])

    def __getitem__(self, key):
        key = key.filled(False) if isinstance(key, MaskedArray) else key
        return self._like(self.data[key], self._mask[key])

    def __setitem__(self, key, value):
        key = key.filled(False) if isinstance(key, MaskedArray) else key
        mask = self._mask.copy()
        if value is masked:
            self._given, mask[key] = True, True
        else:
            mask[key] = value._mask if isinstance(value, MaskedArray) else False
            self.data[key] = value.data if isinstance(value, MaskedArray) else value
        self._mask = mask

    def filled(self, fill_value=None):
        result = self.data.copy()
        if np.asarray(self._mask).any():
            result[self._mask] = self.fill_value if fill_value is None else fill_value
        return result

    def compressed(self):
        return self.data[~self._mask]

    def count(self, axis=None, keepdims=False):
        result = (~self._mask).sum(axis=axis, keepdims=keepdims)
        return result if isinstance(result, ndarray) else int(result)

    def copy(self):
        return MaskedArray(self.data.copy(), self._mask.copy() if self._given else False, fill_value=self.fill_value)

    def tolist(self, fill_value=None):
        flags = self._mask.tolist()
        return _listed(self.data.tolist(), flags, fill_value)

    def astype(self, dtype):
        return MaskedArray(self.data.astype(dtype), self._mask if self._given else False)

    def reshape(self, *shape):
        return self._like(self.data.reshape(*shape), self._mask.reshape(*shape))

    def ravel(self):
        return self.reshape(-1)

    flatten = ravel

    def _reduced(self, name, neutral, axis, **options):
        kept = self.data.copy()
        kept[self._mask] = neutral
        result = getattr(kept, name)(axis=axis, **options)
        return self._like(result, self._mask.all(axis=axis))

    def sum(self, axis=None, dtype=None, keepdims=False):
        return self._reduced('sum', 0, axis)

    def prod(self, axis=None):
        return self._reduced('prod', 1, axis)

    def _extreme(self, name, axis, highest):
        if self.data.dtype.kind == 'f':
            neutral = float('inf') if highest else float('-inf')
        else:
            limits = np.iinfo(self.data.dtype)
            neutral = limits.max if highest else limits.min
        return self._reduced(name, neutral, axis)

    def min(self, axis=None):
        return self._extreme('min', axis, True)

    def max(self, axis=None):
        return self._extreme('max', axis, False)

    def ptp(self, axis=None):
        return self.max(axis) - self.min(axis)

    def argmin(self, axis=None):
        return self._extreme_place('argmin', True, axis)

    def argmax(self, axis=None):
        return self._extreme_place('argmax', False, axis)

    def _extreme_place(self, name, highest, axis):
        kept = self.data * 1.0
        kept[self._mask] = float('inf') if highest else float('-inf')
        return getattr(kept, name)(axis=axis)

    def mean(self, axis=None, dtype=None):
        if not np.asarray(self._mask).any():
            return self._like(self.data.mean(axis=axis), self._mask.all(axis=axis))
        total, count = self.sum(axis), self.count(axis)
        if not isinstance(total, MaskedArray):
            return masked if not count else total * 1.0 / count
        return self._like(total.data / where(count == 0, 1, count), count == 0)

    def var(self, axis=None, dtype=None, ddof=0):
        center = self.mean(axis)
        if center is masked:
            return masked
        if axis is not None:
            center = np.expand_dims(center.data, axis)
        steps = self - center
        total, left = (steps * steps).sum(axis), self.count(axis) - ddof
        if not isinstance(total, MaskedArray):
            return masked if left <= 0 else total / left
        return self._like(total.data / where(left <= 0, 1, left), left <= 0)

    def std(self, axis=None, dtype=None, ddof=0):
        spread = self.var(axis, ddof=ddof)
        return spread if spread is masked else sqrt(spread) if isinstance(spread, MaskedArray) else np.sqrt(spread)

    def any(self, axis=None):
        return self._reduced('any', False, axis)

    def all(self, axis=None):
        return self._reduced('all', True, axis)

    def cumsum(self, axis=None):
        return self._like(self.filled(0).cumsum(axis=axis), self._mask)

    def round(self, decimals=0):
        return self._like(self.data.round(decimals), self._mask)

    def __str__(self):
        return str(self._objects())

    def _objects(self):
        texts = np.empty(self.data.size, object)
        for at, (item, hidden) in enumerate(zip(self.data.ravel().tolist(), self._mask.ravel().tolist())):
            texts[at] = _Shown() if hidden else item
        return texts.reshape(self.data.shape)

    def __repr__(self):
        fields = [('data', _indented(self._objects(), 'data')), ('mask', _indented(self.mask, 'mask')), ('fill_value', repr(self.fill_value.item() if isinstance(self.fill_value, np.generic) else self.fill_value))]
        if self.data.dtype.kind not in 'b' and self.data.dtype not in ('int64', 'float64', 'complex128') or not self.data.size:
            fields.append(('dtype', str(self.data.dtype)))
        lines = [f"{name}={text}" for name, text in fields]
        if self.data.ndim > 1:
            return 'masked_array(\n' + ',\n'.join(['  ' + line for line in lines]) + ')'
        first = 'masked_array('
        return first + lines[0] + ',\n' + ',\n'.join([' ' * (17 - len(name)) + line for (name, _), line in zip(fields[1:], lines[1:])]) + ')'


def _indented(a, name):
    if not isinstance(a, ndarray):
        return str(a)
    return np.array2string(a, separator=', ').replace('\n', '\n' + ' ' * (18 if a.ndim < 2 else len(name) + 3))


def _listed(items, flags, fill):
    if not isinstance(flags, list):
        return fill if flags else items
    return [_listed(item, flag, fill) for item, flag in zip(items, flags)]


def _joined_mask(*operands):
    mask, given = False, False
    for operand in operands:
        if isinstance(operand, MaskedArray):
            given, mask = given or operand._given, operand._mask | mask
        elif operand is masked:
            given, mask = True, True
    return mask, given


def _of_operands(function, *operands):
    plain = [operand.data if isinstance(operand, MaskedArray) else 0 if operand is masked else operand for operand in operands]
    mask, given = _joined_mask(*operands)
    with np.errstate(all='ignore'):
        result = np.asarray(function(*plain))
    if function in (np.divide, np.floor_divide, np.remainder):
        bad = broadcast_to(np.asarray(plain[1]) == 0, result.shape)
        mask, given = mask | bad, given or np.asarray(bad).any()
    if function in (np.log, np.log10, np.log2, np.sqrt):
        bad = ~isfinite(result)
        mask, given = mask | bad, given or np.asarray(bad).any()
    if given and result.dtype.kind in 'iuf':
        # What is masked keeps the number of the first operand.
        first = broadcast_to(np.asarray(plain[0]), result.shape)
        result = where(mask, first, result).astype(result.dtype)
    return MaskedArray(result, mask if given else False)


def _operator(function, reflected=False):
    def operator(self, other):
        return _of_operands(function, other, self) if reflected else _of_operands(function, self, other)
    return operator


for _name, _function in dict(add=np.add, sub=np.subtract, mul=np.multiply, truediv=np.divide, floordiv=np.floor_divide,
                             mod=np.remainder, pow=np.power).items():
    setattr(MaskedArray, f'__{_name}__', _operator(_function))
    setattr(MaskedArray, f'__r{_name}__', _operator(_function, True))
for _name, _function in dict(eq=np.equal, ne=np.not_equal, lt=np.less, le=np.less_equal, gt=np.greater, ge=np.greater_equal).items():
    setattr(MaskedArray, f'__{_name}__', _operator(_function))
setattr(MaskedArray, '__and__', _operator(np.logical_and))
setattr(MaskedArray, '__or__', _operator(np.logical_or))
setattr(MaskedArray, '__neg__', lambda self: _of_operands(np.negative, self))
setattr(MaskedArray, '__abs__', lambda self: _of_operands(np.absolute, self))


def _lifted(function):
    return lambda *operands: _of_operands(function, *operands)


sqrt, log, log10, log2, exp, absolute, sin, cos, add, subtract, multiply, divide, maximum, minimum, power = [
    _lifted(own) for own in (np.sqrt, np.log, np.log10, np.log2, np.exp, np.absolute, np.sin, np.cos, np.add, np.subtract,
                             np.multiply, np.divide, np.maximum, np.minimum, np.power)]
abs = absolute
masked_array = MaskedArray


def array(data, dtype=None, copy=False, order=None, mask=False, fill_value=None, keep_mask=True, **options):
    return MaskedArray(data, mask, dtype, copy, fill_value)


def asarray(a, dtype=None):
    return a if isinstance(a, MaskedArray) else MaskedArray(a, dtype=dtype)


asanyarray = asarray


def masked_where(condition, a, copy=True):
    hidden = condition.filled(True) if isinstance(condition, MaskedArray) else np.asarray(condition)
    own = asarray(a)
    return MaskedArray(own.data.copy() if copy else own.data, own._mask | hidden, fill_value=own.fill_value)


def masked_equal(x, value, copy=True):
    result = masked_where(asarray(x).data == value, x, copy)
    result.fill_value = np.array([value], result.dtype)[0]
    return result


def masked_values(x, value, rtol=1e-05, atol=1e-08, copy=True, shrink=True):
    result = masked_where(np.isclose(asarray(x).data, value, rtol, atol), x, copy)
    result.fill_value = value
    return result


def masked_not_equal(x, value, copy=True):
    return masked_where(asarray(x).data != value, x, copy)


def masked_greater(x, value, copy=True):
    return masked_where(asarray(x).data > value, x, copy)


def masked_greater_equal(x, value, copy=True):
    return masked_where(asarray(x).data >= value, x, copy)


def masked_less(x, value, copy=True):
    return masked_where(asarray(x).data < value, x, copy)


def masked_less_equal(x, value, copy=True):
    return masked_where(asarray(x).data <= value, x, copy)


def masked_inside(x, v1, v2, copy=True):
    data = asarray(x).data
    return masked_where((data >= _least(v1, v2)) & (data <= _most(v1, v2)), x, copy)


def masked_outside(x, v1, v2, copy=True):
    data = asarray(x).data
    return masked_where((data < _least(v1, v2)) | (data > _most(v1, v2)), x, copy)


def _least(a, b):
    return a if a < b else b


def _most(a, b):
    return a if a > b else b


def masked_invalid(a, copy=True):
    return masked_where(~isfinite(asarray(a).data), a, copy)


def is_masked(x):
    return x is masked or isinstance(x, MaskedArray) and bool(np.asarray(x._mask).any())


def isMaskedArray(x):
    return isinstance(x, MaskedArray)


isMA = isMaskedArray


def getmask(a):
    return a.mask if isinstance(a, MaskedArray) else nomask


def getmaskarray(a):
    return asarray(a)._mask


def getdata(a):
    return asarray(a).data


def filled(a, fill_value=None):
    return a.filled(fill_value) if isinstance(a, MaskedArray) else np.asarray(a)


def median(a, axis=None):
    a = asarray(a)
    if axis is None:
        kept = a.compressed()
        return masked if len(kept) == 0 else np.median(kept)
    rows = np.moveaxis(a.data, axis, -1)
    flags = np.moveaxis(a._mask, axis, -1)
    return MaskedArray([np.median(row[~own]) if (~own).any() else 0.0 for row, own in zip(rows, flags)], [own.all() for own in flags])


def average(a, axis=None, weights=None):
    a = asarray(a)
    if weights is None:
        return a.mean(axis)
    weights = MaskedArray(broadcast_to(np.asarray(weights), a.shape) * 1, a._mask)
    return (a * weights).sum(axis) / weights.sum(axis)


def concatenate(arrays, axis=0):
    own = [asarray(a) for a in arrays]
    return MaskedArray(np.concatenate([a.data for a in own], axis), np.concatenate([a._mask for a in own], axis))


def zeros(shape, dtype=float):
    return MaskedArray(np.zeros(shape, dtype))


def _of_method(name):
    return lambda a, *args, **options: getattr(asarray(a), name)(*args, **options)


mean, std, var, count, compressed, cumsum, argmin, argmax = [
    _of_method(name) for name in ('mean', 'std', 'var', 'count', 'compressed', 'cumsum', 'argmin', 'argmax')]
