"""How a topic writes its cases: single expressions, families of expressions, small programs."""

from dataclasses import dataclass
from itertools import product
from string import Template
from textwrap import dedent


@dataclass(frozen=True)
class Case:
    """Statements to run, then (optionally) an expression whose repr is the result."""

    code: str = ""
    expr: str | None = None


def expressions(*texts, code=""):
    """One case an expression, each after the same statements."""
    return [Case(dedent(code).lstrip("\n"), text) for text in texts]


def lines(text, code=""):
    """One case a non-empty line of `text`."""
    return expressions(*(line.strip() for line in text.splitlines() if line.strip()), code=code)


def family(template, code="", **values):
    """One case for every combination of the values of the template's `$names`."""
    combinations = product(*values.values())
    return expressions(
        *(Template(template).substitute(dict(zip(values, chosen))) for chosen in combinations),
        code=code,
    )


def programs(text):
    """Programs parted by lines of `---`; a last line `>>> expression` is the case's expression."""
    cases = []
    for source in dedent(text).strip("\n").split("\n---\n"):
        code, marker, expr = source.rpartition(">>> ")
        cases.append(Case(code, expr.strip()) if marker else Case(source.rstrip("\n") + "\n"))
    return cases
