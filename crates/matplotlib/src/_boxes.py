"""Boxes with whiskers: what `Axes.boxplot` draws."""

from matplotlib.axis import _items
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon

_STYLES = {
    "box": {"color": "black", "linewidth": 1.0},
    "whisker": {"color": "black", "linewidth": 1.0},
    "cap": {"color": "black", "linewidth": 1.0},
    "median": {"color": "C1", "linewidth": 1.0},
    "mean": {"linestyle": "None", "marker": "^", "color": "C2", "markersize": 6.0},
    "flier": {"linestyle": "None", "marker": "o", "color": "black", "markerfacecolor": "none", "markersize": 6.0},
}


class PathPatch(Polygon):
    """The box of a `boxplot` that is filled."""


def statistics_of(values, whis=1.5):
    """Quartiles, the ends of the whiskers and what lies beyond them."""
    import numpy as np

    values = np.asarray(values)
    values = values[~np.isnan(values * 1.0)]
    first, middle, third = np.percentile(values, [25, 50, 75])
    if hasattr(whis, "__iter__"):
        lowest, highest = np.percentile(values, whis)
    else:
        lowest, highest = first - whis * (third - first), third + whis * (third - first)
    above, below = values[values <= highest], values[values >= lowest]
    high = above.max() if len(above) and above.max() >= third else third
    low = below.min() if len(below) and below.min() <= first else first
    fliers = np.concatenate([values[values < low], values[values > high]])
    return {"q1": first, "med": middle, "q3": third, "mean": values.mean(), "whishi": high, "whislo": low, "fliers": fliers}


class Boxes:
    def boxplot(self, x, notch=None, sym=None, vert=None, orientation="vertical", whis=None, positions=None, widths=None,
                patch_artist=None, bootstrap=None, usermedians=None, conf_intervals=None, meanline=None, showmeans=None,
                showcaps=None, showbox=None, showfliers=None, boxprops=None, tick_labels=None, flierprops=None,
                medianprops=None, meanprops=None, capprops=None, whiskerprops=None, manage_ticks=True, autorange=False,
                zorder=None, capwidths=None, label=None, *, data=None):
        import numpy as np

        sets = _sets(x)
        places = list(range(1, len(sets) + 1)) if positions is None else [float(place) for place in _items(positions)]
        if len(places) != len(sets):
            raise ValueError("List of boxplot statistics and `positions` values must have same the length")
        if widths is None:
            widths = float(np.clip(0.15 * (max(places) - min(places)), 0.15, 0.5))
        widths = [widths] * len(sets) if not hasattr(widths, "__iter__") else list(widths)
        upright = vert if vert is not None else orientation == "vertical"
        given = {"box": boxprops, "whisker": whiskerprops, "cap": capprops, "median": medianprops, "mean": meanprops,
                 "flier": flierprops}
        made = {name: [] for name in ("whiskers", "caps", "boxes", "medians", "fliers", "means")}

        def draw(kind, group, across, along):
            style = {**_STYLES[kind], **(given[kind] or {})}
            across, along = np.asarray(across), np.asarray(along)
            line = Line2D(*((across, along) if upright else (along, across)), **style)
            line.axes = self
            made[group].append(self.add_line(line))

        for values, place, width in zip(sets, places, widths):
            found = statistics_of(values, 1.5 if whis is None else whis)
            low, high = place - width / 2, place + width / 2
            across = [low, high, high, low, low]
            along = [found["q1"], found["q1"], found["q3"], found["q3"], found["q1"]]
            if showbox is not False:
                if patch_artist:
                    corners = list(zip(across, along) if upright else zip(along, across))
                    style = {"facecolor": "C0", "edgecolor": "black", **(boxprops or {})}
                    made["boxes"].append(self.add_patch(PathPatch(corners[:4], **style)))
                else:
                    draw("box", "boxes", across, along)
            for end, whisker in (("q1", "whislo"), ("q3", "whishi")):
                draw("whisker", "whiskers", [place * 1.0] * 2, [found[end], found[whisker]])
            if showcaps is not False:
                for whisker in ("whislo", "whishi"):
                    draw("cap", "caps", [place - width / 4, place + width / 4], [found[whisker]] * 2)
            draw("median", "medians", [low, high], [found["med"]] * 2)
            if showmeans:
                draw("mean", "means", [place * 1.0], [found["mean"]])
            if showfliers is not False and sym != "":
                draw("flier", "fliers", [place * 1.0] * len(found["fliers"]), found["fliers"])
        if manage_ticks:
            axis = self.xaxis if upright else self.yaxis
            ends = [min(places) - 0.5, max(places) + 0.5]
            self._take(**{axis.axis_name + "s": ends})
            for artist in made["medians"][:1]:
                (artist.sticky_x if upright else artist.sticky_y).extend(ends)
            names = [str(place) for place in places] if tick_labels is None else list(tick_labels)
            axis.set_ticks(places, names)
        return made

    def fill(self, *args, data=None, **kwargs):
        made, args = [], list(args)
        while args:
            xs, ys = args.pop(0), args.pop(0)
            color = args.pop(0) if args and isinstance(args[0], str) else None
            style = dict(kwargs)
            if not {"color", "facecolor", "fc"} & set(style):
                style["color"] = color or self._next_fill()
            corners = list(zip(self.xaxis.numbers(xs), self.yaxis.numbers(ys)))
            made.append(self.add_patch(Polygon(corners, **style)))
        return made


def _sets(x):
    if hasattr(x, "ndim") and x.ndim == 2:
        return [x[:, at] for at in range(x.shape[1])]
    items = list(x)
    return items if items and hasattr(items[0], "__len__") else [items]
