"""
The shape of a file: its tables are finsam's own classes, and their keys the fields, but for what stands here.

`tree` writes a value as tables, lists and single values; `finsam.files.reading` reads them with the same description.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import NoneType
from typing import Any, NamedTuple, get_args, get_origin

import attrs

from finsam.association import Association, Member
from finsam.files.scalars import SCALARS
from finsam.followup.measurement import Measurement
from finsam.followup.participation import Heads
from finsam.followup.surveys import Answers
from finsam.followup.values import Amount, Counted, Done, Mean, Value
from finsam.keys import ByFigures, ByPopulation, Equal, Fixed, Shares
from finsam.language import Choice
from finsam.pending import NotAgreed, PartlyKnown, ToBeSplit, Unpublished
from finsam.period import Period, time_key
from finsam.readonly import ReadOnly
from finsam.rows import Columns
from finsam.scenarios.changes import (
    FundingChange,
    Joining,
    Leaving,
    Limits,
    NewRow,
    OpeningChange,
    PlanChange,
    PopulationChange,
    RowChange,
)
from finsam.scenarios.scenario import ScenarioSet
from finsam.split import Agreement, Mixture, ProportionalKey, SplitKey, Weighted
from finsam.targets import Aim, AllOrNone, CountTarget, Milestone, ShareTarget, Target, Trend

__all__ = [
    "ALONE",
    "BESIDE",
    "KEYED",
    "SINGULAR",
    "Keyed",
    "all_keys_of",
    "heading_of",
    "key_of",
    "keys_of",
    "own_keys_of",
    "tables_of",
    "tree",
]

Keyed = Mapping[str, tuple[type[attrs.AttrsInstance], str | None]]

_PROPORTIONAL: Keyed = {
    "shares": (Shares, "shares"),
    "population": (ByPopulation, "population"),
    "figures": (ByFigures, "figures"),
    "equal": (Equal, None),
    "mixture": (Mixture, "mixture"),
}

_VALUES: Keyed = {
    "count": (Counted, "count"),
    "share": (Counted, "share"),
    "amount": (Amount, "amount"),
    "mean": (Mean, "mean"),
    "answers": (Answers, "answers"),
    "done": (Done, "done"),
}

_SPLITS: Keyed = {
    **_PROPORTIONAL,
    "amounts": (Fixed, "amounts"),
    "to_be_split_by": (ToBeSplit, "by"),
    "unpublished": (Unpublished, None),
    "not_agreed": (NotAgreed, None),
    "known": (PartlyKnown, "known"),
}

_CHANGES: Keyed = {
    **{field.name: (FundingChange, field.name) for field in attrs.fields(FundingChange)[:-2]},
    "population": (PopulationChange, "population"),
    "row": (RowChange, "row"),
    "new_cost": (NewRow, "cost"),
    "new_income": (NewRow, "income"),
    "opening": (OpeningChange, "opening"),
    "joins": (Joining, "joins"),
    "leaves": (Leaving, "leaves"),
    "offers": (Limits, "offers"),
    "ceilings": (Limits, "ceilings"),
}

KEYED: Mapping[Any, Keyed] = {
    Aim: {
        "share": (ShareTarget, "share"),
        "count": (CountTarget, "count"),
        "every": (AllOrNone, "every"),
        "trend": (Trend, "direction"),
        "milestone": (Milestone, "what"),
    },
    ProportionalKey: _PROPORTIONAL,
    Value: _VALUES,
    Value | None: _VALUES,
    SplitKey: _SPLITS,
    SplitKey | None: _SPLITS,
    PlanChange: _CHANGES,
}
"""Where the key that is there says which class it is: each such key, its class, and the class's own name for it."""

BESIDE: Mapping[type, tuple[str, Any]] = {
    Target: ("aim", Aim),
    Agreement: ("key", SplitKey),
    Weighted: ("key", ProportionalKey),
    Measurement: ("value", Value),
}
"""The field of a class whose keys stand beside the others, rather than in a table of their own."""

ALONE: Mapping[type, str] = {Member: "name", Counted: "count", Heads: "participants"}
"""The key of a class whose value can stand alone in place of a table, where there is no other."""

SINGULAR: Mapping[type, Mapping[str, str]] = {Association: {"regions": "region"}}
"""The keys of lists that may also be written as one, under another name."""

