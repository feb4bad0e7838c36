"""F320 and F367: rules of payment that never fall, and payments that cannot be made."""

from datetime import date
from typing import Any

from hypothesis import given

from finsam import Association, Category, Cost, Equity, Finding, Funding, OperationalPlan, Severity, kr
from finsam.checks import rule
from finsam.liquidity import liquidity
from finsam.payments import Flow, PaymentPlan
from finsam.rows import Columns
from plan_strategies import plans

BYGDEN = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")
NEVER = "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6"


def plan(*payments: PaymentPlan, **parts: Any) -> OperationalPlan:
    """A plan that opens with 100 kr, gets 1 200 kr and spends 1 200 kr in 2027, and the same in 2028."""
    given: dict[str, Any] = {"equity": Equity(opening=Columns(budget={2027: kr(100)})), **parts}
    return OperationalPlan(
        association=BYGDEN,
        year=2027,
        funding=Funding(total={2027: kr(1_200), 2028: kr(1_200)}),
        costs=(
            Cost(id="a", name="A", category=Category.AUDIT, budget={2027: kr(1_200), 2028: kr(1_200)}),
            Cost(id="b", name="B", category=Category.BOARD, budget={2027: kr(0), 2028: kr(0)}),
        ),
        payments=payments,
        **given,
    )


def found(id: str, of: OperationalPlan) -> list[Finding]:
    return list(rule(id).findings(of))


IN_ADVANCE = PaymentPlan(rule="yearly in advance")
MONTHLY = PaymentPlan(cost="a", rule="FREQ=MONTHLY;BYMONTHDAY=25")
IN_ARREARS = PaymentPlan(of=Flow.CONTRIBUTIONS, rule="yearly in arrears")


@given(plans())
def test_a_plan_is_found_to_fail_where_its_balance_falls_below_zero(plan: OperationalPlan) -> None:
    """And only in a year of which everything is known."""
    failing = []
    for year in plan.planned_years if plan.payments else ():
        accounts = plan.best_known(year)
        if accounts is not None and accounts.opening is not None:
            of = liquidity(plan, year)
            failing += [year] if of.fails_on is not None and not of.unplaced else []
    warned = [each for each in found("F367", plan) if each.severity is Severity.WARNING]
    assert [each.values["year"] for each in warned] == failing


def test_of_a_plan_without_payments_nothing_is_asked() -> None:
    """Nor of one in which everything is paid in time."""
    for of in (plan(), plan(IN_ADVANCE, MONTHLY)):
        assert found("F320", of) == found("F367", of) == []


def test_a_payment_that_cannot_be_made_is_told_whole() -> None:
    """100 kr a month from 25 January, and 1 200 kr at the end of the year: in February the opening 100 kr are gone."""
    first, second = found("F367", plan(MONTHLY, IN_ARREARS))
    assert first.path == ("payments",)
    assert first.text("en") == (
        "F367 warning: payments: on 2027-02-25 100 kr is missing to pay with; the balance of 2027 is lowest on "
        "2027-12-25: -1 100 kr\n"
        "    practice: associations promise that every decided payment can be made at every moment\n"
        "    agree that the contributions are paid earlier, or pay later"
    )
    assert first.text("sv") == (
        "F367 varning: payments: 2027-02-25 saknas 100 kr att betala med; saldot för 2027 är lägst 2027-12-25: "
        "-1 100 kr\n"
        "    praxis: förbunden lovar att varje beslutad utbetalning kan göras vid varje tillfälle\n"
        "    kom överens om att bidragen betalas tidigare, eller betala senare"
    )
    assert second.values["year"] == 2028


def test_what_is_not_known_is_told_whole() -> None:
    """What the year opens with, and when each is paid."""
    first, _ = found("F367", plan(MONTHLY, equity=Equity()))
    reasons = (
        "what it opens with, Försäkringskassan (since it is not said when it is paid), Region Jönköpings län (since it "
        "is not said when it is paid), Habo (since it is not said when it is paid)"
    )
    assert first.text("en") == (
        "F367 unknown: payments: whether every payment of 2027 can be made cannot be told, for this is not known: "
        f"{reasons}\n"
        "    practice: associations promise that every decided payment can be made at every moment\n"
        "    write under [[payments]] when each is paid; one without a name is for all that no other names"
    )
    [swedish, _] = found("F367", plan(MONTHLY, IN_ARREARS, equity=Equity()))
    assert swedish.text("sv") == (
        "F367 uppgift saknas: payments: det framgår inte om varje betalning 2027 kan göras, för detta är inte känt: "
        "vad det börjar med\n"
        "    praxis: förbunden lovar att varje beslutad utbetalning kan göras vid varje tillfälle\n"
        "    skriv under [[payments]] när var och en betalas; en utan namn gäller allt som ingen annan nämner"
    )


def test_a_rule_that_never_falls_is_told_once_and_whole() -> None:
    """In the first of its years; whether the rest can be paid is then not asked."""
    of = plan(IN_ADVANCE, PaymentPlan(cost="a", rule=NEVER))
    [finding] = found("F320", of)
    assert finding.path == ("payments", 1, "rule")
    assert finding.text("en") == (
        f"F320 error: payments[2].rule: the rule {NEVER} never falls in 2027, when this is to be paid by it: A\n"
        "    the plan's own figures\n"
        "    write another rule, or other days (first and last)"
    )
    assert finding.text("sv") == (
        f"F320 fel: payments[2].rule: regeln {NEVER} infaller aldrig 2027, då detta ska betalas efter den: A\n"
        "    planens egna uppgifter\n"
        "    skriv en annan regel, eller andra dagar (first och last)"
    )
    assert found("F367", of) == []


def test_a_rule_that_never_falls_is_no_matter_where_there_is_nothing_to_pay() -> None:
    """Row B is zero in every year, and the rule for 2028 is of another year than the one that fails."""
    assert found("F320", plan(IN_ADVANCE, PaymentPlan(cost="b", rule=NEVER))) == []
    later = PaymentPlan(cost="a", rule="quarterly in advance", first=date(2028, 11, 1))
    [finding] = found("F320", plan(IN_ADVANCE, later))
    assert finding.values["year"] == 2028
