"""`SQLContext` and `HiveContext`: how programs before Spark 2 began. They hold a session."""

import warnings as _warnings

from pyspark._absent import absent_method as _absent_method, absent_property as _absent_property
from pyspark.sql.conf import _NO_VALUE
from pyspark.sql.session import SparkSession, _runs

__all__ = ["SQLContext", "HiveContext"]
_DEPRECATED = "Deprecated in 3.0.0. Use SparkSession.builder.getOrCreate() instead."


class SQLContext:
    _instantiatedContext = None

    def __init__(self, sparkContext, sparkSession=None, jsqlContext=None):
        if sparkSession is None:
            _warnings.warn(_DEPRECATED, FutureWarning)
            sparkSession = SparkSession.builder.getOrCreate()
        self._sc = sparkContext
        self.sparkSession = sparkSession
        if not _runs(SQLContext._instantiatedContext):
            SQLContext._instantiatedContext = self

    @classmethod
    def getOrCreate(cls, sc=None):
        _warnings.warn(_DEPRECATED, FutureWarning)
        if not _runs(SQLContext._instantiatedContext):
            cls(sc, SparkSession.builder.getOrCreate())
        return SQLContext._instantiatedContext

    def newSession(self):
        return self.__class__(self._sc, self.sparkSession.newSession())

    def setConf(self, key, value):
        self.sparkSession.conf.set(key, value)

    def getConf(self, key, defaultValue=_NO_VALUE):
        return self.sparkSession.conf.get(key, defaultValue)


class HiveContext(SQLContext):
    def __init__(self, sparkContext, sparkSession=None, jhiveContext=None):
        message = "HiveContext is deprecated in Spark 2.0.0. Please use SparkSession.builder.enableHiveSupport().getOrCreate() instead."
        _warnings.warn(message, FutureWarning)
        SQLContext.__init__(self, sparkContext, sparkSession, jhiveContext)


_METHODS = "cacheTable clearCache createDataFrame createExternalTable dropTempTable range registerDataFrameAsTable registerFunction registerJavaFunction sql table tableNames tables uncacheTable"
for _name in _METHODS.split():
    setattr(SQLContext, _name, _absent_method(_name, "SQLContext"))
for _name in ("read", "readStream", "streams", "udf", "udtf"):
    setattr(SQLContext, _name, _absent_property(_name, "SQLContext"))
HiveContext.refreshTable = _absent_method("refreshTable", "HiveContext")
