"""F2xx: who pays what, as the document prints it, held against the act and the agreed split."""

from collections.abc import Mapping
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam import (
    Association,
    Budget,
    Finding,
    Fixed,
    Funding,
    Member,
    Money,
    OperationalPlan,
    Party,
    Severity,
    Shares,
    kr,
)
from finsam.budget import Column
from finsam.checks import rule
from finsam.funding import Basis
from finsam.registry import municipality
from finsam.split import SplitKey, ToBeSplit
from finsam.stated import Stated
from plan_strategies import ALONE, BESIDE, ORDINARY, funded_plans

JONKOPING = "Region Jönköpings län"
FK = "Försäkringskassan"
AF = "Arbetsförmedlingen"
SHARES = Shares({"Habo": "60 %", "Mullsjö": "40 %"})
PLACE = 'stated "the table", contributions, budget 2027'
ORE = Money(ore=1)

# Of 4 000 kr the state pays 2 000, the region 1 000, and the municipalities 60 % and 40 % of 1 000 kr.
LAWFUL = {"Habo": kr(600), "Mullsjö": kr(400), JONKOPING: kr(1_000), FK: kr(2_000)}
PARTIES = {Party.STATE: kr(2_000), Party.REGIONS: kr(1_000), Party.MUNICIPALITIES: kr(1_000)}


def plan(split: SplitKey | None = SHARES) -> OperationalPlan:
    return OperationalPlan(
        association=Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region=JONKOPING),
        year=2027,
        funding=(Funding(year=2027, basis=Basis.TOTAL, amount=kr(4_000), split=split, unit=kr(1)),),
    )


def printed(
    plan: OperationalPlan, contributions: Mapping[str, Money], parties: Mapping[Party, Money] | None = None
) -> OperationalPlan:
    """The plan, whose document prints these amounts for the budget year."""
    stated = Stated(
        where="the table",
        column=Column.BUDGET,
        year=plan.year,
        contributions=contributions,
        parties=parties or {},
    )
    return evolve(plan, stated=(stated,))


def found(plan: OperationalPlan, *ids: str) -> list[Finding]:
    return [finding for number in ids or ("F201", "F202", "F203") for finding in rule(number).findings(plan)]


def messages(plan: OperationalPlan, *ids: str) -> list[str]:
    return [finding.message.en for finding in found(plan, *ids)]


# Laws


@settings(max_examples=50)
@given(funded_plans())
def test_lawful_contributions_are_never_found(plan: OperationalPlan) -> None:
    """Whatever the split, the year and the unit; printed by member, by party, or both."""
    due = plan.contributions(plan.year)
    for contributions, parties in [(due.amounts, {}), ({}, due.by_party), (due.amounts, due.by_party)]:
        assert found(printed(plan, contributions, parties)) == []


@settings(max_examples=50)
@given(funded_plans(), st.data())
def test_an_ore_moved_from_one_member_to_another_is_always_found(plan: OperationalPlan, data: st.DataObject) -> None:
    """Every member pays its share, to the öre: F202 names both."""
    amounts = dict(plan.contributions(plan.year).amounts)
    giver, taker = data.draw(st.permutations(list(amounts)))[:2]
    amounts[giver] += ORE
    amounts[taker] -= ORE
    named = {finding.place.rpartition(", ")[2] for finding in found(printed(plan, amounts), "F202")}
    assert named == {giver, taker}


@settings(max_examples=50)
@given(funded_plans(), st.data())
def test_an_ore_moved_from_one_party_to_another_is_always_found(plan: OperationalPlan, data: st.DataObject) -> None:
    """The act's halves and quarters hold to the öre: F201 names both."""
    parties = dict(plan.contributions(plan.year).by_party)
    giver, taker = data.draw(st.permutations(list(parties)))[:2]
    parties[giver] += ORE
    parties[taker] -= ORE
    findings = found(printed(plan, {}, parties), "F201")
    assert {finding.message.en.split(": ")[0] for finding in findings} == {giver.title.en, taker.title.en}


