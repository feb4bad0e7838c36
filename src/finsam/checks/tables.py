"""What a document prints of a year's contributions, table by table, with everything that is known of that year."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Any

from attrs import evolve, frozen

from finsam.allocation import ORE, Allocation
from finsam.budget import Stated
from finsam.derivation import Contributions
from finsam.errors import FinsamError
from finsam.formula import Payers, contributions_on, parties_on, payers_in
from finsam.funding import Basis, Terms
from finsam.language import NOTHING, Text
from finsam.money import Money, Unrounded, kr
from finsam.organisations import Party
from finsam.period import time_key
from finsam.place import Path
from finsam.plan import OperationalPlan
from finsam.printed import Printed
from finsam.rows import Cell

__all__ = ["PrintedSum", "PrintedTable", "by_how_much", "printed_tables"]


@frozen(kw_only=True)
class PrintedSum:
    """
    What several printed amounts can add up to, and where they stand.

    `units` are those in which they can have been paid, the finest first: what is paid in whole kronor is printed as it
    is, and what is paid to the öre can be rounded as it is printed.
    """

    amounts: tuple[Printed, ...]
    units: tuple[Money, ...]
    path: Path = ()

    @property
    def value(self) -> Fraction:
        """What the figures themselves add up to, in öre."""
        return sum((each.value for each in self.amounts), Fraction(0))

    @property
    def said(self) -> Printed | Unrounded:
        """What is printed, or what it adds up to."""
        return self.amounts[0] if len(self.amounts) == 1 else Unrounded(self.value)

    @property
    def inexactness(self) -> Fraction:
        """The last figure that is printed of the least exact."""
        return max(each.step for each in self.amounts)

    def ends(self, unit: Money | None = None) -> tuple[int | None, int | None]:
        """The least and the most, in öre, where every amount is a whole number of units; None where there is none."""
        every = [_ends(each, self.units[0] if unit is None else unit) for each in self.amounts]
        return _added(low for low, _ in every), _added(high for _, high in every)

    def reaches(self, least: Fraction | int | None, most: Fraction | int | None) -> bool:
        """Whether it can be anything from a least through a most."""
        return any(_meet(self.ends(unit), (least, most)) for unit in self.units)

    def can_be(self, quota: Fraction, odd: Callable[[Money], int] = lambda _: 1) -> bool:
        """
        Whether it can be the quota, which is in öre, when that is rounded to whole units somehow; `odd` is how many
        units can come to it or not.
        """
        return any(self._can_be(quota, odd(unit), unit) for unit in self.units)

    def _can_be(self, quota: Fraction, odd: int, unit: Money) -> bool:
        size = unit.ore
        if not odd or (quota % size == 0 and odd == 1):
            return _meet(self.ends(unit), (quota, quota))
        least, most = (floor(quota / size) + 1 - odd) * size, (ceil(quota / size) - 1 + odd) * size
        low, high = self.ends(unit)
        first = least if low is None else max(least, -(-low // size) * size)
        return first <= (most if high is None else min(most, high))


def _ends(printed: Printed, unit: Money) -> tuple[int | None, int | None]:
    """The least and the most that a figure can stand for in whole units, or in öre where it is not in units."""
    low, high = _whole(printed, unit.ore)
    return _whole(printed, 1) if low is not None and high is not None and low > high else (low, high)


def _whole(printed: Printed, size: int) -> tuple[int | None, int | None]:
    """The least and the most that a figure can stand for in units of so many öre."""
    low = None if printed.low is None else ceil(printed.low / size) * size
    high = None if printed.high is None else floor(printed.high / size) * size
    if low is not None and printed.without_low and low == printed.low:
        low += size
    if high is not None and printed.without_high and high == printed.high:
        high -= size
    return low, high


def _meet(one: tuple[int | None, int | None], other: tuple[Fraction | int | None, Fraction | int | None]) -> bool:
    """Whether something lies between both pairs of ends."""
    below = one[0] is None or other[1] is None or one[0] <= other[1]
    return below and (one[1] is None or other[0] is None or other[0] <= one[1])


def _added(ends: Iterable[int | None]) -> int | None:
    """The sum; None where one of them is."""
    every = list(ends)
    return None if None in every else sum(end for end in every if end is not None)


def by_how_much(printed: Printed, exact: Money | Fraction) -> Mapping[str, Text | Unrounded]:
    """By how much a figure differs from an exact value, whatever it was rounded from, as the values of a sentence."""
    difference = printed.difference(exact)
    is_all = difference == printed.value - (exact.ore if isinstance(exact, Money) else exact)
    return {"at_least": NOTHING if is_all else _AT_LEAST, "difference": Unrounded(abs(difference))}


_AT_LEAST = Text(en="at least ", sv="minst ")


@frozen(kw_only=True)
class PrintedTable:
    """
    What the document prints of a year's contributions in one column of one place, and what is known of them.

    `start` is where the plan's own total stands; `total`, `parties` and `due` are None where they are not known.
    """

    path: Path
    cell: Cell
    year: int
    members: Mapping[str, Printed]
    by_party: Mapping[Party, Printed]
    plan: OperationalPlan
    payers: Payers
    terms: Terms | None
    total: Money | None
    due: Contributions | None

    @property
    def start(self) -> Path:
        """Where in the plan the amount stands from which the year's contributions start."""
        return ("funding",) if self.terms is None else ("funding", self.terms.basis, str(self.year))

    def at(self, kind: str, name: str) -> Path:
        """Where the amount of a member or a party stands."""
        column, time = self.cell
        return (*self.path, kind, name, column, time_key(time))

    def share(self, party: Party) -> Fraction:
        """The party's statutory share."""
        return self.payers[party][0].in_year(self.year)

    def payers_of(self, party: Party) -> tuple[str, ...]:
        """Who pays the party's part."""
        return self.payers[party][1]

    def summed(self, amounts: Iterable[Printed], path: Path) -> PrintedSum:
        """The sum of amounts that are printed there; where the plan does not say so, they can be in whole kronor."""
        unit = ORE if self.terms is None else self.terms.unit
        return PrintedSum(amounts=tuple(amounts), units=(ORE, kr(1)) if unit == ORE else (unit,), path=path)

    def voices(self) -> dict[Party, PrintedSum]:
        """What each party pays, where that is printed, or every amount of its members is."""
        everyone = [name for party in self.payers for name in self.payers_of(party)]
        said: dict[Party, PrintedSum] = {}
        for party in self.payers:
            names = self.payers_of(party)
            if party in self.by_party:
                said[party] = self.summed((self.by_party[party],), self.at("parties", party))
            elif all(name in self.members and everyone.count(name) == 1 for name in names):
                path = self.at("contributions", names[0]) if len(names) == 1 else (*self.path, "contributions")
                said[party] = self.summed((self.members[name] for name in names), path)
        return said

    def of_another_total(self, total: Money) -> "PrintedTable":
        """The same table, where all pay that total instead."""
        terms = None if self.terms is None else evolve(self.terms, basis=Basis.TOTAL, amount=total)
        return evolve(self, terms=terms, total=total, due=None if terms is None else _due(self.plan, terms))


