import datetime
import re
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from finsam import Period
from finsam.errors import PeriodError
from finsam.period import DayOfYear, Time, as_time, by_time, calendar_year, day, in_order, time_key, time_label
from names import NAMES
from strategies import days, periods, years

ONE_DAY = timedelta(days=1)
PARTS = {
    "H1": ((1, 1), (6, 30)),
    "H2": ((7, 1), (12, 31)),
    "T1": ((1, 1), (4, 30)),
    "T2": ((5, 1), (8, 31)),
    "T3": ((9, 1), (12, 31)),
    "Q1": ((1, 1), (3, 31)),
    "Q2": ((4, 1), (6, 30)),
    "Q3": ((7, 1), (9, 30)),
    "Q4": ((10, 1), (12, 31)),
}


def part(year: int, name: str) -> Period:
    """The half-year, tertial or quarter of that name, by its days."""
    first, last = PARTS[name]
    return Period(first=date(year, *first), last=date(year, *last))


def through(last: date) -> Period:
    return Period(first=date(last.year, 1, 1), last=last)


def times() -> SearchStrategy[Time]:
    """Years, half-years, tertials, quarters, and from 1 January through any day but the last."""
    through_days = days().filter(lambda last: (last.month, last.day) != (12, 31)).map(through)
    return years() | st.builds(part, years(), st.sampled_from([*PARTS])) | through_days


# Periods


@given(periods())
def test_a_period_holds_its_first_and_its_last_day_and_no_day_outside_them(period: Period) -> None:
    assert period.first in period
    assert period.first - ONE_DAY not in period
    assert (period.last or date.max) in period
    assert period.last is None or period.last + ONE_DAY not in period


@given(periods(), periods())
def test_periods_overlap_where_some_day_lies_in_both(one: Period, other: Period) -> None:
    """If any day does, the later of the two first days does."""
    later = max(one.first, other.first)
    assert one.overlaps(other) == other.overlaps(one) == (later in one and later in other)


def test_periods_that_share_one_day_overlap() -> None:
    """The last day of one is the first of the other, and 30 June lies in both; on 1 July it is too late."""
    spring, autumn = Period(first=date(2027, 1, 1), last=date(2027, 6, 30)), Period(first=date(2027, 6, 30))
    assert spring.overlaps(autumn)
    assert autumn.overlaps(spring)
    assert not spring.overlaps(evolve(autumn, first=date(2027, 7, 1)))
    assert not evolve(autumn, first=date(2027, 7, 1)).overlaps(spring)


@given(days(), st.integers(1, 20), st.integers(0, 30))
def test_a_lasting_period_is_followed_by_the_same_day_of_the_month(first: date, years: int, months: int) -> None:
    """Or, where that month has no such day, by its last: months are counted from the first day, never from a last."""
    last = Period.lasting(first, years=years, months=months).last
    assert last is not None
    following = last + ONE_DAY
    assert following.year * 12 + following.month == (first.year + years) * 12 + first.month + months
    assert following.day == first.day or (following.day < first.day and (following + ONE_DAY).day == 1)


@given(periods())
def test_repr_builds_the_period_again(period: Period) -> None:
    assert eval(repr(period), NAMES) == period


@given(periods() | st.builds(part, years(), st.sampled_from([*PARTS])) | years().map(calendar_year))
def test_a_period_is_written_so_that_nobody_takes_it_for_another(period: Period) -> None:
    """As a year, as a part of one, as a single day, or with both its days."""
    written = str(period)
    if re.fullmatch(r"\d{4}(-[HTQ]\d)?", written):
        year, _, name = written.partition("-")
        assert period == (part(int(year), name) if name else calendar_year(int(year)))
    elif "–" in written:
        first, last = written.split("–")
        assert period == Period(first=day(first), last=day(last) if last else None)
    else:
        assert period == Period(first=day(written), last=day(written))


