"""What the act asks for in a year: by which day, and what is done or late."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_strategies import whole_plans
from finsam import Association, Governance, Member, OperationalPlan, example
from finsam.duties import Duty, DutyStatus, duties
from finsam.errors import WrongTypeError
from finsam.governance import Adoption, Auditor, Board
from finsam.organisations import municipality

YEARS = st.integers(2005, 2035)
DAYS = st.dates(date(2004, 1, 1), date(2037, 12, 31))


def plan(year: int = 2027, *, association: Association | None = None, **governance: Any) -> OperationalPlan:
    bygden = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")
    return OperationalPlan(association=association or bygden, year=year, governance=Governance(**governance))


def of(plan: OperationalPlan, year: int, section: str, *, on: date | None = None) -> list[Duty]:
    return [each for each in duties(plan, year, on=on) if each.provision.section == section]


def statuses(plan: OperationalPlan, year: int, section: str, on: date | None = None) -> list[str]:
    return [each.status.value for each in of(plan, year, section, on=on)]


# What holds for all


@given(whole_plans(), DAYS)
def test_duties_come_in_the_order_of_their_days_and_each_has_its_paragraph(plan: OperationalPlan, on: date) -> None:
    """What is to come has its day ahead, and what nobody has spoken of and what is late has it behind."""
    for year in plan.planned_years:
        found = duties(plan, year, on=on)
        assert [each.day for each in found] == sorted(each.day for each in found)
        for duty in found:
            assert duty.provision.act == "2003:1210"
            if duty.done_on is None and duty.status is DutyStatus.TO_COME:
                assert duty.day >= on
            if duty.done_on is None and duty.status in (DutyStatus.UNKNOWN, DutyStatus.LATE):
                assert duty.day < on


@given(YEARS)
def test_a_duty_becomes_late_the_day_after_its_last(year: int) -> None:
    """23 § and 24 §: 30 November, and three months after the year; on the day itself it can still be done."""
    for section, last in (("24 §", date(year, 3, 31)), ("23 §", date(year, 11, 30))):
        asked = plan(year, annual_reports={year - 1: date(year, 12, 30)})
        before = {each.status for each in of(asked, year, section, on=last)}
        after = {each.status for each in of(asked, year, section, on=last + timedelta(days=1))}
        assert before == {DutyStatus.TO_COME}
        assert after == ({DutyStatus.LATE} if section == "24 §" else {DutyStatus.UNKNOWN})


# Budget and meeting


def test_the_budget_of_the_next_year_is_adopted_in_this() -> None:
    """Gävleborg's plan for 2017 was adopted on 2016-11-25; whether the members were consulted it does not say."""
    found = [each for each in duties(example("gavleborg-2017"), 2016) if each.day.month == 11]
    assert [(str(each.day), each.status, str(each.what), each.done_on) for each in found] == [
        ("2016-11-25", DutyStatus.UNKNOWN, "the members are consulted on the budget for 2017", None),
        ("2016-11-25", DutyStatus.UNKNOWN, "the meeting that adopts it is public, and announced before", None),
        ("2016-11-30", DutyStatus.DONE, "the budget for 2017 is adopted", date(2016, 11, 25)),
    ]


def test_a_late_budget_is_late_also_when_it_is_done() -> None:
    """Finnveden's plan for 2012 was adopted on 2011-12-15, without time to consult the members."""
    assert statuses(example("finnveden-2012"), 2011, "23 §") == ["late", "late"]
    assert statuses(example("finnveden-2012"), 2011, "23 §", date(2011, 12, 1)) == ["late", "late"]
    assert statuses(example("finnveden-2012"), 2011, "23 §", date(2011, 11, 1)) == ["to come", "to come"]


def test_consultation_is_before_the_adoption() -> None:
    """With no day of its own it is done when the budget is."""
    adopted = plan(adoption=Adoption(on=date(2026, 11, 20), consulted=True))
    assert statuses(adopted, 2026, "23 §", date(2026, 11, 19)) == ["to come", "to come"]
    assert statuses(adopted, 2026, "23 §", date(2026, 11, 20)) == ["done", "done"]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({}, "unknown"),
        ({"public": True}, "done"),
        ({"public": False, "announced_on": date(2026, 11, 1)}, "late"),
        ({"announced_on": date(2026, 11, 10)}, "done"),
        ({"announced_on": date(2026, 11, 25)}, "late"),
    ],
)
def test_the_meeting_is_public_and_announced_before(said: dict[str, Any], status: str) -> None:
    """19 §; it was held on 20 November."""
    assert statuses(plan(adoption=Adoption(on=date(2026, 11, 20), **said)), 2026, "19 §") == [status]


