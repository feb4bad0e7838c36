"""Equity over the years, in columns; and what is counted of it."""

from collections.abc import Mapping
from fractions import Fraction
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
    Category,
    Cost,
    Equity,
    FinsamError,
    Fixed,
    Funding,
    Income,
    Money,
    OperationalPlan,
    arrays,
    example,
    kr,
    share,
)
from finsam.arrays import Distribution, outlook
from finsam.errors import BudgetError, ColumnError, FundingError, ShareError, UnknownNameError, WrongTypeError
from finsam.funding import Basis
from finsam.ladder import Step
from finsam.rows import Columns
from plan_strategies import plans, sound_plans
from strategies import amounts, tries

HOGLANDET = example("hoglandet-2023")

Drawn = tuple[OperationalPlan, dict[int, tuple[Basis, list[int]]], dict[Any, Any], int]
"""A plan, columns of what some years start from, and of costs by year and row; and how many draws."""


# What a draw comes to, of a plan that is made for it


def with_start(plan: OperationalPlan, year: int, basis: Basis, ore: int) -> OperationalPlan:
    """The plan, if that year started from that amount."""
    starts: dict[str, Any] = {each.value: {**getattr(plan.funding, each)} for each in Basis}
    for each in starts.values():
        each.pop(year, None)
    starts[basis.value][year] = Money(ore=ore)
    return evolve(plan, funding=evolve(plan.funding, **starts))


def with_costs(plan: OperationalPlan, year: int, row: str | None, ore: int) -> OperationalPlan:
    """The plan, if that row cost so much in the year by what is best known of it; or if all rows did together."""
    accounts = plan.best_known(year)
    assert accounts is not None
    if row is None:
        row = accounts.costs[0].id
        ore -= sum(line.amount.ore for line in accounts.costs[1:])
    [one] = [each for each in plan.costs if each.id == row]
    column: dict[str, Any] = {
        accounts.column.value: {**getattr(one, accounts.column.value), year: Money(ore=ore)},
    }
    return evolve(plan, costs=tuple(evolve(each, **column) if each is one else each for each in plan.costs))


@st.composite
def drawn_plans(draw: st.DrawFn) -> Drawn:
    """A plan, columns of what some years start from, and of costs by year and row; and how many draws."""
    plan, rows = draw(plans() | sound_plans()), draw(st.integers(1, 3))
    known = [year for year in plan.years if plan.closing_equity(year) is not None]
    assume(known)
    column = amounts(smallest=kr(-1_000), largest=kr(10_000_000)).map(lambda amount: amount.ore)
    starts: dict[int, tuple[Basis, list[int]]] = {}
    costs: dict[tuple[int, str | None], list[int]] = {}
    for year in draw(st.lists(st.sampled_from(known), unique=True)):
        accounts, terms = plan.best_known(year), plan.funding.terms(year)
        assert accounts is not None
        is_received = plan.funding.received.figure(*accounts.cell) is not None
        if terms is not None and plan.parties(year) is not None and not is_received and draw(st.booleans()):
            units = draw(st.lists(st.integers(0, 1_000_000), min_size=rows, max_size=rows))
            starts[year] = terms.basis, [number * terms.unit.ore for number in units]
        whole = [None] if draw(st.booleans()) else draw(st.lists(st.sampled_from(accounts.costs), unique=True))
        for line in whole:
            costs[year, None if line is None else line.id] = draw(st.lists(column, min_size=rows, max_size=rows))
    assume(starts or costs)
    return plan, starts, costs, rows


def given_as(starts: Mapping[int, tuple[Basis, list[int]]], costs: Mapping[Any, Any]) -> dict[str, Any]:
    """The columns as one writes them."""
    columns: dict[str, Any] = {}
    for year, (basis, each) in starts.items():
        columns.setdefault(basis.value, {})[year] = each
    for (year, row), each in costs.items():
        if row is None:
            columns.setdefault("costs", {})[year] = each
        else:
            columns.setdefault("costs", {}).setdefault(row, {})[year] = each
    return columns


