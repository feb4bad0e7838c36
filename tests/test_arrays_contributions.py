"""What each member pays, in columns: what is paid in every row is what is paid by itself."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from finsam import (
    Association,
    ByPopulation,
    Contributions,
    Equal,
    FinsamError,
    Fixed,
    Funding,
    Member,
    Mixture,
    Money,
    OperationalPlan,
    Shares,
    ToBeSplit,
    arrays,
    contributions,
    example,
    kr,
)
from finsam.errors import (
    AllocationError,
    ColumnError,
    FundingError,
    PlanError,
    SplitError,
    UnknownNameError,
    WrongTypeError,
)
from finsam.formula import contributions_on
from finsam.funding import Basis, PartYear
from finsam.organisations import municipality
from finsam.pending import PartlyKnown
from finsam.split import Agreement, SplitKey, Weighted
from plan_strategies import funded_plans, plans
from strategies import tries

HOGLANDET = example("hoglandet-2023")
POPULATION = {"Aneby": 6_824, "Eksjö": 17_858, "Nässjö": 31_944, "Sävsjö": 11_771, "Tranås": 18_804, "Vetlanda": 27_673}

Drawn = tuple[OperationalPlan, int, Basis, list[int], dict[str, list[int]]]
"""A plan, a year, from what it starts and with which amounts, and inhabitants by member."""


def of_population(key: SplitKey | None) -> list[str]:
    """Whom the population of a key is of."""
    if isinstance(key, Mixture):
        return [name for part in key.mixture for name in of_population(part.key)]
    return [*key.population] if isinstance(key, ByPopulation) else []


def with_heads(key: Any, heads: Mapping[str, int]) -> Any:
    """A key in which those heads stand in the place of its own."""
    if isinstance(key, Mixture):
        return Mixture([Weighted(weight=part.weight, key=with_heads(part.key, heads)) for part in key.mixture])
    if isinstance(key, ByPopulation):
        return ByPopulation({name: heads.get(name, own) for name, own in key.population.items()})
    return key


def by_itself(plan: OperationalPlan, year: int, basis: Basis, ore: int, heads: Mapping[str, int]) -> Contributions:
    """What is paid in one draw, of a plan that is made for it."""
    starts: dict[str, Any] = {each.value: {**getattr(plan.funding, each)} for each in Basis}
    for each in starts.values():
        each.pop(year, None)
    starts[basis.value][year] = Money(ore=ore)
    funding = evolve(
        plan.funding,
        split=[evolve(each, key=with_heads(each.key, heads)) for each in plan.funding.split],
        region_split=[evolve(each, key=with_heads(each.key, heads)) for each in plan.funding.region_split],
        **starts,
    )
    return evolve(plan, funding=funding).contributions(year)


def paid_by_each(due: Contributions) -> list[int]:
    """What each member pays, in öre, where all of it is known."""
    return [due[member].ore for member in due.members]


@st.composite
def draws(draw: st.DrawFn) -> Drawn:
    """A plan, a year that has funding, and columns of what its contributions start from and of inhabitants."""
    plan = draw(funded_plans() | plans())
    assume(plan.funding.years)
    year, rows = draw(st.sampled_from(plan.funding.years)), draw(st.integers(1, 3))
    terms = plan.terms(year)
    basis = draw(st.sampled_from([terms.basis, terms.basis, *Basis]))
    units = st.integers(0, 12) | st.integers(0, 50_000_000) | st.just(terms.amount.ore // terms.unit.ore)
    amounts = draw(st.lists(units.map(lambda number: number * terms.unit.ore), min_size=rows, max_size=rows))
    known = [*of_population(terms.split), *of_population(terms.region_split)]
    some = draw(st.lists(st.sampled_from(known), unique=True)) if known else []
    heads = st.integers(0, 3) | st.integers(0, 1_000_000)
    return plan, year, basis, amounts, {each: draw(st.lists(heads, min_size=rows, max_size=rows)) for each in some}


def row_by_row(drawn: Drawn) -> list[list[int]]:
    """What is paid in each draw."""
    plan, year, basis, amounts, heads = drawn
    dues = (
        by_itself(plan, year, basis, ore, {name: each[row] for name, each in heads.items()})
        for row, ore in enumerate(amounts)
    )
    return [paid_by_each(due) for due in dues]


@tries(200)
@given(draws())
def test_every_row_is_what_a_plan_of_its_own_gives(drawn: Drawn) -> None:
    """Whoever the members are, whatever they agree on; and where any row cannot be worked out, neither can they all."""
    plan, year, basis, amounts, heads = drawn
    columns: dict[str, Any] = {basis.value: amounts, **({"population": heads} if heads else {})}
    try:
        paid = arrays.contributions(plan, year, **columns)
    except FinsamError as error:
        if "mixes populations more than once" in str(error):
            return  # which is said to be beyond arrays
        with pytest.raises(type(error)):
            row_by_row(drawn)
    else:
        assert paid.ore.tolist() == row_by_row(drawn)
        assert paid.columns == tuple(member.name for member in plan.association.members_in(year))


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=20))
def test_what_the_members_pay_adds_up_to_the_total(totals: list[int]) -> None:
    """In öre, in every row."""
    paid = arrays.contributions(HOGLANDET, 2024, total=totals)
    assert paid.ore.sum(axis=1).tolist() == totals


def test_what_is_not_drawn_is_as_in_the_plan() -> None:
    """Inhabitants alone, of some members alone: what the others have is what the plan says."""
    plan = evolve(HOGLANDET, funding=Funding(total={2027: kr(8_054_000)}, split=ByPopulation(POPULATION)))
    column = pd.Series([6_824, 7_000])
    paid = arrays.contributions(plan, 2027, population={"Aneby kommun": column})
    for row, heads in enumerate(column):
        due = contributions(
            plan.association,
            year=2027,
            total=kr(8_054_000),
            split=ByPopulation({**POPULATION, "Aneby": heads}),
        )
        assert paid.ore[row].tolist() == paid_by_each(due)


def test_so_much_per_inhabitant_grows_with_the_inhabitants() -> None:
    """100 and 200 of them, or 100 and 300, at 50 kr each: 15 000 kr and 20 000 kr, a quarter of the whole."""
    plan = two(Funding(per_inhabitant={2027: kr(50)}, split=ByPopulation({"Habo": 100, "Mullsjö": 1})))
    paid = arrays.contributions(plan, 2027, population={"Mullsjö": [200, 300]})
    assert paid["Habo"].tolist() == [500_000, 500_000]
    assert paid["Mullsjö"].tolist() == [1_000_000, 1_500_000]
    assert paid.ore.sum(axis=1).tolist() == [6_000_000, 8_000_000]


def two(funding: Funding, *, joined: date | None = None) -> OperationalPlan:
    """Habo and Mullsjö, the second of which may have joined within the year."""
    mullsjo = Member(organisation=municipality("Mullsjö"), joined=joined)
    association = Association.of("Bygden", municipalities=["Habo", mullsjo], region="Region Jönköpings län")
    return OperationalPlan(association=association, year=2027, funding=funding)


MIXED = Mixture([("70 %", ByPopulation({"Habo": 100, "Mullsjö": 200})), ("30 %", Equal())])


@pytest.mark.parametrize("agreed", PartYear)
@pytest.mark.parametrize("split", [MIXED, MIXED.mixture[0].key, Shares({"Habo": "1/3", "Mullsjö": "2/3"})])
def test_what_is_agreed_for_a_part_of_the_year_holds_in_every_row(agreed: PartYear, split: Any) -> None:
    """Mullsjö joins on 15 March."""
    if agreed is PartYear.NEXT_YEAR:
        split = Equal()
    funding = Funding(total={2027: kr(1)}, split=split, part_year=agreed)
    plan, totals = two(funding, joined=date(2027, 3, 15)), [0, 1, 999, 10**9 + 7]
    paid = arrays.contributions(plan, 2027, total=totals)
    assert paid.ore.tolist() == [paid_by_each(by_itself(plan, 2027, Basis.TOTAL, ore, {})) for ore in totals]
    if of_population(split):
        heads = [0, 1, 7, 1_000_000]
        paid = arrays.contributions(plan, 2027, total=totals, population={"Habo": heads})
        due = [by_itself(plan, 2027, Basis.TOTAL, ore, {"Habo": of}) for ore, of in zip(totals, heads, strict=True)]
        assert paid.ore.tolist() == [paid_by_each(each) for each in due]


def test_a_mixture_that_overflows_is_exact() -> None:
    """So many inhabitants that 64 bits do not hold what they are weighed with."""
    shares = Shares({"Habo": "333333333/1000000007", "Mullsjö": "666666674/1000000007"})
    key = Mixture([("1/3", ByPopulation({"Habo": 1, "Mullsjö": 1})), ("2/3", shares)])
    plan, heads = two(Funding(total={2027: kr(1_000_001)}, split=key)), [1, 10**15, 4 * 10**18]
    paid = arrays.contributions(plan, 2027, population={"Habo": heads})
    due = [by_itself(plan, 2027, Basis.TOTAL, 100_000_100, {"Habo": each}) for each in heads]
    assert paid.ore.tolist() == [paid_by_each(each) for each in due]


def test_a_municipality_outside_every_region_pays_in_two_quarters() -> None:
    """Gotland beside a region has half of each quarter here: 1/8 and 1/8 of the whole (5 a § second paragraph)."""
    association = Association.of("Öarna", municipalities=["Gotland", "Västervik"], regions=["Region Kalmar län"])
    plan = OperationalPlan(
        association=association,
        year=2027,
        funding=Funding(total={2027: kr(8)}, split=Equal(), region_split=Equal()),
    )
    paid = arrays.contributions(plan, 2027, total=[800, 80_000])
    assert paid["Gotland"].tolist() == [200, 20_000]
    assert paid["Region Kalmar län"].tolist() == [100, 10_000]


@pytest.mark.parametrize("split", [Fixed({"Habo": 1, "Mullsjö": 2}), PartlyKnown({"Habo": 1, "Mullsjö": 2})])
def test_fixed_amounts_are_paid_of_what_they_add_up_to(split: SplitKey) -> None:
    """3 kr is a quarter of 12 kr."""
    paid = arrays.contributions(two(Funding(total={2027: kr(12)}, split=split)), 2027, total=[1_200, 1_200])
    assert paid["Mullsjö"].tolist() == [200, 200]


@pytest.mark.parametrize("split", [Fixed({"Habo": 0, "Mullsjö": 0}), PartlyKnown({"Habo": 0, "Mullsjö": 0})])
def test_of_nothing_each_pays_nothing_in_columns(split: SplitKey) -> None:
    """As where there is one amount."""
    paid = arrays.contributions(two(Funding(total={2027: kr(12)}, split=split)), 2027, total=[0, 0])
    assert not paid.ore.any()


# What is refused

TOO_LARGE = (
    "{} goes beyond 9 223 372 036 854 775 807, the largest number of 64 bits; work with such numbers one by one, "
    "without arrays"
)


def of(split: SplitKey | None = MIXED, **more: Any) -> OperationalPlan:
    return two(Funding(total={2027: kr(12)}, split=() if split is None else split, **more))


@pytest.mark.parametrize(
    ("plan", "columns", "error", "message"),
    [
        (of(), {}, FundingError, "nothing is drawn; give a column, as total=numpy.array([...]) in öre"),
        (of(), {"population": {}}, FundingError, "nothing is drawn; give a column, as total=numpy.array([...]) in öre"),
        (
            of(),
            {"total": [1], "state": [1]},
            FundingError,
            "2027 starts from total and state; write one of them",
        ),
        (of(), {"total": [100, -500]}, ColumnError, "total is -500 in row 1, counted from 0; write zero or more"),
        (
            of(),
            {"total": [1, 2], "population": {"Habo": [1]}},
            ColumnError,
            'population["Habo"] is of length 1, and total of length 2; write as many numbers in each',
        ),
        (
            of(),
            {"population": {"Habo": [1], "Mullsjö": [-1]}},
            ColumnError,
            'population["Mullsjö"] is -1 in row 0, counted from 0; write zero or more',
        ),
        (of(), {"population": [1, 2]}, WrongTypeError, "population takes a dict, not a list"),
        (
            of(),
            {"population": {"Mulsjö": [1]}},
            UnknownNameError,
            'nobody called "Mulsjö" splits by population; did you mean "Mullsjö"?',
        ),
        (
            of(Equal()),
            {"population": {"Habo": [1]}},
            FundingError,
            "nobody splits by population in 2027, so that inhabitants change nothing; leave out population",
        ),
        (
            of(unit=kr(1)),
            {"total": [400, 450]},
            AllocationError,
            "row 1, counted from 0: 4,50 kr is not a whole number of units of 1 kr; choose a unit that divides it",
        ),
        (
            of(unit=kr(1)),
            {"municipalities": [400, 450]},
            AllocationError,
            "row 1, counted from 0: 4,50 kr is not a whole number of units of 1 kr; choose a unit that divides it",
        ),
        (
            of(),
            {"state": [1, 2**62]},
            ColumnError,
            TOO_LARGE.format("state"),
        ),
        (
            of(MIXED.mixture[0].key),
            {"per_inhabitant": [2**60]},
            ColumnError,
            TOO_LARGE.format("per_inhabitant"),
        ),
        (
            of(),
            {"population": {"Habo": [2**62], "Mullsjö": [2**62]}},
            ColumnError,
            TOO_LARGE.format("population"),
        ),
        (
            of(Equal()),
            {"per_inhabitant": [100]},
            FundingError,
            "so much per inhabitant is known for 2027 only where the municipalities split by population",
        ),
        (
            of(),
            {"per_inhabitant": [100]},
            FundingError,
            "so much per inhabitant is known for 2027 only where the municipalities split by population",
        ),
        (
            of(MIXED.mixture[0].key),
            {"total": [0, 400], "population": {"Habo": [0, 0], "Mullsjö": [0, 0]}},
            SplitError,
            "row 1, counted from 0: the weights of Habo, Mullsjö sum to zero; give at least one above zero",
        ),
        (
            of(),
            {"total": [400, 0], "population": {"Habo": [1, 0], "Mullsjö": [0, 0]}},
            SplitError,
            "row 1, counted from 0: the weights of Habo, Mullsjö sum to zero; give at least one above zero",
        ),
        (
            of(Mixture([("50 %", MIXED.mixture[0].key), ("50 %", MIXED)])),
            {"population": {"Habo": [1]}},
            SplitError,
            (
                "the split of 2027 mixes populations more than once, or within another mixture; draw only one, mixed "
                "directly"
            ),
        ),
        (
            of(Mixture([("100 %", MIXED)])),
            {"population": {"Habo": [1]}},
            SplitError,
            (
                "the split of 2027 mixes populations more than once, or within another mixture; draw only one, mixed "
                "directly"
            ),
        ),
        (
            of(Fixed({"Habo": 1, "Mullsjö": 2})),
            {"total": [1_200, 1_600]},
            SplitError,
            "row 1, counted from 0: the fixed amounts add up to 3 kr; change them so that they add up to 4 kr",
        ),
        (
            of(PartlyKnown({"Habo": 1, "Mullsjö": 2})),
            {"total": [1_200, 800]},
            SplitError,
            "row 1, counted from 0: the known amounts add up to 3 kr, which is not a part of 2 kr; correct them",
        ),
        (
            of(Shares({"Habo": "60 %", "Mullsjö": "30 %"})),
            {"total": [1_200, 800]},
            SplitError,
            "the shares of Habo, Mullsjö sum to 90 %; change them so that they sum to 100 %",
        ),
        (
            of(ToBeSplit(by="population")),
            {"total": [1_200]},
            FundingError,
            "the part of Habo is not known: 3 kr is to be split by population, and not yet split",
        ),
        (
            of(None),
            {"total": [1_200]},
            FundingError,
            "Habo, Mullsjö share 3 kr as they agree (5 §); say how under split",
        ),
        (
            two(Funding(total={2027: kr(12)}, split=Equal()), joined=date(2027, 7, 1)),
            {"total": [1_200]},
            FundingError,
            (
                "the part of Habo is not known: 3 kr is not split, since it is not said what Mullsjö pay for a part of "
                "the year"
            ),
        ),
        (
            OperationalPlan(
                association=Association.of("Gotland", municipalities="Gotland"),
                year=2027,
                funding=Funding(total={2027: kr(1)}),
            ),
            {"regions": [100]},
            FundingError,
            "no part of the regions is paid in 2027; start from the total or from another party",
        ),
    ],
)
def test_what_cannot_be_paid_is_refused_in_words(
    plan: OperationalPlan, columns: dict[str, Any], error: type[FinsamError], message: str
) -> None:
    with pytest.raises(error) as raised:
        arrays.contributions(plan, 2027, **columns)
    assert str(raised.value) == message
    assert type(raised.value) is error


def test_a_year_without_funding_is_refused_as_the_plan_refuses_it() -> None:
    """With the years that there are."""
    with pytest.raises(PlanError) as error:
        arrays.contributions(HOGLANDET, 2031, total=[1])
    assert str(error.value) == "there is no funding for 2031; the plan has 2022, 2023, 2024, 2025"
    with pytest.raises(WrongTypeError) as wrong:
        arrays.contributions(HOGLANDET.association, 2024, total=[1])  # type: ignore[arg-type]
    assert str(wrong.value).startswith('plan takes a plan, as load("plan.toml") gives it, not Association(')


def test_a_plan_is_left_as_it_was() -> None:
    """And so are the columns; what came of them cannot be changed."""
    totals = np.array([100, 200])
    paid = arrays.contributions(HOGLANDET, 2024, total=totals)
    assert totals.tolist() == [100, 200]
    assert example("hoglandet-2023") == HOGLANDET
    with pytest.raises(ValueError, match="read-only"):
        paid.ore[0, 0] = 1
    with pytest.raises(ValueError, match="read-only"):
        paid["Aneby"][0] = 1


def test_an_agreement_for_some_years_holds_for_those() -> None:
    """Half each in 2027, and otherwise by agreed shares."""
    plan = two(
        Funding(
            total={2027: kr(1), 2028: kr(1)},
            split=[Agreement(key=Equal(), years=(2027,)), Shares({"Habo": "3/4", "Mullsjö": "1/4"})],
        )
    )
    assert arrays.contributions(plan, 2027, total=[800])["Habo"].tolist() == [100]
    assert arrays.contributions(plan, 2028, total=[800])["Habo"].tolist() == [150]
    assert contributions_on(plan.association, plan.terms(2028)).total == kr(1)
