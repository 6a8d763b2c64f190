"""The scale beside a plot that says which number has which colour."""

from matplotlib import colors
from matplotlib.image import QuadMesh

_STEPS = 64
_ASPECT = 20


class Colorbar:
    def __init__(self, ax, mappable, *, label="", orientation="vertical", ticks=None, format=None, **kwargs):
        self.ax, self.mappable, self.orientation = ax, mappable, orientation
        upright = orientation == "vertical"
        self._axis = ax.yaxis if upright else ax.xaxis
        (ax.xaxis if upright else ax.yaxis).set_visible(False)
        if upright:
            ax.yaxis.style["at_end"] = True
        self.update_normal()
        if label:
            self.set_label(label)
        if ticks is not None:
            self.set_ticks(ticks)
        if format is not None:
            self._axis.set_major_formatter(format)

    def update_normal(self, mappable=None):
        mappable = mappable or self.mappable
        low, high = _range_of(mappable)
        edges = [low + (high - low) * at / _STEPS for at in range(_STEPS + 1)]
        middles = [(a + b) / 2 for a, b in zip(edges, edges[1:])]
        upright = self.orientation == "vertical"
        grid = [[value] for value in middles] if upright else [middles]
        across, along = ([0, 1], edges) if upright else (edges, [0, 1])
        norm = mappable._norm or colors.Normalize(low, high)
        self._scale = QuadMesh(across, along, grid, mappable._cmap, norm)
        self._scale.table = lambda: None
        self.ax._children = []
        self.ax._add(self._scale)
        self.ax.set_xlim(across[0], across[-1])
        self.ax.set_ylim(along[0], along[-1])

    def set_label(self, label, *, loc=None, **kwargs):
        name = self._axis.axis_name
        self.ax._set_label(name, label, None, kwargs)

    def set_ticks(self, ticks, *, labels=None, minor=False, **kwargs):
        self._axis.set_ticks(ticks, labels, **kwargs)

    def set_ticklabels(self, ticklabels, *, minor=False, **kwargs):
        self._axis.set_ticklabels(ticklabels, **kwargs)

    def get_ticks(self, minor=False):
        return self._axis.get_ticklocs()

    def remove(self):
        self.ax.remove()


def _range_of(mappable):
    norm = mappable._norm or colors.Normalize()
    values = mappable._array
    if values is not None:
        norm.autoscale_None([float(value) for value in getattr(values, "ravel", lambda: values)()])
    low, high = (0.0 if norm.vmin is None else norm.vmin), (1.0 if norm.vmax is None else norm.vmax)
    return (low, high) if low != high else (low - 0.1, high + 0.1)


def room_beside(figure, ax, orientation, fraction, pad, shrink):
    """Takes from an axes the part of its place that the scale is drawn in, and gives that part."""
    left, bottom, width, height = ax._box()
    if orientation == "vertical":
        pad = 0.05 if pad is None else pad
        ax._given_box = (left, bottom, width * (1 - fraction - pad), height)
        long = height * shrink
        thick = min(width * fraction, long * figure._size[1] / _ASPECT / figure._size[0])
        return left + width * (1 - fraction), bottom + (height - long) / 2, thick, long
    pad = 0.15 if pad is None else pad
    ax._given_box = (left, bottom + height * (fraction + pad), width, height * (1 - fraction - pad))
    long = width * shrink
    thick = min(height * fraction, long * figure._size[0] / _ASPECT / figure._size[1])
    return left + (width - long) / 2, bottom + height * fraction - thick, long, thick
