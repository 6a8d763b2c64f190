import numpy
from pyspark import SparkContext
from pyspark.mllib.linalg import DenseVector, SparseVector, Vectors
from pyspark.mllib.regression import LabeledPoint

sc = SparkContext(appName="Vectors", master="local[1]")
dense = Vectors.dense([1, 2.5, 1e-7, 1.23456789, -0.00001, float("nan"), 1e22])
sparse = Vectors.sparse(5, [1, 3], [1.0, 2.5])
for value in (dense, sparse, Vectors.dense(1, 2), Vectors.dense([]), Vectors.dense((3.0,)), Vectors.zeros(3), Vectors.sparse(4, {2: 1.5}), Vectors.sparse(4, [(3, 1.0), (0, 2.0)]), Vectors.sparse(3, [], [])):
    print(value, repr(value), [value], len(value))
print(dense[1], sparse[3], sparse[0], list(sparse), dense.toArray().tolist()[:3], sparse.toArray())
print(Vectors.dense([1, 2]).dot([3, 4]), sparse.dot(Vectors.dense([1, 2, 3, 4, 5])), sparse.squared_distance(Vectors.dense([0] * 5)), Vectors.dense([3, 4]).norm(2), sparse.norm(1))
print(Vectors.dense([1, 2]) == Vectors.dense([1.0, 2.0]), Vectors.dense([0, 1]) == Vectors.sparse(2, [1], [1.0]), Vectors.dense([1]) != Vectors.dense([2]))
print(Vectors.dense([1, 2]) + Vectors.dense([3, 4]), Vectors.dense([1, 2]) * 2, Vectors.dense([4, 2]) / 2, Vectors.dense([1, 2]) - 1, -Vectors.dense([1, 2]))
print(sparse.numNonzeros(), sparse.indices, sparse.values, sparse.size, Vectors.dense([0, 5]).numNonzeros(), Vectors.squared_distance([1, 2], [3, 4]), Vectors.norm(Vectors.dense([1, 1]), 1))
print(LabeledPoint(1, [1, 2.5]), repr(LabeledPoint(0.5, sparse)), [LabeledPoint("3", (1, 2))], LabeledPoint(1, range(3)), LabeledPoint(True, numpy.array([1, 2])).features)
print(Vectors.parse("[1.0,2.0]"), Vectors.parse("(3,[0],[1.5])"), Vectors.stringify(sparse), Vectors.fromML.__name__)
print(sc.parallelize([dense, sparse], 1).map(lambda v: v.size if hasattr(v, "size") else len(v)).collect())
print(DenseVector([1.0, 2.0]).values, SparseVector(3, {0: 1}), hash(Vectors.dense([1, 2])) == hash(Vectors.dense([1, 2])))
