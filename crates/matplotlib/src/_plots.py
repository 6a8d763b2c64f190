"""Lines, points and areas: what `Axes.plot`, `Axes.scatter` and their like draw."""

from matplotlib import colors, rcParams
from matplotlib.artist import full_names
from matplotlib.axis import _items
from matplotlib.collections import FillBetweenPolyCollection, LineCollection, PathCollection
from matplotlib.container import ErrorbarContainer, StemContainer
from matplotlib.lines import Line2D, split_format
from matplotlib.patches import Rectangle


def _shape(values):
    return f"({len(values)},)"


class Plots:
    def _next_style(self):
        cycle = self._cycle or rcParams["axes.prop_cycle"]
        style = list(cycle)[self._line_styles % len(cycle)]
        self._line_styles += 1
        return style

    def _next_fill(self):
        names = (self._cycle or rcParams["axes.prop_cycle"]).by_key().get("color", ["C0"])
        self._fill_colors += 1
        return names[(self._fill_colors - 1) % len(names)]

    def plot(self, *args, scalex=True, scaley=True, data=None, **kwargs):
        if data is not None:
            args = [data[arg] if isinstance(arg, str) and arg in data else arg for arg in args]
        kwargs = full_names(kwargs)
        lines, args = [], list(args)
        while args:
            group = [args.pop(0)]
            if args and not isinstance(args[0], str):
                group.append(args.pop(0))
            fmt = args.pop(0) if args and isinstance(args[0], str) else ""
            lines += self._plot_group(group, fmt, kwargs)
        return lines

    def _plot_group(self, group, fmt, kwargs):
        import numpy as np

        ys = group[-1]
        xs = group[0] if len(group) == 2 else None
        if isinstance(ys, str) or not hasattr(ys, "__len__") and hasattr(ys, "__iter__"):
            ys = [ys] if isinstance(ys, str) else list(ys)
        elif not hasattr(ys, "__len__"):
            ys = np.atleast_1d(ys)
        if xs is None:
            xs = np.arange(len(ys), dtype=float)
        elif isinstance(xs, str) or not hasattr(xs, "__len__"):
            xs = list(xs) if hasattr(xs, "__iter__") and not isinstance(xs, str) else np.atleast_1d(xs)
        if len(xs) != len(ys):
            shapes = f"{_shape_of(xs)} and {_shape_of(ys)}"
            raise ValueError(f"x and y must have same first dimension, but have shapes {shapes}")
        line, mark, color = split_format(fmt) if fmt else (None, None, None)
        given = {"linestyle": line, "marker": mark, "color": color}
        given = {name: value for name, value in given.items() if value is not None}
        given.update(kwargs)
        columns = _columns(ys)
        labels = given.pop("label", None)
        several = isinstance(labels, (list, tuple)) and len(columns) > 1
        made = []
        for at, column in enumerate(columns):
            style = {} if "color" in given else self._next_style()
            label = labels[at] if several else labels
            x = xs if np.ndim(xs) < 2 else np.asarray(xs)[:, at]
            drawn = Line2D(_as_array(x), _as_array(column), **{**style, **given})
            if label is not None:
                drawn.set_label(label)
            drawn.axes = self
            made.append(self.add_line(drawn))
        return made

    def step(self, x, y, *args, where="pre", data=None, **kwargs):
        kwargs["drawstyle"] = "steps-" + where
        return self.plot(x, y, *args, **kwargs)

    def semilogx(self, *args, **kwargs):
        self.set_xscale("log")
        return self.plot(*args, **kwargs)

    def semilogy(self, *args, **kwargs):
        self.set_yscale("log")
        return self.plot(*args, **kwargs)

    def loglog(self, *args, **kwargs):
        self.set_xscale("log")
        return self.semilogy(*args, **kwargs)

    def plot_date(self, x, y, fmt="o", **kwargs):
        return self.plot(x, y, fmt, **kwargs)

    def scatter(self, x, y, s=None, c=None, *, marker=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None,
                linewidths=None, edgecolors=None, data=None, **kwargs):
        if data is not None:
            x, y = data[x], data[y]
        kwargs = full_names(kwargs)
        xs, ys = self.xaxis.numbers(x), self.yaxis.numbers(y)
        if len(xs) != len(ys):
            raise ValueError("x and y must be the same size")
        sizes = [rcParams["lines.markersize"] ** 2.0] if s is None else [float(size) for size in _items(s)]
        if len(sizes) not in (1, len(xs)):
            raise ValueError("s must be a scalar, or float array-like with the same size as x and y")
        fills, values = self._scatter_colors(c, kwargs.pop("color", None), len(xs))
        edges = kwargs.pop("edgecolor", edgecolors)
        width = kwargs.pop("linewidth", linewidths)
        label = kwargs.pop("label", None)
        marks = PathCollection(
            list(zip(xs, ys)),
            sizes,
            marker or "o",
            facecolors=fills,
            edgecolors=() if edges in (None, "face", "none") else edges,
            linewidth=1.5 if width is None else width,
            alpha=alpha,
            **kwargs,
        )
        marks._has_edge = edges is not None and edges != "face"
        if values is not None:
            marks._array, marks._cmap, marks._norm = values, cmap, norm or colors.Normalize(vmin, vmax)
            marks._norm.autoscale_None([float(value) for value in values])
            self._figure._mappable = marks
        return self._add_marks(marks, label, xs, ys)

    def _scatter_colors(self, c, color, count):
        if color is not None:
            c = color
        if c is None:
            return [self._next_fill()], None
        if isinstance(c, str) or (isinstance(c, tuple) and len(c) in (3, 4) and len(c) != count):
            colors.check("color", c)
            return [c], None
        items = _items(c)
        if items and all(isinstance(one, (int, float)) and not isinstance(one, bool) for one in items):
            if len(items) != count:
                raise ValueError(
                    f"'c' argument has {len(items)} elements, which is inconsistent with 'x' and 'y' with size {count}."
                )
            return [], items
        return [one if isinstance(one, str) else tuple(one) for one in items], None

    def _add_marks(self, artist, label, xs, ys):
        self._add(artist)
        artist.set_label(f"_child{len(self._children) - 1}" if label is None else label)
        self._take(xs, ys)
        return artist

    def fill_between(self, x, y1, y2=0, where=None, interpolate=False, step=None, *, data=None, **kwargs):
        return self._fill(x, y1, y2, where, kwargs, (self.xaxis, self.yaxis), lambda at, value: (at, value))

    def fill_betweenx(self, y, x1, x2=0, where=None, step=None, interpolate=False, *, data=None, **kwargs):
        return self._fill(y, x1, x2, where, kwargs, (self.yaxis, self.xaxis), lambda at, value: (value, at))

    def _fill(self, places, ones, others, where, kwargs, axes, point):
        places = axes[0].numbers(places)
        ones, others = (_repeated(axes[1].numbers(values), len(places)) for values in (ones, others))
        where = [True] * len(places) if where is None else _items(where)
        outlines, run = [], []
        rows = list(zip(places, ones, others))
        for row, is_in in [*zip(rows, where), (None, False)]:
            if is_in:
                run.append(row)
            elif run:
                outlines.append([point(at, one) for at, one, _ in run] + [point(at, two) for at, _, two in run[::-1]])
                run = []
        kwargs = full_names(kwargs)
        label = kwargs.pop("label", None)
        color = kwargs.pop("color", None)
        fill = kwargs.pop("facecolor", color) or self._next_fill()
        area = FillBetweenPolyCollection(outlines, facecolors=fill, edgecolors=kwargs.pop("edgecolor", color), **kwargs)
        area.rows = [row for row, is_in in zip(rows, where) if is_in]
        points = [corner for outline in outlines for corner in outline]
        return self._add_marks(area, label, [x for x, _ in points], [y for _, y in points])

    def stackplot(self, x, *args, labels=(), colors=None, baseline="zero", **kwargs):
        rows = args if len(args) > 1 else args[0] if hasattr(_items(args[0])[0], "__iter__") else args
        under = [0.0] * len(_items(x))
        made = []
        for at, row in enumerate(rows):
            over = [low + high for low, high in zip(under, self.yaxis.numbers(row))]
            color = colors[at % len(colors)] if colors else self._next_style()["color"]
            label = labels[at] if at < len(labels) else None
            made.append(self.fill_between(x, under, over, facecolor=color, label=label, **kwargs))
            made[-1].sticky_y.append(0)
            under = over
        return made

    def axhline(self, y=0, xmin=0, xmax=1, **kwargs):
        line = Line2D([xmin, xmax], [y, y], **{"color": self._next_style()["color"], **full_names(kwargs)})
        return self._add_straight(line, "y", y)

    def axvline(self, x=0, ymin=0, ymax=1, **kwargs):
        line = Line2D([x, x], [ymin, ymax], **{"color": self._next_style()["color"], **full_names(kwargs)})
        return self._add_straight(line, "x", x)

    def _add_straight(self, line, name, at):
        axis = self._axis_named(name)
        low, high = axis.get_view_interval()
        number = axis.numbers([at])[0]
        line._transform = "x axis" if name == "x" else "y axis"
        line.axes = self
        self.add_line(line)
        self._take(**{name + "s": [number]})
        # What is in view already leaves the view as it is.
        axis.view.is_stale = not min(low, high) <= number <= max(low, high)
        return line

    def axhspan(self, ymin, ymax, xmin=0, xmax=1, **kwargs):
        (low, high) = self.yaxis.numbers([ymin, ymax])
        return self._add_span(Rectangle((xmin, low), xmax - xmin, high - low, **kwargs), "y axis", ys=[low, high])

    def axvspan(self, xmin, xmax, ymin=0, ymax=1, **kwargs):
        (low, high) = self.xaxis.numbers([xmin, xmax])
        return self._add_span(Rectangle((low, ymin), high - low, ymax - ymin, **kwargs), "x axis", xs=[low, high])

    def _add_span(self, patch, transform, **data):
        patch._transform = transform
        self._add(patch)
        self._take(**data)
        return patch

    def hlines(self, y, xmin, xmax, colors=None, linestyles="solid", *, label="", data=None, **kwargs):
        ys = self.yaxis.numbers(y)
        starts, ends = (_repeated(self.xaxis.numbers(one), len(ys)) for one in (xmin, xmax))
        segments = [[(start, at), (end, at)] for start, end, at in zip(starts, ends, ys)]
        return self._add_lines(segments, colors, linestyles, label, kwargs)

    def vlines(self, x, ymin, ymax, colors=None, linestyles="solid", *, label="", data=None, **kwargs):
        xs = self.xaxis.numbers(x)
        starts, ends = (_repeated(self.yaxis.numbers(one), len(xs)) for one in (ymin, ymax))
        segments = [[(at, start), (at, end)] for start, end, at in zip(starts, ends, xs)]
        return self._add_lines(segments, colors, linestyles, label, kwargs)

    def _add_lines(self, segments, colors, style, label, kwargs):
        kwargs = full_names(kwargs)
        color = kwargs.pop("color", colors) or "C0"
        lines = LineCollection(segments, edgecolors=color, linestyle=style, **kwargs)
        points = [point for segment in segments for point in segment]
        return self._add_marks(lines, label or None, [x for x, _ in points], [y for _, y in points])

    def errorbar(self, x, y, yerr=None, xerr=None, fmt="", *, ecolor=None, elinewidth=None, capsize=None, label=None,
                 **kwargs):
        (line,) = self.plot(x, y, fmt, **kwargs) if fmt.lower() != "none" else self.plot(x, y, linestyle="None")
        xs, ys = self.xaxis.numbers(x), self.yaxis.numbers(y)
        color = ecolor or line.get_color()
        bars = []
        if yerr is not None:
            low, high = _errors(yerr, ys)
            bars.append(self.vlines(xs, low, high, color, linewidth=elinewidth or 1.5))
        if xerr is not None:
            low, high = _errors(xerr, xs)
            bars.append(self.hlines(ys, low, high, color, linewidth=elinewidth or 1.5))
        made = ErrorbarContainer((line, (), tuple(bars)), xerr is not None, yerr is not None, label=label)
        if label is not None:
            line.set_label("_nolegend_")
        self.containers.append(made)
        return made

    def stem(self, *args, linefmt=None, markerfmt=None, basefmt=None, bottom=0, label=None, orientation="vertical"):
        ys = args[-1] if not isinstance(args[-1], str) else args[-2]
        xs = args[0] if len(args) > 1 and not isinstance(args[1], str) else range(len(_items(ys)))
        stems = self.vlines(xs, bottom, ys, (linefmt or "C0").strip("-:.") or "C0")
        (marks,) = self.plot(xs, ys, markerfmt or "C0o", linestyle="None")
        places = self.xaxis.numbers(xs)
        (base,) = self.plot([min(places), max(places)], [bottom, bottom], basefmt or "C3-")
        made = StemContainer((marks, stems, base), label=label)
        self.containers.append(made)
        return made


def _columns(values):
    import numpy as np

    if hasattr(values, "ndim") and values.ndim == 2:
        return [values[:, at] for at in range(values.shape[1])]
    if len(values) and isinstance(values[0], (list, tuple)):
        return [list(column) for column in zip(*values)] if not isinstance(values, np.ndarray) else [values]
    return [values]


def _as_array(values):
    """What a line keeps: NumPy's array of what it was given."""
    import numpy as np

    return values if isinstance(values, np.ndarray) else np.asarray(values)


def _shape_of(values):
    shape = getattr(values, "shape", None)
    return str(shape) if shape is not None else _shape(values)


def _repeated(values, count):
    return values * count if len(values) == 1 and count != 1 else values


def _errors(given, middle):
    items = _items(given)
    if len(items) == 2 and hasattr(items[0], "__iter__"):
        below, above = (_repeated([float(one) for one in _items(part)], len(middle)) for part in items)
    else:
        below = above = _repeated([float(one) for one in items], len(middle))
    return [at - by for at, by in zip(middle, below)], [at + by for at, by in zip(middle, above)]
