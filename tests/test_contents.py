"""A plan joins what it says: everything is found by its id or name, and every id leads somewhere."""

from collections.abc import Callable
from datetime import date
from functools import reduce
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from content_strategies import whole_plans
from finsam import (
    Association,
    Category,
    Cost,
    Goal,
    Governance,
    Income,
    Indicator,
    Intervention,
    OperationalPlan,
    Stated,
    Target,
    TargetGroup,
    Trend,
    kr,
)
from finsam.errors import PlanError, UnknownNameError
from finsam.goals import Activity, Level
from finsam.governance import Auditor, Board, Seats
from finsam.interventions import Orientation
from finsam.place import Path, inside
from finsam.rows import Column, Columns
from finsam.targets import Direction
from plan_strategies import plans
from strategies import tries

BYGDEN = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")
STOD = Intervention(id="stod", name="Stöd", orientation=Orientation.INDIVIDUAL, target_groups=("unga",))
NATVERK = Intervention(id="natverk", name="Nätverk", orientation=Orientation.STRUCTURAL)
ALLA = TargetGroup(id="alla", name="Alla")
UNGA = TargetGroup(id="unga", name="Unga vuxna", part_of="alla")
ARBETE = Indicator(id="arbete", text="antal i arbete")
HALSA = Target(aim=Trend(direction=Direction.INCREASE, of="hälsa"), group="unga", indicator="arbete")
SAMRAD = Activity(id="samrad", text="ägarsamråd")
MAL = Goal(id="mal", text="Fler i arbete", level=Level.OVERALL, indicators=(ARBETE,), targets=(HALSA,))
DELMAL = Goal(id="delmal", text="Steg framåt", level=Level.INDIVIDUAL, intervention="stod", part_of="mal")

PLAN = OperationalPlan(
    association=BYGDEN,
    year=2027,
    target_groups=(ALLA, UNGA),
    interventions=(STOD, NATVERK),
    goals=(MAL, DELMAL),
)


# Laws


@tries(10)
@given(whole_plans())
def test_everything_is_found_by_its_id(plan: OperationalPlan) -> None:
    """The thing itself, of each kind."""
    assert all(plan.intervention(each.id) is each for each in plan.interventions)
    assert all(plan.target_group(each.id) is each for each in plan.target_groups)
    assert all(plan.goal(each.id) is each for each in plan.goals)
    assert all(plan.indicator(each.id) is each for each in plan.indicators)


@tries(10)
@given(whole_plans())
def test_every_id_leads_somewhere(plan: OperationalPlan) -> None:
    """What a plan names it has, or it is no plan."""
    for group in plan.target_groups:
        assert group.part_of is None or plan.target_group(group.part_of) in plan.target_groups
    for intervention in plan.interventions:
        assert all(plan.target_group(each) in plan.target_groups for each in intervention.target_groups)
    for goal in plan.goals:
        assert goal.intervention is None or goal in plan.goals_of(goal.intervention)
        assert goal.part_of is None or plan.goal(goal.part_of) in plan.goals
        for target in goal.targets:
            assert target.group is None or plan.target_group(target.group) in plan.target_groups
            assert target.indicator is None or plan.indicator(target.indicator) in plan.indicators


@tries(10)
@given(whole_plans())
def test_each_goal_is_of_one_intervention_or_of_none(plan: OperationalPlan) -> None:
    """The goals of all interventions, and those of none, are the plan's."""
    of_each = [goal for each in plan.interventions for goal in plan.goals_of(each.id)]
    of_none = [goal for goal in plan.goals if goal.intervention is None]
    assert sorted(goal.id for goal in of_each + of_none) == sorted(goal.id for goal in plan.goals)


@tries(10)
@given(plans())
def test_what_the_interventions_cost_is_what_the_lines_that_name_one_come_to(plan: OperationalPlan) -> None:
    """In every column, year and part of a year, to the öre."""
    named = dict.fromkeys(row.intervention for row in plan.costs if row.intervention)
    means = [Intervention(id=each, name="Insats", orientation=Orientation.INDIVIDUAL) for each in named if each]
    of = evolve(plan, interventions=tuple(means))
    for accounts in of.accounts:
        lines = [line.amount for line in accounts.costs if line.row.intervention]
        paid = [of.financing_of(each.id).get(accounts.cell, kr(0)) for each in means]
        assert sum(paid, kr(0)) == sum(lines, kr(0))


