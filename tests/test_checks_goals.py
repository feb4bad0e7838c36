"""F4xx: interventions, target groups and goals."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam import Association, Budget, Category, CostLine, Finding, OperationalPlan, Severity, kr
from finsam.checks import rule
from finsam.goals import Activity, Goal, Indicator, Level
from finsam.interventions import CooperatingParty, Intervention, Orientation, TargetGroup
from finsam.period import Period
from finsam.targets import Aim, AllOrNone, CountTarget, Direction, Milestone, ShareTarget, Target, Trend

BYGDEN = Association.of("Bygden", municipalities=["Habo"], region="Region Jönköpings län")
PARTIES = tuple(CooperatingParty)
AGES = "practice: the preparatory works speak of working age, mainly 20-64; the National Council recommends from 16"
ALDRAR = "praxis: förarbetena talar om arbetsför ålder, främst 20-64; Nationella rådet rekommenderar från 16"


def intervention(id: str = "unga", **said: Any) -> Intervention:
    return Intervention(id=id, name=id.capitalize(), orientation=Orientation.INDIVIDUAL, **said)


def goal(**said: Any) -> Goal:
    return Goal(id="arbete", text="Fler kommer i arbete", level=Level.INDIVIDUAL, **said)


def budget(year: int, *interventions: str | None) -> Budget:
    lines = [
        CostLine(id=f"rad-{number}", name="Rad", amount=kr(1), category=Category.INDIVIDUAL, intervention=each)
        for number, each in enumerate(interventions, start=1)
    ]
    return Budget(year=year, costs=tuple(lines), contributions=kr(2))


def found(id: str, **parts: Any) -> list[Finding]:
    return list(rule(id).findings(OperationalPlan(association=BYGDEN, year=2027, **parts)))


def messages(findings: Sequence[Finding]) -> list[tuple[Severity, str]]:
    return [(each.severity, each.message.en) for each in findings]


few = settings(max_examples=50)
ids = st.sampled_from(["enter", "fia", "ips", "trisam", "unga"])


# F401: a cost line's intervention is there


@few
@given(st.sets(ids), st.lists(st.none() | ids))
def test_a_cost_line_for_an_intervention_that_is_not_there_is_always_found(
    known: set[str], paid: list[str | None]
) -> None:
    """The plan's own figures: each line that leads nowhere is told, and no other."""
    found_lines = found("F401", interventions=tuple(map(intervention, known)), budgets=(budget(2027, *paid),))
    nowhere = sorted(f'costs "rad-{n}".intervention' for n, each in enumerate(paid, 1) if each and each not in known)
    assert [each.place for each in found_lines] == nowhere
    assert {each.severity for each in found_lines} <= {Severity.ERROR}


def test_a_line_that_leads_nowhere_is_told_whole() -> None:
    """With the nearest that there is."""
    [finding] = found("F401", interventions=(intervention("unga"),), budgets=(budget(2027, "ungaa"),))
    assert finding.text("en") == (
        "F401 error: costs \"rad-1\".intervention: there is no intervention 'ungaa'; did you mean 'unga'?\n"
        "    the plan's own figures\n"
        "    write the id of an intervention, or add the intervention"
    )
    assert finding.text("sv") == (
        "F401 fel: costs \"rad-1\".intervention: det finns ingen insats 'ungaa'; menades 'unga'?\n"
        "    planens egna uppgifter\n"
        "    skriv id för en insats, eller lägg till insatsen"
    )


def test_a_line_that_leads_nowhere_near_is_told_what_there_is() -> None:
    """In both languages; and nothing where there is nothing."""
    [finding] = found("F401", interventions=(intervention("unga"),), budgets=(budget(2027, "trisam"),))
    assert finding.message.en == "there is no intervention 'trisam'; there is 'unga'"
    assert finding.message.sv == "det finns ingen insats 'trisam'; det finns 'unga'"
    [finding] = found("F401", budgets=(budget(2027, "trisam"),))
    assert finding.message.sv == "det finns ingen insats 'trisam'"


def test_a_line_that_leads_nowhere_in_every_year_is_told_once() -> None:
    """A line is a row of the table, and the row is what is to be mended."""
    assert len(found("F401", budgets=(budget(2027, "unga"), budget(2028, "unga")))) == 1


# F402: an intervention has a cost line


