"""
Hypothesis strategies for everything that a plan is made of, and for whole plans.

They give the whole domain, lawful or not, unless the name says otherwise. Whole plans are in canonical order: the
members are municipalities, regions and agencies, the years rise, and a line has one id, one name and one place in the
order in every year.
"""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from functools import cache, partial
from itertools import pairwise
from typing import TypeVar

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from finsam import (
    Association,
    Budget,
    ByPopulation,
    Category,
    CostLine,
    Equal,
    Fixed,
    Forecast,
    Funding,
    IncomeLine,
    Member,
    Mixture,
    Money,
    OperationalPlan,
    Outcome,
    Party,
    Shares,
    kr,
)
from finsam.budget import Column
from finsam.funding import Basis
from finsam.organisations import ARBETSFORMEDLINGEN, FORSAKRINGSKASSAN, Municipality, Organisation, Region
from finsam.registry import municipalities, municipality, regions
from finsam.split import SplitKey, ToBeSplit
from finsam.stated import Stated
from strategies import organisation_numbers, printed_shares, units

A = TypeVar("A", Budget, Forecast, Outcome)
T = TypeVar("T")

ORDINARY, ALONE, BESIDE = "ordinary", "alone", "beside"  # how the municipality outside every region takes part

GOTLAND = municipality("Gotland")
OTHERS: SearchStrategy[Organisation] = st.sampled_from([*municipalities(), *regions()])
SELDOM = st.integers(0, 4).map(lambda number: number == 1)
REGIONS = st.sampled_from(regions())
WITHIN = {
    region.code: st.sampled_from([each for each in municipalities() if each.region_code == region.code])
    for region in regions()
}


@cache
def texts(max_size: int = 20) -> SearchStrategy[str]:
    """Names and headings as people write them, with what a file format might trip on; never blank."""
    return st.text("abcxyzåäöÅÄÖé0189 -./,:;=#%&\"'\\[]{}()§–", min_size=1, max_size=max_size).filter(str.strip)


@cache
def ids() -> SearchStrategy[str]:
    return st.from_regex(r"[a-z][a-z0-9-]{0,11}", fullmatch=True)


@cache
def money(low: int = 0, high: int = 50_000_000) -> SearchStrategy[Money]:
    """Amounts from so many kronor through so many: mostly whole kronor, and some öre."""
    return st.integers(low, high).map(kr) | st.integers(low * 100, high * 100).map(lambda ore: Money(ore=ore))


@cache
def days(first: date | None = None) -> SearchStrategy[date]:
    return st.dates(first or date(2000, 1, 1), date(2037, 12, 31))


def some(values: Sequence[T]) -> SearchStrategy[list[T]]:
    """Some of the values, in their order."""
    return st.integers(0, 2 ** len(values) - 1).map(
        lambda kept: [value for place, value in enumerate(values) if kept >> place & 1]
    )


# Who


def _member(draw: DrawFn, organisation: Organisation, *, formed: date | None = None) -> Member:
    joined = draw(days(formed)) if draw(SELDOM) else None
    return Member(organisation=organisation, joined=joined, left=draw(days(joined or formed)) if draw(SELDOM) else None)


def _lawful(draw: DrawFn, *, kinds: Sequence[str] = (ORDINARY, ALONE, BESIDE), max_regions: int = 3) -> Association:
    """Associations that hold every party since before 2004: the regions of their municipalities, and the agencies."""
    kind = kinds[draw(st.integers(0, len(kinds) - 1))]
    own = (
        []
        if kind == ALONE
        else draw(st.lists(st.sampled_from(regions()), min_size=1, max_size=max_regions, unique=True))
    )
    chosen: list[Municipality] = [GOTLAND] if kind != ORDINARY else []
    for region in own:
        chosen += draw(st.lists(WITHIN[region.code], min_size=1, max_size=3, unique=True))
    return Association.of(draw(texts()), municipalities=chosen, regions=own)


lawful_associations = st.composite(_lawful)


@st.composite
def associations(draw: DrawFn) -> Association:
    """Associations in which parties can be missing, regions be others', and members come and go."""
    lawful = [member.organisation for member in _lawful(draw).members]
    kept = draw(st.just(lawful) | some(lawful))
    kept += [each for each in draw(st.lists(OTHERS, max_size=2, unique=True)) if each not in kept]
    formed = draw(st.none() | days())
    order: list[Callable[[Organisation], bool]] = [
        lambda each: isinstance(each, Municipality),
        lambda each: isinstance(each, Region),
        lambda each: each in (FORSAKRINGSKASSAN, ARBETSFORMEDLINGEN),
    ]
    return Association(
        name=draw(texts()),
        members=tuple(_member(draw, each, formed=formed) for is_kind in order for each in kept if is_kind(each)),
        formed=formed,
        number=draw(st.none() | organisation_numbers()),
    )


# Who pays what