# Looking up


def test_a_thing_is_found_by_its_id_or_its_name_whatever_the_capitals() -> None:
    """A goal and an indicator have a text for a name."""
    assert PLAN.intervention("stod") == PLAN.intervention("STÖD") == STOD
    assert PLAN.target_group("Unga") == PLAN.target_group("unga vuxna") == UNGA
    assert PLAN.goal("mal") == PLAN.goal("fler i arbete") == MAL
    assert PLAN.indicator("Arbete") == PLAN.indicator("Antal i arbete") == ARBETE
    assert PLAN.goals_of("Stöd") == (DELMAL,)
    assert PLAN.goals_of("natverk") == ()


def test_an_id_goes_before_a_name_and_its_own_capitals_before_others() -> None:
    """What is written exactly is what is meant."""
    capital, other = evolve(STOD, id="STOD"), evolve(NATVERK, name="stod")
    plan = evolve(PLAN, interventions=(STOD, capital, other))
    assert (plan.intervention("stod"), plan.intervention("STOD")) == (STOD, capital)
    assert plan.goals_of("stod") == (DELMAL,)


@pytest.mark.parametrize(
    ("look", "en", "sv"),
    [
        (
            lambda: PLAN.intervention("stöt"),
            'there is no intervention "stöt"; did you mean "Stöd"?',
            'det finns ingen insats "stöt"; menades "Stöd"?',
        ),
        (
            lambda: PLAN.goals_of("natverc"),
            'there is no intervention "natverc"; did you mean "natverk"?',
            'det finns ingen insats "natverc"; menades "natverk"?',
        ),
        (
            lambda: PLAN.financing_of("Nätverc"),
            'there is no intervention "Nätverc"; did you mean "Nätverk"?',
            'det finns ingen insats "Nätverc"; menades "Nätverk"?',
        ),
        (
            lambda: PLAN.target_group("fia"),
            'there is no target group "fia"; there is "alla", "unga", "Alla", "Unga vuxna"',
            'det finns ingen målgrupp "fia"; det finns "alla", "unga", "Alla", "Unga vuxna"',
        ),
        (
            lambda: PLAN.goal("dellmal"),
            'there is no goal "dellmal"; did you mean "delmal"?',
            'det finns inget mål "dellmal"; menades "delmal"?',
        ),
        (
            lambda: PLAN.indicator("antal i arbetet"),
            'there is no indicator "antal i arbetet"; did you mean "antal i arbete"?',
            'det finns ingen indikator "antal i arbetet"; menades "antal i arbete"?',
        ),
        (
            lambda: evolve(PLAN, goals=()).indicator("arbete"),
            'there is no indicator "arbete"',
            'det finns ingen indikator "arbete"',
        ),
    ],
)
def test_what_is_not_there_is_answered_with_the_nearest(look: Callable[[], object], en: str, sv: str) -> None:
    """By its id, or by its name where that is another, or with all there is where nothing is near."""
    with pytest.raises(UnknownNameError) as error:
        look()
    assert (str(error.value), error.value.text("sv")) == (en, sv)


def test_what_the_association_pays_for_an_intervention() -> None:
    """The rows that name it, together, in each column and time that has one, in the order of the times."""

    def row(id: str, intervention: str | None = "stod", **columns: Any) -> Cost:
        return Cost(id=id, name=id, category=Category.INDIVIDUAL, intervention=intervention, **columns)

    plan = evolve(
        PLAN,
        costs=(
            row("a", budget={2027: kr(200)}, forecast={2026: kr(100)}),
            row("b", budget={2027: kr(30)}),
            row("c", None, budget={2027: kr(4), 2028: kr(4)}),
            row("d", "natverk", budget={2027: kr(5)}),
        ),
    )
    assert [*plan.financing_of("Stöd").items()] == [
        ((Column.FORECAST, 2026), kr(100)),
        ((Column.BUDGET, 2027), kr(230)),
    ]
    assert plan.financing_of("natverk") == {(Column.BUDGET, 2027): kr(5)}
    assert PLAN.financing_of("stod") == {}


# What cannot be


def governed(**parts: Any) -> dict[str, Any]:
    return {"governance": Governance(**parts)}


def cost(id: str) -> Cost:
    return Cost(id=id, name="Kansli", category=Category.ADMINISTRATION)


