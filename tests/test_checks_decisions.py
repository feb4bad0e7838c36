"""F325 to F329 and F370 to F372: decisions on money, and what they commit."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from finsam import (
    Association,
    Category,
    Cost,
    Equity,
    Finding,
    Funding,
    Intervention,
    Money,
    OperationalPlan,
    Severity,
    kr,
)
from finsam.checks import rule
from finsam.decisions import Decision
from finsam.finding import Chapter
from finsam.interventions import Orientation
from finsam.rows import Columns

BYGDEN = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")
HISS = Intervention(id="hiss", name="HISS", orientation=Orientation.INDIVIDUAL)
OWN, EGNA = "the plan's own figures", "planens egna uppgifter"
AUTUMN, SPRING = date(2026, 11, 20), date(2027, 3, 1)


def row(id: str, amount: int, *, category: Category = Category.ADMINISTRATION, intervention: str | None = None) -> Cost:
    return Cost(id=id, name=id.title(), category=category, intervention=intervention, budget={2027: kr(amount)})


def plan(
    *decisions: Decision, costs: tuple[Cost, ...] | None = None, available: int = 100, **parts: Any
) -> OperationalPlan:
    """A plan for 2027 with so many kronor: 60 are budgeted for HISS, 20 for the office and 20 for what is new."""
    usual = (
        row("ledare", 60, intervention="hiss"),
        row("kansli", 20),
        row("nytt", 20, category=Category.NEW),
    )
    return OperationalPlan(
        association=BYGDEN,
        year=2027,
        interventions=(HISS,),
        funding=Funding(received=Columns(budget={2027: kr(available)})),
        equity=Equity(opening=Columns(budget={2027: kr(0)})),
        costs=usual if costs is None else costs,
        decisions=decisions,
        **parts,
    )


def grant(id: str, amount: int, *, year: int = 2027, **said: Any) -> Decision:
    return Decision(id=id, granted={year: kr(amount)}, **{"on": AUTUMN, **said})


def found(id: str, of: OperationalPlan) -> list[Finding]:
    return list(rule(id).findings(of))


def texts(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(each.text("en"), each.text("sv")) for each in findings]


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(each.place, str(each.message)) for each in findings]


# F325


@given(st.integers(2026, 2028), st.integers(2026, 2028), st.booleans())
def test_a_decision_in_the_year_that_it_spends_in_says_how_it_is_financed(taken: int, year: int, said: bool) -> None:
    """A decision before the year is in its budget, and one after it spends nothing in it."""
    decision = grant("a", 1, year=year, on=date(taken, 6, 1), financing="sparade medel" if said else None)
    assert bool(found("F325", plan(decision))) == (taken == year and not said)


def test_a_decision_that_does_not_say_how_it_is_financed_is_told() -> None:
    """Unknown where the file may not hold all of the document, and wrong where it holds the budget."""
    of = plan(grant("a", 1, on=SPRING), chapters=(Chapter.BUDGET,))
    assert texts(found("F325", of)) == [
        (
            (
                'F325 error: decisions[1] "a": a of 2027-03-01 grants money for 2027, and it is not said how that is '
                "financed\n"
                "    11 kap. 15 § kommunallagen (2017:725), see 21 § lagen (2003:1210)\n"
                "    write under financing where the money comes from, as a row of the budget or earlier surplus"
            ),
            (
                'F325 fel: decisions[1] "a": a av 2027-03-01 beviljar medel för 2027, och det framgår inte hur de '
                "finansieras\n"
                "    11 kap. 15 § kommunallagen (2017:725), jfr 21 § lagen (2003:1210)\n"
                "    skriv under financing varifrån pengarna tas, till exempel en budgetrad eller tidigare överskott"
            ),
        )
    ]
    assert [each.severity for each in found("F325", evolve(of, chapters=None))] == [Severity.UNKNOWN]


def test_a_decision_without_a_day_is_not_asked_how_it_is_financed() -> None:
    """It may have been taken before the year."""
    assert found("F325", plan(grant("a", 1, on=None))) == []


# F326


@given(st.lists(st.integers(0, 60), max_size=4))
def test_a_grant_is_found_that_is_above_what_is_left(amounts: list[int]) -> None:
    """Of 100 kr, each that takes the sum above them, in the order of their days."""
    decisions = [grant(str(number), each, on=date(2026, 11, 1 + number)) for number, each in enumerate(amounts)]
    above = [number for number, each in enumerate(amounts) if each and sum(amounts[: number + 1]) > 100]
    assert [each.path[1] for each in found("F326", plan(*decisions))] == above
    backwards = found("F326", plan(*reversed(decisions)))
    assert [len(amounts) - 1 - int(each.path[1]) for each in backwards] == above


def test_a_grant_above_what_is_left_is_told() -> None:
    """What was left when it was decided; nothing where that was too much already."""
    of = plan(grant("c", 1, on=SPRING), grant("b", 50, on=AUTUMN), grant("a", 70, on=None))
    first, second = texts(found("F326", of))
    assert first == (
        (
            'F326 error: decisions[2] "b": b grants 50 kr for 2027, when 30 kr was left of 100 kr\n'
            f"    {OWN}\n"
            "    lower the grant or another, raise the income, or write which decision it replaces"
        ),
        (
            'F326 fel: decisions[2] "b": b beviljar 50 kr för 2027, när 30 kr var kvar av 100 kr\n'
            f"    {EGNA}\n"
            "    sänk de beviljade medlen eller några andra, höj intäkterna, eller skriv vilket beslut det ersätter"
        ),
    )
    assert second[0].startswith('F326 error: decisions[1] "c": c grants 1 kr for 2027, when 0 kr was left of 100 kr\n')


def test_what_may_be_above_what_there_is_depends_on_how_it_is_read() -> None:
    """Neither passed nor failed."""
    of = plan(grant("a", 70, intervention="hiss"), grant("b", 60, intervention="hiss", on=SPRING))
    assert texts(found("F326", of)) == [
        (
            (
                "F326 unknown: decisions: what is committed for 2027 can be more than the 100 kr that there is: 60 kr "
                "to 130 kr\n"
                f"    {OWN}\n"
                "    write which decision adds to or replaces which"
            ),
            (
                "F326 uppgift saknas: decisions: det som är bundet för 2027 kan vara mer än de 100 kr som finns: 60 kr "
                "till 130 kr\n"
                f"    {EGNA}\n"
                "    skriv vilket beslut som lägger till eller ersätter vilket"
            ),
        )
    ]


def later(year: int, contributions: int) -> OperationalPlan:
    """The plan, with a further year of so many kronor in contributions and no more costs than 1 kr."""
    of = plan()
    received: Columns[Money] = Columns(budget={**of.funding.received.budget, year: kr(contributions)})
    extra = Cost(id="mer", name="Mer", category=Category.NEW, budget={year: kr(1)})
    return evolve(of, funding=Funding(received=received), costs=(*of.costs, extra))


@given(st.integers(0, 400))
def test_an_amount_that_is_not_split_is_held_against_the_money_of_all_its_years(amount: int) -> None:
    """100 kr in 2027 and 150 kr in 2028; one of the years by itself may get nothing, so that none is too small."""
    decision = Decision(id="a", granted={"2027-2028": kr(amount)})
    of = evolve(later(2028, 150), decisions=(decision,))
    if amount <= 250:
        assert found("F326", of) == []
    else:
        assert told(found("F326", of)) == [
            ('decisions[1] "a"', f"a grants {amount} kr for 2027–2028, when 250 kr was left of 250 kr")
        ]


def test_what_is_replaced_in_one_of_the_years_is_not_counted_in_it() -> None:
    """90 kr in 2027, 10 kr in 2028 and 100 kr in either are within 250 kr; the 90 kr that were 2028's are gone."""
    first = Decision(id="a", on=AUTUMN, granted={2027: kr(90), 2028: kr(90)})
    other = grant("b", 10, year=2028, on=SPRING, replaces="a")
    either = Decision(id="c", on=AUTUMN, granted={"2027-2028": kr(100)})
    assert found("F326", evolve(later(2028, 150), decisions=(first, other, either))) == []


