"""Printed figures: everything that they can stand for, and nothing else."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from math import floor

import pytest
from attrs import frozen
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from finsam import Money, kr, share
from finsam.errors import PrintedError
from finsam.money import ORE_IN, MoneyUnit
from finsam.printed import Kind, Printed
from finsam.shares import percent
from names import NAMES
from strategies import amounts, shares

READERS: dict[Kind, Callable[[str], Printed]] = {
    "amount": Printed.amount,
    "share": Printed.share,
    "number": Printed.number,
}
UNITS: dict[Kind, dict[str, Fraction]] = {
    "amount": {"": Fraction(100), **{f" {unit}": Fraction(ore) for unit, ore in ORE_IN.items()}},
    "share": {" %": Fraction(1, 100), "%": Fraction(1, 100)},
    "number": {"": Fraction(1), " personer": Fraction(1)},
}
WORDS = ["", "ca ", "drygt ", "knappt ", "över ", "minst ", "högst ", "under "]

kinds = st.sampled_from(list[Kind](["amount", "share", "number"]))


def decimal(number: int, decimals: int) -> str:
    """So many of the last decimal, as text."""
    digits = f"{abs(number):0{decimals + 1}d}"
    text = f"{digits[: len(digits) - decimals]},{digits[len(digits) - decimals :]}"
    return ("-" if number < 0 else "") + text.rstrip(",")


@frozen(kw_only=True)
class Rounding:
    """An exact figure, and the whole number of steps to which it was rounded."""

    kind: Kind
    unit: str
    decimals: int
    exact: Fraction

    @property
    def step(self) -> Fraction:
        return UNITS[self.kind][self.unit] * Fraction(1, 10**self.decimals)

    @property
    def steps(self) -> int:
        rounded = floor(abs(self.exact) / self.step + Fraction(1, 2))
        return rounded if self.exact > 0 else -rounded

    def printed(self, *, further: int = 0) -> Printed:
        """What is printed, or what is so many steps from that."""
        return READERS[self.kind](decimal(self.steps + further, self.decimals) + self.unit)


@st.composite
def roundings(draw: DrawFn) -> Rounding:
    """Figures of every kind and unit that are printed with some decimals; a whole number is not rounded."""
    kind = draw(kinds)
    unit = draw(st.sampled_from([*UNITS[kind]]))
    decimals = draw(st.integers(1 if kind == "number" else 0, 4))
    halves = st.integers(-2_000, 2_000).map(lambda number: Fraction(number, 2) / 10**decimals)
    number = draw(halves | st.fractions(-1_000_000, 1_000_000, max_denominator=10_000))
    return Rounding(kind=kind, unit=unit, decimals=decimals, exact=number * UNITS[kind][unit])


@st.composite
def of_kind(draw: DrawFn, kind: Kind) -> Printed:
    """Figures of that kind, with every word before them; from one to another, with the smaller one first."""
    unit, decimals = draw(st.sampled_from([*UNITS[kind]])), draw(st.integers(0, 2))
    number = draw(st.integers(-300, 300) | st.integers(-20, 20).map(lambda number: number * 100))
    if draw(st.booleans()):
        return READERS[kind](draw(st.sampled_from(WORDS)) + decimal(number, decimals) + unit)
    one, other = sorted([abs(number), draw(st.integers(0, 300))])
    return READERS[kind](f"mellan {decimal(one, decimals)} och {decimal(other, decimals)}{unit}")


def figures() -> SearchStrategy[Printed]:
    """Printed figures of every kind."""
    return kinds.flatmap(of_kind)


def pairs() -> SearchStrategy[tuple[Printed, Printed]]:
    """Two printed figures of the same kind."""
    return kinds.flatmap(lambda kind: st.tuples(of_kind(kind), of_kind(kind)))


def about(*printed: Printed) -> list[Fraction]:
    """Exact values at every end of the figures, between each two of the ends, and beyond them all."""
    given_ends = [end for each in printed for end in (each.value, each.low, each.high) if end is not None]
    ends = sorted(set(given_ends))
    between = [(one + other) / 2 for one, other in pairwise(ends)]
    return sorted([ends[0] - 1, *ends, *between, ends[-1] + 1])


# What is rounded agrees with what was rounded.


@given(roundings())
def test_a_figure_agrees_with_what_it_was_rounded_from(rounding: Rounding) -> None:
    """What is printed of an exact figure is never found to contradict it."""
    assert rounding.printed().agrees_with(rounding.exact)
    assert rounding.printed().difference(rounding.exact) == 0


@given(roundings())
def test_a_figure_a_whole_step_further_than_its_rounding_never_agrees(rounding: Rounding) -> None:
    """A figure that was rounded wrongly is always found."""
    away = rounding.steps * rounding.step - rounding.exact
    for further in (1, -1):
        if away * further >= 0:
            assert not rounding.printed(further=further).agrees_with(rounding.exact)


@given(roundings())
def test_a_figure_agrees_with_what_rounds_to_it_and_nothing_else(rounding: Rounding) -> None:
    """Half a unit of its last decimal on either side, and no more."""
    printed, half = rounding.printed(), rounding.step / 2
    assert printed.step == rounding.step
    for side in (half, -half):
        assert printed.agrees_with(printed.value + side)
        assert not printed.agrees_with(printed.value + side * Fraction(1_000_001, 1_000_000))


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_is_not_rounded(number: int) -> None:
    """A count of people is itself, and no other number."""
    for printed in (Printed.number(number), Printed.number(str(number))):
        assert [printed.agrees_with(number + more) for more in (-1, 0, 1)] == [False, True, False]
        assert not printed.agrees_with(number + Fraction(1, 1_000))


@given(amounts())
def test_an_amount_agrees_with_itself(amount: Money) -> None:
    """An amount that stands as it is computed never contradicts it."""
    assert Printed.amount(amount).agrees_with(amount)
    assert Printed.amount(amount).value == amount.ore


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_of_kronor_is_an_amount_to_the_krona(number: int) -> None:
    printed = Printed.amount(number)
    assert printed == Printed.amount(kr(number))
    assert printed.agrees_with(kr(number) + kr("0,50"))
    assert not printed.agrees_with(kr(number) + kr("0,51"))


# Two printed figures, and by how much one differs.


@given(pairs())
def test_two_figures_agree_exactly_where_some_value_agrees_with_both(pair: tuple[Printed, Printed]) -> None:
    """In a text and in a table, the same can be rounded in two ways."""
    one, other = pair
    both = [each for each in about(one, other) if one.agrees_with(each) and other.agrees_with(each)]
    assert one.agrees_with(other) == other.agrees_with(one) == bool(both)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [("högst 40", "minst 40", True), ("under 40", "minst 40", False), ("högst 40", "över 40", False)],
)
def test_figures_that_meet_agree_where_both_have_the_end(one: str, other: str, agree: bool) -> None:
    """Exactly 40 is at most and at least 40, and neither under nor over it."""
    first, second = Printed.number(one), Printed.number(other)
    assert first.agrees_with(second) == second.agrees_with(first) == agree


@given(figures())
def test_every_figure_agrees_with_itself(printed: Printed) -> None:
    """Whatever is printed can stand for something."""
    assert printed.agrees_with(printed)


@given(figures())
@example(Printed.number("över 40"))
def test_the_difference_is_zero_exactly_where_they_agree(printed: Printed) -> None:
    """What a finding says that somebody is wrong by is never nothing."""
    for exact in about(printed):
        assert (printed.difference(exact) == 0) == printed.agrees_with(exact)


@given(figures())
def test_a_difference_is_below_zero_where_the_figure_is_less(printed: Printed) -> None:
    """Above zero where it is more; and never less than what it takes to the nearest end."""
    for exact in about(printed):
        if printed.high is not None and exact > printed.high:
            assert printed.difference(exact) <= printed.high - exact < 0
        if printed.low is not None and exact < printed.low:
            assert printed.difference(exact) >= printed.low - exact > 0


@pytest.mark.parametrize(
    ("text", "exact", "difference"),
    [
        ("4,0 mkr", kr(4_050_000), kr(0)),
        ("4,0 mkr", kr(4_060_000), kr(-10_000)),
        ("4,0 mkr", kr(3_940_000), kr(10_000)),
        ("4,0 mkr", kr(4_100_000), kr(-100_000)),
        ("8 054 000", kr(8_073_500), kr(-19_500)),
        ("ca 627 tkr", kr(630_400), kr(-2_900)),
        ("ca 630 tkr", kr(640_000), kr(-5_000)),
        ("minst 5 tkr", kr(4_000), kr(1_000)),
        ("högst 5 tkr", kr(6_000), kr(-1_000)),
    ],
)
def test_a_figure_differs_by_what_no_rounding_explains(text: str, exact: Money, difference: Money) -> None:
    """4,1 mkr would have been printed as 4,1, and so differs from 4,0 by the whole of 0,1 and not from its edge."""
    assert Printed.amount(text).difference(exact) == difference.ore


@pytest.mark.parametrize(
    ("kind", "text", "exact", "difference"),
    [
        ("amount", "över 5 tkr", Fraction(500_000), Fraction(1)),
        ("amount", "under 5 tkr", Fraction(500_000), Fraction(-1)),
        ("number", "över 40", Fraction(40), Fraction(1)),
        ("number", "över 40,5", Fraction(405, 10), Fraction(1, 10)),
        ("share", "under 5 %", Fraction(5, 100), Fraction(-1, 100)),
    ],
)
def test_what_does_not_reach_its_end_differs_from_it_by_the_least_there_is(
    kind: Kind, text: str, exact: Fraction, difference: Fraction
) -> None:
    """An öre of an amount, one of what is counted, and otherwise one of the last figure that is printed."""
    assert READERS[kind](text).difference(exact) == difference


# Words before a figure.


@pytest.mark.parametrize(
    ("text", "can_be", "cannot_be"),
    [
        ("2 100", [2_100], [2_099, 2_101]),
        ("ca 2 100", [2_050, 2_150], [2_049, 2_151]),
        ("omkring 2 140", [2_135, 2_145], [2_134, 2_146]),
        ("drygt 2 100", [2_101, 2_200], [2_100, 2_201]),
        ("knappt 2 100", [2_000, 2_099], [1_999, 2_100]),
        ("fler än 40", [41, 1_000_000], [40, 39]),
        ("minst 40", [40, 1_000_000], [39]),
        ("högst 40", [40, 0], [41]),
        ("färre än 40", [39, 0], [40, 41]),
        ("mellan 20 och 30", [20, 25, 30], [19, 31]),
        ("från 20 till 30 personer", [20, 30], [19, 31]),
        ("20–30", [20, 30], [19, 31]),
        ("ca 2,5", [Fraction(245, 100), Fraction(255, 100)], [Fraction(244, 100), Fraction(256, 100)]),
        ("drygt 2,50", [Fraction(251, 100), Fraction(26, 10)], [Fraction(25, 10), Fraction(261, 100)]),
        ("knappt 2,0", [1, Fraction(199, 100)], [2, Fraction(9, 10)]),
        ("2,5", [Fraction(245, 100), Fraction(255, 100)], [Fraction(244, 100), Fraction(256, 100)]),
    ],
)
def test_a_word_before_a_number_says_which_way_it_was_rounded(
    text: str, can_be: Sequence[Fraction], cannot_be: Sequence[Fraction]
) -> None:
    """*Ca* is to the last figure that is not zero, *drygt* above and *knappt* below, by one of that figure at most."""
    printed = Printed.number(text)
    assert [printed.agrees_with(each) for each in can_be] == [True] * len(can_be)
    assert [printed.agrees_with(each) for each in cannot_be] == [False] * len(cannot_be)


def test_the_stated_shares_of_hoglandet_are_not_those_of_its_table() -> None:
    """
    Its operational plan for 2023 says 54,5 % individual; the table has 4 460 000 of 8 054 000, which is 55,38 %.

    Of the 8 073 500 that the text also states it would be 55,24 %.
    """
    stated = Printed.share("54,5 %")
    assert not stated.agrees_with(Fraction(4_460_000, 8_054_000))
    assert not stated.agrees_with(Fraction(4_460_000, 8_073_500))


def test_finnvedens_need_is_about_what_is_computed() -> None:
    """Its operational plan for 2012 says ca 2 100, where 5 % of 42 659 are 2 132,95."""
    assert Printed.number("ca 2 100").agrees_with(Fraction(213_295, 100))


# What is printed is kept.


@given(figures())
def test_repr_builds_the_figure_again(printed: Printed) -> None:
    assert eval(repr(printed), NAMES) == printed


@given(figures())
def test_a_figure_reads_as_it_was_printed(printed: Printed) -> None:
    """`54,50 %` says more than `54,5 %`, so the text is kept; an amount without a unit is in kronor."""
    assert READERS[printed.kind](printed.text) == printed
    assert str(printed) in (printed.text, f"{printed.text} kr")
    again = READERS[printed.kind](str(printed))
    assert (again.value, again.low, again.high) == (printed.value, printed.low, printed.high)


@given(amounts(), st.sampled_from(list[MoneyUnit](["kr", "tkr", "mkr"])), st.sampled_from(" \u00a0\u202f"))
def test_an_amount_is_printed_as_it_is_written_elsewhere(amount: Money, unit: MoneyUnit, space: str) -> None:
    """Whatever spaces and minus signs a word processor puts into it."""
    printed = Printed.amount(format(amount, unit).replace(" ", space).replace("-", "\u2212"))
    assert printed.value == amount.ore


@given(amounts())
def test_points_between_thousands_are_read(amount: Money) -> None:
    """Older documents print 600.000 for six hundred thousand kronor."""
    assert Printed.amount(amount.figures().replace(" ", ".")).value == amount.ore


@given(shares(), st.integers(0, 6))
def test_a_share_is_printed_as_it_is_written_elsewhere(exact: Fraction, decimals: int) -> None:
    text = percent(exact, decimals=decimals)
    assert Printed.share(text).value == share(text)


@pytest.mark.parametrize("text", ["54.5 %", "54.50 %", "54.500 %", "0.125 %"])
def test_a_point_in_per_cent_is_read_as_share_reads_it(text: str) -> None:
    """There are no thousands of per cent: 54.500 % is 54,5 %."""
    assert Printed.share(text).value == share(text)


@pytest.mark.parametrize(
    ("text", "shown"), [("120 810", "120 810 kr"), ("ca 627", "ca 627 kr"), ("4,0 mkr", "4,0 mkr"), ("5 kr", "5 kr")]
)
def test_an_amount_is_shown_with_a_unit(text: str, shown: str) -> None:
    assert str(Printed.amount(text)) == shown


# What is no printed figure is refused, with what to write.


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", '""'),
        ("kr", '"kr"'),
        ("4,0 EUR", '"4,0 EUR"'),
        ("4,0 %", '"4,0 %"'),
        ("bortåt 4,0 mkr", '"bortåt 4,0 mkr"'),
        ("mellan 4 mkr", '"mellan 4 mkr"'),
        ("12 34", '"12 34"'),
        ("1e5", '"1e5"'),
        ("1/4", '"1/4"'),
        (1.5, "1.5"),
        (True, "true"),
        (None, "None"),
        ("1" * 300, f'"{"1" * 56}...'),
    ],
)
def test_what_is_no_printed_amount_is_refused_with_the_remedy(text: str, shown: str) -> None:
    with pytest.raises(PrintedError) as error:
        Printed.amount(text)
    assert str(error.value) == (
        f'{shown} is not an amount as a document prints it; write for example "4,0 mkr", "ca 627 tkr" or 120_810'
    )
    assert error.value.text("sv") == (
        f'{shown} är inget belopp som ett dokument anger; skriv till exempel "4,0 mkr", "ca 627 tkr" eller 120_810'
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1/4", '"1/4"'),
        ("54,5", '"54,5"'),
        ("", '""'),
        ("1" * 300 + " %", f'"{"1" * 56}...'),
        ("54,5 kr", '"54,5 kr"'),
        (54.5, "54.5"),
        (54, "54"),
        (None, "None"),
    ],
)
def test_a_printed_share_is_per_cent(text: str, shown: str) -> None:
    """A ratio has no decimals to have been rounded to."""
    with pytest.raises(PrintedError) as error:
        Printed.share(text)
    assert str(error.value) == (
        f'{shown} is not a share as a document prints it; write per cent in quotes, as "54,5 %" or "drygt 20 %"'
    )


@pytest.mark.parametrize(("text", "shown"), [("många", '"många"'), ("40 %", '"40 %"'), (2.5, "2.5"), (True, "true")])
def test_what_is_no_printed_number_is_refused_with_the_remedy(text: str, shown: str) -> None:
    with pytest.raises(PrintedError) as error:
        Printed.number(text)
    assert str(error.value) == (
        f'{shown} is not a number as a document prints it; write for example 140, "ca 2 100" or "minst 40"'
    )


@pytest.mark.parametrize("text", ["minst 3–4", "ca 3-4", "drygt 3 till 4", "mellan 3", "från 3"])
def test_two_figures_are_a_range_and_one_is_none(text: str) -> None:
    """What is at least 3 to 4 nobody can say."""
    with pytest.raises(PrintedError):
        Printed.number(text)


def test_a_range_does_not_end_before_it_begins() -> None:
    """It could stand for nothing, and would contradict every plan."""
    with pytest.raises(PrintedError) as error:
        Printed.number("mellan 30 och 20")
    assert str(error.value) == '"mellan 30 och 20" has the greater figure first; write the smaller first'


@pytest.mark.parametrize("text", ["1.234 mkr", "1.234 tkr"])
def test_an_amount_that_can_be_read_in_two_ways_is_refused(text: str) -> None:
    """1.234 mkr can be a million or a milliard, as `kr` says of the same text."""
    with pytest.raises(PrintedError) as error:
        Printed.amount(text)
    assert str(error.value) == (f'"{text}" can be read in two ways; write a decimal comma, or spaces between thousands')
