"""Which part of the data an axes shows: as its data ask for, or as the program sets it."""

import math
import warnings


class Limits:
    """The part of an axes that has to do with its limits."""

    def _init_limits(self):
        self._data = {"x": [], "y": []}
        self._margins = {"x": None, "y": None}
        self._aspect = None
        self._adjustable = "box"

    def _take(self, xs=None, ys=None):
        """Lets the limits hold these data; those of an axis that has none stay."""
        for name, values in (("x", xs), ("y", ys)):
            if values is None:
                continue
            self._axis_named(name).view.is_stale = True
            known = self._data[name]
            finite = [value for value in values if math.isfinite(value)]
            if finite:
                ends = known + [min(finite), max(finite)]
                positive = [value for value in finite if value > 0]
                self._data[name] = [min(ends), max(ends)] + ([min(positive)] if positive else []) + known[2:]
        self.changed()

    def relim(self, visible_only=False):
        self._data = {"x": [], "y": []}
        for artist in self._children:
            self._take_points(self._extent_of(artist))

    def _take_points(self, points):
        whole = [(x, y) for x, y in points if math.isfinite(x) and math.isfinite(y)]
        self._take([x for x, _ in whole], [y for _, y in whole])

    def _extent_of(self, artist):
        from matplotlib.lines import Line2D
        from matplotlib.patches import Patch

        if getattr(artist, "_transform", None) is not None:
            return []
        if isinstance(artist, Line2D):
            return artist.points()
        return artist.extent() if isinstance(artist, Patch) else []

    def autoscale_view(self, tight=None, scalex=True, scaley=True):
        if scalex and self.xaxis.view.follows_data:
            self.xaxis.view.is_stale = True
        if scaley and self.yaxis.view.follows_data:
            self.yaxis.view.is_stale = True
        self.changed()

    def autoscale(self, enable=True, axis="both", tight=None):
        for each in self._axes_named(axis):
            if enable is not None:
                each.view.follows_data = bool(enable)
            if tight:
                self._margins[each.axis_name] = 0
            each.view.is_stale = each.view.follows_data
        self.changed()

    def set_autoscale_on(self, b):
        self.xaxis.view.follows_data = self.yaxis.view.follows_data = bool(b)

    def _autoscale(self):
        """Brings limits up to date that follow their data."""
        for axis in (self.xaxis, self.yaxis):
            view = axis.view
            if view.is_stale:
                view.is_stale = False
                if view.follows_data:
                    view.low, view.high = self._limits_of(axis)

    def _limits_of(self, axis):
        view, name = axis.view, axis.axis_name
        locator = view.locator
        locator.axis = axis
        ends = [value for axes in view.axes for value in axes._data[name][:2]]
        low, high = (min(ends), max(ends)) if ends else (-math.inf, math.inf)
        low, high = locator.nonsingular(low, high)
        sticky = sorted(
            value
            for axes in view.axes
            for artist in axes._children
            for value in (artist.sticky_x if name == "x" else artist.sticky_y)
        )
        slack = 1e-5 * abs(high - low)
        below = [value for value in sticky if value < low + slack]
        above = [value for value in sticky if value >= high - slack]
        margin = self._margins[name]
        if margin is None:
            from matplotlib import rcParams

            margin = rcParams[f"axes.{name}margin"]
        first, last = axis.forward(low), axis.forward(high)
        room = (last - first) * margin
        if math.isfinite(room) and room:
            low, high = axis.backward(first - room), axis.backward(last + room)
        if below:
            low = max(low, below[-1])
        if above:
            high = min(high, above[0])
        return locator.view_limits(low, high)

    def _axis_named(self, name):
        return self.xaxis if name == "x" else self.yaxis

    def _axes_named(self, axis):
        return [self._axis_named(name) for name in ("x", "y") if axis in ("both", name)]

    def get_xlim(self):
        return _as_tuple(self.xaxis.get_view_interval())

    def get_ylim(self):
        return _as_tuple(self.yaxis.get_view_interval())

    get_xbound = get_xlim
    get_ybound = get_ylim

    def set_xlim(self, left=None, right=None, *, emit=True, auto=False, xmin=None, xmax=None):
        return self._set_limits(self.xaxis, left, right, auto, xmin, xmax)

    def set_ylim(self, bottom=None, top=None, *, emit=True, auto=False, ymin=None, ymax=None):
        return self._set_limits(self.yaxis, bottom, top, auto, ymin, ymax)

    def _set_limits(self, axis, low, high, auto, least, most):
        if high is None and hasattr(low, "__iter__") and not isinstance(low, str):
            low, high = low
        low = least if low is None else low
        high = most if high is None else high
        ends = list(axis.get_view_interval())
        for at, end in enumerate((low, high)):
            if end is not None:
                number = axis.numbers([end])[0]
                if not math.isfinite(number):
                    raise ValueError("Axis limits cannot be NaN or Inf")
                ends[at] = number
        if axis.view.scale == "log":
            ends = [end if end > 0 else old for end, old in zip(ends, (axis.view.low, axis.view.high))]
        low, high = ends
        if low == high:
            warnings.warn(
                f"Attempting to set identical low and high {axis.axis_name}lims makes transformation singular; "
                "automatically expanding."
            )
            low, high = axis.view.locator.nonsingular(low, high)
        if auto is not None:
            axis.view.follows_data = bool(auto)
        axis.set_view(low, high)
        return axis.view.low, axis.view.high

    def margins(self, *margins, x=None, y=None, tight=True):
        if margins:
            x, y = margins if len(margins) == 2 else margins * 2
        if x is None and y is None:
            return tuple(0.05 if self._margins[name] is None else self._margins[name] for name in ("x", "y"))
        for name, margin in (("x", x), ("y", y)):
            if margin is not None:
                self._margins[name] = margin
                self._axis_named(name).view.is_stale = True
        self.changed()

    def set_xmargin(self, m):
        self.margins(x=m)

    def set_ymargin(self, m):
        self.margins(y=m)

    def invert_xaxis(self):
        self.xaxis.invert()

    def invert_yaxis(self):
        self.yaxis.invert()

    def set_xscale(self, value, **kwargs):
        self.xaxis.set_scale(value)

    def set_yscale(self, value, **kwargs):
        self.yaxis.set_scale(value)

    def get_xscale(self):
        return self.xaxis.get_scale()

    def get_yscale(self):
        return self.yaxis.get_scale()

    def set_aspect(self, aspect, adjustable=None, **kwargs):
        self._aspect = {"auto": None, "equal": 1.0}.get(aspect, aspect)
        self._adjustable = adjustable or self._adjustable
        self.changed()

    def get_aspect(self):
        return "auto" if self._aspect is None else self._aspect

    def axis(self, arg=None, /, **limits):
        """The limits; or sets them, by four numbers or by a word such as `off` and `equal`."""
        if isinstance(arg, (str, bool)):
            self._axis_by_word({True: "on", False: "off"}.get(arg, arg))
        elif arg is not None:
            self.set_xlim(arg[0], arg[1])
            self.set_ylim(arg[2], arg[3])
        if limits:
            self.set_xlim(limits.get("xmin"), limits.get("xmax"))
            self.set_ylim(limits.get("ymin"), limits.get("ymax"))
        return self.get_xlim() + self.get_ylim()

    def _axis_by_word(self, word):
        if word in ("on", "off"):
            self._frame_shown = self.xaxis.has_name = self.yaxis.has_name = word == "on"
            for axis in (self.xaxis, self.yaxis):
                axis.set_visible(word == "on")
            self.patch_shown = word == "on"
        elif word in ("equal", "auto", "tight", "scaled", "image", "square"):
            is_tight = word in ("tight", "image")
            self.set_autoscale_on(True)
            self.set_aspect("auto")
            self.autoscale(tight=is_tight)
            if word not in ("auto", "tight"):
                self.set_aspect("equal", "datalim" if word == "equal" else "box")
            if word in ("tight", "scaled", "image", "square"):
                self._autoscale()
                self.set_autoscale_on(False)
        else:
            raise ValueError(f"Unrecognized string {word!r} to axis; try 'on' or 'off'")

    def _stretch(self):
        """Widens the limits of one axis so that a unit is as long in both."""
        self._autoscale()
        width, height = self.figure.get_size_inches_as_floats()
        box = self._box()
        x, y = self.xaxis.view, self.yaxis.view
        across = abs(x.high - x.low) / (box[2] * width)
        up = abs(y.high - y.low) * self._aspect / (box[3] * height)
        for view, ratio in ((x, up / across), (y, across / up)):
            if ratio > 1 + 1e-9:
                middle, half = (view.low + view.high) / 2, (view.high - view.low) / 2 * ratio
                view.low, view.high = middle - half, middle + half


def _as_tuple(ends):
    import numpy as np

    return np.float64(ends[0]), np.float64(ends[1])
