"""How each kind of artist is drawn into the box of its axes."""

from matplotlib import colors
from matplotlib._drawing import is_stroke, marks_way, way_of
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.image import Cells
from matplotlib.lines import NO_LINE, Line2D
from matplotlib.patches import Patch
from matplotlib.text import Annotation, Text


class Place:
    """The box of an axes in a drawing, in points."""

    def __init__(self, axes, left, top, width, height):
        self.axes = axes
        self.left, self.top = left, top
        self.width, self.height = width, height

    def x(self, value):
        return self.left + self.axes.xaxis.part(value) * self.width

    def y(self, value):
        return self.top + (1 - self.axes.yaxis.part(value)) * self.height

    def point(self, xy, transform=None):
        x = self.left + xy[0] * self.width if transform in ("axes", "y axis") else self.x(xy[0])
        y = self.top + (1 - xy[1]) * self.height if transform in ("axes", "x axis") else self.y(xy[1])
        return x, y


def draw(drawing, place, artist, clip):
    """Draws an artist; `clip` is the number of the box outside of which nothing of it shows."""
    if not artist._visible:
        return
    clip = clip if artist._clip_on else -1
    if isinstance(artist, Line2D):
        _draw_line(drawing, place, artist, clip)
    elif isinstance(artist, Patch):
        _draw_patch(drawing, place, artist, clip)
    elif isinstance(artist, PathCollection):
        _draw_marks(drawing, place, artist, clip)
    elif isinstance(artist, Cells):
        _draw_cells(drawing, place, artist, clip)
    elif isinstance(artist, PolyCollection):
        _draw_areas(drawing, place, artist, clip)
    elif isinstance(artist, LineCollection):
        _draw_segments(drawing, place, artist, clip)
    elif isinstance(artist, Text):
        draw_text(drawing, place, artist)


def stairs(points, where):
    """The corners of a line that goes in steps."""
    made = points[:1]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if where == "post":
            made += [(x1, y0)]
        elif where == "mid":
            made += [((x0 + x1) / 2, y0), ((x0 + x1) / 2, y1)]
        else:
            made += [(x0, y1)]
        made.append((x1, y1))
    return made


def _draw_line(drawing, place, line, clip):
    if line._transform is None:
        points = [place.point(point) for point in line.points()]
    else:
        across = line._transform == "x axis"
        xs = place.axes.xaxis.numbers(line._x) if across else line._x
        ys = line._y if across else place.axes.yaxis.numbers(line._y)
        transform = line._transform
        points = [place.point(point, transform) for point in zip(xs, ys)]
    draw_line_through(drawing, line, points, clip)


def draw_line_through(drawing, line, points, clip=-1):
    """Draws a line's line and marks through points of the drawing."""
    rgba = colors.to_rgba(line._color, line._alpha)
    if line._linestyle not in NO_LINE and line._linewidth:
        way = points
        if line._drawstyle.startswith("steps"):
            way = stairs(points, line._drawstyle[6:] or "pre")
        drawing.lines(way, rgba, line._linewidth, line.dash_text(), clip)
    if line._marker in NO_LINE:
        return
    every = line._markevery
    seen = points[::every] if isinstance(every, int) else points
    edge = rgba if line._markeredgecolor in ("auto", None) else colors.to_rgba(line._markeredgecolor, line._alpha)
    fill = rgba if line._markerfacecolor in ("auto", None) else colors.to_rgba(line._markerfacecolor, line._alpha)
    if line._fillstyle == "none" or is_stroke(line._marker):
        fill = None
    drawing.path(marks_way(seen, line._marker, line._markersize), fill, edge, line._markeredgewidth, "", clip)


def _draw_patch(drawing, place, patch, clip):
    points = [place.point(corner, patch._transform) for corner in patch.corners()]
    fill, edge = patch.get_facecolor(), patch.get_edgecolor()
    drawing.path(way_of(points, True), fill, edge, patch._linewidth or 0, patch.dash_text(), clip)


