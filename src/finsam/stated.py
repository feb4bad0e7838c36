"""What a document states (*angivna summor*), beside what its lines come to."""

from collections.abc import Mapping

from attrs import field, frozen

from finsam.budget import Category, Column
from finsam.money import Money
from finsam.organisations import Party
from finsam.readonly import ReadOnly
from finsam.shares import PrintedShare

__all__ = ["Stated"]


def _by_member(amounts: Mapping[str, Money]) -> ReadOnly[str, Money]:
    return ReadOnly(amounts)


def _by_party(amounts: Mapping[Party, Money]) -> ReadOnly[Party, Money]:
    return ReadOnly(amounts)


def _by_category(shares: Mapping[Category, PrintedShare]) -> ReadOnly[Category, PrintedShare]:
    return ReadOnly(shares)


@frozen(kw_only=True)
class Stated:
    """
    What the document says a year comes to (*angivna summor*), to be held against what its lines come to.

    `where` is the place in the document. Amounts are None where nothing is said; `contributions` are by member
    and `parties` what a party pays together; `shares` are of the costs, as printed. Where board or audit is not
    named, it is part of administration.
    """

    where: str
    column: Column
    year: int
    contributions: Mapping[str, Money] = field(factory=dict, converter=_by_member)
    parties: Mapping[Party, Money] = field(factory=dict, converter=_by_party)
    income: Money | None = None
    available: Money | None = None
    ceiling: Money | None = None
    costs: Money | None = None
    result: Money | None = None
    closing: Money | None = None
    shares: Mapping[Category, PrintedShare] = field(factory=dict, converter=_by_category)
