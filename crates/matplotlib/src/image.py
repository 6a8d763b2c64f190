"""Grids of cells, each with a colour: what `imshow`, `pcolormesh` and `hist2d` draw."""

from matplotlib import colors, rcParams
from matplotlib.collections import Collection

# A larger grid is drawn from as many of its rows and columns, evenly chosen.
_MOST_CELLS = 100


class Cells(Collection):
    """A grid between edges, with a number or a colour a cell; its first row is the lowest."""

    _array = None

    def __init__(self, columns, rows, values, cmap=None, norm=None, vmin=None, vmax=None, **kwargs):
        super().__init__(**kwargs)
        self._columns, self._rows = columns, rows
        self._cmap, self._norm = cmap, norm or colors.Normalize(vmin, vmax)
        self.set_array(values)

    def set_array(self, A):
        import numpy as np

        self._array = np.asarray(A)
        if self._array.ndim == 2:
            self._norm.autoscale_None(self._array.ravel().tolist())
        self.changed()

    def get_array(self):
        import numpy as np

        return np.ma.array(self._array)

    def autoscale(self):
        self._norm.vmin = self._norm.vmax = None
        self._norm.autoscale_None(self._array.ravel().tolist())
        self.changed()

    def get_cmap(self):
        from matplotlib.cm import get_cmap

        return get_cmap(self._cmap)

    def set_cmap(self, cmap):
        self._cmap = cmap
        self.changed()

    @property
    def norm(self):
        return self._norm

    @property
    def cmap(self):
        return self.get_cmap()

    def points(self):
        return [(x, y) for x in (self._columns[0], self._columns[-1]) for y in (self._rows[0], self._rows[-1])]

    def rectangles(self):
        """Runs of cells of one colour: left, right, bottom, top, colour."""
        values, cmap = self._array.tolist(), self.get_cmap()
        ys, xs = _chosen(len(values)), _chosen(len(values[0]) if values else 0)
        for first, after in zip(ys, ys[1:]):
            run = None
            for left, right in zip(xs, xs[1:]):
                fill = self._fill(values[first][left], cmap)
                if run is not None and run[2] == fill:
                    run[1] = right
                    continue
                if run is not None:
                    yield self._place(run, first, after)
                run = [left, right, fill]
            if run is not None:
                yield self._place(run, first, after)

    def _place(self, run, first, after):
        return self._columns[run[0]], self._columns[run[1]], self._rows[first], self._rows[after], run[2]

    def _fill(self, value, cmap):
        if isinstance(value, list):
            parts = [part / 255 if isinstance(part, int) else float(part) for part in value]
            return colors.to_rgba(tuple(min(max(part, 0.0), 1.0) for part in parts), self._alpha)
        if value != value:
            return 0.0, 0.0, 0.0, 0.0
        rgba = tuple(cmap(float(self._norm(float(value)))))
        return rgba if self._alpha is None else rgba[:3] + (self._alpha,)

    def table(self):
        if self._array.ndim != 2:
            return None
        rows = [(at, *[f"{value:.6g}" for value in row]) for at, row in enumerate(self._array.tolist())]
        return self._label, ("row", *range(self._array.shape[1])), rows


