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
