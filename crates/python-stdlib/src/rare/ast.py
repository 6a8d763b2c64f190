"""`literal_eval`; the tree of a program is not here."""

_NAMES = {"None": None, "True": True, "False": False}


class _Reader:
    """Reads a literal of Python. Numbers and texts are left to the compiler."""

    def __init__(self, text):
        self.text = text
        self.at = 0
        # The bracket that was opened last.
        self.open = ""

    def malformed(self):
        raise ValueError(f"malformed node or string on line 1: {self.text.strip()!r}")

    def invalid(self):
        message = f"{self.open!r} was never closed" if self.open and self.at >= len(self.text) else "invalid syntax"
        raise SyntaxError(message + " (<unknown>, line 1)")

    def skip(self):
        while self.at < len(self.text):
            letter = self.text[self.at]
            if letter == "#":
                while self.at < len(self.text) and self.text[self.at] != "\n":
                    self.at += 1
            elif letter in " \t\r\n\f":
                self.at += 1
            else:
                return letter
        return ""

    def value(self):
        """A literal, and what is added to a number: `1+2j`."""
        result = self.simple()
        while self.skip() in ("+", "-") and self.skip():
            sign = self.text[self.at]
            self.at += 1
            other = self.simple()
            if type(other) is not complex or type(result) not in (int, float):
                self.malformed()
            result = result + other if sign == "+" else result - other
        return result

    def simple(self):
        letter = self.skip()
        if letter in ("+", "-"):
            self.at += 1
            number = self.simple()
            if type(number) not in (int, float, complex):
                self.malformed()
            return -number if letter == "-" else number
        if letter == "(":
            items, trailing = self.items(")")
            return items[0] if len(items) == 1 and not trailing else tuple(items)
        if letter == "[":
            return self.items("]")[0]
        if letter == "{":
            return self.braces()
        if letter and (letter in "'\""):
            return self.texts()
        if letter.isdigit() or letter == ".":
            return self.number()
        if letter.isalpha() or letter == "_":
            return self.name()
        self.invalid()

    def items(self, end):
        self.open = self.text[self.at]
        self.at += 1
        found, trailing = [], False
        while True:
            letter = self.skip()
            if letter == end:
                self.at += 1
                return found, trailing
            if not letter:
                self.invalid()
            if found and not trailing:
                self.invalid()
            found.append(self.value())
            trailing = self.skip() == ","
            if trailing:
                self.at += 1

    def braces(self):
        self.open = "{"
        self.at += 1
        pairs, members = {}, []
        while True:
            letter = self.skip()
            if letter == "}":
                self.at += 1
                return set(members) if members else pairs
            key = self.value()
            if self.skip() == ":":
                self.at += 1
                pairs[key] = self.value()
            else:
                members.append(key)
            if self.skip() == ",":
                self.at += 1
            elif self.skip() != "}":
                self.invalid()

    def texts(self):
        parts = []
        while True:
            start = self.at
            while self.at < len(self.text) and (self.text[self.at].isalpha()):
                self.at += 1
            quote = self.text[self.at:self.at + 3]
            if quote not in ("'''", '"""'):
                quote = quote[:1]
            self.at += len(quote)
            while not self.text.startswith(quote, self.at):
                if self.at >= len(self.text):
                    raise SyntaxError("unterminated string literal (detected at line 1) (<unknown>, line 1)")
                self.at += 2 if self.text[self.at] == "\\" else 1
            self.at += len(quote)
            parts.append(self.text[start:self.at])
            letter = self.skip()
            if letter not in ("'", '"') or not letter:
                break
        return eval(" ".join(parts), {})

    def number(self):
        start = self.at
        while self.at < len(self.text):
            letter = self.text[self.at]
            before = self.text[self.at - 1] if self.at > start else ""
            is_hex = self.text[start:start + 2] in ("0x", "0X")
            if letter.isalnum() or letter in "._" or letter in "+-" and before in ("e", "E") and not is_hex:
                self.at += 1
            else:
                break
        return eval(self.text[start:self.at], {})

    def name(self):
        start = self.at
        while self.at < len(self.text) and (self.text[self.at].isalnum() or self.text[self.at] == "_"):
            self.at += 1
        name = self.text[start:self.at]
        if self.text[self.at:self.at + 1] in ("'", '"') and name.lower() in ("b", "r", "u", "br", "rb"):
            self.at = start
            return self.texts()
        if name in _NAMES:
            return _NAMES[name]
        if name == "set" and self.text[self.at:].replace(" ", "").startswith("()"):
            self.at = self.text.index(")", self.at) + 1
            return set()
        self.malformed()


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    reader = _Reader(node_or_string.lstrip(" \t"))
    result = reader.value()
    if reader.skip() == ",":
        reader.text = "(" + reader.text + ")"
        reader.at = 0
        result = reader.value()
    if reader.skip():
        reader.malformed() if reader.skip() in "([.+-*/%" else reader.invalid()
    return result


