"""Targets: one type for each meaning, in words that say what it means."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given

from content_strategies import aims, count_targets, share_targets, targets
from finsam import AllOrNone, CountTarget, Milestone, Period, ShareTarget, Target, Trend, share
from finsam.errors import TargetError
from finsam.language import LANGUAGES
from finsam.targets import Aim, Bound, Direction
from names import NAMES
from strategies import tries

# Laws


@tries(50)
@given(targets(groups=["unga"], indicators=["arbete"]))
def test_repr_builds_the_target_again(target: Target) -> None:
    """What is shown is Python that gives the same target."""
    assert eval(repr(target), NAMES) == target


@tries(50)
@given(aims())
def test_an_aim_is_told_in_both_languages_in_the_words_of_the_plan(aim: Aim) -> None:
    """Nothing is said in one language only, and what the plan itself says is not changed in either."""
    own = [getattr(aim, name, None) for name in ("of", "to", "what")]
    for language in LANGUAGES:
        text = aim.text.to(language)
        assert all(words in text for words in own if words is not None)


@tries(50)
@given(share_targets())
def test_the_share_of_a_group_is_a_part_of_it(target: ShareTarget) -> None:
    """From nobody to everybody, and so is what one starts from."""
    assert all(0 <= each <= 1 for each in (target.share, target.baseline) if each is not None)


@tries(50)
@given(count_targets())
def test_a_count_is_never_of_more_than_there_are(target: CountTarget) -> None:
    """Nor below zero."""
    assert target.out_of is None or 0 <= target.count <= target.out_of


@tries(50)
@given(targets(groups=["unga"], indicators=["arbete"]))
def test_only_a_direction_from_nowhere_with_no_measure_cannot_be_judged(target: Target) -> None:
    """A figure, a group or a deed can be held against what came of it; `increase` alone cannot."""
    adrift = isinstance(target.aim, Trend) and target.aim.baseline is None and target.indicator is None
    assert target.can_be_judged == (not adrift)


# In words


@pytest.mark.parametrize(
    ("aim", "en", "sv"),
    [
        (
            ShareTarget(share=share("40 %"), of="dem som bedöms ha arbetsförmåga", to="arbete eller studier"),
            "at least 40 % of dem som bedöms ha arbetsförmåga: arbete eller studier",
            "minst 40 % av dem som bedöms ha arbetsförmåga: arbete eller studier",
        ),
        (
            ShareTarget(
                share=share("5 %"), of="deltagarna", to="avbrott", bound=Bound.AT_MOST, baseline=Fraction(1, 8)
            ),
            "at most 5 % of deltagarna: avbrott (from 12,5 %)",
            "högst 5 % av deltagarna: avbrott (från 12,5 %)",
        ),
        (
            CountTarget(count=100, out_of=500, to="identifierade"),
            "at least 100 of 500: identifierade",
            "minst 100 av 500: identifierade",
        ),
        (
            CountTarget(count=140, to="flöde", bound=Bound.ABOUT, baseline=120),
            "about 140: flöde (from 120)",
            "omkring 140: flöde (från 120)",
        ),
        (
            CountTarget(count=80, to="väntande", bound=Bound.AT_MOST, baseline=120),
            "at most 80: väntande (from 120)",
            "högst 80: väntande (från 120)",
        ),
        (
            CountTarget(count=12_500, out_of=42_659, to="nådda"),
            "at least 12 500 of 42 659: nådda",
            "minst 12 500 av 42 659: nådda",
        ),
        (
            AllOrNone(every=True, of="deltagare", to="en plan"),
            "all of deltagare: en plan",
            "deltagare, alla: en plan",
        ),
        (
            AllOrNone(every=False, of="deltagare", to="avslut utan plan"),
            "none of deltagare: avslut utan plan",
            "deltagare, ingen: avslut utan plan",
        ),
        (
            Trend(direction=Direction.INCREASE, of="självförsörjning"),
            "increase: självförsörjning",
            "självförsörjning ska öka",
        ),
        (
            Trend(direction=Direction.DECREASE, of="sjukskrivning", baseline="2016"),
            "decrease: sjukskrivning (from 2016)",
            "sjukskrivning ska minska (från 2016)",
        ),
        (Milestone(what="ägarsamråd", times=2), "2 × ägarsamråd", "2 × ägarsamråd"),
        (
            Milestone(what="webbplats", by=date(2012, 6, 30)),
            "webbplats, by 2012-06-30",
            "webbplats, senast 2012-06-30",
        ),
    ],
    ids=lambda value: str(value.text) if hasattr(value, "text") else "",
)
def test_an_aim_in_words(aim: Aim, en: str, sv: str) -> None:
    """The frame is the language's, the group and the matter are the plan's."""
    assert (str(aim.text), aim.text.to("sv")) == (en, sv)


def test_a_target_may_lie_below_its_baseline_as_well_as_above() -> None:
    """To reckon with fewer than last year is a plan too."""
    below = CountTarget(count=90, to="deltagare", baseline=120)
    assert (below.count, below.baseline) == (90, 120)


def test_a_target_is_for_a_period_a_group_and_both_sexes_where_the_plan_says_so() -> None:
    """And for nobody in particular, always, where it does not; it has an id only where it is to be spoken of."""
    aim, year = AllOrNone(every=True, of="deltagarna", to="en plan"), Period(first=date(2023, 1, 1))
    stated = Target(aim=aim, id="plan", period=year, group="unga", indicator="planer", by_sex=True)
    assert (stated.id, stated.period, stated.group) == ("plan", year, "unga")
    assert (stated.indicator, stated.by_sex) == ("planer", True)
    assert Target(aim=aim) == evolve(stated, id=None, period=None, group=None, indicator=None, by_sex=False)


# What cannot be


@pytest.mark.parametrize(
    ("make", "at", "en", "sv"),
    [
        (
            lambda: ShareTarget(share=share("101 %"), of="alla", to="arbete"),
            "share",
            "a share of a group is from 0 % to 100 %, not 101 %",
            "en andel av en grupp är från 0 % till 100 %, inte 101 %",
        ),
        (
            lambda: ShareTarget(share=Fraction(-1, 20), of="alla", to="arbete"),
            "share",
            "a share of a group is from 0 % to 100 %, not -5 %",
            "en andel av en grupp är från 0 % till 100 %, inte -5 %",
        ),
        (
            lambda: ShareTarget(share=share("40 %"), of="alla", to="arbete", baseline=Fraction(3, 2)),
            "baseline",
            "a share of a group is from 0 % to 100 %, not 150 %",
            "en andel av en grupp är från 0 % till 100 %, inte 150 %",
        ),
        (
            lambda: ShareTarget(share=share("40 %"), of=" ", to="arbete"),
            "of",
            "of whom? write the group under of",
            "av vilka? skriv gruppen under of",
        ),
        (
            lambda: CountTarget(count=-1, to="arbete"),
            "count",
            "a count is zero or more, not -1",
            "ett antal är noll eller mer, inte -1",
        ),
        (
            lambda: CountTarget(count=1, out_of=-2, to="arbete"),
            "out_of",
            "a count is zero or more, not -2",
            "ett antal är noll eller mer, inte -2",
        ),
        (
            lambda: CountTarget(count=1, baseline=-3, to="arbete"),
            "baseline",
            "a count is zero or more, not -3",
            "ett antal är noll eller mer, inte -3",
        ),
        (
            lambda: CountTarget(count=501, out_of=500, to="arbete"),
            "count",
            "501 out of 500 is more than there are",
            "501 av 500 är fler än det finns",
        ),
        (
            lambda: AllOrNone(every=True, of="", to="en plan"),
            "of",
            "of whom? write the group under of",
            "av vilka? skriv gruppen under of",
        ),
        (
            lambda: Milestone(what="samråd", times=0),
            "times",
            "what is to be done is done once or more, not 0 times",
            "det som ska göras görs en gång eller fler, inte 0 gånger",
        ),
    ],
)
def test_a_target_that_cannot_be_is_refused(make: Callable[[], Aim], at: str, en: str, sv: str) -> None:
    """A share is of something and not above the whole of it, and a count is of what there is."""
    with pytest.raises(TargetError) as error:
        make()
    [problem] = error.value.problems
    assert (problem.path, str(error.value), error.value.text("sv")) == ((at,), en, sv)
