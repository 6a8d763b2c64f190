"""What functions, classes and modules say of themselves."""

import sys
import types
from collections import namedtuple

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512

_function = type(lambda: None)
_builtin = type(len)


class _empty:
    """What stands for nothing given."""


_empty.__name__ = _empty.__qualname__ = "_empty"
_empty.__module__ = "inspect"


def _code(obj):
    return getattr(getattr(obj, "__func__", obj), "__code__", None)


def _has_flag(obj, flag):
    while hasattr(obj, "func") and hasattr(obj, "keywords"):
        obj = obj.func
    code = _code(obj)
    return (isfunction(obj) or ismethod(obj)) and bool(code.co_flags & flag)


def ismodule(object):
    return isinstance(object, type(sys))


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, _function)


def ismethod(object):
    return type(object).__name__ == "method" and hasattr(object, "__func__")


def isbuiltin(object):
    return isinstance(object, _builtin)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def ismethoddescriptor(object):
    return type(object).__name__ in ("method_descriptor", "wrapper_descriptor")


def isdatadescriptor(object):
    return not isclass(object) and (hasattr(type(object), "__set__") or isinstance(object, property))


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isgenerator(object):
    return type(object).__name__ == "generator"


def iscoroutine(object):
    return type(object).__name__ == "coroutine"


def isasyncgen(object):
    return type(object).__name__ == "async_generator"


def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), "__await__")


def istraceback(object):
    return type(object).__name__ == "traceback"


def isframe(object):
    return type(object).__name__ == "frame"


def iscode(object):
    return type(object).__name__ == "code"


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


getmembers_static = getmembers


def getmro(cls):
    return cls.__mro__


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    name = getattr(object, "__module__", None)
    return None if name is None else __import__(name, None, None, ("*",))


def getmodulename(path):
    name = path.rpartition("/")[2]
    return name[:-3] if name.endswith(".py") else None


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0)
    lines = [lines[0].lstrip(), *(line[margin:] for line in lines[1:])]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        func = func.__wrapped__
    return func


class _Kind(int):
    def __new__(cls, number, name, description):
        self = int.__new__(cls, number)
        self.name = name
        self.description = description
        return self

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"

    def __str__(self):
        return self.name


_kinds = [
    _Kind(number, name, description)
    for number, (name, description) in enumerate((
        ("POSITIONAL_ONLY", "positional-only"), ("POSITIONAL_OR_KEYWORD", "positional or keyword"),
        ("VAR_POSITIONAL", "variadic positional"), ("KEYWORD_ONLY", "keyword-only"), ("VAR_KEYWORD", "variadic keyword"),
    ))
]


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type(list[int])):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _kinds
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = _kinds[kind]
        self.default = default
        self.annotation = annotation

    def replace(self, **changes):
        given = {"name": self.name, "kind": self.kind, "default": self.default, "annotation": self.annotation} | changes
        return Parameter(given.pop("name"), given.pop("kind"), **given)

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (" = " if self.annotation is not _empty else "=") + repr(self.default)
        return {2: "*", 4: "**"}.get(int(self.kind), "") + text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.name, self.kind, self.default, self.annotation) == (other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, int(self.kind)))


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        args = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (3, 4) or name not in self.arguments:
                break
            if parameter.kind == 2:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        by_name = False
        for name, parameter in self.signature.parameters.items():
            by_name = by_name or parameter.kind in (3, 4)
            if name not in self.arguments:
                by_name = by_name or parameter.kind != 2
            elif by_name:
                if parameter.kind == 4:
                    kwargs.update(self.arguments[name])
                else:
                    kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        filled = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind in (2, 4):
                filled[name] = () if parameter.kind == 2 else {}
        self.arguments = filled

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"<BoundArguments ({shown})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = types.MappingProxyType({parameter.name: parameter for parameter in parameters or ()})
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **options):
        return signature(obj)

    def replace(self, *, parameters=_empty, return_annotation=_empty):
        return Signature(
            self.parameters.values() if parameters is _empty else parameters,
            return_annotation=self.return_annotation if return_annotation is _empty else return_annotation,
        )

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return list(self.parameters.values()) == list(other.parameters.values()) and self.return_annotation == other.return_annotation

    def __str__(self):
        shown, only_positional, needs_star = [], False, True
        for parameter in self.parameters.values():
            if parameter.kind == 0:
                only_positional = True
            elif only_positional:
                shown.append("/")
                only_positional = False
            if parameter.kind == 2:
                needs_star = False
            elif parameter.kind == 3 and needs_star:
                shown.append("*")
                needs_star = False
            shown.append(str(parameter))
        if only_positional:
            shown.append("/")
        text = f"({', '.join(shown)})"
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return f"<Signature {self}>"

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments, left = {}, list(args)
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind == 2:
                if left:
                    arguments[name] = tuple(left)
                    left = []
            elif kind == 4:
                if kwargs:
                    arguments[name] = kwargs
                    kwargs = {}
            elif kind < 2 and left:
                if kind == 1 and name in kwargs:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = left.pop(0)
            elif kind != 0 and name in kwargs:
                kwargs = dict(kwargs)
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError(f"missing a required argument: {name!r}")
        if left:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, arguments)


