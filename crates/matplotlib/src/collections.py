"""Many shapes that are drawn as one."""

from matplotlib import colors, rcParams
from matplotlib.artist import Artist, settable
from matplotlib.lines import dashes


@settable("linewidth", "linestyle", "hatch", "cmap", "norm")
class Collection(Artist):
    zorder = 1
    _hatch = _cmap = _norm = None
    _transform = None

    def __init__(self, facecolors=(), edgecolors=(), linewidth=1.0, linestyle="-", **kwargs):
        super().__init__()
        self._facecolors = _list_of(facecolors)
        self._edgecolors = _list_of(edgecolors)
        self._linewidth = linewidth
        self._linestyle = linestyle
        self.set(**kwargs)

    def set_color(self, c):
        self.set_facecolor(c)
        self.set_edgecolor(c)

    def set_facecolor(self, c):
        self._facecolors = _list_of(c)
        self.changed()

    def set_edgecolor(self, c):
        self._edgecolors = _list_of(c)
        self.changed()

    def get_facecolor(self):
        return colors.to_rgba_array(self._facecolors, self._alpha)

    def get_edgecolor(self):
        return colors.to_rgba_array(self._edgecolors, self._alpha)

    get_facecolors = get_facecolor
    get_edgecolors = get_edgecolor

    def get_clim(self):
        return (None, None) if self._norm is None else (self._norm.vmin, self._norm.vmax)

    def set_clim(self, vmin=None, vmax=None):
        if vmax is None and hasattr(vmin, "__iter__"):
            vmin, vmax = vmin
        self._norm = self._norm or colors.Normalize()
        for name, end in (("vmin", vmin), ("vmax", vmax)):
            if end is not None and end != getattr(self._norm, name):
                setattr(self._norm, name, colors.plain_end(end))
        self.changed()

    def dash_text(self):
        style, width = self._linestyle, self._linewidth
        return dashes(style, width if isinstance(width, (int, float)) else 1)


def _list_of(c):
    if c is None or (isinstance(c, str) and c == "none"):
        return []
    if isinstance(c, str) or (isinstance(c, tuple) and colors.is_color_like(c)):
        colors.check("color", c)
        return [c]
    return list(c)


class PathCollection(Collection):
    """The marks of a scatter plot."""

    def __init__(self, offsets, sizes, marker="o", **kwargs):
        self._offsets = offsets
        self._sizes = sizes
        self._marker = marker
        self._array = None
        super().__init__(**kwargs)

    def get_offsets(self):
        import numpy as np

        return np.ma.array(self._offsets) if hasattr(np, "ma") else np.array(self._offsets)

    def set_offsets(self, offsets):
        offsets = offsets.tolist() if hasattr(offsets, "tolist") else offsets
        self._offsets = [(float(x), float(y)) for x, y in offsets]
        self.changed()

    def get_sizes(self):
        import numpy as np

        return np.array(self._sizes)

    def set_sizes(self, sizes, dpi=72.0):
        self._sizes = [float(size) for size in sizes]
        self.changed()

    def get_array(self):
        return self._array

    def set_array(self, A):
        self._array = A
        self.changed()

    def points(self):
        return self._offsets

    def fills(self):
        """The colour of each mark, over and over."""
        if self._array is None:
            return self._facecolors
        from matplotlib.cm import get_cmap

        norm = self._norm or colors.Normalize()
        values = [float(value) for value in self._array]
        norm.autoscale_None(values)
        cmap = get_cmap(self._cmap)
        return [cmap(norm(value)) for value in values]

    def table(self):
        x, y = self.axes.xaxis, self.axes.yaxis
        rows = [(x.text_of(one), y.text_of(other)) for one, other in self._offsets]
        return self._label, (x.name_of_column("x"), y.name_of_column("y")), rows


class PolyCollection(Collection):
    def __init__(self, verts, **kwargs):
        self.outlines = verts
        kwargs.setdefault("linewidth", rcParams["patch.linewidth"])
        super().__init__(**kwargs)


class FillBetweenPolyCollection(PolyCollection):
    """The area between two lines."""

    rows = ()

    def table(self):
        x, y = self.axes.xaxis, self.axes.yaxis
        rows = [(x.text_of(at), y.text_of(low), y.text_of(high)) for at, low, high in self.rows]
        return self._label, (x.name_of_column("x"), "from", "to"), rows


class LineCollection(Collection):
    def __init__(self, segments, **kwargs):
        self.segments = segments
        kwargs.setdefault("linewidth", rcParams["lines.linewidth"])
        super().__init__(**kwargs)
