"""Pickles, protocols 0 to 5, with the bytes that CPython's pickler in C writes; `_unpickler` reads them."""

import codecs
import io
import struct

from _unpickler import (
    HIGHEST_PROTOCOL, PickleError, PicklingError, Unpickler, UnpicklingError, _find, _import, _OLD_MODULES, _OLD_NAMES,
    decode_long, encode_long,
)
from copyreg import dispatch_table, reduce_of

DEFAULT_PROTOCOL = 4
format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]

_BATCH = 1000
_FRAME = 64 * 1024


class PickleBuffer:
    def __init__(self, buffer):
        raise NotImplementedError("PickleBuffer is not supported by Brooklet: pickle the bytes themselves")


class _Frame:
    """Writes as protocol 4 does: small pieces gathered into frames, large ones between them."""

    def __init__(self, write):
        self.file_write = write
        self.parts = None
        self.size = 0

    def start(self):
        self.parts = []

    def write(self, data):
        if self.parts is None:
            self.file_write(data)
            return
        self.parts.append(data)
        self.size += len(data)

    def boundary(self):
        if self.parts is not None and self.size >= _FRAME:
            self.commit()

    def commit(self):
        data = b"".join(self.parts)
        if self.size >= 4:
            data = b"\x95" + struct.pack("<Q", self.size) + data
        if data:
            self.file_write(data)
        self.parts = []
        self.size = 0

    def write_large(self, header, payload):
        if self.parts is None or len(payload) < _FRAME:
            self.write(header + payload)
            return
        self.commit()
        self.file_write(header + payload)


