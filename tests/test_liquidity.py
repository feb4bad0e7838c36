"""Whether the money lasts the year: nothing is lost, the lowest day, and what is not known."""

from datetime import date
from itertools import accumulate
from random import Random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from finsam import (
    Agreement,
    Association,
    Category,
    Cost,
    Equity,
    FinsamError,
    Funding,
    Income,
    Member,
    Money,
    OperationalPlan,
    Party,
    Shares,
    ToBeSplit,
    example,
    kr,
)
from finsam.funding import PartYear
from finsam.liquidity import Liquidity, liquidity
from finsam.organisations import municipality
from finsam.payments import Flow, PaymentPlan
from finsam.rows import Columns
from plan_strategies import RULES, payments, plans, sound_plans

BYGDEN = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")
HALVES = Agreement(key=Shares({"Habo": "1/2", "Mullsjö": "1/2"}))


def cost(id: str, amount: int, category: Category = Category.ADMINISTRATION) -> Cost:
    return Cost(id=id, name=id.capitalize(), category=category, budget={2027: kr(amount)})


def bygden(*rules: PaymentPlan, costs: tuple[Cost, ...] = (), **parts: Any) -> OperationalPlan:
    """A plan for 2027 that opens with 100 kr and gets 4 000 kr: 2 000 of the state, 1 000 of the region, 500 each."""
    given: dict[str, Any] = {
        "funding": Funding(total={2027: kr(4_000)}, split=HALVES),
        "equity": Equity(opening=Columns(budget={2027: kr(100)})),
        **parts,
    }
    return OperationalPlan(
        association=BYGDEN, year=2027, costs=costs or (cost("kansli", 3_600),), payments=rules, **given
    )


def paid(of: Liquidity) -> list[tuple[str, str, Money]]:
    return [(str(each.day), str(each.what), each.amount) for each in of.entries]


def left_out(of: Liquidity) -> list[tuple[str, Money | None, str]]:
    return [(str(each.what), each.amount, str(each.why)) for each in of.unplaced]


# What holds for every plan


@st.composite
def sound_plans_with_payments(draw: DrawFn) -> OperationalPlan:
    plan = draw(sound_plans())
    members = [member.name for member in plan.association.members]
    return evolve(plan, payments=draw(payments(costs=[each.id for each in plan.costs], members=members)))


@given(plans(), st.none() | RULES)
def test_nothing_is_lost(plan: OperationalPlan, others: str | None) -> None:
    """What is paid and what is left out come to what the year does: its closing less its opening equity."""
    for year in plan.years:
        accounts = plan.best_known(year)
        if accounts is None or accounts.result is None:
            continue
        of = liquidity(plan, year, opening=kr(0), others=others)
        parts = [*(each.amount for each in of.entries), *(each.amount for each in of.unplaced)]
        assert sum(part.ore for part in parts if part is not None) == accounts.result.ore


@given(sound_plans(), RULES.filter(lambda rule: "BYSETPOS=6" not in rule))
def test_the_year_ends_with_its_equity_when_all_is_paid(plan: OperationalPlan, rule: str) -> None:
    """Whatever the rule is; and on every day of it something is known."""
    of = liquidity(plan, plan.year, others=rule)
    assert of.unplaced == ()
    assert of.closing == plan.budget(plan.year).closing
    assert len(of.balances) == date(plan.year, 12, 31).timetuple().tm_yday


@given(sound_plans_with_payments())
def test_the_balance_is_what_has_been_paid_so_far(plan: OperationalPlan) -> None:
    """The lowest day and the first that fails are of the sums from the beginning of the year."""
    of = liquidity(plan, plan.year)
    sums = dict.fromkeys(of.balances, 0)
    for entry in of.entries:
        sums[entry.day] += entry.amount.ore
    balances = dict(zip(sums, [*accumulate(sums.values(), initial=of.opening.ore)][1:], strict=True))
    assert {day: balance.ore for day, balance in of.balances.items()} == balances
    assert of.lowest[1].ore == min(balances.values()) == balances[of.lowest[0]]
    assert of.fails_on == next((day for day, balance in balances.items() if balance < 0), None)


@given(sound_plans_with_payments())
def test_the_months_are_the_year(plan: OperationalPlan) -> None:
    """Each goes on from the one before, and the lowest of them is the lowest of the year."""
    of = liquidity(plan, plan.year)
    before = of.opening
    for month in of.months:
        assert month.closing == before + month.incoming - month.outgoing
        before = month.closing
    assert before == of.closing
    assert min(month.lowest for month in of.months) == of.lowest[1]


