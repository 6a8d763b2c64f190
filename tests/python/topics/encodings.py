"""Bytes as text, encodings by name, and what Unicode says of characters."""

from templates import family, lines, programs

CASES = [
    *lines(
        """
        binascii.hexlify(b'Phoenix'), binascii.hexlify(b'abc', '-'), binascii.hexlify(b'abcde', b':', -2), binascii.b2a_hex(bytearray(b'a'))
        binascii.unhexlify('6162'), binascii.a2b_hex(b'4A4b'), int(binascii.hexlify('Phoenix'.encode('utf8')), 16)
        binascii.unhexlify('abc')
        binascii.unhexlify('zz')
        binascii.unhexlify(5)
        binascii.unhexlify('éé')
        binascii.hexlify('a')
        binascii.crc32(b'x'), binascii.crc32(b'world', binascii.crc32(b'hello ')), binascii.crc_hqx(b'abc', 0), zlib.crc32(b'abc'), zlib.adler32(b'Wikipedia')
        binascii.crc32('a')
        binascii.b2a_base64(b'abc'), binascii.b2a_base64(b'abc', newline=False), binascii.a2b_base64('YW Jj\\n'), binascii.a2b_base64(b'YQ==YQ==')
        binascii.a2b_base64('YQ')
        binascii.a2b_base64('Y')
        binascii.a2b_base64('YQ==YQ==', strict_mode=True)
        binascii.a2b_base64('=YQ==', strict_mode=True)
        binascii.a2b_base64('Y Q==', strict_mode=True)
        binascii.b2a_uu(b'hello world'), binascii.a2b_uu(binascii.b2a_uu(b'hello')), binascii.b2a_qp(b'a=b \\xe9\\n'), binascii.a2b_qp(b'a=3Db=\\nc')
        issubclass(binascii.Error, ValueError), binascii.Error.__module__
        base64.b64encode(b'\\xff\\xfe\\xfd'), base64.urlsafe_b64encode(b'\\xff\\xfe\\xfd'), base64.b64encode(b'\\xff\\xfe', b'.:'), base64.b64decode('//79'), base64.urlsafe_b64decode('__79'), base64.b64decode('.:79', '.:')
        base64.b64decode('abc')
        base64.b64decode('a')
        base64.b64decode('YW!Jj'), base64.b64decode(bytearray(b'YWJj'))
        base64.b64decode('YW!Jj', validate=True)
        base64.b64decode(5)
        base64.b64decode('é')
        base64.b64encode('a')
        base64.b32encode(b'hello'), base64.b32decode('NBSWY3DP'), base64.b32encode(b'a'), base64.b32decode(b'me======', casefold=True), base64.b32hexencode(b'hi')
        base64.b32decode('a')
        base64.b16encode(b'hi'), base64.b16decode('6869'), base64.b16decode(b'4a4B', True)
        base64.b16decode('ab')
        base64.b85encode(b'hello'), base64.b85decode(base64.b85encode(b'abcdefg')), base64.a85encode(b'hello', adobe=True), base64.a85decode(base64.a85encode(bytes(8) + b'ab'))
        base64.encodebytes(b'x' * 60), base64.decodebytes(b'eHh4')
        codecs.encode('héllo', 'utf-8'), codecs.decode(b'h\\xe9', 'latin-1'), codecs.encode('Hello', 'rot13'), codecs.encode(b'hi', 'hex'), codecs.decode(b'6869', 'hex'), codecs.encode(b'hi', 'base64')
        codecs.lookup('utf8').name, codecs.lookup('latin-1').name, codecs.BOM_UTF8, codecs.getencoder('utf-8')('é'), codecs.getdecoder('ascii')(b'a')
        'a\\\\é\\n中😀\\x7f'.encode('unicode_escape'), b'a\\\\xe9\\\\n\\\\u4e2d\\\\101\\\\x41'.decode('unicode_escape'), 'é中'.encode('raw_unicode_escape'), b'\\\\u4e2d\\\\n'.decode('raw_unicode_escape')
        b'ab\\\\x4'.decode('unicode_escape')
        b'ab\\\\'.decode('unicode-escape')
        b'\\\\u12'.decode('unicode_escape')
        codecs.lookup('nope')
        ''.join(codecs.iterdecode([b'h\\xc3', b'\\xa9', b'!'], 'utf-8')), list(codecs.iterencode(['a', 'é'], 'utf-8'))
        codecs.getreader('utf-8')(io.BytesIO('é\\nb'.encode())).readlines()
        codecs.getincrementaldecoder('utf-8')().decode(b'\\xe2\\x82'), codecs.escape_decode(b'a\\\\n\\\\x41')
        importlib.import_module('collections.abc').Sized.__name__, importlib.import_module('json').dumps([1])
        importlib.import_module('no_such_module')
        __import__('os.path').__name__, __import__('collections.abc', None, None, ['abc']).__name__
        """,
        code="import base64, binascii, codecs, importlib, io, zlib\n",
    ),
    *family(
        "unicodedata.name($letter), unicodedata.category($letter), unicodedata.bidirectional($letter), unicodedata.combining($letter), unicodedata.east_asian_width($letter), unicodedata.mirrored($letter), unicodedata.numeric($letter, None), unicodedata.decimal($letter, None), unicodedata.digit($letter, None)",
        code="import unicodedata\n",
        letter=[repr(letter) for letter in "Aé•中힣😀½²७Ⅷ( \u0301א\u200dｶ𝔘"],
    ),
    *lines(
        """
        unicodedata.lookup('GREEK SMALL LETTER ALPHA'), unicodedata.lookup('snowman'), unicodedata.lookup('LINE FEED'), unicodedata.lookup('CJK UNIFIED IDEOGRAPH-4E00'), unicodedata.lookup('HANGUL SYLLABLE HAN'), unicodedata.lookup('NBSP')
        unicodedata.lookup('NO SUCH')
        unicodedata.name('\\n')
        unicodedata.name('\\n', 'none'), unicodedata.name('ab'[0])
        unicodedata.name('ab')
        unicodedata.name(5)
        unicodedata.category('')
        unicodedata.decimal('x')
        unicodedata.digit('Ⅷ')
        unicodedata.numeric('x')
        unicodedata.numeric('x', 7), unicodedata.decimal('²', -1)
        unicodedata.normalize('NFKD', 'é') == 'e\\u0301', unicodedata.normalize('NFC', 'e\\u0301'), unicodedata.normalize('NFKC', 'ﬁ①'), unicodedata.normalize('NFD', '한')
        unicodedata.normalize('NFX', 'a')
        unicodedata.normalize('NFC', 5)
        unicodedata.is_normalized('NFC', 'é'), unicodedata.is_normalized('NFD', 'é'), unicodedata.unidata_version
        ''.join(c for c in unicodedata.normalize('NFD', 'Crème Brûlée') if unicodedata.category(c) != 'Mn')
        '\\N{BULLET} \\N{greek small letter pi}\\N{NO-BREAK SPACE}|\\N{GRINNING FACE}', f'\\N{SNOWMAN}{1}', '\\N{DIGIT ONE}' == '1'
        """,
        code="import unicodedata\n",
    ),
    *programs(
        r"""
        print("\N{COPYRIGHT SIGN} \N{LATIN SMALL LETTER E WITH ACUTE}", b"\N{BULLET}", r"\N{BULLET}")
        ---
        import codecs
        with codecs.open("words.txt", "w", "utf-8") as out:
            out.write("é\nb\n")
        with codecs.open("words.txt", encoding="utf-8") as words:
            print([line.strip() for line in words])
        print(open("words.txt", "rb").read())
        """
    ),
]

CASES += programs(
    r'''
    for b,e in [(b'abc','utf-16'),(b'ab','utf-32'),(b'\xff\xfea','utf-16'),(b'abc','utf-16-le'),(b'abc','utf-16-be'),(b'abcde','utf-32-le'),(b'abcde','utf-32-be'),(b'\x00\xd8','utf-16-le'),(b'\x00\xd8a','utf-16-le'),(b'\x00\xd8a\x00','utf-16-le'),(b'\x00\xdc','utf-16-le'),(b'\xff\xff\xff\xff','utf-32-le'),(b'','utf-16'),(b'a','utf-16'),(b'\xff\xfe\x00\x00','utf-32'),(b'\xff\xfe\x00','utf-32'),(b'\0\xd8\0\0','utf-32'),('a😀'.encode('utf-16'),'utf-16'),('a😀'.encode('utf-32'),'utf-32')]:
      for err in ('strict','ignore','replace','backslashreplace'):
        try: print(b,e,err,ascii(b.decode(e,err)))
        except Exception as x: print(b,e,err,type(x).__name__,x)
    '''
)
