"""Goals: what the association wants, and whether anybody can tell how it goes."""

import pytest
from attrs import evolve
from hypothesis import given

from content_strategies import activities, goals
from finsam import CountTarget, Goal, Indicator, Target
from finsam.errors import PlanError
from finsam.goals import Activity, Level, Perspective
from names import NAMES
from strategies import tries


@tries(25)
@given(goals(interventions=["stod"], groups=["unga"]))
def test_repr_builds_the_goals_again(goals: tuple[Goal, ...]) -> None:
    """What is shown is Python that gives the same goals."""
    assert eval(repr(goals), NAMES) == goals


@tries(25)
@given(goals())
def test_a_goal_with_anything_that_tells_how_it_goes_can_be_followed_up(goals: tuple[Goal, ...]) -> None:
    """And without all of it, it cannot."""
    for goal in goals:
        assert goal.can_be_followed_up == any(map(len, (goal.indicators, goal.targets, goal.activities)))
        assert not evolve(goal, indicators=(), targets=(), activities=()).can_be_followed_up


@tries(25)
@given(activities())
def test_one_thing_that_is_done_is_enough(activity: Activity) -> None:
    """It is done or it is not."""
    assert Goal(id="natverk", text="Nätverk", level=Level.ACTIVITY, activities=(activity,)).can_be_followed_up


def test_one_indicator_or_one_target_is_enough() -> None:
    """Either tells how it goes."""
    goal = Goal(id="arbete", text="Fler i arbete", level=Level.OVERALL, perspective=Perspective.SOCIETY)
    assert evolve(goal, indicators=(Indicator(id="i", text="antal i arbete"),)).can_be_followed_up
    assert evolve(goal, targets=(Target(aim=CountTarget(count=10, to="arbete")),)).can_be_followed_up


def test_an_activity_has_an_id_only_where_it_is_to_be_spoken_of() -> None:
    """As a target has: a follow-up names it by its id."""
    assert (Activity(text="ägarsamråd").id, Activity(text="ägarsamråd", id="samrad").id) == (None, "samrad")


def test_the_levels_have_names_in_both_languages() -> None:
    """In the order in which a plan tells of them."""
    assert [(str(level.label), level.label.to("sv")) for level in Level] == [
        ("overall goals", "övergripande mål"),
        ("operational goals", "verksamhetsmål"),
        ("financial goals", "finansiella mål"),
        ("individual goals", "individmål"),
    ]


def test_the_perspectives_have_names_in_both_languages() -> None:
    """Whose side it is, in a word."""
    assert [(str(each.label), each.label.to("sv")) for each in Perspective] == [
        ("individual", "individ"),
        ("society", "samhälle"),
        ("organisation", "organisation"),
    ]


@pytest.mark.parametrize("times", [0, -2])
def test_what_is_to_be_done_is_done_at_least_once(times: int) -> None:
    """What is not to be done is no activity."""
    with pytest.raises(PlanError) as error:
        Activity(text="ägarsamråd", times=times)
    [problem] = error.value.problems
    assert problem.path == ("times",)
    assert str(error.value) == f"ägarsamråd is to be done {times} times; write once or more"
    assert error.value.text("sv") == f"ägarsamråd ska göras {times} gånger; skriv en gång eller fler"
