"""One year of many plans, association by association."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve

from finsam.budget import Category
from finsam.funding import Standing
from finsam.language import Text
from finsam.money import ExactMoney
from finsam.organisations import Party
from finsam.overview.amounts import AmountTable
from finsam.overview.outcomes import InterventionTable
from finsam.overview.portfolio import Portfolio
from finsam.overview.saved import EquityTable
from finsam.reports.labels import CLOSING, CONTRIBUTIONS, TOTAL
from finsam.reports.overview_rows import (
    FINDINGS,
    NUMBER,
    NUMBER_ALL,
    OUTCOMES,
    PAID_BY_REGION,
    SHARE,
    by_rule,
    chosen,
    ends_of,
    followed_by_year,
    in_column,
    lying,
    outcomes,
    row,
    share_ends,
    shown_participants,
    silent,
    stands_out,
)
from finsam.reports.parts import LABELLED, Block, Content, Item, Row, Section, Table, in_cell, section
from finsam.rows import Column

__all__ = ["of_year"]


def of_year(of: Portfolio, year: int, column: Column | None, least: int) -> Iterator[Section]:
    """The tables of the year, of each column or of the one that is asked for."""
    yield _paid(of.contributions(year))
    for each, _ in chosen(of, year, column):
        yield _cost(of.costs(year, each))
        yield _saved(of.equity(year, each))
        yield from _done(of.interventions(year, each), least)
    yield from followed_by_year(of, year, least)
    found = of.findings(year)
    yield Section(blocks=(by_rule(found), *stands_out(found.spread, FINDINGS)))


def _amounts(of: AmountTable[Any], title: Text, keys: Sequence[Party | Category]) -> Table:
    """The associations' amounts, their sums, and how they lie; for each inhabitant where those are known of any."""
    per_head = of.spread_per_inhabitant
    more = () if per_head is None else (_PER_INHABITANT,)
    ends = [*(ends_of(of.spread_of(key)) for key in keys), ends_of(of.spread), ends_of(per_head)]
    rows = [
        *(
            row(each.association, (*map(each.parts.get, keys), each.total, _exact(each.per_inhabitant)))
            for each in of.rows
        ),
        row(TOTAL, (*map(of.sums.get, keys), of.total, None), sum=True),
        *lying(ends),
    ]
    shown = len(keys) + 1 + len(more)
    return Table(
        title=title,
        headings=(*(each.label for each in keys), TOTAL, *more),
        rows=tuple(evolve(each, cells=each.cells[:shown]) for each in rows),
    )


def _exact(amount: ExactMoney | None) -> Content:
    return None if amount is None else in_cell(amount)


def _paid(of: AmountTable[Party]) -> Section:
    pending = [each.association for each in of.rows if each.standing in (Standing.OFFERED, Standing.RESERVED)]
    days = sorted({str(each.counted_on) for each in of.rows if each.counted_on is not None})
    said = ((_PENDING, tuple(pending)), (_COUNTED, tuple(days)))
    notes = (Item(words=LABELLED(label=label, said=names)) for label, names in said if names)
    tables: tuple[Block, ...] = (_amounts(of, _PAID_IN(year=of.year), [*Party]), _regions(of)) if of.rows else ()
    outside = stands_out(of.spread_per_inhabitant, _TOTAL_PER_INHABITANT)
    return Section(blocks=(*tables, *notes, *outside, *silent(_PAID_IN(year=of.year), of.left_out)))


def _regions(of: AmountTable[Party]) -> Table:
    return Table(
        title=PAID_BY_REGION,
        headings=(*(each.label for each in Party), TOTAL),
        rows=tuple(
            Row(label=name, cells=(*(sums.get(each) for each in Party), sum(sums.values())))
            for name, sums in of.regions.items()
        ),
    )


