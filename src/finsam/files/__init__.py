"""
Files: `load`, `loads`, `dump`, `dumps`, and the published plans that ship with the package.

A file is text in TOML; `to_dict` and `from_dict` are the same tables in Python, as JSON has them.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from attrs import evolve

from finsam.association import Association
from finsam.errors import FileError, Problem, UnknownNameError, at, written
from finsam.files.disk import read_text, write_text
from finsam.files.lines import Lines, line_of, lines
from finsam.files.shape import keys_of, tree
from finsam.files.toml import parsed, text_of
from finsam.finding import Finding
from finsam.language import Text
from finsam.place import inside, place
from finsam.plan import OperationalPlan
from finsam.typed import expect

__all__ = [
    "FORMAT",
    "dump",
    "dumps",
    "example",
    "examples",
    "from_dict",
    "load",
    "loads",
    "to_dict",
    "with_lines",
    "write_text",
]

FORMAT = 1

_STAND_INS: Mapping[str, Any] = {"year": 2027, "association": {"name": "?"}}
"""What is put in place of what a plan must have and cannot be read, so that the rest can be."""


def load(path: str | os.PathLike[str]) -> OperationalPlan:
    """
    The plan in a TOML file.

    Raises `FileError`, which lists every problem with its place and line, where the file cannot be read or is not a
    plan.
    """
    return loads(read_text(path), name=os.fspath(path))


def loads(text: str, *, name: str = "text") -> OperationalPlan:
    """The plan in TOML text, which messages call `name`; raises as `load` does."""
    expect(text, str, "loads")
    tables = parsed(text)
    if isinstance(tables, Problem):
        raise FileError(name, tables)
    return _plan(tables, name, lambda: lines(text))


def from_dict(tables: Mapping[str, Any], *, name: str = "plan") -> OperationalPlan:
    """The plan in the tables of a file, with days as days or as text; raises as `load` does, without lines."""
    return _plan(dict(tables), name, None)


def to_dict(plan: OperationalPlan) -> dict[str, Any]:
    """The plan as the tables of its file, ready for JSON: kronor as whole numbers, öre, shares and days as text."""
    tables: dict[str, Any] = _as_json(_tables(plan))
    return tables


def dumps(plan: OperationalPlan) -> str:
    """
    The plan as TOML text, which `loads` reads back as the same plan.

    Raises `FileError` for a plan that no file can hold, as one with an empty name, with the places.

    >>> loads(dumps(example("hoglandet-2023"))) == example("hoglandet-2023")
    True
    """
    expect(plan, OperationalPlan, "dumps")
    text = text_of(_tables(plan))
    try:
        if loads(text) == plan:
            return text
    except FileError as error:
        raise FileError("plan", *(evolve(problem, line=None) for problem in error.problems)) from None
    raise FileError("plan", Problem(message=_CHANGED))


def dump(plan: OperationalPlan, path: str | os.PathLike[str]) -> None:
    """
    Write the plan to a TOML file, whole or not at all.

    The text is written beside the file and takes its place when all of it is on the disk; the file keeps its mode, and
    a link goes on leading to it. Raises `FileError` where it cannot be written, and as `dumps` does; the file that was
    there is then as it was.
    """
    write_text(dumps(plan), path)


def with_lines(found: Iterable[Finding], path: str | os.PathLike[str]) -> tuple[Finding, ...]:
    """The findings in the plan of that file, each with the line of its place."""
    within = lines(read_text(path))
    return tuple(evolve(each, line=line_of(each.path, within)) for each in found)


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
        raise UnknownNameError(_NO_EXAMPLE, name, known)
    return loads(files("finsam").joinpath("examples", f"{name}.toml").read_text("utf-8"), name=name)


def _plan(tables: dict[str, Any], name: str, located: Callable[[], Lines] | None) -> OperationalPlan:
    """The plan that the tables are; `located` gives their lines, where they have any."""
    problems = [problem] if (problem := _other_format(tables)) else []
    plan = None
    if not problems:
        rest = {key: value for key, value in tables.items() if key != "format"}
        from finsam.files.reading import read  # here, because only the reading of files needs cattrs

        plan, problems = read(rest, OperationalPlan, _STAND_INS)
    if plan is None or problems:
        within = None if located is None else located()
        placed = [
            evolve(
                problem,
                place=place(problem.path, tables),
                line=None if within is None else line_of(problem.path, within),
            )
            for problem in problems
        ]
        placed = _lost_heading(placed)
        raise FileError(name, *sorted(placed, key=lambda problem: (problem.line or 0, _position(problem, tables))))
    return plan


def _lost_heading(problems: list[Problem]) -> list[Problem]:
    """The same, with what is told of the association's keys told once, where it is its heading that is missing."""
    own = {*keys_of(Association), "region"}
    lost = [problem for problem in problems if len(problem.path) == 1 and problem.path[0] in own]
    if not lost or not any(problem.path == ("association",) for problem in problems):
        return problems
    first = min(lost, key=lambda problem: problem.line or 0)
    told = evolve(first, path=("association",), place="association", message=_LOST(key=first.path[0]))
    return [told, *(each for each in problems if each not in lost and each.path != ("association",))]


def _position(problem: Problem, tables: object) -> list[int]:
    """Where its place stands among what is written; before all of it, where it is not written."""
    position = []
    for step in problem.path:
        position.append(step if isinstance(step, int) else _index(step, tables))
        tables = inside(tables, step)
    return position


def _index(key: str, table: object) -> int:
    return list(table).index(key) if isinstance(table, dict) and key in table else -1


def _tables(plan: OperationalPlan) -> dict[str, Any]:
    """The tables of the plan's file."""
    return {"format": FORMAT, **tree(plan)}


def _as_json(value: Any) -> Any:
    """The same with days as text."""
    if isinstance(value, dict):
        return {key: _as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_json(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _other_format(tables: Mapping[str, Any]) -> Problem | None:
    """What is wrong with the version of the format."""
    version = tables.get("format")
    if version is None:
        return at(_NO_FORMAT(format=FORMAT), "format")
    if type(version) is not int or version < 1:
        return at(_OTHER_FORMAT(given=written(version), format=FORMAT), "format")
    if version > FORMAT:
        return at(_LATER_FORMAT(given=written(version), format=FORMAT), "format")
    return None


_NO_FORMAT = Text(
    en="is missing; write format = {format} on the first line", sv="saknas; skriv format = {format} på första raden"
)
_OTHER_FORMAT = Text(
    en="{given} is not a format; write format = {format}", sv="{given} är inget format; skriv format = {format}"
)
_LATER_FORMAT = Text(
    en="{given} is later than {format}, the latest that this finsam reads; install a later finsam",
    sv="{given} är senare än {format}, det senaste som denna finsam läser; installera en senare finsam",
)
_CHANGED = Text(en="would not be the same when it is read again", sv="skulle inte bli detsamma när den läses igen")
_NO_EXAMPLE = Text(en='there is no example "{name}"', sv='det finns inget exempel "{name}"')

_LOST = Text(en="is missing; write [association] before {key}", sv="saknas; skriv [association] före {key}")
