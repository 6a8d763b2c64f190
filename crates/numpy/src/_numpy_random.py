# numpy.random's legacy generator: distributions, drawn as NumPy's legacy functions draw them.

import math
from _numpy import *
from _numpy import _RandomState
from _numpy_arrays import *
from _numpy_elements import unique, min


def _count(size):
    count = 1
    for length in size if isinstance(size, (tuple, list, ndarray)) else (size,):
        if length < 0:
            raise ValueError("negative dimensions are not allowed")
        count *= int(length)
    return count


def _sized(size, draw, *params):
    # Draws one number, or as many as the size and the parameters' shapes say.
    if len([p for p in params if isinstance(p, (list, tuple, ndarray))]):
        params = [asarray(p) for p in params]
        if size is None:
            size = broadcast_shapes(*[p.shape for p in params])
        rows = zip(*[broadcast_to(p, size).ravel().tolist() for p in params])
        return array([draw(*row) for row in rows]).reshape(size)
    if size is None:
        return draw(*params)
    return array([draw(*params) for _ in range(_count(size))]).reshape(size)


def _loggam(x):
    a = (8.333333333333333e-02, -2.777777777777778e-03, 7.936507936507937e-04, -5.952380952380952e-04, 8.417508417508418e-04,
         -1.917526917526918e-03, 6.410256410256410e-03, -2.955065359477124e-02, 1.796443723688307e-01, -1.39243221690590e+00)
    if x == 1.0 or x == 2.0:
        return 0.0
    n = int(7 - x) if x < 7.0 else 0
    x0 = x + n
    x2 = (1.0 / x0) * (1.0 / x0)
    total = a[9]
    for k in range(8, -1, -1):
        total = total * x2 + a[k]
    total = total / x0 + 0.5 * 1.8378770664093453e+00 + (x0 - 0.5) * math.log(x0) - x0
    for _ in range(n):
        total -= math.log(x0 - 1.0)
        x0 -= 1.0
    return total


