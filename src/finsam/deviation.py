"""
Deviations (*avvikelser*): an outcome or a forecast against the budget, and what a running year is heading for.

A part of a year is never held against the whole year's budget: it is held against the budget of the same part where the
plan has one, and otherwise against a part of the year's budget, which says how it was taken.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TypeVar

from attrs import frozen

from finsam.budget import Budget, Category, Cost, Forecast, Income, Line, Outcome
from finsam.errors import BudgetError
from finsam.language import Choice, Text
from finsam.money import ExactMoney, Money, of_ore
from finsam.period import Period, Time, begins_the_year, calendar_year, time_label, year_of
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.rows import Column
from finsam.shares import percent, share
from finsam.typed import expect

__all__ = ["Against", "Deviation", "Deviations", "Expected", "Method", "Phasing", "deviations", "expected"]

K = TypeVar("K")

Lines = Sequence[Line[Cost]] | Sequence[Line[Income]]

Phasing = Mapping[date, Fraction]
"""How a year's budget falls on its days (*periodisering*): the share that falls on each; together they are 1."""


class Against(Choice):
    """What an outcome or a forecast is held against (*jämförelsebudget*)."""

    YEAR = "year", "the year's budget", "årets budget"
    PART = "part", "the budget of the same part of the year", "budgeten för samma del av året"
    DAYS = "days", "a part of the year's budget, by days", "en del av årets budget, efter dagar"
    PROFILE = "profile", "a part of the year's budget, by a profile", "en del av årets budget, efter en profil"


@frozen(kw_only=True)
class Deviation:
    """
    How far something is from its budget (*avvikelse*): above zero where more came in or went out than was budgeted.

    None where one of the two is not known.
    """

    budget: ExactMoney | None
    actual: Money | None

    @property
    def difference(self) -> ExactMoney | None:
        """What it came to less what was budgeted."""
        return None if self.budget is None or self.actual is None else of_ore(self.actual.ore - self.budget.ore)

    @property
    def share(self) -> Fraction | None:
        """The difference as a share of the budget; None also for a budget of zero or less."""
        if self.difference is None or self.budget is None or self.budget.ore <= 0:
            return None
        return Fraction(self.difference.ore) / self.budget.ore


@frozen(kw_only=True)
class Deviations:
    """
    The deviations of a year or a part of one (*avvikelser*): by row of costs and of other income, each by its id, by
    category, and in total.

    `against` is what they are held against, and `part` how much of that budget is counted. A total counts the rows that
    have a figure; `one_sided` are the ids of those that have one only in the budget, or only in what it came to.
    """

    time: Time
    column: Column
    against: Against
    part: Fraction
    rows: Mapping[str, Deviation]
    income: Mapping[str, Deviation]
    categories: Mapping[Category, Deviation]
    contributions: Deviation
    total_income: Deviation
    total_costs: Deviation
    result: Deviation

    @property
    def is_so_far(self) -> bool:
        """Whether it is from 1 January through a day before the last."""
        return not isinstance(self.time, int) and begins_the_year(self.time)

    @property
    def one_sided(self) -> tuple[str, ...]:
        """The ids of the rows that have a figure only in the budget, or only in what it came to."""
        rows = [*self.rows.items(), *self.income.items()]
        return tuple(row for row, each in rows if (each.budget is None) != (each.actual is None))


def deviations(
    plan: OperationalPlan, time: Time | str, *, column: Column = Column.OUTCOME, profile: Phasing | None = None
) -> Deviations:
    """
    How far the outcome, or the forecast, of a year or a part of one is from the budget.

    A part of a year is held against the plan's own budget of that part; where it has none, against so much of the
    year's budget as falls on those days, evenly or by the `profile`. Raises `BudgetError` where the plan has no such
    figures or no budget, and for a profile that does not add up to 1.

    >>> of = deviations(example("sodra-vatterbygden-2018"), 2017)
    >>> print(of.rows["enter"].difference, of.total_costs.difference, of.against.label)
    -305 860 kr -1 367 350 kr the year's budget
    """
    expect(plan, OperationalPlan, "deviations")
    actual = _came_to(plan, column, time)
    against, part, budget = _held_against(plan, actual.time, profile)
    return Deviations(
        time=actual.time,
        column=actual.column,
        against=against,
        part=part,
        rows=_rows(budget.costs, actual.costs, part),
        income=_rows(budget.other_income, actual.other_income, part),
        categories=_each(budget.by_category, actual.by_category, part),
        contributions=_deviation(budget.contributions, actual.contributions, part),
        total_income=_deviation(budget.income, actual.income, part),
        total_costs=_deviation(budget.total_costs, actual.total_costs, part),
        result=_deviation(budget.result, actual.result, part),
    )


