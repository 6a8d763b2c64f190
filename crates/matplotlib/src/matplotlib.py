"""matplotlib: figures as vector graphics, drawn in the results at the batch in which they are shown."""

from cycler import cycler

__version__ = "3.11.2"
__version_info__ = (3, 11, 2, "final", 0)


class RcParams(dict):
    """The settings. Those that are not known to change a drawing here are kept, and change nothing."""

    def __setitem__(self, key, value):
        if key.split(".")[0] not in _GROUPS:
            raise KeyError(f"'{key}' is not a valid value for rcParam.")
        if key == "axes.prop_cycle" and isinstance(value, str):
            value = eval(value, {"cycler": cycler})
        elif key in _NUMBERS and not isinstance(value, float):
            value = float(value)
        super().__setitem__(key, value)

    def update(self, *args, **kwargs):
        for key, value in dict(*args, **kwargs).items():
            self[key] = value

    def __missing__(self, key):
        if key.split(".")[0] in _GROUPS:
            return None
        raise KeyError(key)

    def copy(self):
        made = RcParams()
        dict.update(made, self)
        return made


_GROUPS = set(
    "agg animation axes axes3d backend backend_fallback boxplot contour date docstring errorbar figure font grid "
    "hatch hist image interactive keymap legend lines macosx markers mathtext patch path pcolor pcolormesh pdf pgf "
    "polaraxes ps savefig scatter svg text timezone tk toolbar webagg xaxis xtick yaxis ytick".split()
)
_NUMBERS = ("font.size", "lines.linewidth", "lines.markersize", "axes.linewidth", "figure.dpi", "grid.linewidth", "grid.alpha")

_TABLEAU = [
    tuple(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    for digits in "1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 17becf".split()
]

rcParamsDefault = RcParams()
rcParamsDefault.update(
    {
        "axes.edgecolor": "black",
        "axes.facecolor": "white",
        "axes.grid": False,
        "axes.labelcolor": "black",
        "axes.labelsize": "medium",
        "axes.linewidth": 0.8,
        "axes.prop_cycle": cycler("color", _TABLEAU),
        "axes.spines.bottom": True,
        "axes.spines.left": True,
        "axes.spines.right": True,
        "axes.spines.top": True,
        "axes.titlesize": "large",
        "axes.titleweight": "normal",
        "axes.unicode_minus": True,
        "axes.xmargin": 0.05,
        "axes.ymargin": 0.05,
        "backend": "agg",
        "figure.autolayout": False,
        "figure.dpi": 100.0,
        "figure.edgecolor": "white",
        "figure.facecolor": "white",
        "figure.figsize": [6.4, 4.8],
        "figure.subplot.bottom": 0.11,
        "figure.subplot.hspace": 0.2,
        "figure.subplot.left": 0.125,
        "figure.subplot.right": 0.9,
        "figure.subplot.top": 0.88,
        "figure.subplot.wspace": 0.2,
        "figure.titlesize": "large",
        "font.family": ["sans-serif"],
        "font.size": 10.0,
        "grid.alpha": 1.0,
        "grid.color": "#b0b0b0",
        "grid.linestyle": "-",
        "grid.linewidth": 0.8,
        "hist.bins": 10,
        "image.cmap": "viridis",
        "interactive": False,
        "legend.fontsize": "medium",
        "legend.frameon": True,
        "legend.loc": "best",
        "lines.color": "C0",
        "lines.linestyle": "-",
        "lines.linewidth": 1.5,
        "lines.markeredgewidth": 1.0,
        "lines.markersize": 6.0,
        "patch.facecolor": "C0",
        "patch.linewidth": 1.0,
        "savefig.format": "png",
        "text.color": "black",
        "xtick.color": "black",
        "xtick.labelsize": "medium",
        "ytick.color": "black",
        "ytick.labelsize": "medium",
    }
)
rcParams = rcParamsDefault.copy()


def rc(group, **kwargs):
    groups = [group] if isinstance(group, str) else group
    short = {"lw": "linewidth", "ls": "linestyle", "c": "color", "fc": "facecolor", "ec": "edgecolor"}
    for each in groups:
        for name, value in kwargs.items():
            rcParams[f"{each}.{short.get(name, name)}"] = value


def rcdefaults():
    rcParams.clear()
    dict.update(rcParams, rcParamsDefault)


class rc_context:
    """Settings for the length of a `with`."""

    def __init__(self, rc=None, fname=None):
        self._rc = rc or {}

    def __enter__(self):
        self._before = rcParams.copy()
        rcParams.update(self._rc)

    def __exit__(self, *args):
        rcParams.clear()
        dict.update(rcParams, self._before)


def use(backend, *, force=True):
    """There is one backend: figures are drawn in the results, whatever a program asks for."""
    global _backend_asked_for
    rcParams["backend"] = _backend_asked_for = backend


_backend_asked_for = ""


def get_backend(*, auto_select=True):
    return rcParams["backend"]


def interactive(b):
    rcParams["interactive"] = b


def is_interactive():
    return rcParams["interactive"]


def set_loglevel(level):
    pass


def __getattr__(name):
    if name in ("colormaps", "color_sequences"):
        from matplotlib.cm import colormaps

        return colormaps
    raise AttributeError(f"module 'matplotlib' has no attribute {name!r}")
