"""F304 and F305: what the document states, held against its own rows."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from finsam import Association, Category, Cost, Equity, Finding, Funding, Money, OperationalPlan, Severity, Stated, kr
from finsam.checks import rule
from finsam.finding import Chapter
from finsam.printed import Printed
from finsam.rows import Columns
from finsam.shares import percent
from plan_strategies import sound_plans
from printing import as_printed, roundings
from strategies import tries

BYGDEN = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")
PLACE = 'stated[1] "6. Ekonomi"'
COMPUTED = {total: total for total in ("income", "available", "result", "closing")} | {"costs": "total_costs"}


def row(category: Category = Category.INDIVIDUAL, **columns: Any) -> Cost:
    return Cost(id=category.value, name="Rad", category=category, **columns)


def plan(costs: int = 900, *, contributions: int | None = 1_000, opening: int | None = 50) -> OperationalPlan:
    """A plan for 2027 of one row of costs."""
    received: Columns[Money] = Columns(budget={} if contributions is None else {2027: kr(contributions)})
    opens_with: Columns[Money] = Columns(budget={} if opening is None else {2027: kr(opening)})
    return OperationalPlan(
        association=BYGDEN,
        year=2027,
        costs=(row(budget={2027: kr(costs)}),),
        funding=Funding(received=received),
        equity=Equity(opening=opens_with, ceiling=Fraction(1, 5)),
    )


def stating(plan: OperationalPlan, **totals: object) -> OperationalPlan:
    """The plan, whose document states these totals of its budget for 2027."""
    columns: dict[str, Any] = {total: Columns(budget={2027: printed}) for total, printed in totals.items()}
    return evolve(plan, stated=(Stated(where="6. Ekonomi", **columns),))


def found(plan: OperationalPlan, id: str) -> list[Finding]:
    return [*rule(id).findings(plan)]


# Stated totals: F304


@tries(25)
@given(sound_plans(), st.sampled_from([*COMPUTED]), st.integers(1, 1_000))
def test_a_total_that_is_not_its_rows_is_always_found(plan: OperationalPlan, total: str, error: int) -> None:
    """Whichever total, in whichever direction: F304 finds that one and no other, and says by how much."""
    stated = plan.stated[0]
    computed: Money = getattr(plan.budget(plan.year), COMPUTED[total])
    for wrong, words in ((kr(error), f"{kr(error)} more than"), (kr(-error), f"{kr(error)} less than")):
        row: Any = {total: Columns(budget={plan.year: computed + wrong})}
        mistaken = evolve(stated, **row)
        [finding] = found(evolve(plan, stated=(mistaken, *plan.stated[1:])), "F304")
        assert finding.place == f'stated[1] "the tables".{total}.budget.{plan.year}'
        assert words in str(finding.message)


@tries(25)
@given(sound_plans(), st.data())
def test_however_it_is_rounded_a_total_that_is_its_rows_is_never_found(
    plan: OperationalPlan, data: st.DataObject
) -> None:
    """Annual reports print thousands of kronor, and texts millions with a decimal."""
    budget = plan.budget(plan.year)
    totals: dict[str, Any] = {
        total: Columns(budget={plan.year: data.draw(roundings(getattr(budget, computed)))})
        for total, computed in COMPUTED.items()
    }
    assert found(evolve(plan, stated=(Stated(where="the text", **totals),)), "F304") == []


@given(st.integers(0, 10_000_000), st.sampled_from([("tkr", 0, 1_000), ("mkr", 1, 100_000), ("mkr", 2, 10_000)]))
def test_a_total_that_is_a_whole_step_too_far_is_found(costs: int, printed: tuple[str, int, int]) -> None:
    """F304: "627 tkr" for 628 100 kr is not a rounding."""
    unit, decimals, step = printed
    nearest, half = (costs + step // 2) // step, step // 2
    for steps in range(nearest - 2, nearest + 3):
        said = as_printed(steps, decimals, unit)
        assert bool(found(stating(plan(costs), costs=said), "F304")) == (abs(steps * step - costs) > half)


TOTALS = [
    ("income", "the income", "intäkterna", 1_000),
    ("available", "what is available", "tillgängliga medel", 1_050),
    ("ceiling", "the most that is to be saved", "taket för sparat kapital", 200),
    ("costs", "the costs", "kostnaderna", 900),
    ("result", "the result", "resultatet", 100),
    ("closing", "the closing equity", "utgående eget kapital", 150),
]


@pytest.mark.parametrize(("total", "en", "sv", "amount"), TOTALS)
def test_a_stated_total_is_named_with_the_difference(total: str, en: str, sv: str, amount: int) -> None:
    """F304: 1 000 kr of contributions, 900 kr of costs, on top of 50 kr; a krona more or less is stated."""
    assert found(stating(plan(), **{total: kr(amount)}), "F304") == []
    [more] = found(stating(plan(), **{total: kr(amount + 1)}), "F304")
    assert more.text("en") == (
        f"F304 error: {PLACE}.{total}.budget.2027: "
        f"{en} (budget 2027): stated {kr(amount + 1)}, 1 kr more than the {kr(amount)} of the rows\n"
        "    the plan's own figures\n"
        "    correct the text, or the row that is wrong"
    )
    [less] = found(stating(plan(), **{total: kr(amount - 1)}), "F304")
    assert less.text("sv") == (
        f"F304 fel: {PLACE}.{total}.budget.2027: "
        f"{sv} (budget 2027) anges till {kr(amount - 1)}, 1 kr mindre än radernas summa {kr(amount)}\n"
        "    planens egna uppgifter\n"
        "    rätta texten, eller den rad som är fel"
    )


def test_what_is_rounded_differs_by_at_least_what_no_rounding_explains() -> None:
    """F304: "4,0 mkr" is at most 4 050 000 kr, which is 10 000 kr less than the rows."""
    [finding] = found(stating(plan(4_060_000), costs="4,0 mkr"), "F304")
    assert (str(finding.message), finding.message.to("sv")) == (
        "the costs (budget 2027): stated 4,0 mkr, at least 10 000 kr less than the 4 060 000 kr of the rows",
        "kostnaderna (budget 2027) anges till 4,0 mkr, minst 10 000 kr mindre än radernas summa 4 060 000 kr",
    )


@pytest.mark.parametrize(("total", "en", "sv"), [each[:3] for each in TOTALS if each[0] != "costs"])
def test_a_stated_total_that_cannot_be_worked_out_is_unknown(total: str, en: str, sv: str) -> None:
    """F304: without contributions nothing but the costs is known."""
    [finding] = found(stating(plan(contributions=None), **{total: kr(5)}), "F304")
    assert finding.severity is Severity.UNKNOWN
    assert str(finding.message) == f"{en} (budget 2027): stated 5 kr, which cannot be worked out from the plan"
    assert finding.message.to("sv") == f"{sv} (budget 2027) anges till 5 kr, vilket inte går att räkna fram ur planen"


def test_a_total_of_a_year_without_rows_is_unknown() -> None:
    """F304: what is stated for a year of which the plan has no rows is neither right nor wrong."""
    stated = Stated(where="9. Budget", costs=Columns(budget={2030: kr(5)}))
    [finding] = found(evolve(plan(), stated=(stated,)), "F304")
    assert finding.severity is Severity.UNKNOWN
    assert str(finding.message) == "the costs (budget 2030): stated 5 kr, which cannot be worked out from the plan"


def test_what_is_missing_for_a_total_is_asked_for() -> None:
    """F304: the rows where the year has none, and what is contributed where only that is missing."""
    rows, funding = "add the rows of that year and column", "write what is contributed that year under [funding]"
    opening = f"{funding}, and the opening equity under [equity]"
    later: dict[str, Any] = {total: Columns(budget={2030: kr(5)}) for total in ("income", "result", "costs", "closing")}
    stated = evolve(plan(), stated=(Stated(where="9. Budget", **later),))
    assert [str(each.remedy) for each in found(stated, "F304")] == [funding, rows, rows, rows]
    unfunded = stating(plan(contributions=None), income=kr(5), result=kr(5), closing=kr(5))
    assert [str(each.remedy) for each in found(unfunded, "F304")] == [funding, funding, opening]


def test_two_thirds_of_an_ore_more_are_more() -> None:
    """F304: a third of 1 000 kr is 33 333 1/3 öre, and "minst 333,34 kr" is 33 334 öre or more."""
    [finding] = found(stating(evolve(plan(), equity=Equity(ceiling=Fraction(1, 3))), ceiling="minst 333,34 kr"), "F304")
    assert "0,01 kr more than the 333,33 kr of the rows" in str(finding.message)


def test_where_the_budget_is_not_held_nothing_is_asked_of_it() -> None:
    """F304 and F305: a plan that says it holds the funding alone states totals whose rows are elsewhere."""
    shares: Columns[Any] = Columns(budget={2027: {Category.NEW: "5 %"}})
    stated = Stated(where="9. Budget", costs=Columns(budget={2030: kr(5)}), shares=shares)
    excerpt = evolve(plan(0), stated=(stated,))
    for number in ("F304", "F305"):
        assert len(found(excerpt, number)) == 1
        assert found(evolve(excerpt, chapters=(Chapter.FUNDING,)), number) == []
        assert len(found(evolve(excerpt, chapters=(Chapter.BUDGET,)), number)) == 1


def test_what_is_stated_of_a_column_is_held_against_that_column() -> None:
    """F304: a forecast is not a budget, though the year is the same."""
    both = evolve(plan(), costs=(row(budget={2027: kr(900)}, forecast={2027: kr(800)}),))
    assert found(stating(both, costs=kr(900)), "F304") == []
    forecast = Stated(where="6. Ekonomi", costs=Columns(forecast={2027: kr(900)}))
    [finding] = found(evolve(both, stated=(forecast,)), "F304")
    assert str(finding.message) == ("the costs (forecast 2027): stated 900 kr, 100 kr more than the 800 kr of the rows")


def test_what_is_stated_of_a_part_of_a_year_is_held_against_that_part() -> None:
    """F304: costs through August are those of the rows through August; no ceiling is reckoned for them."""
    part = "2027-08-31"
    of = evolve(plan(), costs=(row(outcome={part: kr(700)}),), funding=Funding(received=Columns(outcome={part: kr(5)})))
    stated = Stated(where="T2", costs=Columns(outcome={part: "699 kr"}), ceiling=Columns(outcome={part: kr(1)}))
    costs, ceiling = sorted(found(evolve(of, stated=(stated,)), "F304"), key=lambda each: each.severity)
    assert (costs.place, str(costs.message)) == (
        'stated[1] "T2".costs.outcome.2027-08-31',
        "the costs (outcome through 2027-08-31): stated 699 kr, 1 kr less than the 700 kr of the rows",
    )
    assert ceiling.severity is Severity.UNKNOWN


# Stated shares: F305


def dividing(plan: OperationalPlan, **shares: str) -> OperationalPlan:
    """The plan, whose document states these shares of the costs of its budget for 2027."""
    stated: dict[Category, str] = {Category(name): text for name, text in shares.items()}
    return evolve(plan, stated=(Stated(where="6. Ekonomi", shares=Columns(budget={2027: stated})),))


def costing(**amounts: int) -> OperationalPlan:
    """A plan with a row of each category."""
    rows = (row(Category(name), budget={2027: kr(amount)}) for name, amount in amounts.items())
    return evolve(plan(), costs=tuple(rows))


THIRDS = costing(individual=100, administration=50, board=30, new=120)


@given(st.integers(0, 10_000), st.integers(-20, 20))
def test_a_printed_share_may_be_rounded_and_no_more(costs: int, off: int) -> None:
    """F305: of 10 000 kr a tenth of a per cent is 10 kr, so what is printed may be 5 kr from the rows."""
    tenths = max(0, (costs + off) // 10)
    of = dividing(costing(individual=costs, new=10_000 - costs), individual=f"{tenths // 10},{tenths % 10} %")
    assert bool(found(of, "F305")) == (abs(10 * tenths - costs) > 5)


@given(st.integers(0, 9_999_999), st.integers(1, 9_999_999), st.integers(0, 4))
def test_however_many_decimals_it_has_a_share_that_is_that_of_the_rows_is_never_found(
    part: int, rest: int, decimals: int
) -> None:
    """F305: rounded to whole per cent, or to hundredths."""
    said = Printed.share(percent(Fraction(part, part + rest), decimals=decimals))
    assert found(dividing(costing(individual=part, new=rest), individual=said.text), "F305") == []


def test_a_share_that_is_not_that_of_the_rows_is_named_with_them() -> None:
    """F305: 100 kr of 300 kr is a third, not 33,4 %."""
    assert found(dividing(THIRDS, individual="33,3 %", new="40 %"), "F305") == []
    [finding] = found(dividing(THIRDS, individual="33,4 %", new="40 %"), "F305")
    assert finding.text("en") == (
        f"F305 error: {PLACE}.shares.budget.2027.individual: individual-oriented interventions (budget 2027): "
        "stated 33,4 %, but the rows are 100 kr of 300 kr, about 33,33 %\n"
        "    the plan's own figures\n"
        "    correct the percentages in the text"
    )
    assert finding.text("sv") == (
        f"F305 fel: {PLACE}.shares.budget.2027.individual: individinriktade insatser (budget 2027) "
        "anges till 33,4 %, men raderna ger 100 kr av 300 kr, ungefär 33,33 %\n"
        "    planens egna uppgifter\n"
        "    rätta procenttalen i texten"
    )


def test_board_and_audit_are_administration_unless_they_are_named() -> None:
    """F305: 50 kr and the board's 30 kr are 26,7 % of 300 kr; apart they are 16,7 % and 10 %."""
    assert found(dividing(THIRDS, administration="26,7 %"), "F305") == []
    assert found(dividing(THIRDS, administration="16,7 %", board="10,0 %"), "F305") == []
    [finding] = found(dividing(THIRDS, administration="16,7 %"), "F305")
    assert str(finding.message) == (
        "administration (budget 2027): stated 16,7 %, but the rows are 80 kr of 300 kr, about 26,67 %"
    )


