"""Shared projects (*gemensamma projekt*): an intervention that several associations pay for together is one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from attrs import field, frozen

from finsam.decisions import Between, Decision
from finsam.errors import Problem
from finsam.interventions import Intervention
from finsam.language import Text, folded
from finsam.money import Money, kr
from finsam.overview.histories import History, histories
from finsam.period import Time, in_order
from finsam.place import Path, place
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.rows import Cell, cell_order

__all__ = [
    "ProjectDifference",
    "ProjectDecision",
    "ProjectPart",
    "Replaced",
    "Said",
    "SharedProject",
    "shared_projects",
]


@frozen(kw_only=True)
class Replaced:
    """
    An amount that is not counted (*ersatt belopp*): where it stands, the year of the plan that has it, and `by` what it
    is replaced.
    """

    cell: Cell
    amount: Money
    year: int
    by: Text


@frozen(kw_only=True)
class ProjectDecision:
    """A decision on money for a shared project (*beslut om projektet*), and the association whose it is."""

    association: str
    decision: Decision


@frozen(kw_only=True)
class ProjectPart:
    """
    What one association has in a shared project (*förbundets del*).

    `intervention` is the project as the association's last plan that names it has it, that for `year`. `financing` is
    what it pays by column and time, of which nothing is added up over columns or times. `members` are its members in
    that year, and `decisions` those on the project, by the last plan that has each. `replaced` are the amounts of its
    plans that are not counted, and `problems` what is wrong with its plans, taken together.
    """

    association: str
    year: int
    intervention: Intervention
    financing: Mapping[Cell, Money]
    members: tuple[str, ...]
    decisions: tuple[Decision, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    problems: tuple[Problem, ...] = ()


@frozen(kw_only=True)
class Said:
    """What an association's plan for a year says of a project (*uppgift i en plan*), and its place in that plan."""

    association: str
    year: int
    path: Path
    place: str
    said: object


@frozen(kw_only=True)
class ProjectDifference:
    """Something that plans say differently of a shared project (*skillnad mellan planer*), with what each says."""

    what: Text
    said: tuple[Said, ...]

    @property
    def text(self) -> Text:
        """The difference in words: who says what, and where."""
        each = (
            _SAYS(said=each.said, association=each.association, year=each.year, place=each.place) for each in self.said
        )
        return _DIFFERENCE(what=self.what, said=tuple(each))


@frozen(kw_only=True)
class SharedProject:
    """
    A shared project (*gemensamt projekt*): one intervention, recognised by the id on which the associations agree.

    `name` is that of the first of its `parts`, which are those of the associations, by name. `silent` are, by column
    and time, the associations that take part then and of which the plans do not say what they pay. `differences` are
    what the associations' last plans say of it differently; what one does not say is no difference, nor what one said
    that became part of another.
    """

    id: str
    name: str
    parts: tuple[ProjectPart, ...]
    silent: Mapping[Cell, tuple[str, ...]] = field(factory=ReadOnly)
    differences: tuple[ProjectDifference, ...] = ()

    @cached_property
    def whole(self) -> Mapping[Cell, Between]:
        """
        What all pay together, by column and time: exactly the sum of what they say, and at least that where one does
        not say.
        """
        sums = {cell: sum((part.financing.get(cell, kr(0)) for part in self.parts), kr(0)) for cell in self.silent}
        return ReadOnly({cell: Between(low=low, high=None if self.silent[cell] else low) for cell, low in sums.items()})

    @property
    def members(self) -> tuple[str, ...]:
        """The members of all the associations, each once."""
        return tuple(dict.fromkeys(name for part in self.parts for name in part.members))

    @property
    def decisions(self) -> tuple[ProjectDecision, ...]:
        """The decisions on it, in the order of their days."""
        every = (
            ProjectDecision(association=part.association, decision=each)
            for part in self.parts
            for each in part.decisions
        )
        return tuple(sorted(every, key=lambda each: (each.decision.turn, each.association)))

    def part(self, association: str) -> ProjectPart | None:
        """The part of the association of that name; None where it has none."""
        return next((each for each in self.parts if folded(each.association) == folded(association)), None)


def shared_projects(plans: Iterable[OperationalPlan]) -> tuple[SharedProject, ...]:
    """
    The shared projects that the plans name (*gemensamma projekt*), by id, whatever its capitals and spaces; also one
    that only one of the plans names.

    The plans of one association are put together by column and time: where two of them have costs for the same, the
    later counts, and where two are for the same year and do not agree, the amount is not known. An association that was
    formed from others takes over on that day. Raises `WrongTypeError` for what are no plans.
    """
    of = histories(plans)
    ids: dict[str, set[str]] = {}
    for each in (each for history in of for plan in history.plans for each in plan.interventions):
        if each.project is not None:
            ids.setdefault(folded(each.project), set()).add(each.project)
    return tuple(_project(min(ids[key]), of) for key in sorted(ids))


