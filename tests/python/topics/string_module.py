"""string: its constants; and small text programs."""

from templates import lines, programs

CASES = [
    *lines("""
        string.ascii_lowercase, string.ascii_uppercase, string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, string.whitespace
        string.printable
        string.capwords('hello  big world'), string.capwords('a-b c-d', '-')
        'Hello, World!'.translate(str.maketrans('', '', string.punctuation)).lower().split(), [c for c in 'a1!B' if c in string.ascii_letters]
        string.nope
    """, code="import string\n"),
    *programs("""
        import string
        def caesar(text, k):
            lower = string.ascii_lowercase
            return text.translate(str.maketrans(lower, lower[k:] + lower[:k]))
        print(caesar('hello spark', 3), caesar(caesar('hello', 3), -3))
        ---
        text = '''It was the best of times, it was the worst of times;
        it was the age of wisdom -- it was the age of foolishness.'''
        words = [w.strip('.,;-').lower() for w in text.split()]
        counts = {}
        for w in filter(None, words):
            counts[w] = counts.get(w, 0) + 1
        for w, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5]:
            print(f'{w:<8}{n:>3} {"#" * n}')
        ---
        def is_palindrome(s):
            s = ''.join(c for c in s.lower() if c.isalnum())
            return s == s[::-1]
        print([is_palindrome(s) for s in ['A man, a plan, a canal: Panama', 'hello', '']])
        def rle(s):
            out, i = [], 0
            while i < len(s):
                j = i
                while j < len(s) and s[j] == s[i]: j += 1
                out.append(f'{s[i]}{j - i}')
                i = j
            return ''.join(out)
        print(rle('aaabccd'), rle(''))
        def wrap(text, width):
            lines, line = [], ''
            for word in text.split():
                if line and len(line) + 1 + len(word) > width:
                    lines.append(line)
                    line = word
                else:
                    line = f'{line} {word}'.strip()
            return lines + [line]
        print(*wrap('the quick brown fox jumps over the lazy dog', 12), sep='\\n')
        ---
        roman = [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]
        def to_roman(n):
            out = ''
            for value, letters in roman:
                count, n = divmod(n, value)
                out += letters * count
            return out
        print([to_roman(n) for n in (1, 4, 9, 14, 1994, 2024)])
        print(' | '.join(f'{n:>4b}' for n in range(5)), '\\t'.join('abc'), 'ab\\ncd'.splitlines())
        ---
        csv = '''name,age,city
        Ann,34,"Paris"
        Bob,x,Rome
        Cy,28'''
        header, *rows = [line.strip().split(',') for line in csv.splitlines()]
        for row in rows:
            record = dict(zip(header, row))
            try:
                print(record['name'], int(record['age']) + 1, record['city'].strip('"'))
            except (ValueError, KeyError) as error:
                print(record['name'], type(error).__name__, error)
    """),
]
