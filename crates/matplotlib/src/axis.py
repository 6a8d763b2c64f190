"""An axis: what its data are, which part of them is in view, and what is written along it."""

import math

from matplotlib import dates, rcParams, ticker
from matplotlib.artist import full_names
from matplotlib.text import Text, points_of


class CategoryLocator(ticker.Locator):
    def __init__(self, names):
        self._names = names

    def tick_values(self, vmin, vmax):
        return list(self._names.values())


class CategoryFormatter(ticker.Formatter):
    def __init__(self, names):
        self._names = names

    def __call__(self, x, pos=None):
        return next((name for name, at in self._names.items() if at == x), "")


class View:
    """What axes that share an axis have in common."""

    def __init__(self):
        self.low, self.high = 0.0, 1.0
        self.follows_data = True
        self.is_stale = False
        self.scale = "linear"
        self.names = None
        self.has_dates = False
        self.locator = ticker.AutoLocator()
        self.formatter = ticker.ScalarFormatter()
        self.minor = ticker.NullLocator()
        self.axes = []


class Axis:
    def __init__(self, axes, axis_name, shared=None):
        self.axes = axes
        self.axis_name = axis_name
        self.view = View() if shared is None else shared.view
        self.view.axes.append(axes)
        for helper in (self.view.locator, self.view.formatter):
            helper.set_axis(self)
        self.style = {"size": rcParams[axis_name + "tick.labelsize"], "rotation": 0.0, "shown": True, "ticks": True}
        self.style["color"] = rcParams[axis_name + "tick.color"]
        self.texts = None
        self.grid_style = None
        self.has_name = True

    def __str__(self):
        return f"{self.axis_name.upper()}Axis({self.axes})"

    # Data.

    def numbers(self, values):
        """Values as numbers of this axis: texts by the order in which they came, moments as days."""
        return [self._number(value) for value in _items(values)]

    def _number(self, value):
        if isinstance(value, int):
            return int(value)
        if isinstance(value, str):
            return float(self._category(value))
        if dates.is_date(value):
            self._take_dates()
            return dates.date2num(value)
        if isinstance(value, bytes):
            return float(self._category(value.decode()))
        if value is None:
            return math.nan
        return float(value)

    def _category(self, name):
        view = self.view
        if view.names is None:
            view.names = {}
            if isinstance(view.locator, ticker.AutoLocator):
                view.locator = CategoryLocator(view.names)
                view.locator.set_axis(self)
            if isinstance(view.formatter, ticker.ScalarFormatter):
                view.formatter = CategoryFormatter(view.names)
                view.formatter.set_axis(self)
        return view.names.setdefault(name, len(view.names))

    def _take_dates(self):
        view = self.view
        if not view.has_dates:
            view.has_dates = True
            if isinstance(view.locator, ticker.AutoLocator):
                self.set_major_locator(dates.AutoDateLocator())
            if isinstance(view.formatter, ticker.ScalarFormatter):
                self.set_major_formatter(dates.AutoDateFormatter(view.locator))

    def text_of(self, number):
        """A number of the axis as its table shows it."""
        view = self.view
        if view.names is not None:
            name = next((name for name, at in view.names.items() if at == number), None)
            if name is not None:
                return name
        if view.has_dates and math.isfinite(number):
            return str(dates.num2date(number).replace(tzinfo=None))
        return f"{number:.10g}"

    def name_of_column(self, usual):
        return self.label.get_text() or usual

    @property
    def label(self):
        return self.axes._labels[self.axis_name]

    # What is in view.

    def get_view_interval(self):
        self.axes._autoscale()
        return self.view.low, self.view.high

    def set_view(self, low, high):
        self.view.low, self.view.high = float(low), float(high)
        self.axes.changed()

    def least_positive(self):
        values = [value for axes in self.view.axes for value in axes._data[self.axis_name] if value > 0]
        return min(values, default=1e-3)

    def forward(self, value):
        """A number of the data on the scale of the axis."""
        if self.view.scale == "linear":
            return value
        return math.log10(value) if value > 0 else -math.inf

    def backward(self, value):
        return value if self.view.scale == "linear" else 10.0**value

    def part(self, value):
        """Where a number stands, from 0 at the beginning of the axis to 1 at its end."""
        low, high = self.forward(self.view.low), self.forward(self.view.high)
        return (self.forward(value) - low) / (high - low)

    def set_scale(self, scale):
        if scale not in ("linear", "log"):
            raise NotImplementedError(f"the scale {scale!r} is not in Brooklet, which has 'linear' and 'log'")
        self.view.scale = scale
        if scale == "log":
            self.set_major_locator(ticker.LogLocator())
            self.set_major_formatter(ticker.LogFormatter())
        else:
            self.set_major_locator(ticker.AutoLocator())
            self.set_major_formatter(ticker.ScalarFormatter())
        self.view.is_stale = True

    def get_scale(self):
        return self.view.scale

    # Ticks.

    def get_tick_space(self):
        width, height = self.axes.figure.get_size_inches_as_floats()
        box = self.axes._box()
        length = 72 * (box[2] * width if self.axis_name == "x" else box[3] * height)
        return int(length // (points_of(self.style["size"]) * (3 if self.axis_name == "x" else 2)))

    def ticks(self):
        view = self.view
        view.locator.axis = view.formatter.axis = self
        self.axes._autoscale()
        return list(view.locator())

    def tick_texts(self, ticks):
        if self.texts is not None:
            return [self.texts[at] if at < len(self.texts) else "" for at in range(len(ticks))]
        self.view.formatter.axis = self
        return self.view.formatter.format_ticks(ticks)

    def set_ticks(self, ticks, labels=None, **kwargs):
        ticks = self.numbers(ticks)
        self.set_major_locator(ticker.FixedLocator(ticks))
        if self.view.names is None and labels is None and isinstance(self.view.formatter, ticker.FixedFormatter):
            self.view.formatter = ticker.ScalarFormatter()
        if labels is not None:
            self.set_ticklabels(labels, **kwargs)
        if ticks:
            low, high = self.get_view_interval()
            least, most = min(ticks), max(ticks)
            if low < high:
                self.set_view(min(low, least), max(high, most))
            else:
                self.set_view(max(low, most), min(high, least))

    def set_ticklabels(self, labels, **kwargs):
        labels = [getattr(label, "_text", label) for label in labels]
        locator = self.view.locator
        if isinstance(locator, ticker.FixedLocator) and len(labels) not in (0, len(locator.locs)):
            raise ValueError(
                f"The number of FixedLocator locations ({len(locator.locs)}), usually from a call to set_ticks, "
                f"does not match the number of labels ({len(labels)})."
            )
        self.texts = [str(label) for label in labels]
        self.style_texts(**kwargs)

    def style_texts(self, rotation=None, fontsize=None, size=None, color=None, ha=None, **kwargs):
        if rotation is not None:
            self.style["rotation"] = {"vertical": 90.0, "horizontal": 0.0}.get(rotation, rotation)
        if (fontsize or size) is not None:
            self.style["size"] = fontsize or size
        if color is not None:
            self.style["color"] = color
        ha = kwargs.get("horizontalalignment", ha)
        if ha is not None:
            self.style["ha"] = ha
        self.axes.changed()

    def set_major_locator(self, locator):
        self.view.locator = locator
        locator.set_axis(self)
        self.axes.changed()

    def set_major_formatter(self, formatter):
        if isinstance(formatter, str):
            formatter = ticker.StrMethodFormatter(formatter) if "{" in formatter else ticker.FormatStrFormatter(formatter)
        elif not isinstance(formatter, ticker.Formatter):
            formatter = ticker.FuncFormatter(formatter)
        self.texts = None
        self.view.formatter = formatter
        formatter.set_axis(self)
        self.axes.changed()

    def set_minor_locator(self, locator):
        self.view.minor = locator

    def set_minor_formatter(self, formatter):
        pass

    def get_major_locator(self):
        return self.view.locator

    def get_major_formatter(self):
        return self.view.formatter

    def get_ticklocs(self):
        import numpy as np

        if self.view.names is not None and isinstance(self.view.locator, CategoryLocator):
            return self.view.locator.tick_values(0, 1)

        return np.array(self.ticks())

    def get_ticklabels(self, minor=False):
        ticks = self.ticks()
        places = [(at, 0) if self.axis_name == "x" else (0, at) for at in ticks]
        texts = [_TickText(self, *place, text) for place, text in zip(places, self.tick_texts(ticks))]
        for text in texts:
            text._rotation = float(self.style["rotation"])
        return texts

    def set_visible(self, b):
        self.style["shown"] = self.style["ticks"] = bool(b)
        self.axes.changed()

    def set_label_text(self, label):
        self.label.set_text(label)

    def grid(self, visible=None, which="major", **kwargs):
        if visible is None:
            visible = bool(kwargs) or self.grid_style is None
        self.grid_style = full_names(kwargs) if visible else None
        self.axes.changed()

    def tick_top(self):
        self.style["at_end"] = True

    tick_right = tick_top

    def invert(self):
        low, high = self.get_view_interval()
        self.view.follows_data = False
        self.set_view(high, low)


class _TickText(Text):
    """The text of a tick; what is set on it holds for all of its axis."""

    def __init__(self, axis, x, y, text):
        self._axis = axis
        super().__init__(x, y, text)

    def set_rotation(self, s):
        self._axis.style_texts(rotation=s)

    def set_size(self, fontsize):
        self._axis.style_texts(size=fontsize)

    set_fontsize = set_size

    def set_color(self, color):
        self._axis.style_texts(color=color)

    def set_horizontalalignment(self, align):
        self._axis.style_texts(ha=align)

    set_ha = set_horizontalalignment


def _items(values):
    if hasattr(values, "tolist"):
        values = values.tolist()
    if isinstance(values, (str, bytes)) or not hasattr(values, "__iter__"):
        values = [values]
    if not isinstance(values, (list, tuple)):
        values = list(values)
    return values
