"""Texts of addresses of the Internet Protocol, read as numbers and written."""


class AddressValueError(ValueError):
    """An address that is none."""


AddressValueError.__module__ = "ipaddress"


def v4_number(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    octets = text.split(".")
    if len(octets) != 4:
        raise AddressValueError(f"Expected 4 octets in {text!r}")
    number = 0
    try:
        for octet in octets:
            number = number << 8 | _octet(octet)
    except ValueError as error:
        raise AddressValueError(f"{error} in {text!r}") from None
    return number


def _octet(text):
    if not text:
        raise ValueError("Empty octet not permitted")
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"Only decimal digits permitted in {text!r}")
    if len(text) > 3:
        raise ValueError(f"At most 3 characters permitted in {text!r}")
    if text != "0" and text[0] == "0":
        raise ValueError(f"Leading zeros are not permitted in {text!r}")
    number = int(text)
    if number > 255:
        raise ValueError(f"Octet {number} (> 255) not permitted")
    return number


def v4_text(number):
    return ".".join(str(number >> shift & 255) for shift in (24, 16, 8, 0))


def v6_number(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(":")
    if len(parts) < 3:
        raise AddressValueError(f"At least 3 parts expected in {text!r}")
    if "." in parts[-1]:
        try:
            low = v4_number(parts.pop())
        except AddressValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None
        parts += [f"{low >> 16:x}", f"{low & 0xFFFF:x}"]
    if len(parts) > 9:
        raise AddressValueError(f"At most 8 colons permitted in {text!r}")
    gap = None
    for at in range(1, len(parts) - 1):
        if not parts[at]:
            if gap is not None:
                raise AddressValueError(f"At most one '::' permitted in {text!r}")
            gap = at
    if gap is None:
        if len(parts) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
        if not parts[0]:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        high, low = parts, []
    else:
        high, low = parts[:gap], parts[gap + 1 :]
        if not high[0]:
            high = high[1:]
            if high:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not low[-1]:
            low = low[:-1]
            if low:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        if len(high) + len(low) > 7:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
    words = high + ["0"] * (8 - len(high) - len(low)) + low
    number = 0
    try:
        for word in words:
            number = number << 16 | _word(word)
    except ValueError as error:
        raise AddressValueError(f"{error} in {text!r}") from None
    return number


def _word(text):
    if not set(text) <= set("0123456789abcdefABCDEF"):
        raise ValueError(f"Only hex digits permitted in {text!r}")
    if len(text) > 4:
        raise ValueError(f"At most 4 characters permitted in {text!r}")
    return int(text, 16)


def v6_text(number):
    words = [f"{number >> shift & 0xFFFF:x}" for shift in range(112, -1, -16)]
    best, start = 1, None
    at = 0
    while at < 8:
        end = at
        while end < 8 and words[end] == "0":
            end += 1
        if end - at > best:
            best, start = end - at, at
        at = max(end, at + 1)
    if start is None:
        return ":".join(words)
    return ":".join(words[:start]) + "::" + ":".join(words[start + best :])
