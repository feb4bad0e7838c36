"""Days, years, parts of years and periods (*perioder*): which days a number is about."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Annotated, Any

from attrs import frozen
from dateutil.relativedelta import relativedelta

from finsam.errors import PeriodError, written
from finsam.language import Text
from finsam.readonly import ReadOnly
from finsam.typed import typed

__all__ = [
    "NO_DAY",
    "DayOfYear",
    "Period",
    "Time",
    "Year",
    "begins_the_year",
    "by_time",
    "calendar_year",
    "day",
    "in_order",
    "month_name",
    "time_key",
    "time_label",
    "year_of",
]

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PART = re.compile(r"([0-9]{4})-([HTQ])([0-9])")
_MONTHS = {"H": 6, "T": 4, "Q": 3}

Year = Annotated[int, "year"]
"""A calendar year (*kalenderår*), which is the budget year and the financial year: a whole number, as 2027."""


def day(text: str | date) -> date:
    """
    A day from ISO text; raises `PeriodError` for anything else.

    >>> day("2011-04-01")
    datetime.date(2011, 4, 1)
    """
    if type(text) is date:
        return text
    if isinstance(text, str) and _ISO.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise PeriodError(NO_DAY(given=written(text)))


@frozen(kw_only=True, field_transformer=typed)
class Period:
    """
    A period (*period*) from its first day through its last; no last day where it goes on until further notice.

    Raises `PeriodError` for a last day before the first.

    >>> from datetime import date
    >>> board = Period.lasting(date(2023, 4, 1), years=4)
    >>> print(board, date(2027, 3, 31) in board, date(2027, 4, 1) in board)
    2023-04-01–2027-03-31 True False
    >>> print(calendar_year(2027), as_time("2027-T2"), as_time("2027-07-31"))
    2027 2027-T2 2027-01-01–2027-07-31
    """

    first: date
    last: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise PeriodError(_BACKWARDS(first=self.first, last=self.last))

    @classmethod
    def lasting(cls, first: date, *, years: int = 0, months: int = 0) -> "Period":
        """
        The period of so many whole years and months from a first day.

        Raises `PeriodError` for none or fewer, and where the calendar ends before it does.
        """
        try:
            last = first + relativedelta(years=years, months=months) - timedelta(days=1)
        except (ValueError, OverflowError):
            raise PeriodError(_BEYOND(first=first)) from None
        return cls(first=first, last=last)

    def overlaps(self, other: "Period") -> bool:
        """Whether some day lies in both."""
        return (other.last is None or self.first <= other.last) and (self.last is None or other.first <= self.last)

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)

    def __str__(self) -> str:
        if self.first == self.last:
            return str(self.first)
        return _part(self) or f"{self.first}–{self.last or ''}"


Time = Year | Period
"""
What a column of figures is for: a calendar year as a number, or a part of one as a `Period`.

