"""
Hypothesis strategies for everything that a plan is made of, and for whole plans.

They give the whole domain, lawful or not, unless the name says otherwise.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Any, TypeVar

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from finsam import (
    Agreement,
    Association,
    ByPopulation,
    Category,
    Cost,
    Equal,
    Equity,
    Fixed,
    Funding,
    Income,
    Member,
    Mixture,
    Money,
    OperationalPlan,
    Party,
    Shares,
    Stated,
    ToBeSplit,
    kr,
)
from finsam.budget import IncomeKind
from finsam.finding import Chapter
from finsam.funding import Basis, PartYear, Standing, Terms
from finsam.keys import ByFigures
from finsam.ladder import Step
from finsam.language import folded
from finsam.organisations import AGENCIES, Municipality, Organisation, Region, municipalities, municipality, regions
from finsam.payments import Flow, PaymentPlan, PaymentRule
from finsam.pending import NotAgreed, OpenKey, PartlyKnown, Unpublished
from finsam.period import Time, as_time
from finsam.printed import Printed
from finsam.revision import Revision
from finsam.rows import Column, Columns
from finsam.split import ProportionalKey, SplitKey
from strategies import organisation_numbers, printed_amounts, printed_shares, units

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


def _member(draw: DrawFn, organisation: T, *, formed: date | None = None) -> Any:
    joined = draw(days(formed)) if draw(SELDOM) else None
    notice = draw(days(joined or formed)) if draw(SELDOM) else None
    left = draw(days(notice or joined or formed)) if draw(SELDOM) else None
    return Member(organisation=organisation, joined=joined, left=left, notice=notice)  # as it is given


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
    lawful: list[Organisation] = [member.organisation for member in _lawful(draw).members]
    kept = draw(st.just(lawful) | some(lawful))
    kept += [each for each in draw(st.lists(OTHERS, max_size=2, unique=True)) if each not in kept]
    formed = draw(st.none() | days())
    members = [_member(draw, each, formed=formed) for each in kept]
    name = draw(texts())
    former = () if formed is None else draw(st.lists(texts(), max_size=2, unique_by=folded))
    return Association(
        name=name,
        formed=formed,
        formed_from=tuple(each for each in former if folded(each) != folded(name)),
        organisation_number=draw(st.none() | organisation_numbers()),
        municipalities=tuple(each for each in members if isinstance(each.organisation, Municipality)),
        regions=tuple(each for each in members if isinstance(each.organisation, Region)),
        agencies=tuple(each for each in members if each.organisation in AGENCIES),
    )


# Who pays what


@cache
def weights(count: int, most: int = 1_000) -> SearchStrategy[list[int]]:
    """That many whole numbers from zero, not all of them zero."""
    return st.lists(st.integers(0, most), min_size=count, max_size=count).filter(any)


def _shares(draw: DrawFn, names: Sequence[str]) -> Shares:
    agreed = draw(weights(len(names)))
    return Shares({name: Fraction(weight, sum(agreed)) for name, weight in zip(names, agreed, strict=True)})


def _population(draw: DrawFn, names: Sequence[str]) -> ByPopulation:
    heads = draw(weights(len(names), most=1_000_000))
    return ByPopulation(dict(zip(names, heads, strict=True)), on=draw(_DAY), source=draw(_SOURCE))


def _figures(draw: DrawFn, names: Sequence[str]) -> ByFigures:
    tenths = draw(weights(len(names), most=1_000_000))
    figures = {name: Decimal(tenth) / draw(st.sampled_from([1, 10])) for name, tenth in zip(names, tenths, strict=True)}
    return ByFigures(figures, of=draw(texts()), unit=draw(_SOURCE), on=draw(_DAY), source=draw(_SOURCE))


def _proportional(draw: DrawFn, names: Sequence[str]) -> ProportionalKey:
    kinds: dict[type, Callable[[DrawFn, Sequence[str]], ProportionalKey]] = {
        Equal: lambda draw, names: Equal(),
        Shares: _shares,
        ByPopulation: _population,
        ByFigures: _figures,
    }
    return kinds[draw(st.sampled_from([*kinds]))](draw, names)


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
def keys_to_come() -> SearchStrategy[OpenKey]:
    """Keys by which nothing can be split, since the parts are not known."""
    to_be_split = st.builds(ToBeSplit, by=st.sampled_from(["population", "antal försäkrade"]), on=st.none() | days())
    return st.one_of(to_be_split, st.just(Unpublished()), st.just(NotAgreed()), st.just(PartlyKnown({"Habo": 0})))


def _terms(draw: DrawFn, association: Association, year: int) -> Terms:
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
    return Terms(
        year=year,
        basis=basis,
        amount=starts[basis],
        split=_split(draw, of, quarter if beside else None) if len(of) > 1 else None,
        region_split=_split(draw, beside, quarter) if len(beside) > 1 else None,
        unit=unit,
    )


terms = st.composite(_terms)


def funding_of(*terms: Terms, **others: Any) -> Funding:
    """The funding of years that have those terms, each with keys of its own."""
    starts: dict[str, Any] = {}
    for each in terms:
        starts.setdefault(each.basis.value, {})[each.year] = each.amount
    return Funding(
        **starts,
        unit={each.year: each.unit for each in terms},
        split=[Agreement(key=each.split, years=(each.year,)) for each in terms if each.split is not None],
        region_split=[
            Agreement(key=each.region_split, years=(each.year,)) for each in terms if each.region_split is not None
        ],
        **others,
    )


def _funding(draw: DrawFn, association: Association, years: Sequence[int], times: Sequence[Time]) -> Funding:
    """The funding of some years in which somebody is a member: fitting terms, a key to come, or one for the rest."""
    funded = [year for year in draw(some(years)) if association.members_in(year)]
    funding = funding_of(*(_terms(draw, association, year) for year in funded), received=_columns(draw, money(), times))
    if draw(SELDOM):
        funding = evolve(funding, unit=draw(units()))
    if draw(SELDOM):
        late = max(years) + 1
        funding = evolve(funding, per_inhabitant={late: draw(money())})
    if draw(SELDOM):
        funding = evolve(funding, part_year=draw(st.sampled_from(PartYear)))
    if draw(SELDOM):
        to_come = Agreement(key=draw(keys_to_come()), years=draw(st.none() | st.just(())))
        funding = evolve(funding, split=(*funding.split, to_come))
    return evolve(funding, standing={year: draw(st.sampled_from(Standing)) for year in draw(some(funding.years))})


@st.composite
def funded_plans(
    draw: DrawFn, *, kinds: Sequence[str] = (ORDINARY, ALONE, BESIDE), years: Sequence[int] = range(2010, 2036)
) -> OperationalPlan:
    """A lawful association with the terms of one year, whose contributions can be worked out, and nothing else."""
    association, year = _lawful(draw, kinds=kinds), draw(st.sampled_from(years))
    return OperationalPlan(association=association, year=year, funding=funding_of(_terms(draw, association, year)))


# Money in and out


def parts_of(year: int) -> list[Time]:
    """A half-year, a tertial, a quarter, and through a day in August."""
    return [as_time(f"{year}-{part}") for part in ("H1", "T2", "Q4", "08-31")]


def _cells(draw: DrawFn, figures: SearchStrategy[T], times: Sequence[Time]) -> Mapping[Time, T]:
    return {time: draw(figures) for time in draw(st.permutations(draw(some(times))))}


def _columns(draw: DrawFn, figures: SearchStrategy[T], times: Sequence[Time]) -> Columns[T]:
    """Figures in some columns for some times, in any order."""
    return Columns(**{column.value: _cells(draw, figures, times) for column in draw(some(list(Column)))})


def _by_column(draw: DrawFn, times: Sequence[Time]) -> dict[str, Any]:
    """Amounts in some columns for some times, by the columns' names."""
    return {column.value: _cells(draw, money(-1_000), times) for column in draw(some(list(Column)))}


