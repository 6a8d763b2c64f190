from pyspark import SparkContext
from pyspark.mllib.classification import LogisticRegressionModel
from pyspark.mllib.linalg import Vectors

sc = SparkContext(appName="Threshold", master="local[1]")
model = LogisticRegressionModel(Vectors.dense([1.0, -2.0]), 0.5, 2, 2)
print(model)
rows = [[0.0, 0.0], [1.0, 1.0], [1.0, 0.75], [-800.0, 3.0], [800.0, 0.0]]
print([model.predict(row) for row in rows], model.threshold)
model.setThreshold(0.7)
print([model.predict(row) for row in rows], model.threshold)
model.clearThreshold()
print(["%.9f" % model.predict(row) for row in rows], model.threshold)
print(model.predict(sc.parallelize(rows, 1)).map(lambda p: round(float(p), 6)).collect())
print(LogisticRegressionModel(Vectors.dense([0.0]), 0.0, 1, 2).predict([3.0]))
