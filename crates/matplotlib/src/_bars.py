"""Bars, histograms and pies."""

import math

from matplotlib import colors
from matplotlib.artist import full_names
from matplotlib.axis import _items
from matplotlib.container import BarContainer, PieContainer
from matplotlib.patches import Rectangle, Wedge


def _shape(values):
    return f"({len(values)},)"


class Bars:
    def bar(self, x, height, width=0.8, bottom=None, *, align="center", data=None, **kwargs):
        if data is not None:
            x, height = data[x], data[height]
        return self._bars("vertical", x, height, width, bottom, align, kwargs)

    def barh(self, y, width, height=0.8, left=None, *, align="center", data=None, **kwargs):
        if data is not None:
            y, width = data[y], data[width]
        return self._bars("horizontal", y, width, height, left, align, kwargs)

    def _bars(self, orientation, places, lengths, widths, starts, align, kwargs):
        is_upright = orientation == "vertical"
        along, across = (self.xaxis, self.yaxis) if is_upright else (self.yaxis, self.xaxis)
        kwargs = full_names(kwargs)
        given = (places, lengths)
        places, lengths = along.numbers(places), across.numbers(lengths)
        parts = [places, lengths, _numbers(widths), [0] if starts is None else across.numbers(starts)]
        count = _common_length(parts, ("x", "height", "width", "bottom") if is_upright else ("y", "width", "height", "left"))
        places, lengths, widths, starts = (part * count if len(part) == 1 else part for part in parts)
        if align not in ("center", "edge"):
            raise ValueError(f"{align!r} is not a valid value for align. Supported values are 'center', 'edge'")
        label = kwargs.pop("label", "")
        is_list = isinstance(label, (list, tuple)) or hasattr(label, "tolist")
        labels = list(label) if is_list else ["_nolegend_"] * count
        if len(labels) != count:
            raise ValueError(f"number of labels ({len(labels)}) does not match number of bars ({count}).")
        fills = _each(kwargs.pop("facecolor", None) or kwargs.pop("color", None), count) or [self._next_fill()] * count
        edges = _each(kwargs.pop("edgecolor", None), count) or [None] * count
        lines = _each(kwargs.pop("linewidth", None), count) or [None] * count
        kwargs.pop("color", None)
        if kwargs.pop("log", False):
            across.set_scale("log")
        names = kwargs.pop("tick_label", None)
        errors = kwargs.pop("yerr" if is_upright else "xerr", None)
        error_style = {"ecolor": kwargs.pop("ecolor", "k"), "capsize": kwargs.pop("capsize", None)}
        kwargs.pop("error_kw", None)
        bars = []
        self._take([], [])
        for at in range(count):
            place = places[at] - widths[at] / 2 if align == "center" else places[at]
            corner = (place, starts[at]) if is_upright else (starts[at], place)
            size = (widths[at], lengths[at]) if is_upright else (lengths[at], widths[at])
            bar = Rectangle(corner, *size, facecolor=fills[at], edgecolor=edges[at], linewidth=lines[at], **kwargs)
            bar.set_label(labels[at])
            (bar.sticky_y if is_upright else bar.sticky_x).append(starts[at])
            bars.append(self.add_patch(bar))
        errorbar = None
        if errors is not None:
            ends = [start + length for start, length in zip(starts, lengths)]
            at = (places, ends) if is_upright else (ends, places)
            errorbar = self.errorbar(*at, **{"yerr" if is_upright else "xerr": errors}, fmt="none", **error_style)
        made = BarContainer(
            bars, errorbar, datavalues=given[1], orientation=orientation, label=None if is_list else label
        )
        made.axes = self
        self.containers.append(made)
        if names is not None:
            along.set_ticks(places, _each(names, count))
        return made

    def bar_label(self, container, labels=None, *, fmt="%g", label_type="edge", padding=0, **kwargs):
        is_upright = container.orientation == "vertical"
        texts = []
        for at, bar in enumerate(container.patches):
            value = bar.get_height() if is_upright else bar.get_width()
            x, y = bar.get_center() if label_type == "center" else (
                (bar.get_center()[0], bar.get_y() + value) if is_upright else (bar.get_x() + value, bar.get_center()[1])
            )
            text = labels[at] if labels is not None else (fmt(value) if callable(fmt) else _formatted(fmt, value))
            is_below = value < 0
            placed = {"ha": "center", "va": "top" if is_below else "bottom"} if is_upright else {
                "ha": "right" if is_below else "left",
                "va": "center",
            }
            if label_type == "center":
                placed = {"ha": "center", "va": "center"}
            texts.append(self.text(x, y, text, **{**placed, **kwargs}))
        return texts

    def hist(self, x, bins=None, *, range=None, density=False, weights=None, cumulative=False, bottom=None,
             histtype="bar", align="mid", orientation="vertical", rwidth=None, log=False, color=None, label=None,
             stacked=False, data=None, **kwargs):
        import numpy as np

        from matplotlib import rcParams
        from matplotlib.axes import silent_list

        if data is not None:
            x = data[x]
        bins = rcParams["hist.bins"] if bins is None else bins
        along = self.xaxis if orientation == "vertical" else self.yaxis
        items = _items(x)
        is_several = bool(items) and hasattr(items[0], "__iter__") and not isinstance(items[0], str)
        sets = [along.numbers(one) for one in items] if is_several else [along.numbers(items)]
        all_values = [value for one in sets for value in one if value == value]
        # NumPy's function, as `range` is an argument here.
        if isinstance(bins, (int, str, np.integer)) and all_values and range is None:
            range = (min(all_values), max(all_values))
        edges = np.histogram_bin_edges(np.array(all_values), bins, range)
        weight_sets = [None] * len(sets) if weights is None else ([*weights] if is_several else [weights])
        counts = []
        for one, weight in zip(sets, weight_sets):
            count, _ = np.histogram(np.array(one, dtype=float), edges, weights=weight, density=density and not stacked)
            counts.append(np.cumsum(count * np.diff(edges) if density else count) if cumulative else count)
        counts = [np.asarray(count, dtype=float) for count in counts]
        if stacked:
            for at, _ in enumerate(counts[1:], 1):
                counts[at] = counts[at] + counts[at - 1]
            if density:
                total = (counts[-1] * np.diff(edges)).sum()
                counts = [count / total for count in counts]
        fills = _each(color, len(sets)) or [self._next_style()["color"] for _ in sets]
        names = _each(label, len(sets)) or [None] * len(sets)
        tops = [count.tolist() for count in counts]
        made = []
        ends = edges.tolist()
        base = None if bottom is None else _numbers(bottom)
        for at, fill in enumerate(fills):
            starts = tops[at - 1] if stacked and at else base
            lengths = [high - low for high, low in zip(tops[at], tops[at - 1])] if stacked and at else tops[at]
            widths = [high - low for low, high in zip(ends, ends[1:])]
            part = min(max(rwidth, 0), 1) if rwidth is not None else 0.8 if len(sets) > 1 and not stacked else 1.0
            share = part if stacked else part / len(sets)
            aside = 0.0 if stacked else -0.5 * share * (len(sets) - 1) + at * share
            middle = {"left": 0.0, "mid": 0.5, "right": 1.0}[align]
            places = [low + (middle + aside) * width for low, width in zip(ends, widths)]
            widths = [share * width for width in widths]
            draw = self.bar if orientation == "vertical" else self.barh
            start = {"bottom": starts} if orientation == "vertical" else {"left": starts}
            style = {"facecolor": "none", "edgecolor": fill} if histtype == "step" else {"color": fill}
            bars = draw(places, lengths, widths, label=names[at] or "", log=log, **start, **style, **kwargs)
            bars.edges = ends
            made.append(bars)
        if len(sets) == 1:
            return counts[0], edges, made[0]
        return np.array(counts), edges, silent_list("BarContainer", made)

    def pie(self, x, explode=None, labels=None, colors=None, autopct=None, pctdistance=0.6, shadow=False,
            labeldistance=1.1, startangle=0, radius=1, counterclock=True, wedgeprops=None, textprops=None,
            center=(0, 0), frame=False, rotatelabels=False, *, normalize=True, hatch=None, data=None):
        self.set_aspect("equal")
        values = [float(value) for value in _items(x)]
        if any(value < 0 for value in values):
            raise ValueError("Wedge sizes 'x' must be non negative values")
        total = sum(values)
        if normalize and total == 0:
            raise ValueError("All wedge sizes are zero")
        if not normalize and total > 1:
            raise ValueError("Cannot plot an unnormalized pie with sum(x) > 1")
        parts = [value / total for value in values] if normalize else values
        names = [""] * len(parts) if labels is None else [str(label) for label in labels]
        if len(names) != len(parts):
            raise ValueError(f"'labels' must be of length 'x', not {len(names)}")
        pulls = [0] * len(parts) if explode is None else list(explode)
        if len(pulls) != len(parts):
            raise ValueError("'explode' must be of length 'x'")
        slices, texts, percents = [], [], []
        at = startangle / 360
        for number, part in enumerate(parts):
            end = at + part if counterclock else at - part
            middle = 2 * math.pi * (at + end) / 2
            cx, cy = (c + pulls[number] * f(middle) for c, f in zip(center, (math.cos, math.sin)))
            fill = colors[number % len(colors)] if colors else self._next_fill()
            angles = (360 * min(at, end), 360 * max(at, end))
            slice_ = Wedge((cx, cy), radius, *angles, facecolor=fill, **full_names(wedgeprops or {}))
            slice_.set_label(names[number])
            slice_.part = (names[number], values[number], parts[number])
            slices.append(self.add_patch(slice_))
            if labeldistance is not None:
                x, y = (c + labeldistance * radius * f(middle) for c, f in ((cx, math.cos), (cy, math.sin)))
                placed = {"ha": "left" if x > 0 else "right", "va": "center"}
                texts.append(self.text(x, y, names[number], **{**placed, **(textprops or {})}))
            if autopct is not None:
                x, y = (c + pctdistance * radius * f(middle) for c, f in ((cx, math.cos), (cy, math.sin)))
                text = autopct % (100.0 * part) if isinstance(autopct, str) else autopct(100.0 * part)
                placed = {"ha": "center", "va": "center"}
                percents.append(self.text(x, y, text, **{**placed, **(textprops or {})}))
            at = end
        if not frame:
            self._frame_shown = False
            self.set_xlim(-1.25 + center[0], 1.25 + center[0])
            self.set_ylim(-1.25 + center[1], 1.25 + center[1])
            self.xaxis.set_visible(False)
            self.yaxis.set_visible(False)
        made = PieContainer(slices, values, normalize)
        made.add_texts(texts)
        if autopct is not None:
            made.add_texts(percents)
        return made


def _numbers(values):
    return [value if isinstance(value, int) else float(value) for value in _items(values)]


def _each(given, count):
    """A property of each of several artists, which may be given once for all."""
    if given is None:
        return None
    if isinstance(given, (str, int, float)) or (isinstance(given, tuple) and colors.is_color_like(given)):
        return [given] * count
    items = _items(given)
    return [items[at % len(items)] for at in range(count)]


def _common_length(parts, names):
    count = next((len(part) for part in parts if len(part) != 1), 1)
    for part, name in zip(parts, names):
        if len(part) not in (1, count):
            first = next(at for at, one in enumerate(parts) if len(one) == count)
            raise ValueError(
                "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between "
                f"{names[first]!r} with shape {_shape(parts[first])} and {name!r} with shape {_shape(part)}."
            )
    return count


def _formatted(fmt, value):
    return fmt.format(value) if "{" in fmt else fmt % value
