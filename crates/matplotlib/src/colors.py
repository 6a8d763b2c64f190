"""Colours: what a program may call one, and maps from numbers to colours."""

_CSS4 = """
aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4 black
000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0
chartreuse 7fff00 chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff
darkblue 00008b darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki
bdb76b darkmagenta 8b008b darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon
e9967a darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1
darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick
b22222 floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700
goldenrod daa520 gray 808080 green 008000 greenyellow adff2f grey 808080 honeydew f0fff0 hotpink ff69b4
indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00
lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan e0ffff lightgoldenrodyellow fafad2 lightgray
d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1 lightsalmon ffa07a lightseagreen 20b2aa lightskyblue
87cefa lightslategray 778899 lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00
limegreen 32cd32 linen faf0e6 magenta ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd
mediumorchid ba55d3 mediumpurple 9370db mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a
mediumturquoise 48d1cc mediumvioletred c71585 midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin
ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6 olive 808000 olivedrab 6b8e23 orange ffa500 orangered
ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee palevioletred db7093 papayawhip
ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd powderblue b0e0e6 purple 800080 rebeccapurple 663399
red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen 2e8b57
seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090
snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 thistle d8bfd8 tomato ff6347 turquoise
40e0d0 violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 yellow ffff00 yellowgreen 9acd32
"""

BASE_COLORS = {
    "b": (0, 0, 1),
    "g": (0, 0.5, 0),
    "r": (1, 0, 0),
    "c": (0, 0.75, 0.75),
    "m": (0.75, 0, 0.75),
    "y": (0.75, 0.75, 0),
    "k": (0, 0, 0),
    "w": (1, 1, 1),
}

TABLEAU_COLORS = {
    "tab:blue": "#1f77b4",
    "tab:orange": "#ff7f0e",
    "tab:green": "#2ca02c",
    "tab:red": "#d62728",
    "tab:purple": "#9467bd",
    "tab:brown": "#8c564b",
    "tab:pink": "#e377c2",
    "tab:gray": "#7f7f7f",
    "tab:olive": "#bcbd22",
    "tab:cyan": "#17becf",
}

_words = _CSS4.split()
CSS4_COLORS = {name: "#" + digits for name, digits in zip(_words[::2], _words[1::2])}

_SUPPORTED = (
    "supported inputs are (r, g, b) and (r, g, b, a) 0-1 float tuples; "
    "'#rrggbb', '#rrggbbaa', '#rgb', '#rgba' strings; named color strings; "
    "string reprs of 0-1 floats for grayscale values; 'C0', 'C1', ... strings for colors of the color cycle; "
    "and pairs combining one of the above with an alpha value"
)


def to_rgba(c, alpha=None):
    """The red, green, blue and opacity of a colour, each from 0 to 1."""
    if isinstance(c, tuple) and len(c) == 2 and isinstance(c[1], (int, float)):
        c, alpha = c[0], c[1] if alpha is None else alpha
    rgba = _of_text(c, c) if isinstance(c, str) else _of_numbers(c)
    if alpha is not None:
        if not 0 <= alpha <= 1:
            raise ValueError("'alpha' must be between 0 and 1, inclusive")
        if c != "none":
            rgba = rgba[:3] + (float(alpha),)
    return rgba


def _of_text(c, told):
    if c.lower() == "none":
        return (0.0, 0.0, 0.0, 0.0)
    if c[:1] == "C" and c[1:].isdigit():
        from matplotlib import rcParams

        cycle = rcParams["axes.prop_cycle"].by_key().get("color", ["k"])
        return to_rgba(cycle[int(c[1:]) % len(cycle)])
    if c in BASE_COLORS:
        return tuple(map(float, BASE_COLORS[c])) + (1.0,)
    named = TABLEAU_COLORS.get(c.lower().replace("grey", "gray")) or CSS4_COLORS.get(c.lower())
    digits = named or c
    if digits[:1] == "#" and len(digits) in (4, 5, 7, 9):
        digits = digits[1:]
        pairs = [d * 2 for d in digits] if len(digits) < 6 else [digits[i : i + 2] for i in range(0, len(digits), 2)]
        try:
            parts = tuple(int(pair, 16) / 255 for pair in pairs)
        except ValueError:
            raise ValueError(f"Invalid RGBA argument: {told!r}") from None
        return parts if len(parts) == 4 else parts + (1.0,)
    try:
        gray = float(c)
    except ValueError:
        raise ValueError(f"Invalid RGBA argument: {told!r}") from None
    if not 0 <= gray <= 1:
        raise ValueError(f"Invalid string grayscale value {told!r}. Value must be within 0-1 range")
    return (gray, gray, gray, 1.0)