_RENAMED: Mapping[type, Mapping[str, str]] = {
    Member: {"organisation": "name"},
    ScenarioSet: {"scenarios": "scenario"},
    NewRow: {"cost": "new_cost", "income": "new_income"},
    **{kind: {"since": "from"} for kind in get_args(PlanChange) if "since" in attrs.fields_dict(kind)},
}

_MEMBERS: Mapping[type, tuple[str, str | None]] = {
    kind: (tag, field) for keyed in KEYED.values() for tag, (kind, field) in keyed.items()
}


def key_of(kind: type, field: str) -> str:
    """The key under which a field of a class stands."""
    if kind in _MEMBERS and _MEMBERS[kind][1] == field:
        return _MEMBERS[kind][0]
    return _RENAMED.get(kind, {}).get(field, field)


@cache
def keys_of(kind: type[attrs.AttrsInstance]) -> Mapping[str, "attrs.Attribute[Any]"]:
    """The keys of a class's table with its fields, its own before those that it has from `Columns`."""
    fields = sorted(attrs.fields(kind), key=lambda field: field.inherited)
    return {key_of(kind, field.name): field for field in fields}


def own_keys_of(kind: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    """The keys that can stand in a class's table, but for those that stand beside them."""
    beside = BESIDE[kind][0] if kind in BESIDE else None
    return (*(key for key in keys_of(kind) if key != beside), *SINGULAR.get(kind, {}).values())


@cache
def all_keys_of(kind: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    """Every key that can stand in a class's table, if not all at once."""
    keyed = KEYED[BESIDE[kind][1]] if kind in BESIDE else {}
    further = (key for tag, (of, _) in keyed.items() for key in (tag, *keys_of(of)))
    return tuple(dict.fromkeys((*own_keys_of(kind), *further)))


_WRITERS = {scalar.kind: scalar.write for scalar in SCALARS}


def tree(value: Any) -> Any:
    """A value as a file has it: a table without the keys that are as usual, a list, or a single value."""
    kind = type(value)
    if isinstance(value, Choice):
        return value.value
    if (write := _WRITERS.get(kind)) is not None:
        return write(value)
    if isinstance(value, Mapping):
        return {str(_key(key)): tree(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [tree(each) for each in value]
    table = _table(value)
    return table[ALONE[kind]] if kind in ALONE and table.keys() == {ALONE[kind]} else table


def _key(key: object) -> object:
    """What stands before the equals sign: a time, or a name."""
    return time_key(key) if isinstance(key, Period) else tree(key)


def _table(value: attrs.AttrsInstance) -> dict[str, Any]:
    """The table of one of our classes."""
    kind = type(value)
    if kind in _MEMBERS and _MEMBERS[kind][1] is None:
        return {_MEMBERS[kind][0]: True}
    table: dict[str, Any] = {}
    for key, field in keys_of(kind).items():
        held = getattr(value, field.name)
        if kind in BESIDE and BESIDE[kind][0] == field.name and held is not None:
            table |= _table(held)
        elif held != _usual(field.default, value):
            table[key] = tree(held)
    return table


def _usual(default: Any, of: object) -> object:
    """What a field of that value has where nothing is said."""
    if not hasattr(default, "factory"):
        return default
    return default.factory(of) if default.takes_self else default.factory()


class _Table(NamedTuple):
    """What stands under a heading: one of our classes, and whether there can be several of it."""

    kind: type[attrs.AttrsInstance]
    is_list: bool


def _tables(kind: type[attrs.AttrsInstance], above: str = "") -> Iterator[tuple[str, _Table]]:
    """The headings that a file can have, each with what stands under it."""
    for key, field in keys_of(kind).items():
        said = [part for part in (get_args(field.type) or (field.type,)) if part is not NoneType]
        is_list = any(get_origin(part) is tuple for part in [field.type, *said])
        inner = [each for part in said for each in (get_args(part) or (part,)) if isinstance(each, type)]
        for each in inner if key in own_keys_of(kind) else ():
            if attrs.has(each) and each not in _WRITERS and each is not Columns:
                yield f"{above}{key}", _Table(each, is_list)
                yield from _tables(each, f"{above}{key}.")


@cache
def tables_of(kind: type[attrs.AttrsInstance]) -> Mapping[str, _Table]:
    """Every heading that a file of that class can have, as `governance.board`, in its order, and what stands there."""
    return ReadOnly(_tables(kind))


def heading_of(kind: type[attrs.AttrsInstance], table: str) -> str:
    """The heading as it is written."""
    return f"[[{table}]]" if tables_of(kind)[table].is_list else f"[{table}]"
