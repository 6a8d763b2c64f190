# Linear algebra of small matrices.

from _numpy import *
from _numpy import _norm, LinAlgError
from _numpy_arrays import *
from _numpy_elements import *
from _numpy_statistics import *


class _Result(tuple):
    # Results that are named: what `eig` and its like give.

    def __repr__(self):
        return f"{self._name}({', '.join([f'{name}={value!r}' for name, value in zip(self._fields, self)])})"


def _result(name, fields):
    def of(at):
        return property(lambda self: self[at])
    body = {field: of(at) for at, field in enumerate(fields)}
    return type(name, (_Result,), {'_name': name, '_fields': fields, **body})


EigResult = _result('EigResult', ('eigenvalues', 'eigenvectors'))
EighResult = _result('EighResult', ('eigenvalues', 'eigenvectors'))
QRResult = _result('QRResult', ('Q', 'R'))
SVDResult = _result('SVDResult', ('U', 'S', 'Vh'))
SlogdetResult = _result('SlogdetResult', ('sign', 'logabsdet'))


def norm(x, ord=None, axis=None, keepdims=False):
    x = asarray(x)
    x = absolute(x) if x.dtype.kind == 'c' else x * 1.0 if x.dtype.kind in 'iub' else x
    if axis is None and (x.ndim < 2 or ord is None or ord == 'fro' and x.ndim == 2):
        result = _norm(x, None if ord == 'fro' else ord)
        return array(result).reshape((1,) * x.ndim) if keepdims else result
    if axis is None:
        axis = tuple(range(x.ndim))
    if isinstance(axis, int):
        axis = (axis,)
    if len(axis) == 1 or ord is None or ord == 'fro':
        if ord is None or ord == 'fro' or ord == 2:
            return sqrt((x * x).sum(axis=axis, keepdims=keepdims))
        a = absolute(x)
        if ord == inf:
            return a.max(axis=axis, keepdims=keepdims)
        if ord == -inf:
            return a.min(axis=axis, keepdims=keepdims)
        if ord == 0:
            return (a != 0).sum(axis=axis, keepdims=keepdims) * 1.0
        return (a ** ord).sum(axis=axis, keepdims=keepdims) ** (1.0 / ord)
    if ord in (1, -1, inf, -inf):
        sums = absolute(x).sum(axis=axis[0] if ord in (1, -1) else axis[1])
        return sums.max() if ord > 0 else sums.min()
    values = svd(x, compute_uv=False)
    return values.max() if ord == 2 else values.min() if ord == -2 else values.sum()


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    return norm(asarray(x).ravel() if axis is None else x, ord, axis, keepdims)


def matrix_norm(x, /, *, keepdims=False, ord='fro'):
    return norm(x, ord, (-2, -1), keepdims)


def _square(a):
    a = asarray(a)
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if a.shape[-1] != a.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    return a


def _factored(rows):
    # Rows of the upper and lower triangle in one, the order of the rows, and the sign of that order.
    n, order, sign = len(rows), list(range(len(rows))), 1.0
    for k in range(n):
        best = k
        for i in range(k + 1, n):
            if abs(rows[i][k]) > abs(rows[best][k]):
                best = i
        if best != k:
            rows[k], rows[best] = rows[best], rows[k]
            order[k], order[best] = order[best], order[k]
            sign = -sign
        pivot = rows[k][k]
        if pivot == 0:
            continue
        for i in range(k + 1, n):
            factor = rows[i][k] / pivot
            rows[i][k] = factor
            if factor != 0:
                for j in range(k + 1, n):
                    rows[i][j] -= factor * rows[k][j]
    return rows, order, sign


def _number(a):
    return a.astype(complex128) if a.dtype.kind == 'c' else a * 1.0


def _stacked(function, a):
    a = _square(a)
    if a.ndim == 2:
        return function(_number(a))
    parts = [_stacked(function, part) for part in a]
    return tuple([array(own) for own in zip(*parts)]) if isinstance(parts[0], tuple) else array(parts)


def det(a):
    def one(a):
        direction, size = slogdet(a)
        return direction * exp(size)
    return _stacked(one, a)


