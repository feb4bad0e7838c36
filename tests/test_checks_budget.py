"""F3xx: what the money goes to, and what is left."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam import (
    Association,
    Budget,
    Category,
    CostLine,
    Finding,
    Forecast,
    Funding,
    Money,
    OperationalPlan,
    Outcome,
    Severity,
    kr,
)
from finsam.budget import Column
from finsam.checks import rule
from finsam.funding import Basis
from finsam.shares import PrintedShare
from finsam.stated import Stated
from plan_strategies import money, sound_plans

BYGDEN = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")
KL_11_5 = "11 kap. 5 § second paragraph kommunallagen (2017:725) through 21 § lag (2003:1210)"
KL_11_5_SV = "11 kap. 5 § andra stycket kommunallagen (2017:725) genom 21 § lag (2003:1210)"
KL_11_6 = "11 kap. 6 § kommunallagen (2017:725) through 21 § lag (2003:1210)"
LOWER = "lower the costs or raise the income; where earlier surplus is to be used, say so in the plan"
SANK = "sänk kostnaderna eller höj intäkterna; ska tidigare överskott användas, skriv det i planen"


def line(amount: int, category: Category = Category.INDIVIDUAL) -> CostLine:
    return CostLine(id=str(category), name=category.label.sv, amount=kr(amount), category=category)


def budget(year: int, costs: int, *, opening: int | None = None, contributions: int | None = 1_000) -> Budget:
    return Budget(
        year=year,
        costs=(line(costs),),
        opening=None if opening is None else kr(opening),
        contributions=None if contributions is None else kr(contributions),
    )


def plan(*budgets: Budget, year: int = 2027) -> OperationalPlan:
    return OperationalPlan(association=BYGDEN, year=year, budgets=budgets)


def found(plan: OperationalPlan, *ids: str) -> list[Finding]:
    return [finding for number in ids for finding in rule(number).findings(plan)]


def overspent(plan: OperationalPlan) -> list[tuple[str, Severity]]:
    return [(each.id, each.severity) for each in found(plan, "F301", "F302", "F303", "F351", "F352")]


# Costs above income: F301, F302, F303, F351 and F352

amounts = st.integers(0, 3_000)


@given(costs=amounts, contributions=amounts, opening=st.none() | amounts)
def test_a_budget_is_found_by_one_rule_at_most(costs: int, contributions: int, opening: int | None) -> None:
    """Lawful, exactly nought, covered by equity, not covered, or unknown: a budget is one of them."""
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


@given(costs=amounts, contributions=amounts, opening=amounts)
def test_the_rule_before_2018_is_unknown(costs: int, contributions: int, opening: int) -> None:
    """21 § has referred to kommunallagen (2017:725) since 2018; what applied before has not been read."""
    severities = {severity for _, severity in overspent(plan(budget(2017, costs, opening=opening), year=2017))}
    assert severities <= {Severity.UNKNOWN}


def test_a_budget_that_equity_does_not_cover_is_an_error() -> None:
    """F301: 1 500 kr of 1 000 kr, with 400 kr saved: 100 kr are missing."""
    [finding] = found(plan(budget(2027, 1_500, opening=400)), "F301")
    assert finding.text("en") == (
        "F301 error: budget 2027: costs of 1 500 kr are 500 kr above the income of 1 000 kr; "
        "equity of 400 kr does not cover it, 100 kr is missing\n"
        f"    {KL_11_5}\n"
        f"    {LOWER}"
    )
    assert finding.text("sv") == (
        "F301 fel: budget 2027: kostnaderna 1 500 kr är 500 kr högre än intäkterna 1 000 kr; "
        "eget kapital på 400 kr täcker det inte, 100 kr saknas\n"
        f"    {KL_11_5_SV}\n"
        f"    {SANK}"
    )


def test_a_budget_that_equity_covers_is_a_warning() -> None:
    """F302: the act has no exception for associations, but many use what they have saved."""
    [finding] = found(plan(budget(2027, 1_500, opening=500)), "F302")
    assert finding.text("en") == (
        "F302 warning: budget 2027: costs of 1 500 kr are 500 kr above the income of 1 000 kr; "
        "equity of 500 kr covers it\n"
        f"    {KL_11_5}\n"
        f"    {LOWER}"
    )
    assert finding.text("sv") == (
        "F302 varning: budget 2027: kostnaderna 1 500 kr är 500 kr högre än intäkterna 1 000 kr; "
        "eget kapital på 500 kr täcker det\n"
        f"    {KL_11_5_SV}\n"
        f"    {SANK}"
    )


def test_a_result_of_exactly_nought_is_a_note() -> None:
    """F303: the act says that income shall exceed costs."""
    [finding] = found(plan(budget(2027, 1_000)), "F303")
    assert finding.text("en") == (
        "F303 note: budget 2027: income and costs are both 1 000 kr: the result is exactly nought\n"
        f"    {KL_11_5}\n"
        "    budget some surplus, or be content with what most associations do"
    )
    assert finding.text("sv") == (
        "F303 notering: budget 2027: intäkter och kostnader är båda 1 000 kr: resultatet är exakt noll\n"
        f"    {KL_11_5_SV}\n"
        "    budgetera ett visst överskott, eller nöj er med vad de flesta förbund gör"
    )


def test_equity_that_is_not_known_is_said() -> None:
    """F301 can neither pass nor fail a deficit on equity that is not in the plan."""
    [finding] = found(plan(budget(2027, 1_500)), "F301")
    assert finding.severity is Severity.UNKNOWN
    assert (finding.message.en, finding.message.sv) == (
        "costs of 1 500 kr are 500 kr above the income of 1 000 kr; the equity it opens with is not known",
        "kostnaderna 1 500 kr är 500 kr högre än intäkterna 1 000 kr; det ingående egna kapitalet är inte känt",
    )


def test_a_rule_that_has_not_been_read_is_said() -> None:
    """F301 and F302 for 2017: the figures are known, the rule is not."""
    [covered] = found(plan(budget(2017, 1_500, opening=500), year=2017), "F301", "F302")
    assert covered.message.en == (
        "costs of 1 500 kr are 500 kr above the income of 1 000 kr; equity of 500 kr covers it; "
        "the rule that applied before 2018 has not been read"
    )
    [uncovered] = found(plan(budget(2017, 1_500, opening=400), year=2017), "F301", "F302")
    assert uncovered.message.sv == (
        "kostnaderna 1 500 kr är 500 kr högre än intäkterna 1 000 kr; "
        "eget kapital på 400 kr täcker det inte, 100 kr saknas; "
        "regeln som gällde före 2018 har inte lästs"
    )


def test_a_plan_year_that_cannot_be_carried_out_is_a_warning() -> None:
    """F351: what the budget year leaves is 100 kr, and 2028 lacks 500 kr."""
    [finding] = found(plan(budget(2027, 1_300, opening=400), budget(2028, 1_500)), "F351")
    assert finding.text("en") == (
        "F351 warning: budget 2028: costs of 1 500 kr are 500 kr above the income of 1 000 kr; "
        "equity of 100 kr does not cover it, 400 kr is missing\n"
        "    practice: a plan that can be carried out\n"
        f"    {LOWER}"
    )
    assert finding.text("sv").split("\n")[1] == "    praxis: en plan som går att genomföra"


def test_a_plan_year_that_draws_on_equity_is_a_note() -> None:
    """F352: what the budget year leaves is 100 kr, and 2028 uses all of it."""
    [finding] = found(plan(budget(2027, 1_300, opening=400), budget(2028, 1_100)), "F352")
    assert finding.text("en") == (
        "F352 note: budget 2028: costs of 1 100 kr are 100 kr above the income of 1 000 kr; "
        "equity of 100 kr covers it\n"
        "    practice: earlier surplus is used up in time\n"
        f"    {LOWER}"
    )
    assert finding.text("sv").split("\n")[1] == "    praxis: tidigare överskott tar slut med tiden"


def test_a_budget_whose_income_is_unknown_is_not_judged() -> None:
    """Without contributions there is no result; F204 says that they are unknown."""
    assert overspent(plan(budget(2027, 1_500, contributions=None), budget(2028, 1_500, contributions=None))) == []


# Stated totals: F304


def stating(plan: OperationalPlan, **totals: Any) -> OperationalPlan:
    return evolve(plan, stated=(evolve(Stated(where="6. Ekonomi", column=Column.BUDGET, year=2027), **totals),))


@settings(max_examples=25)
@given(sound_plans(), st.sampled_from(["income", "available", "costs", "result", "closing"]), money(1, 1_000))
def test_a_total_that_is_not_its_lines_is_always_found(plan: OperationalPlan, total: str, error: Money) -> None:
    """Whichever total, in whichever direction: F304 finds that one and no other."""
    for wrong in (error, -error):
        stated = plan.stated[0]
        mistaken = evolve(plan, stated=(evolve(stated, **{total: getattr(stated, total) + wrong}), *plan.stated[1:]))
        [finding] = found(mistaken, "F304")
        assert finding.place == f'stated "the tables", {total}, budget {plan.year}'
        assert f"{error} {'more' if wrong == error else 'less'} than" in finding.message.en


TOTALS = [
    ("income", "the income", "intäkterna", 1_000),
    ("available", "what is available", "tillgängliga medel", 1_050),
    ("costs", "the costs", "kostnaderna", 900),
    ("result", "the result", "resultatet", 100),
    ("closing", "the closing equity", "utgående eget kapital", 150),
]


@pytest.mark.parametrize(("total", "en", "sv", "amount"), TOTALS)
def test_a_stated_total_is_named_with_the_difference(total: str, en: str, sv: str, amount: int) -> None:
    """F304: 1 000 kr of contributions, 900 kr of costs, on top of 50 kr; a krona more or less is stated."""
    of = plan(budget(2027, 900, opening=50))
    assert found(stating(of, **{total: kr(amount)}), "F304") == []
    [more] = found(stating(of, **{total: kr(amount + 1)}), "F304")
    assert more.text("en") == (
        f'F304 error: stated "6. Ekonomi", {total}, budget 2027: '
        f"{en}: stated {kr(amount + 1)}, 1 kr more than the {kr(amount)} of the lines\n"
        "    the plan's own figures\n"
        "    correct the text, or the line that is wrong"
    )
    [less] = found(stating(of, **{total: kr(amount - 1)}), "F304")
    assert less.text("sv") == (
        f'F304 fel: stated "6. Ekonomi", {total}, budget 2027: '
        f"{sv}: anges till {kr(amount - 1)}, 1 kr mindre än radernas {kr(amount)}\n"
        "    planens egna uppgifter\n"
        "    rätta texten, eller den rad som är fel"
    )


@pytest.mark.parametrize(("total", "en", "sv"), [each[:3] for each in TOTALS if each[0] != "costs"])
def test_a_stated_total_that_cannot_be_worked_out_is_unknown(total: str, en: str, sv: str) -> None:
    """F304: without contributions nothing but the costs is known."""
    [finding] = found(stating(plan(budget(2027, 900, contributions=None)), **{total: kr(5)}), "F304")
    assert finding.severity is Severity.UNKNOWN
    assert finding.message.en == f"{en}: stated 5 kr, which cannot be worked out from the plan"
    assert finding.message.sv == f"{sv}: anges till 5 kr, vilket inte går att räkna fram ur planen"


def test_what_is_stated_of_a_column_is_held_against_that_column() -> None:
    """F304: a forecast is not a budget, though the year is the same."""
    both = evolve(
        stating(plan(budget(2027, 900)), costs=kr(900)),
        forecasts=(Forecast(year=2027, costs=(line(800),)),),
    )
    assert found(both, "F304") == []


# Stated shares: F305


def dividing(plan: OperationalPlan, **shares: str) -> OperationalPlan:
    printed = {Category(name): PrintedShare.read(text) for name, text in shares.items()}
    return evolve(plan, stated=(Stated(where="6. Ekonomi", column=Column.BUDGET, year=2027, shares=printed),))


THIRDS = plan(
    Budget(
        year=2027,
        costs=(line(100), line(50, Category.ADMINISTRATION), line(30, Category.BOARD), line(120, Category.NEW)),
    )
)


@given(st.integers(0, 10_000), st.integers(-20, 20))
def test_a_printed_share_may_be_rounded_and_no_more(costs: int, off: int) -> None:
    """F305: of 10 000 kr a tenth of a per cent is 10 kr, so what is printed may be 5 kr from the lines."""
    of = plan(Budget(year=2027, costs=(line(costs), line(10_000 - costs, Category.NEW))))
    tenths = max(0, (costs + off) // 10)
    share = PrintedShare(share=Fraction(tenths, 1_000), decimals=1)
    stated = Stated(where="6", column=Column.BUDGET, year=2027, shares={Category.INDIVIDUAL: share})
    assert bool(found(evolve(of, stated=(stated,)), "F305")) == (abs(10 * tenths - costs) > 5)


def test_a_share_that_is_not_that_of_the_lines_is_named_with_them() -> None:
    """F305: 100 kr of 300 kr is a third, not 33,4 %."""
    assert found(dividing(THIRDS, individual="33,3 %", new="40 %"), "F305") == []
    [finding] = found(dividing(THIRDS, individual="33,4 %", new="40 %"), "F305")
    assert finding.text("en") == (
        'F305 error: stated "6. Ekonomi", shares, budget 2027, individual: '
        "individual-oriented interventions: stated 33,4 %, but the lines come to 100 kr of 300 kr, about 33,33 %\n"
        "    the plan's own figures\n"
        "    correct the percentages in the text"
    )
    assert finding.text("sv") == (
        'F305 fel: stated "6. Ekonomi", shares, budget 2027, individual: '
        "individinriktade insatser: anges till 33,4 %, men raderna ger 100 kr av 300 kr, ungefär 33,33 %\n"
        "    planens egna uppgifter\n"
        "    rätta procenttalen i texten"
    )


def test_board_and_audit_are_administration_unless_they_are_named() -> None:
    """F305: 50 kr and the board's 30 kr are 26,7 % of 300 kr; apart they are 16,7 % and 10 %."""
    assert found(dividing(THIRDS, administration="26,7 %"), "F305") == []
    assert found(dividing(THIRDS, administration="16,7 %", board="10,0 %"), "F305") == []
    assert len(found(dividing(THIRDS, administration="16,7 %"), "F305")) == 1