def _cost(of: AmountTable[Category]) -> Section:
    title = _COSTS_IN(cell=in_column(of.column, of.year))
    keys = [each for each in Category if each in of.sums]
    outside = [item for key in keys for item in stands_out(of.spread_of_share(key), _SHARE_OF_COSTS(category=key))]
    tables = (_amounts(of, title, keys),) if of.rows else ()
    preliminary = tuple(each.association for each in of.rows if each.preliminary)
    notes = [Item(words=LABELLED(label=_PRELIMINARY, said=preliminary))] if preliminary else []
    return Section(blocks=(*tables, *notes, *outside, *silent(title, of.left_out)))


def _saved(of: EquityTable) -> Section:
    title = _SAVED_IN(cell=in_column(of.column, of.year))
    table = Table(
        title=title,
        headings=(CLOSING, CONTRIBUTIONS, SHARE),
        rows=(
            *(row(each.association, (each.closing, each.contributions, each.share)) for each in of.rows),
            row(TOTAL, (of.closing, of.contributions, of.share), sum=True),
            *lying([(None, None, None), (None, None, None), share_ends(of.spread)]),
        ),
    )
    tables = (table,) if of.rows else ()
    return Section(blocks=(*tables, *stands_out(of.spread, _SHARE_SAVED), *silent(title, of.left_out)))


def _done(of: InterventionTable, least: int) -> Iterator[Section]:
    """The interventions of each orientation by target group, with their money and what came of them."""
    title = _DONE_IN(cell=in_column(of.column, of.year))
    for orientation, together in of.by_orientation.items():
        groups = of.by_group(orientation)
        hidden = shown_participants(together, groups, least)
        money = Table(
            title=_WITH(title=title, orientation=orientation),
            headings=(NUMBER_ALL, NUMBER, _MONEY, _ALSO),
            rows=(
                *(row(each.label, (each.count, each.paid_for, each.money, each.also)) for each in groups),
                row(TOTAL, (together.count, together.paid_for, together.money, None), sum=True),
            ),
        )
        told = [outcomes(each, least, is_hidden=at in hidden) for at, each in enumerate(groups) if each.told]
        outcome = Table(title=_TOOK_PART(year=of.year), headings=OUTCOMES, rows=tuple(told))
        yield Section(blocks=(money, outcome) if told else (money,))
    under = section(None, (*stands_out(of.spread, _MONEY_FOR), *silent(title, of.left_out)))
    if under is not None:
        yield under


_PER_INHABITANT = Text(en="per inhabitant", sv="per invånare")
_PAID_IN = Text(en="Contributions by the terms {year}, kr", sv="Bidrag enligt villkoren {year}, kr")
_PENDING = Text(en="Offered or reserved, not decided", sv="Erbjudna eller reserverade, inte beslutade")
_COUNTED = Text(en="Inhabitants by the plans, on", sv="Invånare enligt planerna, den")
_SAVED_IN = Text(
    en="Equity as a share of contributions, {cell}, kr", sv="Eget kapital som andel av bidragen, {cell}, kr"
)
_COSTS_IN = Text(en="Costs by category, {cell}, kr", sv="Kostnader per kostnadsslag, {cell}, kr")
_PRELIMINARY = Text(en="Preliminary", sv="Preliminärt")
_DONE_IN = Text(en="Interventions, {cell}", sv="Insatser, {cell}")
_WITH = Text(en="{title}, {orientation}", sv="{title}, {orientation}")
_MONEY = Text(en="kr", sv="kr")
_ALSO = Text(en="with other groups, kr", sv="med andra grupper, kr")
_TOOK_PART = Text(en="Of these, followed up {year}", sv="Av dessa, uppföljt {year}")
_TOTAL_PER_INHABITANT = Text(en="contributions per inhabitant", sv="bidrag per invånare")
_SHARE_OF_COSTS = Text(en="share of the costs for {category}", sv="andel av kostnaderna för {category}")
_SHARE_SAVED = Text(en="equity as a share of contributions", sv="eget kapital som andel av bidragen")
_MONEY_FOR = Text(en="money for interventions", sv="pengar till insatser")
