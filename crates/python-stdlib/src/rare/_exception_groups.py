"""`BaseExceptionGroup`, `ExceptionGroup`, and what `except*` does."""

import sys


class BaseExceptionGroup(BaseException):
    """A combination of multiple unrelated exceptions."""

    __module__ = "builtins"

    def __new__(cls, *args):
        if len(args) != 2:
            raise TypeError(f"BaseExceptionGroup.__new__() takes exactly 2 arguments ({len(args)} given)")
        message, exceptions = args
        if not isinstance(message, str):
            raise TypeError(f"BaseExceptionGroup.__new__() argument 1 must be str, not {type(message).__name__}")
        if isinstance(exceptions, (set, frozenset, dict)) or not hasattr(exceptions, "__getitem__"):
            raise TypeError("second argument (exceptions) must be a sequence")
        if not len(exceptions):
            raise ValueError("second argument (exceptions) must be a non-empty sequence")
        plain = True
        for at, exception in enumerate(exceptions):
            if not isinstance(exception, BaseException):
                raise ValueError(f"Item {at} of second argument (exceptions) is not an exception")
            plain = plain and isinstance(exception, Exception)
        if cls is BaseExceptionGroup:
            if plain:
                cls = ExceptionGroup
        elif not plain and issubclass(cls, Exception):
            name = "an ExceptionGroup" if cls is ExceptionGroup else repr(cls.__name__)
            raise TypeError(f"Cannot nest BaseExceptions in {name}")
        self = super().__new__(cls, message, exceptions)
        self.__dict__["message"] = message
        self.__dict__["exceptions"] = tuple(exceptions)
        return self

    def __setattr__(self, name, value):
        if name in ("message", "exceptions"):
            raise AttributeError("readonly attribute")
        super().__setattr__(name, value)

    @classmethod
    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)

    def __str__(self):
        count = len(self.exceptions)
        return f"{self.message} ({count} sub-exception{'' if count == 1 else 's'})"

    def derive(self, excs, /):
        return BaseExceptionGroup(self.message, excs)

    def _part(self, exceptions):
        made = self.derive(exceptions)
        if not isinstance(made, BaseExceptionGroup):
            raise TypeError("derive must return an instance of BaseExceptionGroup")
        made.__traceback__ = self.__traceback__
        made.__context__ = self.__context__
        made.__cause__ = self.__cause__
        notes = getattr(self, "__notes__", None)
        if isinstance(notes, (list, tuple)):
            made.__notes__ = list(notes)
        return made

    def _split(self, matches):
        if matches(self):
            return self, None
        taken, others = [], []
        for exception in self.exceptions:
            if isinstance(exception, BaseExceptionGroup):
                match, rest = exception._split(matches)
                if match is not None:
                    taken.append(match)
                if rest is not None:
                    others.append(rest)
            else:
                (taken if matches(exception) else others).append(exception)
        return taken and self._part(taken) or None, others and self._part(others) or None

    def split(self, condition, /):
        return self._split(_matcher(condition))

    def subgroup(self, condition, /):
        return self._split(_matcher(condition))[0]


class ExceptionGroup(BaseExceptionGroup, Exception):
    __module__ = "builtins"


def _matcher(condition):
    def is_class(item):
        return isinstance(item, type) and issubclass(item, BaseException)

    if is_class(condition) or isinstance(condition, tuple) and all(map(is_class, condition)):
        return lambda exception: isinstance(exception, condition)
    if callable(condition) and not isinstance(condition, type):
        return condition
    raise TypeError("expected a function, exception type or tuple of exception types")


class _GroupHandling:
    """What the handlers of one `except*` took, left and raised."""

    def __init__(self):
        self._caught = sys.exc_info()[1]
        self._rest = self._caught
        self._raised = []

    def __call__(self, *classes):
        if classes:
            return self._taken(*classes)
        self._raised.append(sys.exc_info()[1])

    def _taken(self, classes):
        for kind in classes if isinstance(classes, tuple) else (classes,):
            if not (isinstance(kind, type) and issubclass(kind, BaseException)):
                raise TypeError("catching classes that do not inherit from BaseException is not allowed")
            if issubclass(kind, BaseExceptionGroup):
                raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
        caught = self._rest
        if caught is None:
            return None
        if isinstance(caught, BaseExceptionGroup):
            taken, self._rest = caught.split(classes)
            return taken
        if not isinstance(caught, classes):
            return None
        self._rest = None
        taken = BaseExceptionGroup("", (caught,))
        taken.__context__ = caught.__context__
        return taken

    @property
    def result(self):
        """The exception that goes on, or `None`."""
        if not self._raised:
            return self._rest
        caught = self._caught
        if not isinstance(caught, BaseExceptionGroup):
            return self._raised[0]
        again, fresh = [], []
        for exception in self._raised:
            (again if _is_part(exception, caught) else fresh).append(exception)
        if self._rest is not None:
            again.append(self._rest)
        left = _union(again, caught) if again else None
        if not fresh:
            return left
        if left is not None:
            fresh.append(left)
        return fresh[0] if len(fresh) == 1 else BaseExceptionGroup("", fresh)


def _leaves(exception):
    if isinstance(exception, BaseExceptionGroup):
        return [leaf for inner in exception.exceptions for leaf in _leaves(inner)]
    return [exception]


def _is_part(exception, group):
    return (
        isinstance(exception, BaseExceptionGroup)
        and exception.__traceback__ is not None
        and _origin(exception) == _origin(group)
        and {id(leaf) for leaf in _leaves(exception)} <= {id(leaf) for leaf in _leaves(group)}
    )


def _origin(group):
    return group.__cause__, group.__context__, getattr(group, "__notes__", None)


def _union(parts, group):
    kept = {id(leaf) for part in parts for leaf in _leaves(part)}
    return group.split(lambda exception: id(exception) in kept)[0]


globals()["except*"] = _GroupHandling