def test_a_category_without_a_line_is_nought_per_cent() -> None:
    """F305: what is said to go to audit must stand in a line."""
    assert found(dividing(THIRDS, audit="0 %"), "F305") == []
    [finding] = found(dividing(THIRDS, audit="2 %"), "F305")
    assert finding.message.en == "audit: stated 2 %, but the lines come to 0 kr of 300 kr, about 0,0 %"


def test_shares_of_nothing_are_unknown() -> None:
    """F305: where nothing costs anything a share is neither right nor wrong."""
    [finding] = found(dividing(plan(budget(2027, 0)), individual="50 %"), "F305")
    assert finding.severity is Severity.UNKNOWN
    assert str(finding.message) == (
        "individual-oriented interventions: stated 50 %, which cannot be worked out from the plan"
    )


def test_a_total_of_a_year_without_accounts_is_unknown() -> None:
    """F304: what is stated for a year of which the plan has no lines is neither right nor wrong."""
    stated = Stated(where="9. Budget", column=Column.BUDGET, year=2030, costs=kr(5))
    [finding] = found(evolve(plan(budget(2027, 0)), stated=(stated,)), "F304")
    assert finding.severity is Severity.UNKNOWN
    assert str(finding.message) == "the costs: stated 5 kr, which cannot be worked out from the plan"


