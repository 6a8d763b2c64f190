"""What `traceback.rs` leaves to Python."""

import sys as _sys


class FrameSummary:
    """One step of the way of an exception."""

    def __init__(self, filename, lineno, name, *, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line

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


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    steps = []
    while tb is not None:
        code = tb.tb_frame.f_code
        steps.append(FrameSummary(code.co_filename, tb.tb_lineno, code.co_name, line=tb._line))
        tb = tb.tb_next
    return steps if limit is None else steps[:limit] if limit >= 0 else steps[limit:]


def print_tb(tb, limit=None, file=None):
    (file or _sys.stderr).write("".join(format_tb(tb, limit)))
