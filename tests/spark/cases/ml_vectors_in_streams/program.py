from time import sleep
import numpy as np
from pyspark import SparkContext
from pyspark.mllib.linalg import DenseVector, SparseVector, Vector, Vectors
from pyspark.mllib.regression import LabeledPoint
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="VectorStreams", master="local[2]")
ssc = StreamingContext(sc, 1)
vectors = ssc.queueStream([
    [Vectors.dense([1, 2]), Vectors.dense([1.0, 2.0]), Vectors.sparse(2, [1], [3.0]), Vectors.dense([0, 3])],
    [Vectors.sparse(3, {0: 1.5}), Vectors.sparse(3, [0], [1.5]), Vectors.zeros(3)],
    [],
])
vectors.countByValue().pprint()
vectors.map(lambda v: (v, 1)).reduceByKey(lambda a, b: a + b).pprint()
vectors.map(lambda v: (len(v), v.toArray())).reduceByKey(lambda a, b: a + b).pprint()
vectors.map(lambda v: (type(v).__name__, isinstance(v, Vector), v.norm(2), v.numNonzeros(), v.dot(v))).pprint()
vectors.filter(lambda v: isinstance(v, SparseVector)).map(lambda v: [v.indices, v.values, v.size]).pprint()
vectors.map(lambda v: LabeledPoint(v.norm(1), v)).map(lambda p: (p.label, p.features, p)).pprint()
vectors.map(lambda v: v.toArray()).filter(lambda a: a.size == 2).reduce(lambda a, b: np.maximum(a, b)).pprint()
ssc.start()
sleep(3)
ssc.stop()
