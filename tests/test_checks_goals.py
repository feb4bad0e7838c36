"""F4xx: interventions, target groups and goals."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam import (
    AllOrNone,
    Association,
    Category,
    Cost,
    CountTarget,
    Finding,
    Goal,
    Indicator,
    Intervention,
    Milestone,
    OperationalPlan,
    Period,
    Severity,
    ShareTarget,
    Target,
    TargetGroup,
    Trend,
    kr,
)
from finsam.checks import rule
from finsam.finding import Chapter
from finsam.goals import Activity, Level
from finsam.interventions import CooperatingParty, Need, Orientation
from finsam.targets import Aim, Direction

BYGDEN = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")
PARTIES = tuple(CooperatingParty)
AGES = "practice: the preparatory works speak of working age, mainly 20–64; the National Council recommends from 16"
ALDRAR = "praxis: förarbetena talar om arbetsför ålder, främst 20–64 år; Nationella rådet rekommenderar från 16 år"


def intervention(id: str = "unga", **said: Any) -> Intervention:
    return Intervention(id=id, name=id.capitalize(), orientation=Orientation.INDIVIDUAL, **said)


def goal(**said: Any) -> Goal:
    return Goal(id="arbete", text="Fler kommer i arbete", level=Level.INDIVIDUAL, **said)


def rows(*interventions: str | None, years: Sequence[int] = (2027,)) -> tuple[Cost, ...]:
    """Rows of costs with a budget in each of the years, that pay for those interventions or for none."""
    return tuple(
        Cost(
            id=f"rad-{number}",
            name="Rad",
            category=Category.INDIVIDUAL,
            intervention=each,
            budget=dict.fromkeys(years, kr(1)),
        )
        for number, each in enumerate(interventions, start=1)
    )


def found(id: str, **parts: Any) -> list[Finding]:
    """What the rule finds in a plan that holds all the chapters, unless told otherwise."""
    parts = {"chapters": tuple(Chapter), **parts}
    return list(rule(id).findings(OperationalPlan(association=BYGDEN, year=2027, **parts)))


def messages(findings: Sequence[Finding]) -> list[tuple[Severity, str]]:
    return [(each.severity, str(each.message)) for each in findings]


def without(chapter: Chapter) -> tuple[Chapter, ...]:
    return tuple(each for each in Chapter if each is not chapter)


few = settings(max_examples=50)
ids = st.sampled_from(["enter", "fia", "ips", "trisam", "unga"])


# F401: a row's intervention is there


@few
@given(st.sets(ids), st.lists(st.none() | ids))
def test_a_row_for_an_intervention_that_is_not_there_is_always_found(known: set[str], paid: list[str | None]) -> None:
    """The plan's own figures: each row that leads nowhere is told, and no other."""
    found_rows = found("F401", interventions=tuple(map(intervention, known)), costs=rows(*paid))
    nowhere = [("costs", index, "intervention") for index, each in enumerate(paid) if each and each not in known]
    assert [each.path for each in found_rows] == nowhere
    assert {each.severity for each in found_rows} <= {Severity.ERROR}


def test_a_row_that_leads_nowhere_is_told_whole() -> None:
    """With the nearest that there is."""
    [finding] = found("F401", interventions=(intervention("unga"),), costs=rows("ungaa"))
    assert finding.text("en") == (
        'F401 error: costs[1] "rad-1".intervention: there is no intervention "ungaa"; did you mean "unga"?\n'
        "    the plan's own figures\n"
        "    write the id of an intervention, or add the intervention"
    )
    assert finding.text("sv") == (
        'F401 fel: costs[1] "rad-1".intervention: det finns ingen insats "ungaa"; menades "unga"?\n'
        "    planens egna uppgifter\n"
        "    skriv id för en insats, eller lägg till insatsen"
    )


