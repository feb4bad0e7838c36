"""Operational plans: the association, its funding and its rows, joined by year."""

from collections import Counter
from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn

from content_strategies import whole_plans
from finsam import (
    Association,
    Category,
    Contributions,
    Cost,
    Equal,
    Equity,
    FinsamError,
    Funding,
    Goal,
    Money,
    OperationalPlan,
    Outcome,
    Party,
    Shares,
    Stated,
    TargetGroup,
    ToBeSplit,
    kr,
)
from finsam.budget import Accounts
from finsam.errors import BudgetError, PeriodError, PlanError
from finsam.funding import Basis
from finsam.goals import Level
from finsam.language import Text
from finsam.period import Time, as_time
from finsam.place import Path
from finsam.printed import Printed
from finsam.rows import Column, Columns
from names import NAMES
from plan_strategies import funding_of, lawful_associations, plans, sound_plans, terms
from strategies import tries

T = TypeVar("T")
R = TypeVar("R", bound=Columns[Money])

BYGDEN = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")
SPLIT = Shares({"Habo": "60 %", "Mullsjö": "40 %"})


def funded(*years: int, **more: Any) -> Funding:
    """The members contribute 1 000 kr together, each year."""
    return Funding(total=dict.fromkeys(years, kr(1_000)), split=SPLIT, **more)


def enter(**columns: Any) -> tuple[Cost, ...]:
    """One row of costs."""
    return (Cost(id="enter", name="Enter", category=Category.INDIVIDUAL, **columns),)


def opening(**columns: Any) -> Equity:
    return Equity(opening=Columns(**columns))


def plan(**parts: Any) -> OperationalPlan:
    return evolve(OperationalPlan(association=BYGDEN, year=2027), **parts)


def rows(plan: OperationalPlan) -> tuple[Columns[Money], ...]:
    """Everything that an amount of the plan's budgets, forecasts and outcomes can stand in."""
    return (plan.equity.opening, plan.funding.received, *plan.income, *plan.costs)


def begins_the_year(time: Time) -> bool:
    return isinstance(time, int) or (time.first.month, time.first.day) == (1, 1)


def sums(of: Accounts) -> tuple[object, ...]:
    """Every figure in it, whatever the order of its lines."""
    costs = {line.id: line.amount for line in of.costs}
    income = {line.id: line.amount for line in of.other_income}
    return of.cell, costs, income, of.contributions, of.opening, of.total_costs, of.by_category, of.result, of.closing


# Laws


@tries(25)
@given(plans())
def test_repr_builds_the_plan_again(plan: OperationalPlan) -> None:
    """What is shown is Python, in the names of finsam and of the standard library, that gives the same plan again."""
    assert eval(repr(plan), NAMES) == plan


@tries(10)
@given(whole_plans())
def test_equal_plans_have_equal_hashes(plan: OperationalPlan) -> None:
    """A plan can be a key; neither what has been asked of it nor the order of its columns makes it another."""
    plan.check()
    again = eval(repr(plan), NAMES)
    turned = evolve(again, costs=tuple(map(backwards, plan.costs)), income=tuple(map(backwards, plan.income)))
    assert turned == again == plan
    assert {plan: "known"}[again] == {plan: "known"}[turned] == "known"


def backwards(row: R) -> R:
    """The row with its times in the other order."""
    columns: dict[str, Any] = {column.value: [*getattr(row, column.value).items()][::-1] for column in Column}
    return evolve(row, **columns)


@tries(25)
@given(plans())
def test_an_id_has_one_name_and_one_category(plan: OperationalPlan) -> None:
    """A row is the same in every column and year, and each of its amounts stands in one line."""
    lines = [(each.cell, line) for each in plan.accounts for line in each.costs]
    for row in plan.costs:
        own = [(cell, line) for cell, line in lines if line.id == row.id]
        assert {(line.name, line.row.category) for _, line in own} <= {(row.name, row.category)}
        assert {cell: line.amount for cell, line in own} == {(column, time): of for column, time, of in row.cells()}
    assert len(lines) == sum(1 for row in plan.costs for _ in row.cells())


