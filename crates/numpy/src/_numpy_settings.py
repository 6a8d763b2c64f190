# Types, limits, how arrays are shown, and what to do at errors of arithmetic.

from _numpy import *
from _numpy import _print_option, _separated
from _numpy_arrays import *

_DEFAULTS = dict(precision=8, threshold=1000, edgeitems=3, linewidth=75, suppress=False, nanstr='nan', infstr='inf',
                 sign='-', formatter=None, floatmode='maxprec', legacy=False)
_options = dict(_DEFAULTS)


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None,
                     infstr=None, formatter=None, sign=None, floatmode=None, *, legacy=None, override_repr=None):
    given = dict(precision=precision, threshold=threshold, edgeitems=edgeitems, linewidth=linewidth, suppress=suppress,
                 nanstr=nanstr, infstr=infstr, sign=sign, floatmode=floatmode, legacy=legacy)
    given = {name: value for name, value in given.items() if value is not None}
    # Each call without a formatter takes the one before away.
    given['formatter'] = formatter
    for name, value in given.items():
        _options[name] = value
        _print_option(name, value)


def get_printoptions():
    return dict(_options)


class printoptions:
    def __init__(self, *args, **options):
        self.options = options

    def __enter__(self):
        self.before = dict(_options)
        set_printoptions(**self.options)
        return dict(_options)

    def __exit__(self, *error):
        set_printoptions(**self.before)


def array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=' ', prefix='', *, formatter=None,
                 threshold=None, edgeitems=None, sign=None, floatmode=None, suffix='', legacy=None):
    given = dict(linewidth=max_line_width, precision=precision, suppress=suppress_small, threshold=threshold,
                 edgeitems=edgeitems, sign=sign, floatmode=floatmode, formatter=formatter)
    with printoptions(**{name: value for name, value in given.items() if value is not None}):
        return _separated(a, separator, len(prefix), len(suffix))


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    a = asarray(a)
    return array2string(a, max_line_width, precision, suppress_small) if a.ndim else str(a)


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    given = dict(linewidth=max_line_width, precision=precision, suppress=suppress_small)
    with printoptions(**{name: value for name, value in given.items() if value is not None}):
        return repr(arr)


def format_float_positional(x, precision=None, unique=True, fractional=True, trim='k', sign=False, pad_left=None, pad_right=None, min_digits=None):
    text = '%.*f' % (precision, x) if precision is not None else '%f' % x if 'e' in repr(float(x)) else repr(float(x))
    if trim in '-0.' and '.' in text:
        text = text.rstrip('0')
    return text.rstrip('.') if trim == '-' else text + '0' if trim == '0' and text.endswith('.') else text


_FLAGS = ('C_CONTIGUOUS', 'F_CONTIGUOUS', 'OWNDATA', 'WRITEABLE')


class _Flags:
    # What `flags` of an array gives: by names as attributes, in capitals as keys.
    def __init__(self, array, *flags):
        self.__dict__.update(_array=array, _values=dict(zip(_FLAGS, flags), ALIGNED=True, WRITEBACKIFCOPY=False))

    def __getitem__(self, name):
        short = {own[0]: own for own in self._values}
        values = self._values
        if short.get(name, name) not in values:
            raise KeyError("Unknown flag")
        return values[short.get(name, name)]

    def __getattr__(self, name):
        values = self.__dict__['_values']
        if name in ('contiguous', 'c_contiguous'):
            return values['C_CONTIGUOUS']
        if name.startswith('_') or name.upper() not in values:
            raise AttributeError(f"'numpy._core.multiarray.flagsobj' object has no attribute '{name}'")
        return values[name.upper()]

    def __setattr__(self, name, value):
        if name != 'writeable':
            raise AttributeError(f"attribute '{name}' of 'numpy._core.multiarray.flagsobj' objects is not writable")
        self._array.setflags(write=value)

    def __setitem__(self, name, value):
        setattr(self, 'writeable' if name in ('W', 'WRITEABLE') else name, value)

    def __repr__(self):
        return ''.join([f"  {name} : {flag}\n" for name, flag in self._values.items()])