def test_a_row_that_leads_nowhere_near_is_told_what_there_is() -> None:
    """In both languages; and nothing where there is nothing."""
    [finding] = found("F401", interventions=(intervention("unga"),), costs=rows("trisam"))
    assert str(finding.message) == 'there is no intervention "trisam"; there is "unga"'
    assert finding.message.to("sv") == 'det finns ingen insats "trisam"; det finns "unga"'
    [finding] = found("F401", costs=rows("trisam"))
    assert str(finding.message) == 'there is no intervention "trisam"'
    assert finding.message.to("sv") == 'det finns ingen insats "trisam"'


def test_a_row_that_leads_nowhere_in_every_year_is_told_once() -> None:
    """The row is what is to be mended."""
    assert len(found("F401", costs=rows("unga", years=(2027, 2028)))) == 1


# F402: an intervention has a row of costs


@few
@given(st.sets(ids), st.lists(st.none() | ids, min_size=1))
def test_an_intervention_without_a_row_of_costs_is_always_found(known: set[str], paid: list[str | None]) -> None:
    """Lawful, but somebody must say who pays."""
    interventions = tuple(map(intervention, sorted(known)))
    unpaid = found("F402", interventions=interventions, costs=rows(*paid))
    assert [(each.severity, each.path) for each in unpaid] == [
        (Severity.WARNING, ("interventions", index)) for index, each in enumerate(sorted(known)) if each not in paid
    ]


def test_an_intervention_without_a_row_of_costs_is_told_whole() -> None:
    """A row that has an amount in the year after is not one of the budget year."""
    later = [evolve(row, id="senare") for row in rows("unga", years=(2028,))]
    [finding] = found("F402", interventions=(intervention("unga"),), costs=(*rows(None), *later))
    assert finding.text("en") == (
        'F402 warning: interventions[1] "unga": no row of costs for 2027 names Unga\n'
        "    the plan's own figures\n"
        '    write intervention = "unga" in the row that pays for it'
    )
    assert finding.text("sv") == (
        'F402 varning: interventions[1] "unga": ingen kostnadsrad för 2027 avser Unga\n'
        "    planens egna uppgifter\n"
        '    skriv intervention = "unga" i den rad som betalar för den'
    )


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2028, 1, 1), None, 0),
        (None, date(2026, 12, 31), 0),
        (date(2027, 12, 31), None, 1),
        (None, date(2027, 1, 1), 1),
        (date(2026, 1, 1), date(2028, 1, 1), 1),
    ],
)
def test_only_what_goes_on_in_the_budget_year_needs_a_row(start: date | None, end: date | None, expected: int) -> None:
    """What is over, or has not begun, costs nothing in the year, with a budget or without."""
    interventions = (intervention(start=start, end=end),)
    assert len(found("F402", interventions=interventions, costs=rows(None))) == expected
    assert len(found("F402", interventions=interventions)) == expected


def test_without_a_budget_it_is_not_known_who_pays() -> None:
    """Once, whatever the number of interventions; and nothing where there are none."""
    assert found("F402") == []
    [finding] = found("F402", interventions=(intervention("unga"), intervention("fia")))
    assert finding.text("en") == (
        "F402 unknown: interventions: there is no budget for 2027\n"
        "    the plan's own figures\n"
        "    add the rows that pay for them"
    )
    assert finding.text("sv") == (
        "F402 uppgift saknas: interventions: det finns ingen budget för 2027\n"
        "    planens egna uppgifter\n"
        "    lägg till de rader som betalar för dem"
    )


def test_who_pays_is_unknown_where_it_is_not_said_that_the_plan_holds_the_budget() -> None:
    """The row can stand in what was left out; and nothing is asked where the budget is known not to be there."""
    parts: dict[str, Any] = {"interventions": (intervention("unga"),), "costs": rows(None)}
    assert messages(found("F402", chapters=None, **parts)) == [
        (Severity.UNKNOWN, "no row of costs for 2027 names Unga")
    ]
    assert found("F402", chapters=without(Chapter.BUDGET), **parts) == []


# F403: how many need it