def test_a_decision_that_does_not_say_how_much_may_be_within_what_is_left() -> None:
    """F329 tells it; another that is too much is told all the same."""
    unsaid = Decision(id="a", applied={2027: 200})
    assert found("F326", plan(unsaid)) == []
    assert [each.path for each in found("F326", plan(unsaid, grant("b", 101)))] == [("decisions", 1)]


def test_money_for_years_of_which_nothing_else_is_known_is_told_once() -> None:
    """What is available then is not known."""
    of = plan(Decision(id="a", granted={"2028-2029": kr(1), 2027: kr(1)}))
    assert texts(found("F326", of)) == [
        (
            (
                "F326 unknown: decisions: money is granted for 2028, 2029, and what is available then is not known\n"
                f"    {OWN}\n"
                "    write the contributions under [funding] and the rows of the budget, so that equity can be carried "
                "there"
            ),
            (
                "F326 uppgift saknas: decisions: medel beviljas för 2028, 2029, och vad som finns tillgängligt då är "
                "inte känt\n"
                f"    {EGNA}\n"
                "    skriv bidragen under [funding] och budgetens rader, så att eget kapital kan föras dit"
            ),
        )
    ]


# F327


def test_a_later_decision_that_says_neither_is_told_with_both_readings() -> None:
    """In each year that they have in common."""
    of = plan(grant("b", 60, intervention="hiss", on=SPRING), grant("a", 40, intervention="hiss"))
    assert texts(found("F327", of)) == [
        (
            (
                'F327 warning: decisions[1] "b": b adds to a or replaces it: 100 kr or 60 kr for 2027\n'
                f"    {OWN}\n"
                '    write adds_to = "a" or replaces = "a"'
            ),
            (
                'F327 varning: decisions[1] "b": b lägger till a eller ersätter det: 100 kr eller 60 kr för 2027\n'
                f"    {EGNA}\n"
                '    skriv adds_to = "a" eller replaces = "a"'
            ),
        )
    ]


