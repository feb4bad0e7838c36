"""Targets: one type for each meaning, in words that say what it means."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings

from content_strategies import aims, count_targets, share_targets, targets
from finsam import AllOrNone, CountTarget, Milestone, Period, ShareTarget, Target, Trend, share
from finsam.errors import TargetError
from finsam.targets import Aim, Bound, Direction
from names import NAMES

# Laws


@settings(max_examples=50)
@given(targets(groups=["unga"], indicators=["arbete"]))
def test_repr_builds_the_target_again(target: Target) -> None:
    """What is shown is Python that gives the same target."""
    assert eval(repr(target), NAMES) == target


@settings(max_examples=50)
@given(aims())
def test_an_aim_is_shown_in_english_and_has_both_languages(aim: Aim) -> None:
    """What a developer prints is English; nothing is said in one language only."""
    assert str(aim) == aim.text.en
    assert aim.text.sv


@settings(max_examples=50)
@given(share_targets())
def test_the_share_of_a_group_is_a_part_of_it(target: ShareTarget) -> None:
    """From nobody to everybody, and so is what one starts from."""
    assert all(0 <= each <= 1 for each in (target.share, target.baseline) if each is not None)


@settings(max_examples=50)
@given(count_targets())
def test_a_count_is_never_of_more_than_there_are(target: CountTarget) -> None:
    """Nor below nought."""
    assert target.out_of is None or 0 <= target.count <= target.out_of


@settings(max_examples=50)
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
            AllOrNone(every=True, of="deltagarna", to="en plan"),
            "all of deltagarna: en plan",
            "alla av deltagarna: en plan",
        ),
        (
            AllOrNone(every=False, of="deltagarna", to="avslut utan plan"),
            "none of deltagarna: avslut utan plan",
            "ingen av deltagarna: avslut utan plan",
        ),
        (
            Trend(direction=Direction.INCREASE, of="självförsörjning"),
            "increase: självförsörjning",
            "öka: självförsörjning",
        ),
        (
            Trend(direction=Direction.DECREASE, of="sjukskrivning", baseline="2016"),
            "decrease: sjukskrivning (from 2016)",
            "minska: sjukskrivning (från 2016)",
        ),
        (Milestone(what="ägarsamråd", times=2), "2 × ägarsamråd", "2 × ägarsamråd"),
        (
            Milestone(what="webbplats", by=date(2012, 6, 30)),
            "webbplats, by 2012-06-30",
            "webbplats, senast 2012-06-30",
        ),
    ],
    ids=str,
)
def test_an_aim_in_words(aim: Aim, en: str, sv: str) -> None:
    """The frame is the language's, the group and the matter are the plan's."""
    assert (aim.text.en, aim.text.sv) == (en, sv)


def test_a_target_may_lie_below_its_baseline_as_well_as_above() -> None:
    """To reckon with fewer than last year is a plan too."""
    below = CountTarget(count=90, to="deltagare", baseline=120)
    assert (below.count, below.baseline) == (90, 120)


def test_a_target_is_for_a_period_a_group_and_both_sexes_where_the_plan_says_so() -> None:
    """And for nobody in particular, always, where it does not."""
    aim, year = AllOrNone(every=True, of="deltagarna", to="en plan"), Period(first=date(2023, 1, 1))
    stated = Target(aim=aim, period=year, group="unga", indicator="planer", by_sex=True)
    assert (stated.period, stated.group, stated.indicator, stated.by_sex) == (year, "unga", "planer", True)
    assert Target(aim=aim) == Target(aim=aim, period=None, group=None, indicator=None, by_sex=False)


# What cannot be


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: ShareTarget(share=share("101 %"), of="alla", to="arbete"),
            "a share of a group is from 0 % to 100 %, not 101 %",
        ),
        (
            lambda: ShareTarget(share=Fraction(-1, 20), of="alla", to="arbete"),
            "a share of a group is from 0 % to 100 %, not -5 %",
        ),
        (
            lambda: ShareTarget(share=share("40 %"), of="alla", to="arbete", baseline=Fraction(3, 2)),
            "a share of a group is from 0 % to 100 %, not 150 %",
        ),
        (lambda: ShareTarget(share=share("40 %"), of=" ", to="arbete"), "40 % of what? write the group under of"),
        (lambda: CountTarget(count=-1, to="arbete"), "a count is nought or more, not -1"),
        (lambda: CountTarget(count=1, out_of=-2, to="arbete"), "a count is nought or more, not -2"),
        (lambda: CountTarget(count=1, baseline=-3, to="arbete"), "a count is nought or more, not -3"),
        (lambda: CountTarget(count=501, out_of=500, to="arbete"), "501 out of 500 is more than there are"),
        (lambda: AllOrNone(every=True, of="", to="en plan"), "all or none of what? write the group under of"),
        (lambda: Milestone(what="samråd", times=0), "what is to be done is done once or more, not 0 times"),
    ],
)
def test_a_target_that_cannot_be_is_refused(make: Callable[[], Aim], message: str) -> None:
    """A share is of something and not above the whole of it, and a count is of what there is."""
    with pytest.raises(TargetError) as error:
        make()
    assert str(error.value) == message
