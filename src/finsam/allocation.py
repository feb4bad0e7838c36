"""Exact splits of an amount (*fördelning*): the parts always add up, and every leftover öre has a name on it."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import lcm
from typing import Literal, TypeVar

from attrs import frozen

from finsam.errors import AllocationError
from finsam.language import Text
from finsam.money import Money, whole_ore
from finsam.readonly import ReadOnly
from finsam.shares import ShareLike, share
from finsam.typed import expect

__all__ = ["NOT_WHOLE_UNITS", "NO_UNIT", "NO_WEIGHT", "ORE", "Allocation", "allocate"]

K = TypeVar("K")

ORE = Money(ore=1)


@frozen(kw_only=True, slots=False, init=False, repr=False, eq=False)
class Allocation(ReadOnly[K, Money]):
    """
    An amount that has been split, with the record of how; made by `allocate`.

    A dict of the parts by key, in the order of the weights, which cannot be changed; `weights` are the exact weights.
    """

    total: Money
    unit: Money
    weights: Mapping[K, int | Fraction]

    def __init__(
        self, parts: Mapping[K, Money], *, total: Money, unit: Money, weights: Mapping[K, int | Fraction]
    ) -> None:
        super().__init__(parts)
        self.__attrs_init__(total=total, unit=unit, weights=weights)

    def share(self, key: K) -> Fraction:
        """The key's exact share of the total: its weight over the sum of the weights."""
        return Fraction(self.weights[key]) / sum(self.weights.values())

    def quota(self, key: K) -> Fraction:
        """What the key would get if nothing were rounded, in öre."""
        return self.total.ore * self.share(key)

    def rounding(self, key: K) -> Fraction:
        """What the rounding gave the key, in öre; below zero what it took. The roundings add up to zero."""
        return self[key].ore - self.quota(key)

    def tie(self, key: K) -> Literal["weight", "order"] | None:
        """
        What decided whether the key got one of the units left over, where its remainder tied with that of another that
        did not fare the same: the larger weight, or which key sorts first. None where the remainder decided.
        """
        mine, given = self._remainder(key), key in self.given
        others = [other for other in self if self._remainder(other) == mine and (other in self.given) != given]
        if not mine or not others:
            return None
        return "order" if any(self.weights[other] == self.weights[key] for other in others) else "weight"

    def _remainder(self, key: K) -> Fraction:
        """What is left of the key's quota when it is rounded towards zero to whole units."""
        return abs(self.quota(key)) % self.unit.ore

    @property
    def given(self) -> tuple[K, ...]:
        """The keys that received one of the units left over when every quota had been rounded towards zero."""
        return tuple(key for key, part in self.items() if abs(part.ore) > abs(self.quota(key)))


def allocate(total: Money, weights: Mapping[K, ShareLike], *, unit: Money = ORE) -> Allocation[K]:
    """
    Split an amount in proportion to weights, by the largest remainder (*största resten*, Hamilton's method).

    Each key first gets its quota rounded towards zero to whole units; the units left over go, one each, to the
    largest remainders. Ties go to the larger weight, then to the key that sorts first, never by the order of the
    mapping. So the parts add up, no part is a whole unit from its quota, a weight of zero gets zero, and a negative
    total is the mirror of the positive one. The method is not monotone: with a larger total a part can be smaller
    (the Alabama paradox).

    Raises `AllocationError` for a total that is not a whole number of units, for negative weights, for weights that
    sum to zero, and for tied keys that cannot be ordered; `ShareError` for weights that are not exact numbers.

    >>> dict(allocate(kr(100), {"Habo": 1, "Mullsjö": 1, "Vaggeryd": 1}, unit=kr(1)))
    {'Habo': kr(34), 'Mullsjö': kr(33), 'Vaggeryd': kr(33)}
    """
    if not (type(total) is Money is type(unit) and isinstance(weights, dict)):
        expect(total, Money, "total")
        expect(unit, Money, "unit")
        expect(weights, dict, "weights")
    exact: Mapping[K, int | Fraction]
    whole = [weight for weight in weights.values() if type(weight) is int]
    if len(whole) == len(weights):
        exact = ReadOnly(weights)  # type: ignore[arg-type]  # every weight is an int
    else:
        exact, whole = _exactly(weights)
    weight_sum = sum(whole)
    if not weight_sum or min(whole) < 0 or unit.ore <= 0:
        raise _refusal(exact, unit)
    units, odd = divmod(abs(total.ore), unit.ore)
    if odd:
        raise AllocationError(NOT_WHOLE_UNITS(amount=total, unit=unit))
    parts = [units * weight // weight_sum for weight in whole]
    if left := units - sum(parts):
        remainders = [units * weight % weight_sum for weight in whole]
        for index in _largest(left, remainders, whole, exact):
            parts[index] += 1
    step = unit.ore if total.ore >= 0 else -unit.ore
    amounts = {key: whole_ore(part * step) for key, part in zip(exact, parts, strict=True)}
    return Allocation(amounts, total=total, unit=unit, weights=exact)


def _exactly(weights: Mapping[K, ShareLike]) -> tuple[Mapping[K, int | Fraction], list[int]]:
    """The weights as exact numbers, and whole numbers in the same proportions."""
    exact: dict[K, int | Fraction] = {key: share(weight) for key, weight in weights.items()}
    ratios = [weight.as_integer_ratio() for weight in exact.values()]
    scale = lcm(*[under for _, under in ratios])
    return ReadOnly(exact), [over * (scale // under) for over, under in ratios]


def _largest(count: int, remainders: list[int], weights: list[int], keys: Iterable[K]) -> list[int]:
    """Where the largest remainders stand, so many of them; ties by the larger weight, then by the key's own order."""
    order = sorted(range(len(weights)), key=remainders.__getitem__, reverse=True)
    if remainders[order[count - 1]] == remainders[order[count]]:
        names = tuple(keys)
        try:
            order.sort(key=lambda index: (-remainders[index], -weights[index], names[index]))
        except TypeError:
            raise AllocationError(_NO_ORDER) from None
    return order[:count]


def _refusal(weights: Mapping[K, int | Fraction], unit: Money) -> AllocationError:
    """What to say of a unit or of weights that cannot be used."""
    if unit.ore <= 0:
        return AllocationError(NO_UNIT(unit=unit))
    for key, weight in weights.items():
        if weight < 0:
            return AllocationError(_NEGATIVE(key=str(key), weight=str(weight)))
    return AllocationError(NO_WEIGHT(keys=tuple(map(str, weights)) or _NOBODY))


NOT_WHOLE_UNITS = Text(
    en="{amount} is not a whole number of units of {unit}; choose a unit that divides it",
    sv="{amount} är inte ett helt antal enheter om {unit}; välj en enhet som går jämnt upp",
)
_NO_ORDER = Text(
    en="keys that tie for a leftover unit cannot be ordered; use names as keys",
    sv="nycklar som delar på en överskjutande enhet kan inte ordnas; använd namn som nycklar",
)
NO_UNIT = Text(
    en="the unit is {unit}; write an amount above zero, as 1 kr",
    sv="enheten är {unit}; skriv ett belopp över noll, som 1 kr",
)
_NEGATIVE = Text(
    en="the weight of {key} is {weight}; write zero or more", sv="vikten för {key} är {weight}; skriv noll eller mer"
)
NO_WEIGHT = Text(
    en="the weights of {keys} sum to zero; give at least one of them a weight above zero",
    sv="vikterna för {keys} är tillsammans noll; ge åtminstone en av dem en vikt över noll",
)
_NOBODY = Text(en="nobody", sv="ingen")
