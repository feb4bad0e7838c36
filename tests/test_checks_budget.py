"""F301 to F303, F306, F307, F350 to F352, F358 and F359: what the money goes to, and what is left."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from finsam import (
    Association,
    Category,
    Cost,
    Equity,
    Finding,
    Funding,
    Income,
    Money,
    OperationalPlan,
    Severity,
    kr,
)
from finsam.budget import IncomeKind
from finsam.checks import rule
from finsam.finding import Chapter
from finsam.rows import Columns
from plan_strategies import money, parts_of, sound_plans
from strategies import tries

BYGDEN = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")
KL_11_5 = "11 kap. 5 § second paragraph kommunallagen (2017:725), see 21 § lagen (2003:1210)"
KL_11_5_SV = "11 kap. 5 § andra stycket kommunallagen (2017:725), jfr 21 § lagen (2003:1210)"
KL_11_6 = "11 kap. 6 § kommunallagen (2017:725), see 21 § lagen (2003:1210)"
KL_11_6_SV = "11 kap. 6 § kommunallagen (2017:725), jfr 21 § lagen (2003:1210)"
LOWER = "lower the costs or raise the income; where earlier surplus is to be used, say so in the plan"
SANK = "sänk kostnaderna eller höj intäkterna; ska tidigare överskott användas, skriv det i planen"


@frozen
class Figures:
    """What a year costs, what its members contribute, and what it opens with where that is not carried."""

    year: int
    costs: int
    opening: int | None = None
    contributions: int | None = 1_000


budget = Figures


def by_year(figures: Sequence[Figures], what: str) -> dict[int, Money]:
    return {each.year: kr(amount) for each in figures if (amount := getattr(each, what)) is not None}


def columns(figures: Sequence[Figures], what: str, *, outcome: Figures | None = None) -> dict[str, Any]:
    return {"budget": by_year(figures, what), "outcome": by_year(() if outcome is None else (outcome,), what)}


def plan(*budgets: Figures, year: int = 2027, outcome: Figures | None = None, **parts: Any) -> OperationalPlan:
    """A plan of one row of costs, with those budgets and, where it is given, that outcome."""
    received: Columns[Money] = Columns(**columns(budgets, "contributions", outcome=outcome))
    opening: Columns[Money] = Columns(**columns(budgets, "opening", outcome=outcome))
    row = Cost(id="a", name="A", category=Category.INDIVIDUAL, **columns(budgets, "costs", outcome=outcome))
    plan = OperationalPlan(association=BYGDEN, year=year, costs=(row,), funding=Funding(received=received))
    return evolve(plan, equity=Equity(opening=opening), **parts)


def capped(plan: OperationalPlan, ceiling: Fraction) -> OperationalPlan:
    """The plan, that means to have no more saved than that share of a year's contributions."""
    return evolve(plan, equity=evolve(plan.equity, ceiling=ceiling))


def found(plan: OperationalPlan, *ids: str) -> list[Finding]:
    return [finding for number in ids for finding in rule(number).findings(plan)]


def overspent(plan: OperationalPlan) -> list[tuple[str, Severity]]:
    return [(each.id, each.severity) for each in found(plan, "F301", "F302", "F303", "F351", "F352")]


# Costs above income: F301, F302, F303, F351 and F352

amounts = st.integers(0, 3_000)


@given(costs=amounts, contributions=amounts, opening=st.none() | amounts)
def test_a_budget_is_found_by_one_rule_at_most(costs: int, contributions: int, opening: int | None) -> None:
    """Lawful, exactly zero, covered by equity, not covered, or unknown: a budget is one of them."""
    result = contributions - costs
    if result > 0:
        expected = []
    elif result == 0:
        expected = [("F303", Severity.NOTE)]
    elif opening is None:
        expected = [("F301", Severity.UNKNOWN)]
    elif opening + result >= 0:
        expected = [("F302", Severity.WARNING)]
    else:
        expected = [("F301", Severity.ERROR)]
    assert overspent(plan(budget(2027, costs, contributions=contributions, opening=opening))) == expected


@given(costs=amounts, contributions=amounts, opening=st.none() | amounts)
def test_a_plan_year_is_held_against_practice(costs: int, contributions: int, opening: int | None) -> None:
    """The budget is for one year; of the years after it the law asks for a plan, and practice that it can be done."""
    result = contributions - costs
    if result >= 0:
        expected = []
    elif opening is None:
        expected = [("F351", Severity.UNKNOWN)]
    elif opening + result >= 0:
        expected = [("F352", Severity.NOTE)]
    else:
        expected = [("F351", Severity.WARNING)]
    assert overspent(plan(budget(2028, costs, contributions=contributions, opening=opening))) == expected


