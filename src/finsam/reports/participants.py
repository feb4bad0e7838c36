"""Who took part in the interventions (*deltagande*), and what that cost for each, in tables."""

from collections.abc import Iterator, Mapping

from finsam.followup.document import FollowUp
from finsam.followup.participation import Destination, Participation
from finsam.followup.ranges import Range, Unit, whole_numbers
from finsam.followup.review import Review
from finsam.followup.small import LEAST, hidden_parts, is_small
from finsam.language import Text, whole
from finsam.period import in_order, time_label
from finsam.reports.labels import ALL, AS_TEXT, BUDGETED, MEN, NOTE, WITH_TIME, WOMEN
from finsam.reports.parts import LABELLED, Content, Item, Row, Section, Table, labelled, section
from finsam.rows import Column

__all__ = ["HIDDEN", "heads", "interventions", "participation", "went_to"]

HIDDEN = Text(en="..", sv="..")
"""What stands where a count is hidden."""


def participation(of: FollowUp, least: int = LEAST, *, names: Mapping[str, str] | None = None) -> list[Table]:
    """
    Who took part in each intervention and what those who ended went to, two tables a time; an unknown count is empty,
    and a hidden one `..`.
    """
    tables = []
    for time in sorted({of.time_of(row) for row in of.participation}, key=in_order):
        rows = [row for row in of.participation if of.time_of(row) == time]
        labels = [(names or {}).get(row.intervention, row.intervention) for row in rows]
        for title, headings, cells in ((_PARTICIPATION, _HEADINGS, _heads), (_WENT_TO, _DESTINATIONS, _went)):
            each_cells = [cells(row, least) for row in rows]
            told = [
                (label, of_row) for label, of_row in zip(labels, each_cells, strict=True) if any(map(_is_told, of_row))
            ]
            if told:
                made = tuple(Row(label=label, cells=of_row) for label, of_row in told)
                tables.append(Table(title=title(time=time_label(time)), headings=headings, rows=made))
    return tables


def _is_told(cell: Content) -> bool:
    return cell is not None


def _heads(row: Participation, least: int) -> tuple[Content, ...]:
    """How many took part, were new and ended, without the small counts."""
    by_sex = [None if of is None else of.of("participants") for of in (row.women, row.men)]
    are_small = any(is_small(each, least) for each in by_sex)
    sexes = (HIDDEN if of is not None and are_small else heads(of, least) for of in by_sex)
    return (
        heads(row.all("participants"), least),
        *sexes,
        heads(row.all("new"), least),
        heads(row.all("ended"), least),
    )


def _went(row: Participation, least: int) -> tuple[Content, ...]:
    """What those who ended went to, without the small counts and what would give them away."""
    hidden = _hidden(row, least)
    return tuple(HIDDEN if to in hidden else heads(row.went(to), least) for to in Destination)


def went_to(row: Participation) -> Mapping[Destination, Range]:
    """How many went to what, where that is said; work and studies last, as what is hidden of others first."""
    return {to: count for to in reversed(Destination) if (count := row.went(to)) is not None}


def _hidden(row: Participation, least: int) -> frozenset[Destination]:
    """To what so few went that it is not shown; work and studies only where they are few or there is nothing else."""
    return hidden_parts(row.all("ended"), went_to(row), least)


def heads(count: Range | None, least: int) -> Content:
    """A count of people in a cell, unless it is small."""
    if count is None:
        return None
    return HIDDEN if is_small(count, least) else _short(count)


def _short(count: Range) -> Content:
    """A count in a cell, `~` before one that is not exact."""
    if count.exact is not None:
        return int(count.exact)
    if count.low is None or count.high is None:
        return count.text(Unit.COUNT)
    return f"{whole(int(count.low))}–{whole(int(count.high))}"


def interventions(of: FollowUp, review: Review, least: int) -> Iterator[Section | Table]:
    """Who took part in the interventions, what else is said of it, and what it cost for each."""
    names = {each.id: each.name for each in review.plan.interventions}
    yield from participation(of, least, names=names)
    items = [item for row in of.participation for item in _besides(row, of, names, least)]
    if (besides := section(None, items)) is not None:
        yield besides
    yield from _costs(of, review, names, least)


