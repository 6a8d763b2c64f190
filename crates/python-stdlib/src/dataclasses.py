"""Classes that are mostly fields. `_function` makes a function of a text."""

import copy as _copy


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


class _KeywordOnly:
    pass


MISSING = _Missing()
KW_ONLY = _KeywordOnly()


class _FACTORY:
    """Stands where a field's default is made by a call. A class keeps its identity on workers."""


class InitVar:
    def __init__(self, type):
        self.type = type

    def __repr__(self):
        return f"dataclasses.InitVar[{_annotation_text(self.type)}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only
        self._is_init_var = False

    def __repr__(self):
        return (
            f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
            f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},"
            f"hash={self.hash!r},compare={self.compare!r},metadata=mappingproxy({self.metadata!r}),"
            f"kw_only={self.kw_only!r},_field_type=_FIELD)"
        )


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
          metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_class_var(annotation, cls):
    if isinstance(annotation, str):
        # A postponed one: what its name means where the class was defined.
        name = annotation.partition("[")[0].strip()
        package, _, leaf = name.rpartition(".")
        if package in ("", "typing") and leaf == "ClassVar":
            return True
        try:
            names = vars(__import__(cls.__module__, None, None, ("*",)))
        except ImportError:
            return False
        if package:
            return leaf == "ClassVar" and getattr(names.get(package), "__name__", None) == "typing"
        annotation = names.get(leaf)
    return getattr(annotation, "_typing_name", None) == "ClassVar"


def _collect(cls, kw_only):
    fields = {}
    for base in cls.__mro__[-1:0:-1]:
        fields.update(base.__dict__.get("__dataclass_fields__", {}))
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if isinstance(annotation, _KeywordOnly) or annotation == "KW_ONLY":
            kw_only = True
            continue
        if _is_class_var(annotation, cls):
            continue
        default = cls.__dict__.get(name, MISSING)
        found = default if isinstance(default, Field) else field(default=default)
        found.name = name
        found.type = annotation
        found._is_init_var = isinstance(annotation, InitVar) or annotation is InitVar
        if found.kw_only is MISSING:
            found.kw_only = kw_only
        if found.default.__class__.__hash__ is None:
            raise ValueError(
                f"mutable default {found.default.__class__} for field {name} is not allowed: use default_factory"
            )
        if isinstance(default, Field):
            if found.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, found.default)
        fields[name] = found
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return fields


def _initializer(cls, fields, frozen, slots):
    plain = [found for found in fields if found.init and not found.kw_only]
    keyword_only = [found for found in fields if found.init and found.kw_only]
    seen_default = False
    for found in plain:
        if found.default is not MISSING or found.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError(f"non-default argument {found.name!r} follows default argument")
    names = {"_FACTORY": _FACTORY, "_set": object.__setattr__}

    def parameter(found):
        if found.default is not MISSING:
            names["_default_" + found.name] = found.default
            return f"{found.name}=_default_{found.name}"
        if found.default_factory is not MISSING:
            return f"{found.name}=_FACTORY"
        return found.name

    parameters = ["self"] + [parameter(found) for found in plain]
    if keyword_only:
        parameters += ["*"] + [parameter(found) for found in keyword_only]
    lines = []
    for found in fields:
        name = found.name
        if found._is_init_var:
            continue
        if found.default_factory is not MISSING:
            names["_factory_" + name] = found.default_factory
            value = f"_factory_{name}()"
            if found.init:
                value = f"{value} if {name} is _FACTORY else {name}"
        elif found.init:
            value = name
        elif slots and found.default is not MISSING:
            names["_default_" + name] = found.default
            value = f"_default_{name}"
        else:
            continue
        lines.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        extra = ", ".join(found.name for found in fields if found._is_init_var)
        lines.append(f"self.__post_init__({extra})")
    return _function(cls, "__init__", parameters, lines, names)


def _function(cls, name, parameters, lines, names):
    inner = "\n".join("  " + line for line in lines or ["pass"])
    outer = ", ".join(names)
    text = f"def __create__({outer}):\n def {name}({', '.join(parameters)}):\n{inner}\n return {name}"
    made = _compile(text)(**names)
    made.__qualname__ = f"{cls.__qualname__}.{name}"
    return made


def _tuple_of(receiver, fields):
    return "(" + "".join(f"{receiver}.{found.name}, " for found in fields) + ")"


def _set_new(cls, name, function):
    if name in cls.__dict__:
        return True
    setattr(cls, name, function)
    return False


def _annotation_text(annotation):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type) and not hasattr(annotation, "__origin__"):
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


def _signature(fields):
    """The signature of the initializer that fields make."""

    def parameter(found):
        text = f"{found.name}: {_annotation_text(found.type)}"
        if found.default is not MISSING:
            return f"{text} = {found.default!r}"
        return text if found.default_factory is MISSING else f"{text} = <factory>"

    initialized = [found for found in fields if found.init]
    shown = [parameter(found) for found in initialized if not found.kw_only]
    keyword_only = [parameter(found) for found in initialized if found.kw_only]
    return f"({', '.join(shown + ['*'] * bool(keyword_only) + keyword_only)})"


