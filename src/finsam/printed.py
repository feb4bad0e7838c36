"""
What a document prints (*tryckt uppgift*): a figure as it stands there, and everything that it can stand for.

A printed figure is compared with what is exact, and never turned into it.
"""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Annotated, Literal

from attrs import frozen

from finsam.errors import PrintedError, written
from finsam.language import Text, whole
from finsam.money import ORE_IN, READ_TWO_WAYS, UNIT_WORDS, Money

__all__ = [
    "Exact",
    "Kind",
    "Printed",
    "PrintedAmount",
    "PrintedNumber",
    "PrintedShare",
    "as_amount",
    "as_number",
    "as_share",
]

Kind = Literal["amount", "share", "number"]
Exact = Money | Fraction | int

_LONGEST = 80
_SPACE = "[ \u00a0\u202f]"
_NUMBER = rf"(?:[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+|[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+|[0-9]+)(?:[.,][0-9]+)?"
_TWO_WAYS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")  # thousands or decimals
_FIGURE = re.compile(
    rf"(?P<prefix>[a-zåäö: ]*?){_SPACE}?(?P<sign>[-+\u2212]?){_SPACE}?(?P<first>{_NUMBER})"
    rf"(?:{_SPACE}?(?:och|and|till|to|[-–]){_SPACE}?(?P<second>{_NUMBER}))?{_SPACE}?(?P<unit>%|[a-zåäö ]*)"
)

_PREFIXES: dict[str, str] = {
    **dict.fromkeys(("",), "rounded"),
    **dict.fromkeys(("ca", "cirka", "c:a", "omkring", "ungefär", "runt", "about"), "about"),
    **dict.fromkeys(("drygt", "just over"), "just over"),
    **dict.fromkeys(("knappt", "nästan", "just under"), "just under"),
    **dict.fromkeys(("över", "mer än", "fler än", "more than", "over"), "over"),
    **dict.fromkeys(("minst", "åtminstone", "at least"), "at least"),
    **dict.fromkeys(("högst", "max", "upp till", "som mest", "at most", "up to"), "at most"),
    **dict.fromkeys(("under", "mindre än", "färre än", "less than", "fewer than"), "under"),
    **dict.fromkeys(("mellan", "between", "från", "from"), "between"),
}


