"""Messages with levels, to standard error."""

import sys as _sys
import time as _time
from os import getpid as _getpid
from _thread import get_ident as _get_ident
from traceback import _caller, format_exc as _format_exc, format_exception as _format_exception

CRITICAL, ERROR, WARNING, INFO, DEBUG, NOTSET = 50, 40, 30, 20, 10, 0
FATAL, WARN = CRITICAL, WARNING
_names = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
_loggers = {}
_disabled = NOTSET
_beginning = _time.time()


def getLevelName(level):
    if isinstance(level, str):
        for number, name in _names.items():
            if name == level:
                return number
    return _names.get(level, "Level %s" % level)


def addLevelName(level, levelName):
    _names[level] = levelName


def _level(level):
    if isinstance(level, str):
        number = getLevelName(level)
        if not isinstance(number, int):
            raise ValueError("Unknown level: %r" % level)
        return number
    return level


class LogRecord:
    def __init__(self, name, level, msg, args):
        self.name = name
        self.levelno = level
        self.levelname = getLevelName(level)
        self.msg = msg
        self.args = args
        self.exc_text = None
        self.pathname, self.lineno, self.funcName = _caller()
        self.filename = self.pathname.rpartition("/")[2]
        self.module = self.filename.rpartition(".")[0] or self.filename
        self.process, self.processName = _getpid(), "MainProcess"
        self.thread = _get_ident()
        self.created = _time.time()
        self.msecs = self.created % 1 * 1000
        self.relativeCreated = (self.created - _beginning) * 1000

    def getMessage(self):
        text = str(self.msg)
        if not self.args:
            return text
        args = self.args
        if len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        return text % args


class Formatter:
    def __init__(self, fmt=None, datefmt=None, style="%"):
        self.fmt = fmt or "%(message)s"
        self.datefmt = datefmt
        self.style = style

    def formatTime(self, record, datefmt=None):
        moment = _time.localtime(record.created)
        if datefmt:
            return _time.strftime(datefmt, moment)
        return "%s,%03d" % (_time.strftime("%Y-%m-%d %H:%M:%S", moment), record.msecs)

    def format(self, record):
        values = dict(record.__dict__, message=record.getMessage())
        if "asctime" in self.fmt:
            values["asctime"] = self.formatTime(record, self.datefmt)
        if "threadName" in self.fmt:
            from threading import current_thread

            values["threadName"] = current_thread().name
        text = self.fmt.format(**values) if self.style == "{" else self.fmt % values
        return f"{text}\n{record.exc_text}" if record.exc_text else text


class Handler:
    def __init__(self, level=NOTSET):
        self.level = _level(level)
        self.formatter = None

    def setLevel(self, level):
        self.level = _level(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or Formatter()).format(record)

    def handle(self, record):
        self.emit(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def flush(self):
        pass

    def close(self):
        pass


class StreamHandler(Handler):
    def __init__(self, stream=None):
        super().__init__()
        self.stream = stream or _sys.stderr

    def emit(self, record):
        self.stream.write(self.format(record) + "\n")


class FileHandler(Handler):
    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        super().__init__()
        self.stream = open(filename, mode, encoding=encoding)

    def emit(self, record):
        self.stream.write(self.format(record) + "\n")
        self.stream.flush()


class NullHandler(Handler):
    def emit(self, record):
        pass


class Logger:
    def __init__(self, name, parent=None, level=NOTSET):
        self.name = name
        self.level = level
        self.parent = parent
        self.handlers = []
        self.propagate = True
        self.disabled = False

    def setLevel(self, level):
        self.level = _level(level)

    def getEffectiveLevel(self):
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        return level > _disabled and level >= self.getEffectiveLevel()

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        logger = self
        while logger is not None:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def log(self, level, msg, *args, exc_info=None, **kwargs):
        if self.disabled or not self.isEnabledFor(level):
            return
        record = LogRecord(self.name, level, msg, args)
        if exc_info:
            failed = isinstance(exc_info, BaseException)
            record.exc_text = "".join(_format_exception(exc_info)) if failed else _format_exc()
            record.exc_text = record.exc_text.removesuffix("\n")
        found = False
        logger = self
        while logger is not None:
            for handler in logger.handlers:
                found = True
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found and level >= WARNING:
            _sys.stderr.write(Formatter().format(record) + "\n")

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    fatal = critical

    def getChild(self, suffix):
        return getLogger(suffix if self is root else f"{self.name}.{suffix}")

    def __reduce__(self):
        return getLogger, (self.name,)

    def __repr__(self):
        return "<%s %s (%s)>" % (type(self).__name__, self.name, getLevelName(self.getEffectiveLevel()))


class RootLogger(Logger):
    pass


root = RootLogger("root", None, WARNING)


def getLogger(name=None):
    if not name or name == "root":
        return root
    if name not in _loggers:
        parent = root
        prefix = name
        while "." in prefix:
            prefix = prefix.rpartition(".")[0]
            if prefix in _loggers:
                parent = _loggers[prefix]
                break
        _loggers[name] = logger = Logger(name, parent)
        for other in _loggers.values():
            if other.parent is parent and other.name.startswith(name + "."):
                other.parent = logger
    return _loggers[name]


def basicConfig(*, level=None, format=None, datefmt=None, style="%", stream=None, filename=None, filemode="a",
                handlers=None, force=False, encoding=None):
    if force:
        root.handlers = []
    if not root.handlers:
        if handlers is None:
            handlers = [FileHandler(filename, filemode, encoding) if filename else StreamHandler(stream)]
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(Formatter(format or BASIC_FORMAT, datefmt, style))
            root.addHandler(handler)
        if level is not None:
            root.setLevel(level)


def _on_root(name):
    def function(msg, *args, **kwargs):
        if not root.handlers:
            basicConfig()
        getattr(root, name)(msg, *args, **kwargs)

    function.__name__ = name
    return function


debug = _on_root("debug")
info = _on_root("info")
warning = warn = _on_root("warning")
error = _on_root("error")
exception = _on_root("exception")
critical = fatal = _on_root("critical")


def log(level, msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    global _disabled
    _disabled = level


def shutdown():
    pass