class _Distributions:
    # What both generators draw in the same way; `self._double` gives floats in 0..1.

    def standard_cauchy(self, size=None):
        return _sized(size, lambda: self._gauss() / self._gauss())

    def exponential(self, scale=1.0, size=None):
        return _sized(size, lambda scale: scale * self._exponential(), scale)

    def standard_exponential(self, size=None):
        return _sized(size, self._exponential)

    def standard_gamma(self, shape, size=None):
        return _sized(size, self._gamma, shape)

    def gamma(self, shape, scale=1.0, size=None):
        return _sized(size, lambda shape, scale: scale * self._gamma(shape), shape, scale)

    def chisquare(self, df, size=None):
        return _sized(size, lambda df: 2.0 * self._gamma(df / 2.0), df)

    def f(self, dfnum, dfden, size=None):
        return _sized(size, lambda n, d: (2.0 * self._gamma(n / 2.0) * d) / (2.0 * self._gamma(d / 2.0) * n), dfnum, dfden)

    def pareto(self, a, size=None):
        return _sized(size, lambda a: math.exp(self._exponential() / a) - 1 if self._legacy else math.expm1(self._exponential() / a), a)

    def weibull(self, a, size=None):
        return _sized(size, lambda a: self._exponential() ** (1. / a) if a else 0.0, a)

    def power(self, a, size=None):
        return _sized(size, lambda a: (1 - math.exp(-self._exponential()) if self._legacy else -math.expm1(-self._exponential())) ** (1. / a), a)

    def laplace(self, loc=0.0, scale=1.0, size=None):
        def draw(loc, scale):
            while True:
                u = self._double()
                if u >= 0.5:
                    return loc - scale * math.log(2.0 - u - u)
                if u > 0.0:
                    return loc + scale * math.log(u + u)
        return _sized(size, draw, loc, scale)

    def gumbel(self, loc=0.0, scale=1.0, size=None):
        def draw(loc, scale):
            while True:
                u = 1.0 - self._double()
                if u < 1.0:
                    return loc - scale * math.log(-math.log(u))
        return _sized(size, draw, loc, scale)

    def logistic(self, loc=0.0, scale=1.0, size=None):
        def draw(loc, scale):
            while True:
                u = self._double()
                if u > 0.0:
                    return loc + scale * math.log(u / (1.0 - u))
        return _sized(size, draw, loc, scale)

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        return _sized(size, lambda mean, sigma: math.exp(mean + sigma * self._gauss()), mean, sigma)

    def rayleigh(self, scale=1.0, size=None):
        if self._legacy:
            return _sized(size, lambda scale: scale * math.sqrt(-2.0 * math.log1p(-self._double())), scale)
        return _sized(size, lambda scale: scale * math.sqrt(2.0 * self._exponential()), scale)

    def standard_t(self, df, size=None):
        def draw(df):
            top = self._gauss()
            return math.sqrt(df / 2) * top / math.sqrt(self._gamma(df / 2))
        return _sized(size, draw, df)

    def triangular(self, left, mode, right, size=None):
        def draw(left, mode, right):
            base, below = right - left, mode - left
            u = self._double()
            if u <= below / base:
                return left + math.sqrt(u * (below * base))
            return right - math.sqrt((1.0 - u) * ((right - mode) * base))
        return _sized(size, draw, left, mode, right)

    def beta(self, a, b, size=None):
        return _sized(size, self._beta, a, b)

    def _beta(self, a, b):
        if a <= 1.0 and b <= 1.0:
            while True:
                u, v = self._double(), self._double()
                x, y = u ** (1.0 / a), v ** (1.0 / b)
                total = x + y
                if total <= 1.0 and u + v > 0.0:
                    if total > 0:
                        return x / total
                    x, y = math.log(u) / a, math.log(v) / b
                    most = x if x > y else y
                    x, y = x - most, y - most
                    return math.exp(x - math.log(math.exp(x) + math.exp(y)))
        first = self._gamma(a)
        return first / (first + self._gamma(b))

    def poisson(self, lam=1.0, size=None):
        if (asarray(lam) < 0).any():
            raise ValueError("lam < 0 or lam is NaN")
        return _sized(size, self._poisson, lam)

    def _poisson(self, lam):
        if lam == 0:
            return 0
        if lam < 10:
            least, count, product = math.exp(-lam), 0, 1.0
            while True:
                product *= self._double()
                if product <= least:
                    return count
                count += 1
        root, log = math.sqrt(lam), math.log(lam)
        b = 0.931 + 2.53 * root
        a = -0.059 + 0.02483 * b
        alpha = 1.1239 + 1.1328 / (b - 3.4)
        most = 0.9277 - 3.6224 / (b - 2)
        while True:
            u = self._double() - 0.5
            v = self._double()
            us = 0.5 - abs(u)
            k = math.floor((2 * a / us + b) * u + lam + 0.43)
            if us >= 0.07 and v <= most:
                return k
            if k < 0 or us < 0.013 and v > us:
                continue
            if math.log(v) + math.log(alpha) - math.log(a / (us * us) + b) <= -lam + k * log - _loggam(k + 1):
                return k

    def binomial(self, n, p, size=None):
        if (asarray(p) < 0).any() or (asarray(p) > 1).any():
            raise ValueError("p < 0, p > 1 or p is NaN")
        if (asarray(n) < 0).any():
            raise ValueError("n < 0")
        return _sized(size, self._binomial, n, p)

    def _binomial(self, n, p):
        if n == 0 or p == 0:
            return 0
        if p > 0.5:
            q = 1.0 - p
            return n - (self._inverted(n, q) if q * n <= 30.0 else self._rejected(n, q))
        return self._inverted(n, p) if p * n <= 30.0 else self._rejected(n, p)

    def _inverted(self, n, p):
        q = 1.0 - p
        first = math.exp(n * math.log1p(-p))
        mean = n * p
        bound = min([n, int(mean + 10.0 * math.sqrt(mean * q + 1))])
        x, px, u = 0, first, self._double()
        while u > px:
            x += 1
            if x > bound:
                x, px, u = 0, first, self._double()
            else:
                u -= px
                px = ((n - x + 1) * p * px) / (x * q)
        return x

    def _rejected(self, n, p):
        r = p if p < 1.0 - p else 1.0 - p
        q = 1.0 - r
        fm = n * r + r
        m = int(math.floor(fm))
        p1 = math.floor(2.195 * math.sqrt(n * r * q) - 4.6 * q) + 0.5
        xm = m + 0.5
        xl, xr = xm - p1, xm + p1
        c = 0.134 + 20.5 / (15.3 + m)
        a = (fm - xl) / (fm - xl * r)
        laml = a * (1.0 + a / 2.0)
        a = (xr - fm) / (xr * q)
        lamr = a * (1.0 + a / 2.0)
        p2 = p1 * (1.0 + 2.0 * c)
        p3 = p2 + c / laml
        p4 = p3 + c / lamr
        nrq = n * r * q
        while True:
            u = self._double() * p4
            v = self._double()
            if u <= p1:
                y = int(math.floor(xm - p1 * v + u))
                break
            if u <= p2:
                x = xl + (u - p1) / c
                v = v * c + 1.0 - abs(m - x + 0.5) / p1
                if v > 1.0:
                    continue
                y = int(math.floor(x))
            elif u <= p3:
                y = int(math.floor(xl + math.log(v) / laml))
                if y < 0 or v == 0.0:
                    continue
                v = v * (u - p2) * laml
            else:
                y = int(math.floor(xr - math.log(v) / lamr))
                if y > n or v == 0.0:
                    continue
                v = v * (u - p3) * lamr
            k = abs(y - m)
            if not (k > 20 and k < nrq / 2.0 - 1):
                s = r / q
                a = s * (n + 1)
                f = 1.0
                for i in range(m + 1, y + 1):
                    f *= a / i - s
                for i in range(y + 1, m + 1):
                    f /= a / i - s
                if v > f:
                    continue
                break
            rho = (k / nrq) * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / nrq + 0.5)
            t = -k * k / (2 * nrq)
            a = math.log(v)
            if a < t - rho:
                break
            if a > t + rho:
                continue
            x1, f1, z, w = y + 1, m + 1, n + 1 - m, n - y + 1
            x2, f2, z2, w2 = x1 * x1, f1 * f1, z * z, w * w
            if a > (xm * math.log(f1 / x1) + (n - m + 0.5) * math.log(z / w) + (y - m) * math.log(w * r / (x1 * q))
                    + (13680. - (462. - (132. - (99. - 140. / f2) / f2) / f2) / f2) / f1 / 166320.
                    + (13680. - (462. - (132. - (99. - 140. / z2) / z2) / z2) / z2) / z / 166320.
                    + (13680. - (462. - (132. - (99. - 140. / x2) / x2) / x2) / x2) / x1 / 166320.
                    + (13680. - (462. - (132. - (99. - 140. / w2) / w2) / w2) / w2) / w / 166320.):
                continue
            break
        return n - y if p > 0.5 else y

    def geometric(self, p, size=None):
        return _sized(size, self._geometric, p)

    def _geometric(self, p):
        if p >= 0.333333333333333333333333:
            count, total, product, u = 1, p, p, self._double()
            while u > total:
                product *= 1.0 - p
                total += product
                count += 1
            return count
        if self._legacy:
            return int(math.ceil(math.log1p(-self._double()) / math.log(1.0 - p)))
        return int(math.ceil(-self._exponential() / math.log1p(-p)))

    def negative_binomial(self, n, p, size=None):
        return _sized(size, lambda n, p: self._poisson(self._gamma(n) * ((1 - p) / p)), n, p)

    def multinomial(self, n, pvals, size=None):
        pvals = asarray(pvals).tolist()

        def draw():
            left, rest, counts = n, 1.0, []
            for p in pvals[:-1]:
                own = self._binomial(left, p / rest) if left > 0 else 0
                counts.append(own)
                left, rest = left - own, rest - p
            return counts + [left]
        if size is None:
            return array(draw(), int64)
        shape = tuple(size) if isinstance(size, (tuple, list)) else (size,)
        return array([draw() for _ in range(_count(size))], int64).reshape(shape + (-1,))

    def dirichlet(self, alpha, size=None):
        alpha = asarray(alpha).tolist()

        def draw():
            drawn = [self._gamma(own) for own in alpha]
            total = 0.0
            for own in drawn:
                total += own
            inverse = 1 / total
            return [own * inverse for own in drawn]
        if size is None:
            return array(draw())
        shape = tuple(size) if isinstance(size, (tuple, list)) else (size,)
        return array([draw() for _ in range(_count(size))]).reshape(shape + (-1,))

    def multivariate_normal(self, mean, cov, size=None, check_valid='warn', tol=1e-8, *, method='svd'):
        from _numpy_linalg import svd
        mean, cov = asarray(mean) * 1.0, asarray(cov) * 1.0
        shape = () if size is None else tuple(size) if isinstance(size, (tuple, list)) else (size,)
        x = self.standard_normal(shape + mean.shape).reshape(-1, len(mean))
        u, s, v = svd(cov)
        return (mean + dot(x, sqrt(s)[:, None] * v)).reshape(shape + mean.shape)

    def vonmises(self, mu, kappa, size=None):
        def draw(mu, kappa):
            if kappa < 1e-8:
                return math.pi * (2 * self._double() - 1)
            r = 1 + math.sqrt(1 + 4 * kappa * kappa)
            rho = (r - math.sqrt(2 * r)) / (2 * kappa)
            s = (1 + rho * rho) / (2 * rho)
            while True:
                u = self._double()
                z = math.cos(math.pi * u)
                w = (1 + s * z) / (s + z)
                y = kappa * (s - w)
                v = self._double()
                if y * (2 - y) - v >= 0 or math.log(y / v) + 1 - y >= 0:
                    break
            u = self._double()
            result = math.acos(w)
            result = (-result if u < 0.5 else result) + mu
            turned = math.fmod(abs(result) + math.pi, 2 * math.pi) - math.pi
            return -turned if result < 0 else turned
        return _sized(size, draw, mu, kappa)

    def _gamma(self, shape):
        if shape == 1.0:
            return self._exponential()
        if shape == 0.0:
            return 0.0
        if shape < 1.0:
            while True:
                u = self._double()
                v = self._exponential()
                if u <= 1.0 - shape:
                    x = u ** (1. / shape)
                    if x <= v:
                        return x
                else:
                    y = -math.log((1 - u) / shape)
                    x = (1.0 - shape + shape * y) ** (1. / shape)
                    if x <= v + y:
                        return x
        b = shape - 1. / 3.
        c = 1. / math.sqrt(9 * b)
        while True:
            x = self._gauss()
            v = 1.0 + c * x
            while v <= 0.0:
                x = self._gauss()
                v = 1.0 + c * x
            v = v * v * v
            u = self._double()
            if u < 1.0 - 0.0331 * (x * x) * (x * x):
                return b * v
            if math.log(u) < 0.5 * x * x + b * (1. - v + math.log(v)):
                return b * v