@settings(max_examples=50)
@given(funded_plans(kinds=[ORDINARY, ALONE]), st.data())
def test_members_printed_across_the_parties_are_found_too(plan: OperationalPlan, data: st.DataObject) -> None:
    """What the members of two parties pay says what these pay."""
    due = plan.contributions(plan.year)
    amounts = dict(due.amounts)
    giver, taker = data.draw(st.permutations([pool.members[0] for pool in due.pools]))[:2]
    amounts[giver] += ORE
    amounts[taker] -= ORE
    assert len(found(printed(plan, amounts), "F201")) == 2


@settings(max_examples=50)
@given(funded_plans(), st.data())
def test_an_ore_too_much_is_always_found(plan: OperationalPlan, data: st.DataObject) -> None:
    """The parts add up to the whole: F203 says by how much they do not."""
    due = plan.contributions(plan.year)
    amounts = dict(due.amounts)
    amounts[data.draw(st.sampled_from([name for name in amounts if name != AF]))] += ORE
    [finding] = found(printed(plan, amounts), "F203")
    assert finding.message.en == f"the amounts of all add up to {due.total + ORE}, not to {due.total}"


# F201


def test_a_party_that_does_not_pay_its_share_is_named_with_what_it_should_pay() -> None:
    """F201: a krona from the region to the state."""
    amounts = LAWFUL | {JONKOPING: kr(999), FK: kr(2_001)}
    state, regions = found(printed(plan(), amounts), "F201")
    assert state.severity is Severity.ERROR
    assert state.text("en") == (
        f"F201 error: {PLACE}: the state: 2 001 kr is printed, but 1/2 of 4 000 kr is 2 000 kr\n"
        "    5 § lag (2003:1210)\n"
        "    correct the amounts, or the total, so that every party pays its share"
    )
    assert regions.text("sv") == (
        f"F201 fel: {PLACE}: regionerna: 999 kr anges, men 1/4 av 4 000 kr är 1 000 kr\n"
        "    5 § lag (2003:1210)\n"
        "    rätta beloppen, eller totalen, så att varje part betalar sin andel"
    )


def test_fractions_hold_of_the_printed_total_whatever_the_total() -> None:
    """A document that prints other amounts in the same proportions breaks no fraction; F203 finds the other total."""
    doubled = {party: amount * 2 for party, amount in PARTIES.items()}
    assert messages(printed(plan(), {}, doubled)) == ["the amounts of all add up to 8 000 kr, not to 4 000 kr"]


def test_a_party_that_is_not_printed_is_not_looked_for() -> None:
    """Without the state's amount nobody can say what a quarter is of."""
    assert found(printed(plan(), {"Habo": kr(600), JONKOPING: kr(999)}), "F201", "F203") == []


def test_a_printed_total_in_ore_is_split_in_ore() -> None:
    """A total that is not whole units of the plan's is held against the fractions to the öre."""
    parties = PARTIES | {Party.STATE: kr(2_000) + ORE * 2}
    assert messages(printed(plan(), {}, parties), "F201") == [
        "the state: 2 000,02 kr is printed, but 1/2 of 4 000,02 kr is 2 000,01 kr",
        "the municipalities: 1 000 kr is printed, but 1/4 of 4 000,02 kr is 1 000,01 kr",
    ]


def test_a_region_that_does_not_take_part_pays_nothing() -> None:
    """A document that lets the regions pay where none takes part is found: Gotland pays the other half (5 a §)."""
    gotland = OperationalPlan(
        association=Association.of("Gotland", municipalities=["Gotland"]),
        year=2027,
        funding=(Funding(year=2027, basis=Basis.TOTAL, amount=kr(4_000)),),
    )
    assert messages(printed(gotland, {}, PARTIES), "F201") == [
        "the municipalities: 1 000 kr is printed, but 1/2 of 4 000 kr is 2 000 kr",
    ]


