import operator
import pickle
from collections.abc import Callable
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from finsam import FinsamError, Money, kr, mkr, tkr
from finsam.errors import AmountError
from finsam.money import MoneyLike, MoneyUnit, Unrounded, whole_ore
from names import NAMES
from strategies import amounts

READERS = {"kr": kr, "tkr": tkr, "mkr": mkr}

money_units = st.sampled_from(list[MoneyUnit](["kr", "tkr", "mkr"]))
spaces = st.sampled_from([" ", "\u00a0", "\u202f"])
minuses = st.sampled_from(["-", "\u2212"])


# What is written can be read.


@given(amounts(), money_units)
def test_an_amount_reads_as_it_was_written(amount: Money, unit: MoneyUnit) -> None:
    """Text with a unit says the whole amount, whichever unit it is written in."""
    assert kr(format(amount, unit)) == tkr(format(amount, unit)) == mkr(format(amount, unit)) == amount


@given(amounts(), money_units)
def test_figures_read_in_their_own_unit(amount: Money, unit: MoneyUnit) -> None:
    """A table in tkr is read with `tkr`: its figures carry no unit."""
    assert READERS[unit](amount.figures(unit)) == amount


@given(amounts(), money_units, spaces, minuses)
def test_spaces_and_minus_signs_of_every_kind_are_read(amount: Money, unit: MoneyUnit, space: str, minus: str) -> None:
    """Word processors put no-break spaces and the real minus sign into amounts."""
    assert kr(format(amount, unit).replace(" ", space).replace("-", minus)) == amount


@given(amounts())
def test_points_between_thousands_are_read(amount: Money) -> None:
    """Older documents write 8.054.000 kronor; one point alone could be that of a decimal."""
    text = amount.figures().replace(" ", ".")
    if text.count(".") == 1 and "," not in text:
        with pytest.raises(AmountError):
            kr(text)
    else:
        assert kr(text) == amount


@given(amounts(), money_units)
def test_figures_without_spaces_are_read(amount: Money, unit: MoneyUnit) -> None:
    """What a spreadsheet exports has no spaces, and may have a point before the decimals."""
    assert READERS[unit](amount.figures(unit).replace(" ", "")) == amount
    assert kr(str(amount.kronor)) == amount


@given(amounts())
def test_an_amount_is_its_number_of_kronor(amount: Money) -> None:
    """`kronor` is exact, also where the caller computes with few decimals."""
    with localcontext(prec=3):
        assert kr(amount.kronor) == amount


@pytest.mark.parametrize(
    ("ore", "shown"), [(0, "kr(0)"), (1, 'kr("0.01")'), (99, 'kr("0.99")'), (-100, "kr(-1)"), (1_234_500, "kr(12_345)")]
)
def test_an_amount_is_shown_as_it_is_written_in_python(ore: int, shown: str) -> None:
    assert repr(Money(ore=ore)) == shown


@given(amounts())
def test_repr_builds_the_amount_again(amount: Money) -> None:
    assert eval(repr(amount), NAMES) == amount


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_are_kronor_thousands_or_millions(number: int) -> None:
    """The word that reads a number is its unit."""
    assert (kr(number).ore, tkr(number).ore, mkr(number).ore) == (number * 10**2, number * 10**5, number * 10**8)


