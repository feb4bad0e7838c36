"""Columns of inhabitants (*folkmängd*), in place of those by whom a plan splits."""

from collections.abc import Mapping
from fractions import Fraction
from math import lcm
from typing import Any

from attrs import evolve

from finsam.arrays.columns import ColumnLike, Whole, column, combined, in_rows
from finsam.errors import SplitError
from finsam.keys import ByPopulation
from finsam.language import Text
from finsam.money import Money
from finsam.organisations import by_member
from finsam.split import Mixture, SplitKey, Weighted
from finsam.typed import expect

__all__ = ["at_row", "heads_of", "inhabitants", "mixed", "parted", "populations"]


def inhabitants(given: Mapping[str, ColumnLike], name: str) -> Mapping[str, Whole]:
    """The columns of inhabitants that were given under that name, by the members' names as they are registered."""
    expect(given, dict, name)
    return by_member({member: column(each, f'{name}["{member}"]', least=0) for member, each in given.items()})


def populations(key: SplitKey | None) -> tuple[ByPopulation, ...]:
    """Every population by which a key splits, also within a mixture."""
    if isinstance(key, Mixture):
        return tuple(each for part in key.mixture for each in populations(part.key))
    return (key,) if isinstance(key, ByPopulation) else ()


def at_row(key: SplitKey | None, drawn: Mapping[str, Whole], row: int) -> Any:
    """The key with the inhabitants that were drawn in a row."""
    if isinstance(key, Mixture):
        return Mixture([(part.weight, at_row(part.key, drawn, row)) for part in key.mixture])
    if not isinstance(key, ByPopulation):
        return key
    heads = {name: int(drawn[name][row]) for name in key.population if name in drawn}
    return evolve(key, population={**key.population, **heads})


def heads_of(key: ByPopulation, drawn: Mapping[str, Whole], rows: int) -> tuple[Mapping[str, Whole | int], Whole]:
    """The inhabitants of each, as drawn or as in the key, and of all together."""
    heads = {name: drawn.get(name, number) for name, number in key.population.items()}
    return heads, in_rows(combined(*((each, 1) for each in heads.values())), rows, "population")


def parted(key: SplitKey | None, year: int) -> tuple[Fraction, ByPopulation, tuple[Weighted, ...]]:
    """How much goes by population, by which, and the other parts of the mixture; refuse what mixes several."""
    if isinstance(key, ByPopulation):
        return Fraction(1), key, ()
    parts = key.mixture if isinstance(key, Mixture) else ()
    several = [part for part in parts if populations(part.key)]
    by_heads = [(part.weight, part.key) for part in several if isinstance(part.key, ByPopulation)]
    if len(several) != 1 or not by_heads:
        raise SplitError(_SEVERAL(year=year))
    return *by_heads[0], tuple(part for part in parts if part is not several[0])


def mixed(
    weight: Fraction, heads: Mapping[str, Whole | int], everyone: Whole, others: tuple[Weighted, ...], amount: Money
) -> Mapping[str, Whole]:
    """
    Whole numbers in the proportions of the mixed shares: that weight by inhabitants, and the other parts as they are.

    A share is `weight * heads / everyone + rest`: times `everyone`, and a common denominator, it is whole.
    """
    rest = dict.fromkeys(heads, Fraction(0))
    for part in others:
        weights = part.key.weights(heads, amount)
        whole = sum(weights.values())
        for name in heads:
            rest[name] += part.weight * Fraction(weights[name]) / whole
    scale = lcm(weight.denominator, *(each.denominator for each in rest.values()))
    return {name: combined((heads[name], int(weight * scale)), (everyone, int(rest[name] * scale))) for name in heads}


_SEVERAL = Text(
    en="the split of {year} mixes populations more than once, or within another mixture; draw only one, mixed directly",
    sv="fördelningen {year} blandar befolkning flera gånger, eller inuti en annan blandning; dra bara en, direkt i "
    "blandningen",
)
