"""Deviations from the budget, and what a running year is heading for."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from finsam import Association, Category, Cost, Equity, Funding, Income, Money, OperationalPlan, example, kr
from finsam.deviation import Against, Deviation, Method, deviations, expected
from finsam.errors import BudgetError, ShareError
from finsam.money import Unrounded, of_ore
from finsam.rows import Column, Columns
from plan_strategies import plans
from strategies import tries

BYGDEN = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")
AUGUST = "2027-08-31"  # 243 of the 365 days of 2027
MONTHLY = {date(2027, month, 1): Fraction(1, 12) for month in range(1, 13)}


def office(**columns: Any) -> Cost:
    return Cost(id="kansli", name="Kansli", category=Category.ADMINISTRATION, **columns)


def plan(*costs: Cost, **parts: Any) -> OperationalPlan:
    funding = Funding(total={2027: kr(3_650_000)})
    return OperationalPlan(association=BYGDEN, year=2027, costs=costs, funding=funding, **parts)


RUNNING = plan(office(budget={2027: kr(730_000)}, outcome={AUGUST: kr(500_000)}))


# Laws


@tries(25)
@given(plans())
def test_the_rows_differ_by_what_the_categories_and_the_total_do(plan: OperationalPlan) -> None:
    """To the last part of an öre, where every row has a figure in both."""
    known = {each.year for each in plan.budgets if each.is_whole_year and each.costs}
    for outcome in (each for each in plan.outcomes if each.year in known):
        of = deviations(plan, outcome.time)
        if not of.one_sided and of.rows:
            rows = [Fraction(each.difference.ore) for each in of.rows.values() if each.difference is not None]
            categories = [each.difference for each in of.categories.values()]
            total = of.total_costs.difference
            assert total is not None
            assert sum(rows) == sum(Fraction(each.ore) for each in categories if each is not None) == total.ore


@tries(25)
@given(plans())
def test_a_part_of_a_year_is_never_held_against_the_whole(plan: OperationalPlan) -> None:
    """Against the budget of the same part, or against so much of the year's as is less than all of it."""
    known = {each.year for each in plan.budgets if each.is_whole_year}
    for outcome in (each for each in plan.outcomes if each.year in known):
        of = deviations(plan, outcome.time)
        assert (of.against is Against.YEAR) == outcome.is_whole_year
        assert of.against in (Against.YEAR, Against.PART) or 0 < of.part < 1


@given(st.integers(0, 363), st.integers(0, 10_000_000))
def test_what_the_days_cost_and_what_is_left_are_the_year(days: int, spent: int) -> None:
    """With as much used as was budgeted so far, both methods end at the year's budget."""
    last = date(2027, 1, 1) + timedelta(days=days)
    budget = Money(ore=365 * spent)
    of = plan(office(budget={2027: budget}, outcome={str(last): Money(ore=spent * (days + 1))}))
    assert {expected(of, str(last), method=each).costs for each in Method} == {budget}


# Published figures


def test_sodra_vatterbygden_used_1_367_350_kr_less_than_it_budgeted_for_2017() -> None:
    """Budget 2017 and preliminary outcome 2017, section 9 of the plan for 2018: 6 700 040 and 5 332 690."""
    of = deviations(example("sodra-vatterbygden-2018"), 2017)
    assert of.total_costs == Deviation(budget=kr(6_700_040), actual=kr(5_332_690))
    assert of.total_costs.difference == kr(5_332_690 - 6_700_040)
    assert of.rows["information"].share == Fraction(20_400 - 15_000, 15_000)
    assert (of.contributions.difference, of.against, of.one_sided) == (kr(0), Against.YEAR, ())


# What a part of a year is held against


def test_a_part_year_is_held_against_as_many_days_of_the_budget() -> None:
    """243 days at 2 000 kr a day."""
    of = deviations(RUNNING, AUGUST)
    assert (of.against, of.part) == (Against.DAYS, Fraction(243, 365))
    assert of.rows["kansli"] == Deviation(budget=kr(486_000), actual=kr(500_000))
    assert of.rows["kansli"].difference == kr(14_000)
    assert of.contributions.actual is None


def test_what_is_not_whole_ore_is_exact() -> None:
    """One krona over 365 days is 243/365 of 100 öre."""
    of = deviations(plan(office(budget={2027: kr(1)}, outcome={AUGUST: kr(1)})), AUGUST)
    assert of.total_costs.budget == Unrounded(Fraction(24_300, 365)) == of_ore(Fraction(24_300, 365))


def test_a_profile_says_how_the_budget_falls_on_the_days() -> None:
    """Paid on the first of each month, 8 twelfths have been by the end of August, and 4 in the second tertial."""
    of = deviations(RUNNING, AUGUST, profile=MONTHLY)
    assert (of.against, of.part) == (Against.PROFILE, Fraction(8, 12))
    tertial = plan(office(budget={2027: kr(720_000)}, outcome={"2027-T2": kr(1)}))
    assert deviations(tertial, "2027-T2", profile=MONTHLY).total_costs.budget == kr(240_000)


def test_the_budget_of_the_same_part_goes_before_a_part_of_the_year() -> None:
    """The plan has said itself how much falls there."""
    row = office(budget={2027: kr(730_000), AUGUST: kr(400_000)}, outcome={AUGUST: kr(500_000)})
    of = deviations(plan(row), AUGUST)
    assert (of.against, of.part) == (Against.PART, Fraction(1))
    assert of.total_costs == Deviation(budget=kr(400_000), actual=kr(500_000))


