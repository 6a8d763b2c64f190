"""A figure as a file of SVG."""

import os

_FORMATS = "avif eps gif jpeg jpg pdf pgf png ps raw rgba svg svgz tif tiff webp".split()
_INK = {"ink": "#000000", "paper": "#ffffff"}


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _opacity(name, value):
    return "" if value == 1.0 else f' {name}="{value:.3g}"'


def _path(way, fill, fill_opacity, stroke, stroke_opacity, width, dashes, clip):
    parts = [f'<path d="{way}" fill="{_INK.get(fill, fill)}"', _opacity("fill-opacity", fill_opacity)]
    if stroke != "none":
        parts.append(f' stroke="{_INK.get(stroke, stroke)}" stroke-width="{width:g}" stroke-linejoin="round"')
        parts.append(_opacity("stroke-opacity", stroke_opacity))
        parts.append(f' stroke-dasharray="{dashes}"' if dashes else "")
    parts.append(f' clip-path="url(#clip-{clip})"' if clip >= 0 else "")
    return "".join(parts) + "/>"


def _text(x, y, text, size, fill, opacity, anchor, angle, weight, style):
    turned = f' transform="rotate({-angle:g} {x:g} {y:g})"' if angle else ""
    look = (f' font-weight="{weight}"' if weight != "normal" else "") + (
        f' font-style="{style}"' if style != "normal" else ""
    )
    place = f'x="{x:g}" y="{y:g}" font-size="{size:g}" text-anchor="{anchor}"'
    paint = f' fill="{_INK.get(fill, fill)}"' + _opacity("fill-opacity", opacity)
    return f"<text {place}{paint}{look}{turned}>{_escaped(text)}</text>"


def text_of(figure):
    """The text of the file."""
    made = figure.drawing()
    size = f'width="{made.width:g}pt" height="{made.height:g}pt" viewBox="0 0 {made.width:g} {made.height:g}"'
    lines = ['<?xml version="1.0" encoding="utf-8"?>']
    font = "font-family=\"DejaVu Sans, Bitstream Vera Sans, Verdana, Arial, sans-serif\""
    lines.append(f'<svg xmlns="http://www.w3.org/2000/svg" {size} {font}>')
    if made.clips:
        boxes = [
            f'<clipPath id="clip-{at}"><rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}"/></clipPath>'
            for at, (x, y, w, h) in enumerate(made.clips)
        ]
        lines.append("<defs>" + "".join(boxes) + "</defs>")
    for kind, *shape in made.shapes:
        lines.append(_path(*shape) if kind == "path" else _text(*shape))
    lines.append("</svg>\n")
    return "\n".join(lines)


def save(figure, target, format):
    """Writes a figure into a file, or into an object with `write`."""
    if hasattr(target, "write"):
        if (format or "png") != "svg":
            raise NotImplementedError(
                f"savefig(format={format or 'png'!r}): Brooklet draws vector graphics; give format='svg'"
            )
        text = text_of(figure)
        try:
            target.write(text.encode())
        except TypeError:
            target.write(text)
        return
    path = os.fspath(target)
    root, ending = os.path.splitext(path)
    name = (format or ending[1:] or "png").lower()
    if name not in _FORMATS:
        raise ValueError(f"Format {name!r} is not supported (supported formats: {', '.join(_FORMATS)})")
    if name != "svg":
        import warnings

        beside = (root if ending else path) + ".svg"
        warnings.warn(f"Brooklet draws vector graphics: {beside!r} is written in place of {path!r}", stacklevel=4)
        path = beside
    elif not ending:
        path += ".svg"
    with open(path, "w") as file:
        file.write(text_of(figure))
