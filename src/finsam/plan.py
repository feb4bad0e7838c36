"""The operational plan (*verksamhetsplan*): the association, its money, and what the money is for."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from finsam.allocation import Allocation
from finsam.association import Association
from finsam.budget import Budget, Cost, Equity, Forecast, Income, Line, Outcome, Stated
from finsam.commitments import Committed, taken
from finsam.decisions import Decision
from finsam.derivation import Contributions
from finsam.errors import BudgetError, FinsamError, PlanError, at
from finsam.finding import Chapter, Finding
from finsam.formula import contributions_on, one_start, parties_on, payers_in
from finsam.funding import Funding, PartYear, Terms
from finsam.goals import Activity, Goal, Indicator
from finsam.governance import Adoption, Event, Governance
from finsam.ids import find
from finsam.interventions import Intervention, Need, TargetGroup
from finsam.joined import misfits
from finsam.language import NOTHING, Text
from finsam.money import Money, kr
from finsam.organisations import Party
from finsam.payments import PaymentPlan
from finsam.period import Time, Year, as_time, begins_the_year, calendar_year, time_key, year_of
from finsam.readonly import ReadOnly
from finsam.revision import Revision, Status, before, status
from finsam.rows import Cell, Column, Columns, cell_order
from finsam.split import SplitKey
from finsam.typed import typed

__all__ = ["OperationalPlan"]

A = TypeVar("A", bound=Budget | Forecast | Outcome)
R = TypeVar("R", Cost, Income)
T = TypeVar("T")


@frozen(kw_only=True, field_transformer=typed)
class OperationalPlan:
    """
    An operational plan (*verksamhetsplan*): who pays, for what, in the budget year and the years around it.

    The fields are those of a plan's file, in its order. `year` is the budget year; `chapters` are the parts of the
    document that are here, None where that is not said; `preliminary` are years whose outcome is not final.
    `longest_intervention` is the most years for which a time-limited intervention may be financed, and `least_parties`
    the fewest parties that one may serve. `activities` are those that belong to no one goal, and `calendar` the dated
    facts that have no other place. The rows are as the last of the `revisions` left them.

    Raises `PlanError` for an id that is used twice or leads nowhere, for what is part of itself, for a seat, an auditor
    or an amount of one who is not a member, for a revision of what is no budget of a row, and for fewer years or
    parties than one.
    """

    year: Year
    chapters: tuple[Chapter, ...] | None = None
    preliminary: tuple[Year, ...] = ()
    vision: str | None = None
    purpose: str | None = None
    orientation: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    longest_intervention: int | None = None
    least_parties: int | None = None
    association: Association
    governance: Governance | None = None
    need: Need | None = None
    target_groups: tuple[TargetGroup, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    goals: tuple[Goal, ...] = ()
    activities: tuple[Activity, ...] = ()
    calendar: tuple[Event, ...] = ()
    funding: Funding = field(factory=Funding)
    equity: Equity = field(factory=Equity)
    income: tuple[Income, ...] = ()
    costs: tuple[Cost, ...] = ()
    stated: tuple[Stated, ...] = ()
    revisions: tuple[Revision, ...] = ()
    payments: tuple[PaymentPlan, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def __attrs_post_init__(self) -> None:
        calendar_year(self.year)
        if problems := tuple(misfits(self, self.cells)):
            raise PlanError(*problems)

    # What the money is for

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of all goals."""
        return tuple(indicator for goal in self.goals for indicator in goal.indicators)

    def intervention(self, name: str) -> Intervention:
        """The intervention of that id or name; raises `UnknownNameError`, which suggests the nearest."""
        return find(_NO_INTERVENTION, name, [(each.name, each) for each in self.interventions])

    def target_group(self, name: str) -> TargetGroup:
        """The target group of that id or name; raises `UnknownNameError`, which suggests the nearest."""
        return find(_NO_TARGET_GROUP, name, [(each.name, each) for each in self.target_groups])

    def goal(self, name: str) -> Goal:
        """The goal of that id or text; raises `UnknownNameError`, which suggests the nearest."""
        return find(_NO_GOAL, name, [(each.text, each) for each in self.goals])

    def indicator(self, name: str) -> Indicator:
        """The indicator of that id or text; raises `UnknownNameError`, which suggests the nearest."""
        return find(_NO_INDICATOR, name, [(each.text, each) for each in self.indicators])

    def goals_of(self, intervention: str) -> tuple[Goal, ...]:
        """The goals of the intervention of that id or name; raises `UnknownNameError`, which suggests the nearest."""
        found = self.intervention(intervention)
        return tuple(goal for goal in self.goals if goal.intervention == found.id)

    def financing_of(self, intervention: str) -> Mapping[Cell, Money]:
        """
        What the association pays for an intervention, by column and time: the rows of costs that name it.

        Raises `UnknownNameError`, which suggests the nearest intervention.
        """
        found = self.intervention(intervention)
        paid: dict[Cell, Money] = {}
        for row in self.costs:
            for column, time, amount in row.cells() if row.intervention == found.id else ():
                paid[column, time] = paid.get((column, time), kr(0)) + amount
        return ReadOnly({cell: paid[cell] for cell in sorted(paid, key=cell_order)})

    # Who pays

    @property
    def years(self) -> tuple[int, ...]:
        """Every year about which the plan has a figure, in order."""
        return tuple(sorted({*self.funding.years, *(each.year for each in self.accounts)}))

    @property
    def planned_years(self) -> tuple[int, ...]:
        """The budget year, and every later year about which the plan has a figure, in order."""
        return tuple(sorted({self.year, *(year for year in self.years if year > self.year)}))

    def terms(self, year: int) -> Terms:
        """The terms of the year's funding; raises `PlanError` where the plan has none."""
        calendar_year(year)
        if (terms := self.funding.terms(year)) is None:
            raise PlanError(at(_NO_FUNDING(year=year, known=_known(self.funding.years)), "funding"))
        return terms

    def contributions(
        self,
        year: int,
        *,
        total: Money | None = None,
        state: Money | None = None,
        regions: Money | None = None,
        municipalities: Money | None = None,
        per_inhabitant: Money | None = None,
        split: SplitKey | None = None,
        region_split: SplitKey | None = None,
        unit: Money | None = None,
        part_year: PartYear | None = None,
    ) -> Contributions:
        """
        Who pays what in a year; or would, from another amount, by another key or in another unit, where one is given.

        Raises `PlanError` for a year without funding, and as `contributions` does.

        >>> plan = example("hoglandet-2023")
        >>> plan.contributions(2024)["Aneby"], plan.contributions(2024, total=kr(8_500_000))["Aneby"]
        (kr(120_810), kr(127_500))
        """
        start = one_start(total, state, regions, municipalities, per_inhabitant)
        others = {"split": split, "region_split": region_split, "unit": unit, "part_year": part_year}
        given: Any = {name: value for name, value in others.items() if value is not None}
        if start is not None or given:
            terms = self.terms(year) if start is None else self.funding.terms_from(year, *start)
            return contributions_on(self.association, evolve(terms, **given))
        due = self.contributions_or_error(year)
        if isinstance(due, FinsamError):
            raise due.with_traceback(None)
        return due

    def contributions_or_error(self, year: int) -> Contributions | FinsamError:
        """Who pays what in a year, or the error that says why that cannot be worked out."""
        return self.remembered(("contributions", year), lambda: self._contributions(year))

    def _contributions(self, year: int) -> Contributions | FinsamError:
        try:
            return contributions_on(self.association, self.terms(year))
        except FinsamError as error:
            return error

    def parties(self, year: int) -> Allocation[Party] | None:
        """What each party pays together in a year, whoever splits it how; None where that cannot be worked out."""
        return self.remembered(("parties", year), lambda: self._parties(year))

    def _parties(self, year: int) -> Allocation[Party] | None:
        try:
            return parties_on(payers_in(self.association, year), self.terms(year))
        except FinsamError:
            return None

    def total(self, year: int) -> Money | None:
        """What all pay together in a year; None where that is not known."""
        if (total := self.funding.total.get(year)) is not None:
            return total  # to which whatever the parties pay adds up
        parties = self.parties(year)
        return None if parties is None else parties.total

    def remembered(self, what: object, make: Callable[[], T]) -> T:
        """What has been made of the plan once, under that key; a plan does not change, so it is not made again."""
        if what not in self._memory:
            self._memory[what] = make()
        made: T = self._memory[what]
        return made

    @cached_property
    def _memory(self) -> dict[object, Any]:
        return {}

    # What comes in and goes out

    @property
    def budgets(self) -> tuple[Budget, ...]:
        """Every budget, in the order of their times."""
        return tuple(map(self.budget, self._times(Column.BUDGET)))

    @property
    def forecasts(self) -> tuple[Forecast, ...]:
        """Every forecast, in the order of their times."""
        return tuple(map(self.forecast, self._times(Column.FORECAST)))

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every outcome, in the order of their times."""
        return tuple(map(self.outcome, self._times(Column.OUTCOME)))

    @cached_property
    def accounts(self) -> tuple[Budget | Forecast | Outcome, ...]:
        """Every budget, forecast and outcome, in the order of their times."""
        every: list[Budget | Forecast | Outcome] = [*self.budgets, *self.forecasts, *self.outcomes]
        return tuple(sorted(every, key=lambda each: cell_order(each.cell)))

    def budget(self, time: Time | str) -> Budget:
        """
        The budget of a year or of a part of one, opened with what is carried to it.

        Raises `BudgetError` where the plan has none, and `PeriodError` for what is no time.
        """
        return self._accounts_of(Budget, time)

    def forecast(self, time: Time | str) -> Forecast:
        """The forecast of a year or of a part of one; otherwise as `budget`."""
        return self._accounts_of(Forecast, time)

    def outcome(self, time: Time | str) -> Outcome:
        """The outcome of a year or of a part of one, as `"2027-08-31"`; otherwise as `budget`."""
        return self._accounts_of(Outcome, time)

    def best_known(self, year: int) -> Budget | Forecast | Outcome | None:
        """What is best known of a whole year: the outcome, else the forecast, else the budget; None without any."""
        return next(iter(self.of_whole_year(year)), None)

    def of_whole_year(self, year: int) -> tuple[Budget | Forecast | Outcome, ...]:
        """
        The outcome, the forecast and the budget of a whole year, those that there are.

        One that has less than half as many rows of costs as another of them is not the whole year's, and left out.
        """
        calendar_year(year)
        kinds: tuple[type[Budget | Forecast | Outcome], ...] = (Outcome, Forecast, Budget)
        known = [self._accounts_of(kind, year) for kind in kinds if (kind.column, year) in self.cells]
        most = max((len(each.costs) for each in known), default=0)
        return tuple(each for each in known if 2 * len(each.costs) >= most)

    def closing_equity(self, year: int) -> Money | None:
        """The equity at the end of a year, by what is best known of it; None where it is not known."""
        accounts = self.best_known(year)
        return None if accounts is None else accounts.closing

    @property
    def adoption(self) -> Adoption:
        """How the plan was adopted (*fastställande*), as far as it says."""
        return (self.governance.adoption if self.governance else None) or Adoption()

    def status(self, *, on: date) -> Status | None:
        """How far the budget had come on a day; None before the first day that the plan gives."""
        return status(self.adoption, self.revisions, on)

    def before(self, revision: Revision) -> "OperationalPlan":
        """The plan as it was before a revision and those after it; raises `PlanError` for one that it does not have."""
        return evolve(self, **before(self, revision))

    def committed(self, year: int, *, on: date | None = None) -> Committed:
        """What decisions commit of a year's money, and what is free; those taken through a day where one is given."""
        return self.remembered(("committed", year, on), lambda: self._committed(year, on))

    def _committed(self, year: int, on: date | None) -> Committed:
        accounts = self.best_known(year)
        return Committed(
            year=year,
            decisions=taken(self.decisions, on),
            available=None if accounts is None else accounts.available,
            interventions={row.id: row.intervention for row in self.costs},
        )

    def check(self) -> tuple[Finding, ...]:
        """What is unlawful, contradictory or worth knowing in the plan, rule by rule; see `finsam.checks`."""
        from finsam.checks import check

        return self.remembered("findings", lambda: check(self))

    @cached_property
    def cells(self) -> Mapping[Cell, None]:
        """Every column and time in which a row has an amount, in order."""
        rows: tuple[Columns[Money], ...] = (self.equity.opening, self.funding.received, *self.income, *self.costs)
        cells = {(column, time) for column in Column for row in rows for time in getattr(row, column)}
        return dict.fromkeys(sorted(cells, key=cell_order))

    def _times(self, column: Column) -> list[Time]:
        """The times of a column, in order."""
        return [time for each, time in self.cells if each is column]

    def _accounts_of(self, kind: type[A], of: Time | str) -> A:
        """The accounts of that kind and time."""
        cell = kind.column, as_time(of)
        if cell not in self.cells:
            known = _known(tuple(map(time_key, self._times(kind.column))))
            raise BudgetError(_NO_ACCOUNTS[kind.column](time=time_key(cell[1]), known=known))
        return self.remembered(cell, lambda: kind(**self._figures(cell)))

    def _figures(self, cell: Cell) -> dict[str, Any]:
        """The rows of that column and time, with the contributions, and the equity that is carried to it."""
        column, time = cell
        contributions = self.funding.received.figure(*cell)
        if contributions is None and isinstance(time, int):  # what is contributed in a part of a year is not known
            contributions = self.total(time)
        opening = self.equity.opening.figure(*cell)
        return {
            "time": time,
            "costs": _lines(self.costs, cell),
            "other_income": _lines(self.income, cell),
            "contributions": contributions,
            "opening": self._carried(time) if opening is None else opening,
            **({"preliminary": time in self.preliminary} if column is Column.OUTCOME else {}),
        }

    def _carried(self, time: Time) -> Money | None:
        """The equity that is carried to a time that begins with its year."""
        return self.closing_equity(year_of(time) - 1) if begins_the_year(time) else None


