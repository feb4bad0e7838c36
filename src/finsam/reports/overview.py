"""Many plans together, in tables (*samlad översikt*): over the years, or one year association by association."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from finsam.budget import Category
from finsam.errors import where
from finsam.followup.small import LEAST
from finsam.interventions import Orientation
from finsam.language import Text
from finsam.organisations import Party
from finsam.overview.amounts import AmountTable
from finsam.overview.outcomes import InterventionTable
from finsam.overview.portfolio import Portfolio
from finsam.overview.reading import PassedOver
from finsam.overview.saved import EquityTable
from finsam.reports.labels import CLOSING, CONTRIBUTIONS, TOTAL
from finsam.reports.overview_rows import (
    FINDINGS,
    NUMBER,
    PAID_BY_REGION,
    SHARE,
    by_rule,
    chosen,
    ends_of,
    followed_by_year,
    in_column,
    lying,
    row,
    share_ends,
    stands_out,
)
from finsam.reports.overview_year import of_year
from finsam.reports.parts import LABELLED, Item, Report, Row, Section, Table, section
from finsam.rows import Column

__all__ = ["overview"]

NAMED = 3  # files that are named before the others are only counted


def overview(of: Portfolio, *, year: int | None = None, column: Column | None = None, least: int = LEAST) -> Report:
    """
    The tables over all plans: a row or a column a year, or association by association where a `year` is given; of one
    `column` where it is given. Counts of participants below `least` are `..`.

    First stands what could not be read and what is left out, with why.
    """
    passed = (_passed(_UNREAD, of.unread), _passed(_LEFT_OUT, of.left_out))
    if not of.plans:
        blocks: Iterable[Section | None] = ()
    elif year is None:
        blocks = _over_the_years(of, column, least)
    else:
        blocks = of_year(of, year, column, least)
    return Report(
        title=_TITLE(plans=len(of.plans), associations=len(of.associations)),
        sections=tuple(each for each in (*passed, _followed_up(of), *blocks) if each is not None),
    )


def _passed(title: Text, passed: Sequence[PassedOver]) -> Section | None:
    """The files with what is wrong with each; those of which the same is said together."""
    said: dict[Text, list[str]] = {}
    for each in passed:
        for problem in each.problems:
            place = _AT(file=each.file, problem=_problem(problem.place, problem.line, problem.message))
            key, file = (problem.message, each.file) if problem.line is None and not problem.path else (place, "")
            said.setdefault(key, []).append(file)
    return section(
        title(count=len(passed)), (Item(words=_said(what, files), listed=True) for what, files in said.items())
    )


def _problem(place: str, line: int | None, message: Text) -> Text:
    at = where(place, line)
    return LABELLED(label=at, said=message) if str(at) else message


def _said(what: Text, files: Sequence[str]) -> Text:
    if not any(files):
        return what
    more = len(files) - NAMED
    names: Text | str = ", ".join(files) if more <= 0 else _AND_MORE(names=", ".join(files[:NAMED]), more=more)
    return _AT(file=names, problem=what)


def _followed_up(of: Portfolio) -> Section | None:
    """How many plans are followed up, where any is."""
    followed = [each for each in of.plans if each.is_followed_up]
    invented = sum(each.invented for each in followed)
    return section(None, [Item(words=_FOLLOWED(count=len(followed), invented=invented))] if followed else [])


def _over_the_years(of: Portfolio, column: Column | None, least: int) -> Iterator[Section]:
    cells = chosen(of, None, column)
    if of.years:
        paid = [of.contributions(year) for year in of.years]
        yield Section(blocks=(_paid_by_year(paid), _paid_by_region(paid)))
    costs = [each for each in (of.costs(year, column) for column, year in cells) if each.rows]
    saved = [each for each in (of.equity(year, column) for column, year in cells) if each.rows]
    done = [each for each in (of.interventions(year, column) for column, year in cells) if each.total.paid_for]
    tables = (
        _costs_by_year(costs) if costs else None,
        _saved_by_year(saved) if saved else None,
        _done_by_year(done) if done else None,
    )
    yield from (Section(blocks=(each,)) for each in tables if each is not None)
    yield from followed_by_year(of, None, least)
    found = of.findings()
    yield Section(blocks=(by_rule(found), *stands_out(found.spread, FINDINGS)))


def _counted(tables: Sequence[AmountTable[Any] | EquityTable | InterventionTable]) -> tuple[Row, Row]:
    """Of how many associations the tables are, and how many are left out."""
    return (
        row(_ASSOCIATIONS, (len(each.rows) for each in tables)),
        row(_NOT_THERE, (len(each.left_out) for each in tables)),
    )


def _paid_by_year(tables: Sequence[AmountTable[Party]]) -> Table:
    return Table(
        title=_PAID,
        headings=tuple(str(each.year) for each in tables),
        rows=(
            *(row(party.label, (each.sums.get(party) for each in tables)) for party in Party),
            row(TOTAL, (each.total for each in tables), sum=True),
            *_counted(tables),
            *lying([ends_of(each.spread) for each in tables]),
        ),
    )


def _paid_by_region(tables: Sequence[AmountTable[Party]]) -> Table:
    names = dict.fromkeys(sorted((name for each in tables for name in each.regions), key=_name_order))
    totals = [{name: sum(sums.values()) for name, sums in each.regions.items()} for each in tables]
    return Table(
        title=PAID_BY_REGION,
        headings=tuple(str(each.year) for each in tables),
        rows=(
            *(row(name, (each.get(name) for each in totals)) for name in names),
            row(TOTAL, (each.total for each in tables), sum=True),
        ),
    )


def _name_order(name: str | Text) -> tuple[bool, str]:
    return isinstance(name, Text), str(name)


def _costs_by_year(tables: Sequence[AmountTable[Category]]) -> Table:
    return Table(
        title=_COSTS,
        headings=tuple(in_column(each.column, each.year) for each in tables),
        rows=(
            *(row(category.label, (each.sums.get(category) for each in tables)) for category in Category),
            row(TOTAL, (each.total for each in tables), sum=True),
            *_counted(tables),
            *lying([ends_of(each.spread) for each in tables]),
        ),
    )


def _saved_by_year(tables: Sequence[EquityTable]) -> Table:
    return Table(
        title=_SAVED,
        headings=tuple(in_column(each.column, each.year) for each in tables),
        rows=(
            row(CLOSING, (each.closing for each in tables)),
            row(CONTRIBUTIONS, (each.contributions for each in tables)),
            row(SHARE, (each.share for each in tables), sum=True),
            *_counted(tables),
            *lying([share_ends(each.spread) for each in tables]),
        ),
    )


def _done_by_year(tables: Sequence[InterventionTable]) -> Table:
    by = [each.by_orientation for each in tables]
    return Table(
        title=_DONE,
        headings=tuple(in_column(each.column, each.year) for each in tables),
        rows=(
            *(row(each.label, (of[each].money if each in of else None for of in by)) for each in Orientation),
            row(TOTAL, (each.total.money for each in tables), sum=True),
            row(NUMBER, (each.total.paid_for for each in tables)),
            *_counted(tables),
        ),
    )


_TITLE = Text(
    en="Overview (plans: {plans}, associations: {associations})",
    sv="Samlad översikt (planer: {plans}, förbund: {associations})",
)
_UNREAD = Text(en="Not read: {count}", sv="Kunde inte läsas: {count}")
_LEFT_OUT = Text(en="Read, but in no table: {count}", sv="Läst, men inte i någon tabell: {count}")
_AT = Text(en="{file}: {problem}", sv="{file}: {problem}")
_AND_MORE = Text(en="{names} and {more} more", sv="{names} och {more} till")
_FOLLOWED = Text(
    en="Plans with a follow-up: {count}, of which {invented} are invented",
    sv="Planer med uppföljning: {count}, varav {invented} är påhittade",
)
_ASSOCIATIONS = Text(en="associations", sv="antal förbund")
_NOT_THERE = Text(en="left out", sv="utelämnade")
_PAID = Text(en="Contributions by the terms, kr", sv="Bidrag enligt villkoren, kr")
_SAVED = Text(en="Equity as a share of contributions, kr", sv="Eget kapital som andel av bidragen, kr")
_COSTS = Text(en="Costs by category, kr", sv="Kostnader per kostnadsslag, kr")
_DONE = Text(en="Interventions, kr", sv="Insatser, kr")
