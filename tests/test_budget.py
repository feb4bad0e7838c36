"""Budgets, forecasts and outcomes: rows, income, result and equity, and what the document says of them."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from finsam import (
    Association,
    Budget,
    Category,
    Cost,
    Equity,
    FinsamError,
    Forecast,
    Funding,
    Income,
    Money,
    OperationalPlan,
    Outcome,
    Party,
    Stated,
    kr,
)
from finsam.budget import IncomeKind, Line
from finsam.errors import BudgetError, PeriodError, PlanError, PrintedError, WrongTypeError
from finsam.period import Time, as_time, time_key
from finsam.printed import Printed
from finsam.rows import Cell, Column, Columns, cell_order
from names import NAMES
from plan_strategies import money, parts_of, plans
from strategies import tries

BYGDEN = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")


def enter(**columns: Any) -> Cost:
    return Cost(id="enter", name="Enter", category=Category.INDIVIDUAL, **columns)


def office(**columns: Any) -> Cost:
    return Cost(id="kansli", name="Kansli", category=Category.ADMINISTRATION, **columns)


def interest(**columns: Any) -> Income:
    return Income(id="ränta", name="Ränta", **columns)


def row_of(**columns: Any) -> Columns[Any]:
    return Columns(**columns)


def stated(**parts: Any) -> Stated:
    return Stated(where="6. Ekonomi", **parts)


def plan(**parts: Any) -> OperationalPlan:
    return OperationalPlan(association=BYGDEN, year=2027, **parts)


def times() -> SearchStrategy[Time]:
    return st.sampled_from([*range(2026, 2030), *parts_of(2026), *parts_of(2027)])


def columns() -> SearchStrategy[Columns[Money]]:
    cells = st.dictionaries(times(), money(-1_000), max_size=4)
    return st.builds(Columns, budget=cells, forecast=cells, outcome=cells)


# Laws of a year


@tries(25)
@given(plans())
def test_the_result_is_what_the_closing_equity_adds_to_the_opening(plan: OperationalPlan) -> None:
    """Equity changes by the year's result and by nothing else."""
    for accounts in plan.accounts:
        if accounts.opening is None or accounts.result is None:
            assert accounts.closing is None
        else:
            assert accounts.closing == accounts.opening + accounts.result


@tries(25)
@given(plans())
def test_the_result_is_known_where_the_contributions_are(plan: OperationalPlan) -> None:
    """What rests on something unknown is unknown, never zero."""
    for accounts in plan.accounts:
        known = accounts.contributions is not None
        assert (accounts.income is not None) == known
        assert (accounts.result is not None) == (known and bool(accounts.costs))
        assert (accounts.available is not None) == (known and accounts.opening is not None)


@tries(25)
@given(plans())
def test_the_categories_add_up_to_the_costs(plan: OperationalPlan) -> None:
    """Every cost has one category."""
    for accounts in plan.accounts:
        of = {line.row.category for line in accounts.costs}
        added = sum(accounts.by_category.values(), kr(0))
        assert accounts.total_costs == (added if accounts.costs else None)
        assert list(accounts.by_category) == [each for each in Category if each in of]


@tries(25)
@given(plans())
def test_every_figure_of_a_row_stands_in_one_line(plan: OperationalPlan) -> None:
    """In the budget, forecast or outcome of its time, with the row that it came from."""
    for rows, of in ((plan.costs, "costs"), (plan.income, "other_income")):
        lines: list[tuple[Cell, Line[Any]]] = [
            (each.cell, line) for each in plan.accounts for line in getattr(each, of)
        ]
        figures = [((column, time), row, amount) for row in rows for column, time, amount in row.cells()]
        assert len(lines) == len(figures)
        assert all((cell, Line[Any](row=row, amount=amount)) in lines for cell, row, amount in figures)
        assert all((line.id, line.name) == (line.row.id, line.row.name) for _, line in lines)


@tries(25)
@given(plans())
def test_accounts_know_their_time(plan: OperationalPlan) -> None:
    """The year of a part of a year is its year, and 1 January is the first day of both."""
    for accounts in plan.accounts:
        key = time_key(accounts.time)
        assert accounts.cell == (accounts.column, accounts.time)
        assert str(accounts.year) == key[:4]
        assert accounts.is_whole_year == (len(key) == 4)
        assert accounts.begins_the_year == (len(key) == 4 or key[5:] in ("H1", "T1", "Q1", "08-31"))