# Equity carried: F306


@settings(max_examples=25)
@given(sound_plans(), money(1, 1_000))
def test_equity_that_is_not_carried_is_always_found(plan: OperationalPlan, error: Money) -> None:
    """A year that opens with another amount than the last one closed with is found, and only that year."""
    closing = plan.closing_equity(plan.year)
    assert closing is not None
    first, second, third = plan.budgets
    for opening, expected in [(closing, 0), (closing + error, 1), (closing - error, 1)]:
        opened = evolve(plan, budgets=(first, evolve(second, opening=opening), third))
        assert len(found(opened, "F306")) == expected


def test_a_year_opens_with_what_the_last_one_closed_with() -> None:
    """F306: 2027 closes with 100 kr."""
    [finding] = found(plan(budget(2027, 900, opening=0), budget(2028, 900, opening=101)), "F306")
    assert finding.text("en") == (
        "F306 error: equity, opening, budget 2028: 2028 opens with 101 kr, but 2027 closes with 100 kr\n"
        "    the plan's own figures\n"
        "    leave the opening equity out, so that it is carried, or correct it"
    )
    assert finding.text("sv") == (
        "F306 fel: equity, opening, budget 2028: 2028 börjar med 101 kr, men 2027 slutar med 100 kr\n"
        "    planens egna uppgifter\n"
        "    utelämna det ingående kapitalet, så att det förs över, eller rätta det"
    )