_errors = dict(divide='warn', over='warn', under='ignore', invalid='warn')


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    before = dict(_errors)
    for name, value in dict(divide=divide or all, over=over or all, under=under or all, invalid=invalid or all).items():
        if value is not None:
            _errors[name] = value
    return before


def geterr():
    return dict(_errors)


class errstate:
    def __init__(self, **options):
        self.options = options

    def __enter__(self):
        self.before = seterr(**self.options)

    def __exit__(self, *error):
        seterr(**self.before)

    def __call__(self, function):
        def called(*args, **options):
            with self:
                return function(*args, **options)
        return called


class finfo:
    def __init__(self, kind):
        self.dtype = kind.dtype if isinstance(kind, (ndarray, generic)) else dtype(kind)
        if self.dtype.kind not in 'fc':
            raise ValueError(f"data type {self.dtype.type!r} not inexact")
        bits = {'float16': (16, 10, 5, 3), 'float32': (32, 23, 8, 6)}.get(self.dtype.name, (64, 52, 11, 15))
        self.bits, self.nmant, self.nexp, self.precision = bits
        make = {16: float16, 32: float32}.get(self.bits, float64)
        self.maxexp = 2 ** (self.nexp - 1)
        self.minexp = 2 - self.maxexp
        self.eps = make(2.0 ** -self.nmant)
        self.epsneg = make(2.0 ** -(self.nmant + 1))
        self.max = make((2.0 - 2.0 ** -self.nmant) * 2.0 ** (self.maxexp - 1))
        self.min = -self.max
        self.tiny = self.smallest_normal = make(2.0 ** self.minexp)
        self.smallest_subnormal = make(2.0 ** (self.minexp - self.nmant))
        self.resolution = make(10.0 ** -self.precision)

    def __repr__(self):
        return f"finfo(resolution={self.resolution}, min={self.min}, max={self.max}, dtype={self.dtype})"

    def __str__(self):
        line = '-' * 63
        return (f"Machine parameters for {self.dtype}\n{line}\n"
                f"precision = {self.precision}   resolution = {self.resolution}\n"
                f"machep = {-self.nmant}   eps =        {self.eps}\n"
                f"negep =  {-self.nmant - 1}   epsneg =     {self.epsneg}\n"
                f"minexp = {self.minexp}   tiny =       {self.tiny}\n"
                f"maxexp = {self.maxexp}   max =        {self.max}\n"
                f"nexp =   {self.nexp}   min =        -max\n"
                f"smallest_normal = {self.smallest_normal}   smallest_subnormal = {self.smallest_subnormal}\n{line}\n")


class iinfo:
    def __init__(self, kind):
        self.dtype = kind.dtype if isinstance(kind, (ndarray, generic)) else dtype(kind if not isinstance(kind, int) or isinstance(kind, type) else int)
        if self.dtype.kind not in 'iu':
            raise ValueError(f"Invalid integer data type {self.dtype.kind!r}.")
        self.kind, self.bits = self.dtype.kind, 8 * self.dtype.itemsize
        self.min = 0 if self.kind == 'u' else -2 ** (self.bits - 1)
        self.max = 2 ** self.bits - 1 if self.kind == 'u' else 2 ** (self.bits - 1) - 1

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"

    def __str__(self):
        line = '-' * 63
        return f"Machine parameters for {self.dtype}\n{line}\nmin = {self.min}\nmax = {self.max}\n{line}\n"


def issubdtype(arg1, arg2):
    first = arg1 if isinstance(arg1, type) and issubclass(arg1, generic) else dtype(arg1).type
    if not (isinstance(arg2, type) and issubclass(arg2, generic)):
        arg2 = dtype(arg2).type
    return issubclass(first, arg2)


