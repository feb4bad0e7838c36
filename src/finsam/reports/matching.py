"""What the members can match (*matchning*), for people and for machines."""

from collections.abc import Mapping
from typing import Any

from finsam.language import Text
from finsam.matching import Limit, Match
from finsam.money import Unrounded
from finsam.organisations import Party
from finsam.reports import records
from finsam.reports.money import who_pays
from finsam.reports.parts import Content, Item, Row, Section, Table

__all__ = ["matched", "record"]


def matched(found: Match) -> Section:
    """What each pays, what each ceiling and offer allows, who decides the total, and what is lost of the offers."""
    binds = tuple(each.of for each in found.binds)
    said = [Item(words=_BINDS(names=binds))]
    for party, lost in found.lost.items():
        values = {"party": party, "offer": found.offers[party], "lost": lost}
        said.append(Item(words=_LOST(used=found.contributions.by_party[party], **values)))
    return Section(
        title=_TITLE(year=found.contributions.year, total=found.contributions.total),
        blocks=(*said, who_pays(found.contributions), _limits(found)),
    )


def _limits(found: Match) -> Table:
    rows = (Row(label=_whose(each), cells=_cells(each)) for each in found.limits)
    return Table(title=_LIMITS, headings=(_MOST, _SHARE, _TOTAL), rows=tuple(rows))


def _whose(limit: Limit) -> Text | str:
    return limit.of.label if isinstance(limit.of, Party) else limit.of


def _cells(limit: Limit) -> tuple[Content, ...]:
    return limit.amount, limit.share, str(Unrounded(limit.total)).removesuffix(" kr")


def record(found: Match) -> Mapping[str, Any]:
    """The same as a dictionary; amounts in öre, shares and totals before rounding exact, as text."""
    return {
        "contributions": records.contributions(found.contributions),
        "binds": [str(each.of) for each in found.binds],
        "lost_ore": {party.value: amount.ore for party, amount in found.lost.items()},
        "limits": [
            {"of": str(each.of), "amount_ore": each.amount.ore, "share": str(each.share), "total_ore": str(each.total)}
            for each in found.limits
        ],
    }


_TITLE = Text(en="The most that can be matched in {year}: {total}", sv="Det mesta som kan matchas {year}: {total}")
_BINDS = Text(en="decided by: {names}", sv="avgörs av: {names}")
_LOST = Text(
    en="{party}: of {offer} that is offered {used} is used and {lost} is lost",
    sv="{party}: av {offer} som erbjuds används {used}, och {lost} går förlorat",
)
_LIMITS = Text(en="What each limit allows, kr", sv="Vad varje gräns räcker till, kr")
_MOST = Text(en="at most", sv="högst")
_SHARE = Text(en="of all", sv="av allt")
_TOTAL = Text(en="total", sv="totalt")