def _costs(draw: DrawFn, times: Sequence[Time]) -> tuple[Cost, ...]:
    return tuple(
        Cost(
            id=each,
            name=draw(texts()),
            category=draw(st.sampled_from(Category)),
            intervention=draw(st.none() | ids()),
            note=draw(st.none() | texts()),
            excluding_vat=draw(SELDOM),
            **_by_column(draw, times),
        )
        for each in draw(st.lists(ids(), max_size=4, unique=True))
    )


def _income(draw: DrawFn, times: Sequence[Time]) -> tuple[Income, ...]:
    return tuple(
        Income(
            id=each,
            name=draw(texts()),
            kind=draw(st.none() | st.sampled_from(IncomeKind)),
            **_by_column(draw, times),
        )
        for each in draw(st.lists(ids(), max_size=2, unique=True))
    )


costs = st.composite(_costs)
incomes = st.composite(_income)


RULES = st.sampled_from(
    [
        "daily",
        "first weekday of the month",
        "last weekday of the month",
        "quarterly in advance",
        "half-yearly in arrears",
        "yearly in advance",
        "FREQ=MONTHLY;BYMONTHDAY=25,-1",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=2TU",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",  # never falls
    ]
)
"""Rules of payment, in words and as recurrences."""


def _payments(
    draw: DrawFn, *, costs: Sequence[str] = (), income: Sequence[str] = (), members: Sequence[str] = ()
) -> tuple[PaymentPlan, ...]:
    """Payments of some of those rows and members, of categories and parties, of all of a kind and of all else."""
    known = {"cost": costs, "income": income, "member": members, "category": Category, "party": Party, "of": Flow}
    every = [{}, *({key: each} for key, names in known.items() for each in names)]
    return tuple(
        _payment(draw, named)
        for named in draw(st.lists(st.sampled_from(every), max_size=4, unique_by=lambda each: tuple(each.items())))
    )


