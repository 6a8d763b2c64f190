"""Abstract classes; the machine itself refuses to make objects of them."""


class ABCMeta(type):
    pass


class ABC(metaclass=ABCMeta):
    pass


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


def abstractproperty(fget):
    return property(abstractmethod(fget))
