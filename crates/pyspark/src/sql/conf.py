"""`RuntimeConfig`: the settings of a `SparkSession`."""

from pyspark.errors import PySparkTypeError
from pyspark.errors.exceptions.captured import AnalysisException, IllegalArgumentException, SparkNoSuchElementException

_NO_VALUE = object()
# What is set though nobody has: of hundreds, those that programs ask for.
_DEFAULTS = {
    "spark.sql.shuffle.partitions": "200",
    "spark.sql.catalogImplementation": "in-memory",
    "spark.sql.session.timeZone": "Etc/UTC",
    "spark.sql.execution.arrow.pyspark.enabled": "false",
    "spark.sql.adaptive.enabled": "true",
}
_STATIC = ("spark.sql.warehouse.dir", "spark.sql.catalogImplementation", "spark.sql.extensions")


def text_of(value):
    """A setting as Spark's JVM has it."""
    if value is None or isinstance(value, str):
        return value
    return str(value).lower() if isinstance(value, bool) else str(value)


class RuntimeConfig:
    def __init__(self, jconf):
        self._settings = jconf

    def set(self, key, value):
        if key in _STATIC:
            message = f'[CANNOT_MODIFY_STATIC_CONFIG] Cannot modify the value of the static Spark config: "{key}". SQLSTATE: 46110'
            raise AnalysisException(message)
        if key.startswith(("spark.executor.", "spark.driver.", "spark.streaming.")):
            message = f'[CANNOT_MODIFY_CONFIG] Cannot modify the value of the Spark config: "{key}".\nSee also \'https://spark.apache.org/docs/latest/sql-migration-guide.html#ddl-statements\'. SQLSTATE: 46110'
            raise AnalysisException(message)
        if value is None:
            raise IllegalArgumentException(f"requirement failed: value cannot be null for key: {key}")
        self._settings[key] = text_of(value)

    def get(self, key, default=_NO_VALUE):
        self._check_type(key, "key")
        if default is not _NO_VALUE and default is not None:
            self._check_type(default, "default")
        if key in self._settings:
            return self._settings[key]
        if key in _DEFAULTS and default is _NO_VALUE:
            return _DEFAULTS[key]
        if default is _NO_VALUE:
            message = f'[SQL_CONF_NOT_FOUND] The SQL config "{key}" cannot be found. Please verify that the config exists. SQLSTATE: 42K0I'
            raise SparkNoSuchElementException(message)
        return default

    @property
    def getAll(self):
        return dict(self._settings)

    def unset(self, key):
        self._settings.pop(key, None)

    def _check_type(self, obj, identifier):
        if not isinstance(obj, str):
            raise PySparkTypeError(f"[NOT_EXPECTED_TYPE] Argument `{identifier}` should be str, got {type(obj).__name__}.")

    def isModifiable(self, key):
        return key.startswith("spark.sql.") and key not in _STATIC
