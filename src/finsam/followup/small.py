"""Small counts (*små tal*), which are not shown, nor what would give them away; what is stored stays as it is."""

from collections.abc import Mapping
from typing import TypeVar

from finsam.followup.measured import Measured
from finsam.followup.ranges import Range
from finsam.followup.values import Done

__all__ = ["LEAST", "gives_away", "hidden_parts", "hidden_values", "is_small"]

LEAST = 5
"""The least count of people that is shown, where nothing else is asked for; zero is nobody, and is shown."""

K = TypeVar("K")


def is_small(count: Range | None, least: int = LEAST) -> bool:
    """Whether it is known to be a few people, but not nobody."""
    return count is not None and count.high is not None and 0 < count.high < least


def gives_away(value: Measured | None, least: int = LEAST) -> bool:
    """Whether a value tells that it is so of a few people, or of all but a few."""
    if value is None or isinstance(value, Done):
        return False
    base, counted = value.base, value.counted
    others = None if base is None or counted is None else base + counted.negative()
    return any(is_small(each, least) for each in (base, counted, others))


def hidden_parts(whole: Range | None, parts: Mapping[K, Range], least: int = LEAST) -> frozenset[K]:
    """
    Which parts of a whole are hidden: the small ones, and as many of the others, in their order, as it takes for none
    to be worked out of the whole and the rest; all, where the whole is small.

    >>> places = {"Hjo": 3, "Tibro": 9, "Karlsborg": 18}
    >>> sorted(hidden_parts(Range.exactly(30), {name: Range.exactly(heads) for name, heads in places.items()}))
    ['Hjo', 'Tibro']
    """
    if is_small(whole, least):
        return frozenset(parts)
    hidden = [name for name, count in parts.items() if is_small(count, least)]
    for name, count in parts.items():
        together = sum(parts[each].low or 0 for each in hidden)
        could_be_others = len(hidden) < together != len(hidden) * (least - 1)  # than one each, or the most each
        if not hidden or whole is None or (len(hidden) > 1 and could_be_others):
            break
        if name not in hidden and count.high != 0:
            hidden.append(name)
    return frozenset(hidden)


def hidden_values(whole: Range | None, parts: Mapping[K, Measured], least: int = LEAST) -> frozenset[K]:
    """Which values of parts of a whole are hidden: by their counts, and those that by themselves tell of a few."""
    counts = {name: each.counted for name, each in parts.items() if each.counted is not None}
    return hidden_parts(whole, counts, least) | {name for name, each in parts.items() if gives_away(each, least)}