@frozen(kw_only=True, repr=False)
class Printed:
    """
    A figure as a document prints it, made by `Printed.amount`, `Printed.share` or `Printed.number`.

    `text` is what is printed and `value` the figure in it: öre for an amount, a part of one for a share. It can stand
    for everything from `low` through `high`, with or without the ends; None where there is no such end. `step` is the
    last figure that is printed, one öre, a krona or a thousand, and zero for a whole number, which is not rounded.

    >>> total = Printed.amount("4,0 mkr")
    >>> total.agrees_with(kr(4_012_000)), total.agrees_with(kr(4_060_000)), total.difference(kr(4_060_000))
    (True, False, Fraction(-1000000, 1))
    """

    kind: Kind
    text: str
    value: Fraction
    step: Fraction
    low: Fraction | None
    high: Fraction | None
    without_low: bool = False
    without_high: bool = False

    @classmethod
    def amount(cls, text: str | int | Money) -> "Printed":
        """An amount as it is printed; a whole number is kronor. Raises `PrintedError` for what is none."""
        if type(text) is int:
            return _rounded("amount", whole(text), Fraction(text * 100), Fraction(100))
        return _read("amount", text.figures() if isinstance(text, Money) else text)

    @classmethod
    def share(cls, text: str) -> "Printed":
        """A share as it is printed, in per cent; raises `PrintedError` for what is none."""
        return _read("share", text)

    @classmethod
    def number(cls, text: str | int) -> "Printed":
        """A count or a mean as it is printed; raises `PrintedError` for what is none."""
        if type(text) is int:
            return _rounded("number", whole(text), Fraction(text), Fraction(0))
        return _read("number", text)

    def agrees_with(self, other: "Exact | Printed") -> bool:
        """Whether it can stand for that exact value, or whether both can stand for one and the same."""
        if not isinstance(other, Printed):
            given = _plain(other)
            return _reaches(self.low, given, open=self.without_low) and _reaches(
                given, self.high, open=self.without_high
            )
        return _reaches(self.low, other.high, open=self.without_low or other.without_high) and _reaches(
            other.low, self.high, open=other.without_low or self.without_high
        )

    def difference(self, exact: Exact) -> Fraction:
        """
        By how much it must differ from an exact value, öre for an amount: below zero where it is less, and zero where
        the two agree.

        What needs no rounding would be printed as it is, and differs from the figure itself.
        """
        given = _plain(exact)
        below = self.low is not None and given <= self.low
        end = self.low if below else self.high
        if end is None or self.agrees_with(exact):
            return Fraction(0)
        if given == end:
            return self._least if below else -self._least
        return (self.value if self._is_rounded(given) else end) - given

    @property
    def _least(self) -> Fraction:
        """By how much it differs from an end that is not counted: an öre, or one of the last figure."""
        return Fraction(1) if self.kind == "amount" else self.step or Fraction(1)

    def _is_rounded(self, exact: Fraction) -> bool:
        return self.step != 0 and exact % self.step == 0 and self.low == self.value - self.step / 2

    def __str__(self) -> str:
        return f"{self.text} kr" if self.kind == "amount" and self.text[-1].isdigit() else self.text

    def __repr__(self) -> str:
        return f"Printed.{self.kind}({self.text!r})"


def as_amount(given: Printed | Money | int | str) -> Printed:
    """A printed amount, from what is given for one."""
    return given if isinstance(given, Printed) else Printed.amount(given)


def as_share(given: Printed | str) -> Printed:
    """A printed share, from what is given for one."""
    return given if isinstance(given, Printed) else Printed.share(given)


def as_number(given: Printed | int | str) -> Printed:
    """A printed count or mean, from what is given for one."""
    return given if isinstance(given, Printed) else Printed.number(given)


PrintedAmount = Annotated[Printed, "amount"]
"""A printed amount (*tryckt belopp*)."""
PrintedShare = Annotated[Printed, "share"]
"""A printed share (*tryckt andel*), in per cent."""
PrintedNumber = Annotated[Printed, "number"]
"""A printed count or mean (*tryckt antal*)."""


def _plain(exact: Exact) -> Fraction:
    return Fraction(exact.ore if isinstance(exact, Money) else exact)


def _reaches(low: Fraction | None, high: Fraction | None, *, open: bool) -> bool:
    """Whether a low end does not lie above a high one, nor on it where one of them is not counted."""
    if low is None or high is None:
        return True
    return low < high if open else low <= high


def _read(kind: Kind, text: object) -> Printed:
    """The figure that is printed."""
    match = _FIGURE.fullmatch(text.strip().lower()) if isinstance(text, str) and len(text) <= _LONGEST else None
    how = _PREFIXES.get(match["prefix"].strip()) if match else None
    scale = _scale(kind, match["unit"].strip()) if match else None
    if not isinstance(text, str) or match is None or how is None or scale is None:
        raise PrintedError(_NOT_PRINTED[kind](given=written(text)))
    if match["second"] and how == "rounded":
        how = "between"
    figures = [each for each in (match["first"], match["second"]) if each]
    if (how == "between") != (len(figures) == 2):
        raise PrintedError(_NOT_PRINTED[kind](given=written(text)))
    in_kronor = kind == "amount" and scale == ORE_IN["kr"]
    if kind != "share" and not in_kronor and any(map(_TWO_WAYS.fullmatch, figures)):
        raise PrintedError(READ_TWO_WAYS(given=text.strip()))
    sign = -1 if match["sign"] in ("-", "\u2212") else 1
    figure, decimals = _figure(match["first"], in_kronor=in_kronor)
    value = sign * figure * scale
    step = Fraction(0) if kind == "number" and not decimals else Fraction(scale, 10**decimals)
    if how == "rounded":
        return _rounded(kind, text.strip(), value, step)
    last = _last_figure(figure, decimals) * scale
    low, high = _ENDS[how](value, last)
    if match["second"]:
        high = _figure(match["second"], in_kronor=in_kronor)[0] * scale
        if high < value:
            raise PrintedError(_FALLING(given=written(text)))
    return Printed(
        kind=kind,
        text=text.strip(),
        value=value,
        step=step,
        low=low,
        high=high,
        without_low=how in ("just over", "over"),
        without_high=how in ("just under", "under"),
    )


