"""The JVM as programs reach into it: what quiets its log, and `System`. The rest says that there is none."""

import os as _os
import sys as _sys
import time as _time

from pyspark._absent import not_here as _not_here

_LEVELS = {"OFF": 0, "FATAL": 100, "ERROR": 200, "WARN": 300, "INFO": 400, "DEBUG": 500, "TRACE": 600, "ALL": 700}
# The levels that loggers were set to, by their names; "" is the root.
_set_levels = {"": "WARN"}
_properties = {"java.version": "17.0.15", "user.dir": ".", "line.separator": "\n", "file.separator": "/", "os.name": "Linux"}


class Level:
    def __init__(self, name):
        self._name = name

    def toString(self):
        return self._name

    name = __str__ = toString

    def intLevel(self):
        return _LEVELS[self._name]


class _Levels:
    @staticmethod
    def toLevel(name, default=None):
        return getattr(_Levels, str(name).upper(), default or _Levels.DEBUG)

    valueOf = getLevel = toLevel


for _name in _LEVELS:
    setattr(_Levels, _name, Level(_name))


class Logger:
    def __init__(self, name):
        self._name = name

    def getName(self):
        return self._name

    def setLevel(self, level):
        _set_levels[self._name] = str(level)

    def getLevel(self):
        return getattr(_Levels, self._level())

    getEffectiveLevel = getLevel

    def _level(self):
        name = self._name
        while name not in _set_levels:
            name = name.rpartition(".")[0]
        return _set_levels[name]

    def _write(self, level, message):
        if _LEVELS[level] <= _LEVELS[self._level()]:
            time = _time.strftime("%y/%m/%d %H:%M:%S")
            _sys.stderr.write(f"{time} {level} {self._name.rpartition('.')[2]}: {message}\n")


def _writer(level):
    return lambda logger, message, *more: logger._write(level, message)


for _name in ("FATAL", "ERROR", "WARN", "INFO", "DEBUG", "TRACE"):
    setattr(Logger, _name.lower(), _writer(_name))


class _LogManager:
    @staticmethod
    def getLogger(name=""):
        return Logger(str(name))

    @staticmethod
    def getRootLogger():
        return Logger("")


class _Configurator:
    @staticmethod
    def setRootLevel(level):
        _set_levels[""] = str(level)

    @staticmethod
    def setLevel(name, level):
        _set_levels[name.getName() if isinstance(name, Logger) else str(name)] = str(level)

    setAllLevels = setLevel


class _System:
    getProperty = staticmethod(_properties.get)
    getenv = staticmethod(lambda name: _os.environ.get(name))

    @staticmethod
    def setProperty(name, value):
        before = _properties.get(name)
        _properties[name] = value
        return before

    @staticmethod
    def currentTimeMillis():
        return int(_time.time() * 1000)

    @staticmethod
    def nanoTime():
        return int(_time.time() * 1_000_000_000)

    @staticmethod
    def lineSeparator():
        return "\n"


_CLASSES = {
    "java.lang.System": _System,
    "org.apache.log4j.Level": _Levels,
    "org.apache.log4j.LogManager": _LogManager,
    "org.apache.log4j.Logger": _LogManager,
    "org.apache.logging.log4j.Level": _Levels,
    "org.apache.logging.log4j.LogManager": _LogManager,
    "org.apache.logging.log4j.core.config.Configurator": _Configurator,
}


class JavaPackage:
    """A dotted name of the JVM that is no class known here."""

    def __init__(self, name):
        self._name = name

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _named(f"{self._name}.{name}" if self._name else name)

    def __call__(self, *args):
        raise _not_here(self._name, "there is no JVM. Write in Python what it does")


def _named(name):
    return _CLASSES.get(name) or JavaPackage(name)


class JVMView(JavaPackage):
    def __init__(self):
        super().__init__("")

    def __call__(self, *args):
        raise TypeError("'JVMView' object is not callable")


jvm = JVMView()


class JavaGateway:
    jvm = jvm


class Configuration:
    """The settings of Hadoop: kept, and read by nobody."""

    def __init__(self):
        self._settings = {}

    def set(self, key, value):
        self._settings[key] = value

    setInt = setLong = setBoolean = setStrings = set

    def get(self, key, default=None):
        return self._settings.get(key, default)

    def unset(self, key):
        self._settings.pop(key, None)


_hadoop = Configuration()


class JavaSparkContext:
    def __init__(self, context):
        self._context = context

    def sc(self):
        return self

    def hadoopConfiguration(self):
        return _hadoop

    def isStopped(self):
        return self._context._jsc is None

    def isLocal(self):
        return True

    def appName(self):
        return self._context.appName

    def applicationId(self):
        return self._context.applicationId

    def defaultParallelism(self):
        return self._context.defaultParallelism

    def defaultMinPartitions(self):
        return self._context.defaultMinPartitions

    def master(self):
        return self._context.master

    def startTime(self):
        return self._context.startTime

    def version(self):
        return self._context.version

    def setLocalProperty(self, key, value):
        self._context.setLocalProperty(key, value)

    def setLogLevel(self, level):
        self._context.setLogLevel(level)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return JavaPackage(f"JavaSparkContext.{name}")