def test_a_category_without_a_row_is_zero_per_cent() -> None:
    """F305: what is said to go to audit must stand in a row."""
    assert found(dividing(THIRDS, audit="0 %"), "F305") == []
    [finding] = found(dividing(THIRDS, audit="2 %"), "F305")
    assert str(finding.message) == ("audit (budget 2027): stated 2 %, but the rows are 0 kr of 300 kr, about 0,00 %")


def test_shares_of_nothing_are_unknown() -> None:
    """F305: where nothing costs anything a share is neither right nor wrong."""
    [finding] = found(dividing(plan(0), individual="50 %"), "F305")
    assert finding.severity is Severity.UNKNOWN
    assert str(finding.message) == (
        "individual-oriented interventions (budget 2027): stated 50 %, which cannot be worked out from the plan"
    )


def test_shares_of_a_year_without_rows_are_unknown() -> None:
    """F305: the plan has no accounts of 2030, so that it has no costs to divide."""
    shares: Columns[Any] = Columns(budget={2030: {Category.NEW: "5 %"}})
    [finding] = found(evolve(plan(), stated=(Stated(where="6. Ekonomi", shares=shares),)), "F305")
    assert (finding.severity, finding.place) == (Severity.UNKNOWN, f"{PLACE}.shares.budget.2030.new")
    assert str(finding.remedy) == "add the rows of that year and column"