def test_a_row_with_one_figure_is_named_and_has_no_deviation() -> None:
    """A cost that nobody budgeted counts in the total, which says that it is there."""
    extra = Cost(id="ny", name="Ny", category=Category.NEW, outcome={AUGUST: kr(1_000)})
    of = deviations(plan(RUNNING.costs[0], extra), AUGUST)
    assert of.one_sided == ("ny",)
    assert (of.rows["ny"].difference, of.total_costs.actual) == (None, kr(501_000))


def test_a_share_of_nothing_or_of_a_deficit_is_not_known() -> None:
    """Per cent of a budget of zero or less say nothing."""
    assert [Deviation(budget=kr(amount), actual=kr(1)).share for amount in (0, -1, 1)] == [None, None, 0]


# What the year is heading for


def test_the_methods_are_the_budget_that_is_left_and_the_pace() -> None:
    """500 000 + 730 000 - 486 000 kr, and 500 000 / 243 * 365 kr."""
    left, pace = (expected(RUNNING, AUGUST, method=each) for each in Method)
    assert left.costs == left.rows["kansli"] == kr(744_000)
    assert pace.costs == of_ore(Fraction(500_000_00 * 365, 243))
    assert (left.year, left.contributions, left.result) == (2027, kr(3_650_000), kr(2_906_000))
    assert left.unspent_share == Fraction(2_906, 3_650)
    assert left.closing is None


def test_what_is_left_of_contributions_that_are_not_known_is_not_known() -> None:
    """The costs are, but neither the result, nor its share, nor the equity; and nothing is no share of nothing."""
    of = expected(evolve(RUNNING, funding=Funding()), AUGUST, method=Method.BUDGET_LEFT)
    assert (of.costs, of.contributions) == (kr(744_000), None)
    assert (of.result, of.unspent_share, of.closing) == (None, None, None)
    none = expected(evolve(RUNNING, funding=Funding(total={2027: kr(0)})), AUGUST, method=Method.BUDGET_LEFT)
    assert (none.result, none.unspent_share) == (kr(-744_000), None)


def test_other_income_and_equity_go_the_same_way() -> None:
    """With 100 000 kr to begin with, and 3 650 kr in interest where 2 430 had been budgeted by then."""
    interest = Income(id="ranta", name="Ränta", budget={2027: kr(3_650)}, outcome={AUGUST: kr(2_530)})
    equity = Equity(opening=Columns(outcome={AUGUST: kr(100_000)}))
    of = expected(plan(RUNNING.costs[0], income=(interest,), equity=equity), AUGUST, method=Method.BUDGET_LEFT)
    assert of.other_income == kr(3_750)
    assert of.closing == kr(100_000 + 3_650_000 + 3_750 - 744_000)


def test_unspent_money_is_a_share_of_the_contributions() -> None:
    """Södra Vätterbygden 2017: a result of 187 310 kr of 5 520 000."""
    outcome = example("sodra-vatterbygden-2018").outcome(2017)
    assert outcome.unspent_share == Fraction(187_310, 5_520_000)


# What is refused


@pytest.mark.parametrize(
    ("ask", "en", "sv"),
    [
        (
            lambda: deviations(RUNNING, 2027, column=Column.BUDGET),
            "a budget is not held against itself; ask for one of forecast, outcome",
            "en budget jämförs inte med sig själv; ange ett av forecast, outcome",
        ),
        (
            lambda: deviations(RUNNING, 2026),
            "there is no outcome for 2026; the plan has 2027-08-31",
            "det finns inget utfall för 2026; planen har 2027-08-31",
        ),
        (
            lambda: deviations(plan(office(outcome={AUGUST: kr(1)})), AUGUST),
            "there is no budget for 2027",
            "det finns ingen budget för 2027",
        ),
        (
            lambda: deviations(RUNNING, AUGUST, profile={date(2027, 3, 31): Fraction(3, 4)}),
            "the profile of 2027 adds up to 75 %, not to 100 %; correct the shares of its days",
            "profilen för 2027 är tillsammans 75 %, inte 100 %; rätta dagarnas andelar",
        ),
        (
            lambda: expected(example("sodra-vatterbygden-2018"), 2017, method=Method.PACE),
            "2017 is not the beginning of a year; write the last day that is known, as 2027-08-31",
            "2017 är inte början av ett år; skriv den sista dag som är känd, som 2027-08-31",
        ),
        (
            lambda: expected(RUNNING, AUGUST, method=Method.PACE, profile={date(2027, 12, 31): Fraction(1)}),
            "the profile has nothing through 2027-08-31, so that there is no pace; use another method",
            "profilen har inget t.o.m. 2027-08-31, så det finns ingen takt; använd en annan metod",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused(ask: Any, en: str, sv: str) -> None:
    """In both languages, with what to write."""
    with pytest.raises(BudgetError) as error:
        ask()
    assert (error.value.text("en"), error.value.text("sv")) == (en, sv)


def test_a_profile_is_exact() -> None:
    """No float is a share of a budget."""
    with pytest.raises(ShareError):
        deviations(RUNNING, AUGUST, profile={date(2027, 1, 1): 1.0})  # type: ignore[dict-item]
