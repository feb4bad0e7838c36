"""
What a follow-up has of all and of parts of them: women, men, groups, municipalities and activities.

The parts that the checks of a follow-up's own figures hold against their whole.
"""

from collections.abc import Iterator, Mapping

from attrs import frozen

from finsam.followup.document import FollowUp
from finsam.followup.measured import Measured
from finsam.followup.measurement import Measurement
from finsam.followup.participation import Destination, Participation, counted
from finsam.followup.ranges import Range
from finsam.followup.values import Done, Value
from finsam.place import Path

__all__ = ["HEADS", "Parted", "parted", "values_of", "whole_values_of"]

HEADS = ("participants", "new", "ended")
"""The figures of those who took part that add up: all, those who are new, and those who ended."""


@frozen(kw_only=True)
class Parted:
    """
    A number of all at a place, and that of each of their parts at its own.

    The kind is "count", or "base" for the number that they are out of.
    """

    path: Path
    kind: str
    whole: Range | None
    parts: Mapping[Path, Range]

    def of(self, name: str) -> tuple[Range, ...]:
        """The numbers of the parts under that key."""
        return tuple(number for path, number in self.parts.items() if path[2] == name)

    def above(self) -> Iterator[tuple[Path, Range, Range]]:
        """The parts that are more than all, and all."""
        for path, part in self.parts.items():
            if self.whole is not None and part.is_above(self.whole) is True:
                yield path, part, self.whole


def parted(followup: FollowUp) -> Iterator[Parted]:
    """Every number that is given of all and of parts of them."""
    for index, measurement in enumerate(followup.measurements):
        path: Path = ("measurements", index)
        values = {(*path, *steps): value for steps, value in values_of(measurement) if steps}
        for kind in ("count", "base"):
            parts = {at: number for at, value in values.items() if (number := _number(value, kind)) is not None}
            yield Parted(path=path, kind=kind, whole=_number(measurement.together, kind), parts=parts)
    for index, row in enumerate(followup.participation):
        yield from _heads_of(("participation", index), row)


def values_of(row: Measurement) -> Iterator[tuple[Path, Value]]:
    """The values of a measurement, each with the steps to it."""
    yield from whole_values_of(row)
    for table in ("groups", "municipalities"):
        for name, value in getattr(row, table).items():
            yield (table, name), value


def whole_values_of(row: Measurement) -> Iterator[tuple[Path, Value]]:
    """Those of all, of women and of men."""
    for steps, value in (((), row.value), (("women",), row.women), (("men",), row.men)):
        if value is not None:
            yield steps, value


def _number(value: Measured, kind: str) -> Range | None:
    """The number of that kind that a value has; what is done can be done for several at once, and is no sum."""
    return None if isinstance(value, Done) else value.counted if kind == "count" else value.base


def _heads_of(path: Path, row: Participation) -> Iterator[Parted]:
    """The numbers of those who took part, by sex, by municipality and by activity."""
    others = {
        (*path, table, name): number
        for table in ("municipalities", "activities")
        for name, figure in getattr(row, table).items()
        if (number := counted(figure)) is not None
    }
    sexes = [("women", row.women), ("men", row.men)]
    for key in HEADS:
        parts = {(*path, sex, key): of.of(key) for sex, of in sexes if of is not None}
        yield _of_heads((*path, key), row.all(key), parts, others if key == "participants" else {})
    for to in Destination:
        went = {(*path, sex, "went_to", to.value): counted(of.went_to.get(to)) for sex, of in sexes if of is not None}
        yield _of_heads((*path, "went_to", to.value), row.went(to), went, {})


def _of_heads(
    path: Path, whole: Range | None, sexes: Mapping[Path, Range | None], others: Mapping[Path, Range]
) -> Parted:
    known = {at: number for at, number in sexes.items() if number is not None}
    return Parted(path=path, kind="count", whole=whole, parts={**known, **others})
