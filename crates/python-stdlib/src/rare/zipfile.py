"""Archives of ZIP: stored and deflated members."""

import io
import struct
import time
import zlib

ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14
ZIP_FILECOUNT_LIMIT = 65535


class BadZipFile(Exception):
    pass


class LargeZipFile(Exception):
    pass


error = BadZipfile = BadZipFile


class ZipInfo:
    def __init__(self, filename="NoName", date_time=(1980, 1, 1, 0, 0, 0)):
        self.filename = self.orig_filename = filename
        self.date_time = date_time
        self.compress_type = ZIP_STORED
        self.comment = self.extra = b""
        self.create_system = 3
        self.flag_bits = self.external_attr = self.CRC = self.compress_size = self.file_size = self.header_offset = 0

    def is_dir(self):
        return self.filename.endswith("/")

    def __repr__(self):
        parts = [f"<ZipInfo filename={self.filename!r}"]
        if self.compress_type:
            parts.append("compress_type=deflate")
        if self.external_attr >> 16:
            import stat

            parts.append(f"filemode={stat.filemode(self.external_attr >> 16)!r}")
        if not self.is_dir() or self.file_size:
            parts.append(f"file_size={self.file_size}")
        if (not self.is_dir() or self.compress_size) and (self.compress_type or self.file_size != self.compress_size):
            parts.append(f"compress_size={self.compress_size}")
        return " ".join(parts) + ">"

    def _stamp(self):
        year, month, day, hour, minute, second = self.date_time
        return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day

    def _flags(self):
        return self.flag_bits | (0 if self.filename.isascii() else 0x800)


def is_zipfile(filename):
    try:
        ZipFile(filename).close()
    except (BadZipFile, OSError):
        return False
    return True


