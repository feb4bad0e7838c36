"""What-ifs of the rows of costs and income, and of the equity with which a year begins."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeVar

from attrs import evolve

from finsam.budget import Cost, Income
from finsam.errors import BudgetError, ScenarioError
from finsam.ids import find
from finsam.language import Text
from finsam.money import Money, kr
from finsam.period import Time
from finsam.plan import OperationalPlan
from finsam.scenarios.changes import NewRow, OpeningChange, RowChange
from finsam.scenarios.years import by_year, chosen, scaled

__all__ = ["opened", "reckoned", "with_row"]

R = TypeVar("R", Cost, Income)


def with_row(plan: OperationalPlan, change: NewRow) -> OperationalPlan:
    """The plan with a row more."""
    costs = () if change.cost is None else (change.cost,)
    income = () if change.income is None else (change.income,)
    return evolve(plan, costs=(*plan.costs, *costs), income=(*plan.income, *income))


def reckoned(plan: OperationalPlan, change: RowChange) -> OperationalPlan:
    """The plan with other amounts in a row."""
    rows: list[Cost | Income] = [*plan.costs, *plan.income]
    row = find(_NO_ROW, change.row, [(each.name, each) for each in rows])
    if len([each for each in rows if each.id == row.id]) > 1:
        raise ScenarioError(_TWO_ROWS(row=row.id))
    other: Any = {change.column.value: _cells(plan, change, getattr(row, change.column))}
    if isinstance(row, Cost):
        return evolve(plan, costs=_replaced(plan.costs, row, evolve(row, **other)))
    return evolve(plan, income=_replaced(plan.income, row, evolve(row, **other)))


def _replaced(rows: tuple[R, ...], row: R, other: R) -> tuple[R, ...]:
    """The rows with another in place of one; without it where the other has no amounts."""
    return tuple(other if each is row else each for each in rows if each is not row or any(other.cells()))


def _cells(plan: OperationalPlan, change: RowChange, cells: Mapping[Time, Money]) -> Mapping[Time, Money]:
    """The amounts of the row in its column, as they would be."""
    own = {time: amount for time, amount in cells.items() if isinstance(time, int)}
    if change.amount is not None:
        every = {time for column, time in plan.cells if column is change.column and isinstance(time, int)}
        new = by_year(change.amount, change, every, plan.year)
    elif change.plus is not None:
        more = by_year(change.plus, change, own, plan.year)
        new = {year: own.get(year, kr(0)) + amount for year, amount in more.items()}
    else:
        years = chosen(change, own, plan.year)
        if change.removed:
            return {time: amount for time, amount in cells.items() if time not in years}
        new = {year: scaled(own[year], _factor(change, year - years[0])) for year in years}
    return {**cells, **dict(new.items())}


def _factor(change: RowChange, years: int) -> Fraction:
    """By what the amount is multiplied so many years after the first."""
    return 1 + change.more if change.more is not None else (1 + (change.yearly or Fraction(0))) ** (years + 1)


def opened(plan: OperationalPlan, change: OpeningChange) -> OperationalPlan:
    """The plan with another equity at the beginning of a year, in every column of it."""
    amounts = change.opening
    if isinstance(amounts, Money):
        amounts = {plan.year if change.since is None else change.since: amounts}
    opening = plan.equity.opening
    for year, amount in amounts.items():
        columns = [column for column, time in plan.cells if time == year]
        if not columns:
            raise BudgetError(_NO_ACCOUNTS(year=year, known=plan.years))
        opening = evolve(opening, **{each.value: {**getattr(opening, each), year: amount} for each in columns})
    return evolve(plan, equity=evolve(plan.equity, opening=opening))


_NO_ROW = Text(en='there is no row "{name}"', sv='det finns ingen rad "{name}"')
_TWO_ROWS = Text(
    en='"{row}" is both a cost and an income; give each an id of its own',
    sv='"{row}" är både en kostnad och en intäkt; ge var och en ett eget id',
)
_NO_ACCOUNTS = Text(
    en="there is no budget, forecast or outcome for {year}; there is {known}",
    sv="det finns ingen budget, prognos eller utfall för {year}; det finns {known}",
)
