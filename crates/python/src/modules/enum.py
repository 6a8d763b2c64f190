"""Enumerations.

The machine calls `__finish_class__` of an ancestor with each class that is derived from it, and
finds the special methods of a class object itself in the class that `__metaclass__` names.
`_store` is `type.__setattr__`.
"""


# Until they are defined, nothing is derived from them.
Enum = Flag = ()


class auto:
    """A value that is still to be chosen."""

    def __init__(self, *parts):
        self.parts = parts
        self.value = None

    def __or__(self, other):
        return auto(lambda a, b: a | b, self, other)

    __ror__ = __or__

    def __and__(self, other):
        return auto(lambda a, b: a & b, self, other)


class EnumType(type):
    """What the classes of enumerations can do."""

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
        if names is None:
            return _find(cls, value)
        return _functional(cls, value, names, type, start)

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            raise TypeError(
                "unsupported operand type(s) for 'in': '%s' and '%s'"
                % (type(member).__qualname__, "EnumType")
            )
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,))
        _store(cls, name, value)

    def __repr__(cls):
        kind = "flag" if issubclass(cls, Flag) else "enum"
        return "<%s %r>" % (kind, cls.__name__)


EnumMeta = EnumType


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
    return type(name, bases, dict(pairs, __module__="__main__"))


def _is_dunder(name):
    return len(name) > 4 and name[:2] == "__" and name[-2:] == "__"


def _is_sunder(name):
    return len(name) > 2 and name[0] == "_" and name[-1] == "_" and name[1] != "_"


def _is_member(name, value):
    if _is_dunder(name) or _is_sunder(name) or isinstance(value, (property, staticmethod, classmethod, type)):
        return False
    return not (callable(value) and not isinstance(value, auto) and hasattr(value, "__get__"))


def _data_type(cls):
    for ancestor in cls.__mro__:
        if ancestor in (int, str, float, tuple, bytes):
            return ancestor
    return None


def _resolved(cls, name, value, last):
    if not isinstance(value, auto):
        return value
    if value.parts:
        combine, a, b = value.parts
        value.value = combine(_resolved(cls, name, a, last), _resolved(cls, name, b, last))
    elif value.value is None:
        value.value = cls._generate_next_value_(name, 1, len(last), list(last))
    return value.value


def _finish(cls):
    for base in cls.__mro__[1:]:
        if base.__dict__.get("_member_map_"):
            raise TypeError("<enum %r> cannot extend %r" % (cls.__name__, base))
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
    if cls.__dict__.get("__metaclass__") is None:
        for name in ("__repr__", "__str__", "__format__"):
            method = getattr(cls, name)
            if method is getattr(object, name) or data_type is not None and method is getattr(data_type, name):
                _store(cls, name, getattr(Enum, name))
    members = {}
    by_value = {}
    names = []
    _store(cls, "_member_map_", members)
    _store(cls, "_member_names_", names)
    _store(cls, "_value2member_map_", by_value)
    _store(cls, "__members__", members)
    last = []
    for name, value in list(cls.__dict__.items()):
        if not _is_member(name, value):
            continue
        if name == "mro":
            raise ValueError("invalid enum member name(s) 'mro'")
        if isinstance(value, auto):
            value = _resolved(cls, name, value, last)
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
        last.append(value)
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
        if not (isinstance(cls, type) and issubclass(cls, Flag) and not _is_single_bit(value)):
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
    return None


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


class Enum:
    """A set of names that stand for values."""

    __metaclass__ = EnumType
    __finish_class__ = staticmethod(_finish)
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

    __metaclass__ = EnumType
    __repr__ = Enum.__repr__
    __hash__ = Enum.__hash__

    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return int.__format__(self._value_, spec)


class StrEnum(str, ReprEnum):
    """Enumerations whose members are texts."""

    __metaclass__ = EnumType
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

    __metaclass__ = EnumType
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


class nonmember:
    def __init__(self, value):
        self.value = value
