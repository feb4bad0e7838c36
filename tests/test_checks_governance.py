"""F104, F105 and F106: who decides, by what charter, and who audits."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam import Association, Category, Cost, Finding, Governance, OperationalPlan, Severity, kr, law
from finsam.checks import rule
from finsam.finding import Chapter
from finsam.governance import Auditor, Board, Charter, Seats
from finsam.organisations import municipality
from plan_strategies import lawful_associations

REGION, FK, AF = "Region Jönköpings län", "Försäkringskassan", "Arbetsförmedlingen"
BYGDEN = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region=REGION)
FIVE = ("Habo", "Mullsjö", REGION, FK, AF)
GIVE = "give every member a seat and a deputy, in the charter and under [governance.board]"
GE = "ge varje medlem en ledamot och en ersättare, i förbundsordningen och under [governance.board]"
CORRECTED = "; until the reading was corrected in 2022 municipalities were often thought to be able to share"
RATTAD = "; fram till att tolkningen rättades 2022 ansågs kommuner ofta kunna dela"
NOT_HELD = tuple(each for each in Chapter if each is not Chapter.GOVERNANCE)
few = settings(max_examples=50)


def plan(governance: Governance | None, *, association: Association = BYGDEN, **parts: Any) -> OperationalPlan:
    return OperationalPlan(association=association, governance=governance, **{"year": 2027, **parts})


def found(id: str, governance: Governance | None, **parts: Any) -> list[Finding]:
    return list(rule(id).findings(plan(governance, **parts)))


def with_board(*, year: int = 2027, **said: Any) -> list[Finding]:
    return found("F104", Governance(board=Board(**said)), year=year)


def english(findings: list[Finding]) -> list[tuple[Severity, str]]:
    return [(each.severity, str(each.message)) for each in findings]


def each_one(members: tuple[str, ...]) -> tuple[Seats, ...]:
    return tuple(Seats(members=(member,), seats=1, deputies=1) for member in members)


def planned(*years: int) -> tuple[Cost, ...]:
    """A row of costs with a budget for each of those years."""
    budget = dict.fromkeys(years, kr(1))
    return (Cost(id="enter", name="Enter", category=Category.INDIVIDUAL, budget=budget),)


def joined_by_aneby() -> Association:
    """Aneby becomes the sixth member in 2029."""
    aneby = evolve(BYGDEN.municipalities[0], organisation=municipality("Aneby"), joined=date(2029, 1, 1))
    return evolve(BYGDEN, municipalities=(*BYGDEN.municipalities, aneby))


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
        (Severity.ERROR, f"there are {seats} seats and {seats} deputies for {members} members in 2027")
    ]


@pytest.mark.parametrize(
    ("seats", "deputies", "count", "antal"),
    [
        (4, 5, "4 seats", "4 ledamöter"),
        (5, 3, "3 deputies", "3 ersättare"),
        (4, 3, "4 seats and 3 deputies", "4 ledamöter och 3 ersättare"),
    ],
)
def test_too_few_seats_or_deputies_are_told_whole(seats: int, deputies: int, count: str, antal: str) -> None:
    """Fewer than five for five members is against 10 § in any year, and told once."""
    [finding] = with_board(seats=seats, deputies=deputies)
    assert finding.path == ("governance", "board")
    assert finding.text("en") == (
        f"F104 error: governance.board: there are {count} for 5 members in 2027\n    10 § lagen (2003:1210)\n    {GIVE}"
    )
    assert finding.text("sv") == (
        f"F104 fel: governance.board: det finns {antal} för 5 medlemmar 2027\n    10 § lagen (2003:1210)\n    {GE}"
    )


@pytest.mark.parametrize(
    ("year", "note", "notis"), [(2021, CORRECTED, RATTAD), (2022, CORRECTED, RATTAD), (2023, "", "")]
)
def test_a_board_from_before_the_correction_is_found_with_a_note(year: int, note: str, notis: str) -> None:
    """
    The National Council corrected its reading on 2022-02-07; the plan for 2022 had then been adopted. 10 § itself has
    read the same since 2004, so it is an error all the same.
    """
    [finding] = with_board(seats=4, deputies=4, year=year)
    assert english([finding]) == [(Severity.ERROR, f"there are 4 seats and 4 deputies for 5 members in {year}{note}")]
    assert finding.message.to("sv") == f"det finns 4 ledamöter och 4 ersättare för 5 medlemmar {year}{notis}"


def test_a_board_has_seats_for_those_who_join_in_the_plan_years() -> None:
    """10 § holds in every year of the plan; the first year in which it does not is told."""
    years = planned(2027, 2028, 2029, 2030)
    board = Governance(board=Board(seats=5, deputies=5))
    assert english(found("F104", board, association=joined_by_aneby(), costs=years)) == [
        (Severity.ERROR, "there are 5 seats and 5 deputies for 6 members in 2029")
    ]
    assert found("F104", board, association=joined_by_aneby(), costs=planned(2027, 2028)) == []


def test_deputies_are_as_many_as_the_seats() -> None:
    """10 §, the second half: six deputies for five seats is not what it says."""
    [finding] = with_board(seats=5, deputies=6)
    assert finding.text("en") == (
        f"F104 error: governance.board: there are 6 deputies for 5 seats\n    10 § lagen (2003:1210)\n    {GIVE}"
    )
    assert finding.text("sv") == (
        f"F104 fel: governance.board: det finns 6 ersättare för 5 ledamöter\n    10 § lagen (2003:1210)\n    {GE}"
    )


def test_members_who_share_a_seat_are_found_where_there_are_enough_in_all() -> None:
    """Two municipalities with one seat and one deputy together, on a board of five: one of them has none."""
    shared = (*each_one((REGION, FK, AF)), Seats(members=("Habo", "Mullsjö"), seats=1, deputies=1))
    seat, deputy = with_board(seats=5, deputies=5, shares=shared)
    assert seat.path == deputy.path == ("governance", "board", "shares", 3)
    assert seat.text("en") == (
        "F104 error: governance.board.shares[4]: seats of Habo, Mullsjö: 1, which is fewer than 1 each\n"
        "    10 § lagen (2003:1210)\n"
        f"    {GIVE}"
    )
    assert str(deputy.message) == "deputies of Habo, Mullsjö: 1, which is fewer than 1 each"
    assert deputy.text("sv") == (
        "F104 fel: governance.board.shares[4]: ersättare för Habo, Mullsjö: 1, vilket är färre än 1 var\n"
        "    10 § lagen (2003:1210)\n"
        f"    {GE}"
    )


def test_those_who_share_too_few_seats_are_told_of_once() -> None:
    """Where the whole board is too small, that is what is wrong; who shares is not told again."""
    shared = (Seats(members=FIVE, seats=4, deputies=4),)
    assert english(with_board(seats=4, deputies=4, shares=shared)) == [
        (Severity.ERROR, "there are 4 seats and 4 deputies for 5 members in 2027")
    ]


def test_a_share_of_the_seats_without_deputies_is_not_held_to_have_none() -> None:
    """10 §: the deputies of Habo are among the five of the board, and the document does not say which they are."""
    assert with_board(seats=5, deputies=5, shares=(Seats(members=("Habo",), seats=1),)) == []


def test_personal_deputies_that_are_counted_are_as_many_as_is_said() -> None:
    """10 §: that they are personal does not make three deputies five."""
    assert english(with_board(seats=5, deputies=3, personal_deputies=True)) == [
        (Severity.ERROR, "there are 3 deputies for 5 members in 2027")
    ]


def test_one_who_has_left_needs_no_seat() -> None:
    """The members are those of the budget year: a seat shared with one who left is one's own."""
    habo, mullsjo = BYGDEN.municipalities
    left = evolve(BYGDEN, municipalities=(evolve(habo, left=date(2026, 12, 31)), mullsjo))
    shared = Seats(members=("Habo", "Mullsjö"), seats=1, deputies=1)
    board = Board(seats=4, deputies=4, shares=(shared,))
    assert found("F104", Governance(board=board), association=left) == []