def _rounded(kind: Kind, text: str, value: Fraction, step: Fraction) -> Printed:
    """A figure that is rounded to its last."""
    return Printed(kind=kind, text=text, value=value, step=step, low=value - step / 2, high=value + step / 2)


_ENDS: dict[str, Callable[[Fraction, Fraction], tuple[Fraction | None, Fraction | None]]] = {
    "about": lambda value, last: (value - last / 2, value + last / 2),
    "just over": lambda value, last: (value, value + last),
    "just under": lambda value, last: (value - last, value),
    "over": lambda value, _: (value, None),
    "at least": lambda value, _: (value, None),
    "at most": lambda value, _: (None, value),
    "under": lambda value, _: (None, value),
    "between": lambda value, _: (value, value),
}
"""The ends that each word gives a figure, of which the last that is not zero is so much."""


def _scale(kind: Kind, unit: str) -> Fraction | None:
    """What one of the unit is, in öre or as a part of one; None for a unit that is not of the kind."""
    if kind == "amount":
        return Fraction(ORE_IN[UNIT_WORDS[unit or "kr"]]) if (unit or "kr") in UNIT_WORDS else None
    if kind == "share":
        return Fraction(1, 100) if unit in ("%", "procent", "per cent") else None
    return Fraction(1) if unit in ("", "st", "personer", "deltagare") else None


def _figure(text: str, *, in_kronor: bool) -> tuple[Fraction, int]:
    """The number, and how many decimals it has; no krona has three."""
    plain = re.sub(_SPACE, "", text)
    if "," in plain or plain.count(".") > 1 or (in_kronor and _TWO_WAYS.fullmatch(plain)):
        plain = plain.replace(".", "").replace(",", ".")
    return Fraction(plain), len(plain.partition(".")[2])


def _last_figure(number: Fraction, decimals: int) -> Fraction:
    """One of the last figure that is not zero: a hundred of 2 100, and a tenth of 1,20."""
    unit = Fraction(1, 10**decimals)
    while number and number % (unit * 10) == 0:
        unit *= 10
    return unit


_NOT_PRINTED: dict[Kind, Text] = {
    "amount": Text(
        en='{given} is not an amount as a document prints it; write for example "4,0 mkr", "ca 627 tkr" or 120_810',
        sv='{given} är inget belopp som ett dokument anger; skriv till exempel "4,0 mkr", "ca 627 tkr" eller 120_810',
    ),
    "share": Text(
        en='{given} is not a share as a document prints it; write per cent in quotes, as "54,5 %" or "drygt 20 %"',
        sv='{given} är ingen andel som ett dokument anger; skriv procent i citattecken, som "54,5 %" eller "ca 20 %"',
    ),
    "number": Text(
        en='{given} is not a number as a document prints it; write for example 140, "ca 2 100" or "minst 40"',
        sv='{given} är inget antal som ett dokument anger; skriv till exempel 140, "ca 2 100" eller "minst 40"',
    ),
}
_FALLING = Text(
    en="{given} has the greater figure first; write the smaller first",
    sv="{given} har den större siffran först; skriv den mindre först",
)
