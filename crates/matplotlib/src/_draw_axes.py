"""How an axes is drawn: its frame, ticks, names, grid, artists, legend; and the room that these take."""

import math

from matplotlib import colors, rcParams
from matplotlib._draw_artists import Place, draw, draw_line_through, write
from matplotlib._drawing import marks_way
from matplotlib.collections import Collection, PathCollection
from matplotlib.container import Container
from matplotlib.legend import PLACES
from matplotlib.lines import Line2D
from matplotlib.text import points_of, size_of, width_of

_TICK = 3.5
_PAD = 3.5
_NAME_PAD = 4.0
_TITLE_PAD = 6.0


class Side:
    """What stands along one axis: its ticks that are in view with their texts, and how much room they take."""

    def __init__(self, axis):
        view = axis.view
        low, high = sorted(axis.get_view_interval())
        slack = (high - low) * 1e-9
        ticks = axis.ticks()
        texts = axis.tick_texts(ticks)
        seen = [(at, text) for at, text in zip(ticks, texts) if low - slack <= at <= high + slack]
        self.axis = axis
        self.ticks = [at for at, _ in seen]
        self.texts = [text for _, text in seen] if axis.style["shown"] else []
        self.size = points_of(axis.style["size"])
        self.angle = axis.style["rotation"] or 0.0
        self.offset = view.formatter.get_offset() if axis.texts is None and axis.style["shown"] else ""
        sizes = [size_of(text, self.size, self.angle) for text in self.texts]
        self.depth = max((size[0 if axis.axis_name == "y" else 1] for size in sizes), default=0.0)
        self.depth += _TICK + _PAD if self.texts else 0.0

    def room(self):
        """How much room it takes outside of the frame, in points."""
        label = self.axis.label
        if not label.get_text() or not self.axis.has_name:
            return self.depth
        return self.depth + _NAME_PAD + label.get_size() * 1.2 * (label.get_text().count("\n") + 1)


def title_room(axes):
    """How much room the titles of an axes take above it."""
    heights = [title.get_size() * 1.2 * (title.get_text().count("\n") + 1) for title in axes._titles.values() if title._text]
    return max(heights, default=0.0) + (_TITLE_PAD if heights else 0.0)


def draw_axes(drawing, axes):
    place = _place_of(drawing, axes)
    clip = drawing.clip(*(round(value, 2) for value in (place.left, place.top, place.width, place.height)))
    sides = [Side(axes.xaxis), Side(axes.yaxis)]
    if axes.patch_shown and axes._frame_shown:
        drawing.rect(place.left, place.top, place.width, place.height, colors.to_rgba(axes._facecolor))
    is_gridded = False
    for artist in sorted(axes._children, key=lambda one: one.zorder):
        if not is_gridded and artist.zorder > 1.5:
            is_gridded = True
            _draw_grid(drawing, place, sides, clip)
        draw(drawing, place, artist, clip)
    if not is_gridded:
        _draw_grid(drawing, place, sides, clip)
    _draw_frame(drawing, place, axes)
    _draw_below(drawing, place, sides[0])
    _draw_beside(drawing, place, sides[1])
    for x, title in ((0.0, axes._titles["left"]), (0.5, axes._titles["center"]), (1.0, axes._titles["right"])):
        top = place.top - _TITLE_PAD - (sides[0].depth if axes.xaxis.style.get("at_end") else 0.0)
        write(drawing, place.left + x * place.width, top, title, va="bottom")
    if axes.legend_ is not None:
        draw_legend(drawing, place, axes.legend_)


def _place_of(drawing, axes):
    left, bottom, width, height = axes._box()
    left, width = left * drawing.width, width * drawing.width
    top, height = (1 - bottom - height) * drawing.height, height * drawing.height
    if axes._aspect is not None:
        if axes._adjustable == "datalim":
            axes._stretch()
        else:
            x, y = axes.xaxis.get_view_interval(), axes.yaxis.get_view_interval()
            ratio = abs(y[1] - y[0]) / abs(x[1] - x[0]) * axes._aspect
            if height > width * ratio:
                top, height = top + (height - width * ratio) / 2, width * ratio
            else:
                left, width = left + (width - height / ratio) / 2, height / ratio
    return Place(axes, left, top, width, height)