@pytest.mark.parametrize("governance", [None, Governance(), Governance(board=Board())], ids=repr)
def test_seats_that_the_plan_does_not_give_are_unknown(governance: Governance | None) -> None:
    """A plan that is silent has neither passed nor failed."""
    [finding] = found("F104", governance)
    assert finding.text("en") == (
        "F104 unknown: governance.board: the plan does not say how many seats the board has\n"
        "    10 § lagen (2003:1210)\n"
        "    write seats and deputies under [governance.board]"
    )
    assert finding.text("sv") == (
        "F104 uppgift saknas: governance.board: det framgår inte av planen hur många ledamöter styrelsen har\n"
        "    10 § lagen (2003:1210)\n"
        "    skriv antalet ledamöter (seats) och ersättare (deputies) under [governance.board]"
    )


def test_deputies_that_the_plan_does_not_give_are_unknown_and_the_seats_are_judged() -> None:
    """A rule looks at what there is."""
    assert english(with_board(seats=4)) == [
        (Severity.ERROR, "there are 4 seats for 5 members in 2027"),
        (Severity.UNKNOWN, "the plan does not say how many deputies the board has"),
    ]
    assert with_board(seats=4)[1].message.to("sv") == "det framgår inte av planen hur många ersättare styrelsen har"


def test_before_the_act_no_board_is_asked_for() -> None:
    """The act came into force on 2004-01-01."""
    assert with_board(seats=1, deputies=0, year=2003) == []
    assert english(with_board(seats=2, deputies=5, year=2004))[0] == (
        Severity.ERROR,
        f"there are 2 seats for 5 members in 2004{CORRECTED}",
    )


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
    assert english(found("F105", Governance(auditors=auditors), association=association)) == [
        (Severity.ERROR, f"no auditor is named for {', '.join(missing)} in 2027")
    ]