def in_need(inhabitants: int, stated: str | int | None) -> Need:
    """Five per cent of so many in Habo, and what the document says that is."""
    return Need(population={"Habo": inhabitants}, share=Fraction(1, 20), stated=stated)


@few
@given(st.integers(100, 100_000), st.integers(-3, 3))
def test_a_number_in_need_is_the_share_to_whole_people(inhabitants: int, off: int) -> None:
    """Nobody is a part of a person: what is printed is right where it is within a half of the share."""
    stated = inhabitants // 20 + off
    right = abs(20 * stated - inhabitants) <= 10
    severities = [each.severity for each in found("F403", need=in_need(inhabitants, stated))]
    assert severities == ([] if right else [Severity.ERROR])


@pytest.mark.parametrize("stated", [None, "ca 2 100", "drygt 2 100", "minst 2 000"])
def test_a_number_in_need_that_can_stand_for_the_share_is_silence(stated: str | None) -> None:
    """Five per cent of the 42 659 of working age in Finnveden is 2 132,95; a document may say it roughly, or not."""
    assert found("F403", need=in_need(42_659, stated)) == []
    assert found("F403") == []


@pytest.mark.parametrize("said", [{}, {"share": Fraction(1, 20)}, {"population": {"Habo": 100}}])
def test_a_number_in_need_of_which_nothing_can_be_worked_out_is_silence(said: Any) -> None:
    """Without the population or the share there is nothing to hold it against."""
    assert found("F403", need=Need(stated=2_000, **said)) == []


def test_another_number_in_need_is_told_whole() -> None:
    """With the share, the population and what the one is of the other."""
    [finding] = found("F403", need=in_need(990, "ca 60"))
    assert finding.path == ("need", "stated")
    assert finding.text("en") == (
        "F403 error: need.stated: stated ca 60, but 5 % of 990 is 49,5\n"
        "    the plan's own figures\n"
        "    correct the number, the share or the population"
    )
    assert finding.text("sv") == (
        "F403 fel: need.stated: anges till ca 60, men 5 % av 990 är 49,5\n"
        "    planens egna uppgifter\n"
        "    rätta antalet, andelen eller befolkningen"
    )


# F450 and F451: ages

ages = st.integers(0, 120)


@few
@given(st.none() | ages)
def test_a_target_group_is_judged_by_where_it_begins(youngest: int | None) -> None:
    """Practice: under 16 an error, 16-19 a warning; a group of which no age is said is left in peace."""
    groups = (TargetGroup(id="unga", name="Unga", youngest=youngest),)
    severities = [[each.severity for each in found(number, target_groups=groups)] for number in ("F450", "F451")]
    child, school = youngest is not None and youngest < 16, youngest is not None and 16 <= youngest <= 19
    assert severities == [[Severity.ERROR] if child else [], [Severity.WARNING] if school else []]


def test_children_are_told_whole() -> None:
    """F450 rests on practice: the act names no age."""
    [finding] = found("F450", target_groups=(TargetGroup(id="unga", name="Unga", youngest=15),))
    assert finding.path == ("target_groups", 0, "youngest")
    assert finding.text("en") == (
        'F450 error: target_groups[1] "unga".youngest: Unga begins at 15, below 16\n'
        f"    {AGES}\n"
        "    begin at 16 or later"
    )
    assert finding.text("sv") == (
        'F450 fel: target_groups[1] "unga".youngest: Unga börjar vid 15 år, under 16\n'
        f"    {ALDRAR}\n"
        "    börja vid 16 år eller senare"
    )


def test_the_young_are_told_whole() -> None:
    """F451: those without upper-secondary school are the municipality's duty."""
    [finding] = found("F451", target_groups=(TargetGroup(id="unga", name="Unga", youngest=16),))
    assert finding.path == ("target_groups", 0, "youngest")
    assert finding.text("en") == (
        'F451 warning: target_groups[1] "unga".youngest: Unga begins at 16, below 20\n'
        f"    {AGES}\n"
        "    make sure that those below 20 are of working age and have left upper-secondary school"
    )
    assert finding.text("sv") == (
        'F451 varning: target_groups[1] "unga".youngest: Unga börjar vid 16 år, under 20\n'
        f"    {ALDRAR}\n"
        "    se till att de som är under 20 är i arbetsför ålder och inte i gymnasieskolan"
    )