def _came_to(plan: OperationalPlan, column: Column, time: Time | str) -> Forecast | Outcome:
    """The outcome or the forecast of that time."""
    if column is Column.BUDGET:
        raise BudgetError(_NOT_AGAINST_ITSELF(columns=(Column.FORECAST.value, Column.OUTCOME.value)))
    return plan.forecast(time) if column is Column.FORECAST else plan.outcome(time)


def _held_against(plan: OperationalPlan, time: Time, profile: Phasing | None) -> tuple[Against, Fraction, Budget]:
    """The budget that a time is held against, how much of it, and how that was taken."""
    own = next((each for each in plan.budgets if each.time == time and each.costs), None)
    if own is not None:
        return Against.YEAR if own.is_whole_year else Against.PART, Fraction(1), own
    whole = plan.budget(year_of(time))
    if isinstance(time, int):
        return Against.YEAR, Fraction(1), whole
    return Against.DAYS if profile is None else Against.PROFILE, _part_of(time, profile), whole


def _part_of(time: Period, profile: Phasing | None) -> Fraction:
    """How much of the year falls on those days."""
    year = calendar_year(time.first.year)
    if profile is None:
        return Fraction(_days(time), _days(year))
    shares = {day: share(each) for day, each in profile.items()}
    if (total := sum((each for day, each in shares.items() if day in year), Fraction(0))) != 1:
        raise BudgetError(_NOT_ONE(year=year, total=percent(total)))
    return sum((each for day, each in shares.items() if day in time), Fraction(0))


def _days(period: Period) -> int:
    return ((period.last or period.first) - period.first).days + 1


def _rows(budget: Lines, actual: Lines, part: Fraction) -> Mapping[str, Deviation]:
    """The deviation of every row that has a figure in either, those of the budget first."""
    return _each(_by_id(budget), _by_id(actual), part)


def _by_id(lines: Lines) -> dict[str, Money]:
    return {line.id: line.amount for line in lines}


def _each(budget: Mapping[K, Money], actual: Mapping[K, Money], part: Fraction) -> Mapping[K, Deviation]:
    """The deviation of each that has a figure in either."""
    return ReadOnly({each: _deviation(budget.get(each), actual.get(each), part) for each in {**budget, **actual}})


def _deviation(budget: Money | None, actual: Money | None, part: Fraction) -> Deviation:
    """That part of the budget, and what it came to."""
    return Deviation(budget=None if budget is None else of_ore(budget.ore * part), actual=actual)


class Method(Choice):
    """How it is worked out what a running year is heading for (*prognosmetod*)."""

    BUDGET_LEFT = "budget left", "the outcome so far and what is left of the budget", "utfall och återstående budget"
    PACE = "pace", "the pace so far, for the whole year", "takten hittills, för hela året"


