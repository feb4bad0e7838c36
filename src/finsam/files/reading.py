"""
How a file's tables become a value: with cattrs, by the shape and the scalars, and with everything that is wrong told at
once, each with its place.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache, partial
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import (
    ClassValidationError,
    Converter,
)
from cattrs.cols import list_structure_factory
from cattrs.gen import make_dict_structure_fn, mapping_structure_factory, override

from finsam.errors import WRITE, FinsamError, PlanError, Problem, at, suggested, suggestion, written
from finsam.files.problems import EXAMPLES, GONE, Kept, NoneOfError, TableForListError, problems_of
from finsam.files.scalars import NO_KEY, SCALARS
from finsam.files.shape import ALONE, BESIDE, KEYED, SINGULAR, Keyed, all_keys_of, keys_of, own_keys_of
from finsam.files.strays import home_in
from finsam.files.swedish import key_meant
from finsam.language import Text
from finsam.organisations import listed
from finsam.period import Time, Year, by_time
from finsam.place import Path, inside
from finsam.rows import Columns
from finsam.scenarios.changes import PlanChange
from finsam.scenarios.wording import Amounts

__all__ = ["read"]

T = TypeVar("T", bound=attrs.AttrsInstance)
Hook = Callable[[Any, Any], Any]


def read(
    tree: Mapping[str, Any],
    kind: type[T],
    stand_ins: Mapping[str, Any],
    further: Callable[[T], Iterable[Problem]] | None = None,
) -> tuple[T | None, list[Problem]]:
    """
    The value that the tables are, and everything in them that is wrong; `further` looks for what else is.

    What cannot be read is left out, so that what is wrong elsewhere is found too; `stand_ins` are what is put in place
    of what cannot be left out. What would not be wrong but for something left out is not told.
    """
    kept: Any = tree
    problems: list[Problem] = []
    while True:
        try:
            value = _converter().structure(kept, kind)
            problems += _not_spoilt(further(value) if further else (), problems)
            return value, _once(problems)
        except ClassValidationError as error:
            found = list(problems_of(error, (), Kept(kind, kept)))
        problems += _not_spoilt(found, problems)
        kept = _copied(tree) if kept is tree else kept
        taken_out = [_taken_out(kept, each.path, stand_ins) for each in found]
        if not all(taken_out):
            return None, _once(problems)


def _not_spoilt(found: Iterable[Problem], problems: list[Problem]) -> list[Problem]:
    """Those that were found and would be wrong without the problems too."""
    spoilt = {step for each in problems if each.path for step in _spoilt_by(each)}
    return [each for each in found if not spoilt & {*each.path[:1], *each.rests_on}]


def _spoilt_by(problem: Problem) -> tuple[object, ...]:
    """The tables that are not whole because of a problem: its own, and that which was probably meant."""
    return problem.path[0], suggested(problem.message), home_in(problem.message)


def _once(problems: list[Problem]) -> list[Problem]:
    """The same, but that several keys of one table belong in another is said at the first of them."""
    said: dict[tuple[Path, str], Problem] = {}
    for problem in problems:
        last = () if home_in(problem.message) is not None else problem.path[-1:]
        said.setdefault(((*problem.path[:-1], *last), problem.message.to("en")), problem)
    return [*said.values()]


def _copied(tree: Any) -> Any:
    """The same tables and lists, to take things out of."""
    if isinstance(tree, Mapping):
        return {key: _copied(value) for key, value in tree.items()}
    return [_copied(value) for value in tree] if isinstance(tree, list) else tree


def _taken_out(tree: Any, path: Path, stand_ins: Mapping[str, Any]) -> bool:
    """Take out what stands there, or what it is missing from; whether there was anything that can be taken out."""
    above = [tree]
    for step in path:
        above.append(inside(above[-1], step))
    for depth in range(len(path) - 1, -1, -1):
        holder, step = above[depth], path[depth]
        if holder is GONE:
            return True  # with what it stood in
        if isinstance(holder, list) and isinstance(step, int) and holder[step] is not GONE:
            holder[step] = GONE
            return True
        if isinstance(holder, dict) and step in (stand_ins if depth == 0 else ()):
            holder[step] = stand_ins[str(step)]
            return True
        if isinstance(holder, dict) and step in holder:
            del holder[step]
            return True
    return False


@cache
def _converter() -> Converter:
    """A converter that reads tables strictly and reports everything."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    factories: tuple[tuple[Callable[[Any], bool], Callable[[Any], Hook]], ...] = (
        (lambda kind: get_origin(kind) is tuple, partial(_list, converter)),
        (lambda kind: get_origin(kind) is get_origin(Mapping[str, str]), partial(_mapping, converter)),
        (lambda kind: attrs.has(get_origin(kind) or kind), partial(_table, converter)),
        (lambda kind: _is_among(kind, KEYED), partial(_keyed, converter)),
        (lambda kind: kind in (Amounts, Amounts | None), partial(_one_or_by_year, converter)),
        (lambda kind: _is_among(kind, _READERS), lambda kind: lambda value, _: _READERS[kind](value)),
    )
    for wanted, factory in factories:
        converter.register_structure_hook_factory(wanted, factory)
    for kind in (kind for kind in _READERS if isinstance(kind, type)):  # cattrs asks its own hooks for these first
        converter.register_structure_hook(kind, lambda value, kind: _READERS[kind](value))
    return converter


