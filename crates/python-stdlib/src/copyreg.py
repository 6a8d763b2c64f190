"""How objects are pickled that do not say it themselves."""

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(obj, state)
    return obj


_PLAIN = (int, float, str, bytes, complex, tuple, list, dict, set, frozenset, bytearray)


def _base(cls):
    """The built-in class whose data the objects of a class carry."""
    return next((base for base in cls.__mro__ if base in _PLAIN), object)


def _slotnames(cls):
    names = []
    for kind in cls.__mro__:
        slots = kind.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__"):
                mangled = name.startswith("__") and not name.endswith("__")
                names.append("_" + kind.__name__.lstrip("_") + name if mangled else name)
    return names


def _own_state(cls):
    own = getattr(cls, "__getstate__", None)
    return own is not None and own is not getattr(object, "__getstate__", None)


def _state(obj):
    """What `object.__getstate__` gives."""
    if _own_state(type(obj)):
        return obj.__getstate__()
    state = getattr(obj, "__dict__", None) or None
    slots = {name: getattr(obj, name) for name in _slotnames(type(obj)) if hasattr(obj, name)}
    return (state, slots) if slots else state


def _reduce_ex(obj, protocol):
    """What `object.__reduce_ex__` gives."""
    cls = type(obj)
    base = _base(cls)
    if protocol < 2:
        if _slotnames(cls) and not _own_state(cls):
            raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
        value = None if base is object else base(obj)
        state = _state(obj)
        parts = (_reconstructor, (cls, base, value))
        return parts if state is None else (*parts, state)
    if hasattr(cls, "__getnewargs_ex__"):
        args, kwargs = obj.__getnewargs_ex__()
        parts = __newobj_ex__, (cls, args, kwargs)
        if not kwargs:
            parts = __newobj__, (cls, *args)
    elif hasattr(cls, "__getnewargs__"):
        parts = __newobj__, (cls, *obj.__getnewargs__())
    elif base in (int, float, str, bytes, tuple):
        parts = __newobj__, (cls, base(obj))
    elif base is complex:
        parts = __newobj__, (cls, obj.real, obj.imag)
    elif base in (set, frozenset):
        return cls, (list(obj),), _state(obj)
    elif base is bytearray:
        return cls, (bytes(obj),), _state(obj)
    else:
        parts = __newobj__, (cls,)
    items = iter(obj) if base is list else None
    pairs = iter(obj.items()) if base is dict else None
    return (*parts, _state(obj), items, pairs)


def _refuse(obj, protocol):
    raise TypeError(f"cannot pickle {type(obj).__name__!r} object")


def _attributes(obj):
    return getattr(obj, "__dict__", None) or None


def _reduce_exception(obj, protocol):
    attributes = _attributes(obj)
    args = obj.args
    if isinstance(obj, OSError) and len(args) == 2 and obj.filename is not None:
        args = (*args, obj.filename)
    return (type(obj), args, attributes) if attributes else (type(obj), args)


def _reduce_date(obj, protocol):
    year, rest = divmod(obj.year, 256)
    return type(obj), (bytes([year, rest, obj.month, obj.day]),)


def _clock(obj, first):
    micro = obj.microsecond
    return first + bytes([obj.hour, obj.minute, obj.second, micro >> 16, micro >> 8 & 255, micro & 255])


def _zoned(obj, protocol, data, fold_at):
    if getattr(obj, "fold", 0) and protocol > 3:
        data = data[:fold_at] + bytes([data[fold_at] | 128]) + data[fold_at + 1:]
    return type(obj), (data,) if obj.tzinfo is None else (data, obj.tzinfo)


def _reduce_datetime(obj, protocol):
    year, rest = divmod(obj.year, 256)
    return _zoned(obj, protocol, _clock(obj, bytes([year, rest, obj.month, obj.day])), 2)


def _reduce_time(obj, protocol):
    return _zoned(obj, protocol, _clock(obj, b""), 0)


