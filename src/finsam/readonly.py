"""A dict that cannot be changed, so that a frozen value can hold it, be hashed, pickled and copied."""

from typing import Any, NoReturn, TypeVar

__all__ = ["ReadOnly"]

K = TypeVar("K")
V = TypeVar("V")


class ReadOnly(dict[K, V]):
    """
    A dict as it was made; equal to any dict with the same items, in whatever order.

    >>> ReadOnly({"Habo": 1}) == {"Habo": 1}, hash(ReadOnly(a=1, b=2)) == hash(ReadOnly(b=2, a=1))
    (True, True)
    >>> ReadOnly({"Habo": 1})["Habo"] = 2
    Traceback (most recent call last):
    TypeError: this cannot be changed; make a new one, as {**old, key: value}
    """

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]  # a dict has none
        return hash(frozenset(self.items()))

    def __reduce__(self) -> Any:
        return _made, (type(self), dict(self), vars(self) if hasattr(self, "__dict__") else {})

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("this cannot be changed; make a new one, as {**old, key: value}")

    def _ipython_key_completions_(self) -> list[K]:
        return [*self]

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse


def _made(kind: type[ReadOnly[K, V]], items: dict[K, V], fields: dict[str, Any]) -> ReadOnly[K, V]:
    return kind(items, **fields)
