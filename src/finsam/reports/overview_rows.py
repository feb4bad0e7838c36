"""What the tables over many plans have in common: their rows, who stands out, and who is left out."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from finsam.finding import Severity
from finsam.followup.small import hidden_parts
from finsam.language import Text
from finsam.money import of_ore
from finsam.overview.outcomes import FindingTable, InterventionTable, Undertaken
from finsam.overview.portfolio import Portfolio
from finsam.overview.speaking import LeftOut
from finsam.overview.spread import Spread
from finsam.reports.labels import TOTAL, WITH_TIME
from finsam.reports.participants import HIDDEN, heads
from finsam.reports.parts import Content, Item, Row, Section, Table, in_cell
from finsam.rows import Column

__all__ = [
    "FINDINGS",
    "NUMBER",
    "NUMBER_ALL",
    "OUTCOMES",
    "PAID_BY_REGION",
    "SHARE",
    "by_rule",
    "chosen",
    "ends_of",
    "followed_by_year",
    "in_column",
    "lying",
    "outcomes",
    "row",
    "share_ends",
    "shown_participants",
    "silent",
    "stands_out",
]


def chosen(of: Portfolio, year: int | None, column: Column | None) -> tuple[tuple[Column, int], ...]:
    """The columns and years of which there are tables, those that are asked for."""
    return tuple(each for each in of.cells if column in (None, each[0]) and year in (None, each[1]))


def shown_participants(together: Undertaken, groups: Sequence[Undertaken], least: int) -> frozenset[int]:
    """Which of the groups, by their places, have participants that are hidden: few, or what would give a few away."""
    counts = {at: each.participants for at, each in enumerate(groups) if each.participants is not None}
    return hidden_parts(together.participants, counts, least)


def row(label: Text | str, cells: Iterable[Content], *, sum: bool = False) -> Row:
    """A row of those cells."""
    return Row(label=label, cells=tuple(cells), sum=sum)


def lying(ends: Sequence[tuple[Content, Content, Content]]) -> Iterator[Row]:
    """The medians, the least and the most."""
    for at, label in enumerate((_MEDIAN, _LEAST, _MOST)):
        yield row(label, (each[at] for each in ends))


def ends_of(of: Spread | None) -> tuple[Content, Content, Content]:
    """The median, the least and the most, of amounts."""
    if of is None:
        return None, None, None
    median, least, most = (in_cell(of_ore(each)) for each in (of.median, of.least, of.most))
    return median, least, most


def share_ends(of: Spread | None) -> tuple[Content, Content, Content]:
    """The median, the least and the most, of shares."""
    return (None, None, None) if of is None else (of.median, of.least, of.most)


def in_column(column: Column | None, year: int) -> Text:
    """A column and its year, as a heading."""
    return WITH_TIME(name=column, time=str(year))


def stands_out(of: Spread | None, what: Text) -> Iterator[Item]:
    """Who stands out, where somebody does."""
    if of is not None and of.outside:
        yield Item(words=_STANDS_OUT(what=what, names=of.outside))


def silent(title: Text, left_out: Sequence[LeftOut]) -> Iterator[Item]:
    """Who is left out, by why."""
    by_reason = sorted(left_out, key=lambda each: str(each.why))
    for _, group in groupby(by_reason, key=lambda each: str(each.why)):
        of = [*group]
        names = tuple(each.association for each in of)
        yield Item(words=_NOT_IN(title=title, names=names, why=of[0].why))


def followed_by_year(of: Portfolio, asked: int | None, least: int) -> Iterator[Section]:
    """Who took part and which targets were met, in the years that are followed up, or in the one that is asked for."""
    for year in sorted({each.year for each in of.plans if each.is_followed_up and asked in (None, each.year)}):
        yield Section(blocks=(_followed(of.interventions(year, Column.OUTCOME), least),))


def _followed(of: InterventionTable, least: int) -> Table:
    beside = of.beside
    rows = [outcomes(each, least, is_hidden=False) for each in of.by_orientation.values()]
    counts: tuple[Content, ...] = (beside.met, beside.not_met, beside.not_told)
    return Table(
        title=_FOLLOWED_IN(year=of.year),
        headings=OUTCOMES,
        rows=(*rows, Row(label=_BESIDE, cells=(None, None, None, *counts))),
    )


def outcomes(of: Undertaken, least: int, *, is_hidden: bool) -> Row:
    """What follow-ups tell of interventions; their participants are `..` where they are hidden."""
    targets = of.targets
    people = HIDDEN if is_hidden else heads(of.participants, least)
    return Row(label=of.label, cells=(of.count, of.told, people, targets.met, targets.not_met, targets.not_told))


def by_rule(of: FindingTable) -> Table:
    """What was found, a row a rule."""
    return Table(
        title=_FOUND if of.year is None else _FOUND_IN(year=of.year),
        headings=(*(each.label for each in Severity), _PLANS),
        rows=(
            *(
                Row(label=each.rule, cells=(*(each.counts.get(of_it) for of_it in Severity), each.plans))
                for each in of.rows
            ),
            Row(label=TOTAL, cells=(*(of.sums[each] for each in Severity), len(of.by_plan)), sum=True),
        ),
    )


_PLANS = Text(en="plans", sv="planer")
_MEDIAN = Text(en="median", sv="median")
_LEAST = Text(en="least", sv="minst")
_MOST = Text(en="most", sv="störst")
SHARE = Text(en="share", sv="andel")
PAID_BY_REGION = Text(en="All contributions by region, kr", sv="Alla bidrag per region, kr")
NUMBER = Text(en="with money", sv="med pengar")
_FOLLOWED_IN = Text(en="Followed up {year}", sv="Uppföljt {year}")
NUMBER_ALL = Text(en="number", sv="antal")
OUTCOMES = (
    NUMBER_ALL,
    Text(en="told of", sv="med uppgift"),
    Text(en="persons", sv="personer"),
    Text(en="targets met", sv="mål nådda"),
    Text(en="not met", sv="ej nådda"),
    Text(en="not told", sv="ej kända"),
)
_BESIDE = Text(en="beside the interventions", sv="vid sidan av insatserna")
_FOUND = Text(en="Findings by rule", sv="Iakttagelser per regel")
_FOUND_IN = Text(en="Findings by rule, plans for {year}", sv="Iakttagelser per regel, planer för {year}")
FINDINGS = Text(en="findings", sv="iakttagelser")
_STANDS_OUT = Text(en="Stands out, {what}: {names}", sv="Sticker ut, {what}: {names}")
_NOT_IN = Text(en="Left out of {title}: {names}: {why}", sv="Utelämnade ur {title}: {names}: {why}")
