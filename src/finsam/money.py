"""Money (*belopp*): whole öre, Swedish amounts in and out."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from attrs import frozen

from finsam.errors import AmountError

__all__ = ["Money", "MoneyLike", "MoneyUnit", "exact_kr", "kr", "mkr", "tkr", "whole"]

MoneyUnit = Literal["kr", "tkr", "mkr"]

_ORE = {"kr": 100, "tkr": 100_000, "mkr": 100_000_000}
_UNIT_WORDS: dict[str, MoneyUnit] = {
    **dict.fromkeys(("kr", "kronor", "sek"), "kr"),
    **dict.fromkeys(("tkr", "kkr", "tsek"), "tkr"),
    **dict.fromkeys(("mkr", "mnkr", "msek", "milj kr"), "mkr"),
}
_LONGEST = 40
_SPACE = "[ \u00a0\u202f]"  # ordinary, no-break and narrow no-break
_AMOUNT = re.compile(
    rf"""
    (?P<sign>[-+\u2212]?){_SPACE}?
    (?P<whole>[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}})+ | [1-9]\d{{0,2}}(?:\.\d{{3}})+ | \d+)
    (?P<decimals>,\d+ | \.\d{{1,2}})?
    (?:{_SPACE}?(?P<unit>[a-z][a-z ]*))?
    """,
    re.VERBOSE,
)


@frozen(kw_only=True, order=True)
class Money:
    """
    An amount (*belopp*) in whole öre; written with `kr`, `tkr` or `mkr`.

    Amounts add, subtract, compare and negate; times a whole number or a `Fraction` where the product is whole öre, and
    an amount over an amount is a `Fraction`. An amount has no truth value: nought kronor is not an amount that is
    missing.

    >>> kr(120_810) + kr("0,50")
    kr("120810.50")
    >>> print(kr(8_054_000), f"{kr(8_054_000):tkr}", f"{kr(8_054_000):mkr}", sep="; ")
    8 054 000 kr; 8 054 tkr; 8,054 mkr
    """

    ore: int

    def __attrs_post_init__(self) -> None:
        if type(self.ore) is not int:
            raise AmountError(f'an amount is a whole number of öre, not {self.ore!r}; write for example kr("0.10")')

    @property
    def kronor(self) -> Decimal:
        """The amount in kronor, exactly, with two decimals."""
        return Decimal(f"{self.ore}E-2")  # whatever precision the caller has set for computing with decimals

    def figures(self, unit: MoneyUnit = "kr") -> str:
        """
        The amount in Swedish figures without its unit: as many decimals as it has, none if it has none.

        >>> kr(-754).figures(), kr("0,5").figures(), kr(120_810).figures("tkr")
        ('-754', '0,50', '120,81')
        """
        kronor, rest = divmod(abs(self.ore), _ORE[unit])
        decimals = f"{rest:0{len(str(_ORE[unit])) - 1}d}" if rest else ""
        if unit != "kr":
            decimals = decimals.rstrip("0")
        sign = "-" if self.ore < 0 else ""
        return f"{sign}{whole(kronor)}" + (f",{decimals}" if decimals else "")

    def __add__(self, other: "Money") -> "Money":
        return Money(ore=self.ore + other.ore) if isinstance(other, Money) else NotImplemented

    def __radd__(self, other: object) -> "Money":
        raise TypeError(f"an amount is added to an amount, not to {other!r}; write kr(...), and sum(amounts, kr(0))")

    def __sub__(self, other: "Money") -> "Money":
        return Money(ore=self.ore - other.ore) if isinstance(other, Money) else NotImplemented

    def __mul__(self, factor: int | Fraction) -> "Money":
        if isinstance(factor, bool) or not isinstance(factor, int | Fraction):
            raise TypeError(f"an amount is multiplied by an int or a Fraction, not by {factor!r}")
        product = self.ore * Fraction(factor)
        if product.denominator != 1:
            raise AmountError(f"{factor} of {self} is not a whole number of öre; use allocate to split an amount")
        return Money(ore=product.numerator)

    __rmul__ = __mul__

    def __truediv__(self, other: "Money") -> Fraction:
        return Fraction(self.ore, other.ore) if isinstance(other, Money) else NotImplemented

    def __neg__(self) -> "Money":
        return Money(ore=-self.ore)

    def __abs__(self) -> "Money":
        return Money(ore=abs(self.ore))

    def __bool__(self) -> bool:
        raise TypeError("an amount is neither true nor false; write amount is None, or amount != kr(0)")

    def __str__(self) -> str:
        return f"{self.figures()} kr"

    def __format__(self, spec: str) -> str:
        if spec in _ORE:
            return f"{self.figures(spec)} {spec}"  # type: ignore[arg-type]
        return format(str(self), spec)

    def __repr__(self) -> str:
        if self.ore % 100 == 0:
            return f"kr({self.ore // 100:_})"
        return f'kr("{self.kronor}")'


MoneyLike = int | str | Decimal | Money


def kr(amount: MoneyLike) -> Money:
    """
    An amount in kronor, from a number or from text as people write it; text may carry its own unit.

    Raises `AmountError` for a float, and for what is not an amount in whole öre.

    >>> kr(8_054_000) == kr("8 054 000 kr") == kr("8.054.000") == kr("8 054 tkr") == kr("8,054 mkr")
    True
    >>> kr(0.1)
    Traceback (most recent call last):
    finsam.errors.AmountError: an amount is a whole number of öre, not 0.1; write kr("0.10")
    """
    return _amount(amount, "kr")


def tkr(amount: MoneyLike) -> Money:
    """An amount in thousands of kronor (*tusen kronor*), otherwise as `kr`: `tkr("120,81")` is `kr(120_810)`."""
    return _amount(amount, "tkr")


def mkr(amount: MoneyLike) -> Money:
    """An amount in millions of kronor (*miljoner kronor*), otherwise as `kr`: `mkr("1,2")` is `kr(1_200_000)`."""
    return _amount(amount, "mkr")


def whole(number: int) -> str:
    """A whole number in Swedish figures: `whole(42_659)` is `42 659`."""
    return f"{number:,}".replace(",", " ")


def exact_kr(ore: Fraction) -> str:
    """
    A number of öre that need not be whole, as text: a quota, before anything is rounded.

    >>> exact_kr(Fraction(12_081_000)), exact_kr(Fraction(10_000, 3))
    ('120 810 kr', '33,33 1/3 kr')
    """
    if ore < 0:
        return f"-{exact_kr(-ore)}"
    floor = Money(ore=ore.numerator // ore.denominator)
    rest = ore - floor.ore
    if not rest:
        return str(floor)
    return f"{floor.figures()}{'' if floor.ore % 100 else ',00'} {rest} kr"


def _amount(amount: MoneyLike, unit: MoneyUnit) -> Money:
    """The amount, in that unit where it does not carry its own."""
    if type(amount) is int:
        return Money(ore=amount * _ORE[unit])
    if isinstance(amount, Money):
        return amount
    if isinstance(amount, str):
        return _read(amount, unit)
    if isinstance(amount, Decimal) and amount.is_finite() and abs(amount.adjusted()) <= _LONGEST:
        return _whole(Fraction(amount) * _ORE[unit], f"Decimal({str(amount)!r})")
    if isinstance(amount, float) and abs(amount) < 1e15 and float(exact := f"{amount:.2f}") == amount:
        raise AmountError(f'an amount is a whole number of öre, not {amount!r}; write {unit}("{exact}")')
    raise AmountError(f'an amount is a whole number of öre, not {amount!r}; write for example {unit}("0.10")')


def _read(text: str, unit: MoneyUnit) -> Money:
    """The amount that the text says."""
    match = _AMOUNT.fullmatch(text.strip().lower()) if len(text) <= _LONGEST else None
    if not match:
        raise AmountError(
            f'{text[:_LONGEST]!r} is not an amount; write for example "8 054 000", "1 234,50" or "1,2 mkr"'
        )
    if match["unit"]:
        if match["unit"].strip() not in _UNIT_WORDS:
            raise AmountError(f"{text!r} has the unit {match['unit'].strip()!r}; write kr, tkr or mkr")
        unit = _UNIT_WORDS[match["unit"].strip()]
    if unit != "kr" and match["whole"].count(".") == 1:
        raise AmountError(f"{text!r} can be read in two ways; write a decimal comma, or spaces between thousands")
    number = Fraction(re.sub(r"\D", "", match["whole"]) + (match["decimals"] or "").replace(",", "."))
    return _whole((-1 if match["sign"] in ("-", "\u2212") else 1) * number * _ORE[unit], repr(text))


def _whole(ore: Fraction, given: str) -> Money:
    """That many öre, if it is a whole number of them."""
    if ore.denominator != 1:
        raise AmountError(f"{given} is not a whole number of öre; write at most two decimals of a krona")
    return Money(ore=ore.numerator)
