"""Money (*belopp*): whole öre, Swedish amounts in and out."""

import re
from decimal import Decimal
from fractions import Fraction
from math import isfinite
from numbers import Integral, Number
from typing import Literal, TypeGuard, overload

from attrs import frozen

from finsam.errors import AmountError
from finsam.language import Text, whole

__all__ = [
    "ORE_IN",
    "READ_TWO_WAYS",
    "UNIT_WORDS",
    "ExactMoney",
    "Money",
    "MoneyLike",
    "MoneyUnit",
    "Unrounded",
    "kr",
    "mkr",
    "of_ore",
    "tkr",
    "whole_ore",
]

MoneyUnit = Literal["kr", "tkr", "mkr"]

ORE_IN = {"kr": 100, "tkr": 100_000, "mkr": 100_000_000}
UNIT_WORDS: dict[str, MoneyUnit] = {
    **dict.fromkeys(("kr", "kronor", "sek"), "kr"),
    **dict.fromkeys(("tkr", "kkr", "tsek", "tusen", "tusen kr", "tusen kronor"), "tkr"),
    **dict.fromkeys(("mkr", "mnkr", "msek", "milj", "milj kr", "miljoner", "miljoner kr", "miljoner kronor"), "mkr"),
}
_LONGEST = 40
_ENGLISH = re.compile(r"[1-9]\d{0,2},\d{3}(?!\d)")  # thousands to some, three decimals to others
_SPACE = "[ \u00a0\u202f]"  # ordinary, no-break and narrow no-break
_AMOUNT = re.compile(
    rf"""
    (?P<sign>[-+\u2212]?){_SPACE}?
    (?P<whole>[1-9]\d{{0,2}}(?:(?:{_SPACE}\d{{3}})+ | (?:\.\d{{3}})+ | (?:_\d{{3}})+) | \d+)
    (?P<decimals>,\d+ | \.\d{{1,2}})?
    (?:{_SPACE}?(?P<unit>[a-z][a-z ]*))?
    """,
    re.VERBOSE | re.ASCII,
)


@frozen(kw_only=True)
class Money:
    """
    An amount (*belopp*) in whole öre; written with `kr`, `tkr` or `mkr`.

    Amounts add, subtract, compare and negate; times a whole number or a `Fraction` where the product is whole öre. An
    amount divided by an amount is a `Fraction`, and divided by a whole number or a `Fraction` an `Unrounded`, exactly.
    An amount has no truth value: zero kronor is not an amount that is missing.

    >>> kr(120_810) + kr("0,50")
    kr("120810.50")
    >>> print(kr(8_054_000), f"{kr(8_054_000):tkr}", f"{kr(8_054_000):mkr}", sep="; ")
    8 054 000 kr; 8 054 tkr; 8,054 mkr
    >>> print(kr(1_000_000) / 37)
    27 027,03 kr
    """

    ore: int

    def __attrs_post_init__(self) -> None:
        if type(self.ore) is not int:
            raise AmountError(_NOT_ORE(given=repr(self.ore), example='kr("0.10")'))

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
        kronor, rest = divmod(abs(self.ore), ORE_IN[unit])
        decimals = f"{rest:0{len(str(ORE_IN[unit])) - 1}d}" if rest else ""
        if unit != "kr":
            decimals = decimals.rstrip("0")
        sign = "-" if self.ore < 0 else ""
        return f"{sign}{whole(kronor)}" + (f",{decimals}" if decimals else "")

    def __add__(self, other: "Money") -> "Money":
        return whole_ore(self.ore + other.ore) if _is_amount(other) else NotImplemented

    def __radd__(self, other: object) -> "Money":
        if type(other) is int and other == 0:
            return self  # where sum begins
        return self + other if _is_amount(other) else NotImplemented

    def __sub__(self, other: "Money") -> "Money":
        return whole_ore(self.ore - other.ore) if _is_amount(other) else NotImplemented

    def __rsub__(self, other: object) -> "Money":
        _is_amount(other)  # which refuses a number in words
        return NotImplemented

    def __mul__(self, factor: int | Fraction) -> "Money":
        if isinstance(factor, bool) or not isinstance(factor, Integral | Fraction):
            if not isinstance(factor, Number | str):
                return NotImplemented
            is_number = isinstance(factor, float | Decimal) and isfinite(factor)
            per_cent = f"{(Decimal(str(factor)) * 100).normalize():f}" if is_number else "102"
            raise TypeError(
                f"an amount is multiplied by a whole number or an exact share, not by {factor!r}; "
                f'write for example share("{per_cent} %")'
            )
        product = self.ore * Fraction(factor if isinstance(factor, Fraction) else int(factor))
        if product.denominator != 1:
            raise AmountError(_BROKEN(factor=str(factor), amount=self))
        return whole_ore(product.numerator)

    __rmul__ = __mul__

    @overload
    def __truediv__(self, other: "Money") -> Fraction: ...
    @overload
    def __truediv__(self, other: int | Fraction) -> "Unrounded": ...
    def __truediv__(self, other: "Money | int | Fraction") -> "Fraction | Unrounded":
        if not isinstance(other, Money | Number):
            return NotImplemented
        divisor = Fraction(other.ore) if isinstance(other, Money) else _divisor(other)
        if divisor == 0:
            raise ZeroDivisionError(f"{self} cannot be divided by zero")
        return self.ore / divisor if isinstance(other, Money) else Unrounded(self.ore / divisor)

    def __lt__(self, other: "Money") -> bool:
        return self.ore < other.ore if _is_amount(other) else NotImplemented

    def __le__(self, other: "Money") -> bool:
        return self.ore <= other.ore if _is_amount(other) else NotImplemented

    def __gt__(self, other: "Money") -> bool:
        return self.ore > other.ore if _is_amount(other) else NotImplemented

    def __ge__(self, other: "Money") -> bool:
        return self.ore >= other.ore if _is_amount(other) else NotImplemented

    def __float__(self) -> float:
        return float(self.kronor)  # for plots, where nothing is computed with it

    def __neg__(self) -> "Money":
        return whole_ore(-self.ore)

    def __abs__(self) -> "Money":
        return whole_ore(abs(self.ore))

    def __bool__(self) -> bool:
        raise TypeError("an amount is neither true nor false; write amount is None, or amount != kr(0)")

    def __str__(self) -> str:
        return f"{self.figures()} kr"

    def __format__(self, spec: str) -> str:
        if spec in ORE_IN:
            return f"{self.figures(spec)} {spec}"  # type: ignore[arg-type]
        return format(str(self), spec)

    def __repr__(self) -> str:
        if self.ore % 100 == 0:
            return f"kr({self.ore // 100:_})"
        return f'kr("{self.kronor}")'


