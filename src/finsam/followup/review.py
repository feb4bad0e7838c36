"""A follow-up held against its plan (*avstämning*): its targets evaluated, its money in the plan's rows."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from attrs import evolve, fields, frozen

from finsam.budget import Cost, Income
from finsam.errors import FollowUpError, Problem, at, suggestion
from finsam.finding import Finding
from finsam.followup.document import FollowUp
from finsam.followup.evaluation import Evaluation, Reading
from finsam.followup.judging import judged
from finsam.followup.participation import Participation
from finsam.followup.ranges import Range
from finsam.goals import Activity, Goal, placed
from finsam.language import Text
from finsam.money import Money
from finsam.period import Time, time_key, time_label
from finsam.place import Path
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.rows import Column, Columns
from finsam.targets import Milestone, Target

__all__ = ["Evaluated", "Review", "misfits", "target_names"]


@frozen(kw_only=True)
class Evaluated:
    """A target of a plan, evaluated: its goal and its place in the plan; no goal where it is an activity."""

    goal: Goal | None
    path: Path
    evaluation: Evaluation

    def __str__(self) -> str:
        return str(_EVALUATED(target=self.evaluation.target.aim.text, evaluation=self.evaluation.text))


@frozen(kw_only=True)
class Review:
    """
    A follow-up held against its plan (*avstämning*).

    `earlier` are the follow-ups of the years before, for trends. The targets are evaluated by what was known `on` a
    day, that of the follow-up where it is left out, and `near` is as for `evaluate`, that of the follow-up where it is
    left out.

    Raises `FollowUpError` where the two are not of one association and year, and for money that does not fit the rows
    of the plan.
    """

    followup: FollowUp
    plan: OperationalPlan
    earlier: tuple[FollowUp, ...] = ()
    on: date | None = None
    near: Fraction | None = None

    def __attrs_post_init__(self) -> None:
        if problems := tuple(misfits(self.followup, self.plan)):
            raise FollowUpError(*problems)

    @property
    def day(self) -> date:
        """By what was known on which day the targets are evaluated."""
        return self.on or self.followup.day

    @cached_property
    def evaluations(self) -> tuple[Evaluated, ...]:
        """Every target of the plan, in its order, and after them the activities that were followed up."""
        followup = self.followup
        terms: dict[str, Any] = {
            "year": self.plan.year,
            "on": self.day,
            "near": followup.near if self.near is None else self.near,
            "profile": followup.profile or None,
        }
        return tuple(
            Evaluated(goal=goal, path=path, evaluation=judged(target, readings, **terms))
            for goal, path, target, readings in self._targets()
        )

    def check(self) -> tuple[Finding, ...]:
        """What is contradictory or worth knowing in the follow-up, held against its plan; see `finsam.checks`."""
        from finsam.checks import check  # here, because the checks are of reviews

        return check(self)

    def _targets(self) -> Iterator[tuple[Goal | None, Path, Target, tuple[Reading, ...]]]:
        for index, goal in enumerate(self.plan.goals):
            for number, target in enumerate(goal.targets):
                path: Path = ("goals", index, "targets", number)
                yield goal, path, target, self._readings(goal, target)
        for path, activity in _activities(self.plan):
            if activity.id is not None and (readings := self.followup.activity(activity.id)):
                aim = Milestone(what=activity.text, times=activity.times)
                yield None, path, Target(aim=aim, id=activity.id, period=activity.period), readings

    def _readings(self, goal: Goal, target: Target) -> tuple[Reading, ...]:
        """What was measured of a target: by its id, by that of its goal if it is the only one, or by its indicator."""
        names = [target.id, goal.id if len(goal.targets) == 1 else None]
        for name in filter(None, names):
            if found := self._read(target=name):
                return found
        return self._read(indicator=target.indicator) if target.indicator else ()

    def _read(self, *, target: str | None = None, indicator: str | None = None) -> tuple[Reading, ...]:
        """What was measured of it in this follow-up and, where it was, in those of the years before."""
        now, *before = (of.readings(target=target, indicator=indicator) for of in (self.followup, *self.earlier))
        return (*now, *(each for readings in before for each in readings)) if now else ()

    @property
    def activities(self) -> tuple[Activity, ...]:
        """Every activity of the plan, those of its goals first."""
        return tuple(activity for _, activity in _activities(self.plan))

    @cached_property
    def accounts(self) -> OperationalPlan:
        """The plan with the follow-up's money in its rows, for its accounts and its equity."""
        plan, followup = self.plan, self.followup
        return evolve(
            plan,
            costs=(*_filled(plan.costs, followup.costs), *_new(Cost, plan.costs, followup.costs)),
            income=(*_filled(plan.income, followup.income), *_new(Income, plan.income, followup.income)),
            funding=evolve(plan.funding, received=_together(plan.funding.received, followup.received)),
            equity=evolve(plan.equity, opening=_together(plan.equity.opening, followup.opening)),
        )

    def cost_of(self, row: Participation) -> Money | None:
        """What the association paid for the intervention in the time of the row; None where that is not said."""
        try:
            paid = self.accounts.financing_of(row.intervention)
        except KeyError:
            return None
        return paid.get((Column.OUTCOME, self.followup.time_of(row)))

    def cost_per(self, row: Participation, heads: Range | None) -> Range | None:
        """What was paid for each of so many, in öre; None where either is not known, and for nobody."""
        cost = self.cost_of(row)
        return None if cost is None or heads is None or heads.high == 0 else Range.exactly(cost.ore).over(heads)