@pytest.mark.parametrize(
    ("text", "ore"),
    [
        ("8 054 000", 805_400_000),
        ("8_054_000", 805_400_000),  # as in TOML and in Python
        ("8 054 000 kr", 805_400_000),
        ("8\u00a0054\u202f000\u00a0kr", 805_400_000),
        ("8 054 000 kronor", 805_400_000),
        ("8054000 SEK", 805_400_000),
        ("8 054 tkr", 805_400_000),
        ("8 054 kkr", 805_400_000),
        ("8,054 mkr", 805_400_000),
        ("8,054 Mnkr", 805_400_000),
        ("4 MSEK", 400_000_000),
        ("8 054 tsek", 805_400_000),
        ("8,054 milj kr", 805_400_000),
        ("1,2mkr", 120_000_000),
        ("1.2 mkr", 120_000_000),
        ("1.234.567 tkr", 123_456_700_000),
        ("1 234,50", 123_450),
        ("1.234,50", 123_450),
        ("1234.5", 123_450),
        ("1 234,500", 123_450),
        ("0,500", 50),
        ("0,5", 50),
        ("0.05", 5),
        ("007", 700),
        (" 12 ", 1_200),
        ("+12", 1_200),
        ("- 754", -75_400),
        ("\u2212754 kr", -75_400),
        ("-0", 0),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, ore: int) -> None:
    assert kr(text) == Money(ore=ore)


@pytest.mark.parametrize(
    ("amount", "unit", "figures"),
    [
        (kr(0), "kr", "0"),
        (kr(0), "mkr", "0"),
        (kr("0,01"), "kr", "0,01"),
        (kr("0,01"), "mkr", "0,00000001"),
        (kr("1234,5"), "kr", "1 234,50"),
        (kr("1234,5"), "tkr", "1,2345"),
        (kr(-1_000_000), "kr", "-1 000 000"),
        (kr(-1_000_000), "mkr", "-1"),
        (kr(1_356_000), "tkr", "1 356"),
    ],
)
def test_amounts_are_written_as_swedes_write_them(amount: Money, unit: MoneyUnit, figures: str) -> None:
    """A decimal comma, a space between thousands, and two decimals of a krona or none."""
    assert amount.figures(unit) == figures


def test_an_amount_is_formatted_by_unit_or_as_text() -> None:
    """A column of a table can be set to a width."""
    assert f"{kr(1_200_000)}|{kr(1_200_000):mkr}|{kr(1_200):>10}" == "1 200 000 kr|1,2 mkr|  1 200 kr"


# Amounts are reckoned with exactly.


@given(amounts(), amounts())
def test_amounts_add_subtract_and_compare_as_their_ore(one: Money, other: Money) -> None:
    """An amount is a whole number of öre and nothing else."""
    assert (one + other).ore == one.ore + other.ore
    assert (one - other).ore == one.ore - other.ore
    assert ((one < other), (one == other)) == ((one.ore < other.ore), (one.ore == other.ore))


def test_an_amount_is_neither_more_nor_less_than_itself() -> None:
    one, same = kr(1), kr("1,00")
    assert one <= same
    assert one >= same
    assert not one < same
    assert not one > same


@given(amounts())
def test_an_amount_and_its_negative_cancel(amount: Money) -> None:
    assert amount + -amount == kr(0)
    assert abs(amount) == max(amount, -amount)


@given(amounts(), st.integers(-1_000, 1_000))
def test_an_amount_times_a_number_is_that_many_of_it(amount: Money, number: int) -> None:
    assert amount * number == number * amount == Money(ore=amount.ore * number)


@given(amounts(), amounts().filter(lambda amount: amount.ore != 0))
def test_an_amount_over_an_amount_is_an_exact_share(part: Money, whole: Money) -> None:
    """So the share of a total gives the part back."""
    assert whole * (part / whole) == part


numbers = st.integers(-1_000, 1_000) | st.fractions(-1_000, 1_000, max_denominator=1_000)


@given(amounts(), numbers.filter(bool))
def test_an_amount_over_a_number_is_exactly_that_part_of_it(amount: Money, number: int | Fraction) -> None:
    """So many times the part is the amount again, and nothing is rounded on the way."""
    assert (amount / number).ore * number == amount.ore


@given(amounts(), amounts(), st.integers(1, 1_000))
def test_parts_of_amounts_compare_as_the_amounts(one: Money, other: Money, number: int) -> None:
    """What is spent for each of as many says who spends more."""
    assert (one / number < other / number, one / number == other / number) == (one < other, one == other)


@given(amounts(), numbers.filter(bool))
def test_repr_builds_the_part_again(amount: Money, number: int | Fraction) -> None:
    """What is shown is Python that gives the same part."""
    assert eval(repr(amount / number), NAMES) == amount / number


def test_what_a_participant_costs_is_shown_to_the_nearest_ore_and_drawn() -> None:
    """1 000 000 kr for 37 people is 27 027,027... kr each, by long division."""
    each = kr(1_000_000) / 37
    assert (str(each), round(float(each), 3)) == ("27 027,03 kr", 27_027.027)


@given(amounts(), money_units)
def test_an_amount_is_itself(amount: Money, unit: MoneyUnit) -> None:
    """The words that read amounts leave an amount as it is, whatever their unit."""
    assert READERS[unit](amount) == amount


def test_equal_amounts_are_one_key() -> None:
    assert len({kr(1_000), tkr(1), kr("1 000,00"), mkr("0,001")}) == 1


def test_amounts_are_summed_from_zero_kronor() -> None:
    """Also where the sum is not told from what it begins."""
    assert sum([kr(1), kr("0,50")]) == sum([kr(1), kr("0,50")], kr(0)) == kr("1,50")


@pytest.mark.parametrize(
    ("ore", "text"),
    [
        (Fraction(0), "0 kr"),
        (Fraction(150), "1,50 kr"),
        (Fraction(10_000, 3), "33,33 kr"),
        (Fraction(20_000, 3), "66,67 kr"),
        (Fraction(1, 2), "0,01 kr"),
        (Fraction(1, 3), "0 kr"),
        (Fraction(-1, 3), "0 kr"),
        (Fraction(-1, 2), "-0,01 kr"),
        (Fraction(-20_000, 3), "-66,67 kr"),
        (Fraction(-150), "-1,50 kr"),
    ],
)
def test_what_is_not_rounded_yet_is_shown_to_the_nearest_ore(ore: Fraction, text: str) -> None:
    """And held exactly; below zero is the mirror of above."""
    assert str(Unrounded(ore)) == text
    assert Unrounded(ore).ore == ore


# What is not an amount is refused, with what to write.


@given(st.floats())
@example(70368744177664.6)
def test_no_float_becomes_an_amount(number: float) -> None:
    """
    A float has already lost what the document said.

    What the message tells people to write can be read, and is what they meant where that can be known.
    """
    with pytest.raises(AmountError) as error:
        kr(number)  # type: ignore[arg-type]
    ore = Decimal(repr(number)) * 100
    known = abs(number) < 1e15 and ore == ore.to_integral_value()
    said, remedy = str(error.value).split("; write for example ")
    assert said == f"{number!r} is a float, which is not exact"
    assert eval(remedy, NAMES) == (Money(ore=int(ore)) if known else kr("0,10"))


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (0.1, '0.1 is a float, which is not exact; write for example kr("0.10")'),
        (1234.5, '1234.5 is a float, which is not exact; write for example kr("1234.50")'),
        (0.125, '0.125 is a float, which is not exact; write for example kr("0.10")'),
        (1e300, '1e+300 is a float, which is not exact; write for example kr("0.10")'),
        (float("nan"), 'nan is a float, which is not exact; write for example kr("0.10")'),
        (float("inf"), 'inf is a float, which is not exact; write for example kr("0.10")'),
        (True, 'an amount is a whole number of öre, not True; write for example kr("0.10")'),
        (None, 'an amount is a whole number of öre, not None; write for example kr("0.10")'),
        (Fraction(1, 2), 'an amount is a whole number of öre, not Fraction(1, 2); write for example kr("0.10")'),
        (Decimal("0.001"), "Decimal('0.001') is not a whole number of öre; write at most two decimals of a krona"),
        ("0,001", '"0,001" is not a whole number of öre; write at most two decimals of a krona'),
        ("0,0000000001 mkr", '"0,0000000001 mkr" is not a whole number of öre; write at most two decimals of a krona'),
        ("600.000", '"600.000" can be read in two ways; write a decimal comma, or spaces between thousands'),
        ("-980,000 kr", '"-980,000 kr" can be read in two ways; write a decimal comma, or spaces between thousands'),
        ("1.234 mkr", '"1.234 mkr" can be read in two ways; write a decimal comma, or spaces between thousands'),
        ("1.234 tkr", '"1.234 tkr" can be read in two ways; write a decimal comma, or spaces between thousands'),
        ("5 st", '"5 st" has the unit "st"; write kr, tkr or mkr'),
        ("1,2 MEUR", '"1,2 MEUR" has the unit "meur"; write kr, tkr or mkr'),
    ],
)
def test_what_is_not_an_amount_is_refused_with_the_remedy(value: MoneyLike, message: str) -> None:
    with pytest.raises(AmountError) as error:
        kr(value)
    assert str(error.value) == message


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+999999", "1E-999999"])
def test_a_decimal_is_a_number_of_a_size_that_money_has(number: str) -> None:
    """Nor does a short exponent make the library fill the memory."""
    with pytest.raises(AmountError) as error:
        kr(Decimal(number))
    assert str(error.value) == (
        f"an amount is a whole number of öre, not Decimal('{number}'); write for example kr(\"0.10\")"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kr",
        "NaN",
        "inf",
        "1e5",
        "1E+5",
        "--1",
        "1,234,567",
        "1,234.50",
        "12 34",
        "1 2345",
        "0.123",
        "0 123",
        "1\u2009000",  # a thin space that may break
        "1\n000",
        "1_00",
        "1_000 000",
        "8 054 000:-",
    ],
)
def test_text_that_is_not_an_amount_is_refused(text: str) -> None:
    """Exponents, English thousands and groups that are not thousands could each be read as something else."""
    with pytest.raises(AmountError) as error:
        kr(text)
    shown = text.replace("\n", " ")  # a message is one line
    assert str(error.value) == f'"{shown}" is not an amount; write for example "8 054 000", "1 234,50" or "1,2 mkr"'


