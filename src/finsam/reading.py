"""
How a plan's file is read: every value as a person may write it, and everything that cannot be read, with its place.

What the file means as a whole is decided in `finsam.building`, which makes a plan of it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Any, get_args, get_origin

import attrs
from cattrs import (
    AttributeValidationNote,
    ClassValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.cols import list_structure_factory
from cattrs.gen import make_dict_structure_fn, mapping_structure_factory

from finsam.budget import Category
from finsam.document import (
    Amount,
    Baseline,
    CharterTable,
    MemberEntry,
    PlanDocument,
    PlanYear,
    TargetTable,
)
from finsam.errors import PlanError, Problem, TargetError, shown, suggestion
from finsam.goals import Level, Perspective
from finsam.governance import Charter, Presence
from finsam.interventions import CooperatingParty, Orientation
from finsam.money import kr
from finsam.organisations import (
    ARBETSFORMEDLINGEN,
    FORSAKRINGSKASSAN,
    Agency,
    Municipality,
    OrganisationNumber,
    Party,
    Region,
)
from finsam.period import Year, day
from finsam.registry import municipality, region
from finsam.shares import PrintedShare, share
from finsam.targets import Aim, AllOrNone, Bound, CountTarget, Direction, Milestone, ShareTarget, Target, Trend

__all__ = ["read"]


def read(tree: Mapping[str, Any]) -> tuple[PlanDocument | None, list[Problem]]:
    """
    The document that the parsed file is, and everything in it that cannot be read.

    Tables that cannot be read are left out of the document, so that what is wrong in the others can be found too; there
    is no document where the association or the year cannot be read.
    """
    try:
        return _converter().structure(tree, PlanDocument), []
    except ClassValidationError as error:
        problems = list(_problems(error, "", tree))
        unread = {step for each in error.exceptions for step, _ in _parts(each)}
    if unread & _ROWS:
        unread |= _ABOUT_ROWS
    try:
        return _converter().structure({key: tree[key] for key in tree if key not in unread}, PlanDocument), problems
    except ClassValidationError:
        return None, problems


_ROWS = {"costs", "income", "equity", "funding", "target_groups", "interventions"}
_ABOUT_ROWS = {"preliminary", "interventions", "goals"}  # what names rows, and would be wrong without them
_BITS = 100  # of a whole number, which is thirty digits


def _text(value: object, _: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise PlanError(f"{shown(value)} is not text; write it in quotes")
    return value


def _whole(value: object, _: object) -> int:
    if type(value) is not int or value.bit_length() > _BITS:
        raise PlanError(f"{shown(value)} is not a whole number; write digits without quotes")
    return value


def _flag(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise PlanError(f"{shown(value)} is neither true nor false")
    return value


def _year(value: object, _: object) -> PlanYear:
    text = str(value) if type(value) is int and value.bit_length() <= _BITS else value
    if not isinstance(text, str) or len(text) != 4 or not text.isdecimal():
        raise PlanError(f"{shown(value)} is not a year; write four digits, as 2027")
    if not 2004 <= int(text) <= 2100:
        raise PlanError(f"{text} is not a year from 2004, when the act came into force, to 2100")
    return PlanYear(int(text))


def _amount(value: object, _: object) -> Amount:
    known = isinstance(value, str) or (type(value) is int and value.bit_length() <= _BITS)
    if not known:
        raise PlanError(f'{shown(value)} is not an amount; write whole kronor as 120_810, and öre as "120 810,50"')
    return Amount(kr(value))  # type: ignore[arg-type]  # known above


def _share(value: object, _: object) -> Fraction:
    if not isinstance(value, str):
        raise PlanError(f'{shown(value)} is not a share; write per cent in quotes as "6,8 %", or a ratio as "17/250"')
    if len(value.partition("/")[2].strip()) > 9:
        raise PlanError(f'{shown(value)} has more than nine digits after /; write per cent as "6,8 %"')
    return share(value)


def _orientation(value: object, kind: type[StrEnum]) -> StrEnum:
    if isinstance(value, list):
        raise PlanError("an intervention is individual or structural, not both; register a mixed one as two")
    return _choice(value, kind)


def _baseline(value: object, _: object) -> Baseline:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise PlanError(f"{shown(value)} is not a baseline; write a whole number, or per cent or words in quotes")
    return Baseline(value)


_AIMS: Mapping[str, tuple[str, ...]] = {
    "share": ("of", "to", "bound", "baseline"),
    "count": ("to", "out_of", "bound", "baseline"),
    "every": ("of", "to"),
    "trend": ("of", "baseline"),
    "milestone": ("by", "times"),
}


def target(table: TargetTable) -> Target:
    """
    The target that the table is; raises `TargetError` for none or several aims, and for what does not belong to its
    aim.
    """
    named = [aim for aim in _AIMS if getattr(table, aim) is not None]
    if len(named) != 1:
        raise TargetError(f"a target has one aim, not {' and '.join(named) or 'none'}; write one of {', '.join(_AIMS)}")
    [aim] = named
    given = {key: getattr(table, key) for key in _EVERY_PART if getattr(table, key) is not None}
    for key in [key for key in given if key not in _AIMS[aim]]:
        raise TargetError(f"{key} does not belong to a target with {aim}; it has {', '.join(_AIMS[aim])}")
    for key in ("of", "to"):
        if key in _AIMS[aim] and key not in given:
            raise TargetError(f"a target with {aim} says {key} what; write {key}")
    if table.year is not None and table.period is not None:
        raise TargetError("a target is for a year or a period; write one of them")
    return Target(
        aim=_aim(aim, getattr(table, aim), given),
        period=table.period if table.year is None else Year(table.year).period,
        group=table.group,
        indicator=table.indicator,
        by_sex=table.by_sex,
    )


_EVERY_PART = tuple(dict.fromkeys(key for keys in _AIMS.values() for key in keys))


def _aim(kind: str, figure: Any, given: dict[str, Any]) -> Aim:
    """The aim of that kind."""
    baseline = given.pop("baseline", None)
    if baseline is not None and kind == "count" and not isinstance(baseline, int):
        raise TargetError(f"the baseline of a count is a whole number, not {shown(baseline)}")
    if kind == "share":
        return ShareTarget(share=figure, baseline=None if baseline is None else _share(baseline, None), **given)
    if kind == "count":
        return CountTarget(count=figure, baseline=baseline, **given)
    if kind == "every":
        return AllOrNone(every=figure, **given)
    if kind == "trend":
        return Trend(direction=figure, baseline=None if baseline is None else str(baseline), **given)
    return Milestone(what=figure, **given)


def charter(table: CharterTable) -> Charter:
    """The charter that the table is; raises `PlanError` for an item that is both there and not."""
    for number in table.present:
        if number in table.absent:
            raise PlanError(f"item {number} is both present and absent; write it under one of them")
    items = dict.fromkeys(table.present, Presence.PRESENT) | dict.fromkeys(table.absent, Presence.ABSENT)
    return Charter(items=items, revised=table.revised)


def _day(value: object, _: object) -> date:
    if type(value) is not date and not isinstance(value, str):
        raise PlanError(f"{shown(value)} is not a day; write year-month-day, as 2011-04-01")
    return day(value)


def _agency(value: object, _: object) -> Agency:
    known = {each.name: each for each in (FORSAKRINGSKASSAN, ARBETSFORMEDLINGEN)}
    if not isinstance(value, str) or value not in known:
        raise PlanError(f"{shown(value)} is not an agency{suggestion(str(value), list(known))}")
    return known[value]


def _choice(value: object, kind: type[StrEnum]) -> StrEnum:
    known = [str(each) for each in kind]
    if not isinstance(value, str) or value not in known:
        raise PlanError(f"{shown(value)} is not {_article(kind.__name__)}{suggestion(str(value), known)}")
    return kind(value)


def _article(name: str) -> str:
    """The name of a class as words, with its article."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"


