"""Abstract classes: `object.__new__` refuses to make objects of a class with `__abstractmethods__`."""


class ABCMeta(type):
    """The class of abstract classes. `_abc_impl` lists what was registered with one or with one derived from it."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        abstract = {name for name, value in namespace.items() if getattr(value, "__isabstractmethod__", False)}
        for base in bases:
            for name in getattr(base, "__abstractmethods__", ()):
                if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                    abstract.add(name)
        cls.__abstractmethods__ = frozenset(abstract)
        cls._abc_impl = []
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        for base in cls.__mro__:
            if "_abc_impl" in base.__dict__:
                base.__dict__["_abc_impl"].append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        given, kind = instance.__class__, type(instance)
        return issubclass(given, cls) or given is not kind and issubclass(kind, cls)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        if cls in subclass.__mro__:
            return True
        derived = cls.__dict__["_abc_impl"] + cls.__subclasses__()
        return any(issubclass(subclass, other) for other in derived)


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


def abstractproperty(fget):
    return property(abstractmethod(fget))
