"""Two plans beside one another (*jämförelse av planer*): their money, members, goals and findings, before and after."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any, Generic, TypeVar

from attrs import frozen

from finsam.association import KINDS, Member
from finsam.budget import Accounts, Budget, Cost, Forecast, Income, Outcome
from finsam.derivation import Contributions
from finsam.finding import Finding
from finsam.goals import Activity, Goal, Indicator
from finsam.interventions import Intervention, TargetGroup
from finsam.money import Money, kr
from finsam.organisations import Organisation
from finsam.place import Path, inside
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.rows import Cell, cell_order
from finsam.scenarios.differences import Difference, differences, matched, matched_by
from finsam.targets import Target
from finsam.typed import expect

__all__ = [
    "BeforeAfter",
    "ContributionsBeside",
    "FindingsBeside",
    "Pair",
    "PlanComparison",
    "YearBeside",
    "cells_beside",
    "compared",
]

T = TypeVar("T")


@frozen(kw_only=True)
class BeforeAfter:
    """An amount before and after (*före och efter*); None where it is not known, or where there is nothing to know."""

    before: Money | None
    after: Money | None

    @property
    def difference(self) -> Money | None:
        """By how much it is more, below zero where it is less; None where either is not there."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def share(self) -> Fraction | None:
        """The difference as an exact share of what was before; None where it is not known, and of zero or less."""
        if self.before is None or self.after is None or self.before <= kr(0):
            return None
        return (self.after - self.before) / self.before


@frozen(kw_only=True)
class ContributionsBeside:
    """
    What each member pays in a year, and all together, before and after (*bidrag före och efter*); None in an amount for
    one who is not a member then, and for what is not known.
    """

    year: int
    members: Mapping[str, BeforeAfter]
    total: BeforeAfter


@frozen(kw_only=True)
class YearBeside:
    """
    What is best known of a whole year in each plan (*år före och efter*): the outcome, else the forecast, else the
    budget; None in a plan that has none of them.
    """

    year: int
    before: Budget | Forecast | Outcome | None
    after: Budget | Forecast | Outcome | None

    @property
    def income(self) -> BeforeAfter:
        """The contributions and all other income."""
        return self._of(lambda each: each.income)

    @property
    def costs(self) -> BeforeAfter:
        """All costs."""
        return self._of(lambda each: each.total_costs)

    @property
    def result(self) -> BeforeAfter:
        """Income less costs."""
        return self._of(lambda each: each.result)

    @property
    def closing(self) -> BeforeAfter:
        """The equity at the end of the year."""
        return self._of(lambda each: each.closing)

    def _of(self, amount: Callable[[Accounts], Money | None]) -> BeforeAfter:
        before, after = (None if each is None else amount(each) for each in (self.before, self.after))
        return BeforeAfter(before=before, after=after)


