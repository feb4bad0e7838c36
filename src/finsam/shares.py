"""Shares (*andelar*): exact fractions, read from what people write and written as they read."""

import re
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from finsam.errors import ShareError

__all__ = ["PrintedShare", "ShareLike", "percent", "share"]

ShareLike = int | str | Decimal | Fraction

_LONGEST = 200
_PERCENT = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)[ \u00a0\u202f]?%")
_RATIO = re.compile(r"(?P<over>\d+) ?/ ?(?P<under>\d+)")


def share(value: ShareLike) -> Fraction:
    """
    An exact share, from per cent, a ratio, or a number that is exact already.

    Raises `ShareError` for a float, and for text that is neither.

    >>> share("6,8 %"), share("1/4"), share(Decimal("0.25"))
    (Fraction(17, 250), Fraction(1, 4), Fraction(1, 4))
    """
    if isinstance(value, bool):
        raise ShareError(f'a share is an exact number, not {value}; write for example "25 %"')
    if isinstance(value, str):
        return _read(value)
    if isinstance(value, Decimal) and (not value.is_finite() or abs(value.adjusted()) > _LONGEST):
        raise ShareError(f'a share is an exact number, not {value}; write for example "25 %"')
    if isinstance(value, int | Fraction | Decimal):
        return Fraction(value)
    if isinstance(value, float):
        raise ShareError(f'a share is an exact number, not the float {value!r}; write for example "6,8 %" or "17/250"')
    raise ShareError(f'a share is an exact number, not {value!r}; write for example "6,8 %" or "17/250"')


def _read(text: str) -> Fraction:
    """The share that the text says."""
    stripped = text.strip()
    if len(stripped) <= _LONGEST:
        if match := _PERCENT.fullmatch(stripped):
            return Fraction(match["number"].replace(",", ".")) / 100
        if (match := _RATIO.fullmatch(stripped)) and int(match["under"]):
            return Fraction(int(match["over"]), int(match["under"]))
    raise ShareError(f'{text[:40]!r} is not a share; write per cent as "6,8 %" or a ratio as "17/250"')


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
    whole, part = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    return f"{'-' if value < 0 else ''}{whole}{',' if part else ''}{part} %"


def _decimals(value: Fraction) -> int | None:
    """How many decimals write the number exactly; None where no number of them does."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


@frozen(kw_only=True)
class PrintedShare:
    """
    A share as a document prints it: rounded to some number of decimals of a per cent.

    >>> PrintedShare.read("54,5 %").agrees_with(Fraction(5454, 10_000))
    True
    """

    share: Fraction
    decimals: int

    @classmethod
    def read(cls, text: str) -> "PrintedShare":
        """From the text, as `"54,5 %"`; raises `ShareError` for anything but per cent."""
        match = _PERCENT.fullmatch(text.strip()) if isinstance(text, str) and len(text) <= _LONGEST else None
        if not match:
            raise ShareError(f'a printed share is per cent in quotes, as "54,5 %", not {text!r:.40}')
        return cls(share=_read(text), decimals=len(match["number"].replace(",", ".").partition(".")[2]))

    def agrees_with(self, exact: Fraction) -> bool:
        """Whether the exact share, rounded as this one was, could have been printed so."""
        return abs(exact - self.share) <= Fraction(1, 2 * 100 * 10**self.decimals)

    def __str__(self) -> str:
        return percent(self.share, decimals=self.decimals)