@frozen(kw_only=True)
class _Told:
    """What the plans for a year say in a column for a time: whether the association takes part, and what it pays."""

    year: int
    takes_part: bool
    amount: Money | None


def _project(id: str, histories: Sequence[History]) -> SharedProject:
    parts: list[ProjectPart] = []
    told: dict[str, Mapping[Cell, _Told]] = {}
    of: dict[str, History] = {}
    for each in histories:
        naming = [plan for plan in each.plans if _in(plan, id) is not None]
        if naming:
            of[each.name] = each
            told[each.name], replaced = _put_together(each, id)
            parts.append(_part(each, naming, id, told[each.name], replaced))
    cells = sorted({cell for part in parts for cell in part.financing}, key=cell_order)
    silent = {
        cell: tuple(part.association for part in parts if _is_silent(part, of[part.association], told, cell))
        for cell in cells
    }
    last = [part for part in parts if of[part.association].succeeded_on is None] or parts
    return SharedProject(
        id=id,
        name=last[0].intervention.name,
        parts=tuple(parts),
        silent=ReadOnly(silent),
        differences=tuple(_differences([(part, of[part.association]) for part in last], id)),
    )


def _in(plan: OperationalPlan, id: str) -> Intervention | None:
    """The project as the plan has it."""
    return next((each for each in plan.interventions if _is_it(each, id)), None)


def _is_it(of: Intervention, id: str) -> bool:
    return of.project is not None and folded(of.project) == folded(id)


def _put_together(of: History, id: str) -> tuple[Mapping[Cell, _Told], tuple[Replaced, ...]]:
    """What the plans say by column and time, the later before the earlier; and what is not counted."""
    told: dict[Cell, _Told] = {}
    replaced: list[Replaced] = []
    for year, plans in of.by_year.items():
        for cell, new in _of_year(year, plans, id).items():
            old = told.get(cell)
            if old is not None and old.amount is not None and old.amount != new.amount:
                replaced.append(Replaced(cell=cell, amount=old.amount, year=old.year, by=_LATER(year=year)))
            told[cell] = new
    for cell, each in [*told.items()]:
        if (by := _not_its_own(of, cell[1])) is not None:
            del told[cell]
            if each.amount is not None:
                replaced.append(Replaced(cell=cell, amount=each.amount, year=each.year, by=by))
    return told, tuple(sorted(replaced, key=lambda each: (cell_order(each.cell), each.year)))


def _of_year(year: int, plans: Sequence[OperationalPlan], id: str) -> Mapping[Cell, _Told]:
    """What the plans for one year say, of every column and time in which any of them has costs."""
    cells = {(column, time) for plan in plans for row in plan.costs for column, time, _ in row.cells()}
    named = [(plan, each) for plan in plans if (each := _in(plan, id)) is not None]
    paid = [plan.financing_of(each.id) for plan, each in named]
    paid += [{}] * (len(plans) - len(named))
    told = {}
    for cell in cells:
        amounts = [amounts.get(cell) for amounts in paid]
        told[cell] = _Told(
            year=year,
            takes_part=any(_goes_on(each, cell[1]) for _, each in named),
            amount=amounts[0] if all(each == amounts[0] for each in amounts) else None,
        )
    return told


def _not_its_own(of: History, time: Time) -> Text | None:
    """Who takes the place of an association in a time that is before its formation or after it became another."""
    first, last = in_order(time)
    if of.succeeded_on is not None and first >= of.succeeded_on:
        return _SUCCESSOR(name=of.name, day=of.succeeded_on)
    if of.formed_from and of.formed is not None and last < of.formed:
        return _PREDECESSORS(names=tuple(each.name for each in of.formed_from))
    return None


def _goes_on(of: Intervention, time: Time) -> bool:
    """Whether an intervention can go on in a time, as far as its days say."""
    first, last = in_order(time)
    return (of.start or date.min) <= last and first <= (of.end or date.max)


