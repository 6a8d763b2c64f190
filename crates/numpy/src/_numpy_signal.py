# Windows, waves and bits: what few programs ask of NumPy.

from _numpy import *
from numpy import concatenate, diff, moveaxis, ones, where, zeros
from _numpy_arrays import _axis


def _window(M, values):
    if M < 1:
        return array([], float64)
    return ones(1) if M == 1 else values(arange(1 - M, M, 2))


def hanning(M):
    return _window(M, lambda n: 0.5 + 0.5 * cos(pi * n / (M - 1)))


def hamming(M):
    return _window(M, lambda n: 0.54 + 0.46 * cos(pi * n / (M - 1)))


def blackman(M):
    return _window(M, lambda n: 0.42 + 0.5 * cos(pi * n / (M - 1)) + 0.08 * cos(2.0 * pi * n / (M - 1)))


def bartlett(M):
    return _window(M, lambda n: where(less_equal(n, 0), 1 + n / (M - 1), 1 - n / (M - 1)))


def kaiser(M, beta):
    if M == 1:
        return ones(1)
    alpha = (M - 1) / 2.0
    return i0(beta * sqrt(1 - ((arange(0, M) - alpha) / alpha) ** 2.0)) / i0(float(beta))


# Chebyshev's coefficients of the modified Bessel function, as Cephes has them.
_TO_8 = [
    -4.41534164647933937950E-18, 3.33079451882223809783E-17, -2.43127984654795469359E-16, 1.71539128555513303061E-15,
    -1.16853328779934516808E-14, 7.67618549860493561688E-14, -4.85644678311192946090E-13, 2.95505266312963983461E-12,
    -1.72682629144155570723E-11, 9.67580903537323691224E-11, -5.18979560163526290666E-10, 2.65982372468238665035E-9,
    -1.30002500998624804212E-8, 6.04699502254191894932E-8, -2.67079385394061173391E-7, 1.11738753912010371815E-6,
    -4.41673835845875056359E-6, 1.64484480707288970893E-5, -5.75419501008210370398E-5, 1.88502885095841655729E-4,
    -5.76375574538582365885E-4, 1.63947561694133579842E-3, -4.32430999505057594430E-3, 1.05464603945949983183E-2,
    -2.37374148058994688156E-2, 4.93052842396707084878E-2, -9.49010970480476444210E-2, 1.71620901522208775349E-1,
    -3.04682672343198398683E-1, 6.76795274409476084995E-1]
_FROM_8 = [
    -7.23318048787475395456E-18, -4.83050448594418207126E-18, 4.46562142029675999901E-17, 3.46122286769746109310E-17,
    -2.82762398051658348494E-16, -3.42548561967721913462E-16, 1.77256013305652638360E-15, 3.81168066935262242075E-15,
    -9.55484669882830764870E-15, -4.15056934728722208663E-14, 1.54008621752140982691E-14, 3.85277838274214270114E-13,
    7.18012445138366623367E-13, -1.79417853150680611778E-12, -1.32158118404477131188E-11, -3.14991652796324136454E-11,
    1.18891471078464383424E-11, 4.94060238822496958910E-10, 3.39623202570838634515E-9, 2.26666899049817806459E-8,
    2.04891858946906374183E-7, 2.89137052083475648297E-6, 6.88975834691682398426E-5, 3.36911647825569408990E-3,
    8.04490411014108831608E-1]


def _series(x, coefficients):
    b0, b1, b2 = coefficients[0], 0.0, 0.0
    for coefficient in coefficients[1:]:
        b2, b1 = b1, b0
        b0 = x * b1 - b2 + coefficient
    return 0.5 * (b0 - b2)


def i0(x):
    x = absolute(asarray(x) * 1.0)
    shape = asarray(x).shape
    flat = [float(exp(v)) * _series(v / 2.0 - 2, _TO_8) if v <= 8.0 else
            float(exp(v)) * _series(32.0 / v - 2.0, _FROM_8) / float(sqrt(v)) for v in asarray(x).ravel().tolist()]
    return array(flat, float64).reshape(shape)[()]