@tries(100)
@given(drawn_plans())
def test_every_row_is_carried_as_a_plan_of_its_own_carries_it(
    drawn: Drawn,
) -> None:
    """The equity of every year, what is contributed, and how often it is more than may be saved."""
    plan, starts, costs, rows = drawn
    ahead = outlook(plan, **given_as(starts, costs))
    over = dict.fromkeys(ahead.years, 0)
    unknown = set()
    for row in range(rows):
        own = plan
        for year, (basis, each) in starts.items():
            own = with_start(own, year, basis, each[row])
        for (year, name), each in costs.items():
            own = with_costs(own, year, name, each[row])
        closing = {year: own.closing_equity(year) for year in own.years}
        known = {year: amount.ore for year, amount in closing.items() if amount is not None}
        assert dict(zip(ahead.years, ahead.closing.ore[row].tolist(), strict=True)) == known
        for year in ahead.years:
            accounts = own.best_known(year)
            assert accounts is not None
            assert accounts.contributions == Money(ore=int(ahead.contributed[year][row]))
            most = own.equity.most(accounts.contributions)
            over[year] += most is not None and known[year] > most.ore
            unknown |= {year} if most is None else set()
    chances = {year: None if year in unknown else Fraction(over[year], rows) for year in ahead.years}
    assert ahead.above_ceiling == chances


@tries(25)
@given(sound_plans(), st.lists(st.integers(1, 10_000), min_size=1, max_size=3))
def test_what_each_member_pays_is_what_contributions_gives(plan: OperationalPlan, numbers: list[int]) -> None:
    """Of a year that is drawn, and of one that is not: then the same in every row."""
    unit, basis = plan.terms(plan.year).unit.ore, plan.terms(plan.year).basis.value
    column = [number * 4 * unit for number in numbers]
    assume(not any(isinstance(pool.key, Fixed) for pool in plan.contributions(plan.year).pools))
    start: dict[str, Any] = {basis: column}
    plain = arrays.contributions(plan, plan.year, **start)
    by_year: dict[str, Any] = {basis: {plan.year: column}}
    ahead = outlook(plan, **by_year)
    assert (ahead.contributions(plan.year).ore == plain.ore).all()
    same = [plan.contributions(plan.year + 1)[member].ore for member in plain.columns]
    assert ahead.contributions(plan.year + 1).ore.tolist() == [same] * len(numbers)


def test_inhabitants_change_what_all_pay_where_they_pay_per_inhabitant() -> None:
    """At 50 kr each, of 100 or 300 inhabitants: four times that is 20 000 or 60 000 kr; 20 000 of it is spent."""
    plan = simple(funding=Funding(per_inhabitant={2027: kr(50)}, split=ByPopulation({"Habo": 100})))
    ahead = outlook(plan, population={2027: {"Habo": [100, 300]}})
    assert ahead.contributed[2027].tolist() == [2_000_000, 6_000_000]
    assert ahead.closing[2027].tolist() == [0, 4_000_000]
    assert ahead.contributions(2027)["Habo"].tolist() == [500_000, 1_500_000]


def test_the_readers_three_lines() -> None:
    """
    Höglandet has 427 055 kr when 2024 begins: a year that costs from 1 to 500 000 kr more than it gets takes it below
    zero in the 72 945 cases that are more than 427 055 kr. The 25 000th smallest equity is that of 475 001 kr more, and
    the 475 000th that of 25 001 kr.
    """
    costs = 805_400_000 + 100 * np.arange(1, 500_001)
    ahead = outlook(HOGLANDET, costs={2024: costs})
    assert ahead.years == (2022, 2023, 2024, 2025)
    assert ahead.below_zero == {2022: 0, 2023: 0, 2024: Fraction(72_945, 500_000), 2025: Fraction(72_945, 500_000)}
    assert ahead.closing.within("90 %")[2024] == (kr(427_055 - 475_001), kr(427_055 - 25_001))


def test_a_year_is_carried_whatever_was_drawn_before_it() -> None:
    """What is saved in 2024 is there in 2025, in which tjänsteperson was to cost 850 000 kr."""
    costs: dict[int | str, Any] = {2024: [805_400_000, 800_000_000], "tjansteperson": {2025: [0, 10_000_000]}}
    ahead = outlook(HOGLANDET, costs=costs)
    person = (
        HOGLANDET.budget(2025)
        .costs[[line.id for line in HOGLANDET.budget(2025).costs].index("tjansteperson")]
        .amount.ore
    )
    assert ahead.closing[2024].tolist() == [42_705_500, 48_105_500]
    assert ahead.closing[2025].tolist() == [42_705_500 + person, 48_105_500 + person - 10_000_000]