def test_a_period_is_written_as_short_as_can_be() -> None:
    """Nothing stands after its first day where it goes on until further notice."""
    assert str(Period(first=date(2023, 1, 1), last=date(2023, 12, 31))) == "2023"
    assert str(Period(first=date(2023, 5, 1), last=date(2023, 8, 31))) == "2023-T2"
    assert str(Period(first=date(2023, 5, 1), last=date(2023, 5, 1))) == "2023-05-01"
    assert str(Period(first=date(2023, 5, 1), last=date(2024, 4, 30))) == "2023-05-01–2024-04-30"
    assert str(Period(first=date(2011, 4, 1))) == "2011-04-01–"


def test_a_board_of_four_years_ends_the_day_before() -> None:
    board = Period.lasting(date(2023, 4, 1), years=4)
    assert board == Period(first=date(2023, 4, 1), last=date(2027, 3, 31))


def test_a_month_from_the_last_of_january_is_followed_by_the_last_of_february() -> None:
    assert Period.lasting(date(2023, 1, 31), months=1).last == date(2023, 2, 27)
    assert Period.lasting(date(2023, 1, 31), months=2).last == date(2023, 3, 30)


@pytest.mark.parametrize("months", [0, -1])
def test_a_period_has_at_least_a_day(months: int) -> None:
    """None or fewer months would end before they begin."""
    last = {0: "2022-12-31", -1: "2022-11-30"}[months]
    with pytest.raises(PeriodError) as error:
        Period.lasting(date(2023, 1, 1), months=months)
    assert str(error.value) == f"a period ends on or after its first day 2023-01-01, not {last}"


def test_a_period_ends_within_the_calendar() -> None:
    """The last day of Python's calendar is in 9999."""
    with pytest.raises(PeriodError) as error:
        Period.lasting(date(9999, 6, 1), years=1)
    assert (str(error.value), error.value.text("sv")) == (
        "a period from 9999-06-01 of that length ends outside the calendar",
        "en period från 9999-06-01 av den längden slutar utanför kalendern",
    )


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(PeriodError) as error:
        Period(first=date(2023, 1, 1), last=date(2022, 1, 1))
    assert str(error.value) == "a period ends on or after its first day 2023-01-01, not 2022-01-01"


# Years, and parts of them


@given(years())
def test_a_year_is_its_days_and_the_next_begins_when_it_ends(year: int) -> None:
    period, following = calendar_year(year), calendar_year(year + 1)
    assert period.last is not None
    assert period.last + ONE_DAY == following.first
    assert (period.last - period.first).days in (364, 365)


@given(years(), days())
def test_a_day_lies_in_its_own_year_only(year: int, day: date) -> None:
    assert (day in calendar_year(year)) == (day.year == year)


@given(times())
def test_a_time_reads_as_it_stands_in_a_file(time: Time) -> None:
    """A year is a number, and a part of one a period, however they are given."""
    assert as_time(time_key(time)) == as_time(time) == time
    assert type(as_time(time_key(time))) is type(time)


@given(years(), st.sampled_from([*PARTS]))
def test_a_part_of_a_year_is_its_days(year: int, name: str) -> None:
    """Two half-years, three tertials and four quarters."""
    period = part(year, name)
    assert as_time(f"{year}-{name}") == as_time(period) == period
    assert (time_key(period), str(time_label(period))) == (f"{year}-{name}", f"{year}-{name}")


@given(years(), st.sampled_from(["H", "T", "Q"]))
def test_the_parts_of_a_year_follow_one_another_and_fill_it(year: int, kind: str) -> None:
    own = [part(year, name) for name in PARTS if name.startswith(kind)]
    read = [as_time(f"{year}-{kind}{number}") for number in range(1, len(own) + 1)]
    assert read == own
    assert (own[0].first, own[-1].last) == (date(year, 1, 1), date(year, 12, 31))
    assert [each.last + ONE_DAY for each in own[:-1] if each.last] == [each.first for each in own[1:]]


@given(days())
def test_a_day_as_a_time_is_the_year_through_that_day(last: date) -> None:
    """Which is the year, its first half, tertial or quarter where it ends with one of these."""
    assert as_time(last.isoformat()) == (last.year if (last.month, last.day) == (12, 31) else through(last))


