"""The checks of a follow-up held against its plan: what it speaks of, what is measured, women and men."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from finsam import Category, Finding, Goal, Indicator, Period, ShareTarget, Target, checks, share
from finsam.checks import rule
from finsam.errors import WrongTypeError
from finsam.followup import (
    CostEntry,
    Counted,
    FollowUp,
    Gain,
    Livelihood,
    Mean,
    Measurement,
    Participation,
)
from finsam.goals import Level
from finsam.period import Time, as_time
from finsam.plan import OperationalPlan
from finsam.targets import Direction, Trend
from rule_cases import FOLLOWED, SOUND, SOUND_FOLLOW_UP, checked
from strategies import tries


def follow_up(*measurements: Measurement, **more: Any) -> FollowUp:
    return FollowUp(**{"association": "Bygden", "year": 2018, "measurements": measurements, **more})


def found(id: str, of: FollowUp, plan: OperationalPlan = FOLLOWED) -> list[Finding]:
    """What the rule finds in the follow-up, held against its plan."""
    return list(rule(id).findings(of.review(plan)))


def of(count: int | str, out_of: int | str | None = None) -> Counted:
    return Counted(count=count, out_of=out_of)


def part(share: str) -> Counted:
    return Counted(share=share)


ONE = of(1)


# What is checked


def test_the_rules_of_plans_find_nothing_in_follow_ups_nor_the_other_way_round() -> None:
    """A rule says nothing of what it is not about."""
    review, plan = checked(SOUND_FOLLOW_UP), checked(SOUND)
    for each in checks.RULES:
        assert list(each.findings(plan if each.about is not OperationalPlan else review)) == []


def test_a_rule_that_needs_the_plan_is_silent_without_it() -> None:
    """By itself a follow-up that measured nothing has nothing wrong with it."""
    nothing = follow_up()
    assert nothing.check() == ()
    assert {each.id for each in nothing.review(FOLLOWED).check()} == {"F460"}


def test_only_plans_and_follow_ups_are_checked() -> None:
    """Anything else is refused in words."""
    with pytest.raises(WrongTypeError) as error:
        checks.check("plan.toml")  # type: ignore[arg-type]
    assert str(error.value) == 'check takes a plan, as load("plan.toml") gives it, not "plan.toml"'


# F410: what the follow-up speaks of


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"measurements": (Measurement(target="arbetet", value=ONE),)}, ("measurements", 0, "target")),
        ({"measurements": (Measurement(indicator="halsan", value=ONE),)}, ("measurements", 0, "indicator")),
        ({"measurements": (Measurement(activity="samråd", value=ONE),)}, ("measurements", 0, "activity")),
        (
            {"measurements": (Measurement(target="arbete", value=ONE, groups={"ungdomar": ONE}),)},
            ("measurements", 0, "groups", "ungdomar"),
        ),
        ({"participation": (Participation(intervention="entre", new=1),)}, ("participation", 0, "intervention")),
        (
            {"participation": (Participation(intervention="enter", participants=1, target="x"),)},
            ("participation", 0, "target"),
        ),
        (
            {"livelihood": (Livelihood(municipality="Habo", year=2017, target="x", amounts={"social-assistance": 1}),)},
            ("livelihood", 0, "target"),
        ),
        (
            {
                "livelihood": (
                    Livelihood(municipality="Habo", year=2017, indicator="x", amounts={"social-assistance": 1}),
                )
            },
            ("livelihood", 0, "indicator"),
        ),
        (
            {"gains": (Gain(amount="4 mkr", period="ett år", model="egen", intervention="x"),)},
            ("gains", 0, "intervention"),
        ),
        (
            {"costs": (CostEntry(id="ny", name="Ny", category=Category.INDIVIDUAL, intervention="x"),)},
            ("costs", 0, "intervention"),
        ),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_what_is_not_in_the_plan_is_found_at_its_place(parts: Any, path: tuple[str | int, ...]) -> None:
    """Targets, indicators, activities, target groups and interventions, wherever the follow-up names them."""
    assert [each.path for each in found("F410", follow_up(**parts))] == [path]


def test_what_is_in_the_plan_or_is_an_indicator_of_its_own_is_silence() -> None:
    """A target by its id or by that of its goal, an activity of a goal or of none, and an indicator of either."""
    measurements = (
        *(Measurement(target=name, value=ONE) for name in ("arbete", "studier", "nojda")),
        *(Measurement(indicator=name, value=ONE) for name in ("halsa", "egen")),
        *(Measurement(activity=name, value=ONE) for name in ("natverk", "samrad")),
    )
    assert found("F410", follow_up(*measurements, indicators=(Indicator(id="egen", text="egen"),))) == []


def test_what_is_not_in_the_plan_is_told_whole() -> None:
    """With the nearest that is."""
    [finding] = found("F410", follow_up(Measurement(target="nöjda", value=ONE)))
    assert finding.text("en") == (
        'F410 error: measurements[1] "nöjda".target: there is no target "nöjda" in the plan; did you mean "nojda"?\n'
        "    the follow-up's own figures\n"
        "    write the id that it has in the plan"
    )
    assert finding.text("sv") == (
        'F410 fel: measurements[1] "nöjda".target: det finns inget målvärde "nöjda" i planen; menades "nojda"?\n'
        "    uppföljningens egna uppgifter\n"
        "    skriv det id som det har i planen"
    )


def test_an_activity_that_is_not_in_the_plan_is_told_in_both_languages() -> None:
    """With those that are."""
    [finding] = found("F410", follow_up(Measurement(activity="möte", value=ONE)))
    assert str(finding.message) == 'there is no activity "möte" in the plan; there is "samrad", "natverk"'
    assert finding.message.to("sv") == 'det finns ingen aktivitet "möte" i planen; det finns "samrad", "natverk"'


def test_a_target_that_is_named_by_a_goal_with_several_is_told_whole() -> None:
    """Nobody knows which of them it is."""
    [finding] = found("F410", follow_up(Measurement(target="framsteg", value=ONE)))
    assert finding.text("en") == (
        'F410 error: measurements[1] "framsteg".target: '
        'the goal "framsteg" has 2 targets, and this does not say which of them\n'
        "    the follow-up's own figures\n"
        "    give the target an id in the plan, and write that"
    )
    assert finding.text("sv") == (
        'F410 fel: measurements[1] "framsteg".target: '
        'målet "framsteg" har 2 målvärden, och det framgår inte vilket av dem det gäller\n'
        "    uppföljningens egna uppgifter\n"
        "    ge målvärdet ett id i planen, och skriv det"
    )


def test_without_a_plan_an_indicator_is_the_follow_ups_own() -> None:
    """A follow-up that names a plan is not asked before it is held against it."""
    measured = follow_up(Measurement(indicator="halsa", value=ONE), Measurement(target="x", value=ONE))
    [finding] = measured.check()
    assert finding.text("en") == (
        'F410 error: measurements[1] "halsa".indicator: the follow-up has no indicator "halsa"\n'
        "    the follow-up's own figures\n"
        "    add the indicator, or name the plan that has it"
    )
    assert finding.text("sv") == (
        'F410 fel: measurements[1] "halsa".indicator: uppföljningen har ingen indikator "halsa"\n'
        "    uppföljningens egna uppgifter\n"
        "    lägg till indikatorn, eller ange den plan som har den"
    )
    assert evolve(measured, plan="plan.toml").check() == ()
    assert evolve(measured, indicators=(Indicator(id="halsa", text="hälsa"),)).check() == ()


# F460: targets are measured


def test_every_target_that_was_not_measured_is_told_when_its_period_is_over() -> None:
    """Not a day before; a target that is for two years is over when they are."""
    assert len(found("F460", follow_up())) == 3
    assert found("F460", follow_up(period=as_time("2018-11-30"))) == []
    two_years = Period.lasting(date(2018, 1, 1), years=2)
    [goal] = [each for each in FOLLOWED.goals if each.id == "nojda"]
    plan = evolve(FOLLOWED, goals=(evolve(goal, targets=(evolve(goal.targets[0], period=two_years),)),))
    assert found("F460", follow_up(), plan) == []


def test_a_target_that_was_measured_for_another_year_was_not_for_its_own() -> None:
    """What it was in 2017 says nothing of 2018; a part of 2018 says something."""
    goals = [each for each in FOLLOWED.goals if each.id == "nojda"]
    plan = evolve(FOLLOWED, goals=tuple(goals))
    times: list[tuple[Time, int]] = [(2017, 1), (as_time("2018-H1"), 0), (2018, 0)]
    for time, count in times:
        measured = Measurement(target="nojda", period=time, value=part("40 %"))
        assert len(found("F460", follow_up(measured), plan)) == count


def test_a_trend_from_nowhere_is_not_asked_for() -> None:
    """It cannot be judged, which is found in the plan by F455; from a baseline or by an indicator it can."""
    trend = Trend(direction=Direction.INCREASE, of="hälsa")
    aims = [Target(aim=trend), Target(aim=evolve(trend, baseline="40 %")), Target(aim=trend, indicator="halsa")]
    plan = evolve(FOLLOWED, goals=(evolve(FOLLOWED.goals[0], targets=tuple(aims)),))
    assert len(found("F460", follow_up(), plan)) == 2
    assert [each.path for each in plan.check() if each.id == "F455"] == [("goals", 0, "targets", 0)]


def test_a_target_that_was_not_measured_is_told_whole() -> None:
    """At the measurements, with the id by which it can be measured: its own, or that of its goal."""
    arbete, _, nojda = found("F460", follow_up())
    assert arbete.path == ("measurements",)
    assert arbete.text("en") == (
        'F460 warning: measurements: "at least 20: arbete" has not been measured for 2018, which is over\n'
        "    practice: a target is followed up when its period is over\n"
        '    write a measurement with target = "arbete"'
    )
    assert nojda.text("sv") == (
        'F460 varning: measurements: "minst 35 % av deltagarna: mycket nöjda" har inte mätts för 2018, som är slut\n'
        "    praxis: ett målvärde följs upp när dess period är slut\n"
        '    skriv en mätning (measurements) med target = "nojda"'
    )


def test_a_target_that_nothing_names_is_to_be_given_an_id() -> None:
    """Of a goal that has several."""
    aim = ShareTarget(share=share("50 %"), of="deltagarna", to="arbete")
    goal = Goal(id="mal", text="Fler i arbete", level=Level.OVERALL, targets=(Target(aim=aim), Target(aim=aim, id="a")))
    unnamed, named = found("F460", follow_up(), evolve(FOLLOWED, goals=(goal,)))
    assert str(unnamed.remedy) == "give the target an id in the plan, and write a measurement of it"
    assert unnamed.remedy.to("sv") == "ge målvärdet ett id i planen, och skriv en mätning (measurements) av det"
    assert str(named.remedy) == 'write a measurement with target = "a"'


# F461: women and men


@pytest.mark.parametrize("sexes", [{}, {"women": of(3)}, {"men": of(3)}])
def test_what_is_to_be_shown_for_women_and_men_is_measured_for_both(sexes: Any) -> None:
    """A target or an indicator of the plan, and an indicator of the follow-up's own."""
    indicators = (Indicator(id="egen", text="egen", by_sex=True), Indicator(id="annan", text="annan"))
    wrong = [Measurement(target="arbete", value=of(9), **sexes), Measurement(indicator="egen", value=of(9), **sexes)]
    right = [Measurement(target="studier", value=of(9)), Measurement(indicator="annan", value=of(9))]
    both = Measurement(indicator="halsa", women=of(3), men=of(4))
    measured = follow_up(*wrong, *right, both, indicators=indicators)
    assert [each.path for each in found("F461", measured)] == [("measurements", 0), ("measurements", 1)]
    assert [each.path for each in rule("F461").findings(measured)] == [("measurements", 1)]