# Counting


@st.composite
def distributions(draw: st.DrawFn) -> Distribution[str]:
    """What may come of the amounts of two, with few amounts so that some come more than once."""
    rows, number = draw(st.integers(1, 12)), st.integers(-3, 3) | st.integers(-(2**62), 2**62)
    table = draw(st.lists(st.tuples(number, number), min_size=rows, max_size=rows))
    return Distribution(columns=("Habo", "Mullsjö"), ore=np.array(table))


@given(distributions(), st.fractions(0, 1, max_denominator=20))
def test_a_quantile_is_the_smallest_amount_that_so_many_do_not_exceed(of: Distribution[str], q: Fraction) -> None:
    """One that was drawn: of a smaller one it does not hold."""
    for column, amount in of.quantile(q).items():
        drawn = sorted(of[column].tolist())
        reach = [each for each in drawn if Fraction(sum(other <= each for other in drawn), len(drawn)) >= q]
        assert amount == Money(ore=min(reach))


@given(distributions(), st.fractions(0, 1, max_denominator=20))
def test_within_holds_at_least_that_share_of_the_draws(of: Distribution[str], q: Fraction) -> None:
    """With no more outside on either side than half of what is left."""
    for column, (low, high) in of.within(q).items():
        drawn = of[column].tolist()
        assert sum(low.ore <= each <= high.ore for each in drawn) >= q * len(drawn)
        assert max(sum(each < low.ore for each in drawn), sum(each > high.ore for each in drawn)) <= len(drawn) * (
            1 - q
        ) / Fraction(2)


@given(distributions(), amounts())
def test_chances_are_counted(of: Distribution[str], amount: Money) -> None:
    """Below, above, and what is neither: together they are all draws."""
    for column in of.columns:
        drawn = of[column].tolist()
        below, above = of.chance_below(amount)[column], of.chance_above(amount)[column]
        assert below == Fraction(len([each for each in drawn if each < amount.ore]), len(of))
        assert 1 - below - above == Fraction(drawn.count(amount.ore), len(of))


def test_a_distribution_is_a_table_too() -> None:
    """With the names of what it is of."""
    paid = arrays.contributions(HOGLANDET, 2024, total=[100, 200, 300])
    table = pd.DataFrame(paid.ore, columns=paid.columns)
    assert table["Försäkringskassan"].tolist() == [50, 100, 150]
    assert len(paid) == 3


def test_what_it_was_made_of_can_still_be_written_to() -> None:
    """Only the distribution itself cannot be changed."""
    own = np.array([[1], [2]])
    of = Distribution(columns=("Habo",), ore=own)
    own += 0
    with pytest.raises(ValueError, match="read-only"):
        of.ore[0] = 3


def test_what_is_not_there_is_refused_in_words() -> None:
    """With the nearest name, or what could be written."""
    paid = arrays.contributions(HOGLANDET, 2024, total=[100])
    with pytest.raises(UnknownNameError) as unknown:
        paid["Anneby"]
    assert str(unknown.value) == 'there is no column "Anneby"; did you mean "Aneby"?'
    for q, message in (
        (2, '200 % is not a part of the draws; write from 0 to 1, for example "90 %"'),
        ("-1/2", '"-1/2" is not a share; write per cent as "6,8 %" or a ratio as "17/250"'),
        (Fraction(-1, 2), '-50 % is not a part of the draws; write from 0 to 1, for example "90 %"'),
        (0.9, 'a share is an exact number, not the float 0.9; write for example "6,8 %" or "17/250"'),
    ):
        for method in (paid.quantile, paid.within):
            with pytest.raises(ShareError) as error:
                method(q)  # type: ignore[arg-type]
            assert str(error.value) == message
    for chance in (paid.chance_below, paid.chance_above):
        with pytest.raises(WrongTypeError) as wrong:
            chance(0)  # type: ignore[arg-type]
        assert str(wrong.value) == "amount takes an amount, as kr(150_000), not 0"


# The ceiling


