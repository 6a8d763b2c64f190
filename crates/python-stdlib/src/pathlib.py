"""Paths as objects."""

import glob as _glob
import os as _os


class PurePath:
    def __init__(self, *parts):
        path = _os.path.join(*[_os.fspath(part) for part in parts]) if parts else "."
        start = "/" if path.startswith("/") else ""
        kept = [part for part in path.split("/") if part not in ("", ".")]
        self._path = start + "/".join(kept) or "."

    def __fspath__(self):
        return self._path

    def __str__(self):
        return self._path

    def __repr__(self):
        name = {Path: "PosixPath", PurePath: "PurePosixPath"}.get(type(self), type(self).__name__)
        return f"{name}({self._path!r})"

    def __truediv__(self, other):
        return self.__class__(self, other)

    def __rtruediv__(self, other):
        return self.__class__(other, self)

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._path == other._path

    def __lt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self.parts < other.parts

    def __hash__(self):
        return hash(self._path)

    @property
    def parts(self):
        names = [part for part in self._path.split("/") if part and part != "."]
        return tuple(["/"] + names if self._path.startswith("/") else names)

    @property
    def name(self):
        return "" if self._path in (".", "/") else self._path.rsplit("/", 1)[-1]

    @property
    def suffix(self):
        return _os.path.splitext(self.name)[1]

    @property
    def suffixes(self):
        return ["." + part for part in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        return _os.path.splitext(self.name)[0]

    @property
    def parent(self):
        return self.__class__(_os.path.dirname(self._path) or ".")

    @property
    def parents(self):
        found, path = [], self
        while path.parent != path:
            path = path.parent
            found.append(path)
        return tuple(found)

    def joinpath(self, *others):
        return self.__class__(self, *others)

    def with_name(self, name):
        return self.parent / name

    def with_suffix(self, suffix):
        return self.parent / (self.stem + suffix)

    def as_posix(self):
        return self._path

    def is_absolute(self):
        return self._path.startswith("/")

    def relative_to(self, other):
        base = self.__class__(other).parts
        if self.parts[:len(base)] != base:
            raise ValueError(f"{self._path!r} is not in the subpath of {str(other)!r}")
        return self.__class__(*self.parts[len(base):])


class Path(PurePath):
    @classmethod
    def cwd(cls):
        return cls(_os.getcwd())

    def exists(self):
        return _os.path.exists(self._path)

    def is_file(self):
        return _os.path.isfile(self._path)

    def is_dir(self):
        return _os.path.isdir(self._path)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if parents:
            _os.makedirs(self._path, exist_ok=exist_ok)
        elif not (exist_ok and self.is_dir()):
            _os.mkdir(self._path)

    def iterdir(self):
        return (self / name for name in _os.listdir(self._path))

    def glob(self, pattern):
        return (self.__class__(path) for path in _glob.glob(_os.path.join(self._path, pattern), recursive=True))

    def rglob(self, pattern):
        return self.glob("**/" + pattern)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self._path, mode, encoding=encoding, errors=errors, newline=newline)

    def read_text(self, encoding=None, errors=None):
        with self.open(encoding=encoding, errors=errors) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, "File exists", self._path)
        else:
            self.write_text("")

    def unlink(self, missing_ok=False):
        if not (missing_ok and not self.exists()):
            _os.remove(self._path)

    def rmdir(self):
        _os.rmdir(self._path)

    def rename(self, target):
        _os.rename(self._path, target)
        return self.__class__(target)

    replace = rename

    def stat(self):
        return _os.stat(self._path)

    def resolve(self, strict=False):
        return self.__class__(_os.path.abspath(self._path))

    absolute = resolve


PosixPath = Path
PurePosixPath = PurePath