@frozen(order=True)
class Unrounded:
    """
    An amount before it is rounded (*orundat belopp*): a number of öre that need not be whole, shown to the nearest.

    It is what comes of an amount divided by a number, and compares with others of its kind.

    >>> kr(100) / 3
    Unrounded(ore=Fraction(10000, 3))
    >>> print(kr(100) / 3, Unrounded(Fraction(10_050)), kr(100) / 3 < kr(100) / 2)
    33,33 kr 100,50 kr True
    """

    ore: Fraction

    def __float__(self) -> float:
        return float(self.ore / 100)  # for plots, as of an amount

    def __str__(self) -> str:
        ore = (2 * abs(self.ore.numerator) + self.ore.denominator) // (2 * self.ore.denominator)
        return str(Money(ore=ore if self.ore > 0 else -ore))


_new = object.__new__
_set_ore = vars(Money)["ore"].__set__


def whole_ore(ore: int) -> Money:
    """The amount of so many öre, from a number that is known to be whole: `Money` without its asking."""
    amount = _new(Money)
    _set_ore(amount, ore)
    return amount


ExactMoney = Money | Unrounded
"""An amount that is exact, whether or not it is whole öre."""


def of_ore(ore: Fraction | int) -> ExactMoney:
    """
    The amount of so many öre, exactly: `Money` where they are whole, and otherwise `Unrounded`.

    >>> of_ore(Fraction(200, 2)), of_ore(Fraction(1, 3))
    (kr(1), Unrounded(ore=Fraction(1, 3)))
    """
    exact = Fraction(ore)
    return Money(ore=exact.numerator) if exact.denominator == 1 else Unrounded(exact)


MoneyLike = int | str | Decimal | Money


def _is_amount(other: object) -> TypeGuard[Money]:
    """Whether it is an amount, so that the two can be added and compared; raises `TypeError` for a number."""
    if isinstance(other, Money):
        return True
    if isinstance(other, Number | str):
        better = _exactly(other)
        raise TypeError(f"an amount is added to and compared with amounts, not {other!r}; write for example {better}")
    return False


def _divisor(number: object) -> Fraction:
    """The number that an amount is divided by; raises `TypeError` for one that is not exact."""
    if isinstance(number, Integral | Fraction) and not isinstance(number, bool):
        return number if isinstance(number, Fraction) else Fraction(int(number))
    is_number = isinstance(number, float | Decimal) and isfinite(number)
    raise TypeError(
        f"an amount is divided by an amount, a whole number or a Fraction, not by {number!r}; "
        f'write for example Fraction("{number if is_number else "1.5"}")'
    )


def kr(amount: MoneyLike) -> Money:
    """
    An amount in kronor, from a number or from text as people write it; text may carry its own unit.

    Raises `AmountError` for a float, and for what is not an amount in whole öre.

    >>> kr(8_054_000) == kr("8 054 000 kr") == kr("8_054_000") == kr("8 054 tkr") == kr("8,054 mkr")
    True
    >>> kr(0.1)
    Traceback (most recent call last):
    finsam.errors.AmountError: 0.1 is a float, which is not exact; write for example kr("0.10")
    """
    return _amount(amount, "kr")


