"""Lines of files by number; a file is read once."""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def clearcache():
    cache.clear()


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    if filename in cache:
        return cache[filename][2]
    return updatecache(filename, module_globals)


def checkcache(filename=None):
    for name in list(cache) if filename is None else [filename]:
        if name in cache and _read(name) != cache[name][2]:
            del cache[name]


def updatecache(filename, module_globals=None):
    cache.pop(filename, None)
    lines = _read(filename)
    if lines:
        cache[filename] = sum(map(len, lines)), None, lines, filename
    return lines


def lazycache(filename, module_globals):
    return False


def _read(filename):
    try:
        with open(filename, encoding="utf-8") as file:
            lines = file.readlines()
    except (OSError, UnicodeDecodeError, SyntaxError):
        return []
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return lines
