"""
Plans written as their file: the tables of the TOML format, from the plan, so that they read back as the same
plan.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter
from typing import Any

import attrs

from finsam.allocation import ORE
from finsam.association import Association, Member
from finsam.budget import Budget, CostLine, Forecast, IncomeLine, Outcome
from finsam.governance import Charter, Presence
from finsam.money import Money
from finsam.organisations import ARBETSFORMEDLINGEN, FORSAKRINGSKASSAN, Party
from finsam.plan import OperationalPlan
from finsam.shares import PrintedShare, percent
from finsam.split import ByPopulation, Equal, Fixed, Mixture, Shares, SplitKey
from finsam.stated import Stated
from finsam.targets import Milestone, Target, Trend

__all__ = ["FORMAT", "dumps"]

FORMAT = 1

Tree = dict[str, Any]
Heading = IncomeLine | CostLine
"""A line without its amount."""

_WIDE = 120  # characters, from which a value is written over several lines


def dumps(plan: OperationalPlan) -> str:
    """
    The plan as TOML text, which `loads` reads back as the same plan.

    Where two years have the same lines in different orders, those of the first are kept.

    >>> loads(dumps(example("hoglandet-2023"))) == example("hoglandet-2023")
    True
    """
    tree: Tree = {
        "format": FORMAT,
        "year": plan.year,
        "preliminary": [each.year for each in plan.outcomes if each.preliminary],
        **{name: getattr(plan, name) for name in ("vision", "purpose", "orientation", "tasks")},
        **{name: getattr(plan, name) for name in ("longest_intervention", "least_parties")},
        "association": _association(plan.association),
        **{name: getattr(plan, name) for name in ("governance", "need", "target_groups", "interventions", "goals")},
        **{name: getattr(plan, name) for name in ("activities", "calendar")},
        "funding": _funding(plan),
        "equity": {"opening": _row(plan, "opening"), "ceiling": plan.equity_ceiling},
        "income": _lines(plan, "other_income"),
        "costs": _lines(plan, "costs"),
        "stated": _stated(plan.stated),
    }
    return _toml(_pruned(tree))


def _association(association: Association) -> Tree:
    by_party: dict[Party, list[str | Tree]] = {party: [] for party in Party}
    for member in association.members:
        by_party[member.party].append(_member(member))
    both = [FORSAKRINGSKASSAN.name, ARBETSFORMEDLINGEN.name]
    return {
        "name": association.name,
        "formed": association.formed,
        "organisation_number": str(association.number) if association.number else None,
        "municipalities": by_party[Party.MUNICIPALITIES],
        "regions": by_party[Party.REGIONS],
        "agencies": None if by_party[Party.STATE] == both else _Kept(by_party[Party.STATE]),
    }


def _member(member: Member) -> str | Tree:
    if member.joined is None and member.left is None:
        return member.name
    return {"name": member.name, "joined": member.joined, "left": member.left}


def _funding(plan: OperationalPlan) -> Tree:
    tree: Tree = {"received": _row(plan, "contributions")}
    for terms in plan.funding:
        tree.setdefault(str(terms.basis), {})[str(terms.year)] = terms.amount
        if terms.unit != ORE:
            tree.setdefault("unit", {})[str(terms.year)] = terms.unit
    tree["split"] = _splits({terms.year: terms.split for terms in plan.funding})
    tree["region_split"] = _splits({terms.year: terms.region_split for terms in plan.funding})
    return tree


def _splits(keys: Mapping[int, SplitKey | None]) -> list[Tree]:
    """Each key once, with its years."""
    different: list[tuple[SplitKey, list[int]]] = []
    for year, key in keys.items():
        years = next((years for other, years in different if other == key), None)
        if key is not None and years is None:
            different.append((key, [year]))
        elif years is not None:
            years.append(year)
    return [{"years": years, **_key(key)} for key, years in different]


def _key(key: SplitKey) -> Tree:
    if isinstance(key, Shares):
        return {"shares": dict(key.shares)}
    if isinstance(key, ByPopulation):
        return {"population": dict(key.population), "on": key.on, "source": key.source}
    if isinstance(key, Equal):
        return {"equal": True}
    if isinstance(key, Fixed):
        return {"amounts": dict(key.amounts)}
    if isinstance(key, Mixture):
        return {"mixture": [{"weight": weight, **_key(part)} for weight, part in key.parts]}
    return {"to_be_split_by": key.by, "on": key.on}


def _row(plan: OperationalPlan, what: str) -> Tree:
    """What the budgets, forecasts and outcomes say for themselves of one thing, by column and year."""
    row: Tree = {}
    for each in _own_accounts(plan):
        row.setdefault(str(each.column), {})[str(each.year)] = getattr(each, what)
    return row


def _own_accounts(plan: OperationalPlan) -> list[Budget | Forecast | Outcome]:
    """Every budget, forecast and outcome as it is by itself, in the order of the years."""
    return sorted((*plan.budgets, *plan.forecasts, *plan.outcomes), key=lambda each: each.year)


def _lines(plan: OperationalPlan, kind: str) -> list[Tree]:
    """The rows: each line once, with its amounts by column and year, in an order that is right for every year."""
    rows: dict[Heading, Tree] = {}
    years: list[list[Heading]] = []
    for accounts in _own_accounts(plan):
        years.append([])
        for line in getattr(accounts, kind):
            heading = attrs.evolve(line, amount=Money(ore=0))
            row = rows.setdefault(heading, _without(line, "amount"))
            row.setdefault(str(accounts.column), {})[str(accounts.year)] = line.amount
            years[-1].append(heading)
    try:
        return [rows[heading] for heading in _in_order(years)]
    except CycleError:
        first = list(rows)
        return [rows[heading] for heading in _in_order([sorted(each, key=first.index) for each in years])]


def _in_order(years: Sequence[Sequence[Heading]]) -> Iterable[Heading]:
    """The lines in an order that is right for every year; raises `CycleError` where there is none."""
    order: TopologicalSorter[Heading] = TopologicalSorter()
    for lines in years:
        for place, heading in enumerate(lines):
            order.add(heading, *lines[max(place - 1, 0) : place])
    return order.static_order()


def _stated(stated: Sequence[Stated]) -> list[Tree]:
    """What the document says, a table a place."""
    tables: dict[str, Tree] = {}
    for each in stated:
        table = tables.setdefault(each.where, {"where": each.where})
        for name, said in _without(each, "where", "column", "year").items():
            if name in ("contributions", "parties"):
                for who, amount in said.items():
                    _cell(table.setdefault(name, {}).setdefault(str(who), {}), each, amount)
            elif said not in (None, {}):
                _cell(table.setdefault(name, {}), each, said)
    return list(tables.values())


def _cell(row: Tree, stated: Stated, value: object) -> None:
    row.setdefault(str(stated.column), {})[str(stated.year)] = value


def _without(value: attrs.AttrsInstance, *names: str) -> Tree:
    """The fields of a value, by name."""
    return {each.name: getattr(value, each.name) for each in attrs.fields(type(value)) if each.name not in names}


class _Bare(str):
    """Text that is written without quotes."""

    __slots__ = ()


class _Kept(list[Any]):
    """A list that is written even when it is empty."""


def _pruned(tree: Tree) -> Tree:
    """The tree without what says nothing."""
    kept = {key: _pruned(value) if isinstance(value, dict) else value for key, value in tree.items()}
    return {key: value for key, value in kept.items() if isinstance(value, _Kept) or value not in (None, {}, [], ())}


def _plain(value: Any) -> Any:
    """
    A value as the file has it: our classes as tables of what is not as usual, amounts and shares as people write
    them.
    """
    if isinstance(value, Money):
        return _Bare(f"{value.ore // 100:_}") if value.ore % 100 == 0 else value.figures()
    if isinstance(value, Fraction):
        return percent(value)
    if isinstance(value, Target):
        return _target(value)
    if isinstance(value, Charter):
        by_presence = {
            str(kind): [number for number, presence in value.items.items() if presence is kind]
            for kind in (Presence.PRESENT, Presence.ABSENT)
        }
        return _plain(_pruned({**by_presence, "revised": value.revised}))
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(_pruned(each) if isinstance(each, dict) else each) for each in value]
    if isinstance(value, PrintedShare):
        return str(value)
    return _table(value) if attrs.has(type(value)) else value


def _table(value: attrs.AttrsInstance) -> Tree:
    """One of our classes as a table of the fields that are not as usual."""
    return {
        each.name: _plain(getattr(value, each.name))
        for each in attrs.fields(type(value))
        if getattr(value, each.name) != _usual(each.default)
    }


def _usual(default: Any) -> object:
    """What a field has where nothing is said."""
    return default.factory() if hasattr(default, "factory") else default


def _target(target: Target) -> Tree:
    """A target as its table: what is aimed at under the aim's name, and what belongs to it."""
    table = _table(target.aim)
    for kind, field, key in ((Trend, "direction", "trend"), (Milestone, "what", "milestone")):
        if isinstance(target.aim, kind):
            table[key] = table.pop(field)
    return table | {key: value for key, value in _table(target).items() if key != "aim"}


