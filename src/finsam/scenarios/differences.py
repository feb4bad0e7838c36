"""What differs between two plans (*skillnader*): every field of them, wherever it stands."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, get_args

import attrs
from attrs import frozen

from finsam.decisions import Years
from finsam.money import Money
from finsam.organisations import Agency, Municipality, OrganisationNumber, Region
from finsam.payments import PaymentRule
from finsam.pending import OpenKey
from finsam.period import Period, time_key
from finsam.place import Path, place
from finsam.printed import Printed
from finsam.split import Agreement, Weighted
from finsam.targets import Aim, Target

__all__ = ["Difference", "differences", "matched", "matched_by", "step_of"]

T = TypeVar("T")


@frozen(kw_only=True)
class Difference:
    """
    What stands in one place before and after (*skillnad*); None for what is not there.

    `path` are the steps to the place in what came after, or in what was before where it is no longer there, and `place`
    the same as people read it.
    """

    path: Path
    place: str
    before: Any
    after: Any


def differences(before: object, after: object) -> tuple[Difference, ...]:
    """
    Everything that differs between two plans, or between two parts of plans of one kind; nothing where they are equal.

    What stands in a list is matched by its id, or else by its name or its text, wherever it stands; what has none of
    them by being the same, and else in order. Plain texts are there or not. Where the order has changed, there is a
    difference of what the items are known by.

    >>> [found] = differences(Funding(total={2027: kr(4_000_000)}), Funding(total={2027: kr(4_100_000)}))
    >>> print(f"{found.place}: from {found.before} to {found.after}")
    total.2027: from 4 000 000 kr to 4 100 000 kr
    """
    return tuple(_walked((), before, after, after))


_WRITTEN = (Money, Printed, Period, Years, PaymentRule, OrganisationNumber, Agency, Municipality, Region)
_SINGLE = (*_WRITTEN, *get_args(Aim), *get_args(OpenKey))
"""The classes whose values are told whole."""

_BESIDE: Mapping[type, str] = {Target: "aim", Agreement: "key", Weighted: "key"}
"""The fields whose keys stand beside the others in a file, so that they are no step of a place."""

_KNOWN_BY = ("id", "where", "name", "payee", "text", "role", "members", "for_members")
"""By what an item of a list is known: the first of them that it has."""


def _walked(path: Path, before: Any, after: Any, root: object) -> Iterator[Difference]:
    """The differences in what stands at the path; `root` is what came after, from the first step."""
    if before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in {**before, **after}:
            yield from _walked((*path, step_of(key)), before.get(key), after.get(key), root)
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _walked_items(path, before, after, root)
    elif type(before) is type(after) and attrs.has(type(before)) and not isinstance(before, _SINGLE):
        for each in attrs.fields(type(before)):
            steps = path if _BESIDE.get(type(before)) == each.name else (*path, each.name)
            yield from _walked(steps, getattr(before, each.name), getattr(after, each.name), root)
    else:
        yield Difference(path=path, place=place(path, root), before=before, after=after)


def _walked_items(path: Path, before: tuple[Any, ...], after: tuple[Any, ...], root: object) -> Iterator[Difference]:
    """The differences in the items of a list, and in their order."""
    here, pairs = place(path, root), matched(before, after)
    both = [(was, now) for was, now in pairs if was is not None and now is not None]
    for was, now in both:
        yield from _walked((*path, now), before[was], after[now], root)
    for gone in [was for was, now in pairs if was is not None and now is None]:
        yield Difference(path=(*path, gone), place=here + _place(gone, before), before=before[gone], after=None)
    for new in [now for was, now in pairs if was is None and now is not None]:
        yield Difference(path=(*path, new), place=here + _place(new, after), before=None, after=after[new])
    if both != sorted(both, key=lambda each: each[1]):
        was_in, now_in = (tuple(_known(each)[1] for each in items) for items in (before, after))
        yield Difference(path=path, place=here, before=was_in, after=now_in)


def step_of(key: object) -> str:
    """
    The key of a mapping as it stands in a file.

    >>> step_of(2027), step_of(Party.STATE)
    ('2027', 'state')
    """
    return time_key(key) if isinstance(key, Period) else key.key if isinstance(key, Years) else str(key)


def _place(index: int, items: Sequence[Any]) -> str:
    """The place of an item in its list; a word or a text is named by its number alone."""
    return place((index,), items) if attrs.has(type(items[index])) else f"[{index + 1}]"


def _known(item: Any) -> tuple[str, Any]:
    """By what an item of a list is known, and as what; a single value as itself, and by nothing what has none of it."""
    names = _KNOWN_BY if attrs.has(type(item)) else ()
    known = ((name, value) for name in names if (value := getattr(item, name, None)) is not None)
    return next(known, ("" if names else "value", item))


def matched(before: Sequence[Any], after: Sequence[Any]) -> tuple[tuple[int | None, int | None], ...]:
    """
    The indexes of what is the same item in both, in the order of before, and then of what is in after alone.

    None stands for what there is not. Items are matched as in `differences`.

    >>> matched(("Habo", "Mullsjö"), ("Mullsjö", "Vaggeryd"))
    ((0, None), (1, 0), (None, 1))
    """
    partners = matched_by(before, after, lambda item: item, _known)
    taken = {*partners.values()}
    free = {now: _known(after[now])[0] for now in range(len(after)) if now not in taken}
    for was in [each for each in range(len(before)) if each not in partners]:
        kind, item = _known(before[was])[0], before[was]
        found = next((now for now in free if (kind != free[now] or not kind) and _fits(item, after[now])), None)
        if found is not None:
            partners[was] = found
            del free[found]
    return (*((was, partners.get(was)) for was in range(len(before))), *((None, now) for now in free))


def matched_by(before: Sequence[T], after: Sequence[T], *keys: Callable[[T], Any]) -> dict[int, int]:
    """The index after by the index before of those that have the same key: the first key first, and each once."""
    partners: dict[int, int] = {}
    for key in keys:
        waiting: dict[Any, list[int]] = {}
        taken = {*partners.values()}
        for now in reversed(range(len(after))):
            if now not in taken:
                waiting.setdefault(key(after[now]), []).append(now)
        for was, item in enumerate(before):
            if was not in partners and (there := waiting.get(key(item))):
                partners[was] = there.pop()
    return partners


def _fits(before: Any, after: Any) -> bool:
    """Whether two items that are known by different things can be the same: nothing that both have differs."""
    both = ((getattr(before, name, None), getattr(after, name, None)) for name in _KNOWN_BY)
    return next((bool(one == other) for one, other in both if one is not None and other is not None), True)