@few
@given(st.sets(ids), st.lists(st.none() | ids))
def test_an_intervention_without_a_cost_line_is_always_found(known: set[str], paid: list[str | None]) -> None:
    """Lawful, but somebody must say who pays."""
    interventions = tuple(map(intervention, sorted(known)))
    unpaid = found("F402", interventions=interventions, budgets=(budget(2027, *paid),))
    assert [(each.severity, each.place) for each in unpaid] == [
        (Severity.WARNING, f'interventions "{each}"') for each in sorted(known - set(paid))
    ]


def test_an_intervention_without_a_cost_line_is_told_whole() -> None:
    """A line of the year after is not one of the budget year."""
    budgets = (budget(2027, None), budget(2028, "unga"))
    [finding] = found("F402", interventions=(intervention("unga"),), budgets=budgets)
    assert finding.text("en") == (
        'F402 warning: interventions "unga": no cost line of 2027 names Unga\n'
        "    the plan's own figures\n"
        '    write intervention = "unga" in the line that pays for it'
    )
    assert finding.text("sv") == (
        'F402 varning: interventions "unga": ingen kostnadsrad för 2027 avser Unga\n'
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
def test_only_what_goes_on_in_the_budget_year_needs_a_line(start: date | None, end: date | None, expected: int) -> None:
    """What is over, or has not begun, costs nothing in the year, with a budget or without."""
    interventions = (intervention(start=start, end=end),)
    assert len(found("F402", interventions=interventions, budgets=(budget(2027),))) == expected
    assert len(found("F402", interventions=interventions)) == expected


def test_without_a_budget_it_is_not_known_who_pays() -> None:
    """Once, whatever the number of interventions; and nothing where there are none."""
    assert found("F402") == []
    [finding] = found("F402", interventions=(intervention("unga"), intervention("fia")))
    assert finding.text("en") == (
        "F402 unknown: interventions: there is no budget for 2027\n"
        "    the plan's own figures\n"
        "    add the lines that pay for them"
    )
    assert finding.text("sv") == (
        "F402 okänt: interventions: det finns ingen budget för 2027\n"
        "    planens egna uppgifter\n"
        "    lägg till de rader som betalar för dem"
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
    assert finding.text("en") == (
        f'F450 error: target_groups "unga".youngest: Unga begins at 15, below 16\n    {AGES}\n    begin at 16 or later'
    )
    assert finding.text("sv") == (
        'F450 fel: target_groups "unga".youngest: Unga börjar vid 15 år, under 16\n'
        f"    {ALDRAR}\n"
        "    börja vid 16 år eller senare"
    )


def test_the_young_are_told_whole() -> None:
    """F451: those without upper-secondary school are the municipality's duty."""
    [finding] = found("F451", target_groups=(TargetGroup(id="unga", name="Unga", youngest=16),))
    assert finding.text("en") == (
        'F451 warning: target_groups "unga".youngest: Unga begins at 16, below 20\n'
        f"    {AGES}\n"
        "    make sure that those below 20 are work-active and not the school's to help"
    )
    assert finding.text("sv") == (
        'F451 varning: target_groups "unga".youngest: Unga börjar vid 16 år, under 20\n'
        f"    {ALDRAR}\n"
        "    se till att de som är under 20 är arbetsaktiva och inte skolans ansvar"
    )


# F452: two parties


@few
@given(st.none() | st.lists(st.sampled_from(PARTIES)), st.none() | st.integers(0, 4))
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
        'F452 warning: interventions "unga".parties: Unga serves 1, not 2 or more, of the parties\n'
        "    practice: local rules ask for at least two parties\n"
        "    write every party that it serves, or let one party pay for it"
    )
    assert finding.text("sv") == (
        'F452 varning: interventions "unga".parties: Unga är till för 1, inte 2 eller fler, av parterna\n'
        "    praxis: lokala regler kräver minst två parter\n"
        "    skriv alla parter som den är till för, eller låt en part betala för den"
    )


def test_parties_that_the_plan_does_not_give_are_unknown() -> None:
    """A plan that is silent has neither passed nor failed."""
    [finding] = found("F452", interventions=(intervention(),))
    assert finding.text("en") == (
        'F452 unknown: interventions "unga".parties: the plan does not say which parties it serves\n'
        "    practice: local rules ask for at least two parties\n"
        "    write every party that it serves"
    )
    assert finding.text("sv") == (
        'F452 okänt: interventions "unga".parties: planen säger inte vilka parter den är till för\n'
        "    praxis: lokala regler kräver minst två parter\n"
        "    skriv alla parter som den är till för"
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
        'F453 warning: interventions "unga".afterwards: '
        "Unga ends on 2027-12-31, and the plan does not say what happens then\n"
        "    practice: what works goes on in a party's ordinary activity\n"
        "    write it under afterwards"
    )
    assert finding.text("sv") == (
        'F453 varning: interventions "unga".afterwards: '
        "Unga slutar 2027-12-31, och planen säger inte vad som händer sedan\n"
        "    praxis: det som fungerar drivs vidare i en parts ordinarie verksamhet\n"
        "    skriv det under afterwards"
    )


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
        'F454 warning: interventions "unga": '
        "Unga, 2025-01-01--2028-01-01, is longer than the plan's limit of 3 years\n"
        "    practice: the limit that the plan itself sets\n"
        "    end it earlier, or make it long-term"
    )
    assert finding.text("sv") == (
        'F454 varning: interventions "unga": Unga, 2025-01-01--2028-01-01, är längre än planens gräns på 3 år\n'
        "    praxis: den gräns som planen själv sätter\n"
        "    avsluta den tidigare, eller gör den långsiktig"
    )


