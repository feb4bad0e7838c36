"""What every measured value has in common (*mätvärde*): the ranges of what it can be, and how a count is read."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from finsam.errors import TargetError, at
from finsam.followup.ranges import Range, Unit
from finsam.language import Text
from finsam.place import Path
from finsam.printed import Printed, as_number
from finsam.readonly import ReadOnly

__all__ = ["NO_COUNT", "Measured", "are_counts", "is_below_zero", "numbers", "share_of", "within_one"]


class Measured(ABC):
    """What the values have in common: the ranges of what they can be, each None where it is not that."""

    __slots__ = ()

    @property
    def part(self) -> Range | None:
        """What part of its group it is."""
        return None

    @property
    def counted(self) -> Range | None:
        """How many it is."""
        return None

    @property
    def base(self) -> Range | None:
        """How many it is out of."""
        return None

    @property
    @abstractmethod
    def size(self) -> tuple[Range, Unit]:
        """What it comes to, for one value to be compared with another, and in which unit."""

    @property
    def agrees(self) -> bool:
        """Whether all that is printed of it can be true together."""
        return True

    @property
    @abstractmethod
    def text(self) -> Text:
        """What was measured, in words."""


def numbers(given: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """Printed numbers, from what is given for them."""
    return ReadOnly({name: None if each is None else as_number(each) for name, each in given.items()})


def are_counts(of: object, *keys: str) -> None:
    """Raise `TargetError` for what stands under the keys and is no count, each at its place."""
    problems = []
    for key in keys:
        held = getattr(of, key)
        for path, each in _placed(key, held) if isinstance(held, Mapping) else [((key,), held)]:
            if each is not None and (each.value < 0 or each.value.denominator != 1 or is_below_zero(each)):
                problems.append(at(NO_COUNT(count=each), *path))
    if problems:
        raise TargetError(*problems)


def _placed(key: str, table: Mapping[Any, Printed]) -> list[tuple[Path, Printed]]:
    return [((key, str(name)), each) for name, each in table.items()]


def is_below_zero(read: Printed) -> bool:
    """Whether all that it can stand for is, as less than zero."""
    return read.high == 0 and read.without_high


def within_one(share: Range | None) -> Range | None:
    """The share, no less than nothing and no more than all."""
    if share is None:
        return None
    if share.exact is not None and 0 <= share.exact.numerator <= share.exact.denominator:
        return share
    low = share.low if share.low is not None and share.low > 0 else Fraction(0)
    whole = share.high is None or share.high > 1
    return Range(
        low=low,
        high=Fraction(1) if whole else share.high,
        without_low=share.without_low and low == share.low,
        without_high=share.without_high and not whole,
    )


def share_of(chosen: Range, others: Range) -> Range | None:
    """What share the chosen are of them and the others together; None where there can be nobody."""
    if chosen.high == 0 and others.high == 0:
        return None
    low, high = chosen.low or Fraction(0), others.low or Fraction(0)
    least = Fraction(0) if others.high is None else low / (low + others.high) if low + others.high else Fraction(0)
    most = Fraction(1) if chosen.high is None or not chosen.high + high else chosen.high / (chosen.high + high)
    return Range(low=least, high=most)


NO_COUNT = Text(
    en="a count is a whole number from zero, not {count}", sv="ett antal är ett heltal från noll, inte {count}"
)
