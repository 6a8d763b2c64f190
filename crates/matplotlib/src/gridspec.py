"""Where the axes of a figure stand: rows and columns of cells."""


class GridSpec:
    def __init__(self, nrows, ncols, figure=None, *, width_ratios=None, height_ratios=None, **spaces):
        if not isinstance(nrows, int) or nrows <= 0:
            raise ValueError(f"Number of rows must be a positive integer, not {nrows!r}")
        if not isinstance(ncols, int) or ncols <= 0:
            raise ValueError(f"Number of columns must be a positive integer, not {ncols!r}")
        self.nrows = nrows
        self.ncols = ncols
        self.figure = figure
        self._widths = list(width_ratios or [1] * ncols)
        self._heights = list(height_ratios or [1] * nrows)
        self.spaces = spaces

    def __getitem__(self, key):
        if isinstance(key, tuple):
            rows, columns = _range(key[0], self.nrows), _range(key[1], self.ncols)
        else:
            cells = _range(key, self.nrows * self.ncols)
            first, last = divmod(cells[0], self.ncols), divmod(cells[1], self.ncols)
            rows, columns = (first[0], last[0]), (first[1], last[1])
        return SubplotSpec(self, rows, columns)

    def boxes(self, spaces):
        """Left and right of each column, bottom and top of each row, in parts of the figure."""
        at = {**spaces, **self.spaces}
        columns = _cells(at["right"] - at["left"], self._widths, at["wspace"])
        rows = _cells(at["top"] - at["bottom"], self._heights, at["hspace"])
        across = [(at["left"] + low, at["left"] + high) for low, high in columns]
        return across, [(at["top"] - high, at["top"] - low) for low, high in rows]

    def update(self, **spaces):
        self.spaces.update(spaces)


def _range(key, count):
    if isinstance(key, slice):
        first, stop, _ = key.indices(count)
        return first, stop - 1
    if not -count <= key < count:
        raise IndexError(f"index {key} is out of bounds for axis 0 with size {count}")
    return key % count, key % count


def _cells(whole, ratios, space):
    """Where cells begin and end, one after the other."""
    count = len(ratios)
    cell = whole / (count + space * (count - 1))
    gap = space * cell
    unit = cell * count / sum(ratios)
    cells, at = [], 0.0
    for ratio in ratios:
        cells.append((at, at + unit * ratio))
        at += unit * ratio + gap
    return cells


class SubplotSpec:
    """The cells of a grid that one axes takes."""

    def __init__(self, grid, rows, columns):
        self.grid = grid
        self.rows = rows
        self.columns = columns

    def box(self, spaces):
        """Left, bottom, width and height in parts of the figure."""
        columns, rows = self.grid.boxes(spaces)
        left, right = columns[self.columns[0]][0], columns[self.columns[1]][1]
        bottom, top = rows[self.rows[1]][0], rows[self.rows[0]][1]
        return left, bottom, right - left, top - bottom

    def key(self):
        return self.grid.nrows, self.grid.ncols, self.rows, self.columns