class Pickler:
    __module__ = "_pickle"

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        if not hasattr(file, "write"):
            raise TypeError("file must have a 'write' attribute")
        self._out = _Frame(file.write)
        self._write = self._out.write
        self.memo = {}
        self._names = {}
        self.proto = protocol
        self.bin = protocol >= 1
        self.fast = False
        self.fix_imports = fix_imports and protocol < 3

    def clear_memo(self):
        self.memo.clear()

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        if self.proto >= 2:
            self._write(b"\x80" + bytes([self.proto]))
        if self.proto >= 4:
            self._out.start()
        self._save(obj)
        self._write(b".")
        if self.proto >= 4:
            self._out.commit()
            self._out.parts = None

    def _memoize(self, obj):
        if self.fast:
            return
        at = len(self.memo)
        self.memo[id(obj)] = at, obj
        if self.proto >= 4:
            self._write(b"\x94")
        elif not self.bin:
            self._write(b"p%d\n" % at)
        elif at < 256:
            self._write(b"q" + bytes([at]))
        else:
            self._write(b"r" + struct.pack("<I", at))

    def _get(self, at):
        if not self.bin:
            self._write(b"g%d\n" % at)
        elif at < 256:
            self._write(b"h" + bytes([at]))
        else:
            self._write(b"j" + struct.pack("<I", at))

    def _save(self, obj, pers=True):
        self._out.boundary()
        if pers:
            pid = self.persistent_id(obj)
            if pid is not None:
                if self.bin:
                    self._save(pid, False)
                    self._write(b"Q")
                else:
                    self._write(b"P" + str(pid).encode("ascii") + b"\n")
                return
        kind = type(obj)
        atom = _ATOMS.get(kind)
        if atom is not None:
            atom(self, obj)
            return
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        save = _CONTAINERS.get(kind)
        if save is not None:
            save(self, obj)
            return
        override = getattr(self, "reducer_override", None)
        reduced = NotImplemented if override is None else override(obj)
        if reduced is NotImplemented:
            reduced = self._reduced(obj, kind)
            if reduced is None:
                return
        self._save_reduced(obj, reduced)

    def _reduced(self, obj, kind):
        if kind is type(None.__class__) or isinstance(obj, type) and kind not in getattr(self, "dispatch_table", dispatch_table):
            if obj is type(None):
                return type, (None,)
            if obj is type(NotImplemented):
                return type, (NotImplemented,)
            if obj is type(...):
                return type, (...,)
            self._save_global(obj)
            return None
        table = getattr(self, "dispatch_table", dispatch_table)
        if kind in table:
            return table[kind](obj)
        if kind in (_function, _builtin):
            owner = getattr(obj, "__self__", None)
            if owner is not None and type(owner).__name__ != "module":
                return getattr, (owner, obj.__name__)
            self._save_global(obj)
            return None
        return reduce_of(obj, self.proto)

    def _save_reduced(self, obj, reduced):
        if isinstance(reduced, str):
            self._save_global(obj, reduced)
            return
        if not isinstance(reduced, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(reduced) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        self._save_reduce(obj, *reduced)

    def _save_reduce(self, obj, func, args, state=None, listitems=None, dictitems=None, setter=None):
        if not callable(func):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        name = getattr(func, "__name__", "") if self.proto >= 2 else ""
        if name == "__newobj_ex__":
            cls, args, kwargs = args
            self._save(cls)
            if self.proto >= 4:
                self._save(args)
                self._save(kwargs)
                self._write(b"\x92")
            else:
                raise PicklingError("keyword arguments of __new__ need protocol 4 or higher in Brooklet")
        elif name == "__newobj__":
            if not args:
                raise PicklingError("__newobj__ arglist is empty")
            cls = args[0]
            if not hasattr(cls, "__new__"):
                raise PicklingError("args[0] from __newobj__ args has no __new__")
            if obj is not None and cls is not obj.__class__:
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            self._save(cls)
            self._save(args[1:])
            self._write(b"\x81")
        else:
            self._save(func)
            self._save(args)
            self._write(b"R")
        if obj is not None:
            known = self.memo.get(id(obj))
            if known is not None:
                self._write(b"0")
                self._get(known[0])
            else:
                self._memoize(obj)
        if listitems is not None:
            self._batch_appends(list(listitems), False)
        if dictitems is not None:
            self._batch_setitems(list(dictitems), False)
        if state is not None:
            if setter is None:
                self._save(state)
                self._write(b"b")
            else:
                self._save(setter)
                self._save(obj)
                self._save(state)
                self._write(b"\x86R0")

    def _save_bool(self, obj):
        if self.proto >= 2:
            self._write(b"\x88" if obj else b"\x89")
        else:
            self._write(b"I01\n" if obj else b"I00\n")

    def _save_int(self, obj):
        if -0x80000000 <= obj <= 0x7FFFFFFF:
            if not self.bin:
                self._write(b"I%d\n" % obj)
            elif obj < 0 or obj > 0xFFFF:
                self._write(b"J" + struct.pack("<i", obj))
            elif obj > 0xFF:
                self._write(b"M" + struct.pack("<H", obj))
            else:
                self._write(b"K" + bytes([obj]))
        elif self.proto >= 2:
            data = encode_long(obj)
            if len(data) < 256:
                self._write(b"\x8a" + bytes([len(data)]) + data)
            else:
                self._write(b"\x8b" + struct.pack("<i", len(data)) + data)
        else:
            self._write(b"L%dL\n" % obj)

    def _save_float(self, obj):
        if self.bin:
            self._write(b"G" + struct.pack(">d", obj))
        else:
            self._write(b"F" + repr(obj).encode("ascii") + b"\n")

    def _save_bytes(self, obj):
        size = len(obj)
        if self.proto < 3:
            if not obj:
                self._save_reduce(obj, bytes, ())
            else:
                self._save_reduce(obj, codecs.encode, (obj.decode("latin1"), "latin1"))
            return
        if size < 256:
            header = b"C" + bytes([size])
        elif size > 0xFFFFFFFF and self.proto >= 4:
            header = b"\x8e" + struct.pack("<Q", size)
        else:
            header = b"B" + struct.pack("<I", size)
        self._out.write_large(header, obj)
        self._memoize(obj)

    def _save_bytearray(self, obj):
        if self.proto < 5:
            self._save_reduce(obj, bytearray, (bytes(obj),) if obj else ())
            return
        self._out.write_large(b"\x96" + struct.pack("<Q", len(obj)), bytes(obj))
        self._memoize(obj)

    def _save_str(self, obj):
        if self.bin:
            data = obj.encode("utf-8")
            size = len(data)
            if size < 256 and self.proto >= 4:
                header = b"\x8c" + bytes([size])
            elif size > 0xFFFFFFFF and self.proto >= 4:
                header = b"\x8d" + struct.pack("<Q", size)
            else:
                header = b"X" + struct.pack("<I", size)
            self._out.write_large(header, data)
        else:
            text = "".join(map(_raw_escape, obj))
            self._write(b"V" + text.encode("latin1") + b"\n")
        self._memoize(obj)

    def _save_tuple(self, obj):
        size = len(obj)
        if not size:
            self._write(b")" if self.bin else b"(t")
            return
        small = size <= 3 and self.proto >= 2
        if not small:
            self._write(b"(")
        for item in obj:
            self._save(item)
        known = self.memo.get(id(obj))
        if known is not None:
            # It holds itself, and was pickled while its items were.
            self._write(b"0" * size if small else b"1" if self.bin else b"0" * (size + 1))
            self._get(known[0])
            return
        self._write(bytes([0x84 + size]) if small else b"t")
        self._memoize(obj)

    def _save_list(self, obj):
        self._write(b"]" if self.bin else b"(l")
        self._memoize(obj)
        self._batch_appends(obj, True)

    def _batch_appends(self, items, exact):
        if not self.bin:
            for item in items:
                self._save(item)
                self._write(b"a")
            return
        total = len(items)
        for start in range(0, total, _BATCH):
            batch = items[start:start + _BATCH]
            if len(batch) == 1 and (total == 1 or not exact):
                self._save(batch[0])
                self._write(b"a")
                return
            self._write(b"(")
            for item in batch:
                self._save(item)
            self._write(b"e")

    def _save_dict(self, obj):
        self._write(b"}" if self.bin else b"(d")
        self._memoize(obj)
        self._batch_setitems(list(obj.items()), True)

    def _batch_setitems(self, pairs, exact):
        if not self.bin:
            for key, value in pairs:
                self._save(key)
                self._save(value)
                self._write(b"s")
            return
        total = len(pairs)
        for start in range(0, total, _BATCH):
            batch = pairs[start:start + _BATCH]
            alone = len(batch) == 1 and (total == 1 or not exact)
            if not alone:
                self._write(b"(")
            for key, value in batch:
                self._save(key)
                self._save(value)
            self._write(b"s" if alone else b"u")

    def _save_set(self, obj):
        if self.proto < 4:
            self._save_reduce(obj, set, (list(obj),))
            return
        self._write(b"\x8f")
        self._memoize(obj)
        items = list(obj)
        for start in range(0, len(items), _BATCH):
            self._write(b"(")
            for item in items[start:start + _BATCH]:
                self._save(item)
            self._write(b"\x90")

    def _save_frozenset(self, obj):
        if self.proto < 4:
            self._save_reduce(obj, frozenset, (list(obj),))
            return
        self._write(b"(")
        for item in obj:
            self._save(item)
        known = self.memo.get(id(obj))
        if known is not None:
            self._write(b"1")
            self._get(known[0])
            return
        self._write(b"\x91")
        self._memoize(obj)

    def _save_singleton(self, obj):
        self._save_global(obj, "Ellipsis" if obj is ... else "NotImplemented", "builtins")

    def _save_global(self, obj, name=None, module=None):
        if name is None:
            name = getattr(obj, "__qualname__", None) or obj.__name__
        if module is None:
            module = getattr(obj, "__module__", None)
            if not isinstance(module, str):
                module = "builtins"
        if "<locals>" in name.split("."):
            raise AttributeError(f"Can't pickle local object {name!r}")
        try:
            found = _import(module)
        except ImportError:
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module!r} failed") from None
        try:
            found = _find(found, name, "")
        except AttributeError:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module} failed") from None
        if found is not obj and found != obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
        if self.proto >= 4:
            # CPython has but one object of a module's name.
            self._save(self._names.setdefault(module, module), False)
            self._save(name, False)
            self._write(b"\x93")
        elif "." in name and self.proto < 4:
            path, _, last = name.rpartition(".")
            self._save_reduce(obj, getattr, (_find(_import(module), path, ""), last))
            return
        else:
            if self.fix_imports:
                if (module, name) in _OLD_NAMES:
                    module, name = _OLD_NAMES[module, name]
                elif module == "builtins" and isinstance(obj, type) and issubclass(obj, Exception):
                    module = "exceptions"
                    if issubclass(obj, OSError):
                        name = "OSError"
                else:
                    module = _OLD_MODULES.get(module, module)
            self._write(b"c" + module.encode("utf-8") + b"\n" + name.encode("utf-8") + b"\n")
        self._memoize(obj)


def _raw_escape(letter):
    code = ord(letter)
    if code >= 0x10000:
        return f"\\U{code:08x}"
    if code >= 256 or letter in "\\\n\0\r\x1a":
        return f"\\u{code:04x}"
    return letter


_ATOMS = {
    type(None): lambda pickler, obj: pickler._write(b"N"),
    bool: Pickler._save_bool,
    int: Pickler._save_int,
    float: Pickler._save_float,
}
_CONTAINERS = {
    bytes: Pickler._save_bytes,
    bytearray: Pickler._save_bytearray,
    str: Pickler._save_str,
    tuple: Pickler._save_tuple,
    list: Pickler._save_list,
    dict: Pickler._save_dict,
    set: Pickler._save_set,
    frozenset: Pickler._save_frozenset,
    type(...): Pickler._save_singleton,
    type(NotImplemented): Pickler._save_singleton,
}
_function = type(lambda: None)
_builtin = type(len)


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    parts = io.BytesIO()
    dump(obj, parts, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback)
    return parts.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return load(io.BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors)
