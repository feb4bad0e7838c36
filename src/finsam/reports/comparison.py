"""Follow-ups beside one another (*jämförelse*), by year or by association; and what is registered nationally."""

from collections.abc import Mapping

from finsam.followup.document import FollowUp
from finsam.followup.evaluation import Reading
from finsam.followup.national import RegisteredAssociation, RegisteredIntervention
from finsam.followup.ranges import Unit
from finsam.followup.small import LEAST, gives_away, is_small
from finsam.language import Text
from finsam.period import Time, time_label
from finsam.reports.labels import ALL, BUDGETED, MEN, WITH_TIME, WOMEN
from finsam.reports.participants import HIDDEN, heads
from finsam.reports.parts import LABELLED, UNKNOWN, Content, Item, Row, Section, Table
from finsam.rows import Column

__all__ = ["compared", "national"]


def compared(*followups: FollowUp, least: int = LEAST) -> Table | None:
    """
    What was measured, a row a target, an indicator or an activity by its id, and a column each association and time;
    None without any. Counts of people below `least`, and what would give them away, are `..`.
    """
    names = dict.fromkeys(row.name for of in followups for row in of.measurements)
    columns = [(of, time) for of in followups for time in of.times if _rows(of, time)]
    if not columns:
        return None
    is_one = len({of.association for of in followups}) == 1
    texts = {each.id: each.text for of in followups for each in of.indicators}
    rows = [_rows(*each) for each in columns]
    return Table(
        title=_MEASURED,
        headings=tuple(
            time_label(time) if is_one else WITH_TIME(name=of.association, time=time_label(time))
            for of, time in columns
        ),
        rows=tuple(
            Row(label=texts.get(name, name), cells=tuple(_cell(each.get(name), least) for each in rows))
            for name in names
        ),
    )


def _rows(of: FollowUp, time: Time) -> Mapping[str, Reading]:
    """What was measured at one time, by its id."""
    return {row.name: of.read(row) for row in of.measurements if of.time_of(row) == time}


def _cell(of: Reading | None, least: int) -> Content:
    if of is None:
        return None
    size, unit = of.value.size
    if of.people and gives_away(of.value, least):
        return HIDDEN
    return size.text(unit) if unit is Unit.SHARE or size.exact is not None else of.value.text


def national(of: RegisteredAssociation, least: int = LEAST) -> Section:
    """What is registered nationally of an association and its interventions; counts below `least` are `..`."""
    facts = (
        (_ALLOCATED, of.allocated),
        (_EQUITY, of.equity),
        (_ADMINISTRATION_BUDGET, of.administration_budget),
        (_ADMINISTRATION_OUTCOME, of.administration_outcome),
    )
    items = (Item(words=LABELLED(label=label, said=UNKNOWN if said is None else said)) for label, said in facts)
    table = Table(
        title=_INTERVENTIONS,
        headings=_HEADINGS,
        rows=tuple(
            Row(label=_WITH(name=each.name, orientation=each.orientation), cells=_registered(each, least))
            for each in of.interventions
        ),
    )
    return Section(title=_NATIONAL(association=of.name, year=of.year), blocks=(*items, table))


def _registered(of: RegisteredIntervention, least: int) -> tuple[Content, ...]:
    few = is_small(of.women, least) or is_small(of.men, least)
    sexes = (HIDDEN if few and each is not None else heads(each, least) for each in (of.women, of.men))
    return of.budget, of.outcome, heads(of.budgeted, 0), heads(of.participants, least), *sexes


_MEASURED = Text(en="Measured", sv="Mätt")
_NATIONAL = Text(
    en="{association}: to the national follow-up {year}", sv="{association}: till den nationella uppföljningen {year}"
)
_ALLOCATED = Text(en="allocated funds, the contributions", sv="tilldelade medel, bidragen från medlemmarna")
_EQUITY = Text(en="equity at the end of the year", sv="eget kapital vid årets slut")
_ADMINISTRATION_BUDGET = Text(en="administration, budget", sv="administration, budget")
_ADMINISTRATION_OUTCOME = Text(en="administration, outcome", sv="administration, utfall")
_INTERVENTIONS = Text(en="Interventions, kr and participants", sv="Insatser, kr och deltagare")
_WITH = Text(en="{name} ({orientation})", sv="{name} ({orientation})")
_HEADINGS = (
    Column.BUDGET.label,
    Column.OUTCOME.label,
    BUDGETED,
    ALL,
    WOMEN,
    MEN,
)