def test_a_member_without_an_auditor_is_told_whole() -> None:
    """Of five members the region and the agencies have theirs."""
    auditors = (Auditor(for_members=(FK,)), Auditor(for_members=(REGION,)))
    [finding] = found("F105", Governance(auditors=auditors))
    assert finding.path == ("governance", "auditors")
    assert finding.text("en") == (
        "F105 error: governance.auditors: no auditor is named for Habo, Mullsjö in 2027\n"
        "    25 § lagen (2003:1210)\n"
        "    see to it that every member has an auditor, alone or jointly, and write it under [[governance.auditors]]"
    )
    assert finding.text("sv") == (
        "F105 fel: governance.auditors: ingen revisor anges för Habo, Mullsjö 2027\n"
        "    25 § lagen (2003:1210)\n"
        "    se till att varje medlem har en revisor, egen eller gemensam, och skriv det under [[governance.auditors]]"
    )


def test_arbetsformedlingens_own_auditor_is_not_forsakringskassans() -> None:
    """25 §: it is Försäkringskassan that appoints for both."""
    auditors = (Auditor(for_members=("Habo", "Mullsjö", REGION, AF)),)
    assert english(found("F105", Governance(auditors=auditors))) == [
        (Severity.ERROR, "no auditor is named for Försäkringskassan in 2027")
    ]


def test_those_who_join_in_the_plan_years_need_an_auditor_too() -> None:
    """Each is told once, in the first year in which it is a member."""
    auditors = (Auditor(for_members=(FK, REGION, "Habo")),)
    years = planned(2027, 2028, 2029, 2030)
    missing = found("F105", Governance(auditors=auditors), association=joined_by_aneby(), costs=years)
    assert english(missing) == [
        (Severity.ERROR, "no auditor is named for Mullsjö in 2027"),
        (Severity.ERROR, "no auditor is named for Aneby in 2029"),
    ]