def test_a_long_text_is_cut_in_the_message() -> None:
    """A file of a million digits is refused at once, and in one line."""
    with pytest.raises(AmountError) as error:
        kr("1" * 1_000_000)
    assert str(error.value) == (
        f'"{"1" * 40}" is not an amount; write for example "8 054 000", "1 234,50" or "1,2 mkr"'
    )


def test_an_amount_has_at_most_forty_characters() -> None:
    """Which is more than any sum of money in the world needs."""
    assert kr("1" * 40) == Money(ore=int("1" * 40) * 100)
    with pytest.raises(AmountError):
        kr("1" * 41)


def test_the_remedy_is_in_the_unit_that_was_asked_for() -> None:
    with pytest.raises(AmountError) as error:
        mkr(1.2)  # type: ignore[arg-type]
    assert str(error.value) == '1.2 is a float, which is not exact; write for example mkr("1.20")'


def test_a_figure_with_one_point_is_refused_by_tkr() -> None:
    """In a table in tkr, 1.234 can be a million or a thousand."""
    with pytest.raises(AmountError) as error:
        tkr("1.234")
    assert str(error.value) == '"1.234" can be read in two ways; write a decimal comma, or spaces between thousands'


@pytest.mark.parametrize("ore", [1.0, True, "1", None])
def test_ore_are_whole_numbers(ore: int) -> None:
    with pytest.raises(AmountError) as error:
        Money(ore=ore)
    assert str(error.value) == f'an amount is a whole number of öre, not {ore!r}; write for example kr("0.10")'


