"""Texts in a figure."""

from matplotlib import colors, rcParams
from matplotlib.artist import Artist, settable

_SIZES = {
    "xx-small": 0.579,
    "x-small": 0.694,
    "small": 0.833,
    "medium": 1.0,
    "large": 1.2,
    "x-large": 1.44,
    "xx-large": 1.728,
    "larger": 1.2,
    "smaller": 0.833,
}

# How wide the letters of DejaVu Sans are, in parts of its size.
_NARROW = set("ijl'|.,:;!I ()[]{}ft")
_WIDE = set("mwMW@%")


def points_of(size):
    """A size of letters in points: 12, or `large`."""
    if isinstance(size, str):
        return _SIZES[size] * rcParams["font.size"]
    return float(size)


def width_of(text, size):
    """About how wide a text is, in points."""
    return max(map(_line_width, text.split("\n")), default=0) * size


def _line_width(line):
    return sum(0.35 if c in _NARROW else 0.93 if c in _WIDE else 0.69 if c.isupper() else 0.6 for c in line)


def size_of(text, size, rotation):
    """About how wide and how high a text is, in points, when it is turned."""
    width, height = width_of(text, size), 1.2 * size * (text.count("\n") + 1)
    import math

    turn = math.radians(rotation)
    cos, sin = abs(math.cos(turn)), abs(math.sin(turn))
    return width * cos + height * sin, width * sin + height * cos


_GREEK = {
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "epsilon": "ε",
    "theta": "θ",
    "lambda": "λ",
    "mu": "μ",
    "pi": "π",
    "rho": "ρ",
    "sigma": "σ",
    "tau": "τ",
    "phi": "φ",
    "omega": "ω",
    "Delta": "Δ",
    "Sigma": "Σ",
    "Omega": "Ω",
    "times": "×",
    "cdot": "·",
    "circ": "°",
    "pm": "±",
    "leq": "≤",
    "geq": "≥",
    "infty": "∞",
}


def plain_text(text):
    """A text with what stands between dollars, in the way of TeX, as letters."""
    parts = text.split("$")
    if len(parts) < 3 or len(parts) % 2 == 0:
        return text.replace("\\$", "$")
    for at in range(1, len(parts), 2):
        part = parts[at]
        for name, letter in _GREEK.items():
            part = part.replace("\\" + name, letter)
        parts[at] = part.replace("^2", "²").replace("^3", "³").translate({ord(c): None for c in "{}^_\\"})
    return "".join(parts)


@settable("family", "weight", "style", "horizontalalignment", "verticalalignment", "bbox", "wrap", "linespacing")
class Text(Artist):
    zorder = 3
    _family = _bbox = _wrap = _linespacing = None
    _weight = _style = "normal"
    _horizontalalignment = "left"
    _verticalalignment = "baseline"
    _rotation = 0.0
    _rotation_mode = "default"
    _transform = None

    def __init__(self, x=0, y=0, text="", **kwargs):
        super().__init__()
        self._x = x
        self._y = y
        self._text = ""
        self._color = rcParams["text.color"]
        self._size = rcParams["font.size"]
        self.set_text(text)
        self.set(**kwargs)

    def __repr__(self):
        return f"Text({self._x}, {self._y}, {self._text!r})"

    __str__ = __repr__

    def get_text(self):
        return self._text

    def set_text(self, s):
        self._text = "" if s is None else str(s)
        self.changed()

    def get_color(self):
        return self._color

    def set_color(self, color):
        colors.check("color", color)
        self._color = color
        self.changed()

    def get_size(self):
        return points_of(self._size)

    def set_size(self, fontsize):
        points_of(fontsize)
        self._size = fontsize
        self.changed()

    get_fontsize = get_size
    set_fontsize = set_size

    def get_rotation(self):
        return self._rotation

    def set_rotation(self, s):
        self._rotation = {"vertical": 90.0, "horizontal": 0.0, None: 0.0}.get(s, s) % 360
        self.changed()

    def set_rotation_mode(self, m):
        self._rotation_mode = m

    def get_position(self):
        return self._x, self._y

    def set_position(self, xy):
        self._x, self._y = xy
        self.changed()

    def set_x(self, x):
        self._x = x
        self.changed()

    def set_y(self, y):
        self._y = y
        self.changed()

    def set_background(self, color):
        self._bbox = {"facecolor": color, "edgecolor": color}

    def set_fontdict(self, fontdict):
        if fontdict:
            self.set(**fontdict)

    def set_pad(self, pad):
        self._pad = pad

    def set_fontproperties(self, fp):
        pass

    def set_labelpad(self, pad):
        pass


class Annotation(Text):
    """A text that says something of a point, with an arrow to it."""

    def __init__(self, text, xy, xytext=None, xycoords="data", textcoords=None, arrowprops=None, **kwargs):
        self.xy = xy
        self.xycoords = xycoords
        self.textcoords = xycoords if textcoords is None else textcoords
        self.arrowprops = arrowprops
        super().__init__(*(xy if xytext is None else xytext), text, **kwargs)