@pytest.mark.parametrize(
    ("year", "severity", "unread", "olast"),
    [
        (
            2019,
            Severity.UNKNOWN,
            "; the wording that applied before 2020 has not been read",
            "; lydelsen som gällde före 2020 har inte lästs",
        ),
        (2020, Severity.ERROR, "", ""),
    ],
)
def test_the_wording_about_auditors_before_2020_has_not_been_read(
    year: int, severity: Severity, unread: str, olast: str
) -> None:
    """25 § has its present wording since SFS 2019:914; what applied in 2019 is not judged."""
    [finding] = found("F105", Governance(auditors=(Auditor(for_members=(FK, REGION)),)), year=year)
    assert english([finding]) == [(severity, f"no auditor is named for Habo, Mullsjö in {year}{unread}")]
    assert finding.message.to("sv") == f"ingen revisor anges för Habo, Mullsjö {year}{olast}"


@pytest.mark.parametrize("governance", [None, Governance()], ids=repr)
def test_a_plan_that_does_not_say_who_audits_is_unknown(governance: Governance | None) -> None:
    """Not saying it is not the same as having none."""
    [finding] = found("F105", governance)
    assert finding.text("en") == (
        "F105 unknown: governance.auditors: the plan does not say who audits\n"
        "    25 § lagen (2003:1210)\n"
        "    see to it that every member has an auditor, alone or jointly, and write it under [[governance.auditors]]"
    )
    assert finding.text("sv") == (
        "F105 uppgift saknas: governance.auditors: det framgår inte av planen vem som är revisor\n"
        "    25 § lagen (2003:1210)\n"
        "    se till att varje medlem har en revisor, egen eller gemensam, och skriv det under [[governance.auditors]]"
    )
    assert english(found("F105", Governance(auditors=()))) == [
        (Severity.ERROR, f"no auditor is named for {', '.join(FIVE)} in 2027")
    ]


# F106: the charter, 9 §

ALL = tuple(range(1, 19))


def with_charter(*, year: int = 2027, **said: Any) -> list[Finding]:
    return found("F106", Governance(charter=Charter(**said)), year=year)


@few
@given(st.dictionaries(st.sampled_from(ALL), st.booleans()), st.integers(2018, 2030))
def test_absent_items_are_found_one_by_one_and_unknown_ones_together(items: dict[int, bool], year: int) -> None:
    """9 §: every item that is absent is an error; those that nobody has looked for are counted."""
    present = tuple(number for number, there in items.items() if there)
    absent = tuple(sorted(number for number, there in items.items() if not there))
    texts = law.CHARTER.on(date(year, 1, 1))
    expected = [(Severity.ERROR, f"item {number} is absent: {texts[number - 1]}") for number in absent]
    if unknown := 18 - len(items):
        whether = f"for {unknown} of the 18 items of 9 § it is not known whether the charter has them"
        expected.append((Severity.UNKNOWN, whether))
    assert english(with_charter(present=present, absent=absent, year=year)) == expected


@pytest.mark.parametrize(("year", "items"), [(2005, 17), (2007, 17), (2008, 18), (2019, 18), (2027, 18)])
def test_a_charter_with_all_the_items_of_its_time_is_silence(year: int, items: int) -> None:
    """9 § has eighteen items since SFS 2007:1017 put in joint auditors from 2008; before it, seventeen."""
    assert with_charter(present=ALL[:items], year=year) == []


