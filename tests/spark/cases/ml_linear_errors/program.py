from pyspark import SparkContext
from pyspark.mllib.linalg import Vectors
from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD
from pyspark.mllib.classification import StreamingLogisticRegressionWithSGD
from pyspark.mllib.clustering import StreamingKMeans
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="MlErrors")
ssc = StreamingContext(sc, 1)
stream = ssc.queueStream([[1]])
for attempt in (
    lambda: StreamingLinearRegressionWithSGD().trainOn(stream),
    lambda: StreamingLinearRegressionWithSGD().predictOn(stream),
    lambda: StreamingLinearRegressionWithSGD().predictOnValues(stream),
    lambda: StreamingLinearRegressionWithSGD().latestModel(),
    lambda: StreamingLinearRegressionWithSGD().setInitialWeights([1.0]).trainOn([1]),
    lambda: StreamingLinearRegressionWithSGD().setInitialWeights([1.0]).predictOn(5),
    lambda: StreamingLinearRegressionWithSGD().setInitialWeights("ab"),
    lambda: StreamingLogisticRegressionWithSGD().trainOn(stream),
    lambda: StreamingLogisticRegressionWithSGD().latestModel(),
    lambda: StreamingKMeans().trainOn(stream),
    lambda: StreamingKMeans().predictOn(stream),
    lambda: StreamingKMeans().latestModel(),
    lambda: StreamingKMeans(timeUnit="days"),
    lambda: StreamingKMeans().setRandomCenters(2, 1.0),
    lambda: StreamingKMeans().setInitialCenters([[0.0]], [1.0]).trainOn(5),
    lambda: StreamingKMeans().setHalfLife(5, "weeks"),
    lambda: LabeledPoint("x", [1.0]),
    lambda: LabeledPoint(1.0, "x"),
    lambda: LabeledPoint(1.0),
    lambda: LabeledPoint("2.5", (1, 2)),
    lambda: Vectors.dense("a"),
    lambda: Vectors.dense([1, 2]).dot([1]),
    lambda: Vectors.sparse(3, [5], [1.0]),
    lambda: Vectors.sparse(3, [1, 0], [1.0]),
    lambda: Vectors.sparse(3, [1, 0], [1.0, 2.0]),
):
    try:
        value = attempt()
        print("ok", value if isinstance(value, (LabeledPoint, type(None))) else type(value).__name__)
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])
