"""Exceptions that PySpark knows and Brooklet does not raise itself, so that programs can name them."""


def _define(names, base):
    for name in names.split():
        globals()[name] = type(name, (base,), {"__module__": __name__})


_define(
    "AnalysisException SessionNotSameException ArithmeticException UnsupportedOperationException "
    "ArrayIndexOutOfBoundsException DateTimeException StreamingQueryException QueryExecutionException "
    "SparkRuntimeException SparkUpgradeException SparkNoSuchElementException UnknownException PickleException",
    PySparkException,
)
_define("TempTableAlreadyExistsException ParseException", AnalysisException)
_define("NumberFormatException", IllegalArgumentException)


class PySparkImportError(PySparkException, ImportError):
    pass
