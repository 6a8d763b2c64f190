"""`traceback`: what exceptions, their steps and their chains are shown as. Of a step only what does not name a file."""

from templates import programs

HELPERS = """
import re, sys, traceback
def plain(texts):
    return [re.sub(r'File "[^"]*", ', '', text.split("\\n    ")[0].rstrip("\\n")) for text in texts]
def deep(n):
    if n == 0: raise ValueError("a\\nb")
    deep(n - 1)
def caught(function, *args):
    try:
        function(*args)
    except BaseException as error:
        return error
"""

CASES = [
    *programs("\n---\n".join(HELPERS + program for program in [
        """
error = caught(deep, 0)
error.add_note("one note")
error.add_note("two\\nlines")
print(traceback.format_exception_only(error), traceback.format_exception_only(ValueError, ValueError("x")))
print(traceback.format_exception_only(None), traceback.format_exception_only(KeyError("k")))
""",
        """
error = caught(deep, 6)
print(plain(traceback.format_exception(error)))
print(plain(traceback.format_exception(type(error), error, error.__traceback__, limit=2)))
print(plain(traceback.format_exception(type(error), error, None)))
print(plain(traceback.format_tb(error.__traceback__, -1)), plain(traceback.format_tb(error.__traceback__, 2)))
steps = traceback.extract_tb(error.__traceback__)
print(len(steps), type(steps).__name__, steps[0].name, steps[-1].lineno, steps[1] == steps[2], plain(steps.format()))
""",
        """
print(traceback.format_list([("a.py", 3, "f", "x = 1"), ("b.py", 4, "g", None)]))
print(traceback.format_list([("a.py", 3, "f", "  x = 1 ")] * 6))
print(traceback.StackSummary.from_list([("a.py", 3, "f", "x = 1")]))
traceback.print_list([("a.py", 3, "f", "x = 1")], file=sys.stdout)
print(traceback.FrameSummary("a.py", 3, "f", line="x", locals={"a": 1}).locals)
""",
        """
def chained():
    try:
        {}["k"]
    except KeyError as key:
        raise RuntimeError("outer") from key
def in_context():
    try:
        1 / 0
    except ZeroDivisionError:
        undefined
def hidden():
    try:
        1 / 0
    except ZeroDivisionError:
        raise OSError("shown") from None
for function in (chained, in_context, hidden):
    error = caught(function)
    shown = traceback.TracebackException.from_exception(error)
    print(shown.exc_type, str(shown), len(shown.stack), shown.__cause__ is None, shown.__context__ is None)
    print(plain(shown.format()) == plain(traceback.format_exception(error)))
    print(plain(traceback.format_exception(error)))
    print(plain(shown.format(chain=False)), list(shown.format_exception_only()))
""",
        """
print(traceback.format_exc(), end="")
traceback.print_exc(file=sys.stdout)
try:
    deep(0)
except ValueError:
    print(traceback.format_exc().startswith("Traceback (most recent call last):\\n  File"), traceback.format_exc(limit=1).count("File"))
    print(traceback.format_exc(chain=False).splitlines()[-1])
for given in (1, "text"):
    try:
        traceback.format_exception(given)
    except TypeError as error:
        print(error)
try:
    traceback.format_exception(ValueError, ValueError("x"))
except ValueError as error:
    print(error)
""",
        """
for text in ["x = (", "a b", "f(", "'abc", "for x in y\\n  pass", "1 = x", "if x:\\nprint(1)", "x = 1\\n  y = 2", "é = = 2", "a = 1 +", "x =\\t$"]:
    error = caught(exec, text)
    print(error.msg, error.filename, error.lineno, error.offset, repr(error.text), error.end_lineno, error.end_offset, error.print_file_and_line)
    print(traceback.format_exception_only(error))
error = SyntaxError("message", ("f.py", 3, 5, "abc def", 3, 8))
print(error.filename, error.lineno, error.offset, error.text, error.end_lineno, error.end_offset, error)
print(traceback.format_exception_only(error), SyntaxError("own").filename, traceback.format_exception_only(SyntaxError("own")))
print(traceback.format_exception_only(IndentationError("deep", ("f.py", 3, 0, "    abc", 3, 0))))
""",
        """
error = caught(exec, "raise ExceptionGroup('group', [ValueError(1), KeyError('a')])")
print("".join(plain(traceback.format_exception(error)[-1:])))
print(traceback.format_exception_only(error))
""",
    ])),
]