# F452: two parties


@few
@given(st.none() | st.lists(st.sampled_from(PARTIES)), st.none() | st.integers(1, 4))
def test_an_intervention_serves_as_many_parties_as_the_plan_asks_for(
    parties: list[CooperatingParty] | None, least: int | None
) -> None:
    """Practice: two, where the plan sets no number of its own; a party that is named twice is one."""
    each = intervention(parties=None if parties is None else tuple(parties))
    severities = [each.severity for each in found("F452", interventions=(each,), least_parties=least)]
    if parties is None:
        assert severities == [Severity.UNKNOWN]
    else:
        asked = 2 if least is None else least
        assert severities == ([Severity.WARNING] if len(set(parties)) < asked else [])


def test_an_intervention_for_one_party_is_told_whole() -> None:
    """The act does not say two; local rules do."""
    [finding] = found("F452", interventions=(intervention(parties=PARTIES[:1]),))
    assert finding.text("en") == (
        'F452 warning: interventions[1] "unga".parties: Unga serves 1, not 2 or more, of the parties\n'
        "    practice: local rules ask for at least two parties\n"
        "    write every party that it serves, or let one party pay for it"
    )
    assert finding.text("sv") == (
        'F452 varning: interventions[1] "unga".parties: Unga har 1 medverkande parter, inte 2 eller fler\n'
        "    praxis: lokala regler kräver minst två parter\n"
        "    skriv alla medverkande parter (parties), eller låt en part betala för den"
    )


def test_parties_that_the_plan_does_not_give_are_unknown() -> None:
    """A plan that is silent has neither passed nor failed."""
    [finding] = found("F452", interventions=(intervention(),))
    assert finding.text("en") == (
        'F452 unknown: interventions[1] "unga".parties: the plan does not say which parties it serves\n'
        "    practice: local rules ask for at least two parties\n"
        "    write every party that it serves"
    )
    assert finding.text("sv") == (
        'F452 uppgift saknas: interventions[1] "unga".parties: det framgår inte av planen vilka parter som medverkar\n'
        "    praxis: lokala regler kräver minst två parter\n"
        "    skriv alla medverkande parter (parties)"
    )


# F453: what happens after


@pytest.mark.parametrize("end", [None, date(2027, 12, 31)])
@pytest.mark.parametrize("afterwards", [None, "drivs i ordinarie verksamhet"])
def test_only_what_ends_needs_a_sequel(end: date | None, afterwards: str | None) -> None:
    """Practice: what works goes on in a party's ordinary activity."""
    severities = [
        each.severity for each in found("F453", interventions=(intervention(end=end, afterwards=afterwards),))
    ]
    assert severities == ([Severity.WARNING] if end and afterwards is None else [])


def test_an_end_without_a_sequel_is_told_whole() -> None:
    """With its name and its last day."""
    [finding] = found("F453", interventions=(intervention(end=date(2027, 12, 31)),))
    assert finding.text("en") == (
        'F453 warning: interventions[1] "unga".afterwards: '
        "Unga ends on 2027-12-31, and the plan does not say what happens then\n"
        "    practice: what works goes on in a party's ordinary activity\n"
        "    write it under afterwards"
    )
    assert finding.text("sv") == (
        'F453 varning: interventions[1] "unga".afterwards: '
        "Unga slutar 2027-12-31, och det framgår inte av planen vad som händer sedan\n"
        "    praxis: det som fungerar drivs vidare i en parts ordinarie verksamhet\n"
        "    skriv det under afterwards"
    )