def unwrap(p, discont=None, axis=-1, *, period=6.283185307179586):
    rows = moveaxis(asarray(p), axis, -1)
    steps = diff(rows)
    discont = period / 2 if discont is None else discont
    whole = steps.dtype.kind in 'iu' and isinstance(period, int)
    high, odd = divmod(period, 2) if whole else (period / 2, 0)
    near = remainder(steps + high, period) - high
    if not odd:
        near = where((near == -high) & (steps > 0), high, near)
    change = where(absolute(steps) < discont, 0, near - steps)
    result = rows.astype(result_type(rows, steps if whole else float64))
    result[..., 1:] = rows[..., 1:] + change.cumsum(-1)
    return moveaxis(result, -1, axis)


def packbits(a, /, axis=None, bitorder='big'):
    a = asarray(a)
    if a.dtype.kind not in 'iub':
        raise TypeError("Expected an input array of integer or boolean data type")
    rows = a.reshape(-1) if axis is None else moveaxis(a, axis, -1)
    rows = (rows != 0).astype(uint8)
    missing = -rows.shape[-1] % 8
    if missing:
        rows = concatenate((rows, zeros(rows.shape[:-1] + (missing,), uint8)), -1)
    order = arange(8) if bitorder == 'little' else arange(7, -1, -1)
    packed = (rows.reshape(rows.shape[:-1] + (-1, 8)) * 2 ** order).sum(-1).astype(uint8)
    return packed if axis is None else moveaxis(packed, -1, axis)


def unpackbits(a, /, axis=None, count=None, bitorder='big'):
    a = asarray(a)
    if a.dtype != uint8:
        raise TypeError("Expected an input array of unsigned byte data type")
    rows = a.reshape(-1) if axis is None else moveaxis(a, axis, -1)
    order = arange(8) if bitorder == 'little' else arange(7, -1, -1)
    bits = (rows[..., None].astype(int64) // 2 ** order % 2).astype(uint8)
    bits = bits.reshape(rows.shape[:-1] + (-1,))[..., :count]
    return bits if axis is None else moveaxis(bits, -1, axis)


def frexp(x):
    import math
    x = asarray(x)
    pairs = [math.frexp(v) for v in x.ravel().tolist()]
    parts = array([part for part, _ in pairs], float64).reshape(x.shape)[()]
    return parts, array([power for _, power in pairs], int32).reshape(x.shape)[()]


def sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False):
    x = asarray(x)
    lengths = window_shape if isinstance(window_shape, tuple) else (window_shape,)
    axes = tuple(range(x.ndim)) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    if len(lengths) != len(axes):
        if axis is None:
            raise ValueError(f"Since axis is None, must provide window_shape for all dimensions of `x`; got {len(lengths)} window_shape elements and `x.ndim` is {x.ndim}.")
        raise ValueError(f"Must provide matching length window_shape and axis; got {len(lengths)} window_shape elements and {len(axes)} axes elements.")
    for length, own in zip(lengths, [_axis(own, x.ndim) for own in axes]):
        left = x.shape[own] - length + 1
        if left < 1:
            raise ValueError('window shape cannot be larger than input array shape')
        x = moveaxis(x.take(arange(left)[:, None] + arange(length), own), own + 1, -1)
    x.setflags(write=writeable)
    return x


def at(ufunc, a, indices, b=None):
    # One after the other, so that an index that comes twice counts twice.
    flat = arange(a.size).reshape(a.shape)[indices]
    places = asarray(flat)
    values = None if b is None else zeros(places.shape, asarray(b).dtype)
    if values is not None:
        values[...] = b
    whole = a.reshape(-1).copy()
    for order, place in enumerate(places.reshape(-1).tolist()):
        own = whole[place]
        whole[place] = ufunc(own) if values is None else ufunc(own, values.reshape(-1)[order])
    a[...] = whole.reshape(a.shape)


def reduceat(ufunc, a, indices, axis=0):
    rows = moveaxis(asarray(a), axis, 0)
    starts, parts = [int(start) for start in indices], []
    for start in starts:
        if not 0 <= start < len(rows):
            raise IndexError(f"index {start} out-of-bounds in {ufunc.__name__}.reduceat [0, {len(rows)})")
    for start, end in zip(starts, starts[1:] + [len(rows)]):
        parts.append(ufunc.reduce(rows[start:end], axis=0) if start < end else rows[start])
    return moveaxis(array(parts), 0, axis)
