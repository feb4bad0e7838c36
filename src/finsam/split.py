"""
Split keys (*fördelningsnycklar*): how several municipalities, or several regions, share what they pay together.

The act has no key of its own: they share as they agree (5 § second and third paragraphs).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import TypeVar

from attrs import field, frozen

from finsam.errors import SplitError, suggestion
from finsam.language import Text
from finsam.money import Money, MoneyLike, kr
from finsam.readonly import ReadOnly
from finsam.shares import ShareLike, percent, share

__all__ = ["ByPopulation", "Equal", "Fixed", "Mixture", "Shares", "SplitKey", "ToBeSplit"]

T = TypeVar("T")


def _exact_shares(shares: Mapping[str, ShareLike]) -> Mapping[str, Fraction]:
    return ReadOnly({name: share(value) for name, value in shares.items()})


def _exact_amounts(amounts: Mapping[str, MoneyLike]) -> Mapping[str, Money]:
    return ReadOnly({name: kr(amount) for name, amount in amounts.items()})


def _counts(population: Mapping[str, int]) -> ReadOnly[str, int]:
    return ReadOnly(population)


def _exact_mixture(parts: Iterable[tuple[ShareLike, "SplitKey"]]) -> "tuple[tuple[Fraction, SplitKey], ...]":
    return tuple((share(weight), key) for weight, key in parts)


@frozen
class Shares:
    """
    Agreed shares (*överenskomna andelar*) of the whole that is split, by member.

    Raises `SplitError` for a share below nought and for shares that do not sum to one.

    >>> Shares({"Habo": "60 %", "Mullsjö": "40 %"})
    Shares({'Habo': Fraction(3, 5), 'Mullsjö': Fraction(2, 5)})
    """

    shares: Mapping[str, Fraction] = field(converter=_exact_shares)

    def __attrs_post_init__(self) -> None:
        _not_negative(self.shares, "share")
        if (whole := sum(self.shares.values())) != 1:
            raise SplitError(
                f"the shares of {', '.join(self.shares) or 'nobody'} sum to {percent(Fraction(whole))}; "
                "change them so that they sum to 100 %"
            )

    def weights(self, names: Iterable[str], amount: Money) -> Mapping[str, Fraction]:
        """The share of each; raises `SplitError` where one is missing or is another's."""
        return _of_each(names, self.shares, "share")

    def reason(self, name: str) -> Text:
        """Why the member's part is what it is."""
        return Text(
            en=f"the agreed share of {name} is {percent(self.shares[name])}",
            sv=f"överenskommen andel för {name} är {percent(self.shares[name])}",
        )

    def __repr__(self) -> str:
        return f"Shares({dict(self.shares)!r})"


@frozen
class ByPopulation:
    """
    In proportion to population (*folkmängd*): heads by member, with the day they were counted and where that is
    published.

    Raises `SplitError` for a number of heads that is not a whole number from nought.
    """

    population: Mapping[str, int] = field(converter=_counts)
    on: date | None = field(default=None, kw_only=True)
    source: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        for name, heads in self.population.items():
            if type(heads) is not int:
                raise SplitError(f"the population of {name} is {heads!r}; write a whole number of heads")
        _not_negative(self.population, "population")

    def weights(self, names: Iterable[str], amount: Money) -> Mapping[str, int]:
        """The heads of each; raises `SplitError` where one is missing or is another's."""
        return _of_each(names, self.population, "population")

    def reason(self, name: str) -> Text:
        """Why the member's part is what it is."""
        heads, everyone = _grouped(self.population[name]), _grouped(sum(self.population.values()))
        on = f" {self.on}" if self.on else ""
        return Text(
            en=f"{name} has {heads} of {everyone} inhabitants{on and ' on' + on}",
            sv=f"{name} har {heads} av {everyone} invånare{on and ' den' + on}",
        )


@frozen
class Equal:
    """Equal parts (*lika delar*)."""

    def weights(self, names: Iterable[str], amount: Money) -> Mapping[str, int]:
        """One for each."""
        return dict.fromkeys(names, 1)

    def reason(self, name: str) -> Text:
        """Why the member's part is what it is."""
        return Text(en=f"{name} pays an equal part", sv=f"{name} betalar lika stor del")


