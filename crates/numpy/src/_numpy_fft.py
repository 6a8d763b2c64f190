# `numpy.fft`: sums of waves, by halves where the length is even, else term by term.

from numpy import arange, array, asarray, concatenate, conj, moveaxis, pi, roll, zeros
import math


def _wave(part, length, sign):
    # Quarter turns are exact.
    part %= length
    if 4 * part % length == 0:
        return (1 + 0j, complex(0, sign), -1 + 0j, complex(0, -sign))[4 * part // length]
    angle = 2 * math.pi * part / length
    return complex(math.cos(angle), sign * math.sin(angle))


def _transformed(values, sign):
    n = len(values)
    if n == 1:
        return values
    if n % 2:
        waves = [_wave(part, n, sign) for part in range(n)]
        return [_total([value * waves[at * k % n] for at, value in enumerate(values)]) for k in range(n)]
    even, odd = _transformed(values[::2], sign), _transformed(values[1::2], sign)
    odd = [value * _wave(part, n, sign) for part, value in enumerate(odd)]
    return [a + b for a, b in zip(even, odd)] + [a - b for a, b in zip(even, odd)]


def _total(values):
    total = 0j
    for value in values:
        total += value
    return total


def _scale(norm, n, forward):
    if norm == 'ortho':
        return 1 / math.sqrt(n)
    if norm not in (None, 'backward', 'forward'):
        raise ValueError(f'Invalid norm value {norm}; should be "backward", "ortho" or "forward".')
    return 1 / n if (norm == 'forward') == forward else 1.0


def _sized(a, n, axis):
    rows = moveaxis(asarray(a), axis, -1)
    own = rows.shape[-1]
    n = own if n is None else n
    if n < 1:
        raise ValueError(f"Invalid number of FFT data points ({n}) specified.")
    if n > own:
        rows = concatenate((rows, zeros(rows.shape[:-1] + (n - own,), rows.dtype)), -1)
    return rows[..., :n], n


def _along(a, n, axis, norm, forward):
    rows, n = _sized(a, n, axis)
    scale, sign = _scale(norm, n, forward), -1 if forward else 1
    flat = [_transformed([complex(value) for value in row], sign) for row in rows.reshape(-1, n).tolist()]
    if scale != 1.0:
        flat = [[value * scale for value in row] for row in flat]
    return moveaxis(array(flat, 'complex128').reshape(rows.shape), -1, axis)


def fft(a, n=None, axis=-1, norm=None, out=None):
    return _along(a, n, axis, norm, True)


def ifft(a, n=None, axis=-1, norm=None, out=None):
    return _along(a, n, axis, norm, False)


def rfft(a, n=None, axis=-1, norm=None, out=None):
    result = moveaxis(fft(asarray(a) * 1.0, n, axis, norm), axis, -1)
    return moveaxis(result[..., :result.shape[-1] // 2 + 1], -1, axis)


def irfft(a, n=None, axis=-1, norm=None, out=None):
    n = 2 * (asarray(a).shape[axis] - 1) if n is None else n
    half, _ = _sized(a, n // 2 + 1, axis)
    rest = conj(half[..., 1:(n + 1) // 2][..., ::-1])
    return moveaxis(ifft(concatenate((half, rest), -1), n, -1, norm).real, -1, axis)


def hfft(a, n=None, axis=-1, norm=None, out=None):
    n = 2 * (asarray(a).shape[axis] - 1) if n is None else n
    swapped = {None: 'forward', 'backward': 'forward', 'forward': 'backward'}.get(norm, norm)
    return irfft(conj(asarray(a)), n, axis, swapped)


def _over_axes(function, a, s, axes, norm):
    a = asarray(a)
    axes = (range(a.ndim) if s is None else range(-len(s), 0)) if axes is None else axes
    for at, axis in reversed(list(enumerate(axes))):
        a = function(a, None if s is None else s[at], axis, norm)
    return a


def fftn(a, s=None, axes=None, norm=None, out=None):
    return _over_axes(fft, a, s, axes, norm)


def ifftn(a, s=None, axes=None, norm=None, out=None):
    return _over_axes(ifft, a, s, axes, norm)


def fft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    return _over_axes(fft, a, s, axes, norm)


def ifft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    return _over_axes(ifft, a, s, axes, norm)


def rfft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    axes = list(axes)
    return _over_axes(fft, rfft(a, None if s is None else s[-1], axes[-1], norm), None if s is None else s[:-1], axes[:-1], norm)


def fftfreq(n, d=1.0, device=None):
    val = 1.0 / (n * d)
    return concatenate((arange(0, (n - 1) // 2 + 1), arange(-(n // 2), 0))) * val


def rfftfreq(n, d=1.0, device=None):
    return arange(0, n // 2 + 1) * (1.0 / (n * d))


def _shifted(x, axes, part):
    x = asarray(x)
    axes = range(x.ndim) if axes is None else [axes] if isinstance(axes, int) else axes
    for axis in axes:
        x = roll(x, part(x.shape[axis]), axis)
    return x


def fftshift(x, axes=None):
    return _shifted(x, axes, lambda n: n // 2)


def ifftshift(x, axes=None):
    return _shifted(x, axes, lambda n: -(n // 2))
