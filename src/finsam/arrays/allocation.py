"""Exact splits of a column of amounts (*fördelning*), each as `finsam.allocate` splits one."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from math import gcd, lcm
from typing import Any, TypeVar

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from finsam import allocation
from finsam.allocation import NO_WEIGHT, NOT_WHOLE_UNITS, ORE
from finsam.arrays.columns import AT_ROW, LARGEST, ColumnLike, Whole, as_long, column, combined, first, most
from finsam.errors import AllocationError
from finsam.language import Text
from finsam.money import Money, kr
from finsam.shares import ShareLike
from finsam.typed import expect

__all__ = ["Weight", "allocate", "in_units", "split"]

K = TypeVar("K")

_CHUNK = 16_384  # rows whose numbers stay in the processor's nearest memory


def allocate(
    totals: ColumnLike, weights: Mapping[K, ShareLike | ColumnLike], *, unit: Money = ORE
) -> NDArray[np.int64]:
    """
    Split each of the totals, in öre, in proportion to weights: an array of shape (n, keys) in öre.

    A weight is one for all, as `finsam.allocate` takes it, or a column of whole numbers. A row is split as
    `finsam.allocate` splits its total: the largest remainders, ties to the larger weight and then to the key that sorts
    first. Where a step would not fit in 64 bits, it is worked out in Python's own whole numbers, slowly and exactly.

    Raises `ColumnError` for columns that are not whole numbers or not as long, or whose numbers 64 bits do not hold,
    and `AllocationError` and `ShareError` as `finsam.allocate` does; keys that cannot be ordered are always refused.

    >>> allocate([10_000, 100], {"Habo": 1, "Mullsjö": 1, "Vaggeryd": 1})
    array([[3334, 3333, 3333],
           [  34,   33,   33]])
    >>> allocate([100, 100], {"Habo": [12_641, 12_700], "Mullsjö": [7_432, 7_300]})
    array([[63, 37],
           [64, 36]])
    """
    expect(unit, Money, "unit")
    expect(weights, dict, "weights")
    given: Mapping[K, Any] = weights
    columns = {key: column(each, f'weights["{key}"]', least=0) for key, each in given.items() if not _is_one(each)}
    amounts = column(totals, "totals")
    as_long({"totals": amounts, **{f'weights["{key}"]': each for key, each in columns.items()}})
    plain = {key: 1 if key in columns else _plain(weight) for key, weight in given.items()}
    exact = allocation.allocate(kr(0), plain, unit=unit).weights
    return split(amounts, {key: Weight(Fraction(exact[key]), columns.get(key)) for key in exact}, unit)


def _is_one(weight: object) -> bool:
    """Whether it is one weight for all."""
    return isinstance(weight, int | float | str | Decimal | Fraction | np.generic)


def _plain(weight: Any) -> Any:
    """A number of NumPy's as one of Python's."""
    return weight.item() if isinstance(weight, np.generic) else weight


@frozen(eq=False)
class Weight:
    """A key's weight in every row (*vikt*): a factor, times a column where there is one."""

    factor: Fraction
    column: Whole | None = None


def split(totals: Whole, weights: Mapping[K, Weight], unit: Money) -> NDArray[np.int64]:
    """
    Each total in parts, of shape (n, keys), in the order of the weights, none of which is below zero; as `allocate`,
    of what has been read.
    """
    units = in_units(totals, unit)
    keys = _in_order(weights)
    whole = _in_whole_numbers([weights[key] for key in keys])
    varies = any(isinstance(each, np.ndarray) for each in whole)
    if not varies:
        rank = sorted(range(len(keys)), key=lambda index: -whole[index])
        keys, whole = [keys[index] for index in rank], [whole[index] for index in rank]
    if not _fits(units, whole):
        units, whole = units.astype(object), [_wide(each) for each in whole]
    weight_sum = sum(whole)
    if varies and not np.all(weight_sum):
        what = NO_WEIGHT(keys=tuple(map(str, weights)))
        raise AllocationError(AT_ROW(row=first(weight_sum == 0), what=what))
    parts = np.empty((len(keys), len(units)), dtype=units.dtype)
    place = {key: index for index, key in enumerate(weights)}
    for start in range(0, len(units), _CHUNK):
        rows = slice(start, start + _CHUNK)
        of_each = [parts[place[key], rows] for key in keys]
        _fill(of_each, units[rows], [_of(rows, each) for each in whole], _of(rows, weight_sum))
    return _in_ore(parts.astype(np.int64, copy=False), totals, unit).T


