"""Trends (*utveckling*): whether something went the way that it was to go, from what it was before."""

from collections.abc import Sequence

from finsam.errors import PrintedError
from finsam.followup.cases import Case
from finsam.followup.evaluation import Asked, Evaluation, Reading, Verdict
from finsam.followup.ranges import Range, Unit
from finsam.language import Text
from finsam.printed import Printed
from finsam.targets import Direction, Trend

__all__ = ["trend"]


def trend(case: Case, reading: Reading, known: Sequence[Reading]) -> Evaluation:
    """Whether it went the way that it was to go, from what it was before or from the baseline."""
    aim = case.target.aim
    assert isinstance(aim, Trend)
    value, unit = reading.value.size
    found = _start(aim, reading, known)
    if isinstance(found, Text):
        return case.told(found, reading)
    start, before = found
    is_so = value.is_above(start) if aim.direction is Direction.INCREASE else start.is_above(value)
    told = _WENT_UNKNOWN if is_so is None else _WENT if is_so else _WENT_NOT
    verdict = Verdict.CANNOT_TELL if is_so is None else Verdict.MET if is_so else Verdict.NOT_MET
    asked = Asked(value=value, unit=unit, wanted=start.exact)
    return case.told(told, reading, asked, verdict=verdict, before=before)


def _start(aim: Trend, reading: Reading, known: Sequence[Reading]) -> tuple[Range, Reading | None] | Text:
    """What it was before, and when that was measured; or why that is not known."""
    earlier = [each for each in known if each.last < reading.ends[0]]
    for then in reversed(earlier):
        if _is_alike(then, reading):
            return then.value.size[0], then
    if aim.baseline is None:
        return _OTHER_BEFORE if earlier else _NOTHING_BEFORE
    unit = reading.value.size[1]
    read = {Unit.SHARE: Printed.share, Unit.AMOUNT: Printed.amount}.get(unit, Printed.number)
    try:
        return Range.of(read(aim.baseline)), None
    except PrintedError:
        return _BASELINE_IN_WORDS(baseline=aim.baseline)


def _is_alike(then: Reading, now: Reading) -> bool:
    """Whether the two can be compared: of the same group and kind, and counts of the same part of the year."""
    same = ("of", "scale")
    if then.of != now.of or any(getattr(then.value, key, None) != getattr(now.value, key, None) for key in same):
        return False
    (_, unit), (_, other) = then.value.size, now.value.size
    return unit is other and (unit in (Unit.SHARE, Unit.MEAN) or _days_of(then) == _days_of(now))


def _days_of(reading: Reading) -> list[tuple[int, int]]:
    return [(each.month, each.day) for each in reading.ends]


_WENT = Text(en="{measured} is {direction} than {before}", sv="{measured} är {direction} än {before}")
_WENT_NOT = Text(en="{measured} is not {direction} than {before}", sv="{measured} är inte {direction} än {before}")
_WENT_UNKNOWN = Text(
    en="{measured} can be {direction} than {before} or not: it is too imprecise to tell",
    sv="{measured} kan vara {direction} än {before} eller inte: det är för oprecist för att avgöra",
)
_BASELINE_IN_WORDS = Text(
    en='the baseline "{baseline}" is in words, and nothing was measured before',
    sv='utgångsläget "{baseline}" är i ord, och ingenting har mätts tidigare',
)
_NOTHING_BEFORE = Text(
    en="nothing was measured before, and the target has no baseline",
    sv="ingenting har mätts tidigare, och målet har inget utgångsläge",
)
_OTHER_BEFORE = Text(
    en="what was measured before is of another kind, group or part of the year",
    sv="det som mättes tidigare är av annat slag, i en annan grupp eller för en annan del av året",
)