def test_an_outcome_is_what_the_next_year_opens_with() -> None:
    """F306: what 2027 came to counts, not what it was budgeted to."""
    outcome = Outcome(year=2027, costs=(line(700),), contributions=kr(1_000), opening=kr(0))
    of = evolve(plan(budget(2027, 900, opening=0), budget(2028, 900, opening=300)), outcomes=(outcome,))
    assert found(of, "F306") == []


# Three years: F307


@given(st.sets(st.integers(2025, 2031)))
def test_the_budget_year_and_the_two_after_it_are_asked_for(years: set[int]) -> None:
    """KL 11:6: three years, of which the budget year is the first; more, and earlier ones, do no harm."""
    of = plan(*(budget(year, 900) for year in sorted(years)))
    missing = sorted({2027, 2028, 2029} - years)
    findings = found(of, "F307")
    assert [each.message.en for each in findings] == (
        [f"there is no budget for {', '.join(map(str, missing))}"] if missing else []
    )
    assert all(each.severity is (Severity.ERROR if years else Severity.UNKNOWN) for each in findings)


def test_the_years_that_are_missing_are_named() -> None:
    """F307: a plan for one year."""
    [finding] = found(plan(budget(2027, 900)), "F307")
    assert finding.text("en") == (
        f"F307 error: budget: there is no budget for 2028, 2029\n    {KL_11_6}\n    add a column for each year"
    )
    assert finding.text("sv") == (
        "F307 fel: budget: budget saknas för 2028, 2029\n"
        "    11 kap. 6 § kommunallagen (2017:725) genom 21 § lag (2003:1210)\n"
        "    lägg till en kolumn för varje år"
    )