def in_units(totals: Whole, unit: Money) -> Whole:
    """How many units each is, whatever its sign; raises `AllocationError` for one that is not whole units."""
    sizes = np.abs(totals)
    if unit == ORE:
        return sizes
    units, odd = np.divmod(sizes, unit.ore) if unit.ore <= LARGEST else (np.zeros_like(sizes), sizes)
    if odd.any():
        row = first(odd != 0)
        what = NOT_WHOLE_UNITS(amount=Money(ore=int(totals[row])), unit=unit)
        raise AllocationError(AT_ROW(row=row, what=what))
    return units


def _in_ore(parts: NDArray[np.int64], totals: Whole, unit: Money) -> NDArray[np.int64]:
    """Öre of units, below zero where the total is."""
    if unit != ORE and unit.ore <= LARGEST:
        parts *= unit.ore
    if totals.min() < 0:
        parts *= np.where(totals < 0, -1, 1)
    return parts


def _in_order(weights: Mapping[K, Weight]) -> list[K]:
    """The keys in their own order."""
    try:
        return sorted(weights)  # type: ignore[type-var]  # that they can be ordered is found out here
    except TypeError:
        raise AllocationError(_NO_ORDER) from None


def _in_whole_numbers(weights: Sequence[Weight]) -> list[Any]:
    """Whole numbers in the same proportions, each for all rows or by row."""
    scale = lcm(*[each.factor.denominator for each in weights])
    factors = [each.factor.numerator * (scale // each.factor.denominator) for each in weights]
    common = gcd(*factors) or 1
    return [
        factor // common if each.column is None else combined((each.column, factor // common))
        for factor, each in zip(factors, weights, strict=True)
    ]


def _fits(units: Whole, weights: Sequence[Any]) -> bool:
    """Whether no step of the split goes beyond 64 bits."""
    sizes = [most(each) for each in weights]
    narrow = all(isinstance(each, int) or each.dtype == np.int64 for each in weights)
    return narrow and max(most(units) * max(sizes), sum(sizes)) <= LARGEST


def _wide(numbers: Any) -> Any:
    """In Python's own whole numbers."""
    return numbers.astype(object) if isinstance(numbers, np.ndarray) else numbers


def _of(rows: slice, numbers: Any) -> Any:
    """Those rows of what is by row, or what is for all."""
    return numbers[rows] if isinstance(numbers, np.ndarray) else numbers


def _fill(parts: Sequence[Whole], units: Whole, weights: Sequence[Any], weight_sum: Any) -> None:
    """The parts of some rows in units, a column for each weight; of weights for all, the larger come first."""
    left = units.copy()
    remainders = np.empty((len(parts), len(units)), dtype=units.dtype)
    for part, remainder, weight in zip(parts, remainders, weights, strict=True):
        np.multiply(units, weight, out=remainder)
        np.floor_divide(remainder, weight_sum, out=part)
        np.subtract(remainder, part * weight_sum, out=remainder)
        left -= part
    if left.any():
        small: type[np.signedinteger[Any]] = np.int8 if len(parts) < 128 else np.int16
        given = left.astype(small)
        for part, place in zip(parts, _places(remainders, weights, small), strict=True):
            np.add(part, place < given, out=part)


def _places(remainders: Whole, weights: Sequence[Any], small: type[np.signedinteger[Any]]) -> Whole:
    """How many come before each key when a leftover unit is given: those with a larger remainder, or that win a tie."""
    places = np.zeros(remainders.shape, dtype=small)
    places += np.arange(len(weights) - 1, -1, -1, dtype=small)[:, None]
    varies = any(isinstance(each, np.ndarray) for each in weights)
    for one, other in combinations(range(len(weights)), 2):
        is_before = remainders[one] >= remainders[other]
        if varies:
            is_before &= (remainders[one] != remainders[other]) | (weights[one] >= weights[other])
        places[one] -= is_before.view(np.int8)
        places[other] += is_before.view(np.int8)
    return places


_NO_ORDER = Text(
    en="the keys cannot be ordered, and their order decides ties; use names as keys",
    sv="nycklarna kan inte ordnas, och deras ordning avgör när resterna är lika; använd namn som nycklar",
)
