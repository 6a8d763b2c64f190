"""The functions that draw into the current axes of the current figure."""

import _figures
import matplotlib
from matplotlib import cm, colors, rc, rc_context, rcdefaults, rcParams, rcParamsDefault, style, ticker
from matplotlib._absent import absent_function
from matplotlib.artist import Artist
from matplotlib.axes import Axes, Subplot
from matplotlib.cm import colormaps, get_cmap
from matplotlib.colors import Normalize
from matplotlib.figure import Figure, Manager
from matplotlib.gridspec import GridSpec, SubplotSpec
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Polygon, Rectangle
from matplotlib.text import Annotation, Text
from matplotlib.ticker import (
    AutoLocator,
    FixedFormatter,
    FixedLocator,
    FormatStrFormatter,
    Formatter,
    FuncFormatter,
    IndexLocator,
    LinearLocator,
    Locator,
    LogFormatter,
    LogLocator,
    MaxNLocator,
    MultipleLocator,
    NullFormatter,
    NullLocator,
    ScalarFormatter,
)

# The open figures by number; the last one is the current one.
_open = {}

_AXES_FUNCTIONS = (
    "annotate axhline axhspan axis axvline axvspan bar bar_label barh boxplot errorbar fill fill_between fill_betweenx grid hist "
    "hist2d hlines imshow matshow pcolor pcolormesh legend locator_params loglog margins minorticks_off minorticks_on pie plot plot_date scatter semilogx "
    "semilogy stackplot stem step text tick_params ticklabel_format vlines autoscale twinx twiny"
).split()
_SETTERS = {"title": "set_title", "xlabel": "set_xlabel", "ylabel": "set_ylabel", "xscale": "set_xscale"}
_SETTERS.update({"yscale": "set_yscale", "cla": "clear"})
_FIGURE_FUNCTIONS = "suptitle subplots_adjust tight_layout savefig figtext figlegend".split()


def _of_axes(name, method):
    def call(*args, **kwargs):
        made = getattr(gca(), method)(*args, **kwargs)
        if isinstance(made, Axes):
            sca(made)
        return made

    return _named(call, name)


def _of_figure(name, method):
    def call(*args, **kwargs):
        return getattr(gcf(), method)(*args, **kwargs)

    return _named(call, name)


def _named(call, name):
    call.__name__ = call.__qualname__ = name
    call.__module__ = "matplotlib.pyplot"
    return call


for _name in _AXES_FUNCTIONS:
    globals()[_name] = _of_axes(_name, _name)
for _name, _method in _SETTERS.items():
    globals()[_name] = _of_axes(_name, _method)
for _name in _FIGURE_FUNCTIONS:
    globals()[_name] = _of_figure(_name, {"figtext": "text", "figlegend": "legend"}.get(_name, _name))


def __getattr__(name):
    return absent_function("matplotlib.pyplot", name)


# Figures.


def figure(num=None, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, frameon=True, FigureClass=Figure,
           clear=False, **kwargs):
    """A new figure, or the one of that number or name."""
    if isinstance(num, Figure):
        num = num.canvas.manager.num
    label = num if isinstance(num, str) else ""
    if label:
        num = next((at for at, each in _open.items() if each._label == label), None)
    if num is None:
        num = max(_open, default=0) + 1
    if num not in _open:
        made = FigureClass(figsize, dpi, facecolor=facecolor, edgecolor=edgecolor, **kwargs)
        made._label = label
        made.canvas.manager = Manager(made.canvas, num)
        _open[num] = made
        _warn_of_many()
    _make_current(num)
    if clear:
        _open[num].clear()
    return _open[num]


def _warn_of_many():
    if len(_open) == 21:
        import warnings

        warnings.warn(
            "More than 20 figures have been opened. Figures created through the pyplot interface "
            "(`matplotlib.pyplot.figure`) are retained until explicitly closed and may consume too much memory. (To "
            "control this warning, see the rcParam `figure.max_open_warning`). Consider using "
            "`matplotlib.pyplot.close()`.",
            RuntimeWarning,
            stacklevel=3,
        )


def _make_current(num):
    _open[num] = _open.pop(num)


def gcf():
    return _open[next(reversed(_open))] if _open else figure()


def get_fignums():
    return sorted(_open)


def get_figlabels():
    return [_open[num]._label for num in get_fignums()]


def fignum_exists(num):
    return num in _open if isinstance(num, int) else num in get_figlabels()


def get_current_fig_manager():
    return gcf().canvas.manager


def close(fig=None):
    """Closes the current figure, one by its number or name, or all."""
    if fig is None:
        fig = next(reversed(_open), None)
    if fig == "all":
        _open.clear()
        return
    for num, each in list(_open.items()):
        if each is fig or num == fig or (isinstance(fig, str) and each._label == fig):
            del _open[num]


def clf():
    gcf().clear()


def delaxes(ax=None):
    gcf().delaxes(ax or gca())


# Axes.


def gca():
    return gcf().gca()


