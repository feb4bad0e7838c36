"""
What if (*tänk om*): changes of a plan as values, what it then comes to, and plans beside one another.

`load`, `loads`, `dump` and `dumps` read and write a file of scenarios.

>>> import finsam
>>> plan = finsam.example("hoglandet-2023")
>>> apply(plan, Leaving("Tranås", since=2024)).contributions(2024).total
kr(8_054_000)
"""

import os
from collections.abc import Mapping
from typing import Any

from finsam.scenarios.applying import apply, changed
from finsam.scenarios.changes import (
    FundingChange,
    Joining,
    Leaving,
    Limits,
    NewRow,
    OpeningChange,
    PlanChange,
    PopulationChange,
    RowChange,
)
from finsam.scenarios.comparing import Case, Comparison, compare
from finsam.scenarios.differences import Difference, differences
from finsam.scenarios.needed import Needed, least_cut, least_total
from finsam.scenarios.plan_comparison import (
    BeforeAfter,
    ContributionsBeside,
    FindingsBeside,
    Pair,
    PlanComparison,
    YearBeside,
    cells_beside,
    compared,
)
from finsam.scenarios.scenario import Scenario, ScenarioSet
from finsam.scenarios.sweeping import Axis, Sweep, SweepRow, WhatIf, sweep
from finsam.scenarios.wording import Amounts, InYears

__all__ = [
    "Amounts",
    "Axis",
    "BeforeAfter",
    "Case",
    "Comparison",
    "ContributionsBeside",
    "Difference",
    "FindingsBeside",
    "FundingChange",
    "InYears",
    "Joining",
    "Leaving",
    "Limits",
    "Needed",
    "NewRow",
    "OpeningChange",
    "Pair",
    "PlanChange",
    "PlanComparison",
    "PopulationChange",
    "RowChange",
    "Scenario",
    "ScenarioSet",
    "Sweep",
    "SweepRow",
    "WhatIf",
    "YearBeside",
    "apply",
    "cells_beside",
    "changed",
    "compare",
    "compared",
    "differences",
    "dump",
    "dumps",
    "example",
    "examples",
    "from_dict",
    "least_cut",
    "least_total",
    "load",
    "loads",
    "sweep",
    "to_dict",
]


def load(path: str | os.PathLike[str]) -> ScenarioSet:
    """
    The scenarios in a TOML file.

    Raises `FileError`, which lists every problem with its place and line, where the file cannot be read or holds no
    scenarios. Whether they fit a plan is seen when they are applied to it.
    """
    from finsam.files import SCENARIOS  # here, because files are read in terms of scenarios

    return SCENARIOS.load(path)


def loads(text: str, *, name: str = "text") -> ScenarioSet:
    """The scenarios in TOML text, which messages call `name`; otherwise as `load`."""
    from finsam.files import SCENARIOS

    return SCENARIOS.loads(text, name)


def from_dict(tables: Mapping[str, Any], *, name: str = "scenarios") -> ScenarioSet:
    """The scenarios in the tables of a file, with days as days or as text; raises as `load` does, without lines."""
    from finsam.files import SCENARIOS

    return SCENARIOS.held(dict(tables), name)


def to_dict(scenarios: ScenarioSet) -> dict[str, Any]:
    """The scenarios as the tables of their file, ready for JSON; as `finsam.to_dict`."""
    from finsam.files import SCENARIOS

    return SCENARIOS.to_dict(scenarios)


def dumps(scenarios: ScenarioSet) -> str:
    """
    The scenarios as TOML text, which `loads` reads back as the same.

    Raises `FileError` for scenarios that no file can hold, with the places.
    """
    from finsam.files import SCENARIOS

    return SCENARIOS.dumps(scenarios)


def dump(scenarios: ScenarioSet, path: str | os.PathLike[str]) -> None:
    """Write the scenarios to a TOML file, whole or not at all; as `finsam.dump`."""
    from finsam.files import SCENARIOS

    SCENARIOS.dump(scenarios, path)


def examples() -> tuple[str, ...]:
    """The names of the scenarios that ship with the package; each is that of the example plan of the same name."""
    from finsam.files import SCENARIOS

    return SCENARIOS.examples()


def example(name: str) -> ScenarioSet:
    """
    Scenarios of a published plan, by its name; raises `UnknownNameError`, which suggests the nearest.

    >>> [scenario.name for scenario in example("hoglandet-2023")]
    ['8,5 mkr från 2024', 'efter befolkning', 'Tranås lämnar']
    """
    from finsam.files import SCENARIOS

    return SCENARIOS.example(name)