def slogdet(a):
    rows, _, direction = _factored(_number(_square(a)).tolist())
    total = 0.0
    for k in range(len(rows)):
        if rows[k][k] == 0:
            return SlogdetResult((float64(0.0), float64(-inf)))
        direction *= rows[k][k] / abs(rows[k][k])
        total += log(abs(rows[k][k]))
    return SlogdetResult((array(direction)[()], total + float64(0.0)))


def solve(a, b):
    a, b = _number(_square(a)), asarray(b)
    if a.ndim > 2:
        return array([solve(own, other) for own, other in zip(a, b)])
    rows, order, _ = _factored(a.tolist())
    n = len(rows)
    for k in range(n):
        if rows[k][k] == 0:
            raise LinAlgError("Singular matrix")
    if b.shape[0] != n:
        raise ValueError(f"solve: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),({'m' if b.ndim == 1 else 'm,n'})->({'m' if b.ndim == 1 else 'm,n'}) (size {b.shape[0]} is different from {n})")
    columns = _number(b).reshape(n, -1).T.tolist()
    results = []
    for column in columns:
        x = [column[at] for at in order]
        for i in range(n):
            for j in range(i):
                x[i] -= rows[i][j] * x[j]
        for i in range(n - 1, -1, -1):
            for j in range(i + 1, n):
                x[i] -= rows[i][j] * x[j]
            x[i] /= rows[i][i]
        results.append(x)
    return array(results).T.reshape(b.shape).copy()


def inv(a):
    return _stacked(lambda a: solve(a, identity(len(a))), a)


def matrix_power(a, n):
    a = _square(a)
    if n < 0:
        a, n = inv(a), -n
    result = identity(len(a), a.dtype)
    while n:
        if n & 1:
            result = result @ a
        a, n = a @ a, n >> 1
    return result


def multi_dot(arrays):
    result = asarray(arrays[0])
    for a in arrays[1:]:
        result = dot(result, a)
    return result


def cholesky(a):
    def one(a):
        n, rows = len(a), a.tolist()
        for i in range(n):
            for j in range(i + 1):
                total = rows[i][j]
                for k in range(j):
                    total -= rows[i][k] * rows[j][k]
                if i == j:
                    if not total > 0:
                        raise LinAlgError("Matrix is not positive definite")
                    rows[i][i] = total ** 0.5
                else:
                    rows[i][j] = total / rows[j][j]
            for j in range(i + 1, n):
                rows[i][j] = 0.0
        return array(rows)
    return _stacked(one, a)


def qr(a, mode='reduced'):
    # By Householder's reflections, with LAPACK's signs.
    r = (asarray(a) * 1.0).copy()
    m, n = r.shape
    q = identity(m)
    for k in range(n if n < m - 1 else m - 1):
        column = r[k:, k].copy()
        size = _norm(column[1:], None)
        if size == 0:
            continue
        beta = -copysign(hypot(column[0], size), column[0])
        v = column / (column[0] - beta)
        v[0] = 1.0
        tau = (beta - column[0]) / beta
        r[k:] -= tau * outer(v, v @ r[k:])
        q[:, k:] -= tau * outer(q[:, k:] @ v, v)
        r[k + 1:, k] = 0.0
    if mode == 'complete':
        return QRResult((q, r))
    least = m if m < n else n
    return r[:least] if mode == 'r' else QRResult((q[:, :least], r[:least]))


def eigh(a, UPLO='L'):
    # By Jacobi's rotations.
    a = _square(a)
    rows = (tril(a * 1.0) + tril(a * 1.0, -1).T).tolist()
    n = len(rows)
    vectors = identity(n).tolist()
    for _ in range(60):
        off = 0.0
        for p in range(n):
            for q in range(p + 1, n):
                off += rows[p][q] * rows[p][q]
        if off < 1e-300:
            break
        for p in range(n):
            for q in range(p + 1, n):
                if rows[p][q] == 0:
                    continue
                theta = (rows[q][q] - rows[p][p]) / (2 * rows[p][q])
                t = (1.0 if theta >= 0 else -1.0) / (abs(theta) + (theta * theta + 1) ** 0.5)
                c = 1 / (t * t + 1) ** 0.5
                s = t * c
                for k in range(n):
                    first, second = rows[k][p], rows[k][q]
                    rows[k][p], rows[k][q] = c * first - s * second, s * first + c * second
                for k in range(n):
                    first, second = rows[p][k], rows[q][k]
                    rows[p][k], rows[q][k] = c * first - s * second, s * first + c * second
                for k in range(n):
                    first, second = vectors[k][p], vectors[k][q]
                    vectors[k][p], vectors[k][q] = c * first - s * second, s * first + c * second
                rows[p][q] = rows[q][p] = 0.0
    order = sorted(range(n), key=lambda k: rows[k][k])
    vectors = array(vectors)[:, order]
    for k in range(n):
        if vectors[-1, k] < 0:
            vectors[:, k] = -vectors[:, k]
    return EighResult((array([rows[k][k] for k in order]), vectors))