@tries(25)
@given(plans())
def test_repr_builds_the_accounts_again(plan: OperationalPlan) -> None:
    """What is shown is Python that gives the same budget, forecast or outcome."""
    for accounts in plan.accounts:
        assert eval(repr(accounts), NAMES) == accounts


# Laws of a row


@given(columns())
def test_a_row_is_the_same_however_its_times_are_given(row: Columns[Money]) -> None:
    """As numbers and periods, or as text."""
    as_text: dict[str, Any] = {
        column.value: {time_key(time): amount for time, amount in getattr(row, column).items()} for column in Column
    }
    assert Columns(**as_text) == row
    assert hash(Columns(**as_text)) == hash(row)


@given(columns(), st.sampled_from(Column), times())
def test_a_figure_of_a_row_is_what_stands_in_its_column(row: Columns[Money], column: Column, time: Time) -> None:
    """What is not there is not known."""
    cells = {(each, when): amount for each, when, amount in row.cells()}
    assert row.figure(column, time) == cells.get((column, time))
    assert len(cells) == len(row.budget) + len(row.forecast) + len(row.outcome)


@given(columns())
def test_a_mapped_row_has_the_same_columns_and_times(row: Columns[Money]) -> None:
    mapped = row.mapped(lambda amount: amount.ore)
    assert [*mapped.cells()] == [(column, time, amount.ore) for column, time, amount in row.cells()]
    assert mapped.mapped(lambda ore: Money(ore=ore)) == row


@given(columns())
def test_the_figures_of_a_row_come_by_time_and_then_by_column(row: Columns[Money]) -> None:
    """A year before the next, and of a year its budget, its forecast and its outcome."""
    order = sorted([(column, time) for column, time, _ in row.cells()], key=cell_order)
    years = [int(time_key(time)[:4]) for _, time in order]
    assert years == sorted(years)
    for time in {time for _, time in order}:
        assert [each for each, when in order if when == time] == [each for each in Column if time in getattr(row, each)]


def test_of_a_year_the_budget_comes_first_and_the_outcome_last() -> None:
    """In whatever order they were found; and of two times the first comes first, whichever the column."""
    cells: list[Cell] = [(Column.OUTCOME, 2027), (Column.BUDGET, 2028), (Column.BUDGET, 2027), (Column.FORECAST, 2027)]
    assert sorted(cells, key=cell_order) == [
        (Column.BUDGET, 2027),
        (Column.FORECAST, 2027),
        (Column.OUTCOME, 2027),
        (Column.BUDGET, 2028),
    ]


@given(columns())
def test_a_row_is_copied_and_sent_as_it_is(row: Columns[Money]) -> None:
    """To another process, or into a set; and its `repr` builds it again."""
    assert copy.deepcopy(row) == pickle.loads(pickle.dumps(row)) == eval(repr(row), NAMES) == row
    assert {copy.copy(row), row} == {row}


def test_a_row_keeps_its_own_copy() -> None:
    """What is changed afterwards in the dictionary that was given changes no row."""
    given_to = {2027: kr(700)}
    row = enter(budget=given_to)
    given_to[2027] = kr(0)
    assert row.budget == {2027: kr(700)}


# Examples


def test_a_year_in_figures() -> None:
    """1 000 in contributions and 10 of interest, less 900 in costs, on top of 50."""
    budget = plan(
        funding=Funding(total={2027: kr(1_000)}),
        equity=Equity(opening=row_of(budget={2027: kr(50)})),
        income=(interest(budget={2027: kr(10)}),),
        costs=(enter(budget={2027: kr(700)}), office(budget={2027: kr(200)})),
    ).budget(2027)
    assert (budget.income, budget.available) == (kr(1_010), kr(1_060))
    assert (budget.total_costs, budget.result, budget.closing) == (kr(900), kr(110), kr(160))
    assert budget.by_category == {Category.INDIVIDUAL: kr(700), Category.ADMINISTRATION: kr(200)}
    assert [(line.id, line.name, line.amount) for line in budget.costs] == [
        ("enter", "Enter", kr(700)),
        ("kansli", "Kansli", kr(200)),
    ]


