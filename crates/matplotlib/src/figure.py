"""A figure: its axes, what is written over them, how it is laid out, and where it goes."""

import _figures
from matplotlib import colors, rcParams
from matplotlib._absent import absent_method
from matplotlib._draw_artists import Place, draw_text, write
from matplotlib._draw_axes import Side, draw_axes, draw_legend, title_room
from matplotlib._drawing import Drawing
from matplotlib._tables import label_of, tables_of
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.gridspec import GridSpec, SubplotSpec
from matplotlib.legend import Legend
from matplotlib.text import Text

_SPACES = ("left", "bottom", "right", "top", "wspace", "hspace")


class Manager:
    """The window that a figure would have."""

    def __init__(self, canvas, num):
        self.canvas = canvas
        self.num = num
        self.window = self

    def set_window_title(self, title):
        pass

    def __getattr__(self, name):
        return lambda *args, **kwargs: None


class FigureCanvas:
    def __init__(self, figure):
        self.figure = figure
        self.manager = None

    def draw(self):
        self.figure.show_now()

    def draw_idle(self):
        self.figure.show_now()

    def flush_events(self):
        self.figure.show_if_stale()

    def start_event_loop(self, timeout=0):
        import time

        self.figure.show_if_stale()
        time.sleep(timeout)

    def mpl_connect(self, s, func):
        return 0

    def mpl_disconnect(self, cid):
        pass

    def set_window_title(self, title):
        pass

    def blit(self, bbox=None):
        self.figure.show_if_stale()

    def copy_from_bbox(self, bbox):
        return None

    def restore_region(self, region):
        pass

    def get_supported_filetypes(self):
        return {"svg": "Scalable Vector Graphics"}

    def print_figure(self, filename, **kwargs):
        self.figure.savefig(filename, **kwargs)


