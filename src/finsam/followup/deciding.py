"""What a target asks of what was measured, and what that decides."""

from datetime import date
from fractions import Fraction

from attrs import evolve

from finsam.followup.cases import Case, Decided
from finsam.followup.evaluation import Asked, Evaluation, Reading, Verdict, ends, expected, pace
from finsam.followup.measured import Measured
from finsam.followup.ranges import Range, Unit
from finsam.followup.surveys import Answers
from finsam.followup.values import Done
from finsam.language import Text
from finsam.targets import Aim, AllOrNone, Bound, CountTarget, Milestone, ShareTarget

__all__ = ["against"]


def against(case: Case, reading: Reading) -> Evaluation:
    """The target against a reading of all, and of women and men apart where it is of a share."""
    aim = case.target.aim
    if isinstance(aim, ShareTarget | AllOrNone) and reading.of and reading.of.casefold() != aim.of.casefold():
        return case.told(_OTHER_GROUP(of=reading.of, wanted=aim.of), reading)
    asked = _asked(aim, reading.value)
    if isinstance(asked, Text):
        return case.told(asked, reading)
    verdict, told = _late(case, reading) or _decided(case, reading, asked)
    if isinstance(aim, Milestone) and told in (_MEETS, _MISSES):
        told = _AGAINST
    found = case.told(told, reading, asked, verdict=verdict)
    if asked.unit is not Unit.SHARE or (reading.women is None and reading.men is None):
        return found
    women, men = (
        None if value is None else against(case, Reading(time=reading.time, value=value, people=reading.people))
        for value in (reading.women, reading.men)
    )
    return evolve(found, women=women, men=men)


def _asked(aim: Aim, value: Measured) -> Asked | Text:
    """What is asked of the value, or why nothing can be."""
    if isinstance(aim, ShareTarget | AllOrNone):
        return _share_asked(aim, value)
    if (counted := value.counted) is None:
        return _NO_COUNT
    if not isinstance(aim, CountTarget):
        times = aim.times if isinstance(aim, Milestone) else None
        return Asked(value=counted, unit=Unit.COUNT, wanted=Fraction(times or 1))
    if aim.out_of is not None and value.base is not None and not value.base.meets(Range.exactly(aim.out_of)):
        return _OTHER_BASE(base=value.base.text(Unit.COUNT), wanted=aim.out_of)
    baseline = None if aim.baseline is None else Fraction(aim.baseline)
    return Asked(value=counted, unit=Unit.COUNT, wanted=Fraction(aim.count), bound=aim.bound, baseline=baseline)


def _share_asked(aim: ShareTarget | AllOrNone, value: Measured) -> Asked | Text:
    part = value.part
    if isinstance(aim, AllOrNone):
        if part is None and not aim.every and value.counted == Range.exactly(0):
            part = value.counted  # none is none, out of however many
        bound = Bound.AT_LEAST if aim.every else Bound.AT_MOST
        wanted, baseline = Fraction(aim.every), None
    else:
        bound, wanted, baseline = aim.bound, aim.share, aim.baseline
    if part is None:
        return _NOBODY if value.base is not None and value.base.high == 0 else _NO_SHARE
    return Asked(value=part, unit=Unit.SHARE, wanted=wanted, bound=bound, baseline=baseline)


# What the value decides


def _decided(case: Case, reading: Reading, asked: Asked) -> Decided:
    if reading.last >= (case.period.last or date.max) or isinstance(reading.value, Answers):
        return _in_the_end(case, asked)
    decided = _already(case, asked)
    if decided is not None:
        return decided
    if case.period.last is not None and case.period.last <= case.on:
        return Verdict.CANNOT_TELL, _ONLY_A_PART
    if asked.unit is Unit.SHARE:
        met, words = _is_met(asked), (_MEETS_SO_FAR, _MISSES_SO_FAR)
    else:
        share = pace(case.period, case.profile, reading.last)
        if share is None:
            return Verdict.CANNOT_TELL, _NO_PACE
        met, words = _keeps_pace(case, asked, share), (_KEEPS_PACE, _LOSES_PACE)
    if met is None:
        return Verdict.CANNOT_TELL, _IMPRECISE_SO_FAR
    return (Verdict.ON_TRACK, words[0]) if met else (Verdict.BEHIND, words[1])


def _in_the_end(case: Case, asked: Asked) -> Decided:
    """Whether the value of the whole period meets the target."""
    met = _is_met(asked)
    if met is None:
        return Verdict.CANNOT_TELL, _IMPRECISE
    if met:
        return Verdict.MET, _MEETS
    wanted = asked.wanted or Fraction(0)
    near = case.near and _is_met(asked, slack=case.near if asked.unit is Unit.SHARE else case.near * wanted)
    if near is None and case.near:
        return Verdict.CANNOT_TELL, _NEAR_OR_NOT
    return (Verdict.NEAR, _IS_NEAR) if near else (Verdict.NOT_MET, _MISSES)


def _already(case: Case, asked: Asked) -> Decided | None:
    """What a part of the period decides for all of it: a count does not fall, and one is no longer none."""
    is_none = isinstance(case.target.aim, AllOrNone) and not case.target.aim.every
    if asked.unit is Unit.SHARE:
        return (Verdict.NOT_MET, _MISSES) if is_none and _is_met(asked) is False else None
    low, high = ends(asked)
    if asked.bound is Bound.AT_LEAST:
        return (Verdict.MET, _MEETS) if asked.value.is_at_least(low) else None
    return (Verdict.NOT_MET, _MISSES) if asked.value.is_at_most(high) is False else None


