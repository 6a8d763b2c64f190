"""Local matrices: dense and sparse, turned and not, in the driver and as records of a stream."""

import array
import pickle

import numpy as np
from pyspark import SparkContext
from pyspark.mllib.linalg import DenseMatrix, Matrices, Matrix, QRDecomposition, SparseMatrix, Vectors, _vector_size
from pyspark.streaming import StreamingContext

m = DenseMatrix(2, 3, range(6)); t = DenseMatrix(2, 3, range(6), True)
for x in (m, t):
    print(x); print(repr(x)); print(x.toArray(), x[0, 2], x[1, 1], x.values, x.isTransposed, x.numRows)
    s = x.toSparse(); print(s); print(repr(s)); print(s == x, x == s, s.toDense() == x, x != s)
big = DenseMatrix(5, 5, [i * 1.23456789 for i in range(25)])
print(repr(big)); print(repr(big.toSparse())); print(big.toSparse())
sp = SparseMatrix(3, 3, [0, 2, 3, 6], [0, 2, 1, 0, 1, 2], [1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
st = SparseMatrix(3, 3, [0, 2, 3, 6], [0, 2, 1, 0, 1, 2], [1.0, 2.0, 3.0, 4.0, 5.0, 6.0], isTransposed=True)
print(sp); print(st); print(sp.toArray()); print(st.toArray(), repr(st)); print(sp[2, 0], st[2, 0], sp[0, 1], sp.colPtrs, sp.rowIndices, sp.colPtrs.dtype)
for bad in (lambda: SparseMatrix(3, 3, [0, 1], [0], [1.0]), lambda: SparseMatrix(3, 3, [0, 1, 1, 1], [0], [1.0, 2]), lambda: m[2, 0], lambda: m[0, 3], lambda: m[-1, 0], lambda: DenseMatrix(2, 2, [1]), lambda: sp[3,0]):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(Matrices.dense(2, 2, [1, 2, 3, 4]), Matrices.sparse(2, 2, [0, 1, 2], [0, 1], [1, 1]))
print(_vector_size([1., 2., 3.]), _vector_size(Vectors.sparse(4, [1], [2.0])), _vector_size(np.zeros(3)), _vector_size(array.array('d', [1, 2])))
for bad in (np.zeros((2, 2)), 5, None):
    try: print(_vector_size(bad))
    except Exception as e: print(type(e).__name__, e)
print(pickle.loads(pickle.dumps(m)) == m, pickle.loads(pickle.dumps(sp)) == sp, isinstance(m, Matrix))
print(Vectors.dense(array.array('d', [1, 2])), Vectors.sparse(4, {1: 3.0}).dot(array.array('d', [1., 2., 3., 4.])))
print(Vectors.sparse(4, {1: 3.0}).squared_distance(array.array('d', [1., 2., 3., 4.])))
q = QRDecomposition(m, t); print(q.Q is m, q.R is t)

sc = SparkContext("local[2]", "Matrices")
ssc = StreamingContext(sc, 1)
rows = ssc.queueStream([[[1.0, 2.0, 3.0, 4.0], [0.0, 0.0, 0.0, 5.0]], [[6.0, 0.0, 0.0, 7.0]]])
dense = rows.map(lambda values: Matrices.dense(2, 2, values))
dense.map(lambda matrix: (matrix[0, 1], matrix.toSparse())).pprint()
dense.map(lambda matrix: matrix.toArray()).reduce(lambda a, b: a + b).pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(3)
ssc.stop()