def _chosen(count):
    step = -(-count // _MOST_CELLS) or 1
    return list(range(0, count, step)) + [count]


class AxesImage(Cells):
    """A picture: its rows go down, or up where its origin is below."""

    def __init__(self, extent, origin, values, **kwargs):
        import numpy as np

        values = np.asarray(values)
        self._extent, self.origin = extent, origin
        left, right, bottom, top = extent
        count = values.shape
        columns = [left + (right - left) * at / count[1] for at in range(count[1] + 1)]
        low, high = (bottom, top) if origin == "lower" else (top, bottom)
        rows = [low + (high - low) * at / count[0] for at in range(count[0] + 1)]
        super().__init__(columns, rows, values, **kwargs)

    def __str__(self):
        return "AxesImage(shape=%r)" % (self._array.shape,)

    def get_extent(self):
        return list(self._extent)

    def set_data(self, A):
        self.__init__(self._extent, self.origin, A, cmap=self._cmap, norm=self._norm, alpha=self._alpha, **self._kept())

    def _kept(self):
        return {"label": self._label, "zorder": self.zorder}


class QuadMesh(Cells):
    """Cells whose widths and heights may differ."""


def edges_of(places, count):
    """The edges of so many cells, given as edges or as the middles of the cells."""
    places = [float(place) for place in places]
    if len(places) == count + 1:
        return places
    if len(places) != count:
        raise TypeError(f"Dimensions of C and of its places do not fit: {count} cells, {len(places)} places")
    if count == 1:
        return [places[0] - 0.5, places[0] + 0.5]
    between = [(low + high) / 2 for low, high in zip(places, places[1:])]
    return [2 * places[0] - between[0], *between, 2 * places[-1] - between[-1]]


class Images:
    """What axes draw of grids."""

    def imshow(self, X, cmap=None, norm=None, *, aspect=None, interpolation=None, alpha=None, vmin=None, vmax=None,
               origin=None, extent=None, data=None, **kwargs):
        import numpy as np

        values = np.asarray(X)
        if values.ndim == 3 and values.shape[2] == 1:
            values = values[:, :, 0]
        if values.ndim not in (2, 3):
            raise TypeError(f"Invalid shape {values.shape} for image data")
        if values.dtype.kind == "b":
            values = values.astype(float)
        origin = origin or rcParams["image.origin"]
        if extent is None:
            rows, columns = values.shape[:2]
            extent = (-0.5, columns - 0.5, -0.5, rows - 0.5) if origin == "lower" else (-0.5, columns - 0.5, rows - 0.5, -0.5)
        image = AxesImage(tuple(extent), origin, values, cmap=cmap, norm=norm, vmin=vmin, vmax=vmax, alpha=alpha)
        self.set_aspect(aspect or "equal")
        self._add_cells(image, kwargs)
        self.set_xlim(extent[0], extent[1])
        self.set_ylim(extent[2], extent[3])
        return image

    def matshow(self, Z, **kwargs):
        image = self.imshow(Z, **{"origin": "upper", **kwargs})
        self.xaxis.style["at_end"] = True
        return image

    def pcolormesh(self, *args, alpha=None, norm=None, cmap=None, vmin=None, vmax=None, shading=None, data=None, **kwargs):
        import numpy as np

        values = np.asarray(args[-1])
        rows, columns = values.shape
        xs, ys = args[:2] if len(args) == 3 else (range(columns + 1), range(rows + 1))
        xs, ys = np.asarray(xs), np.asarray(ys)
        xs, ys = xs[0] if xs.ndim == 2 else xs, ys[:, 0] if ys.ndim == 2 else ys
        xs, ys = edges_of(self.xaxis.numbers(xs), columns), edges_of(self.yaxis.numbers(ys), rows)
        mesh = QuadMesh(xs, ys, values, cmap, norm, vmin, vmax, alpha=alpha)
        mesh.sticky_x, mesh.sticky_y = [xs[0], xs[-1]], [ys[0], ys[-1]]
        return self._add_cells(mesh, kwargs)

    pcolor = pcolormesh

    def hist2d(self, x, y, bins=10, *, range=None, density=False, weights=None, cmin=None, cmax=None, data=None, **kwargs):
        import numpy as np

        counts, xs, ys = np.histogram2d(x, y, bins=bins, range=range, density=density, weights=weights)
        return counts, xs, ys, self.pcolormesh(xs, ys, counts.T, **kwargs)

    def _add_cells(self, cells, kwargs):
        label = kwargs.pop("label", None)
        kwargs = {name: value for name, value in kwargs.items() if name in ("zorder", "visible", "clip_on")}
        cells.set(**kwargs)
        self._figure._mappable = cells
        points = cells.points()
        return self._add_marks(cells, label, [x for x, _ in points], [y for _, y in points])
