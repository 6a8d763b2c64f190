"""Lines, and the marks at their points."""

from matplotlib import colors, rcParams
from matplotlib.artist import Artist, settable

_STYLES = {
    "-": "",
    "--": "5.55 2.4",
    "-.": "9.6 2.4 1.5 2.4",
    ":": "1.5 2.475",
    "solid": "",
    "dashed": "5.55 2.4",
    "dashdot": "9.6 2.4 1.5 2.4",
    "dotted": "1.5 2.475",
}
_NAMES = {"solid": "-", "dashed": "--", "dashdot": "-.", "dotted": ":"}
NO_LINE = ("None", "none", "", " ", None)
MARKERS = ".,ov^<>12348spP*hH+xXDd|_"


def check_style(style):
    """A style of line as it is kept."""
    if isinstance(style, tuple) or style in NO_LINE or style in _STYLES:
        return style
    raise ValueError(f"{style!r} is not a valid value for ls.")


def dashes(style, width):
    """The lengths of dashes and gaps for a line of a width, as SVG writes them."""
    if isinstance(style, tuple):
        lengths = style[1] or ()
    else:
        lengths = map(float, _STYLES.get(style, "").split())
        width = width / 1.5
    return " ".join(f"{length * max(width, 0.2):.3g}" for length in lengths)


def split_format(fmt):
    """Line, mark and colour of a format such as `r--o`."""
    try:
        colors.to_rgba(fmt)
        if fmt not in ("0", "1", "2", "3", "4", "8"):
            return None, None, fmt
    except ValueError:
        pass
    if fmt in NO_LINE:
        return None, None, None
    line = mark = color = None
    at = 0
    while at < len(fmt):
        char, pair = fmt[at], fmt[at : at + 2]
        if pair in ("--", "-."):
            line, at = _once(line, pair, "linestyle", fmt), at + 2
        elif char in "-: ":
            line, at = _once(line, char, "linestyle", fmt), at + 1
        elif char in MARKERS:
            mark, at = _once(mark, char, "marker", fmt), at + 1
        elif char in colors.BASE_COLORS:
            color, at = _once(color, char, "color", fmt), at + 1
        elif char == "C" and fmt[at + 1 : at + 2].isdigit():
            color, at = _once(color, pair, "color", fmt), at + 2
        else:
            raise ValueError(f"{fmt!r} is not a valid format string (unrecognized character {char!r})")
    if line is None and mark is not None:
        line = "None"
    return line, mark, color


def _once(before, now, what, fmt):
    if before is not None:
        raise ValueError(f"{fmt!r} is not a valid format string (two {what} symbols)")
    return now


@settable(
    "linewidth",
    "markersize",
    "markerfacecolor",
    "markeredgecolor",
    "markeredgewidth",
    "drawstyle",
    "markevery",
    "fillstyle",
    "solid_capstyle",
    "dash_capstyle",
)
class Line2D(Artist):
    zorder = 2
    _linestyle = "-"
    _marker = "None"
    _markerfacecolor = _markeredgecolor = "auto"
    _drawstyle = "default"
    _markevery = _fillstyle = _solid_capstyle = _dash_capstyle = None
    _transform = None

    def __init__(self, xdata, ydata, **kwargs):
        super().__init__()
        self._linewidth = rcParams["lines.linewidth"]
        self._linestyle = rcParams["lines.linestyle"]
        self._markersize = rcParams["lines.markersize"]
        self._markeredgewidth = rcParams["lines.markeredgewidth"]
        self._color = rcParams["lines.color"]
        self.set_data(xdata, ydata)
        self.set(**kwargs)

    def __str__(self):
        if self._label != "":
            return f"Line2D({self._label})"
        return "Line2D()"

    def set_data(self, *args):
        x, y = args[0] if len(args) == 1 else args
        self.set_xdata(x)
        self.set_ydata(y)

    def set_xdata(self, x):
        if not hasattr(x, "__len__"):
            raise RuntimeError("x must be a sequence")
        self._x = x
        self.changed()

    def set_ydata(self, y):
        if not hasattr(y, "__len__"):
            raise RuntimeError("y must be a sequence")
        self._y = y
        self.changed()

    def get_data(self, orig=True):
        return self.get_xdata(orig), self.get_ydata(orig)

    def get_xdata(self, orig=True):
        return self._x if orig else self._numbers(self._x, 0)

    def get_ydata(self, orig=True):
        return self._y if orig else self._numbers(self._y, 1)

    def get_xydata(self):
        import numpy as np

        return np.column_stack([self.get_xdata(False), self.get_ydata(False)])

    def _numbers(self, values, which):
        import numpy as np

        axis = (self.axes.xaxis, self.axes.yaxis)[which]
        return np.array(axis.numbers(values), dtype=float)

    def get_color(self):
        return self._color

    def set_color(self, color):
        colors.check("color", color)
        self._color = color
        self.changed()

    def get_linestyle(self):
        return self._linestyle

    def set_linestyle(self, ls):
        ls = check_style(ls)
        self._linestyle = "None" if ls in NO_LINE else _NAMES.get(ls, ls) if isinstance(ls, str) else "--"
        self._dashes = ls if isinstance(ls, tuple) else None
        self.changed()

    def set_dashes(self, seq):
        self.set_linestyle((0, tuple(seq)))

    def get_marker(self):
        return self._marker

    def set_marker(self, marker):
        if marker not in NO_LINE and (not isinstance(marker, str) or marker not in MARKERS) and marker not in range(12):
            raise ValueError(f"Unrecognized marker style {marker!r}")
        self._marker = marker
        self.changed()

    def points(self):
        """Its points in the data of its axes."""
        xs, ys = self.axes.xaxis.numbers(self._x), self.axes.yaxis.numbers(self._y)
        return list(zip(xs, ys))

    def dash_text(self):
        return dashes(getattr(self, "_dashes", None) or self._linestyle, self._linewidth)

    def table(self):
        if self._transform is not None:
            return None
        x, y = self.axes.xaxis, self.axes.yaxis
        rows = [(x.text_of(one), y.text_of(other)) for one, other in self.points()]
        return self._label, (x.name_of_column("x"), y.name_of_column("y")), rows


Line2D.set_c, Line2D.get_c = Line2D.set_color, Line2D.get_color
Line2D.set_ls, Line2D.get_ls = Line2D.set_linestyle, Line2D.get_linestyle
