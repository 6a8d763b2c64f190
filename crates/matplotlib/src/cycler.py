"""Properties that change from line to line, over and over."""


class Cycler:
    def __init__(self, rows):
        self._rows = rows

    @property
    def keys(self):
        return set(self._rows[0]) if self._rows else set()

    def by_key(self):
        return {key: [row[key] for row in self._rows] for key in (self._rows[0] if self._rows else ())}

    def __iter__(self):
        return iter(self._rows)

    def __len__(self):
        return len(self._rows)

    def __call__(self):
        from itertools import cycle

        return cycle(self._rows)

    def __add__(self, other):
        if len(self) != len(other):
            raise ValueError(f"Can only add equal length cycles, not {len(self)} and {len(other)}")
        return Cycler([{**one, **two} for one, two in zip(self, other)])

    def __mul__(self, other):
        if isinstance(other, int):
            return Cycler(self._rows * other)
        return Cycler([{**one, **two} for one in self for two in other])

    def __getitem__(self, key):
        return Cycler(self._rows[key])

    def __repr__(self):
        parts = [f"cycler({key!r}, {values!r})" for key, values in self.by_key().items()]
        return parts[0] if len(parts) == 1 else "(" + " + ".join(parts) + ")"


def cycler(*args, **kwargs):
    """`cycler("color", ["r", "g"])`, or the same with names."""
    if args:
        if len(args) == 1:
            return args[0]
        kwargs = {args[0]: args[1]}
    made = None
    for key, values in kwargs.items():
        each = Cycler([{key: value} for value in values])
        made = each if made is None else made + each
    return made
