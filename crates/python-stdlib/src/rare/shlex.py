"""Words of a command line, as a shell splits and quotes them."""

import re

_unsafe = re.compile(r"[^\w@%+=:,./-]", re.ASCII).search


def quote(s):
    if not s:
        return "''"
    if _unsafe(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(map(quote, split_command))


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    words, word, started = [], [], False
    at, size = 0, len(s)
    while at < size:
        letter = s[at]
        at += 1
        if letter in " \t\r\n":
            if started:
                words.append("".join(word))
                word, started = [], False
        elif letter == "#" and comments and not started:
            while at < size and s[at] != "\n":
                at += 1
        elif letter == "\\" and posix:
            if at == size:
                raise ValueError("No escaped character")
            word.append(s[at])
            started = True
            at += 1
        elif letter in "'\"":
            started = True
            if not posix:
                word.append(letter)
            while True:
                if at == size:
                    raise ValueError("No closing quotation")
                inner = s[at]
                at += 1
                if inner == letter:
                    break
                if inner == "\\" and letter == '"' and posix:
                    if at == size:
                        raise ValueError("No escaped character")
                    if s[at] not in '"\\':
                        word.append("\\")
                    inner = s[at]
                    at += 1
                word.append(inner)
            if not posix:
                word.append(letter)
        else:
            word.append(letter)
            started = True
    if started:
        words.append("".join(word))
    return words
