"""What the tests of the published plans share: the figures in a plan, and what is written in its file."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from fractions import Fraction
from importlib.resources import files
from typing import Any

import attrs

from finsam import FinsamError, Money, OperationalPlan, kr, share
from finsam.budget import Accounts
from finsam.printed import Printed
from finsam.rows import Cell, Column

Say = Callable[[OperationalPlan], object]
"""How a plan says something."""


def accounts(plan: OperationalPlan, cell: Cell) -> Accounts:
    """The plan's budget, forecast or outcome of that time."""
    column, time = cell
    views: Mapping[Column, Callable[[], Accounts]] = {
        Column.BUDGET: lambda: plan.budget(time),
        Column.FORECAST: lambda: plan.forecast(time),
        Column.OUTCOME: lambda: plan.outcome(time),
    }
    return views[column]()


def leaves(value: object) -> Iterator[object]:
    """Everything at the ends of a tree: amounts, printed figures, shares, numbers, days, times and texts."""
    kind: type = type(value)
    if isinstance(value, Mapping):
        times = (key for key in value if not isinstance(key, str))  # a column's times; the other keys are names
        value = (*times, *value.values())
    if isinstance(value, tuple | list | set):
        for each in value:
            yield from leaves(each)
    elif attrs.has(kind) and kind not in (Money, Printed):
        for field in attrs.fields(kind):
            yield from leaves(getattr(value, field.name))
    else:
        yield value


def figures(value: object) -> set[object]:
    """The amounts, printed figures, shares, numbers and days in it."""
    found = (each for each in leaves(value) if not isinstance(each, bool))
    return {each for each in found if isinstance(each, Money | Printed | Fraction | int | date)}


def tree(name: str) -> dict[str, Any]:
    """The file of a published plan, as TOML has it."""
    return tomllib.loads(files("finsam").joinpath("examples", f"{name}.toml").read_text("utf-8"))


def forms(written: object) -> Iterator[object]:
    """What a value that is written in a file may have become."""
    yield written
    readers: tuple[Callable[[Any], object], ...] = (kr, share, Printed.amount, Printed.number, Printed.share)
    for read in readers if isinstance(written, str | int) else ():
        with suppress(FinsamError):
            yield read(written)
