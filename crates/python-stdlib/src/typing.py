"""Names for annotations. They can be subscripted and do nothing."""

import abc as _abc_module
import collections.abc as _abc
from collections import namedtuple as _namedtuple


class _Form:
    """A name of this module, or one with parameters."""

    def __init__(self, name, args=(), origin=None):
        self._typing_name = name
        self.__args__ = args
        self.__origin__ = origin

    def __getitem__(self, args):
        return _Form(self._typing_name, args if isinstance(args, tuple) else (args,), self.__origin__)

    def __call__(self, *args, **kwargs):
        if self.__origin__ is not None:
            return self.__origin__(*args, **kwargs)
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return _Form("Union", (self, other))

    __ror__ = __or__

    def __mro_entries__(self, bases):
        return (Generic,) if self.__origin__ is None else (self.__origin__,)

    def __instancecheck__(self, instance):
        if self._typing_name in ("Union", "Optional") and self.__args__:
            return isinstance(instance, self.__args__) or self._typing_name == "Optional" and instance is None
        kind = self.__origin__ or getattr(_abc, self._typing_name, None)
        if self.__args__ or kind is None:
            raise TypeError("Subscripted generics cannot be used with class and instance checks" if self.__args__
                            else f"{self!r} cannot be used with isinstance()")
        return isinstance(instance, kind)

    def __eq__(self, other):
        if not isinstance(other, _Form):
            return NotImplemented
        return self._typing_name == other._typing_name and self.__args__ == other.__args__

    def __hash__(self):
        return hash(self._typing_name)

    def __repr__(self):
        if not self.__args__:
            return f"typing.{self._typing_name}"
        return f"typing.{self._typing_name}[{', '.join(map(_shown, self.__args__))}]"


def _shown(arg):
    if arg is ...:
        return "..."
    if isinstance(arg, type):
        return arg.__qualname__ if arg.__module__ == "builtins" else f"{arg.__module__}.{arg.__qualname__}"
    if isinstance(arg, list):
        return "[" + ", ".join(map(_shown, arg)) + "]"
    return repr(arg)


Any = _Form("Any")
Union = _Form("Union")
Optional = _Form("Optional")
Callable = _Form("Callable")
ClassVar = _Form("ClassVar")
Final = _Form("Final")
Literal = _Form("Literal")
Annotated = _Form("Annotated")
NoReturn = _Form("NoReturn")
Never = _Form("Never")
Self = _Form("Self")
TypeAlias = _Form("TypeAlias")
Concatenate = _Form("Concatenate")
List = _Form("List", origin=list)
Dict = _Form("Dict", origin=dict)
Set = _Form("Set", origin=set)
FrozenSet = _Form("FrozenSet", origin=frozenset)
Tuple = _Form("Tuple", origin=tuple)
Type = _Form("Type", origin=type)
DefaultDict = _Form("DefaultDict")
OrderedDict = _Form("OrderedDict")
Counter = _Form("Counter")
Deque = _Form("Deque")
ChainMap = _Form("ChainMap")
Iterable = _Form("Iterable")
Iterator = _Form("Iterator")
Generator = _Form("Generator")
Sequence = _Form("Sequence")
MutableSequence = _Form("MutableSequence")
Mapping = _Form("Mapping")
MutableMapping = _Form("MutableMapping")
Collection = _Form("Collection")
Container = _Form("Container")
Hashable = _Form("Hashable")
Sized = _Form("Sized")
Reversible = _Form("Reversible")
AbstractSet = _Form("AbstractSet")
ByteString = _Form("ByteString")
Awaitable = _Form("Awaitable")
Coroutine = _Form("Coroutine")
AsyncIterator = _Form("AsyncIterator")
Text = str
TYPE_CHECKING = False


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound

    def __or__(self, other):
        return Union[self, other]

    def __repr__(self):
        return "~" + self.__name__


class ParamSpec(TypeVar):
    pass


