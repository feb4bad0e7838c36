"""When money comes in and goes out (*betalningsplan*): for each row or contribution, the days on which it is paid."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from functools import lru_cache

from attrs import field, frozen
from dateutil.rrule import rrulestr

from finsam.budget import Category
from finsam.errors import PlanError, Problem, at, suggestion, written
from finsam.ids import leads_nowhere
from finsam.language import Choice, Text
from finsam.organisations import Party, member_name
from finsam.period import Period, calendar_year
from finsam.typed import typed

__all__ = ["Flow", "PaymentPlan", "PaymentRule", "Payee", "UsualRule"]

Payee = tuple[str, str] | None
"""What is paid, as the key of the file that names it and the name; None for all that nothing else names."""


class Flow(Choice):
    """Everything of a kind that comes in or goes out (*penningflöde*)."""

    CONTRIBUTIONS = "contributions", "contributions", "bidrag från medlemmarna"
    INCOME = "income", "other income", "övriga intäkter"
    COSTS = "costs", "costs", "kostnader"


_WEEKDAYS = "BYDAY=MO,TU,WE,TH,FR"
_FIRST, _LAST = f"{_WEEKDAYS};BYSETPOS=1", f"{_WEEKDAYS};BYSETPOS=-1"


class UsualRule(Choice):
    """A rule that is so usual that it has a name (*betalningsregel*)."""

    DAILY = "daily", "every day", "varje dag"
    FIRST_WEEKDAY = "first weekday of the month", "first weekday of the month", "första vardagen i månaden"
    LAST_WEEKDAY = "last weekday of the month", "last weekday of the month", "sista vardagen i månaden"
    QUARTERS_ADVANCE = "quarterly in advance", "quarterly in advance", "kvartalsvis i förskott"
    QUARTERS_ARREARS = "quarterly in arrears", "quarterly in arrears", "kvartalsvis i efterskott"
    HALVES_ADVANCE = "half-yearly in advance", "half-yearly in advance", "halvårsvis i förskott"
    HALVES_ARREARS = "half-yearly in arrears", "half-yearly in arrears", "halvårsvis i efterskott"
    YEAR_ADVANCE = "yearly in advance", "yearly in advance", "årsvis i förskott"
    YEAR_ARREARS = "yearly in arrears", "yearly in arrears", "årsvis i efterskott"


_RECURRENCES: Mapping[str, str] = {
    UsualRule.DAILY: "FREQ=DAILY",
    UsualRule.FIRST_WEEKDAY: f"FREQ=MONTHLY;{_FIRST}",
    UsualRule.LAST_WEEKDAY: f"FREQ=MONTHLY;{_LAST}",
    UsualRule.QUARTERS_ADVANCE: f"FREQ=MONTHLY;BYMONTH=1,4,7,10;{_FIRST}",
    UsualRule.QUARTERS_ARREARS: f"FREQ=MONTHLY;BYMONTH=3,6,9,12;{_LAST}",
    UsualRule.HALVES_ADVANCE: f"FREQ=MONTHLY;BYMONTH=1,7;{_FIRST}",
    UsualRule.HALVES_ARREARS: f"FREQ=MONTHLY;BYMONTH=6,12;{_LAST}",
    UsualRule.YEAR_ADVANCE: f"FREQ=MONTHLY;BYMONTH=1;{_FIRST}",
    UsualRule.YEAR_ARREARS: f"FREQ=MONTHLY;BYMONTH=12;{_LAST}",
}
"""Each of the words as a rule of iCalendar (RFC 5545), which dateutil reads."""


def _list_of(one: str) -> str:
    return f"({one})(,({one}))*"


_PARTS = {
    "INTERVAL": r"[1-9]\d?",
    "BYMONTH": _list_of("[1-9]|1[0-2]"),
    "BYMONTHDAY": _list_of(r"-?([1-9]|1\d|2[0-8])"),  # the days that every month has
    "BYDAY": _list_of("([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)"),
    "BYSETPOS": _list_of(r"-?([1-9]|[12]\d|3[01])"),
}
_DAYS = {"DAILY": (), "WEEKLY": ("BYDAY",), "MONTHLY": ("BYMONTHDAY", "BYDAY"), "YEARLY": ("BYMONTHDAY", "BYDAY")}
_FURTHER = {"MONTHLY": ("BYMONTH", "BYSETPOS"), "YEARLY": ("BYMONTH", "BYSETPOS")}


@frozen
class PaymentRule:
    """
    On which days something is paid (*betalningsregel*): a few words, or a recurrence rule of iCalendar.

    A weekday is Monday through Friday; public holidays are not known. In advance is the first weekday of a quarter,
    half-year or year, and in arrears the last. A recurrence rule has FREQ and, but for DAILY, the days that it means;
    INTERVAL, BYMONTH, BYMONTHDAY, BYDAY and BYSETPOS are read. Raises `PlanError` for anything else.

    >>> PaymentRule("quarterly in advance").days(date(2027, 1, 1), date(2027, 6, 30))
    (datetime.date(2027, 1, 1), datetime.date(2027, 4, 1))
    >>> PaymentRule("FREQ=MONTHLY;BYMONTHDAY=25").days(date(2027, 1, 1), date(2027, 2, 28))
    (datetime.date(2027, 1, 25), datetime.date(2027, 2, 25))
    """

    text: str

    def __attrs_post_init__(self) -> None:
        if self.text not in _RECURRENCES:
            _read(self.text)

    def days(self, first: date, last: date) -> tuple[date, ...]:
        """The days on which it falls from the first day through the last; an interval is counted from the first."""
        return _days(_RECURRENCES.get(self.text, self.text), first, last)

    @property
    def label(self) -> Text:
        """The rule as people read it."""
        return UsualRule(self.text).label if self.text in _RECURRENCES else Text(en=self.text, sv=self.text)

    def __str__(self) -> str:
        return self.text


def _read(text: str) -> None:
    """Refuse what is no recurrence rule that can be used here."""
    parts = dict(part.partition("=")[::2] for part in text.split(";"))
    how_often = parts.pop("FREQ", "")
    if how_often not in _DAYS:
        meant = next((word.value for word in UsualRule if word.label.sv == text.casefold()), text)
        near = suggestion(meant, [word.value for word in UsualRule])
        raise PlanError(_NO_RULE(given=written(text), near=near))
    days, further = _DAYS[how_often], ("INTERVAL", *_FURTHER.get(how_often, ()))
    for key, value in parts.items():
        if key not in (*days, *further) or not re.fullmatch(_PARTS[key], value):
            raise PlanError(_NO_PART(given=written(text), part=f"{key}={value}", allowed=(*days, *further)))
    if days and not any(key in parts for key in days):
        raise PlanError(_WHICH_DAY(given=written(text), days=tuple(days)))
    if how_often == "WEEKLY" and re.search(r"\d", parts["BYDAY"]):
        raise PlanError(_NO_PART(given=written(text), part=f"BYDAY={parts['BYDAY']}", allowed=(*days, *further)))


@lru_cache(maxsize=4096)
def _days(recurrence: str, first: date, last: date) -> tuple[date, ...]:
    """
    The days of a recurrence.

    dateutil looks for a day through the year 9999, which takes long where there is none. The calendar is the same
    again after 400 years, so it is asked about the last time that the same days come.
    """
    years = (9999 - last.year) // 400 * 400
    start, end = (datetime.combine(each.replace(year=each.year + years), time()) for each in (first, last))
    found = rrulestr(recurrence, dtstart=start).between(start, end, inc=True)
    return tuple(each.date().replace(year=each.year - years) for each in found)


def _rule(given: object) -> object:
    return PaymentRule(given) if isinstance(given, str) else given


def _name(member: str | None) -> str | None:
    return member_name(member) if isinstance(member, str) else member


_NAMED = ("of", "category", "cost", "income", "party", "member")


@frozen(kw_only=True, field_transformer=typed)
class PaymentPlan:
    """
    When something is paid (*betalningsplan*), by what it names: `cost` or `income` is the id of a row, `category` every
    row of costs in it, `member` what one contributes and `party` what its members do, and `of` all of a kind.

    What is named the closest counts. One that names nothing is for all that no other names. `first` and `last` are the
    days between which it is so. Raises `PlanError` for one that names two things, and for a last day before the first.
    """

    rule: PaymentRule = field(converter=_rule)
    of: Flow | None = None
    category: Category | None = None
    cost: str | None = None
    income: str | None = None
    party: Party | None = None
    member: str | None = field(default=None, converter=_name)
    first: date | None = None
    last: date | None = None

    def __attrs_post_init__(self) -> None:
        named = [key for key in _NAMED if getattr(self, key) is not None]
        if len(named) > 1:
            raise PlanError(at(_TWO(keys=tuple(named)), named[1]))
        if self.first and self.last and self.last < self.first:
            raise PlanError(at(_BACKWARDS(first=self.first, last=self.last), "last"))

    @property
    def payee(self) -> Payee:
        """What it names."""
        return next(((key, str(getattr(self, key))) for key in _NAMED if getattr(self, key) is not None), None)

    @property
    def period(self) -> Period:
        """The days between which it is so."""
        return Period(first=self.first or date.min, last=self.last)

    def is_for(self, year: int) -> bool:
        """Whether it is about some day of the year."""
        return self.period.overlaps(calendar_year(year))

    def days_in(self, year: int) -> tuple[date, ...]:
        """The days of the year on which it falls; an interval is counted from `first`, or else from 1 January."""
        if not self.is_for(year):
            return ()
        last = min(self.last or date.max, date(year, 12, 31))
        days = self.rule.days(self.first or date(year, 1, 1), last)
        return tuple(day for day in days if day.year == year)


def misfits(
    plans: Sequence[PaymentPlan], *, costs: Collection[str], income: Collection[str], members: Collection[str]
) -> Iterator[Problem]:
    """Why they cannot be the payments of a plan with those rows and members."""
    known = {"cost": ("costs", costs), "income": ("income", income), "member": ("association", members)}
    earlier: dict[Payee, list[Period]] = {}
    for index, each in enumerate(plans):
        key, name = each.payee or ("", "")
        if key in known and name not in known[key][1]:
            table, names = known[key]
            yield leads_nowhere(("payments", index, key), table, name, [*names])
        if any(each.period.overlaps(period) for period in earlier.get(each.payee, ())):
            yield at(_TWICE, "payments", index)
        earlier.setdefault(each.payee, []).append(each.period)


_NO_RULE = Text(
    en='{given} is no payment rule, as "FREQ=MONTHLY;BYMONTHDAY=25" is{near}',
    sv='{given} är ingen betalningsregel, som "FREQ=MONTHLY;BYMONTHDAY=25" är{near}',
)
_NO_PART = Text(
    en="{given}: {part} cannot be used; write FREQ with {allowed}, and days that every month has: 1 to 28, or -1 for "
    "the last",
    sv="{given}: {part} kan inte användas; skriv FREQ med {allowed}, och dagar som varje månad har: 1 till 28, eller "
    "-1 för den sista",
)
_WHICH_DAY = Text(
    en="{given} does not say on which day; write one of {days} too",
    sv="{given} säger inte vilken dag; skriv också någon av {days}",
)
_TWO = Text(
    en="a payment is of one thing, not of {keys}; write one of them",
    sv="en betalning gäller en sak, inte {keys}; skriv en av dem",
)
_BACKWARDS = Text(
    en="the payments cannot end on {last}, before they begin on {first}",
    sv="betalningarna kan inte sluta {last}, innan de börjar {first}",
)
_TWICE = Text(
    en="an earlier payment is of the same on some of the same days; write last there and first here",
    sv="en tidigare betalning gäller samma sak några av samma dagar; skriv last där och first här",
)
