"""F201, F202 and F203: the contributions as the document prints them, held against the act and the agreed split."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from finsam import (
    Association,
    Equal,
    Finding,
    Fixed,
    Funding,
    Member,
    Money,
    OperationalPlan,
    Party,
    Shares,
    Stated,
    kr,
)
from finsam.checks import rule
from finsam.organisations import municipality
from finsam.pending import PartlyKnown, ToBeSplit, Unpublished
from finsam.printed import Printed
from finsam.rows import Columns
from finsam.split import SplitKey
from plan_strategies import ALONE, BESIDE, ORDINARY, funded_plans, some
from printing import as_printed, placings, roundings
from strategies import tries

JONKOPING = "Region Jönköpings län"
FK = "Försäkringskassan"
AF = "Arbetsförmedlingen"
SHARES = Shares({"Habo": "60 %", "Mullsjö": "40 %"})
PLACE = 'stated[1] "the table"'
ORE = Money(ore=1)

# Of 4 000 kr the state pays 2 000, the region 1 000, and the municipalities 60 % and 40 % of 1 000 kr.
LAWFUL = {"Habo": kr(600), "Mullsjö": kr(400), JONKOPING: kr(1_000), FK: kr(2_000)}
PARTIES = {Party.STATE: kr(2_000), Party.REGIONS: kr(1_000), Party.MUNICIPALITIES: kr(1_000)}

Amounts = Mapping[Any, Money | Printed | str]


def plan(split: SplitKey | None = SHARES) -> OperationalPlan:
    return OperationalPlan(
        association=Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region=JONKOPING),
        year=2027,
        funding=Funding(total={2027: kr(4_000)}, split=() if split is None else split, unit=kr(1)),
    )


def unfunded(plan: OperationalPlan) -> OperationalPlan:
    return evolve(plan, funding=Funding())


def printed(plan: OperationalPlan, contributions: Amounts, parties: Amounts | None = None) -> OperationalPlan:
    """The plan, whose document prints these amounts for the budget year."""
    stated = Stated(
        where="the table",
        contributions={name: Columns(budget={plan.year: amount}) for name, amount in contributions.items()},
        parties={party: Columns(budget={plan.year: amount}) for party, amount in (parties or {}).items()},
    )
    return evolve(plan, stated=(stated,))


def found(plan: OperationalPlan, *ids: str) -> list[Finding]:
    return [finding for number in ids or ("F201", "F202", "F203") for finding in rule(number).findings(plan)]


def messages(plan: OperationalPlan, *ids: str) -> list[str]:
    return [str(finding.message) for finding in found(plan, *ids)]


def accused(plan: OperationalPlan) -> list[tuple[object, ...]]:
    """The rule of each finding, and whose amount it accuses, where it is that of one."""
    return [(finding.id, *finding.path[3:4]) for finding in found(plan)]


def goes_evenly(plan: OperationalPlan) -> bool:
    """Whether the act's halves and quarters are whole units."""
    return all(pool.amount.ore == pool.quota for pool in plan.contributions(plan.year).pools)


def without_split(plan: OperationalPlan) -> OperationalPlan:
    """The plan, in which nobody has said how the members of a party share."""
    return evolve(plan, funding=evolve(plan.funding, split=(), region_split=()))


def too_far(plan: OperationalPlan) -> Money:
    """What no rounding explains: an öre where whole kronor are paid, and eight where öre are."""
    return ORE * 8 if plan.terms(plan.year).unit == ORE else ORE


def with_ore(amounts: Mapping[Any, Money]) -> bool:
    """Whether no amount is of whole kronor, since such a one can have been paid in whole kronor."""
    return all(amount.ore % 100 for amount in amounts.values())


def to_the_ore(amounts: Mapping[Any, Money]) -> Amounts:
    """The amounts with öre, as 4,00 kr: without them 4 kr could be anything from 3,50 to 4,50 kr."""
    return {name: as_printed(amount.ore, 2, "kr") for name, amount in amounts.items()}


# What is lawful is never found.