AnyStr = TypeVar("AnyStr", bytes, str)


class Generic:
    def __class_getitem__(cls, args):
        return cls


class _ProtocolMeta(_abc_module.ABCMeta):
    def __instancecheck__(cls, instance):
        if cls._is_protocol and _checkable(cls) and all(hasattr(instance, name) for name in _members(cls)):
            return True
        return super().__instancecheck__(instance)


class Protocol(metaclass=_ProtocolMeta):
    """What a class must have, not what it is derived from."""

    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._is_protocol = Protocol in cls.__bases__

    @classmethod
    def __subclasshook__(cls, other):
        if cls is Protocol or not cls._is_protocol or not _checkable(cls):
            return NotImplemented
        has = lambda name: any(name in base.__dict__ for base in other.__mro__)
        return all(map(has, _members(cls))) or NotImplemented

    def __class_getitem__(cls, args):
        return cls


def _checkable(cls):
    if not cls._is_runtime_protocol:
        raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
    return True


_NO_MEMBERS = {
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__",
    "__subclasshook__", "__weakref__", "__class_getitem__", "__init_subclass__", "__qualname__", "_abc_impl", "_is_protocol",
    "_is_runtime_protocol",
}


def _members(cls):
    bases = [base for base in cls.__mro__ if base not in (object, Protocol, Generic)]
    names = {name for base in bases for name in (*base.__dict__, *base.__dict__.get("__annotations__", ()))}
    return names - _NO_MEMBERS


class TypedDict:
    """Classes derived from this make plain dicts."""

    def __new__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __init_subclass__(cls, total=True):
        pass


class NamedTupleMeta(type):
    """Makes named tuples of the classes that are derived from `NamedTuple`."""

    def __new__(cls, typename, bases, ns):
        annotations = ns.get("__annotations__", {})
        names = list(annotations)
        defaults = []
        for name in names:
            if name in ns:
                defaults.append(ns[name])
            elif defaults:
                shown = ", ".join(names[names.index(name) - len(defaults):names.index(name)])
                plural = "s" if len(defaults) > 1 else ""
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field{plural} {shown}"
                )
        made = _namedtuple(typename, names, defaults=defaults, module=ns["__module__"])
        made.__annotations__ = dict(annotations)
        for name, value in ns.items():
            if name in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make", "_replace", "_asdict", "_source"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + name)
            if name not in annotations and name not in ("__annotations__", "__module__", "__qualname__", "__orig_bases__"):
                setattr(made, name, value)
        return made


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


def NamedTuple(typename, fields=(), /, **kwargs):
    """A class of named tuples; classes derived from this are such classes too."""
    pairs = list(fields) + list(kwargs.items())
    made = _namedtuple(typename, [name for name, _ in pairs])
    made.__annotations__ = dict(pairs)
    return made


NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


def NewType(name, tp):
    def new_type(x):
        return x

    new_type.__name__ = name
    new_type.__supertype__ = tp
    return new_type


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def no_type_check(arg):
    return arg


def runtime_checkable(cls):
    if not (isinstance(cls, _ProtocolMeta) and cls._is_protocol):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % cls)
    cls._is_runtime_protocol = True
    return cls


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if isinstance(obj, type):
        names = vars(__import__(obj.__module__))
        owners = [cls.__dict__.get("__annotations__", {}) for cls in reversed(obj.__mro__)]
    else:
        names = getattr(obj, "__globals__", {})
        owners = [getattr(obj, "__annotations__", {})]
    hints = {}
    for annotations in owners:
        for name, kind in annotations.items():
            kind = eval(kind, globalns or names, localns) if isinstance(kind, str) else kind
            hints[name] = type(None) if kind is None else kind
    return hints


def get_origin(tp):
    return getattr(tp, "__origin__", None)


def get_args(tp):
    return getattr(tp, "__args__", ())


def assert_never(arg):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def assert_type(val, typ):
    return val


def reveal_type(obj):
    return obj