def simple(**more: Any) -> OperationalPlan:
    """Habo by itself, which begins 2027 with nothing and spends 20 000 kr in it."""
    cost = Cost(id="kansli", name="Kansli", category=Category.ADMINISTRATION, budget={2027: kr(20_000)})
    given: dict[str, Any] = {
        "association": Association.of("Bygden", municipalities="Habo", region="Region Jönköpings län"),
        "year": 2027,
        "funding": Funding(total={2027: kr(20_000)}),
        "equity": Equity(opening=Columns(budget={2027: kr(0)})),
        "costs": (cost,),
        **more,
    }
    return OperationalPlan(**given)


OPENING: Columns[Money] = Columns(budget={2027: kr(0)})
LADDER = (
    Step(up_to=kr(10), share=share("20 %")),
    Step(up_to=kr(20), amount=kr(3)),
    Step(up_to=kr(30), share=share("1/3")),
)


@pytest.mark.parametrize(
    ("equity", "chance"),
    [
        # of 10, 20 and 30 kr, a year that costs 7, 17 and 20 kr closes with 3, 3 and 10 kr
        (Equity(opening=OPENING, ceiling=share("20 %")), Fraction(2, 3)),  # 2, 4 and 6 kr
        (Equity(opening=OPENING, ceiling=share("1/3")), 0),  # 3 1/3, 6 2/3 and 10 kr
        (Equity(opening=OPENING, ladder=LADDER), Fraction(1, 3)),  # 2, 3 and 10 kr
        (Equity(opening=OPENING, ladder=LADDER[:2]), None),  # it says nothing of 30 kr
        (Equity(opening=OPENING, ladder=(*LADDER[:2], Step(amount=kr(9)))), Fraction(2, 3)),
        (Equity(opening=OPENING), None),
    ],
)
def test_how_often_more_is_saved_than_may_be(equity: Equity, chance: Fraction | None) -> None:
    """By a share of the year's contributions, by a ladder, or not said."""
    ahead = outlook(
        simple(equity=equity),
        total={2027: [1_000, 2_000, 3_000]},
        costs={2027: [700, 1_700, 2_000]},
    )
    assert ahead.closing[2027].tolist() == [300, 300, 1_000]
    assert ahead.above_ceiling == {2027: chance}


def test_a_share_of_large_contributions_is_exact() -> None:
    """A hundredth of an öre above 1/3 of the contributions is above it, where 64 bits hold neither times 3."""
    large = 3 * 10**18
    plan = simple(equity=Equity(opening=OPENING, ceiling=share("1/3")))
    ahead = outlook(plan, total={2027: [large] * 3}, costs={2027: [2 * 10**18 + more for more in (-1, 0, 1)]})
    assert ahead.above_ceiling == {2027: Fraction(1, 3)}


# What is refused