def _population(a):
    if isinstance(a, (int, integer)):
        if a < 0:
            raise ValueError("a must be greater than or equal to 0")
        return a, int(a)
    a = asarray(a)
    if a.ndim == 0:
        return a.item(), int(a.item())
    return a, len(a)


def _probabilities(p, n):
    p = asarray(p, float64)
    if p.ndim != 1:
        raise ValueError("'p' must be 1-dimensional")
    if p.size != n:
        raise ValueError("'a' and 'p' must have same size")
    if isnan(p.sum()):
        raise ValueError("probabilities contain NaN")
    if (p < 0).any():
        raise ValueError("probabilities are not non-negative")
    if abs(p.sum() - 1.) > 1.4901161193847656e-08:
        raise ValueError("probabilities do not sum to 1")
    return p


def _without_repeats(generator, p, count):
    if int((p > 0).sum()) < count:
        raise ValueError("Fewer non-zero entries in p than size")
    p, found = p.copy(), []
    while len(found) < count:
        x = generator._doubles(count - len(found))
        if found:
            p[array(found, int64)] = 0
        cdf = p.cumsum()
        cdf /= cdf[-1]
        fresh = cdf.searchsorted(x, 'right')
        _, first = unique(fresh, return_index=True)
        first.sort()
        found += fresh[first].tolist()
    return array(found, int64)


