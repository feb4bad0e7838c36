"""An association's plans over the years (*förbundets historia*), and those of the associations it was formed from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from attrs import frozen

from finsam.errors import Problem
from finsam.language import Text, folded
from finsam.place import place
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.typed import expect

__all__ = ["History", "histories"]


@frozen(kw_only=True)
class History:
    """
    An association's history (*förbundets historia*): its plans in the order of their years.

    `formed_from` are the histories of those that it was formed from and whose plans are given, and `unmatched` the
    names of those of which no plan is. `succeeded_on` is the day on which another was formed from it, from which on
    nothing is its own. `problems` say what is wrong with the plans, taken together.
    """

    name: str
    plans: tuple[OperationalPlan, ...]
    formed: date | None = None
    succeeded_on: date | None = None
    formed_from: "tuple[History, ...]" = ()
    unmatched: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def by_year(self) -> Mapping[int, tuple[OperationalPlan, ...]]:
        """Its own plans by year, in order; more than one where it is not said which of them applies."""
        years: dict[int, list[OperationalPlan]] = {}
        for plan in self.plans:
            years.setdefault(plan.year, []).append(plan)
        return ReadOnly({year: tuple(plans) for year, plans in years.items()})

    @cached_property
    def ancestors(self) -> "Mapping[str, History]":
        """Those that it was formed from, and those that they were formed from in turn, each once, by name."""
        found: dict[str, History] = {}
        for each in self.formed_from:
            found |= {each.name: each, **each.ancestors}
        return ReadOnly({name: found[name] for name in sorted(found)})

    @cached_property
    def line(self) -> Mapping[int, tuple[OperationalPlan, ...]]:
        """
        The plans by year, in order, of the association and of those that it was formed from, each through the year in
        which it ended.
        """
        years: dict[int, tuple[OperationalPlan, ...]] = {}
        for each in (*self.ancestors.values(), self):
            for year, plans in each.by_year.items():
                if each is self or each.succeeded_on is None or date(year, 1, 1) < each.succeeded_on:
                    years[year] = (*years.get(year, ()), *plans)
        return ReadOnly({year: years[year] for year in sorted(years)})


def histories(plans: Iterable[OperationalPlan]) -> tuple[History, ...]:
    """
    The history of every association of which a plan is given, by name (*förbundens historia*).

    An association is the same where its name is, whatever the capitals and spaces, or its organisation number. The
    last plan that says when it was formed, and from which others, is believed. Two plans for one year, a plan for a
    year after the association became part of another, and one formed from an association that was formed later, are
    `problems` of the history; the rest is still told. Raises `WrongTypeError` for what are no plans.

    >>> [(each.name, [*each.by_year]) for each in histories([example("hoglandet-2023"), example("finnveden-2012")])]
    [('Finnvedens samordningsförbund', [2012]), ('Höglandets samordningsförbund', [2023])]
    """
    expect(plans, Iterable, "plans")
    told = [_Told(plans=of) for of in _by_association(plans)]
    known = {folded(name): each for each in told for name in each.names}
    linked = {each.name: {known[key].name for key in each.former if key in known} for each in told}
    of_name = {each.name: each for each in told}
    for each in told:
        linked[each.name] = {name for name in linked[each.name] if _is_before(of_name[name], each)}
    made: dict[str, History] = {}
    for each in sorted(told, key=lambda each: (each.formed is not None, each.formed or date.min, each.name)):
        successors = [other for other in told if each.name in linked[other.name]]
        made[each.name] = History(
            name=each.name,
            plans=each.plans,
            formed=each.formed,
            succeeded_on=min((other.formed for other in successors if other.formed), default=None),
            formed_from=tuple(made[name] for name in sorted(linked[each.name])),
            unmatched=tuple(name for key, name in each.former.items() if key not in known),
            problems=(*_twice(each), *_formed_later(each, known), *_too_late(each, successors)),
        )
    return tuple(made[name] for name in sorted(made))


@frozen(kw_only=True)
class _Told:
    """What the plans of one association say of its formation, the last word counting."""

    plans: tuple[OperationalPlan, ...]

    @property
    def name(self) -> str:
        return self.plans[-1].association.name

    @property
    def names(self) -> Iterator[str]:
        return (plan.association.name for plan in self.plans)

    @property
    def last_word(self) -> OperationalPlan:
        """The last plan that says of what it was formed, else the last that says when, else the last."""
        from_others = [plan for plan in self.plans if plan.association.formed_from]
        with_a_day = [plan for plan in self.plans if plan.association.formed]
        return (from_others or with_a_day or self.plans)[-1]

    @property
    def formed(self) -> date | None:
        return self.last_word.association.formed

    @property
    def former(self) -> Mapping[str, str]:
        """The names of those that it was formed from, by how they are known."""
        return {folded(name): name for name in self.last_word.association.formed_from}


def _is_before(one: _Told, other: _Told) -> bool:
    """Whether the other can have been formed from the one; what is not known is no reason why not."""
    return one is not other and (one.formed is None or other.formed is None or one.formed < other.formed)


def _by_association(plans: Iterable[OperationalPlan]) -> list[tuple[OperationalPlan, ...]]:
    """The plans of each association, in the order of their years, and of one year in an order of their own."""
    groups: list[tuple[set[str], list[OperationalPlan]]] = []
    for plan in plans:
        expect(plan, OperationalPlan, "plans")
        number = plan.association.organisation_number
        keys = {folded(plan.association.name), *([] if number is None else [str(number)])}
        same = [group for group in groups if group[0] & keys]
        groups = [group for group in groups if not group[0] & keys]
        groups.append((keys.union(*(of for of, _ in same)), [plan, *(each for _, of in same for each in of)]))
    return [_in_order(of) for _, of in groups]


def _in_order(plans: Sequence[OperationalPlan]) -> tuple[OperationalPlan, ...]:
    if len({plan.year for plan in plans}) == len(plans):
        return tuple(sorted(plans, key=lambda plan: plan.year))
    return tuple(sorted(plans, key=lambda plan: (plan.year, repr(plan))))


def _twice(of: _Told) -> Iterator[Problem]:
    """The years for which there are several plans."""
    years = [plan.year for plan in of.plans]
    for year in dict.fromkeys(years):
        if (count := years.count(year)) > 1:
            yield Problem(message=_TWICE(count=count, year=year), place=f"{of.name} {year}")


def _formed_later(of: _Told, known: Mapping[str, _Told]) -> Iterator[Problem]:
    """The names of associations that it cannot have been formed from, since they were not there before it."""
    for index, (key, name) in enumerate(of.former.items()):
        if key in known and not _is_before(former := known[key], of):
            path = ("association", "formed_from", index)
            message = _NOT_BEFORE(name=name, formed=former.formed, association=of.name, on=of.formed)
            where = f"{of.name} {of.last_word.year}: {place(path, of.last_word)}"
            yield Problem(message=message, path=path, place=where)


def _too_late(of: _Told, successors: Sequence[_Told]) -> Iterator[Problem]:
    """The plans for years in which it has become part of another."""
    for other in sorted(successors, key=lambda each: (each.formed or date.max, each.name))[:1]:
        for year in sorted({plan.year for plan in of.plans}):
            if other.formed is not None and date(year, 1, 1) >= other.formed:
                message = _TOO_LATE(name=of.name, successor=other.name, formed=other.formed, year=year)
                yield Problem(message=message, place=f"{of.name} {year}")


_TWICE = Text(
    en="there are {count} plans for {year}; give the one that applies, and leave out the others",
    sv="det finns {count} planer för {year}; ange den som gäller, och utelämna de andra",
)
_NOT_BEFORE = Text(
    en="{association}, formed on {on}, cannot be formed from {name}, formed on {formed}; correct the days, or leave "
    "the name out",
    sv="{association}, bildat {on}, kan inte vara bildat av {name}, bildat {formed}; rätta dagarna, eller utelämna "
    "namnet",
)
_TOO_LATE = Text(
    en="{name} became part of {successor} on {formed}; leave out its plan for {year}, or correct the day",
    sv="{name} gick upp i {successor} {formed}; utelämna dess plan för {year}, eller rätta dagen",
)