def sca(ax):
    for num, each in _open.items():
        if each is ax.figure:
            _make_current(num)
            break
    ax.figure.sca(ax)


def axes(arg=None, **kwargs):
    if arg is None:
        return gcf().add_subplot(**kwargs)
    return gcf().add_axes(arg, **kwargs)


def subplot(*args, **kwargs):
    """The axes of a cell of a grid: the one that is there, or a new one."""
    fig = gcf()
    if len(args) == 1 and isinstance(args[0], Axes):
        sca(args[0])
        return args[0]
    spec = fig._spec_of(args)
    for ax in fig._axes:
        if ax._given_box is None and ax._spec.key() == spec.key():
            fig._current = ax
            return ax
    return fig.add_subplot(spec, **kwargs)


def subplot2grid(shape, loc, rowspan=1, colspan=1, fig=None, **kwargs):
    grid = GridSpec(*shape)
    cells = grid[loc[0] : loc[0] + rowspan, loc[1] : loc[1] + colspan]
    return (fig or gcf()).add_subplot(cells, **kwargs)


def subplots(nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None,
             subplot_kw=None, gridspec_kw=None, **fig_kw):
    fig = figure(**fig_kw)
    ratios = {"width_ratios": width_ratios, "height_ratios": height_ratios}
    shared = {"sharex": sharex, "sharey": sharey, "squeeze": squeeze}
    return fig, fig.subplots(nrows, ncols, subplot_kw=subplot_kw, gridspec_kw=gridspec_kw, **shared, **ratios)


def box(on=None):
    ax = gca()
    ax.set_frame_on(not ax._frame_shown if on is None else on)


def xlim(*args, **kwargs):
    return gca().set_xlim(*args, **kwargs) if args or kwargs else gca().get_xlim()


def ylim(*args, **kwargs):
    return gca().set_ylim(*args, **kwargs) if args or kwargs else gca().get_ylim()


def xticks(ticks=None, labels=None, *, minor=False, **kwargs):
    return _ticks(gca().xaxis, ticks, labels, kwargs)


def yticks(ticks=None, labels=None, *, minor=False, **kwargs):
    return _ticks(gca().yaxis, ticks, labels, kwargs)


def _ticks(axis, ticks, labels, kwargs):
    if ticks is not None:
        axis.set_ticks(ticks)
    elif labels is not None:
        raise TypeError(f"{axis.axis_name}ticks(): Parameter 'labels' can't be set without setting 'ticks'")
    if labels is not None:
        axis.set_ticklabels(labels)
    axis.style_texts(**kwargs)
    return axis.get_ticklocs(), axis.get_ticklabels()


def setp(obj, *args, **kwargs):
    for each in obj if isinstance(obj, (list, tuple)) else [obj]:
        each.set(**dict(zip(args[::2], args[1::2])), **kwargs)


def getp(obj, property):
    return getattr(obj, "get_" + property)()


def set_cmap(cmap):
    rcParams["image.cmap"] = get_cmap(cmap).name
    if gci() is not None:
        gci().set_cmap(cmap)


# The image to which a scale of colours belongs.


def gci():
    return gcf()._mappable


def sci(im):
    gcf()._mappable = im


def clim(vmin=None, vmax=None):
    gci().set_clim(vmin, vmax)


def colorbar(mappable=None, cax=None, ax=None, **kwargs):
    mappable = gci() if mappable is None else mappable
    if mappable is None:
        raise RuntimeError(
            "No mappable was found to use for colorbar creation. First define a mappable such as an image (with "
            "imshow) or a contour set (with contourf)."
        )
    return gcf().colorbar(mappable, cax, ax, **kwargs)


# What is shown, and when.


def show(*args, block=None, **kwargs):
    """Shows every open figure. As with a window that is then closed, it is gone afterwards; Agg has no windows."""
    from matplotlib import animation

    animation.run(list(_open.values()))
    for num in get_fignums():
        _open[num].show_now()
    if block or (block is None and not isinteractive() and matplotlib._backend_asked_for.lower() != "agg"):
        _open.clear()


def draw():
    gcf().show_now()


def pause(interval):
    """Shows what has changed, and waits so many seconds of the virtual clock."""
    import time

    _show_changed()
    time.sleep(interval)


def _show_changed():
    for num in get_fignums():
        _open[num].show_if_stale()


_figures.at_rest(_show_changed)


class _Mode:
    """What `ion` and `ioff` return: with it, the mode holds for the length of a `with`."""

    def __init__(self, before):
        self._before = before

    def __enter__(self):
        return self

    def __exit__(self, *args):
        rcParams["interactive"] = self._before


def ion():
    before = isinteractive()
    rcParams["interactive"] = True
    return _Mode(before)


def ioff():
    before = isinteractive()
    rcParams["interactive"] = False
    return _Mode(before)


def isinteractive():
    return rcParams["interactive"]


def switch_backend(newbackend):
    matplotlib.use(newbackend)


def connect(s, func):
    return 0


def disconnect(cid):
    pass
