"""What `traceback.rs` leaves to Python."""

import sys as _sys

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_MOST_REPEATED = 3
_NOT_GIVEN = object()


class FrameSummary:
    """One step of the way of an exception."""

    _text = None

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line
        self.locals = None if locals is None else {key: repr(value) for key, value in locals.items()}

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, index):
        return tuple(self)[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    """Steps, the outermost first."""

    @classmethod
    def from_list(cls, a_list):
        return cls(step if isinstance(step, FrameSummary) else FrameSummary(*step[:3], line=step[3]) for step in a_list)

    def format_frame_summary(self, frame_summary):
        if frame_summary._text is not None:
            return frame_summary._text
        text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        return text + f"    {frame_summary.line.strip()}\n" if frame_summary.line else text

    def format(self):
        texts = []
        last, repeated = None, 0
        for step in self + [None]:
            place = step and (step.filename, step.lineno, step.name)
            if step is not None and place == last:
                repeated += 1
            else:
                if repeated > _MOST_REPEATED:
                    more = repeated - _MOST_REPEATED
                    texts.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")
                last, repeated = place, 1
            if step is not None and repeated <= _MOST_REPEATED:
                texts.append(self.format_frame_summary(step))
        return texts


class TracebackException:
    """An exception, ready to be shown."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        self._exception = exc_value
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.__cause__ = self._earlier(getattr(exc_value, "__cause__", None), limit, seen)
        self.__context__ = self._earlier(getattr(exc_value, "__context__", None), limit, seen)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def _earlier(self, exc, limit, seen):
        if exc is None or id(exc) in seen:
            return None
        return TracebackException(type(exc), exc, exc.__traceback__, limit=limit, _seen=seen)

    def __str__(self):
        return str(self._exception)

    def format_exception_only(self):
        yield from _only(self._exception)

    def format(self, *, chain=True):
        if chain and self.__cause__ is not None:
            yield from self.__cause__.format()
            yield _CAUSE
        elif chain and self.__context__ is not None and not self.__suppress_context__:
            yield from self.__context__.format()
            yield _CONTEXT
        if isinstance(self._exception, BaseExceptionGroup):
            yield from _group(self._exception)
            return
        if self.stack:
            yield "Traceback (most recent call last):\n"
            yield from self.stack.format()
        yield from self.format_exception_only()

    def print(self, *, file=None, chain=True):
        _write(self.format(chain=chain), file)


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    steps = StackSummary()
    texts = _step_texts(tb)
    while tb is not None:
        code = tb.tb_frame.f_code
        step = FrameSummary(code.co_filename, tb.tb_lineno, code.co_name, line=tb._line)
        step._text = texts[len(steps)]
        steps.append(step)
        tb = tb.tb_next
    if limit is None:
        limit = getattr(_sys, "tracebacklimit", None)
    if limit is not None:
        steps[:] = steps[:limit] if limit >= 0 else steps[limit:]
    return steps


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def format_exception(exc, /, value=_NOT_GIVEN, tb=_NOT_GIVEN, limit=None, chain=True):
    value, tb = _given(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit).format(chain=chain))


def print_exception(exc, /, value=_NOT_GIVEN, tb=_NOT_GIVEN, limit=None, file=None, chain=True):
    _write(format_exception(exc, value, tb, limit, chain), file)


def format_exception_only(exc, /, value=_NOT_GIVEN):
    return _only(exc if value is _NOT_GIVEN else value)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(*_sys.exc_info(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(*_sys.exc_info(), limit=limit, file=file, chain=chain)


def _given(exc, value, tb):
    if (value is _NOT_GIVEN) != (tb is _NOT_GIVEN):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _NOT_GIVEN:
        return value, tb
    if exc is not None and not isinstance(exc, BaseException):
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return exc, getattr(exc, "__traceback__", None)


def _write(texts, file):
    file = _sys.stderr if file is None else file
    for text in texts:
        file.write(text)
