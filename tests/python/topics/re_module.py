"""re: matching, groups, substitution, splitting, flags, errors."""

from templates import family, lines, programs

HEAD = "import re\n"
PATTERNS = [r"r'\d+'", r"r'(\w)(\w)?'", r"r'^\w+'", r"r'\bb\w*'", r"r'[aeiou]'", r"r'(?P<k>\w+)=(?P<v>\d+)'", r"r'a|b'", r"r''", r"r'\s+'", r"r'.$'", r"r'(a)(b)?'", r"r'[^a-z]+'", r"r'x*'", r"r'(?i)B'", r"r'a{2,3}'", r"r'(?<=a)b'", r"r'a(?!b)'", r"r'(\w)\1'", r"r'\W'", r"r'.*?b'", r"r'(?:ab)+'"]
TEXTS = ["'abc 123 bab'", "'aab=12 b=7'", "''", "'line1\\nb2 éa'"]
CASES = [
    *family("re.findall($p, $t), re.split($p, $t), re.sub($p, '<>', $t)", code=HEAD, p=PATTERNS, t=TEXTS),
    *family("[(m.group(), m.span(), m.groups(), m.groupdict()) for m in re.finditer($p, $t)]", code=HEAD, p=PATTERNS[:8] + PATTERNS[-6:], t=TEXTS[:2]),
    *family("bool(re.$f($p, $t))", code=HEAD, f=["match", "search", "fullmatch"], p=[r"r'b'", r"r'[a-c]+'", r"r'\d{3}'", r"r'^\s*$$'"], t=TEXTS),
    *lines(r"""
        re.match(r'(\d+)-(\d+)', '12-34 x').group(0, 1, 2), re.match(r'(\d+)-(\d+)', '12-34').groups(), re.search(r'(?P<y>\d{4})', 'in 2024').group('y'), re.search('z', 'abc')
        re.match('(a)(b)?', 'a').groups(), re.match('(a)(b)?', 'a').groups('-'), re.match('(a)(b)?', 'a').group(2), re.match('a', 'abc').end(), re.search('b', 'abc').start(), re.search('(b)(c)', 'abc').span(2)
        re.match('a', 'b').group()
        re.match('(a)', 'a').group(2)
        re.match('(a)', 'a').group('x')
        re.match('(a)', 'a')[1], re.match('(?P<n>a)', 'a')['n'], re.match('(a)(b)', 'ab').lastindex, re.match('(?P<n>a)', 'a').lastgroup, re.match('a', 'ab').string, re.match('a', 'ab').re.pattern, re.match('(a)(b)', 'ab').expand(r'\2\1')
        re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub('a', lambda m: m.group().upper() + str(m.start()), 'banana'), re.sub('a', 'o', 'banana', count=2), re.sub(r'(?P<x>b)', r'[\g<x>]', 'abc'), re.sub(r'(b)', r'\g<1>0', 'abc'), re.sub('', '-', 'abc')
        re.subn('a', 'b', 'banana'), re.sub(r'\s+', ' ', ' a  b\n c '), re.sub('x', r'\n', 'axb'), re.sub(r'(a)|b', r'[\1]', 'ab'), re.sub('b*', '-', 'abc')
        re.sub('a', r'\1', 'a')
        re.sub('a', r'\q', 'a')
        re.sub('(a)', r'\g<x>', 'a')
        re.sub('a', 5, 'a')
        re.sub('a', 'b', 5)
        re.split(r'[,;]\s*', 'a, b;c'), re.split(r'([,;])', 'a,b;c'), re.split(',', 'a,b,c', maxsplit=1), re.split('x', 'abc'), re.split(r'(-)|,', 'a-b,c'), re.split('', 'ab')
        re.findall('(a)(b)', 'abab'), re.findall('a(b)?', 'aab'), re.findall('', 'ab'), re.findall('[a-c]', 'abcd'), re.findall(r'\w+@\w+\.\w+', 'x@y.z, me@site.org'), re.findall('aa', 'aaaaa')
        re.compile('a.c').match('abc').group(), re.compile('a', re.I).findall('aA'), re.compile(r'\d').sub('#', 'a1b2'), re.compile('b').search('abcb', 2).start(), re.compile('^b').match('ab', 1), re.compile('(?P<a>x)(y)').groupindex, re.compile('(a)(b)').groups, re.compile('a').pattern
        re.findall('a', 'aA', re.IGNORECASE), re.findall('^b', 'a\nb', re.M), re.findall('a.b', 'a\nb', re.DOTALL), re.findall('a b', 'ab', re.X), re.findall('A.B', 'a\nb', re.I | re.S), re.findall(r'\w', 'é', re.A), re.findall(r'\w', 'é')
        re.escape('a.b*c'), re.escape('x y'), re.escape('a-b_c/d'), re.escape('é')
        re.fullmatch('a+', 'aaa').group(), re.fullmatch('a', 'ab'), re.match('', 'x').span(), re.search('$', 'ab').span(), re.match(r'\A\w\Z', 'a').group()
        re.match(r'(?:(\d+)|(\w+))', 'abc').groups(), re.match(r'(a(b(c)))', 'abc').groups(), re.match(r'(?P<a>.)(?P<b>.)?', 'x').groupdict(), re.match(r'(?P<a>.)(?P<b>.)?', 'x').groupdict('none')
        re.findall(r'[\w.]+', 'a.b c-d'), re.findall(r'[^\s]+', 'a b'), re.findall(r'[]x]', ']x'), re.findall(r'[a\-z]', 'a-z'), re.findall(r'\.', 'a.b'), re.findall(r'\\', 'a\\b'), re.findall('[\u0391-\u03a9]', 'ΑΒΓ abc')
        re.findall(r'a+?', 'aaa'), re.findall(r'a{2}', 'aaaaa'), re.findall(r'a{,2}', 'aaa'), re.findall(r'(?:a|b)c', 'acbc'), re.findall('a{1', 'a{1'), re.findall('x{2,}', 'xxxx x'), re.findall(r'(a|ab)(c|bcd)', 'abcd')
        re.findall(r'(?=(\w\w))', 'abcd'), re.findall(r'(?<!a)b', 'abcb'), re.findall(r'\d+(?=%)', '10% 20'), re.findall(r'(?<=\$)\d+', '$5 6'), re.findall(r'\B.', 'abc'), re.search(r'(?P<q>["\']).*?(?P=q)', 'say "hi" now').group()
        re.findall(r'\d', '1٣²'), re.findall(r'\s', ' \t\xa0x'), re.findall(r'\D', 'a1')
        re.match(b'a', b'abc').group(), re.findall(rb'\d', b'1a2')
        re.match(b'a', 'abc')
        re.match('a', b'abc')
        re.match('a', 5)
        re.match('a', None)
        re.compile('(')
        re.compile(')')
        re.compile('[')
        re.compile('a**')
        re.compile('*a')
        re.compile('a{3,2}')
        re.compile('(?P<1>a)')
        re.compile('(?P<a>x)(?P<a>y)')
        re.compile(r'\2')
        re.compile(r'(?P=q)')
        re.compile('\\')
        re.compile('[z-a]')
        re.compile('(?z)')
        re.compile('(?<=a+)b')
        re.compile(r'\y')
        re.compile('a(?P<n')
        re.compile('(?:a')
        re.compile(5)
        [bool(re.search(p, s, re.I)) for p in ['[𐐀a]', '[𐐀]', '[𐐀𐐀]', '[𐐀𐐁]', '[𐐨a]', '[^𐐀a]', '[^𐐀]', '[𐐀-𐐂a]', '[𐐨-𐐪a]', '[A-𐐂]', r'[\d𐐀]', r'[\w𐐀]'] for s in '𐐀𐐨aA']
        [bool(re.search(p, s, re.I | re.A)) for p in ['[𐐀a]', '[𐐀]', '[𐐀𐐁]', '[𐐨a]', '[^𐐀a]', '[𐐀-𐐂a]', '[𐐨-𐐪a]', '[A-𐐂]'] for s in '𐐀𐐨aA']
        re.compile('a|*')
        re.compile('+')
        re.nope
        re.split('a')
        issubclass(re.error, Exception), re.error.__name__, re.I | re.M, re.IGNORECASE, re.compile('a', re.I).flags & re.I == re.I
    """, code=HEAD),
    *programs(r"""
        import re
        log = re.compile(r'(?P<ip>\S+) - - \[(?P<when>[^\]]+)\] "(?P<method>\w+) (?P<path>\S+)[^"]*" (?P<status>\d{3}) (?P<size>\d+|-)')
        for line in ['1.2.3.4 - - [10/Oct/2000:13:55:36] "GET /a.html HTTP/1.0" 200 2326', 'bad line', '5.6.7.8 - - [x] "POST /b" 404 -']:
            m = log.match(line)
            print(m.groupdict() if m else None)
        ---
        import re
        tokens = re.findall(r'\s*(?:(\d+\.?\d*)|(.))', '3 + 4.5*(2-1)')
        print(tokens)
        print([t for t in re.split(r'(\W)', 'a+b-c') if t.strip()])
        ---
        import re
        text = 'The rain in Spain stays'
        m = re.search(r'\bS(\w+)', text)
        print(m.group(), m.group(1), m.span(), m.start(1), text[:m.start()] + '|' + text[m.end():])
        if (m := re.match(r'(\w+) (\w+)', text)):
            a, b = m.groups()
            print(a, b)
        for m in re.finditer('ai', text):
            print(m.start(), end=' ')
        print(re.sub('(?i)s', '$', text), len(re.findall('[A-Z]', text)))
        ---
        import re
        try:
            re.compile('a(b[c')
        except re.error as e:
            print(e, e.msg, e.pos, e.pattern)
        m = re.match(r'(?P<first>\w+)', 'x')
        print(m.group('nope'))
        ---
        import re
        words = re.findall(r"[a-z']+", "It's a dog's life, isn't it?".lower())
        print(words, [w for w in words if re.fullmatch(r"\w+'\w", w)])
        camel = lambda s: re.sub(r'_(\w)', lambda m: m.group(1).upper(), s)
        snake = lambda s: re.sub(r'(?<!^)([A-Z])', r'_\1', s).lower()
        print(camel('window_slide_duration'), snake('WindowSlideDuration'))
        email = re.compile(r'''
            ^[\w.+-]+   # name
            @
            \w+(\.\w+)+$ # host
        ''', re.VERBOSE)
        print([bool(email.match(s)) for s in ['a@b.c', 'a@b', 'x.y+z@h.co.uk', 'a b@c.d']])
    """),
]
