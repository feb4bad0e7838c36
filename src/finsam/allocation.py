"""Exact splits of an amount (*fördelning*): the parts always add up, and every leftover öre has a name on it."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import lcm
from typing import Generic, TypeVar

from attrs import frozen

from finsam.errors import AllocationError
from finsam.money import Money
from finsam.readonly import ReadOnly
from finsam.shares import ShareLike, share

__all__ = ["ORE", "Allocation", "allocate"]

K = TypeVar("K")

ORE = Money(ore=1)


@frozen(kw_only=True)
class Allocation(Generic[K]):
    """
    An amount that has been split, with the record of how; made by `allocate`.

    A read-only collection of the parts by key, in the order of the weights: `weights` are the exact weights and `ore`
    the parts in öre.
    """

    total: Money
    unit: Money
    weights: Mapping[K, int | Fraction]
    ore: Mapping[K, int]

    @property
    def parts(self) -> Mapping[K, Money]:
        """What each key gets."""
        return ReadOnly({key: Money(ore=ore) for key, ore in self.ore.items()})

    def share(self, key: K) -> Fraction:
        """The key's exact share of the total: its weight over the sum of the weights."""
        return Fraction(self.weights[key]) / sum(self.weights.values())

    def quota(self, key: K) -> Fraction:
        """What the key would get if nothing were rounded, in öre."""
        return self.total.ore * self.share(key)

    def rounding(self, key: K) -> Fraction:
        """What the rounding gave the key, in öre; below nought what it took. The roundings add up to nought."""
        return self.ore[key] - self.quota(key)

    @property
    def given(self) -> tuple[K, ...]:
        """The keys that received one of the units left over when every quota had been rounded towards nought."""
        return tuple(key for key, ore in self.ore.items() if abs(ore) > abs(self.quota(key)))

    def __getitem__(self, key: K) -> Money:
        return Money(ore=self.ore[key])

    def __iter__(self) -> Iterator[K]:
        return iter(self.ore)

    def __len__(self) -> int:
        return len(self.ore)

    def __contains__(self, key: object) -> bool:
        return key in self.ore


def allocate(total: Money, weights: Mapping[K, ShareLike], *, unit: Money = ORE) -> Allocation[K]:
    """
    Split an amount in proportion to weights, by the largest remainder (*största resten*, Hamilton's method).

    Each key first gets its quota rounded towards nought to whole units; the units left over go, one each, to the
    largest remainders. Ties go to the larger weight, then to the key that sorts first, never by the order of the
    mapping. So the parts add up, no part is a whole unit from its quota, weight nought gets nought, and a negative
    total is the mirror of the positive one. The method is not monotone: with a larger total a part can be smaller
    (the Alabama paradox).

    Raises `AllocationError` for a total that is not a whole number of units, for negative weights, for weights that
    sum to nought, and for tied keys that cannot be ordered; `ShareError` for weights that are not exact numbers.

    >>> dict(allocate(kr(100), {"Habo": 1, "Mullsjö": 1, "Vaggeryd": 1}, unit=kr(1)).parts)
    {'Habo': kr(34), 'Mullsjö': kr(33), 'Vaggeryd': kr(33)}
    """
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
        raise AllocationError(f"{total} is not a whole number of units of {unit}; choose a unit that divides it")
    step = unit.ore if total.ore >= 0 else -unit.ore
    parts: list[int] = []
    remainders: list[int] = []
    for weight in whole:
        floor, remainder = divmod(units * weight, weight_sum)
        parts.append(floor * step)
        remainders.append(remainder)
    if left := (total.ore - sum(parts)) // step:
        for index in _largest(left, remainders, whole, exact):
            parts[index] += step
    ore = ReadOnly(zip(exact, parts, strict=True))
    return Allocation(total=total, unit=unit, weights=exact, ore=ore)


def _exactly(weights: Mapping[K, ShareLike]) -> tuple[Mapping[K, int | Fraction], list[int]]:
    """The weights as exact numbers, and whole numbers in the same proportions."""
    exact = {key: share(weight) for key, weight in weights.items()}
    scale = lcm(*[weight.denominator for weight in exact.values()])
    whole = [weight.numerator * (scale // weight.denominator) for weight in exact.values()]
    return ReadOnly({**exact}), whole


def _largest(count: int, remainders: list[int], weights: list[int], keys: Iterable[K]) -> list[int]:
    """Where the largest remainders stand, so many of them; ties by the larger weight, then by the key's own order."""
    order = sorted(range(len(weights)), key=remainders.__getitem__, reverse=True)
    if remainders[order[count - 1]] == remainders[order[count]]:
        names = tuple(keys)
        try:
            order.sort(key=lambda index: (-remainders[index], -weights[index], names[index]))
        except TypeError:
            raise AllocationError("keys that tie for a leftover unit cannot be ordered; use names as keys") from None
    return order[:count]


def _refusal(weights: Mapping[K, int | Fraction], unit: Money) -> AllocationError:
    """What to say of a unit or of weights that cannot be used."""
    if unit.ore <= 0:
        return AllocationError(f"the unit is {unit}; write an amount above nought, as kr(1)")
    for key, weight in weights.items():
        if weight < 0:
            return AllocationError(f"the weight of {key} is {weight}; write nought or more")
    named = ", ".join(str(key) for key in weights) or "nobody"
    return AllocationError(f"the weights of {named} sum to nought; give at least one of them a weight above nought")
