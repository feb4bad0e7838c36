"""
Keys (*fördelningsnycklar*): how several municipalities, or several regions, share what they pay together.

The act has no key of its own: they share as they agree (5 § second and third paragraphs).
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TypeVar

from attrs import field, frozen

from finsam.errors import SplitError, at, suggestion
from finsam.language import Text, possessive, whole
from finsam.money import Money, MoneyLike, kr
from finsam.organisations import by_member
from finsam.shares import ShareLike, percent, share
from finsam.typed import typed

__all__ = [
    "ANOTHER",
    "WEIGHTLESS",
    "ByFigures",
    "ByPopulation",
    "Equal",
    "Fixed",
    "Shares",
    "exact_amounts",
    "none_below_zero",
]

T = TypeVar("T")


def _exact_shares(shares: Mapping[str, ShareLike]) -> Mapping[str, Fraction]:
    for name, value in shares.items():
        if isinstance(value, int | Decimal) and value > 1:
            raise SplitError(at(_IN_PER_CENT(name=name, share=str(value)), "shares", name))
    return by_member({name: share(value) for name, value in shares.items()})


def exact_amounts(amounts: Mapping[str, MoneyLike]) -> Mapping[str, Money]:
    """The amounts, exactly, by the names of the members as they are registered."""
    return by_member({name: kr(amount) for name, amount in amounts.items()})


def _heads(population: Mapping[str, int]) -> Mapping[str, int]:
    return by_member(population)


@frozen(field_transformer=typed)
class Shares:
    """
    Agreed shares (*överenskomna andelar*) of the whole that is split, by member.

    Raises `SplitError` for a share below zero. Shares as they are published may not sum to one: then nothing can be
    split by them, and the checks say so.

    >>> Shares({"Habo": "60 %", "Mullsjö": "40 %"})
    Shares({'Habo': Fraction(3, 5), 'Mullsjö': Fraction(2, 5)})
    """

    shares: Mapping[str, Fraction] = field(converter=_exact_shares)

    def __attrs_post_init__(self) -> None:
        none_below_zero(self.shares, "shares")

    def weights(self, names: Iterable[str], amount: Money) -> Mapping[str, Fraction]:
        """The share of each; raises `SplitError` where one is missing, is another's, or they do not sum to one."""
        shares = _of_each(names, self.shares, "shares")
        if self.total != 1:
            raise SplitError(at(_NOT_ONE(names=tuple(shares), total=percent(self.total)), "shares"))
        return shares

    @cached_property
    def total(self) -> Fraction:
        """What the shares sum to."""
        return sum(self.shares.values(), Fraction(0))

    def reason(self, name: str) -> Text:
        """Why the member's part is what it is."""
        return _AGREED(name=possessive(name), share=percent(self.shares[name]))

    def __repr__(self) -> str:
        return f"Shares({dict(self.shares)!r})"


@frozen(field_transformer=typed)
class ByPopulation:
    """
    In proportion to population (*folkmängd*): heads by member, with the day they were counted and where that is
    published.

    Raises `SplitError` for a number of heads below zero.
    """

    population: Mapping[str, int] = field(converter=_heads)
    on: date | None = field(default=None, kw_only=True)
    source: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        none_below_zero(self.population, "population")

    @property
    def heads(self) -> int:
        """How many live in them all."""
        return sum(self.population.values())

    def weights(self, names: Iterable[str], amount: Money) -> Mapping[str, int]:
        """The heads of each; raises `SplitError` where one is missing or is another's."""
        return _of_each(names, self.population, "population")

    def reason(self, name: str) -> Text:
        """Why the member's part is what it is."""
        heads, everyone = whole(self.population[name]), whole(self.heads)
        if self.on is None:
            return _HEADS(name=name, heads=heads, everyone=everyone)
        return _HEADS_ON(name=name, heads=heads, everyone=everyone, day=self.on)


def _decimals(figures: Mapping[str, int | str | Decimal]) -> Mapping[str, Decimal]:
    return by_member({name: _decimal(name, figure) for name, figure in figures.items()})


def _decimal(name: str, figure: int | str | Decimal) -> Decimal:
    """The figure, exactly."""
    text = figure.replace(" ", "").replace(",", ".") if isinstance(figure, str) else str(figure)
    if isinstance(figure, bool | float) or not re.fullmatch(r"-?[0-9]{1,30}(\.[0-9]{1,9})?", text):
        raise SplitError(at(_NO_FIGURE(name=name, figure=repr(figure)), "figures", name))
    return Decimal(text)


@frozen(field_transformer=typed)
class ByFigures:
    """
    In proportion to a published key figure (*nyckeltal*), as inhabitants of working age or full-year equivalents: the
    figures by member, what they are and in which unit, their day, and where they are published.

    Raises `SplitError` for a figure below zero.

    >>> ByFigures({"Habo": 7_120, "Mullsjö": "4050,5"}, of="inhabitants of working age").figures["Mullsjö"]
    Decimal('4050.5')
    """

    figures: Mapping[str, Decimal] = field(converter=_decimals)
    of: str = field(kw_only=True)
    unit: str | None = field(default=None, kw_only=True)
    on: date | None = field(default=None, kw_only=True)
    source: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        none_below_zero(self.figures, "figures")

    def weights(self, names: Iterable[str], amount: Money) -> Mapping[str, Fraction]:
        """The figure of each; raises `SplitError` where one is missing or is another's."""
        return {name: Fraction(figure) for name, figure in _of_each(names, self.figures, "figures").items()}

    def reason(self, name: str) -> Text:
        """Why the member's part is what it is."""
        unit = "" if self.unit is None else f" {self.unit}"
        own, everyone = _shown(self.figures[name]), _shown(sum(self.figures.values(), Decimal(0)))
        text = _FIGURES(name=name, figure=own, total=f"{everyone}{unit}", of=self.of)
        return text if self.on is None else _FIGURES_ON(reason=text, day=self.on)