def test_a_cost_of_zero_kronor_is_a_cost() -> None:
    """A line of zero is in the budget; its category is not missing."""
    future = evolve(enter(budget={2027: kr(0)}), name="Framtida projekt", category=Category.NEW)
    assert plan(costs=(future,)).budget(2027).by_category == {Category.NEW: kr(0)}


def test_each_kind_stands_in_its_own_column() -> None:
    """A budget, a forecast and an outcome are three things, though their figures can be the same."""
    amounts = {2027: kr(700)}
    of = plan(costs=(enter(budget=amounts, forecast=amounts, outcome=amounts),), preliminary=(2027,))
    kinds: list[Budget | Forecast | Outcome] = [of.budget(2027), of.forecast(2027), of.outcome(2027)]
    assert [type(each) for each in kinds] == [Budget, Forecast, Outcome]
    assert [each.column for each in kinds] == [Column.BUDGET, Column.FORECAST, Column.OUTCOME]
    assert [each.column.label.to("sv") for each in kinds] == ["budget", "prognos", "utfall"]
    assert [each.column.label.to("en") for each in kinds] == ["budget", "forecast", "outcome"]
    assert kinds[0] != kinds[1]
    assert of.outcome(2027).preliminary


def test_a_part_of_a_year_is_asked_for_as_it_is_written() -> None:
    """As text, or as the period that it is."""
    of = plan(costs=(enter(outcome={"2027-T2": kr(300), "2027-08-31": kr(600)}),))
    assert of.outcome("2027-T2").total_costs == of.outcome(as_time("2027-T2")).total_costs == kr(300)
    assert of.outcome("2027-08-31").total_costs == kr(600)
    assert not of.outcome("2027-T2").begins_the_year


def test_every_category_has_its_name_in_both_languages() -> None:
    """The categories are those of the operational plans."""
    assert {str(each): (each.label.to("en"), each.label.to("sv")) for each in Category} == {
        "individual": ("individual-oriented interventions", "individinriktade insatser"),
        "structural": ("structural interventions", "strukturövergripande insatser"),
        "administration": ("administration", "administration"),
        "board": ("board", "styrelse"),
        "audit": ("audit", "revision"),
        "new": ("new activities", "ny verksamhet"),
    }


def test_every_kind_of_income_has_its_name_in_both_languages() -> None:
    """Those that an association can have, or be asked about (F358 and F359)."""
    assert {str(each): (each.label.to("en"), each.label.to("sv")) for each in IncomeKind} == {
        "interest": ("interest", "ränta"),
        "sale": ("sale to another", "försäljning till annan"),
        "co-financing": ("co-financing by a member", "medfinansiering från medlem"),
        "grant": ("grant from another", "bidrag från annan"),
        "gift": ("gift", "gåva"),
        "crowdfunding": ("crowdfunding", "gräsrotsfinansiering"),
        "other": ("other income", "annan intäkt"),
    }


def test_an_income_and_a_cost_may_have_one_id() -> None:
    """What is bought and sold on can be called the same."""
    income = evolve(interest(budget={2027: kr(10)}), id="enter")
    assert plan(costs=(enter(budget={2027: kr(700)}),), income=(income,)).budget(2027).total_costs == kr(700)


# What the document says


@given(st.integers(-(10**9), 10**9))
def test_what_is_stated_is_as_it_is_printed(number: int) -> None:
    """A number of kronor, an amount and text are the same printed figure."""
    text = f"{number:,}".replace(",", " ")
    for figure in (number, kr(number), text, Printed.amount(text)):
        costs = stated(costs=row_of(budget={2027: figure})).costs
        assert costs == row_of(budget={2027: Printed.amount(number)})
        assert costs.budget[2027].agrees_with(kr(number))