def _keeps_pace(case: Case, asked: Asked, share: Fraction) -> bool | None:
    """Whether a count is where it should be."""
    low, high = ends(asked)
    if asked.bound is Bound.AT_MOST:
        return asked.value.is_at_most(high * share)
    return asked.value.is_at_least(expected(case.target.aim, low, share))


def _is_met(asked: Asked, *, slack: Fraction = Fraction(0)) -> bool | None:
    """Whether all of the value lies on the right side, or so near it; None where only some of it does."""
    low, high = ends(asked)
    if slack:
        low, high = low - slack, high + slack
    if asked.bound is Bound.AT_LEAST:
        return asked.value.is_at_least(low)
    if asked.bound is Bound.AT_MOST:
        return asked.value.is_at_most(high)
    sides = (asked.value.is_at_least(low), asked.value.is_at_most(high))
    return False if False in sides else None if None in sides else True


def _late(case: Case, reading: Reading) -> Decided | None:
    """That what was done by a day was done after it, or nobody knows when; None where neither is so."""
    aim, counted = case.target.aim, reading.value.counted
    if not isinstance(aim, Milestone) or aim.by is None or counted is None:
        return None
    is_done = counted.is_at_least(Fraction(aim.times or 1))
    if is_done and isinstance(reading.value, Done) and reading.value.on is not None:
        return _on_its_day(reading.value, reading.value.on, aim.times or 1, aim.by)
    if is_done:
        return (Verdict.CANNOT_TELL, _WHICH_DAY) if reading.last > aim.by else None
    return (Verdict.NOT_MET, _BY) if is_done is False and aim.by <= reading.last else None


def _on_its_day(value: Done, on: date, times: int, by: date) -> Decided:
    """Whether it was done in time, by the day of the last time, which can be one more than was asked for."""
    if on <= by:
        return Verdict.MET, _BY
    return (Verdict.NOT_MET, _TOO_LATE) if value.done == times else (Verdict.CANNOT_TELL, _WHICH_DAYS)


_OTHER_GROUP = Text(
    en='measured among "{of}", but the target is of "{wanted}"', sv='mätt bland "{of}", men målet gäller "{wanted}"'
)
_OTHER_BASE = Text(
    en="measured out of {base}, but the target is out of {wanted}", sv="mätt av {base}, men målet är av {wanted}"
)
_NO_COUNT = Text(
    en="the target is a number, and what was measured does not say how many",
    sv="målet är ett antal, och det som mätts säger inte hur många",
)
_NO_SHARE = Text(
    en="the target is a share, and what was measured does not say of how many",
    sv="målet är en andel, och det som mätts säger inte av hur många",
)
_NOBODY = Text(en="there was nobody in the group", sv="det fanns ingen i gruppen")
_MEETS = Text(en="{measured} is {wanted}", sv="{measured} är {wanted}")
_MISSES = Text(en="{measured} is not {wanted}: {gap}", sv="{measured} mot målet {wanted}: {gap}")
_IS_NEAR = Text(
    en="{measured} is not {wanted}, but no more than {near} from it: {gap}",
    sv="{measured} mot målet {wanted}, högst {near} ifrån: {gap}",
)
_IMPRECISE = Text(
    en="{measured} can be {wanted} or not: it is too imprecise to tell",
    sv="{measured} kan vara {wanted} eller inte: det är för oprecist för att avgöra",
)
_IMPRECISE_SO_FAR = Text(
    en="{measured} by {last} can be enough for {wanted} or not: it is too imprecise to tell",
    sv="{measured} till och med {last} kan räcka till {wanted} eller inte: det är för oprecist för att avgöra",
)
_NEAR_OR_NOT = Text(
    en="{measured} is not {wanted}, but too imprecise to tell whether it is no more than {near} from it",
    sv="{measured} når inte målet {wanted}, men är för oprecist för att avgöra om det är högst {near} ifrån",
)
_ONLY_A_PART = Text(
    en="{measured} is measured only through {last}, but the target is for {period}",
    sv="{measured} är mätt bara till och med {last}, men målet gäller {period}",
)
_MEETS_SO_FAR = Text(en="{measured} through {last} is {wanted}", sv="{measured} till och med {last} är {wanted}")
_MISSES_SO_FAR = Text(
    en="{measured} through {last} is not {wanted}: {gap}", sv="{measured} till och med {last} mot målet {wanted}: {gap}"
)
_NO_PACE = Text(
    en="the target has no last day, so that nobody knows how much of it there should be by {last}",
    sv="målet har ingen sista dag, så det går inte att veta hur mycket det borde vara till och med {last}",
)
_KEEPS_PACE = Text(
    en="{measured} against {wanted}: it keeps up with {expected}",
    sv="{measured} mot målet {wanted}: håller takten, {expected}",
)
_LOSES_PACE = Text(
    en="{measured} against {wanted}: it does not keep up with {expected}",
    sv="{measured} mot målet {wanted}: håller inte takten, {expected}",
)
_TOO_LATE = Text(en="{measured}, after {by}", sv="{measured}, efter {by}")
_WHICH_DAY = Text(
    en="{measured}, but not said on which day, and the target is by {by}",
    sv="{measured}, men inte vilken dag, och målet är senast {by}",
)
_AGAINST = Text(en="{measured}, and the target is {wanted}", sv="{measured}, och målet är {wanted}")
_BY = Text(en="{measured}, and the target is by {by}", sv="{measured}, och målet är senast {by}")
_WHICH_DAYS = Text(
    en="{measured}, but not said when before that, and the target is by {by}",
    sv="{measured}, men inte när dessförinnan, och målet är senast {by}",
)
