"""F104, F105 and F106: who decides, by what charter, and who audits."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam import Association, Finding, OperationalPlan, Severity, law
from finsam.checks import rule
from finsam.governance import Auditor, Board, Charter, Governance, Presence, Seats
from finsam.organisations import ARBETSFORMEDLINGEN, FORSAKRINGSKASSAN
from plan_strategies import lawful_associations

REGION, FK, AF = "Region Jönköpings län", "Försäkringskassan", "Arbetsförmedlingen"
BYGDEN = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region=REGION)
FIVE = ("Habo", "Mullsjö", REGION, FK, AF)
GIVE = "give every member a seat and a deputy, in the charter (9 §) and under [governance.board]"
GE = "ge varje medlem en plats och en ersättare, i förbundsordningen (9 §) och under [governance.board]"
few = settings(max_examples=50)
CORRECTED = "; until the reading was corrected in 2022 municipalities were often thought to be able to share"
RATTAD = "; fram till att tolkningen rättades 2022 ansågs kommuner ofta kunna dela"


def plan(governance: Governance | None, *, association: Association = BYGDEN, year: int = 2027) -> OperationalPlan:
    return OperationalPlan(association=association, year=year, governance=governance)


def found(id: str, governance: Governance | None, **kept: Any) -> list[Finding]:
    return list(rule(id).findings(plan(governance, **kept)))


def with_board(*, year: int = 2027, **said: Any) -> list[Finding]:
    return found("F104", Governance(board=Board(**said)), year=year)


def english(findings: list[Finding]) -> list[tuple[Severity, str]]:
    return [(each.severity, each.message.en) for each in findings]


def each_one(members: tuple[str, ...]) -> tuple[Seats, ...]:
    return tuple(Seats(members=(member,), seats=1, deputies=1) for member in members)


# F104: seats and deputies, 10 §


@few
@given(lawful_associations(), st.integers(0, 5), st.booleans(), st.integers(2004, 2035))
def test_a_seat_and_a_deputy_for_each_member_is_enough(
    association: Association, more: int, personal: bool, year: int
) -> None:
    """10 §: at least one of each for every member, and as many deputies as seats; a personal deputy is one."""
    members = [member.name for member in association.members_in(year)]
    seats = len(members) + more
    deputies = None if personal else seats
    board = Board(seats=seats, deputies=deputies, personal_deputies=personal, shares=each_one(tuple(members)))
    assert found("F104", Governance(board=board), association=association, year=year) == []


@few
@given(lawful_associations(), st.data())
def test_seats_fewer_than_the_members_are_always_found(association: Association, data: st.DataObject) -> None:
    """10 §: whoever is left out, and whatever the members agree on among themselves."""
    members = len(association.members_in(2027))
    seats = data.draw(st.integers(0, members - 1))
    board = Board(seats=seats, deputies=seats)
    assert english(found("F104", Governance(board=board), association=association)) == [
        (Severity.ERROR, f"there are {seats} seats for {members} members"),
        (Severity.ERROR, f"there are {seats} deputies for {members} members"),
    ]


def test_too_few_seats_are_told_whole() -> None:
    """Four seats for five members is against 10 § in any year."""
    [finding] = with_board(seats=4, deputies=5)[:1]
    assert finding.text("en") == (
        f"F104 error: governance.board: there are 4 seats for 5 members\n    10 § lag (2003:1210)\n    {GIVE}"
    )
    assert finding.text("sv") == (
        f"F104 fel: governance.board: det finns 4 platser för 5 medlemmar\n    10 § lag (2003:1210)\n    {GE}"
    )


@pytest.mark.parametrize(
    ("year", "note", "notis"), [(2021, CORRECTED, RATTAD), (2022, CORRECTED, RATTAD), (2023, "", "")]
)
def test_a_board_from_before_the_correction_is_found_with_a_note(year: int, note: str, notis: str) -> None:
    """
    The National Council corrected its reading on 2022-02-07; the plan for 2022 had then been adopted. 10 § itself has
    read the same since 2004, so it is an error all the same.
    """
    seats, deputies = with_board(seats=4, deputies=4, year=year)
    assert (seats.severity, seats.message.en) == (Severity.ERROR, f"there are 4 seats for 5 members{note}")
    assert deputies.message.sv == f"det finns 4 ersättare för 5 medlemmar{notis}"


def test_deputies_are_as_many_as_the_seats() -> None:
    """10 §, the second half: six deputies for five seats is not what it says."""
    [finding] = with_board(seats=5, deputies=6)
    assert (finding.severity, finding.place) == (Severity.ERROR, "governance.board")
    assert finding.message.en == "there are 6 deputies for 5 seats"
    assert finding.message.sv == "det finns 6 ersättare för 5 platser"


def test_members_who_share_a_seat_are_found_where_there_are_enough_in_all() -> None:
    """Two municipalities with one seat and one deputy together, on a board of five: one of them has none."""
    shared = (*each_one((REGION, FK, AF)), Seats(members=("Habo", "Mullsjö"), seats=1, deputies=1))
    seat, deputy = with_board(seats=5, deputies=5, shares=shared)
    assert seat.text("en") == (
        "F104 error: governance.board: seats of Habo, Mullsjö: 1, which is fewer than one each\n"
        "    10 § lag (2003:1210)\n"
        f"    {GIVE}"
    )
    assert deputy.message.en == "deputies of Habo, Mullsjö: 1, which is fewer than one each"
    assert deputy.message.sv == "ersättare för Habo, Mullsjö: 1, vilket är färre än en var"


def test_those_who_share_too_few_seats_are_told_of_once() -> None:
    """Where the whole board is too small, that is what is wrong; who shares is not told again."""
    shared = (Seats(members=FIVE, seats=4, deputies=4),)
    assert [each.message.en for each in with_board(seats=4, deputies=4, shares=shared)] == [
        "there are 4 seats for 5 members",
        "there are 4 deputies for 5 members",
    ]


def test_one_who_has_left_needs_no_seat() -> None:
    """The members are those of the budget year: a seat shared with one who left is one's own."""
    left = evolve(
        BYGDEN,
        members=tuple(
            evolve(member, left=law.READ_THROUGH) if member.name == "Habo" else member for member in BYGDEN.members
        ),
    )
    shared = Seats(members=("Habo", "Mullsjö"), seats=1, deputies=1)
    board = Board(seats=4, deputies=4, shares=(shared,))
    assert found("F104", Governance(board=board), association=left, year=2027) == []