def test_a_target_whose_indicator_is_by_sex_is_too() -> None:
    """And an indicator that happens to have the id of such a target is not."""
    aim = ShareTarget(share=share("50 %"), of="deltagarna", to="arbete")
    targets = (Target(aim=aim, id="studier", indicator="halsa"),)
    plan = evolve(FOLLOWED, goals=(evolve(FOLLOWED.goals[0], targets=targets),))
    own = (Indicator(id="studier", text="studier"),)
    measured = follow_up(
        Measurement(target="studier", value=ONE), Measurement(indicator="studier", value=ONE), indicators=own
    )
    assert [each.path for each in found("F461", measured, plan)] == [("measurements", 0)]


def test_participants_who_are_not_shown_by_sex_are_told_whole() -> None:
    """Where they are the outcome of a target that asks for it."""
    rows = (
        Participation(intervention="enter", participants=9, target="arbete"),
        Participation(intervention="enter", participants=9, period=2017),
    )
    [finding] = found("F461", follow_up(participation=rows))
    assert finding.text("en") == (
        'F461 warning: participation[1]: "arbete" is to be shown for women and men, who are not there\n'
        "    practice: Uppföljning Finsam counts women and men\n"
        "    write women and men, each by themselves"
    )
    assert finding.text("sv") == (
        'F461 varning: participation[1]: "arbete" ska redovisas för kvinnor och män, som inte finns med\n'
        "    praxis: Uppföljning Finsam räknar kvinnor och män\n"
        "    skriv kvinnor och män var för sig (women och men)"
    )


