"""What exceptions of the JVM become once a program has made a `SparkSession`."""

from pyspark.errors.exceptions import base as _base


class CapturedException(_base.PySparkException):
    def __init__(self, desc=None, stackTrace=None, cause=None, origin=None):
        self._desc = desc or ""
        self._origin = origin

    def __str__(self):
        return self._desc


for _name in (
    "AnalysisException IllegalArgumentException StreamingQueryException QueryExecutionException PythonException ArithmeticException "
    "UnsupportedOperationException ArrayIndexOutOfBoundsException DateTimeException SparkRuntimeException "
    "SparkUpgradeException SparkNoSuchElementException UnknownException"
).split():
    globals()[_name] = type(_name, (CapturedException, getattr(_base, _name)), {"__module__": __name__})


class ParseException(AnalysisException, _base.ParseException):
    pass


class NumberFormatException(IllegalArgumentException, _base.NumberFormatException):
    pass
