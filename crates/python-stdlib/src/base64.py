"""Bytes as text of 64, 32, 16 or 85 digits."""

import binascii


def _text(s):
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return s.encode("ascii")
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    return binascii._buffer(s, "argument should be a bytes-like object or ASCII string, not ")


def b64encode(s, altchars=None):
    encoded = binascii._encode_base64(s if type(s) is bytes else binascii._data(s))
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _text(s)
    if altchars is not None:
        altchars = _text(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii._decode_base64(s, validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


_to_url = bytes.maketrans(b"+/", b"-_")
_from_url = bytes.maketrans(b"-_", b"+/")


def urlsafe_b64encode(s):
    return b64encode(s).translate(_to_url)


def urlsafe_b64decode(s):
    return b64decode(_text(s).translate(_from_url))


_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _b32encode(digits, s):
    s = binascii._data(s)
    left = len(s) % 5
    s += bytes(-left % 5 if left else 0)
    out = bytearray()
    for at in range(0, len(s), 5):
        bits = int.from_bytes(s[at:at + 5], "big")
        out += bytes(digits[bits >> shift & 31] for shift in range(35, -1, -5))
    pads = {0: 0, 1: 6, 2: 4, 3: 3, 4: 1}[left]
    if pads:
        out[-pads:] = b"=" * pads
    return bytes(out)


def _b32decode(digits, s, casefold, map01=None):
    s = _text(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _text(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    size = len(s)
    s = s.rstrip(b"=")
    pads = size - len(s)
    values = []
    for code in s:
        if code not in digits:
            raise binascii.Error("Non-base32 digit found")
        values.append(digits.index(code))
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    values += [0] * pads
    out = bytearray()
    for at in range(0, len(values), 8):
        bits = 0
        for value in values[at:at + 8]:
            bits = bits << 5 | value
        out += bits.to_bytes(5, "big")
    drop = (5 * pads + 4) // 8
    return bytes(out[:-drop] if drop else out)


def b32encode(s):
    return _b32encode(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(_B32, s, casefold, map01)


def b32hexencode(s):
    return _b32encode(_B32_HEX, s)


def b32hexdecode(s, casefold=False):
    return _b32decode(_B32_HEX, s, casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _text(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


_A85 = bytes(range(33, 118))
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def _encode85(data, digits, pad, zeros=None, spaces=None):
    data = binascii._data(data)
    padding = -len(data) % 4
    data += bytes(padding)
    words = []
    for at in range(0, len(data), 4):
        bits = int.from_bytes(data[at:at + 4], "big")
        if zeros and not bits:
            words.append(zeros)
        elif spaces and bits == 0x20202020:
            words.append(spaces)
        else:
            words.append(bytes(digits[bits // 85**place % 85] for place in range(4, -1, -1)))
    if padding and not pad:
        if words[-1] == zeros:
            words[-1] = digits[:1] * 5
        words[-1] = words[-1][:-padding]
    return b"".join(words)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    result = _encode85(b, _A85, pad, b"z", b"y" if foldspaces else None)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[at:at + wrapcol] for at in range(0, len(result), wrapcol)]
        if adobe and (not lines or len(lines[-1]) + 2 > wrapcol):
            lines.append(b"")
        result = b"\n".join(lines)
    return result + b"~>" if adobe else result


def _decode85(groups, padding):
    out = b"".join(groups)
    return out[:-padding] if padding else out


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _text(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    groups, current = [], []
    for code in b + b"u" * 4:
        if 33 <= code <= 117:
            current.append(code)
            if len(current) == 5:
                bits = 0
                for digit in current:
                    bits = 85 * bits + digit - 33
                if bits > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow")
                groups.append(bits.to_bytes(4, "big"))
                current = []
        elif code == 122:
            if current:
                raise ValueError("z inside Ascii85 5-tuple")
            groups.append(bytes(4))
        elif foldspaces and code == 121:
            if current:
                raise ValueError("y inside Ascii85 5-tuple")
            groups.append(b"    ")
        elif code not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {chr(code)}")
    return _decode85(groups, 4 - len(current))


def b85encode(b, pad=False):
    return _encode85(b, _B85, pad)


def b85decode(b):
    b = _text(b)
    padding = -len(b) % 5
    b += b"~" * padding
    groups = []
    for at in range(0, len(b), 5):
        bits = 0
        for place, code in enumerate(b[at:at + 5]):
            if code not in _B85:
                raise ValueError(f"bad base85 character at position {at + place}")
            bits = 85 * bits + _B85.index(code)
        if bits > 0xFFFFFFFF:
            raise ValueError(f"base85 overflow in hunk starting at byte {at}")
        groups.append(bits.to_bytes(4, "big"))
    return _decode85(groups, padding)


def encodebytes(s):
    s = binascii._data(s)
    return b"".join(binascii.b2a_base64(s[at:at + 57]) for at in range(0, len(s), 57))


def decodebytes(s):
    return binascii.a2b_base64(binascii._data(s))
