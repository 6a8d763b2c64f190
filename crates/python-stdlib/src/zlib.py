"""Checksums."""


def _entry(byte):
    for _ in range(8):
        byte = byte >> 1 ^ 0xEDB88320 if byte & 1 else byte >> 1
    return byte


_table = [_entry(byte) for byte in range(256)]


def _bytes(data):
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return data


def crc32(data, value=0):
    value ^= 0xFFFFFFFF
    for byte in _bytes(data):
        value = _table[(value ^ byte) & 0xFF] ^ value >> 8
    return value ^ 0xFFFFFFFF


def adler32(data, value=1):
    low, high = value & 0xFFFF, value >> 16
    for byte in _bytes(data):
        low = (low + byte) % 65521
        high = (high + low) % 65521
    return high << 16 | low
