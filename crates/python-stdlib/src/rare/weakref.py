"""References that do not keep: here an object stays while one is held to it."""


class ref:
    def __new__(cls, object, callback=None):
        if isinstance(object, (int, float, str, bytes, tuple, list, dict, type(None))) and type(object).__module__ == "builtins":
            raise TypeError(f"cannot create weak reference to {type(object).__name__!r} object")
        self = super().__new__(cls)
        self._object = object
        self.__callback__ = callback
        return self

    def __init__(self, object, callback=None):
        pass

    def __call__(self):
        return self._object

    def __eq__(self, other):
        return isinstance(other, ref) and self._object == other._object

    def __hash__(self):
        return hash(self._object)


ReferenceType = ref
WeakMethod = ref


def proxy(object, callback=None):
    return object


def getweakrefcount(object):
    return 0


def getweakrefs(object):
    return []


class WeakValueDictionary(dict):
    pass


class WeakKeyDictionary(dict):
    pass


class WeakSet(set):
    pass


class finalize:
    def __init__(self, obj, func, /, *args, **kwargs):
        self._call = func, args, kwargs
        self.atexit = True

    @property
    def alive(self):
        return self._call is not None

    def __call__(self, _=None):
        call, self._call = self._call, None
        if call is not None:
            func, args, kwargs = call
            return func(*args, **kwargs)

    def detach(self):
        self._call = None
