"""bytes: literals, methods, conversions, errors."""

from templates import family, lines

CASES = [
    *family("$b", b=["b''", "b'abc'", "b'\\x00\\xff'", "b'\\n\\t\\\\'", "b\"it's\"", "b'\"'", "b'\\'\"'", "bytes(3)", "bytes([65, 66])", "bytes('é', 'utf-8')", "bytes(range(5))", "bytes(b'x')"]),
    *family("bytes($v)", v=["'abc'", "-1", "[256]", "['a']", "1.5", "None", "'a', 'utf-8', 'strict'", "'é', 'ascii'", "5, 'utf-8'", "{1, 2}"]),
    *family("b'Hello World'.$m()", m=["upper", "lower", "title", "capitalize", "swapcase", "split", "strip", "hex", "isalpha", "isascii", "islower", "isspace", "decode", "splitlines"]),
    *family("b'a,b,c'.$m(b',')", m=["split", "rsplit", "partition", "rpartition", "find", "rfind", "index", "count", "startswith", "endswith", "strip", "removeprefix", "removesuffix"]),
    *family("b'banana'.$m(b'x')", m=["find", "index", "rindex", "count", "split"]),
    *family("$data.decode($args)", data=["b'abc'", "b'\\xc3\\xa9'", "b'\\xff\\xfe'", "b'\\xe6\\x97'"], args=["", "'ascii'", "'latin-1'", "'utf-8', 'replace'", "'utf-8', 'ignore'", "errors='backslashreplace'"]),
    *lines("""
        b'abc'[0], b'abc'[-1], b'abc'[0:2], list(b'abc'), len(b'abc')
        b'abc' + b'd', b'ab' * 2, b'a' in b'abc', 97 in b'abc', b'bc' in b'abc'
        b'abc' == 'abc', b'abc' < b'abd', b'abc' == b'abc'
        b'abc' + 'd'
        'd' + b'abc'
        'a' in b'abc'
        300 in b'abc'
        b'abc'[5]
        b'abc'['a']
        b'abc' < 'abc'
        b'abc'.split(',')
        b'abc'.join(['a'])
        b'-'.join([b'a', b'b'])
        b'abc'.replace(b'b', b'XX'), b'aXbX'.replace(b'X', b'', 1)
        b'abc'.center(7), b'abc'.ljust(5, b'.'), b'abc'.rjust(5), b'7'.zfill(3)
        b'a\\nb\\r\\nc'.splitlines(), b'  x '.strip(), b'xxaxx'.strip(b'x')
        bytes.fromhex('6162 63'), bytes.fromhex('ff00').hex(), b'abc'.hex('-'), b'abcd'.hex(' ', 2)
        bytes.fromhex('6')
        bytes.fromhex('zz')
        b'abc'.translate(bytes(range(256))), b'abc'.translate(None, b'b'), bytes.maketrans(b'a', b'b')[97]
        hash(b'abc') == hash('abc'), hash(b'')
        str(b'abc'), repr(b'\\x80'), f'{b"x"}', '%s' % b'x'
        [*b'\\x01\\x02'], sum(b'\\x01\\x02'), max(b'az'), sorted(b'cab'), tuple(b'ab')
        b'\\x41\\101\\u0041'
        {b'k': 1}[b'k'], b'k' in {'k': 1}
        int(b'42'), float(b'1.5')
        bytes(5)[2:4], bytes([1, 2, 3])[::-1]
        b'abc'.foo
        b'abc'.format()
        b'abc'.encode()
        bytearray(b'abc'), bytearray(2), bytes(bytearray(b'xy'))
        b'abc'.startswith((b'x', b'a')), b'abc'.endswith(b'')
        b'abc'.startswith('a')
        b'a' b'b', rb'\\n', br'\\x'
        isinstance(b'', bytes), type(b'').__name__, bool(b''), bool(b'0')
        b'caf\\xc3\\xa9'.decode(), 'café'.encode('utf-8'), 'café'.encode('utf-16')
        memoryview(b'abc')[1], bytes(memoryview(b'abc')[1:])
    """),
]
