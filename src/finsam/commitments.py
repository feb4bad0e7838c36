"""What decisions commit (*bundna medel*): by year, in every way that they can be read, and what is free."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import product

from attrs import field, frozen

from finsam.decisions import Between, Decision
from finsam.money import Money, kr
from finsam.readonly import ReadOnly

__all__ = ["Committed", "Readings", "committed", "committed_by", "readings", "taken"]

ZERO = Between(low=kr(0), high=kr(0))


@frozen(kw_only=True)
class Readings:
    """
    Two decisions about the same thing in a year (*två läsningar*), of which the text does not say how the later changes
    the earlier: `added` is what both grant together, and `replaced` what the later grants alone.
    """

    year: int
    earlier: Decision
    later: Decision

    @property
    def added(self) -> Between:
        """What is granted in the year if the later adds to the earlier."""
        return self.earlier.granted_in(self.year) + self.replaced

    @property
    def replaced(self) -> Between:
        """What is granted in the year if the later replaces the earlier."""
        return self.later.granted_in(self.year)


@frozen(kw_only=True)
class Committed:
    """
    What decisions commit of a year's money (*bundna medel*), and what is free of it.

    `available` is the year's income and the equity that it opens with; None where it is not known. `interventions` are
    those that rows of costs pay for, by the id of the row.
    """

    year: int
    decisions: tuple[Decision, ...]
    available: Money | None = None
    interventions: Mapping[str, str | None] = field(factory=ReadOnly)

    @cached_property
    def standing(self) -> tuple[Decision, ...]:
        """The decisions that grant something in the year and are not replaced in it."""
        return tuple(_standing(self.decisions, self.year))

    @cached_property
    def total(self) -> Between:
        """What they commit together, from the least reading through the most."""
        return committed(self.decisions, self.year)

    @cached_property
    def by_intervention(self) -> Mapping[str | None, Between]:
        """The same by the id of the intervention; under None what is of no intervention."""
        return committed_by(self.intervention_of, self.decisions, self.year)

    @cached_property
    def by_row(self) -> Mapping[str, Between]:
        """What is committed for a row of costs by decisions that name it, by its id."""
        amounts = committed_by(lambda of: of.row, self.decisions, self.year)
        return ReadOnly({row: amount for row, amount in amounts.items() if row is not None})

    @property
    def readings(self) -> tuple[Readings, ...]:
        """The pairs of decisions of which the text does not say how the later changes the earlier."""
        return tuple(readings(self.decisions, self.year))

    @property
    def free(self) -> Between | None:
        """
        What is free of the available money; below zero where more is committed. None where it is not known, or where
        there may be no end to what is committed.
        """
        if self.available is None or self.total.high is None:
            return None
        return Between(low=self.available - self.total.high, high=self.available - self.total.low)

    def intervention_of(self, decision: Decision) -> str | None:
        """The id of the intervention that a decision is about, by its row if need be."""
        return decision.intervention or (self.interventions.get(decision.row) if decision.row else None)


def taken(decisions: Sequence[Decision], on: date | None) -> tuple[Decision, ...]:
    """Those taken through a day, and those of which the day is not known; all where no day is given."""
    return tuple(each for each in decisions if on is None or each.on is None or each.on <= on)


def committed(decisions: Sequence[Decision], *years: int) -> Between:
    """
    What decisions commit in those years together, from the least way to read them through the most.

    >>> first = Decision(id="a", on=date(2017, 9, 1), intervention="hiss", granted={2018: kr(1_000_000)})
    >>> later = Decision(id="b", on=date(2018, 3, 1), intervention="hiss", granted={2018: kr(1_200_000)})
    >>> print(committed([first, later], 2018).text)
    1 200 000 kr to 2 200 000 kr
    """
    return sum((amount for _, amount in _grouped(decisions, years)), ZERO)


def committed_by(
    key: Callable[[Decision], str | None], decisions: Sequence[Decision], *years: int
) -> Mapping[str | None, Between]:
    """The same, by something about the decisions that is alike for all that may replace one another."""
    amounts: dict[str | None, Between] = {}
    for decision, amount in _grouped(decisions, years):
        if any(year in decision.years for year in years):
            amounts[key(decision)] = amounts.get(key(decision), ZERO) + amount
    return ReadOnly(amounts)


def readings(decisions: Sequence[Decision], year: int) -> Iterator[Readings]:
    """The pairs of which it is not said whether the later adds to the earlier or replaces it."""
    about: dict[tuple[str | None, str | None], list[Decision]] = {}
    for each in _standing(decisions, year):
        about.setdefault((each.intervention, each.row), []).append(each)
    about.pop((None, None), None)
    roots = _roots(decisions)
    for later, earlier in (pair for same in about.values() for pair in product(same, repeat=2)):
        is_said = roots[later.id] == roots[earlier.id]
        if not is_said and _may_be_to_the_same(earlier, later) and _may_be_later(later, earlier):
            yield Readings(year=year, earlier=earlier, later=later)


def _standing(decisions: Sequence[Decision], year: int) -> list[Decision]:
    """Those that grant something in the year and are not replaced in it, in the order of their days."""
    of_it = [each for each in decisions if year in each.years]
    replaced = {each.replaces for each in of_it}
    return sorted((each for each in of_it if each.id not in replaced), key=lambda each: each.turn)


def _roots(decisions: Sequence[Decision]) -> Mapping[str, str]:
    """For each decision the first that it adds to or replaces, by way of others."""
    earlier = {each.id: each.earlier for each in decisions}
    roots = {}
    for each in decisions:
        root, seen = each.id, {each.id}
        while (above := earlier.get(root)) is not None and above not in seen:
            root = above
            seen.add(root)
        roots[each.id] = root
    return roots


def _may_be_to_the_same(one: Decision, other: Decision) -> bool:
    """Whether it is not said that they are to two different ones."""
    return one.to is None or other.to is None or one.to == other.to


def _may_be_later(one: Decision, other: Decision) -> bool:
    """Whether the one can have been taken after the other; what is taken on one day goes together."""
    return one.on is None or other.on is None or one.on > other.on


def _grouped(decisions: Sequence[Decision], years: Collection[int]) -> list[tuple[Decision, Between]]:
    """One of each group of decisions that may replace one another in those years, and what the group commits."""
    pairs = {year: [*readings(decisions, year)] for year in years}
    stands = {year: {each.id for each in _standing(decisions, year)} for year in years}
    group_of = {each.id: {each.id} for each in decisions}
    for pair in (pair for of_year in pairs.values() for pair in of_year):
        joined = group_of[pair.earlier.id] | group_of[pair.later.id]
        group_of |= dict.fromkeys(joined, joined)
    doubted = {year: {pair.earlier.id for pair in pairs[year]} for year in years}
    groups = {min(ids): [each for each in decisions if each.id in ids] for ids in group_of.values()}
    return [(groups[name][0], _together(groups[name], stands, doubted)) for name in sorted(groups)]


def _together(
    group: Sequence[Decision], stands: Mapping[int, Collection[str]], doubted: Mapping[int, Collection[str]]
) -> Between:
    """What a group commits: at most all that stands in each year, and at least what nothing may replace."""
    most, least = ZERO, kr(0)
    for each in group:
        years = [year for year in stands if each.id in stands[year]]
        most += each.granted_in(*years)
        least += each.granted_in(*(year for year in years if each.id not in doubted[year])).low
    for year in stands:
        of_year = [each for each in group if each.id in stands[year]]
        if of_year and all(each.id in doubted[year] for each in of_year):  # without days one of them is still the last
            least += min(each.granted_in(year).low for each in of_year)
    return Between(low=least, high=most.high)
