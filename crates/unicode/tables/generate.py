"""Writes the tables of this crate from the Unicode data of CPython 3.11 (Unicode 14).

    python3.11 generate.py           writes the tables and ../tests/digests.json
    python3.11 generate.py --check   exits 1 if CPython gives anything else than what is written

Every value is asked of CPython's own methods, so the tables hold what its programs see.

`classes.bin`: a byte with the number of classes, for each class the bits of its properties as two
bytes, low one first; then runs of characters of one class, in order from U+0000 to U+10FFFF. A run
is a byte: its class in the upper five bits, its length from 1 to 7 in the lower three; where these
are zero, the length follows as a varint.

`cases.bin`: five mappings (lower, upper, title, fold, match), each a varint with the number of its
runs and the runs; then the texts of more than one character that mappings give, each ended by a
line feed. A run maps `count` characters, one or two apart, to as many that are as far apart: a
varint for the distance from the last character of the run before, one for `2 * count + (1 if they
are two apart else 0)`, and one for the distance to what the first is mapped to, zigzag. What is
mapped to U+110000 + n stands for the text with number n. `title` holds what differs from `upper`,
`fold` what differs from `lower`, and `match` what characters count as, in a regular expression
that ignores case, when that is not the first character of `lower`.

`properties.bin`: the texts of categories, bidirectional classes and widths, each list as words in a
line; a varint with the number of combinations of (category, bidirectional, combining, width,
mirrored) and these, five bytes each; runs of characters of one combination, in order from U+0000: a
varint for it and one for the length; last, characters with a number: a varint with how many, then for
each a varint for the distance from the last one, a byte (1: it is a digit, 2: it is decimal, 4:
a zero at the end of the numerator), and the rest of the numerator (zigzag) and the denominator as
varints.

`names.txt`: a name a line, of the character after that of the line before. `@4E00` says which
character comes next. `@4E00-9FFF PREFIX` are characters named PREFIX and their number in hex.
`=1F NAME` is another name of a character. Syllables of Hangul are not in it.
"""

import hashlib
import json
import sys
import unicodedata
from fractions import Fraction
from pathlib import Path

sys.stdout.reconfigure(encoding="utf-8")
FOLDER = Path(__file__).parent
LAST = 0x10FFFF
CHARACTERS = [chr(code) for code in range(LAST + 1)]

# The order of the bits in classes.bin, and of the constants in src/class.rs.
PROPERTIES = {
    "ALPHA": str.isalpha,
    "DECIMAL": str.isdecimal,
    "DIGIT": str.isdigit,
    "NUMERIC": str.isnumeric,
    "PRINTABLE": str.isprintable,
    "UPPER": str.isupper,
    "LOWER": str.islower,
    "IDENTIFIER_START": str.isidentifier,
    "IDENTIFIER_PART": lambda char: f"a{char}".isidentifier(),
    # The letter after a cased character is a small one.
    "CASED": lambda char: f"{char}a".title().endswith("a"),
    # A sigma ends a word also when such characters are between it and the word.
    "CASE_IGNORABLE": lambda char: f"a{char}Σ".lower().endswith("ς")
    and not f"{char}Σ".lower().endswith("ς"),
}

METHODS = [
    "isalpha",
    "isalnum",
    "isprintable",
    "isupper",
    "islower",
    "istitle",
    "isdigit",
    "isdecimal",
    "isnumeric",
    "isspace",
    "isidentifier",
    "lower",
    "upper",
    "title",
    "casefold",
    "swapcase",
    "capitalize",
]


def varint(number):
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def zigzag(number):
    return varint(2 * number if number >= 0 else -2 * number - 1)


def class_table():
    bits = [
        sum(1 << bit for bit, has in enumerate(PROPERTIES.values()) if has(char))
        for char in CHARACTERS
    ]
    classes = sorted(set(bits), key=lambda each: (-bits.count(each), each))
    assert len(classes) <= 32, len(classes)
    out = bytearray([len(classes)])
    for each in classes:
        out += each.to_bytes(2, "little")
    start = 0
    for code in range(1, LAST + 2):
        if code > LAST or bits[code] != bits[start]:
            length, number = code - start, classes.index(bits[start])
            if length < 8:
                out.append(number << 3 | length)
            else:
                out.append(number << 3)
                out += varint(length)
            start = code
    check_decimals(bits)
    return bytes(out)


def check_decimals(bits):
    """A decimal digit's value is its place in its run, modulo ten."""
    for code, char in enumerate(CHARACTERS):
        if char.isdecimal():
            start = code
            while bits[start - 1] == bits[code]:
                start -= 1
            assert (code - start) % 10 == unicodedata.decimal(char), hex(code)


def mappings():
    lower = {char: char.lower() for char in CHARACTERS}
    upper = {char: char.upper() for char in CHARACTERS}
    changes = lambda method, plain: {
        char: method(char) for char in CHARACTERS if method(char) != plain[char]
    }
    same = {char: char for char in CHARACTERS}
    return [
        changes(str.lower, same),
        changes(str.upper, same),
        changes(str.title, upper),
        changes(str.casefold, lower),
        matches(lower),
    ]