class ZipFile:
    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, compresslevel=None, *, strict_timestamps=True, metadata_encoding=None):
        if mode not in ("r", "w", "x", "a"):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        if compression not in (ZIP_STORED, ZIP_DEFLATED):
            raise NotImplementedError("That compression method is not supported")
        self.mode, self.compression, self.compresslevel = mode, compression, compresslevel
        self.filelist, self.NameToInfo = [], {}
        self.comment = b""
        self._path = None if hasattr(file, "read") or hasattr(file, "write") else str(file)
        self.filename = self._path
        self._stream = None if self._path else file
        self._bytes = bytearray()
        self._changed = mode in ("w", "x")
        if mode in ("r", "a"):
            self._read_all()

    def _read_all(self):
        if self._path:
            try:
                with open(self._path, "rb") as file:
                    self._bytes = bytearray(file.read())
            except FileNotFoundError:
                if self.mode == "r":
                    raise
                self._changed = True
                return
        else:
            self._stream.seek(0)
            self._bytes = bytearray(self._stream.read())
        data = bytes(self._bytes)
        end = data.rfind(b"PK\x05\x06")
        if end < 0:
            if self.mode == "a" and not data:
                return
            raise BadZipFile("File is not a zip file")
        count, size, start, comment = struct.unpack("<HIIH", data[end + 10:end + 22])
        self.comment = data[end + 22:end + 22 + comment]
        at = start
        for _ in range(count):
            if data[at:at + 4] != b"PK\x01\x02":
                raise BadZipFile("Bad magic number for central directory")
            (flags, method, clock, date, crc, packed, unpacked, name, extra, note, _, _, attributes, offset) = struct.unpack(
                "<HHHHIIIHHHHHII", data[at + 8:at + 46]
            )
            text = data[at + 46:at + 46 + name].decode("utf-8" if flags & 0x800 else "latin-1")
            moment = ((date >> 9) + 1980, date >> 5 & 15, date & 31, clock >> 11, clock >> 5 & 63, (clock & 31) * 2)
            info = ZipInfo(text, moment)
            info.flag_bits, info.compress_type, info.CRC = flags, method, crc
            info.compress_size, info.file_size, info.header_offset, info.external_attr = packed, unpacked, offset, attributes
            self.filelist.append(info)
            self.NameToInfo[text] = info
            at += 46 + name + extra + note
        if self.mode == "a":
            del self._bytes[start:]

    def namelist(self):
        return [info.filename for info in self.filelist]

    def infolist(self):
        return self.filelist

    def getinfo(self, name):
        if name not in self.NameToInfo:
            raise KeyError(f"There is no item named {name!r} in the archive")
        return self.NameToInfo[name]

    def read(self, name, pwd=None):
        info = name if isinstance(name, ZipInfo) else self.getinfo(name)
        at = info.header_offset
        name_size, extra = struct.unpack("<HH", self._bytes[at + 26:at + 30])
        at += 30 + name_size + extra
        data = bytes(self._bytes[at:at + info.compress_size])
        if info.compress_type == ZIP_DEFLATED:
            data = zlib.decompress(data, -15)
        elif info.compress_type != ZIP_STORED:
            raise NotImplementedError("That compression method is not supported")
        if zlib.crc32(data) != info.CRC:
            raise BadZipFile(f"Bad CRC-32 for file {info.filename!r}")
        return data

    def open(self, name, mode="r", pwd=None, *, force_zip64=False):
        if mode == "w":
            return _Member(self, name)
        return io.BytesIO(self.read(name))

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        if self.mode == "r":
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if isinstance(data, str):
            data = data.encode("utf-8")
        info = zinfo_or_arcname
        if not isinstance(info, ZipInfo):
            info = ZipInfo(info, tuple(time.localtime(time.time())[:6]))
            info.compress_type = self.compression
            info.external_attr = 0o600 << 16
            if info.is_dir():
                info.external_attr = 0o40775 << 16 | 0x10
        if compress_type is not None:
            info.compress_type = compress_type
        level = self.compresslevel if compresslevel is None else compresslevel
        packed = zlib.compress(data, -1 if level is None else level, -15) if info.compress_type == ZIP_DEFLATED else data
        info.CRC, info.file_size, info.compress_size = zlib.crc32(data), len(data), len(packed)
        info.header_offset = len(self._bytes)
        name = info.filename.encode("utf-8")
        self._bytes += b"PK\x03\x04" + struct.pack(
            "<HHHHHIIIHH", 20, info._flags(), info.compress_type, *info._stamp(), info.CRC, len(packed), len(data), len(name), 0
        )
        self._bytes += name + packed
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info
        self._changed = True

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        with open(filename, "rb") as file:
            data = file.read()
        info = ZipInfo(str(arcname or filename).lstrip("/"), tuple(time.localtime(time.time())[:6]))
        info.compress_type = self.compression
        info.external_attr = 0o100644 << 16
        self.writestr(info, data, compress_type, compresslevel)

    def mkdir(self, zinfo_or_directory_name, mode=511):
        self.writestr(zinfo_or_directory_name.rstrip("/") + "/", b"")

    def extract(self, member, path=None, pwd=None):
        import os

        info = member if isinstance(member, ZipInfo) else self.getinfo(member)
        target = os.path.join(path or ".", info.filename) if path else info.filename
        if info.is_dir():
            os.makedirs(target, exist_ok=True)
            return target
        folder = os.path.dirname(target)
        if folder:
            os.makedirs(folder, exist_ok=True)
        with open(target, "wb") as file:
            file.write(self.read(info))
        return target

    def extractall(self, path=None, members=None, pwd=None):
        for member in members or self.namelist():
            self.extract(member, path)

    def testzip(self):
        for info in self.filelist:
            try:
                self.read(info)
            except BadZipFile:
                return info.filename

    def printdir(self, file=None):
        print("%-46s %19s %12s" % ("File Name", "Modified    ", "Size"), file=file)
        for info in self.filelist:
            print("%-46s %s %12d" % (info.filename, "%d-%02d-%02d %02d:%02d:%02d" % info.date_time, info.file_size), file=file)

    def close(self):
        if not self._changed:
            return
        self._changed = False
        start = len(self._bytes)
        for info in self.filelist:
            name = info.filename.encode("utf-8")
            self._bytes += b"PK\x01\x02" + struct.pack(
                "<BBHHHHHIIIHHHHHII", 20, info.create_system, 20, info._flags(), info.compress_type, *info._stamp(), info.CRC,
                info.compress_size, info.file_size, len(name), 0, 0, 0, 0, info.external_attr, info.header_offset,
            ) + name
        count = len(self.filelist)
        self._bytes += b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(self._bytes) - start, start, len(self.comment))
        self._bytes += self.comment
        if self._path:
            with open(self._path, "wb") as file:
                file.write(bytes(self._bytes))
        else:
            self._stream.seek(0)
            self._stream.write(bytes(self._bytes))

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


class _Member:
    """A member that is written in parts."""

    def __init__(self, archive, name):
        self._archive, self._name, self._parts = archive, name, []

    def write(self, data):
        self._parts.append(bytes(data))
        return len(data)

    def close(self):
        if self._archive is not None:
            self._archive.writestr(self._name, b"".join(self._parts))
            self._archive = None

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()
