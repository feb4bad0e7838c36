"""Interventions, and the groups that they are for."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given

from content_strategies import interventions, target_groups
from finsam import Intervention, TargetGroup
from finsam.errors import PlanError
from finsam.interventions import CooperatingParty, Orientation
from finsam.language import LANGUAGES
from names import NAMES
from strategies import tries


@tries(25)
@given(interventions(groups=["unga", "alla"]))
def test_repr_builds_the_interventions_again(interventions: tuple[Intervention, ...]) -> None:
    """What is shown is Python that gives the same interventions."""
    assert eval(repr(interventions), NAMES) == interventions


@tries(25)
@given(target_groups())
def test_repr_builds_the_target_groups_again(groups: tuple[TargetGroup, ...]) -> None:
    """What is shown is Python that gives the same groups."""
    assert eval(repr(groups), NAMES) == groups


@tries(25)
@given(target_groups())
def test_a_group_has_ages_in_words_where_the_plan_gives_one(groups: tuple[TargetGroup, ...]) -> None:
    """Every age that is given is shown, and none that is not."""
    for group in groups:
        ages = [str(age) for age in (group.youngest, group.oldest) if age is not None]
        texts = [] if group.ages is None else [group.ages.to(language) for language in LANGUAGES]
        assert bool(texts) == bool(ages)
        assert all(age in text for age in ages for text in texts)


@pytest.mark.parametrize(
    ("youngest", "oldest", "en", "sv"),
    [
        (16, 64, "16–64", "16–64 år"),
        (18, None, "from 18", "från 18 år"),
        (None, 29, "up to 29", "till och med 29 år"),
        (0, 0, "0–0", "0–0 år"),
    ],
)
def test_ages_in_words(youngest: int | None, oldest: int | None, en: str, sv: str) -> None:
    """Whole years, inclusive."""
    ages = TargetGroup(id="unga", name="Unga", youngest=youngest, oldest=oldest).ages
    assert ages is not None
    assert (str(ages), ages.to("sv")) == (en, sv)


def test_an_orientation_has_a_name_in_both_languages() -> None:
    """Individuals or structures, and nothing between."""
    assert [(str(each.label), each.label.to("sv")) for each in Orientation] == [
        ("individual-oriented", "individinriktad"),
        ("structural", "strukturövergripande"),
    ]


def test_the_four_parties_have_names_in_both_languages() -> None:
    """The agencies are called the same in both."""
    assert [(str(each.label), each.label.to("sv")) for each in CooperatingParty] == [
        ("Försäkringskassan", "Försäkringskassan"),
        ("Arbetsförmedlingen", "Arbetsförmedlingen"),
        ("region", "region"),
        ("municipality", "kommun"),
    ]


def test_an_intervention_of_one_day_is_one() -> None:
    """It ends on the day on which it starts, at the earliest."""
    day = date(2023, 5, 1)
    assert intervention(start=day, end=day).end == day


def intervention(*, start: date | None = None, end: date | None = None, long_term: bool = False) -> Intervention:
    return Intervention(
        id="fia", name="FIA", orientation=Orientation.INDIVIDUAL, start=start, end=end, long_term=long_term
    )


@pytest.mark.parametrize(
    ("make", "at", "en", "sv"),
    [
        (
            lambda: intervention(start=date(2023, 5, 2), end=date(2023, 5, 1)),
            "end",
            "FIA cannot end on 2023-05-01, before it starts on 2023-05-02",
            "FIA kan inte sluta 2023-05-01, innan den börjar 2023-05-02",
        ),
        (
            lambda: intervention(long_term=True, end=date(2023, 5, 1)),
            "end",
            "FIA is long-term and ends on 2023-05-01; write one of them",
            "FIA är långsiktig och slutar 2023-05-01; skriv ett av dem",
        ),
        (
            lambda: TargetGroup(id="unga", name="Unga", youngest=-1),
            "youngest",
            "an age is in whole years from 0 to 120, not -1",
            "en ålder är i hela år från 0 till 120, inte -1",
        ),
        (
            lambda: TargetGroup(id="unga", name="Unga", oldest=121),
            "oldest",
            "an age is in whole years from 0 to 120, not 121",
            "en ålder är i hela år från 0 till 120, inte 121",
        ),
        (
            lambda: TargetGroup(id="unga", name="Unga", youngest=30, oldest=29),
            "oldest",
            "the ages end at 29, before they begin at 30",
            "åldrarna slutar vid 29, innan de börjar vid 30",
        ),
    ],
)
def test_what_cannot_be_is_refused(make: Callable[[], object], at: str, en: str, sv: str) -> None:
    """Nothing ends before it begins, and what has an end is not long-term."""
    with pytest.raises(PlanError) as error:
        make()
    [problem] = error.value.problems
    assert (problem.path, str(error.value), error.value.text("sv")) == ((at,), en, sv)
