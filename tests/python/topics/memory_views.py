"""`memoryview` over `bytes`, `bytearray` and `array`."""

from templates import lines, programs

CASES = [
    *lines(
        r"""
        memoryview(b'abc')[0], memoryview(b'abc')[-1], len(memoryview(b'abc')), bytes(memoryview(b'abc')[1:]), memoryview(b'abcdef')[::2].tolist(), memoryview(b'abc').tobytes(), memoryview(b'abc')[::-1].tobytes()
        memoryview(b'ab').format, memoryview(b'ab').itemsize, memoryview(b'ab').shape, memoryview(b'ab').readonly, memoryview(bytearray(2)).readonly, memoryview(b'ab').nbytes, memoryview(b'ab').ndim, memoryview(b'ab').strides, memoryview(b'ab').contiguous, memoryview(b'abcd')[::2].contiguous, memoryview(b'abcd')[::2].strides
        memoryview(b'ab') == b'ab', memoryview(b'ab') == memoryview(bytearray(b'ab')), memoryview(b'ab') == 'ab', memoryview(b'ab') != b'ac', hash(memoryview(b'ab')) == hash(b'ab')
        hash(memoryview(bytearray(b'a')))
        memoryview(b'abc')[5]
        memoryview(b'abc')['x']
        memoryview('abc')
        memoryview(5)
        memoryview(b'abc').__class__, type(memoryview(b'a')).__name__, isinstance(memoryview(b'a'), memoryview)
        list(memoryview(b'abc')), 97 in memoryview(b'abc'), sum(memoryview(b'abc')), bytearray(memoryview(b'ab')), memoryview(b'ab').hex(), memoryview(b'ab').obj
        memoryview(array.array('i', [1, 2, 3])).tolist(), memoryview(array.array('i', [1, 2, 3])).format, memoryview(array.array('d', [1.5]))[0], memoryview(array.array('i', [1, 2]))[1:].tobytes(), memoryview(array.array('h', [1, 2])).itemsize
        memoryview(bytes(8)).cast('i').tolist(), memoryview(b'\1\0\0\0\2\0\0\0').cast('I')[1], memoryview(b'\1\2\3\4').cast('H').shape, memoryview(array.array('i', [1])).cast('B').tolist(), memoryview(b'ab').cast('c')[0]
        memoryview(b'abc').cast('H')
        memoryview(b'abcd')[::2].cast('H')
        memoryview(b'abcd').cast('y')
        memoryview(array.array('i', [1])).cast('h')
        memoryview(b'abc').toreadonly().readonly, memoryview(memoryview(b'abc')[1:]).tolist(), memoryview(b'').tolist(), memoryview(b'')[:].shape
        int.from_bytes(memoryview(b'\1\2'), 'big'), b''.join([memoryview(b'ab'), b'c']), b'x' + memoryview(b'ab'), memoryview(b'ab').tobytes().decode()
        """,
        code="import array\n",
    ),
    *programs(
        r"""
        import array
        b=bytearray(b'hello'); m=memoryview(b); m[0]=72; m[1:3]=b'EL'; print(b)
        def f(s): 
            try: exec(s)
            except Exception as e: print(type(e).__name__, e)
        f("m[0]=300"); f("m[0]='a'"); f("m[0:2]=b'abc'"); f("memoryview(b'a')[0]=1"); f("del m[0]"); f("m[9]=1")
        a=array.array('i',[1,2,3]); v=memoryview(a); v[1]=7; print(a); f("v[0]=1.5")
        with memoryview(b) as w: print(w[0])
        f("w[0]"); f("len(w)"); print(w==w)
        m.release(); f("m.tolist()"); f("m.obj")
        c=memoryview(b).cast('B')[2:]; c[0]=65; print(b)
        import struct; print(struct.unpack('<H', memoryview(b)[:2]), struct.unpack_from('<H', memoryview(b), 1))
        import io; o=io.BytesIO(); o.write(memoryview(b'xyz')); print(o.getvalue()); print(io.BytesIO(memoryview(b'q')).read())
        import re, zlib, hashlib
        print(hashlib.md5(memoryview(b'a')).hexdigest())
        print(zlib.crc32(memoryview(b'a')))
        """
    ),
]
