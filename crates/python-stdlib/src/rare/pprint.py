"""Containers over several lines."""



def _sorted(values):
    try:
        return sorted(values)
    except TypeError:
        return sorted(values, key=lambda value: (str(type(value)), repr(value)))


class _Printer:
    def __init__(self, indent, width, depth, compact, sort_dicts, underscore_numbers):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self.indent = indent
        self.width = width
        self.depth = depth
        self.compact = compact
        self.sort_dicts = sort_dicts
        self.underscore_numbers = underscore_numbers

    def text(self, value, level=0):
        """All on one line."""
        if type(value) is int and self.underscore_numbers:
            return f"{value:_d}"
        if isinstance(value, dict) and type(value).__repr__ is dict.__repr__:
            if not value:
                return "{}"
            if self.depth is not None and level >= self.depth:
                return "{...}"
            items = value.items()
            if self.sort_dicts:
                items = self._sorted_items(value)
            return "{" + ", ".join(f"{self.text(k, level + 1)}: {self.text(v, level + 1)}" for k, v in items) + "}"
        if isinstance(value, (list, tuple)) and type(value).__repr__ in (list.__repr__, tuple.__repr__):
            marks = "[]" if isinstance(value, list) else "()"
            if not value:
                return marks
            if self.depth is not None and level >= self.depth:
                return marks[0] + "..." + marks[1]
            inner = ", ".join(self.text(item, level + 1) for item in value)
            if isinstance(value, tuple) and len(value) == 1:
                inner += ","
            return marks[0] + inner + marks[1]
        return repr(value)

    def _sorted_items(self, value):
        keys = _sorted(value)
        return [(key, value[key]) for key in keys]

    def lines(self, value, column, allowance, level):
        text = self.text(value, level)
        if len(text) <= self.width - column - allowance or (self.depth is not None and level >= self.depth):
            return text
        kind = type(value)
        if isinstance(value, dict) and kind.__repr__ is dict.__repr__ and value:
            items = self._sorted_items(value) if self.sort_dicts else list(value.items())
            return "{" + " " * (self.indent - 1) + self._dict_items(items, column, allowance + 1, level + 1) + "}"
        if isinstance(value, list) and kind.__repr__ is list.__repr__ and value:
            return "[" + self._items(value, column, allowance + 1, level + 1) + "]"
        if isinstance(value, tuple) and kind.__repr__ is tuple.__repr__ and value:
            end = ",)" if len(value) == 1 else ")"
            return "(" + self._items(value, column, allowance + len(end), level + 1) + end
        if isinstance(value, (set, frozenset)) and kind in (set, frozenset) and value:
            start, end = ("{", "}") if kind is set else ("frozenset({", "})")
            inner = self._items(_sorted(value), column + len(start) - 1, allowance + len(end), level + 1)
            return start + inner + end
        if isinstance(value, str) and kind is str:
            return self._string(value, column, allowance, level)
        return text

    def _items(self, items, column, allowance, level):
        column += self.indent
        items = list(items)
        gap = ",\n" + " " * column
        out, room, width = [], 0, 0
        start = " " * (self.indent - 1)
        if not self.compact:
            shown = []
            for at, item in enumerate(items):
                last = at + 1 == len(items)
                shown.append(self.lines(item, column, allowance if last else 1, level))
            return start + gap.join(shown)
        text, free = start, 0
        limit = free = self.width - column + 1
        delimiter = ""
        for at, item in enumerate(items):
            last = at + 1 == len(items)
            if last:
                limit -= allowance
                free -= allowance
            shown = self.text(item, level)
            size = len(shown) + 2
            if free < size:
                free = limit
                if delimiter:
                    delimiter = gap
            if free >= size:
                free -= size
                text += delimiter + shown
                delimiter = ", "
                continue
            text += delimiter + self.lines(item, column, allowance if last else 1, level)
            delimiter = gap
        return text

    def _dict_items(self, items, column, allowance, level):
        column += self.indent
        shown = []
        for at, (key, value) in enumerate(items):
            last = at + 1 == len(items)
            name = self.text(key, level)
            inner = self.lines(value, column + len(name) + 2, allowance if last else 1, level)
            shown.append(f"{name}: {inner}")
        return (",\n" + " " * column).join(shown)

    def _string(self, value, column, allowance, level):
        if not value:
            return repr(value)
        lines = value.splitlines(True)
        if level == 0:
            column += 1
            allowance += 1
        limit = room = self.width - column
        chunks = []
        for at, line in enumerate(lines):
            last = at + 1 == len(lines)
            if last:
                room -= allowance
            shown = repr(line)
            if len(shown) <= room:
                chunks.append(shown)
                continue
            words, current = _words(line), ""
            for place, word in enumerate(words):
                candidate = current + word
                width = room if place + 1 == len(words) and last else limit
                if len(repr(candidate)) > width:
                    if current:
                        chunks.append(repr(current))
                    current = word
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return chunks[0]
        text = ("\n" + " " * column).join(chunks)
        return f"({text})" if level == 0 else text


def _words(line):
    words, word = [], ""
    for c in line:
        if word and word[-1].isspace() and not c.isspace():
            words.append(word)
            word = ""
        word += c
    if word:
        words.append(word)
    return words


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    printer = _Printer(indent, width, depth, compact, sort_dicts, underscore_numbers)
    return printer.lines(object, 0, 0, 0)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    text = pformat(object, indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers)
    if stream is None:
        print(text)
    else:
        stream.write(text + "\n")


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        self.stream = stream
        self.printer = _Printer(indent, width, depth, compact, sort_dicts, underscore_numbers)

    def pformat(self, object):
        return self.printer.lines(object, 0, 0, 0)

    def pprint(self, object):
        text = self.pformat(object)
        if self.stream is None:
            print(text)
        else:
            self.stream.write(text + "\n")
