"""A plan joins what it says: everything is found by its id or name, and every id leads somewhere."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from content_strategies import whole_plans
from finsam import (
    Association,
    Budget,
    Category,
    CostLine,
    Forecast,
    Goal,
    Governance,
    Indicator,
    Intervention,
    OperationalPlan,
    Target,
    TargetGroup,
    Trend,
    kr,
)
from finsam.budget import Column
from finsam.errors import PlanError, UnknownNameError
from finsam.goals import Level
from finsam.governance import Auditor, Board, Seats
from finsam.interventions import Orientation
from finsam.targets import Direction
from plan_strategies import plans

BYGDEN = Association.of("Bygden", municipalities=["Habo", "Mullsjö"], region="Region Jönköpings län")
STOD = Intervention(id="stod", name="Stöd", orientation=Orientation.INDIVIDUAL, target_groups=("unga",))
NATVERK = Intervention(id="natverk", name="Nätverk", orientation=Orientation.STRUCTURAL)
ALLA = TargetGroup(id="alla", name="Alla")
UNGA = TargetGroup(id="unga", name="Unga vuxna", part_of="alla")
ARBETE = Indicator(id="arbete", text="antal i arbete")
HALSA = Target(aim=Trend(direction=Direction.INCREASE, of="hälsa"), group="unga", indicator="arbete")
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


@settings(max_examples=10)
@given(whole_plans())
def test_everything_is_found_by_its_id(plan: OperationalPlan) -> None:
    """The thing itself, of each kind."""
    assert all(plan.intervention(each.id) is each for each in plan.interventions)
    assert all(plan.target_group(each.id) is each for each in plan.target_groups)
    assert all(plan.goal(each.id) is each for each in plan.goals)
    assert all(plan.indicator(each.id) is each for each in plan.indicators)


@settings(max_examples=10)
@given(whole_plans())
def test_every_id_leads_somewhere(plan: OperationalPlan) -> None:
    """What a plan names it has, or it is no plan."""
    for group in plan.target_groups:
        assert group.part_of is None or plan.target_group(group.part_of) in plan.target_groups
    for goal in plan.goals:
        assert goal.intervention is None or goal in plan.goals_of(goal.intervention)
        assert goal.part_of is None or plan.goal(goal.part_of) in plan.goals
        for target in goal.targets:
            assert target.group is None or plan.target_group(target.group) in plan.target_groups
            assert target.indicator is None or plan.indicator(target.indicator) in plan.indicators


@settings(max_examples=10)
@given(whole_plans())
def test_each_goal_is_of_one_intervention_or_of_none(plan: OperationalPlan) -> None:
    """The goals of all interventions, and those of none, are the plan's."""
    of_each = [goal for each in plan.interventions for goal in plan.goals_of(each.id)]
    of_none = [goal for goal in plan.goals if goal.intervention is None]
    assert sorted(goal.id for goal in of_each + of_none) == sorted(goal.id for goal in plan.goals)


@settings(max_examples=10)
@given(plans())
def test_what_the_interventions_cost_is_what_the_lines_that_name_one_come_to(plan: OperationalPlan) -> None:
    """In every column and year, to the öre."""
    named = dict.fromkeys(line.intervention for each in plan.accounts for line in each.costs if line.intervention)
    means = [Intervention(id=each, name="Insats", orientation=Orientation.INDIVIDUAL) for each in named if each]
    of = evolve(plan, interventions=tuple(means))
    for accounts in of.accounts:
        lines = [line.amount for line in accounts.costs if line.intervention]
        paid = [of.financing_of(each.id).get((accounts.column, accounts.year), kr(0)) for each in means]
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
    ("look", "message"),
    [
        (lambda: PLAN.intervention("stöt"), "there is no intervention 'stöt'; did you mean 'Stöd'?"),
        (lambda: PLAN.goals_of("natverc"), "there is no intervention 'natverc'; did you mean 'natverk'?"),
        (lambda: PLAN.financing_of("Nätverc"), "there is no intervention 'Nätverc'; did you mean 'Nätverk'?"),
        (
            lambda: PLAN.target_group("fia"),
            "there is no target group 'fia'; there is 'alla', 'unga', 'Alla', 'Unga vuxna'",
        ),
        (lambda: PLAN.goal("dellmal"), "there is no goal 'dellmal'; did you mean 'delmal'?"),
        (
            lambda: PLAN.indicator("antal i arbetet"),
            "there is no indicator 'antal i arbetet'; did you mean 'antal i arbete'?",
        ),
        (lambda: evolve(PLAN, goals=()).indicator("arbete"), "there is no indicator 'arbete'"),
    ],
)
def test_what_is_not_there_is_answered_with_the_nearest(look: Callable[[], object], message: str) -> None:
    """By its id or its name, or with all there is where nothing is near."""
    with pytest.raises(UnknownNameError) as error:
        look()
    assert str(error.value) == message


