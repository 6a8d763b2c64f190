"""Folders and files with names of their own, numbered one after another."""

import os as _os
import shutil as _shutil

tempdir = None
_count = 0


def gettempdir():
    global tempdir
    if tempdir is None:
        tempdir = "/tmp"
    _os.makedirs(tempdir, exist_ok=True)
    return tempdir


def _path(suffix, prefix, dir):
    global _count
    dir = gettempdir() if dir is None else _os.path.abspath(dir)
    while True:
        _count += 1
        path = _os.path.join(dir, f"{prefix or 'tmp'}{_count:08d}{suffix or ''}")
        if not _os.path.exists(path):
            return path


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _path(suffix, prefix, dir)
    _os.mkdir(path)
    return path


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)

    def __enter__(self):
        return self.name

    def __exit__(self, *exc_info):
        self.cleanup()

    def cleanup(self):
        _shutil.rmtree(self.name, ignore_errors=True)


class _NamedFile:
    def __init__(self, file, delete):
        self.file = file
        self.name = file.name
        self.delete = delete

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        self.file.close()
        if self.delete and _os.path.exists(self.name):
            _os.remove(self.name)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True):
    path = _path(suffix, prefix, dir)
    return _NamedFile(open(path, mode, encoding=encoding, newline=newline), delete)


TemporaryFile = NamedTemporaryFile