def test_an_absent_item_is_told_whole() -> None:
    """Item 14: without it nobody knows how to leave."""
    [finding] = with_charter(present=ALL[:13] + ALL[14:], absent=(14,))
    assert finding.path == ("governance", "charter", "absent")
    assert finding.text("en") == (
        "F106 error: governance.charter.absent: item 14 is absent: how a member leaves\n"
        "    9 § lagen (2003:1210)\n"
        "    write what the charter has and lacks under [governance.charter]; a change needs all members"
    )
    assert finding.text("sv") == (
        "F106 fel: governance.charter.absent: punkt 14 saknas: hur en medlem utträder\n"
        "    9 § lagen (2003:1210)\n"
        "    skriv vad förbundsordningen har (present) och saknar (absent) under [governance.charter]; en ändring "
        "kräver alla medlemmar"
    )


def test_the_items_before_2008_are_inferred_and_numbered_without_joint_auditors() -> None:
    """The transitional provisions of SFS 2007:1017 call 9 § 13 new: what is 14 today was 13 then."""
    [finding] = with_charter(present=ALL[:12] + ALL[13:17], absent=(13,), year=2007)
    assert finding.text("en") == (
        "F106 error: governance.charter.absent: item 13 is absent: how a member leaves\n"
        "    9 § lagen (2003:1210) (the words of the time have not been read; inferred from the transitional "
        "provisions of SFS 2007:1017)\n"
        "    write what the charter has and lacks under [governance.charter]; a change needs all members"
    )
    assert finding.text("sv") == (
        "F106 fel: governance.charter.absent: punkt 13 saknas: hur en medlem utträder\n"
        "    9 § lagen (2003:1210) (den tidens ord är inte lästa; följer av övergångsbestämmelserna till SFS "
        "2007:1017)\n"
        "    skriv vad förbundsordningen har (present) och saknar (absent) under [governance.charter]; en ändring "
        "kräver alla medlemmar"
    )


@pytest.mark.parametrize(
    ("year", "item", "punkt"),
    [
        (2017, "where announcements and other notices are posted", "var kungörelser och tillkännagivanden anslås"),
        (2018, "where notices are posted", "var tillkännagivanden anslås"),
    ],
)
def test_an_item_is_in_the_words_of_its_time(year: int, item: str, punkt: str) -> None:
    """Item 7 spoke of kungörelser until 2018, when SFS 2017:746 is taken to have struck the word."""
    [finding] = with_charter(present=ALL[:6] + ALL[7:], absent=(7,), year=year)
    assert str(finding.message) == f"item 7 is absent: {item}"
    assert finding.message.to("sv") == f"punkt 7 saknas: {punkt}"


@pytest.mark.parametrize("governance", [None, Governance(), Governance(charter=Charter())], ids=repr)
def test_a_charter_that_nobody_has_looked_at_is_unknown(governance: Governance | None) -> None:
    """Operational plans seldom say what the charter has."""
    [finding] = found("F106", governance)
    assert finding.text("en") == (
        "F106 unknown: governance.charter: for 18 of the 18 items of 9 § it is not known whether the charter has them\n"
        "    9 § lagen (2003:1210)\n"
        "    write what the charter has and lacks under [governance.charter]; a change needs all members"
    )
    assert finding.text("sv") == (
        "F106 uppgift saknas: governance.charter: för 18 av de 18 punkterna i 9 § framgår det inte om "
        "förbundsordningen har dem\n"
        "    9 § lagen (2003:1210)\n"
        "    skriv vad förbundsordningen har (present) och saknar (absent) under [governance.charter]; en ändring "
        "kräver alla medlemmar"
    )


# All of them


@pytest.mark.parametrize("id", ["F104", "F105", "F106"])
def test_a_plan_that_does_not_hold_the_chapter_is_not_asked_what_it_does_not_say(id: str) -> None:
    """What the document has no chapter about is said elsewhere, if at all; what is wrong is wrong all the same."""
    assert found(id, None, chapters=NOT_HELD) == []
    wrong = Governance(board=Board(seats=1, deputies=1), auditors=(), charter=Charter(absent=ALL))
    assert {each.severity for each in found(id, wrong, chapters=NOT_HELD)} == {Severity.ERROR}
