"""Arrays of numbers of one kind."""

import struct

typecodes = "bBuhHiIlLqQfd"
_SIZES = {"b": 1, "B": 1, "u": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8}
_NAMES = {"b": "signed char", "B": "unsigned byte integer", "h": "short", "H": "unsigned short"}


class array:
    def __new__(cls, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            kind = type(typecode).__name__
            raise TypeError(f"array() argument 1 must be a unicode character, not {kind}")
        if typecode not in _SIZES:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        if isinstance(initializer, str) and typecode != "u":
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        self = super().__new__(cls)
        self.typecode = typecode
        self.itemsize = _SIZES[typecode]
        self._items = []
        return self

    def __init__(self, typecode, initializer=(), /):
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self.extend(initializer)

    def _checked(self, value):
        code = self.typecode
        if code == "u":
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError("array item must be a unicode character, not " + type(value).__name__)
            return value
        if code in "fd":
            if not isinstance(value, (int, float)):
                raise TypeError(f"must be real number, not {type(value).__name__}")
            return struct.unpack("f", struct.pack("f", value))[0] if code == "f" else float(value)
        if not isinstance(value, int):
            if not hasattr(value, "__index__"):
                kind = type(value).__name__
                raise TypeError(f"'{kind}' object cannot be interpreted as an integer")
            value = value.__index__()
        bits = self.itemsize * 8
        low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if code.islower() else (0, (1 << bits) - 1)
        if not low <= value <= high:
            raise OverflowError(self._overflow(code, value > high))
        return int(value)

    def _overflow(self, code, above):
        if code in _NAMES:
            return f"{_NAMES[code]} is {'greater than maximum' if above else 'less than minimum'}"
        if code == "i":
            return "signed integer is " + ("greater than maximum" if above else "less than minimum")
        if code == "I":
            return "unsigned int is greater than maximum" if above else "can't convert negative value to unsigned int"
        return "Python int too large to convert to C " + {"l": "long", "q": "long", "L": "unsigned long", "Q": "unsigned long"}[code]

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        return f"array('{self.typecode}', {self.tounicode()!r})" if self.typecode == "u" else f"array('{self.typecode}', {self._items!r})"

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        return value in self._items

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._like(self._items[index])
        try:
            return self._items[index]
        except IndexError:
            raise IndexError("array index out of range") from None
        except TypeError:
            raise TypeError("array indices must be integers") from None

    def _like(self, items):
        made = array(self.typecode)
        made._items = list(items)
        return made

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            self._items[index] = value._items
            return
        value = self._checked(value)
        try:
            self._items[index] = value
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __delitem__(self, index):
        del self._items[index]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        return self._like(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self._items += other._items
        return self

    def __mul__(self, times):
        return self._like(self._items * times)

    __rmul__ = __mul__

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def append(self, value, /):
        self._items.append(self._checked(value))

    def extend(self, values, /):
        if isinstance(values, array) and values.typecode != self.typecode:
            raise TypeError("can only extend with array of same kind")
        for value in values:
            self.append(value)

    def fromlist(self, values, /):
        if not isinstance(values, list):
            raise TypeError("arg must be list")
        self._items += [self._checked(value) for value in values]

    def insert(self, index, value, /):
        self._items.insert(index, self._checked(value))

    def pop(self, index=-1, /):
        if not self._items:
            raise IndexError("pop from empty array")
        try:
            return self._items.pop(index)
        except IndexError:
            raise IndexError("pop index out of range") from None

    def remove(self, value, /):
        if value not in self._items:
            raise ValueError("array.remove(x): x not in array")
        self._items.remove(value)

    def index(self, value, start=0, stop=None, /):
        try:
            return self._items.index(value, start, len(self._items) if stop is None else stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, value, /):
        return self._items.count(value)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return list(self._items)

    def tobytes(self):
        if self.typecode == "u":
            return "".join(self._items).encode("utf-32-le")
        return struct.pack(f"<{len(self._items)}{self._struct_code()}", *self._items)

    def _struct_code(self):
        return {"l": "q", "L": "Q"}.get(self.typecode, self.typecode)

    def frombytes(self, data, /):
        if len(data) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        if self.typecode == "u":
            self._items += data.decode("utf-32-le")
        else:
            self._items += struct.unpack(f"<{len(data) // self.itemsize}{self._struct_code()}", bytes(data))

    def tofile(self, f, /):
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        data = f.read(n * self.itemsize)
        self.frombytes(data)
        if len(data) < n * self.itemsize:
            raise EOFError("read() didn't return enough bytes")

    def tounicode(self):
        if self.typecode != "u":
            raise ValueError("tounicode() may only be called on unicode type arrays")
        return "".join(self._items)

    def fromunicode(self, text, /):
        self._items += text

    def byteswap(self):
        data = self.tobytes()
        size = self.itemsize
        self._items.clear()
        self.frombytes(b"".join(data[at:at + size][::-1] for at in range(0, len(data), size)))

    def buffer_info(self):
        return id(self), len(self._items)

    def __bytes__(self):
        return self.tobytes()

    def __copy__(self):
        return self._like(self._items)

    def __deepcopy__(self, memo):
        return self._like(self._items)

    def __reduce__(self):
        return array, (self.typecode, list(self._items))


ArrayType = array
