"""`zlib`, `gzip`, `zipfile` and `array`; what they read must be what CPython wrote."""

import gzip
import zlib

from templates import lines, programs

TEXT = b"the quick brown fox jumps over the lazy dog, the quick brown fox\n" * 3

CASES = [
    *lines(
        f"""
        zlib.decompress({zlib.compress(TEXT)!r}) == TEXT
        zlib.decompress({zlib.compress(bytes(range(256)) * 4, 9)!r}) == bytes(range(256)) * 4
        zlib.decompress({zlib.compress(b"stored", 0)!r})
        zlib.decompress({gzip.compress(TEXT, mtime=0)!r}, 31) == TEXT
        gzip.decompress({gzip.compress(TEXT, mtime=0)!r}) == TEXT
        gzip.decompress(gzip.compress(b'abc') + gzip.compress(b'def')), gzip.decompress(b'')
        """,
        code=f"import gzip, zlib\nTEXT = {TEXT!r}\n",
    ),
    *lines(
        """
        zlib.decompress(zlib.compress(TEXT)) == TEXT, len(zlib.compress(TEXT)) < len(TEXT), zlib.decompress(zlib.compress(b'')), zlib.compress(b'a', 0), zlib.decompress(zlib.compress(TEXT, 9, -15), -15) == TEXT
        zlib.compress(b'abc')[:2], zlib.compress(b'abc', 1)[:2], zlib.compress(b'abc', 9)[:2]
        zlib.decompress(b'nonsense')
        zlib.decompress(b'x\\x9c')
        zlib.compress('text')
        zlib.compress(b'a', 12)
        zlib.adler32(b'abc'), zlib.crc32(b'abc', 5), zlib.MAX_WBITS, zlib.Z_BEST_COMPRESSION
        gzip.decompress(b'nonsense')
        array.array('i', [1, -2, 3]), array.array('d', [1, 2.5]), array.array('B', b'ab'), array.array('u', 'hé'), array.array('l')
        array.array('i', [1, 2, 3])[1:], array.array('i', [1]) + array.array('i', [2]), array.array('b', [1]) * 3, array.array('h', [1, 2]) == array.array('i', [1, 2]), len(array.array('f', [1.1])), array.array('f', [1.1])[0]
        array.array('H', [1, 258]).tobytes(), array.array('i', range(3)).tolist(), array.array('i', [1]).itemsize, array.array('q', [1]).typecode, sum(array.array('i', [1, 2]))
        array.array('x', [])
        array.array('b', [200])
        array.array('B', [-1])
        array.array('i', [1.5])
        array.array('i', ['a'])
        array.array('i', [1])[5]
        array.array('i', [2**40])
        array.array('i', [1]) + [2]
        """,
        code=f"import array, gzip, zlib\nTEXT = {TEXT!r}\n",
    ),
    *programs(
        r"""
        import gzip
        with gzip.open("words.gz", "wt") as out:
            out.write("a\nb\n")
        with gzip.open("words.gz", "rt") as words:
            print([line.strip() for line in words])
        with gzip.open("words.gz") as data:
            print(data.read())
        with gzip.GzipFile("x.gz", "wb") as out:
            print(out.write(b"abc" * 10))
        print(gzip.open("x.gz").read() == b"abc" * 10)
        ---
        import io, zipfile
        with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("one.txt", "hello " * 20)
            archive.writestr("dir/two.bin", b"\0\1")
        with zipfile.ZipFile("a.zip") as archive:
            print(archive.namelist(), archive.read("one.txt")[:11], archive.getinfo("dir/two.bin").file_size, archive.testzip())
            with archive.open("dir/two.bin") as member:
                print(member.read())
            try:
                archive.read("none")
            except KeyError as error:
                print(error)
            archive.extractall("out")
        print(open("out/one.txt").read(5), zipfile.is_zipfile("a.zip"))
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("x", "y")
        print(zipfile.ZipFile(buffer).read("x"))
        try:
            zipfile.ZipFile(io.BytesIO(b"nothing"))
        except zipfile.BadZipFile as error:
            print(error)
        ---
        import array
        numbers = array.array("i", [3, 1])
        numbers.append(2)
        numbers.extend([5, 6])
        numbers.insert(0, 9)
        print(numbers, numbers.pop(), numbers.index(1), numbers.count(2))
        numbers.remove(9)
        numbers[0] = 7
        numbers.reverse()
        print(numbers, 7 in numbers, sorted(numbers), max(numbers))
        numbers.frombytes(b"\1\0\0\0")
        print(numbers.tolist())
        try:
            numbers.append("x")
        except TypeError as error:
            print(error)
        """
    ),
]