def test_how_many_years_were_asked_for_before_2018_is_unknown() -> None:
    """F307: 21 § has referred to KL 11:6 since 2018."""
    [finding] = found(plan(budget(2017, 900), year=2017), "F307")
    assert finding.severity is Severity.UNKNOWN
    assert (finding.message.en, finding.message.sv) == (
        "there is no budget for 2018, 2019; the rule that applied before 2018 has not been read",
        "budget saknas för 2018, 2019; regeln som gällde före 2018 har inte lästs",
    )


# Saved capital: F350


@given(st.integers(0, 500), st.integers(0, 100))
def test_saved_capital_above_the_plans_own_ceiling_is_found(opening: int, per_cent: int) -> None:
    """F350: of 1 000 kr in contributions, each per cent is 10 kr; at the ceiling is not above it."""
    of = evolve(plan(budget(2027, 1_000, opening=opening)), equity_ceiling=Fraction(per_cent, 100))
    assert bool(found(of, "F350")) == (opening > 10 * per_cent)


def test_capital_above_the_ceiling_is_named_with_the_excess() -> None:
    """F350: 201 kr is 1 kr above 20 % of 1 000 kr."""
    of = evolve(plan(budget(2027, 1_000, opening=201)), equity_ceiling=Fraction(1, 5))
    [finding] = found(of, "F350")
    assert finding.text("en") == (
        "F350 warning: equity, budget 2027: 201 kr at the end of 2027 is 1 kr above 20 % of the contributions "
        "of 1 000 kr, which is 200 kr\n"
        "    practice: the ceiling that the plan itself states, after the National Council's recommendation\n"
        "    plan how the surplus is used; it can lower the state's next grant"
    )
    assert finding.text("sv") == (
        "F350 varning: equity, budget 2027: 201 kr i slutet av 2027 är 1 kr över 20 % av bidragen "
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
    assert found(evolve(unknown, equity_ceiling=Fraction(0)), "F350") == []


def test_contributions_of_the_funding_count_as_those_of_the_year() -> None:
    """F350 and F302: what the members are to pay is the income and the measure of what is saved."""
    terms = Funding(year=2027, basis=Basis.TOTAL, amount=kr(1_000))
    of = evolve(plan(budget(2027, 1_100, opening=400, contributions=None)), funding=(terms,))
    assert [each.id for each in found(evolve(of, equity_ceiling=Fraction(1, 5)), "F302", "F350")] == ["F302", "F350"]