@given(costs=amounts, contributions=amounts, opening=amounts, year=st.integers(2005, 2035))
def test_a_budget_is_judged_alike_in_every_year(costs: int, contributions: int, opening: int, year: int) -> None:
    """That income exceeds costs has been the rule since 2004, by one local government act or the other."""
    now = plan(budget(2027, costs, contributions=contributions, opening=opening))
    then = plan(budget(year, costs, contributions=contributions, opening=opening), year=year)
    assert overspent(then) == overspent(now)


@given(costs=amounts, contributions=amounts, opening=amounts)
def test_a_part_of_a_year_is_not_judged(costs: int, contributions: int, opening: int) -> None:
    """Income comes in twelfths, and costs as they fall; a budget is for the whole year."""
    for part in parts_of(2027):
        row = Cost(id="a", name="A", category=Category.INDIVIDUAL, budget={part: kr(costs)})
        funding = Funding(received=Columns(budget={part: kr(contributions)}))
        equity = Equity(opening=Columns(budget={part: kr(opening)}))
        of = OperationalPlan(association=BYGDEN, year=2027, costs=(row,), funding=funding, equity=equity)
        assert overspent(of) == []


@given(costs=amounts, contributions=amounts, opening=amounts)
def test_what_has_been_is_not_held_against_a_budget(costs: int, contributions: int, opening: int) -> None:
    """An outcome cannot be lowered, and the years before the budget year had budgets of their own."""
    figures = {"contributions": contributions, "opening": opening}
    assert overspent(plan(outcome=budget(2027, costs, **figures))) == []
    assert overspent(plan(budget(2026, costs, **figures))) == []


def test_a_budget_that_equity_does_not_cover_is_an_error() -> None:
    """F301: 1 500 kr of 1 000 kr, with 400 kr saved: 100 kr are missing."""
    [finding] = found(plan(budget(2027, 1_500, opening=400)), "F301")
    assert finding.text("en") == (
        "F301 error: costs: the costs of 1 500 kr for 2027 are 500 kr above the income of 1 000 kr; "
        "equity of 400 kr does not cover it, 100 kr is missing\n"
        f"    {KL_11_5}\n"
        f"    {LOWER}"
    )
    assert finding.text("sv") == (
        "F301 fel: costs: kostnaderna 1 500 kr för 2027 är 500 kr högre än intäkterna 1 000 kr; "
        "eget kapital på 400 kr täcker det inte, 100 kr saknas\n"
        f"    {KL_11_5_SV}\n"
        f"    {SANK}"
    )


def test_a_budget_that_equity_covers_is_a_warning() -> None:
    """F302: the act has no exception for associations, but many use what they have saved."""
    [finding] = found(plan(budget(2027, 1_500, opening=500)), "F302")
    assert finding.text("en") == (
        "F302 warning: costs: the costs of 1 500 kr for 2027 are 500 kr above the income of 1 000 kr; "
        "equity of 500 kr covers it\n"
        f"    {KL_11_5}\n"
        f"    {LOWER}"
    )
    assert finding.text("sv") == (
        "F302 varning: costs: kostnaderna 1 500 kr för 2027 är 500 kr högre än intäkterna 1 000 kr; "
        "eget kapital på 500 kr täcker det\n"
        f"    {KL_11_5_SV}\n"
        f"    {SANK}"
    )


def test_a_result_of_exactly_zero_is_a_note() -> None:
    """F303: the act says that income shall exceed costs."""
    [finding] = found(plan(budget(2027, 1_000)), "F303")
    assert finding.text("en") == (
        "F303 note: costs: income and costs for 2027 are both 1 000 kr: the result is exactly zero\n"
        f"    {KL_11_5}\n"
        "    budget some surplus, or give the reason for a result of zero"
    )
    assert finding.text("sv") == (
        "F303 notering: costs: intäkterna och kostnaderna för 2027 är båda 1 000 kr: resultatet är exakt noll\n"
        f"    {KL_11_5_SV}\n"
        "    budgetera ett visst överskott, eller motivera nollresultatet"
    )


