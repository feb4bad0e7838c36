"""Which plan speaks for an association in a table, and why others say nothing."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from attrs import frozen

from finsam.language import Text
from finsam.overview.summary import PlanSummary, YearSummary
from finsam.rows import Column

__all__ = ["LeftOut", "inhabitants", "left_out", "speaking", "why_no_accounts"]

T = TypeVar("T")


@frozen(kw_only=True)
class LeftOut:
    """An association that is left out of a table, and why."""

    association: str
    why: Text


def speaking(plans: Iterable[PlanSummary], year: int, said: Callable[[PlanSummary], T | None]) -> Mapping[str, T]:
    """
    What each association says in a table, in the order of their names.

    It speaks by the plan whose budget year it is, where that says something, and else by the latest that does.
    """
    spoken: dict[str, T] = {}
    for plan in sorted(plans, key=lambda each: (each.association.casefold(), each.year == year, each.year)):
        if (what := said(plan)) is not None:
            spoken[plan.association.casefold()] = what
    return spoken


def left_out(
    plans: Iterable[PlanSummary], year: int, spoken: Mapping[str, object], why: Callable[[PlanSummary], Text]
) -> tuple[LeftOut, ...]:
    """The associations that say nothing, each with why that is, by the plan that would have spoken."""
    silent = (each for each in plans if each.association.casefold() not in spoken)
    return tuple(speaking(silent, year, lambda plan: LeftOut(association=plan.association, why=why(plan))).values())


def why_no_accounts(plan: PlanSummary, year: int, column: Column) -> Text:
    """Why a plan says nothing of a year in a column."""
    of = plan.years.get(year)
    if of is None:
        return _NOT_OF_YEAR(year=year)
    if column in of.incomplete:
        return _INCOMPLETE(column=column, year=year)
    return (_PARTS if column in of.parts_only else _NO_COLUMN)(column=column, year=year)


def inhabitants(of: YearSummary, given: Mapping[str, int]) -> int | None:
    """
    How many live in an association's municipalities: by what is given of each, where anything is, and else by what its
    plan says; None where that is not known.
    """
    if not given:
        return of.inhabitants
    known = [given[name] for name in of.municipalities if name in given]
    return sum(known) if known and len(known) == len(of.municipalities) else None


_NOT_OF_YEAR = Text(en="nothing is said of {year}", sv="inget sägs om {year}")
_NO_COLUMN = Text(en="there is no {column} for {year}", sv="det finns ingen uppgift i kolumnen {column} för {year}")
_PARTS = Text(
    en="the {column} of {year} is only for a part of the year", sv="{column} {year} gäller bara en del av året"
)
_INCOMPLETE = Text(
    en="the {column} of {year} has less than half as many rows of costs as another column",
    sv="{column} {year} har mindre än hälften så många kostnadsrader som en annan kolumn",
)