class RandomState(_Distributions, _RandomState):
    _legacy = True

    def _double(self):
        return self._uniform()

    def _doubles(self, count):
        return self._uniform(count)

    def _gauss(self):
        return self._normal()

    def _exponential(self):
        return -math.log(1.0 - self._uniform())

    def random_sample(self, size=None):
        return self._uniform() if size is None else self._uniform(_count(size)).reshape(size)

    random = ranf = sample = random_sample

    def rand(self, *args):
        return self.random_sample(args if args else None)

    def standard_normal(self, size=None):
        return self._normal() if size is None else self._normal(_count(size)).reshape(size)

    def randn(self, *args):
        return self.standard_normal(args if args else None)

    def normal(self, loc=0.0, scale=1.0, size=None):
        if (asarray(scale) < 0).any():
            raise ValueError("scale < 0")
        if isinstance(loc, (list, tuple, ndarray)) or isinstance(scale, (list, tuple, ndarray)):
            return _sized(size, lambda loc, scale: loc + scale * self._normal(), loc, scale)
        return loc + scale * self.standard_normal(size)

    def uniform(self, low=0.0, high=1.0, size=None):
        if isinstance(low, (list, tuple, ndarray)) or isinstance(high, (list, tuple, ndarray)):
            return _sized(size, lambda low, high: low + (high - low) * self._uniform(), low, high)
        return low + (high - low) * self.random_sample(size)

    def randint(self, low, high=None, size=None, dtype=int):
        if high is None:
            low, high = 0, low
        if isinstance(low, (list, tuple, ndarray)) or isinstance(high, (list, tuple, ndarray)):
            return _sized(size, lambda low, high: low + self._up_to(int(high) - int(low) - 1), low, high)
        if isinstance(low, float) or isinstance(high, float):
            low, high = int(low), int(high)
        low, high = int(low), int(high)
        if low >= high:
            raise ValueError("low >= high" if low or high > 0 else "high <= 0")
        if size is None:
            drawn = low + self._up_to(high - 1 - low)
            return drawn if dtype is int else asarray(drawn).astype(dtype)[()]
        if asarray(0, dtype).itemsize < 4:
            drawn = self._small(high - 1 - low, _count(size), 8 * asarray(0, dtype).itemsize)
        else:
            drawn = self._up_to(high - 1 - low, _count(size)).astype(int64)
        return (drawn + low).astype(dtype).reshape(size)

    def _small(self, most, count, bits):
        # Several small numbers are cut from a word.
        mask = (1 << most.bit_length()) - 1
        word, left, drawn = 0, 0, []
        while most and len(drawn) < count:
            if left == 0:
                word, left = self._up_to(2 ** 32 - 1), 32 // bits
            if word & mask <= most:
                drawn.append(word & mask)
            word, left = word >> bits, left - 1
        return array(drawn if most else [0] * count, int64)

    def random_integers(self, low, high=None, size=None):
        return self.randint(1, low + 1, size) if high is None else self.randint(low, high + 1, size)

    def tomaxint(self, size=None):
        return _sized(size, lambda: self._up_to(2 ** 64 - 1) >> 1)

    def bytes(self, length):
        words = [self._up_to(2 ** 32 - 1) for _ in range((length + 3) // 4)]
        return b''.join([word.to_bytes(4, 'little') for word in words])[:length]

    def shuffle(self, x):
        n = len(x)
        for i in range(n - 1, 0, -1):
            j = self._up_to(i)
            if isinstance(x, ndarray) and x.ndim > 1:
                x[[i, j]] = x[[j, i]]
            else:
                x[i], x[j] = x[j], x[i]

    def permutation(self, x):
        if isinstance(x, (int, integer)):
            result = list(range(x))
            self.shuffle(result)
            return array(result, int64)
        x = asarray(x)
        if x.ndim == 1:
            result = x.copy()
            self.shuffle(result)
            return result
        return x[self.permutation(len(x))]

    def choice(self, a, size=None, replace=True, p=None):
        a, n = _population(a)
        if n == 0 and (size is None or _count(size)):
            raise ValueError("'a' cannot be empty unless no samples are taken")
        if p is not None:
            p = _probabilities(p, n)
        if replace:
            if p is not None:
                cdf = p.cumsum()
                cdf /= cdf[-1]
                chosen = cdf.searchsorted(self.random_sample(size), 'right')
            else:
                chosen = self.randint(0, n, size)
        else:
            count = 1 if size is None else _count(size)
            if count > n:
                raise ValueError("Cannot take a larger sample than population when 'replace=False'")
            chosen = _without_repeats(self, p, count) if p is not None else self.permutation(n)[:count]
            chosen = chosen[0] if size is None else chosen.reshape(size)
        if size is None and not isinstance(chosen, int):
            chosen = int(chosen)
        return chosen if isinstance(a, (int, integer)) else a[chosen]

    def get_state(self, legacy=True):
        words, spare = self._words()
        return ('MT19937', words[:-1].astype(uint32), int(words[-1]), 0 if spare is None else 1, 0.0 if spare is None else spare)

    def set_state(self, state):
        _, words, used, has_spare, spare = state
        self._set_words(concatenate((words.astype(int64), [used])), spare if has_spare else None)


_shared = RandomState()
for _name in dir(RandomState):
    if not _name.startswith('_'):
        globals()[_name] = getattr(_shared, _name)