def test_equity_that_is_not_known_is_said() -> None:
    """F301 can neither pass nor fail a deficit on equity that is not in the plan."""
    [finding] = found(plan(budget(2027, 1_500)), "F301")
    assert finding.severity is Severity.UNKNOWN
    assert (str(finding.message), finding.message.to("sv")) == (
        "the costs of 1 500 kr for 2027 are 500 kr above the income of 1 000 kr; the equity it opens with is not known",
        (
            "kostnaderna 1 500 kr för 2027 är 500 kr högre än intäkterna 1 000 kr; "
            "det ingående egna kapitalet är inte känt"
        ),
    )


def test_the_year_from_which_equity_can_be_carried_is_named() -> None:
    """F301: 2027 opens with what 2026 leaves, which opens with something that is not said."""
    [finding] = found(plan(budget(2026, 900), budget(2027, 1_500)), "F301")
    assert (str(finding.remedy), finding.remedy.to("sv")) == (
        (
            "write the equity that 2026 opens with under [equity] (opening), or what is contributed in 2025 under "
            "[funding], so that it can be carried on"
        ),
        (
            "skriv det egna kapital som 2026 börjar med under [equity] (opening), eller bidragen för 2025 under "
            "[funding], så att det kan föras vidare"
        ),
    )


_UNREAD = " (the words of the time have not been read; inferred from SOU 2015:24, 21.7)"
_OLASTA = " (den tidens ord är inte lästa; följer av SOU 2015:24, 21.7)"


@pytest.mark.parametrize(
    ("year", "en", "sv"),
    [
        (
            2017,
            f"8 kap. 4 § third paragraph kommunallagen (1991:900), see 21 § lagen (2003:1210){_UNREAD}",
            f"8 kap. 4 § tredje stycket kommunallagen (1991:900), jfr 21 § lagen (2003:1210){_OLASTA}",
        ),
        (2018, f"{KL_11_5}{_UNREAD}", f"{KL_11_5_SV}{_OLASTA}"),
        (2023, f"{KL_11_5}{_UNREAD}", f"{KL_11_5_SV}{_OLASTA}"),
        (2024, KL_11_5, KL_11_5_SV),
    ],
)
def test_the_rule_is_that_of_the_year_and_says_what_has_not_been_read(year: int, en: str, sv: str) -> None:
    """F301 to F303: kommunallagen (1991:900) through 2017; 21 § has been read as it is since 2024."""
    for costs, opening in [(1_500, 400), (1_500, 500), (1_000, 0)]:
        [finding] = found(plan(budget(year, costs, opening=opening), year=year), "F301", "F302", "F303")
        assert finding.text("en").split("\n")[1] == f"    {en}"
        assert finding.text("sv").split("\n")[1] == f"    {sv}"


def test_a_plan_year_that_cannot_be_carried_out_is_a_warning() -> None:
    """F351: what the budget year leaves is 100 kr, and 2028 lacks 500 kr."""
    [finding] = found(plan(budget(2027, 1_300, opening=400), budget(2028, 1_500)), "F351")
    assert finding.text("en") == (
        "F351 warning: costs: the costs of 1 500 kr for 2028 are 500 kr above the income of 1 000 kr; "
        "equity of 100 kr does not cover it, 400 kr is missing\n"
        "    practice: a plan that can be carried out\n"
        f"    {LOWER}"
    )
    assert finding.text("sv") == (
        "F351 varning: costs: kostnaderna 1 500 kr för 2028 är 500 kr högre än intäkterna 1 000 kr; "
        "eget kapital på 100 kr täcker det inte, 400 kr saknas\n"
        "    praxis: en plan som går att genomföra\n"
        f"    {SANK}"
    )


def test_a_plan_year_that_draws_on_equity_is_a_note() -> None:
    """F352: what the budget year leaves is 100 kr, and 2028 uses all of it."""
    [finding] = found(plan(budget(2027, 1_300, opening=400), budget(2028, 1_100)), "F352")
    assert finding.text("en") == (
        "F352 note: costs: the costs of 1 100 kr for 2028 are 100 kr above the income of 1 000 kr; "
        "equity of 100 kr covers it\n"
        "    practice: earlier surplus does not last for ever\n"
        f"    {LOWER}"
    )
    assert finding.text("sv") == (
        "F352 notering: costs: kostnaderna 1 100 kr för 2028 är 100 kr högre än intäkterna 1 000 kr; "
        "eget kapital på 100 kr täcker det\n"
        "    praxis: tidigare överskott räcker inte för alltid\n"
        f"    {SANK}"
    )