def promote_types(type1, type2):
    return result_type(dtype(type1), dtype(type2))


def can_cast(from_, to, casting='safe'):
    return result_type(dtype(from_), dtype(to)) == dtype(to)


def min_scalar_type(a):
    a = asarray(a)
    if a.dtype.kind in 'iu' and a.ndim == 0:
        value = a.item()
        for name in ('uint8', 'uint16', 'uint32', 'uint64') if value >= 0 else ('int8', 'int16', 'int32', 'int64'):
            if iinfo(name).min <= value <= iinfo(name).max:
                return dtype(name)
    return a.dtype


def common_type(*arrays):
    return result_type(float16, *[a.dtype for a in arrays]).type


class matrix:
    # Always two axes, and `*` is the product of matrices.

    def __init__(self, data, dtype=None, copy=True):
        if isinstance(data, str):
            data = [[float(x) if '.' in x else int(x) for x in row.replace(',', ' ').split()] for row in data.strip('[]').split(';')]
        data = data.A if isinstance(data, matrix) else data
        self.A = array(data, dtype, ndmin=2)

    T = property(lambda self: matrix(self.A.T))
    I = property(lambda self: matrix(__import__('_numpy_linalg').inv(self.A)))
    A1 = property(lambda self: self.A.ravel())
    shape = property(lambda self: self.A.shape)
    size = property(lambda self: self.A.size)
    ndim = property(lambda self: 2)
    dtype = property(lambda self: self.A.dtype)

    def __array__(self, dtype=None, copy=None):
        return self.A

    def __getattr__(self, name):
        if name.startswith('__') or name == 'A':
            raise AttributeError(name)
        attribute = getattr(self.A, name)
        if not callable(attribute):
            return attribute

        def method(*args, **options):
            result = attribute(*args, **options)
            if isinstance(result, ndarray) and options.get('axis', args[0] if args else None) in (1, -1) and result.ndim == 1:
                return matrix(result.reshape(-1, 1))
            return matrix(result) if isinstance(result, ndarray) else result
        return method

    def __len__(self):
        return len(self.A)

    def __getitem__(self, key):
        result = self.A[key]
        if not isinstance(result, ndarray):
            return result
        column = isinstance(key, tuple) and len(key) == 2 and isinstance(key[1], (int, integer))
        return matrix(result.reshape(-1, 1) if column else result)

    def __setitem__(self, key, value):
        self.A[key] = value.A if isinstance(value, matrix) else value

    def __iter__(self):
        return iter([matrix(row) for row in self.A])

    def _other(self, other):
        return other.A if isinstance(other, matrix) else other

    def __mul__(self, other):
        other = self._other(other)
        return matrix(self.A * other if _is_number(other) else dot(self.A, array(other, ndmin=2)))

    def __rmul__(self, other):
        return matrix(other * self.A if _is_number(other) else dot(array(other, ndmin=2), self.A))

    def __matmul__(self, other):
        return matrix(self.A @ self._other(other))

    def __pow__(self, n):
        return matrix(__import__('_numpy_linalg').matrix_power(self.A, n))

    def __add__(self, other):
        return matrix(self.A + self._other(other))

    __radd__ = __add__

    def __sub__(self, other):
        return matrix(self.A - self._other(other))

    def __rsub__(self, other):
        return matrix(self._other(other) - self.A)

    def __truediv__(self, other):
        return matrix(self.A / self._other(other))

    def __neg__(self):
        return matrix(-self.A)

    def __eq__(self, other):
        return matrix(self.A == self._other(other))

    def __repr__(self):
        return 'matrix' + repr(self.A)[5:].replace('\n ', '\n  ')

    def __str__(self):
        return str(self.A)


def _is_number(value):
    return isinstance(value, (int, float, complex, generic))


asmatrix = bmat = matrix


def show_config():
    print("NumPy as Brooklet has it")


def get_include():
    raise NotImplementedError("there are no headers here")
