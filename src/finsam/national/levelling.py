"""Levels (*utjämning*): amounts that are lowered or raised alike until they add up, each no further than its bound."""

from collections.abc import Callable, Sequence
from operator import gt, lt

from attrs import frozen

__all__ = ["Levelled", "Moved", "lowered", "raised"]


@frozen
class Moved:
    """An amount that is to be moved (*flyttat belopp*): what of it stays as it is, and how far it can go, in öre."""

    amount: int
    kept: int
    bound: int | None


@frozen
class Levelled:
    """
    The amounts after they were moved (*utjämnade belopp*), exactly: each is its weight over the scale, in öre. `held`
    says of each whether it is at its bound.
    """

    weights: tuple[int, ...]
    scale: int
    held: tuple[bool, ...]

    @property
    def total(self) -> int:
        """What they come to, in öre."""
        return sum(self.weights) // self.scale


def lowered(rows: Sequence[Moved], target: int) -> Levelled:
    """
    The amounts lowered to what they are to come to, which is no less than their bounds do: those below theirs are
    raised to it, and what is above `kept` of the others is lowered by the same factor.

    Whoever would come below its bound is held there, and the others bear that too; so it goes on until it holds. Each
    factor is smaller than the one before, so that who has once been held would be so by the last one as well: the
    result is the only one there is, in whatever order they are looked at.

    >>> found = lowered([Moved(100, 0, 90), Moved(100, 0, 0), Moved(40, 0, 80)], 240)
    >>> [weight // found.scale for weight in found.weights]
    [90, 70, 80]
    """
    return _levelled(rows, target, lt)


def raised(rows: Sequence[Moved], target: int) -> Levelled:
    """
    The amounts raised to what they are to come to, or as near as their bounds let them: what is above `kept` is raised
    by the same factor, and whoever would come above its bound is held there; one without a bound never is.
    """
    return _levelled(rows, target, gt)


def _levelled(rows: Sequence[Moved], target: int, is_beyond: Callable[[int, int], bool]) -> Levelled:
    held = [False] * len(rows)
    while True:
        free = [row for row, is_held in zip(rows, held, strict=True) if not is_held]
        bounds = sum(row.bound or 0 for row, is_held in zip(rows, held, strict=True) if is_held)
        moving = sum(row.amount - row.kept for row in free)
        left = target - bounds - sum(row.kept for row in free)
        scale, factor = (moving, left) if moving else (1, 0)
        weights = [
            (row.bound or 0) * scale if is_held else row.kept * scale + factor * (row.amount - row.kept)
            for row, is_held in zip(rows, held, strict=True)
        ]
        beyond = [
            index
            for index, (row, weight) in enumerate(zip(rows, weights, strict=True))
            if not held[index] and row.bound is not None and is_beyond(weight, row.bound * scale)
        ]
        if not beyond:
            return Levelled(tuple(weights), scale, tuple(held))
        for index in beyond:
            held[index] = True
