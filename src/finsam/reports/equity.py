"""Equity over the years, in a table (*eget kapital över tid*)."""

from finsam.budget import Outcome
from finsam.equity import EquityYear, equity_over_time
from finsam.language import Text
from finsam.plan import OperationalPlan
from finsam.reports.parts import Row, Table, in_cell

__all__ = ["equity"]


def equity(plan: OperationalPlan) -> Table | None:
    """
    What each year opens and closes with, by the accounts in the heading, and how much of it is above the most that may
    be saved; None without accounts.
    """
    years = equity_over_time(plan)
    if not years:
        return None
    rows = [
        Row(label=_OPENING, cells=tuple(in_cell(each.opening) for each in years)),
        Row(label=_RESULT, cells=tuple(in_cell(each.result) for each in years)),
        Row(label=_CLOSING, cells=tuple(in_cell(each.closing) for each in years), sum=True),
    ]
    if plan.equity.ladder or plan.equity.ceiling is not None:
        rows += [
            Row(label=_MOST, cells=tuple(in_cell(each.most) for each in years)),
            Row(label=_EXCESS, cells=tuple(in_cell(each.excess) for each in years)),
        ]
    return Table(title=_TITLE, headings=tuple(map(_heading, years)), rows=tuple(rows))


def _heading(of: EquityYear) -> Text:
    """The year, and by what it is known."""
    preliminary = isinstance(of.accounts, Outcome) and of.accounts.preliminary
    return (_PRELIMINARY if preliminary else _COLUMN)(column=of.accounts.column, year=str(of.year))


_TITLE = Text(en="Equity, kr", sv="Eget kapital, kr")
_COLUMN = Text(en="{column} {year}", sv="{column} {year}")
_PRELIMINARY = Text(en="prel. {column} {year}", sv="prel. {column} {year}")
_OPENING = Text(en="opening equity", sv="ingående eget kapital")
_RESULT = Text(en="result", sv="resultat")
_CLOSING = Text(en="closing equity", sv="utgående eget kapital")
_MOST = Text(en="the most that may be saved", sv="tak för sparat kapital")
_EXCESS = Text(en="above it", sv="över taket")