@given(funded_plans())
def test_lawful_contributions_are_never_found(plan: OperationalPlan) -> None:
    """Whatever the split, the year and the unit; printed by member, by party, or both."""
    due = plan.contributions(plan.year)
    for contributions, parties in [(due.amounts, {}), ({}, due.by_party), (due.amounts, due.by_party)]:
        assert found(printed(plan, contributions, parties)) == []


@given(funded_plans(), st.data())
def test_however_they_are_rounded_lawful_contributions_are_never_found(
    plan: OperationalPlan, data: st.DataObject
) -> None:
    """In kronor, thousands or millions, each as it fits the page."""
    due = plan.contributions(plan.year)
    contributions = {name: data.draw(roundings(amount)) for name, amount in due.items()}
    parties = {party: data.draw(roundings(amount)) for party, amount in due.by_party.items()}
    for table in [(contributions, {}), ({}, parties), (contributions, parties)]:
        assert found(printed(plan, *table)) == []


@given(funded_plans(kinds=[ORDINARY, ALONE]), st.data())
def test_whoever_gets_the_units_left_over_lawful_contributions_are_never_found(
    plan: OperationalPlan, data: st.DataObject
) -> None:
    """The act does not say who pays the odd krona, within a party or between the parties."""
    due, unit = plan.contributions(plan.year), plan.terms(plan.year).unit
    parties = data.draw(placings(due.total.ore // unit.ore, {pool.party: pool.share for pool in due.pools}))
    amounts: dict[str, Money] = {}
    for pool in due.pools:
        assert pool.split is not None
        shares = {member: pool.split.share(member) for member in pool.members}
        members = data.draw(placings(parties[pool.party], shares))
        amounts |= {member: unit * units for member, units in members.items()}
    by_party = {party: unit * units for party, units in parties.items()}
    for table in [(amounts, {}), ({}, by_party), (amounts, by_party)]:
        assert found(printed(plan, *table)) == []


@given(funded_plans(), st.data())
def test_where_less_is_known_lawful_contributions_are_not_found_either(
    plan: OperationalPlan, data: st.DataObject
) -> None:
    """Some rows of a document, with the total and without the split, or with neither."""
    due = plan.contributions(plan.year)
    contributions = {name: data.draw(roundings(due[name])) for name in data.draw(some([*due]))}
    parties = {party: data.draw(roundings(due.by_party[party])) for party in data.draw(some([*due.by_party]))}
    for less in [plan, without_split(plan), *([unfunded(plan)] if goes_evenly(plan) else [])]:
        assert found(printed(less, contributions, parties)) == []


# What no rounding explains is always found, once, and the one that is wrong is named.


@given(funded_plans(), st.data())
def test_an_ore_too_much_is_found_once(plan: OperationalPlan, data: st.DataObject) -> None:
    """F202 names the member."""
    amounts = dict(plan.contributions(plan.year).amounts)
    wrong = data.draw(st.sampled_from(list(amounts)))
    amounts[wrong] += too_far(plan) * data.draw(st.sampled_from([1, -1]))
    assume(plan.terms(plan.year).unit != ORE or with_ore(amounts))
    assert accused(printed(plan, to_the_ore(amounts))) == [("F202", wrong)]


@given(funded_plans(kinds=[ORDINARY, BESIDE]), st.data())
def test_an_ore_moved_from_one_member_to_another_is_found_twice(plan: OperationalPlan, data: st.DataObject) -> None:
    """F202 names both, also where they are of different parties, and nobody else."""
    amounts = dict(plan.contributions(plan.year).amounts)
    giver, taker = data.draw(st.permutations(list(amounts)))[:2]
    amounts[giver] += too_far(plan)
    amounts[taker] -= too_far(plan)
    assume(plan.terms(plan.year).unit != ORE or with_ore(amounts))
    assert {*accused(printed(plan, to_the_ore(amounts)))} == {("F202", giver), ("F202", taker)}


@given(funded_plans(), st.data())
def test_a_party_that_pays_an_ore_too_much_is_found_once(plan: OperationalPlan, data: st.DataObject) -> None:
    """F201 names the party, whether the members can be told their parts or not."""
    parties = dict(plan.contributions(plan.year).by_party)
    wrong = data.draw(st.sampled_from(list(parties)))
    parties[wrong] += too_far(plan)
    assume(plan.terms(plan.year).unit != ORE or with_ore(parties))
    for known in (plan, without_split(plan)):
        assert accused(printed(known, {}, to_the_ore(parties))) == [("F201", wrong)]


@given(funded_plans(kinds=[ORDINARY, BESIDE]), st.data())
def test_an_ore_moved_from_one_party_to_another_is_found_twice(plan: OperationalPlan, data: st.DataObject) -> None:
    """The act's halves and quarters hold to the unit: F201 names both."""
    parties = dict(plan.contributions(plan.year).by_party)
    giver, taker = data.draw(st.permutations(list(parties)))[:2]
    parties[giver] += too_far(plan)
    parties[taker] -= too_far(plan)
    assume(plan.terms(plan.year).unit != ORE or with_ore(parties))
    assert {*accused(printed(plan, {}, to_the_ore(parties)))} == {("F201", giver), ("F201", taker)}


@given(funded_plans(kinds=[ORDINARY]), st.data())
def test_without_a_total_the_party_that_differs_from_the_two_others_is_named(
    plan: OperationalPlan, data: st.DataObject
) -> None:
    """Two of three agree on a total, and of that the third does not pay its share."""
    parties = dict(plan.contributions(plan.year).by_party)
    assume(goes_evenly(plan) and parties[Party.STATE] >= kr(100))
    wrong = data.draw(st.sampled_from(list(parties)))
    parties[wrong] += parties[wrong]
    assert accused(printed(unfunded(plan), {}, to_the_ore(parties))) == [("F201", wrong)]


@given(funded_plans(), st.integers(2, 9))
def test_a_document_of_another_total_is_found_once(plan: OperationalPlan, times: int) -> None:
    """Where all that is printed goes together it is the plan's total that differs: nobody pays the wrong share."""
    due = plan.contributions(plan.year)
    assume(goes_evenly(plan) and due.total >= kr(100))
    parties = {party: amount * times for party, amount in due.by_party.items()}
    assert [(each.id, each.path[0]) for each in found(printed(plan, {}, to_the_ore(parties)))] == [("F203", "funding")]


# F201


def test_a_party_that_does_not_pay_its_share_is_named_with_what_it_should_pay() -> None:
    """F201: a krona from the region to the state."""
    amounts = PARTIES | {Party.REGIONS: kr(999), Party.STATE: kr(2_001)}
    state, regions = found(printed(plan(), {}, amounts))
    assert state.text("en") == (
        f"F201 error: {PLACE}.parties.state.budget.2027: the state: 2 001 kr is printed for 2027, but 1/2 of 4 000 kr "
        "is 2 000 kr\n"
        "    5 § lagen (2003:1210)\n"
        "    correct the amount, or the total, so that every party pays its share"
    )
    assert regions.text("sv") == (
        f"F201 fel: {PLACE}.parties.regions.budget.2027: regionerna: 999 kr anges för 2027, men 1/4 av 4 000 kr "
        "är 1 000 kr\n"
        "    5 § lagen (2003:1210)\n"
        "    rätta beloppet, eller totalbeloppet, så att varje part betalar sin andel"
    )


@pytest.mark.parametrize(
    ("amounts", "place", "message"),
    [
        (
            {JONKOPING: kr(999)},
            f'{PLACE}.contributions."Region Jönköpings län".budget.2027',
            "the regions: 999 kr is printed for 2027, but 1/4 of 4 000 kr is 1 000 kr",
        ),
        (
            {FK: kr(2_001)},
            f'{PLACE}.contributions."Försäkringskassan".budget.2027',
            "the state: 2 001 kr is printed for 2027, but 1/2 of 4 000 kr is 2 000 kr",
        ),
    ],
)
def test_the_only_member_of_a_party_is_held_against_its_share(
    amounts: dict[str, Money], place: str, message: str
) -> None:
    """F201: also where the contributions cannot be worked out, since nobody has said how the municipalities share."""
    [finding] = found(printed(plan(None), LAWFUL | amounts))
    assert (finding.id, finding.place, str(finding.message)) == ("F201", place, message)


def test_one_printed_party_is_enough() -> None:
    """F201: the total says what a quarter is."""
    assert messages(printed(plan(), {}, {Party.REGIONS: kr(999)})) == [
        "the regions: 999 kr is printed for 2027, but 1/4 of 4 000 kr is 1 000 kr"
    ]


def test_a_party_in_ore_is_held_against_whole_kronor() -> None:
    """F201: the plan is in whole kronor, so two öre are too much."""
    assert messages(printed(plan(), {}, PARTIES | {Party.STATE: kr(2_000) + ORE * 2})) == [
        "the state: 2 000,02 kr is printed for 2027, but 1/2 of 4 000 kr is 2 000 kr"
    ]


def test_without_a_total_the_others_say_what_it_is() -> None:
    """F201: a half of 4 000 kr and a quarter of it go together, and 1 100 kr does not."""
    [finding] = found(printed(unfunded(plan()), {}, PARTIES | {Party.MUNICIPALITIES: kr(1_100)}))
    assert finding.text("en") == (
        f"F201 error: {PLACE}.parties.municipalities.budget.2027: the municipalities: 1 100 kr is printed for 2027, "
        "but 1/4 of 4 000 kr is 1 000 kr\n"
        "    5 § lagen (2003:1210)\n"
        "    correct the amount, or the total, so that every party pays its share"
    )


def test_where_no_two_agree_nobody_is_named() -> None:
    """F201: 2 000, 900 and 1 100 kr are a half of 4 000 kr and quarters of 3 600 and 4 400 kr."""
    amounts = PARTIES | {Party.REGIONS: kr(900), Party.MUNICIPALITIES: kr(1_100)}
    [finding] = found(printed(unfunded(plan()), {}, amounts))
    assert finding.text("en") == (
        f"F201 error: {PLACE}.parties: what is printed for 2027 does not go together: the state 2 000 kr, "
        "the regions 900 kr, the municipalities 1 100 kr\n"
        "    5 § lagen (2003:1210)\n"
        "    correct the amount, or the total, so that every party pays its share"
    )
    assert finding.text("sv") == (
        f"F201 fel: {PLACE}.parties: det som anges för 2027 går inte ihop: staten 2 000 kr, "
        "regionerna 900 kr, kommunerna 1 100 kr\n"
        "    5 § lagen (2003:1210)\n"
        "    rätta beloppet, eller totalbeloppet, så att varje part betalar sin andel"
    )


def test_two_that_differ_accuse_neither() -> None:
    """F201: a half of 4 000 kr and a quarter of 3 600 kr."""
    amounts = {Party.STATE: kr(2_000), Party.REGIONS: kr(900)}
    assert messages(printed(unfunded(plan()), {}, amounts)) == [
        "what is printed for 2027 does not go together: the state 2 000 kr, the regions 900 kr"
    ]


def test_without_a_total_the_members_of_a_party_speak_for_it() -> None:
    """F201: Habo and Mullsjö pay 1 100 kr together, and the others agree on 4 000 kr."""
    amounts = LAWFUL | {"Habo": kr(700)}
    [finding] = found(printed(unfunded(plan()), amounts))
    assert (finding.id, finding.place, str(finding.message)) == (
        "F201",
        f"{PLACE}.contributions",
        "the municipalities: 1 100 kr is printed for 2027, but 1/4 of 4 000 kr is 1 000 kr",
    )


def test_without_a_total_the_most_exact_figures_say_what_it_is() -> None:
    """F201: "2,1 mkr" and 1 030 000 kr go together as a half and a quarter of 4 120 000 kr, and not of 4,2 mkr."""
    amounts: Amounts = {Party.STATE: "2,1 mkr", Party.REGIONS: kr(1_030_000), Party.MUNICIPALITIES: kr(1_000_000)}
    assert messages(printed(unfunded(plan()), {}, amounts)) == [
        "the municipalities: 1 000 000 kr is printed for 2027, but 1/4 of 4 120 000 kr is 1 030 000 kr"
    ]


GOTLAND = OperationalPlan(
    association=Association.of("Gotland", municipalities=["Gotland"]),
    year=2027,
    funding=Funding(total={2027: kr(4_000)}),
)


def beside(**amounts: int) -> OperationalPlan:
    """Gotland with Region Stockholm, who share the quarter of the regions in fixed amounts."""
    fixed = Fixed({name.replace("_", " "): amount for name, amount in amounts.items()})
    return OperationalPlan(
        association=Association.of("Gotland", municipalities=["Gotland"], region="Region Stockholm"),
        year=2027,
        funding=Funding(total={2027: kr(4_000)}, region_split=fixed, unit=kr(1)),
    )


def test_gotland_alone_pays_the_other_half() -> None:
    """F201: where no region takes part (5 a § first paragraph)."""
    assert found(printed(GOTLAND, {"Gotland": kr(2_000), FK: kr(2_000)})) == []
    amounts = {Party.STATE: kr(2_000), Party.MUNICIPALITIES: kr(1_000)}
    assert messages(printed(GOTLAND, {}, amounts)) == [
        "the municipalities: 1 000 kr is printed for 2027, but 1/2 of 4 000 kr is 2 000 kr"
    ]


def test_two_parties_that_are_both_wrong_do_not_make_another_total() -> None:
    """F201: half a krona from the state to Gotland; together they pay 4 000 kr, and neither pays whole kronor."""
    kronor = evolve(GOTLAND, funding=Funding(total={2027: kr(4_000)}, unit=kr(1)))
    amounts = {Party.STATE: "1 999,50", Party.MUNICIPALITIES: "2 000,50"}
    assert accused(printed(kronor, {}, amounts)) == [("F201", Party.STATE), ("F201", Party.MUNICIPALITIES)]


def test_more_than_the_share_is_not_the_share() -> None:
    """F201 and F202: a text that says "över 1 000 kr" does not mean 1 000 kr."""
    assert accused(printed(plan(), {}, {Party.REGIONS: "över 1 000 kr"})) == [("F201", Party.REGIONS)]
    assert accused(printed(plan(), {"Habo": "under 600 kr"})) == [("F202", "Habo")]
    assert accused(printed(plan(), {"Habo": "högst 600 kr"}, {Party.REGIONS: "minst 1 000 kr"})) == []
    assert accused(printed(plan(), {"Habo": "minst 600 kr"}, {Party.REGIONS: "högst 1 000 kr"})) == []


def test_a_party_that_does_not_take_part_pays_nothing() -> None:
    """F201: 1 000 kr is printed for the regions, of which none takes part; zero is right."""
    nothing: Amounts = {Party.STATE: kr(2_000), Party.REGIONS: kr(0), Party.MUNICIPALITIES: kr(2_000)}
    assert found(printed(GOTLAND, {}, nothing)) == []
    amounts = {Party.STATE: kr(2_000), Party.REGIONS: kr(1_000), Party.MUNICIPALITIES: kr(2_000)}
    assert accused(printed(GOTLAND, {}, amounts)) == [("F201", Party.REGIONS)]


def test_gotland_beside_a_region_pays_in_both_quarters() -> None:
    """Of 4 000 kr, 1 000 and half of the regions' 1 000 (5 a § second paragraph); printed as one amount."""
    amounts = {"Gotland": kr(1_500), "Region Stockholm": kr(500), FK: kr(2_000)}
    assert found(printed(beside(Region_Stockholm=500, Gotland=500), amounts, PARTIES)) == []


def test_what_gotland_pays_in_two_parts_is_counted_once() -> None:
    """F202: 1 000 and 100 kr are 1 100, and both go evenly, so that there is no odd krona."""
    amounts = {"Gotland": kr(1_101), "Region Stockholm": kr(900), FK: kr(2_000)}
    assert messages(printed(beside(Region_Stockholm=900, Gotland=100), amounts, PARTIES)) == [
        "1 101 kr is printed for Gotland in 2027, 1 kr more than the 1 100 kr of its share"
    ]


# F202


def test_a_member_whose_printed_amount_is_not_its_share_is_named() -> None:
    """F202: by how much, and how to see where the share comes from."""
    habo, mullsjo = found(printed(plan(), LAWFUL | {"Habo": kr(601), "Mullsjö": kr(399)}))
    assert habo.text("en") == (
        f"F202 error: {PLACE}.contributions.Habo.budget.2027: 601 kr is printed for Habo in 2027, 1 kr more than "
        "the 600 kr of its share\n"
        "    the plan's own figures\n"
        '    see how 600 kr comes about with: finsam contributions PLAN --year 2027 --explain "Habo"'
    )
    assert habo.message.to("sv") == "601 kr anges för Habo 2027, 1 kr mer än andelens 600 kr"
    assert mullsjo.text("sv") == (
        f'F202 fel: {PLACE}.contributions."Mullsjö".budget.2027: 399 kr anges för Mullsjö 2027, 1 kr mindre än '
        "andelens 400 kr\n"
        "    planens egna uppgifter\n"
        '    se hur 400 kr räknas fram med: finsam contributions PLAN --year 2027 --explain "Mullsjö" --lang sv'
    )


def test_an_agency_that_pays_for_the_other_is_found() -> None:
    """Arbetsförmedlingen pays nothing of its own (5 §)."""
    assert messages(printed(plan(), {AF: kr(100)})) == [
        "100 kr is printed for Arbetsförmedlingen in 2027, 100 kr more than the 0 kr of its share"
    ]


def test_an_agency_that_pays_for_the_other_is_found_by_the_act_alone() -> None:
    """That takes neither a total nor a split."""
    for known in (plan(None), unfunded(plan())):
        assert messages(printed(known, {AF: kr(100)})) == [
            "100 kr is printed for Arbetsförmedlingen in 2027, 100 kr more than the 0 kr of its share"
        ]


def test_one_who_is_not_a_member_that_year_is_found() -> None:
    """F202: only members pay, so an amount after a member has left is wrong; zero is not."""
    leaving = Member(organisation=municipality("Vaggeryd"), left=date(2026, 12, 31))
    association = evolve(plan().association, municipalities=(leaving, *plan().association.municipalities))
    left = evolve(plan(), association=association)
    assert found(printed(left, LAWFUL | {"Vaggeryd": kr(0)})) == []
    [finding] = found(printed(left, LAWFUL | {"Vaggeryd": kr(50)}))
    assert finding.text("en") == (
        f"F202 error: {PLACE}.contributions.Vaggeryd.budget.2027: 50 kr is printed for Vaggeryd, who is not a member "
        "in 2027\n"
        "    the plan's own figures\n"
        "    take the amount out, or correct the days of membership"
    )
    assert finding.text("sv") == (
        f"F202 fel: {PLACE}.contributions.Vaggeryd.budget.2027: 50 kr anges för Vaggeryd, som inte är medlem 2027\n"
        "    planens egna uppgifter\n"
        "    ta bort beloppet, eller rätta medlemskapets datum"
    )


def test_a_part_that_is_yet_to_be_split_is_held_against_nothing() -> None:
    """What a member pays before the split is made is a guess, not a breach, as long as all pay the quarter."""
    for unknown in (ToBeSplit(by="population"), Unpublished(), None):
        assert found(printed(plan(unknown), LAWFUL | {"Habo": kr(700), "Mullsjö": kr(300)})) == []


def test_a_part_that_is_known_beside_one_that_is_split_is_held_against_both() -> None:
    """F202: Gotland pays the municipalities' 1 000 kr and 100 kr of the regions'; the 1 000 kr alone are not all."""
    known = evolve(
        beside(Region_Stockholm=900, Gotland=100),
        funding=Funding(total={2027: kr(4_000)}, region_split=PartlyKnown({"Gotland": 100}), unit=kr(1)),
    )
    assert found(printed(known, {"Gotland": kr(1_100)})) == []
    assert messages(printed(known, {"Gotland": kr(1_000)})) == [
        "1 000 kr is printed for Gotland in 2027, 100 kr less than the 1 100 kr of its share"
    ]


def test_the_only_member_of_a_party_is_at_most_a_unit_from_its_quarter() -> None:
    """F202: a quarter of 4 005 kr in whole kronor is 1 001 or 1 002 kr, whoever gets the odd one."""
    odd = evolve(plan(), funding=Funding(total={2027: kr(4_005)}, split=SHARES, unit=kr(1)))
    assert [found(printed(odd, {JONKOPING: kr(kronor)})) for kronor in (1_001, 1_002)] == [[], []]
    assert [accused(printed(odd, {JONKOPING: kr(kronor)})) for kronor in (1_000, 1_003)] == [[("F202", JONKOPING)]] * 2


def test_an_odd_unit_can_come_to_a_member_at_two_stages() -> None:
    """
    Of 10 kr the municipalities pay 2 or 3 kr. Mullsjö's 40 % of 2,50 kr are 1 kr, but of 3 kr they are 1,20 kr: so it
    can pay 2 kr, and Habo 1 kr of its 1,80 kr. Where the quarter is even, nothing comes to it twice.
    """
    amounts = {"Habo": kr(1), "Mullsjö": kr(2), JONKOPING: kr(2), FK: kr(5)}
    ten = evolve(plan(), funding=Funding(total={2027: kr(10)}, split=SHARES, unit=kr(1)))
    assert found(printed(ten, amounts)) == []
    assert accused(printed(plan(), {"Mullsjö": kr(401)})) == [("F202", "Mullsjö")]


def test_the_part_that_is_known_is_held_against_what_is_known() -> None:
    """F202: what Habo pays is known, and what Mullsjö pays is not."""
    assert messages(printed(plan(PartlyKnown({"Habo": 600})), {"Habo": kr(500), "Mullsjö": kr(350)})) == [
        "500 kr is printed for Habo in 2027, 100 kr less than the 600 kr of its share"
    ]


# F203


def test_the_members_of_a_party_add_up_to_what_is_printed_for_it() -> None:
    """F203: the municipalities are printed with 1 000 kr together, and with 611 and 400 kr each."""
    [finding] = found(printed(plan(None), {"Habo": kr(611), "Mullsjö": kr(400)}, PARTIES))
    assert finding.text("en") == (
        f"F203 error: {PLACE}.contributions: the amounts of the municipalities for 2027 add up to 1 011 kr, "
        "not to 1 000 kr\n"
        "    the plan's own figures\n"
        "    correct an amount or the total"
    )
    assert finding.text("sv") == (
        f"F203 fel: {PLACE}.contributions: beloppen för kommunerna 2027 uppgår tillsammans till 1 011 kr, "
        "inte till 1 000 kr\n"
        "    planens egna uppgifter\n"
        "    rätta ett belopp eller totalbeloppet"
    )


def test_the_members_of_a_party_add_up_to_its_share_of_the_total() -> None:
    """F203: a quarter of 4 000 kr is 1 000 kr, also where it is not printed."""
    for unknown in (ToBeSplit(by="population"), Unpublished(), None):
        assert messages(printed(plan(unknown), {"Habo": kr(611), "Mullsjö": kr(400)})) == [
            "the amounts of the municipalities for 2027 add up to 1 011 kr, not to 1 000 kr"
        ]


def test_a_part_is_never_more_than_the_whole() -> None:
    """F203: Habo alone is printed with more than all pay; with less it can be right."""
    assert messages(printed(plan(None), {"Habo": kr(1_010)})) == [
        "the amounts of some of the municipalities for 2027 add up to 1 010 kr, which is above the 1 000 kr of all"
    ]
    assert messages(printed(unfunded(plan()), {"Habo": kr(1_010)}, {Party.MUNICIPALITIES: kr(1_000)})) == [
        "the amounts of some of the municipalities for 2027 add up to 1 010 kr, which is above the 1 000 kr of all"
    ]
    assert found(printed(plan(None), {"Habo": kr(1_000)})) == []
    assert found(printed(unfunded(plan()), {"Habo": kr(1_000)}, {Party.MUNICIPALITIES: kr(1_000)})) == []


def test_the_odd_krona_is_paid_once() -> None:
    """F203: of 1 001 kr in whole kronor each pays 500 or 501 kr, and not both of them 501."""
    shared = evolve(plan(), funding=Funding(total={2027: kr(4_004)}, split=Equal(), unit=kr(1)))
    assert found(printed(shared, {"Habo": kr(500), "Mullsjö": kr(501)})) == []
    assert messages(printed(shared, {"Habo": kr(501), "Mullsjö": kr(501)})) == [
        "the amounts of the municipalities for 2027 add up to 1 002 kr, not to 1 001 kr"
    ]


def test_the_only_member_of_a_party_pays_what_the_party_pays() -> None:
    """The state is printed with 2 000 kr, and Försäkringskassan, which pays for it, with 2 050 kr."""
    for known in (plan(None), unfunded(plan())):
        assert len(found(printed(known, {FK: kr(2_050)}, {Party.STATE: kr(2_000)}))) == 1


def test_a_party_that_is_wrong_is_found_once_beside_its_members() -> None:
    """F201: what Habo and Mullsjö pay together is the quarter; what is printed for the municipalities is not."""
    wrong = PARTIES | {Party.MUNICIPALITIES: kr(1_100)}
    for known in (plan(), plan(ToBeSplit(by="population"))):
        assert accused(printed(known, LAWFUL, wrong)) == [("F201", Party.MUNICIPALITIES)]


def test_the_total_of_another_year_is_found_once() -> None:
    """F203: all that is printed goes together, as that of 8 000 kr."""
    doubled = {party: amount * 2 for party, amount in PARTIES.items()}
    [finding] = found(printed(plan(), {}, doubled))
    assert finding.text("en") == (
        "F203 error: funding.total.2027: the total of 2027 is 4 000 kr, but the printed contributions are those of "
        "8 000 kr\n"
        "    the plan's own figures\n"
        "    correct the total, or what is printed"
    )
    assert finding.text("sv") == (
        "F203 fel: funding.total.2027: totalbeloppet för 2027 är 4 000 kr, men de angivna bidragen är de för "
        "8 000 kr\n"
        "    planens egna uppgifter\n"
        "    rätta totalbeloppet, eller det som anges"
    )


@pytest.mark.parametrize("split", [SHARES, ToBeSplit(by="population"), None])
def test_the_total_of_another_year_is_found_once_by_member_too(split: SplitKey | None) -> None:
    """F203: every member pays its share of 8 000 kr, so that no member is wrong."""
    doubled = {member: amount * 2 for member, amount in LAWFUL.items()}
    assert messages(printed(plan(split), doubled)) == [
        "the total of 2027 is 4 000 kr, but the printed contributions are those of 8 000 kr"
    ]


def test_what_was_received_is_held_against_what_was_received() -> None:
    """The members paid 3 900 kr in 2027, each its share; what they were to pay is not what the outcome prints."""
    received: Columns[Money] = Columns(outcome={2027: kr(3_900)})
    paid = evolve(plan(), funding=evolve(plan().funding, received=received))
    shares = {"Habo": kr(585), "Mullsjö": kr(390), JONKOPING: kr(975), FK: kr(1_950)}
    rows: dict[str, Columns[Money]] = {name: Columns(outcome={2027: amount}) for name, amount in shares.items()}
    assert found(evolve(paid, stated=(Stated(where="the table", contributions=rows),))) == []


@pytest.mark.parametrize("kind", [ORDINARY, ALONE, BESIDE])
@tries(10)
@given(data=st.data())
def test_where_nothing_is_printed_nothing_is_found(kind: str, data: st.DataObject) -> None:
    """A breach is of something that the document says."""
    assert found(printed(data.draw(funded_plans(kinds=[kind])), {})) == []


def test_a_party_that_pays_at_least_so_much_goes_with_any_more() -> None:
    """Without a total: at least 2 000 kr from the state, which is half, goes with 1 500 kr from the regions."""
    for regions, accusations in (("1 500,00 kr", 0), ("900,00 kr", 1)):
        of = printed(unfunded(plan()), {}, {Party.STATE: "minst 2 000 kr", Party.REGIONS: regions})
        assert len(found(of)) == accusations
    of = printed(unfunded(plan()), {}, {Party.STATE: "högst 2 000 kr", Party.REGIONS: "900,00 kr"})
    assert found(of) == []
