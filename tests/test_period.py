import datetime
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import Period, Year
from finsam.errors import PeriodError
from finsam.period import day
from names import NAMES
from strategies import days, periods, years

ONE_DAY = timedelta(days=1)


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


@given(years())
def test_a_year_is_its_days_and_the_next_begins_when_it_ends(year: Year) -> None:
    assert year.period.last is not None
    assert year.period.last + ONE_DAY == year.following.period.first
    assert (year.period.last - year.period.first).days in (364, 365)


@given(years(), days())
def test_a_day_lies_in_its_own_year_only(year: Year, day: date) -> None:
    assert (day in year.period) == (day.year == year.number)


@given(years(), years())
def test_years_are_ordered_as_their_numbers(one: Year, other: Year) -> None:
    assert (one < other, one == other) == (one.number < other.number, one.number == other.number)


@given(years())
def test_repr_builds_the_year_again(year: Year) -> None:
    assert eval(repr(year), NAMES) == year


@given(days())
def test_a_day_reads_as_it_was_written(written: date) -> None:
    assert day(written.isoformat()) == day(written) == written


def test_a_year_is_written_as_its_number() -> None:
    assert f"{Year(2023)}" == "2023"
    assert range(2030)[Year(2023)] == 2023


def test_a_period_is_written_with_both_its_days() -> None:
    """Two hyphens, as dates hold one; nothing after them where it goes on."""
    assert str(Period(first=date(2023, 1, 1), last=date(2023, 12, 31))) == "2023-01-01--2023-12-31"
    assert str(Period(first=date(2011, 4, 1))) == "2011-04-01--"


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


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(PeriodError) as error:
        Period(first=date(2023, 1, 1), last=date(2022, 1, 1))
    assert str(error.value) == "a period ends on or after its first day 2023-01-01, not 2022-01-01"


@pytest.mark.parametrize("number", [0, 10_000, -1, 2023.0, "2023", True, None])
def test_a_year_is_a_whole_number(number: int) -> None:
    with pytest.raises(PeriodError) as error:
        Year(number)
    assert str(error.value) == f"a year is a whole number such as 2027, not {number!r}"


def test_a_time_of_the_day_is_not_a_day() -> None:
    moment = datetime.datetime(2011, 4, 1, tzinfo=datetime.UTC)
    with pytest.raises(PeriodError) as error:
        day(moment)
    assert str(error.value) == f"{moment!r} is not a day; write year-month-day, as 2011-04-01"


@pytest.mark.parametrize(
    "text",
    ["2023-02-29", "2023-13-01", "20230101", "2023-1-1", "1 april 2011", "", 2023, None],
)
def test_a_day_is_iso_text(text: str) -> None:
    with pytest.raises(PeriodError) as error:
        day(text)
    assert str(error.value) == f"{text!r} is not a day; write year-month-day, as 2011-04-01"
