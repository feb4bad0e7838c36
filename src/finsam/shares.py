"""Shares (*andelar*): exact fractions, read from what people write and written as they read."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from finsam.errors import ShareError
from finsam.language import Text, whole

__all__ = ["Rise", "ShareLike", "in_figures", "percent", "rise", "share"]

ShareLike = int | str | Decimal | Fraction
Rise = Annotated[Fraction, "rise"]
"""How large a part more (*ökning*); below zero less."""

_LONGEST = 200
_PERCENT = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)[ \u00a0\u202f]?%", re.ASCII)
_RATIO = re.compile(r"(?P<over>\d+) ?/ ?(?P<under>\d+)", re.ASCII)


def share(value: ShareLike) -> Fraction:
    """
    An exact share, from per cent, a ratio, or a number that is exact already.

    Raises `ShareError` for a float, and for text that is neither.

    >>> share("6,8 %"), share("1/4"), share(Decimal("0.25"))
    (Fraction(17, 250), Fraction(1, 4), Fraction(1, 4))
    """
    if type(value) is Fraction:
        return value
    if isinstance(value, bool):
        raise ShareError(_NOT_EXACT(given=str(value)))
    if isinstance(value, str):
        return _read(value)
    if isinstance(value, Decimal) and (not value.is_finite() or abs(value.adjusted()) > _LONGEST):
        raise ShareError(_NOT_EXACT(given=str(value)))
    if isinstance(value, int | Fraction | Decimal):
        return Fraction(value)
    raise ShareError(_NOT_EXACT(given=_A_FLOAT(given=repr(value)) if isinstance(value, float) else repr(value)))


def rise(value: ShareLike) -> Fraction:
    """
    How large a part more, exactly (*ökning*), read as a share with a sign before it; below zero less.

    Raises `ShareError` as `share` does, and for a number above one, which could be meant in per cent.

    >>> rise("3 %"), rise("-2,5 %")
    (Fraction(3, 100), Fraction(-1, 40))
    """
    if isinstance(value, int | Decimal) and not -1 <= value <= 1:
        raise ShareError(_IN_PER_CENT(given=str(value)))
    if isinstance(value, str) and (signed := _SIGNED.fullmatch(value.strip())):
        return -share(signed["rest"]) if signed["sign"] != "+" else share(signed["rest"])
    return share(value)


_SIGNED = re.compile(r"(?P<sign>[-+\u2212]) ?(?P<rest>.+)")
_IN_PER_CENT = Text(
    en='{given} is so many times the whole; in per cent? write "{given} %"',
    sv='{given} är så många gånger det hela; menas procent? skriv "{given} %"',
)
_A_FLOAT = Text(en="the float {given}", sv="flyttalet {given}")
_NOT_EXACT = Text(
    en='a share is an exact number, not {given}; write for example "6,8 %" or "17/250"',
    sv='en andel är ett exakt tal, inte {given}; skriv till exempel "6,8 %" eller "17/250"',
)


def _read(text: str) -> Fraction:
    """The share that the text says."""
    stripped = text.strip()
    if len(stripped) <= _LONGEST:
        if match := _PERCENT.fullmatch(stripped):
            return Fraction(match["number"].replace(",", ".")) / 100
        if (match := _RATIO.fullmatch(stripped)) and int(match["under"]):
            return Fraction(int(match["over"]), int(match["under"]))
    raise ShareError(_NO_SHARE(given=text[:40]))


_NO_SHARE = Text(
    en='"{given}" is not a share; write per cent as "6,8 %" or a ratio as "17/250"',
    sv='"{given}" är ingen andel; skriv procent som "6,8 %" eller en kvot som "17/250"',
)


def percent(value: Fraction, *, decimals: int | None = None) -> str:
    """
    A share as Swedish text: exactly, or for show with that many decimals.

    Exactly means a ratio where no number of decimals would do. With `decimals` the half goes away from zero; the result
    is for the eye and is never computed with.

    >>> percent(Fraction(17, 250)), percent(Fraction(1, 3)), percent(Fraction(1, 3), decimals=2)
    ('6,8 %', '1/3', '33,33 %')
    """
    if decimals is None:
        decimals = _decimals(value * 100)
        if decimals is None:
            return str(value)
    scaled = abs(value) * 100 * 10**decimals
    digits = f"{(2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator):0{decimals + 1}d}"
    ones, part = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    return f"{'-' if value < 0 else ''}{ones}{',' if part else ''}{part} %"


def in_figures(value: Fraction) -> str:
    """
    A number that is no amount, in Swedish figures for the eye: to two decimals at most.

    >>> in_figures(Fraction(42_659, 20)), in_figures(Fraction(1_000))
    ('2 132,95', '1 000')
    """
    hundredths = (200 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    ones, rest = divmod(hundredths, 100)
    return f"{'-' if value < 0 else ''}{whole(ones)}" + (f",{rest:02}".rstrip("0") if rest else "")


def _decimals(value: Fraction) -> int | None:
    """How many decimals write the number exactly; None where no number of them does."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None
