"""Filled shapes."""

import math

from matplotlib import colors, rcParams
from matplotlib.artist import Artist, settable
from matplotlib.lines import check_style, dashes


@settable("linewidth", "hatch", "fill", "joinstyle", "capstyle")
class Patch(Artist):
    zorder = 1
    _hatch = _joinstyle = _capstyle = None
    _fill = True
    _edgecolor = None
    _linestyle = "-"
    _transform = None

    def __init__(self, edgecolor=None, facecolor=None, color=None, linewidth=None, **kwargs):
        super().__init__()
        self._linewidth = rcParams["patch.linewidth"]
        self._facecolor = rcParams["patch.facecolor"]
        if color is not None:
            edgecolor = facecolor = color
        if facecolor is not None:
            self.set_facecolor(facecolor)
        if edgecolor is not None:
            self.set_edgecolor(edgecolor)
        if linewidth is not None:
            self._linewidth = linewidth
        self.set(**kwargs)

    def get_facecolor(self):
        rgba = colors.to_rgba(self._facecolor, self._alpha)
        return rgba if self._fill else rgba[:3] + (0.0,)

    def set_facecolor(self, color):
        color = rcParams["patch.facecolor"] if color is None else color
        colors.check("facecolor", color)
        self._facecolor = color
        self.changed()

    def get_edgecolor(self):
        if self._edgecolor is None:
            return colors.to_rgba("black", self._alpha) if not self._fill else (0.0, 0.0, 0.0, 0.0)
        return colors.to_rgba(self._edgecolor, self._alpha)

    def set_edgecolor(self, color):
        if color is not None:
            colors.check("edgecolor", color)
        self._edgecolor = color
        self.changed()

    def set_color(self, c):
        self.set_facecolor(c)
        self.set_edgecolor(c)

    def get_linestyle(self):
        return self._linestyle

    def set_linestyle(self, ls):
        self._linestyle = check_style(ls)
        self.changed()

    def dash_text(self):
        return dashes(self._linestyle, self._linewidth)

    def corners(self):
        """The points of its outline, in the data of its axes."""
        return []

    def extent(self):
        """What the limits of its axes must hold."""
        return self.corners()


class Rectangle(Patch):
    def __init__(self, xy, width, height, *, angle=0.0, **kwargs):
        self._x, self._y = xy
        self._width = width
        self._height = height
        self.angle = angle
        super().__init__(**kwargs)

    def __str__(self):
        place = f"xy=({self._x:g}, {self._y:g})"
        return f"Rectangle({place}, width={self._width:g}, height={self._height:g}, angle={self.angle:g})"

    __repr__ = __str__

    def get_x(self):
        return self._x

    def get_y(self):
        return self._y

    def get_xy(self):
        return self._x, self._y

    def get_width(self):
        return self._width

    def get_height(self):
        return self._height

    def set_x(self, x):
        self._x = x
        self.changed()

    def set_y(self, y):
        self._y = y
        self.changed()

    def set_xy(self, xy):
        self._x, self._y = xy
        self.changed()

    def set_width(self, w):
        self._width = w
        self.changed()

    def set_height(self, h):
        self._height = h
        self.changed()

    def get_center(self):
        return self._x + self._width / 2, self._y + self._height / 2

    def corners(self):
        # A span over a whole axis stands in parts of it there, and not in its data.
        x, y = (self._x, self._y) if self._transform else self._in_numbers()
        right, top = x + self._width, y + self._height
        if self.angle:
            turn = math.radians(self.angle)
            cos, sin = math.cos(turn), math.sin(turn)
            ends = [(0, 0), (self._width, 0), (self._width, self._height), (0, self._height)]
            return [(x + a * cos - b * sin, y + a * sin + b * cos) for a, b in ends]
        return [(x, y), (right, y), (right, top), (x, top)]

    def _in_numbers(self):
        if self.axes is None:
            return self._x, self._y
        return self.axes.xaxis.numbers([self._x])[0], self.axes.yaxis.numbers([self._y])[0]


class Polygon(Patch):
    def __init__(self, xy, *, closed=True, **kwargs):
        self.set_xy(xy)
        super().__init__(**kwargs)

    def set_xy(self, xy):
        self._xy = [(float(x), float(y)) for x, y in xy]

    def get_xy(self):
        import numpy as np

        return np.array(self._xy + self._xy[:1])

    def corners(self):
        return self._xy


class Wedge(Patch):
    """A slice of a disc between two angles, in degrees."""

    def __init__(self, center, r, theta1, theta2, *, width=None, **kwargs):
        self.center = center
        self.r = r
        self.theta1 = theta1
        self.theta2 = theta2
        self.width = width
        super().__init__(**kwargs)

    def __str__(self):
        place = f"center=({self.center[0]:g}, {self.center[1]:g}), r={self.r:g}"
        width = "None" if self.width is None else f"{self.width:g}"
        return f"Wedge({place}, theta1={self.theta1:g}, theta2={self.theta2:g}, width={width})"

    __repr__ = __str__

    def _arc(self, radius):
        steps = max(2, math.ceil(abs(self.theta2 - self.theta1) / 4))
        angles = [self.theta1 + (self.theta2 - self.theta1) * at / steps for at in range(steps + 1)]
        x, y = self.center
        return [(x + radius * math.cos(math.radians(a)), y + radius * math.sin(math.radians(a))) for a in angles]

    def corners(self):
        outer = self._arc(self.r)
        if self.width is None:
            is_whole = abs(self.theta2 - self.theta1) >= 360
            return outer if is_whole else outer + [self.center]
        return outer + self._arc(self.r - self.width)[::-1]

    def extent(self):
        x, y = self.center
        quarters = range(math.ceil(self.theta1 / 90), math.floor(self.theta2 / 90) + 1)
        sides = [(x + self.r * (1, 0, -1, 0)[at % 4], y + self.r * (0, 1, 0, -1)[at % 4]) for at in quarters]
        return self.corners() + sides


class Circle(Wedge):
    def __init__(self, xy, radius=5, **kwargs):
        super().__init__(xy, radius, 0, 360, **kwargs)

    def __str__(self):
        return f"Circle(xy=({self.center[0]:g}, {self.center[1]:g}), radius={self.r:g})"

    __repr__ = __str__

    def get_radius(self):
        return self.r

    def set_radius(self, radius):
        self.r = radius
        self.changed()