_ASIDE = "\t"
"""Under which the keys that stand beside the others are read: one that nobody writes."""

_READERS = {scalar.kind: scalar.read for scalar in SCALARS}


def _is_among(kind: Any, kinds: Mapping[Any, object]) -> bool:
    return kind in kinds if getattr(kind, "__hash__", None) else False


def _list(converter: Converter, kind: Any) -> Hook:
    """The hook for a list, without the rows that are gone."""
    member = get_args(kind)[0]
    members: Any = list[member]  # type: ignore[valid-type]
    hook = list_structure_factory(members, converter)

    def read_list(value: object, _: object) -> object:
        if isinstance(value, dict):
            raise TableForListError(_NO_LIST(given=written(value)))
        if isinstance(value, str) and (_is_among(member, _READERS) or get_origin(member) in ALONE):
            names = (value,) if member is str else listed(value)
            better = ", ".join(json.dumps(each, ensure_ascii=False) for each in names)
            raise PlanError(WRITE(given=written(value), better=f"[{better}]"))
        if member == Year and type(value) is int:
            raise PlanError(WRITE(given=written(value), better=f"[{value}]"))
        if not isinstance(value, list):
            raise PlanError(_NO_LIST(given=written(value)))
        return tuple(hook([each for each in value if each is not GONE], members))

    return read_list


def _mapping(converter: Converter, kind: Any) -> Hook:
    """The hook for a table whose keys are names or times."""
    hook = mapping_structure_factory(kind, converter)
    of_key, of_value = get_args(kind)
    key = "2027" if of_key in (Year, Time) else EXAMPLES.get(of_key, '"..."')
    example = f"{{ {key} = {EXAMPLES.get(of_value, '...')} }}"

    def read_mapping(value: object, _: object) -> object:
        if not isinstance(value, dict):
            raise PlanError(_NO_MAPPING(given=written(value), example=example))
        if of_key == Time and any(not isinstance(key, str) or len(key) > 4 for key in value):  # a year has one spelling
            by_time((key, None) for key in value if _is_time(key))
        return hook(value, kind)

    return read_mapping


def _is_time(key: object) -> bool:
    with suppress(FinsamError):
        _READERS[Time](key)
        return True
    return False


def _one_or_by_year(converter: Converter, _: Any) -> Hook:
    """The hook for an amount for all years, or one by year."""
    one, by_year = get_args(Amounts)
    return lambda value, _: converter.structure(value, by_year if isinstance(value, dict) else one)


def _table(converter: Converter, kind: Any) -> Hook:
    """The hook for one of our classes, by its keys."""
    of = get_origin(kind) or kind
    keys = {field.name: key for key, field in keys_of(of).items()}
    if of in BESIDE:
        keys[BESIDE[of][0]] = _ASIDE
    renamed: Any = {name: override(rename=key) for name, key in keys.items() if key != name}

    @cache
    def hook() -> Hook:  # made when the first such table is read: a plan has few of them
        return make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True, **renamed)

    def read_table(value: object, _: object) -> object:
        if of in ALONE and not isinstance(value, dict):
            value = {ALONE[of]: value}
        table = _a_table(value, of)
        for plural, singular in SINGULAR.get(of, {}).items():
            if isinstance(table.get(singular), list):
                raise PlanError(at(_ONE, singular))
            if singular in table:
                one, others = table[singular], table.get(plural, [])
                table = {key: each for key, each in table.items() if key != singular}
                table[plural] = [one, *others] if isinstance(others, list) else others
        if of in BESIDE:
            table = _nested(of, table)
        return hook()(table, kind)

    return read_table


def _nested(kind: type, table: dict[str, Any]) -> dict[str, Any]:
    """The table with the keys that stand beside the others in a table of their own."""
    theirs = {*all_keys_of(kind)} - {*own_keys_of(kind)}
    moved = {key: value for key, value in table.items() if key in theirs}
    if not moved and attrs.fields_dict(kind)[BESIDE[kind][0]].default is None:
        return table
    return {key: value for key, value in table.items() if key not in moved} | {_ASIDE: moved}


