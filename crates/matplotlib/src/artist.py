"""What everything in a figure has in common: a place in it, a label, properties that are set and read by name."""

_SHORT = {
    "lw": "linewidth",
    "ls": "linestyle",
    "c": "color",
    "ec": "edgecolor",
    "fc": "facecolor",
    "ms": "markersize",
    "mfc": "markerfacecolor",
    "mec": "markeredgecolor",
    "mew": "markeredgewidth",
    "fontsize": "size",
    "fontweight": "weight",
    "fontstyle": "style",
    "fontfamily": "family",
    "fontname": "family",
    "ha": "horizontalalignment",
    "va": "verticalalignment",
    "linewidths": "linewidth",
    "linestyles": "linestyle",
    "edgecolors": "edgecolor",
    "facecolors": "facecolor",
    "colors": "color",
    "aa": "antialiased",
    "backgroundcolor": "background",
}


def full_names(kwargs):
    """Properties by their full names: `lw` is `linewidth`."""
    return {_SHORT.get(name, name): value for name, value in kwargs.items()}


def settable(*names):
    """Gives a class a `get_` and a `set_` method for each property, which is kept under its name with `_`."""

    def add(cls):
        for name in names:
            _add_property(cls, name, "_" + name)
        return cls

    return add


def _add_property(cls, name, kept):
    def get(self):
        return getattr(self, kept)

    def set(self, value):
        setattr(self, kept, value)
        self.changed()

    if not hasattr(cls, "get_" + name):
        setattr(cls, "get_" + name, get)
    if not hasattr(cls, "set_" + name):
        setattr(cls, "set_" + name, set)
    for short, full in _SHORT.items():
        if full == name:
            setattr(cls, "get_" + short, getattr(cls, "get_" + name))
            setattr(cls, "set_" + short, getattr(cls, "set_" + name))


@settable("label", "alpha", "visible", "zorder", "clip_on", "gid", "picker", "animated", "antialiased", "rasterized")
class Artist:
    zorder = 0
    axes = None
    _label = ""
    _alpha = None
    _visible = True
    _clip_on = True
    _gid = _picker = _animated = _antialiased = _rasterized = None
    _figure = None

    def __init__(self):
        self.sticky_x = []
        self.sticky_y = []

    @property
    def figure(self):
        return self.axes.figure if self.axes is not None else self._figure

    def get_figure(self):
        return self.figure

    def get_zorder(self):
        return self.zorder

    def set_zorder(self, level):
        self.zorder = level
        self.changed()

    def set_label(self, s):
        self._label = None if s is None else str(s)
        self.changed()

    def changed(self):
        """The figure must be drawn again."""
        figure = self.figure
        if figure is not None:
            figure.stale = True

    def set(self, **kwargs):
        answers = []
        for name, value in full_names(kwargs).items():
            if name == "transform":
                self._transform = value
                continue
            setter = getattr(self, "set_" + name, None)
            if setter is None:
                owner = type(self).__name__
                raise AttributeError(f"{owner}.set() got an unexpected keyword argument {name!r}")
            answers.append(setter(value))
        return answers

    def update(self, props):
        return self.set(**props)

    def set_clip_path(self, path, transform=None):
        pass

    def remove(self):
        if self.axes is None:
            raise NotImplementedError("cannot remove artist")
        self.axes._children.remove(self)
        self.changed()
        self.axes = None

    def table(self):
        """Its data as a caption, names of columns, and rows; None where it has none."""
        return None
