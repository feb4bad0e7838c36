from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import share
from finsam.errors import ShareError
from finsam.shares import ShareLike, percent
from strategies import shares


@given(shares())
def test_a_share_reads_as_it_was_written(exact: Fraction) -> None:
    """Exactly: as per cent where decimals can say it, and as a ratio where none can."""
    assert share(percent(exact)) == exact


@given(shares(), st.sampled_from(["", " ", "\u00a0", "\u202f"]), st.sampled_from([",", "."]))
def test_per_cent_is_read_with_any_space_and_decimal_sign(exact: Fraction, space: str, sign: str) -> None:
    assert share(percent(exact).replace(" ", space).replace(",", sign)) == exact


@given(shares())
def test_exact_numbers_are_shares_as_they_are(exact: Fraction) -> None:
    assert share(exact) == share(str(exact) if exact.denominator > 1 else int(exact)) == exact


@given(shares(), st.integers(0, 6))
def test_a_negative_share_is_the_mirror_of_the_positive(exact: Fraction, decimals: int) -> None:
    """So the half is rounded away from zero on both sides."""
    assert exact == 0 or percent(-exact, decimals=decimals) == f"-{percent(exact, decimals=decimals)}"


def test_the_shares_of_sodra_vatterbygden_are_the_whole_of_the_quarter() -> None:
    """Its operational plan for 2018: Habo, Jönköping, Mullsjö, Vaggeryd."""
    assert share("6,8 %") + share("80,7 %") + share("4,4 %") + share("8,1 %") == 1


@pytest.mark.parametrize(
    ("value", "exact"),
    [
        ("6,8 %", Fraction(68, 1_000)),
        ("6.8%", Fraction(68, 1_000)),
        ("100 %", Fraction(1)),
        ("0 %", Fraction(0)),
        ("1/4", Fraction(1, 4)),
        ("5 / 20", Fraction(1, 4)),
        (" 1/4 ", Fraction(1, 4)),
        (Decimal("0.25"), Fraction(1, 4)),
        (3, Fraction(3)),
        (Fraction(17, 250), Fraction(17, 250)),
    ],
)
def test_shares_are_read_as_people_write_them(value: ShareLike, exact: Fraction) -> None:
    assert share(value) == exact


@pytest.mark.parametrize(
    ("exact", "decimals", "text"),
    [
        (Fraction(1, 8), None, "12,5 %"),
        (Fraction(1, 8), 0, "13 %"),
        (Fraction(-1, 8), 0, "-13 %"),
        (Fraction(1, 2), 2, "50,00 %"),
        (Fraction(2, 3), None, "2/3"),
        (Fraction(2, 3), 1, "66,7 %"),
        (Fraction(1, 100_000), None, "0,001 %"),
        (Fraction(1, 100_000), 1, "0,0 %"),
        (Fraction(3, 2), None, "150 %"),
    ],
)
def test_shares_are_written_as_swedes_write_them(exact: Fraction, decimals: int | None, text: str) -> None:
    assert percent(exact, decimals=decimals) == text


@given(st.floats())
def test_no_float_becomes_a_share(number: float) -> None:
    with pytest.raises(ShareError) as error:
        share(number)  # type: ignore[arg-type]
    assert str(error.value) == (
        f'a share is an exact number, not the float {number!r}; write for example "6,8 %" or "17/250"'
    )


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (True, 'a share is an exact number, not True; write for example "6,8 %" or "17/250"'),
        (Decimal("NaN"), 'a share is an exact number, not NaN; write for example "6,8 %" or "17/250"'),
        (Decimal("Infinity"), 'a share is an exact number, not Infinity; write for example "6,8 %" or "17/250"'),
        (Decimal("1E+999999"), 'a share is an exact number, not 1E+999999; write for example "6,8 %" or "17/250"'),
        (None, 'a share is an exact number, not None; write for example "6,8 %" or "17/250"'),
        ("", '"" is not a share; write per cent as "6,8 %" or a ratio as "17/250"'),
        ("6,8", '"6,8" is not a share; write per cent as "6,8 %" or a ratio as "17/250"'),
        ("-5 %", '"-5 %" is not a share; write per cent as "6,8 %" or a ratio as "17/250"'),
        ("1e1 %", '"1e1 %" is not a share; write per cent as "6,8 %" or a ratio as "17/250"'),
        ("1/0", '"1/0" is not a share; write per cent as "6,8 %" or a ratio as "17/250"'),
        ("1" * 1_000, f'"{"1" * 40}" is not a share; write per cent as "6,8 %" or a ratio as "17/250"'),
    ],
)
def test_what_is_not_a_share_is_refused_with_the_remedy(value: ShareLike, message: str) -> None:
    with pytest.raises(ShareError) as error:
        share(value)
    assert str(error.value) == message


def test_a_share_has_at_most_two_hundred_characters() -> None:
    """A quarter with as many zeros as there is room for is a quarter, and with one more it is no share."""
    quarter = f"25,{'0' * 195} %"  # 2 + 1 + 195 + 2 characters
    assert share(quarter) == Fraction(1, 4)
    for text in (f"25,{'0' * 196} %", f"{'1' * 199}/1"):
        with pytest.raises(ShareError):
            share(text)


def test_what_is_not_a_share_is_refused_in_swedish_too() -> None:
    with pytest.raises(ShareError) as error:
        share(0.1)  # type: ignore[arg-type]
    assert error.value.text("sv") == (
        'en andel är ett exakt tal, inte flyttalet 0.1; skriv till exempel "6,8 %" eller "17/250"'
    )
