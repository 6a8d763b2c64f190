"""Every method of str, on ASCII and other text, and its errors."""

from templates import family, lines

WORDS = ["''", "'hello'", "'Hello World'", "'ÄÖÜ straße'", "'ǆ ﬁ İ'", "'123'", "'½ ²'", "'  pad\\t\\n'", "'ΑΣ ας'", "'日本'", "'a-b_c1'", "'THE END'"]

CASES = [
    *family("$s.$method()", s=WORDS, method=["upper", "lower", "title", "capitalize", "swapcase", "casefold"]),
    *family("[$s.isalpha(), $s.isdigit(), $s.isdecimal(), $s.isnumeric(), $s.isalnum(), $s.isspace(), $s.isupper(), $s.islower(), "
            "$s.istitle(), $s.isascii(), $s.isidentifier(), $s.isprintable()]", s=WORDS + ["' '", "'\\n'", "'Ⅷ'", "'٣'", "'_x'", "'1x'", "'A1'", "'\\x00'", "'\\xa0'"]),
    *family("$s.$method()", s=["'  pad '", "'\\t\\n x \\r'", "'\\u3000x\\xa0'", "''"], method=["strip", "lstrip", "rstrip", "split"]),
    *family("$s.$method($chars)", s=["'xxhixx'", "'abcabc'"], method=["strip", "lstrip", "rstrip"], chars=["'x'", "'abc'", "''", "None", "1"]),
    *family("$s.$method($sep)", s=["'a,b,,c'", "',a,'", "''", "'abc'", "'a  b c '"], method=["split", "rsplit"],
            sep=["','", "', '", "None", "',', 1", "None, 1", "',', 0", "',', -1", "maxsplit=1", "sep=','"]),
    *family("$s.$method($sep)", s=["'k=v=w'", "'none'", "''"], method=["partition", "rpartition"], sep=["'='", "'=v'", "''", "None"]),
    *family("'banana'.$method($args)", method=["find", "rfind", "index", "rindex", "count"],
            args=["'an'", "'a', 2", "'a', 2, 4", "''", "'', 10", "'x'", "'a', -3", "'na', None, 5", "1"]),
    *family("'banana'.replace($args)", args=["'a', 'o'", "'a', 'o', 2", "'a', ''", "'', '-'", "'', '-', 2", "'an', 'AN', -1", "'x', 'y'", "'a'", "'a', 1"]),
    *family("'abc'.$method($args)", method=["startswith", "endswith"], args=["'a'", "'bc'", "''", "('x', 'c')", "()", "'b', 1", "'b', 0, 2", "['a']", "('a', 1)", "None"]),
    *family("'$s'.$method($args)", s=["ab", "é"], method=["center", "ljust", "rjust"], args=["5", "6, '*'", "1", "-1", "4, '日'", "5, ''", "5, 'xy'", "'5'"]),
    *family("'$s'.zfill($n)", s=["42", "-42", "+4", "--4", "", "abc", "3.14"], n=["0", "5", "6"]),
    *family("$s.splitlines($keep)", s=["'a\\nb\\r\\nc\\rd'", "'\\n'", "''", "'a\\n\\nb\\n'", "'x\\x0by\\x0cz\\x1c\\x85\\u2028w'"], keep=["", "True"]),
    *family("$sep.join($items)", sep=["','", "''", "' - '"], items=["['a', 'b', 'c']", "[]", "'xyz'", "('a',)", "['a', 1]", "5", "(c.upper() for c in 'ab')", "{'k': 1, 'j': 2}"]),
    *family("'$s'.expandtabs($n)", s=["a\\tb\\tc", "\\t", "abcdefgh\\ti", "a\\nbc\\td"], n=["", "4", "1", "0", "-1"]),
    *family("'$s'.removeprefix('$p'), '$s'.removesuffix('$p')", s=["test_test", "abc"], p=["test", "_test", "", "abc"]),
    *family("'$s'.encode($enc)", s=["abc", "é", "日本", "😀"], enc=["", "'utf-8'", "'ascii'", "'latin-1'", "'utf-16-le'", "'ascii', 'ignore'", "'ascii', 'replace'",
            "'ascii', 'backslashreplace'", "'ascii', 'xmlcharrefreplace'"]),
    *family("repr($s)", s=["'a\\'b'", "'a\"b'", "'\\'\"'", "'\\n\\t\\r\\\\'", "'\\x00\\x1f\\x7f'", "'é ñ'", "'\\xa0\\xad'", "'日本 😀'", "'\\u200b\\u2028'",
            "'\\ud800'", "'\\U0010ffff'", "''", "'\\x85'"]),
    *family("ascii($s)", s=["'é'", "'日'", "'😀'", "'a\\n'", "['é', 'x']"]),
    *family("len($s), $s[::-1], list($s)", s=["'héllo'", "'日本語'", "'😀!'", "'e\\u0301'"]),
    *family("'abc' $op $other", op=["+", "*", "%", "-", "<", "in", "=="], other=["'d'", "3", "-1", "None", "['abc']", "2.0"]),
    *family("hash($s)", s=["''", "'a'", "'hello'", "'é'", "'日本'", "'😀'", "b'a'", "b'hello'"]),
    *lines("""
        'abc'.translate({97: 'X', 98: None}), 'abc'.translate({ord('c'): 0x1F600})
        'hello'.translate(str.maketrans('el', 'ip'))
        'hello'.translate(str.maketrans('el', 'ip', 'o'))
        'hello'.translate(str.maketrans({'h': 'J', 'o': None, 'l': 'LL'}))
        str.maketrans('ab', 'c')
        str.maketrans({'ab': 1})
        str.maketrans('abc', 'xyz', 'q')
        'a b c'.title(), "they're bill's".title(), 'x1y a_b'.title()
        'ß'.upper(), 'ß'.casefold(), 'ŉ'.upper(), 'İ'.lower(), len('İ'.lower()), 'ﬁ'.title()
        'Σ'.lower(), 'ΑΣ'.lower(), 'Σα'.lower()
        'abc' < 'abd', 'Z' < 'a', '' < 'a', 'é' > 'z', 'ab' < 'abc', '10' < '9'
        'a' 'b' "c"
        r'\\n', '\\x41', '\\u0041', '\\U00000041', '\\101', '\\N{BULLET}'
        'tab\\tnew\\nline'
        str(5), str(None), str([1, 'a']), str(b'a'), str('x'), str(), str(1.0), str({'a': 1})
        str(b'abc', 'utf-8'), str(b'\\xff', 'utf-8', 'replace'), str(object=5)
        str('abc', 'utf-8')
        str(5, 'utf-8')
        'x' in 'xyz', '' in '', 'yz' in 'xyz', 'zy' not in 'xyz'
        1 in 'abc'
        'abc'[3]
        'abc'['a']
        'abc'[1.0]
        'abc'[-4]
        'abc'.foo
        'abc'.upper(1)
        'abc'.split('')
        'abc'.join()
        'abc'.find()
        'abc'.center()
        'abc' + 1
        1 + 'abc'
        'abc' * 'd'
        'abc' - 'a'
        -'abc'
        'abc' < 1
        'a' * 0, 'a' * -5, 3 * 'ab', 'ab' * True
        'a' * 2**63
        '{} {}'.format('a', 1), '{1} {0}'.format('a', 'b'), '{x} {y!r}'.format(x=1, y='z')
        '{0.real} {1[0]} {2[key]}'.format(5, ['q'], {'key': 'v'})
        '{:>{w}}|{:^{w}}|{:<{w}}'.format('a', 'b', 'c', w=5)
        '{{}} {}'.format(1)
        '{}'.format()
        '{} {}'.format(1)
        '{0} {}'.format(1, 2)
        '{} {0}'.format(1, 2)
        '{a}'.format(b=1)
        '{'.format()
        '}'.format()
        '{!x}'.format(1)
        '{!}'.format(1)
        '{0'.format(1)
        '{0.foo}'.format(1)
        '{0[5]}'.format([1])
        '{0[a]}'.format([1])
        '{a.b.c}'.format(a=1)
        '{:d}'.format('x')
        '{:d}'.format(1.5)
        '{:s}'.format(1)
        '{:,}'.format('x')
        '{:10}'.format([1])
        '{:z<5}'.format(1)
        '{x} {y}'.format_map({'x': 1, 'y': [2]})
        '{x} {z}'.format_map({'x': 1})
        '{name} is {age:>4}'.format_map(dict(name='Ann', age=5))
        ' '.join(w.capitalize() for w in 'the quick brown'.split())
        'a1b22c333'.translate(str.maketrans('', '', '0123456789'))
        ''.join(sorted('streaming')), ''.join(reversed('stream')), ''.join(dict.fromkeys('mississippi'))
        'one two  three'.split(' '), 'one two  three'.split()
        'abc'.isalpha() and 'abc'.islower()
        max('hello'), min('hello'), sorted('bAc'), sorted('bAc', key=str.lower)
        str.upper('abc'), str.join('-', 'abc'), list(map(str.strip, [' a ', 'b ']))
        str.upper(5)
        str.upper()
        'abc'.__len__(), 'abc'.__contains__('b'), 'abc'.__getitem__(1), 'abc'.__add__('d'), 'abc'.__mul__(2), 'a'.__eq__('a'), 'a'.__eq__(1)
        'Python'.center(20, '*').strip('*').lower().replace('p', 'J').split('t')
        'a\\tb'.expandtabs(), 'x=1;y=2'.split(';')[1].partition('=')[2]
        'été'.encode().decode(), 'été'.encode('latin-1'), len('été'.encode())
        '\\ud800'.encode()
        'abc'.encode('nope')
        'abc'.encode(5)
        'x'.isidentifier(), 'class'.isidentifier(), 'é1'.isidentifier(), ''.isidentifier()
        '%s' % 'abc', 'abc' % ()
        'abc' % 5
        'abcdef'.index('cd', 1, 4), 'abcdef'.count('')
        'aaaa'.count('aa'), 'aaaa'.replace('aa', 'b'), 'aaaa'.find('aa', 1), 'aaaa'.rfind('aa')
        'line one\\nline two'.splitlines()[1].split()[-1]
        'word ' * 3, ('ab' + 'c') * 2, 'x'.join(['']), 'x'.join(['', ''])
    """),
]
