"""
Hypothesis strategies for everything that a follow-up holds, and for whole follow-ups.

They give the whole domain, plausible or not: figures that contradict one another are given too, since only the
impossible is refused.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from math import ceil, floor
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from content_strategies import a_few, indicators, maybe, unique_ids
from finsam import Category, Money
from finsam.budget import IncomeKind
from finsam.followup import (
    Amount,
    Answers,
    CostEntry,
    Counted,
    Destination,
    Done,
    FollowUp,
    Gain,
    Heads,
    IncomeEntry,
    Livelihood,
    Mean,
    Measurement,
    Participation,
    Payment,
    Value,
)
from finsam.followup.ranges import whole_numbers
from finsam.organisations import municipalities
from finsam.period import Time, in_order
from finsam.printed import Printed
from finsam.rows import Column, Columns
from finsam.shares import percent
from plan_strategies import ids, money, parts_of, some, texts
from strategies import WORDS, days, printed_amounts, printed_numbers, printed_shares, shares, years

__all__ = [
    "amounts",
    "answers",
    "counted",
    "done",
    "followups",
    "gains",
    "headcounts",
    "heads",
    "livelihoods",
    "means",
    "measurements",
    "numbers_for",
    "participations",
    "parts",
    "parts_for",
    "shares_for",
    "values",
]

T = TypeVar("T")
NAMES = st.sampled_from([each.name for each in municipalities()])
NOTES = maybe(texts())

# Values


@st.composite
def headcounts(draw: DrawFn, *, most: int = 9_999) -> Printed:
    """Counts as documents print them: so many, about so many, from so many to so many."""
    number = draw(st.integers(0, most))
    if draw(st.integers(0, 9)) == 0:
        return Printed.number(f"mellan {number} och {draw(st.integers(number, most))}")
    word = draw(st.sampled_from([word for word in WORDS if number or word not in ("under ", "knappt ")]))
    return Printed.number(f"{word}{number}")


@st.composite
def parts(draw: DrawFn) -> Printed:
    """Shares of a group as documents print them, with a word before or not."""
    word, share = draw(st.sampled_from(WORDS)), draw(printed_shares())
    beyond = (
        {0: ("under ", "knappt "), 1: ("över ", "drygt ")}.get(int(share.value), ()) if share.value in (0, 1) else ()
    )
    return share if word in beyond else Printed.share(f"{word}{share.text}")


@cache
@st.composite
def counted(draw: DrawFn) -> Counted:
    """Counts and shares, out of so many or of nobody knows how many, whether the two agree or not."""
    out_of = draw(maybe(headcounts()))
    most = 9_999 if out_of is None else int(out_of.value)
    count = draw(maybe(st.integers(0, most).flatmap(lambda most: headcounts(most=most))))
    share = draw(maybe(parts()) if count is not None else parts())
    if count is not None and out_of is not None and whole_numbers(out_of).is_above(whole_numbers(count)) is False:
        count = Printed.number(0)  # which are never more than there are
    return Counted(count=count, out_of=out_of, share=share)


@cache
def amounts() -> SearchStrategy[Amount]:
    return st.builds(Amount, amount=printed_amounts())


@cache
def means() -> SearchStrategy[Mean]:
    return st.builds(Mean, mean=printed_numbers(), answered=maybe(headcounts()))


@cache
@st.composite
def answers(draw: DrawFn) -> Answers:
    """Answers on a scale of one alternative or more, some of which nobody need have chosen."""
    scale = draw(st.lists(texts(), min_size=1, max_size=5, unique=True))
    chosen = {name: draw(headcounts(most=300)) for name in draw(st.permutations(draw(some(scale))))}
    is_said = [*chosen] != scale or draw(st.booleans())
    least = sum(int(each.high or each.value + 1) for each in chosen.values())
    return Answers(
        answers=chosen,
        **({"scale": tuple(scale)} if is_said else {}),
        asked=draw(maybe(st.integers(least, least + 500))),
        top=draw(st.integers(1, max(1, len(scale) - 1))),
    )


@cache
def done() -> SearchStrategy[Done]:
    return st.builds(Done, done=st.integers(0, 500), on=maybe(days()))


@cache
def values() -> SearchStrategy[Value]:
    """What can be measured, of every kind."""
    return st.one_of(counted(), amounts(), means(), answers(), done())


KINDS: Sequence[SearchStrategy[Any]] = (counted(), amounts(), means(), answers(), done())

# Figures that are less precise than what they stand for


def numbers_for(count: int) -> SearchStrategy[Printed]:
    """Every way to print a count, to ones, tens or hundreds: itself, about, at least, just over and so on."""
    steps = [(count // step * step, -(-count // step) * step) for step in (1, 10, 100)]
    near = sorted({figure for pair in steps for figure in pair} | {max(0, count - 1), count + 1})
    said = [f"{word}{figure}" for word in WORDS for figure in near]
    said += [f"mellan {low} och {high}" for low in near for high in near if low <= count <= high]
    return st.sampled_from([each for each in map(Printed.number, said) if each.agrees_with(count)])


def shares_for(share: Fraction) -> SearchStrategy[Printed]:
    """Every way to print a share, to whole per cent or to one or two decimals; a half goes either way."""
    scales = [(places, share * 100 * 10**places) for places in range(3)]
    near = {percent(Fraction(end, 100 * 10**places), decimals=places) for places, of in scales for end in _ends(of)}
    said = [f"{word}{figure}" for word in WORDS for figure in sorted(near)]
    return st.sampled_from([each for each in map(Printed.share, said) if each.agrees_with(share)])


def _ends(of: Fraction) -> tuple[int, int]:
    return floor(of), ceil(of)


@st.composite
def parts_for(draw: DrawFn, count: int, out_of: int) -> Counted:
    """Every way to print so many out of so many, of whom there are some: by counts, by a share or by both."""
    said = {"out_of": draw(numbers_for(out_of)), "count": draw(numbers_for(count))}
    if draw(st.booleans()):
        said["share"] = draw(shares_for(Fraction(count, out_of)))
        said.pop(draw(st.sampled_from(["out_of", "count", "neither"])), None)
    return Counted(**said)


# What a follow-up has rows of


@st.composite
def measurements(draw: DrawFn, *, name: Mapping[str, str] | None = None, period: Time | None = None) -> Measurement:
    """Measurements of that target, indicator or activity in that period, of all or of women and men."""
    kind = draw(st.sampled_from(KINDS))
    women, men = draw(maybe(kind)), draw(maybe(kind))
    can_add = women is not None and men is not None and women.counted is not None and men.counted is not None
    return Measurement(
        **(name or draw(_names())),
        period=period,
        value=draw(maybe(kind) if can_add else kind),
        of=draw(NOTES),
        people=draw(st.booleans()),
        women=women,
        men=men,
        groups=draw(_by(ids(), values())),
        municipalities=draw(_by(NAMES, values())),
        note=draw(NOTES),
    )


def _names() -> SearchStrategy[Mapping[str, str]]:
    return st.builds(lambda kind, name: {kind: name}, st.sampled_from(["target", "indicator", "activity"]), ids())


def _by(names: SearchStrategy[Any], figures: SearchStrategy[T]) -> SearchStrategy[Mapping[Any, T]]:
    return st.dictionaries(names, figures, max_size=2)


@cache
def heads() -> SearchStrategy[Heads]:
    return st.builds(Heads, **_heads())


def _heads() -> dict[str, SearchStrategy[Any]]:
    figures = {key: maybe(headcounts()) for key in ("participants", "new", "ended")}
    return {**figures, "went_to": _by(st.sampled_from(Destination), headcounts())}


@st.composite
def participations(draw: DrawFn, *, intervention: str = "stod", period: Time | None = None) -> Participation:
    """Who took part in that intervention in that period."""
    said = {key: draw(each) for key, each in _heads().items()}
    budgeted, women, men = draw(headcounts()), draw(maybe(heads())), draw(maybe(heads()))
    in_both = women is not None and men is not None and None not in (women.participants, men.participants)
    return Participation(
        **said,
        intervention=intervention,
        period=period,
        women=women,
        men=men,
        municipalities=draw(_by(NAMES, headcounts())),
        activities=draw(_by(ids(), headcounts())),
        reached=draw(maybe(headcounts())),
        held=draw(maybe(headcounts())),
        budgeted=budgeted if draw(st.booleans()) or not _says_anything(said, women, men) else None,
        target=draw(maybe(ids())) if said["participants"] is not None or in_both else None,
        note=draw(NOTES),
    )


def _says_anything(said: Mapping[str, object], women: Heads | None, men: Heads | None) -> bool:
    return any((*said.values(), women, men))


@st.composite
def livelihoods(draw: DrawFn, *, municipality: str = "Habo", year: int = 2027) -> Livelihood:
    """What was paid in that municipality in that year, by some payments."""
    payments = st.sampled_from(Payment)
    equivalents = draw(st.dictionaries(payments, printed_numbers(), max_size=3))
    return Livelihood(
        municipality=municipality,
        year=year,
        equivalents=equivalents,
        amounts=draw(st.dictionaries(payments, printed_amounts(), min_size=not equivalents, max_size=3)),
        indicator=draw(maybe(ids())),
        target=draw(maybe(ids())),
    )


@cache
def gains() -> SearchStrategy[Gain]:
    return st.builds(
        Gain,
        amount=printed_amounts(),
        period=texts(),
        model=texts(),
        gains=a_few(texts()),
        intervention=maybe(ids()),
        note=NOTES,
    )


# Money


@st.composite
def _cells(draw: DrawFn, times: Sequence[Time], day: date) -> Mapping[str, Mapping[Time, Money]]:
    """Amounts in some columns for some of the times; outcomes only of those that are over on the day."""
    of_column = dict.fromkeys(Column, times) | {Column.OUTCOME: [time for time in times if in_order(time)[1] <= day]}
    columns = [column for column, known in of_column.items() if known]
    chosen = draw(st.lists(st.sampled_from(columns), max_size=2, unique=True))
    return {
        column.value: draw(st.dictionaries(st.sampled_from(of_column[column]), money(-1_000), max_size=2))
        for column in chosen
    }


@st.composite
def _entries(draw: DrawFn, times: Sequence[Time], day: date) -> dict[str, Any]:
    """The rows of costs and of income."""
    costs, income = draw(unique_ids(2)), draw(unique_ids(2))
    return {
        "costs": [
            CostEntry(
                id=each,
                name=draw(NOTES),
                category=draw(maybe(st.sampled_from(Category))),
                intervention=draw(maybe(ids())),
                note=draw(NOTES),
                **draw(_cells(times, day)),
            )
            for each in costs
        ],
        "income": [
            IncomeEntry(
                id=each, name=draw(NOTES), kind=draw(maybe(st.sampled_from(IncomeKind))), **draw(_cells(times, day))
            )
            for each in income
        ],
    }


# All of it


@st.composite
def followups(draw: DrawFn) -> FollowUp:
    """Follow-ups of a year, or of a part of one, with a day on which all that was measured is known."""
    year = draw(years(first=2005, last=2036))
    period = draw(maybe(st.sampled_from(parts_of(year))))
    usual = year if period is None else period
    named = draw(st.lists(_names(), max_size=3, unique_by=lambda each: tuple(each.items())))
    measured = tuple(draw(measurements(name=each, period=time)) for each in named for time in draw(_times(usual, year)))
    of = draw(unique_ids(2))
    took_part = tuple(
        draw(participations(intervention=each, period=time)) for each in of for time in draw(_times(usual, year))
    )
    places = draw(st.lists(st.tuples(NAMES, st.sampled_from([year - 1, year])), max_size=2, unique=True))
    periods = [row.period for row in measured] + [row.period for row in took_part]
    last = max([_last_of(each, usual) for each in periods], default=date(2004, 1, 1))
    days_after = st.dates(last, date(2040, 12, 31))
    on = draw(maybe(days_after) if in_order(usual)[1] >= last else days_after)
    day = in_order(usual)[1] if on is None else on
    return FollowUp(
        association=draw(texts()),
        year=year,
        plan=draw(NOTES),
        period=period,
        on=on,
        invented=draw(st.booleans()),
        near=draw(maybe(shares())),
        note=draw(NOTES),
        profile=draw(_profiles(year)),
        indicators=tuple(draw(indicators(each)) for each in draw(unique_ids(2))),
        measurements=measured,
        participation=took_part,
        livelihood=tuple(draw(livelihoods(municipality=name, year=of_year)) for name, of_year in places),
        gains=draw(a_few(gains())),
        received=Columns(**draw(_cells([year - 1, year, *parts_of(year)], day))),
        opening=Columns(**draw(_cells([year - 1, year], day))),
        **draw(_entries([year - 1, year, *parts_of(year)], day)),
    )


@st.composite
def _profiles(draw: DrawFn, year: int) -> Mapping[date, Fraction]:
    """What is expected by some days of the year, none of them less than the day before it."""
    days = draw(st.lists(st.dates(date(year, 1, 1), date(year, 12, 31)), max_size=3, unique=True))
    expected = sorted(draw(shares()) for _ in days)
    return dict(draw(st.permutations([*zip(sorted(days), expected, strict=True)])))


def _last_of(period: Time | None, usual: Time) -> date:
    """The last day of a row of that period."""
    return in_order(usual if period is None else period)[1]


@st.composite
def _times(draw: DrawFn, usual: Time, year: int) -> list[Time | None]:
    """Times for which one thing can be measured: none of them twice, and each apart from the others or within them."""
    times: list[Time | None] = []
    for time in draw(st.lists(maybe(st.sampled_from([year - 1, year, *parts_of(year)])), min_size=1, max_size=3)):
        if all(_fit(usual if time is None else time, usual if each is None else each) for each in times):
            times.append(time)
    return times


def _fit(one: Time, other: Time) -> bool:
    (first, last), (start, end) = in_order(one), in_order(other)
    ways = (last < start, end < first, start <= first and last <= end, first <= start and end <= last)
    return any(ways) and (first, last) != (start, end)
