"""A merger (*sammanslagning*): the association that several become, with their members, equity and years."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count
from typing import Any, TypeVar

from attrs import evolve

from finsam.association import KINDS, Association, Member
from finsam.budget import Cost, Equity, Income
from finsam.errors import BudgetError
from finsam.funding import Funding
from finsam.language import Text, folded
from finsam.money import Money, kr
from finsam.pending import NotAgreed
from finsam.period import calendar_year
from finsam.plan import OperationalPlan
from finsam.rows import Columns
from finsam.split import SplitKey
from finsam.typed import expect

__all__ = ["merged"]

R = TypeVar("R", Cost, Income)


def merged(
    name: str,
    *plans: OperationalPlan,
    year: int,
    split: SplitKey | None = None,
    region_split: SplitKey | None = None,
) -> OperationalPlan:
    """
    The plan of the association that several become at a new year (*sammanslagning*): their members, their equity, and
    their rows of costs and income for that year and those after it of which all of them know how they end.

    Each plan's years are those that are best known of it, and become the budget of the new one. Contributions add up,
    and are split by `split` and `region_split`; not agreed where that is not given. The association says from which it
    was formed. Goals and interventions are for the new board.

    Raises `BudgetError` where the equity of one is not known, before that year or at its end.
    """
    calendar_year(year)
    for each in plans:
        expect(each, OperationalPlan, "merged")
    years = _known_years(plans, year)
    opening = sum((_closing(plan, year - 1) for plan in plans), kr(0))
    keys = {"split": split, "region_split": region_split}
    agreed: Any = {kind: NotAgreed() if key is None else key for kind, key in keys.items()}
    total = {each: sum((_contributed(plan, each) for plan in plans), kr(0)) for each in years}
    return OperationalPlan(
        year=year,
        association=_together(name, plans, date(year, 1, 1)),
        funding=Funding(total=total, **agreed),
        equity=Equity(opening=Columns(budget={year: opening})),
        income=tuple(_unique(row for plan in plans for row in _best(plan, plan.income, years))),
        costs=tuple(
            _unique(evolve(row, intervention=None) for plan in plans for row in _best(plan, plan.costs, years))
        ),
    )


def _together(name: str, plans: Iterable[OperationalPlan], formed: date) -> Association:
    """The association of everyone who is a member of one of them on the day or later."""
    members: dict[str, Member[Any]] = {}
    for plan in plans:
        for each in plan.association.members:
            if (each.left or formed) >= formed:
                joined = each.joined if each.joined and each.joined > formed else None
                code = getattr(each.organisation, "code", each.name)
                member = Member(organisation=each.organisation, joined=joined, left=each.left)
                members[code] = _one_of(members.get(code, member), member)
    of: Any = {
        kind: tuple(each for each in members.values() if isinstance(each.organisation, organisation))
        for kind, organisation in KINDS.items()
    }
    known = {folded(plan.association.name): plan.association.name for plan in plans}
    former = tuple(former for key, former in known.items() if key != folded(name))
    return Association(name=name, formed=formed, formed_from=former, **of)


def _one_of(one: Member[Any], other: Member[Any]) -> Member[Any]:
    """The member that two are of which the organisation is the same: as soon and as long as either is."""
    joined = None if one.joined is None or other.joined is None else min(one.joined, other.joined)
    left = None if one.left is None or other.left is None else max(one.left, other.left)
    return evolve(one, joined=joined, left=left)


def _known_years(plans: Iterable[OperationalPlan], first: int) -> tuple[int, ...]:
    """That year and those after it, in a row, of which the equity at the end is known in every plan."""
    for plan in plans:
        _closing(plan, first)
    last = first
    while all(plan.closing_equity(last + 1) is not None for plan in plans):
        last += 1
    return tuple(range(first, last + 1))


def _closing(plan: OperationalPlan, year: int) -> Money:
    """The equity at the end of the year; raises `BudgetError` where it is not known."""
    if (closing := plan.closing_equity(year)) is None:
        raise BudgetError(_NOT_KNOWN(association=plan.association.name, year=year))
    return closing


def _contributed(plan: OperationalPlan, year: int) -> Money:
    accounts = plan.best_known(year)
    return kr(0) if accounts is None or accounts.contributions is None else accounts.contributions


def _best(plan: OperationalPlan, rows: Iterable[R], years: Iterable[int]) -> Iterator[R]:
    """The plan's rows that have something in those years, with what is best known of each as the budget."""
    cells = {year: accounts.cell for year in years if (accounts := plan.best_known(year)) is not None}
    for row in rows:
        figures = ((year, row.figure(*cell)) for year, cell in cells.items())
        if budget := {year: figure for year, figure in figures if figure is not None}:
            yield evolve(row, budget=budget, forecast={}, outcome={})


def _unique(rows: Iterable[Any]) -> Iterator[Any]:
    """The rows, each with an id of its own: the second of an id is called -2."""
    taken: set[str] = set()
    for row in rows:
        numbered = (f"{row.id}-{number}" for number in count(2))
        own = row.id if row.id not in taken else next(each for each in numbered if each not in taken)
        taken.add(own)
        yield evolve(row, id=own)


_NOT_KNOWN = Text(
    en="the equity of {association} at the end of {year} is not known; write what the year gets, uses and opens with",
    sv="eget kapital för {association} vid slutet av {year} är inte känt; skriv vad året får, använder och börjar med",
)
