"""`repr` with limits: long values are cut."""

import builtins as _builtins
from functools import wraps as _wraps
from itertools import islice as _islice

__all__ = ["Repr", "repr", "recursive_repr"]


def recursive_repr(fillvalue="..."):
    def decorate(function):
        running = set()

        @_wraps(function)
        def wrapper(self):
            key = id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)

        return wrapper

    return decorate


class Repr:
    def __init__(self):
        self.fillvalue = "..."
        self.maxlevel = 6
        self.maxtuple = self.maxlist = self.maxset = self.maxfrozenset = self.maxdeque = 6
        self.maxarray = 5
        self.maxdict = 4
        self.maxstring = self.maxother = 30
        self.maxlong = 40

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        name = "_".join(type(x).__name__.split())
        return getattr(self, f"repr_{name}", self.repr_instance)(x, level)

    def _items(self, items, left, right, most, level, size, trail=""):
        if level <= 0 and size:
            text = self.fillvalue
        else:
            texts = [self.repr1(item, level - 1) for item in _islice(items, most)]
            if size > most:
                texts.append(self.fillvalue)
            text = ", ".join(texts)
            if size == 1 and trail:
                right = trail + right
        return left + text + right

    def repr_tuple(self, x, level):
        return self._items(x, "(", ")", self.maxtuple, level, len(x), ",")

    def repr_list(self, x, level):
        return self._items(x, "[", "]", self.maxlist, level, len(x))

    def repr_array(self, x, level):
        if not x:
            return "array('%s')" % x.typecode
        return self._items(x, "array('%s', [" % x.typecode, "])", self.maxarray, level, len(x))

    def repr_set(self, x, level):
        return self._items(_sorted(x), "{", "}", self.maxset, level, len(x)) if x else "set()"

    def repr_frozenset(self, x, level):
        if not x:
            return "frozenset()"
        return self._items(_sorted(x), "frozenset({", "})", self.maxfrozenset, level, len(x))

    def repr_deque(self, x, level):
        return self._items(x, "deque([", "])", self.maxdeque, level, len(x))

    def repr_dict(self, x, level):
        if not x:
            return "{}"
        if level <= 0:
            return "{" + self.fillvalue + "}"
        texts = []
        for key in _islice(_sorted(x), self.maxdict):
            texts.append(f"{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}")
        if len(x) > self.maxdict:
            texts.append(self.fillvalue)
        return "{" + ", ".join(texts) + "}"

    def _cut(self, text, most):
        if len(text) <= most:
            return text
        before, after = _parts(most)
        return text[:before] + self.fillvalue + text[len(text) - after :]

    def repr_str(self, x, level):
        most = self.maxstring
        text = _builtins.repr(x[:most])
        if len(text) <= most:
            return text
        before, after = _parts(most)
        text = _builtins.repr(x[:before] + x[len(x) - after :])
        return text[:before] + self.fillvalue + text[len(text) - after :]

    def repr_int(self, x, level):
        return self._cut(_builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = _builtins.repr(x)
        except Exception:
            return "<%s instance at %#x>" % (x.__class__.__name__, id(x))
        return self._cut(text, self.maxother)


def _parts(most):
    """How much of the beginning and of the end a cut text of so many characters shows."""
    before = max(0, (most - 3) // 2)
    return before, max(0, most - 3 - before)


def _sorted(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)


aRepr = Repr()
repr = aRepr.repr
