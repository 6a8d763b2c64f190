"""One place in a figure where data are drawn: its axes, title, texts and legend."""

from matplotlib import rcParams
from matplotlib._absent import absent_method
from matplotlib._bars import Bars
from matplotlib._boxes import Boxes
from matplotlib._limits import Limits
from matplotlib._plots import Plots
from matplotlib.artist import Artist
from matplotlib.axis import Axis
from matplotlib.collections import Collection
from matplotlib.image import AxesImage, Images
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Annotation, Text

_ARTISTS = {
    "lines": Line2D,
    "patches": Patch,
    "collections": Collection,
    "texts": Text,
    "images": AxesImage,
    "artists": (),
    "tables": (),
}


class ArtistList(list):
    """The artists of one kind; as text it says how many."""

    def __init__(self, kind, artists):
        super().__init__(artists)
        self._kind = kind

    def __repr__(self):
        return f"<Axes.ArtistList of {len(self)} {self._kind}>"


class silent_list(list):
    def __init__(self, type, seq=()):
        super().__init__(seq)
        self.type = type

    def __repr__(self):
        if self:
            return f"<a list of {len(self)} {self.type} objects>"
        return "<an empty list>"


class Spine(Artist):
    """A side of the frame."""

    def __init__(self, axes):
        super().__init__()
        self.axes = axes
        self.color = rcParams["axes.edgecolor"]
        self.width = rcParams["axes.linewidth"]

    def set_color(self, color):
        self.color = color
        self.changed()

    set_edgecolor = set_color

    def set_linewidth(self, w):
        self.width = w
        self.changed()

    def set_position(self, position):
        pass

    def set_linestyle(self, ls):
        pass

    set_lw = set_linewidth


class Spines(dict):
    def __getattr__(self, name):
        if name in self:
            return self[name]
        raise AttributeError(f"'Spines' object does not contain a {name!r} spine")

    def __getitem__(self, key):
        if isinstance(key, (list, tuple, slice)):
            return _Several([self[name] for name in (self if isinstance(key, slice) else key)])
        return super().__getitem__(key)


class _Several:
    def __init__(self, spines):
        self._spines = spines

    def __getattr__(self, name):
        def call(*args, **kwargs):
            for spine in self._spines:
                getattr(spine, name)(*args, **kwargs)

        return call