def _draw_grid(drawing, place, sides, clip):
    for side in sides:
        style = side.axis.grid_style
        if style is None:
            continue
        line = Line2D([], [], color=rcParams["grid.color"], linewidth=rcParams["grid.linewidth"])
        line.set_linestyle(rcParams["grid.linestyle"])
        line.set_alpha(rcParams["grid.alpha"])
        line.set(**style)
        for at in side.ticks:
            if side.axis.axis_name == "x":
                points = [(place.x(at), place.top), (place.x(at), place.top + place.height)]
            else:
                points = [(place.left, place.y(at)), (place.left + place.width, place.y(at))]
            draw_line_through(drawing, line, points, clip)


def _draw_frame(drawing, place, axes):
    if not axes._frame_shown:
        return
    left, top, right, bottom = place.left, place.top, place.left + place.width, place.top + place.height
    ends = {
        "left": [(left, top), (left, bottom)],
        "right": [(right, top), (right, bottom)],
        "bottom": [(left, bottom), (right, bottom)],
        "top": [(left, top), (right, top)],
    }
    for side, points in ends.items():
        spine = axes.spines[side]
        if spine._visible:
            drawing.lines(points, colors.to_rgba(spine.color), spine.width)


def _draw_below(drawing, place, side):
    axis = side.axis
    at_end = axis.style.get("at_end")
    edge, out = (place.top, -1) if at_end else (place.top + place.height, 1)
    rgba = colors.to_rgba(axis.style["color"])
    if axis.style["ticks"]:
        for at in side.ticks:
            drawing.lines([(place.x(at), edge), (place.x(at), edge + out * _TICK)], rgba, 0.8)
    placed = {"ha": axis.style.get("ha", "center"), "va": "bottom" if at_end else "top", "angle": side.angle}
    for at, text in zip(side.ticks, side.texts):
        drawing.text(place.x(at), edge + out * (_TICK + _PAD), text, side.size, rgba, **placed)
    if side.offset:
        y = edge + out * (side.depth + side.size * 0.8)
        drawing.text(place.left + place.width, y, side.offset, side.size, rgba, "right", "center")
    if axis.has_name:
        y = edge + out * (side.depth + _NAME_PAD)
        write(drawing, place.left + axis.label._x * place.width, y, axis.label, ha="center", va=placed["va"])


def _draw_beside(drawing, place, side):
    axis = side.axis
    at_end = axis.style.get("at_end")
    edge, out = (place.left + place.width, 1) if at_end else (place.left, -1)
    rgba = colors.to_rgba(axis.style["color"])
    if axis.style["ticks"]:
        for at in side.ticks:
            drawing.lines([(edge, place.y(at)), (edge + out * _TICK, place.y(at))], rgba, 0.8)
    ha = axis.style.get("ha", "left" if at_end else "right")
    for at, text in zip(side.ticks, side.texts):
        x = edge + out * (_TICK + _PAD)
        drawing.text(x, place.y(at), text, side.size, rgba, ha, "center", side.angle)
    if side.offset:
        drawing.text(edge, place.top - 2, side.offset, side.size, rgba, "right" if at_end else "left", "bottom")
    if axis.has_name:
        label = axis.label
        x = edge + out * (side.depth + _NAME_PAD + label.get_size() * 0.6 * (label._text.count("\n") + 1))
        y = place.top + (1 - label._y) * place.height
        angle = label._rotation if "_rotation" in label.__dict__ else 90.0
        write(drawing, x, y, label, ha="center", va="center", angle=angle)


def draw_legend(drawing, place, legend):
    size = legend.texts[0].get_size() if legend.texts else 10.0
    if not legend.texts:
        return
    rows = math.ceil(len(legend.texts) / legend.columns)
    column = max(width_of(text._text, size) for text in legend.texts) + size * 2.8
    title = legend.title
    row = size * 1.5
    width = column * legend.columns + size * 0.8
    height = row * rows + size * 0.5 + (row if title is not None else 0)
    if title is not None:
        width = max(width, width_of(title._text, size) + size)
    left, top = _legend_corner(place, legend, width, height, size * 0.5)
    if legend.has_frame:
        fill = axes_color(legend.parent)[:3] + (0.8,)
        drawing.rect(left, top, width, height, fill, colors.to_rgba("0.8"))
    y = top + size * 0.25
    if title is not None:
        write(drawing, left + width / 2, y + row / 2, title, ha="center", va="center")
        y += row
    for at, (handle, text) in enumerate(zip(legend.legend_handles, legend.texts)):
        x = left + size * 0.4 + at // rows * column
        middle = y + (at % rows + 0.5) * row
        _draw_key(drawing, handle, x, middle, size)
        write(drawing, x + size * 2.4, middle, text, ha="left", va="center")