def _of_numbers(c):
    try:
        parts = tuple(float(part) for part in c)
    except (TypeError, ValueError):
        raise ValueError(f"Invalid RGBA argument: {c!r}") from None
    if len(parts) not in (3, 4):
        raise ValueError("RGBA sequence must have length 3 or 4")
    if any(not 0 <= part <= 1 for part in parts):
        raise ValueError("RGBA values should be within 0-1 range")
    return parts if len(parts) == 4 else parts + (1.0,)


def to_rgb(c):
    return to_rgba(c)[:3]


def to_rgba_array(c, alpha=None):
    import numpy as np

    if isinstance(c, str) or is_color_like(c):
        c = [c]
    return np.array([to_rgba(one, alpha) for one in c], dtype=float)


def to_hex(c, keep_alpha=False):
    rgba = to_rgba(c)
    return "#" + "".join("%02x" % round(part * 255) for part in (rgba if keep_alpha else rgba[:3]))


def is_color_like(c):
    try:
        to_rgba(c)
    except (TypeError, ValueError):
        return False
    return True


def check(name, c):
    """The colour that an argument names; where it names none, the error says what would."""
    try:
        return to_rgba(c)
    except (TypeError, ValueError):
        raise ValueError(f"{c!r} is not a valid value for {name}: {_SUPPORTED}") from None


def plain_end(end):
    """An end of a range of colours as it is kept."""
    return None if end is None else end.item() if hasattr(end, "item") else float(end)


class Normalize:
    """Takes a range of numbers onto the one from 0 to 1."""

    def __init__(self, vmin=None, vmax=None, clip=False):
        self.vmin = plain_end(vmin)
        self.vmax = plain_end(vmax)
        self.clip = clip

    def autoscale_None(self, values):
        finite = [value for value in values if value == value]
        if self.vmin is None and finite:
            self.vmin = min(finite)
        if self.vmax is None and finite:
            self.vmax = max(finite)

    def __call__(self, value, clip=None):
        import numpy as np

        if np.ndim(value):
            values = [float(one) for one in np.ravel(value)]
            self.autoscale_None(values)
            return np.array([self._place(one) for one in values])
        self.autoscale_None([value])
        return self._place(value)

    def _place(self, value):
        if self.vmin is None or self.vmax == self.vmin:
            return 0.0
        place = (value - self.vmin) / (self.vmax - self.vmin)
        return min(max(place, 0.0), 1.0) if self.clip else place


class Colormap:
    """A colour for each number from 0 to 1."""

    def __init__(self, name, N=256):
        self.name = name
        self.N = N

    def __call__(self, X, alpha=None, bytes=False):
        import numpy as np

        if np.ndim(X):
            return np.array([self(one, alpha) for one in np.ravel(X)])
        whole = isinstance(X, (int, np.integer)) and not isinstance(X, bool)
        at = int(X) if whole else -1 if X < 0 else int(min(X * self.N, self.N - 1)) if X == X else 0
        rgba = self._color(min(max(at, 0), self.N - 1))
        rgba = rgba if alpha is None else rgba[:3] + (float(alpha),)
        return tuple(round(part * 255) if bytes else np.float64(part) for part in rgba)

    def reversed(self, name=None):
        return _Reversed(name or self.name + "_r", self)


class ListedColormap(Colormap):
    def __init__(self, colors, name="from_list", N=None):
        super().__init__(name, len(colors) if N is None else N)
        self.colors = colors

    def _color(self, at):
        return to_rgba(self.colors[at % len(self.colors)])


class LinearSegmentedColormap(Colormap):
    @staticmethod
    def from_list(name, colors, N=256, gamma=1.0):
        made = LinearSegmentedColormap(name, N)
        made._stops = [to_rgba(color) for color in colors]
        return made

    def _color(self, at):
        place = at / max(self.N - 1, 1) * (len(self._stops) - 1)
        low = min(int(place), len(self._stops) - 2)
        part = place - low
        pairs = zip(self._stops[low], self._stops[low + 1])
        return tuple(one + (other - one) * part for one, other in pairs)


class _Reversed(Colormap):
    def __init__(self, name, forward):
        super().__init__(name, forward.N)
        self._forward = forward

    def _color(self, at):
        return self._forward._color(self.N - 1 - at)