def test_a_budget_whose_income_is_unknown_is_not_judged() -> None:
    """Without contributions there is no result; F204 says that they are unknown."""
    assert overspent(plan(budget(2027, 1_500, contributions=None), budget(2028, 1_500, contributions=None))) == []


# Equity carried: F306


@tries(25)
@given(sound_plans(), money(1, 1_000))
def test_equity_that_is_not_carried_is_always_found(plan: OperationalPlan, error: Money) -> None:
    """A year that opens with another amount than the last one closed with is found, and only that year."""
    closing = plan.closing_equity(plan.year)
    assert closing is not None
    first = plan.equity.opening.budget
    for opening, expected in [
        (closing, []),
        (closing + error, [f"{plan.year + 1}"]),
        (closing - error, [f"{plan.year + 1}"]),
    ]:
        opened = evolve(plan, equity=Equity(opening=Columns(budget={**first, plan.year + 1: opening})))
        assert [finding.path[-1] for finding in found(opened, "F306")] == expected


def test_a_year_opens_with_what_the_last_one_closed_with() -> None:
    """F306: 2027 closes with 100 kr."""
    [finding] = found(plan(budget(2027, 900, opening=0), budget(2028, 900, opening=101)), "F306")
    assert finding.text("en") == (
        "F306 error: equity.opening.budget.2028: 2028 opens with 101 kr, but 2027 closes with 100 kr\n"
        "    the plan's own figures\n"
        "    leave the opening equity out, so that it is carried, or correct it"
    )
    assert finding.text("sv") == (
        "F306 fel: equity.opening.budget.2028: 2028 börjar med 101 kr, men 2027 slutar med 100 kr\n"
        "    planens egna uppgifter\n"
        "    utelämna det ingående kapitalet, så att det förs över, eller rätta det"
    )


def test_an_outcome_is_what_the_next_year_opens_with() -> None:
    """F306: what 2027 came to counts, not what it was budgeted to."""
    budgets = budget(2027, 900, opening=0), budget(2028, 900, opening=300)
    assert found(plan(*budgets, outcome=budget(2027, 700, opening=0)), "F306") == []
    assert len(found(plan(*budgets), "F306")) == 1


def test_the_budget_of_a_year_that_has_been_opened_with_what_was_expected_then() -> None:
    """
    F306: the budget of 2027 was adopted before 2026 was closed, and cannot be corrected in the plan for 2028.

    Södra Vätterbygden prints 1 246 600 kr as the opening of its budget for 2017, and 1 529 032 kr for the outcome.
    """
    row = Cost(
        id="a",
        name="A",
        category=Category.INDIVIDUAL,
        outcome={2026: kr(600)},
        budget={2027: kr(900), 2028: kr(900)},
        forecast={2027: kr(800)},
    )
    received: Columns[Money] = Columns(
        outcome={2026: kr(1_000)}, budget={2027: kr(1_000), 2028: kr(1_000)}, forecast={2027: kr(1_000)}
    )
    opening: Columns[Money] = Columns(
        outcome={2026: kr(0)}, budget={2027: kr(300), 2028: kr(600)}, forecast={2027: kr(400)}
    )
    of = OperationalPlan(
        association=BYGDEN,
        year=2028,
        costs=(row,),
        funding=Funding(received=received),
        equity=Equity(opening=opening),
    )
    assert (of.outcome(2026).closing, of.forecast(2027).closing) == (kr(400), kr(600))
    assert found(of, "F306") == []


def test_a_part_of_a_year_opens_with_what_the_last_year_closed_with() -> None:
    """F306: from 1 January; from any other day it opens with what nobody has said."""
    for part, expected in [("2028-08-31", 1), ("2028-T1", 1), ("2028-T2", 0)]:
        of = plan(budget(2027, 900, opening=0))
        equity = evolve(of.equity, opening=Columns(budget=of.equity.opening.budget, outcome={part: kr(101)}))
        assert len(found(evolve(of, equity=equity), "F306")) == expected


# Three years: F307


