"""Deviations, forecasts and equity for machines: plain dictionaries and lists; amounts in öre, as text if not whole."""

from typing import Any

from finsam.budget import Outcome
from finsam.deviation import Deviation, Deviations, Expected
from finsam.equity import EquityYear, equity_over_time
from finsam.period import time_key
from finsam.plan import OperationalPlan
from finsam.reports.records import ore

__all__ = ["deviation", "equity", "expectation"]

Record = dict[str, Any]


def deviation(of: Deviations) -> Record:
    """The deviations by row, by category and in total; what is not known is null."""
    return {
        "column": of.column.value,
        "time": time_key(of.time),
        "against": of.against.value,
        "part": str(of.part),
        "costs": {row: _deviation(each) for row, each in of.rows.items()},
        "income": {row: _deviation(each) for row, each in of.income.items()},
        "categories": {category.value: _deviation(each) for category, each in of.categories.items()},
        "contributions": _deviation(of.contributions),
        "total_income": _deviation(of.total_income),
        "total_costs": _deviation(of.total_costs),
        "result": _deviation(of.result),
        "one_sided": list(of.one_sided),
    }


def _deviation(of: Deviation) -> Record:
    return {
        "budget_ore": ore(of.budget),
        "actual_ore": ore(of.actual),
        "difference_ore": ore(of.difference),
        "share": None if of.share is None else str(of.share),
    }


def expectation(of: Expected) -> Record:
    """What the year is heading for, and by what method."""
    return {
        "year": of.year,
        "through": time_key(of.so_far.time),
        "method": of.method.value,
        "costs_by_row_ore": {row: ore(each) for row, each in of.rows.items()},
        "contributions_ore": ore(of.contributions),
        "other_income_ore": ore(of.other_income),
        "costs_ore": ore(of.costs),
        "result_ore": ore(of.result),
        "unspent_share": None if of.unspent_share is None else str(of.unspent_share),
        "closing_ore": ore(of.closing),
    }


def equity(plan: OperationalPlan) -> list[Record]:
    """The equity of each year, and by which accounts it is known."""
    return [_year(each) for each in equity_over_time(plan)]


def _year(of: EquityYear) -> Record:
    return {
        "year": of.year,
        "column": of.accounts.column.value,
        "preliminary": isinstance(of.accounts, Outcome) and of.accounts.preliminary,
        "opening_ore": ore(of.opening),
        "result_ore": ore(of.result),
        "closing_ore": ore(of.closing),
        "most_ore": ore(of.most),
        "excess_ore": ore(of.excess),
    }
