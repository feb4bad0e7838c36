"""A year in reports: its liquidity by month, its payments in words, and what the act asks for on which day."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve
from hypothesis import given

from command import refused, run
from content_strategies import whole_plans
from finsam import (
    Association,
    Category,
    Cost,
    Equity,
    Funding,
    Governance,
    Income,
    OperationalPlan,
    Party,
    example,
    kr,
    reports,
)
from finsam.duties import duties
from finsam.governance import Adoption, Event
from finsam.liquidity import liquidity
from finsam.payments import Flow, PaymentPlan
from finsam.reports.balances import record as liquidity_record
from finsam.reports.duties import record as duties_record
from finsam.rows import Columns
from strategies import tries

BYGDEN = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")


def plan(*payments: PaymentPlan, **parts: Any) -> OperationalPlan:
    """It opens with 100 kr, gets 1 200 kr and spends 1 200 kr in 2027, on A."""
    given: dict[str, Any] = {"funding": Funding(total={2027: kr(1_200)}), **parts}
    return OperationalPlan(
        association=BYGDEN,
        year=2027,
        equity=Equity(opening=Columns(budget={2027: kr(100)})),
        income=(Income(id="r", name="Ränta", budget={2027: kr(0)}),),
        costs=(Cost(id="a", name="A", category=Category.AUDIT, budget={2027: kr(1_200)}),),
        payments=payments,
        **given,
    )


LATE = PaymentPlan(rule="yearly in arrears"), PaymentPlan(cost="a", rule="FREQ=MONTHLY;BYMONTHDAY=25")


# Liquidity


def test_the_months_are_in_a_table_with_the_lowest_point_below() -> None:
    """100 kr a month: nothing is left in January, and 1 100 kr are missing at the end of the year."""
    of = liquidity(plan(*LATE), 2027)
    assert reports.text(reports.liquidity(of), "en").splitlines() == [
        "Liquidity, budget 2027, kr     in  out  lowest  balance",
        "January                         0  100       0        0",
        "February                        0  100    -100     -100",
        "March                           0  100    -200     -200",
        "April                           0  100    -300     -300",
        "May                             0  100    -400     -400",
        "June                            0  100    -500     -500",
        "July                            0  100    -600     -600",
        "August                          0  100    -700     -700",
        "September                       0  100    -800     -800",
        "October                         0  100    -900     -900",
        "November                        0  100  -1 000   -1 000",
        "December                    1 200  100  -1 100      100",
        "opens with 100 kr",
        "lowest on 2027-12-25: -1 100 kr",
        "on 2027-02-25 a payment cannot be made: 100 kr is missing",
    ]
    assert reports.text(reports.liquidity(of), "sv").splitlines()[-3:] == [
        "börjar med 100 kr",
        "lägst 2027-12-25: -1 100 kr",
        "2027-02-25 kan en betalning inte göras: 100 kr saknas",
    ]


def test_that_all_can_be_paid_is_only_said_when_all_is_counted() -> None:
    """What is not counted stands there with why, and an amount that is not known as a question mark."""
    whole = str(reports.liquidity(liquidity(plan(PaymentPlan(rule="yearly in advance")), 2027)))
    assert whole.splitlines()[-1] == "every payment can be made"
    part = liquidity(plan(PaymentPlan(of=Flow.INCOME, rule="daily"), funding=Funding()), 2027)
    assert str(reports.liquidity(part)).splitlines()[-2:] == [
        "not counted, since the amount is not known: contributions ?",
        "not counted, since it is not said when it is paid: A -1 200 kr",
    ]
    assert reports.text(reports.liquidity(part), "sv").splitlines()[-2:] == [
        "räknas inte med, eftersom beloppet inte är känt: bidrag från medlemmarna ?",
        "räknas inte med, eftersom det inte sägs när det betalas: A -1 200 kr",
    ]


def test_the_payments_are_said_in_words() -> None:
    """Each by what it names."""
    of = plan(
        PaymentPlan(rule="daily"),
        PaymentPlan(of=Flow.CONTRIBUTIONS, rule="quarterly in advance"),
        PaymentPlan(member="Habo", rule="yearly in advance", first=date(2027, 1, 1), last=date(2027, 12, 31)),
        PaymentPlan(party=Party.STATE, rule="half-yearly in advance", last=date(2028, 12, 31)),
        PaymentPlan(category=Category.AUDIT, rule="FREQ=MONTHLY;BYMONTHDAY=25", first=date(2027, 1, 1)),
        PaymentPlan(cost="a", rule="last weekday of the month"),
        PaymentPlan(income="r", rule="yearly in arrears"),
    )
    said = reports.payments(of)
    assert said is not None
    assert str(said).splitlines() == [
        "Payments",
        "  - all else: every day",
        "  - contributions: quarterly in advance",
        "  - Habo: yearly in advance (2027-01-01–2027-12-31)",
        "  - the state: half-yearly in advance (–2028-12-31)",
        "  - audit: FREQ=MONTHLY;BYMONTHDAY=25 (2027-01-01–)",
        "  - A: last weekday of the month",
        "  - Ränta: yearly in arrears",
    ]
    assert reports.text(said, "sv").splitlines()[:3] == [
        "Betalningar",
        "  - allt annat: varje dag",
        "  - bidrag från medlemmarna: kvartalsvis i förskott",
    ]
    assert reports.payments(plan()) is None


def test_a_machine_gets_the_months_and_every_day_in_ore() -> None:
    """The same figures as in the table."""
    record = liquidity_record(liquidity(plan(*LATE), 2027), "sv")
    assert {
        key: record[key] for key in ("year", "column", "opening_ore", "closing_ore", "lowest_on", "lowest_ore")
    } == {
        "year": 2027,
        "column": "budget",
        "opening_ore": 10_000,
        "closing_ore": 10_000,
        "lowest_on": "2027-12-25",
        "lowest_ore": -110_000,
    }
    assert record["fails_on"] == "2027-02-25"
    assert record["months"][11] == {
        "month": "2027-12",
        "incoming_ore": 120_000,
        "outgoing_ore": 10_000,
        "lowest_ore": -110_000,
        "closing_ore": 10_000,
    }
    assert record["entries"][0] == {"day": "2027-01-25", "what": "A", "amount_ore": -10_000}
    assert record["unplaced"] == []
    unknown = liquidity_record(liquidity(plan(funding=Funding()), 2027), "sv")
    assert unknown["fails_on"] is None
    assert unknown["unplaced"] == [
        {"what": "bidrag från medlemmarna", "amount_ore": None, "why": "beloppet inte är känt"},
        {"what": "A", "amount_ore": -120_000, "why": "det inte sägs när det betalas"},
    ]


# The calendar


def test_the_calendar_has_the_duties_and_the_plans_own_days() -> None:
    """In the order of the days; a day on which something was done stands beside the last."""
    of = plan(
        governance=Governance(
            annual_reports={2025: date(2026, 3, 20)},
            adoption=Adoption(on=date(2026, 11, 20), consulted=True, announced_on=date(2026, 11, 6)),
        ),
        calendar=[
            Event(on=date(2026, 10, 9), text="Ägarsamråd"),
            Event(on=date(2027, 10, 9), text="Nästa"),
        ],
    )
    assert str(reports.calendar(of, 2026, on=date(2026, 11, 8))).splitlines() == [
        "Calendar 2026, on 2026-11-08",
        "  2026-01-01 unknown: every member has an auditor (25 §)",
        "  2026-03-31 done: the annual report for 2025 is drawn up, on 2026-03-20 (24 §)",
        "  2026-10-09 Ägarsamråd",
        "  2026-11-20 to come: the members are consulted on the budget for 2027 (23 §)",
        "  2026-11-20 done: the meeting that adopts it is public, and announced before,",
        "    on 2026-11-06 (19 §)",
        "  2026-11-30 to come: the budget for 2027 is adopted, on 2026-11-20 (23 §)",
    ]
    swedish = reports.text(reports.calendar(of, 2026), "sv").splitlines()
    assert swedish[0] == "Kalender 2026"
    assert "  2026-03-31 gjort: årsredovisningen för 2025 upprättas, 2026-03-20 (24 §)" in swedish


def test_a_year_without_members_asks_nothing() -> None:
    """Before it was formed."""
    new = evolve(plan(), association=evolve(BYGDEN, formed=date(2026, 1, 1)))
    assert str(reports.calendar(new, 2025)).splitlines() == [
        "Calendar 2025",
        "  nothing: the association has no members this year",
    ]


@tries(25)
@given(whole_plans())
def test_a_machine_gets_every_duty_of_the_year(plan: OperationalPlan) -> None:
    """With its day, its status and its paragraph, and nothing that JSON has not."""
    record = duties_record(plan, plan.year, on=date(plan.year, 6, 1))
    assert [(each["day"], each["status"]) for each in record["duties"]] == [
        (str(each.day), each.status.value) for each in duties(plan, plan.year, on=date(plan.year, 6, 1))
    ]
    assert json.loads(json.dumps(record)) == record


# The commands


def test_the_command_says_whether_the_money_lasts(tmp_path: Path) -> None:
    """What the report says, and the same for a machine."""
    of = liquidity(example("hoglandet-2023"), 2024, opening=kr(500_000), others="daily")
    words = ("liquidity", "hoglandet-2023", "--year", "2024", "--opening", "500 000", "--others", "daily")
    assert run(*words).out == f"{reports.text(reports.liquidity(of), 'en')}\n"
    assert json.loads(run(*words, "--json").out) == liquidity_record(of)


def test_the_command_prints_the_calendar_of_the_year_that_is_meant() -> None:
    """The one that is given, else that of the day, else the plan's."""
    of = example("gavleborg-2017")
    assert json.loads(run("calendar", "gavleborg-2017", "--json").out) == duties_record(of, 2017)
    by_day = run("calendar", "gavleborg-2017", "--on", "2016-12-01").out
    assert by_day == f"{reports.text(reports.calendar(of, 2016, on=date(2016, 12, 1)), 'en')}\n"
    words = ("calendar", "gavleborg-2017", "--on", "2016-12-01", "--year", "2017", "--json")
    assert json.loads(run(*words).out) == duties_record(of, 2017, on=date(2016, 12, 1))


def test_what_is_no_rule_and_no_day_is_refused() -> None:
    """With what to write."""
    assert refused("liquidity", "hoglandet-2023", "--others", "yearly in advanc") == (
        'finsam: "yearly in advanc" is no payment rule, as "FREQ=MONTHLY;BYMONTHDAY=25" is; did you mean "yearly in '
        'advance"?\n'
    )
    assert refused("calendar", "hoglandet-2023", "--on", "1 april") == (
        'finsam: "1 april" is not a day; write year-month-day, as 2011-04-01\n'
    )