def test_two_decisions_of_which_neither_has_a_day_are_told_once() -> None:
    """Though either may be the later."""
    of = plan(grant("a", 40, row="kansli", on=None), grant("b", 60, row="kansli", on=None))
    assert len(found("F327", of)) == 1


@pytest.mark.parametrize("said", [{"adds_to": "a"}, {"replaces": "a"}, {"on": AUTUMN}, {"intervention": None}])
def test_nothing_is_asked_where_it_is_plain_how_decisions_go_together(said: dict[str, Any]) -> None:
    """Where it is said, on one day, and about something else."""
    terms: dict[str, Any] = {"intervention": "hiss", "on": SPRING, **said}
    of = plan(grant("a", 40, intervention="hiss"), grant("b", 60, **terms))
    assert found("F327", of) == []


# F328


@given(st.dates(date(2026, 1, 1), date(2026, 1, 9)), st.dates(date(2026, 1, 1), date(2026, 1, 9)), st.booleans())
def test_a_decision_changes_one_that_was_taken_before_it(first: date, second: date, adds: bool) -> None:
    """Or on the same day."""
    key = "adds_to" if adds else "replaces"
    changes: dict[str, Any] = {key: "a"}
    of = plan(grant("a", 1, on=first), grant("b", 1, on=second, **changes))
    assert [each.path for each in found("F328", of)] == ([("decisions", 1, key)] if second < first else [])


