"""What the tests of the published plans share: the figures in a plan, and what is written in its file."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from fractions import Fraction
from importlib.resources import files
from typing import Any

import attrs

from finsam import Money, kr, share
from finsam.errors import AmountError, ShareError


def leaves(value: object) -> Iterator[object]:
    """Everything at the ends of a tree: amounts, shares, numbers, days and texts."""
    kind: type = type(value)
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple | list | set):
        for each in value:
            yield from leaves(each)
    elif attrs.has(kind) and kind is not Money:
        for field in attrs.fields(kind):
            yield from leaves(getattr(value, field.name))
    else:
        yield value


def figures(value: object) -> set[object]:
    """The amounts, shares, numbers and days in it."""
    found = (each for each in leaves(value) if not isinstance(each, bool))
    return {each for each in found if isinstance(each, Money | Fraction | int | date)}


def tree(name: str) -> dict[str, Any]:
    """The file of a published plan, as TOML has it."""
    return tomllib.loads(files("finsam").joinpath("examples", f"{name}.toml").read_text("utf-8"))


def forms(written: object) -> Iterator[object]:
    """What a value that is written in a file may have become."""
    yield written
    if isinstance(written, int):
        yield kr(written)
    if isinstance(written, str):
        with suppress(ShareError):
            yield share(written)
        with suppress(AmountError):
            yield kr(written)