@pytest.mark.parametrize("governance", [None, Governance(), Governance(board=Board())], ids=repr)
def test_seats_that_the_plan_does_not_give_are_unknown(governance: Governance | None) -> None:
    """A plan that is silent has neither passed nor failed."""
    [finding] = found("F104", governance)
    assert finding.text("en") == (
        "F104 unknown: governance.board: the plan does not say how many seats the board has\n"
        "    10 § lag (2003:1210)\n"
        "    write seats and deputies under [governance.board]"
    )
    assert finding.text("sv") == (
        "F104 okänt: governance.board: planen säger inte hur många platser styrelsen har\n"
        "    10 § lag (2003:1210)\n"
        "    skriv seats och deputies under [governance.board]"
    )


def test_deputies_that_the_plan_does_not_give_are_unknown_and_the_seats_are_judged() -> None:
    """A rule looks at what there is."""
    assert english(with_board(seats=4)) == [
        (Severity.ERROR, "there are 4 seats for 5 members"),
        (Severity.UNKNOWN, "the plan does not say how many deputies the board has"),
    ]


def test_before_the_act_no_board_is_asked_for() -> None:
    """The act came into force on 2004-01-01."""
    assert with_board(seats=1, deputies=0, year=2003) == []


# F105: auditors, 25 §


@few
@given(lawful_associations(), st.data())
def test_every_member_with_an_auditor_is_silence(association: Association, data: st.DataObject) -> None:
    """25 §: alone or jointly; Försäkringskassan's is Arbetsförmedlingen's too, whether the plan says so or not."""
    names = [member.name for member in association.members_in(2027) if member.name != AF]
    joint = data.draw(st.integers(0, len(names)))
    auditors = (Auditor(for_members=tuple(names[:joint])), *(Auditor(for_members=(name,)) for name in names[joint:]))
    assert found("F105", Governance(auditors=auditors), association=association) == []


@few
@given(lawful_associations(), st.data())
def test_members_without_an_auditor_are_always_found(association: Association, data: st.DataObject) -> None:
    """25 §: each of them by name, and Arbetsförmedlingen with Försäkringskassan."""
    names = [member.name for member in association.members_in(2027)]
    gone = data.draw(st.sampled_from([name for name in names if name != AF]))
    missing = [FK, AF] if gone == FK else [gone]
    auditors = tuple(Auditor(for_members=(name,)) for name in names if name not in missing)
    [finding] = found("F105", Governance(auditors=auditors), association=association)
    assert finding.severity is Severity.ERROR
    assert finding.message.en == f"no auditor is named for {', '.join(missing)}"


def test_a_member_without_an_auditor_is_told_whole() -> None:
    """Of five members the region and the agencies have theirs."""
    auditors = (Auditor(for_members=(FORSAKRINGSKASSAN.name,)), Auditor(for_members=(REGION,)))
    [finding] = found("F105", Governance(auditors=auditors))
    assert finding.text("en") == (
        "F105 error: governance.auditors: no auditor is named for Habo, Mullsjö\n"
        "    25 § lag (2003:1210)\n"
        "    see to it that every member has an auditor, alone or jointly, and write it under [[governance.auditors]]"
    )
    assert finding.text("sv") == (
        "F105 fel: governance.auditors: ingen revisor anges för Habo, Mullsjö\n"
        "    25 § lag (2003:1210)\n"
        "    se till att varje medlem har en revisor, egen eller gemensam, och skriv det under [[governance.auditors]]"
    )


