"""Ids, by which the rows of a plan name one another: each used once, leading somewhere and never in a ring."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count, repeat
from typing import Protocol, TypeVar

from finsam.errors import Problem, UnknownNameError, at, suggestion
from finsam.language import Text
from finsam.place import Path

__all__ = ["find", "is_above_itself", "leads_nowhere", "places", "rings", "used_twice"]


class _WithId(Protocol):
    """Something that others name by its id."""

    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_WithId)


class _Part(_WithId, Protocol):
    """A row that can be a part of another."""

    @property
    def part_of(self) -> str | None: ...


def find(what: Text, name: str, known: Sequence[tuple[str, N]]) -> N:
    """
    The one of that id, or else of that id or name whatever the capitals; raises `UnknownNameError`, which suggests the
    nearest.
    """
    for _, each in known:
        if each.id == name:
            return each
    folded = {each.casefold(): value for each, value in known} | {each.id.casefold(): each for _, each in known}
    if (found := folded.get(name.casefold())) is None:
        raise UnknownNameError(what, name, [*(each.id for _, each in known), *(each for each, _ in known)])
    return found


def used_twice(ids: Sequence[str | None], places: Iterable[Path]) -> Iterator[Problem]:
    """The ids that stand in more than one of those places, at every place but the first; None is no id."""
    used = [each for each in ids if each]
    if len({*used}) == len(used):
        return
    seen: set[str] = set()
    for path, each in zip(places, ids, strict=False):
        if each in seen:
            yield at(_TWICE(id=each), *path, "id")
        elif each is not None:
            seen.add(each)


def places(table: str) -> Iterator[Path]:
    """Where the rows of a table stand, one after another without end."""
    return zip(repeat(table), count())


def leads_nowhere(path: Path, table: str, name: str, known: Collection[str]) -> Problem:
    """That an id or a member is named there which the table does not have."""
    message = _NOWHERE[table](name=name, near=suggestion(name, known))
    return Problem(message=message, path=path, rests_on=(table,))


def rings(table: str, rows: Collection[_Part]) -> Iterator[Problem]:
    """The rows that are parts of themselves, by way of others or not."""
    whole: Mapping[str, str | None] = {row.id: row.part_of for row in rows}
    for index, row in enumerate(rows if any(whole.values()) else ()):
        if row.part_of is not None and is_above_itself(row.id, whole):
            yield Problem(message=_RING(id=row.id), path=(table, index, "part_of"), rests_on=(table,))


def is_above_itself(name: str, above: Mapping[str, str | None]) -> bool:
    """Whether one comes back to itself, by what is above each; what is in a ring further up does not."""
    over = above[name]
    for _ in above:
        over = above.get(over) if over is not None and over != name else over
    return over == name


_TWICE = Text(
    en='the id "{id}" is used twice; give each an id of its own',
    sv='id "{id}" används två gånger; ge var och en ett eget',
)
_RING = Text(
    en='"{id}" is a part of itself; name another, or none',
    sv='"{id}" är en del av sig själv; ange en annan, eller ingen',
)
_NOWHERE = {
    "rows": Text(
        en='there is no row "{name}" of costs or income in the plan{near}',
        sv='det finns ingen rad "{name}" bland kostnader och intäkter i planen{near}',
    ),
    "target_groups": Text(
        en='there is no target group "{name}" in the plan{near}', sv='det finns ingen målgrupp "{name}" i planen{near}'
    ),
    "interventions": Text(
        en='there is no intervention "{name}" in the plan{near}', sv='det finns ingen insats "{name}" i planen{near}'
    ),
    "costs": Text(
        en='there is no row of costs "{name}" in the plan{near}',
        sv='det finns ingen kostnadsrad "{name}" i planen{near}',
    ),
    "income": Text(
        en='there is no row of income "{name}" in the plan{near}',
        sv='det finns ingen intäktsrad "{name}" i planen{near}',
    ),
    "goals": Text(en='there is no goal "{name}" in the plan{near}', sv='det finns inget mål "{name}" i planen{near}'),
    "indicators": Text(
        en='there is no indicator "{name}" in the plan{near}', sv='det finns ingen indikator "{name}" i planen{near}'
    ),
    "targets": Text(
        en='there is no target "{name}" in the plan{near}', sv='det finns inget målvärde "{name}" i planen{near}'
    ),
    "activities": Text(
        en='there is no activity "{name}" in the plan{near}', sv='det finns ingen aktivitet "{name}" i planen{near}'
    ),
    "decisions": Text(
        en='there is no decision "{name}" in the plan{near}', sv='det finns inget beslut "{name}" i planen{near}'
    ),
    "association": Text(
        en='"{name}" is not a member of the association{near}', sv='"{name}" är inte medlem i förbundet{near}'
    ),
}