@frozen(kw_only=True)
class Pair(Generic[T]):
    """
    The same item of two plans (*motsvarighet*), matched as in `differences`; None in the plan that does not have it.

    `path` are the steps to it in the plan that came after, or in the other where it is gone.
    """

    path: Path
    before: T | None
    after: T | None

    @property
    def item(self) -> T:
        """The item as it is after, or as it was where it is gone."""
        either: Any = self.before if self.after is None else self.after
        item: T = either
        return item

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What differs within it, by the steps from it; nothing where only one of the plans has it."""
        return () if self.before is None or self.after is None else differences(self.before, self.after)


def cells_beside(row: Pair[Cost] | Pair[Income]) -> Mapping[Cell, BeforeAfter]:
    """Every amount of a row, before and after, by column and time in order."""
    was, now = (
        {} if each is None else {(column, time): amount for column, time, amount in each.cells()}
        for each in (row.before, row.after)
    )
    return ReadOnly(
        {
            cell: BeforeAfter(before=was.get(cell), after=now.get(cell))
            for cell in sorted({**was, **now}, key=cell_order)
        }
    )


@frozen(kw_only=True)
class FindingsBeside:
    """
    What the checks find in one of two plans alone (*nya och borttagna iakttagelser*); `counts` are how often a rule
    speaks, before and after, by its id.

    A finding is the same where the rule is, how much it matters, the place, which may have moved to another index, and
    the names and years in what is said. Amounts, shares, numbers and days in it may be others, and so may the name of
    what stands at the place.
    """

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    counts: Mapping[str, tuple[int, int]]


@frozen(kw_only=True)
class PlanComparison:
    """
    Two plans beside one another (*jämförelse av planer*), and everything that differs between them.

    The members, rows, goals and the rest are those that differ, in the order of what was before, and then those that
    are new.
    """

    before: OperationalPlan
    after: OperationalPlan

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Every difference, in the order of a plan's fields; none where the plans are equal."""
        return differences(self.before, self.after)

    def under(self, *tables: str) -> tuple[Difference, ...]:
        """The differences in those fields of the plan, as `funding`."""
        return tuple(each for each in self.differences if each.path[0] in tables)

    @property
    def contributions(self) -> tuple[ContributionsBeside, ...]:
        """What each member pays in every year for which either plan is funded."""
        years = sorted({*self.before.funding.years, *self.after.funding.years})
        return tuple(self.contributions_in(year) for year in years)

    def contributions_in(self, year: int) -> ContributionsBeside:
        """What each who is a member in a year pays then; raises `PeriodError` for what is no year."""
        was, now = (_amounts(plan, year) for plan in (self.before, self.after))
        every = [member for plan in (self.before, self.after) for member in plan.association.members_in(year)]
        members = [each.name for kind in KINDS.values() for each in every if isinstance(each.organisation, kind)]
        return ContributionsBeside(
            year=year,
            members=ReadOnly({name: BeforeAfter(before=was.get(name), after=now.get(name)) for name in members}),
            total=BeforeAfter(before=self.before.total(year), after=self.after.total(year)),
        )

    @property
    def years(self) -> tuple[YearBeside, ...]:
        """Every whole year of which either plan has a budget, a forecast or an outcome, by what is best known of it."""
        every = sorted({*self.before.years, *self.after.years})
        beside = (
            YearBeside(year=each, before=self.before.best_known(each), after=self.after.best_known(each))
            for each in every
        )
        return tuple(each for each in beside if each.before is not None or each.after is not None)

    @property
    def costs(self) -> tuple[Pair[Cost], ...]:
        """The rows of costs, by their ids."""
        return _pairs(("costs",), self.before.costs, self.after.costs)

    @property
    def income(self) -> tuple[Pair[Income], ...]:
        """The rows of income, by their ids."""
        return _pairs(("income",), self.before.income, self.after.income)

    @property
    def members(self) -> tuple[Pair[Member[Organisation]], ...]:
        """Who joined, who left, and whose days are others."""
        kinds = (
            _pairs(("association", kind), getattr(self.before.association, kind), getattr(self.after.association, kind))
            for kind in KINDS
        )
        return tuple(pair for pairs in kinds for pair in pairs)

    @property
    def target_groups(self) -> tuple[Pair[TargetGroup], ...]:
        """The target groups, by their ids."""
        return _pairs(("target_groups",), self.before.target_groups, self.after.target_groups)

    @property
    def interventions(self) -> tuple[Pair[Intervention], ...]:
        """The interventions, by their ids."""
        return _pairs(("interventions",), self.before.interventions, self.after.interventions)

    @property
    def goals(self) -> tuple[Pair[Goal], ...]:
        """The goals, by their ids."""
        return _pairs(("goals",), self.before.goals, self.after.goals)

    @property
    def indicators(self) -> tuple[Pair[Indicator], ...]:
        """The indicators, goal by goal."""
        return self._of_goals("indicators")

    @property
    def targets(self) -> tuple[Pair[Target], ...]:
        """The targets, goal by goal: by their ids, and without them in order."""
        return self._of_goals("targets")

    @property
    def activities(self) -> tuple[Pair[Activity], ...]:
        """The activities of no one goal, and then those of each goal: by their ids, or else by their texts."""
        return _pairs(("activities",), self.before.activities, self.after.activities) + self._of_goals("activities")

    def _of_goals(self, kind: str) -> tuple[Pair[Any], ...]:
        pairs = (
            _pairs(
                (*goal.path, kind), *(() if each is None else getattr(each, kind) for each in (goal.before, goal.after))
            )
            for goal in self.goals
        )
        return tuple(pair for of_goal in pairs for pair in of_goal)

    @cached_property
    def findings(self) -> FindingsBeside:
        """What the checks find in one of the plans alone, and how often each rule speaks."""
        found = self.before.check(), self.after.check()
        was = [(_about(each, self.before, self._moved(each.path)), each.message) for each in found[0]]
        now = [(_about(each, self.after, each.path), each.message) for each in found[1]]
        same = matched_by(was, now, lambda each: each, lambda each: each[0])
        here = {*same.values()}
        counts = [Counter(each.id for each in of) for of in found]
        return FindingsBeside(
            new=tuple(each for index, each in enumerate(found[1]) if index not in here),
            gone=tuple(each for index, each in enumerate(found[0]) if index not in same),
            counts=ReadOnly({rule: (counts[0][rule], counts[1][rule]) for rule in sorted({*counts[0], *counts[1]})}),
        )

    def _moved(self, path: Path) -> Path | None:
        """The same place in the plan that came after; None where that has no such item."""
        before: object = self.before
        after: object = self.after
        moved: list[str | int] = []
        for length, step in enumerate(path):
            there: str | int | None = step
            if isinstance(step, int) and isinstance(before, tuple) and isinstance(after, tuple):
                if path[:length] not in self._matches:
                    self._matches[path[:length]] = dict(matched(before, after))
                there = self._matches[path[:length]].get(step)
            if there is None:
                return None
            moved.append(there)
            before, after = inside(before, step), inside(after, there)
        return tuple(moved)

    @cached_property
    def _matches(self) -> dict[Path, dict[int | None, int | None]]:
        """The lists that have been matched, by their places before: each is matched once."""
        return {}


