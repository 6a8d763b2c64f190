"""Artists that belong together, as one call made them."""


class Container(tuple):
    def __new__(cls, kl, label=None):
        return tuple.__new__(cls, kl)

    def __init__(self, kl, label=None):
        self._label = None if label is None else str(label)

    def __repr__(self):
        return f"<{type(self).__name__} object of {len(self)} artists>"

    __str__ = __repr__

    def get_label(self):
        return self._label

    def set_label(self, s):
        self._label = None if s is None else str(s)

    def get_children(self):
        return [one for one in self if one is not None]

    def remove(self):
        axes = None
        for one in self.get_children():
            for artist in one if isinstance(one, (tuple, list)) else [one]:
                axes = artist.axes
                artist.remove()
        if axes is not None and self in axes.containers:
            axes.containers.remove(self)


class BarContainer(Container):
    def __new__(cls, patches, errorbar=None, *, datavalues=None, orientation=None, **kwargs):
        return tuple.__new__(cls, patches)

    def __init__(self, patches, errorbar=None, *, datavalues=None, orientation=None, **kwargs):
        super().__init__(patches, **kwargs)
        self.patches = list(patches)
        self.errorbar = errorbar
        self.datavalues = datavalues
        self.orientation = orientation


class ErrorbarContainer(Container):
    def __init__(self, lines, has_xerr=False, has_yerr=False, **kwargs):
        super().__init__(lines, **kwargs)
        self.lines = lines
        self.has_xerr = has_xerr
        self.has_yerr = has_yerr

    def __new__(cls, lines, has_xerr=False, has_yerr=False, **kwargs):
        return tuple.__new__(cls, lines)


class StemContainer(Container):
    def __init__(self, markerline_stemlines_baseline, **kwargs):
        super().__init__(markerline_stemlines_baseline, **kwargs)
        self.markerline, self.stemlines, self.baseline = markerline_stemlines_baseline


class PieContainer:
    """The slices of a pie; as a tuple they are slices, labels, and the numbers if there are any."""

    def __init__(self, wedges, values, normalize):
        self.wedges = wedges
        self.values = values
        self._texts = []
        self._normalize = normalize

    def add_texts(self, texts):
        self._texts.append(texts)

    @property
    def texts(self):
        return self._texts

    def __iter__(self):
        return iter([self.wedges, *self._texts])

    def __getitem__(self, at):
        return [self.wedges, *self._texts][at]

    def get_label(self):
        return None
