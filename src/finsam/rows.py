"""Rows (*rader*) of a table: figures in columns, by year or by a part of one."""

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

from attrs import field, frozen

from finsam.language import Choice
from finsam.period import Time, by_time, in_order
from finsam.readonly import ReadOnly

__all__ = ["Cell", "Column", "Columns", "cell_order"]

T = TypeVar("T")
U = TypeVar("U")


class Column(Choice):
    """Which column of a plan's table a figure stands in (*kolumn*)."""

    BUDGET = "budget", "budget", "budget"
    FORECAST = "forecast", "forecast", "prognos"
    OUTCOME = "outcome", "outcome", "utfall"


Cell = tuple[Column, Time]
"""Where in a row a figure stands: in which column, and for which year or part of one."""


@frozen(kw_only=True)
class Columns(Generic[T]):
    """
    A row's figures (*rad*): what stands in its budget, forecast and outcome, each by year or by a part of one.

    A time is a year as a number, a `Period`, or text as `finsam.period.as_time` reads it. What is not there is not
    known. Raises `PeriodError` for anything else.

    >>> row = Columns(budget={2027: kr(150_000)}, outcome={"2027-08-31": kr(90_000)})
    >>> row.budget[2027]
    kr(150_000)
    >>> [(str(column), amount) for column, time, amount in row.cells()]
    [('budget', kr(150_000)), ('outcome', kr(90_000))]
    """

    budget: Mapping[Time, T] = field(factory=ReadOnly, converter=by_time)
    forecast: Mapping[Time, T] = field(factory=ReadOnly, converter=by_time)
    outcome: Mapping[Time, T] = field(factory=ReadOnly, converter=by_time)

    def figure(self, column: Column, time: Time) -> T | None:
        """What stands there; None where nothing does."""
        cells: Mapping[Time, T] = getattr(self, column)
        return cells.get(time)

    def mapped(self, of: Callable[[T], U]) -> "Columns[U]":
        """The same columns and times, with what the function makes of each figure."""
        return Columns(
            budget={time: of(figure) for time, figure in self.budget.items()},
            forecast={time: of(figure) for time, figure in self.forecast.items()},
            outcome={time: of(figure) for time, figure in self.outcome.items()},
        )

    def cells(self) -> Iterator[tuple[Column, Time, T]]:
        """Everything that stands in it, each with its column and its time."""
        for column in Column:
            for time, figure in getattr(self, column).items():
                yield column, time, figure


def cell_order(cell: Cell) -> tuple[object, ...]:
    """By which cells are sorted: the time, and then the budget, the forecast and the outcome."""
    return *in_order(cell[1]), cell[0]