SIX = '"Habo", "Mullsjö", "Region Jönköpings län", "Försäkringskassan", "Arbetsförmedlingen"'


def twice(id: str) -> str:
    return f'the id "{id}" is used twice; give each an id of its own'


@pytest.mark.parametrize(
    ("parts", "path", "message"),
    [
        (
            {"target_groups": (ALLA, UNGA, evolve(UNGA, name="Yngre"))},
            ("target_groups", 2, "id"),
            twice("unga"),
        ),
        ({"interventions": (STOD, NATVERK, STOD)}, ("interventions", 2, "id"), twice("stod")),
        ({"goals": (MAL, DELMAL, DELMAL)}, ("goals", 2, "id"), twice("delmal")),
        (
            {"goals": (MAL, evolve(DELMAL, indicators=(ARBETE,)))},
            ("goals", 1, "indicators", 0, "id"),
            twice("arbete"),
        ),
        (
            {"goals": (evolve(MAL, targets=(evolve(HALSA, id="halsa"),) * 2), DELMAL)},
            ("goals", 0, "targets", 1, "id"),
            twice("halsa"),
        ),
        (
            {"goals": (MAL, evolve(DELMAL, activities=(SAMRAD,))), "activities": (SAMRAD,)},
            ("goals", 1, "activities", 0, "id"),
            twice("samrad"),
        ),
        ({"activities": (SAMRAD, evolve(SAMRAD, text="möte"))}, ("activities", 1, "id"), twice("samrad")),
        ({"costs": (cost("kansli"), cost("hyra"), cost("kansli"))}, ("costs", 2, "id"), twice("kansli")),
        (
            {"income": (Income(id="ranta", name="Ränta"), Income(id="ranta", name="Annan ränta"))},
            ("income", 1, "id"),
            twice("ranta"),
        ),
        (
            {"target_groups": (ALLA, evolve(UNGA, part_of="ala"))},
            ("target_groups", 1, "part_of"),
            'there is no target group "ala" in the plan; did you mean "alla"?',
        ),
        (
            {"interventions": (evolve(STOD, target_groups=("alla", "unge")),)},
            ("interventions", 0, "target_groups", 1),
            'there is no target group "unge" in the plan; did you mean "unga"?',
        ),
        (
            {"goals": (MAL, evolve(DELMAL, part_of="maal"))},
            ("goals", 1, "part_of"),
            'there is no goal "maal" in the plan; did you mean "mal"?',
        ),
        (
            {"interventions": (NATVERK,)},
            ("goals", 1, "intervention"),
            'there is no intervention "stod" in the plan; there is "natverk"',
        ),
        (
            {"goals": (evolve(MAL, targets=(evolve(HALSA, group="x"),)),)},
            ("goals", 0, "targets", 0, "group"),
            'there is no target group "x" in the plan; there is "alla", "unga"',
        ),
        (
            {"goals": (evolve(MAL, indicators=()),)},
            ("goals", 0, "targets", 0, "indicator"),
            'there is no indicator "arbete" in the plan',
        ),
        (
            governed(board=Board(shares=(Seats(members=("Habo", "Hjo"), seats=1),))),
            ("governance", "board", "shares", 0, "members", 1),
            f'"Hjo" is not a member of the association; there is {SIX}',
        ),
        (
            governed(board=Board(chair="Hjo")),
            ("governance", "board", "chair"),
            f'"Hjo" is not a member of the association; there is {SIX}',
        ),
        (
            governed(board=Board(vice_chairs=("Habo", "Mullsjo"))),
            ("governance", "board", "vice_chairs", 1),
            '"Mullsjo" is not a member of the association; did you mean "Mullsjö"?',
        ),
        (
            governed(auditors=(Auditor(for_members=("Habo", "Aneby")),)),
            ("governance", "auditors", 0, "for_members", 1),
            f'"Aneby" is not a member of the association; there is {SIX}',
        ),
        (
            {"stated": (Stated(where="9", contributions={"Mullsjo": Columns(budget={2027: 1_000})}),)},
            ("stated", 0, "contributions", "Mullsjo"),
            '"Mullsjo" is not a member of the association; did you mean "Mullsjö"?',
        ),
    ],
)
def test_a_plan_whose_parts_do_not_fit_is_refused(parts: dict[str, Any], path: Path, message: str) -> None:
    """An id is one thing's and leads somewhere, and the board, the auditors and the amounts are the members'."""
    with pytest.raises(PlanError) as error:
        evolve(PLAN, **parts)
    assert [(problem.path, str(problem.message)) for problem in error.value.problems] == [(path, message)]


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (
            {"goals": (DELMAL, DELMAL), "interventions": (STOD, NATVERK)},
            'id "delmal" används två gånger; ge var och en ett eget',
        ),
        (
            {"target_groups": (evolve(ALLA, part_of="ala"), UNGA)},
            'det finns ingen målgrupp "ala" i planen; menades "alla"?',
        ),
        ({"interventions": (NATVERK,)}, 'det finns ingen insats "stod" i planen; det finns "natverk"'),
        ({"goals": (evolve(MAL, part_of="maal"),)}, 'det finns inget mål "maal" i planen; menades "mal"?'),
        ({"goals": (evolve(MAL, indicators=()),)}, 'det finns ingen indikator "arbete" i planen'),
        (
            governed(board=Board(chair="Mullsjo")),
            '"Mullsjo" är inte medlem i förbundet; menades "Mullsjö"?',
        ),
    ],
)
def test_what_does_not_fit_is_said_in_swedish_too(parts: dict[str, Any], message: str) -> None:
    """Each kind of misfit, whole."""
    with pytest.raises(PlanError) as error:
        evolve(PLAN, **parts)
    assert message in [problem.text("sv") for problem in error.value.problems]


