"""Indenting, and breaking texts into lines."""

import re as _re


def dedent(text):
    lines = text.split("\n")
    margin = None
    for at, line in enumerate(lines):
        rest = line.lstrip(" \t")
        if not rest:
            lines[at] = ""
            continue
        indent = line[:len(line) - len(rest)]
        if margin is None:
            margin = indent
        else:
            same = 0
            while same < len(margin) and same < len(indent) and margin[same] == indent[same]:
                same += 1
            margin = margin[:same]
    size = len(margin or "")
    return "\n".join(line[size:] for line in lines)


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))


def _chunks(text, break_on_hyphens):
    pattern = r"(\s+|(?:[^\s-]*\w-(?=\w))|\S+?(?=\s|$)|-{2,})" if break_on_hyphens else r"(\s+)"
    return [chunk for chunk in _re.split(pattern, text) if chunk]


def wrap(text, width=70, *, initial_indent="", subsequent_indent="", break_long_words=True,
         break_on_hyphens=True, drop_whitespace=True, max_lines=None, placeholder=" [...]"):
    if width <= 0:
        raise ValueError(f"invalid width {width!r} (must be > 0)")
    if max_lines is not None:
        indent = subsequent_indent if max_lines > 1 else initial_indent
        if len(indent) + len(placeholder.lstrip()) > width:
            raise ValueError("placeholder too large for max width")
    text = "".join(" " if c in "\t\n\v\f\r " else c for c in text.expandtabs())
    chunks = _chunks(text, break_on_hyphens)
    chunks.reverse()
    lines = []
    while chunks:
        prefix = subsequent_indent if lines else initial_indent
        room = width - len(prefix)
        line, length = [], 0
        if drop_whitespace and not chunks[-1].strip() and lines:
            chunks.pop()
        while chunks and length + len(chunks[-1]) <= room:
            length += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > room:
            space = max(room - length, 1)
            if break_long_words:
                chunk = chunks.pop()
                line.append(chunk[:space])
                chunks.append(chunk[space:])
            elif not line:
                line.append(chunks.pop())
            length = sum(map(len, line))
        if drop_whitespace and line and not line[-1].strip():
            length -= len(line.pop())
        if line:
            last = max_lines is None or len(lines) + 1 < max_lines
            more = [chunk for chunk in chunks if chunk.strip()]
            if last or not more and length <= room:
                lines.append(prefix + "".join(line))
                continue
            while line:
                if line[-1].strip() and length + len(placeholder) <= room:
                    line.append(placeholder)
                    lines.append(prefix + "".join(line))
                    break
                length -= len(line.pop())
            else:
                if lines and len(lines[-1].rstrip()) + len(placeholder) <= width:
                    lines[-1] = lines[-1].rstrip() + placeholder
                else:
                    lines.append(prefix + placeholder.lstrip())
            break
    return lines


def fill(text, width=70, **kwargs):
    return "\n".join(wrap(text, width, **kwargs))


def shorten(text, width, **kwargs):
    return fill(" ".join(text.strip().split()), width, max_lines=1, **kwargs)