@tries(25)
@given(plans())
def test_a_second_row_of_the_same_id_is_refused(plan: OperationalPlan) -> None:
    """Under another name and category too; the place is that of the second."""
    for row in plan.costs:
        second = evolve(row, name="Annat", category=Category.NEW)
        with pytest.raises(PlanError) as error:
            evolve(plan, costs=(*plan.costs, second))
        [problem] = error.value.problems
        assert problem.path == ("costs", len(plan.costs), "id")
        assert str(problem.message) == f'the id "{row.id}" is used twice; give each an id of its own'


@tries(15)
@given(st.data())
def test_the_order_of_rows_members_and_agreements_changes_nothing(data: DataObject) -> None:
    """Who pays what, what each year comes to, the equity, and what is found."""
    plan = data.draw(whole_plans())
    other = data.draw(in_another_order(plan))
    years = range(plan.year - 2, plan.year + 4)
    assert [paid(other, year) for year in years] == [paid(plan, year) for year in years]
    assert [sums(each) for each in other.accounts] == [sums(each) for each in plan.accounts]
    assert [other.closing_equity(year) for year in years] == [plan.closing_equity(year) for year in years]
    assert found(other) == found(plan)


@tries(50)
@given(st.data())
def test_the_order_of_members_and_agreements_changes_no_contribution(data: DataObject) -> None:
    """To the öre: who gets a unit that is left over, and which key is whose year's, is not for a list to say."""
    plan = data.draw(funded_years())
    other = data.draw(in_another_order(plan))
    assert [paid(other, year) for year in plan.years] == [paid(plan, year) for year in plan.years]


@st.composite
def funded_years(draw: DrawFn) -> OperationalPlan:
    """A lawful association with the terms of three years, each with keys of its own; one key may be for the rest."""
    association, years, one_for_the_rest = draw(lawful_associations()), range(2024, 2027), draw(st.booleans())
    funding = funding_of(*(draw(terms(association, year)) for year in years))
    if funding.split and one_for_the_rest:
        funding = evolve(funding, split=(evolve(funding.split[0], years=None), *funding.split[1:]))
    return OperationalPlan(association=association, year=2024, funding=funding)