def _toml(tree: Tree) -> str:
    """The tree as TOML: what is in no table first, then each table with a line a key."""
    plain = _plain(tree)
    lines = [f"{key} = {_inline(value)}" for key, value in plain.items() if not _is_table(value)]
    for key, value in plain.items():
        for table in (value if isinstance(value, list) else [value]) if _is_table(value) else ():
            lines += ["", f"[[{key}]]" if isinstance(value, list) else f"[{key}]"]
            lines += [line for name, each in table.items() for line in _entries(_key_text(name), each)]
    return "\n".join(lines) + "\n"


def _entries(key: str, value: object) -> Iterator[str]:
    """A line for the key; where that would be wide, and the value is a table, a line for each of its keys."""
    line = f"{key} = {_inline(value)}"
    if isinstance(value, dict) and value and max(map(len, line.split("\n"))) > _WIDE:
        for name, each in value.items():
            yield from _entries(f"{key}.{_key_text(name)}", each)
    else:
        yield line


def _is_table(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(each, dict) for each in value))


def _inline(value: object) -> str:
    """A value on one line, but for a list of tables or a wide list, which has a line for each, and a long text."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | date | _Bare):
        return str(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key_text(key)} = {_inline(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        each_inline = [*map(_inline, value)]
        if _is_table(value) or sum(map(len, each_inline)) > _WIDE:
            return "[\n" + "".join(f"    {each},\n" for each in each_inline) + "]"
        return "[" + ", ".join(each_inline) + "]"
    return _quoted(str(value))


def _quoted(text: str) -> str:
    """Text in quotes; a long one over several lines, which TOML joins, so that no line is refused as too long."""
    if len(text) <= 2 * _WIDE and text.count(".") <= 5:
        return f'"{_escaped(text)}"'
    pieces = re.findall(r".{1,80}\Z|.{1,79} (?! )|.{1,80}", text, re.DOTALL)
    return '"""\\\n' + "\\\n".join(re.sub("^ ", r"\\u0020", _escaped(piece)) for piece in pieces) + '"""'


def _escaped(text: str) -> str:
    """The text without what TOML does not have between quotes."""
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f")


def _key_text(key: str) -> str:
    """The key, in quotes where TOML wants them."""
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else f'"{_escaped(key)}"'