def _known(times: tuple[object, ...]) -> Text:
    return _KNOWN(times=times) if times else NOTHING


def _lines(rows: Sequence[R], cell: Cell) -> tuple[Line[R], ...]:
    """The rows that have an amount there."""
    figures = ((row, row.figure(*cell)) for row in rows)
    return tuple(Line(row=row, amount=amount) for row, amount in figures if amount is not None)


_NO_INTERVENTION = Text(en='there is no intervention "{name}"', sv='det finns ingen insats "{name}"')
_NO_TARGET_GROUP = Text(en='there is no target group "{name}"', sv='det finns ingen målgrupp "{name}"')
_NO_GOAL = Text(en='there is no goal "{name}"', sv='det finns inget mål "{name}"')
_NO_INDICATOR = Text(en='there is no indicator "{name}"', sv='det finns ingen indikator "{name}"')
_NO_FUNDING = Text(en="there is no funding for {year}{known}", sv="det finns ingen finansiering för {year}{known}")
_NO_ACCOUNTS = {
    Column.BUDGET: Text(en="there is no budget for {time}{known}", sv="det finns ingen budget för {time}{known}"),
    Column.FORECAST: Text(en="there is no forecast for {time}{known}", sv="det finns ingen prognos för {time}{known}"),
    Column.OUTCOME: Text(en="there is no outcome for {time}{known}", sv="det finns inget utfall för {time}{known}"),
}
_KNOWN = Text(en="; the plan has {times}", sv="; planen har {times}")