The parts are half-years, tertials and quarters, and from 1 January through any day.
"""


def calendar_year(number: int) -> Period:
    """From 1 January through 31 December; raises `PeriodError` for anything but a whole number from 1 to 9999."""
    if not _is_year(number):
        raise PeriodError(_NO_YEAR(given=written(number)))
    return _years(number)


@cache
def _years(number: int) -> Period:
    """The whole year."""
    return Period(first=date(number, 1, 1), last=date(number, 12, 31))


def as_time(given: str | int | Period) -> Time:
    """
    A calendar year or a part of one, from a number, from a period, or from text as it stands in a file.

    A part is written `2027-H1` for the first half-year, `2027-T2` for the second tertial (*tertial*), `2027-Q3` for the
    third quarter, or `2027-08-31` for 1 January through that day. Raises `PeriodError` for anything else.

    >>> as_time(2027), as_time("2027-12-31"), as_time("2027-H1") == as_time("2027-06-30")
    (2027, 2027, True)
    """
    if isinstance(given, str):
        return _read(given)
    if not isinstance(given, Period):
        calendar_year(given)
        return given
    if given == calendar_year(given.first.year):
        return given.first.year
    if not (_part(given) or _is_through(given)):
        raise PeriodError(_NO_PART(given=given))
    return given


def year_of(time: Time) -> int:
    """The year, also of a part of one."""
    return time if isinstance(time, int) else time.first.year


def begins_the_year(time: Time) -> bool:
    """Whether it begins on 1 January."""
    return isinstance(time, int) or (time.first.month, time.first.day) == (1, 1)


def time_key(time: Time) -> str:
    """The time as it stands in a file."""
    if isinstance(time, Period) and _is_through(time):
        return str(time.last)
    return str(time)


def time_label(time: Time) -> Text:
    """The time as it stands in a heading."""
    if isinstance(time, Period) and not _part(time):
        return _THROUGH(day=time.last)
    return Text(en=str(time), sv=str(time))


_THROUGH = Text(en="through {day}", sv="t.o.m. {day}")


@frozen
class DayOfYear:
    """
    A day of every year (*dag på året*), by its month and its number.

    >>> DayOfYear(11, 30).text.to("sv"), DayOfYear(11, 30).of(2026)
    ('30 november', datetime.date(2026, 11, 30))
    """

    month: int
    number: int

    def of(self, year: int) -> date:
        """The day in that year."""
        return date(year, self.month, self.number)

    @property
    def text(self) -> Text:
        """The day in words."""
        month = month_name(self.month)
        return Text(en=f"{self.number} {month.en}", sv=f"{self.number} {month.sv}")


def month_name(number: int) -> Text:
    """The name of a month, from its number (*månad*)."""
    en, sv = _MONTH_NAMES[number - 1]
    return Text(en=en, sv=sv)


_MONTH_NAMES = (
    ("January", "januari"),
    ("February", "februari"),
    ("March", "mars"),
    ("April", "april"),
    ("May", "maj"),
    ("June", "juni"),
    ("July", "juli"),
    ("August", "augusti"),
    ("September", "september"),
    ("October", "oktober"),
    ("November", "november"),
    ("December", "december"),
)


def by_time(cells: Mapping[Any, Any] | Iterable[tuple[Any, Any]]) -> ReadOnly[Time, Any]:
    """
    The same by their times, none of which is named twice, and so that nothing in it can be changed.

    Raises `PeriodError` as `as_time` does, and for a time that is named twice.
    """
    pairs = list(cells.items() if isinstance(cells, Mapping) else cells)
    by_time = {key if _is_year(key) else as_time(key): _fixed(value) for key, value in pairs}
    if len(by_time) < len(pairs):
        times = [key if _is_year(key) else as_time(key) for key, _ in pairs]
        twice = next(time for time in times if times.count(time) > 1)
        same = tuple(written(key) for (key, _), time in zip(pairs, times, strict=True) if time == twice)
        raise PeriodError(_SAME_TIME(times=same))
    return ReadOnly(by_time)


def _fixed(value: Any) -> Any:
    return ReadOnly(value) if type(value) is dict else value


def _is_year(number: object) -> bool:
    return type(number) is int and 1 <= number <= 9999


def in_order(time: Time) -> tuple[date, date]:
    """By which times are sorted: the first day, then the last."""
    period = _years(time) if isinstance(time, int) else time
    return period.first, period.last or date.max


@lru_cache
def _read(text: str) -> Time:
    """The time that the text says."""
    if re.fullmatch(r"[0-9]{4}", text):
        return as_time(int(text))
    if (part := _PART.fullmatch(text)) and 1 <= int(part[3]) <= 12 // (months := _MONTHS[part[2]]):
        return _months(calendar_year(int(part[1])).first.year, (int(part[3]) - 1) * months + 1, months)
    try:
        last = day(text)
    except PeriodError:
        raise PeriodError(_NO_TIME(given=written(text))) from None
    return as_time(Period(first=date(last.year, 1, 1), last=last))


def _months(year: int, first: int, count: int) -> Period:
    """So many months of a year, from that one."""
    last = first + count - 1
    return Period(first=date(year, first, 1), last=date(year, last, monthrange(year, last)[1]))


def _part(period: Period) -> str:
    """The year, half-year, tertial or quarter; nothing for any other period."""
    first, last = period.first, period.last
    if last is None or last.year != first.year or first.day != 1:
        return ""
    if period == calendar_year(first.year):
        return f"{first.year:04d}"
    for kind, months in _MONTHS.items():
        number, after = divmod(first.month - 1, months)
        if not after and period == _months(first.year, first.month, months):
            return f"{first.year:04d}-{kind}{number + 1}"
    return ""


def _is_through(period: Period) -> bool:
    """Whether it is from 1 January through a day of the same year."""
    last = period.last
    return begins_the_year(period) and last is not None and last.year == period.first.year and not _part(period)


NO_DAY = Text(
    en="{given} is not a day; write year-month-day, as 2011-04-01",
    sv="{given} är inte en dag; skriv år-månad-dag, som 2011-04-01",
)
_BACKWARDS = Text(
    en="a period ends on or after its first day {first}, not {last}",
    sv="en period slutar på eller efter sin första dag {first}, inte {last}",
)
_BEYOND = Text(
    en="a period from {first} of that length ends outside the calendar",
    sv="en period från {first} av den längden slutar utanför kalendern",
)
_SAME_TIME = Text(en="{times} are the same time; write it once", sv="{times} är samma tid; skriv den en gång")
_NO_YEAR = Text(
    en="a year is a whole number such as 2027, not {given}", sv="ett år är ett heltal som 2027, inte {given}"
)
_NO_TIME = Text(
    en="{given} is neither a year nor a part of one; write 2027, 2027-H1, 2027-T2, 2027-Q3, or 2027-08-31 for "
    "1 January through that day",
    sv="{given} är varken ett år eller en del av ett; skriv 2027, 2027-H1, 2027-T2, 2027-Q3, eller 2027-08-31 för "
    "1 januari till och med den dagen",
)
_NO_PART = Text(
    en="{given} is neither a year nor a half-year, tertial or quarter, and does not begin on 1 January",
    sv="{given} är varken ett år eller ett halvår, tertial eller kvartal, och börjar inte den 1 januari",
)
