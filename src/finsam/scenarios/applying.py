"""What a plan is with its changes (*tänk om*): members first, then the contributions, the rows and the equity."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import evolve

from finsam.errors import FinsamError, ScenarioError, written
from finsam.language import Text
from finsam.money import Money
from finsam.period import begins_the_year, year_of
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.rows import Column, Columns
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
from finsam.scenarios.figures import opened, reckoned, with_row
from finsam.scenarios.funded import funded, limited, populated
from finsam.scenarios.members import joined, left
from finsam.scenarios.scenario import Scenario
from finsam.typed import expect

__all__ = ["apply", "as_a_start", "changed"]

_MADE: Mapping[type, Callable[[OperationalPlan, Any], OperationalPlan]] = ReadOnly(
    {
        Joining: joined,
        Leaving: left,
        FundingChange: funded,
        PopulationChange: populated,
        Limits: limited,
        NewRow: with_row,
        RowChange: reckoned,
        OpeningChange: opened,
    }
)
"""What makes each kind of change, in the order in which they are made."""

_ORDER = {kind: place for place, kind in enumerate(_MADE)}


def apply(plan: OperationalPlan, *changes: PlanChange | Scenario) -> OperationalPlan:
    """
    The plan as it would be with those changes (*tänk om*); the plan itself stays as it is.

    Members come and go first, then the contributions change, then the rows, then the equity: so it does not matter in
    which order changes of different things are given, and of two of the same thing the later wins. What the document
    says that its figures come to (`stated`) is about the plan as it was, and is left out. A year that opens with what
    the year before left does so in the scenario too.

    Raises `ScenarioError` for a change that does not fit the plan, and for one that changes nothing.

    >>> plan = example("hoglandet-2023")
    >>> apply(plan, FundingChange(total=kr(8_500_000), since=2024)).contributions(2024)["Aneby"]
    kr(127_500)
    """
    return _with_all(plan, changes, strictly=True)


def changed(plan: OperationalPlan, changes: Iterable[PlanChange | Scenario]) -> OperationalPlan:
    """The same as `apply`, but a change may be what is so already, as one of many that are tried."""
    return _with_all(plan, changes, strictly=False)


def _with_all(plan: OperationalPlan, changes: Iterable[PlanChange | Scenario], *, strictly: bool) -> OperationalPlan:
    expect(plan, OperationalPlan, "apply")
    every = _in_order(changes)
    if every:
        plan = as_a_start(plan)
    for change in every:
        after = _with(plan, change)
        if strictly and after == plan:
            raise ScenarioError(_NOTHING(change=change.text))
        plan = after
    return plan


def as_a_start(plan: OperationalPlan) -> OperationalPlan:
    """
    The plan from which scenarios start: without what the document says that its figures come to, which is about no
    scenario; and where a year opens with what the year before left, that is carried, so that it follows what changes.
    """
    return plan.remembered("as a start", lambda: _as_a_start(plan))


def _as_a_start(plan: OperationalPlan) -> OperationalPlan:
    opening: Any = {column.value: dict(getattr(plan.equity.opening, column)) for column in Column}
    for column, time, amount in plan.equity.opening.cells():
        if begins_the_year(time) and amount == plan.closing_equity(year_of(time) - 1):
            del opening[column.value][time]
    other = Columns[Money](**opening)
    if other == plan.equity.opening and not plan.stated:
        return plan
    return evolve(plan, stated=(), equity=evolve(plan.equity, opening=other))


def _in_order(changes: Iterable[PlanChange | Scenario]) -> list[PlanChange]:
    """Every change, in the order in which they are made."""
    every: list[PlanChange] = []
    for each in changes:
        every += each.changes if isinstance(each, Scenario) else [each]
    for change in every:
        if type(change) not in _ORDER:
            raise ScenarioError(_NO_CHANGE(given=written(change), kinds=tuple(kind.__name__ for kind in _ORDER)))
    return sorted(every, key=lambda change: _ORDER[type(change)])


def _with(plan: OperationalPlan, change: PlanChange) -> OperationalPlan:
    """The plan with one change."""
    try:
        return _MADE[type(change)](plan, change)
    except FinsamError as error:
        problems = (evolve(each, message=_CANNOT(change=change.text, why=each.message)) for each in error.problems)
        raise ScenarioError(*problems) from None


_NOTHING = Text(
    en="{change}: this changes nothing, since it is so already",
    sv="{change}: detta ändrar inget, eftersom det redan är så",
)
_CANNOT = Text(en="{change}: {why}", sv="{change}: {why}")
_NO_CHANGE = Text(en="{given} is no change; write one of {kinds}", sv="{given} är ingen ändring; skriv en av {kinds}")