# F462: of how many


def test_a_share_of_a_target_that_is_a_number_is_told_whole() -> None:
    """Nobody can say whether 20 came to work."""
    [finding] = found("F462", follow_up(Measurement(target="arbete", value=part("40 %"))))
    assert finding.text("en") == (
        'F462 warning: measurements[1] "arbete": 40 % of how many? the target is a number\n'
        "    practice: a share is of a known number\n"
        "    write under out_of how many there are, or the number under count"
    )
    assert finding.text("sv") == (
        'F462 varning: measurements[1] "arbete": 40 % av hur många? målet är ett antal\n'
        "    praxis: en andel är av ett känt antal\n"
        "    skriv hur många de är under out_of, eller antalet under count"
    )


def test_shares_of_women_and_men_say_of_how_many() -> None:
    """Each of them, where both are to be shown; a mean is no share."""
    shares: dict[str, Any] = {"value": part("40 %"), "women": part("40 %"), "men": Counted(share="40 %", out_of=10)}
    found_in = found("F462", follow_up(Measurement(indicator="halsa", **shares)))
    assert [each.path for each in found_in] == [("measurements", 0), ("measurements", 0, "women")]
    assert str(found_in[1].message) == "40 % of how many? without that, women and men cannot be added up"
    assert found_in[1].message.to("sv") == "40 % av hur många? utan det kan kvinnor och män inte läggas ihop"
    assert found("F462", follow_up(Measurement(indicator="halsa", value=Mean(mean="3,4")))) == []