def _draw_marks(drawing, place, marks, clip):
    fills = marks.fills()
    sizes, edges = marks._sizes, marks._edgecolors
    groups = {}
    for at, point in enumerate(marks.points()):
        fill = colors.to_rgba(fills[at % len(fills)], marks._alpha) if fills else None
        edge = colors.to_rgba(edges[at % len(edges)], marks._alpha) if edges else fill
        groups.setdefault((fill, edge, sizes[at % len(sizes)]), []).append(place.point(point))
    width = marks._linewidth
    width = width if isinstance(width, (int, float)) else 1.0
    for (fill, edge, size), points in groups.items():
        stroked = is_stroke(marks._marker)
        line = width if stroked or edges else min(width, 1.0)
        drawing.path(marks_way(points, marks._marker, size**0.5), None if stroked else fill, edge, line, "", clip)


def _draw_areas(drawing, place, area, clip):
    fills, edges = area._facecolors, area._edgecolors
    for at, outline in enumerate(area.outlines):
        fill = colors.to_rgba(fills[at % len(fills)], area._alpha) if fills else None
        edge = colors.to_rgba(edges[at % len(edges)], area._alpha) if edges else None
        points = [place.point(corner) for corner in outline]
        drawing.path(way_of(points, True), fill, edge, area._linewidth, area.dash_text(), clip)


def _draw_cells(drawing, place, cells, clip):
    for left, right, bottom, top, fill in cells.rectangles():
        corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
        # A line of its own colour hides the gaps between neighbours.
        drawing.path(way_of([place.point(corner) for corner in corners], True), fill, fill, 0.3, "", clip)


def _draw_segments(drawing, place, lines, clip):
    edges = lines._edgecolors or ["C0"]
    groups = {}
    for at, segment in enumerate(lines.segments):
        way = way_of([place.point(point) for point in segment])
        groups.setdefault(edges[at % len(edges)], []).append(way)
    for edge, ways in groups.items():
        width = lines._linewidth if isinstance(lines._linewidth, (int, float)) else 1.5
        drawing.path("".join(ways), None, colors.to_rgba(edge, lines._alpha), width, lines.dash_text(), clip)


def draw_text(drawing, place, text):
    transform = text._transform
    if isinstance(text, Annotation):
        _draw_annotation(drawing, place, text)
        return
    if transform == "figure":
        x, y = text._x * drawing.width, (1 - text._y) * drawing.height
    else:
        xy = [text._x, text._y]
        if transform is None:
            xy = [place.axes.xaxis.numbers(xy[:1])[0], place.axes.yaxis.numbers(xy[1:])[0]]
        x, y = place.point(xy, transform)
    write(drawing, x, y, text)


def write(drawing, x, y, text, **how):
    """Writes a text at a point of the drawing."""
    placed = {"ha": text._horizontalalignment, "va": text._verticalalignment, "angle": text._rotation, **how}
    rgba = colors.to_rgba(text._color, text._alpha)
    if text._visible:
        drawing.text(x, y, text._text, text.get_size(), rgba, weight=text._weight, style=text._style, **placed)


def _draw_annotation(drawing, place, note):
    def number(axis, value):
        return axis.numbers([value])[0]

    def at(xy, coords, origin):
        if coords == "axes fraction":
            return place.point(xy, "axes")
        if coords in ("offset points", "offset pixels"):
            return origin[0] + xy[0], origin[1] - xy[1]
        return place.point((number(place.axes.xaxis, xy[0]), number(place.axes.yaxis, xy[1])))

    target = at(note.xy, note.xycoords, None)
    x, y = at((note._x, note._y), note.textcoords, target)
    if note.arrowprops is not None:
        color = note.arrowprops.get("color") or note.arrowprops.get("facecolor") or "k"
        drawing.lines([(x, y), target], colors.to_rgba(color), 1.0)
        drawing.path(marks_way([target], ".", 6), colors.to_rgba(color))
    write(drawing, x, y, note)