def _of_function(function):
    code = function.__code__
    names = code.co_varnames
    positional, only = code.co_argcount, code.co_posonlyargcount
    annotations = function.__annotations__
    defaults = function.__defaults__ or ()
    by_name = function.__kwdefaults__ or {}
    found = []

    def add(name, kind, default=_empty):
        found.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for at, name in enumerate(names[:positional]):
        from_end = at - positional + len(defaults)
        add(name, 0 if at < only else 1, defaults[from_end] if from_end >= 0 else _empty)
    at = positional + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        add(names[at], 2)
        at += 1
    for name in names[positional:positional + code.co_kwonlyargcount]:
        add(name, 3, by_name.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[at], 4)
    return Signature(found, return_annotation=annotations.get("return", _empty))


def _without_first(given):
    parameters = list(given.parameters.values())
    if parameters and parameters[0].kind < 2:
        parameters = parameters[1:]
    return given.replace(parameters=parameters)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__"))
    own = getattr(obj, "__signature__", None)
    if isinstance(own, Signature):
        return own
    if isfunction(obj):
        return _of_function(obj)
    if type(obj).__name__ == "partial":
        return _of_partial(obj)
    if isclass(obj):
        for name in ("__init__", "__new__"):
            method = getattr(obj, name, None)
            if isfunction(method):
                return _without_first(_of_function(method))
        if obj.__module__ != "builtins" and object in obj.__bases__:
            return Signature()
    elif not isbuiltin(obj):
        method = getattr(type(obj), "__call__", None)
        if isfunction(method):
            return _without_first(_of_function(method))
    raise ValueError(f"no signature found for builtin {obj!r}")


def _of_partial(partial):
    parameters, left = [], len(partial.args)
    by_name = False
    for parameter in signature(partial.func).parameters.values():
        if left and parameter.kind < 2:
            left -= 1
            continue
        if parameter.name in partial.keywords and parameter.kind in (1, 3):
            parameter = parameter.replace(default=partial.keywords[parameter.name], kind=3)
            by_name = True
        elif by_name and parameter.kind == 1:
            parameter = parameter.replace(kind=3)
        parameters.append(parameter)
    return signature(partial.func).replace(parameters=parameters)


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    found = signature(func, follow_wrapped=False)
    if ismethod(func):
        found = signature(func.__func__)
    args, varargs, varkw, kwonly = [], None, None, []
    defaults, by_name, annotations = [], {}, {}
    if found.return_annotation is not _empty:
        annotations["return"] = found.return_annotation
    for parameter in found.parameters.values():
        if parameter.kind < 2:
            args.append(parameter.name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
        elif parameter.kind == 2:
            varargs = parameter.name
        elif parameter.kind == 3:
            kwonly.append(parameter.name)
            if parameter.default is not _empty:
                by_name[parameter.name] = parameter.default
        else:
            varkw = parameter.name
        if parameter.annotation is not _empty:
            annotations[parameter.name] = parameter.annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, kwonly, by_name or None, annotations)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    return dict(getattr(obj, "__annotations__", None) or {})


def _text_of(obj):
    code = _code(unwrap(obj))
    if code is None:
        if isclass(obj):
            return _class_text(obj)
        raise TypeError(
            "module, class, method, function, traceback, frame, or code object was expected, got " + type(obj).__name__
        )
    try:
        with open(code.co_filename) as file:
            lines = file.readlines()
    except OSError:
        raise OSError("could not get source code") from None
    return _block(lines, code.co_firstlineno - 1)


def _class_text(cls):
    with open(sys.argv[0]) as file:
        lines = file.readlines()
    for at, line in enumerate(lines):
        if line.lstrip().startswith(("class " + cls.__name__ + ":", "class " + cls.__name__ + "(")):
            return _block(lines, at)
    raise OSError("could not find class definition")


def _block(lines, start):
    margin = len(lines[start]) - len(lines[start].lstrip())
    end = start
    depth = 0
    started = False
    while end < len(lines):
        line = lines[end]
        text = line.split("#")[0].rstrip()
        inside = len(line) - len(line.lstrip()) > margin
        if started and depth <= 0 and text and not inside:
            break
        depth += sum(map(text.count, "([{")) - sum(map(text.count, ")]}"))
        if not started and depth <= 0 and not text.lstrip().startswith("@"):
            started = True
            if not text.endswith(":"):
                end += 1
                break
        end += 1
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    return lines[start:end], start + 1


def getsourcelines(object):
    return _text_of(object)


def getsource(object):
    return "".join(_text_of(object)[0])


def getfile(object):
    code = _code(object)
    if code is None:
        raise TypeError(
            "module, class, method, function, traceback, frame, or code object was expected, got " + type(object).__name__
        )
    return code.co_filename


getsourcefile = getfile


def currentframe():
    raise NotImplementedError("inspect.currentframe() is not supported by Brooklet")


def stack(context=1):
    raise NotImplementedError("inspect.stack() is not supported by Brooklet")
