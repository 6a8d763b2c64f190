from pyspark import SparkContext
from pyspark.streaming import StreamingContext

from pyspark import StorageLevel

sc = SparkContext("local[2]", "SocketArguments")
ssc = StreamingContext(sc, 1)


def attempt(*arguments):
    try:
        print(type(ssc.socketTextStream(*arguments)).__name__)
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[1:2] or error)


for arguments in [
    ("localhost", "9999"),
    ("localhost", 9999.0),
    ("localhost", True),
    ("localhost", None),
    (None, 9999),
    (7, 9999),
    ("localhost", 99999),
    ("localhost", -1),
    ("localhost", 1 << 40),
    ("localhost", 9999, StorageLevel.MEMORY_ONLY),
    ("localhost", 9999, "MEMORY_ONLY"),
    ("localhost", 9999, None),
    ("localhost",),
    (),
]:
    attempt(*arguments)
