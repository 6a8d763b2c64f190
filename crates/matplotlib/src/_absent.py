"""What of matplotlib is not here says so by its name, and says what is."""

_DRAWN = (
    "plot, step, bar, barh, scatter, hist, pie, boxplot, imshow, pcolormesh, "
    "hist2d, colorbar, fill, fill_between, stackplot, errorbar, stem, hlines and vlines"
)

_NAMES = set(
    "acorr angle_spectrum arrow axline barbs broken_barh bxp clabel cohere contour contourf csd "
    "ecdf eventplot figimage ginput grouped_bar hexbin imread imsave inset_axes magnitude_spectrum "
    "pcolorfast phase_spectrum pie_label plotfile polar psd quiver quiverkey rgrids secondary_xaxis "
    "secondary_yaxis specgram spy stairs streamplot table thetagrids tricontour tricontourf tripcolor triplot "
    "violin violinplot waitforbuttonpress xcorr xkcd add_subfigure add_gridspec subfigures subplot_mosaic".split()
)


def absent(name):
    return NotImplementedError(f"{name} is not in Brooklet. Here are {_DRAWN}")


def absent_method(owner, name):
    """What a class that is asked for a method gives that it has not: an error that tells both cases apart."""
    if name in _NAMES:
        raise absent(f"{owner}.{name}")
    raise AttributeError(f"{owner!r} object has no attribute {name!r}")


def absent_function(module, name):
    if name in _NAMES:
        raise absent(f"{module}.{name}")
    raise AttributeError(f"module {module!r} has no attribute {name!r}")
