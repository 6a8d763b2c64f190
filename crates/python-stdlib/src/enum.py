"""Enumerations: `EnumType`, their metaclass, makes members of the names of a class body."""

from types import MappingProxyType as _MappingProxyType

# Until they are defined, nothing is derived from them.
Enum = Flag = ()
_store = type.__setattr__


class nonmember:
    """A value that does not become a member."""

    def __init__(self, value):
        self.value = value


class member:
    """A value that becomes a member whatever it is."""

    def __init__(self, value):
        self.value = value


class auto:
    """A value that is still to be chosen."""

    def __init__(self, value=None):
        self.value = value


class _EnumDict(dict):
    """The names of a class body: it knows which become members, and chooses their values."""

    def __init__(self, generate):
        super().__init__()
        self._member_names = {}
        self._generate = generate
        self._ignored = []

    def __setitem__(self, key, value):
        if _is_sunder(key):
            if key == "_generate_next_value_":
                self._generate = getattr(value, "__func__", value)
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignored = value
            elif self._generate is not None and key not in ("_order_", "_missing_", "_numeric_repr_", "_flag_mask_", "_keeps_unknown_"):
                raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
        elif _is_dunder(key) or key in self._ignored:
            pass
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif isinstance(value, nonmember):
            value = value.value
        elif _can_be_member(value):
            if key in self:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            value = self._chosen(key, value)
            if isinstance(value, tuple):
                value = type(value)(self._chosen(key, part) for part in value)
            self._member_names[key] = value
        super().__setitem__(key, value)

    def _chosen(self, key, value):
        if not isinstance(value, auto):
            return value
        if value.value is None:
            last = list(self._member_names.values())
            value.value = self._generate(key, 1, len(last), last)
        return value.value


