"""Decisions on money (*beslut om medel*) in words, and what they commit in a table, a column a year."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from finsam.commitments import committed as together
from finsam.commitments import committed_by, taken
from finsam.decisions import Between, Decision, Years, years_of
from finsam.language import Text
from finsam.money import Money, kr
from finsam.plan import OperationalPlan
from finsam.printed import Printed
from finsam.reports.labels import NOTE
from finsam.reports.parts import UNKNOWN, Content, Facts, Item, Row, Section, Table, labelled

__all__ = ["committed", "decisions"]


def decisions(plan: OperationalPlan, *, on: date | None = None) -> Section | None:
    """
    The decisions by their days, what each year has committed and free by them, and each pair that can be read in two
    ways; those taken through a day where one is given. None without any.
    """
    of = sorted(taken(plan.decisions, on), key=lambda each: each.turn)
    if not of:
        return None
    items = [item for each in of for item in _decision(each, plan)]
    table = committed(plan, on=on)
    blocks = (Section(title=_DECISIONS, blocks=tuple(items)), *(() if table is None else (table,)))
    doubts = tuple(_readings(plan, on))
    return Section(blocks=(*blocks, Section(title=_TWO_READINGS, blocks=doubts)) if doubts else blocks)


def _decision(of: Decision, plan: OperationalPlan) -> Iterator[Item]:
    """What a decision says."""
    traits = tuple(str(each) for each in (of.number, of.on) if each is not None)
    yield Item(words=_WITH(id=of.id, traits=traits) if traits else of.id, depth=1, listed=True)
    yield from labelled(_facts(of, plan), 2)


def _facts(of: Decision, plan: OperationalPlan) -> Facts:
    rows = {row.id: row.name for row in plan.costs}
    return (
        (_FOR, plan.intervention(of.intervention).name if of.intervention else rows.get(of.row or "")),
        (_TO, of.to),
        (_APPLIED, _amounts(of.applied)),
        (_GRANTED, _amounts(of.granted) if of.is_said else _NOT_SAID),
        (_AT_MOST, _amounts(of.at_most)),
        (_CONDITIONS, of.conditions),
        (_ADDS_TO, of.adds_to),
        (_REPLACES, of.replaces),
        (_FINANCED, of.financing),
        (NOTE, of.note),
    )


def _amounts(of: Mapping[Years, Money] | Mapping[Years, Printed]) -> tuple[Text, ...]:
    return tuple(_IN_YEARS(years=str(years), amount=amount) for years, amount in of.items())


def committed(plan: OperationalPlan, *, on: date | None = None) -> Table | None:
    """
    What decisions commit by year and together, a row an intervention, and what is free of each year's money.

    None where no decision is about a year.
    """
    of = taken(plan.decisions, on)
    years = years_of(of)
    if not years:
        return None
    every = [plan.committed(year, on=on) for year in years]
    amounts = [each.by_intervention for each in every]
    totals = [each.total for each in every]
    if len(years) > 1:
        amounts.append(committed_by(every[0].intervention_of, of, *years))
        totals.append(together(of, *years))
    return Table(
        title=_TITLE,
        headings=(*map(str, years), *((_TOGETHER,) if len(years) > 1 else ())),
        rows=(
            *_by_intervention(plan, amounts),
            Row(label=_COMMITTED, cells=tuple(map(_cell, totals)), sum=True),
            _of_each(_AVAILABLE, [each.available for each in every], len(totals)),
            _of_each(_FREE, [None if each.free is None else _cell(each.free) for each in every], len(totals)),
        ),
    )


def _by_intervention(plan: OperationalPlan, amounts: Sequence[Mapping[str | None, Between]]) -> Iterator[Row]:
    """A row for each intervention, and one for what is of none."""
    told = dict.fromkeys(name for each in amounts for name in each)
    names = {each.id: each.name for each in plan.interventions}
    for name in sorted(told, key=lambda name: (name is None, [*names, name].index(name))):
        cells = (each.get(name) for each in amounts)
        label = _OTHERS if name is None else names.get(name, name)
        yield Row(label=label, cells=tuple(None if each is None else _cell(each) for each in cells))


def _of_each(label: Text, cells: Sequence[Content], columns: int) -> Row:
    """A row with something for each year, or `?`, and nothing for the years together."""
    known = [UNKNOWN if each is None else each for each in cells]
    return Row(label=label, cells=(*known, *[None] * (columns - len(known))))


def _cell(amount: Between) -> Content:
    """The amount, or what it can be."""
    if amount.exact is not None:
        return amount.exact
    if amount.high is None:
        return UNKNOWN if amount.low == kr(0) else _FROM(low=amount.low.figures())
    return _THROUGH(low=amount.low.figures(), high=amount.high.figures())


def _readings(plan: OperationalPlan, on: date | None) -> Iterator[Item]:
    """What each pair of decisions that can be read in two ways comes to."""
    for year in years_of(plan.decisions):
        for pair in plan.committed(year, on=on).readings:
            words = _READINGS(
                year=str(year),
                later=pair.later.id,
                earlier=pair.earlier.id,
                added=pair.added.text,
                replaced=pair.replaced.text,
            )
            yield Item(words=words, depth=1, listed=True)


_DECISIONS = Text(en="Decisions on money", sv="Beslut om medel")
_WITH = Text(en="{id} ({traits})", sv="{id} ({traits})")
_FOR = Text(en="for", sv="avser")
_TO = Text(en="to", sv="till")
_APPLIED = Text(en="applied for", sv="sökt")
_GRANTED = Text(en="granted", sv="beviljat")
_NOT_SAID = Text(en="not said how much", sv="inte angivet hur mycket")
_AT_MOST = Text(en="at most", sv="högst")
_CONDITIONS = Text(en="conditions", sv="villkor")
_ADDS_TO = Text(en="adds to", sv="lägger till")
_REPLACES = Text(en="replaces", sv="ersätter")
_FINANCED = Text(en="financed by", sv="finansieras av")
_IN_YEARS = Text(en="{years} {amount}", sv="{years} {amount}")
_TITLE = Text(en="Committed, kr", sv="Bundna medel, kr")
_OTHERS = Text(en="without an intervention", sv="utan insats")
_TOGETHER = Text(en="together", sv="tillsammans")
_COMMITTED = Text(en="committed", sv="bundet")
_AVAILABLE = Text(en="income and opening equity", sv="intäkter och ingående kapital")
_FREE = Text(en="free", sv="fritt")
_FROM = Text(en="from {low}", sv="från {low}")
_THROUGH = Text(en="{low} – {high}", sv="{low} – {high}")
_TWO_READINGS = Text(en="Can be read in two ways", sv="Kan läsas på två sätt")
_READINGS = Text(
    en="{year}: {added} if {later} adds to {earlier}, {replaced} if it replaces it",
    sv="{year}: {added} om {later} lägger till {earlier}, {replaced} om det ersätter det",
)