@frozen(kw_only=True)
class Expected:
    """
    What a running year is heading for (*prognos till årets slut*), by a `method`, from what it came to so far.

    `so_far` is that, held against the budget. The contributions are those of the year's budget; costs and other income
    are by the method, `rows` by the id of the row of costs. A row without a figure in one of the two counts as nothing
    there, as in the totals; `so_far.one_sided` says which. None is what is not known.
    """

    method: Method
    so_far: Deviations
    rows: Mapping[str, ExactMoney]
    costs: ExactMoney | None
    other_income: ExactMoney
    contributions: Money | None
    opening: Money | None

    @property
    def year(self) -> int:
        """The year."""
        return year_of(self.so_far.time)

    @property
    def result(self) -> ExactMoney | None:
        """What will be left of the year's money (*ej förbrukade medel*), below zero where more is used."""
        if self.contributions is None or self.costs is None:
            return None
        return of_ore(self.contributions.ore + self.other_income.ore - Fraction(self.costs.ore))

    @property
    def unspent_share(self) -> Fraction | None:
        """The result as a share of the contributions."""
        result, contributions = self.result, self.contributions
        if result is None or contributions is None or contributions.ore == 0:
            return None
        return Fraction(result.ore) / contributions.ore

    @property
    def closing(self) -> ExactMoney | None:
        """The equity with which the year will end."""
        return None if self.opening is None or self.result is None else of_ore(self.opening.ore + self.result.ore)


def expected(plan: OperationalPlan, through: Time | str, *, method: Method, profile: Phasing | None = None) -> Expected:
    """
    What a running year is heading for, from its outcome `through` a day, a quarter, a tertial or a half-year.

    What is left of the budget is the year's less what the outcome is held against in `deviations`; the pace is that of
    the days that have passed, or of the `profile`. Raises `BudgetError` as `deviations` does, and for a time that is
    not from 1 January through a day before the last.
    """
    so_far = deviations(plan, through, profile=profile)
    if isinstance(so_far.time, int) or not so_far.is_so_far:
        raise BudgetError(_NOT_SO_FAR(time=time_label(so_far.time)))
    elapsed, whole = _part_of(so_far.time, profile), plan.budget(year_of(so_far.time))
    if method is Method.PACE and elapsed == 0:
        raise BudgetError(_NO_PACE(time=time_label(so_far.time)))
    ahead = _budget_left if method is Method.BUDGET_LEFT else lambda of, _: Fraction(_ore(of.actual)) / elapsed
    return Expected(
        method=method,
        so_far=so_far,
        rows=ReadOnly(_rows_ahead(so_far.rows, _by_id(whole.costs), ahead)),
        costs=None if so_far.total_costs.actual is None else of_ore(ahead(so_far.total_costs, whole.total_costs)),
        other_income=of_ore(
            sum(
                (each.ore for each in _rows_ahead(so_far.income, _by_id(whole.other_income), ahead).values()),
                Fraction(0),
            )
        ),
        contributions=whole.contributions,
        opening=plan.outcome(so_far.time).opening,
    )


Ahead = Callable[[Deviation, Money | None], Fraction]
"""What something is heading for, in öre: from what it came to so far, and the year's budget."""


def _rows_ahead(so_far: Mapping[str, Deviation], whole: Mapping[str, Money], ahead: Ahead) -> dict[str, ExactMoney]:
    """What each row is heading for, also one that has nothing yet."""
    nothing = Deviation(budget=None, actual=None)
    return {row: of_ore(ahead(so_far.get(row, nothing), whole.get(row))) for row in {**whole, **so_far}}


def _budget_left(of: Deviation, whole: Money | None) -> Fraction:
    """What it came to, and what is left of the year's budget."""
    return _ore(of.actual) + _ore(whole) - _ore(of.budget)


def _ore(amount: ExactMoney | None) -> Fraction:
    return Fraction(0 if amount is None else amount.ore)


_NOT_AGAINST_ITSELF = Text(
    en="a budget is not held against itself; ask for one of {columns}",
    sv="en budget jämförs inte med sig själv; ange ett av {columns}",
)
_NOT_ONE = Text(
    en="the profile of {year} adds up to {total}, not to 100 %; correct the shares of its days",
    sv="profilen för {year} är tillsammans {total}, inte 100 %; rätta dagarnas andelar",
)
_NOT_SO_FAR = Text(
    en="{time} is not the beginning of a year; write the last day that is known, as 2027-08-31",
    sv="{time} är inte början av ett år; skriv den sista dag som är känd, som 2027-08-31",
)
_NO_PACE = Text(
    en="the profile has nothing {time}, so that there is no pace; use another method",
    sv="profilen har inget {time}, så det finns ingen takt; använd en annan metod",
)