@pytest.mark.parametrize("kind", [ALONE, BESIDE])
def test_gotland_is_held_against_5_a(kind: str) -> None:
    """Of 4 000 kr Gotland alone pays 2 000; beside a region, 1 000 and half of the regions' 1 000."""
    regions = ["Region Stockholm"] if kind == BESIDE else []
    gotland = OperationalPlan(
        association=Association.of("Gotland", municipalities=["Gotland"], regions=regions),
        year=2027,
        funding=(
            Funding(
                year=2027,
                basis=Basis.TOTAL,
                amount=kr(4_000),
                region_split=Fixed({"Region Stockholm": 500, "Gotland": 500}),
            ),
        ),
    )
    amounts = {"Gotland": kr(2_000)} if kind == ALONE else {"Gotland": kr(1_500), "Region Stockholm": kr(500)}
    assert found(printed(gotland, amounts | {FK: kr(2_000)})) == []


# F202


def test_a_member_whose_printed_amount_is_not_its_share_is_named() -> None:
    """F202: by how much, and how to see where the share comes from."""
    habo, mullsjo = found(printed(plan(), LAWFUL | {"Habo": kr(601), "Mullsjö": kr(399)}), "F202")
    assert habo.text("en") == (
        f"F202 error: {PLACE}, Habo: Habo is printed with 601 kr, 1 kr more than the 600 kr of its share\n"
        "    the plan's own figures\n"
        '    see how the 600 kr come about with: finsam contributions PLAN --year 2027 --explain "Habo"'
    )
    assert mullsjo.text("sv") == (
        f"F202 fel: {PLACE}, Mullsjö: Mullsjö anges med 399 kr, 1 kr mindre än andelens 400 kr\n"
        "    planens egna uppgifter\n"
        '    se hur 400 kr räknas fram med: finsam contributions PLAN --year 2027 --explain "Mullsjö" --lang sv'
    )


def test_an_agency_that_pays_for_the_other_is_found() -> None:
    """Arbetsförmedlingen pays nothing of its own (5 §)."""
    assert messages(printed(plan(), {AF: kr(100)}), "F202") == [
        "Arbetsförmedlingen is printed with 100 kr, 100 kr more than the 0 kr of its share"
    ]


def test_one_who_is_not_a_member_that_year_is_found() -> None:
    """F202: only members pay, so an amount after a member has left is wrong; nought is not."""
    leaving = Member(organisation=municipality("Vaggeryd"), left=date(2026, 12, 31))
    association = evolve(plan().association, members=(leaving, *plan().association.members))
    left = evolve(plan(), association=association)
    assert found(printed(left, LAWFUL | {"Vaggeryd": kr(0)})) == []
    [finding] = found(printed(left, LAWFUL | {"Vaggeryd": kr(50)}))
    assert finding.text("en") == (
        f"F202 error: {PLACE}, Vaggeryd: Vaggeryd is printed with 50 kr, but is not a member in 2027\n"
        "    the plan's own figures\n"
        "    take the amount out, or correct the days of membership"
    )
    assert finding.text("sv") == (
        f"F202 fel: {PLACE}, Vaggeryd: Vaggeryd anges med 50 kr, men är inte medlem 2027\n"
        "    planens egna uppgifter\n"
        "    ta bort beloppet, eller rätta medlemskapets datum"
    )


def test_a_part_that_is_yet_to_be_split_is_held_against_nothing() -> None:
    """What a member pays before the split is made is a guess, not a breach."""
    to_come = plan(ToBeSplit(by="population"))
    assert found(printed(to_come, LAWFUL | {"Habo": kr(700)}), "F202") == []


# F203


def test_the_members_of_a_party_add_up_to_what_it_pays() -> None:
    """F203: the municipalities are printed with 1 000 kr together, and with 601 and 400 kr each."""
    [finding] = found(printed(plan(), {"Habo": kr(601), "Mullsjö": kr(400)}, PARTIES), "F203")
    assert finding.text("en") == (
        f"F203 error: {PLACE}: the amounts of the municipalities add up to 1 001 kr, not to 1 000 kr\n"
        "    the plan's own figures\n"
        "    correct an amount or the total"
    )
    assert finding.text("sv") == (
        f"F203 fel: {PLACE}: beloppen för kommunerna summerar till 1 001 kr, inte till 1 000 kr\n"
        "    planens egna uppgifter\n"
        "    rätta ett belopp eller totalen"
    )