def test_a_sequel_is_unknown_where_it_is_not_said_that_the_plan_holds_the_interventions() -> None:
    """What is left out of the file can say it; and nothing is asked where the chapter is known not to be there."""
    interventions = (intervention(end=date(2027, 12, 31)),)
    assert messages(found("F453", chapters=None, interventions=interventions)) == [
        (Severity.UNKNOWN, "Unga ends on 2027-12-31, and the plan does not say what happens then")
    ]
    assert found("F453", chapters=without(Chapter.INTERVENTIONS), interventions=interventions) == []


# F454: the plan's own limit


@few
@given(st.dates(date(2010, 1, 1), date(2030, 12, 31)), st.integers(1, 6), st.integers(-2, 2), st.integers(1, 5))
def test_an_intervention_is_too_long_from_the_day_after_the_limit(
    first: date, years: int, days: int, limit: int
) -> None:
    """The limit is in whole years from the first day; the last day of them is within it."""
    whole = Period.lasting(first, years=years).last
    assert whole is not None
    each = intervention(start=first, end=whole + timedelta(days=days))
    severities = [each.severity for each in found("F454", interventions=(each,), longest_intervention=limit)]
    assert severities == ([Severity.WARNING] if (years, days) > (limit, 0) else [])


def test_an_intervention_beyond_the_limit_is_told_whole() -> None:
    """Three years from 2025-01-01 end on 2027-12-31."""
    each = intervention(start=date(2025, 1, 1), end=date(2028, 1, 1))
    [finding] = found("F454", interventions=(each,), longest_intervention=3)
    assert finding.text("en") == (
        'F454 warning: interventions[1] "unga": '
        "Unga, 2025-01-01–2028-01-01, is longer than the plan's limit of 3 years\n"
        "    practice: the limit that the plan itself sets\n"
        "    end it earlier, or make it long-term"
    )
    assert finding.text("sv") == (
        'F454 varning: interventions[1] "unga": Unga, 2025-01-01–2028-01-01, är längre än planens gräns på 3 år\n'
        "    praxis: den gräns som planen själv sätter\n"
        "    avsluta den tidigare, eller gör den långsiktig"
    )


@pytest.mark.parametrize("said", [{}, {"start": date(2027, 1, 1)}, {"end": date(2027, 1, 1)}], ids=repr)
def test_days_that_the_plan_does_not_give_are_unknown(said: Any) -> None:
    """How long it is cannot be said without both of them."""
    [finding] = found("F454", interventions=(intervention(**said),), longest_intervention=3)
    assert finding.text("en") == (
        'F454 unknown: interventions[1] "unga": '
        "the plan does not say on which days Unga starts and ends; its limit is 3 years\n"
        "    practice: the limit that the plan itself sets\n"
        "    write start and end, or long_term = true"
    )
    assert finding.text("sv") == (
        'F454 uppgift saknas: interventions[1] "unga": '
        "det framgår inte av planen vilka dagar Unga börjar och slutar; dess gräns är 3 år\n"
        "    praxis: den gräns som planen själv sätter\n"
        "    skriv första och sista dag (start och end), eller long_term = true för en långsiktig insats"
    )


def test_no_limit_and_no_end_are_silence() -> None:
    """A plan without a limit lets them last; one with a limit means it for those that are not long-term."""
    long = intervention(start=date(2000, 1, 1), end=date(2099, 12, 31))
    assert found("F454", interventions=(long, intervention("fia"))) == []
    assert found("F454", interventions=(intervention(long_term=True),), longest_intervention=1) == []
    assert found("F454", interventions=(long,), longest_intervention=9_999) == []


@pytest.mark.parametrize("id", ["F452", "F454"])
def test_a_plan_that_does_not_hold_the_interventions_is_not_asked_about_them(id: str) -> None:
    """What it says all the same is judged."""
    not_held: dict[str, Any] = {"chapters": without(Chapter.INTERVENTIONS), "longest_intervention": 1}
    assert found(id, interventions=(intervention(),), **not_held) == []
    wrong = intervention(parties=(), start=date(2025, 1, 1), end=date(2027, 12, 31))
    assert [each.severity for each in found(id, interventions=(wrong,), **not_held)] == [Severity.WARNING]