@given(st.lists(times(), unique=True))
def test_times_come_by_their_first_day_and_then_by_their_last(some: list[Time]) -> None:
    """So years come in the order of their numbers, and a part that ends first before the whole of its year."""
    within = [calendar_year(each) if isinstance(each, int) else each for each in sorted(some, key=in_order)]
    ends = [(each.first, each.last) for each in within]
    assert ends == sorted(ends, key=lambda days: (days[0], days[1] or date.max))


def test_a_time_has_a_heading_in_both_languages() -> None:
    for time in ("2027", "2027-H1", "2027-T3", "2027-Q3"):
        assert (time_label(as_time(time)).to("en"), time_label(as_time(time)).to("sv")) == (time, time)
    label = time_label(as_time("2027-07-31"))
    assert (label.to("en"), label.to("sv")) == ("through 2027-07-31", "t.o.m. 2027-07-31")


@given(st.text() | st.from_regex(r"\d{4}-[HTQ]\d", fullmatch=True) | st.from_regex(r"\d{4}-\d\d-\d\d", fullmatch=True))
@example("0000-H1")
@example("9999-Q4")
def test_any_text_is_a_time_or_refused(text: str) -> None:
    """Nothing but a `PeriodError` comes of text that is no time."""
    try:
        time = as_time(text)
    except PeriodError:
        return
    assert as_time(time_key(time)) == time


@pytest.mark.parametrize(
    ("text", "first"), [("9999-H2", (7, 1)), ("9999-T3", (9, 1)), ("9999-Q4", (10, 1)), ("9999-12-31", (1, 1))]
)
def test_the_last_year_that_there_is_has_its_parts_too(text: str, first: tuple[int, int]) -> None:
    """9999-12-31 is the last day that Python knows."""
    period = Period(first=date(9999, *first), last=date(9999, 12, 31))
    assert as_time(text) == as_time(period)
    assert str(period) == text.removesuffix("-12-31")


# What is by time


@given(st.dictionaries(times(), st.integers()))
def test_what_is_by_time_is_the_same_however_the_times_are_given(cells: dict[Time, int]) -> None:
    """As numbers and periods, or as text."""
    as_text: dict[Any, int] = {time_key(time): value for time, value in cells.items()}
    assert by_time(cells) == by_time(as_text) == cells


@pytest.mark.parametrize(
    ("cells", "times"),
    [
        ({2027: 1, "2027": 2}, '2027, "2027"'),
        ({"2027-H1": 1, "2027-06-30": 2, 2028: 3}, '"2027-H1", "2027-06-30"'),
        ({"2027-12-31": 1, 2027: 2}, '"2027-12-31", 2027'),
        ([(2027, 1), (2027, 2)], "2027, 2027"),
    ],
)
def test_no_time_is_named_twice(cells: dict[Time, int], times: str) -> None:
    """One of the two figures would be lost."""
    with pytest.raises(PeriodError) as error:
        by_time(cells)
    assert str(error.value) == f"{times} are the same time; write it once"


def test_what_is_by_time_keeps_its_own_copy() -> None:
    """What is changed afterwards in what was given changes nothing."""
    given_to: dict[Time, dict[str, int]] = {2027: {"Habo": 1}}
    cells = by_time(given_to)
    given_to[2027]["Habo"] = 1_000
    given_to.clear()
    assert cells == {2027: {"Habo": 1}}


# Days


@given(days())
def test_a_day_reads_as_it_was_written(written: date) -> None:
    assert day(written.isoformat()) == day(written) == written


@given(days())
def test_a_day_of_the_year_is_the_same_in_every_year(of: date) -> None:
    """As the thirtieth of November, by which the budget is adopted."""
    if (of.month, of.day) != (2, 29):
        assert DayOfYear(of.month, of.day).of(of.year) == of
    assert eval(repr(DayOfYear(of.month, of.day)), NAMES) == DayOfYear(of.month, of.day)


def test_a_day_of_the_year_is_written_in_both_languages() -> None:
    en = "January February March April May June July August September October November December"
    sv = "januari februari mars april maj juni juli augusti september oktober november december"
    months = [DayOfYear(month, 1).text for month in range(1, 13)]
    assert [each.to("en") for each in months] == [f"1 {month}" for month in en.split()]
    assert [each.to("sv") for each in months] == [f"1 {month}" for month in sv.split()]


