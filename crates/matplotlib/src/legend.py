"""What the colours and marks of an axes stand for."""

from matplotlib.artist import Artist
from matplotlib.text import Text, points_of

PLACES = {
    "best": 0,
    "upper right": 1,
    "upper left": 2,
    "lower left": 3,
    "lower right": 4,
    "right": 5,
    "center left": 6,
    "center right": 7,
    "lower center": 8,
    "upper center": 9,
    "center": 10,
}


class Legend(Artist):
    zorder = 5

    def __init__(self, parent, handles, labels, *, loc=None, ncols=1, title=None, fontsize=None, **kwargs):
        from matplotlib import rcParams

        super().__init__()
        self.parent = parent
        self.legend_handles = list(handles)
        size = points_of(rcParams["legend.fontsize"] if fontsize is None else fontsize)
        self.texts = [Text(0, 0, label, size=size) for label in labels]
        self.place = _place(rcParams["legend.loc"] if loc is None else loc)
        self.columns = kwargs.get("ncol", ncols)
        self.title = None if title is None else Text(0, 0, title, size=size)
        self.has_frame = kwargs.get("frameon", rcParams["legend.frameon"])
        self.anchor = kwargs.get("bbox_to_anchor")

    def __str__(self):
        return "Legend"

    def get_texts(self):
        return self.texts

    def get_title(self):
        return self.title or Text(0, 0, "None")

    def get_lines(self):
        from matplotlib.lines import Line2D

        return [handle for handle in self.legend_handles if isinstance(handle, Line2D)]

    def set_title(self, title, prop=None):
        self.title = Text(0, 0, title)

    def get_frame(self):
        from matplotlib.patches import Rectangle

        return Rectangle((0, 0), 1, 1)

    def remove(self):
        self.parent.legend_ = None
        self.parent.changed()


def _place(loc):
    if isinstance(loc, str):
        if loc not in PLACES:
            raise ValueError(f"{loc!r} is not a valid value for loc; supported values are {', '.join(map(repr, PLACES))}")
        return PLACES[loc]
    return loc