@given(st.sets(st.integers(2025, 2031)))
def test_the_budget_year_and_the_two_after_it_are_asked_for(years: set[int]) -> None:
    """KL 11:6: three years, of which the budget year is the first; more, and earlier ones, do no harm."""
    of = plan(*(budget(year, 900) for year in sorted(years)))
    missing = sorted({2027, 2028, 2029} - years)
    expected = [f"there is no budget for {', '.join(map(str, missing))}"] if missing else []
    for chapters, severity in [(None, Severity.UNKNOWN), ((Chapter.BUDGET,), Severity.ERROR)]:
        findings = found(evolve(of, chapters=chapters), "F307")
        assert [str(each.message) for each in findings] == expected
        assert all(each.severity is severity for each in findings)
    assert found(evolve(of, chapters=(Chapter.FUNDING,)), "F307") == []


def test_the_years_that_are_missing_are_named() -> None:
    """F307: a plan that holds the whole budget, for one year."""
    [finding] = found(plan(budget(2027, 900), chapters=(Chapter.BUDGET,)), "F307")
    assert finding.text("en") == (
        f"F307 error: costs: there is no budget for 2028, 2029\n    {KL_11_6}\n    add a column for each year"
    )
    assert finding.text("sv") == (
        f"F307 fel: costs: budget saknas för 2028, 2029\n    {KL_11_6_SV}\n    lägg till en kolumn för varje år"
    )


def test_how_many_years_were_asked_for_before_2018_is_inferred() -> None:
    """F307: the reference to KL 11:6 took the place of one to 8 kap. 5 § of kommunallagen (1991:900)."""
    [finding] = found(plan(budget(2017, 900), year=2017, chapters=(Chapter.BUDGET,)), "F307")
    assert finding.text("en") == (
        "F307 error: costs: there is no budget for 2018, 2019\n"
        f"    8 kap. 5 § kommunallagen (1991:900), see 21 § lagen (2003:1210){_UNREAD}\n"
        "    add a column for each year"
    )
    assert finding.text("sv") == (
        "F307 fel: costs: budget saknas för 2018, 2019\n"
        f"    8 kap. 5 § kommunallagen (1991:900), jfr 21 § lagen (2003:1210){_OLASTA}\n"
        "    lägg till en kolumn för varje år"
    )


# Saved capital: F350


@given(st.integers(0, 500), st.integers(0, 100))
def test_saved_capital_above_the_plans_own_ceiling_is_found(opening: int, per_cent: int) -> None:
    """F350: of 1 000 kr in contributions, each per cent is 10 kr; at the ceiling is not above it."""
    of = capped(plan(budget(2027, 1_000, opening=opening)), Fraction(per_cent, 100))
    assert bool(found(of, "F350")) == (opening > 10 * per_cent)


def test_capital_above_the_ceiling_is_named_with_the_excess() -> None:
    """F350: 201 kr is 1 kr above 20 % of 1 000 kr."""
    [finding] = found(capped(plan(budget(2027, 1_000, opening=201)), Fraction(1, 5)), "F350")
    assert finding.text("en") == (
        "F350 warning: equity.ceiling: 201 kr at the end of 2027 (budget) is 1 kr above 20 % of the contributions "
        "of 1 000 kr, which is 200 kr\n"
        "    practice: the ceiling that the plan itself states, after the National Council's recommendation\n"
        "    plan how the surplus is used; it can lower the state's next grant"
    )
    assert finding.text("sv") == (
        "F350 varning: equity.ceiling: 201 kr i slutet av 2027 (budget) är 1 kr över 20 % av bidragen "
        "1 000 kr, det vill säga 200 kr\n"
        "    praxis: det tak som planen själv anger, efter Nationella rådets rekommendation\n"
        "    planera hur överskottet används; det kan sänka nästa års statliga medel"
    )


def test_a_plan_that_states_no_ceiling_has_none() -> None:
    """F350: the steps of the recommendation are not known; the ceiling is the plan's own or nobody's."""
    assert found(plan(budget(2027, 0, opening=1_000_000)), "F350") == []


def test_capital_that_is_not_known_is_not_above_a_ceiling() -> None:
    """F350: without an opening, or without contributions, there is nothing to compare."""
    unknown = plan(budget(2027, 0), budget(2028, 0, opening=9_000, contributions=None))
    assert found(capped(unknown, Fraction(0)), "F350") == []


def test_capital_in_the_middle_of_a_year_is_not_held_against_a_years_contributions() -> None:
    """F350: what came in for half of a year is still to be used in the other half."""
    half = OperationalPlan(
        association=BYGDEN,
        year=2027,
        funding=Funding(received=Columns(budget={"2027-H1": kr(500)})),
        equity=Equity(opening=Columns(budget={"2027-H1": kr(9_000)}), ceiling=Fraction(1, 5)),
        costs=(Cost(id="kansli", name="Kansli", category=Category.ADMINISTRATION, budget={"2027-H1": kr(0)}),),
    )
    assert half.budget("2027-H1").closing == kr(9_500)
    assert found(half, "F350") == []


