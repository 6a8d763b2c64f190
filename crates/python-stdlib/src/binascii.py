"""Bytes as text and back; `binascii.rs` has base 64 and the sum of ZIP files."""


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _data(data):
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return _buffer(data, "a bytes-like object is required, not ")


def _buffer(data, message):
    tobytes = getattr(data, "tobytes", None)
    if tobytes is None:
        raise TypeError(f"{message}{type(data).__name__!r}")
    return tobytes()


def _ascii(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode("ascii")
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    return _buffer(data, "argument should be bytes, buffer or ASCII string, not ")


def a2b_base64(data, /, *, strict_mode=False):
    return _decode_base64(_ascii(data), strict_mode)


def b2a_base64(data, /, *, newline=True):
    return _encode_base64(_data(data)) + (b"\n" if newline else b"")


def hexlify(data, sep=None, bytes_per_sep=1):
    data = _data(data)
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode("ascii")


b2a_hex = hexlify

_HEX = b"0123456789abcdefABCDEF"


def unhexlify(hexstr, /):
    data = _ascii(hexstr)
    if len(data) % 2:
        raise Error("Odd-length string")
    if data.translate(None, _HEX):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(data.decode("ascii"))


a2b_hex = unhexlify


def crc32(data, crc=0, /):
    return _crc32(_data(data), crc & 0xFFFFFFFF)


def crc_hqx(data, crc, /):
    crc &= 0xFFFF
    for byte in _data(data):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021) & 0xFFFF if crc & 0x8000 else crc << 1
    return crc


def b2a_uu(data, /, *, backtick=False):
    data = _data(data)
    if len(data) > 45:
        raise Error("At most 45 bytes at once")
    blank = 96 if backtick else 32
    line = [len(data) + 32 if data else blank]
    for at in range(0, len(data), 3):
        bits = int.from_bytes(data[at:at + 3].ljust(3, b"\0"), "big")
        line.extend((bits >> shift & 63) + 32 or blank for shift in (18, 12, 6, 0))
    return bytes(blank if code == 32 else code for code in line) + b"\n"


def a2b_uu(data, /):
    data = _ascii(data)
    size = data[0] - 32 & 63 if data else 0
    digits = []
    for code in data[1:]:
        if code in b"\r\n" or len(digits) * 6 >= (size * 8 + 23) // 24 * 24:
            break
        if not 32 <= code <= 96:
            raise Error("Illegal char")
        digits.append(code - 32 & 63)
    digits += [0] * (-len(digits) % 4)
    bits = bytearray()
    for at in range(0, len(digits), 4):
        first, second, third, fourth = digits[at:at + 4]
        bits += (first << 18 | second << 12 | third << 6 | fourth).to_bytes(3, "big")
    return bytes(bits[:size].ljust(size, b"\0"))


def a2b_qp(data, header=False):
    data = _ascii(data)
    out = bytearray()
    at = 0
    while at < len(data):
        code = data[at]
        at += 1
        if code == 61:
            pair = data[at:at + 2]
            if pair[:1] == b"\n" or pair == b"\r\n":
                at = data.index(b"\n", at) + 1
                continue
            if len(pair) == 2 and not pair.translate(None, _HEX):
                out += bytes.fromhex(pair.decode("ascii"))
                at += 2
                continue
            if not pair:
                break
        out.append(32 if header and code == 95 else code)
    return bytes(out)


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    lines = []
    for line in _data(data).split(b"\n"):
        out, width = bytearray(), 0
        for at, code in enumerate(line):
            last = at + 1 == len(line)
            plain = 33 <= code <= 126 and code != 61 and not (header and code == 95)
            if code in b" \t" and not quotetabs and not last or code == 13 and istext and last:
                plain = not (header and code == 32)
            piece = bytes([code]) if plain else b"_" if header and code == 32 else b"=%02X" % code
            if width + len(piece) >= 76 and not last or width + len(piece) > 76:
                out += b"=\n"
                width = 0
            out += piece
            width += len(piece)
        lines.append(bytes(out))
    return b"\n".join(lines)
