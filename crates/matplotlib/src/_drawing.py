"""A drawing: shapes in points from the upper left corner, as the page and a file of SVG show them.

A shape is a tuple: `("path", way, fill, its opacity, stroke, its opacity, width, dashes, clip)`, or
`("text", x, y, text, size, fill, opacity, anchor, angle, weight, style)`. Colours are `#` and six digits,
`none`, or `ink` and `paper`: what is black on white is drawn as a page is, which may be dark.
"""

import math

from matplotlib.text import plain_text, size_of

_ASCENT = 0.76
_DESCENT = 0.24
LINE_HEIGHT = 1.2


class Drawing:
    def __init__(self, width, height, is_plain):
        self.width = width
        self.height = height
        self.shapes = []
        self.clips = []
        self._is_plain = is_plain

    def paint(self, rgba):
        """A colour by its name, and how opaque it is."""
        if rgba is None or rgba[3] == 0:
            return "none", 1.0
        digits = "".join("%02x" % round(part * 255) for part in rgba[:3])
        if self._is_plain and digits in ("000000", "ffffff"):
            return "ink" if digits == "000000" else "paper", rgba[3]
        return "#" + digits, rgba[3]

    def clip(self, left, top, width, height):
        self.clips.append((left, top, width, height))
        return len(self.clips) - 1

    def path(self, way, fill=None, stroke=None, width=1.0, dashes="", clip=-1):
        if way and (fill is not None or stroke is not None):
            shape = ("path", way, *self.paint(fill), *self.paint(stroke), float(width), dashes, clip)
            self.shapes.append(shape)

    def lines(self, points, stroke, width, dashes="", clip=-1):
        self.path(way_of(points), None, stroke, width, dashes, clip)

    def rect(self, left, top, width, height, fill=None, stroke=None, line=1.0):
        corners = [(left, top), (left + width, top), (left + width, top + height), (left, top + height)]
        self.path(way_of(corners, True), fill, stroke, line)

    def text(self, x, y, text, size, rgba, ha="left", va="baseline", angle=0.0, weight="normal", style="normal"):
        text = plain_text(text)
        if not text.strip() or not (math.isfinite(x) and math.isfinite(y)):
            return
        lines = text.split("\n")
        fill, opacity = self.paint(rgba)
        bold = "bold" if weight in ("bold", "heavy", "semibold", "black") or isinstance(weight, int) and weight > 500 else "normal"
        angle = angle % 360
        anchor, x, y = _anchored(x, y, text, size, ha, va, angle)
        turn = math.radians(angle)
        for at, line in enumerate(lines):
            # How far a line's baseline is from the middle of all, across the direction in which it is written.
            down = (at - (len(lines) - 1) / 2) * LINE_HEIGHT * size + 0.35 * size
            place = (round(x + down * math.sin(turn), 2), round(y + down * math.cos(turn), 2))
            self.shapes.append(("text", *place, line, float(size), fill, opacity, anchor, float(angle), bold, style))


def _anchored(x, y, text, size, ha, va, angle):
    """The anchor of a text and where the middle of its height stands there."""
    width, height = size_of(text, size, 0)
    if angle == 0:
        lift = {"top": height / 2, "bottom": -height / 2, "center": 0, "center_baseline": 0}
        move = lift.get(va, -0.35 * size - (text.count("\n")) * LINE_HEIGHT * size / 2)
        return {"left": "start", "right": "end"}.get(ha, "middle"), x, y + move
    turn = math.radians(angle)
    cos, sin = math.cos(turn), math.sin(turn)
    across, up = size_of(text, size, angle)
    x += {"left": across / 2, "right": -across / 2}.get(ha, 0)
    if va == "top" and 0 < angle <= 90:
        # By its end, which then stands where it must however wide the letters are.
        return "end", x + width / 2 * cos, y + height / 2 * cos
    y += {"top": up / 2, "center": 0}.get(va, -up / 2)
    return "middle", x, y


def number(value):
    return f"{min(max(value, -1e5), 1e5):.4g}" if abs(value) < 100 else f"{min(max(value, -1e5), 1e5):.1f}"