def axes_color(parent):
    return colors.to_rgba(getattr(parent, "_facecolor", "w"))


def _draw_key(drawing, handle, x, y, size):
    """The little sample before a text of the legend."""
    if isinstance(handle, Container):
        inner = handle[0] if len(handle) else None
        handle = inner if inner is not None else handle
    if isinstance(handle, Line2D):
        ends = [(x, y), (x + size, y), (x + size * 2, y)]
        if handle._marker not in ("None", None):
            only = Line2D([], [])
            only.__dict__.update(handle.__dict__)
            only._linestyle = "None"
            draw_line_through(drawing, only, ends[1:2])
        bare = Line2D([], [])
        bare.__dict__.update(handle.__dict__)
        bare._marker, bare._drawstyle = "None", "default"
        draw_line_through(drawing, bare, [ends[0], ends[2]])
    elif isinstance(handle, PathCollection):
        fills = handle.fills() or ["C0"]
        drawing.path(marks_way([(x + size, y)], handle._marker, 6), colors.to_rgba(fills[0], handle._alpha))
    elif isinstance(handle, Collection):
        fill = (handle._facecolors or handle._edgecolors or ["C0"])[0]
        drawing.rect(x, y - size * 0.35, size * 2, size * 0.7, colors.to_rgba(fill, handle._alpha))
    elif hasattr(handle, "get_facecolor"):
        edge = handle.get_edgecolor()
        drawing.rect(x, y - size * 0.35, size * 2, size * 0.7, handle.get_facecolor(), edge, handle._linewidth)


def _legend_corner(place, legend, width, height, pad):
    code = legend.place
    box = (place.left, place.top, place.width, place.height)
    if isinstance(code, tuple):
        return place.left + code[0] * place.width, place.top + (1 - code[1]) * place.height - height
    if legend.anchor is not None:
        x, y = legend.anchor[:2]
        spread = legend.anchor[2:] or (0, 0)
        box = (place.left + x * place.width, place.top + (1 - y - spread[1]) * place.height)
        box += (spread[0] * place.width, spread[1] * place.height)
        code = code or PLACES["upper right"]
    if code == 0:
        return _emptiest(place, legend, box, width, height, pad)
    return _corner(code, box, width, height, pad)


def _corner(code, box, width, height, pad):
    left, top, wide, high = box
    across = {2: 0, 3: 0, 6: 0, 8: 1, 9: 1, 10: 1}.get(code, 2)
    down = {1: 0, 2: 0, 9: 0, 3: 2, 4: 2, 8: 2}.get(code, 1)
    x = (left + pad, left + (wide - width) / 2, left + wide - width - pad)[across]
    y = (top + pad, top + (high - height) / 2, top + high - height - pad)[down]
    return x, y


def _emptiest(place, legend, box, width, height, pad):
    """The corner or side with the fewest points of the data under the legend."""
    points = []
    for artist in getattr(legend.parent, "_children", ()):
        if getattr(artist, "_transform", None) is not None:
            continue
        if isinstance(artist, (Line2D, PathCollection)):
            found = artist.points()
        else:
            corners = artist.corners() if hasattr(artist, "corners") else []
            # The top of a bar, and some of its inside.
            found = [(x, low + (high - low) * part) for (x, high), (_, low) in zip(corners[2:], corners[1::-1]) for part in (1, 0.75, 0.5, 0.25)]
            found += [point for outline in getattr(artist, "outlines", ()) for point in outline]
        points += [place.point(point) for point in found[:500]]
    best = None
    for code in range(1, 11):
        left, top = _corner(code, box, width, height, pad)
        inside = sum(left <= x <= left + width and top <= y <= top + height for x, y in points)
        if best is None or inside < best[0]:
            best = (inside, left, top)
    return best[1:]
