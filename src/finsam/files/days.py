"""Days as people write them, as 31/12/2029 or 1 april 2011: which day is meant."""

import re
from collections.abc import Callable
from datetime import date

from finsam.errors import WRITE
from finsam.language import Text

__all__ = ["DAYS", "MONTH", "day_in"]

_MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
MONTH = (
    "jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)


def day_in(text: str) -> Text | None:
    """What to write for the day that the text is; None where it is none, or right as it stands."""
    for pattern, answer in DAYS:
        if found := re.fullmatch(pattern, text, re.IGNORECASE):
            return answer(*found.groups())
    return None


def _day(given: str, day: str, month: str, year: str) -> Text | None:
    """A day written as people write it."""
    number = int(month) if month.isdigit() else 1 + _MONTHS.index(month[:3].casefold())
    of_month = int(day)
    if number > 12 >= of_month:
        number, of_month = of_month, number
    try:
        better = date(int(year if len(year) == 4 else f"20{year}"), number, of_month)
    except ValueError:
        return _NO_SUCH_DAY(given=given)
    return None if str(better) == given else WRITE(given=given, better=better)


def _day_of(given: str, first: str, mark: str, month: str, last: str) -> Text | None:
    """A day in figures, with the year last but for `29-12-31`."""
    return _day(given, last, month, first) if mark == "-" and len(last) == 2 else _day(given, first, month, last)


def _day_from(given: str, year: str, mark: str, month: str, day: str) -> Text | None:
    return _day(given, day, month, year)


DAYS: tuple[tuple[str, Callable[..., Text | None]], ...] = (
    (r"(?<![\w-])((\d{4})([-–−—/.])(\d{1,2})\3(\d{1,2}))(?![-\w])", _day_from),
    (r"(?<![\w.-])((\d{1,2})([/.-])(\d{1,2})[/. -](\d{4}|\d{2}))(?![-\w.])", _day_of),
    (rf"(?<!\w)((?:den )?(\d{{1,2}})\.? ({MONTH})\.? (\d{{4}}))", _day),
)
"""How days are written, and what is said of each."""

_NO_SUCH_DAY = Text(en="there is no such day as {given}", sv="det finns ingen sådan dag som {given}")
