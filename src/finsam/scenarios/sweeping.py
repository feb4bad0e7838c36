"""Many what-ifs of a plan (*känslighetsanalys*), each measured in the same way."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import closing
from itertools import product
from typing import Any

from attrs import evolve, field, frozen

from finsam.errors import FinsamError, ScenarioError, WrongTypeError, written
from finsam.language import Text
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.scenarios.changes import PlanChange
from finsam.scenarios.chunks import Found, Measure, one_by_one
from finsam.scenarios.scenario import Scenario
from finsam.typed import expect
from finsam.work import Progress, expect_executor, metered

__all__ = ["Axis", "Sweep", "SweepRow", "WhatIf", "sweep"]

WhatIf = PlanChange | Iterable[PlanChange] | Scenario
"""A change, several that are made together, or a scenario with its name; none is the plan as it is."""

Axis = Iterable[Any]
"""What is along an axis: what-ifs by their labels, or a list of them, which are called by name or number."""

Labels = Mapping[str, object]
Case = tuple[Labels, tuple[PlanChange, ...]]


@frozen(kw_only=True)
class SweepRow:
    """
    One what-if of a sweep: which it is, by axis; what it changed; and what was measured, or what went wrong.

    `measured` is None where there is an `error`. That of a measure that raised something else than a `FinsamError` has
    its kind and its message, and the traceback as a note.
    """

    labels: Mapping[str, object]
    changes: tuple[PlanChange, ...]
    measured: Mapping[str, object] | None = None
    error: FinsamError | None = field(default=None, eq=str)

    @property
    def name(self) -> str:
        """Which what-if it is, as `total "8,5 mkr", split "by population"`."""
        return ", ".join(f"{axis} {written(label)}" for axis, label in self.labels.items())

    @property
    def figures(self) -> Mapping[str, object]:
        """What was measured, by name; raises `ScenarioError`, which says what went wrong, where there is nothing."""
        if self.error is None:
            return self.measured or ReadOnly()
        first, *others = self.error.problems
        error = ScenarioError(evolve(first, message=_NO_FIGURES(name=self.name, reason=first.message)), *others)
        for note in getattr(self.error, "__notes__", ()):
            error.add_note(note)
        raise error

    @property
    def record(self) -> dict[str, object]:
        """The labels and the figures, or the labels and the `error`; raises as `Sweep.records` does."""
        if self.error is not None:
            return {**self.labels, "error": self.error}
        if taken := [name for name in self.figures if name in (*self.labels, "error")]:
            raise ScenarioError(_TWO_OF_A_NAME(name=written(taken[0])))
        return {**self.labels, **self.figures}


@frozen(kw_only=True)
class Sweep:
    """
    Many what-ifs of a plan (*känslighetsanalys*), in the order given.

    >>> from finsam.scenarios import FundingChange, sweep
    >>> totals = {number: FundingChange(total=mkr(number), since=2024) for number in ("8,1", "8,2")}
    >>> swept = sweep(example("hoglandet-2023"), {"mkr": totals}, lambda plan: plan.closing_equity(2025))
    >>> swept.records()
    [{'mkr': '8,1', 'figure': kr(519_055)}, {'mkr': '8,2', 'figure': kr(719_055)}]
    """

    rows: tuple[SweepRow, ...]

    def __iter__(self) -> Iterator[SweepRow]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def failed(self) -> tuple[SweepRow, ...]:
        """Those of which there are no figures."""
        return tuple(row for row in self.rows if row.error is not None)

    def records(self) -> list[dict[str, object]]:
        """
        A dict a what-if, as `pandas.DataFrame` takes them: a column an axis, then a column a figure.

        One that failed has its `error` instead of figures. Raises `ScenarioError` for a figure that has the name of an
        axis, or is called `error`.
        """
        return [row.record for row in self.rows]


def sweep(
    plan: OperationalPlan,
    over: Iterable[WhatIf] | Mapping[str, Axis],
    measure: Measure,
    *,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Sweep:
    """
    Many what-ifs of a plan (*känslighetsanalys*), each measured in the same way.

    `over` is a list of what-ifs, each a change, several that are made together or a `Scenario`; or axes by name, of
    which every combination is made, the last axis varying first. An axis has what-ifs by their labels, or a list of
    them, which are then called by name or number; a dict of lists is always axes. A change may change nothing.

    `measure` is a function of the changed plan that gives a figure, or several by name. One figure is called as the
    function, or `figure`. A what-if that fails has its error in its row, and the others are not lost.

    `executor` does the work elsewhere: a `ThreadPoolExecutor` or a `ProcessPoolExecutor`, or `client.get_executor()` of
    a client of Dask. The result is the same, in the same order. The first few what-ifs are measured here all the same,
    to see how long one takes. Processes find the measure by its name at the top of a module, and the figures have to be
    such as can be pickled. `progress` shows how far it has come, as `tqdm` does.

    Raises `ScenarioError` where there is nothing to sweep and where the executor does not do all of it, and
    `WrongTypeError` for what is no what-if, no function, no executor or no progress.

    >>> from finsam.scenarios import FundingChange
    >>> def aneby(plan):
    ...     return plan.contributions(2024)["Aneby"]
    >>> for row in sweep(example("hoglandet-2023"), [(), FundingChange(total=kr(8_500_000), since=2024)], aneby):
    ...     print(row.labels["scenario"], row.figures["aneby"])
    1 120 810 kr
    2 127 500 kr
    """
    expect(plan, OperationalPlan, "plan")
    if not callable(measure):
        raise WrongTypeError(_NO_MEASURE(given=written(measure)))
    expect_executor(executor)
    cases = _cases(over)
    every = [changes for _, changes in cases]
    rows = []
    with metered(progress, len(cases)) as meter, closing(one_by_one(plan, every, measure, executor)) as each:
        for case, found in zip(cases, each, strict=True):
            rows.append(_row(case, found))
            meter.update(1)
    return Sweep(rows=tuple(rows))


def _row(case: Case, found: Found) -> SweepRow:
    labels, changes = case
    if isinstance(found, FinsamError):
        return SweepRow(labels=labels, changes=changes, error=found)
    return SweepRow(labels=labels, changes=changes, measured=found)


# What is swept


def _cases(over: object) -> list[Case]:
    """The labels and the changes of every what-if: every combination of what is along the axes."""
    if isinstance(over, Mapping):
        axes = {axis: _along(given, f"over[{written(axis)}]") for axis, given in over.items()}
    else:
        axes = {"scenario": _along(over, "over")}
    if not axes:
        raise ScenarioError(_NOTHING(place="over"))
    return [
        (
            ReadOnly({axis: label for axis, (label, _) in zip(axes, point, strict=True)}),
            tuple(change for _, changes in point for change in changes),
        )
        for point in product(*axes.values())
    ]


def _along(given: object, place: str) -> list[tuple[object, tuple[PlanChange, ...]]]:
    """What is along an axis: the label and the changes of each."""
    if isinstance(given, Mapping):
        along = [(label, _changes(each, f"{place}[{written(label)}]")) for label, each in given.items()]
    elif isinstance(given, Iterable) and not isinstance(given, str):
        along = [
            (each.name if isinstance(each, Scenario) else index + 1, _changes(each, f"{place}[{index}]"))
            for index, each in enumerate(given)
        ]
    else:
        raise WrongTypeError(_NO_LIST(place=place, given=written(given)))
    if not along:
        raise ScenarioError(_NOTHING(place=place))
    return along


def _changes(given: object, place: str) -> tuple[PlanChange, ...]:
    if isinstance(given, Scenario):
        return given.changes
    several = (given,) if isinstance(given, PlanChange | str | Mapping) or not isinstance(given, Iterable) else given
    changes: list[PlanChange] = []
    for each in several:
        if not isinstance(each, PlanChange):
            raise WrongTypeError(_NO_CHANGE(place=place, given=written(each)))
        changes.append(each)
    return tuple(changes)


_NOTHING = Text(
    en="{place} has nothing to sweep; write at least one change, or () for the plan as it is",
    sv="{place} har inget att svepa över; skriv minst en ändring, eller () för planen som den är",
)
_NO_LIST = Text(
    en="{place} takes a list of changes or a dict, not {given}; write [FundingChange(total=kr(8_500_000), since=2027)]",
    sv="{place} ska vara en lista av ändringar eller en dict, inte {given}; "
    "skriv [FundingChange(total=kr(8_500_000), since=2027)]",
)
_NO_CHANGE = Text(
    en="{place} takes a change, a list of changes or a Scenario, not {given}; "
    "write FundingChange(total=kr(8_500_000), since=2027)",
    sv="{place} ska vara en ändring, en lista av ändringar eller ett Scenario, inte {given}; "
    "skriv FundingChange(total=kr(8_500_000), since=2027)",
)
_NO_MEASURE = Text(
    en="measure takes a function of a plan, not {given}; write lambda plan: plan.closing_equity(2027)",
    sv="measure ska vara en funktion av en plan, inte {given}; skriv lambda plan: plan.closing_equity(2027)",
)
_NO_FIGURES = Text(en="{name} has no figures: {reason}", sv="{name} har inga värden: {reason}")
_TWO_OF_A_NAME = Text(
    en="{name} is both a figure and another column; call the figure or the axis something else",
    sv="{name} är både ett värde och en annan kolumn; kalla värdet eller axeln något annat",
)
