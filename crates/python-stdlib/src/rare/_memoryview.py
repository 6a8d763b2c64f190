"""`memoryview` over `bytes`, `bytearray` and `array`, of one dimension."""

import struct

_SIZES = {"c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "n": 8, "N": 8,
          "f": 4, "d": 8, "P": 8}


class memoryview:
    """Create a new memoryview object which references the given object."""

    __module__ = "builtins"

    def __new__(cls, object):
        if isinstance(object, memoryview):
            object._check()
            return cls._over(object._obj, object._format, object._places, object._readonly)
        if isinstance(object, (bytes, bytearray)):
            return cls._over(object, "B", range(len(object)), isinstance(object, bytes))
        typecode = getattr(object, "typecode", None)
        if typecode is None or type(object).__module__ != "array":
            raise TypeError(f"memoryview: a bytes-like object is required, not '{type(object).__name__}'")
        size = object.itemsize
        return cls._over(object, "w" if typecode == "u" else typecode, range(0, size * len(object), size), False)

    @classmethod
    def _over(cls, obj, format, places, readonly):
        self = super().__new__(cls)
        self._obj = obj
        self._format = format
        self._places = places
        self._readonly = readonly
        self._released = False
        return self

    def _check(self):
        if self._released:
            raise ValueError("operation forbidden on released memoryview object")

    def _code(self):
        code = self._format.lstrip("@")
        if code not in _SIZES:
            raise NotImplementedError(f"memoryview: unsupported format {self._format}")
        return code

    def _read(self, place):
        code = self._code()
        obj = self._obj
        if isinstance(obj, (bytes, bytearray)):
            data = obj[place:place + _SIZES[code]]
        else:
            first, rest = divmod(place, obj.itemsize)
            last = (place + _SIZES[code] - 1) // obj.itemsize
            data = obj[first:last + 1].tobytes()[rest:rest + _SIZES[code]]
        return struct.unpack(code, data)[0]

    def _write(self, place, value):
        code = self._code()
        if code == "c" and not isinstance(value, bytes) or code != "c" and not isinstance(value, (int, float)):
            raise TypeError(f"memoryview: invalid type for format '{self._format}'")
        if isinstance(value, float) and code not in "fd":
            raise TypeError(f"memoryview: invalid type for format '{self._format}'")
        try:
            data = struct.pack(code, value)
        except struct.error:
            raise ValueError(f"memoryview: invalid value for format '{self._format}'") from None
        obj = self._obj
        if isinstance(obj, bytearray):
            obj[place:place + len(data)] = data
            return
        first, rest = divmod(place, obj.itemsize)
        last = (place + len(data) - 1) // obj.itemsize
        whole = bytearray(obj[first:last + 1].tobytes())
        whole[rest:rest + len(data)] = data
        kind = type(obj)
        for at, item in enumerate(kind(obj.typecode, bytes(whole)), first):
            obj[at] = item

    @property
    def obj(self):
        self._check()
        return self._obj

    @property
    def format(self):
        self._check()
        return self._format

    @property
    def itemsize(self):
        self._check()
        return _SIZES.get(self._format.lstrip("@"), 4)

    @property
    def nbytes(self):
        return len(self) * self.itemsize

    @property
    def readonly(self):
        self._check()
        return self._readonly

    @property
    def ndim(self):
        self._check()
        return 1

    @property
    def shape(self):
        return (len(self),)

    @property
    def strides(self):
        self._check()
        return (self._places.step if len(self._places) else self.itemsize,)

    @property
    def suboffsets(self):
        self._check()
        return ()

    @property
    def contiguous(self):
        self._check()
        return len(self._places) < 2 or self._places.step == self.itemsize

    c_contiguous = f_contiguous = contiguous

    def __len__(self):
        self._check()
        return len(self._places)

    def __iter__(self):
        self._check()
        for place in self._places:
            yield self._read(place)

    def __getitem__(self, key):
        self._check()
        if isinstance(key, slice):
            return self._over(self._obj, self._format, self._places[key], self._readonly)
        return self._read(self._place(key))

    def _place(self, key):
        if not hasattr(key, "__index__"):
            raise TypeError("memoryview: invalid slice key")
        try:
            return self._places[key]
        except IndexError:
            raise IndexError("index out of bounds on dimension 1") from None

    def __setitem__(self, key, value):
        self._check()
        if self._readonly:
            raise TypeError("cannot modify read-only memory")
        if not isinstance(key, slice):
            self._write(self._place(key), value)
            return
        given = value if isinstance(value, memoryview) else memoryview(value)
        places = self._places[key]
        if given.format != self._format or len(given) != len(places):
            raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
        for place, item in zip(places, given.tolist()):
            self._write(place, item)

    def __delitem__(self, key):
        raise TypeError("cannot delete memory" if not self._readonly else "cannot modify read-only memory")

    def __contains__(self, item):
        return any(item is other or item == other for other in self)

    def __eq__(self, other):
        if self is other:
            return True
        if self._released:
            return False
        if not isinstance(other, memoryview):
            try:
                other = memoryview(other)
            except TypeError:
                return NotImplemented
        return not other._released and self.tolist() == other.tolist()

    def __hash__(self):
        self._check()
        if not self._readonly:
            raise ValueError("cannot hash writable memoryview object")
        if self._format not in ("B", "b", "c"):
            raise ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
        return hash(self.tobytes())

    def __bytes__(self):
        return self.tobytes()

    def tobytes(self, order="C"):
        self._check()
        obj = self._obj
        data = bytes(obj) if isinstance(obj, (bytes, bytearray)) else obj.tobytes()
        size = self.itemsize
        if self.contiguous:
            start = self._places.start if len(self._places) else 0
            return data[start:start + size * len(self._places)]
        return b"".join([data[place:place + size] for place in self._places])

    def tolist(self):
        return list(self)

    def hex(self, *args):
        return self.tobytes().hex(*args)

    def toreadonly(self):
        self._check()
        view = self[:]
        view._readonly = True
        return view

    def cast(self, format, shape=None):
        self._check()
        if shape is not None and tuple(shape) != (self.nbytes // _SIZES.get(format, 1),):
            raise NotImplementedError("memoryview of more than one dimension is not supported by Brooklet")
        if not self.contiguous:
            raise TypeError("memoryview: casts are restricted to C-contiguous views")
        size = _SIZES.get(format.lstrip("@"))
        if size is None:
            raise ValueError("memoryview: destination format must be a native single character format prefixed with an optional '@'")
        bytewise = ("B", "b", "c")
        if format not in bytewise and self._format not in bytewise:
            raise TypeError("memoryview: cannot cast between two non-byte formats")
        if self.nbytes % size:
            raise TypeError("memoryview: length is not a multiple of itemsize")
        start = self._places.start if len(self._places) else 0
        return self._over(self._obj, format, range(start, start + self.nbytes, size), self._readonly)

    def release(self):
        self._released = True

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *raised):
        self.release()

    def __repr__(self):
        return f"<{'released memory' if self._released else 'memory'} at {hex(id(self))}>"

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'memoryview' object")
