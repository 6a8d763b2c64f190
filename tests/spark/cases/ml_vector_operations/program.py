from pyspark import SparkContext
from pyspark.mllib.linalg import Vectors, DenseVector, SparseVector
from pyspark.mllib.regression import LabeledPoint
import numpy as np
d = Vectors.dense([1.0, 2.5, -3.25]); s = Vectors.sparse(5, [1, 3], [2.0, -4.5]); s2 = Vectors.sparse(5, {0: 1.0, 3: 2.0}); s3 = Vectors.sparse(5, [(4, 1.0), (2, 3.0)])
print(d, s, s2, s3, repr(d), repr(s), repr(s3))
print(d + d, d - 1, d * 2, d / 2, 2 * d, -d, d == Vectors.dense(1, 2.5, -3.25), d == s, len(d), len(s), d[0], s[3], s[0], d[1:], d[-1])
print(d.dot(d), d.dot([1, 2, 3]), s.dot(s2), s.dot([1, 2, 3, 4, 5]), d.norm(2), d.norm(1), s.norm(2), d.norm(float("inf")), s.squared_distance(s2), d.squared_distance([0, 0, 0]))
print(s.toArray(), d.toArray(), s.numNonzeros(), d.numNonzeros(), s.indices, s.values, d.values, list(d), d.tolist())
print(Vectors.zeros(3), Vectors.norm(d, 3), Vectors.squared_distance(d, d), Vectors.parse("[1.0, 2.0]"), Vectors.parse("(4,[1],[3.0])"), Vectors.stringify(s))
print(LabeledPoint(1, d), repr(LabeledPoint(0, s)))
print(hash(d) == hash(Vectors.dense([1.0, 2.5, -3.25])), d in [Vectors.dense(1, 2.5, -3.25)], DenseVector([1e-10, 1e20, float("nan")]), repr(DenseVector([1e-10, 1.23456789, 1e20])))
print(d.array, np.dot(d.array, d.array), sum(d), max(d), d.mean(), d.sum(), d.max(), d.min(), d.shape, d.std())
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for bad in (lambda: s[7], lambda: s[-1], lambda: d[9], lambda: d.dot([1, 2]), lambda: Vectors.sparse(3, [2, 1], [1.0, 2.0]), lambda: Vectors.sparse(3, [5], [1.0]), lambda: Vectors.dense(["x"]), lambda: s.dot([1]), lambda: Vectors.sparse(2, [0], [1.0, 2.0]), lambda: LabeledPoint("a", [1]), lambda: Vectors.parse("foo"), lambda: s.squared_distance([1]), lambda: Vectors.sparse(3, [1, 1], [1.0, 2.0]), lambda: d.foo, lambda: s + s, lambda: abs(d), lambda: LabeledPoint(1), lambda: s["a"], lambda: d % 2, lambda: 1 - d, lambda: 1 / d, lambda: s == s2, lambda: s == Vectors.dense([0, 2.0, 0, -4.5, 0]), lambda: Vectors.sparse(3, "x"), lambda: Vectors.sparse(3), lambda: Vectors.parse("[1,a]")):
    t(bad)
print(Vectors.dense("1 2".split()), Vectors.dense(range(3)), Vectors.dense(np.array([1, 2])), Vectors.dense(1), DenseVector((1, 2)))
print({d: 1}, (d, s), [LabeledPoint(1, [1.5])], LabeledPoint("2.5", (1, 2)).label)
