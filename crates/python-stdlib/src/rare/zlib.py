"""Compressed data (RFC 1950 to 1952).

What it compresses others can read, but the bytes are not those of the library in C: it looks for
repeated parts in another way, and writes blocks of fixed codes.
"""

from binascii import _data, crc32

DEFLATED = 8
MAX_WBITS = 15
DEF_MEM_LEVEL = 8
DEF_BUF_SIZE = 16384
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY = 0, 1, 2
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH = 0, 1, 2, 3, 4
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = "1.2.13"


class error(Exception):
    pass


def adler32(data, value=1, /):
    low, high = value & 0xFFFF, value >> 16
    for byte in _data(data):
        low = (low + byte) % 65521
        high = (high + low) % 65521
    return high << 16 | low


# For each code of a length or a distance: the first value, and how many bits more there are.
_LENGTHS = [(length, 0) for length in range(3, 11)]
for _extra in range(1, 6):
    _LENGTHS += [(_LENGTHS[-1][0] + (1 << _LENGTHS[-1][1]) + (each << _extra), _extra) for each in range(4)]
_LENGTHS.append((258, 0))
_DISTANCES = [(distance, 0) for distance in range(1, 5)]
for _extra in range(1, 14):
    _first = (1 << _extra + 1) + 1
    _DISTANCES += [(_first, _extra), (_first + (1 << _extra), _extra)]
_ORDER = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)


def _codes(sizes):
    """The canonical code: (size, bits) to symbol."""
    codes, code = {}, 0
    for size in range(1, 16):
        for symbol, own in enumerate(sizes):
            if own == size:
                codes[size, code] = symbol
                code += 1
        code <<= 1
    return codes


_FIXED = [8] * 144 + [9] * 112 + [7] * 24 + [8] * 8
_fixed = None


def _fixed_codes():
    global _fixed
    if _fixed is None:
        _fixed = _codes(_FIXED), _codes([5] * 30)
    return _fixed


class _End(Exception):
    """The data ends too early."""


class _Reader:
    def __init__(self, data, at=0):
        self.data = data
        self.at = at
        self.held = self.count = 0

    def bits(self, count):
        while self.count < count:
            if self.at >= len(self.data):
                raise _End
            self.held |= self.data[self.at] << self.count
            self.at += 1
            self.count += 8
        value = self.held & (1 << count) - 1
        self.held >>= count
        self.count -= count
        return value

    def symbol(self, codes):
        code = 0
        for size in range(1, 16):
            code = code << 1 | self.bits(1)
            symbol = codes.get((size, code))
            if symbol is not None:
                return symbol
        raise error("Error -3 while decompressing data: invalid code")

    def take(self, count):
        self.at -= self.count // 8
        self.held = self.count = 0
        if self.at + count > len(self.data):
            raise _End
        taken = self.data[self.at:self.at + count]
        self.at += count
        return taken


