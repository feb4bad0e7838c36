"""A mapping that cannot be changed, can be pickled and copied, and looks like the dict it was made of."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

__all__ = ["ReadOnly"]

K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)


class ReadOnly(Mapping[K, V_co], Generic[K, V_co]):
    """
    A read-only copy of a mapping, or of pairs; equal to any mapping with the same items.

    >>> ReadOnly({"Habo": 1})
    {'Habo': 1}
    >>> ReadOnly({"Habo": 1}) == {"Habo": 1}
    True
    """

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[K, V_co] | Iterable[tuple[K, V_co]]) -> None:
        self._items = dict(items)

    def __getitem__(self, key: K) -> V_co:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        return repr(self._items)