def test_all_that_does_not_fit_is_said_at_once() -> None:
    """The reasons one by one, each with its place, and all in the message."""
    with pytest.raises(PlanError) as error:
        evolve(PLAN, interventions=(NATVERK, NATVERK, NATVERK), **governed(board=Board(chair="Hjo")))
    expected = {
        ("interventions", 1, "id"): twice("natverk"),
        ("interventions", 2, "id"): twice("natverk"),
        ("goals", 1, "intervention"): 'there is no intervention "stod" in the plan; there is "natverk"',
        ("governance", "board", "chair"): f'"Hjo" is not a member of the association; there is {SIX}',
    }
    assert [(problem.path, str(problem)) for problem in error.value.problems] == [*expected.items()]
    assert str(error.value) == "; ".join(expected.values())


@tries(10)
@given(whole_plans())
def test_what_does_not_fit_is_told_at_its_place(plan: OperationalPlan) -> None:
    """Without the target groups, every place that is told is one where a plan names a group, and all of them are."""
    named = [
        *(name for each in plan.interventions for name in each.target_groups),
        *(target.group for goal in plan.goals for target in goal.targets if target.group is not None),
    ]
    within: object = plan
    told = []
    try:
        evolve(plan, target_groups=())
    except PlanError as error:
        told = [reduce(inside, problem.path, within) for problem in error.problems]
    assert sorted(map(str, told)) == sorted(named)


def test_an_id_is_one_of_its_own_kind() -> None:
    """A target group, an intervention and a row of costs can have the same id: each kind is looked up by itself."""
    group, means = evolve(ALLA, id="a"), evolve(NATVERK, id="a")
    plan = OperationalPlan(
        association=BYGDEN, year=2027, target_groups=(group,), interventions=(means,), costs=(cost("a"),)
    )
    assert (plan.target_group("a"), plan.intervention("a")) == (group, means)


def test_what_has_no_id_is_not_the_same_as_another_without_one() -> None:
    """Most targets and activities have none."""
    goal = evolve(MAL, targets=(HALSA, HALSA), activities=(evolve(SAMRAD, id=None),) * 2)
    assert evolve(PLAN, goals=(goal,)).goal("mal") == goal


def test_seats_and_auditors_of_members_past_and_present_are_in_order() -> None:
    """One who has left was a member; who sat when is for the checks."""
    board = Board(
        seats=5,
        shares=(Seats(members=("Habo", "Mullsjö"), seats=1),),
        chair="Habo",
        vice_chairs=("Försäkringskassan",),
        term_end=date(2027, 3, 31),
    )
    auditors = (Auditor(for_members=("Försäkringskassan", "Arbetsförmedlingen")),)
    plan = evolve(PLAN, **governed(board=board, auditors=auditors))
    assert plan.governance == Governance(board=board, auditors=auditors)
