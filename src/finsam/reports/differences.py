"""Two plans beside one another (*jämförelse av planer*): what it comes to, and everything that differs, in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from finsam.association import KINDS
from finsam.budget import Cost, Income
from finsam.finding import Finding
from finsam.language import Text
from finsam.period import time_label
from finsam.plan import OperationalPlan
from finsam.reports import title
from finsam.reports.checked import counted, findings
from finsam.reports.labels import CLOSING, COSTS, RESULT
from finsam.reports.parts import LABELLED, UNKNOWN, Block, Content, Item, Report, Row, Section, Table
from finsam.reports.values import called, label_of, said, said_within
from finsam.rows import Cell, cell_order
from finsam.scenarios.differences import Difference
from finsam.scenarios.plan_comparison import (
    BeforeAfter,
    ContributionsBeside,
    FindingsBeside,
    Pair,
    PlanComparison,
    YearBeside,
    cells_beside,
)

__all__ = ["plans_compared"]

_BEFORE = Text(en="before", sv="före")
_AFTER = Text(en="after", sv="efter")
_HEADINGS = (_BEFORE, _AFTER, Text(en="difference", sv="skillnad"), Text(en="%", sv="%"))


def plans_compared(of: PlanComparison, *, found: FindingsBeside | None = None) -> Report:
    """
    What differs between two plans: in short, who pays, the rows, goals and interventions, members and the rest, and
    the findings; a sentence where nothing does.

    `found` are the findings to show, as with the lines of files; those of the comparison where they are not given.
    """
    if not of.differences:
        return Report(title=_title(of), sections=(Section(blocks=(Item(words=_SAME),)),))
    beside = of.findings if found is None else found
    parts = (
        (_IN_SHORT, _in_short(of, beside)),
        (_WHO_PAYS, _who_pays(of)),
        (_ROWS, _rows(of)),
        (_PURPOSE, _purpose(of)),
        (_REST, _rest(of)),
        (_FINDINGS, _findings(beside)),
    )
    made = ((heading, tuple(blocks)) for heading, blocks in parts)
    sections = tuple(Section(title=heading, blocks=each) for heading, each in made if each)
    return Report(title=_title(of), sections=sections)


def _title(of: PlanComparison) -> Text:
    """Whose plans they are, and for which years."""
    before, after = of.before, of.after
    if before.association.name != after.association.name:
        return _TWO_ASSOCIATIONS(before=title(before), after=title(after))
    if before.year != after.year:
        return _TWO_YEARS(plan=title(after), before=before.year)
    return _ONE_YEAR(plan=title(after))


# In short


def _in_short(of: PlanComparison, found: FindingsBeside) -> Iterator[Block]:
    """How much differs of each kind, and what each year comes to."""
    kinds: list[tuple[Text, Sequence[Pair[Any]]]] = [(_MEMBERS, of.members), (_ROWS, (*of.costs, *of.income))]
    for label, pairs in (*kinds, *_what_for(of).values()):
        new, gone = sum(each.before is None for each in pairs), sum(each.after is None for each in pairs)
        yield from _count(label, new, gone, len(pairs) - new - gone)
    yield from _count(_FINDINGS, len(found.new), len(found.gone))
    for year in of.years:
        yield from _year(year)


def _count(label: Text, new: int, gone: int, changed: int = 0) -> Iterator[Item]:
    """So many that are new, gone and changed; nothing where there are none."""
    counts = ((_NEW_COUNT, new), (_GONE_COUNT, gone), (_CHANGED_COUNT, changed))
    if new or gone or changed:
        yield Item(words=LABELLED(label=label, said=tuple(text(count=count) for text, count in counts if count)))


def _year(of: YearBeside) -> Iterator[Table]:
    """What a year comes to in each plan, where that differs."""
    amounts = ((_INCOME, of.income), (COSTS, of.costs), (RESULT, of.result), (CLOSING, of.closing))
    if all(each.before == each.after for _, each in amounts):
        return
    known = of.before is not None, of.after is not None
    rows = [Row(label=label, cells=_cells(each, known, share=label in (_INCOME, COSTS))) for label, each in amounts]
    before, after = (
        when if each is None else _OF_COLUMN(column=each.column, when=when)
        for each, when in ((of.before, _BEFORE), (of.after, _AFTER))
    )
    yield _table(_YEAR(year=of.year), rows, before, after)


def _table(title: Text, rows: Sequence[Row], before: Text = _BEFORE, after: Text = _AFTER) -> Table:
    """The rows before and after, without a column in which nothing stands."""
    headings = (before, after, *_HEADINGS[2:])
    kept = [at for at in range(len(headings)) if any(row.cells[at] is not None for row in rows)]
    return Table(
        title=title,
        headings=tuple(headings[at] for at in kept),
        rows=tuple(evolve(row, cells=tuple(row.cells[at] for at in kept)) for row in rows),
    )


def _apart(items: Iterable[Item]) -> Iterator[Section]:
    """The items apart from what stands above them; nothing without any."""
    blocks = tuple(items)
    yield from [Section(blocks=blocks)] if blocks else []


def _cells(of: BeforeAfter, known: tuple[bool, bool] = (False, False), *, share: bool = True) -> tuple[Content, ...]:
    """Before, after, the difference and its share; `?` for what is not known of a plan that should have it."""
    before, after = (
        UNKNOWN if amount is None and there else amount
        for amount, there in zip((of.before, of.after), known, strict=True)
    )
    return before, after, of.difference, of.share if share else None


# Who pays


def _who_pays(of: PlanComparison) -> Iterator[Block]:
    """Year by year those who pay more or less, and what else differs in the funding."""
    for year in of.contributions:
        yield from _contributions(of, year)
    yield from _apart(map(_line, of.under("funding")))


def _contributions(of: PlanComparison, year: ContributionsBeside) -> Iterator[Table]:
    plans = of.before, of.after
    changed = [name for name, amount in year.members.items() if amount.before != amount.after]
    if not changed and year.total.before == year.total.after:
        return
    rows = [Row(label=name, cells=_cells(year.members[name], _pay(plans, year.year, name))) for name in changed]
    total = Row(label=_TOTAL, cells=_cells(year.total, _pay(plans, year.year)), sum=True)
    yield _table(_CONTRIBUTIONS(year=year.year), (*rows, total))


def _pay(plans: tuple[OperationalPlan, OperationalPlan], year: int, name: str | None = None) -> tuple[bool, bool]:
    """Whether somebody pays that year in each plan: it is funded, and the member is one."""
    before, after = (
        year in plan.funding.years
        and (name is None or name in [each.name for each in plan.association.members_in(year)])
        for plan in plans
    )
    return before, after


# The rows


def _rows(of: PlanComparison) -> Iterator[Block]:
    """The amounts that differ, a table a column and time, and what else differs in the rows."""
    tables: tuple[tuple[str, Text, Sequence[Pair[Cost]] | Sequence[Pair[Income]]], ...] = (
        ("costs", _COSTS_OF, of.costs),
        ("income", _INCOME_OF, of.income),
    )
    for _, heading, pairs in tables:
        yield from _amounts(heading, pairs)
    told = (item for table, _, pairs in tables for pair in pairs for item in _told(pair, table, but=_COLUMNS))
    orders = (_line(each) for table, _, _ in tables for each in _order(of, table))
    yield from _apart((*told, *orders))


def _amounts(title_of: Text, pairs: Sequence[Pair[Cost]] | Sequence[Pair[Income]]) -> Iterator[Table]:
    changed: dict[Cell, list[Row]] = {}
    for pair in pairs:
        for cell, amount in cells_beside(pair).items():
            if amount.before != amount.after:
                changed.setdefault(cell, []).append(Row(label=pair.item.name, cells=_cells(amount)))
    for cell in sorted(changed, key=cell_order):
        column, time = cell
        yield _table(title_of(column=column, time=time_label(time)), changed[cell])


# Goals, interventions and all else


def _what_for(of: PlanComparison) -> Mapping[str, tuple[Text, Sequence[Pair[Any]]]]:
    """The target groups, the interventions, the goals, and the activities of no one goal, by their tables."""
    return {
        "target_groups": (_TARGET_GROUPS, of.target_groups),
        "interventions": (_INTERVENTIONS, of.interventions),
        "goals": (_GOALS, of.goals),
        "activities": (_ACTIVITIES, [each for each in of.activities if each.path[0] == "activities"]),
    }


def _purpose(of: PlanComparison) -> Iterator[Section]:
    """Each that differs, with what differs in it."""
    for table, (label, pairs) in _what_for(of).items():
        items = (*(item for pair in pairs for item in _told(pair, table)), *map(_line, _order(of, table)))
        if items:
            yield Section(title=label, blocks=items)


def _told(pair: Pair[Any], table: str, *, but: tuple[str, ...] = ()) -> Iterator[Item]:
    """An item that is new, gone or changed, and what it says or what differs in it, without those fields of it."""
    name = called(pair.item) or ""
    if pair.before is None:
        yield Item(words=_NEW(said=name), depth=1, listed=True)
        yield from (Item(words=each, depth=2) for each in said_within(pair.item, table, but=but))
    elif pair.after is None:
        yield Item(words=_GONE(said=name), depth=1, listed=True)
    else:
        found = [each for each in pair.differences if each.path[0] not in but]
        yield from [Item(words=name, depth=1, listed=True)] if found else []
        for each in found:
            yield Item(words=_words(each, label_of((table, *each.path), each.place)), depth=2)


def _rest(of: PlanComparison) -> Iterator[Section]:
    """The members, and every difference that is not told elsewhere."""
    members = tuple(item for pair in of.members for item in _told(pair, "association"))
    if members:
        yield Section(title=_MEMBERS, blocks=members)
    yield from _apart(_line(each) for each in of.differences if not _is_told(each))


def _is_told(of: Difference) -> bool:
    """Whether the difference is in a row or an item that is told by itself."""
    is_member = of.path[0] == "association" and of.path[1] in KINDS and len(of.path) > 2
    return is_member or of.path[0] in _TOLD


def _order(of: PlanComparison, table: str) -> Iterator[Difference]:
    """That the items of a table stand in another order."""
    return (each for each in of.under(table) if len(each.path) == 1)


def _line(of: Difference) -> Item:
    return Item(words=_words(of, label_of(of.path, of.place)), depth=1, listed=True)


def _words(of: Difference, label: Text | str) -> Text:
    """The difference in words."""
    if isinstance(of.before, tuple) and isinstance(of.after, tuple):
        return _OTHER_ORDER(label=label)
    if of.before is None:
        return LABELLED(label=label, said=_NEW(said=said(of.after)))
    if of.after is None:
        return LABELLED(label=label, said=_GONE(said=called(of.before) or said(of.before)))
    return _FROM_TO(label=label, before=said(of.before), after=said(of.after))


# Findings


def _findings(of: FindingsBeside) -> Iterator[Block]:
    """What is found in one of the plans alone, and how often the rules speak that do so oftener or seldomer."""
    if of.new:
        yield evolve(findings(of.new), title=_NEW_FINDINGS(counts=_counts(of.new)))
    if of.gone:
        gone = (
            Item(words=_FOUND(id=each.id, severity=each.severity, place=each.where, message=each.message), depth=1)
            for each in of.gone
        )
        yield Section(title=_GONE_FINDINGS(counts=_counts(of.gone)), blocks=tuple(gone))
    counts = [(rule, was, now) for rule, (was, now) in of.counts.items() if was != now]
    if counts:
        rows = (Row(label=rule, cells=(was, now, now - was)) for rule, was, now in counts)
        yield Table(title=_BY_RULE, headings=_HEADINGS[:3], rows=tuple(rows))


def _counts(found: Iterable[Finding]) -> object:
    return counted(found).values["counts"]


_COLUMNS = ("budget", "forecast", "outcome")
_TOLD = ("funding", "costs", "income", "target_groups", "interventions", "goals", "activities")

_SAME = Text(en="the two plans are the same", sv="de två planerna är lika")
_ONE_YEAR = Text(en="{plan}, before and after", sv="{plan}, före och efter")
_TWO_YEARS = Text(en="{plan}, compared with {before}", sv="{plan}, jämförd med {before}")
_TWO_ASSOCIATIONS = Text(en="{after}, compared with {before}", sv="{after}, jämförd med {before}")

_IN_SHORT = Text(en="In short", sv="I korthet")
_WHO_PAYS = Text(en="Who pays", sv="Vem som betalar")
_ROWS = Text(en="Rows", sv="Rader")
_PURPOSE = Text(en="Goals and interventions", sv="Mål och insatser")
_REST = Text(en="Members and the rest", sv="Medlemmar och övrigt")
_FINDINGS = Text(en="Findings", sv="Iakttagelser")
_MEMBERS = Text(en="Members", sv="Medlemmar")
_TARGET_GROUPS = Text(en="Target groups", sv="Målgrupper")
_INTERVENTIONS = Text(en="Interventions", sv="Insatser")
_GOALS = Text(en="Goals", sv="Mål")
_ACTIVITIES = Text(en="Activities", sv="Aktiviteter")

_NEW_COUNT = Text(en="{count} new", sv="{count} tillkommer")
_GONE_COUNT = Text(en="{count} gone", sv="{count} utgår")
_CHANGED_COUNT = Text(en="{count} changed", sv="{count} ändras")
_NEW = Text(en="new: {said}", sv="tillkommer: {said}")
_GONE = Text(en="gone: {said}", sv="utgår: {said}")
_FROM_TO = Text(en="{label}: from {before} to {after}", sv="{label}: från {before} till {after}")
_OTHER_ORDER = Text(en="{label}: in another order", sv="{label}: i en annan ordning")

_YEAR = Text(en="{year}, kr", sv="{year}, kr")
_CONTRIBUTIONS = Text(en="Contributions {year}, kr", sv="Bidrag från medlemmarna {year}, kr")
_COSTS_OF = Text(en="Costs, {column} {time}, kr", sv="Kostnader, {column} {time}, kr")
_INCOME_OF = Text(en="Other income, {column} {time}, kr", sv="Övriga intäkter, {column} {time}, kr")
_INCOME = Text(en="income", sv="intäkter")
_TOTAL = Text(en="total", sv="summa")
_OF_COLUMN = Text(en="{column} {when}", sv="{column} {when}")

_NEW_FINDINGS = Text(en="New: {counts}", sv="Tillkommer: {counts}")
_GONE_FINDINGS = Text(en="Gone: {counts}", sv="Utgår: {counts}")
_FOUND = Text(en="{id} {severity}: {place}: {message}", sv="{id} {severity}: {place}: {message}")
_BY_RULE = Text(en="Findings by rule", sv="Iakttagelser per regel")
