"""Operational plans: the association, its funding and its accounts, joined by year."""

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from finsam import (
    Association,
    Budget,
    Category,
    CostLine,
    Forecast,
    Funding,
    OperationalPlan,
    Outcome,
    Party,
    Shares,
    kr,
)
from finsam.budget import Column
from finsam.errors import FinsamError, PeriodError, PlanError
from finsam.funding import Basis
from finsam.shares import PrintedShare
from finsam.split import ToBeSplit
from finsam.stated import Stated
from names import NAMES
from plan_strategies import plans, sound_plans

BYGDEN = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")
SPLIT = Shares({"Habo": "60 %", "Mullsjö": "40 %"})


def terms(year: int, amount: int = 1_000, **more: Any) -> Funding:
    return evolve(Funding(year=year, basis=Basis.TOTAL, amount=kr(amount), split=SPLIT), **more)


def costs(amount: int) -> tuple[CostLine, ...]:
    return (CostLine(id="enter", name="Enter", amount=kr(amount), category=Category.INDIVIDUAL),)


def plan(**parts: Any) -> OperationalPlan:
    return evolve(OperationalPlan(association=BYGDEN, year=2027), **parts)


# Laws


@settings(max_examples=25)
@given(plans())
def test_repr_builds_the_plan_again(plan: OperationalPlan) -> None:
    """What is shown is Python, in the names of finsam and of the standard library, that gives the same plan again."""
    assert eval(repr(plan), NAMES) == plan


@settings(max_examples=25)
@given(plans())
def test_an_earlier_years_closing_is_the_next_ones_opening(plan: OperationalPlan) -> None:
    """Equity is carried, unless the year itself says what it opens with."""
    given_openings = {
        (type(each), each.year): each.opening for each in (*plan.budgets, *plan.forecasts, *plan.outcomes)
    }
    for accounts in plan.accounts:
        said = given_openings[type(accounts), accounts.year]
        assert accounts.opening == (plan.closing_equity(accounts.year - 1) if said is None else said)


@settings(max_examples=25)
@given(sound_plans())
def test_equity_is_the_first_opening_and_every_result_since(plan: OperationalPlan) -> None:
    """What is saved at the end is what was saved at the start and what each year added."""
    first, *_, last = map(plan.budget, plan.years)
    results = [plan.budget(year).result for year in plan.years]
    known = [each for each in (first.opening, *results) if each is not None]
    assert len(known) == 4
    assert last.closing == sum(known, kr(0))


@settings(max_examples=25)
@given(plans())
def test_a_years_accounts_are_joined_with_its_contributions(plan: OperationalPlan) -> None:
    """What the members contribute is the year's income, unless the accounts say what came in."""
    funded = {each.year for each in plan.funding}
    for budget in plan.budgets:
        joined = plan.budget(budget.year)
        if budget.contributions is not None:
            assert joined.contributions == budget.contributions
        elif budget.year not in funded:
            assert joined.contributions is None
        elif plan.terms(budget.year).basis is Basis.TOTAL:
            assert joined.contributions == plan.terms(budget.year).amount


@settings(max_examples=25)
@given(plans())
def test_the_accounts_come_in_the_order_of_the_years(plan: OperationalPlan) -> None:
    """Every budget, forecast and outcome is there once, and its year is among the plan's."""
    years = [each.year for each in plan.accounts]
    assert years == sorted(years)
    assert len(years) == len(plan.budgets) + len(plan.forecasts) + len(plan.outcomes)
    assert set(plan.years) == {*years, *(each.year for each in plan.funding)}


# Examples


def test_closing_equity_is_what_is_best_known_of_the_year() -> None:
    """The outcome before the forecast, and the forecast before the budget."""
    budget = Budget(year=2027, costs=costs(900), opening=kr(0))
    forecast = Forecast(year=2027, costs=costs(800), opening=kr(0))
    outcome = Outcome(year=2027, costs=costs(700), opening=kr(0))
    of = plan(funding=(terms(2027),), budgets=(budget,))
    assert of.closing_equity(2027) == kr(100)
    assert evolve(of, forecasts=(forecast,)).closing_equity(2027) == kr(200)
    assert evolve(of, forecasts=(forecast,), outcomes=(outcome,)).closing_equity(2027) == kr(300)
    assert of.closing_equity(2028) is None


def test_equity_is_not_carried_over_a_year_without_accounts() -> None:
    """What is not known is not guessed: nothing is carried past a gap."""
    budgets = (Budget(year=2027, opening=kr(50)), Budget(year=2029))
    assert plan(funding=(terms(2027), terms(2029)), budgets=budgets).budget(2029).opening is None


def test_contributions_come_from_the_states_amount_too() -> None:
    """The state's 500 kr make 1 000 kr together."""
    of = plan(funding=(terms(2027, 500, basis=Basis.STATE),), budgets=(Budget(year=2027),))
    assert of.budget(2027).contributions == kr(1_000)


def test_contributions_that_cannot_be_worked_out_leave_the_result_unknown() -> None:
    """Without a split that fits, what all pay is not known from the state's amount."""
    of = plan(funding=(terms(2027, 500, basis=Basis.STATE, split=None),), budgets=(Budget(year=2027),))
    assert of.budget(2027).result is None


def test_the_total_is_known_before_it_is_split() -> None:
    """The result of the year does not wait for the split among the municipalities."""
    of = plan(funding=(terms(2027, split=ToBeSplit(by="population")),), budgets=(Budget(year=2027, costs=costs(900)),))
    assert of.budget(2027).result == kr(100)


def test_a_plan_keeps_its_own_copy_of_what_is_stated() -> None:
    """What is changed afterwards in the dictionaries that were given changes no plan."""
    given_to = {"Habo": kr(150)}
    parties = {Party.STATE: kr(500)}
    shares = {Category.BOARD: PrintedShare.read("5 %")}
    stated = Stated(where="9", column=Column.BUDGET, year=2027, contributions=given_to, parties=parties, shares=shares)
    given_to.clear()
    parties.clear()
    shares.clear()
    assert (len(stated.contributions), len(stated.parties), len(stated.shares)) == (1, 1, 1)


# What cannot be


@pytest.mark.parametrize(
    ("make", "kind", "message"),
    [
        (lambda: plan(year=0), PeriodError, "a year is a whole number such as 2027, not 0"),
        (
            lambda: plan(budgets=(Budget(year=2027), Budget(year=2027))),
            PlanError,
            "2027 is given more than once in budgets; a year is given once",
        ),
        (
            lambda: plan(funding=(terms(2027), terms(2027))),
            PlanError,
            "2027 is given more than once in funding; a year is given once",
        ),
        (
            lambda: plan(funding=(terms(2027), terms(2028))).contributions(2029),
            PlanError,
            "there is no funding for 2029; the plan has 2027, 2028",
        ),
        (lambda: plan().budget(2027), PlanError, "there is no budget for 2027; the plan has none"),
        (
            lambda: plan(forecasts=(Forecast(year=2026),)).forecast(2027),
            PlanError,
            "there is no forecast for 2027; the plan has 2026",
        ),
        (lambda: plan().outcome(2026), PlanError, "there is no outcome for 2026; the plan has none"),
    ],
)
def test_what_a_plan_does_not_have_is_an_error_that_says_what_it_has(
    make: Callable[[], object], kind: type[FinsamError], message: str
) -> None:
    """A year is in a plan once, or not at all."""
    with pytest.raises(kind) as error:
        make()
    assert str(error.value) == message