@pytest.mark.parametrize("said", [{}, {"start": date(2027, 1, 1)}, {"end": date(2027, 1, 1)}], ids=repr)
def test_days_that_the_plan_does_not_give_are_unknown(said: Any) -> None:
    """How long it is cannot be said without both of them."""
    [finding] = found("F454", interventions=(intervention(**said),), longest_intervention=3)
    assert finding.text("en") == (
        'F454 unknown: interventions "unga": '
        "the plan does not say on which days Unga starts and ends; its limit is 3 years\n"
        "    practice: the limit that the plan itself sets\n"
        "    write start and end, or long_term = true"
    )
    assert finding.text("sv") == (
        'F454 okänt: interventions "unga": planen säger inte vilka dagar Unga börjar och slutar; dess gräns är 3 år\n'
        "    praxis: den gräns som planen själv sätter\n"
        "    skriv start och end, eller long_term = true"
    )


def test_no_limit_and_no_end_are_silence() -> None:
    """A plan without a limit lets them last; one with a limit means it for those that are not long-term."""
    long = intervention(start=date(2000, 1, 1), end=date(2099, 12, 31))
    assert found("F454", interventions=(long, intervention("fia"))) == []
    assert found("F454", interventions=(intervention(long_term=True),), longest_intervention=1) == []
    assert found("F454", interventions=(long,), longest_intervention=9_999) == []


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
        (Severity.WARNING, f'"{each.text.en}" has neither an indicator nor a baseline') for each in trends if not known
    ]


def test_a_target_that_cannot_be_judged_is_told_whole() -> None:
    """More of what, from where, seen how?"""
    target = Target(aim=Trend(direction=Direction.INCREASE, of="egen försörjning"))
    [finding] = found("F455", goals=(goal(targets=(target,)),))
    assert finding.text("en") == (
        'F455 warning: goals "arbete".targets: "increase: egen försörjning" has neither an indicator nor a baseline\n'
        "    practice: a target can be judged\n"
        "    write what measures it under indicator, or from where it starts under baseline"
    )
    assert finding.text("sv") == (
        'F455 varning: goals "arbete".targets: "öka: egen försörjning" har varken indikator eller utgångsvärde\n'
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
    assert [each.place for each in found("F456", goals=(goal(), part))] == ['goals "del"']


def test_a_goal_without_anything_is_told_whole() -> None:
    """In the words of the plan."""
    [finding] = found("F456", goals=(goal(),))
    assert finding.text("en") == (
        'F456 warning: goals "arbete": nothing tells how it goes with "Fler kommer i arbete"\n'
        "    practice: a goal can be followed up\n"
        "    add an indicator, a target or an activity"
    )
    assert finding.text("sv") == (
        'F456 varning: goals "arbete": inget visar hur det går med "Fler kommer i arbete"\n'
        "    praxis: ett mål går att följa upp\n"
        "    lägg till en indikator, ett målvärde eller en aktivitet"
    )