def eigvalsh(a, UPLO='L'):
    return eigh(a)[0]


def _eigenvalues(a):
    # By QR steps with shifts, on complex numbers.
    rows = [[complex(x) for x in row] for row in a.tolist()]
    n, values, tries = len(rows), [], 0
    while n > 0:
        if n == 1:
            values.append(rows[0][0])
            break
        small = sum([abs(rows[n - 1][j]) for j in range(n - 1)])
        scale = abs(rows[n - 1][n - 1]) + abs(rows[n - 2][n - 2])
        if small <= 1e-15 * (scale or 1.0) or tries > 500:
            values.append(rows[n - 1][n - 1])
            n, tries = n - 1, 0
            rows = [row[:n] for row in rows[:n]]
            continue
        tries += 1
        a, b, c, d = rows[n - 2][n - 2], rows[n - 2][n - 1], rows[n - 1][n - 2], rows[n - 1][n - 1]
        root = ((a - d) ** 2 / 4 + b * c) ** 0.5
        shift = (a + d) / 2 + (root if abs((a + d) / 2 + root - d) < abs((a + d) / 2 - root - d) else -root)
        if tries % 11 == 0:
            shift += abs(c)
        q = []
        rows = [[x - shift if i == j else x for j, x in enumerate(row)] for i, row in enumerate(rows)]
        columns = [[rows[i][j] for i in range(n)] for j in range(n)]
        r = [[0j] * n for _ in range(n)]
        for j in range(n):
            v = list(columns[j])
            for _ in range(2):
                for i in range(len(q)):
                    part = sum([x.conjugate() * y for x, y in zip(q[i], v)])
                    r[i][j] += part
                    v = [y - part * x for x, y in zip(q[i], v)]
            size = sum([abs(x) ** 2 for x in v]) ** 0.5
            r[j][j] = complex(size)
            q.append([x / size for x in v] if size > 1e-300 else [0j] * n)
        rows = [[sum([r[i][k] * q[j][k] for k in range(i, n)]) + (shift if i == j else 0) for j in range(n)] for i in range(n)]
    return values[::-1]


def _without_dust(value, scale):
    real = 0.0 if abs(value.real) < 1e-14 * scale else value.real
    imag = 0.0 if abs(value.imag) < 1e-14 * scale else value.imag
    return complex(real, imag)


def _real_if_close(values, scale):
    if all([abs(value.imag) <= 1e-10 * scale for value in values]):
        return array([value.real for value in values])
    return array(values, complex128)


def eigvals(a):
    return eig(a)[0]


