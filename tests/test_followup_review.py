"""A follow-up held against its plan: every target evaluated, and the money in the plan's rows."""

from datetime import date

import pytest
from attrs import evolve

from finsam import (
    Association,
    Category,
    Cost,
    CountTarget,
    Goal,
    Income,
    Indicator,
    Intervention,
    Milestone,
    OperationalPlan,
    Target,
    kr,
    share,
)
from finsam.errors import FollowUpError
from finsam.followup import (
    CostEntry,
    Counted,
    Done,
    FollowUp,
    IncomeEntry,
    Measurement,
    Participation,
    Range,
    Verdict,
)
from finsam.followup.review import target_names
from finsam.goals import Activity, Level
from finsam.interventions import Orientation
from finsam.rows import Columns

TO_WORK, FLOW = (Target(aim=CountTarget(count=count, to="arbete")) for count in (10, 100))
PLAN = OperationalPlan(
    association=Association(name="Bygden"),
    year=2027,
    interventions=(Intervention(id="stod", name="Stöd", orientation=Orientation.INDIVIDUAL),),
    goals=(
        Goal(id="arbete", text="Fler i arbete", level=Level.OVERALL, targets=(TO_WORK,)),
        Goal(
            id="flode",
            text="Ett flöde",
            level=Level.ACTIVITY,
            indicators=(Indicator(id="antal", text="antal"),),
            targets=(evolve(FLOW, id="alla"), evolve(FLOW, indicator="antal")),
            activities=(Activity(id="samrad", text="samråd", times=2), Activity(id="mote", text="möte")),
        ),
    ),
    activities=(Activity(id="webb", text="webbplats"),),
    costs=(
        Cost(id="stod", name="Stöd", category=Category.INDIVIDUAL, intervention="stod", budget={2027: kr(1_000)}),
        Cost(id="kansli", name="Kansli", category=Category.ADMINISTRATION, budget={2027: kr(500)}),
    ),
    income=(Income(id="ranta", name="Ränta", budget={2027: kr(5)}),),
)
MEASURED = FollowUp(
    association="bygden",
    year=2027,
    measurements=(
        Measurement(target="arbete", value=Counted(count=12)),
        Measurement(target="alla", value=Counted(count=95)),
        Measurement(indicator="antal", value=Counted(count=80)),
        Measurement(activity="samrad", value=Done(done=2)),
        Measurement(activity="webb", value=Done(done=0)),
    ),
)


def test_every_target_is_evaluated_in_the_order_of_the_plan() -> None:
    """By its id, by that of its goal if it is the only one, or by its indicator; then the activities followed up."""
    found = MEASURED.evaluate(PLAN)
    assert [(each.path, each.goal.id if each.goal else None, each.evaluation.verdict) for each in found] == [
        (("goals", 0, "targets", 0), "arbete", Verdict.MET),
        (("goals", 1, "targets", 0), "flode", Verdict.NOT_MET),
        (("goals", 1, "targets", 1), "flode", Verdict.NOT_MET),
        (("goals", 1, "activities", 0), None, Verdict.MET),
        (("activities", 0), None, Verdict.NOT_MET),
    ]
    assert found[2].evaluation.value == Range.exactly(80)


def test_what_the_follow_up_has_is_used_where_nothing_else_is_said() -> None:
    """What is near, and the day."""
    measured = evolve(MEASURED, near=share("5 %"))
    assert measured.evaluate(PLAN)[1].evaluation.verdict is Verdict.NEAR
    assert measured.evaluate(PLAN, near=share("1 %"))[1].evaluation.verdict is Verdict.NOT_MET
    early = measured.evaluate(PLAN, on=date(2027, 6, 30))
    assert {each.evaluation.verdict for each in early} == {Verdict.NOT_MEASURED}


def test_the_profile_is_of_the_follow_up() -> None:
    """Half of 100 by half the year is even; a tenth is less."""
    half = FollowUp(
        association="Bygden",
        year=2027,
        period="2027-H1",
        profile={date(2027, 6, 30): share("10 %")},
        measurements=(Measurement(target="alla", value=Counted(count=20)),),
    )
    assert half.evaluate(PLAN)[1].evaluation.verdict is Verdict.ON_TRACK
    assert evolve(half, profile={}).evaluate(PLAN)[1].evaluation.verdict is Verdict.BEHIND


def test_a_goal_with_several_targets_gives_its_id_to_none() -> None:
    """Which of them would be meant?"""
    assert {*target_names(PLAN)} == {"arbete", "alla"}


MONEY = FollowUp(
    association="Bygden",
    year=2027,
    received=Columns(outcome={2027: kr(1_400)}),
    opening=Columns(outcome={2027: kr(100)}),
    costs=(
        CostEntry(id="stod", outcome={2027: kr(900)}),
        CostEntry(id="ny", name="Ny", category=Category.STRUCTURAL, outcome={2027: kr(50)}),
    ),
    income=(
        IncomeEntry(id="ranta", outcome={2027: kr(7)}),
        IncomeEntry(id="ovrigt", name="Övrigt", outcome={2027: kr(3)}),
    ),
    participation=(Participation(intervention="stod", participants=30),),
)


def test_the_money_stands_in_the_rows_of_the_plan() -> None:
    """With those that the plan has not after them, and the budget as it was."""
    plan = MONEY.review(PLAN).accounts
    assert [(row.id, row.outcome.get(2027), row.budget.get(2027)) for row in plan.costs] == [
        ("stod", kr(900), kr(1_000)),
        ("kansli", None, kr(500)),
        ("ny", kr(50), None),
    ]
    assert [(row.id, row.outcome[2027]) for row in plan.income] == [("ranta", kr(7)), ("ovrigt", kr(3))]
    assert (plan.funding.received.outcome[2027], plan.equity.opening.outcome[2027]) == (kr(1_400), kr(100))


def test_what_each_participant_cost() -> None:
    """900 kr for 30 is 30 kr, in öre; of nobody, and of an unknown number, there is none."""
    review, [row] = MONEY.review(PLAN), MONEY.participation
    assert review.cost_of(row) == kr(900)
    assert review.cost_per(row, row.all("participants")) == Range.exactly(3_000)
    assert review.cost_per(row, None) is None
    assert review.cost_per(row, Range.exactly(0)) is None
    other = Participation(intervention="annan", participants=5)
    assert (review.cost_of(other), review.cost_per(other, Range.exactly(5))) == (None, None)


def test_what_was_done_is_judged_as_a_milestone() -> None:
    """So many times as the plan says."""
    done = MEASURED.evaluate(PLAN)[3].evaluation
    assert (done.target.aim, str(done.reason)) == (
        Milestone(what="samråd", times=2),
        "done 2 times, and the target is 2 times",
    )


def test_a_follow_up_of_another_plan_is_refused() -> None:
    """The association, the year and the rows, all at once."""
    other = FollowUp(association="Annan", year=2026, costs=(CostEntry(id="kansly"),))
    with pytest.raises(FollowUpError) as error:
        other.review(PLAN)
    assert [(each.path, str(each.message)) for each in error.value.problems] == [
        (("association",), '"Annan" is not "Bygden", whose plan it is; write that name, or name another plan'),
        (("year",), "the plan is for 2027; write that year, or name the plan for 2026"),
        (
            ("costs", 0, "id"),
            'the plan has no row "kansly", and a new one needs name, category too; did you mean "kansli"?',
        ),
    ]
