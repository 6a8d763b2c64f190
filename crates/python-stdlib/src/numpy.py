# What of numpy can be said in Python; arrays and the functions on their elements are Rust.

def _reduction(name):
    def reduce(a, axis=None, **options):
        return getattr(asarray(a), name)(axis, **options)
    reduce.__name__ = reduce.__qualname__ = name
    return reduce


sum, prod, mean, std, var, argmin, argmax, all, any = [
    _reduction(name) for name in ("sum", "prod", "mean", "std", "var", "argmin", "argmax", "all", "any")
]
min = amin = _reduction("min")
max = amax = _reduction("max")


def zeros(shape, dtype=float64):
    return full(shape, 0, dtype)


def ones(shape, dtype=float64):
    return full(shape, 1, dtype)


def empty(shape, dtype=float64):
    return zeros(shape, dtype)


def zeros_like(a, dtype=None):
    return zeros(shape(a), dtype or asarray(a).dtype)


def ones_like(a, dtype=None):
    return ones(shape(a), dtype or asarray(a).dtype)


def full_like(a, fill_value, dtype=None):
    return full(shape(a), fill_value, dtype or asarray(a).dtype)


def eye(N, dtype=float64):
    square = zeros((N, N), dtype)
    for index in range(N):
        square[index, index] = 1
    return square


identity = eye


def shape(a):
    return asarray(a).shape


def ndim(a):
    return asarray(a).ndim


def size(a):
    return asarray(a).size


def abs(x):
    return asarray(x).__abs__()


absolute = abs


def square(x):
    return asarray(x) * x


def power(x1, x2):
    return asarray(x1) ** x2


def add(x1, x2):
    return asarray(x1) + x2


def subtract(x1, x2):
    return asarray(x1) - x2


def multiply(x1, x2):
    return asarray(x1) * x2


def divide(x1, x2):
    return asarray(x1) / x2


def matmul(x1, x2):
    return asarray(x1) @ x2


def inner(a, b):
    return dot(a, b)


def outer(a, b):
    return asarray(a).flatten().reshape(-1, 1) * asarray(b).flatten()


def round(a, decimals=0):
    if isinstance(a, float) or isinstance(a, generic):
        return float64(a).round(decimals)
    return asarray(a).round(decimals)


around = round


def reshape(a, shape):
    return asarray(a).reshape(shape)


def ravel(a):
    return asarray(a).ravel()


def transpose(a):
    return asarray(a).T


def cumsum(a):
    return asarray(a).cumsum()


def clip(a, a_min, a_max):
    return minimum(maximum(a, a_min), a_max)


def sign(x):
    x = asarray(x)
    return asarray((x > 0) * 1 - (x < 0) * 1, x.dtype) + 0


def concatenate(arrays, axis=0):
    arrays = [asarray(a) for a in arrays]
    if axis == 0:
        return array([row for a in arrays for row in a])
    return array([[x for row in rows for x in row] for rows in zip(*arrays)])


def vstack(arrays):
    rows = [asarray(a) for a in arrays]
    return concatenate([row.reshape(1, -1) if row.ndim == 1 else row for row in rows])


def hstack(arrays):
    arrays = [asarray(a) for a in arrays]
    return concatenate(arrays, 0 if arrays[0].ndim == 1 else 1)


def column_stack(arrays):
    columns = [asarray(a) for a in arrays]
    return hstack([column.reshape(-1, 1) if column.ndim == 1 else column for column in columns])


def stack(arrays):
    return array(list(arrays))


def append(a, values):
    return concatenate([asarray(a).flatten(), asarray(values).flatten()])


def tile(a, reps):
    return concatenate([asarray(a).flatten()] * reps)


def where(condition, x, y):
    condition = asarray(condition)
    flags = condition * 1
    x, y = asarray(x) + flags * 0, asarray(y) + flags * 0
    chosen = x.copy()
    chosen[flags == 0] = y[flags == 0]
    return chosen


def unique(a):
    return array(sorted(set(asarray(a).flatten().tolist())))


def argsort(a):
    values = asarray(a).tolist()
    return array(sorted(range(len(values)), key=values.__getitem__), int64)


def median(a):
    values = sort(asarray(a).flatten())
    return mean(values[(len(values) - 1) // 2:len(values) // 2 + 1])


def isclose(a, b, rtol=1e-05, atol=1e-08):
    return abs(asarray(a) - b) <= atol + rtol * abs(b)


def allclose(a, b, rtol=1e-05, atol=1e-08):
    return bool_(all(isclose(a, b, rtol, atol))).item()


def array_equal(a1, a2):
    a1, a2 = asarray(a1), asarray(a2)
    return a1.shape == a2.shape and all(a1 == a2).item()


def count_nonzero(a):
    return int64(sum(asarray(a) != 0))


def isscalar(element):
    return isinstance(element, (int, float, complex, str, bytes, generic))