@pytest.mark.parametrize("amount", [kr(0), kr(1)])
def test_an_amount_has_no_truth_value(amount: Money) -> None:
    """Zero kronor is not an amount that is missing."""
    with pytest.raises(TypeError) as error:
        bool(amount)
    assert str(error.value) == "an amount is neither true nor false; write amount is None, or amount != kr(0)"


COMPUTE: list[Callable[[Any, Any], object]] = [
    operator.add,
    operator.sub,
    operator.lt,
    operator.le,
    operator.gt,
    operator.ge,
]


@pytest.mark.parametrize("compute", COMPUTE)
@pytest.mark.parametrize(
    ("other", "better"),
    [
        (1, "kr(1)"),
        (0.5, 'kr("0.50")'),
        (True, 'kr("0.10")'),
        (Decimal(1), 'kr("0.10")'),
        (Fraction(1, 2), 'kr("0.10")'),
        ("1", 'kr("1")'),
    ],
)
def test_an_amount_is_computed_only_with_amounts(
    compute: Callable[[Any, Any], object], other: Any, better: str
) -> None:
    """A number without a unit is not an amount, on either side."""
    assert kr(1) != other
    for one, another in ((kr(1), other), (other, kr(1))):
        with pytest.raises(TypeError) as error:
            compute(one, another)
        assert str(error.value) == (
            f"an amount is added to and compared with amounts, not {other!r}; write for example {better}"
        )