def test_a_share_is_not_always_asked_of_how_many() -> None:
    """A target that is a share can be judged by one; participants are counted."""
    rows = (Participation(intervention="enter", participants=9, target="arbete"),)
    assert found("F462", follow_up(Measurement(target="studier", value=part("40 %")), participation=rows)) == []
    own = (Indicator(id="egen", text="egen", by_sex=True),)
    alone = follow_up(Measurement(indicator="egen", value=part("40 %")), indicators=own)
    assert [each.path for each in rule("F462").findings(alone)] == [("measurements", 0)]


# F463: of the same group


@tries(50)
@given(st.integers(0, 300), st.integers(0, 300))
def test_a_number_that_shares_are_out_of_is_found_when_it_is_twice_or_half_what_it_was(then: int, now: int) -> None:
    """From one year to the next; of nobody there is no share."""
    rows = (
        Measurement(target="studier", period=year, value=of(0, number)) for year, number in ((2017, then), (2018, now))
    )
    wrong = (then > 0 and now >= 2 * then) or (now > 0 and then >= 2 * now)
    assert [each.path for each in found("F463", follow_up(*rows))] == ([("measurements", 1)] if wrong else [])


@pytest.mark.parametrize(
    "changes",
    [
        {"period": as_time("2018-H1")},
        {"of": "unga"},
        {"target": "nojda"},
        {"target": None, "indicator": "studier"},
        {"value": of(4)},
        {"value": Counted(count=4, out_of="minst 50")},
    ],
)
def test_what_cannot_be_compared_is_silence(changes: Any) -> None:
    """A part of a year, another group or target, and a number that is not known."""
    before = Measurement(target="studier", period=2017, value=of(10, 100))
    now = evolve(before, **{"period": 2018, "value": of(4, 40), **changes})
    assert found("F463", follow_up(before, now)) == []


def test_each_time_is_held_against_the_one_before() -> None:
    """In the order of the times, however they stand in the file."""
    numbers = {2018: 180, 2016: 50, 2017: 100}
    rows = (Measurement(target="studier", period=year, value=of(0, number)) for year, number in numbers.items())
    [finding] = found("F463", follow_up(*rows))
    assert finding.path == ("measurements", 2)
    assert finding.text("en") == (
        'F463 note: measurements[3] "studier": '
        "it is out of 100 (2017), but the last time it was out of 50 (2016)\n"
        "    practice: shares of the same group can be compared\n"
        "    see whether the same group was measured; if not, write which under of"
    )
    assert finding.text("sv") == (
        'F463 notering: measurements[3] "studier": det är av 100 (2017), men förra gången var det av 50 (2016)\n'
        "    praxis: andelar av samma grupp går att jämföra\n"
        "    se efter om samma grupp har mätts; skriv annars vilken under of"
    )