@st.composite
def in_another_order(draw: DrawFn, plan: OperationalPlan) -> OperationalPlan:
    """The same plan with its costs, income, stated tables, members and agreements in any order."""

    def shuffled(values: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(draw(st.permutations(values)))

    of, funding = plan.association, plan.funding
    return evolve(
        plan,
        association=evolve(
            of,
            municipalities=shuffled(of.municipalities),
            regions=shuffled(of.regions),
            agencies=shuffled(of.agencies),
        ),
        funding=evolve(funding, split=shuffled(funding.split), region_split=shuffled(funding.region_split)),
        costs=shuffled(plan.costs),
        income=shuffled(plan.income),
        stated=shuffled(plan.stated),
    )


def paid(plan: OperationalPlan, year: int) -> object:
    """What each pays in the year, or of which kind the error is."""
    due = plan.contributions_or_error(year)
    return ({**due}, due.by_party, due.unsplit) if isinstance(due, Contributions) else type(due)


def found(plan: OperationalPlan) -> Counter[object]:
    """What is found, without the numbers of the rows and the order in which names are listed."""
    return Counter((each.id, each.severity, unordered(each.message), unordered(each.remedy)) for each in plan.check())


def unordered(value: object) -> object:
    if isinstance(value, Text):
        return value.en, frozenset((name, unordered(each)) for name, each in value.values.items())
    return frozenset(map(unordered, value)) if isinstance(value, tuple) else value


@tries(25)
@given(plans())
def test_an_earlier_years_closing_is_the_next_ones_opening(plan: OperationalPlan) -> None:
    """Equity is carried, also to a part of a year that begins with it, unless the plan says what it opens with."""
    for accounts in plan.accounts:
        said = plan.equity.opening.figure(*accounts.cell)
        carried = plan.closing_equity(accounts.year - 1) if begins_the_year(accounts.time) else None
        assert accounts.opening == (carried if said is None else said)


@tries(25)
@given(sound_plans())
def test_equity_is_the_first_opening_and_every_result_since(plan: OperationalPlan) -> None:
    """What is saved at the end is what was saved at the start and what each year added."""
    first, *_, last = map(plan.budget, plan.years)
    results = [plan.budget(year).result for year in plan.years]
    known = [each for each in (first.opening, *results) if each is not None]
    assert len(known) == 4
    assert last.closing == sum(known, kr(0))


@tries(25)
@given(plans())
def test_a_years_accounts_are_joined_with_its_contributions(plan: OperationalPlan) -> None:
    """What the members contribute is the year's income, unless the plan says what came in; of a part it is unknown."""
    for accounts in plan.accounts:
        received = plan.funding.received.figure(*accounts.cell)
        agreed = plan.funding.terms(accounts.year)
        if received is not None:
            assert accounts.contributions == received
        elif not accounts.is_whole_year or agreed is None:
            assert accounts.contributions is None
        elif agreed.basis is Basis.TOTAL:
            assert accounts.contributions == agreed.amount
        else:
            due = plan.contributions_or_error(accounts.year)
            assert accounts.contributions == (due.total if isinstance(due, Contributions) else None)


@tries(25)
@given(plans())
def test_a_part_of_a_year_is_never_mixed_with_the_whole(plan: OperationalPlan) -> None:
    """Without the outcome through August and every other part, each whole year comes to the same as with them."""
    without = evolve(
        plan,
        funding=evolve(plan.funding, received=whole_years(plan.funding.received)),
        equity=evolve(plan.equity, opening=whole_years(plan.equity.opening)),
        income=tuple(map(whole_years, plan.income)),
        costs=tuple(map(whole_years, plan.costs)),
        revisions=(),  # which can be of a part of a year
    )
    assert [sums(each) for each in without.accounts] == [sums(each) for each in plan.accounts if each.is_whole_year]
    around = range(plan.year - 2, plan.year + 4)
    assert [*map(without.closing_equity, around)] == [*map(plan.closing_equity, around)]


def whole_years(row: R) -> R:
    """The row with the figures of whole years alone."""
    columns: dict[str, Any] = {
        column.value: {time: figure for time, figure in getattr(row, column.value).items() if isinstance(time, int)}
        for column in Column
    }
    return evolve(row, **columns)


@tries(25)
@given(plans())
def test_the_accounts_come_in_the_order_of_their_times(plan: OperationalPlan) -> None:
    """Every budget, forecast and outcome in which a row has an amount is there once, and its year is the plan's."""
    cells = [each.cell for each in plan.accounts]
    order = [(*days(time), [*Column].index(column)) for column, time in cells]
    assert order == sorted(order)
    assert len(cells) == len({*cells})
    assert {*cells} == {(column, time) for row in rows(plan) for column, time, _ in row.cells()}
    assert Counter(cells) == Counter(each.cell for each in (*plan.budgets, *plan.forecasts, *plan.outcomes))
    assert {*plan.years} == {*(each.year for each in plan.accounts), *plan.funding.years}


def days(time: Time) -> tuple[str, str]:
    """The first day and the last, as text that sorts."""
    return (f"{time}-01-01", f"{time}-12-31") if isinstance(time, int) else (str(time.first), str(time.last))


@tries(10)
@given(whole_plans())
def test_an_id_of_a_target_or_an_activity_is_used_once(plan: OperationalPlan) -> None:
    """A goal with the same targets and activities as another is refused where one of them has an id, and told there."""
    for goal in plan.goals:
        again = evolve(goal, id="IGEN", indicators=())
        named = [
            ("goals", len(plan.goals), kind, number, "id")
            for kind in ("targets", "activities")
            for number, each in enumerate(getattr(goal, kind))
            if each.id is not None
        ]
        try:
            evolve(plan, goals=(*plan.goals, again))
            told: list[Path] = []
        except PlanError as error:
            told = [problem.path for problem in error.problems]
        assert told == named


def part(table: str, id: str, part_of: str | None) -> TargetGroup | Goal:
    if table == "goals":
        return Goal(id=id, text=id, level=Level.OVERALL, part_of=part_of)
    return TargetGroup(id=id, name=id, part_of=part_of)


@pytest.mark.parametrize("table", ["target_groups", "goals"])
@tries(25)
@given(names=st.permutations("abcdef"), size=st.integers(1, 6))
def test_a_ring_is_refused_at_each_place_in_it(table: str, names: list[str], size: int) -> None:
    """One that is part of itself, by way of others or not; what only hangs on the ring is not to blame."""
    ring = {each: names[(number + 1) % size] for number, each in enumerate(names[:size])}
    hung = {each: names[number - 1] for number, each in enumerate(names) if number >= size}
    parts = [part(table, *each) for each in sorted((ring | hung).items())]
    with pytest.raises(PlanError) as error:
        plan(**{table: tuple(parts)})
    told = {problem.path: str(problem.message) for problem in error.value.problems}
    assert told == {
        (table, number, "part_of"): f'"{each.id}" is a part of itself; name another, or none'
        for number, each in enumerate(parts)
        if each.id in ring
    }


@pytest.mark.parametrize("table", ["target_groups", "goals"])
@tries(25)
@given(names=st.permutations("abcdef"))
def test_a_chain_is_no_ring(table: str, names: list[str]) -> None:
    """However long it is, and in whatever order it is written."""
    above = dict(zip(names, [None, *names], strict=False))
    of = plan(**{table: tuple(part(table, *each) for each in sorted(above.items()))})
    assert {each.id: each.part_of for each in getattr(of, table)} == above


# Examples


def test_closing_equity_is_what_is_best_known_of_the_year() -> None:
    """The outcome before the forecast, and the forecast before the budget."""
    known = {"budget": {2027: kr(900)}, "forecast": {2027: kr(800)}, "outcome": {2027: kr(700)}}
    closing = []
    for columns in (["budget"], ["budget", "forecast"], [*known]):
        zero = opening(**{column: {2027: kr(0)} for column in columns})
        of = plan(funding=funded(2027), equity=zero, costs=enter(**{column: known[column] for column in columns}))
        closing.append(of.closing_equity(2027))
    assert closing == [kr(100), kr(200), kr(300)]
    assert of.closing_equity(2028) is None


def test_a_single_figure_in_another_column_is_not_the_years_forecast() -> None:
    """Of three rows in the budget one has a forecast: what is known of the year is the budget."""
    [row] = enter(budget={2027: kr(200)})
    rows = tuple(evolve(row, id=f"r{number}") for number in range(3))
    of = plan(funding=funded(2027), equity=opening(budget={2027: kr(0)}), costs=rows)
    strayed = evolve(of, costs=(evolve(rows[0], forecast={2027: kr(200)}), *rows[1:]))
    assert of.closing_equity(2027) == strayed.closing_equity(2027) == kr(400)
    assert strayed.best_known(2027) == strayed.budget(2027)


@pytest.mark.parametrize("ask", [OperationalPlan.closing_equity, OperationalPlan.best_known, OperationalPlan.terms])
def test_a_year_as_text_is_refused(ask: Callable[[OperationalPlan, Any], object]) -> None:
    """None would say that nothing is known of the year."""
    with pytest.raises(PeriodError) as error:
        ask(plan(funding=funded(2027)), "2027")
    assert str(error.value) == 'a year is a whole number such as 2027, not "2027"'


def test_equity_is_not_carried_over_a_year_without_accounts() -> None:
    """What is not known is not guessed: nothing is carried past a gap."""
    costs = enter(budget={2027: kr(900), 2029: kr(900)})
    of = plan(funding=funded(2027, 2028, 2029), equity=opening(budget={2027: kr(50)}), costs=costs)
    assert (of.closing_equity(2027), of.budget(2029).opening) == (kr(150), None)


AUGUST = as_time("2027-08-31")


def through_august(**parts: Any) -> OperationalPlan:
    """2026 closes with 50 + 1 000 - 900 kr; of 2027 the budget is known, and what was spent through August."""
    usual: dict[str, Any] = {
        "funding": funded(2026, 2027, 2028),
        "equity": opening(budget={2026: kr(50)}),
        "costs": enter(budget={2026: kr(900), 2027: kr(950), 2028: kr(1_000)}, outcome={AUGUST: kr(600)}),
    }
    return plan(**{**usual, **parts})


def test_an_outcome_through_a_day_opens_the_year_and_does_not_close_it() -> None:
    """It begins with what the year before closed with, and the year after begins with what the whole year gives."""
    of = through_august()
    through = of.outcome("2027-08-31")
    assert (through.time, through.year, through.is_whole_year, through.preliminary) == (AUGUST, 2027, False, False)
    assert (through.opening, through.total_costs) == (kr(150), kr(600))
    assert of.closing_equity(2027) == of.budget(2028).opening == kr(200)


def test_of_a_part_of_a_year_the_contributions_are_known_only_where_they_are_said() -> None:
    """They are not a part of the year's: who has paid by the end of August stands in no terms."""
    through = through_august().outcome(AUGUST)
    assert (through.contributions, through.income, through.result) == (None, None, None)
    assert (through.available, through.closing) == (None, None)
    said = through_august(funding=funded(2026, 2027, 2028, received=Columns(outcome={AUGUST: kr(750)})))
    through = said.outcome(AUGUST)
    assert (through.contributions, through.result, through.closing) == (kr(750), kr(150), kr(300))
    assert said.budget(2027).contributions == kr(1_000)
    assert said.closing_equity(2027) == kr(200)


def test_a_part_that_begins_within_the_year_opens_with_nothing_known() -> None:
    """Equity is carried to the beginning of a year, and no further into it."""
    of = through_august(costs=enter(budget={2026: kr(900)}, outcome={"2027-T1": kr(1), "2027-T2": kr(1)}))
    assert (of.outcome("2027-T1").opening, of.outcome("2027-T2").opening) == (kr(150), None)


def test_contributions_come_from_the_states_amount_too() -> None:
    """The state's 500 kr make 1 000 kr together."""
    of = plan(funding=Funding(state={2027: kr(500)}, split=SPLIT), costs=enter(budget={2027: kr(0)}))
    assert of.budget(2027).contributions == kr(1_000)


def test_contributions_that_cannot_be_worked_out_leave_the_result_unknown() -> None:
    """From so much per inhabitant nothing is known where nobody knows the inhabitants."""
    of = plan(funding=Funding(per_inhabitant={2027: kr(50)}, split=Equal()), costs=enter(budget={2027: kr(0)}))
    assert of.budget(2027).result is None


def test_why_contributions_cannot_be_worked_out_is_what_is_raised() -> None:
    """Who asks can have the error as a value instead."""
    of = plan(funding=Funding(total={2027: kr(1_000), 2028: kr(1_000)}, split=Shares({"Habo": "60 %"})))
    error = of.contributions_or_error(2027)
    with pytest.raises(FinsamError) as raised:
        of.contributions(2027)
    assert raised.value is error
    assert evolve(of, funding=funded(2027)).contributions_or_error(2027) == plan(funding=funded(2027)).contributions(
        2027
    )


def test_the_total_is_known_before_it_is_split() -> None:
    """The result of the year does not wait for the split among the municipalities, nor for one that fits."""
    for split in (ToBeSplit(by="population"), None, Shares({"Habo": "60 %"})):
        starts: list[Any] = [{"total": {2027: kr(1_000)}}, {"state": {2027: kr(500)}}]
        for start in starts:
            of = plan(funding=Funding(**start, split=split or ()), costs=enter(budget={2027: kr(900)}))
            assert of.budget(2027).result == kr(100)


def test_an_outcome_is_preliminary_where_the_plan_says_so() -> None:
    """Before the accounts are closed."""
    of = plan(costs=enter(outcome={2025: kr(1), 2026: kr(2)}), preliminary=(2026,))
    assert [(each.time, each.preliminary) for each in of.outcomes] == [(2025, False), (2026, True)]
    assert all(isinstance(each, Outcome) for each in of.accounts)


def test_a_plan_keeps_its_own_copy_of_what_is_stated() -> None:
    """What is changed afterwards in the dictionaries that were given changes no plan."""
    amounts: dict[Time, Any] = {2027: kr(150)}
    by_member: dict[str, Columns[Any]] = {"Habo": Columns(budget=amounts)}
    by_party: dict[Party, Columns[Any]] = {Party.STATE: Columns(budget=amounts)}
    by_category: dict[Category, Any] = {Category.BOARD: "5 %"}
    shares: dict[Time, Any] = {2027: by_category}
    stated = Stated(where="9", contributions=by_member, parties=by_party, shares=Columns(budget=shares))
    for each in (amounts, by_member, by_party, by_category, shares):
        each.clear()
    assert stated.contributions["Habo"].budget[2027] == Printed.amount(kr(150))
    assert stated.parties[Party.STATE].budget[2027] == Printed.amount(kr(150))
    assert stated.shares.budget[2027] == {Category.BOARD: Printed.share("5 %")}


# What cannot be


@pytest.mark.parametrize(
    ("make", "kind", "path", "message"),
    [
        (lambda: plan(year=0), PeriodError, (), "a year is a whole number such as 2027, not 0"),
        (
            lambda: plan(costs=enter(budget={2027: kr(1), "2027": kr(2)})),
            PeriodError,
            (),
            '2027, "2027" are the same time; write it once',
        ),
        (
            lambda: plan(funding=Funding(total={2027: kr(1_000)}, state={2027: kr(500)})),
            FinsamError,
            ("state", "2027"),
            "2027 starts from total and state; write one of them",
        ),
        (
            lambda: plan(funding=funded(2027, 2028)).contributions(2029),
            PlanError,
            ("funding",),
            "there is no funding for 2029; the plan has 2027, 2028",
        ),
        (
            lambda: plan().terms(2027),
            PlanError,
            ("funding",),
            "there is no funding for 2027",
        ),
        (lambda: plan().budget(2027), BudgetError, (), "there is no budget for 2027"),
        (
            lambda: plan(costs=enter(forecast={2026: kr(1)})).forecast(2027),
            BudgetError,
            (),
            "there is no forecast for 2027; the plan has 2026",
        ),
        (lambda: plan().outcome(2026), BudgetError, (), "there is no outcome for 2026"),
        (
            lambda: through_august().outcome(2027),
            BudgetError,
            (),
            "there is no outcome for 2027; the plan has 2027-08-31",
        ),
        (
            lambda: through_august().budget("2027-08-31"),
            BudgetError,
            (),
            "there is no budget for 2027-08-31; the plan has 2026, 2027, 2028",
        ),
        (
            lambda: through_august().outcome("augusti"),
            PeriodError,
            (),
            (
                '"augusti" is neither a year nor a part of one; write 2027, 2027-H1, 2027-T2, 2027-Q3, or 2027-08-31 '
                "for 1 January through that day"
            ),
        ),
        (
            lambda: through_august(preliminary=(2027,)),
            PlanError,
            ("preliminary", 0),
            "there is no outcome for 2027",
        ),
    ],
)
def test_what_a_plan_does_not_have_is_an_error_that_says_what_it_has(
    make: Callable[[], object], kind: type[FinsamError], path: Path, message: str
) -> None:
    """A time is in a row once, or not at all, and each column has its own times."""
    with pytest.raises(kind) as error:
        make()
    [problem] = error.value.problems
    assert (problem.path, str(error.value)) == (path, message)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: plan(year=0), "ett år är ett heltal som 2027, inte 0"),
        (lambda: plan().terms(2027), "det finns ingen finansiering för 2027"),
        (lambda: plan().budget(2027), "det finns ingen budget för 2027"),
        (lambda: plan().forecast(2027), "det finns ingen prognos för 2027"),
        (lambda: through_august().outcome(2027), "det finns inget utfall för 2027; planen har 2027-08-31"),
        (lambda: through_august(preliminary=(2027,)), "det finns inget utfall för 2027"),
        (
            lambda: plan(goals=(part("goals", "a", "a"),)),
            '"a" är en del av sig själv; ange en annan, eller ingen',
        ),
    ],
)
def test_what_a_plan_does_not_have_is_said_in_swedish_too(make: Callable[[], object], message: str) -> None:
    """Each kind of error, whole."""
    with pytest.raises(FinsamError) as error:
        make()
    assert error.value.text("sv") == message


@pytest.mark.parametrize("key", ["longest_intervention", "least_parties"])
def test_what_the_board_decides_of_interventions_is_at_least_one(key: str) -> None:
    """An intervention lasts for a while, and somebody takes part."""
    with pytest.raises(PlanError) as error:
        plan(**{key: 0})
    [problem] = error.value.problems
    assert (problem.path, str(error.value), error.value.text("sv")) == (
        (key,),
        "0 is too few; write 1 or more",
        "0 är för få; skriv 1 eller fler",
    )
