"""How figures of several associations lie (*spridning*): the least, the quartiles, the most, and who stands out."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import frozen

__all__ = ["FEWEST", "Spread"]

FEWEST = 8
"""The fewest associations of which it is said that one stands out."""

_FENCE = Fraction(3, 2)


@frozen(kw_only=True)
class Spread:
    """
    How the figures of `count` associations lie (*spridning*), all exact: in öre for amounts, a part of one for shares.

    A quartile lies between two figures in proportion, as the median of an even number lies halfway. `outside` are those
    who stand out, by name: more than one and a half times the distance between the quartiles above the upper one or
    below the lower one; none where there are fewer than eight.

    >>> paid = {"A": 10, "B": 20, "C": 40, "D": 60}
    >>> spread = Spread.of({name: Fraction(amount) for name, amount in paid.items()})
    >>> spread.median, spread.lower, spread.upper
    (Fraction(30, 1), Fraction(35, 2), Fraction(45, 1))
    """

    count: int
    least: Fraction
    lower: Fraction
    median: Fraction
    upper: Fraction
    most: Fraction
    outside: tuple[str, ...] = ()

    @classmethod
    def of(cls, figures: Mapping[str, Fraction]) -> "Spread | None":
        """How the figures lie, by the names of whom they are; None without any."""
        if not figures:
            return None
        ordered = sorted(figures.values())
        lower, median, upper = (_quantile(ordered, Fraction(part, 4)) for part in (1, 2, 3))
        reach = _FENCE * (upper - lower)
        beyond = [name for name, each in figures.items() if not lower - reach <= each <= upper + reach]
        return cls(
            count=len(ordered),
            least=ordered[0],
            lower=lower,
            median=median,
            upper=upper,
            most=ordered[-1],
            outside=tuple(sorted(beyond)) if len(ordered) >= FEWEST else (),
        )


def _quantile(ordered: Sequence[Fraction], part: Fraction) -> Fraction:
    """The figure below which that part of them lies, between two of them in proportion."""
    place = part * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