def printed_tables(plan: OperationalPlan) -> Iterator[PrintedTable]:
    """Every table of contributions in what the document prints, by place, column and year."""
    for index, stated in enumerate(plan.stated):
        rows = (*stated.contributions.values(), *stated.parties.values())
        for column, time in dict.fromkeys((column, time) for row in rows for column, time, _ in row.cells()):
            if isinstance(time, int):
                yield _table(plan, ("stated", index), stated, (column, time), time)


def _table(plan: OperationalPlan, path: Path, stated: Stated, cell: Cell, year: int) -> PrintedTable:
    """The table with what is known of its year; a column of what was received is held against that."""
    terms, received = plan.funding.terms(year), plan.funding.received.figure(*cell)
    if received is not None and terms is not None:
        terms = evolve(terms, basis=Basis.TOTAL, amount=received)
    payers = _payers(plan, year)
    parties = _parties(payers, terms)
    total = terms.amount if terms is not None and terms.basis is Basis.TOTAL else None
    return PrintedTable(
        path=path,
        cell=cell,
        year=year,
        members=_there(stated.contributions, cell),
        by_party=_there(stated.parties, cell),
        plan=plan,
        payers=payers,
        terms=terms,
        total=total if parties is None else parties.total,
        due=None if terms is None else _due(plan, terms),
    )


def _there(rows: Mapping[Any, Any], cell: Cell) -> Any:
    """What is printed in the cell, by row."""
    figures = {name: row.figure(*cell) for name, row in rows.items()}
    return {name: figure for name, figure in figures.items() if figure is not None}


def _payers(plan: OperationalPlan, year: int) -> Payers:
    """Who pays in the year, and by which shares; nobody where that is not known."""
    try:
        payers = payers_in(plan.association, year)
        return payers if all(share.in_year(year) for share, _ in payers.values()) else {}
    except FinsamError:
        return {}


def _parties(payers: Payers, terms: Terms | None) -> Allocation[Party] | None:
    """What each party pays on those terms; None where that cannot be worked out."""
    try:
        return parties_on(payers, terms) if terms is not None and payers else None
    except FinsamError:
        return None


def _due(plan: OperationalPlan, terms: Terms) -> Contributions | None:
    """What each member pays on those terms; None where that cannot be worked out."""
    try:
        return contributions_on(plan.association, terms)
    except FinsamError:
        return None
