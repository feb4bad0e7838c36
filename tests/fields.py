"""Which fields of which classes a strategy draws: for the tests that say that none is forgotten."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

import attrs
from hypothesis import Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

__all__ = ["missed"]

Field = tuple[type[attrs.AttrsInstance], str]


def missed(kind: type[attrs.AttrsInstance], drawn: SearchStrategy[Any]) -> set[Field]:
    """The fields of the class, and of every class that it holds, that the strategy always leaves as usual."""
    left = {(of, field.name) for of in _classes(kind, set()) for field in attrs.fields(of)}
    for number in range(200):  # the first examples of each round differ most

        @seed(number)
        @settings(max_examples=3, database=None, phases=[Phase.generate])
        @given(drawn)
        def draw(value: Any) -> None:
            left.difference_update(_said(value))

        if left:
            draw()
    return left


def _classes(kind: Any, found: set[type[attrs.AttrsInstance]]) -> set[type[attrs.AttrsInstance]]:
    """The classes of what may be held there, and in them, beside those that are found."""
    of = get_origin(kind) or kind
    if attrs.has(of) and of not in found:
        found.add(of)
        for field in attrs.fields(attrs.resolve_types(of)):
            _classes(field.type, found)
    for each in get_args(kind):
        _classes(each, found)
    return found


def _said(value: Any) -> Iterator[Field]:
    """Every field that is set to something other than its default, in the value and in everything in it."""
    for part in (*value, *value.values()) if isinstance(value, Mapping) else value if isinstance(value, tuple) else ():
        yield from _said(part)
    for field in attrs.fields(type(value)) if attrs.has(type(value)) else ():
        if getattr(value, field.name) != _usual(field.default, value):
            yield type(value), field.name
            yield from _said(getattr(value, field.name))


def _usual(default: Any, of: object) -> object:
    if not hasattr(default, "factory"):
        return default
    return default.factory(of) if default.takes_self else default.factory()
