"""Addresses: their parts, their quoting, their queries."""

from collections import namedtuple as _namedtuple

_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"


class _Place:
    """Who and where, within an address."""

    @property
    def username(self):
        user, at, _ = self.netloc.rpartition("@")
        return user.partition(":")[0] if at else None

    @property
    def password(self):
        user, at, _ = self.netloc.rpartition("@")
        return user.partition(":")[2] if at and ":" in user else None

    @property
    def hostname(self):
        return self.netloc.rpartition("@")[2].partition(":")[0].lower() or None

    @property
    def port(self):
        port = self.netloc.rpartition("@")[2].partition(":")[2]
        return int(port) if port else None


class SplitResult(_Place, _namedtuple("SplitResult", "scheme netloc path query fragment")):
    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Place, _namedtuple("ParseResult", "scheme netloc path params query fragment")):
    def geturl(self):
        return urlunparse(self)


def urlsplit(url, scheme="", allow_fragments=True):
    url = url.strip()
    start, colon, rest = url.partition(":")
    if colon and start[:1].isalpha() and start.isascii() and start.replace("+", "").replace("-", "").replace(".", "").isalnum():
        scheme, url = start.lower(), rest
    netloc = query = fragment = ""
    if url.startswith("//"):
        end = min((at for at in map(url[2:].find, "/?#") if at >= 0), default=len(url) - 2) + 2
        netloc, url = url[2:end], url[end:]
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    folder, slash, last = path.rpartition("/")
    last, _, params = last.partition(";")
    return ParseResult(scheme, netloc, folder + slash + last, params, query, fragment)


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    if netloc:
        url = "//" + netloc + ("/" + url if url and url[:1] != "/" else url)
    return "".join((scheme and scheme + ":", url, query and "?" + query, fragment and "#" + fragment))


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    return urlunsplit((scheme, netloc, f"{url};{params}" if params else url, query, fragment))


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return url or base
    old, new = urlparse(base, "", allow_fragments), urlparse(url, urlsplit(base).scheme, allow_fragments)
    if new.scheme != old.scheme or new.netloc:
        return new.geturl()
    if not new.path and not new.params:
        return old._replace(query=new.query or old.query, fragment=new.fragment).geturl()
    parts = new.path.split("/")
    if not new.path.startswith("/"):
        parts = old.path.split("/")[:-1] + parts
    path = []
    for part in parts:
        if part == "..":
            if len(path) > 1:
                path.pop()
        elif part != ".":
            path.append(part)
    if parts[-1] in (".", ".."):
        path.append("")
    return new._replace(netloc=old.netloc, path="/".join(path) or "/").geturl()


def quote(string, safe="/", encoding=None, errors=None):
    data = string.encode(encoding or "utf-8") if isinstance(string, str) else string
    return "".join(chr(byte) if chr(byte) in _SAFE or chr(byte) in safe else "%%%02X" % byte for byte in data)


def quote_plus(string, safe="", encoding=None, errors=None):
    return quote(string, safe + " ", encoding).replace(" ", "+")


def unquote(string, encoding="utf-8", errors="replace"):
    first, *parts = string.split("%")
    data = bytearray(first.encode())
    for part in parts:
        try:
            data.append(int(part[:2], 16))
            data += part[2:].encode()
        except ValueError:
            data += ("%" + part).encode()
    return bytes(data).decode(encoding, errors)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    def quoted(value):
        return quote_via(value if isinstance(value, (str, bytes)) else str(value), safe)

    pairs = []
    for key, value in query.items() if hasattr(query, "items") else query:
        values = value if doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__iter__") else [value]
        pairs += [quoted(key) + "=" + quoted(one) for one in values]
    return "&".join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", separator="&"):
    pairs = []
    for part in qs.split(separator):
        name, equals, value = part.partition("=")
        if part and strict_parsing and not equals:
            raise ValueError("bad query field: %r" % part)
        if part and (value or keep_blank_values):
            pairs.append((unquote_plus(name), unquote_plus(value)))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", separator="&"):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, separator=separator):
        found.setdefault(name, []).append(value)
    return found