def test_what_the_association_pays_for_an_intervention() -> None:
    """The lines that name it, together, in each column and year that has one."""

    def line(id: str, amount: int, intervention: str | None = "stod") -> CostLine:
        return CostLine(id=id, name=id, amount=kr(amount), category=Category.INDIVIDUAL, intervention=intervention)

    plan = evolve(
        PLAN,
        forecasts=(Forecast(year=2026, costs=(line("a", 100),)),),
        budgets=(
            Budget(year=2027, costs=(line("a", 200), line("b", 30), line("c", 4, None), line("d", 5, "natverk"))),
            Budget(year=2028, costs=(line("c", 4, None),)),
        ),
    )
    assert plan.financing_of("Stöd") == {(Column.FORECAST, 2026): kr(100), (Column.BUDGET, 2027): kr(230)}
    assert plan.financing_of("natverk") == {(Column.BUDGET, 2027): kr(5)}
    assert PLAN.financing_of("stod") == {}


# What cannot be


def governed(**parts: Any) -> dict[str, Any]:
    return {"governance": Governance(**parts)}


SIX = "'Habo', 'Mullsjö', 'Region Jönköpings län', 'Försäkringskassan', 'Arbetsförmedlingen'"


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (
            {"target_groups": (ALLA, UNGA, evolve(UNGA, name="Yngre"))},
            "the target group id 'unga' is used twice; give each an id of its own",
        ),
        (
            {"interventions": (STOD, NATVERK, STOD, STOD)},
            "the intervention id 'stod' is used twice; give each an id of its own",
        ),
        ({"goals": (MAL, DELMAL, DELMAL)}, "the goal id 'delmal' is used twice; give each an id of its own"),
        (
            {"goals": (MAL, evolve(DELMAL, indicators=(ARBETE,)))},
            "the indicator id 'arbete' is used twice; give each an id of its own",
        ),
        (
            {"target_groups": (ALLA, evolve(UNGA, part_of="ala"))},
            "the target group 'unga' names the target group 'ala', which the plan does not have; did you mean 'alla'?",
        ),
        (
            {"interventions": (evolve(STOD, target_groups=("unge",)),)},
            "the intervention 'stod' names the target group 'unge', which the plan does not have; did you mean 'unga'?",
        ),
        (
            {"goals": (MAL, evolve(DELMAL, part_of="maal"))},
            "the goal 'delmal' names the goal 'maal', which the plan does not have; did you mean 'mal'?",
        ),
        (
            {"interventions": (NATVERK,)},
            "the goal 'delmal' names the intervention 'stod', which the plan does not have; there is 'natverk'",
        ),
        (
            {"goals": (evolve(MAL, targets=(evolve(HALSA, group="x"),)),)},
            (
                "a target of the goal 'mal' names the target group 'x', which the plan does not have; "
                "there is 'alla', 'unga'"
            ),
        ),
        (
            {"goals": (evolve(MAL, indicators=()),)},
            "a target of the goal 'mal' names the indicator 'arbete', which the plan does not have",
        ),
        (
            governed(board=Board(shares=(Seats(members=("Habo", "Hjo"), seats=1),))),
            f"a seat is for 'Hjo', who is not a member; there is {SIX}",
        ),
        (governed(board=Board(chair="Hjo")), f"the chair is for 'Hjo', who is not a member; there is {SIX}"),
        (
            governed(board=Board(vice_chairs=("Habo", "Mullsjo"))),
            "a vice chair is for 'Mullsjo', who is not a member; did you mean 'Mullsjö'?",
        ),
        (
            governed(auditors=(Auditor(for_members=("Habo", "Aneby")),)),
            f"an auditor is for 'Aneby', who is not a member; there is {SIX}",
        ),
    ],
)
def test_a_plan_whose_parts_do_not_fit_is_refused(parts: dict[str, Any], message: str) -> None:
    """An id is one thing's, leads somewhere, and the board and the auditors are the members'."""
    with pytest.raises(PlanError) as error:
        evolve(PLAN, **parts)
    assert error.value.problems == (message,)


def test_all_that_does_not_fit_is_said_at_once() -> None:
    """The reasons one by one, and all in the message."""
    with pytest.raises(PlanError) as error:
        evolve(PLAN, interventions=(NATVERK, NATVERK), **governed(board=Board(chair="Hjo")))
    assert error.value.problems == (
        "the intervention id 'natverk' is used twice; give each an id of its own",
        "the goal 'delmal' names the intervention 'stod', which the plan does not have; there is 'natverk', 'natverk'",
        f"the chair is for 'Hjo', who is not a member; there is {SIX}",
    )
    assert str(error.value) == "; ".join(error.value.problems)


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
