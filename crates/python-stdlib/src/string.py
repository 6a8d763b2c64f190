"""Constants and templates of texts."""

import re as _re

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
    """A text with names to fill in: `$name` or `${name}`."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"

    def __init__(self, template):
        self.template = template

    def _pattern(self):
        mark = _re.escape(self.delimiter)
        name = self.idpattern
        return _re.compile(
            f"{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|{{(?P<braced>{name})}}|(?P<invalid>))",
            _re.IGNORECASE,
        )

    def _filled(self, args, kws, safe):
        mapping = dict(args[0], **kws) if args else kws

        def value(match):
            name = match.group("named") or match.group("braced")
            if name is not None:
                if safe and name not in mapping:
                    return match.group()
                return str(mapping[name])
            if match.group("escaped") is not None or safe:
                return self.delimiter
            at = match.start("invalid")
            lines = self.template[:at].splitlines(keepends=True)
            if not lines:
                column, line = 1, 1
            else:
                column, line = at - len("".join(lines[:-1])), len(lines)
            raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

        return self._pattern().sub(value, self.template)

    def substitute(self, /, *args, **kws):
        return self._filled(args, kws, False)

    def safe_substitute(self, /, *args, **kws):
        return self._filled(args, kws, True)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