@cache
def weights(count: int, most: int = 1_000) -> SearchStrategy[list[int]]:
    """That many whole numbers from nought, not all of them nought."""
    return st.lists(st.integers(0, most), min_size=count, max_size=count).filter(any)


def _shares(draw: DrawFn, names: Sequence[str]) -> Shares:
    agreed = draw(weights(len(names)))
    return Shares({name: Fraction(weight, sum(agreed)) for name, weight in zip(names, agreed, strict=True)})


def _population(draw: DrawFn, names: Sequence[str]) -> ByPopulation:
    heads = draw(weights(len(names), most=1_000_000))
    return ByPopulation(dict(zip(names, heads, strict=True)), on=draw(_DAY), source=draw(_SOURCE))


def _proportional(draw: DrawFn, names: Sequence[str]) -> Shares | ByPopulation | Equal:
    kind = draw(st.sampled_from([Equal, Shares, ByPopulation]))
    return Equal() if kind is Equal else _shares(draw, names) if kind is Shares else _population(draw, names)


def _mixture(draw: DrawFn, names: Sequence[str]) -> Mixture:
    given = draw(weights(draw(st.integers(1, 3))))
    return Mixture([(Fraction(weight, sum(given)), _proportional(draw, names)) for weight in given])


def _fixed(draw: DrawFn, names: Sequence[str], amount: Money) -> Fixed:
    cuts = sorted(draw(st.integers(0, amount.ore)) for _ in names[1:])
    parts = [Money(ore=end - start) for start, end in pairwise([0, *cuts, amount.ore])]
    return Fixed(dict(zip(names, parts, strict=True)))


def _split(draw: DrawFn, names: Sequence[str], amount: Money | None = None) -> SplitKey:
    kind = draw(st.sampled_from(["proportional", "mixed"] if amount is None else ["proportional", "mixed", "fixed"]))
    if kind == "fixed" and amount is not None:
        return _fixed(draw, names, amount)
    return _mixture(draw, names) if kind == "mixed" else _proportional(draw, names)


_DAY = st.none() | days()
_SOURCE = st.none() | texts()

# Each of those names; `split_keys` gives fixed amounts too, where it is told what they are to add up to.
agreed_shares = st.composite(_shares)
populations = st.composite(_population)
proportional_keys = st.composite(_proportional)
mixtures = st.composite(_mixture)
fixed_amounts = st.composite(_fixed)
split_keys = st.composite(_split)


@cache
def keys_to_come() -> SearchStrategy[ToBeSplit]:
    return st.builds(ToBeSplit, by=st.sampled_from(["population", "antal försäkrade"]), on=st.none() | days())


def _funding(draw: DrawFn, association: Association, year: int) -> Funding:
    """
    Terms that fit the association's members of the year, with a key for each party that needs one; where those who
    must take part do, the contributions can be worked out.
    """
    organisations = [member.organisation for member in association.members_in(year)]
    of = [each.name for each in organisations if each.party is Party.MUNICIPALITIES]
    beside = [each.name for each in organisations if isinstance(each, Region)]
    if beside:
        beside += [each.name for each in organisations if isinstance(each, Municipality) and each.region_code is None]
    unit = draw(units())
    fourths = draw(st.integers(1, 10_000_000))
    count = 4 * fourths - draw(st.sampled_from([0, 0, 0, 1, 2, 3]))
    quarter = unit * fourths if count == 4 * fourths else None
    starts = {Basis.TOTAL: unit * count}
    if quarter is not None:
        starts[Basis.STATE] = quarter * 2
        if beside:
            starts[Basis.REGIONS] = quarter
        if of:
            starts[Basis.MUNICIPALITIES] = quarter if beside else quarter * 2
    basis = draw(st.sampled_from(list(starts)))
    return Funding(
        year=year,
        basis=basis,
        amount=starts[basis],
        split=_split(draw, of, quarter if beside else None) if len(of) > 1 else None,
        region_split=_split(draw, beside, quarter) if len(beside) > 1 else None,
        unit=unit,
    )


fundings = st.composite(_funding)


@st.composite
def funded_plans(
    draw: DrawFn, *, kinds: Sequence[str] = (ORDINARY, ALONE, BESIDE), years: Sequence[int] = range(2010, 2036)
) -> OperationalPlan:
    """A lawful association with the terms of one year, whose contributions can be worked out, and nothing else."""
    association, year = _lawful(draw, kinds=kinds), draw(st.sampled_from(years))
    return OperationalPlan(association=association, year=year, funding=(_funding(draw, association, year),))


# Money in and out


@frozen(kw_only=True)
class Rows:
    """The lines of a plan's table, each without its amounts."""

    costs: tuple[CostLine, ...]
    income: tuple[IncomeLine, ...]


