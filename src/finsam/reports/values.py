"""What stands in a plan, in words (*uppgift i ord*): any value of it in a line, and what its place is called."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, get_args

import attrs

from finsam.files.shape import key_of
from finsam.language import Choice, Text
from finsam.payments import PaymentRule
from finsam.pending import OpenKey, PartlyKnown
from finsam.place import Path
from finsam.reports.parts import LABELLED
from finsam.reports.words import FIELDS
from finsam.scenarios.differences import step_of
from finsam.shares import percent
from finsam.targets import Aim

__all__ = ["called", "label_of", "said", "said_within"]

_NAMES = ("text", "name", "where", "role", "id")
_NAMED_BY = (*_NAMES, "aim", "organisation")
"""The fields that say what something is called."""


def label_of(path: Path, place: str) -> Text | str:
    """What a place is called: its label where a report has one, and else the place as it is written in the file."""
    return FIELDS.get(".".join(step for step in path if isinstance(step, str)), place)


def called(item: Any) -> Text | str | None:
    """What an item of a plan is called: a target by its aim, else by its text, its name or its id; None for others."""
    if not attrs.has(type(item)):
        return None
    if hasattr(item, "aim"):
        aim: Text = item.aim.text
        return aim
    return next((known for name in _NAMES if (known := getattr(item, name, None)) is not None), None)


def said(value: Any) -> object:
    """
    A value as it stands in a sentence: text in quotes, a share in per cent, and an item by what it is called with all
    else that it says in brackets.

    >>> said("Kansli"), said(Fraction(1, 2)), str(said(True))
    ('"Kansli"', '50 %', 'yes')
    """
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, Fraction):
        return percent(value)
    if isinstance(value, tuple):
        return tuple(map(said, value)) or _NOTHING
    if isinstance(value, Mapping):
        return tuple(_fact(_label(key), each) for key, each in value.items()) or _NOTHING
    if isinstance(value, PaymentRule):
        return value.label
    return _item(value) if _is_item(value) else value


def _is_item(value: object) -> bool:
    """Whether it is of one of our classes that has several things to say."""
    return attrs.has(type(value)) and "__str__" not in vars(type(value))


def _item(value: Any) -> object:
    """What one of our classes holds, in words."""
    if isinstance(value, get_args(Aim)):
        return value.text
    if isinstance(value, OpenKey) and not isinstance(value, PartlyKnown):
        return value.why
    name = called(value)
    facts = tuple(_fact(key_of(type(value), field), held) for field, held in _facts(value))
    if name is None:
        return facts or _NOTHING
    return _WITH(name=name, facts=facts) if facts else name


def said_within(item: Any, table: str, *, but: tuple[str, ...] = ()) -> Iterator[Text]:
    """All that an item of a table says, a line a fact, but for what it is called and for those fields."""
    for field, held in _facts(item):
        label = label_of((table, field), key_of(type(item), field))
        several = isinstance(held, tuple) and _is_item(held[0])
        for each in (held if several else (held,)) if field not in but else ():
            yield LABELLED(label=label, said=said(each))


def _facts(value: Any) -> Iterator[tuple[str, Any]]:
    """The fields that are not as usual, but for those that say what it is called."""
    for field in attrs.fields(type(value)):
        usual = field.default.factory() if hasattr(field.default, "factory") else field.default
        if (held := getattr(value, field.name)) != usual and field.name not in _NAMED_BY:
            yield field.name, held


def _label(key: object) -> object:
    return key.label if isinstance(key, Choice) else step_of(key)


def _fact(label: object, held: Any) -> Text:
    """What a key holds; several things in brackets."""
    words = said(held)
    return (_SEVERAL if isinstance(words, tuple) else _ONE)(label=label, said=words)


_YES = Text(en="yes", sv="ja")
_NO = Text(en="no", sv="nej")
_NOTHING = Text(en="nothing", sv="inget")
_WITH = Text(en="{name} ({facts})", sv="{name} ({facts})")
_ONE = Text(en="{label} {said}", sv="{label} {said}")
_SEVERAL = Text(en="{label} ({said})", sv="{label} ({said})")
