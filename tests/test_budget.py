"""Budgets, forecasts and outcomes: lines, income, result and equity of one year."""

from collections.abc import Callable

import pytest
from hypothesis import given

from finsam import Budget, Category, CostLine, Forecast, IncomeLine, Outcome, kr
from finsam.budget import Column
from finsam.errors import BudgetError, FinsamError, PeriodError
from plan_strategies import budgets

ENTER = CostLine(id="enter", name="Enter", amount=kr(700), category=Category.INDIVIDUAL)
OFFICE = CostLine(id="office", name="Kansli", amount=kr(200), category=Category.ADMINISTRATION)
INTEREST = IncomeLine(id="interest", name="Ränta", amount=kr(10))


@given(budgets())
def test_the_result_is_what_the_closing_equity_adds_to_the_opening(budget: Budget) -> None:
    """Equity changes by the year's result and by nothing else."""
    if budget.opening is None or budget.result is None:
        assert budget.closing is None
    else:
        assert budget.closing == budget.opening + budget.result


@given(budgets())
def test_the_result_is_known_where_the_contributions_are(budget: Budget) -> None:
    """What rests on something unknown is unknown, never nought."""
    known = budget.contributions is not None
    assert (budget.income is not None, budget.result is not None) == (known, known)
    assert (budget.available is not None) == (known and budget.opening is not None)


@given(budgets())
def test_the_categories_add_up_to_the_costs(budget: Budget) -> None:
    """Every cost has one category."""
    assert sum(budget.by_category.values(), kr(0)) == budget.total_costs
    assert list(budget.by_category) == [each for each in Category if each in {line.category for line in budget.costs}]


def test_a_year_in_figures() -> None:
    """1 000 in contributions and 10 of interest, less 900 in costs, on top of 50."""
    budget = Budget(year=2027, costs=(ENTER, OFFICE), other_income=(INTEREST,), contributions=kr(1_000), opening=kr(50))
    assert (budget.income, budget.available) == (kr(1_010), kr(1_060))
    assert (budget.total_costs, budget.result, budget.closing) == (kr(900), kr(110), kr(160))
    assert budget.by_category == {Category.INDIVIDUAL: kr(700), Category.ADMINISTRATION: kr(200)}


def test_a_cost_of_nought_kronor_is_a_cost() -> None:
    """A line of nought is in the budget; its category is not missing."""
    future = CostLine(id="new", name="Framtida projekt", amount=kr(0), category=Category.NEW)
    assert Budget(year=2027, costs=(future,)).by_category == {Category.NEW: kr(0)}


def test_each_kind_stands_in_its_own_column() -> None:
    """A budget, a forecast and an outcome are three things, though their figures can be the same."""
    kinds: list[Budget | Forecast | Outcome] = [
        Budget(year=2027),
        Forecast(year=2027),
        Outcome(year=2027, preliminary=True),
    ]
    assert [each.column for each in kinds] == [Column.BUDGET, Column.FORECAST, Column.OUTCOME]
    assert [each.column.label.to("sv") for each in kinds] == ["budget", "prognos", "utfall"]
    assert kinds[0] != kinds[1]


def test_every_category_has_its_name_in_both_languages() -> None:
    """The categories are those of the operational plans."""
    assert {str(each): (each.label.en, each.label.sv) for each in Category} == {
        "individual": ("individual-oriented interventions", "individinriktade insatser"),
        "structural": ("structural interventions", "strukturövergripande insatser"),
        "administration": ("administration", "administration"),
        "board": ("board", "styrelse"),
        "audit": ("audit", "revision"),
        "new": ("new activities", "ny verksamhet"),
    }


@pytest.mark.parametrize(
    ("make", "kind", "message"),
    [
        (
            lambda: Budget(year=2027, costs=(ENTER, OFFICE, ENTER)),
            BudgetError,
            "the id 'enter' is used twice in 2027; give each line an id of its own",
        ),
        (
            lambda: Forecast(year=2027, other_income=(INTEREST, INTEREST)),
            BudgetError,
            "the id 'interest' is used twice in 2027; give each line an id of its own",
        ),
        (lambda: Outcome(year=0), PeriodError, "a year is a whole number such as 2027, not 0"),
    ],
)
def test_a_year_that_cannot_be_is_refused(make: Callable[[], object], kind: type[FinsamError], message: str) -> None:
    """A line is found by its id, and the accounts by their year."""
    with pytest.raises(kind) as error:
        make()
    assert str(error.value) == message


def test_an_income_and_a_cost_may_have_one_id() -> None:
    """What is bought and sold on can be called the same."""
    income = IncomeLine(id="enter", name="Enter", amount=kr(10))
    assert Budget(year=2027, costs=(ENTER,), other_income=(income,)).total_costs == kr(700)
