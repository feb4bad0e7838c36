"""The operational plan (*verksamhetsplan*): the association, its funding and its budgets, joined by year."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from attrs import evolve, frozen

from finsam.association import Association
from finsam.budget import Accounts, Budget, Column, Forecast, Outcome
from finsam.errors import FinsamError, PlanError, UnknownNameError, suggestion
from finsam.finding import Finding
from finsam.funding import Basis, Contributions, Funding, contributions_on
from finsam.goals import Activity, Goal, Indicator
from finsam.governance import Event, Governance
from finsam.interventions import Intervention, TargetGroup
from finsam.money import Money, kr
from finsam.need import Need
from finsam.period import Year
from finsam.readonly import ReadOnly
from finsam.stated import Stated

__all__ = ["OperationalPlan"]

A = TypeVar("A", Budget, Forecast, Outcome)
Y = TypeVar("Y", Funding, Budget, Forecast, Outcome)
N = TypeVar("N", Intervention, TargetGroup, Goal, Indicator)


@frozen(kw_only=True)
class OperationalPlan:
    """
    An operational plan (*verksamhetsplan*): who pays, for what, in the budget year and the years around it.

    `year` is the budget year. `longest_intervention` is the most years for which the plan lets a time-limited
    intervention be financed, and `least_parties` the fewest parties that one may serve. `activities` are those that
    belong to no one goal, and `calendar` the dated facts that have no other place. `equity_ceiling` is the most that
    the association means to have saved, as a share of a year's contributions, where the plan says so. Raises
    `PlanError` for a year or an id that is used twice, for ids that lead nowhere, and for a seat or an auditor of one
    who is not a member.
    """

    association: Association
    year: int
    funding: tuple[Funding, ...] = ()
    budgets: tuple[Budget, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    stated: tuple[Stated, ...] = ()
    equity_ceiling: Fraction | None = None
    vision: str | None = None
    purpose: str | None = None
    orientation: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    need: Need | None = None
    target_groups: tuple[TargetGroup, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    longest_intervention: int | None = None
    least_parties: int | None = None
    goals: tuple[Goal, ...] = ()
    activities: tuple[Activity, ...] = ()
    governance: Governance | None = None
    calendar: tuple[Event, ...] = ()

    def __attrs_post_init__(self) -> None:
        Year(self.year)
        if problems := tuple(_misfits(self)):
            raise PlanError(*problems)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of all goals."""
        return tuple(indicator for goal in self.goals for indicator in goal.indicators)

    def intervention(self, name: str) -> Intervention:
        """The intervention of that id or name; raises `UnknownNameError`, which suggests the nearest."""
        return _named("intervention", name, {each.name: each for each in self.interventions}, self.interventions)

    def target_group(self, name: str) -> TargetGroup:
        """The target group of that id or name; raises `UnknownNameError`, which suggests the nearest."""
        return _named("target group", name, {each.name: each for each in self.target_groups}, self.target_groups)

    def goal(self, name: str) -> Goal:
        """The goal of that id or text; raises `UnknownNameError`, which suggests the nearest."""
        return _named("goal", name, {each.text: each for each in self.goals}, self.goals)

    def indicator(self, name: str) -> Indicator:
        """The indicator of that id or text; raises `UnknownNameError`, which suggests the nearest."""
        return _named("indicator", name, {each.text: each for each in self.indicators}, self.indicators)

    def goals_of(self, intervention: str) -> tuple[Goal, ...]:
        """The goals of the intervention of that id or name; raises `UnknownNameError`, which suggests the nearest."""
        found = self.intervention(intervention)
        return tuple(goal for goal in self.goals if goal.intervention == found.id)

    def financing_of(self, intervention: str) -> Mapping[tuple[Column, int], Money]:
        """
        What the association pays for an intervention, by column and year: the lines that name it.

        Raises `UnknownNameError`, which suggests the nearest intervention.
        """
        found = self.intervention(intervention)
        paid: dict[tuple[Column, int], Money] = {}
        for accounts in self.accounts:
            lines = [line.amount for line in accounts.costs if line.intervention == found.id]
            if lines:
                paid[accounts.column, accounts.year] = sum(lines, kr(0))
        return ReadOnly(paid)

    @property
    def years(self) -> tuple[int, ...]:
        """Every year about which the plan has a figure, in order."""
        sources: tuple[Sequence[Funding | Accounts], ...] = (self.funding, self.budgets, self.forecasts, self.outcomes)
        return tuple(sorted({each.year for source in sources for each in source}))

    @property
    def accounts(self) -> tuple[Budget | Forecast | Outcome, ...]:
        """Every budget, forecast and outcome, in the order of the years."""
        every: list[Budget | Forecast | Outcome] = [
            *map(self.budget, (each.year for each in self.budgets)),
            *map(self.forecast, (each.year for each in self.forecasts)),
            *map(self.outcome, (each.year for each in self.outcomes)),
        ]
        return tuple(sorted(every, key=lambda each: each.year))

    def terms(self, year: int) -> Funding:
        """The terms of the year's funding; raises `PlanError` where the plan has none."""
        return _of(year, self.funding, "funding")

    def contributions(self, year: int) -> Contributions:
        """
        Who pays what in a year; raises `PlanError` where the plan has no funding for it, and as `contributions`
        does.
        """
        return contributions_on(self.association, self.terms(year))

    def budget(self, year: int) -> Budget:
        """The year's budget, opened with what is carried to it; raises `PlanError` where the plan has none."""
        return self._joined(_of(year, self.budgets, "budget"))

    def forecast(self, year: int) -> Forecast:
        """The year's forecast, opened with what is carried to it; raises `PlanError` where the plan has none."""
        return self._joined(_of(year, self.forecasts, "forecast"))

    def outcome(self, year: int) -> Outcome:
        """The year's outcome, opened with what is carried to it; raises `PlanError` where the plan has none."""
        return self._joined(_of(year, self.outcomes, "outcome"))

    def closing_equity(self, year: int) -> Money | None:
        """
        The equity at the end of a year, by what is best known: the outcome, else the forecast, else the budget.

        None where it is not known.
        """
        if any(each.year == year for each in self.outcomes):
            return self.outcome(year).closing
        if any(each.year == year for each in self.forecasts):
            return self.forecast(year).closing
        if any(each.year == year for each in self.budgets):
            return self.budget(year).closing
        return None

    def check(self) -> tuple[Finding, ...]:
        """
        What is unlawful, contradictory or worth knowing in the plan, in the order of the rules; see
        `finsam.checks`.
        """
        from finsam.checks import check

        return check(self)

    def _joined(self, accounts: A) -> A:
        """
        The year's accounts with what the plan knows: its contributions, and the equity carried from the year
        before.
        """
        contributions, opening = accounts.contributions, accounts.opening
        return evolve(
            accounts,
            contributions=self._contributed(accounts.year) if contributions is None else contributions,
            opening=self.closing_equity(accounts.year - 1) if opening is None else opening,
        )

    def _contributed(self, year: int) -> Money | None:
        """What all contribute in the year, where that can be known."""
        terms = next((each for each in self.funding if each.year == year), None)
        if terms is None:
            return None
        if terms.basis is Basis.TOTAL:
            return terms.amount
        try:
            return contributions_on(self.association, terms).total
        except FinsamError:
            return None


