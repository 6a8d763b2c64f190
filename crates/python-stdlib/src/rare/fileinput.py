"""The lines of several files, one after the other."""

import sys


class FileInput:
    def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
        if inplace:
            raise NotImplementedError("fileinput with inplace=True is not supported by Brooklet: read the file, then write it")
        if files is None:
            files = sys.argv[1:] or ("-",)
        self._files = (files,) if isinstance(files, str) else tuple(files)
        self._at = 0
        self._file = None
        self._name = None
        self._number = self._file_number = 0
        self._open = openhook or (lambda name, mode: open(name, mode, encoding=encoding, errors=errors))
        self._mode = mode

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def readline(self):
        while True:
            if self._file is None:
                if self._at == len(self._files):
                    return ""
                name = self._files[self._at]
                self._at += 1
                self._name = "<stdin>" if name == "-" else name
                self._file = sys.stdin if name == "-" else self._open(name, self._mode)
                self._file_number = 0
            line = self._file.readline()
            if line:
                self._number += 1
                self._file_number += 1
                return line
            self.nextfile()

    def nextfile(self):
        if self._file not in (None, sys.stdin):
            self._file.close()
        self._file = None

    def close(self):
        self.nextfile()
        self._at = len(self._files)

    def filename(self):
        return self._name

    def lineno(self):
        return self._number

    def filelineno(self):
        return self._file_number

    def isfirstline(self):
        return self._file_number == 1

    def isstdin(self):
        return self._file is sys.stdin

    def fileno(self):
        return -1


_state = None


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
    global _state
    if _state is not None and _state._file is not None:
        raise RuntimeError("input() already active")
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def _active():
    if _state is None:
        raise RuntimeError("no active input()")
    return _state


def filename():
    return _active().filename()


def lineno():
    return _active().lineno()


def filelineno():
    return _active().filelineno()


def isfirstline():
    return _active().isfirstline()


def isstdin():
    return _active().isstdin()


def nextfile():
    _active().nextfile()


def close():
    global _state
    state, _state = _state, None
    if state is not None:
        state.close()
