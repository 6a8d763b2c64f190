"""Differences between sequences, after Ratcliff and Obershelp: longest common blocks first."""

from collections import namedtuple as _namedtuple
from heapq import nlargest as _nlargest

__all__ = [
    "get_close_matches",
    "ndiff",
    "restore",
    "SequenceMatcher",
    "Differ",
    "IS_CHARACTER_JUNK",
    "IS_LINE_JUNK",
    "context_diff",
    "unified_diff",
    "diff_bytes",
    "Match",
]

Match = _namedtuple("Match", "a b size")


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = None
            self.fullbcount = None
            self._index()

    def _index(self):
        places = {}
        for at, item in enumerate(self.b):
            places.setdefault(item, []).append(at)
        self.bjunk = {item for item in places if self.isjunk and self.isjunk(item)}
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        size = len(self.b)
        if self.autojunk and size >= 200:
            # What is more than a hundredth of a long sequence says nothing of it.
            most = size // 100 + 1
            self.bpopular = {item for item, found in places.items() if len(found) > most}
            for item in self.bpopular:
                del places[item]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, junk = self.a, self.b, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        best_a, best_b, best = alo, blo, 0
        # How long the common block is that ends at each place of b, for the item of a before.
        lengths = {}
        for i in range(alo, ahi):
            now = {}
            for j in self.b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                size = now[j] = lengths.get(j - 1, 0) + 1
                if size > best:
                    best_a, best_b, best = i - size + 1, j - size + 1, size
            lengths = now
        for is_junk in (False, True):
            # First all that is no junk beside it, then the junk.
            while (
                best_a > alo
                and best_b > blo
                and (b[best_b - 1] in junk) == is_junk
                and a[best_a - 1] == b[best_b - 1]
            ):
                best_a, best_b, best = best_a - 1, best_b - 1, best + 1
            while (
                best_a + best < ahi
                and best_b + best < bhi
                and (b[best_b + best] in junk) == is_junk
                and a[best_a + best] == b[best_b + best]
            ):
                best += 1
        return Match(best_a, best_b, best)

    def get_matching_blocks(self):
        if self.matching_blocks is not None:
            return self.matching_blocks
        whole = len(self.a), len(self.b)
        found = []
        left = [(0, whole[0], 0, whole[1])]
        while left:
            alo, ahi, blo, bhi = left.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if not size:
                continue
            found.append(match)
            if alo < i and blo < j:
                left.append((alo, i, blo, j))
            if i + size < ahi and j + size < bhi:
                left.append((i + size, ahi, j + size, bhi))
        blocks = []
        for i, j, size in sorted(found):
            if blocks and (blocks[-1].a + blocks[-1].size, blocks[-1].b + blocks[-1].size) == (i, j):
                blocks[-1] = Match(blocks[-1].a, blocks[-1].b, blocks[-1].size + size)
            else:
                blocks.append(Match(i, j, size))
        blocks.append(Match(*whole, 0))
        self.matching_blocks = blocks
        return blocks

    def get_opcodes(self):
        if self.opcodes is None:
            self.opcodes = list(self._steps())
        return self.opcodes

    def _steps(self):
        i = j = 0
        for at_a, at_b, size in self.get_matching_blocks():
            if i < at_a and j < at_b:
                yield "replace", i, at_a, j, at_b
            elif i < at_a:
                yield "delete", i, at_a, j, at_b
            elif j < at_b:
                yield "insert", i, at_a, j, at_b
            i, j = at_a + size, at_b + size
            if size:
                yield "equal", at_a, i, at_b, j

    def get_grouped_opcodes(self, n=3):
        steps = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
        tag, i1, i2, j1, j2 = steps[0]
        if tag == "equal":
            steps[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        tag, i1, i2, j1, j2 = steps[-1]
        if tag == "equal":
            steps[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in steps:
            if tag == "equal" and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        matches = sum(block.size for block in self.get_matching_blocks())
        return _ratio(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        if self.fullbcount is None:
            self.fullbcount = {}
            for item in self.b:
                self.fullbcount[item] = self.fullbcount.get(item, 0) + 1
        left, matches = dict(self.fullbcount), 0
        for item in self.a:
            count = left.get(item, 0)
            left[item] = count - 1
            matches += count > 0
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        sizes = len(self.a), len(self.b)
        return _ratio(min(sizes), sum(sizes))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    close = []
    for other in possibilities:
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            close.append((matcher.ratio(), other))
    return [other for _, other in _nlargest(n, close)]


def IS_LINE_JUNK(line, pat=None):
    return line.strip() in ("", "#") if pat is None else pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


class Differ:
    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        matcher = SequenceMatcher(self.linejunk, a, b)
        for tag, alo, ahi, blo, bhi in matcher.get_opcodes():
            if tag == "replace":
                yield from self._replaced(a, alo, ahi, b, blo, bhi)
            elif tag == "delete":
                yield from _marked("-", a[alo:ahi])
            elif tag == "insert":
                yield from _marked("+", b[blo:bhi])
            else:
                yield from _marked(" ", a[alo:ahi])

    def _plain(self, a, alo, ahi, b, blo, bhi):
        first, second = _marked("-", a[alo:ahi]), _marked("+", b[blo:bhi])
        if bhi - blo < ahi - alo:
            first, second = second, first
        yield from first
        yield from second

    def _replaced(self, a, alo, ahi, b, blo, bhi):
        """The two most similar lines are shown as one that changed; what is around them likewise."""
        best, cutoff = 0.74, 0.75
        matcher = SequenceMatcher(self.charjunk)
        equal = close = None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    equal = equal or (i, j)
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, close = matcher.ratio(), (i, j)
        if best < cutoff:
            if equal is None:
                yield from self._plain(a, alo, ahi, b, blo, bhi)
                return
            i, j = equal
        else:
            equal = None
            i, j = close
        yield from self._around(a, alo, i, b, blo, j)
        if equal is None:
            matcher.set_seqs(a[i], b[j])
            yield from self._changed_line(a[i], b[j], matcher.get_opcodes())
        else:
            yield "  " + a[i]
        yield from self._around(a, i + 1, ahi, b, j + 1, bhi)

    def _around(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._replaced(a, alo, ahi, b, blo, bhi)
        elif alo < ahi:
            yield from _marked("-", a[alo:ahi])
        elif blo < bhi:
            yield from _marked("+", b[blo:bhi])

    def _changed_line(self, old, new, steps):
        old_marks = new_marks = ""
        for tag, i1, i2, j1, j2 in steps:
            gone, come = i2 - i1, j2 - j1
            old_marks += {"replace": "^", "delete": "-", "insert": "", "equal": " "}[tag] * gone
            new_marks += {"replace": "^", "delete": "", "insert": "+", "equal": " "}[tag] * come
        yield "- " + old
        yield from _marks(old, old_marks)
        yield "+ " + new
        yield from _marks(new, new_marks)


def _marked(tag, lines):
    for line in lines:
        yield f"{tag} {line}"


def _marks(line, marks):
    # Tabs of the line stay tabs, so that the marks stand below what they mark.
    marks = "".join(char if mark == " " and char.isspace() else mark for char, mark in zip(line, marks)).rstrip()
    if marks:
        yield f"? {marks}\n"


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    tags = {1: ("- ", "  "), 2: ("+ ", "  ")}.get(int(which))
    if tags is None:
        raise ValueError("unknown delta choice (must be 1 or 2): %r" % which)
    for line in delta:
        if line[:2] in tags:
            yield line[2:]


def _check_types(a, b, *texts):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError("lines to compare must be str, not %s (%r)" % (type(lines[0]).__name__, lines[0]))
    for text in texts:
        if not isinstance(text, str):
            raise TypeError("all arguments must be str, not: %r" % (text,))


def _unified_range(start, stop):
    length = stop - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


def _context_range(start, stop):
    length = stop - start
    beginning = start + 1 if length else start
    return str(beginning) if length <= 1 else f"{beginning},{beginning + length - 1}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield "--- {}{}{}".format(fromfile, fromfiledate and "\t" + fromfiledate, lineterm)
            yield "+++ {}{}{}".format(tofile, tofiledate and "\t" + tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield f"@@ -{_unified_range(first[1], last[2])} +{_unified_range(first[3], last[4])} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from (" " + line for line in a[i1:i2])
                continue
            if tag != "insert":
                yield from ("-" + line for line in a[i1:i2])
            if tag != "delete":
                yield from ("+" + line for line in b[j1:j2])


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield "*** {}{}{}".format(fromfile, fromfiledate and "\t" + fromfiledate, lineterm)
            yield "--- {}{}{}".format(tofile, tofiledate and "\t" + tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield "***************" + lineterm
        yield f"*** {_context_range(first[1], last[2])} ****{lineterm}"
        if any(step[0] in ("replace", "delete") for step in group):
            for tag, i1, i2, _, _ in group:
                if tag != "insert":
                    yield from (marks[tag] + line for line in a[i1:i2])
        yield f"--- {_context_range(first[3], last[4])} ----{lineterm}"
        if any(step[0] in ("replace", "insert") for step in group):
            for tag, _, _, j1, j2 in group:
                if tag != "delete":
                    yield from (marks[tag] + line for line in b[j1:j2])


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3, lineterm=b"\n"):
    def text(data):
        try:
            return data.decode("ascii", "surrogateescape")
        except AttributeError as error:
            message = "all arguments must be bytes, not %s (%r)" % (type(data).__name__, data)
            raise TypeError(message) from error

    lines = [list(map(text, each)) for each in (a, b)]
    names = map(text, (fromfile, tofile, fromfiledate, tofiledate))
    for line in dfunc(*lines, *names, n, text(lineterm)):
        yield line.encode("ascii", "surrogateescape")
