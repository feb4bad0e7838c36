"""Splits that are not known (*ska fördelas*): yet to be made, not published, not agreed, or known in part."""

from collections.abc import Collection, Mapping
from datetime import date

from attrs import field, frozen

from finsam.errors import SplitError, at, suggestion
from finsam.keys import ANOTHER, exact_amounts, none_below_zero
from finsam.language import Text
from finsam.money import Money, kr
from finsam.typed import typed

__all__ = ["NotAgreed", "OpenKey", "PartlyKnown", "ToBeSplit", "Unpublished"]


@frozen(kw_only=True, field_transformer=typed)
class ToBeSplit:
    """
    A split that is decided upon but not yet made (*ska fördelas*): by what, and as of which day.

    >>> print(ToBeSplit(by="population", on=date(2011, 11, 30)).why)
    to be split by population on 2011-11-30, and not yet split
    """

    by: str
    on: date | None = None

    @property
    def why(self) -> Text:
        """Why the parts are not known."""
        by = _POPULATION if self.by == "population" else self.by
        return _TO_COME(by=by) if self.on is None else _TO_COME_ON(by=by, day=self.on)


@frozen(field_transformer=typed)
class Unpublished:
    """A split that is agreed and made, and whose figures are not published (*inte publicerad*)."""

    @property
    def why(self) -> Text:
        """Why the parts are not known."""
        return _UNPUBLISHED


@frozen(field_transformer=typed)
class NotAgreed:
    """A split on which the members have not agreed (*inte överenskommen*)."""

    @property
    def why(self) -> Text:
        """Why the parts are not known."""
        return _NOT_AGREED


@frozen(field_transformer=typed)
class PartlyKnown:
    """
    A split of which the amounts of some members are known, and those of the others are not (*delvis känd*).

    Raises `SplitError` for an amount below zero.
    """

    known: Mapping[str, Money] = field(converter=exact_amounts)

    def __attrs_post_init__(self) -> None:
        none_below_zero({name: amount.ore for name, amount in self.known.items()}, "known")

    @property
    def why(self) -> Text:
        """Why the other parts are not known."""
        return _PARTLY(names=tuple(self.known))

    def require(self, names: Collection[str], amount: Money) -> None:
        """Raise `SplitError` where what is known is of others, or is not a part of the amount."""
        for name in self.known:
            if name not in names:
                raise SplitError(at(ANOTHER(name=name, near=suggestion(name, names)), "known", name))
        known = sum(self.known.values(), kr(0))
        if known > amount or (known < amount and not {*names} - self.known.keys()):
            raise SplitError(at(_NO_PART_OF(known=known, amount=amount), "known"))

    def __repr__(self) -> str:
        return f"PartlyKnown({dict(self.known)!r})"


OpenKey = ToBeSplit | Unpublished | NotAgreed | PartlyKnown
"""A key by which nothing can be split, since the parts are not known."""

_POPULATION = Text(en="population", sv="befolkning")
_TO_COME = Text(en="to be split by {by}, and not yet split", sv="ska fördelas efter {by} och är ännu inte fördelat")
_TO_COME_ON = Text(
    en="to be split by {by} on {day}, and not yet split", sv="ska fördelas efter {by} {day} och är ännu inte fördelat"
)
_UNPUBLISHED = Text(
    en="split as agreed, but the figures are not published",
    sv="är fördelat enligt överenskommelse, men inte publicerat",
)
_NOT_AGREED = Text(
    en="not split, since the members have not agreed", sv="är inte fördelat, eftersom medlemmarna inte är överens"
)
_PARTLY = Text(en="known in part only, for {names}", sv="är bara delvis känt, för {names}")
_NO_PART_OF = Text(
    en="the known amounts add up to {known}, which is not a part of {amount}; correct them",
    sv="de kända beloppen är tillsammans {known}, vilket inte är en del av {amount}; rätta dem",
)
