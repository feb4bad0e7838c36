"""Days, years and periods (*perioder*): which days a number is about."""

import re
from datetime import date, timedelta

from attrs import frozen
from dateutil.relativedelta import relativedelta

from finsam.errors import PeriodError

__all__ = ["Period", "Year", "day"]

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


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
    raise PeriodError(f"{text!r} is not a day; write year-month-day, as 2011-04-01")


@frozen(kw_only=True)
class Period:
    """
    A period (*period*) from its first day through its last; no last day where it goes on until further notice.

    Raises `PeriodError` for a last day before the first.

    >>> from datetime import date
    >>> board = Period.lasting(date(2023, 4, 1), years=4)
    >>> print(board, date(2027, 3, 31) in board, date(2027, 4, 1) in board)
    2023-04-01--2027-03-31 True False
    """

    first: date
    last: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise PeriodError(f"a period ends on or after its first day {self.first}, not {self.last}")

    @classmethod
    def lasting(cls, first: date, *, years: int = 0, months: int = 0) -> "Period":
        """The period of so many whole years and months from a first day; raises `PeriodError` for none or fewer."""
        return cls(first=first, last=first + relativedelta(years=years, months=months) - timedelta(days=1))

    def overlaps(self, other: "Period") -> bool:
        """Whether some day lies in both."""
        return (other.last is None or self.first <= other.last) and (self.last is None or other.first <= self.last)

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)

    def __str__(self) -> str:
        return f"{self.first}--{self.last or ''}"


@frozen(order=True)
class Year:
    """
    A calendar year (*kalenderår*), which is the budget year and the financial year.

    Raises `PeriodError` for anything but a whole number from 1 to 9999.

    >>> year = Year(2023)
    >>> print(year, year.period, year.following, date(2023, 12, 31) in year.period)
    2023 2023-01-01--2023-12-31 2024 True
    """

    number: int

    def __attrs_post_init__(self) -> None:
        if type(self.number) is not int or not 1 <= self.number <= 9999:
            raise PeriodError(f"a year is a whole number such as 2027, not {self.number!r}")

    @property
    def period(self) -> Period:
        """From 1 January through 31 December."""
        return Period(first=date(self.number, 1, 1), last=date(self.number, 12, 31))

    @property
    def following(self) -> "Year":
        """The year after."""
        return Year(self.number + 1)

    def __str__(self) -> str:
        return str(self.number)

    def __index__(self) -> int:
        return self.number