def test_a_decision_that_changes_a_later_one_is_told() -> None:
    """With both days; a day that is not known may be right."""
    of = plan(grant("a", 1, on=SPRING), grant("b", 1, adds_to="a"))
    assert texts(found("F328", of)) == [
        (
            (
                'F328 error: decisions[2] "b".adds_to: b of 2026-11-20 changes a, which was taken later, on '
                "2027-03-01\n"
                f"    {OWN}\n"
                "    correct one of the days, or name the decision that was taken before"
            ),
            (
                'F328 fel: decisions[2] "b".adds_to: b av 2026-11-20 ändrar a, som fattades senare, 2027-03-01\n'
                f"    {EGNA}\n"
                "    rätta ett av datumen, eller ange det beslut som fattades före"
            ),
        )
    ]
    assert found("F328", plan(grant("a", 1, on=None), grant("b", 1, adds_to="a"))) == []
    assert found("F328", plan(grant("a", 1), grant("b", 1, on=None, adds_to="a"))) == []


# F329


def test_a_decision_that_does_not_say_how_much_is_told() -> None:
    """What is granted at most is said; what is applied for is not granted."""
    of = plan(Decision(id="a", applied={2027: 5}), Decision(id="b", at_most={2027: kr(5)}), grant("c", 0))
    assert texts(found("F329", of)) == [
        (
            (
                'F329 unknown: decisions[1] "a": it is not said how much a grants\n'
                f"    {OWN}\n"
                '    write granted or at_most, by year or as "2027-2029" for years that are not split'
            ),
            (
                'F329 uppgift saknas: decisions[1] "a": det framgår inte hur mycket a beviljar\n'
                f"    {EGNA}\n"
                '    skriv granted eller at_most, per år eller som "2027-2029" för år som inte delas upp'
            ),
        )
    ]


# F370


@given(st.integers(0, 3_000_000))
def test_more_granted_than_applied_for_is_found(amount: int) -> None:
    """1,0 mkr is printed of everything through 1 050 000 kr."""
    of = plan(Decision(id="a", applied={"2027-2028": "1,0 mkr"}, granted={2027: kr(amount)}))
    assert bool(found("F370", of)) == (amount > 1_050_000)


def test_more_granted_than_applied_for_is_told() -> None:
    """With both, over all the years together."""
    of = plan(Decision(id="a", applied={2027: 40, 2028: "ca 10 kr"}, granted={2027: kr(60), 2028: kr(1)}))
    assert texts(found("F370", of)) == [
        (
            (
                'F370 warning: decisions[1] "a".granted: a grants 61 kr, and less was applied for: 2027 40 kr, 2028 '
                "ca 10 kr\n"
                "    practice: a grant answers an application\n"
                "    correct the amounts, or say in the conditions why more is granted"
            ),
            (
                'F370 varning: decisions[1] "a".granted: a beviljar 61 kr, och mindre söktes: 2027 40 kr, 2028 '
                "ca 10 kr\n"
                "    praxis: beviljade medel svarar mot en ansökan\n"
                "    rätta beloppen, eller skriv bland villkoren varför mer beviljas"
            ),
        )
    ]


def test_an_application_of_which_the_end_is_not_known_is_not_held_against_the_grant() -> None:
    """Nor one of which nothing is said."""
    assert found("F370", plan(Decision(id="a", applied={2027: "minst 40 kr"}, granted={2027: kr(60)}))) == []
    assert found("F370", plan(grant("a", 60))) == []


# F371


@given(st.integers(0, 200), st.booleans())
def test_what_is_granted_leaves_room_for_the_rest_of_the_budget(amount: int, about_hiss: bool) -> None:
    """The office's 20 kr, and the 60 kr of HISS unless the grant is about it; never the 20 kr that are set aside."""
    of = plan(grant("a", amount, intervention="hiss" if about_hiss else None))
    others = 20 if about_hiss else 80
    assert bool(found("F371", of)) == (amount <= 100 < amount + others)


