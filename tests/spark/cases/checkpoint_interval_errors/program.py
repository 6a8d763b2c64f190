from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="Intervals")


def attempt(prepare):
    ssc = StreamingContext(sc, 1)
    prepare(ssc)
    try:
        ssc.start()
        print("started")
    except Exception as error:
        print(error.java_exception.getClass().getSimpleName(), error.java_exception.getMessage())
    ssc.stop(stopSparkContext=False)


def without_directory(ssc):
    ssc.queueStream([[1]]).map(lambda x: x).checkpoint(2).pprint()


def shorter(ssc):
    ssc.checkpoint("checkpoints")
    ssc.queueStream([[1]]).map(lambda x: x).checkpoint(0.5).pprint()


def not_multiple(ssc):
    ssc.checkpoint("checkpoints")
    ssc.queueStream([[1]]).window(2, 2).checkpoint(3).pprint()


def fine(ssc):
    ssc.checkpoint("checkpoints")
    ssc.queueStream([[1]]).map(lambda x: x).checkpoint(3).pprint()


def nothing(ssc):
    ssc.queueStream([[1]]).map(lambda x: x)


def counted(ssc):
    ssc.queueStream([[1]]).countByWindow(2, 1).pprint()


for prepare in (without_directory, shorter, not_multiple, fine, nothing, counted):
    print(prepare.__name__)
    attempt(prepare)
sc.stop()