def _own_signature(cls):
    # Few programs need it, and `inspect` travels when it is imported.
    from inspect import signature

    try:
        return str(signature(cls)).replace(" -> None", "")
    except (TypeError, ValueError):
        return ""


def _decorate(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    for base in cls.__mro__[1:]:
        parameters = base.__dict__.get("__dataclass_params__")
        if parameters is not None:
            if parameters["frozen"] and not frozen:
                raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
            if frozen and not parameters["frozen"]:
                raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    table = _collect(cls, kw_only)
    cls.__dataclass_fields__ = table
    cls.__dataclass_params__ = {
        "init": init, "repr": repr, "eq": eq, "order": order, "unsafe_hash": unsafe_hash, "frozen": frozen,
    }
    has_hash = "__hash__" in cls.__dict__ and not (
        cls.__dict__["__hash__"] is None and "__eq__" in cls.__dict__
    )
    fields = [found for found in table.values() if not found._is_init_var]
    own_init = init and not _set_new(cls, "__init__", _initializer(cls, list(table.values()), frozen, slots))
    if repr:
        shown = ", ".join(f"{found.name}={{self.{found.name}!r}}" for found in fields if found.repr)
        body = f'return self.__class__.__qualname__ + f"({shown})"'
        _set_new(cls, "__repr__", _function(cls, "__repr__", ["self"], [body], {}))
    compared = [found for found in fields if found.compare]
    mine, theirs = _tuple_of("self", compared), _tuple_of("other", compared)
    if eq:
        lines = ["if other.__class__ is self.__class__:", f"  return {mine} == {theirs}", "return NotImplemented"]
        _set_new(cls, "__eq__", _function(cls, "__eq__", ["self", "other"], lines, {}))
    if order:
        if not eq:
            raise ValueError("eq must be true if order is true")
        for name, symbol in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            lines = [
                "if other.__class__ is self.__class__:",
                f"  return {mine} {symbol} {theirs}",
                "return NotImplemented",
            ]
            if _set_new(cls, name, _function(cls, name, ["self", "other"], lines, {})):
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering"
                )
    if frozen:
        own = tuple(found.name for found in fields)
        names = {"_own": own, "_cls": cls, "_Frozen": FrozenInstanceError, "_super": super}
        lines = [
            "if type(self) is _cls or name in _own:",
            '  raise _Frozen(f"cannot assign to field {name!r}")',
            "_super(_cls, self).__setattr__(name, value)",
        ]
        _set_new(cls, "__setattr__", _function(cls, "__setattr__", ["self", "name", "value"], lines, names))
        lines = [
            "if type(self) is _cls or name in _own:",
            '  raise _Frozen(f"cannot delete field {name!r}")',
            "_super(_cls, self).__delattr__(name)",
        ]
        _set_new(cls, "__delattr__", _function(cls, "__delattr__", ["self", "name"], lines, names))
    hashed = [found for found in fields if (found.compare if found.hash is None else found.hash)]
    if unsafe_hash or (eq and frozen and not has_hash):
        if unsafe_hash and has_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        line = "return hash(" + _tuple_of("self", hashed) + ")"
        cls.__hash__ = _function(cls, "__hash__", ["self"], [line], {})
    elif eq and not has_hash:
        cls.__hash__ = None
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(found.name for found in fields if found.init and not found.kw_only)
    if slots:
        if "__slots__" in cls.__dict__:
            raise TypeError(f"{cls.__name__} already specifies __slots__")
        cls.__slots__ = tuple(found.name for found in fields if found.name in cls.__dict__.get("__annotations__", {}))
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + (_signature(table.values()) if own_init else _own_signature(cls))
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def decorate(cls):
        return _decorate(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)

    return decorate if cls is None else decorate(cls)


def fields(class_or_instance):
    table = getattr(class_or_instance, "__dataclass_fields__", None)
    if table is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(found for found in table.values() if not found._is_init_var)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _plain(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _plain(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _plain(obj, make):
    if _is_instance(obj):
        return make([(found.name, _plain(getattr(obj, found.name), make)) for found in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_plain(item, make) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_plain(item, make) for item in obj])
    if isinstance(obj, dict):
        return type(obj)([(_plain(key, make), _plain(value, make)) for key, value in obj.items()])
    return _copy.deepcopy(obj)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for found in obj.__dataclass_fields__.values():
        if not found.init:
            if found.name in changes:
                raise ValueError(
                    f"field {found.name} is declared with init=False, it cannot be specified with replace()"
                )
            continue
        if found.name not in changes:
            if found._is_init_var and found.default is MISSING:
                raise ValueError(f"InitVar {found.name!r} must be specified with replace()")
            changes[found.name] = getattr(obj, found.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    names = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        else:
            name, kind, names[item[0]] = item
        annotations[name] = kind
    names["__annotations__"] = annotations
    names["__module__"] = "__main__"
    return dataclass(type(cls_name, bases or (object,), names), **options)
