"""Comma separated values."""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


class Dialect:
    delimiter = ","
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}


def register_dialect(name, dialect=excel, **options):
    _dialects[name] = _style(dialect, options)


def list_dialects():
    return list(_dialects)


def _style(dialect, options):
    if isinstance(dialect, str):
        if dialect not in _dialects:
            raise Error("unknown dialect")
        dialect = _dialects[dialect]
    style = Dialect()
    for name in ("delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting", "strict"):
        setattr(style, name, options.pop(name) if name in options else getattr(dialect, name))
    for name in options:
        raise TypeError(f"'{name}' is an invalid keyword argument for this function")
    if not isinstance(style.delimiter, str) or len(style.delimiter) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    return style


class _Reader:
    def __init__(self, lines, style):
        self.lines = iter(lines)
        self.dialect = style
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        style = self.dialect
        row, text, quoted, numeric = [], [], False, False
        inside = False
        started = False
        while True:
            try:
                line = next(self.lines)
            except StopIteration:
                if inside and started:
                    row.append("".join(text))
                    return row
                raise
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
            self.line_num += 1
            started = True
            at, end = 0, len(line)
            while at < end:
                c = line[at]
                at += 1
                if inside:
                    if c == style.escapechar and at < end:
                        text.append(line[at])
                        at += 1
                    elif c == style.quotechar:
                        if style.doublequote and at < end and line[at] == style.quotechar:
                            text.append(c)
                            at += 1
                        else:
                            inside = False
                    else:
                        text.append(c)
                elif c in "\r\n":
                    break
                elif c == style.delimiter:
                    row.append(self._value(text, quoted))
                    text, quoted = [], False
                elif c == style.quotechar and not text and not quoted and style.quoting != QUOTE_NONE:
                    inside = quoted = True
                elif c == style.escapechar and at < end:
                    text.append(line[at])
                    at += 1
                elif c == " " and style.skipinitialspace and not text and not quoted:
                    pass
                else:
                    text.append(c)
            if inside:
                continue
            if not row and not text and not quoted:
                return []
            row.append(self._value(text, quoted))
            return row

    def _value(self, text, quoted):
        text = "".join(text)
        if self.dialect.quoting == QUOTE_NONNUMERIC and not quoted:
            return float(text)
        return text


def reader(csvfile, dialect="excel", **fmtparams):
    return _Reader(csvfile, _style(dialect, fmtparams))


class _Writer:
    def __init__(self, file, style):
        self.file = file
        self.dialect = style

    def _field(self, value, alone):
        style = self.dialect
        numeric = isinstance(value, (int, float))
        if value is None:
            text = ""
        elif isinstance(value, str):
            text = value
        elif isinstance(value, float):
            text = repr(value)
        else:
            text = str(value)
        special = (style.delimiter, style.quotechar, "\r", "\n", " ") if style.skipinitialspace else (style.delimiter, style.quotechar, "\r", "\n")
        needs = any(mark is not None and mark in text for mark in special) or (alone and not text)
        if style.quoting == QUOTE_NONE:
            if needs and style.escapechar is None:
                if alone and not text:
                    raise Error("single empty field record must be quoted")
                raise Error("need to escape, but no escapechar set")
            for mark in (style.escapechar, style.delimiter, style.quotechar, "\r", "\n"):
                if mark is not None and style.escapechar is not None:
                    text = text.replace(mark, style.escapechar + mark)
            return text
        if style.quoting == QUOTE_ALL or (style.quoting == QUOTE_NONNUMERIC and not numeric) or needs:
            if style.doublequote:
                text = text.replace(style.quotechar, style.quotechar * 2)
            else:
                text = text.replace(style.quotechar, (style.escapechar or "") + style.quotechar)
            return style.quotechar + text + style.quotechar
        return text

    def writerow(self, row):
        try:
            row = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        fields = [self._field(value, len(row) == 1) for value in row]
        return self.file.write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(csvfile, dialect="excel", **fmtparams):
    return _Writer(csvfile, _style(dialect, fmtparams))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)

    @property
    def line_num(self):
        return self.reader.line_num

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        return self._fieldnames

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        record = dict(zip(names or [], row))
        names = names or []
        if len(names) < len(row):
            record[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            record[name] = self.restval
        return record


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames = fieldnames
        self.restval = restval
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def _row(self, record):
        if self.extrasaction == "raise":
            wrong = [name for name in record if name not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(map(repr, wrong)))
        return [record.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))
