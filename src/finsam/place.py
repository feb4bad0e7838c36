"""A place in a plan, a follow-up, or the file of one: the steps to it, written as people look for it."""

from collections.abc import Iterable

__all__ = ["Path", "inside", "place"]

Path = tuple[str | int, ...]
"""The steps to a place: the name of a key or a member, or the index of a row, from zero."""


def place(path: Path, within: object) -> str:
    """
    The place as text; a row is named by its number and by what it is known by.

    >>> place(("costs", 1, "budget", "2027"), {"costs": [{"id": "kansli"}, {"id": "styrelse"}]})
    'costs[2] "styrelse".budget.2027'
    """
    text = ""
    for step in path:
        within = inside(within, step)
        if isinstance(step, int):
            text += f"[{step + 1}]{_name(within)}"
        else:
            plain = step.isascii() and step.replace("_", "").replace("-", "").isalnum()
            text += ("." if text else "") + (step if plain else f'"{step[:60]}"')
    return text


def inside(within: object, step: str | int) -> object:
    """What stands there; None where nothing does."""
    if isinstance(step, int):
        return within[step] if isinstance(within, list | tuple) and step < len(within) else None
    return within.get(step) if isinstance(within, dict) else getattr(within, step, None)


def _name(row: object) -> str:
    """What the row is known by, in quotes."""
    known: Iterable[object] = (inside(row, key) for key in ("id", "where", "name"))
    name = next((each for each in known if isinstance(each, str)), None)
    return "" if name is None else f' "{name if len(name) <= 60 else name[:57] + "..."}"'