def _reduce_timezone(obj, protocol):
    offset = obj.utcoffset(None)
    name = obj.tzname(None)
    plain = type(obj)(offset).tzname(None) == name
    return type(obj), (offset,) if plain else (offset, name)


def _reduce_deque(obj, protocol):
    args = () if obj.maxlen is None else ((), obj.maxlen)
    return type(obj), args, _attributes(obj), iter(obj)


def _reduce_defaultdict(obj, protocol):
    factory = obj.default_factory
    return type(obj), () if factory is None else (factory,), None, None, iter(obj.items())


def _reduce_ordered(obj, protocol):
    return type(obj), (), _attributes(obj), None, iter(obj.items())


def _reduce_method(obj, protocol):
    return getattr, (obj.__self__, obj.__func__.__name__)


# Classes that are in C in CPython, and say it themselves there.
_REDUCED = {
    "builtins.BaseException": _reduce_exception,
    "builtins.complex": lambda obj, protocol: (complex, (obj.real, obj.imag)),
    "builtins.range": lambda obj, protocol: (range, (obj.start, obj.stop, obj.step)),
    "builtins.slice": lambda obj, protocol: (slice, (obj.start, obj.stop, obj.step)),
    "collections.OrderedDict": _reduce_ordered,
    "collections.Counter": lambda obj, protocol: (type(obj), (dict(obj),)),
    "collections.defaultdict": _reduce_defaultdict,
    "collections.deque": _reduce_deque,
    "datetime.date": _reduce_date,
    "datetime.datetime": _reduce_datetime,
    "datetime.time": _reduce_time,
    "datetime.timedelta": lambda obj, protocol: (type(obj), (obj.days, obj.seconds, obj.microseconds)),
    "datetime.timezone": _reduce_timezone,
    "decimal.Decimal": lambda obj, protocol: (type(obj), (str(obj),)),
    "enum.Enum": lambda obj, protocol: (type(obj), (obj._value_,)),
    "fractions.Fraction": lambda obj, protocol: (type(obj), (obj.numerator, obj.denominator)),
    "pathlib.PurePath": lambda obj, protocol: (type(obj), tuple(obj.parts)),
    "builtins.method": _reduce_method,
}
# Ways that only the unpickler undoes.
NATIVE = (None, _reduce_date, _reduce_datetime, _reduce_time)
_REFUSED = (
    "builtins.generator", "builtins.module", "builtins.dict_keys", "builtins.dict_values", "builtins.dict_items",
    "builtins.property", "builtins.staticmethod", "builtins.classmethod", "builtins.code", "builtins.frame",
    "builtins.traceback", "builtins.coroutine", "builtins.async_generator", "builtins.memoryview", "builtins.mappingproxy",
    "_thread.lock", "_thread.RLock", "_io.TextIOWrapper", "_io.BufferedReader", "_io.BufferedWriter",
)


def _own(cls, name):
    """A method that a class of the program or the library defines, `object`'s aside."""
    method = getattr(cls, name, None)
    return None if method is None or method is getattr(object, name, None) else method


def reducer_of(cls):
    """What gives the parts of the objects of a class, if it is not `object`'s own way."""
    if _own(cls, "__reduce_ex__"):
        return cls.__reduce_ex__
    if _own(cls, "__reduce__"):
        return lambda obj, protocol: obj.__reduce__()
    for kind in cls.__mro__:
        path = f"{kind.__module__}.{kind.__name__}"
        reduce = _REDUCED.get(path)
        if reduce is not None and not (kind is complex and cls is not complex):
            return reduce
        if path in _REFUSED:
            return _refuse
    return None


def reduce_of(obj, protocol):
    """What an object is made of again: the tuple, or the name, that `__reduce_ex__` gives."""
    reduce = reducer_of(type(obj)) or _reduce_ex
    return reduce(obj, protocol)