def test_arbetsformedlingens_own_auditor_is_not_forsakringskassans() -> None:
    """25 §: it is Försäkringskassan that appoints for both."""
    auditors = (Auditor(for_members=("Habo", "Mullsjö", REGION, ARBETSFORMEDLINGEN.name)),)
    assert [each.message.en for each in found("F105", Governance(auditors=auditors))] == [
        "no auditor is named for Försäkringskassan"
    ]


def test_the_wording_about_auditors_before_2020_has_not_been_read() -> None:
    """25 § has its present wording since SFS 2019:914; what applied in 2017 is not judged."""
    [finding] = found("F105", Governance(auditors=(Auditor(for_members=(FK, REGION)),)), year=2017)
    assert finding.severity is Severity.UNKNOWN
    assert finding.message.en == (
        "no auditor is named for Habo, Mullsjö; the wording that applied before 2020 has not been read"
    )
    assert finding.message.sv == "ingen revisor anges för Habo, Mullsjö; lydelsen som gällde före 2020 har inte lästs"


@pytest.mark.parametrize("governance", [None, Governance()], ids=repr)
def test_a_plan_that_does_not_say_who_audits_is_unknown(governance: Governance | None) -> None:
    """Not saying it is not the same as having none."""
    [finding] = found("F105", governance)
    assert (finding.severity, finding.message.en, finding.message.sv) == (
        Severity.UNKNOWN,
        "the plan does not say who audits",
        "planen säger inte vem som reviderar",
    )
    [none] = found("F105", Governance(auditors=()))
    assert none.severity is Severity.ERROR


# F106: the charter, 9 §

presences = st.dictionaries(st.sampled_from(list(law.CHARTER_ITEMS)), st.sampled_from(Presence))


@few
@given(presences)
def test_absent_items_are_found_one_by_one_and_unknown_ones_together(items: dict[int, Presence]) -> None:
    """9 §: every item that is absent is an error; those that nobody has looked for are counted."""
    absent = [number for number in law.CHARTER_ITEMS if items.get(number) is Presence.ABSENT]
    unknown = [number for number in law.CHARTER_ITEMS if items.get(number, Presence.UNKNOWN) is Presence.UNKNOWN]
    expected = [(Severity.ERROR, f"item {number} is absent: {law.CHARTER_ITEMS[number].en}") for number in absent]
    if unknown:
        whether = f"for {len(unknown)} of the 18 items it is not known whether the charter has them"
        expected.append((Severity.UNKNOWN, whether))
    assert english(found("F106", Governance(charter=Charter(items=items)))) == expected


def test_a_charter_with_all_eighteen_items_is_silence() -> None:
    """9 § has eighteen items."""
    items = dict.fromkeys(range(1, 19), Presence.PRESENT)
    assert found("F106", Governance(charter=Charter(items=items))) == []


def test_an_absent_item_is_told_whole() -> None:
    """Item 14: without it nobody knows how to leave."""
    items = dict.fromkeys(range(1, 19), Presence.PRESENT) | {14: Presence.ABSENT}
    [finding] = found("F106", Governance(charter=Charter(items=items)))
    assert finding.text("en") == (
        "F106 error: governance.charter: item 14 is absent: how a member leaves\n"
        "    9 § lag (2003:1210)\n"
        "    write what the charter has and lacks under [governance.charter]; a change needs all members"
    )
    assert finding.text("sv") == (
        "F106 fel: governance.charter: punkt 14 saknas: hur en medlem utträder\n"
        "    9 § lag (2003:1210)\n"
        "    skriv vad förbundsordningen har och saknar under [governance.charter]; en ändring kräver alla medlemmar"
    )


def test_the_items_before_2020_have_not_been_read() -> None:
    """9 § has its present wording since SFS 2019:914: an item that is absent in 2017 is not judged."""
    items = dict.fromkeys(range(1, 19), Presence.PRESENT) | {13: Presence.ABSENT}
    [finding] = found("F106", Governance(charter=Charter(items=items)), year=2017)
    assert finding.severity is Severity.UNKNOWN
    assert finding.message.en == (
        "item 13 is absent: joint auditors; the wording that applied before 2020 has not been read"
    )
    assert finding.message.sv == ("punkt 13 saknas: gemensamma revisorer; lydelsen som gällde före 2020 har inte lästs")


@pytest.mark.parametrize("governance", [None, Governance(), Governance(charter=Charter())], ids=repr)
def test_a_charter_that_nobody_has_looked_at_is_unknown(governance: Governance | None) -> None:
    """Operational plans seldom say what the charter has."""
    [finding] = found("F106", governance)
    assert (finding.severity, finding.message.en, finding.message.sv) == (
        Severity.UNKNOWN,
        "for 18 of the 18 items it is not known whether the charter has them",
        "för 18 av de 18 punkterna är det inte känt om förbundsordningen har dem",
    )
