"""Plans as files: `load`, `loads`, `dumps` and the published plans that ship with the package."""

import re
from collections.abc import Mapping
from os import PathLike
from typing import Any

from finsam.errors import PlanFileError, Problem, UnknownNameError, shown
from finsam.plan import OperationalPlan
from finsam.writing import FORMAT

__all__ = ["example", "examples", "load", "loads"]

# Functions here import what only the reading of files needs, such as cattrs, so that `import finsam` stays quick.

# What no plan comes near, so that a wrong file is refused at once: a published plan is some 5 kB.
LARGEST = 250_000  # bytes
LONGEST_LINE = 5_000  # characters
MOST_DOTS = 40  # in a line
MOST_ENTRIES = 400  # in a table or a list; there are 290 municipalities
DEEPEST = 12  # tables and lists in one another

_DOT = re.compile(r"\.[ \t]*[^ \t.]")  # as in a dotted key; not the row of dots that a table of contents has


def load(path: str | PathLike[str]) -> OperationalPlan:
    """
    The plan in a TOML file.

    Raises `PlanFileError`, which lists every problem with its place, where the file cannot be read or is not a plan.
    """
    from pathlib import Path

    name = str(path)
    try:
        with Path(path).open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise PlanFileError(name, [Problem(place="", message=_unreadable(error))]) from None
    except ValueError:
        raise PlanFileError(name, [Problem(place="", message="is not the name of a file")]) from None
    if len(content) > LARGEST:
        raise PlanFileError(name, [_TOO_LARGE])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message = f"is not UTF-8, byte 0x{content[error.start]:02x}; save the file as UTF-8"
        raise PlanFileError(name, [Problem(place=f"line {line}", message=message)]) from None
    return loads(text, name=name)


def loads(text: str, *, name: str = "text") -> OperationalPlan:
    """The plan in TOML text, which messages call `name`; raises as `load` does."""
    tree = _parsed(text)
    if isinstance(tree, Problem):
        raise PlanFileError(name, [tree])
    if (problem := _outsized(tree) or _other_format(tree)) is not None:
        raise PlanFileError(name, [problem])
    from finsam.building import built
    from finsam.reading import read

    document, problems = read(tree)
    plan = None if document is None else built(document, problems)
    if plan is None or problems:
        raise PlanFileError(name, problems)
    return plan


def examples() -> tuple[str, ...]:
    """The names of the published plans that ship with the package."""
    from importlib.resources import files

    names = [each.name for each in files("finsam").joinpath("examples").iterdir()]
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def example(name: str) -> OperationalPlan:
    """
    A published plan, by name; raises `UnknownNameError`, which suggests the nearest.

    >>> example("hoglandet-2023").association.name
    'Höglandets samordningsförbund'
    """
    from importlib.resources import files

    if name not in (known := examples()):
        raise UnknownNameError("example", name, known)
    return loads(files("finsam").joinpath("examples", f"{name}.toml").read_text("utf-8"), name=name)


def _unreadable(error: OSError) -> str:
    """Why the file cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "is a folder, not a file"
    return f"cannot be read: {error.strerror}"


_RIGHT_FILE = "which no plan has; look whether it is the right file"
_TOO_LARGE = Problem(place="", message=f"is of more than {LARGEST // 1000} kB, {_RIGHT_FILE}")
_TOO_DEEP = Problem(place="", message=f"has tables more than {DEEPEST} deep in one another, {_RIGHT_FILE}")
_LONG_NUMBER = Problem(place="", message=f"has a number of thousands of digits, {_RIGHT_FILE}")


def _parsed(text: str) -> Mapping[str, Any] | Problem:
    """The tables of the text, or why it has none."""
    if len(text) > LARGEST:
        return _TOO_LARGE
    lines = text.split("\n")
    if (problem := _outsized_line(lines)) is not None:
        return problem
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _not_toml(str(error), lines)
    except RecursionError:
        return _TOO_DEEP
    except ValueError:
        return _LONG_NUMBER


def _outsized_line(lines: list[str]) -> Problem | None:
    """The first line that would take long to read as TOML."""
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            return Problem(place=f"line {number}", message=f"is of more than {LONGEST_LINE} characters, {_RIGHT_FILE}")
        if line.count(".") > MOST_DOTS and len(_DOT.findall(line)) > MOST_DOTS:
            return Problem(place=f"line {number}", message=f"has more than {MOST_DOTS} dots, {_RIGHT_FILE}")
    return None


def _outsized(tree: Mapping[str, Any]) -> Problem | None:
    """What is too large or too deep of the tables."""
    level: list[Any] = [tree]
    for _ in range(DEEPEST):
        if any(len(each) > MOST_ENTRIES for each in level):
            return Problem(place="", message=f"has a table or a list of more than {MOST_ENTRIES} rows, {_RIGHT_FILE}")
        inside = [child for each in level for child in (each.values() if isinstance(each, dict) else each)]
        level = [child for child in inside if isinstance(child, dict | list)]
    return _TOO_DEEP if level else None


_UNQUOTED = re.compile(r"[^\"'={},.#\[\]]+")
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+(?!\d)")


def _not_toml(message: str, lines: list[str]) -> Problem:
    """What is wrong and where, and what to write where it is one of the usual slips."""
    found = re.fullmatch(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", message)
    what = found["what"] if found else message
    if not found or not found["line"]:
        return Problem(place="the end", message=f"is not TOML: {what}")
    line, column = lines[int(found["line"]) - 1], int(found["column"])
    return Problem(
        place=f"line {found['line']}, column {column}",
        message=_slip(what, line, column - 1) or f"is not TOML: {what}",
    )


def _slip(what: str, line: str, at: int) -> str | None:
    """What to write instead, where only quotes are missing or a number has spaces."""
    for number in _SPACED.finditer(line):
        if number.start() <= at <= number.end() and not _quoted(line, number.start()):
            return f"{number[0]} has spaces; write {number[0].replace(' ', '_')}"
    for word in _UNQUOTED.finditer(line):
        text = word[0].strip()
        if word.start() <= at <= word.end() and not _quoted(line, word.start()):
            if what == "Invalid value" and text[:1].isalpha():
                return f'{text} needs quotes; write "{text}"'
            if not text.isascii():
                return f'the key {text} needs quotes; write "{text}"'
    return None


def _quoted(line: str, at: int) -> bool:
    """Whether that place of the line is between quotes."""
    return line[:at].count('"') % 2 == 1


def _other_format(tree: Mapping[str, Any]) -> Problem | None:
    """What is wrong with the version of the format."""
    version = tree.get("format")
    if version is None:
        return Problem(place="format", message=f"is missing; write format = {FORMAT} on the first line")
    if type(version) is int and version > FORMAT:
        message = f"{shown(version)} is later than {FORMAT}, the latest that this finsam reads; install a later finsam"
        return Problem(place="format", message=message)
    if type(version) is not int or version != FORMAT:
        return Problem(place="format", message=f"{shown(version)} is not a format; write format = {FORMAT}")
    return None
