"""Local matrices, as `pyspark.mllib.linalg` has them. Values go down the columns unless a matrix is transposed."""

_MOST_SHOWN = 16
_DIGITS = 4


def _vector_size(v):
    """How many components a vector, or what can be made one, has."""
    if isinstance(v, Vector):
        return len(v)
    shape = getattr(v, "shape", None)
    if shape is not None and len(shape) > 1 and not (len(shape) == 2 and shape[1] == 1):
        raise ValueError(f"Cannot treat an ndarray of shape {shape} as a vector")
    try:
        return len(v)
    except TypeError:
        raise TypeError(f"Cannot treat type {type(v)} as a vector") from None


def _shown(number):
    text = str(round(number, _DIGITS))
    point = text.find(".")
    return text if point < 0 else text[: point + 1 + _DIGITS]


def _array(values, dtype):
    import numpy

    if isinstance(values, bytes):
        return numpy.frombuffer(values, dtype=dtype)
    return numpy.asarray(values, dtype=dtype)


def _part_of_all(values, text=str):
    """The texts of values, of which those in the middle are left out where there are many."""
    if len(values) <= _MOST_SHOWN:
        texts = [text(value) for value in values]
    else:
        half = _MOST_SHOWN // 2
        texts = [text(value) for value in values[:half]] + ["..."] + [text(value) for value in values[-half:]]
    return ",".join(texts)


class Matrix:
    """What dense and sparse matrices have in common."""

    def __init__(self, numRows, numCols, isTransposed=False):
        self.numRows = numRows
        self.numCols = numCols
        self.isTransposed = isTransposed

    def toArray(self):
        raise NotImplementedError

    def _check(self, indices):
        row, column = indices
        if row < 0 or row >= self.numRows:
            raise IndexError(f"Row index {row} is out of range [0, {self.numRows})")
        if column < 0 or column >= self.numCols:
            raise IndexError(f"Column index {column} is out of range [0, {self.numCols})")
        return row, column


class DenseMatrix(Matrix):
    def __init__(self, numRows, numCols, values, isTransposed=False):
        Matrix.__init__(self, numRows, numCols, isTransposed)
        values = _array(values, float)
        assert len(values) == numRows * numCols
        self.values = values

    def __reduce__(self):
        return DenseMatrix, (self.numRows, self.numCols, self.values.tobytes(), int(self.isTransposed))

    def __str__(self):
        return repr(self.toArray()).replace("array", "DenseMatrix", 1).replace("\n", "\n      ")

    def __repr__(self):
        values = _part_of_all(self.values, _shown).replace(",", ", ")
        return f"DenseMatrix({self.numRows}, {self.numCols}, [{values}], {self.isTransposed})"

    def toArray(self):
        import numpy

        if self.isTransposed:
            return numpy.asfortranarray(self.values.reshape((self.numRows, self.numCols)))
        return self.values.reshape((self.numRows, self.numCols), order="F")

    def toSparse(self):
        down = self.toArray().ravel(order="F")
        rows, starts, values = [], [0], []
        for column in range(self.numCols):
            for row in range(self.numRows):
                value = down[column * self.numRows + row]
                if value != 0:
                    rows.append(row)
                    values.append(value)
            starts.append(len(rows))
        return SparseMatrix(self.numRows, self.numCols, starts, rows, values)

    def __getitem__(self, indices):
        row, column = self._check(indices)
        return self.values[row * self.numCols + column if self.isTransposed else row + column * self.numRows]

    def __eq__(self, other):
        if (self.numRows, self.numCols) != (other.numRows, other.numCols):
            return False
        return bool((self.toArray() == other.toArray()).all())


class SparseMatrix(Matrix):
    def __init__(self, numRows, numCols, colPtrs, rowIndices, values, isTransposed=False):
        Matrix.__init__(self, numRows, numCols, isTransposed)
        self.colPtrs = _array(colPtrs, "int32")
        self.rowIndices = _array(rowIndices, "int32")
        self.values = _array(values, float)
        starts = (numRows if isTransposed else numCols) + 1
        if self.colPtrs.size != starts:
            raise ValueError(f"Expected colPtrs of size {starts}, got {self.colPtrs.size}.")
        if self.rowIndices.size != self.values.size:
            raise ValueError(f"Expected rowIndices of length {self.rowIndices.size}, got {self.values.size}.")

    def __reduce__(self):
        parts = [part.tobytes() for part in (self.colPtrs, self.rowIndices, self.values)]
        return SparseMatrix, (self.numRows, self.numCols, *parts, int(self.isTransposed))

    def _entries(self):
        """Row, column and value of each entry, in the order in which they are stored."""
        for outer in range(len(self.colPtrs) - 1):
            for at in range(self.colPtrs[outer], self.colPtrs[outer + 1]):
                inner = self.rowIndices[at]
                row, column = (outer, inner) if self.isTransposed else (inner, outer)
                yield row, column, self.values[at]

    def __str__(self):
        lines = [f"{self.numRows} X {self.numCols} {'CSRMatrix' if self.isTransposed else 'CSCMatrix'}"]
        for row, column, value in self._entries():
            if len(lines) > _MOST_SHOWN:
                lines += ["..", ".."]
                break
            lines.append(f"({row},{column}) {_shown(value)}")
        return "\n".join(lines)

    def __repr__(self):
        starts, rows = _part_of_all(self.colPtrs), _part_of_all(self.rowIndices)
        values = _part_of_all(self.values, _shown)
        parts = ", ".join(f"[{part.replace(',', ', ')}]" for part in (starts, rows, values))
        return f"SparseMatrix({self.numRows}, {self.numCols}, {parts}, {self.isTransposed})"

    def __getitem__(self, indices):
        row, column = self._check(indices)
        outer, inner = (row, column) if self.isTransposed else (column, row)
        for at in range(self.colPtrs[outer], self.colPtrs[outer + 1]):
            if self.rowIndices[at] == inner:
                return self.values[at]
        return 0.0

    def toArray(self):
        import numpy

        array = numpy.zeros((self.numRows, self.numCols), order="F")
        for row, column, value in self._entries():
            array[row, column] = value
        return array

    def toDense(self):
        return DenseMatrix(self.numRows, self.numCols, self.toArray().ravel(order="F"))

    def __eq__(self, other):
        return isinstance(other, Matrix) and bool((self.toArray() == other.toArray()).all())


class Matrices:
    @staticmethod
    def dense(numRows, numCols, values):
        return DenseMatrix(numRows, numCols, values)

    @staticmethod
    def sparse(numRows, numCols, colPtrs, rowIndices, values):
        return SparseMatrix(numRows, numCols, colPtrs, rowIndices, values)


class QRDecomposition:
    """The factors of a QR decomposition."""

    def __init__(self, Q, R):
        self._Q = Q
        self._R = R

    @property
    def Q(self):
        return self._Q

    @property
    def R(self):
        return self._R