@pytest.mark.parametrize("compute", [*COMPUTE, operator.mul, operator.truediv])
@pytest.mark.parametrize("other", [None, date(2023, 1, 1)])
def test_what_is_no_number_is_left_to_it(compute: Callable[[Any, Any], object], other: Any) -> None:
    """So that a column of amounts in a table can be computed with one."""
    with pytest.raises(TypeError) as error:
        compute(kr(1), other)
    assert "'Money' and" in str(error.value)


@pytest.mark.parametrize(
    ("factor", "better"), [(0.5, 50), (True, 102), (Decimal("1.0250"), "102.5"), (float("nan"), 102), ("2", 102)]
)
def test_an_amount_is_multiplied_by_exact_numbers_only(factor: Any, better: object) -> None:
    """The message has the same factor as a share, where that is known."""
    computed: list[Callable[[], object]] = [lambda: kr(1) * factor, lambda: factor * kr(1)]
    for compute in computed:
        with pytest.raises(TypeError) as error:
            compute()
        assert str(error.value) == (
            f"an amount is multiplied by a whole number or an exact share, not by {factor!r}; "
            f'write for example share("{better} %")'
        )


@pytest.mark.parametrize(
    ("number", "better"),
    [(0.5, "0.5"), (Decimal("2.50"), "2.50"), (True, "1.5"), (float("nan"), "1.5"), (Decimal("Infinity"), "1.5")],
)
def test_an_amount_is_divided_by_exact_numbers_only(number: Any, better: str) -> None:
    """The message has the same number as a fraction, where that is known."""
    with pytest.raises(TypeError) as error:
        kr(1) / number
    assert str(error.value) == (
        f"an amount is divided by an amount, a whole number or a Fraction, not by {number!r}; "
        f'write for example Fraction("{better}")'
    )


@pytest.mark.parametrize("zero", [0, Fraction(0), kr(0)])
def test_an_amount_is_not_divided_by_zero(zero: Any) -> None:
    """What a participant costs is not known where there is none."""
    with pytest.raises(ZeroDivisionError) as error:
        kr(100) / zero
    assert str(error.value) == "100 kr cannot be divided by zero"


def test_a_product_that_is_not_whole_ore_is_not_rounded() -> None:
    """Only `allocate` rounds."""
    with pytest.raises(FinsamError) as error:
        kr(100) * Fraction(1, 3)
    assert str(error.value) == "1/3 of 100 kr is not a whole number of öre; use allocate to split an amount"


def test_what_is_no_number_less_an_amount_is_left_to_it_too() -> None:
    """Neither knows the other."""
    amount: Any = kr(1)
    with pytest.raises(TypeError) as error:
        date(2023, 1, 1) - amount
    assert "'datetime.date' and 'Money'" in str(error.value)


@given(st.integers())
def test_whole_ore_are_the_amount_of_so_many(ore: int) -> None:
    """Equal, hashed alike, and pickled like the one that asks."""
    assert whole_ore(ore) == Money(ore=ore)
    assert hash(whole_ore(ore)) == hash(Money(ore=ore))
    assert pickle.dumps(whole_ore(ore)) == pickle.dumps(Money(ore=ore))