@given(sound_plans_with_payments(), st.randoms(use_true_random=False))
def test_the_order_of_the_payments_does_not_matter(plan: OperationalPlan, shuffler: Random) -> None:
    """The closest name decides, not which comes first in the file."""
    mixed = evolve(plan, payments=tuple(shuffler.sample(plan.payments, len(plan.payments))))
    assert liquidity(mixed, plan.year).entries == liquidity(plan, plan.year).entries


# Which rule it is paid by


def test_what_is_named_the_closest_counts() -> None:
    """A row before its category, a category before all costs, and these before all else; a member before its party."""
    rows = (cost("a", 1), cost("b", 2), cost("c", 3, Category.AUDIT), cost("d", 4))
    of = liquidity(
        bygden(
            PaymentPlan(rule="FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"),
            PaymentPlan(of=Flow.COSTS, rule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1"),
            PaymentPlan(category=Category.ADMINISTRATION, rule="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1"),
            PaymentPlan(cost="a", rule="FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1"),
            PaymentPlan(party=Party.MUNICIPALITIES, rule="FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1"),
            PaymentPlan(member="Habo", rule="FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1"),
            PaymentPlan(income="ranta", rule="FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1"),
            costs=rows,
            income=[
                Income(id="ranta", name="Ränta", budget={2027: kr(7)}),
                Income(id="annat", name="Annat", budget={2027: kr(8)}),
            ],
        ),
        2027,
    )
    assert paid(of) == [
        ("2027-01-01", "Försäkringskassan", kr(2_000)),
        ("2027-01-01", "Region Jönköpings län", kr(1_000)),
        ("2027-01-01", "Annat", kr(8)),
        ("2027-02-01", "C", kr(-3)),
        ("2027-03-01", "B", kr(-2)),
        ("2027-03-01", "D", kr(-4)),
        ("2027-04-01", "A", kr(-1)),
        ("2027-05-01", "Mullsjö", kr(500)),
        ("2027-06-01", "Habo", kr(500)),
        ("2027-07-01", "Ränta", kr(7)),
    ]
    assert of.closing == kr(100 + 4_000 + 15 - 10)


def test_an_amount_is_split_over_its_days_to_the_ore() -> None:
    """100 kr in three parts: the öre that is left over goes to the first day."""
    rule = PaymentPlan(rule="FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1,2,3", cost="kansli")
    of = liquidity(bygden(rule, costs=(cost("kansli", 100),)), 2027)
    assert paid(of) == [
        ("2027-01-01", "Kansli", kr("-33,34")),
        ("2027-01-02", "Kansli", kr("-33,33")),
        ("2027-01-03", "Kansli", kr("-33,33")),
    ]


def test_one_rule_after_another_is_paid_on_the_days_of_both() -> None:
    """Two days by the first rule and one by the second."""
    of = liquidity(
        bygden(
            PaymentPlan(cost="kansli", rule="FREQ=MONTHLY;BYMONTHDAY=25", last=date(2027, 2, 28)),
            PaymentPlan(cost="kansli", rule="yearly in arrears", first=date(2027, 3, 1)),
        ),
        2027,
    )
    assert [each.day for each in of.entries] == [date(2027, 1, 25), date(2027, 2, 25), date(2027, 12, 31)]


def test_others_is_only_for_what_the_plan_says_nothing_of() -> None:
    """A payment for all else in the plan goes before it."""
    everything = PaymentPlan(rule="yearly in advance")
    by_plan = liquidity(bygden(everything), 2027, others="yearly in arrears")
    assert {each.day for each in by_plan.entries} == {date(2027, 1, 1)}
    assert {each.day for each in liquidity(bygden(), 2027, others="yearly in arrears").entries} == {date(2027, 12, 31)}


# The lowest point


def test_the_first_payment_that_cannot_be_made() -> None:
    """100 kr, and 300 kr a month before 4 000 kr come on the last day: 200 kr is missing in January, later 3 500."""
    of = liquidity(
        bygden(
            PaymentPlan(of=Flow.CONTRIBUTIONS, rule="FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"),
            PaymentPlan(rule="FREQ=MONTHLY;BYMONTHDAY=25"),
        ),
        2027,
    )
    assert (of.fails_on, of.balances[date(2027, 1, 25)]) == (date(2027, 1, 25), kr(-200))
    assert of.lowest == (date(2027, 12, 25), kr(-3_500))
    assert of.closing == kr(500)


def test_what_there_is_to_pay_with_can_be_other_than_the_equity() -> None:
    """3 600 kr in the bank is enough for the whole year."""
    rules = PaymentPlan(of=Flow.CONTRIBUTIONS, rule="yearly in arrears"), PaymentPlan(rule="FREQ=MONTHLY;BYMONTHDAY=25")
    of = liquidity(bygden(*rules), 2027, opening=kr(3_600))
    assert (of.fails_on, of.lowest, of.closing) == (None, (date(2027, 12, 25), kr(0)), kr(4_000))


def test_hoglandet_lasts_the_year_if_paid_monthly() -> None:
    """Höglandet's plan for 2023, table of the budget: it opens and closes with 427 055 kr."""
    of = liquidity(example("hoglandet-2023"), 2023, others="last weekday of the month")
    assert (of.opening, of.closing, of.fails_on, of.unplaced) == (kr(427_055), kr(427_055), None, ())


# What is not known


def test_of_what_nobody_has_said_nothing_is_assumed() -> None:
    """It is left out, with its amount and why."""
    of = liquidity(bygden(PaymentPlan(of=Flow.CONTRIBUTIONS, rule="yearly in advance")), 2027)
    assert left_out(of) == [("Kansli", kr(-3_600), "it is not said when it is paid")]
    assert of.closing == kr(4_100)


def test_a_rule_that_never_falls_in_the_year_pays_nothing() -> None:
    """No month has six Mondays; what is to be paid by it is left out, with the place of the rule."""
    of = liquidity(
        bygden(PaymentPlan(rule="daily"), PaymentPlan(cost="kansli", rule="FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6")), 2027
    )
    assert left_out(of) == [("Kansli", kr(-3_600), "its rule never falls in 2027")]
    assert [each.payment for each in of.unplaced] == [1]


def test_contributions_that_are_not_known_are_left_out() -> None:
    """Without funding there is no amount, and the balance is of the rest."""
    of = liquidity(bygden(PaymentPlan(rule="daily"), funding=Funding()), 2027)
    assert left_out(of) == [("contributions", None, "the amount is not known")]


def test_a_member_whose_part_is_not_known_cannot_have_a_rule_of_its_own() -> None:
    """The municipalities' quarter is yet to be split: only together can they be paid by one rule."""
    to_come = Funding(total={2027: kr(4_000)}, split=ToBeSplit(by="population"))
    together = liquidity(bygden(PaymentPlan(rule="yearly in advance"), funding=to_come), 2027)
    assert ("2027-01-01", "the municipalities", kr(1_000)) in paid(together)
    habo = PaymentPlan(member="Habo", rule="daily")
    alone = liquidity(bygden(PaymentPlan(rule="yearly in advance"), habo, funding=to_come), 2027)
    why = "it is not known what each pays, and they do not pay on the same days"
    assert left_out(alone) == [("the municipalities", kr(1_000), why)]


def test_what_was_received_is_paid_by_one_rule_for_all_contributions() -> None:
    """Who paid what of it is not known."""
    received = Funding(total={2027: kr(4_000)}, split=HALVES, received=Columns(budget={2027: kr(3_000)}))
    whole = PaymentPlan(of=Flow.CONTRIBUTIONS, rule="yearly in advance")
    of = liquidity(bygden(whole, PaymentPlan(rule="yearly in arrears"), funding=received), 2027)
    assert paid(of)[0] == ("2027-01-01", "contributions", kr(3_000))
    of_state = PaymentPlan(party=Party.STATE, rule="daily")
    parted = liquidity(bygden(whole, of_state, PaymentPlan(rule="yearly in arrears"), funding=received), 2027)
    assert [each[:2] for each in left_out(parted)] == [("contributions", kr(3_000))]


@pytest.mark.parametrize(
    ("parts", "year", "en", "sv"),
    [
        (
            {"equity": Equity()},
            2027,
            "it is not known what 2027 opens with; write it under [equity] (opening), or give opening",
            "det är inte känt vad 2027 börjar med; skriv det under [equity] (opening), eller ange opening",
        ),
        (
            {},
            2030,
            "there is no budget for 2030; the plan has 2027",
            "det finns ingen budget för 2030; planen har 2027",
        ),
    ],
)
def test_a_year_of_which_nothing_is_known_is_refused(parts: dict[str, Any], year: int, en: str, sv: str) -> None:
    """No balance can be begun from nothing."""
    with pytest.raises(FinsamError) as caught:
        liquidity(bygden(**parts), year)
    assert (caught.value.text("en"), caught.value.text("sv")) == (en, sv)


def test_a_member_that_leaves_can_still_have_a_rule() -> None:
    """It is a member for a part of the year, and the plan's payments name it."""
    left = Member(organisation=municipality("Mullsjö"), left=date(2027, 6, 30))
    association = Association.of("Bygden", municipalities=["Habo", left], region="Region Jönköpings län")
    plan = evolve(bygden(PaymentPlan(rule="yearly in advance")), association=association)
    payments = (*plan.payments, PaymentPlan(member="Mullsjö", rule="yearly in arrears"))
    plan = evolve(plan, payments=payments, funding=evolve(plan.funding, part_year=PartYear.WHOLE_YEAR))
    assert paid(liquidity(plan, 2027))[-1] == ("2027-12-31", "Mullsjö", kr(500))