def _payment(draw: DrawFn, named: Mapping[str, Any]) -> PaymentPlan:
    first = draw(days()) if draw(SELDOM) else None
    last = draw(days(first)) if draw(SELDOM) else None
    return PaymentPlan(rule=PaymentRule(draw(RULES)), first=first, last=last, **named)


payments = st.composite(_payments)


PRINTED = printed_amounts() | money(-1_000_000).map(Printed.amount)


@st.composite
def _equity(draw: DrawFn, times: Sequence[Time]) -> Equity:
    """What the years begin with, and the most that may be saved: a share, a ladder, or nothing that is said."""
    shares, opening = st.fractions(0, 1, max_denominator=1_000), _columns(draw, money(-1_000_000), times)
    if draw(SELDOM):
        bounds: list[Money | None] = [*sorted(draw(st.sets(money(), max_size=3)))]
        steps = [_step(draw, up_to, shares) for up_to in [*bounds, *draw(st.sampled_from(([], [None])))]]
        return Equity(opening=opening, ladder=tuple(steps))
    return Equity(opening=opening, ceiling=draw(st.none() | shares))


def _step(draw: DrawFn, up_to: Money | None, shares: SearchStrategy[Fraction]) -> Step:
    of_share = draw(st.booleans())
    return Step(up_to=up_to, share=draw(shares) if of_share else None, amount=None if of_share else draw(money()))


def _revision(draw: DrawFn, plan: OperationalPlan) -> Revision:
    """A revision of the budget of some rows whose ids are theirs alone."""
    every: list[Cost | Income] = [*plan.costs, *plan.income]
    ids = [row.id for row in every]
    rows = [row for row in every if ids.count(row.id) == 1]
    before = {row.id: {time: draw(money(-1_000)) for time in draw(some([*row.budget]))} for row in draw(some(rows))}
    return Revision(on=draw(days()), note=draw(st.none() | texts()), before=before)


