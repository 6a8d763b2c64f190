"""What a figure shows, in words and in tables, for whoever does not see it."""

from matplotlib.collections import Collection
from matplotlib.container import BarContainer
from matplotlib.image import Cells
from matplotlib.lines import Line2D
from matplotlib.patches import Wedge

# How many rows of a table are handed on.
_MOST_ROWS = 200


def label_of(figure):
    """One line that says what the figure shows."""
    titles = [figure._suptitle.get_text()] if figure._suptitle is not None else []
    titles += [axes.get_title() for axes in figure._axes]
    told = ", ".join(title.replace("\n", " ") for title in titles if title)
    kinds = []
    for axes in figure._axes:
        for kind in _kinds(axes):
            if kind not in kinds:
                kinds.append(kind)
    what = " and ".join(kinds) or "an empty figure"
    return f"{told}: {what}" if told else what[:1].upper() + what[1:]


def _kinds(axes):
    for container in axes.containers:
        if isinstance(container, BarContainer):
            yield "a histogram" if hasattr(container, "edges") else "bars"
    for artist in axes._children:
        if isinstance(artist, Wedge):
            yield "a pie"
        elif isinstance(artist, Line2D) and artist._transform is None:
            yield "lines" if artist._linestyle != "None" else "points"
        elif isinstance(artist, Cells):
            yield "an image"
        elif isinstance(artist, Collection):
            yield "areas" if hasattr(artist, "outlines") else "points"


def tables_of(figure):
    """The data of a figure: for each table its caption, its columns, its first rows, and how many there are."""
    tables = []
    for number, axes in enumerate(figure._axes):
        where = axes.get_title() or (f"Axes {number + 1}" if len(figure._axes) > 1 else "")
        for caption, columns, rows in _of_axes(axes):
            shown = [[str(cell) for cell in row] for row in rows[:_MOST_ROWS]]
            named = caption if caption and not caption.startswith("_") else ""
            told = ", ".join(part for part in (where, named) if part) or "Data"
            tables.append((told, [str(column) for column in columns], shown, len(rows)))
    return tables


def _of_axes(axes):
    for container in axes.containers:
        if isinstance(container, BarContainer):
            yield _of_bars(axes, container)
    slices = [one.part for one in axes._children if isinstance(one, Wedge) and hasattr(one, "part")]
    if slices:
        rows = [(name or at, f"{value:.10g}", f"{100 * part:.1f}%") for at, (name, value, part) in enumerate(slices, 1)]
        yield "", ("slice", "value", "share"), rows
    for artist in axes._children:
        table = artist.table()
        if table is not None and table[2]:
            yield table


def _of_bars(axes, bars):
    is_upright = bars.orientation == "vertical"
    along, across = (axes.xaxis, axes.yaxis) if is_upright else (axes.yaxis, axes.xaxis)
    if hasattr(bars, "edges"):
        lengths = [bar._height if is_upright else bar._width for bar in bars.patches]
        rows = [(f"{low:.10g}", f"{high:.10g}", f"{n:.10g}") for low, high, n in zip(bars.edges, bars.edges[1:], lengths)]
        return bars.get_label(), ("from", "to", across.name_of_column("count")), rows
    ticks = dict(zip(_ticks(along), along.texts or ()))
    rows = []
    for bar in bars.patches:
        middle = bar.get_center()[0 if is_upright else 1]
        name = ticks.get(round(middle, 9)) or along.text_of(round(middle, 9))
        rows.append((name, f"{bar._height if is_upright else bar._width:.10g}"))
    names = (along.name_of_column("bar"), across.name_of_column("height" if is_upright else "width"))
    return bars.get_label(), names, rows


def _ticks(axis):
    return [round(at, 9) for at in axis.ticks()]
