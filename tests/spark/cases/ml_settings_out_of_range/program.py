from time import sleep
from pyspark import SparkContext
from pyspark.mllib.classification import StreamingLogisticRegressionWithSGD
from pyspark.mllib.clustering import KMeansModel, StreamingKMeansModel
from pyspark.mllib.regression import LabeledPoint, StreamingLinearRegressionWithSGD
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Settings", master="local[1]")


def told(attempt):
    try:
        print("ok", attempt())
    except Exception as error:
        cause = getattr(error, "java_exception", None)
        while cause is not None and cause.getCause() is not None:
            cause = cause.getCause()
        if cause is None:
            print(type(error).__name__, error)
        else:
            print(type(error).__name__, cause.getClass().getName(), cause.getMessage())


def updated(centers, weights, decay=1.0, unit="batches", data=([1.0],)):
    model = StreamingKMeansModel(centers, weights).update(sc.parallelize(data, 1), decay, unit)
    return model.centers.tolist(), [float(w) for w in model.clusterWeights]


told(lambda: updated([[0.0], [5.0]], [1, 2]))
told(lambda: updated([[0.0], [5.0]], [1.0, 2.0], data=([1.0, 2.0],)))
told(lambda: updated([[0.0, 0.0], [5.0, 5.0]], [1.0, 2.0]))
told(lambda: updated([[0.0], [5.0, 5.0]], [1.0, 2.0]))
told(lambda: updated([[0.0], [5.0]], [1.0]))
told(lambda: updated([[0.0], [5.0]], [1.0], data=([6.0],)))
told(lambda: updated([[0.0], [5.0]], [1.0, 2.0, 3.0]))
told(lambda: updated([], []))
told(lambda: updated([[0.0]], [1.0], "x"))
told(lambda: updated([[0.0]], [1.0], 1, "x"))
told(lambda: updated([[0.0]], [1.0], -1))
told(lambda: updated([[0.0]], [1.0], data=(["2.5"], (3,), range(1))))
told(lambda: StreamingKMeansModel([[0.0]], [1.0]).update([[1.0]], 1.0, "batches"))
told(lambda: KMeansModel([[0.0], [5.0]]).computeCost(sc.parallelize([[1.0], [3.0], [9.5]], 2)))

ssc = StreamingContext(sc, 1)
points = ssc.queueStream([[LabeledPoint(1, [1.0])]] * 8)
models = [StreamingLinearRegressionWithSGD(1.0, 1).setInitialWeights([0.0]), StreamingLogisticRegressionWithSGD(1.0, 1).setInitialWeights([0.0])]
for model in models:
    model.trainOn(points)
settings = [{}, {"stepSize": -0.5}, {"stepSize": 0.5}, {"numIterations": -1}, {"numIterations": 2}, {"miniBatchFraction": 0.0}, {"miniBatchFraction": 1.0, "convergenceTol": 2}, {"convergenceTol": 1, "regParam": -1.0}]
ssc.start()
for setting in settings:
    for model in models:
        for name, value in setting.items():
            setattr(model, name, value)
    sleep(1)
    print(["%.6f" % model.latestModel().weights[0] for model in models])
ssc.stop()