def test_everything_that_is_stated_is_printed() -> None:
    """Sums in their columns, by member and by party, and shares by category."""
    of = stated(
        contributions={"Habo": row_of(budget={2027: "0,6 mkr"})},
        parties={Party.STATE: row_of(budget={2027: "ca 2 mkr"})},
        income=row_of(budget={2027: "4,0 mkr"}),
        available=row_of(budget={2027: 4_100_000}),
        ceiling=row_of(budget={2027: kr(800_000)}),
        costs=row_of(budget={2027: "4,0 mkr"}),
        result=row_of(outcome={2026: "-754"}),
        closing=row_of(forecast={2026: "drygt 50 tkr"}),
        shares=row_of(budget={2027: {Category.BOARD: "5,5 %"}}),
    )
    assert of.contributions["Habo"].budget[2027] == Printed.amount("0,6 mkr")
    assert of.parties[Party.STATE].budget[2027] == Printed.amount("ca 2 mkr")
    assert of.income.budget[2027] == of.costs.budget[2027] == Printed.amount("4,0 mkr")
    assert of.available.budget[2027] == Printed.amount("4 100 000")
    assert of.ceiling.budget[2027] == Printed.amount("800 000")
    assert of.result.outcome[2026] == Printed.amount("-754")
    assert of.closing.forecast[2026] == Printed.amount("drygt 50 tkr")
    assert of.shares.budget[2027] == {Category.BOARD: Printed.share("5,5 %")}
    assert eval(repr(of), NAMES) == evolve(of) == of
    assert hash(evolve(of)) == hash(of)


# What cannot be


ENTER = enter(budget={2027: kr(700)})
RATE = interest(forecast={2027: kr(10)})


@pytest.mark.parametrize(
    ("make", "kind", "message"),
    [
        (
            lambda: plan(costs=(ENTER, office(budget={2027: kr(200)}), ENTER)),
            PlanError,
            'the id "enter" is used twice; give each an id of its own',
        ),
        (
            lambda: plan(income=(RATE, RATE)),
            PlanError,
            'the id "ränta" is used twice; give each an id of its own',
        ),
        (lambda: enter(outcome={0: kr(700)}), PeriodError, "a year is a whole number such as 2027, not 0"),
        (
            lambda: enter(outcome={"2027-H3": kr(700)}),
            PeriodError,
            (
                '"2027-H3" is neither a year nor a part of one; '
                "write 2027, 2027-H1, 2027-T2, 2027-Q3, or 2027-08-31 for 1 January through that day"
            ),
        ),
        (
            lambda: enter(budget={2027: kr(1), "2027": kr(2)}),
            PeriodError,
            '2027, "2027" are the same time; write it once',
        ),
        (
            lambda: enter(budget={2027: 150_000}),
            WrongTypeError,
            "Cost: budget 2027 takes an amount, as kr(150_000), not 150000",
        ),
        (
            lambda: interest(forecast={"2027-H1": "10"}),
            WrongTypeError,
            'Income: forecast 2027-H1 takes an amount, as kr(150_000), not "10"',
        ),
        (
            lambda: stated(costs=row_of(budget={2027: "4,0 %"})),
            PrintedError,
            '"4,0 %" is not an amount as a document prints it; write for example "4,0 mkr", "ca 627 tkr" or 120_810',
        ),
        (
            lambda: stated(shares=row_of(budget={2027: {Category.BOARD: "5"}})),
            PrintedError,
            '"5" is not a share as a document prints it; write per cent in quotes, as "54,5 %" or "drygt 20 %"',
        ),
        (
            lambda: plan(costs=(ENTER,)).forecast(2027),
            BudgetError,
            "there is no forecast for 2027",
        ),
        (
            lambda: plan(costs=(ENTER,)).budget("2027-H1"),
            BudgetError,
            "there is no budget for 2027-H1; the plan has 2027",
        ),
    ],
)
def test_a_year_that_cannot_be_is_refused(make: Callable[[], object], kind: type[FinsamError], message: str) -> None:
    """A row is found by its id, and its figures by their time."""
    with pytest.raises(kind) as error:
        make()
    assert str(error.value) == message


def test_what_is_no_amount_is_told_where_it_stands() -> None:
    """In which column of the row, and for which time."""
    with pytest.raises(WrongTypeError) as error:
        enter(budget={2027: kr(1)}, outcome={"2027-H1": 5})
    assert error.value.text("sv") == "Cost: outcome 2027-H1 ska vara ett belopp, som kr(150_000), inte 5"