def matches(lower):
    """As `re` does: characters match when they have one small letter, or those have one capital."""
    groups = {}
    for char in CHARACTERS:
        groups.setdefault(char.upper(), set()).add(lower[char])
    counts_as = {
        small: min(group) for group in groups.values() if len(group) > 1 for small in group
    }
    out = {}
    for char in CHARACTERS:
        small = lower[char][0]
        if counts_as.get(small, small) != small:
            out[char] = counts_as[small]
    return out


def case_table():
    texts = []
    out = bytearray()
    for mapping in mappings():
        pairs = []
        for char, text in sorted(mapping.items()):
            if len(text) == 1:
                target = ord(text)
            else:
                if text not in texts:
                    texts.append(text)
                target = LAST + 1 + texts.index(text)
            pairs.append((ord(char), target))
        runs = case_runs(pairs)
        out += varint(len(runs))
        before = 0
        for first, count, step, target in runs:
            out += varint(first - before) + varint(2 * count + step - 1) + zigzag(target - first)
            before = first + (count - 1) * step
    return bytes(out) + "".join(f"{text}\n" for text in texts).encode()


def case_runs(pairs):
    runs = []
    at = 0
    while at < len(pairs):
        first, target = pairs[at]
        best = (1, 1)
        for step in (1, 2):
            count = 1
            while at + count < len(pairs) and pairs[at + count] == (
                first + count * step,
                target + count * step,
            ):
                count += 1
            best = max(best, (count, step), key=lambda each: each[0])
        count, step = best
        runs.append((first, count, step, target))
        at += count
    return runs


def properties_table():
    known = [
        (
            unicodedata.category(char),
            unicodedata.bidirectional(char),
            unicodedata.combining(char),
            unicodedata.east_asian_width(char),
            unicodedata.mirrored(char),
        )
        for char in CHARACTERS
    ]
    words = [sorted({each[part] for each in known}) for part in (0, 1, 3)]
    combinations = sorted(set(known), key=lambda each: (-known.count(each), each))
    out = bytearray("".join(" ".join(each) + "\n" for each in words).encode())
    out += varint(len(combinations))
    for category, direction, combining, width, mirrored in combinations:
        numbers = words[0].index(category), words[1].index(direction), combining
        out += bytes([*numbers, words[2].index(width), mirrored])
    start = 0
    for code in range(1, LAST + 2):
        if code > LAST or known[code] != known[start]:
            out += varint(combinations.index(known[start])) + varint(code - start)
            start = code
    numbers = [char for char in CHARACTERS if unicodedata.numeric(char, None) is not None]
    out += varint(len(numbers))
    before = 0
    for char in numbers:
        value = Fraction(unicodedata.numeric(char)).limit_denominator(1000)
        assert float(value) == unicodedata.numeric(char)
        digit, decimal = unicodedata.digit(char, None), unicodedata.decimal(char, None)
        assert digit in (None, value) and decimal in (None, value)
        zeros, numerator = 0, value.numerator
        while numerator > 9 and numerator % 10 == 0:
            zeros, numerator = zeros + 1, numerator // 10
        out += varint(ord(char) - before)
        out.append((digit is not None) + 2 * (decimal is not None) + 4 * zeros)
        out += zigzag(numerator) + varint(value.denominator)
        before = ord(char)
    return bytes(out)


