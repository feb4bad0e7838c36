"""What came of a target (*måluppfyllelse*): whether it was met, by how much, and why that is said."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import floor

from attrs import frozen

from finsam.followup.measured import Measured
from finsam.followup.measurement import Measurement
from finsam.followup.ranges import PART, Range, Unit, figure
from finsam.language import Choice, Text
from finsam.period import Period, Time, in_order, time_label
from finsam.printed import Printed
from finsam.targets import Aim, AllOrNone, Bound, Direction, Milestone, Target, Trend

__all__ = [
    "MEASURED_TWICE",
    "Asked",
    "Evaluation",
    "Profile",
    "Reading",
    "Verdict",
    "ends",
    "expected",
    "pace",
    "read",
    "said",
]

Profile = Mapping[date, Fraction]
"""What share of a count is expected by a day (*profil*); between the days it grows evenly."""


class Verdict(Choice):
    """Whether a target was met (*bedömning*)."""

    MET = "met", "met", "uppnått"
    NEAR = "near", "near", "nära"
    NOT_MET = "not met", "not met", "ej uppnått"
    ON_TRACK = "on track", "on track", "i fas"
    BEHIND = "behind", "behind", "efter"
    NOT_MEASURED = "not measured", "not measured", "inte mätt"
    CANNOT_TELL = "cannot tell", "cannot be told", "kan inte avgöras"


@frozen(kw_only=True)
class Reading:
    """
    What was measured in one time, of all, of women and of men.

    `of` is the group, where that is another than the target's, and `people` whether it is people that are counted.
    """

    time: Time
    value: Measured
    women: Measured | None = None
    men: Measured | None = None
    of: str | None = None
    people: bool = True

    @cached_property
    def ends(self) -> tuple[date, date]:
        """The first day and the last of what was measured."""
        return in_order(self.time)

    @property
    def last(self) -> date:
        """The last day of what was measured."""
        return self.ends[1]


def read(row: Measurement, time: Time) -> Reading:
    """What a measurement says of the time that it is for."""
    return Reading(time=time, value=row.together, women=row.women, men=row.men, of=row.of, people=row.people)


@frozen(kw_only=True)
class Asked:
    """
    What is asked of what was measured: the value, and the figure that it is held against, on which side.

    `wanted` is None for a trend from what is not one number.
    """

    value: Range
    unit: Unit
    wanted: Fraction | None
    bound: Bound = Bound.AT_LEAST
    baseline: Fraction | None = None


@frozen(kw_only=True)
class Evaluation:
    """
    A target, and whether it was met (*måluppfyllelse*), in the `period` of the target and by what was known `on` a day.

    `women` and `men` are evaluated apart where the target is a share of a group. `near` and `profile` are the user's
    own, as for `evaluate`.
    """

    target: Target
    verdict: Verdict
    told: Text
    period: Period
    on: date
    near: Fraction | None = None
    profile: Profile | None = None
    reading: Reading | None = None
    asked: Asked | None = None
    before: Reading | None = None
    women: "Evaluation | None" = None
    men: "Evaluation | None" = None

    @property
    def value(self) -> Range | None:
        """What it came to: a part of one for a share, öre for an amount; None where nothing can be held against it."""
        return None if self.asked is None else self.asked.value

    @property
    def unit(self) -> Unit | None:
        """What the value and the gap are numbers of."""
        return None if self.asked is None else self.asked.unit

    @property
    def gap(self) -> Range | None:
        """The value less the target, or less what a trend starts from, in the unit of the target."""
        if self.asked is None or self.asked.wanted is None:
            return None
        return self.asked.value.plus(-self.asked.wanted)

    @property
    def attained(self) -> Range | None:
        """
        What share of the target is attained, from the baseline where there is one and otherwise from zero.

        None where there is no such share, as for a trend, and for at most so many without a baseline.
        """
        asked, aim = self.asked, self.target.aim
        if asked is None or asked.wanted is None or isinstance(aim, Trend):
            return None
        if isinstance(aim, AllOrNone) and not aim.every:
            return asked.value.negative().plus(1)  # those of whom it is not so
        start, is_most = asked.baseline, asked.bound is Bound.AT_MOST
        if (
            start is not None
            and start != asked.wanted
            and (asked.bound is Bound.ABOUT or is_most == (start > asked.wanted))
        ):
            return asked.value.plus(-start).times(1 / (asked.wanted - start))
        return None if is_most or not asked.wanted else asked.value.times(1 / asked.wanted)

    @property
    def reason(self) -> Text:
        """Why that is said, in one sentence."""
        if self.told.values:
            return self.told
        return self.told(**{name: _FACTS[name](self) for name in self.told.names})

    @property
    def text(self) -> Text:
        """The verdict, and why."""
        return _VERDICT(verdict=self.verdict, reason=self.reason)

    def __str__(self) -> str:
        return str(self.text)


def expected(aim: Aim, wanted: Fraction, share: Fraction) -> Fraction:
    """How much of a count that share of it is; what is done only a few times is done by whole times."""
    return Fraction(floor(wanted * share)) if isinstance(aim, Milestone) else wanted * share


def pace(period: Period, profile: Profile | None, day: date) -> Fraction | None:
    """What share of a count is expected by a day; None where the period has no last day."""
    first, last = period.first, period.last
    if last is None:
        return None
    given = [(each.toordinal(), share) for each, share in (profile or {}).items() if first <= each < last]
    points = sorted([(first.toordinal() - 1, Fraction(0)), *given, (last.toordinal(), Fraction(1))])
    at = min(day, last).toordinal()
    after = next(place for place, (each, _) in enumerate(points) if each >= at)
    (before, lower), (until, upper) = points[max(after - 1, 0)], points[after]
    return upper if until == before else lower + (upper - lower) * Fraction(at - before, until - before)


def ends(asked: Asked) -> tuple[Fraction, Fraction]:
    """Between which figures the value is to be: about so many is what a document would print as "ca" so many."""
    wanted = asked.wanted or Fraction(0)
    if asked.bound is not Bound.ABOUT:
        return wanted, wanted
    read = Printed.share if asked.unit is Unit.SHARE else Printed.number
    about = read(f"ca {figure(wanted, asked.unit)}")
    return about.low or Fraction(0), about.high or wanted


MEASURED_TWICE = Text(
    en="it is measured twice for {time}; keep one, or write another period",
    sv="det är mätt två gånger för {time}; behåll en, eller skriv en annan period",
)

# The facts of the sentences


def said(value: Measured, share: Text | None = None) -> Text:
    """A value as it stands in a sentence: an exact share with what it is of, and anything else as it was printed."""
    part = value.part
    if part is None or part.exact is None or value.counted is None or value.base is None:
        return value.text
    count, out_of = value.counted.text(Unit.COUNT), value.base.text(Unit.COUNT)
    return PART(share=share or part.text(Unit.SHARE), count=count, out_of=out_of)


def _measured(of: Evaluation) -> Text:
    """What was measured, and what that comes to where it does not say so itself."""
    assert of.reading is not None
    assert of.asked is not None
    value = of.reading.value
    size = of.asked.value.text(of.asked.unit, beside=of.asked.wanted)
    if of.asked.unit in (Unit.AMOUNT, Unit.MEAN):
        return value.text
    if of.asked.value.exact is None:
        return _THAT_IS(said=value.text, size=size)
    return said(value, size) if of.asked.unit is Unit.SHARE else value.text


def _wanted(of: Evaluation) -> Text:
    aim, asked = of.target.aim, of.asked
    if isinstance(aim, AllOrNone):
        return _ALL if aim.every else _NONE
    if isinstance(aim, Milestone):
        return _ONCE if aim.times in (None, 1) else _TIMES(times=aim.times)
    assert asked is not None
    return _BOUNDED(bound=asked.bound, figure=figure(asked.wanted or Fraction(0), asked.unit))


def _gap(of: Evaluation) -> Text:
    """By how much the value misses, in the unit of the target."""
    gap, asked = of.gap, of.asked
    assert gap is not None
    assert asked is not None
    is_over = asked.bound is not Bound.AT_LEAST and gap.is_at_least(Fraction(0)) is True
    low, high = ends(asked)
    size = asked.value.plus(-high) if is_over else asked.value.negative().plus(low)
    if asked.unit is Unit.SHARE:
        return (_POINTS_OVER if is_over else _POINTS_SHORT)(points=size.points())
    return (_OVER if is_over else _SHORT)(gap=size.text(asked.unit))


def _expected(of: Evaluation) -> Text:
    assert of.reading is not None
    assert of.asked is not None
    day = of.reading.last
    share = pace(of.period, of.profile, day) or Fraction(0)
    by_then = expected(of.target.aim, of.asked.wanted or Fraction(0), share)
    return (_BY_PROFILE if of.profile else _BY_EVEN_PACE)(expected=figure(by_then, of.asked.unit), day=day)


def _near(of: Evaluation) -> Text:
    near = of.near or Fraction(0)
    assert of.asked is not None
    if of.asked.unit is Unit.SHARE:
        return _POINTS(points=figure(near * 100, Unit.MEAN))
    return _SHARE_OF_TARGET(share=figure(near, Unit.SHARE))


def _direction(of: Evaluation) -> Text:
    assert isinstance(of.target.aim, Trend)
    return _MORE if of.target.aim.direction is Direction.INCREASE else _LESS


def _before(of: Evaluation) -> Text:
    """What a trend starts from: what was measured before, or the baseline."""
    if of.before is not None:
        return _THEN(value=said(of.before.value), time=time_label(of.before.time))
    assert isinstance(of.target.aim, Trend)
    return _BASELINE(baseline=of.target.aim.baseline)


def _by(of: Evaluation) -> object:
    return of.target.aim.by if isinstance(of.target.aim, Milestone) else None


_FACTS: Mapping[str, Callable[[Evaluation], object]] = {
    "measured": _measured,
    "wanted": _wanted,
    "gap": _gap,
    "expected": _expected,
    "near": _near,
    "by": _by,
    "before": _before,
    "direction": _direction,
    "period": lambda of: str(of.period),
    "last": lambda of: None if of.reading is None else of.reading.last,
}
"""What each name in a sentence stands for."""

_VERDICT = Text(en="{verdict}: {reason}", sv="{verdict}: {reason}")
_THAT_IS = Text(en="{said}, which is {size},", sv="{said}, det vill säga {size},")
_ALL = Text(en="all", sv="alla")
_NONE = Text(en="none", sv="ingen")
_ONCE = Text(en="once", sv="en gång")
_TIMES = Text(en="{times} times", sv="{times} gånger")
_BOUNDED = Text(en="{bound} {figure}", sv="{bound} {figure}")
_POINTS_SHORT = Text(en="{points} percentage points short", sv="{points} procentenheter under målet")
_POINTS_OVER = Text(en="{points} percentage points over", sv="{points} procentenheter över målet")
_SHORT = Text(en="{gap} short", sv="{gap} under målet")
_OVER = Text(en="{gap} over", sv="{gap} över målet")
_POINTS = Text(en="{points} percentage points", sv="{points} procentenheter")
_SHARE_OF_TARGET = Text(en="{share} of the target", sv="{share} av målet")
_BY_EVEN_PACE = Text(
    en="{expected}, which an even pace asks for by {day}", sv="{expected} till och med {day} om den är jämn"
)
_BY_PROFILE = Text(
    en="{expected}, which the profile asks for by {day}", sv="{expected} till och med {day} enligt profilen"
)
_THEN = Text(en="{value} for {time}", sv="{value} för {time}")
_BASELINE = Text(en="the baseline, {baseline}", sv="utgångsläget, {baseline}")
_MORE = Text(en="more", sv="mer")
_LESS = Text(en="less", sv="mindre")