def test_contributions_of_the_funding_count_as_those_of_the_year() -> None:
    """F350 and F302: what the members are to pay is the income and the measure of what is saved."""
    of = plan(budget(2027, 1_100, opening=400, contributions=None), funding=Funding(total={2027: kr(1_000)}))
    assert [each.id for each in found(capped(of, Fraction(1, 5)), "F302", "F350")] == ["F302", "F350"]


# What kind an income is: F358 and F359

LAWFUL = {IncomeKind.INTEREST, IncomeKind.SALE, IncomeKind.CO_FINANCING, IncomeKind.OTHER}


def earning(*kinds: IncomeKind | None) -> OperationalPlan:
    """A plan with an income of each kind."""
    income = (Income(id=f"rad-{index}", name="Rad", kind=kind) for index, kind in enumerate(kinds, 1))
    return OperationalPlan(association=BYGDEN, year=2027, income=tuple(income))


@given(st.lists(st.none() | st.sampled_from(IncomeKind), max_size=6))
def test_an_income_is_lawful_a_gift_or_of_no_kind_that_is_said(kinds: list[IncomeKind | None]) -> None:
    """F358 finds gifts and grants, and F359 what is not said to be anything; nothing else is found."""
    wrong: dict[str, set[IncomeKind | None]] = {
        "F358": {IncomeKind.GIFT, IncomeKind.CROWDFUNDING, IncomeKind.GRANT},
        "F359": {None},
    }
    for number, of in wrong.items():
        accused = [finding.path[1] for finding in found(earning(*kinds), number)]
        assert accused == [index for index, kind in enumerate(kinds) if kind in of]
    assert {*IncomeKind} == LAWFUL | {IncomeKind.GIFT, IncomeKind.CROWDFUNDING, IncomeKind.GRANT}


def test_a_gift_is_a_warning() -> None:
    """F358: 6 § lets members transfer funds, and nobody else."""
    gift = Income(id="gava", name="Gåva från Sparbanksstiftelsen", kind=IncomeKind.GIFT, budget={2027: kr(5)})
    [finding] = found(evolve(plan(), income=(gift,)), "F358")
    assert finding.text("en") == (
        'F358 warning: income[1] "gava".kind: Gåva från Sparbanksstiftelsen is a gift, and pays for the costs\n'
        "    practice: 6 § lagen (2003:1210) lets members transfer funds, and "
        "the National Council finds no support for gifts\n"
        "    let a member receive it and transfer it, or leave it out of the budget"
    )
    assert finding.text("sv") == (
        'F358 varning: income[1] "gava".kind: Gåva från Sparbanksstiftelsen är en intäkt av slaget gåva, '
        "och betalar kostnaderna\n"
        "    praxis: 6 § lagen (2003:1210) låter medlemmar överföra medel, och "
        "Nationella rådet finner inget stöd för gåvor\n"
        "    låt en medlem ta emot och överföra det, eller ta bort det ur budgeten"
    )


def test_an_income_of_which_nothing_is_said_is_unknown() -> None:
    """F359: its name is not a kind, whatever it sounds like."""
    gift = Income(id="gava", name="Gåva", budget={2027: kr(5)})
    assert found(evolve(plan(), income=(gift,)), "F358") == []
    [finding] = found(evolve(plan(), income=(gift,)), "F359")
    assert finding.text("en") == (
        'F359 unknown: income[1] "gava": it is not said what kind of income Gåva is\n'
        "    practice: 6 § lagen (2003:1210) lets members transfer funds, and "
        "the National Council finds no support for gifts\n"
        "    write kind, as one of interest, sale, co-financing, grant, gift, crowdfunding, other"
    )
    assert finding.text("sv") == (
        'F359 uppgift saknas: income[1] "gava": det framgår inte vilket slag av intäkt Gåva är\n'
        "    praxis: 6 § lagen (2003:1210) låter medlemmar överföra medel, och "
        "Nationella rådet finner inget stöd för gåvor\n"
        "    skriv intäktsslaget (kind), som ett av interest, sale, co-financing, grant, gift, crowdfunding, other"
    )