@frozen
class Fixed:
    """
    Fixed amounts (*fasta belopp*) by member, which must add up to what is split.

    Raises `SplitError` for an amount below nought.

    >>> Fixed({"Habo": 93_840, "Mullsjö": "60 720 kr"})
    Fixed({'Habo': kr(93_840), 'Mullsjö': kr(60_720)})
    """

    amounts: Mapping[str, Money] = field(converter=_exact_amounts)

    def __attrs_post_init__(self) -> None:
        for name, amount in self.amounts.items():
            if amount < kr(0):
                raise SplitError(f"the fixed amount of {name} is {amount}; write nought or more")

    def weights(self, names: Iterable[str], amount: Money) -> Mapping[str, int]:
        """The öre of each; raises `SplitError` where one is missing or another's, or they do not add up to `amount`."""
        fixed = sum(self.amounts.values(), kr(0))
        if fixed != amount:
            raise SplitError(f"the fixed amounts add up to {fixed}; change them so that they add up to {amount}")
        return {name: part.ore for name, part in _of_each(names, self.amounts, "amount").items()}

    def reason(self, name: str) -> Text:
        """Why the member's part is what it is."""
        return Text(
            en=f"the fixed amount of {name} is {self.amounts[name]}",
            sv=f"fast belopp för {name} är {self.amounts[name]}",
        )

    def __repr__(self) -> str:
        return f"Fixed({dict(self.amounts)!r})"


@frozen
class Mixture:
    """
    A weighted mixture (*viktad blandning*) of keys, as `Mixture([("70 %", ByPopulation(...)), ("30 %", Equal())])`.

    Raises `SplitError` for weights that are below nought or do not sum to one, and for a key that cannot be mixed:
    fixed amounts and a split that is not yet made.
    """

    parts: "tuple[tuple[Fraction, SplitKey], ...]" = field(converter=_exact_mixture)

    def __attrs_post_init__(self) -> None:
        for weight, key in self.parts:
            if isinstance(key, Fixed | ToBeSplit):
                raise SplitError(f"{type(key).__name__} cannot be part of a mixture; write shares instead")
            if weight < 0:
                raise SplitError(f"a weight in the mixture is {percent(weight)}; write nought or more")
        if (whole := sum(weight for weight, _ in self.parts)) != 1:
            raise SplitError(
                f"the weights of the mixture sum to {percent(Fraction(whole))}; change them so that they sum to 100 %"
            )

    def weights(self, names: Iterable[str], amount: Money) -> Mapping[str, Fraction]:
        """The mixed share of each."""
        members = tuple(names)
        mixed = dict.fromkeys(members, Fraction(0))
        for weight, key in self.parts:
            weights = key.weights(members, amount)
            whole = sum(weights.values())
            if not whole:
                raise SplitError(f"the weights of {', '.join(members)} sum to nought; give at least one above nought")
            for name in members:
                mixed[name] += weight * Fraction(weights[name]) / whole
        return mixed

    def reason(self, name: str) -> Text:
        """Why the member's part is what it is."""
        reasons = [(percent(weight), key.reason(name)) for weight, key in self.parts]
        return Text(
            en="; ".join(f"{weight} by: {reason.en}" for weight, reason in reasons),
            sv="; ".join(f"{weight} efter: {reason.sv}" for weight, reason in reasons),
        )


@frozen(kw_only=True)
class ToBeSplit:
    """
    A split that is decided upon but not yet made (*ska fördelas*): by what, and as of which day.

    >>> str(ToBeSplit(by="population", on=date(2011, 11, 30)).reason("Gislaved"))
    'to be split by population on 2011-11-30, and not yet split'
    """

    by: str
    on: date | None = None

    def weights(self, names: Iterable[str], amount: Money) -> Mapping[str, int]:
        """Nobody's weight is known: raises `SplitError`."""
        raise SplitError(f"{amount} is {self.reason('').en}; give the split when it is made")

    def reason(self, name: str) -> Text:
        """Why the member's part is not known."""
        by = {"population": "befolkning"}.get(self.by, self.by)
        return Text(
            en=f"to be split by {self.by}{f' on {self.on}' if self.on else ''}, and not yet split",
            sv=f"ska fördelas efter {by}{f' den {self.on}' if self.on else ''} och är ännu inte fördelat",
        )


SplitKey = Shares | ByPopulation | Equal | Fixed | Mixture | ToBeSplit


def _grouped(number: int) -> str:
    """A whole number as people write it, with spaces between the thousands."""
    return f"{number:,}".replace(",", " ")


def _not_negative(given: Mapping[str, int] | Mapping[str, Fraction], what: str) -> None:
    """Refuse anything below nought."""
    for name, value in given.items():
        if value < 0:
            raise SplitError(f"the {what} of {name} is {value}; write nought or more")


def _of_each(names: Iterable[str], given: Mapping[str, T], what: str) -> dict[str, T]:
    """What is given for each, in their order; refuse what is missing and what is given for others."""
    members = tuple(names)
    for name in given:
        if name not in members:
            raise SplitError(f"a {what} is given for {name!r}, who does not share{suggestion(name, members)}")
    for name in members:
        if name not in given:
            raise SplitError(f"no {what} is given for {name}; write it")
    return {name: given[name] for name in members}
