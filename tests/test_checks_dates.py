"""F5xx: when the budget is adopted and the annual report drawn up, and how long the board sits."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from finsam import Association, Finding, Governance, OperationalPlan, Period, Severity
from finsam.checks import rule
from finsam.finding import Chapter
from finsam.governance import Adoption, Board

NOT_SAID: list[Governance | None] = [None, Governance(), Governance(adoption=Adoption())]
NOT_HELD = tuple(each for each in Chapter if each is not Chapter.GOVERNANCE)
few = settings(max_examples=50)
YEARS = st.integers(2005, 2035)


def found(
    id: str, governance: Governance | None, *, year: int = 2027, formed: date | None = None, **parts: Any
) -> list[Finding]:
    association = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län", formed=formed)
    plan = OperationalPlan(association=association, year=year, governance=governance, **parts)
    return list(rule(id).findings(plan))


def adopted(on: date | None = None, *, consulted: bool | None = None) -> Governance:
    return Governance(adoption=Adoption(on=on, consulted=consulted))


def with_board(**said: Any) -> Governance:
    return Governance(board=Board(**said))


# F501: by 30 November, 23 §


@few
@given(YEARS, st.integers(-40, 40))
def test_a_budget_is_late_from_1_december(year: int, days: int) -> None:
    """23 §: the board adopts the budget by 30 November of the year before, and no day later."""
    late = found("F501", adopted(date(year - 1, 11, 30) + timedelta(days=days)), year=year)
    assert [each.severity for each in late] == ([Severity.ERROR] if days > 0 else [])


def test_a_late_budget_is_told_whole() -> None:
    """The day after the last."""
    [finding] = found("F501", adopted(date(2026, 12, 1)))
    assert finding.path == ("governance", "adoption", "on")
    assert finding.text("en") == (
        "F501 error: governance.adoption.on: the plan was adopted on 2026-12-01, after 2026-11-30\n"
        "    23 § lagen (2003:1210)\n"
        "    adopt the next budget earlier"
    )
    assert finding.text("sv") == (
        "F501 fel: governance.adoption.on: planen fastställdes 2026-12-01, efter 2026-11-30\n"
        "    23 § lagen (2003:1210)\n"
        "    fastställ nästa budget tidigare"
    )


@pytest.mark.parametrize("governance", NOT_SAID, ids=repr)
def test_a_day_of_adoption_that_the_plan_does_not_give_is_unknown(governance: Governance | None) -> None:
    """Many plans are printed before the board has met."""
    [finding] = found("F501", governance)
    assert finding.text("en") == (
        "F501 unknown: governance.adoption.on: the plan does not say when it was adopted\n"
        "    23 § lagen (2003:1210)\n"
        "    write the day under [governance.adoption]"
    )
    assert finding.text("sv") == (
        "F501 uppgift saknas: governance.adoption.on: det framgår inte av planen när den fastställdes\n"
        "    23 § lagen (2003:1210)\n"
        "    skriv dagen (on) under [governance.adoption]"
    )


# F502: after consulting the members, 23 §


@few
@given(YEARS)
def test_consulted_members_are_silence_and_others_an_error(year: int) -> None:
    """23 §: before the board adopts the budget, it consults the members."""
    assert found("F502", adopted(consulted=True), year=year) == []
    [finding] = found("F502", adopted(consulted=False), year=year)
    assert finding.severity is Severity.ERROR


def test_a_budget_without_consultation_is_told_whole() -> None:
    """That the members have seats on the board is not consultation: they are all on it, by 10 §."""
    [finding] = found("F502", adopted(consulted=False))
    assert finding.path == ("governance", "adoption", "consulted")
    assert finding.text("en") == (
        "F502 error: governance.adoption.consulted: the members were not consulted before the plan was adopted\n"
        "    23 § lagen (2003:1210)\n"
        "    send the next proposal to every member before the board adopts it"
    )
    assert finding.text("sv") == (
        "F502 fel: governance.adoption.consulted: samråd med medlemmarna skedde inte innan planen fastställdes\n"
        "    23 § lagen (2003:1210)\n"
        "    skicka nästa förslag till alla medlemmar innan styrelsen fastställer det"
    )


@pytest.mark.parametrize("governance", NOT_SAID, ids=repr)
def test_consultation_that_the_plan_does_not_speak_of_is_unknown(governance: Governance | None) -> None:
    """It can have taken place."""
    [finding] = found("F502", governance)
    assert finding.text("en") == (
        "F502 unknown: governance.adoption.consulted: the plan does not say whether the members were consulted\n"
        "    23 § lagen (2003:1210)\n"
        "    write consulted under [governance.adoption]"
    )
    assert finding.text("sv") == (
        "F502 uppgift saknas: governance.adoption.consulted: det framgår inte av planen om samråd med medlemmarna har "
        "skett\n"
        "    23 § lagen (2003:1210)\n"
        "    skriv om samråd har skett (consulted = true eller false) under [governance.adoption]"
    )


@pytest.mark.parametrize("id", ["F501", "F502"])
@few
@given(st.dates(date(2020, 1, 1), date(2027, 12, 31)))
@example(date(2026, 11, 29))
@example(date(2026, 11, 30))
def test_a_new_association_is_judged_from_its_first_30_november(id: str, formed: date) -> None:
    """23 §: the members of a new association adopt its budget at the formation, on whatever day that is."""
    silent = found(id, adopted(date(2027, 6, 1), consulted=False), formed=formed) == []
    assert silent == (formed >= date(2026, 11, 30))


@pytest.mark.parametrize("id", ["F501", "F502", "F504"])
@pytest.mark.parametrize("year", [1, 2003])
def test_before_the_act_nothing_is_asked(id: str, year: int) -> None:
    """The act came into force on 2004-01-01."""
    governance = Governance(adoption=Adoption(on=date(2003, 12, 31), consulted=False), board=Board(term_years=5))
    assert found(id, governance, year=year) == []


@pytest.mark.parametrize("id", ["F501", "F502"])
def test_the_first_budget_under_the_act_is_that_of_2005(id: str) -> None:
    """30 November 2003, the last day for the budget of 2004, was before the act; 30 November 2004 was not."""
    governance = adopted(date(2004, 12, 1), consulted=False)
    assert found(id, governance, year=2004) == []
    assert [each.severity for each in found(id, governance, year=2005)] == [Severity.ERROR]


@pytest.mark.parametrize("id", ["F501", "F502"])
def test_a_plan_that_does_not_hold_the_chapter_is_not_asked_how_it_was_adopted(id: str) -> None:
    """What it says all the same is judged."""
    assert found(id, None, chapters=NOT_HELD) == []
    late = adopted(date(2026, 12, 1), consulted=False)
    assert [each.severity for each in found(id, late, chapters=NOT_HELD)] == [Severity.ERROR]


# F503: the board's term and the budget year, 13 §


@few
@given(YEARS, st.integers(-400, 400))
def test_a_term_that_ends_before_the_budget_year_is_found(year: int, days: int) -> None:
    """Somebody must elect the board that is to carry out the plan; the one that adopts it may be in its term."""
    term_end = date(year, 1, 1) + timedelta(days=days)
    ended = found("F503", with_board(term_end=term_end), year=year)
    assert [each.severity for each in ended] == ([Severity.WARNING] if days < 0 else [])


def test_an_ended_term_is_told_whole() -> None:
    """A board that was elected through 2026 adopts the plan for 2027 in its own term."""
    [finding] = found("F503", with_board(term_end=date(2026, 12, 31)))
    assert finding.path == ("governance", "board", "term_end")
    assert finding.text("en") == (
        "F503 warning: governance.board.term_end: "
        "the board is elected through 2026-12-31, before the budget year 2027 begins\n"
        "    13 § lagen (2003:1210)\n"
        "    ask the members to elect a board, or correct the day"
    )
    assert finding.text("sv") == (
        "F503 varning: governance.board.term_end: "
        "styrelsen är vald till och med 2026-12-31, innan budgetåret 2027 börjar\n"
        "    13 § lagen (2003:1210)\n"
        "    be medlemmarna välja styrelse, eller rätta dagen"
    )


@pytest.mark.parametrize("id", ["F503", "F504"])
@pytest.mark.parametrize("governance", [None, Governance(), with_board()], ids=repr)
def test_a_term_that_the_plan_does_not_give_is_left_in_peace(id: str, governance: Governance | None) -> None:
    """The charter says it, and 13 § where the charter does not; a plan need not."""
    assert found(id, governance) == []


# F504: four years at most, 13 §


@few
@given(st.dates(date(2004, 1, 1), date(2030, 12, 31)), st.integers(1, 8), st.integers(-3, 3))
def test_a_term_is_too_long_from_the_day_after_four_years(first: date, years: int, days: int) -> None:
    """13 §: four years from the first day, or shorter."""
    whole = Period.lasting(first, years=years).last
    assert whole is not None
    long = found("F504", with_board(term_start=first, term_end=whole + timedelta(days=days)))
    assert [each.severity for each in long] == ([Severity.ERROR] if (years, days) > (4, 0) else [])


@few
@given(st.integers(0, 10))
def test_a_term_in_years_is_four_or_fewer(years: int) -> None:
    """13 §: the charter can make it shorter, not longer."""
    assert bool(found("F504", with_board(term_years=years))) == (years > 4)


def test_the_term_of_the_act_is_silence() -> None:
    """From 1 April of the year after the elections of 2026, for four years."""
    term = Board(term_start=date(2027, 4, 1), term_end=date(2031, 3, 31), term_years=4)
    assert found("F504", Governance(board=term)) == []


def test_a_term_that_is_too_long_is_told_whole() -> None:
    """By its days, and by what the charter says: each is told where it stands."""
    term = Board(term_start=date(2027, 4, 1), term_end=date(2031, 12, 31), term_years=5)
    by_days, by_years = found("F504", Governance(board=term))
    assert (by_days.path[-1], by_years.path[-1]) == ("term_end", "term_years")
    assert by_days.text("en") == (
        "F504 error: governance.board.term_end: "
        "the board's term, 2027-04-01–2031-12-31, is longer than 4 years\n"
        "    13 § lagen (2003:1210)\n"
        "    let the term be 4 years or shorter"
    )
    assert str(by_years.message) == "the board's term, 5 years, is longer than 4 years"
    assert by_years.text("sv") == (
        "F504 fel: governance.board.term_years: styrelsens mandattid, 5 år, är längre än 4 år\n"
        "    13 § lagen (2003:1210)\n"
        "    låt mandattiden vara 4 år eller kortare"
    )


def test_a_term_at_the_end_of_the_calendar_is_no_trouble() -> None:
    """No day after 9999-12-31 is ever asked for."""
    assert found("F504", with_board(term_start=date(9997, 1, 1), term_end=date(9999, 12, 31))) == []


# F510: the annual report within three months, 24 §


@few
@given(YEARS, st.integers(-40, 40))
def test_an_annual_report_is_late_from_1_april(year: int, days: int) -> None:
    """24 §: within three months of the end of the financial year, which is the calendar year."""
    late = found("F510", Governance(annual_reports={year: date(year + 1, 3, 31) + timedelta(days=days)}))
    assert [each.severity for each in late] == ([Severity.ERROR] if days > 0 else [])


def test_a_late_annual_report_is_told_whole() -> None:
    """The day after the last; of a year before the act nothing is known."""
    reports = {2003: date(2004, 6, 1), 2002: date(2003, 6, 1), 2024: date(2025, 3, 31), 2025: date(2026, 4, 1)}
    first, second = found("F510", Governance(annual_reports=reports))
    assert first.path == ("governance", "annual_reports", "2003")
    assert second.text("en") == (
        "F510 error: governance.annual_reports.2025: the annual report for 2025 was drawn up on 2026-04-01, after "
        "2026-03-31\n"
        "    24 § lagen (2003:1210)\n"
        "    draw up the next annual report earlier, or correct the day"
    )
    assert second.text("sv") == (
        "F510 fel: governance.annual_reports.2025: årsredovisningen för 2025 upprättades 2026-04-01, efter 2026-03-31\n"
        "    24 § lagen (2003:1210)\n"
        "    upprätta nästa årsredovisning tidigare, eller rätta dagen"
    )


# F511: a public meeting, 19 §


def test_a_meeting_that_is_open_and_announced_is_silence() -> None:
    """And so is one of which the plan does not speak, as most do not, or one before the act."""
    open_meeting = Adoption(on=date(2026, 11, 20), public=True, announced_on=date(2026, 11, 20))
    assert found("F511", Governance(adoption=open_meeting)) == []
    assert [found("F511", said) for said in NOT_SAID] == [[], [], []]
    assert found("F511", Governance(adoption=Adoption(public=False)), year=2004) == []


def test_a_closed_meeting_and_a_late_announcement_are_told_whole() -> None:
    """Each where it stands."""
    adoption = Adoption(on=date(2026, 11, 20), public=False, announced_on=date(2026, 11, 21))
    closed, late = found("F511", Governance(adoption=adoption))
    assert closed.text("en") == (
        "F511 error: governance.adoption.public: the plan was adopted at a meeting that was not public\n"
        "    19 § lagen (2003:1210)\n"
        "    adopt the budget at a public meeting, announced as the charter says"
    )
    assert closed.text("sv") == (
        "F511 fel: governance.adoption.public: planen fastställdes vid ett sammanträde som inte var offentligt\n"
        "    19 § lagen (2003:1210)\n"
        "    fastställ budgeten vid ett offentligt sammanträde, som tillkännages enligt förbundsordningen"
    )
    assert late.text("en") == (
        "F511 error: governance.adoption.announced_on: the meeting was announced on 2026-11-21, after it was held on "
        "2026-11-20\n"
        "    19 § lagen (2003:1210)\n"
        "    announce the next meeting before it is held, or correct the day"
    )
    assert late.text("sv") == (
        "F511 fel: governance.adoption.announced_on: sammanträdet tillkännagavs 2026-11-21, efter att det hölls "
        "2026-11-20\n"
        "    19 § lagen (2003:1210)\n"
        "    tillkännage nästa sammanträde innan det hålls, eller rätta dagen"
    )