Hook = Callable[[Any, Any], Any]

_READERS: tuple[tuple[Any, Hook], ...] = (
    (str, _text),
    (int, _whole),
    (bool, _flag),
    (date, _day),
    (PlanYear, _year),
    (Amount, _amount),
    (Fraction, _share),
    (PrintedShare, lambda value, _: PrintedShare.read(value)),
    (OrganisationNumber, lambda value, _: OrganisationNumber(_text(value, None))),
    (Municipality, lambda value, _: municipality(_text(value, None))),
    (Region, lambda value, _: region(_text(value, None))),
    (Baseline, _baseline),
    (Orientation, _orientation),
    *((kind, _choice) for kind in (Bound, Category, CooperatingParty, Direction, Level, Party, Perspective)),
    (Agency, _agency),
)


@cache
def _converter() -> Converter:
    """A converter that reads the tables strictly and reports everything."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)

    def lists(kind: type) -> Hook:
        return _only(list, list_structure_factory(kind, converter))

    def mappings(kind: type) -> Hook:
        return _only(dict, mapping_structure_factory(kind, converter))

    def tables(kind: type) -> Hook:
        @cache
        def hook() -> Hook:  # made when the first such table is read: a plan has few of them
            return make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

        return _only(dict, lambda value, _: hook()(value, kind))

    def tuples(kind: Any) -> Hook:
        members: Any = list[get_args(kind)[0]]  # type: ignore[misc]
        read_list = lists(members)
        return lambda value, _: tuple(read_list(value, members))

    converter.register_structure_hook_factory(lambda kind: _origin(kind) is list, lists)
    converter.register_structure_hook_factory(lambda kind: _origin(kind) is tuple, tuples)
    converter.register_structure_hook_factory(lambda kind: _origin(kind) in (dict, Mapping), mappings)
    converter.register_structure_hook_factory(lambda kind: attrs.has(_origin(kind)), tables)
    converter.register_structure_hook_factory(
        lambda kind: _origin(kind) is MemberEntry, lambda kind: _name_or_table(tables(kind))
    )
    for kind, reader in _READERS:
        converter.register_structure_hook(kind, reader)
    read_target, read_charter = tables(TargetTable), tables(CharterTable)
    converter.register_structure_hook(Target, lambda value, _: target(read_target(value, TargetTable)))
    converter.register_structure_hook(Charter, lambda value, _: charter(read_charter(value, CharterTable)))
    return converter


def _origin(kind: Any) -> Any:
    """The class without its parameters."""
    return get_origin(kind) or kind


def _only(wanted: type, hook: Hook) -> Hook:
    """The same hook, refusing at once what is not a list or a table."""

    def checked(value: object, kind: object) -> object:
        if not isinstance(value, wanted):
            form = (
                "a list; write it between [ and ], or each of its tables under [[ ]]"
                if wanted is list
                else "a table; write keys and values between { and }"
            )
            raise PlanError(f"{shown(value)} is not {form}")
        return hook(value, kind)

    return checked


def _name_or_table(table: Hook) -> Hook:
    """A hook for what is a name alone or a table with a name."""

    def read_entry(value: object, kind: object) -> object:
        return table(value if isinstance(value, dict) else {"name": value}, kind)

    return read_entry


def _problems(error: BaseException, place: str, tree: object) -> Iterator[Problem]:
    """Everything that is wrong, each with its place in the file."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        found = [part for each in error.exceptions for part in _parts(each)]
        for step, part in sorted(found, key=lambda part: _position(part[0], tree)):
            if step is None:
                yield from _problems(part, place, tree)
            else:
                yield from _problems(part, _join(place, step, tree), _inside(tree, step))
    elif isinstance(error, KeyError):
        yield Problem(place=place, message="is missing; write it")
    else:
        yield Problem(place=place, message=str(error))