class Figure(Artist):
    _made = 0

    def __init__(self, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, layout=None, tight_layout=None,
                 constrained_layout=None, **kwargs):
        super().__init__()
        Figure._made += 1
        self.serial = Figure._made
        self._size = [float(part) for part in (rcParams["figure.figsize"] if figsize is None else figsize)]
        self.dpi = float(rcParams["figure.dpi"] if dpi is None else dpi)
        self._facecolor = rcParams["figure.facecolor"] if facecolor is None else facecolor
        self._is_tight = bool(layout in ("tight", "constrained", "compressed") or tight_layout or constrained_layout)
        self._is_tight = self._is_tight or rcParams["figure.autolayout"]
        self.canvas = FigureCanvas(self)
        self.stale = True
        self.clear()

    def clear(self, keep_observers=False):
        self._axes = []
        self._texts = []
        self._suptitle = None
        self._sup_labels = {}
        self.legends = []
        self._given = {}
        self._current = None
        self.stale = True

    clf = clear

    @property
    def figure(self):
        return self

    def __str__(self):
        width, height = (round(part * self.dpi) for part in self._size)
        return f"Figure({width:g}x{height:g})"

    def __repr__(self):
        width, height = (part * self.dpi for part in self._size)
        return f"<Figure size {width:g}x{height:g} with {len(self._axes)} Axes>"

    def __getattr__(self, name):
        return absent_method("Figure", name)

    @property
    def axes(self):
        return list(self._axes)

    def get_axes(self):
        return self.axes

    @property
    def number(self):
        if self.canvas.manager is None:
            raise AttributeError("'Figure' object has no attribute 'number'")
        return self.canvas.manager.num

    def get_size_inches_as_floats(self):
        return self._size

    def get_size_inches(self):
        import numpy as np

        return np.array(self._size)

    def set_size_inches(self, w, h=None, forward=True):
        self._size = [float(part) for part in (w if h is None else (w, h))]
        self.stale = True

    def get_figwidth(self):
        return self._size[0]

    def get_figheight(self):
        return self._size[1]

    def set_figwidth(self, val, forward=True):
        self.set_size_inches(val, self._size[1])

    def set_figheight(self, val, forward=True):
        self.set_size_inches(self._size[0], val)

    def get_dpi(self):
        return self.dpi

    def set_dpi(self, val):
        self.dpi = val

    def set_facecolor(self, color):
        self._facecolor = color
        self.stale = True

    def get_facecolor(self):
        return colors.to_rgba(self._facecolor)

    @property
    def patch(self):
        return self

    # Axes.

    def add_subplot(self, *args, **kwargs):
        sharex, sharey = kwargs.pop("sharex", None), kwargs.pop("sharey", None)
        projection = kwargs.pop("projection", None)
        if projection not in (None, "rectilinear") or kwargs.pop("polar", False):
            raise NotImplementedError(f"axes with the projection {projection or 'polar'!r} are not in Brooklet")
        spec = self._spec_of(args)
        axes = Axes(self, spec, sharex, sharey, **kwargs)
        self._axes.append(axes)
        self._current = axes
        self.stale = True
        return axes

    def _spec_of(self, args):
        if not args:
            args = (1, 1, 1)
        if len(args) == 1:
            if isinstance(args[0], SubplotSpec):
                return args[0]
            digits = args[0]
            if not isinstance(digits, int) or not 111 <= digits <= 999:
                told = f"{digits!r}" if not isinstance(digits, int) else str(digits)
                raise ValueError(f"Single argument to subplot must be a three-digit integer, not {told}")
            args = tuple(map(int, str(digits)))
        if len(args) != 3:
            raise TypeError(f"add_subplot() takes 1 or 3 positional arguments but {len(args)} were given")
        rows, columns, at = args
        grid = GridSpec(rows, columns, self)
        if isinstance(at, tuple):
            return grid[at[0] - 1 : at[1]]
        if not isinstance(at, int) or not 1 <= at <= rows * columns:
            raise ValueError(f"num must be an integer with 1 <= num <= {rows * columns}, not {at!r}")
        return grid[at - 1]

    def add_axes(self, *args, **kwargs):
        kwargs.pop("projection", None)
        axes = Axes(self, GridSpec(1, 1, self)[0], **kwargs)
        axes._given_box = tuple(args[0])
        self._axes.append(axes)
        self._current = axes
        self.stale = True
        return axes

    def subplots(self, nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None,
                 height_ratios=None, subplot_kw=None, gridspec_kw=None):
        import numpy as np

        options = {"width_ratios": width_ratios, "height_ratios": height_ratios, **(gridspec_kw or {})}
        grid = GridSpec(nrows, ncols, self, **options)
        made = []
        for at in range(nrows * ncols):
            shared = {}
            for name, how in (("sharex", sharex), ("sharey", sharey)):
                how = {True: "all", False: "none"}.get(how, how)
                first = {"all": 0, "col": at % ncols, "row": at - at % ncols}.get(how)
                if first is not None and first < at:
                    shared[name] = made[first]
            axes = self.add_subplot(grid[at], **shared, **(subplot_kw or {}))
            if sharex in (True, "all", "col") and at // ncols < nrows - 1:
                axes.xaxis.style["shown"] = False
            if sharey in (True, "all", "row") and at % ncols:
                axes.yaxis.style["shown"] = False
            made.append(axes)
        self._current = made[0] if made else None
        if squeeze and len(made) == 1:
            return made[0]
        table = np.empty(len(made), dtype=object)
        for at, axes in enumerate(made):
            table[at] = axes
        table = table.reshape(nrows, ncols)
        return table.ravel() if squeeze and 1 in (nrows, ncols) else table

    def gca(self):
        return self._current or self.add_subplot()

    def sca(self, a):
        self._current = a
        return a

    def delaxes(self, ax):
        self._axes.remove(ax)
        if self._current is ax:
            self._current = self._axes[-1] if self._axes else None
        self.stale = True

    # What stands over all axes.

    def suptitle(self, t, **kwargs):
        self._suptitle = Text(0.5, 0.98, t, size=rcParams["figure.titlesize"], ha="center", va="top")
        self._suptitle._figure = self
        self._suptitle.set(**kwargs)
        return self._suptitle

    def supxlabel(self, t, **kwargs):
        return self._sup_label("x", Text(0.5, 0.01, t, size="large", ha="center", va="bottom"), kwargs)

    def supylabel(self, t, **kwargs):
        label = Text(0.02, 0.5, t, size="large", ha="center", va="center", rotation=90)
        return self._sup_label("y", label, kwargs)

    def _sup_label(self, name, label, kwargs):
        label.set(**kwargs)
        self._sup_labels[name] = label
        self.stale = True
        return label

    def text(self, x, y, s, fontdict=None, **kwargs):
        text = Text(x, y, s, **{**(fontdict or {}), **kwargs})
        text._transform = "figure"
        self._texts.append(text)
        self.stale = True
        return text

    def legend(self, *args, handles=None, labels=None, **kwargs):
        if handles is None and not args:
            pairs = [axes.get_legend_handles_labels() for axes in self._axes]
            handles = [one for some, _ in pairs for one in some]
            labels = [one for _, some in pairs for one in some]
        elif args:
            handles, labels = args if len(args) == 2 else (self._axes[0].get_legend_handles_labels()[0], args[0])
        made = Legend(self, handles, labels, **{"loc": "upper right", **kwargs})
        self.legends.append(made)
        self.stale = True
        return made

    def autofmt_xdate(self, bottom=0.2, rotation=30, ha="right", which="major"):
        for axes in self._axes:
            axes.xaxis.style_texts(rotation=rotation, ha=ha)
        self.subplots_adjust(bottom=bottom)

    def align_labels(self, axs=None):
        pass

    # Layout.

    def subplots_adjust(self, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None):
        for name, value in zip(_SPACES, (left, bottom, right, top, wspace, hspace)):
            if value is not None:
                self._given[name] = value
        self.stale = True

    def tight_layout(self, *, pad=1.08, h_pad=None, w_pad=None, rect=None):
        self._is_tight = True
        self._given = {}
        self._tight_within = rect or (0, 0, 1, 1)
        self.stale = True

    _tight_within = (0, 0, 1, 1)

    def set_tight_layout(self, tight):
        self._is_tight = bool(tight)

    def set_layout_engine(self, layout=None, **kwargs):
        self._is_tight = layout in ("tight", "constrained", "compressed")

    def set_constrained_layout(self, constrained):
        self._is_tight = bool(constrained)

    def spaces(self):
        return {name: self._given.get(name, rcParams["figure.subplot." + name]) for name in _SPACES}

    def _fit(self):
        """Lays the axes out so that nothing of what stands around them is cut off."""
        placed = [axes for axes in self._axes if axes._given_box is None]
        if not placed:
            return
        width, height = (72 * part for part in self._size)
        pad = 1.08 * rcParams["font.size"]
        rooms = {"left": 0.0, "right": 0.0, "top": 0.0, "bottom": 0.0}
        between = {"w": 0.0, "h": 0.0}
        for axes in placed:
            below, beside = Side(axes.xaxis).room(), Side(axes.yaxis).room()
            at_right = axes.yaxis.style.get("at_end")
            sides = {"bottom": below, "top": title_room(axes), "right" if at_right else "left": beside}
            spec = axes._spec
            ends = {"left": spec.columns[0] == 0, "right": spec.columns[1] == spec.grid.ncols - 1}
            ends.update(top=spec.rows[0] == 0, bottom=spec.rows[1] == spec.grid.nrows - 1)
            for side, room in sides.items():
                if ends[side]:
                    rooms[side] = max(rooms[side], room)
                else:
                    name = "w" if side in ("left", "right") else "h"
                    between[name] = max(between[name], room)
            if not (ends["top"] and ends["bottom"]):
                between["h"] = max(between["h"], below + title_room(axes))
        if self._suptitle is not None:
            rooms["top"] += self._suptitle.get_size() * 1.2 + 0.02 * height
        x0, y0, x1, y1 = self._tight_within
        left, right = x0 + (rooms["left"] + pad) / width, x1 - (rooms["right"] + pad) / width
        bottom, top = y0 + (rooms["bottom"] + pad) / height, y1 - (rooms["top"] + pad) / height
        if right <= left or top <= bottom:
            return
        self._given = {"left": left, "right": right, "bottom": bottom, "top": top}
        rows = max(axes._spec.grid.nrows for axes in placed)
        columns = max(axes._spec.grid.ncols for axes in placed)
        for name, count, room, whole in (
            ("wspace", columns, (between["w"] + pad) / width, right - left),
            ("hspace", rows, (between["h"] + pad) / height, top - bottom),
        ):
            cell = (whole - room * (count - 1)) / count
            if count > 1 and cell > 0:
                self._given[name] = room / cell

    _mappable = None

    def colorbar(self, mappable, cax=None, ax=None, *, orientation="vertical", fraction=0.15, pad=None, shrink=1.0,
                 location=None, aspect=20, use_gridspec=True, extend=None, **kwargs):
        from matplotlib.colorbar import Colorbar, room_beside

        before = self._current
        if location in ("top", "bottom"):
            orientation = "horizontal"
        if cax is None:
            beside = ax if ax is not None else getattr(mappable, "axes", None) or self.gca()
            if not isinstance(beside, Axes):
                beside = list(getattr(beside, "flat", beside))[-1]
            cax = self.add_axes(room_beside(self, beside, orientation, fraction, pad, shrink))
        self._current = before
        return Colorbar(cax, mappable, orientation=orientation, **kwargs)

    # Where it goes.

    def drawing(self):
        """The figure as shapes."""
        for axes in self._axes:
            axes._autoscale()
        if self._is_tight:
            self._fit()
        is_plain = all(colors.to_rgba(one._facecolor)[:3] == (1.0, 1.0, 1.0) for one in [self, *self._axes])
        width, height = (72 * part for part in self._size)
        made = Drawing(width, height, is_plain)
        made.rect(0, 0, width, height, colors.to_rgba(self._facecolor))
        for axes in self._axes:
            if axes._visible:
                draw_axes(made, axes)
        for text in self._texts:
            draw_text(made, None, text)
        for text in [self._suptitle, *self._sup_labels.values()]:
            if text is not None:
                write(made, text._x * width, (1 - text._y) * height, text)
        for legend in self.legends:
            draw_legend(made, Place(None, 0, 0, width, height), legend)
        self.stale = False
        return made

    def show_now(self):
        """Shows it in the results."""
        if self._axes or self._texts:
            made = self.drawing()
            size = (made.width, made.height)
            _figures.show((self.serial, label_of(self), size, made.clips, made.shapes, tables_of(self)))

    def show_if_stale(self):
        if self.stale:
            self.show_now()

    def show(self, warn=True):
        self.show_now()

    def savefig(self, fname, *, transparent=None, format=None, **kwargs):
        from matplotlib._svg import save

        save(self, fname, format)