class EnumType(type):
    """The class of enumerations: what `Color["RED"]`, `len(Color)` and the like mean."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        first = _first_enum(cls, bases)
        return _EnumDict(first and first._generate_next_value_)

    def __new__(metacls, cls, bases, classdict, **kwds):
        if Enum == ():
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        members = classdict._member_names
        if "mro" in members:
            raise ValueError("invalid enum member name(s) 'mro'")
        for name in classdict.pop("_ignore_", []):
            classdict.pop(name, None)
        if isinstance(classdict.get("_generate_next_value_"), type(_is_dunder)):
            dict.__setitem__(classdict, "_generate_next_value_", staticmethod(classdict["_generate_next_value_"]))
        dict.__setitem__(classdict, "_finish_", _Finisher(members, _first_enum(cls, bases)))
        failure = None
        try:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        except RuntimeError as error:
            failure = error.__cause__ or error
        raise failure

    def __init__(cls, *args, **kwds):
        pass

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
        if names is None:
            return _find(cls, value)
        return _functional(cls, value, names, type, start)

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            raise TypeError(
                "unsupported operand type(s) for 'in': '%s' and '%s'"
                % (type(member).__qualname__, cls.__class__.__qualname__)
            )
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __getattr__(cls, name):
        raise AttributeError(name) from None

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __dir__(cls):
        return sorted(
            ["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__",
             "__members__", "__module__", "__name__", "__qualname__"] + list(cls._member_names_)
        )

    def __repr__(cls):
        kind = "flag" if issubclass(cls, Flag) else "enum"
        return "<%s %r>" % (kind, cls.__name__)

    @property
    def __members__(cls):
        return _MappingProxyType(cls._member_map_)


EnumMeta = EnumType


def _first_enum(name, bases):
    """The enumeration that a new one is derived from."""
    for base in bases:
        for ancestor in base.__mro__:
            if isinstance(ancestor, EnumType) and ancestor._member_names_:
                raise TypeError("<enum %r> cannot extend %r" % (name, ancestor))
    if not bases:
        return None
    if not isinstance(bases[-1], EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    return bases[-1]


def _find(cls, value):
    if isinstance(value, cls):
        return value
    try:
        member = cls._value2member_map_.get(value)
        if member is not None:
            return member
    except TypeError:
        for member in cls._member_map_.values():
            if member._value_ == value:
                return member
    member = cls._missing_(value)
    if member is None:
        raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
    if not isinstance(member, cls):
        raise TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, member))
    return member


def _functional(base, name, names, mixed, start):
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, (list, tuple)) and names and isinstance(names[0], str):
        last, pairs = [], []
        for count, member in enumerate(names):
            value = base._generate_next_value_(member, start, count, last)
            last.append(value)
            pairs.append((member, value))
    else:
        pairs = list(names.items()) if isinstance(names, dict) else list(names)
    bases = (base,) if mixed is None else (mixed, base)
    metacls = base.__class__
    classdict = metacls.__prepare__(name, bases)
    for member, value in pairs:
        classdict[member] = value
    classdict["__module__"] = "__main__"
    return metacls.__new__(metacls, name, bases, classdict)


def _is_dunder(name):
    return len(name) > 4 and name[:2] == "__" and name[-2:] == "__"


def _is_sunder(name):
    return len(name) > 2 and name[0] == "_" and name[-1] == "_" and name[1] != "_"


def _can_be_member(value):
    if isinstance(value, (property, staticmethod, classmethod, type)):
        return False
    return not any(hasattr(value, name) for name in ("__get__", "__set__", "__delete__"))


def _data_type(cls):
    for ancestor in cls.__mro__:
        if ancestor in (int, str, float, tuple, bytes):
            return ancestor
    return None


class _Finisher:
    """Makes the members, before the bases are told of the class."""

    def __init__(self, values, first_enum):
        self.values, self.first_enum = values, first_enum

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        _finish(cls, self.values, self.first_enum)


def _finish(cls, values, first_enum):
    data_type = _data_type(cls)
    own_new = None
    for ancestor in cls.__mro__:
        if ancestor in (Enum, object, data_type):
            break
        if "__new__" in ancestor.__dict__:
            own_new = ancestor.__dict__["__new__"]
            if isinstance(own_new, staticmethod):
                own_new = own_new.__func__
            break
    has_init = getattr(cls, "__init__") is not object.__init__ and any(
        "__init__" in ancestor.__dict__ for ancestor in cls.__mro__ if ancestor not in (object, data_type)
    )
    if data_type is not None and "__hash__" not in cls.__dict__:
        _store(cls, "__hash__", _hash_of_value)
    for name in ("__repr__", "__str__", "__format__"):
        method = getattr(cls, name)
        if method is getattr(object, name) or data_type is not None and method is getattr(data_type, name):
            if name not in cls.__dict__:
                _store(cls, name, getattr(first_enum, name))
    members = {}
    by_value = {}
    names = []
    _store(cls, "_member_map_", members)
    _store(cls, "_member_names_", names)
    _store(cls, "_value2member_map_", by_value)
    for name, value in values.items():
        args = value if isinstance(value, tuple) and data_type is not tuple else (value,)
        if own_new is not None:
            member = own_new(cls, *args)
            if "_value_" not in member.__dict__:
                member.__dict__["_value_"] = value if data_type is None else data_type(*args)
        elif data_type is not None:
            member = data_type.__new__(cls, *args)
            member.__dict__["_value_"] = data_type(*args)
        else:
            member = object.__new__(cls)
            member.__dict__["_value_"] = value
        value = member._value_
        known = _known(members, value)
        if known is not None:
            members[name] = known
            _store(cls, name, known)
            continue
        attributes = member.__dict__
        attributes["_name_"] = name
        attributes["__objclass__"] = cls
        attributes["_sort_order_"] = len(names)
        _store(cls, name, member)
        members[name] = member
        if has_init:
            member.__init__(*args)
        if not issubclass(cls, Flag) or _is_single_bit(value):
            names.append(name)
        try:
            by_value[value] = member
        except TypeError:
            pass
    if issubclass(cls, Flag):
        mask = 0
        for member in members.values():
            mask |= member._value_
        _store(cls, "_flag_mask_", mask)


def _hash_of_value(self):
    return hash(self._value_)


def _is_single_bit(value):
    return value > 0 and value & (value - 1) == 0


def _known(members, value):
    for member in members.values():
        if member._value_ == value and type(member._value_) is type(value):
            return member
    for member in members.values():
        if member._value_ == value:
            return member
    return None


class Enum(metaclass=EnumType):
    """A set of names that stand for values."""

    _member_map_ = {}
    _member_names_ = []

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    @name.setter
    def name(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'name'")

    @value.setter
    def value(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'value'")

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            return last_values[-1] + 1

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        value = self._value_
        return "<%s.%s: %r>" % (self.__class__.__name__, self._name_, value)

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __dir__(self):
        return ["__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"]


class ReprEnum(Enum):
    """Enumerations whose members look like their values."""


class IntEnum(int, ReprEnum):
    """Enumerations whose members are ints."""

    __repr__ = Enum.__repr__
    __hash__ = Enum.__hash__

    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return int.__format__(self._value_, spec)


class StrEnum(str, ReprEnum):
    """Enumerations whose members are texts."""

    __repr__ = Enum.__repr__
    __hash__ = str.__hash__

    def __str__(self):
        return str.__str__(self._value_)

    def __format__(self, spec):
        return str.__format__(self._value_, spec)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class Flag(Enum):
    """Enumerations whose members can be combined."""

    _flag_mask_ = 0
    _keeps_unknown_ = False

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask = cls._flag_mask_
        all_bits = 2 ** mask.bit_length() - 1
        if value < 0:
            if not -all_bits - 1 <= value:
                raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
            value &= mask
            known = cls._value2member_map_.get(value)
            if known is not None:
                return known
        if value & ~mask and not cls._keeps_unknown_:
            width = max(value.bit_length(), mask.bit_length())
            given = format(value, "0%db" % width)
            allowed = format(mask, "0%db" % width)
            raise ValueError(
                "%r invalid value %r\n    given 0b0 %s\n  allowed 0b0 %s" % (cls, value, given, allowed)
            )
        data_type = _data_type(cls)
        member = object.__new__(cls) if data_type is None else data_type.__new__(cls, value)
        names = [name for name in cls._member_names_ if cls._member_map_[name]._value_ & value]
        unknown = value & ~mask
        if unknown:
            names.append(str(unknown))
        member.__dict__["_value_"] = value
        member.__dict__["_name_"] = "|".join(names) if names else None
        cls._value2member_map_[value] = member
        return member

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if isinstance(self, int) and isinstance(other, int):
            return int(other)
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return self.__class__(self._flag_mask_ & ~self._value_)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                "unsupported operand type(s) for 'in': %r and %r"
                % (type(other).__qualname__, self.__class__.__qualname__)
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        cls = self.__class__
        return iter([cls._member_map_[name] for name in cls._member_names_ if cls._member_map_[name]._value_ & self._value_])

    def __len__(self):
        return bin(self._value_).count("1")

    def __bool__(self):
        return bool(self._value_)

    def __eq__(self, other):
        if self is other:
            return True
        if isinstance(other, self.__class__):
            return self._value_ == other._value_
        return NotImplemented

    def __hash__(self):
        return hash(self._value_)

    def __repr__(self):
        if self._name_ is None:
            return "<%s: %r>" % (self.__class__.__name__, self._value_)
        return "<%s.%s: %r>" % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)


class IntFlag(int, Flag):
    """Flags that are ints."""

    _keeps_unknown_ = True
    __repr__ = Flag.__repr__
    __or__ = Flag.__or__
    __and__ = Flag.__and__
    __xor__ = Flag.__xor__
    __ror__ = Flag.__or__
    __rand__ = Flag.__and__
    __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __contains__ = Flag.__contains__
    __iter__ = Flag.__iter__
    __len__ = Flag.__len__
    __bool__ = Flag.__bool__
    __hash__ = Flag.__hash__

    def __eq__(self, other):
        return self._value_ == other

    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return int.__format__(self._value_, spec)


def unique(enumeration):
    doubles = [
        "%s -> %s" % (name, member._name_)
        for name, member in enumeration.__members__.items()
        if name != member._name_
    ]
    if doubles:
        raise ValueError("duplicate values found in %r: %s" % (enumeration, ", ".join(doubles)))
    return enumeration