class Axes(Plots, Bars, Boxes, Images, Limits, Artist):
    name = "rectilinear"

    def __init__(self, figure, spec, sharex=None, sharey=None, **kwargs):
        Artist.__init__(self)
        self._init_limits()
        self._figure = figure
        self._spec = spec
        self._given_box = None
        self.xaxis = Axis(self, "x", sharex and sharex.xaxis)
        self.yaxis = Axis(self, "y", sharey and sharey.yaxis)
        self.spines = Spines((side, Spine(self)) for side in ("left", "right", "bottom", "top"))
        for side in self.spines:
            self.spines[side]._visible = rcParams["axes.spines." + side]
        self._facecolor = rcParams["axes.facecolor"]
        self.clear()
        self.set(**kwargs)

    def clear(self):
        """Empties it."""
        self._children = []
        self.containers = []
        self.legend_ = None
        self._labels = {"x": Text(0.5, 0, "", size=rcParams["axes.labelsize"])}
        self._labels["y"] = Text(0, 0.5, "", size=rcParams["axes.labelsize"])
        for label in self._labels.values():
            label._figure = self._figure
            label._color = rcParams["axes.labelcolor"]
        self._titles = {place: self._new_title(x) for place, x in (("left", 0.0), ("center", 0.5), ("right", 1.0))}
        self._line_styles = self._fill_colors = 0
        self._frame_shown = True
        self.patch_shown = True
        self._init_limits()
        for axis in (self.xaxis, self.yaxis):
            shared = [axes for axes in axis.view.axes if axes is not self]
            view = type(axis.view)() if not shared else axis.view
            if not shared:
                view.axes = axis.view.axes
                axis.view = view
                view.locator.set_axis(axis)
                view.formatter.set_axis(axis)
            axis.texts = None
            axis.style["rotation"] = 0.0
            axis.style["shown"] = axis.style["ticks"] = axis.has_name = True
            axis.grid_style = {} if rcParams["axes.grid"] else None
        self.changed()

    cla = clear

    def _new_title(self, x):
        title = Text(x, 1.0, "", size=rcParams["axes.titlesize"], ha={0.0: "left", 0.5: "center"}.get(x, "right"))
        title._figure = self._figure
        title._weight = rcParams["axes.titleweight"]
        return title

    def __str__(self):
        left, bottom, width, height = self._box()
        return f"Axes({left:g},{bottom:g};{width:g}x{height:g})"

    def __repr__(self):
        fields = [f"label={self._label!r}"] if self._label else []
        titles = {place: title.get_text() for place, title in self._titles.items() if title.get_text()}
        if titles:
            fields.append(f"title={titles}")
        for name, label in self._labels.items():
            if label.get_text():
                fields.append(f"{name}label={label.get_text()!r}")
        return f"<Axes: {', '.join(fields)}>"

    def __getattr__(self, name):
        if name in _ARTISTS:
            return ArtistList(name, [one for one in self._children if isinstance(one, _ARTISTS[name])])
        return absent_method("Axes", name)

    @property
    def figure(self):
        return self._figure

    @property
    def title(self):
        return self._titles["center"]

    def _box(self):
        """Left, bottom, width and height in parts of the figure."""
        return self._given_box or self._spec.box(self._figure.spaces())

    def get_position(self, original=False):
        return Box(*self._box())

    def set_position(self, pos, which="both"):
        self._given_box = tuple(pos)
        self.changed()

    def get_subplotspec(self):
        return self._spec

    def get_children(self):
        return list(self._children)

    def has_data(self):
        return bool(self._children)

    def remove(self):
        self._figure.delaxes(self)

    def twinx(self):
        return self._twin("y")

    def twiny(self):
        return self._twin("x")

    def _twin(self, own):
        shared = {"sharex": self} if own == "y" else {"sharey": self}
        twin = Axes(self._figure, self._spec, **shared)
        twin._given_box = self._given_box
        twin._axis_named(own).style["at_end"] = True
        twin._axis_named("x" if own == "y" else "y").set_visible(False)
        twin.patch_shown = False
        self._figure._axes.append(twin)
        return twin

    # Titles and texts.

    def set_title(self, label, fontdict=None, loc=None, pad=None, *, y=None, **kwargs):
        title = self._titles[(loc or "center").lower()]
        title.set_text(label)
        title.set_fontdict(fontdict)
        title.set(**kwargs)
        return title

    def get_title(self, loc="center"):
        return self._titles[loc.lower()].get_text()

    def set_xlabel(self, xlabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
        return self._set_label("x", xlabel, fontdict, kwargs)

    def set_ylabel(self, ylabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
        return self._set_label("y", ylabel, fontdict, kwargs)

    def _set_label(self, name, text, fontdict, kwargs):
        label = self._labels[name]
        label.set_text(text)
        label.set_fontdict(fontdict)
        label.set(**kwargs)
        return label

    def get_xlabel(self):
        return self._labels["x"].get_text()

    def get_ylabel(self):
        return self._labels["y"].get_text()

    def text(self, x, y, s, fontdict=None, **kwargs):
        text = Text(x, y, s, **{**(fontdict or {}), **kwargs})
        return self._add(text)

    def annotate(self, text, xy, xytext=None, xycoords="data", textcoords=None, arrowprops=None, **kwargs):
        return self._add(Annotation(text, xy, xytext, xycoords, textcoords, arrowprops, **kwargs))

    def _add(self, artist):
        artist.axes = self
        self._children.append(artist)
        self.changed()
        return artist

    def add_patch(self, p):
        self._add(p)
        if p._transform is None:
            self._take_points(p.extent())
        return p

    def add_line(self, line):
        self._add(line)
        if not line.get_label():
            line.set_label(f"_child{len(self._children) - 1}")
        if line._transform is None:
            self._take_points(line.points())
        return line

    def add_artist(self, a):
        if isinstance(a, Patch):
            return self.add_patch(a)
        return self.add_line(a) if isinstance(a, Line2D) else self._add(a)

    @property
    def transAxes(self):
        return "axes"

    @property
    def transData(self):
        return None

    def get_xaxis_transform(self):
        return "x axis"

    def get_yaxis_transform(self):
        return "y axis"

    # Ticks, grid, frame.

    def set_xticks(self, ticks, labels=None, *, minor=False, **kwargs):
        return self._set_ticks(self.xaxis, ticks, labels, minor, kwargs)

    def set_yticks(self, ticks, labels=None, *, minor=False, **kwargs):
        return self._set_ticks(self.yaxis, ticks, labels, minor, kwargs)

    def _set_ticks(self, axis, ticks, labels, minor, kwargs):
        if not minor:
            axis.set_ticks(ticks, labels, **kwargs)

    def get_xticks(self, *, minor=False):
        return self.xaxis.get_ticklocs()

    def get_yticks(self, *, minor=False):
        return self.yaxis.get_ticklocs()

    def set_xticklabels(self, labels, *, minor=False, fontdict=None, **kwargs):
        self.xaxis.set_ticklabels(labels, **{**(fontdict or {}), **kwargs})
        return self.xaxis.get_ticklabels()

    def set_yticklabels(self, labels, *, minor=False, fontdict=None, **kwargs):
        self.yaxis.set_ticklabels(labels, **{**(fontdict or {}), **kwargs})
        return self.yaxis.get_ticklabels()

    def get_xticklabels(self, minor=False, which=None):
        return self.xaxis.get_ticklabels()

    def get_yticklabels(self, minor=False, which=None):
        return self.yaxis.get_ticklabels()

    def tick_params(self, axis="both", **kwargs):
        for each in self._axes_named(axis):
            name = each.axis_name
            if kwargs.get("bottom" if name == "x" else "left") is False or kwargs.get("length") == 0:
                each.style["ticks"] = False
            if kwargs.get("labelbottom" if name == "x" else "labelleft") is False:
                each.style["shown"] = False
            style = {"rotation": kwargs.get("labelrotation", kwargs.get("rotation")), "size": kwargs.get("labelsize")}
            each.style_texts(color=kwargs.get("labelcolor", kwargs.get("colors")), **style)

    def ticklabel_format(self, *, axis="both", style=None, scilimits=None, useOffset=None, **kwargs):
        for each in self._axes_named(axis):
            formatter = each.view.formatter
            if style is not None:
                formatter.set_scientific(style in ("sci", "scientific"))
            if scilimits is not None:
                formatter.set_powerlimits(scilimits)
            if useOffset is not None:
                formatter.set_useOffset(useOffset)
        self.changed()

    def minorticks_on(self):
        pass

    def minorticks_off(self):
        pass

    def locator_params(self, axis="both", tight=None, **kwargs):
        for each in self._axes_named(axis):
            each.view.locator.set_params(**kwargs)
        self.changed()

    def grid(self, visible=None, which="major", axis="both", **kwargs):
        for each in self._axes_named(axis):
            each.grid(visible, which, **kwargs)

    def label_outer(self):
        if self._spec.rows[1] < self._spec.grid.nrows - 1:
            self.xaxis.style["shown"] = self.xaxis.has_name = False
        if self._spec.columns[0] > 0:
            self.yaxis.style["shown"] = self.yaxis.has_name = False
        self.changed()

    def set_facecolor(self, color):
        self._facecolor = color
        self.changed()

    set_fc = set_facecolor

    def get_facecolor(self):
        from matplotlib.colors import to_rgba

        return to_rgba(self._facecolor)

    @property
    def patch(self):
        return self

    def set_frame_on(self, b):
        self._frame_shown = bool(b)
        self.changed()

    def set_axis_off(self):
        self.axis("off")

    def set_axis_on(self):
        self.axis("on")

    def set_axisbelow(self, b):
        pass

    def set_prop_cycle(self, *args, **kwargs):
        from cycler import cycler

        self._cycle = None if args == (None,) else cycler(*args, **kwargs)
        self._line_styles = self._fill_colors = 0

    _cycle = None

    def get_xaxis(self):
        return self.xaxis

    def get_yaxis(self):
        return self.yaxis

    def get_lines(self):
        return silent_list("Line2D", self.lines)

    # The legend.

    def get_legend_handles_labels(self, legend_handler_map=None):
        found = [one for one in self._children if isinstance(one, (Line2D, Patch, Collection))] + self.containers
        named = [one for one in found if one.get_label() and not one.get_label().startswith("_")]
        return named, [one.get_label() for one in named]

    def legend(self, *args, handles=None, labels=None, **kwargs):
        if len(args) == 2:
            handles, labels = args
        elif len(args) == 1:
            labels = args[0]
        if handles is None and labels is None:
            handles, labels = self.get_legend_handles_labels()
            if not handles:
                import warnings

                warnings.warn(
                    "No artists with labels found to put in legend.  Note that artists whose label start with an "
                    "underscore are ignored when legend() is called with no argument.",
                    stacklevel=2,
                )
        elif handles is None:
            handles = [one for one in self._children if isinstance(one, (Line2D, Patch, Collection))]
            handles = self.containers + [one for one in handles if one.get_label() != "_nolegend_"]
        elif labels is None:
            labels = [handle.get_label() for handle in handles]
        pairs = list(zip(handles, labels))
        self.legend_ = Legend(self, [one for one, _ in pairs], [label for _, label in pairs], **kwargs)
        self.legend_.axes = self
        return self.legend_

    def get_legend(self):
        return self.legend_


class Box(tuple):
    """A place in parts of the figure."""

    def __new__(cls, left, bottom, width, height):
        return tuple.__new__(cls, (left, bottom, width, height))

    x0 = property(lambda self: self[0])
    y0 = property(lambda self: self[1])
    width = property(lambda self: self[2])
    height = property(lambda self: self[3])
    x1 = property(lambda self: self[0] + self[2])
    y1 = property(lambda self: self[1] + self[3])

    @property
    def bounds(self):
        import numpy as np

        return tuple(np.float64(part) for part in self)


Subplot = Axes