# F455: a target can be judged

measured: st.SearchStrategy[Aim] = st.sampled_from(
    [
        ShareTarget(share=Fraction(2, 5), of="deltagarna", to="arbete"),
        CountTarget(count=10, to="arbete"),
        AllOrNone(every=True, of="deltagarna", to="plan"),
        Trend(direction=Direction.DECREASE, of="sjukfrånvaro", baseline="8 %"),
        Milestone(what="ägarsamråd", times=2),
        Milestone(what="förstudien klar"),
    ]
)
trends = st.builds(Trend, direction=st.sampled_from(Direction), of=st.sampled_from(["hälsa", "försörjning"]))


@few
@given(st.lists(measured), st.lists(trends), st.booleans())
def test_only_a_direction_from_nowhere_cannot_be_judged(measured: list[Aim], trends: list[Trend], known: bool) -> None:
    """Practice: a share, a count, all or none, and something to be done tell by themselves when they are met."""
    aims = [*measured, *trends]
    indicator = "matt" if known else None
    targets = tuple(Target(aim=aim, indicator=indicator) for aim in aims)
    indicators = (Indicator(id="matt", text="mätning"),)
    vague = found("F455", goals=(goal(targets=targets, indicators=indicators),))
    assert messages(vague) == [
        (Severity.WARNING, f'"{each.text}" has neither an indicator nor a baseline') for each in trends if not known
    ]


def test_a_target_that_cannot_be_judged_is_told_whole() -> None:
    """More of what, from where, seen how?"""
    target = Target(aim=Trend(direction=Direction.INCREASE, of="egen försörjning"))
    [finding] = found("F455", goals=(goal(targets=(target,)),))
    assert finding.path == ("goals", 0, "targets", 0)
    assert finding.text("en") == (
        'F455 warning: goals[1] "arbete".targets[1]: '
        '"increase: egen försörjning" has neither an indicator nor a baseline\n'
        "    practice: a target can be judged\n"
        "    write what measures it under indicator, or from where it starts under baseline"
    )
    assert finding.text("sv") == (
        'F455 varning: goals[1] "arbete".targets[1]: '
        '"egen försörjning ska öka" har varken indikator eller utgångsvärde\n'
        "    praxis: ett mål går att bedöma\n"
        "    skriv vad som mäter det under indicator, eller var det börjar under baseline"
    )


# F456: a goal can be followed up


@pytest.mark.parametrize(
    "said",
    [
        {"indicators": (Indicator(id="matt", text="mätning"),)},
        {"targets": (Target(aim=Milestone(what="ägarsamråd")),)},
        {"activities": (Activity(text="ägarsamråd"),)},
    ],
    ids=["indicator", "target", "activity"],
)
def test_any_one_thing_lets_a_goal_be_followed_up(said: Any) -> None:
    """Practice: an indicator, a target or an activity."""
    assert found("F456", goals=(goal(**said),)) == []


def test_a_goal_that_others_spell_out_is_followed_up_in_them() -> None:
    """The part is judged, not the whole."""
    part = Goal(id="del", text="Fler kommer till studier", level=Level.INDIVIDUAL, part_of="arbete")
    assert [each.path for each in found("F456", goals=(goal(), part))] == [("goals", 1)]


def test_a_goal_without_anything_is_told_whole() -> None:
    """In the words of the plan."""
    [finding] = found("F456", goals=(goal(),))
    assert finding.text("en") == (
        'F456 warning: goals[1] "arbete": nothing tells how it goes with "Fler kommer i arbete"\n'
        "    practice: a goal can be followed up\n"
        "    add an indicator, a target or an activity"
    )
    assert finding.text("sv") == (
        'F456 varning: goals[1] "arbete": inget visar hur det går med "Fler kommer i arbete"\n'
        "    praxis: ett mål går att följa upp\n"
        "    lägg till en indikator, ett målvärde eller en aktivitet"
    )