def test_a_plan_of_another_year_says_nothing_of_this_budget() -> None:
    """The plan for 2027 is adopted in 2026."""
    adopted = plan(adoption=Adoption(on=date(2026, 11, 20), consulted=True))
    assert statuses(adopted, 2027, "23 §", date(2027, 12, 31)) == ["unknown", "unknown"]


# Formation


def formed(on: date) -> Association:
    return Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län", formed=on)


def test_the_members_adopt_the_budget_when_they_form_the_association() -> None:
    """23 §: of a new association; it has no annual report for the year before, and nothing is asked before it."""
    new = formed(date(2026, 12, 15))
    assert [(str(each.day), str(each.what)) for each in duties(new, 2026)] == [
        ("2026-12-15", "every member has an auditor"),
        ("2026-12-15", "the members adopt the budget for 2027 when they form the association"),
    ]
    assert duties(new, 2025) == ()
    assert [str(each.day) for each in duties(new, 2027) if each.provision.section == "24 §"] == ["2027-03-31"]


def test_nothing_is_asked_by_a_law_that_was_not_or_has_not_been_read() -> None:
    """The act came into force in 2004, and 25 § has been read from 2020."""
    assert duties(plan(2004), 2003) == ()
    assert {each.provision.section for each in duties(plan(2019), 2018)} == {"24 §", "23 §", "19 §"}


# Board, auditors, members


@pytest.mark.parametrize(
    ("board", "end"),
    [
        (Board(term_end=date(2027, 3, 31)), date(2027, 3, 31)),
        (Board(term_start=date(2023, 4, 1)), date(2027, 3, 31)),
        (Board(term_start=date(2025, 4, 1), term_years=2), date(2027, 3, 31)),
        (Board(), None),
        (Board(term_start=date(2003, 4, 1)), None),
        (None, None),
    ],
    ids=str,
)
def test_a_board_is_elected_when_the_term_ends(board: Board | None, end: date | None) -> None:
    """13 §: four years, or what the charter says."""
    found = of(plan(board=board), 2027, "13 §")
    assert [each.day for each in found] == ([] if end is None else [end])


@pytest.mark.parametrize(
    ("auditors", "status"),
    [
        (None, "unknown"),
        ([], "late"),
        ([Auditor(for_members=["Habo", "Region Jönköpings län"])], "late"),
        ([Auditor(for_members=["Habo", "Region Jönköpings län", "Försäkringskassan"])], "done"),
    ],
)
def test_every_member_has_an_auditor_from_the_first_day(auditors: Any, status: str) -> None:
    """25 §: the auditor of Försäkringskassan is that of Arbetsförmedlingen too."""
    assert statuses(plan(auditors=auditors), 2027, "25 §", date(2027, 2, 1)) == [status]


def test_one_that_leaves_gives_notice_three_years_before() -> None:
    """27 §: to leave on 2021-06-30, by 2018-06-30; whether it has been given nobody says."""
    habo = Member(organisation=municipality("Habo"), left=date(2021, 6, 30))
    association = Association.of("Bygden", municipalities=[habo, "Mullsjö"], region="Region Jönköpings län")
    leaving = plan(2018, association=association)
    [notice] = of(leaving, 2018, "27 §", on=date(2018, 1, 1))
    assert (notice.day, notice.status) == (date(2018, 6, 30), DutyStatus.TO_COME)
    assert str(notice.what) == "Habo gives notice, to leave on 2021-06-30"
    [last] = of(leaving, 2021, "27 §", on=date(2021, 6, 30))
    assert (str(last.what), last.day, last.status) == (
        "Habo is a member for the last day",
        date(2021, 6, 30),
        DutyStatus.DONE,
    )


def test_only_plans_and_associations_have_duties() -> None:
    """A file's name is neither."""
    with pytest.raises(WrongTypeError) as caught:
        duties("plan.toml", 2027)  # type: ignore[arg-type]
    assert str(caught.value) == ('duties takes a plan, as load("plan.toml") gives it, not "plan.toml"')


def test_every_status_is_reached() -> None:
    """On one day in spring: auditors are there, the report is late, the board is unknown and the budget to come."""
    asked = plan(
        auditors=[Auditor(for_members=["Habo", "Region Jönköpings län", "Försäkringskassan"])],
        annual_reports={2026: date(2027, 4, 20)},
        board=Board(term_end=date(2027, 3, 31)),
    )
    found = {each.provision.section: each.status for each in duties(asked, 2027, on=date(2027, 4, 10))}
    assert found == {
        "25 §": DutyStatus.DONE,
        "24 §": DutyStatus.LATE,
        "13 §": DutyStatus.UNKNOWN,
        "23 §": DutyStatus.TO_COME,
        "19 §": DutyStatus.TO_COME,
    }
