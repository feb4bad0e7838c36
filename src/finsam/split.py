"""
What members agree on (*överenskommelse*): the keys by which they split what they pay together, mixtures among them.

The act has no key of its own: they share as they agree (5 § second and third paragraphs).
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import reduce

from attrs import field, frozen

from finsam.errors import SplitError, at
from finsam.keys import WEIGHTLESS, ByFigures, ByPopulation, Equal, Fixed, Shares
from finsam.language import Text
from finsam.money import Money
from finsam.pending import OpenKey
from finsam.period import Year
from finsam.shares import ShareLike, percent, share
from finsam.typed import typed

__all__ = ["Agreement", "Mixture", "ProportionalKey", "SplitKey", "Weighted"]


@frozen(kw_only=True, field_transformer=typed)
class Weighted:
    """A key in a mixture (*viktad nyckel*), and the part of the whole that goes by it."""

    weight: Fraction
    key: "ProportionalKey"


def _weighted(parts: Iterable[Weighted | tuple[ShareLike, "ProportionalKey"]]) -> tuple[Weighted, ...]:
    return tuple(each if isinstance(each, Weighted) else Weighted(weight=share(each[0]), key=each[1]) for each in parts)


@frozen(field_transformer=typed)
class Mixture:
    """
    A weighted mixture (*viktad blandning*) of keys, as `Mixture([("70 %", ByPopulation(...)), ("30 %", Equal())])`.

    Raises `SplitError` for weights that are below zero or do not sum to one, and for a key that cannot be mixed:
    fixed amounts and a split that is not known.
    """

    mixture: tuple[Weighted, ...] = field(converter=_weighted)

    def __attrs_post_init__(self) -> None:
        for index, part in enumerate(self.mixture):
            if not isinstance(part.key, ProportionalKey):
                raise SplitError(at(_CANNOT_MIX(kind=type(part.key).__name__), "mixture", index))
            if part.weight < 0:
                raise SplitError(at(_LIGHT(weight=percent(part.weight)), "mixture", index, "weight"))
        if (total := sum(part.weight for part in self.mixture)) != 1:
            raise SplitError(at(_MIXED(total=percent(Fraction(total))), "mixture"))

    def weights(self, names: Iterable[str], amount: Money) -> Mapping[str, Fraction]:
        """The mixed share of each."""
        members = tuple(names)
        mixed = dict.fromkeys(members, Fraction(0))
        for part in self.mixture:
            weights = part.key.weights(members, amount)
            if not (total := sum(weights.values())):
                raise SplitError(at(WEIGHTLESS(names=members), "mixture"))
            for name in members:
                mixed[name] += part.weight * Fraction(weights[name]) / total
        return mixed

    def reason(self, name: str) -> Text:
        """Why the member's part is what it is."""
        reasons = [_PART(weight=percent(part.weight), why=part.key.reason(name)) for part in self.mixture]
        return reduce(lambda before, reason: _AND(before=before, reason=reason), reasons)

    def __repr__(self) -> str:
        return f"Mixture({[(part.weight, part.key) for part in self.mixture]!r})"


ProportionalKey = Shares | ByPopulation | ByFigures | Equal | Mixture
"""A key that splits any amount in the same proportions, and can be part of a mixture."""
SplitKey = ProportionalKey | Fixed | OpenKey


@frozen(kw_only=True, field_transformer=typed)
class Agreement:
    """What the members of a party have agreed on (*överenskommelse*): a key, and its years, all others if None."""

    key: SplitKey
    years: tuple[Year, ...] | None = None


_AND = Text(en="{before}; {reason}", sv="{before}; {reason}")
_PART = Text(en="{weight} by: {why}", sv="{weight} efter: {why}")
_CANNOT_MIX = Text(
    en="{kind} cannot be part of a mixture; write shares instead",
    sv="{kind} kan inte vara en del av en blandning; skriv andelar i stället",
)
_LIGHT = Text(
    en="a weight in the mixture is {weight}; write zero or more",
    sv="en vikt i blandningen är {weight}; skriv noll eller mer",
)
_MIXED = Text(
    en="the weights of the mixture sum to {total}; change them so that they sum to 100 %",
    sv="blandningens vikter är tillsammans {total}; ändra dem så att de blir 100 %",
)