def eig(a):
    a = _square(a)
    if a.dtype.kind != 'c' and array_equal(a, a.T):
        values, vectors = eigh(a)
        order = list(range(len(values)))
        if array_equal(a, diag(diag(a))):
            return EigResult((diag(a) * 1.0, identity(len(a))))
        # LAPACK finds the eigenvalues of a general matrix from the top.
        order.sort(key=lambda k: -values[k])
        return EigResult((values[order], vectors[:, order]))
    if array_equal(a, triu(a)):
        values = [complex(x) for x in diag(a).tolist()]
    else:
        values = _eigenvalues(a)
    scale = float(absolute(a).max()) or 1.0
    values = [_without_dust(value, scale) for value in values]
    n, columns = len(a), []
    for value in values:
        shifted = [[complex(x) - (value + 1e-12 * scale if i == j else 0) for j, x in enumerate(row)] for i, row in enumerate(a.tolist())]
        v = ones(n).astype(complex128)
        for _ in range(3):
            v = solve(array(shifted, complex128), v)
            v = v / complex(sqrt((absolute(v) ** 2).sum()))
        sizes = absolute(v)
        largest = v[int((sizes > sizes.max() * 0.999999).argmax())]
        v = v * complex((largest.conjugate() / abs(largest)))
        columns.append([_without_dust(x, 1.0) for x in v.tolist()])
    kept = _real_if_close(values, scale)
    vectors = array(columns, complex128).T
    return EigResult((kept, vectors.real if kept.dtype.kind == 'f' else vectors))


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    a = asarray(a) * 1.0
    m, n = a.shape
    if m < n:
        result = svd(a.T, full_matrices, compute_uv)
        return result if not compute_uv else SVDResult((result[2].T, result[1], result[0].T))
    # One-sided rotations: columns of u become orthogonal.
    u, v = a.T.copy(), identity(n)
    for _ in range(60):
        done = True
        for p in range(n):
            for q in range(p + 1, n):
                alpha, beta, gamma = float(u[p] @ u[p]), float(u[q] @ u[q]), float(u[p] @ u[q])
                if gamma == 0 or abs(gamma) <= 1e-16 * (alpha * beta) ** 0.5:
                    continue
                done = False
                zeta = (beta - alpha) / (2 * gamma)
                t = (1.0 if zeta >= 0 else -1.0) / (abs(zeta) + (1 + zeta * zeta) ** 0.5)
                c = 1 / (1 + t * t) ** 0.5
                s = c * t
                for own in (u, v):
                    first, second = own[p].copy(), own[q].copy()
                    own[p], own[q] = c * first - s * second, s * first + c * second
        if done:
            break
    sizes = [float(_norm(row, None)) for row in u]
    order = sorted(range(n), key=lambda k: -sizes[k])
    values = array([sizes[k] for k in order])
    if not compute_uv:
        return values
    u, v = u[order], v[order]
    for k in range(n):
        if values[k] > 0:
            u[k] /= values[k]
        # LAPACK's signs, as they mostly are.
        if (u[k][0] > 0) == ((u[k] != 0).sum() > 1) and u[k][0] != 0:
            u[k], v[k] = -u[k], -v[k]
    u = u.T
    rank = int((values > 1e-15 * (values[0] if n else 0)).sum())
    if rank < n or full_matrices and m > n:
        filled, _ = qr(concatenate((u[:, :rank], identity(m)), 1), 'complete')
        filled[:, :rank] = u[:, :rank]
        u = filled[:, :m if full_matrices else n]
    return SVDResult((u, values, v))


def svdvals(x):
    return svd(x, compute_uv=False)


def pinv(a, rcond=None, hermitian=False, *, rtol=None):
    a = asarray(a) * 1.0
    u, values, vt = svd(a, full_matrices=False)
    limit = (1e-15 if rcond is None else rcond) * (values[0] if values.size else 0)
    inverted = array([1 / value if value > limit else 0.0 for value in values.tolist()])
    return vt.T @ (inverted[:, None] * u.T)


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    A = asarray(A)
    if A.ndim < 2:
        return int(not (A == 0).all())
    values = svd(A, compute_uv=False)
    limit = values.max() * (A.shape[0] if A.shape[0] > A.shape[1] else A.shape[1]) * 2.220446049250313e-16 if tol is None else tol
    return (values > limit).sum()


def cond(x, p=None):
    if p is None or p == 2:
        values = svd(x, compute_uv=False)
        return values[0] / values[-1]
    return norm(x, p) * norm(inv(x), p)


def lstsq(a, b, rcond=None):
    a, b = asarray(a) * 1.0, asarray(b) * 1.0
    m, n = a.shape
    values = svd(a, compute_uv=False)
    limit = (2.220446049250313e-16 * (m if m > n else n) if rcond is None or rcond == -1 else rcond) * values[0]
    rank = int((values > limit).sum())
    if rank == n and m >= n:
        q, r = qr(a)
        x = solve(r, q.T @ b)
    else:
        x = pinv(a, rcond or 1e-15) @ b
    residuals = array([], float64)
    if rank == n and m > n:
        rest = (b - a @ x).reshape(m, -1)
        residuals = (rest * rest).sum(axis=0)
    return x, residuals, int32(rank), values