def _keyed(converter: Converter, union: Any) -> Hook:
    """The hook for one of several classes, of which the key that is there says which it is."""
    keyed = KEYED[union]
    known = tuple(dict.fromkeys((*keyed, *(key for kind, _ in keyed.values() for key in keys_of(kind)))))
    beside = [key for kind, (_, aside) in BESIDE.items() if aside == union for key in own_keys_of(kind)]

    def read_keyed(given: object, _: object) -> object:
        value = given if isinstance(given, dict) else _standing_alone(given, keyed)
        near = {key: suggestion(key_meant(key, known), known) for key in value if key not in known}
        if any(map(suggested, near.values())):
            raise PlanError(*(at(NO_KEY(near=each), key) for key, each in near.items()))
        named = [tag for tag in keyed if tag in value]
        if not named:
            raise NoneOfError(_lacking(value, keyed), keyed)
        tag = _meant_by(named, keyed)
        kind, field = keyed[tag]
        for key in value:
            if key not in keys_of(kind) and key != tag:
                others = [each for each in keys_of(kind) if each != tag]
                message = _BELONGS(key=key, tag=tag, keys=(*others, *beside)) if others else _ALONE(key=key, tag=tag)
                raise PlanError(at(message, key))
        if field is None:
            if value[tag] is not True:
                raise PlanError(at(_ONLY_TRUE(given=written(value[tag]), tag=tag), tag))
            return kind()
        return converter.structure(value, kind)

    return read_keyed


def _meant_by(named: list[str], keyed: Keyed) -> str:
    """The key of that class which has all the keys that are there of which one says what a table is."""
    for tag in named:
        kind, _ = keyed[tag]
        if all(keyed[each][0] is kind or each in keys_of(kind) for each in named):
            return tag
    if keyed is KEYED[PlanChange]:
        raise PlanError(_TWO_CHANGES(given=tuple(named)))
    raise PlanError(_ONE_KEY(given=tuple(named), keys=tuple(keyed)))


def _lacking(value: Mapping[str, Any], keyed: Keyed) -> Text:
    """What to say of keys beside that which says what a table is, where it is not there."""
    tags = [tag for tag, (kind, _) in keyed.items() if value and all(key in keys_of(kind) for key in value)]
    if len(tags) == 1:
        return _LACKING(keys=tuple(value), tag=tags[0])
    return _ONE_KEY(given=_NONE, keys=tuple(keyed))


def _standing_alone(given: object, keyed: Keyed) -> dict[str, Any]:
    """The table that is meant by a figure alone: a count, or a share where it is in per cent."""
    tags = [tag for tag, (kind, _) in keyed.items() if kind in ALONE]
    if not tags:
        raise PlanError(_NO_TABLE(given=written(given)))
    is_share = isinstance(given, str) and given.strip().endswith(("%", "procent", "per cent"))
    return {tags[-1 if is_share else 0]: given}


def _a_table(value: object, kind: type) -> dict[str, Any]:
    if isinstance(value, list):
        raise PlanError(_LIST_FOR_TABLE)
    if not isinstance(value, dict):
        raise PlanError((_NO_COLUMNS if kind is Columns else _NO_TABLE)(given=written(value)))
    return value


_ONE = Text(
    en="a list is not one region; write one in quotes, or regions = [...] for several",
    sv="en lista är inte en region; skriv en inom citattecken, eller regions = [...] för flera",
)
_NO_LIST = Text(
    en="{given} is not a list; write it between [ and ], or each of its tables under [[ ]]",
    sv="{given} är ingen lista; skriv den mellan [ och ], eller var och en av dess tabeller under [[ ]]",
)
_NO_TABLE = Text(
    en="{given} is not a table; write keys and values between {{ and }}",
    sv="{given} är ingen tabell; skriv nycklar och värden mellan {{ och }}",
)
_NO_COLUMNS = Text(
    en="{given} is not a table; write for example {{ budget = {{ 2027 = 150_000 }} }}",
    sv="{given} är ingen tabell; skriv till exempel {{ budget = {{ 2027 = 150_000 }} }}",
)
_LIST_FOR_TABLE = Text(
    en="a list is not a table; write its heading between [ and ], or keys and values between { and }",
    sv="en lista är ingen tabell; skriv rubriken mellan [ och ], eller nycklar och värden mellan { och }",
)
_ONE_KEY = Text(en="write one of {keys}, not {given}", sv="skriv ett av {keys}, inte {given}")
_TWO_CHANGES = Text(
    en="{given} are a change each; write each between {{ and }} of its own",
    sv="{given} är var sin ändring; skriv var och en mellan egna {{ och }}",
)
_LACKING = Text(en="{keys} goes with {tag}; write {tag} too", sv="{keys} hör till {tag}; skriv {tag} också")
_NONE = Text(en="none", sv="inget")
_BELONGS = Text(
    en="{key} does not go with {tag}; beside it can stand {keys}",
    sv="{key} hör inte ihop med {tag}; bredvid kan stå {keys}",
)
_ALONE = Text(en="{key} does not go with {tag}; remove it", sv="{key} hör inte ihop med {tag}; ta bort det")
_ONLY_TRUE = Text(
    en="{given} is not true; write {tag} = true, or another key",
    sv="{given} är inte true; skriv {tag} = true, eller en annan nyckel",
)
_NO_MAPPING = Text(
    en="{given} is not a table; write for example {example}", sv="{given} är ingen tabell; skriv till exempel {example}"
)