def _besides(row: Participation, of: FollowUp, names: Mapping[str, str], least: int) -> Iterator[Item]:
    """What else is said of the participation: whom it reached, by municipality and by activity."""
    facts: list[tuple[Text, object]] = [(_REACHED, row.reached), (_HELD, row.held), (BUDGETED, row.budgeted)]
    for label, parts, of_all in (
        (_BY_MUNICIPALITY, row.municipalities, row.all("participants")),
        (_BY_ACTIVITY, row.activities, None),
    ):
        counts = {name: whole_numbers(count) for name, count in parts.items()}
        hidden = hidden_parts(of_all, counts, least)
        said = tuple(
            LABELLED(label=AS_TEXT(text=name), said=HIDDEN if name in hidden else parts[name]) for name in counts
        )
        facts.append((label, said))
    told = list(labelled([*facts, (NOTE, row.note)], 2))
    if told:
        name = names.get(row.intervention, row.intervention)
        yield Item(words=WITH_TIME(name=name, time=time_label(of.time_of(row))), depth=1, listed=True)
        yield from told


def _costs(of: FollowUp, review: Review, names: Mapping[str, str], least: int) -> Iterator[Table]:
    """What each intervention cost, and for each participant and each who went to work or studies."""
    for time in sorted({of.time_of(row) for row in of.participation}, key=in_order):
        rows = [row for row in of.participation if of.time_of(row) == time and review.cost_of(row) is not None]
        if rows:
            yield Table(
                title=_COSTS(time=time_label(time)),
                headings=(Column.OUTCOME.label, _PER_PARTICIPANT, _PER_RESULT),
                rows=tuple(
                    Row(label=names.get(row.intervention, row.intervention), cells=_cost(review, row, least))
                    for row in rows
                ),
            )


def _cost(review: Review, row: Participation, least: int) -> tuple[Content, ...]:
    results = None if _hidden(row, least) & {Destination.WORK, Destination.STUDIES} else row.results
    return review.cost_of(row), *(
        None if is_small(heads, least) else _per(review.cost_per(row, heads))
        for heads in (row.all("participants"), results)
    )


def _per(cost: Range | None) -> Content:
    """A quotient in whole kronor, for the eye; from the least to the most where the count is not exact."""
    if cost is None:
        return None
    kronor = [whole(round(end / 100)) for end in (cost.low, cost.high) if end]
    if cost.low and cost.high:
        return "–".join(dict.fromkeys(kronor))
    return (_AT_LEAST if cost.low else _AT_MOST)(kronor=kronor[0]) if kronor else 0


_PARTICIPATION = Text(en="Participants {time}", sv="Deltagare {time}")
_HEADINGS: tuple[Text, ...] = (
    ALL,
    WOMEN,
    MEN,
    Text(en="new", sv="nya"),
    Text(en="ended", sv="avslutade"),
)
_WENT_TO = Text(en="Those who ended went to, {time}", sv="De som avslutades gick till, {time}")
_DESTINATIONS: tuple[Text, ...] = (
    Text(en="work", sv="arbete"),
    Text(en="studies", sv="studier"),
    Text(en="seeking work", sv="söker arbete"),
    Text(en="other", sv="annat"),
)
_REACHED = Text(en="reached", sv="nådde")
_HELD = Text(en="held, times", sv="hölls, gånger")
_BY_MUNICIPALITY = Text(en="by municipality", sv="per kommun")
_BY_ACTIVITY = Text(en="by activity, one person can take several", sv="per aktivitet, en person kan delta i flera")
_COSTS = Text(
    en="Cost {time}, kr; a result is one who went to work or studies",
    sv="Kostnad {time}, kr; ett resultat är en som gick till arbete eller studier",
)
_PER_PARTICIPANT = Text(en="per participant", sv="per deltagare")
_PER_RESULT = Text(en="per result", sv="per resultat")
_AT_LEAST = Text(en="at least {kronor}", sv="minst {kronor}")
_AT_MOST = Text(en="at most {kronor}", sv="högst {kronor}")