def _parts(error: BaseException) -> Iterator[tuple[str | int | None, BaseException]]:
    """
    Each thing that is wrong, and the key or the index one step further in at which cattrs says that it is; None
    where the keys can be read one by one and do not fit together.
    """
    if isinstance(error, ForbiddenExtraKeysError):
        known = [field.name for field in attrs.fields(get_origin(error.cl) or error.cl)]
        for key in error.extra_fields:
            yield key, PlanError(f"there is no such key{suggestion(key, known)}")
        return
    notes = getattr(error, "__notes__", [])
    if not notes:
        yield None, error
    for note in notes:
        yield note.name if isinstance(note, AttributeValidationNote) else note.index, error


def _position(step: str | int | None, tree: object) -> int:
    """Where it stands among what is written; before all of it, where it is not written."""
    if isinstance(step, int):
        return step
    return list(tree).index(step) if isinstance(tree, dict) and step in tree else -1


def _inside(tree: object, step: str | int) -> object:
    """What stands there; None where nothing does."""
    if isinstance(tree, list) and isinstance(step, int):
        return tree[step]
    return tree.get(step) if isinstance(tree, dict) else None


def _join(place: str, step: str | int, tree: object) -> str:
    """The place one step further in; a row is named by its id as well as by its number."""
    if not isinstance(tree, list if isinstance(step, int) else dict):
        return place  # an entry that is a name alone is a table with a name to the reader only
    if isinstance(tree, list):
        return f"{place}[{int(step) + 1}]{_row_name(tree[int(step)])}"
    key = step if str(step).replace("_", "").replace("-", "").isalnum() and str(step).isascii() else shown(step)
    return f"{place}.{key}" if place else str(key)


def _row_name(row: object) -> str:
    """The row's id, or what else it is known by, in quotes."""
    names = [row[key] for key in ("id", "where", "name") if key in row] if isinstance(row, dict) else []
    return f" {shown(names[0])}" if names and isinstance(names[0], str) else ""
