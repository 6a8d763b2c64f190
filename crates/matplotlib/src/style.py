"""Looks: settings that are chosen together."""

from cycler import cycler
from matplotlib import rc_context, rcdefaults, rcParams

_GRAY = {"axes.facecolor": "#EAEAF2", "axes.grid": True, "grid.color": "white", "grid.linewidth": 1.0}
_GRAY.update({"axes.edgecolor": "white", "axes.linewidth": 0.0})
_WHITE_GRID = {"axes.grid": True, "grid.color": ".8", "axes.edgecolor": ".8", "axes.linewidth": 1.0}


def _colors(text):
    return {"axes.prop_cycle": cycler("color", ["#" + digits for digits in text.split()])}


_STYLES = {
    "Solarize_Light2": {
        "axes.facecolor": "#eee8d5",
        "figure.facecolor": "#FDF6E3",
        "axes.grid": True,
        "grid.color": "#fdf6e3",
        **_colors("268BD2 2AA198 859900 B58900 CB4B16 DC322F D33682 6C71C4"),
    },
    "bmh": {
        "axes.facecolor": "#eeeeee",
        "axes.grid": True,
        "axes.edgecolor": "#bcbcbc",
        "grid.color": "#b2b2b2",
        "grid.linestyle": "--",
        "grid.linewidth": 0.5,
        "lines.linewidth": 2.0,
        **_colors("348ABD A60628 7A68A6 467821 D55E00 CC79A7 56B4E9 009E73 F0E442 0072B2"),
    },
    "classic": {"figure.facecolor": "0.75", **_colors("0000ff 008000 ff0000 00bfbf bf00bf bfbf00 000000")},
    "dark_background": {
        "figure.facecolor": "black",
        "axes.facecolor": "black",
        "axes.edgecolor": "white",
        "axes.labelcolor": "white",
        "text.color": "white",
        "xtick.color": "white",
        "ytick.color": "white",
        "grid.color": "white",
        "lines.color": "white",
        "patch.facecolor": "#8dd3c7",
        **_colors("8dd3c7 feffb3 bfbbd9 fa8174 81b1d2 fdb462 b3de69 bc82bd ccebc4 ffed6f"),
    },
    "fast": {},
    "fivethirtyeight": {
        "figure.facecolor": "#f0f0f0",
        "axes.facecolor": "#f0f0f0",
        "axes.grid": True,
        "axes.edgecolor": "#f0f0f0",
        "grid.color": "#cbcbcb",
        "grid.linewidth": 1.0,
        "lines.linewidth": 4.0,
        "font.size": 14.0,
        **_colors("008fd5 fc4f30 e5ae38 6d904f 8b8b8b 810f7c"),
    },
    "ggplot": {
        "axes.facecolor": "#E5E5E5",
        "axes.edgecolor": "white",
        "axes.grid": True,
        "axes.linewidth": 1.0,
        "axes.titlesize": "x-large",
        "axes.labelsize": "large",
        "axes.labelcolor": "#555555",
        "grid.color": "white",
        "xtick.color": "#555555",
        "ytick.color": "#555555",
        "patch.facecolor": "#348ABD",
        **_colors("E24A33 348ABD 988ED5 777777 FBC15E 8EBA42 FFB5B8"),
    },
    "grayscale": {"figure.facecolor": "0.75", **_colors("000000 666666 999999 b3b3b3")},
    "petroff10": _colors("3f90da ffa90e bd1f01 94a4a2 832db6 a96b59 e76300 b9ac70 717581 92dadd"),
    "petroff6": _colors("5790fc f89c20 e42536 964a8b 9c9ca1 7a21dd"),
    "petroff8": _colors("1845fb ff5e02 c91f16 c849a9 adad7d 86c8dd 578dff 656364"),
    "seaborn-v0_8": _GRAY,
    "seaborn-v0_8-bright": _colors("003FFF 03ED3A E8000B 8A2BE2 FFC400 00D7FF"),
    "seaborn-v0_8-colorblind": _colors("0072B2 009E73 D55E00 CC79A7 F0E442 56B4E9"),
    "seaborn-v0_8-dark": {**_GRAY, "axes.grid": False},
    "seaborn-v0_8-dark-palette": _colors("001C7F 017517 8C0900 7600A1 B8860B 006374"),
    "seaborn-v0_8-darkgrid": _GRAY,
    "seaborn-v0_8-deep": _colors("4C72B0 55A868 C44E52 8172B2 CCB974 64B5CD"),
    "seaborn-v0_8-muted": _colors("4878CF 6ACC65 D65F5F B47CC7 C4AD66 77BEDB"),
    "seaborn-v0_8-notebook": {"figure.figsize": [8.0, 5.5]},
    "seaborn-v0_8-paper": {"figure.figsize": [6.4, 4.4]},
    "seaborn-v0_8-pastel": _colors("92C6FF 97F0AA FF9F9A D0BBFF FFFEA3 B0E0E6"),
    "seaborn-v0_8-poster": {"figure.figsize": [12.8, 8.8], "font.size": 16.0},
    "seaborn-v0_8-talk": {"figure.figsize": [10.4, 7.15], "font.size": 13.0},
    "seaborn-v0_8-ticks": {},
    "seaborn-v0_8-white": {"axes.edgecolor": ".15"},
    "seaborn-v0_8-whitegrid": _WHITE_GRID,
    "tableau-colorblind10": _colors("006BA4 FF800E ABABAB 595959 5F9ED1 C85200 898989 A2C8EC FFBC79 CFCFCF"),
}

library = _STYLES
available = sorted(_STYLES)


def _settings(style):
    if not isinstance(style, str):
        return style
    # As they were called before matplotlib 3.6.
    name = style.replace("seaborn", "seaborn-v0_8", 1) if "v0_8" not in style else style
    if name not in _STYLES:
        raise OSError(
            f"{style!r} is not a valid package style, path of style file, URL of style file, or library style name "
            "(library styles are listed in `style.available`)"
        )
    return _STYLES[name]


def use(style):
    styles = [style] if isinstance(style, (str, dict)) else style
    for each in styles:
        if each == "default":
            rcdefaults()
        else:
            rcParams.update(_settings(each))


class context(rc_context):
    def __init__(self, style, after_reset=False):
        super().__init__()
        self._style = style

    def __enter__(self):
        super().__enter__()
        use(self._style)
