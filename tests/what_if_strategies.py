"""Hypothesis strategies for plans of which something can be otherwise, and for changes that fit them."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from finsam import (
    Association,
    Category,
    Cost,
    Equity,
    Funding,
    Income,
    Money,
    OperationalPlan,
    Party,
    Shares,
    kr,
)
from finsam.funding import Basis
from finsam.rows import Columns
from finsam.scenarios import (
    FundingChange,
    Limits,
    NewRow,
    OpeningChange,
    PlanChange,
    PopulationChange,
    RowChange,
)
from finsam.split import ProportionalKey
from plan_strategies import proportional_keys

YEARS = (2026, 2027, 2028, 2029)
MUNICIPALITIES = ("Habo", "Mullsjö", "Vaggeryd")
ROWS = ("stod", "kansli", "ranta")

SINCE = st.none() | st.sampled_from(YEARS)
AMOUNTS = st.integers(0, 4_000_000).map(kr)
RISES = st.fractions(-1, 2, max_denominator=40)


@st.composite
def changeable_plans(draw: DrawFn) -> OperationalPlan:
    """Plans of four years with three municipalities, two rows of costs and one of income, and carried equity."""

    def amounts(low: int = 0) -> dict[int, Money]:
        return {year: kr(draw(st.integers(low, 4_000_000))) for year in YEARS}

    return OperationalPlan(
        association=Association.of("Bygden", municipalities=MUNICIPALITIES, region="Region Jönköpings län"),
        year=draw(st.sampled_from(YEARS[:2])),
        funding=Funding(
            total={year: 4 * amount for year, amount in amounts().items()},
            split=draw(proportional_keys(MUNICIPALITIES)),
            unit=draw(st.sampled_from([Money(ore=1), kr(1)])),
        ),
        equity=Equity(opening=Columns(budget={2026: kr(draw(st.integers(-1_000_000, 1_000_000)))})),
        costs=tuple(
            Cost(id=name, name=name.title(), category=Category.INDIVIDUAL, budget=amounts()) for name in ROWS[:2]
        ),
        income=(Income(id="ranta", name="Ränta", budget=amounts()),),
    )


@st.composite
def funding_starts(draw: DrawFn) -> FundingChange:
    """Another start."""
    basis = draw(st.sampled_from([each for each in Basis if each is not Basis.PER_INHABITANT]))
    amount = draw(AMOUNTS)
    given: Any = {basis.value: 4 * amount}
    return (
        FundingChange(since=draw(SINCE), **given)
        if draw(st.booleans())
        else FundingChange(more=draw(RISES), since=draw(SINCE))
    )


def keys() -> SearchStrategy[ProportionalKey]:
    return proportional_keys(MUNICIPALITIES)


@st.composite
def row_changes(draw: DrawFn, row: str) -> RowChange:
    """A row changed in each of the ways."""
    ways: list[dict[str, Any]] = [
        {"amount": draw(AMOUNTS)},
        {"plus": draw(AMOUNTS)},
        {"more": draw(RISES)},
        {"yearly": draw(RISES)},
        {"removed": True},
        {"amount": {2027: draw(AMOUNTS)}},
    ]
    way = draw(st.sampled_from(ways))
    return RowChange(row, since=None if way == ways[-1] else draw(SINCE), **way)


@st.composite
def one_of_each(draw: DrawFn) -> list[PlanChange]:
    """Changes of different things: of some of them one each."""
    new = Cost(id="ny", name="Ny", category=Category.NEW, budget={2028: draw(AMOUNTS)})
    every: list[PlanChange] = [
        draw(funding_starts()),
        FundingChange(split=draw(keys()), since=draw(SINCE)),
        FundingChange(unit=draw(st.sampled_from([kr(1), kr(10)])), years=[2029]),
        *(draw(row_changes(row)) for row in ROWS),
        NewRow(cost=new),
        OpeningChange(draw(AMOUNTS), since=draw(st.sampled_from(YEARS))),
    ]
    return draw(st.lists(st.sampled_from(every), max_size=5, unique_by=id))


def population_changes() -> SearchStrategy[PopulationChange]:
    """Other heads of some members."""
    heads = st.dictionaries(st.sampled_from(MUNICIPALITIES), st.integers(1, 100_000), min_size=1)
    return st.builds(PopulationChange, population=heads, since=SINCE)


SHARES = Shares({"Habo": "60 %", "Mullsjö": "30 %", "Vaggeryd": "10 %"})
LIMITS = Limits(offers={Party.STATE: kr(2_000_000)}, ceilings={"Habo": kr(300_000)})
