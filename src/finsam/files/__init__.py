"""
Files: `load`, `loads`, `dump`, `dumps`, and the published plans that ship with the package.

A file is text in TOML; `to_dict` and `from_dict` are the same tables in Python, as JSON has them.
"""

import os
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve

from finsam.files.disk import read_text, write_text
from finsam.files.kinds import FOLLOW_UP, FORMAT, NATIONAL, PLAN, SCENARIOS
from finsam.files.lines import line_of, lines
from finsam.finding import Finding
from finsam.plan import OperationalPlan

__all__ = [
    "FOLLOW_UP",
    "FORMAT",
    "NATIONAL",
    "PLAN",
    "SCENARIOS",
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


def load(path: str | os.PathLike[str]) -> OperationalPlan:
    """
    The plan in a TOML file.

    Raises `FileError`, which lists every problem with its place and line, where the file cannot be read or is not a
    plan.
    """
    return PLAN.load(path)


def loads(text: str, *, name: str = "text") -> OperationalPlan:
    """The plan in TOML text, which messages call `name`; raises as `load` does."""
    return PLAN.loads(text, name)


def from_dict(tables: Mapping[str, Any], *, name: str = "plan") -> OperationalPlan:
    """The plan in the tables of a file, with days as days or as text; raises as `load` does, without lines."""
    return PLAN.held(dict(tables), name)


def to_dict(plan: OperationalPlan) -> dict[str, Any]:
    """The plan as the tables of its file, ready for JSON: kronor as whole numbers, öre, shares and days as text."""
    return PLAN.to_dict(plan)


def dumps(plan: OperationalPlan) -> str:
    """
    The plan as TOML text, which `loads` reads back as the same plan.

    Raises `FileError` for a plan that no file can hold, as one with an empty name, with the places.

    >>> loads(dumps(example("hoglandet-2023"))) == example("hoglandet-2023")
    True
    """
    return PLAN.dumps(plan)


def dump(plan: OperationalPlan, path: str | os.PathLike[str]) -> None:
    """
    Write the plan to a TOML file, whole or not at all.

    The text is written beside the file and takes its place when all of it is on the disk; the file keeps its mode, and
    a link goes on leading to it. Raises `FileError` where it cannot be written, and as `dumps` does; the file that was
    there is then as it was.
    """
    PLAN.dump(plan, path)


def with_lines(found: Iterable[Finding], path: str | os.PathLike[str]) -> tuple[Finding, ...]:
    """The findings in what that file holds, each with the line of its place."""
    within = lines(read_text(path))
    return tuple(evolve(each, line=line_of(each.path, within)) for each in found)


def examples() -> tuple[str, ...]:
    """The names of the published plans that ship with the package."""
    return PLAN.examples()


def example(name: str) -> OperationalPlan:
    """
    A published plan, by name; raises `UnknownNameError`, which suggests the nearest.

    >>> example("hoglandet-2023").association.name
    'Höglandets samordningsförbund'
    """
    return PLAN.example(name)
