from pyspark import SparkContext
from pyspark.mllib.linalg import DenseVector, Vectors
from pyspark.mllib.regression import LabeledPoint, LinearRegressionModel

sc = SparkContext(appName="Model", master="local[2]")
model = LinearRegressionModel(Vectors.dense([2.0, -1.0]), 0.5)
print(model, repr(model), model.weights, model.intercept)
print(model.predict([1.0, 1.0]), model.predict(DenseVector([3.0, 0.0])), model.predict(Vectors.sparse(2, [1], [4.0])))
print(model.predict(sc.parallelize([[1.0, 2.0], [0.0, 0.0]], 1)).collect())
points = sc.parallelize([LabeledPoint(1.0, [1.0, 0.0]), LabeledPoint(-1.0, [0.0, 2.0])], 2)
print(points.map(lambda p: (p.label, float(model.predict(p.features)))).collect())
print(points.collect(), points.first())