def way_of(points, is_closed=False):
    """A line through points; where one is no number it is broken, and what lies too close is left out."""
    parts, last, is_broken = [], None, True
    for x, y in points:
        if not (x == x and y == y):
            is_broken = True
            continue
        if not is_broken and last is not None and abs(x - last[0]) < 0.2 and abs(y - last[1]) < 0.2 and not is_closed:
            continue
        parts.append(f"{'M' if is_broken else 'L'}{number(x)} {number(y)}")
        last, is_broken = (x, y), False
    if is_closed and parts:
        parts.append("Z")
    return "".join(parts)


def _star(count, inner, turn=0.0):
    points = []
    for at in range(count * 2):
        angle = math.pi * at / count + turn
        radius = 1.0 if at % 2 == 0 else inner
        points.append((radius * math.sin(angle), -radius * math.cos(angle)))
    return points


def _polygon(count, turn=0.0):
    angles = [2 * math.pi * at / count + turn for at in range(count)]
    return [(math.sin(angle), -math.cos(angle)) for angle in angles]


_CROSS = 0.33
_OUTLINES = {
    "s": [(-1, -1), (1, -1), (1, 1), (-1, 1)],
    "D": [(0, -1.414), (1.414, 0), (0, 1.414), (-1.414, 0)],
    "d": [(0, -1.414), (0.85, 0), (0, 1.414), (-0.85, 0)],
    "^": [(0, -1), (1, 1), (-1, 1)],
    "v": [(0, 1), (1, -1), (-1, -1)],
    "<": [(-1, 0), (1, -1), (1, 1)],
    ">": [(1, 0), (-1, -1), (-1, 1)],
    "8": _polygon(8, math.pi / 8),
    "p": _polygon(5),
    "h": _polygon(6),
    "H": _polygon(6, math.pi / 6),
    "*": _star(5, 0.38),
    "P": [(-_CROSS, -1), (_CROSS, -1), (_CROSS, -_CROSS), (1, -_CROSS), (1, _CROSS), (_CROSS, _CROSS)]
    + [(_CROSS, 1), (-_CROSS, 1), (-_CROSS, _CROSS), (-1, _CROSS), (-1, -_CROSS), (-_CROSS, -_CROSS)],
    "X": [(-1, -0.6), (-0.6, -1), (0, -0.4), (0.6, -1), (1, -0.6), (0.4, 0), (1, 0.6), (0.6, 1)]
    + [(0, 0.4), (-0.6, 1), (-1, 0.6), (-0.4, 0)],
}
_STROKES = {
    "+": [[(-1, 0), (1, 0)], [(0, -1), (0, 1)]],
    "x": [[(-1, -1), (1, 1)], [(-1, 1), (1, -1)]],
    "|": [[(0, -1), (0, 1)]],
    "_": [[(-1, 0), (1, 0)]],
    "1": [[(0, 0), (0, 1)], [(0, 0), (0.8, -0.5)], [(0, 0), (-0.8, -0.5)]],
    "2": [[(0, 0), (0, -1)], [(0, 0), (0.8, 0.5)], [(0, 0), (-0.8, 0.5)]],
    "3": [[(0, 0), (-1, 0)], [(0, 0), (0.5, 0.8)], [(0, 0), (0.5, -0.8)]],
    "4": [[(0, 0), (1, 0)], [(0, 0), (-0.5, 0.8)], [(0, 0), (-0.5, -0.8)]],
}


def is_stroke(marker):
    """Whether a mark has lines only, and nothing to fill."""
    return marker in _STROKES


def marks_way(points, marker, size):
    """The outlines of marks at points, all in one."""
    marker = marker if isinstance(marker, str) else "o"
    radius = size / 2 * {".": 0.5, ",": 0.1}.get(marker, 1.0)
    parts = []
    for x, y in points:
        if not (x == x and y == y):
            continue
        if marker in _OUTLINES:
            parts.append(way_of([(x + dx * radius, y + dy * radius) for dx, dy in _OUTLINES[marker]], True))
        elif marker in _STROKES:
            for stroke in _STROKES[marker]:
                parts.append(way_of([(x + dx * radius, y + dy * radius) for dx, dy in stroke]))
        else:
            r, d = number(radius), number(2 * radius)
            parts.append(f"M{number(x - radius)} {number(y)}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0Z")
    return "".join(parts)
