"""How a target is judged (*bedömning*): which of what was measured is held against it, on which day."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from finsam.errors import FollowUpError
from finsam.followup.cases import Case
from finsam.followup.deciding import against
from finsam.followup.evaluation import MEASURED_TWICE, Evaluation, Profile, Reading, Verdict, read
from finsam.followup.measurement import Measurement
from finsam.followup.surveys import Answers
from finsam.followup.trends import trend
from finsam.followup.values import Done
from finsam.language import Text
from finsam.period import Period, calendar_year, time_label
from finsam.targets import Aim, Milestone, Target, Trend
from finsam.typed import expect

__all__ = ["evaluate", "judged"]


def evaluate(
    target: Target | Aim,
    *measurements: Measurement,
    year: int,
    on: date | None = None,
    near: Fraction | None = None,
    profile: Profile | None = None,
) -> Evaluation:
    """
    Whether a target was met, by what was measured until a day.

    `year` is the year of the target and of measurements that do not say another period; `on` is the day, the last of
    the year where it is left out. `near` is how far from the target is near: percentage points of a share, as
    `share("2 %")`, and otherwise a share of the target; where it is left out nothing is. `profile` is how much of a
    count is expected by which day; an even pace where it is left out. Raises `PeriodError` for a year that is none,
    `WrongTypeError` for a `near` and a profile that are no exact shares, and `FollowUpError` for two measurements of
    the same time.

    What is measured decides only where all that it can stand for does.

    >>> from finsam.followup import Counted
    >>> throughput = ShareTarget(share=share("40 %"), of="deltagarna", to="avslut")
    >>> measured = Measurement(target="avslut", value=Counted(count=271, out_of=705))
    >>> print(evaluate(throughput, measured, year=2022).reason)
    38,4 % (271 of 705) is not at least 40 %: 1,6 percentage points short
    >>> evaluate(throughput, measured, year=2022, near=share("2 %")).verdict
    Verdict.NEAR
    """
    period = calendar_year(year)
    aimed = target if isinstance(target, Target) else Target(aim=target)
    readings = [read(each, each.period or year) for each in measurements]
    _are_apart(readings)
    return judged(aimed, readings, year=year, on=on or period.last or date.max, near=near, profile=profile)


def judged(
    target: Target,
    readings: Iterable[Reading],
    *,
    year: int,
    on: date,
    near: Fraction | None = None,
    profile: Profile | None = None,
) -> Evaluation:
    """The same, by readings of all that a follow-up holds."""
    known = sorted((each for each in readings if each.last <= on), key=lambda each: each.ends)
    _are_exact(near, profile)
    case = Case(target=target, period=_period(target, year), on=on, near=near, profile=profile)
    if not known:
        return case.told(_NOTHING_MEASURED, verdict=Verdict.NOT_MEASURED)
    within = [each for each in known if _is_within(each, case.period)]
    reading = _chosen(within, case)
    if reading is None:
        return case.told(_OTHER_PERIOD(times=tuple(time_label(each.time) for each in known), period=str(case.period)))
    return trend(case, reading, known) if isinstance(target.aim, Trend) else against(case, reading)


def _are_apart(readings: Sequence[Reading]) -> None:
    """Refuse two of the same time, of which either could be the one that is meant."""
    times = [each.ends for each in readings]
    for index, each in enumerate(readings):
        if times[index] in times[:index]:
            raise FollowUpError(MEASURED_TWICE(time=time_label(each.time)))


def _are_exact(near: Fraction | None, profile: Profile | None) -> None:
    """Refuse a float, which would be computed with."""
    if near is not None:
        expect(near, Fraction, "near")
    for share in (profile or {}).values():
        expect(share, Fraction, "profile")


# Which reading


def _period(target: Target, year: int) -> Period:
    """The period of the target, or the year; through its day for what is to be done by one in a later year."""
    period = target.period or calendar_year(year)
    by = target.aim.by if isinstance(target.aim, Milestone) else None
    return period if by is None or by in period or by < period.first else Period(first=period.first, last=by)


def _is_within(reading: Reading, period: Period) -> bool:
    """Whether all of its time is in the period, or the day on which it was done."""
    if isinstance(reading.value, Done) and reading.value.on is not None and reading.value.on in period:
        return True
    first, last = reading.ends
    return period.first <= first and last <= (period.last or date.max)


def _chosen(within: Sequence[Reading], case: Case) -> Reading | None:
    """The reading of the whole period, or else the last of a part that can stand for it."""
    ends = (case.period.first, case.period.last or date.max)
    for each in within:
        if each.ends == ends:
            return each
    fit = [each for each in within if _can_stand(each, case)]
    return max(fit, key=lambda each: (each.last, -each.ends[0].toordinal()), default=None)


def _can_stand(reading: Reading, case: Case) -> bool:
    """Whether it begins with the period, is of some day in it, or is one of those by which it goes up or down."""
    is_begun = reading.ends[0] == case.period.first
    return is_begun or _is_of_a_day(reading) or isinstance(case.target.aim, Trend)


def _is_of_a_day(reading: Reading) -> bool:
    """Whether it was asked or done on some day, so that it is not of a part of the year only."""
    return isinstance(reading.value, Answers | Done)


_NOTHING_MEASURED = Text(en="nothing has been measured", sv="ingenting har mätts")
_OTHER_PERIOD = Text(
    en="measured for {times}, but the target is for {period}", sv="mätt för {times}, men målet gäller {period}"
)
