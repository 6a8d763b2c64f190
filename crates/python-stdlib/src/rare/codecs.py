"""Encodings by name, and files that are read and written in one."""

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = b"\0\0\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE

_ROT = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "NOPQRSTUVWXYZABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm",
)


def _key(encoding):
    return encoding.lower().replace("-", "_").replace(" ", "_")


def _base64(obj):
    import base64

    return base64.encodebytes(obj)


def _from_base64(obj):
    import base64

    return base64.decodebytes(obj)


def _binascii(name):
    def apply(obj):
        import binascii

        return getattr(binascii, name)(obj)

    return apply


# Those that do not go between text and bytes: name, encoder, decoder.
_SAME_KIND = {}
for _names, _encode, _decode in (
    (("rot13", "rot_13"), lambda obj: obj.translate(_ROT), lambda obj: obj.translate(_ROT)),
    (("hex", "hex_codec"), _binascii("hexlify"), _binascii("unhexlify")),
    (("base64", "base_64", "base64_codec"), _base64, _from_base64),
):
    for _name in _names:
        _SAME_KIND[_name] = _encode, _decode


def encode(obj, encoding="utf-8", errors="strict"):
    own = _SAME_KIND.get(_key(encoding))
    return own[0](obj) if own else obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    own = _SAME_KIND.get(_key(encoding))
    return own[1](obj) if own else obj.decode(encoding, errors)


# Where CPython has them.
encode.__module__ = decode.__module__ = "_codecs"


def escape_decode(data, errors="strict"):
    text = data.decode("latin1") if not isinstance(data, str) else data
    out, at = bytearray(), 0
    simple = {"n": 10, "t": 9, "r": 13, "\\": 92, "'": 39, '"': 34, "a": 7, "b": 8, "f": 12, "v": 11}
    while at < len(text):
        letter = text[at]
        at += 1
        if letter != "\\":
            out.append(ord(letter))
            continue
        if at == len(text):
            raise ValueError("Trailing \\ in string")
        letter = text[at]
        at += 1
        if letter == "x":
            out.append(int(text[at:at + 2], 16))
            at += 2
        elif letter in "01234567":
            start = at - 1
            while at < len(text) and at < start + 3 and text[at] in "01234567":
                at += 1
            out.append(int(text[start:at], 8) & 255)
        elif letter in simple:
            out.append(simple[letter])
        elif letter != "\n":
            out += b"\\" + letter.encode("latin1")
    return bytes(out), len(data)


class IncrementalEncoder:
    encoding = "utf-8"

    def __init__(self, errors="strict"):
        self.errors = errors

    def encode(self, input, final=False):
        return input.encode(self.encoding, self.errors)

    def reset(self):
        pass


class IncrementalDecoder:
    """Keeps the bytes at the end that are no whole character."""

    encoding = "utf-8"

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = b""

    def decode(self, input, final=False):
        data = self.buffer + input
        self.buffer = b""
        if not final:
            for kept in range(min(3, len(data)) + 1):
                head = data[:len(data) - kept]
                try:
                    text = head.decode(self.encoding, "strict")
                except UnicodeDecodeError as error:
                    if error.end < len(head) or kept == 3:
                        break
                    continue
                self.buffer = data[len(data) - kept:]
                return text
        return data.decode(self.encoding, self.errors)

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0


class StreamWriter:
    encoding = "utf-8"

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        self.stream.write(encode(object, self.encoding, self.errors))

    def writelines(self, list):
        self.write("".join(list))

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReader:
    encoding = "utf-8"

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self.left = ""

    def _rest(self):
        text = self.left + decode(self.stream.read(), self.encoding, self.errors)
        self.left = ""
        return text

    def read(self, size=-1, chars=-1, firstline=False):
        text = self._rest()
        if chars < 0:
            chars = size
        if chars >= 0:
            text, self.left = text[:chars], text[chars:]
        return text

    def readline(self, size=None, keepends=True):
        lines = self._rest().splitlines(True)
        self.left = "".join(lines[1:])
        line = lines[0] if lines else ""
        return line if keepends else line.rstrip("\r\n")

    def readlines(self, sizehint=None, keepends=True):
        return self._rest().splitlines(keepends)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class CodecInfo(tuple):
    def __new__(cls, name):
        def make(base):
            return type(base.__name__, (base,), {"encoding": name})

        def encoder(input, errors="strict"):
            return encode(input, name, errors), len(input)

        def decoder(input, errors="strict"):
            return decode(input, name, errors), len(input)

        self = tuple.__new__(cls, (encoder, decoder, make(StreamReader), make(StreamWriter)))
        self.name = name
        self.encode, self.decode, self.streamreader, self.streamwriter = self
        self.incrementalencoder = make(IncrementalEncoder)
        self.incrementaldecoder = make(IncrementalDecoder)
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>"


_NAMES = {
    "utf8": "utf-8", "u8": "utf-8", "utf": "utf-8", "utf_8": "utf-8", "cp65001": "utf-8",
    "latin1": "iso8859-1", "latin_1": "iso8859-1", "iso_8859_1": "iso8859-1", "iso8859_1": "iso8859-1", "l1": "iso8859-1",
    "us_ascii": "ascii", "646": "ascii", "utf_16": "utf-16", "utf16": "utf-16", "utf_32": "utf-32", "utf32": "utf-32",
    "utf_16_le": "utf-16-le", "utf_16_be": "utf-16-be", "utf_32_le": "utf-32-le", "utf_32_be": "utf-32-be",
    "utf_8_sig": "utf-8-sig", "rot13": "rot13", "rot_13": "rot13", "unicode_escape": "unicode-escape",
}


def lookup(encoding):
    key = _key(encoding)
    if key not in _SAME_KIND:
        "".encode(encoding)
    return CodecInfo(_NAMES.get(key, key.replace("windows_", "cp")))


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    return lookup(encoding).incrementalencoder


def getincrementaldecoder(encoding):
    return lookup(encoding).incrementaldecoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    import io

    if encoding is None:
        return io.open(filename, mode)
    return io.open(filename, mode.replace("b", ""), encoding=encoding, errors=errors, newline="")


def iterencode(iterator, encoding, errors="strict", **kwargs):
    encoder = getincrementalencoder(encoding)(errors)
    for input in iterator:
        output = encoder.encode(input)
        if output:
            yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    decoder = getincrementaldecoder(encoding)(errors)
    for input in iterator:
        output = decoder.decode(input)
        if output:
            yield output
    output = decoder.decode(b"", True)
    if output:
        yield output


def register(search_function):
    raise NotImplementedError("codecs.register() is not supported by Brooklet")


def register_error(errors, handler):
    raise NotImplementedError("codecs.register_error() is not supported by Brooklet")