def test_what_leaves_no_room_is_told() -> None:
    """With what is missing."""
    assert texts(found("F371", plan(grant("a", 30)))) == [
        (
            (
                "F371 warning: decisions: 30 kr is committed for 2027 and other costs are 80 kr: 10 kr more than the "
                "100 kr there is\n"
                "    practice: decisions that can be carried out\n"
                "    lower the other costs, or wait with what is not yet decided"
            ),
            (
                "F371 varning: decisions: 30 kr är bundet för 2027 och övriga kostnader är 80 kr: 10 kr mer än de "
                "100 kr som finns\n"
                "    praxis: beslut som går att genomföra\n"
                "    sänk de övriga kostnaderna, eller vänta med det som inte är beslutat"
            ),
        )
    ]


def test_a_row_that_is_decided_is_not_counted_twice() -> None:
    """The 20 kr of the office are granted, and 60 kr of HISS are the other costs."""
    assert found("F371", plan(grant("a", 40, row="kansli"))) == []
    assert len(found("F371", plan(grant("a", 41, row="kansli")))) == 1


def test_where_what_is_available_is_not_known_nothing_is_said_of_room() -> None:
    """Nor of a year without a budget."""
    unknown = evolve(plan(grant("a", 90)), equity=Equity())
    assert found("F371", unknown) == []
    assert found("F371", plan(grant("a", 90, year=2030))) == []


# F372


@given(st.integers(0, 200))
def test_a_grant_is_found_for_which_the_budget_has_less(amount: int) -> None:
    """60 kr for HISS, 20 kr for the office, and 60 kr for the row that pays for HISS."""
    assert bool(found("F372", plan(grant("a", amount, intervention="hiss")))) == (amount > 60)
    assert bool(found("F372", plan(grant("a", amount, row="ledare")))) == (amount > 60)
    assert bool(found("F372", plan(grant("a", amount, row="kansli")))) == (amount > 20)


def test_a_grant_for_which_the_budget_has_less_is_told() -> None:
    """By the names of the intervention and the row."""
    of = plan(grant("a", 61, intervention="hiss"), grant("b", 21, row="kansli"))
    assert told(found("F372", of)) == [
        ("decisions", "61 kr is granted to HISS for 2027, and the budget has 60 kr for it"),
        ("decisions", "21 kr is granted to Kansli for 2027, and the budget has 20 kr for it"),
    ]
    assert texts(found("F372", of))[1] == (
        (
            "F372 warning: decisions: 21 kr is granted to Kansli for 2027, and the budget has 20 kr for it\n"
            "    practice: the budget has what is granted\n"
            "    change the budget, or write which decision replaces which"
        ),
        (
            "F372 varning: decisions: 21 kr är beviljat till Kansli för 2027, och budgeten har 20 kr för det\n"
            "    praxis: budgeten rymmer det som är beviljat\n"
            "    ändra budgeten, eller skriv vilket beslut som ersätter vilket"
        ),
    )


def test_a_row_without_a_figure_has_nothing() -> None:
    """And neither has an intervention for which no row pays."""
    office = Cost(id="kansli", name="Kansli", category=Category.ADMINISTRATION, budget={2028: kr(90)})
    other = row("annat", 20)
    of = plan(grant("a", 1, row="kansli"), grant("b", 1, intervention="hiss"), costs=(office, other))
    assert told(found("F372", of)) == [
        ("decisions", "1 kr is granted to HISS for 2027, and the budget has 0 kr for it"),
        ("decisions", "1 kr is granted to Kansli for 2027, and the budget has 0 kr for it"),
    ]


def test_a_row_that_pays_for_an_intervention_that_is_not_in_the_plan_is_for_another_rule() -> None:
    """F401 tells it."""
    stray = evolve(row("ledare", 1), intervention="fia")
    assert found("F372", plan(grant("a", 5, row="ledare"), costs=(stray,))) == []


def test_money_is_whole_in_every_message() -> None:
    """Öre are shown where there are any."""
    of = plan(Decision(id="a", granted={2027: Money(ore=10_001)}))
    assert told(found("F326", of)) == [
        ('decisions[1] "a"', "a grants 100,01 kr for 2027, when 100 kr was left of 100 kr")
    ]