def _shown(figure: Decimal) -> str:
    """A number in Swedish figures."""
    whole_part, _, decimals = f"{figure:f}".partition(".")
    return whole(int(whole_part)) + (f",{decimals}" if decimals else "")


@frozen
class Equal:
    """Equal parts (*lika delar*)."""

    def weights(self, names: Iterable[str], amount: Money) -> Mapping[str, int]:
        """One for each."""
        return dict.fromkeys(names, 1)

    def reason(self, name: str) -> Text:
        """Why the member's part is what it is."""
        return _EQUAL(name=name)


@frozen(field_transformer=typed)
class Fixed:
    """
    Fixed amounts (*fasta belopp*) by member, which must add up to what is split.

    Raises `SplitError` for an amount below zero.

    >>> Fixed({"Habo": 93_840, "Mullsjö": "60 720 kr"})
    Fixed({'Habo': kr(93_840), 'Mullsjö': kr(60_720)})
    """

    amounts: Mapping[str, Money] = field(converter=exact_amounts)

    def __attrs_post_init__(self) -> None:
        none_below_zero({name: amount.ore for name, amount in self.amounts.items()}, "amounts")

    def weights(self, names: Iterable[str], amount: Money) -> Mapping[str, int]:
        """The öre of each; raises `SplitError` where one is missing or another's, or they do not add up to `amount`."""
        fixed = sum(self.amounts.values(), kr(0))
        if fixed != amount:
            raise SplitError(at(_NOT_ALL(fixed=fixed, amount=amount), "amounts"))
        return {name: part.ore for name, part in _of_each(names, self.amounts, "amounts").items()}

    def reason(self, name: str) -> Text:
        """Why the member's part is what it is."""
        return _FIXED(name=possessive(name), amount=self.amounts[name])

    def __repr__(self) -> str:
        return f"Fixed({dict(self.amounts)!r})"


def none_below_zero(given: Mapping[str, int] | Mapping[str, Fraction] | Mapping[str, Decimal], kind: str) -> None:
    """Refuse anything below zero."""
    for name, value in given.items():
        if value < 0:
            raise SplitError(at(_NEGATIVE(name=name), kind, name))


def _of_each(names: Iterable[str], given: Mapping[str, T], kind: str) -> dict[str, T]:
    """What is given for each, in their order; refuse what is missing and what is given for others."""
    members = tuple(names)
    for name in given:
        if name not in members:
            raise SplitError(at(ANOTHER(name=name, near=suggestion(name, members)), kind, name))
    for name in members:
        if name not in given:
            raise SplitError(at(_MISSING(name=name), kind))
    return {name: given[name] for name in members}


_AGREED = Text(en="{name} agreed share is {share}", sv="{name} överenskomna andel är {share}")
_HEADS = Text(en="{name} has {heads} of {everyone} inhabitants", sv="{name} har {heads} av {everyone} invånare")
_HEADS_ON = Text(
    en="{name} has {heads} of {everyone} inhabitants on {day}", sv="{name} har {heads} av {everyone} invånare {day}"
)
_NO_FIGURE = Text(
    en='the figure of {name} is {figure}; write a number as 7_120, or in quotes as "7 120,5"',
    sv='siffran för {name} är {figure}; skriv ett tal som 7_120, eller inom citattecken som "7 120,5"',
)
_FIGURES = Text(en="{name} has {figure} of {total} ({of})", sv="{name} har {figure} av {total} ({of})")
_FIGURES_ON = Text(en="{reason} on {day}", sv="{reason} {day}")
_EQUAL = Text(en="{name} pays an equal part", sv="{name} betalar lika stor del")
_FIXED = Text(en="{name} fixed amount is {amount}", sv="{name} fasta belopp är {amount}")
_NEGATIVE = Text(
    en="what {name} has in the split is below zero; write zero or more",
    sv="det som {name} har i fördelningen är under noll; skriv noll eller mer",
)
_IN_PER_CENT = Text(
    en='the share of {name} is {share} times the whole; in per cent? write "{share} %"',
    sv='andelen för {name} är {share} gånger det hela; menas procent? skriv "{share} %"',
)
_NOT_ONE = Text(
    en="the shares of {names} sum to {total}; change them so that they sum to 100 %",
    sv="andelarna för {names} är tillsammans {total}; ändra dem så att de blir 100 %",
)
_NOT_ALL = Text(
    en="the fixed amounts add up to {fixed}; change them so that they add up to {amount}",
    sv="de fasta beloppen är tillsammans {fixed}; ändra dem så att de blir {amount}",
)
WEIGHTLESS = Text(
    en="the weights of {names} sum to zero; give at least one above zero",
    sv="vikterna för {names} är tillsammans noll; ge åtminstone en av dem mer än noll",
)
ANOTHER = Text(
    en='the split names "{name}", who does not share{near}',
    sv='fördelningen nämner "{name}", som inte är med och delar{near}',
)
_MISSING = Text(en="the split has nothing for {name}; write it", sv="fördelningen saknar {name}; skriv vad som gäller")