def _stated(draw: DrawFn, association: Association, where: str, times: Sequence[Time]) -> Stated:
    names = [member.name for member in association.members]
    totals = ("income", "available", "ceiling", "costs", "result", "closing")
    shares = st.dictionaries(st.sampled_from(Category), printed_shares())
    return Stated(
        where=where,
        contributions={name: _columns(draw, PRINTED, times) for name in draw(some(names))},
        parties={party: _columns(draw, PRINTED, times) for party in draw(some(list(Party)))},
        shares=_columns(draw, shares, times) if draw(SELDOM) else Columns(),
        **{total: _columns(draw, PRINTED, times) for total in draw(some(totals))},
    )


@st.composite
def plans(draw: DrawFn, *, first: int = 2005) -> OperationalPlan:
    """Whole plans for that budget year or a later one, lawful or not; two places of a document can have one name."""
    association, year = draw(associations()), draw(st.integers(first, 2035))
    around = range(year - 1, year + 3)
    times: list[Time] = [*around, *draw(some(parts_of(year - 1)))]
    where = draw(texts())
    plan = OperationalPlan(
        association=association,
        year=year,
        chapters=draw(st.none() | some(list(Chapter)).map(tuple)),
        funding=_funding(draw, association, around, times),
        equity=draw(_equity(times)),
        income=_income(draw, times),
        costs=_costs(draw, times),
        stated=tuple(
            _stated(draw, association, draw(st.just(where) | texts()), times) for _ in range(draw(st.integers(0, 2)))
        ),
    )
    plan = evolve(plan, revisions=tuple(_revision(draw, plan) for _ in range(draw(st.integers(0, 2)))))
    return evolve(
        plan,
        preliminary=tuple(draw(some([each.year for each in plan.outcomes if each.is_whole_year]))),
        payments=_payments(
            draw,
            costs=[each.id for each in plan.costs],
            income=[each.id for each in plan.income],
            members=[each.name for each in association.members],
        ),
    )


@st.composite
def sound_plans(draw: DrawFn, *, first: int | None = None) -> OperationalPlan:
    """
    Plans in which there is nothing to find: a lawful association, three years that are funded and cost less than
    they get, and a document that states exactly what its rows come to.
    """
    association, year = _lawful(draw), draw(st.integers(2018, 2033)) if first is None else first
    years = range(year, year + 3)
    terms = _terms(draw, association, year)
    funding = evolve(
        funding_of(*(evolve(terms, year=each) for each in years)),
        split=() if terms.split is None else terms.split,
        region_split=() if terms.region_split is None else terms.region_split,
    )
    plan = OperationalPlan(association=association, year=year, funding=funding)
    total = plan.contributions(year).total
    row = Cost(
        id="a",
        name=draw(texts()),
        category=draw(st.sampled_from(Category)),
        budget={each: Money(ore=draw(st.integers(0, total.ore - 1))) for each in years},
    )
    plan = evolve(plan, costs=(row,), equity=Equity(opening=Columns(budget={year: draw(money())})))
    return evolve(plan, stated=tuple(as_computed(plan, each) for each in years))


def as_computed(plan: OperationalPlan, year: int) -> Stated:
    """A document that states exactly what the plan's budget of the year comes to."""
    due, budget = plan.contributions(year), plan.budget(year)

    def printed(amount: Money | None) -> Columns[Money]:
        return Columns() if amount is None else Columns(budget={year: amount})

    return Stated(
        where="the tables",
        contributions={member: printed(amount) for member, amount in due.items()},
        parties={party: printed(amount) for party, amount in due.by_party.items()},
        income=printed(budget.income),
        available=printed(budget.available),
        costs=printed(budget.total_costs),
        result=printed(budget.result),
        closing=printed(budget.closing),
    )