def test_all_add_up_to_the_whole() -> None:
    """F203: a krona is missing."""
    [finding] = found(printed(plan(), LAWFUL | {FK: kr(1_999)}), "F203")
    assert (finding.message.en, finding.message.sv) == (
        "the amounts of all add up to 3 999 kr, not to 4 000 kr",
        "beloppen för alla summerar till 3 999 kr, inte till 4 000 kr",
    )


def test_what_gotland_pays_in_two_parts_is_counted_once() -> None:
    """F203: one amount is printed for Gotland's parts of both quarters; the whole is the sum of the members."""
    beside = OperationalPlan(
        association=Association.of("Gotland", municipalities=["Gotland"], region="Region Stockholm"),
        year=2027,
        funding=(
            Funding(
                year=2027,
                basis=Basis.TOTAL,
                amount=kr(4_000),
                region_split=Fixed({"Region Stockholm": 900, "Gotland": 100}),
            ),
        ),
    )
    amounts = {"Gotland": kr(1_100), "Region Stockholm": kr(900), FK: kr(2_000)}
    assert found(printed(beside, amounts, PARTIES)) == []
    assert messages(printed(beside, amounts | {"Gotland": kr(1_101)}, PARTIES), "F203") == [
        "the amounts of all add up to 4 001 kr, not to 4 000 kr"
    ]


@pytest.mark.parametrize("id", ["F201", "F202", "F203"])
def test_nothing_is_found_where_what_is_due_cannot_be_worked_out(id: str) -> None:
    """A breach is of something known; that it is not known is for F204 to say."""
    assert found(printed(plan(None), LAWFUL | {"Habo": kr(1)}), id) == []
    assert found(plan(), id) == []


# F204


@settings(max_examples=50)
@given(funded_plans())
def test_contributions_that_can_be_worked_out_are_known(plan: OperationalPlan) -> None:
    """F204 is silent where every member can be told what it pays."""
    assert found(plan, "F204") == []


def test_a_year_without_funding_is_unknown() -> None:
    """F204: for the budget year and for every plan year after it, but not for one before it."""
    budgets = tuple(Budget(year=year) for year in (2026, 2027, 2028))
    now, later = found(evolve(plan(), funding=(), budgets=budgets), "F204")
    assert now.text("en") == (
        "F204 unknown: funding, 2027: the plan has no funding for 2027\n"
        "    5 § second paragraph lag (2003:1210)\n"
        "    write the total and how the members share it under [funding]"
    )
    assert later.text("sv") == (
        "F204 okänt: funding, 2028: planen har ingen finansiering för 2028\n"
        "    5 § andra stycket lag (2003:1210)\n"
        "    skriv totalen och hur medlemmarna fördelar den under [funding]"
    )


def test_contributions_that_cannot_be_worked_out_are_unknown_and_why() -> None:
    """F204: the municipalities have not said how they share."""
    [finding] = found(plan(None), "F204")
    assert finding.message.en == (
        "the contributions cannot be worked out: "
        "Habo, Mullsjö share 1 000 kr as they agree (5 §); say how, as split=Shares({...})"
    )
    assert finding.message.sv.startswith("bidragen kan inte räknas fram: ")
    assert finding.severity is Severity.UNKNOWN


def test_a_split_that_is_to_come_is_unknown() -> None:
    """F204: what the municipalities pay together is known, and each part is not yet."""
    [finding] = found(plan(ToBeSplit(by="population", on=date(2026, 11, 30))), "F204")
    assert finding.text("en") == (
        "F204 unknown: funding, 2027: the 1 000 kr of the municipalities: "
        "to be split by population on 2026-11-30, and not yet split\n"
        "    5 § second paragraph lag (2003:1210)\n"
        "    write the split when it is made"
    )
    assert finding.text("sv") == (
        "F204 okänt: funding, 2027: 1 000 kr från kommunerna: "
        "ska fördelas efter befolkning den 2026-11-30 och är ännu inte fördelat\n"
        "    5 § andra stycket lag (2003:1210)\n"
        "    skriv fördelningen när den är gjord"
    )
