"""Fields that hold what their types say: a list becomes a tuple and a word a choice; the rest is refused in words."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from numbers import Integral
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin
from unicodedata import normalize

from attrs import Attribute

from finsam.errors import WrongTypeError, written
from finsam.language import Choice, Text
from finsam.readonly import ReadOnly

__all__ = ["expect", "typed"]

Reader = Callable[[Any], Any]


class _UnfitError(Exception):
    """A value is not of the type."""

    def __init__(self, kind: object, given: object) -> None:
        self.kind, self.given = kind, given


def typed(owner: type, fields: list["Attribute[Any]"]) -> list["Attribute[Any]"]:
    """
    The fields of a class, each with a converter that holds it to its type; the `field_transformer` of public classes.

    They then raise `WrongTypeError` for what is of another type.

    >>> from attrs import frozen
    >>> @frozen(field_transformer=typed)
    ... class Row:
    ...     names: tuple[str, ...]
    >>> Row(["Habo", "Mullsjö"])
    Row(names=('Habo', 'Mullsjö'))
    >>> Row("Habo")
    Traceback (most recent call last):
    finsam.errors.WrongTypeError: Row: names takes a list of text, not "Habo"
    """
    return [_held(owner, each) if each.name in owner.__annotations__ else each for each in fields]


def expect(given: object, kind: type, name: str) -> None:
    """Raise `WrongTypeError` if what was given under that name is not of the type."""
    if not isinstance(given, kind):
        raise _refusal(name, kind, given)


def _held(owner: type, field: "Attribute[Any]") -> "Attribute[Any]":
    read, first = _reader(field.type), field.converter
    is_table = get_origin(field.type) is Mapping

    def convert(given: object) -> object:
        try:
            if is_table and not isinstance(given, Mapping):
                raise _UnfitError(field.type, given)
            return read(first(given) if callable(first) else given)
        except _UnfitError as unfit:
            raise _refusal(f"{owner.__name__}: {field.name}", unfit.kind, unfit.given) from None

    return field.evolve(converter=convert)


def _refusal(name: str, kind: object, given: object) -> WrongTypeError:
    return WrongTypeError(_NOT_OF_TYPE(name=name, kind=_in_words(kind), given=written(given)))


def _reader(kind: Any) -> Reader:
    """What makes of a value one of the type, or raises `_UnfitError`."""
    if isinstance(kind, TypeVar):
        kind = kind.__bound__
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _reader(parts[0])
    if origin in (Union, UnionType):
        return _any_of(kind, parts)
    if origin is tuple:
        return _tuple_of(kind, _reader(parts[0]))
    if origin is Mapping:
        return _table_of(kind, _reader(parts[0]), _reader(parts[1]))
    return _one(origin or kind) if isinstance(origin or kind, type) else lambda value: value


def _one(kind: type) -> Reader:
    def read(value: object) -> object:
        if type(value) is kind:
            return normalize("NFC", value) if isinstance(value, str) else value
        if kind is int and isinstance(value, Integral) and not isinstance(value, bool):
            return int(value)  # one of numpy's
        if issubclass(kind, Choice) and isinstance(value, str) and value in list(kind):
            return kind(value)
        if kind in (int, date) or not isinstance(value, kind):  # True is no number, and a moment no day
            raise _UnfitError(kind, value)
        return value

    return read


def _any_of(kind: object, parts: tuple[Any, ...]) -> Reader:
    plain = frozenset(part for part in parts if isinstance(part, type)) - {str}
    readers = [_reader(part) for part in parts]

    def read(value: object) -> object:
        if type(value) in plain:
            return value
        for reader in readers:
            with suppress(_UnfitError):
                return reader(value)
        raise _UnfitError(kind, value)

    return read


def _tuple_of(kind: object, item: Reader) -> Reader:
    def read(value: object) -> object:
        if type(value) is not tuple and (not isinstance(value, Iterable) or isinstance(value, str | Mapping)):
            raise _UnfitError(kind, value)
        return tuple(map(item, value))

    return read


def _table_of(kind: object, key: Reader, item: Reader) -> Reader:
    def read(value: object) -> object:
        if not isinstance(value, Mapping):
            raise _UnfitError(kind, value)
        return ReadOnly({key(name): item(each) for name, each in value.items()})

    return read


def _in_words(kind: Any) -> Text:
    """What a type is called."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _in_words(parts[0])
    if origin in (Union, UnionType):
        kinds = tuple(_in_words(part) for part in parts if part is not NoneType)
        return kinds[0] if len(kinds) == 1 else _ONE_OF(kinds=kinds)
    if origin in (tuple, Mapping):
        return (_LIST_OF if origin is tuple else _DICT_OF)(kind=_in_words(parts[-1 if origin is Mapping else 0]))
    if isinstance(kind, type) and issubclass(kind, Choice):
        return _ONE_OF(kinds=tuple(f'"{each}"' for each in kind))
    name = getattr(origin or kind, "__name__", str(kind))
    return _KINDS.get(name) or Text(en=name, sv=name)


_NOT_OF_TYPE = Text(en="{name} takes {kind}, not {given}", sv="{name} ska vara {kind}, inte {given}")
_ONE_OF = Text(en="one of {kinds}", sv="något av {kinds}")
_LIST_OF = Text(en="a list of {kind}", sv="en lista av {kind}")
_DICT_OF = Text(en="a dict of {kind}", sv="en dict av {kind}")
_KINDS = {
    "str": Text(en="text", sv="text"),
    "int": Text(en="a whole number", sv="ett heltal"),
    "bool": Text(en="True or False", sv="True eller False"),
    "date": Text(en="a day, as date(2027, 5, 1)", sv="en dag, som date(2027, 5, 1)"),
    "dict": Text(en="a dict", sv="en dict"),
    "Iterable": Text(en="a list", sv="en lista"),
    "Money": Text(en="an amount, as kr(150_000)", sv="ett belopp, som kr(150_000)"),
    "Fraction": Text(en='a share, as share("6,8 %")', sv='en andel, som share("6,8 %")'),
    "OperationalPlan": Text(en='a plan, as load("plan.toml") gives it', sv='en plan, som load("plan.toml") ger den'),
    "Member": Text(
        en="a Member; names are written in Association.of(...)", sv="en Member; namn skrivs i Association.of(...)"
    ),
}
