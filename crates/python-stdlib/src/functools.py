"""What `functools.rs` leaves to Python."""


def _swapped(answer):
    return answer if answer is NotImplemented else not answer


def _comparisons(known):
    # The other three, each told by the one that is there and by equality.
    def or_equal(self, other):
        answer = getattr(type(self), known)(self, other)
        return answer if answer is NotImplemented else answer or self == other

    def neither(self, other):
        answer = getattr(type(self), known)(self, other)
        return answer if answer is NotImplemented else not answer and self != other

    def opposite(self, other):
        return _swapped(getattr(type(self), known)(self, other))

    def and_different(self, other):
        answer = getattr(type(self), known)(self, other)
        return answer if answer is NotImplemented else answer and self != other

    def opposite_or_equal(self, other):
        answer = getattr(type(self), known)(self, other)
        return answer if answer is NotImplemented else not answer or self == other

    return {
        "__lt__": {"__gt__": neither, "__le__": or_equal, "__ge__": opposite},
        "__le__": {"__ge__": opposite_or_equal, "__lt__": and_different, "__gt__": opposite},
        "__gt__": {"__lt__": neither, "__ge__": or_equal, "__le__": opposite},
        "__ge__": {"__le__": opposite_or_equal, "__gt__": and_different, "__lt__": opposite},
    }[known]


def total_ordering(cls):
    """A class decorator: fills in the comparisons that are missing."""
    names = ("__lt__", "__le__", "__gt__", "__ge__")
    own = [name for name in names if getattr(cls, name, None) is not getattr(object, name, None)]
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = own[0]
    for name in ("__lt__", "__le__", "__gt__", "__ge__"):
        if name in own:
            root = name
            break
    for name, function in _comparisons(root).items():
        if name not in own:
            function.__name__ = name
            setattr(cls, name, function)
    return cls


class cached_property:
    """A property that is computed once for an object."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.func(instance)
        instance.__dict__[self.attrname] = value
        return value


class partialmethod:
    """A method with some of its arguments."""

    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        if instance is None:
            return partial(self.func, *self.args, **self.keywords)
        return partial(self.func, instance, *self.args, **self.keywords)


def singledispatch(func):
    """A function that chooses what it does by the class of its first argument."""
    registry = {object: func}

    def dispatch(cls):
        for ancestor in cls.__mro__:
            if ancestor in registry:
                return registry[ancestor]
        return func

    def register(cls, implementation=None):
        if implementation is None:
            if isinstance(cls, type):
                return lambda function: register(cls, function)
            annotations = [kind for name, kind in cls.__annotations__.items() if name != "return"]
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    "Use either `@register(some_class)` or plain `@register` on an annotated function."
                )
            kind = annotations[0]
            # A postponed one is a text.
            return register(eval(kind, cls.__globals__) if isinstance(kind, str) else kind, cls)
        registry[cls] = implementation
        return implementation

    def wrapper(*args, **kwargs):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kwargs)

    update_wrapper(wrapper, func)
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return wrapper


class singledispatchmethod:
    """A method that chooses what it does by the class of its first argument."""

    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, instance, owner=None):
        def method(*args, **kwargs):
            chosen = self.dispatcher.dispatch(args[0].__class__)
            return chosen.__get__(instance, owner)(*args, **kwargs)

        update_wrapper(method, self.func)
        method.register = self.register
        return method
