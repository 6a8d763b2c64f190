"""`SparkSession`: where programs since Spark 2 begin. It gives its context and its settings."""

from pyspark.conf import SparkConf
from pyspark.context import SparkContext
from pyspark.errors import PySparkRuntimeError
from pyspark.errors.exceptions.captured import install_exception_handler
from pyspark.rdd import RDD as _RDD
from pyspark._absent import absent_method as _absent_method, absent_property as _absent_property
from pyspark.sql.conf import RuntimeConfig, text_of

__all__ = ["SparkSession"]


class _ClassProperty:
    def __init__(self, fget):
        self.fget = fget

    def __get__(self, instance, owner):
        return self.fget(owner)


def _runs(holder):
    """Whether the context runs that a session holds, if it is one."""
    return holder is not None and SparkContext._active_spark_context is holder._sc


class SparkSession:
    class Builder:
        def __init__(self):
            self._options = {}

        def config(self, key=None, value=None, conf=None, *, map=None):
            if conf is not None:
                self._options.update(conf.getAll())
            elif map is not None:
                self._options.update((key, text_of(value)) for key, value in map.items())
            else:
                self._options[key] = text_of(value)
            return self

        def master(self, master):
            return self.config("spark.master", master)

        def remote(self, url):
            return self.config("spark.remote", url)

        def appName(self, name):
            return self.config("spark.app.name", name)

        def enableHiveSupport(self):
            return self.config("spark.sql.catalogImplementation", "hive")

        def _context(self):
            if "spark.remote" in self._options:
                raise NotImplementedError(
                    "SparkSession.builder.remote() is not available in Brooklet, which is no client of a server. "
                    'Write master("local[4]") in its place'
                )
            conf = SparkConf()
            for key, value in self._options.items():
                conf.set(key, value)
            return SparkContext.getOrCreate(conf)

        def getOrCreate(self):
            session = SparkSession._instantiatedSession
            if not _runs(session):
                return SparkSession(self._context(), options=self._options)
            session._apply(self._options)
            return session

        def create(self):
            session = SparkSession._instantiatedSession
            context = session._sc if _runs(session) else self._context()
            return SparkSession(context, {}, self._options)

    builder = _ClassProperty(lambda cls: cls.Builder())

    _instantiatedSession = None
    _activeSession = None

    def __init__(self, sparkContext, jsparkSession=None, options={}):
        self._sc = sparkContext
        default = SparkSession._instantiatedSession
        is_first = not _runs(default)
        if jsparkSession is None and not is_first:
            # The same session of the JVM's side.
            jsparkSession = default._jsparkSession
        elif not jsparkSession:
            jsparkSession = dict(sparkContext.getConf().getAll())
        self._jsparkSession = jsparkSession
        self._apply(options)
        install_exception_handler()
        _RDD.toDF = _absent_method("toDF", "RDD")
        if is_first:
            SparkSession._instantiatedSession = SparkSession._activeSession = self

    def _apply(self, options):
        self._jsparkSession.update((key, text_of(value)) for key, value in options.items())

    def newSession(self):
        return self.__class__(self._sc, dict(self._sc.getConf().getAll()))

    @classmethod
    def getActiveSession(cls):
        context = SparkContext._active_spark_context
        return None if context is None else SparkSession._activeSession

    @classmethod
    def active(cls):
        session = cls.getActiveSession() or cls._instantiatedSession
        if session is None:
            message = "[NO_ACTIVE_OR_DEFAULT_SESSION] No active or default Spark session found. Please create a new Spark session before running the code."
            raise PySparkRuntimeError(message)
        return session

    @property
    def _jsc(self):
        return self._sc._jsc

    @property
    def _jvm(self):
        return self._sc._jvm

    @property
    def sparkContext(self):
        return self._sc

    @property
    def version(self):
        return self._sc.version

    @property
    def conf(self):
        return RuntimeConfig(self._jsparkSession)

    def stop(self):
        self._sc.stop()
        SparkSession._instantiatedSession = SparkSession._activeSession = None

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.stop()

    def addTag(self, tag):
        self._sc.addJobTag(tag)

    def removeTag(self, tag):
        self._sc.removeJobTag(tag)

    def getTags(self):
        return self._sc.getJobTags()

    def clearTags(self):
        self._sc.clearJobTags()

    def interruptAll(self):
        self._sc.cancelAllJobs()
        return []


for _name in ("createDataFrame", "sql", "table", "range", "addArtifacts"):
    setattr(SparkSession, _name, _absent_method(_name, "SparkSession"))
for _name in ("read", "readStream", "streams", "catalog", "udf", "udtf", "dataSource", "tvf", "profile"):
    setattr(SparkSession, _name, _absent_property(_name, "SparkSession"))
