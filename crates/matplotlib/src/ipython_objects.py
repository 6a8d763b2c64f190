"""What only a notebook can show: it prints as what it is."""


class DisplayObject:
    def __init__(self, data=None, url=None, filename=None, metadata=None):
        self.data = data
        self.url = url
        self.filename = filename

    def __repr__(self):
        return f"<IPython.core.display.{type(self).__name__} object>"


class TextDisplayObject(DisplayObject):
    pass


class HTML(TextDisplayObject):
    pass


class Markdown(TextDisplayObject):
    pass


class Latex(TextDisplayObject):
    pass


class Pretty(TextDisplayObject):
    pass


class SVG(DisplayObject):
    pass


class Javascript(TextDisplayObject):
    pass


class JSON(DisplayObject):
    pass


def _absent(name):
    def make(*args, **kwargs):
        raise NotImplementedError(
            f"IPython.display.{name} is not in Brooklet, which shows text, and figures of matplotlib"
        )

    make.__name__ = make.__qualname__ = name
    return make


Image = _absent("Image")
Audio = _absent("Audio")
Video = _absent("Video")
IFrame = _absent("IFrame")
YouTubeVideo = _absent("YouTubeVideo")