@pytest.mark.parametrize(
    ("plan", "columns", "error", "message"),
    [
        (HOGLANDET, {}, FundingError, "nothing is drawn; give a column, as total=numpy.array([...]) in öre"),
        (HOGLANDET, {"costs": [1, 2]}, WrongTypeError, "costs takes a dict, not a list"),
        (HOGLANDET, {"total": [1, 2]}, WrongTypeError, "total takes a dict, not a list"),
        (HOGLANDET, {"population": [1, 2]}, WrongTypeError, "population takes a dict, not a list"),
        (
            HOGLANDET,
            {"costs": {"tjansteperson": [1, 2]}},
            WrongTypeError,
            'costs["tjansteperson"] takes a dict, not a list',
        ),
        (HOGLANDET, {"population": {2024: [1]}}, WrongTypeError, "population[2024] takes a dict, not a list"),
        (
            HOGLANDET,
            {"costs": {"tjanstperson": {2024: [1]}}},
            UnknownNameError,
            'there is no row of costs "tjanstperson" in the plan; did you mean "tjansteperson"?',
        ),
        (
            HOGLANDET,
            {"costs": {2031: [1]}},
            BudgetError,
            "there is no budget, forecast or outcome for 2031; the plan has 2022, 2023, 2024, 2025",
        ),
        (
            HOGLANDET,
            {"costs": {2024: [1], "tjansteperson": {2024: [1]}}},
            BudgetError,
            "2024 has both all costs and those of the row tjansteperson; give one of them",
        ),
        (
            HOGLANDET,
            {"costs": {2024: [1, 2], "tjansteperson": {2025: [1]}}},
            ColumnError,
            'costs["tjansteperson"][2025] is of length 1, and costs[2024] of length 2; write as many numbers in each',
        ),
        (
            HOGLANDET,
            {"total": {2024: [1]}, "costs": {2024: [1, 2]}},
            ColumnError,
            "costs[2024] is of length 2, and total[2024] of length 1; write as many numbers in each",
        ),
        (
            simple(funding=Funding(total={2027: kr(1)}, split=ByPopulation({"Habo": 1}))),
            {"population": {2027: {"Habo": [1]}}, "costs": {2027: [1, 2]}},
            ColumnError,
            'costs[2027] is of length 2, and population[2027]["Habo"] of length 1; write as many numbers in each',
        ),
        (
            HOGLANDET,
            {"total": {2024: [-1]}},
            ColumnError,
            "total[2024] is -1 in row 0, counted from 0; write zero or more",
        ),
        (
            HOGLANDET,
            {"total": {2024: [1]}, "state": {2024: [1]}},
            FundingError,
            "2024 starts from total and state; write one of them",
        ),
        (
            simple(costs=(*simple().costs, Cost(id="ny", name="Ny", category=Category.NEW, forecast={2026: kr(1)}))),
            {"costs": {"ny": {2027: [1]}}},
            BudgetError,
            "the row ny has no costs in 2027 (budget); give a row that has, or write the amount in the plan",
        ),
        (
            simple(equity=Equity()),
            {"costs": {2027: [1]}},
            BudgetError,
            (
                "it is not known what 2027 closes with; write under [equity] what it opens with (opening), and its "
                "costs and contributions"
            ),
        ),
        (
            simple(equity=Equity(), costs=(), income=(Income(id="r", name="Ränta", budget={2027: kr(1)}),)),
            {"total": {2027: [1]}},
            BudgetError,
            (
                "it is not known what 2027 closes with; write under [equity] what it opens with (opening), and its "
                "costs and contributions"
            ),
        ),
        (
            simple(funding=Funding(total={2027: kr(1), 2028: kr(1)})),
            {"total": {2028: [1]}},
            BudgetError,
            "there is no budget, forecast or outcome for 2028; the plan has 2027",
        ),
        (
            simple(funding=Funding(total={2027: kr(1)}, received=Columns(budget={2027: kr(2)}))),
            {"total": {2027: [1]}},
            BudgetError,
            "2 kr was received in 2027, whatever is drawn; leave the year out of the columns to start from",
        ),
        (
            simple(),
            {"costs": {2027: [1 - 2**63]}},
            ColumnError,
            (
                "the closing equity of 2027 goes beyond 9 223 372 036 854 775 807, the largest number of 64 bits; work "
                "with such numbers one by one, without arrays"
            ),
        ),
    ],
)
def test_what_cannot_be_carried_is_refused_in_words(
    plan: OperationalPlan, columns: dict[str, Any], error: type[FinsamError], message: str
) -> None:
    with pytest.raises(error) as raised:
        outlook(plan, **columns)
    assert str(raised.value) == message


def test_costs_can_be_drawn_of_a_year_that_has_none() -> None:
    """Then they are all that it costs: 20 kr and 1 kr of interest come in."""
    plan = simple(costs=(), income=(Income(id="r", name="Ränta", budget={2027: kr(1)}),))
    assert plan.closing_equity(2027) is None
    assert outlook(plan, costs={2027: [2_000_100]}).closing[2027].tolist() == [0]


def test_what_was_received_is_what_was_contributed_where_nothing_else_is_drawn() -> None:
    """2 kr, whatever the terms say; of inhabitants it knows nothing."""
    plan = simple(
        funding=Funding(total={2027: kr(1)}, received=Columns(budget={2027: kr(2)}), split=ByPopulation({"Habo": 1}))
    )
    ahead = outlook(plan, population={2027: {"Habo": [1, 2]}})
    assert ahead.contributed[2027].tolist() == [200, 200]
    with pytest.raises(WrongTypeError) as error:
        outlook("hoglandet-2023", costs={})  # type: ignore[arg-type]
    assert str(error.value) == 'plan takes a plan, as load("plan.toml") gives it, not "hoglandet-2023"'
