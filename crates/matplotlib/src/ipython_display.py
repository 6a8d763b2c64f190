"""What notebooks show: values as text, figures in the results."""

import _figures
from IPython.core.display import (
    HTML,
    JSON,
    SVG,
    Audio,
    DisplayObject,
    IFrame,
    Image,
    Javascript,
    Latex,
    Markdown,
    Pretty,
    TextDisplayObject,
    Video,
    YouTubeVideo,
)


def display(*objs, **kwargs):
    """Prints values; a figure is drawn besides."""
    print(*objs)
    for obj in objs:
        if hasattr(obj, "show_now"):
            obj.show_now()


def clear_output(wait=False):
    """Takes away what was shown; with `wait`, once there is something new."""
    _figures.clear(bool(wait))


display_html = display_markdown = display_pretty = display