def _of(year: int, known: Sequence[Y], what: str) -> Y:
    """The one of that year."""
    for each in known:
        if each.year == year:
            return each
    years = ", ".join(str(each.year) for each in known) or "none"
    raise PlanError(f"there is no {what} for {year}; the plan has {years}")


def _named(kind: str, name: str, by_name: Mapping[str, N], known: Sequence[N]) -> N:
    """The one of that id, or else of that id or name whatever the capitals."""
    for each in known:
        if each.id == name:
            return each
    folded = {each.casefold(): value for each, value in by_name.items()} | {each.id.casefold(): each for each in known}
    if (found := folded.get(name.casefold())) is None:
        raise UnknownNameError(kind, name, [*(each.id for each in known), *by_name])
    return found


def _misfits(plan: OperationalPlan) -> Iterator[str]:
    """Why the parts cannot be parts of one plan."""
    for kind in ("funding", "budgets", "forecasts", "outcomes"):
        years = [each.year for each in getattr(plan, kind)]
        for year in sorted({year for year in years if years.count(year) > 1}):
            yield f"{year} is given more than once in {kind}; a year is given once"
    groups = [each.id for each in plan.target_groups]
    interventions = [each.id for each in plan.interventions]
    indicators = [each.id for each in plan.indicators]
    yield from _twice("target group", groups)
    yield from _twice("intervention", interventions)
    yield from _twice("goal", [each.id for each in plan.goals])
    yield from _twice("indicator", indicators)
    for group in plan.target_groups:
        yield from _leads_nowhere(f"the target group {group.id!r}", "target group", group.part_of, groups)
    for each in plan.interventions:
        for wanted in each.target_groups:
            yield from _leads_nowhere(f"the intervention {each.id!r}", "target group", wanted, groups)
    goals = [each.id for each in plan.goals]
    for goal in plan.goals:
        yield from _leads_nowhere(f"the goal {goal.id!r}", "goal", goal.part_of, goals)
        yield from _leads_nowhere(f"the goal {goal.id!r}", "intervention", goal.intervention, interventions)
        for target in goal.targets:
            yield from _leads_nowhere(f"a target of the goal {goal.id!r}", "target group", target.group, groups)
            yield from _leads_nowhere(f"a target of the goal {goal.id!r}", "indicator", target.indicator, indicators)
    yield from _not_members(plan)


def _twice(kind: str, ids: Sequence[str]) -> Iterator[str]:
    """The ids that more than one of a kind has."""
    for each in dict.fromkeys(each for each in ids if ids.count(each) > 1):
        yield f"the {kind} id {each!r} is used twice; give each an id of its own"


def _leads_nowhere(who: str, kind: str, wanted: str | None, known: Sequence[str]) -> Iterator[str]:
    """That an id is named which nothing has."""
    if wanted is not None and wanted not in known:
        yield f"{who} names the {kind} {wanted!r}, which the plan does not have{suggestion(wanted, known)}"


def _not_members(plan: OperationalPlan) -> Iterator[str]:
    """Those who are named as members in the governance and are not."""
    if plan.governance is None:
        return
    names = [member.name for member in plan.association.members]
    board, auditors = plan.governance.board, plan.governance.auditors
    named: list[tuple[str, Iterable[str]]] = []
    if board is not None:
        named += [("a seat", each.members) for each in board.shares]
        named += [("the chair", [board.chair] if board.chair else []), ("a vice chair", board.vice_chairs)]
    named += [("an auditor", each.for_members) for each in auditors or ()]
    for what, members in named:
        for member in members:
            if member not in names:
                yield f"{what} is for {member!r}, who is not a member{suggestion(member, names)}"
