from pyspark import SparkContext
from pyspark.mllib.linalg import SparseVector, Vectors
from pyspark.mllib.regression import LabeledPoint, LinearRegressionWithSGD
from pyspark.mllib.util import LinearDataGenerator, MLUtils

sc = SparkContext("local[2]", "mllib.util")
points = LinearDataGenerator.generateLinearInput(0.0, [10.0, -1.0], [0.0, 1.0], [1.0 / 3.0, 2.0], 3, 42, 0.1)
for point in points:
    print(round(point.label, 9), [round(float(x), 9) for x in point.features])
print(MLUtils.appendBias([1.0, 2.0]), MLUtils.appendBias(SparseVector(3, {1: 2.0})))
generated = LinearDataGenerator.generateLinearRDD(sc, 4, 2, 0.1, 2, 0.5)
print(generated.getNumPartitions(), [round(point.label, 9) for point in generated.collect()])
print([round(float(w), 9) for w in LinearRegressionWithSGD.train(generated, 10, intercept=True).weights])

examples = [LabeledPoint(1.1, Vectors.sparse(3, [(0, 1.23), (2, 4.56)])), LabeledPoint(0.0, Vectors.dense([1.01, 2.02, 3.03]))]
MLUtils.saveAsLibSVMFile(sc.parallelize(examples, 1), "svm")
print(sc.textFile("svm").collect())
print(MLUtils.loadLibSVMFile(sc, "svm").collect())
print(MLUtils.loadLibSVMFile(sc, "svm", 5).collect(), MLUtils.loadLibSVMFile(sc, "svm").getNumPartitions())
sc.parallelize(examples, 1).saveAsTextFile("points")
print(sc.textFile("points").collect())
print(MLUtils.loadLabeledPoints(sc, "points").collect())
sc.parallelize([Vectors.dense([1.0, 2.0]), Vectors.sparse(2, [(1, 3.0)])], 1).saveAsTextFile("vectors")
print(MLUtils.loadVectors(sc, "vectors").collect())
