"""Text in HTML: escaped, and back."""

import re


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


# What numbers stand for that are no characters: as browsers read them.
_NUMBERED = dict(zip(
    (0, 13, *range(128, 160)),
    "\ufffd\r\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f"
    "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178",
))
_reference = re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def _replaced(match):
    from html.entities import html5

    s = match.group(1)
    if s[0] == "#":
        code = int(s[2:].rstrip(";"), 16) if s[1] in "xX" else int(s[1:].rstrip(";"))
        if code in _NUMBERED:
            return _NUMBERED[code]
        if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
            return "\ufffd"
        if 1 <= code <= 8 or 14 <= code <= 31 or 127 <= code <= 159 or 0xFDD0 <= code <= 0xFDEF or code == 11 or code & 0xFFFE == 0xFFFE:
            return ""
        return chr(code)
    if s in html5:
        return html5[s]
    for size in range(len(s) - 1, 1, -1):
        if s[:size] in html5:
            return html5[s[:size]] + s[size:]
    return "&" + s


def unescape(s):
    return _reference.sub(_replaced, s) if "&" in s else s