def _is_silent(part: ProjectPart, of: History, told: Mapping[str, Mapping[Cell, _Told]], cell: Cell) -> bool:
    """Whether an association takes part in a time and does not say what it pays."""
    first, last = in_order(cell[1])
    if cell in part.financing or (of.succeeded_on is not None and first >= of.succeeded_on):
        return False
    if of.formed is not None and last < of.formed:
        return bool(of.unmatched)  # who took part in its place, and of whom no plan is given
    said = told[part.association].get(cell)
    return _goes_on(part.intervention, cell[1]) if said is None else said.takes_part


def _part(
    of: History, naming: Sequence[OperationalPlan], id: str, told: Mapping[Cell, _Told], replaced: tuple[Replaced, ...]
) -> ProjectPart:
    last = naming[-1]
    intervention = next(each for plan in reversed(naming) for each in plan.interventions if _is_it(each, id))
    decided: dict[str, Decision] = {}
    for plan in naming:
        decided |= {each.id: each for each in _decisions(plan, id)}
    amounts = {cell: told[cell].amount for cell in sorted(told, key=cell_order)}
    return ProjectPart(
        association=of.name,
        year=last.year,
        intervention=intervention,
        financing=ReadOnly({cell: amount for cell, amount in amounts.items() if amount is not None}),
        members=tuple(member.name for member in last.association.members_in(last.year)),
        decisions=tuple(sorted(decided.values(), key=lambda each: each.turn)),
        replaced=replaced,
        problems=of.problems,
    )


def _decisions(plan: OperationalPlan, id: str) -> Iterator[Decision]:
    """The plan's decisions on the project, or on a row of costs that pays for it."""
    interventions: Mapping[str, str | None] = {row.id: row.intervention for row in plan.costs}
    found = _in(plan, id)
    for each in plan.decisions:
        about = each.intervention or (interventions.get(each.row) if each.row else None)
        if found is not None and about == found.id:
            yield each


# What the plans say of it differently


def _groups(plan: OperationalPlan, of: Intervention) -> tuple[str, ...]:
    return tuple(plan.target_group(each).name for each in of.target_groups)


def _end(plan: OperationalPlan, of: Intervention) -> object:
    return _UNTIL_FURTHER_NOTICE if of.long_term else of.end


_ASPECTS: tuple[tuple[str, Text, Callable[[OperationalPlan, Intervention], object]], ...] = (
    ("name", Text(en="name", sv="namn"), lambda plan, of: of.name),
    ("orientation", Text(en="orientation", sv="inriktning"), lambda plan, of: of.orientation),
    ("target_groups", Text(en="target groups", sv="målgrupper"), _groups),
    ("methods", Text(en="methods", sv="metoder"), lambda plan, of: of.methods),
    ("carried_out_by", Text(en="carried out by", sv="utförs av"), lambda plan, of: of.carried_out_by),
    ("start", Text(en="first day", sv="första dag"), lambda plan, of: of.start),
    ("end", Text(en="last day", sv="sista dag"), _end),
    ("timing", Text(en="when", sv="när"), lambda plan, of: of.timing),
)
"""What is held against one another: the key, what it is called, and what a plan says."""


def _differences(parts: Sequence[tuple[ProjectPart, History]], id: str) -> Iterator[ProjectDifference]:
    for key, what, aspect in _ASPECTS:
        said = [
            _said(plan, history.name, index, key, value)
            for part, history in parts
            for plan in history.by_year[part.year]
            for index, each in enumerate(plan.interventions)
            if _is_it(each, id) and (value := aspect(plan, each)) not in (None, ())
        ]
        if len({_compared(each.said) for each in said}) > 1:
            yield ProjectDifference(what=what, said=tuple(said))


def _said(plan: OperationalPlan, association: str, index: int, key: str, value: object) -> Said:
    path = ("interventions", index, "long_term" if value is _UNTIL_FURTHER_NOTICE else key)
    return Said(association=association, year=plan.year, path=path, place=place(path, plan), said=value)


def _compared(said: object) -> object:
    """What is said, whatever the capitals and spaces, and of several in whatever order."""
    if isinstance(said, tuple):
        return frozenset(map(folded, said))
    return folded(said)


_SAYS = Text(
    en="{said} ({association} {year}: {place})",
    sv="{said} ({association} {year}: {place})",
)
_DIFFERENCE = Text(en="{what}: {said}", sv="{what}: {said}")
_UNTIL_FURTHER_NOTICE = Text(en="until further notice", sv="tills vidare")
_LATER = Text(en="the plan for {year}", sv="planen för {year}")
_SUCCESSOR = Text(
    en="what {name} became part of on {day}",
    sv="det som {name} gick upp i {day}",
)
_PREDECESSORS = Text(en="the associations before it: {names}", sv="förbunden före det: {names}")
