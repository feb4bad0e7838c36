"""What a measured value can be: everything that is printed so, and nothing that cannot be."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from finsam.followup import Range, Unit, counts_of
from finsam.followup.ranges import figure, whole_numbers
from finsam.printed import Printed
from followup_strategies import headcounts, numbers_for, shares_for
from names import NAMES
from strategies import shares, tries

FIGURES = st.fractions(-100, 100, max_denominator=8)


@st.composite
def ranges(draw: DrawFn) -> Range:
    """Ranges with and without ends, from one number to any; an end that is left out leaves something."""
    low, high = sorted((draw(FIGURES), draw(FIGURES)))
    apart = low < high
    return Range(
        low=low if (has_low := draw(st.booleans())) else None,
        high=high if (has_high := draw(st.booleans())) else None,
        without_low=has_low and apart and draw(st.booleans()),
        without_high=has_high and apart and draw(st.booleans()),
    )


def holds(of: Range, number: Fraction) -> bool:
    """Whether the number lies in the range."""
    above = of.low is None or number > of.low or (number == of.low and not of.without_low)
    below = of.high is None or number < of.high or (number == of.high and not of.without_high)
    return above and below


@st.composite
def within(draw: DrawFn) -> tuple[Range, Fraction]:
    """A range, and a number in it."""
    of = draw(ranges())
    low, high = (of.low if of.low is not None else Fraction(-200)), (of.high if of.high is not None else Fraction(200))
    return of, low + (high - low) * draw(st.fractions(0, 1).filter(lambda at: holds(of, low + (high - low) * at)))


# Laws


@given(ranges())
def test_repr_builds_the_range_again(of: Range) -> None:
    """What is shown is Python that gives the same range."""
    assert eval(repr(of), NAMES) == of


@given(within(), FIGURES)
def test_what_is_told_of_a_range_is_so_of_every_number_in_it(of: tuple[Range, Fraction], figure: Fraction) -> None:
    """At least and at most: True where all are, False where none is."""
    told, number = of
    assert told.is_at_least(figure) in (number >= figure, None)
    assert told.is_at_most(figure) in (number <= figure, None)


@given(FIGURES, FIGURES)
def test_of_what_is_exact_everything_is_told(number: Fraction, figure: Fraction) -> None:
    """One number is at least the figure, or it is not."""
    of = Range.exactly(number)
    assert (of.exact, of.is_at_least(figure), of.is_at_most(figure)) == (number, number >= figure, number <= figure)


@given(FIGURES, FIGURES, FIGURES)
def test_nothing_is_told_of_a_range_that_has_numbers_on_either_side(
    one: Fraction, other: Fraction, at: Fraction
) -> None:
    """And something of every other."""
    low, high = sorted((one, other))
    of = Range(low=low, high=high)
    assert (of.is_at_least(at) is None, of.is_at_most(at) is None) == (low < at <= high, low <= at < high)


@given(within(), within())
def test_one_range_is_above_another_where_all_of_it_is(
    one: tuple[Range, Fraction], other: tuple[Range, Fraction]
) -> None:
    """And not above where none of it is above any."""
    (this, number), (that, against) = one, other
    assert this.is_above(that) in (number > against, None)
    assert number != against or this.meets(that)


@given(within(), within(), FIGURES.filter(bool))
def test_what_is_reckoned_with_ranges_holds_what_is_reckoned_with_numbers(
    one: tuple[Range, Fraction], other: tuple[Range, Fraction], factor: Fraction
) -> None:
    """Sums, products and what lies below zero."""
    (this, number), (that, another) = one, other
    assert holds(this + that, number + another)
    assert holds(this.plus(factor), number + factor)
    assert holds(this.times(factor), number * factor)
    assert holds(this.negative(), -number)
    assert this.negative().negative() == this


@given(st.data(), st.integers(0, 300), st.integers(1, 300))
def test_a_quotient_of_counts_holds_that_of_the_true_ones(data: st.DataObject, count: int, out_of: int) -> None:
    """However imprecisely both are printed."""
    part = whole_numbers(data.draw(numbers_for(count))).over(whole_numbers(data.draw(numbers_for(out_of))))
    assert part is not None
    assert holds(part, Fraction(count, out_of))


@given(headcounts(most=300), st.integers(0, 800))
def test_a_printed_count_is_the_whole_numbers_that_it_can_stand_for(printed: Printed, count: int) -> None:
    """More than 40 is from 41, and nothing is below zero."""
    assert holds(whole_numbers(printed), Fraction(count)) == printed.agrees_with(count)


@tries(100)
@given(st.data(), st.integers(1, 2_000))
def test_the_counts_of_a_rounded_share_hold_the_true_one(data: st.DataObject, out_of: int) -> None:
    """And no count that would be printed otherwise."""
    count = data.draw(st.integers(0, out_of))
    printed = data.draw(shares_for(Fraction(count, out_of)))
    assert count in counts_of(printed, out_of)
    assert all(printed.agrees_with(Fraction(each, out_of)) for each in counts_of(printed, out_of))


@tries(25)
@given(st.data(), st.integers(1, 60))
def test_no_count_of_a_rounded_share_is_missed(data: st.DataObject, out_of: int) -> None:
    """As one finds them by trying all, and none is out of nobody."""
    printed = data.draw(shares_for(Fraction(data.draw(st.integers(0, out_of)), out_of)))
    tried = [count for count in range(out_of + 1) if printed.agrees_with(Fraction(count, out_of))]
    assert [*counts_of(printed, out_of)] == tried
    assert counts_of(printed, 0) == ()


@given(shares(), shares())
def test_two_shares_side_by_side_are_printed_apart(share: Fraction, other: Fraction) -> None:
    """With as many decimals as that takes: 39,96 per cent is not shown as the 40 that it misses."""
    is_same = figure(share, Unit.SHARE, other) == figure(other, Unit.SHARE, share)
    assert is_same == (share == other)


# Examples


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("180", 180, 180),
        ("ca 180", 175, 185),
        ("ca 2 100", 2_050, 2_150),
        ("över 40", 41, None),
        ("minst 40", 40, None),
        ("under 40", 0, 39),
        ("högst 40", 0, 40),
        ("drygt 40", 41, 50),
        ("knappt 40", 30, 39),
        ("mellan 40 och 50", 40, 50),
        ("färre än 1", 0, 0),
    ],
)
def test_a_printed_count_in_whole_numbers(printed: str, low: int, high: int | None) -> None:
    """What each word lets it be."""
    assert whole_numbers(Printed.number(printed)) == Range(
        low=Fraction(low), high=None if high is None else Fraction(high)
    )


@pytest.mark.parametrize(
    ("of", "en", "sv"),
    [
        (Range.exactly(271), "271", "271"),
        (Range(low=Fraction(40), high=Fraction(50)), "from 40 to 50", "från 40 till 50"),
        (Range(low=Fraction(41), high=None), "at least 41", "minst 41"),
        (Range(low=Fraction(40), high=None, without_low=True), "more than 40", "mer än 40"),
        (Range(low=None, high=Fraction(40)), "at most 40", "högst 40"),
        (Range(low=None, high=Fraction(40), without_high=True), "less than 40", "mindre än 40"),
        (Range(low=None, high=None), "any number", "vilket tal som helst"),
    ],
)
def test_a_range_in_words(of: Range, en: str, sv: str) -> None:
    """One number where it is one, and otherwise its ends."""
    text = of.text(Unit.COUNT)
    assert (text.to("en"), text.to("sv")) == (en, sv)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Fraction(271, 705), Unit.SHARE, "38,4 %"),
        (Fraction(2, 5), Unit.SHARE, "40 %"),
        (Fraction(12_345), Unit.COUNT, "12 345"),
        (Fraction(60, 19), Unit.MEAN, "3,16"),
        (Fraction(400_000_050), Unit.AMOUNT, "4 000 000,50 kr"),
    ],
)
def test_a_figure_is_written_as_people_write_it(value: Fraction, unit: Unit, text: str) -> None:
    """Per cent with a decimal, counts and amounts with spaces, means with two decimals."""
    assert figure(value, unit) == text


def test_a_figure_has_as_many_decimals_as_tell_it_from_the_one_beside_it() -> None:
    """And is written exactly where no twelve of them do."""
    assert figure(Fraction(999, 2_500), Unit.SHARE, Fraction(2, 5)) == "39,96 %"
    assert figure(Fraction(2, 5) - Fraction(1, 10**20), Unit.SHARE, Fraction(2, 5)) == "39,999999999999999999 %"


def test_the_units_have_names_in_both_languages() -> None:
    """What a value is a number of."""
    assert [(str(unit.label), unit.label.to("sv")) for unit in Unit] == [
        ("share", "andel"),
        ("count", "antal"),
        ("amount", "belopp"),
        ("mean", "medelvärde"),
    ]


def test_a_share_that_no_eye_can_tell_from_another_is_told_exactly() -> None:
    """A million millionth above a half is not a half."""
    half = Fraction(1, 2)
    assert figure(half + Fraction(1, 10**14), Unit.SHARE, half) == "50,000000000001 %"
