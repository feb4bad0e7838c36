"""Columns of whole numbers: read from what analysts have, or refused in words."""

from collections.abc import Mapping
from numbers import Integral
from typing import Any, NoReturn, Protocol

import numpy as np
from numpy.typing import NDArray

from finsam.errors import ColumnError, written
from finsam.language import Text, whole

__all__ = [
    "AT_ROW",
    "LARGEST",
    "ColumnLike",
    "Whole",
    "as_long",
    "column",
    "combined",
    "first",
    "in_rows",
    "most",
    "narrow",
]

Whole = NDArray[Any]
"""A column of whole numbers, of 64 bits; or of Python's own, where such a number would not fit."""

LARGEST = 2**63 - 1
"""The largest number of a column of 64 bits."""

_NOTHING = {"None", "nan", "NaN", "NaT", "<NA>"}


class ColumnLike(Protocol):
    """
    A column of whole numbers as analysts have it: an array of NumPy's, a column of a pandas table, or a list.

    Amounts are in öre; a number stands for a draw, and as many are in every column.
    """

    def __len__(self) -> int: ...
    def __getitem__(self, row: Any, /) -> Any: ...


def column(given: ColumnLike, name: str, *, least: int = -LARGEST) -> Whole:
    """
    What was given under that name as a column of 64 bits.

    Raises `ColumnError` for anything but one column of whole numbers, for an empty one, for numbers below `least`, and
    for numbers that 64 bits do not hold.
    """
    values = np.asarray(given, dtype=object) if isinstance(given, list | tuple) else np.asarray(given)
    if values.ndim != 1:
        raise ColumnError(_SHAPE(name=name, shape=str(values.shape)))
    if not values.size:
        raise ColumnError(_EMPTY(name=name))
    if np.ma.is_masked(given):
        raise ColumnError(_MISSING(name=name, row=first(np.ma.getmaskarray(np.ma.asarray(given)))))
    if values.dtype.kind not in "iu":
        values = _whole(values, name)
    numbers = narrow(values, name)
    if numbers.min() < least:
        row = first(numbers < least)
        raise ColumnError(_BELOW(name=name, row=row, given=whole(int(numbers[row]))))
    return numbers


def _whole(values: NDArray[Any], name: str) -> Whole:
    """The values, each of which is a whole number."""
    for row, value in enumerate(values.tolist()):
        if isinstance(value, bool) or not isinstance(value, Integral):
            _refuse(value, row, values, name)
    return values


def _refuse(value: object, row: int, values: NDArray[Any], name: str) -> NoReturn:
    """Say why one cannot be used: where a number is missing, that is what matters, and not that others are floats."""
    if values.dtype.kind == "f" and (missing := np.isnan(values)).any():
        raise ColumnError(_MISSING(name=name, row=first(missing)))
    if str(value) in _NOTHING:
        raise ColumnError(_MISSING(name=name, row=row))
    raise ColumnError((_FLOATS if isinstance(value, float) else _OTHER)(name=name, row=row, given=written(value)))


def first(rows: NDArray[np.bool_]) -> int:
    """The first row of which it is true."""
    return int(rows.argmax())


def as_long(columns: Mapping[str, Whole]) -> int:
    """How long the columns are; raises `ColumnError` unless all are as long as the first."""
    start, *others = columns
    for name in others:
        if len(columns[name]) != len(columns[start]):
            said = {"name": name, "rows": len(columns[name]), "start": start, "needed": len(columns[start])}
            raise ColumnError(_LENGTHS(**said))
    return len(columns[start])


def most(numbers: Whole | int) -> int:
    """The largest of them, whatever their signs."""
    return abs(numbers) if isinstance(numbers, int) else max(abs(int(numbers.min())), abs(int(numbers.max())))


def combined(*terms: tuple[Whole | int, Whole | int]) -> Any:
    """The sum of the products, in Python's own numbers where 64 bits might not hold it."""
    wide = sum(most(numbers) * most(factor) for numbers, factor in terms) > LARGEST
    return sum((_wide(numbers) if wide else numbers) * factor for numbers, factor in terms)


def _wide(numbers: Whole | int) -> Whole | int:
    """In Python's own numbers."""
    return numbers if isinstance(numbers, int) else numbers.astype(object)


def narrow(numbers: Whole, name: str) -> Whole:
    """The numbers in 64 bits; raises `ColumnError` where those do not hold them."""
    if most(numbers) > LARGEST:
        raise ColumnError(_TOO_LARGE(name=name, largest=LARGEST))
    return numbers.astype(np.int64, copy=False)


def in_rows(numbers: Whole | int, rows: int, name: str) -> Whole:
    """A column of 64 bits, of a number that is the same in so many rows or of what is by row; raises as `narrow`."""
    return np.repeat(column([numbers], name), rows) if isinstance(numbers, int) else narrow(numbers, name)


AT_ROW = Text(en="row {row}, counted from 0: {what}", sv="rad {row}, räknat från 0: {what}")
"""What is wrong in a row."""

_SHAPE = Text(
    en="{name} has the shape {shape}; write one column, with a number for each draw",
    sv="{name} har formen {shape}; skriv en kolumn, med ett tal för varje dragning",
)
_EMPTY = Text(en="{name} is empty; write one draw or more", sv="{name} är tom; skriv en eller flera dragningar")
_MISSING = Text(
    en="{name} has no number in row {row}, counted from 0; write one, or leave the row out of every column",
    sv="{name} har inget tal på rad {row}, räknat från 0; skriv ett, eller utelämna raden ur alla kolumner",
)
_FLOATS = Text(
    en="{name} holds the float {given} in row {row}, counted from 0, and floats are not exact; how they are rounded is "
    'yours to choose, as numpy.rint({name}).astype("int64")',
    sv="{name} innehåller flyttalet {given} på rad {row}, räknat från 0, och flyttal är inte exakta; välj själv hur de "
    'avrundas, som numpy.rint({name}).astype("int64")',
)
_OTHER = Text(
    en="{name} holds {given} in row {row}, counted from 0; write whole numbers: amounts in öre, or inhabitants",
    sv="{name} innehåller {given} på rad {row}, räknat från 0; skriv heltal: belopp i öre, eller invånare",
)
_TOO_LARGE = Text(
    en="{name} goes beyond {largest}, the largest number of 64 bits; work with such numbers one by one, without arrays",
    sv="{name} går över {largest}, det största talet med 64 bitar; räkna med sådana tal ett i taget, utan arrays",
)
_BELOW = Text(
    en="{name} is {given} in row {row}, counted from 0; write zero or more",
    sv="{name} är {given} på rad {row}, räknat från 0; skriv noll eller mer",
)
_LENGTHS = Text(
    en="{name} is of length {rows}, and {start} of length {needed}; write as many numbers in each",
    sv="{name} har längden {rows}, och {start} längden {needed}; skriv lika många tal i alla",
)