# What is no time, and what is no day


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "0"),
        (10_000, "10000"),
        (-1, "-1"),
        (2023.0, "2023.0"),
        ("2023", '"2023"'),
        (True, "true"),
        (None, "None"),
        (date(2023, 1, 1), "2023-01-01"),
    ],
)
def test_a_year_is_a_whole_number(number: int, shown: str) -> None:
    with pytest.raises(PeriodError) as error:
        calendar_year(number)
    assert str(error.value) == f"a year is a whole number such as 2027, not {shown}"
    assert error.value.text("sv") == f"ett år är ett heltal som 2027, inte {shown}"


def test_the_first_year_is_1_and_the_last_9999() -> None:
    """Those of the calendar that Python has."""
    assert (as_time(1), as_time(9999)) == (1, 9999)
    assert calendar_year(1).first == date.min
    assert calendar_year(9999).last == date.max


@pytest.mark.parametrize("number", [0, 10_000, 2023.0, True, None])
def test_a_time_that_is_no_text_is_a_year(number: int) -> None:
    with pytest.raises(PeriodError) as error:
        as_time(number)
    assert str(error.value) == f"a year is a whole number such as 2027, not {str(number).replace('True', 'true')}"


@pytest.mark.parametrize(
    "text", ["", "27", "2027-", "2027-H3", "2027-H0", "2027-T4", "2027-Q5", "2027-h1", "2027-M01", "2027-02-30", "i år"]
)
def test_text_that_is_no_time_is_refused_with_the_remedy(text: str) -> None:
    with pytest.raises(PeriodError) as error:
        as_time(text)
    assert str(error.value) == (
        f'"{text}" is neither a year nor a part of one; '
        "write 2027, 2027-H1, 2027-T2, 2027-Q3, or 2027-08-31 for 1 January through that day"
    )


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        (Period(first=date(2027, 2, 1), last=date(2027, 2, 28)), "2027-02-01–2027-02-28"),
        (Period(first=date(2027, 2, 1), last=date(2027, 7, 31)), "2027-02-01–2027-07-31"),
        (Period(first=date(2027, 1, 1), last=date(2028, 12, 31)), "2027-01-01–2028-12-31"),
        (Period(first=date(2027, 1, 1)), "2027-01-01–"),
        (Period(first=date(2027, 5, 1), last=date(2027, 5, 1)), "2027-05-01"),
    ],
)
def test_a_period_that_is_no_part_of_a_year_is_no_time(period: Period, shown: str) -> None:
    """A column of figures is for the year, or for as much of it as people report on."""
    with pytest.raises(PeriodError) as error:
        as_time(period)
    assert str(error.value) == (
        f"{shown} is neither a year nor a half-year, tertial or quarter, and does not begin on 1 January"
    )


@pytest.mark.parametrize("time", ["0000", "0000-H1"])
def test_there_is_no_year_zero(time: str) -> None:
    with pytest.raises(PeriodError) as error:
        as_time(time)
    assert str(error.value) == "a year is a whole number such as 2027, not 0"


def test_a_time_of_the_day_is_not_a_day() -> None:
    moment = datetime.datetime(2011, 4, 1, tzinfo=datetime.UTC)
    with pytest.raises(PeriodError) as error:
        day(moment)
    assert str(error.value) == "2011-04-01 00:00:00+00:00 is not a day; write year-month-day, as 2011-04-01"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2023-02-29", '"2023-02-29"'),
        ("2023-13-01", '"2023-13-01"'),
        ("20230101", '"20230101"'),
        ("2023-1-1", '"2023-1-1"'),
        ("1 april 2011", '"1 april 2011"'),
        ("", '""'),
        (2023, "2023"),
        (None, "None"),
    ],
)
def test_a_day_is_iso_text(text: str, shown: str) -> None:
    with pytest.raises(PeriodError) as error:
        day(text)
    assert str(error.value) == f"{shown} is not a day; write year-month-day, as 2011-04-01"