def _activities(plan: OperationalPlan) -> Iterator[tuple[Path, Activity]]:
    for path, each in placed(plan.goals):
        if isinstance(each, Activity):
            yield ("goals", *path), each
    for number, activity in enumerate(plan.activities):
        yield ("activities", number), activity


def target_names(plan: OperationalPlan) -> Mapping[str, Target]:
    """By which names a follow-up can speak of a plan's targets: their ids, and that of a goal that has only one."""
    of_goals = {goal.id: goal.targets[0] for goal in plan.goals if len(goal.targets) == 1}
    own = {target.id: target for goal in plan.goals for target in goal.targets if target.id is not None}
    return ReadOnly({**of_goals, **own})


# The money of a follow-up in the rows of the plan


def _filled(rows: tuple[Any, ...], entries: tuple[Any, ...]) -> Iterator[Any]:
    by_id = {entry.id: entry for entry in entries}
    for row in rows:
        entry = by_id.get(row.id)
        yield row if entry is None else evolve(row, **{column.value: _cells(row, entry, column) for column in Column})


def _cells(row: Columns[Money], other: Columns[Money], column: Column) -> Mapping[Time, Money]:
    return {**getattr(row, column), **getattr(other, column)}


def _together(columns: Columns[Money], others: Columns[Money]) -> Columns[Money]:
    return Columns(**{column.value: _cells(columns, others, column) for column in Column})


def _new(kind: type[Any], rows: tuple[Any, ...], entries: tuple[Any, ...]) -> Iterator[Any]:
    """The rows that the plan has not, each with all that the follow-up says of it."""
    known = {row.id for row in rows}
    for entry in entries:
        if entry.id not in known:
            yield kind(**{each.name: getattr(entry, each.name) for each in fields(type(entry))})


def misfits(followup: FollowUp, plan: OperationalPlan) -> Iterator[Problem]:
    """Why the follow-up cannot be that of the plan."""
    if followup.association.casefold() != plan.association.name.casefold():
        yield at(_OTHER_ASSOCIATION(association=followup.association, wanted=plan.association.name), "association")
    if followup.year != plan.year:
        yield at(_OTHER_YEAR(year=followup.year, wanted=plan.year), "year")
    for table, needed in (("costs", ("name", "category")), ("income", ("name",))):
        rows = {row.id: row for row in getattr(plan, table)}
        for index, entry in enumerate(getattr(followup, table)):
            if entry.id in rows:
                yield from _other_amounts((table, index), rows[entry.id], entry)
            elif missing := tuple(key for key in needed if getattr(entry, key) is None):
                message = _NO_ROW(id=entry.id, near=suggestion(entry.id, [*rows]), keys=missing)
                yield at(message, table, index, "id")
    yield from _other_amounts(("received",), plan.funding.received, followup.received)
    yield from _other_amounts(("opening",), plan.equity.opening, followup.opening)


def _other_amounts(path: Path, row: Columns[Money], entry: Columns[Money]) -> Iterator[Problem]:
    """The amounts of which the plan has another."""
    for column, time, amount in entry.cells():
        had = row.figure(column, time)
        if had is not None and had != amount:
            message = _OTHER_AMOUNT(amount=amount, column=column, time=time_label(time), had=had)
            yield at(message, *path, column.value, time_key(time))


_EVALUATED = Text(en="{target}: {evaluation}", sv="{target}: {evaluation}")
_OTHER_ASSOCIATION = Text(
    en='"{association}" is not "{wanted}", whose plan it is; write that name, or name another plan',
    sv='"{association}" är inte "{wanted}", som planen är för; skriv det namnet, eller ange en annan plan',
)
_OTHER_YEAR = Text(
    en="the plan is for {wanted}; write that year, or name the plan for {year}",
    sv="planen är för {wanted}; skriv det året, eller ange planen för {year}",
)
_NO_ROW = Text(
    en='the plan has no row "{id}", and a new one needs {keys} too{near}',
    sv='planen har ingen rad "{id}", och en ny behöver även {keys}{near}',
)
_OTHER_AMOUNT = Text(
    en="{amount} in {column} {time}, but the plan has {had} there; correct one of them",
    sv="{amount} i {column} {time}, men planen har {had} där; rätta det ena",
)