def _inflate(reader):
    out = bytearray()
    last = 0
    while not last:
        last, kind = reader.bits(1), reader.bits(2)
        if kind == 0:
            size = reader.take(4)
            count = size[0] | size[1] << 8
            if count ^ 0xFFFF != size[2] | size[3] << 8:
                raise error("Error -3 while decompressing data: invalid stored block lengths")
            out += reader.take(count)
            continue
        if kind == 3:
            raise error("Error -3 while decompressing data: invalid block type")
        literals, distances = _fixed_codes() if kind == 1 else _read_codes(reader)
        while True:
            symbol = reader.symbol(literals)
            if symbol < 256:
                out.append(symbol)
                continue
            if symbol == 256:
                break
            first, extra = _LENGTHS[symbol - 257]
            length = first + reader.bits(extra)
            first, extra = _DISTANCES[reader.symbol(distances)]
            distance = first + reader.bits(extra)
            if distance > len(out):
                raise error("Error -3 while decompressing data: invalid distance too far back")
            if distance >= length:
                out += out[len(out) - distance:len(out) - distance + length]
            else:
                part = bytes(out[-distance:])
                out += (part * (length // distance + 1))[:length]
    return bytes(out)


def _read_codes(reader):
    literals, distances, count = reader.bits(5) + 257, reader.bits(5) + 1, reader.bits(4) + 4
    sizes = [0] * 19
    for place in _ORDER[:count]:
        sizes[place] = reader.bits(3)
    codes = _codes(sizes)
    found = []
    while len(found) < literals + distances:
        symbol = reader.symbol(codes)
        if symbol < 16:
            found.append(symbol)
        elif symbol == 16:
            found += found[-1:] * (3 + reader.bits(2))
        elif symbol == 17:
            found += [0] * (3 + reader.bits(3))
        else:
            found += [0] * (11 + reader.bits(7))
    return _codes(found[:literals]), _codes(found[literals:])


def _deflate(data, level):
    if level == 0:
        blocks = bytearray()
        for at in range(0, len(data) or 1, 65535):
            part = data[at:at + 65535]
            size = len(part)
            blocks += bytes([at + 65535 >= len(data), size & 255, size >> 8, ~size & 255, ~size >> 8 & 255]) + part
        return bytes(blocks)
    literals = {symbol: (size, _reversed(code, size)) for (size, code), symbol in _fixed_codes()[0].items()}
    held, count, out = 3, 3, bytearray()

    def put(bits, size):
        nonlocal held, count
        held |= bits << count
        count += size
        while count >= 8:
            out.append(held & 255)
            held >>= 8
            count -= 8

    def put_symbol(symbol):
        size, bits = literals[symbol]
        put(bits, size)

    seen, at, end = {}, 0, len(data)
    while at < end:
        key = data[at:at + 3]
        start = seen.get(key, -32769)
        length = 0
        if at - start <= 32768 and len(key) == 3:
            limit = min(258, end - at)
            length = 3
            while length < limit and data[start + length] == data[at + length]:
                length += 1
        if length:
            code = max(place for place, (first, _) in enumerate(_LENGTHS) if first <= length)
            put_symbol(257 + code)
            put(length - _LENGTHS[code][0], _LENGTHS[code][1])
            distance = at - start
            code = max(place for place, (first, _) in enumerate(_DISTANCES) if first <= distance)
            put(_reversed(code, 5), 5)
            put(distance - _DISTANCES[code][0], _DISTANCES[code][1])
            for place in range(at, min(at + length, end - 2)):
                seen[data[place:place + 3]] = place
            at += length
        else:
            put_symbol(data[at])
            seen[key] = at
            at += 1
    put_symbol(256)
    if count:
        out.append(held & 255)
    return bytes(out)


def _reversed(code, size):
    return int(f"{code:0{size}b}"[::-1], 2)


def compress(data, /, level=-1, wbits=MAX_WBITS):
    worker = compressobj(level, DEFLATED, wbits)
    return worker.compress(data) + worker.flush()


def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    worker = decompressobj(wbits)
    result = worker.decompress(data)
    if not worker.eof:
        raise error("Error -5 while decompressing data: incomplete or truncated stream")
    return result


class compressobj:
    """Gathers data; all is written by `flush`."""

    def __init__(self, level=-1, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=0, zdict=None):
        if not -1 <= level <= 9:
            raise error("Bad compression level")
        self._level, self._wbits, self._parts = level, wbits, []

    def compress(self, data, /):
        self._parts.append(_data(data))
        return b""

    def flush(self, mode=Z_FINISH, /):
        if mode != Z_FINISH:
            return b""
        data = b"".join(self._parts)
        body = _deflate(data, self._level)
        if self._wbits < 0:
            return body
        if self._wbits > 15:
            head = b"\x1f\x8b\x08\0\0\0\0\0\0\x03"
            return head + body + crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")
        mark = {-1: 0x9C, 0: 1, 1: 1, 9: 0xDA, 8: 0xDA, 7: 0xDA}.get(self._level, 0x5E if self._level < 6 else 0x9C)
        return bytes([0x78, mark]) + body + adler32(data).to_bytes(4, "big")


class decompressobj:
    """Gathers data; all is given when it is whole."""

    def __init__(self, wbits=MAX_WBITS, zdict=b""):
        self._wbits, self._held = wbits, b""
        self.eof = False
        self.unused_data = self.unconsumed_tail = b""

    def decompress(self, data, max_length=0, /):
        if self.eof:
            self.unused_data += _data(data)
            return b""
        self._held += _data(data)
        try:
            result, end = _unpacked(self._held, self._wbits)
        except _End:
            return b""
        self.eof = True
        self.unused_data, self._held = self._held[end:], b""
        return result

    def flush(self, length=DEF_BUF_SIZE, /):
        return b""

    def copy(self):
        made = decompressobj(self._wbits)
        made._held = self._held
        return made


def _unpacked(data, wbits):
    """The data in one stream, and where that ends."""
    if wbits < 0:
        reader = _Reader(data)
        return _inflate(reader), reader.at - reader.count // 8
    if len(data) < 2:
        raise _End
    if wbits > 15 and data[:2] == b"\x1f\x8b":
        reader = _Reader(data, _gzip_head(data))
        result = _inflate(reader)
        reader.take(0)
        if int.from_bytes(reader.take(4), "little") != crc32(result):
            raise error("Error -3 while decompressing data: incorrect data check")
        reader.take(4)
        return result, reader.at
    if data[0] & 15 != 8 or (data[0] << 8 | data[1]) % 31:
        raise error("Error -3 while decompressing data: incorrect header check")
    reader = _Reader(data, 2)
    result = _inflate(reader)
    if int.from_bytes(reader.take(4), "big") != adler32(result):
        raise error("Error -3 while decompressing data: incorrect data check")
    return result, reader.at


def _gzip_head(data):
    if len(data) < 10:
        raise _End
    flags, at = data[3], 10
    try:
        if flags & 4:
            at += 2 + int.from_bytes(data[at:at + 2], "little")
        for flag in (8, 16):
            if flags & flag:
                at = data.index(b"\0", at) + 1
    except ValueError:
        raise _End from None
    return at + (2 if flags & 2 else 0)