def compared(before: OperationalPlan, after: OperationalPlan) -> PlanComparison:
    """
    Two plans beside one another, as last year's and this year's, or the draft and what was adopted.

    >>> from attrs import evolve
    >>> draft = example("hoglandet-2023")
    >>> adopted = evolve(draft, funding=evolve(draft.funding, total={**draft.funding.total, 2024: kr(8_200_000)}))
    >>> of = compared(draft, adopted)
    >>> [each.place for each in of.differences]
    ['funding.total.2024']
    """
    expect(before, OperationalPlan, "compared")
    expect(after, OperationalPlan, "compared")
    return PlanComparison(before=before, after=after)


def _amounts(plan: OperationalPlan, year: int) -> Mapping[str, Money]:
    """What each member pays in a year, as far as it is known."""
    due = plan.contributions_or_error(year)
    return due.amounts if isinstance(due, Contributions) else ReadOnly()


def _pairs(path: Path, before: Sequence[T], after: Sequence[T]) -> tuple[Pair[T], ...]:
    """The items that differ, side by side."""
    pairs = (
        Pair(
            path=(*path, index),
            before=None if was is None else before[was],
            after=None if now is None else after[now],
        )
        for was, now in matched(before, after)
        if (index := was if now is None else now) is not None
    )
    return tuple(each for each in pairs if each.before != each.after)


_NAMES = ("name", "names", "member", "party", "year", "years", "time", "column")
"""The values of a finding that say what it is about."""


def _about(finding: Finding, plan: OperationalPlan, path: Path | None) -> object:
    """
    By what a finding is the same in another plan, at the path there; one whose place is gone is the same as none.

    What stands at the place is known by that, and may have another name.
    """
    here: object = plan
    own: list[object] = []
    for step in finding.path:
        here = inside(here, step)
        own += [inside(here, "name"), inside(here, "text")]
    said = tuple((name, finding.values[name]) for name in _NAMES if name in finding.values)
    kept = tuple(each for each in said if each[1] not in own)
    return finding.id, finding.severity, finding.path if path is None else path, path is None, kept
