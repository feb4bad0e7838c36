"""Equity over the years, in a table (*eget kapital över tid*)."""

from finsam.equity import equity_over_time
from finsam.language import Text
from finsam.plan import OperationalPlan
from finsam.reports.labels import CLOSING, OPENING, RESULT
from finsam.reports.money import heading
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
        Row(label=OPENING, cells=tuple(in_cell(each.opening) for each in years)),
        Row(label=RESULT, cells=tuple(in_cell(each.result) for each in years)),
        Row(label=CLOSING, cells=tuple(in_cell(each.closing) for each in years), sum=True),
    ]
    if plan.equity.ladder or plan.equity.ceiling is not None:
        rows += [
            Row(label=_MOST, cells=tuple(in_cell(each.most) for each in years)),
            Row(label=_EXCESS, cells=tuple(in_cell(each.excess) for each in years)),
        ]
    return Table(title=_TITLE, headings=tuple(heading(each.accounts) for each in years), rows=tuple(rows))


_TITLE = Text(en="Equity, kr", sv="Eget kapital, kr")
_MOST = Text(en="the most that may be saved", sv="tak för sparat kapital")
_EXCESS = Text(en="above it", sv="över taket")
