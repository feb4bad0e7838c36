"""
The national allocation (*nationell fördelning*): how the state's funds are divided among the associations.

`load`, `loads`, `dump` and `dumps` read and write its file, and an invented example ships with the package. None of it
is law: it rests on what is known of practice, each value with its years and its source, and on choices of the caller.

>>> import finsam
>>> national = finsam.national.example("exempellandet-2027")
>>> len(national.associations), national.allocation.returned
(75, kr(0))
"""

import os
from collections.abc import Mapping
from typing import Any

from finsam.national.allocation import Adjusted, Allocated, NationalAllocation, RoundedPart, Settled
from finsam.national.changes import Figure, next_year, with_figure
from finsam.national.choices import MEANINGS, Adjustment, AllocationKey, Choices, Freed, Proportion
from finsam.national.dividing import divided, impossible
from finsam.national.document import Area, National, NationalKey, Recipient
from finsam.national.practice import (
    APPROPRIATION,
    BASE_AMOUNT,
    KEY_WEIGHTS,
    MOST_DECREASE,
    Grounded,
    Practice,
    Practised,
)

__all__ = [
    "APPROPRIATION",
    "Adjusted",
    "Adjustment",
    "Allocated",
    "AllocationKey",
    "Area",
    "BASE_AMOUNT",
    "Choices",
    "Figure",
    "Freed",
    "Grounded",
    "KEY_WEIGHTS",
    "MEANINGS",
    "MOST_DECREASE",
    "National",
    "NationalAllocation",
    "NationalKey",
    "Practice",
    "Practised",
    "Proportion",
    "Recipient",
    "RoundedPart",
    "Settled",
    "divided",
    "dump",
    "dumps",
    "example",
    "examples",
    "from_dict",
    "impossible",
    "load",
    "loads",
    "next_year",
    "to_dict",
    "with_figure",
]


def load(path: str | os.PathLike[str]) -> National:
    """
    The national allocation in a TOML file, which can be worked out.

    Raises `FileError`, which lists every problem with its place and line, where the file cannot be read, is of another
    kind, or holds what cannot be divided; see `divided`.
    """
    from finsam.files import NATIONAL  # here, because files are read in terms of national allocations

    return NATIONAL.load(path, impossible)


def loads(text: str, *, name: str = "text") -> National:
    """The national allocation in TOML text, which messages call `name`; otherwise as `load`."""
    from finsam.files import NATIONAL

    return NATIONAL.loads(text, name, impossible)


def from_dict(tables: Mapping[str, Any], *, name: str = "national") -> National:
    """The national allocation in the tables of a file; raises as `load` does, without lines."""
    from finsam.files import NATIONAL

    return NATIONAL.held(dict(tables), name, further=impossible)


def to_dict(national: National) -> dict[str, Any]:
    """The national allocation as the tables of its file, ready for JSON; as `finsam.to_dict`."""
    from finsam.files import NATIONAL

    return NATIONAL.to_dict(national)


def dumps(national: National) -> str:
    """
    The national allocation as TOML text, which is read back as the same.

    Raises `FileError` for one that no file can hold, with the places.
    """
    from finsam.files import NATIONAL

    return NATIONAL.dumps(national)


def dump(national: National, path: str | os.PathLike[str]) -> None:
    """Write the national allocation to a TOML file, whole or not at all; as `finsam.dump`."""
    from finsam.files import NATIONAL

    NATIONAL.dump(national, path)


def examples() -> tuple[str, ...]:
    """The names of the national allocations that ship with the package; all of them are invented."""
    from finsam.files import NATIONAL

    return NATIONAL.examples()


def example(name: str) -> National:
    """
    An invented national allocation, by its name; raises `UnknownNameError`, which suggests the nearest.

    >>> example("exempellandet-2027").invented
    True
    """
    from finsam.files import NATIONAL

    return NATIONAL.example(name)