def tkr(amount: MoneyLike) -> Money:
    """An amount in thousands of kronor (*tusen kronor*), otherwise as `kr`: `tkr("120,81")` is `kr(120_810)`."""
    return _amount(amount, "tkr")


def mkr(amount: MoneyLike) -> Money:
    """An amount in millions of kronor (*miljoner kronor*), otherwise as `kr`: `mkr("1,2")` is `kr(1_200_000)`."""
    return _amount(amount, "mkr")


def _amount(amount: MoneyLike, unit: MoneyUnit) -> Money:
    """The amount, in that unit where it does not carry its own."""
    if type(amount) is int:
        return whole_ore(amount * ORE_IN[unit])
    if isinstance(amount, Money):
        return amount
    if isinstance(amount, str):
        return _read(amount, unit)
    if isinstance(amount, Integral) and not isinstance(amount, bool):
        return whole_ore(int(amount) * ORE_IN[unit])  # one of numpy's
    if isinstance(amount, Decimal) and amount.is_finite() and abs(amount.adjusted()) <= _LONGEST:
        return _whole(Fraction(amount) * ORE_IN[unit], f"Decimal({str(amount)!r})")
    if isinstance(amount, float):
        raise AmountError(_FLOAT(given=repr(amount), better=_exactly(amount, unit)))
    raise AmountError(_NOT_ORE(given=repr(amount), example=f'{unit}("0.10")'))


def _exactly(number: object, unit: MoneyUnit = "kr") -> str:
    """How to write as an amount what is a float, a number or text."""
    if isinstance(number, Integral) and not isinstance(number, bool):
        return f"{unit}({int(number)})"
    if isinstance(number, float) and re.fullmatch(r"-?\d{1,15}\.\d{1,2}", text := repr(float(number))):
        return f'{unit}("{Decimal(text):.2f}")'
    return f'{unit}("{number if isinstance(number, str) else "0.10"}")'


def _read(text: str, unit: MoneyUnit) -> Money:
    """The amount that the text says."""
    match = _AMOUNT.fullmatch(text.strip().lower()) if len(text) <= _LONGEST else None
    if not match:
        raise AmountError(_NO_AMOUNT(given=text[:_LONGEST]))
    if match["unit"]:
        if match["unit"].strip() not in UNIT_WORDS:
            raise AmountError(_NO_UNIT(given=text, unit=match["unit"].strip()))
        unit = UNIT_WORDS[match["unit"].strip()]
    one_point = match["whole"].count(".") == 1 and not match["decimals"]
    if one_point or (unit == "kr" and _ENGLISH.match(text.strip().lstrip("-+\u2212"))):
        raise AmountError(READ_TWO_WAYS(given=text))
    number = Fraction(re.sub(r"\D", "", match["whole"]) + (match["decimals"] or "").replace(",", "."))
    return _whole((-1 if match["sign"] in ("-", "\u2212") else 1) * number * ORE_IN[unit], f'"{text}"')


def _whole(ore: Fraction, given: str) -> Money:
    """That many öre, if it is a whole number of them."""
    if ore.denominator != 1:
        raise AmountError(_PART_OF_AN_ORE(given=given))
    return Money(ore=ore.numerator)


_NOT_ORE = Text(
    en="an amount is a whole number of öre, not {given}; write for example {example}",
    sv="ett belopp är ett helt antal öre, inte {given}; skriv till exempel {example}",
)
_FLOAT = Text(
    en="{given} is a float, which is not exact; write for example {better}",
    sv="{given} är ett flyttal, som inte är exakt; skriv till exempel {better}",
)
_BROKEN = Text(
    en="{factor} of {amount} is not a whole number of öre; use allocate to split an amount",
    sv="{factor} av {amount} är inte ett helt antal öre; använd allocate för att fördela ett belopp",
)
_NO_AMOUNT = Text(
    en='"{given}" is not an amount; write for example "8 054 000", "1 234,50" or "1,2 mkr"',
    sv='"{given}" är inte ett belopp; skriv till exempel "8 054 000", "1 234,50" eller "1,2 mkr"',
)
_NO_UNIT = Text(
    en='"{given}" has the unit "{unit}"; write kr, tkr or mkr',
    sv='"{given}" har enheten "{unit}"; skriv kr, tkr eller mkr',
)
READ_TWO_WAYS = Text(
    en='"{given}" can be read in two ways; write a decimal comma, or spaces between thousands',
    sv='"{given}" kan läsas på två sätt; skriv decimalkomma, eller mellanslag mellan tusental',
)
_PART_OF_AN_ORE = Text(
    en="{given} is not a whole number of öre; write at most two decimals of a krona",
    sv="{given} är inte ett helt antal öre; skriv högst två decimaler av en krona",
)
