"""A follow-up: what it holds is what its file holds, and what does not go together is refused."""

import copy
import json
import pickle
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from fields import missed
from finsam import Association, FileError, OperationalPlan, Period, followup
from finsam.errors import PeriodError
from finsam.followup import Counted, FollowUp, Heads, Livelihood, Measurement, Participation, Range
from finsam.period import Time, as_time, calendar_year
from followup_strategies import followups
from names import NAMES
from strategies import tries

# Laws


@tries(30)
@given(followups())
def test_what_is_written_is_read_as_the_same_follow_up(of: FollowUp) -> None:
    """Every follow-up survives its file, and its tables as JSON."""
    assert followup.loads(followup.dumps(of)) == of
    assert followup.from_dict(json.loads(json.dumps(followup.to_dict(of)))) == of


@tries(10)
@given(followups())
def test_what_is_read_is_written_as_it_was(of: FollowUp) -> None:
    """To save a file that finsam wrote changes nothing in it."""
    text = followup.dumps(of)
    assert followup.dumps(followup.loads(text)) == text


@tries(20)
@given(followups())
def test_repr_builds_the_follow_up_again(of: FollowUp) -> None:
    """What is shown is Python, in the names of finsam and of the standard library, that gives the same again."""
    assert eval(repr(of), NAMES) == of


@tries(20)
@given(followups())
def test_a_follow_up_can_be_pickled_and_copied(of: FollowUp) -> None:
    """And is then the same, and as good a key."""
    for other in (pickle.loads(pickle.dumps(of)), copy.copy(of), copy.deepcopy(of)):
        assert (other, hash(other)) == (of, hash(of))


def test_every_field_of_every_part_of_a_follow_up_is_drawn() -> None:
    """So that what is added to a follow-up cannot be forgotten by its file: the laws above are then about it too."""
    assert missed(FollowUp, followups()) == set()


# What is known


def measured(target: str, time: str | Time | None, count: int) -> Measurement:
    return Measurement(target=target, period=time, value=Counted(count=count))


def follow_up(**parts: Any) -> FollowUp:
    return FollowUp(association="Bygden", year=2027, **parts)


@tries(20)
@given(followups())
def test_every_measurement_is_found_by_its_id_and_no_other_is(of: FollowUp) -> None:
    """In the order of the times, each with the value that was measured."""
    for row in of.measurements:
        ids = {"target": row.target, "indicator": row.indicator}
        found = of.activity(row.activity) if row.activity else of.readings(**ids)
        same = [each for each in of.measurements if (each.kind, each.name) == (row.kind, row.name)]
        assert [each.ends for each in found] == sorted(each.ends for each in found)
        assert all(of.time_of(each) in [reading.time for reading in found] for each in same)
    assert of.readings(target="there is none") == of.readings() == of.activity("there is none") == ()


def test_the_outcome_of_a_target_can_be_measured_taken_part_in_or_paid() -> None:
    """All of it, in the order of the times."""
    of = follow_up(
        measurements=(measured("flode", 2026, 10), measured("annat", 2026, 1)),
        participation=(Participation(intervention="stod", participants=20, target="flode"),),
        livelihood=(
            Livelihood(municipality="Habo", year=2025, amounts={"social-assistance": 5}, target="flode"),
            Livelihood(municipality="Mullsjö", year=2025, amounts={"social-assistance": 6}, target="flode"),
            Livelihood(municipality="Habo", year=2026, amounts={"social-assistance": 7}, indicator="stodet"),
            Livelihood(municipality="Habo", year=2027, amounts={"social-assistance": 7}),
        ),
    )
    assert [(each.time, str(each.value.text)) for each in of.readings(target="flode")] == [
        (2025, "from 10 kr to 12 kr paid"),
        (2026, "10"),
        (2027, "20"),
    ]
    assert [each.time for each in of.readings(indicator="stodet")] == [2026]


def test_women_and_men_who_took_part_are_the_outcome_together() -> None:
    """Where all are not given."""
    row = Participation(intervention="stod", women=Heads(participants=12), men=Heads(participants=8), target="flode")
    [reading] = follow_up(participation=(row,)).readings(target="flode")
    assert reading.value.counted == Range.exactly(20)
    assert reading.women is not None
    assert reading.women.counted == Range.exactly(12)


def test_the_day_is_the_last_of_the_period_where_it_is_not_said() -> None:
    """Of the year, of the part of it, or as it is written."""
    tertial = as_time("2027-T1")
    assert follow_up().day == date(2027, 12, 31)
    assert follow_up(period=tertial).day == date(2027, 4, 30)
    assert follow_up(period=tertial, on=date(2027, 5, 20)).day == date(2027, 5, 20)


def test_what_does_not_say_its_time_is_of_the_period_of_the_follow_up() -> None:
    """And all times are told in order."""
    of = follow_up(
        period="2027-T1",
        measurements=(measured("flode", None, 1), measured("flode", 2026, 2)),
        livelihood=(Livelihood(municipality="Habo", year=2025, amounts={"social-assistance": 5}),),
    )
    assert of.times == (2025, 2026, as_time("2027-T1"))


def test_participation_in_an_intervention_is_told_in_order() -> None:
    """And that in another is not."""
    rows = [
        Participation(intervention=each, period=time, participants=1)
        for each, time in (("a", 2027), ("a", 2026), ("b", 2027))
    ]
    assert [row.period for row in follow_up(participation=tuple(rows)).participation_in("a")] == [2026, 2027]


def test_a_period_is_a_year_or_a_part_of_one_however_it_is_given() -> None:
    """A whole year is that year, and what is neither is refused."""
    whole, of_text = calendar_year(2027), measured("a", "2027-H1", 1)
    assert measured("a", whole, 1).period == 2027
    assert of_text.period == as_time("2027-H1")
    with pytest.raises(PeriodError) as error:
        Measurement(target="a", period=Period(first=date(2027, 2, 1)), value=Counted(count=1))
    assert str(error.value) == (
        "2027-02-01– is neither a year nor a half-year, tertial or quarter, and does not begin on 1 January"
    )
    with pytest.raises(PeriodError) as error:
        Livelihood(municipality="Habo", year=0, amounts={"social-assistance": 5})
    assert str(error.value) == "a year is a whole number such as 2027, not 0"


def test_a_file_is_written_and_read(tmp_path: Path) -> None:
    """Held against its plan where that is given."""
    of, file = follow_up(measurements=(measured("flode", None, 1),)), tmp_path / "u.toml"
    followup.dump(of, file)
    assert followup.load(file) == of
    with pytest.raises(FileError) as error:
        followup.load(file, OperationalPlan(association=Association(name="Bygden"), year=2026))
    assert str(error.value) == (
        f"{file}: line 4, year: the plan is for 2026; write that year, or name the plan for 2027"
    )
