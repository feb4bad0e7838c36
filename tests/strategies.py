"""
Hypothesis strategies for the words of finsam: amounts, shares, weights, days, periods and organisation numbers.

Each gives the whole domain of what it is named for, what is odd but allowed included; a test that needs less says so.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from finsam import Money, Period, kr
from finsam.organisations import OrganisationNumber
from finsam.printed import Printed
from finsam.shares import percent

__all__ = [
    "LARGEST",
    "amounts",
    "days",
    "names",
    "organisation_numbers",
    "periods",
    "printed_amounts",
    "printed_numbers",
    "printed_shares",
    "shares",
    "totals",
    "units",
    "weights",
    "years",
    "tries",
]

LARGEST = kr(1_000_000_000_000)
"""A thousand milliards of kronor: more than the state's budget, and so more than any association's."""


def tries(examples: int) -> settings:
    """So many examples of a property that is slow, or has much to find; more or fewer where all have (conftest.py)."""
    return settings(max_examples=max(1, examples * settings().max_examples // 50))


def amounts(*, smallest: Money = -LARGEST, largest: Money = LARGEST) -> SearchStrategy[Money]:
    """Amounts (*belopp*) in whole öre, negative ones and zero among them."""
    return st.integers(smallest.ore, largest.ore).map(lambda ore: Money(ore=ore))


def units() -> SearchStrategy[Money]:
    """The units that people round to: the öre, the krona, tens, hundreds and thousands of kronor."""
    return st.sampled_from([kr("0,01"), kr(1), kr(10), kr(100), kr(1_000)])


def totals(unit: Money, *, smallest: Money = -LARGEST, largest: Money = LARGEST) -> SearchStrategy[Money]:
    """Amounts that are whole numbers of the unit."""
    return st.integers(-(-smallest.ore // unit.ore), largest.ore // unit.ore).map(lambda number: unit * number)


def shares() -> SearchStrategy[Fraction]:
    """Shares (*andelar*) from zero to one: whole and broken per cent, and ratios that no decimals can write."""
    return st.one_of(
        st.integers(0, 100).map(lambda whole: Fraction(whole, 100)),
        st.integers(0, 10_000).map(lambda hundredths: Fraction(hundredths, 10_000)),
        st.fractions(0, 1, max_denominator=10_000),
    )


@st.composite
def printed_shares(draw: DrawFn) -> Printed:
    """Shares as documents print them: rounded to at most four decimals of a per cent."""
    decimals = draw(st.integers(0, 4))
    share = Fraction(draw(st.integers(0, 100 * 10**decimals)), 100 * 10**decimals)
    return Printed.share(percent(share, decimals=decimals))


WORDS = ("", "ca ", "drygt ", "knappt ", "över ", "minst ", "högst ", "upp till ", "under ")


@st.composite
def printed_amounts(draw: DrawFn, *, smallest: int = 0) -> Printed:
    """Amounts as documents print them: in kronor with or without öre, in thousands or millions, with a word before."""
    word, unit = draw(st.sampled_from(WORDS)), draw(st.sampled_from(["", " kr", " tkr", " mkr"]))
    number = draw(st.integers(smallest, 99_999))
    decimals = draw(st.sampled_from(["", ",5", ",05"] if unit in (" tkr", " mkr") else ["", ",50"]))
    return Printed.amount(f"{word}{number}{decimals}{unit}")


@st.composite
def printed_numbers(draw: DrawFn) -> Printed:
    """Counts and means as documents print them."""
    return Printed.number(
        f"{draw(st.sampled_from(WORDS))}{draw(st.integers(0, 9_999))}{draw(st.sampled_from(['', ',5']))}"
    )


def names() -> SearchStrategy[str]:
    """Names of keys; few and short, so that they share letters and sort in every order."""
    return st.text("ABCÅÄÖ", min_size=1, max_size=4)


@st.composite
def weights(draw: DrawFn, *, keys: Sequence[str] | None = None, largest: int = 200_000) -> Mapping[str, int | Fraction]:
    """
    Weights to split by, for these keys or for any: numbers of inhabitants, or exact shares, or both.

    Some may be zero, though never all; small numbers are common, so that ties are.
    """
    few, inhabitants = st.integers(0, 4), st.integers(0, largest)
    weight: SearchStrategy[int | Fraction] = draw(st.sampled_from([few, inhabitants, shares(), few | shares()]))
    if keys is None:
        drawn = draw(st.dictionaries(names(), weight, min_size=1, max_size=8))
    else:
        drawn = draw(st.fixed_dictionaries(dict.fromkeys(keys, weight)))
    if not any(drawn.values()):
        drawn[draw(st.sampled_from([*drawn]))] = draw(st.integers(1, largest))
    return drawn


def days(*, first: date = date(2004, 1, 1), last: date = date(2050, 12, 31)) -> SearchStrategy[date]:
    """Days, unless told otherwise from the one on which the act came into force."""
    return st.dates(first, last)


@st.composite
def periods(draw: DrawFn) -> Period:
    """Periods (*perioder*) of a day or more, and such as go on until further notice."""
    first = draw(days())
    length = draw(st.none() | st.integers(0, 5_000))
    return Period(first=first, last=None if length is None else first + timedelta(days=length))


def years(*, first: int = 2004, last: int = 2050) -> SearchStrategy[int]:
    """Calendar years (*kalenderår*), unless told otherwise from the first of the act."""
    return st.integers(first, last)


def organisation_numbers() -> SearchStrategy[OrganisationNumber]:
    """Organisation numbers (*organisationsnummer*) of the kind that associations have, with the right check digit."""
    return st.integers(222_000_000, 222_999_999).map(lambda number: _with_check_digit(str(number)))


def _with_check_digit(nine: str) -> OrganisationNumber:
    """The organisation number that begins with these nine digits."""
    doubled = "".join(str(int(digit) * 2) for digit in nine[::2])
    check = -sum(map(int, doubled + nine[1::2])) % 10
    return OrganisationNumber(f"{nine[:6]}-{nine[6:]}{check}")
