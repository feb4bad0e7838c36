"""Deviations and what a year is heading for, in tables (*avvikelse* and *prognos*)."""

from collections.abc import Iterator

from finsam.budget import Category
from finsam.deviation import Deviation, Deviations, Expected
from finsam.language import Text
from finsam.period import time_label
from finsam.plan import OperationalPlan
from finsam.reports.labels import CLOSING, CONTRIBUTIONS, COSTS, RESULT
from finsam.reports.parts import UNKNOWN, Content, Item, Row, Section, Table, in_cell
from finsam.rows import Column
from finsam.shares import percent

__all__ = ["deviation", "expectation"]


def deviation(plan: OperationalPlan, of: Deviations) -> Section:
    """Each row, category and total with its budget, what it came to, and the difference in kronor and per cent."""
    title = _TITLE(column=of.column, time=time_label(of.time))
    headings = (Column.BUDGET.label, _COLUMN(column=of.column), _DIFFERENCE, _PER_CENT)
    items = [_AGAINST(against=of.against) if of.part == 1 else _PART(against=of.against, share=_about(of))]
    if of.one_sided:
        names = {row.id: row.name for row in plan.costs} | {row.id: row.name for row in plan.income}
        items.append(_ONE_SIDED(rows=tuple(names[each] for each in of.one_sided)))
    table = Table(title=title, headings=headings, rows=tuple(_rows(plan, of)))
    return Section(blocks=(table, *(Item(words=each) for each in items)))


def _rows(plan: OperationalPlan, of: Deviations) -> Iterator[Row]:
    """The income with its total, the costs by category with theirs, and the result."""
    yield _row(CONTRIBUTIONS, of.contributions)
    yield from (_row(row.name, of.income[row.id], listed=True) for row in plan.income if row.id in of.income)
    yield _row(_INCOME, of.total_income, sum=True)
    for category in (each for each in Category if each in of.categories):
        yield _row(category.label, of.categories[category])
        for row in plan.costs:
            if row.category is category and row.id in of.rows:
                yield _row(row.name, of.rows[row.id], listed=True)
    yield _row(COSTS, of.total_costs, sum=True)
    yield _row(RESULT, of.result)


def _row(label: Text | str, of: Deviation, *, listed: bool = False, sum: bool = False) -> Row:
    share = None if of.share is None else percent(of.share, decimals=1)
    amounts = (of.budget, of.actual, of.difference)
    cells: tuple[Content, ...] = (*(None if listed and each is None else in_cell(each) for each in amounts), share)
    return Row(label=label, cells=cells, listed=listed, sum=sum)


def _about(of: Deviations) -> str:
    return percent(of.part, decimals=1)


def expectation(of: Expected) -> Table:
    """What the year is heading for: costs, income, what is left of it and equity, by the method in the title."""
    rows = (
        Row(label=CONTRIBUTIONS, cells=(in_cell(of.contributions),)),
        Row(label=_OTHER, cells=(in_cell(of.other_income),)),
        Row(label=COSTS, cells=(in_cell(of.costs),)),
        Row(label=RESULT, cells=(in_cell(of.result),), sum=True),
        Row(label=_UNSPENT, cells=(UNKNOWN if of.unspent_share is None else percent(of.unspent_share, decimals=1),)),
        Row(label=CLOSING, cells=(in_cell(of.closing),)),
    )
    return Table(title=_EXPECTED(year=str(of.year), method=of.method), headings=("kr",), rows=rows)


_TITLE = Text(en="Deviation, {column} {time}, kr", sv="Avvikelse, {column} {time}, kr")
_COLUMN = Text(en="{column}", sv="{column}")
_DIFFERENCE = Text(en="difference", sv="avvikelse")
_PER_CENT = Text(en="per cent", sv="procent")
_AGAINST = Text(en="Held against {against}.", sv="Jämfört med {against}.")
_PART = Text(en="Held against {against}: {share} of it.", sv="Jämfört med {against}: {share} av den.")
_ONE_SIDED = Text(
    en="Without a budget or without a figure, and counted as nothing there: {rows}.",
    sv="Saknar budget eller saknar belopp, och räknas där som inget: {rows}.",
)
_INCOME = Text(en="total income", sv="summa intäkter")
_OTHER = Text(en="other income", sv="övriga intäkter")
_UNSPENT = Text(en="result as a share of the contributions", sv="resultat i andel av bidragen")
_EXPECTED = Text(en="Forecast {year}: {method}", sv="Prognos {year}: {method}")
