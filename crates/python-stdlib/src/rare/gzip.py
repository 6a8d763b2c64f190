"""Files of gzip. What is written others can read; the bytes are not those of CPython."""

import io
import time
import zlib

READ, WRITE = 1, 2


class BadGzipFile(OSError):
    pass


def _head(name, mtime, level):
    moment = int(time.time() if mtime is None else mtime)
    mark = {9: 2, 1: 4}.get(level, 0)
    name = name.rpartition("/")[2].removesuffix(".gz").encode("latin-1", "replace")
    flags = 8 if name else 0
    return b"\x1f\x8b\x08" + bytes([flags]) + moment.to_bytes(4, "little") + bytes([mark, 255]) + (name + b"\0" if name else b"")


def _packed(data, level, mtime, name=""):
    body = zlib.compress(data, level, -15)
    return _head(name, mtime, level) + body + zlib.crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")


def compress(data, compresslevel=9, *, mtime=None):
    return _packed(data, compresslevel, mtime)


def decompress(data):
    parts = []
    while data:
        if data[:2] != b"\x1f\x8b":
            raise BadGzipFile(f"Not a gzipped file ({bytes(data[:2])!r})")
        worker = zlib.decompressobj(31)
        try:
            parts.append(worker.decompress(data))
        except zlib.error as error:
            if "incorrect data check" in str(error):
                raise BadGzipFile("CRC check failed") from None
            raise
        if not worker.eof:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        data = worker.unused_data.lstrip(b"\0")
    return b"".join(parts)


class GzipFile:
    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        mode = (mode or "rb").replace("b", "").replace("t", "")
        if mode not in ("r", "w", "a", "x"):
            raise ValueError(f"Invalid mode: {mode!r}")
        self._own = None
        if fileobj is None:
            fileobj = self._own = _open(filename, mode + "b")
        self.fileobj = fileobj
        self.name = filename if isinstance(filename, str) else getattr(fileobj, "name", "") or ""
        self.mode = READ if mode == "r" else WRITE
        self._level, self._mtime = compresslevel, mtime
        self._buffer = io.BytesIO() if self.mode == WRITE else None
        self.closed = False

    def _data(self):
        if self._buffer is None:
            self._buffer = io.BytesIO(decompress(self.fileobj.read()))
        return self._buffer

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def read(self, size=-1):
        if self.mode != READ:
            raise OSError(9, "read() on write-only GzipFile object")
        return self._data().read(size)

    def readline(self, size=-1):
        return self._data().readline()

    def readlines(self, hint=-1):
        return self._data().readlines()

    def __iter__(self):
        return iter(self._data())

    def write(self, data):
        if self.mode != WRITE:
            raise OSError(9, "write() on read-only GzipFile object")
        return self._buffer.write(data)

    def seek(self, offset, whence=0):
        return self._data().seek(offset, whence)

    def tell(self):
        return self._data().tell()

    def flush(self):
        pass

    def close(self):
        if not self.closed:
            self.closed = True
            if self.mode == WRITE:
                self.fileobj.write(_packed(self._buffer.getvalue(), self._level, self._mtime, self.name))
            if self._own is not None:
                self._own.close()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


class _Text:
    """Text over a file of bytes."""

    def __init__(self, file, encoding, errors):
        self._file, self._encoding, self._errors = file, encoding or "utf-8", errors or "strict"

    def read(self, size=-1):
        return self._file.read(size).decode(self._encoding, self._errors)

    def readline(self):
        return self._file.readline().decode(self._encoding, self._errors)

    def readlines(self):
        return list(self)

    def __iter__(self):
        for line in self._file:
            yield line.decode(self._encoding, self._errors)

    def write(self, text):
        self._file.write(text.encode(self._encoding, self._errors))
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def close(self):
        self._file.close()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


_open = open


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    if "t" in mode and "b" in mode:
        raise ValueError(f"Invalid mode: {mode!r}")
    if isinstance(filename, str) or hasattr(filename, "__fspath__"):
        file = GzipFile(str(filename), mode, compresslevel)
    else:
        file = GzipFile(None, mode, compresslevel, filename)
    return _Text(file, encoding, errors) if "t" in mode else file
