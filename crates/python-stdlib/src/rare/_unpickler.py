"""Reads pickles."""

import codecs
import struct

HIGHEST_PROTOCOL = 5


class PickleError(Exception):
    __module__ = "_pickle"


class PicklingError(PickleError):
    __module__ = "_pickle"


class UnpicklingError(PickleError):
    __module__ = "_pickle"


# The names that Python 2 knows, by those of Python 3.
_OLD_MODULES = {"builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "configparser": "ConfigParser"}
_OLD_NAMES = {
    ("builtins", "range"): ("__builtin__", "xrange"),
    ("functools", "reduce"): ("__builtin__", "reduce"),
    ("sys", "intern"): ("__builtin__", "intern"),
    ("builtins", "chr"): ("__builtin__", "unichr"),
    ("builtins", "str"): ("__builtin__", "unicode"),
    ("builtins", "int"): ("__builtin__", "long"),
    ("builtins", "zip"): ("itertools", "izip"),
    ("builtins", "map"): ("itertools", "imap"),
    ("builtins", "filter"): ("itertools", "ifilter"),
    ("itertools", "filterfalse"): ("itertools", "ifilterfalse"),
    ("itertools", "zip_longest"): ("itertools", "izip_longest"),
    ("collections", "UserDict"): ("UserDict", "IterableUserDict"),
    ("collections", "UserList"): ("UserList", "UserList"),
    ("collections", "UserString"): ("UserString", "UserString"),
}
_OLD_NAMES_READ = {old: new for new, old in _OLD_NAMES.items()}
_OLD_MODULES_READ = {old: new for new, old in _OLD_MODULES.items()}
_OLD_MODULES_READ["exceptions"] = "builtins"


def encode_long(x):
    if x == 0:
        return b""
    size = (x.bit_length() >> 3) + 1
    data = x.to_bytes(size, "little", signed=True)
    if x < 0 and size > 1 and data[-1] == 0xFF and data[-2] & 0x80:
        data = data[:-1]
    return data


def decode_long(data):
    return int.from_bytes(data, "little", signed=True)


def _find(obj, name, message):
    for part in name.split("."):
        if part == "<locals>":
            raise AttributeError(message)
        obj = getattr(obj, part)
    return obj


def _import(name):
    return codecs if name == "_codecs" else __import__(name, None, None, ("*",))


def _raw_unescape(text):
    if "\\" not in text:
        return text
    parts = []
    at = 0
    while at < len(text):
        size = {"\\u": 4, "\\U": 8}.get(text[at:at + 2])
        if size:
            parts.append(chr(int(text[at + 2:at + 2 + size], 16)))
            at += 2 + size
        else:
            parts.append(text[at])
            at += 1
    return "".join(parts)


class Unpickler:
    __module__ = "_pickle"

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        if not hasattr(file, "read") or not hasattr(file, "readline"):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._file_read = file.read
        self._file_readline = file.readline
        self.memo = {}
        self.encoding = encoding
        self.errors = errors
        self.proto = 0
        self.fix_imports = fix_imports

    def persistent_load(self, pid):
        raise UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was specified.")

    def find_class(self, module, name):
        if self.proto < 3 and self.fix_imports:
            module, name = _OLD_NAMES_READ.get((module, name), (module, name))
            module = _OLD_MODULES_READ.get(module, module)
        found = _import(module)
        if self.proto < 4:
            try:
                return getattr(found, name)
            except AttributeError:
                raise AttributeError(f"Can't get attribute {name!r} on {found!r}") from None
        try:
            return _find(found, name, f"Can't get local attribute {name!r} on {found!r}")
        except AttributeError as error:
            if "local attribute" in str(error):
                raise
            raise AttributeError(f"Can't get attribute {name!r} on {found!r}") from None

    def _read(self, size):
        data = self._file_read(size)
        if len(data) < size:
            raise UnpicklingError("pickle data was truncated")
        return data

    def _line(self):
        data = self._file_readline()
        if not data.endswith(b"\n"):
            raise UnpicklingError("pickle data was truncated")
        return data[:-1]

    def _unsigned(self, size):
        return int.from_bytes(self._read(size), "little")

    def _mark(self):
        if not self._marks:
            raise UnpicklingError("could not find MARK")
        items = self._stack
        self._stack = self._marks.pop()
        return items

    def _text(self, data):
        if self.encoding == "bytes":
            return data
        return data.decode(self.encoding, self.errors)

    def load(self):
        self._marks = []
        self._stack = []
        dispatch = _LOADERS
        while True:
            code = self._file_read(1)
            if not code:
                raise EOFError("Ran out of input")
            if code == b".":
                if not self._stack:
                    raise UnpicklingError("unpickling stack underflow")
                return self._stack.pop()
            load = dispatch.get(code[0])
            if load is None:
                shown = repr(code)[2:-1] if code != b"'" else "\\'"
                raise UnpicklingError(f"invalid load key, '{shown}'.")
            try:
                load(self)
            except IndexError:
                raise UnpicklingError("unpickling stack underflow") from None

    def _push(self, value):
        self._stack.append(value)

    def _proto(self):
        self.proto = self._unsigned(1)
        if self.proto > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {self.proto}")

    def _int(self):
        data = self._line()
        self._push({b"00": False, b"01": True}[data] if data in (b"00", b"01") else int(data, 0))

    def _long(self):
        self._push(int(self._line().rstrip(b"L"), 0))

    def _start_mark(self):
        self._marks.append(self._stack)
        self._stack = []

    def _dict(self):
        items = self._mark()
        self._push(dict(zip(items[::2], items[1::2])))

    def _set_items(self):
        items = self._mark()
        target = self._stack[-1]
        for at in range(0, len(items), 2):
            target[items[at]] = items[at + 1]

    def _set_item(self):
        value = self._stack.pop()
        key = self._stack.pop()
        self._stack[-1][key] = value

    def _append(self):
        value = self._stack.pop()
        self._stack[-1].append(value)

    def _appends(self):
        items = self._mark()
        target = self._stack[-1]
        if hasattr(target, "extend"):
            target.extend(items)
        else:
            for item in items:
                target.append(item)

    def _add_items(self):
        items = self._mark()
        target = self._stack[-1]
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    def _small_tuple(self, size):
        items = tuple(self._stack[-size:])
        if len(items) < size:
            raise IndexError
        self._stack[-size:] = [items]

    def _global(self):
        module = self._line().decode("utf-8")
        name = self._line().decode("utf-8")
        self._push(self.find_class(module, name))

    def _stack_global(self):
        name = self._stack.pop()
        module = self._stack.pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self._push(self.find_class(module, name))

    def _reduce(self):
        args = self._stack.pop()
        func = self._stack[-1]
        self._stack[-1] = _made(func, args)

    def _new(self):
        args = self._stack.pop()
        cls = self._stack.pop()
        self._push(cls.__new__(cls, *args))

    def _new_ex(self):
        kwargs = self._stack.pop()
        args = self._stack.pop()
        cls = self._stack.pop()
        self._push(cls.__new__(cls, *args, **kwargs))

    def _instance(self, cls, args):
        if args or not isinstance(cls, type):
            self._push(cls(*args))
        else:
            self._push(cls.__new__(cls))

    def _inst(self):
        module = self._line().decode("ascii")
        name = self._line().decode("ascii")
        self._instance(self.find_class(module, name), self._mark())

    def _obj(self):
        args = self._mark()
        self._instance(args.pop(0), args)

    def _build(self):
        state = self._stack.pop()
        target = self._stack[-1]
        setstate = getattr(target, "__setstate__", None)
        if setstate is not None:
            setstate(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            if isinstance(target, BaseException):
                for key, value in state.items():
                    setattr(target, key, value)
            else:
                target.__dict__.update(state)
        if slots:
            for key, value in slots.items():
                setattr(target, key, value)

    def _get_memo(self, at):
        try:
            self._push(self.memo[at])
        except KeyError:
            raise UnpicklingError(f"Memo value not found at index {at}") from None

    def _put(self, at):
        self.memo[at] = self._stack[-1]

    def _pop(self):
        if self._stack:
            self._stack.pop()
        else:
            self._mark()

    def _string(self):
        data = self._line()
        if len(data) < 2 or data[:1] != data[-1:] or data[:1] not in (b'"', b"'"):
            raise UnpicklingError("the STRING opcode argument must be quoted")
        self._push(self._text(codecs.escape_decode(data[1:-1])[0]))


def _made(func, args):
    """Calls a callable of a pickle; moments are made of their bytes."""
    if args and isinstance(args[0], bytes) and isinstance(func, type):
        data = args[0]
        if func.__module__ == "datetime" or any(kind.__module__ == "datetime" for kind in func.__mro__):
            names = {kind.__name__ for kind in func.__mro__ if kind.__module__ == "datetime"}
            zone = args[1] if len(args) > 1 else None
            if "datetime" in names:
                moment = func(data[0] * 256 + data[1], data[2] & 127, data[3], *_clock_of(data[4:]), zone)
                return moment.replace(fold=1) if data[2] > 127 else moment
            if "date" in names:
                return func(data[0] * 256 + data[1], data[2], data[3])
            if "time" in names:
                moment = func(*_clock_of(bytes([data[0] & 127]) + data[1:]), zone)
                return moment.replace(fold=1) if data[0] > 127 else moment
    return func(*args)


def _clock_of(data):
    return data[0], data[1], data[2], data[3] << 16 | data[4] << 8 | data[5]


_LOADERS = {
    ord("("): Unpickler._start_mark,
    ord("0"): Unpickler._pop,
    ord("1"): lambda self: self._mark(),
    ord("2"): lambda self: self._push(self._stack[-1]),
    ord("F"): lambda self: self._push(float(self._line())),
    ord("I"): Unpickler._int,
    ord("J"): lambda self: self._push(struct.unpack("<i", self._read(4))[0]),
    ord("K"): lambda self: self._push(self._unsigned(1)),
    ord("L"): Unpickler._long,
    ord("M"): lambda self: self._push(self._unsigned(2)),
    ord("N"): lambda self: self._push(None),
    ord("P"): lambda self: self._push(self.persistent_load(self._line().decode("ascii"))),
    ord("Q"): lambda self: self._push(self.persistent_load(self._stack.pop())),
    ord("R"): Unpickler._reduce,
    ord("S"): Unpickler._string,
    ord("T"): lambda self: self._push(self._text(self._read(self._unsigned(4)))),
    ord("U"): lambda self: self._push(self._text(self._read(self._unsigned(1)))),
    ord("V"): lambda self: self._push(_raw_unescape(self._line().decode("latin1"))),
    ord("X"): lambda self: self._push(self._read(self._unsigned(4)).decode("utf-8")),
    ord("a"): Unpickler._append,
    ord("b"): Unpickler._build,
    ord("c"): Unpickler._global,
    ord("d"): Unpickler._dict,
    ord("}"): lambda self: self._push({}),
    ord("e"): Unpickler._appends,
    ord("g"): lambda self: self._get_memo(int(self._line())),
    ord("h"): lambda self: self._get_memo(self._unsigned(1)),
    ord("i"): Unpickler._inst,
    ord("j"): lambda self: self._get_memo(self._unsigned(4)),
    ord("l"): lambda self: self._push(self._mark()),
    ord("]"): lambda self: self._push([]),
    ord("o"): Unpickler._obj,
    ord("p"): lambda self: self._put(int(self._line())),
    ord("q"): lambda self: self._put(self._unsigned(1)),
    ord("r"): lambda self: self._put(self._unsigned(4)),
    ord("s"): Unpickler._set_item,
    ord("t"): lambda self: self._push(tuple(self._mark())),
    ord(")"): lambda self: self._push(()),
    ord("u"): Unpickler._set_items,
    ord("G"): lambda self: self._push(struct.unpack(">d", self._read(8))[0]),
    ord("B"): lambda self: self._push(self._read(self._unsigned(4))),
    ord("C"): lambda self: self._push(self._read(self._unsigned(1))),
    0x80: Unpickler._proto,
    0x81: Unpickler._new,
    0x85: lambda self: self._small_tuple(1),
    0x86: lambda self: self._small_tuple(2),
    0x87: lambda self: self._small_tuple(3),
    0x88: lambda self: self._push(True),
    0x89: lambda self: self._push(False),
    0x8A: lambda self: self._push(decode_long(self._read(self._unsigned(1)))),
    0x8B: lambda self: self._push(decode_long(self._read(self._unsigned(4)))),
    0x8C: lambda self: self._push(self._read(self._unsigned(1)).decode("utf-8")),
    0x8D: lambda self: self._push(self._read(self._unsigned(8)).decode("utf-8")),
    0x8E: lambda self: self._push(self._read(self._unsigned(8))),
    0x8F: lambda self: self._push(set()),
    0x90: Unpickler._add_items,
    0x91: lambda self: self._push(frozenset(self._mark())),
    0x92: Unpickler._new_ex,
    0x93: Unpickler._stack_global,
    0x94: lambda self: self._put(len(self.memo)),
    0x95: lambda self: self._unsigned(8),
    0x96: lambda self: self._push(bytearray(self._read(self._unsigned(8)))),
}