# Other names, most of them of control characters, which have no name else.
ALIASES = """
NULL, NUL, START OF HEADING, SOH, START OF TEXT, STX, END OF TEXT, ETX, END OF TRANSMISSION, EOT, ENQUIRY,
ENQ, ACKNOWLEDGE, ACK, ALERT, BEL, BACKSPACE, BS, CHARACTER TABULATION, HORIZONTAL TABULATION, HT, TAB,
LINE FEED, NEW LINE, END OF LINE, LF, NL, EOL, LINE TABULATION, VERTICAL TABULATION, VT, FORM FEED, FF,
CARRIAGE RETURN, CR, SHIFT OUT, LOCKING-SHIFT ONE, SO, SHIFT IN, LOCKING-SHIFT ZERO, SI, DATA LINK ESCAPE,
DLE, DEVICE CONTROL ONE, DC1, DEVICE CONTROL TWO, DC2, DEVICE CONTROL THREE, DC3, DEVICE CONTROL FOUR, DC4,
NEGATIVE ACKNOWLEDGE, NAK, SYNCHRONOUS IDLE, SYN, END OF TRANSMISSION BLOCK, ETB, CANCEL, CAN, END OF MEDIUM,
EOM, SUBSTITUTE, SUB, ESCAPE, ESC, INFORMATION SEPARATOR FOUR, FILE SEPARATOR, FS,
INFORMATION SEPARATOR THREE, GROUP SEPARATOR, GS, INFORMATION SEPARATOR TWO, RECORD SEPARATOR, RS,
INFORMATION SEPARATOR ONE, UNIT SEPARATOR, US, SP, DELETE, DEL, PADDING CHARACTER, PAD, HIGH OCTET PRESET, HOP,
BREAK PERMITTED HERE, BPH, NO BREAK HERE, NBH, INDEX, IND, NEXT LINE, NEL, START OF SELECTED AREA, SSA,
END OF SELECTED AREA, ESA, CHARACTER TABULATION SET, HORIZONTAL TABULATION SET, HTS,
LINE TABULATION SET, VERTICAL TABULATION SET, VTS, PARTIAL LINE FORWARD, PARTIAL LINE DOWN, PLD,
PARTIAL LINE BACKWARD, PARTIAL LINE UP, PLU, REVERSE LINE FEED, REVERSE INDEX, RI, SINGLE SHIFT TWO,
SINGLE-SHIFT-2, SS2, SINGLE SHIFT THREE, SINGLE-SHIFT-3, SS3, DEVICE CONTROL STRING, DCS, PRIVATE USE ONE,
PRIVATE USE-1, PU1, PRIVATE USE TWO, PRIVATE USE-2, PU2, SET TRANSMIT STATE, STS, CANCEL CHARACTER, CCH,
MESSAGE WAITING, MW, START OF GUARDED AREA, START OF PROTECTED AREA, SPA, END OF GUARDED AREA,
END OF PROTECTED AREA, EPA, START OF STRING, SOS, SINGLE GRAPHIC CHARACTER INTRODUCER, SGC,
SINGLE CHARACTER INTRODUCER, SCI, CONTROL SEQUENCE INTRODUCER, CSI, STRING TERMINATOR, ST,
OPERATING SYSTEM COMMAND, OSC, PRIVACY MESSAGE, PM, APPLICATION PROGRAM COMMAND, APC, NBSP, SHY,
COMBINING GRAPHEME JOINER, CGJ, ALM, MVS, ZWSP, ZWNJ, ZWJ, LRM, RLM, LRE, RLE, PDF, LRO, RLO, NNBSP, MMSP, WJ, LRI,
RLI, FSI, PDI, BYTE ORDER MARK, BOM, ZWNBSP, LATIN CAPITAL LETTER GHA, LATIN SMALL LETTER GHA,
WEIERSTRASS ELLIPTIC FUNCTION, MICR ON US SYMBOL, MICR DASH SYMBOL
"""


def names():
    """For each character, its name, or the prefix of those that end in their number."""
    for code, char in enumerate(CHARACTERS):
        name = unicodedata.name(char, None)
        if name and not name.startswith("HANGUL SYLLABLE "):
            number = f"{code:X}"
            is_numbered = name.endswith(f"-{number}")
            yield code, name.removesuffix(number) if is_numbered else name, is_numbered


def name_table():
    lines = []
    last = -2
    numbered = None
    for code, name, is_numbered in names():
        if is_numbered and numbered and code == last + 1 and numbered[2] == name:
            numbered[1] = code
        else:
            if numbered:
                lines.append("@%X-%X %s" % tuple(numbered))
                numbered = None
                last = -2
            if is_numbered:
                numbered = [code, code, name]
            else:
                if code != last + 1:
                    lines.append(f"@{code:X}")
                lines.append(name)
        last = code
    if numbered:
        lines.append("@%X-%X %s" % tuple(numbered))
    aliases = [" ".join(name.split()) for name in ALIASES.split(",")]
    aliases += [f"VS{number}" for number in range(1, 257)]
    lines += [f"={ord(unicodedata.lookup(name)):X} {name}" for name in aliases]
    return "".join(f"{line}\n" for line in lines).encode()


def digests():
    """For each method, the digest of what it gives for each character, a line each."""
    given = {}
    for name in METHODS:
        method = getattr(str, name)
        hasher = hashlib.sha256()
        for char in CHARACTERS:
            # Not characters of a text in UTF-8.
            if not "\ud800" <= char <= "\udfff":
                hasher.update(f"{method(char)}\n".encode())
        given[name] = hasher.hexdigest()
    return given


def main():
    assert unicodedata.unidata_version == "14.0.0", "run this with CPython 3.11"
    files = {
        FOLDER / "classes.bin": class_table(),
        FOLDER / "cases.bin": case_table(),
        FOLDER / "properties.bin": properties_table(),
        FOLDER / "names.txt": name_table(),
        FOLDER.parent / "tests" / "digests.json": (
            json.dumps(digests(), indent=2) + "\n"
        ).encode(),
    }
    if sys.argv[1:] == ["--check"]:
        stale = [path.name for path, data in files.items() if path.read_bytes() != data]
        sys.exit(f"not what CPython gives: {', '.join(stale)}" if stale else 0)
    for path, data in files.items():
        path.write_bytes(data)


if __name__ == "__main__":
    main()