@cache
@st.composite
def rows(draw: DrawFn) -> Rows:
    costs = [
        CostLine(
            id=each,
            name=draw(texts()),
            amount=kr(0),
            category=draw(st.sampled_from(Category)),
            intervention=draw(st.none() | ids()),
            note=draw(st.none() | texts()),
        )
        for each in draw(st.lists(ids(), max_size=4, unique=True))
    ]
    income = [
        IncomeLine(id=each, name=draw(texts()), amount=kr(0)) for each in draw(st.lists(ids(), max_size=2, unique=True))
    ]
    return Rows(costs=tuple(costs), income=tuple(income))


def _accounts(draw: DrawFn, kind: type[A], *, year: int, rows: Rows) -> A:
    """A year's lines from those of the table, with what is known of its contributions and its opening equity."""
    costs = tuple(evolve(line, amount=draw(money(-1_000))) for line in draw(some(rows.costs)))
    income = tuple(evolve(line, amount=draw(money(-1_000))) for line in draw(some(rows.income)))
    known = st.none() if costs or income else st.nothing()
    make: Callable[..., A] = kind
    if kind is Outcome:
        make = partial(make, preliminary=draw(st.booleans()))
    return make(
        year=year,
        costs=costs,
        other_income=income,
        contributions=draw(st.none() | money()),
        opening=draw(known | money(-1_000_000)),
    )


@cache
@st.composite
def budgets(draw: DrawFn) -> Budget:
    return _accounts(draw, Budget, year=draw(st.integers(2004, 2035)), rows=draw(rows()))


def _stated(draw: DrawFn, association: Association, *, where: str, column: Column, year: int) -> Stated:
    names = [member.name for member in association.members]
    totals = ("income", "available", "ceiling", "costs", "result", "closing")
    return Stated(
        where=where,
        column=column,
        year=year,
        contributions={name: draw(money()) for name in draw(some(names))},
        parties={party: draw(money()) for party in draw(some(list(Party)))},
        shares={category: draw(printed_shares()) for category in draw(some(list(Category)))},
        **{total: draw(money(-1_000_000)) for total in [draw(st.sampled_from(totals)), *draw(some(totals))]},
    )


def _stated_anywhere(draw: DrawFn, association: Association, years: Sequence[int]) -> tuple[Stated, ...]:
    """What the document says in each of a few places, in some of its columns and years."""
    cells = [(column, year) for column in Column for year in years]
    return tuple(
        _stated(draw, association, where=where, column=column, year=year)
        for where in draw(st.lists(texts(), max_size=2, unique=True))
        for column, year in sorted(draw(st.sets(st.sampled_from(cells), max_size=2)))
    )


@st.composite
def plans(draw: DrawFn, *, first: int = 2001) -> OperationalPlan:
    """Whole plans for that budget year or a later one, lawful or not, in canonical order."""
    association, year = draw(associations()), draw(st.integers(first, 2035))
    around = range(year - 1, year + 3)
    table = draw(rows())

    def column(kind: type[A]) -> tuple[A, ...]:
        return tuple(_accounts(draw, kind, year=each, rows=table) for each in draw(some(around)))

    return OperationalPlan(
        association=association,
        year=year,
        funding=tuple(_funding(draw, association, each) for each in draw(some(around)) if association.members_in(each)),
        budgets=column(Budget),
        forecasts=column(Forecast),
        outcomes=column(Outcome),
        stated=_stated_anywhere(draw, association, around),
        equity_ceiling=draw(st.none() | st.fractions(0, 1, max_denominator=1_000)),
    )


@st.composite
def sound_plans(draw: DrawFn) -> OperationalPlan:
    """
    Plans in which there is nothing to find: a lawful association, three years that are funded and cost less than
    they get, and a document that states exactly what its lines come to.
    """
    association, year = _lawful(draw), draw(st.integers(2018, 2033))
    years = range(year, year + 3)
    terms = _funding(draw, association, year)
    plan = OperationalPlan(
        association=association, year=year, funding=tuple(evolve(terms, year=each) for each in years)
    )
    total = plan.contributions(year).total
    line = CostLine(id="a", name=draw(texts()), amount=kr(0), category=draw(st.sampled_from(Category)))
    plan = evolve(
        plan,
        budgets=tuple(
            Budget(
                year=each,
                costs=(evolve(line, amount=Money(ore=draw(st.integers(0, total.ore - 1)))),),
                opening=draw(money()) if each == year else None,
            )
            for each in years
        ),
    )
    return evolve(plan, stated=tuple(as_computed(plan, each) for each in years))


def as_computed(plan: OperationalPlan, year: int) -> Stated:
    """A document that states exactly what the plan's budget of the year comes to."""
    due, budget = plan.contributions(year), plan.budget(year)
    return Stated(
        where="the tables",
        column=Column.BUDGET,
        year=year,
        contributions=due.amounts,
        parties=due.by_party,
        income=budget.income,
        available=budget.available,
        costs=budget.total_costs,
        result=budget.result,
        closing=budget.closing,
    )
