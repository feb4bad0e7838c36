"""The liquidity of a year in a table (*likviditet*), the rules of payment in words, and both for machines."""

from collections.abc import Iterator
from typing import Any

from finsam.language import Language, Text, shown
from finsam.liquidity import Liquidity, Unplaced
from finsam.payments import PaymentPlan
from finsam.period import month_name
from finsam.plan import OperationalPlan
from finsam.reports.parts import LABELLED, UNKNOWN, Item, Row, Section, Table, section
from finsam.reports.records import ore

__all__ = ["liquidity", "payments", "record"]

Record = dict[str, Any]


def liquidity(of: Liquidity) -> Section:
    """The year month by month, the lowest point, whether every payment can be made, and what is not in it."""
    table = Table(
        title=_TITLE(column=of.accounts.column, year=of.year),
        headings=_HEADINGS,
        rows=tuple(
            Row(label=month_name(each.first.month), cells=(each.incoming, each.outgoing, each.lowest, each.closing))
            for each in of.months
        ),
    )
    return Section(blocks=(table, *(Item(words=words) for words in _said(of))))


def _said(of: Liquidity) -> Iterator[Text]:
    day, balance = of.lowest
    yield _OPENS(opening=of.opening)
    yield _LOWEST(day=day, balance=balance)
    if of.fails_on is not None:
        yield _FAILS(day=of.fails_on, missing=-of.balances[of.fails_on])
    elif not of.unplaced:
        yield _LASTS
    for why in dict.fromkeys(each.why for each in of.unplaced):
        yield _UNPLACED(why=why, amounts=tuple(_amount(each) for each in of.unplaced if each.why == why))


def _amount(of: Unplaced) -> Text:
    return _AMOUNT(what=of.what, amount=UNKNOWN if of.amount is None else of.amount)


def payments(plan: OperationalPlan) -> Section | None:
    """When what is paid, as the plan says; None where it says nothing."""
    items = (
        Item(words=LABELLED(label=_named(plan, each), said=_when(each)), depth=1, listed=True) for each in plan.payments
    )
    return section(_PAYMENTS, items)


def _named(plan: OperationalPlan, of: PaymentPlan) -> Text | str:
    """What the payment names, as people know it."""
    if of.cost is not None or of.income is not None:
        return next(
            row.name for row in (plan.income if of.cost is None else plan.costs) if row.id in (of.cost, of.income)
        )
    kind = of.of or of.category or of.party
    return of.member or (kind.label if kind else _OTHERS)


def _when(of: PaymentPlan) -> Text:
    if of.first is None and of.last is None:
        return of.rule.label
    return _BETWEEN(rule=of.rule.label, first=of.first or "", last=of.last or "")


def record(of: Liquidity, language: Language = "en") -> Record:
    """The liquidity for a machine: the months, and every day on which something is paid, in öre."""
    day, balance = of.lowest
    return {
        "year": of.year,
        "column": of.accounts.column.value,
        "opening_ore": of.opening.ore,
        "closing_ore": of.closing.ore,
        "lowest_on": str(day),
        "lowest_ore": balance.ore,
        "fails_on": None if of.fails_on is None else str(of.fails_on),
        "months": [
            {
                "month": f"{each.first:%Y-%m}",
                "incoming_ore": each.incoming.ore,
                "outgoing_ore": each.outgoing.ore,
                "lowest_ore": each.lowest.ore,
                "closing_ore": each.closing.ore,
            }
            for each in of.months
        ],
        "entries": [
            {"day": str(each.day), "what": shown(each.what, language), "amount_ore": each.amount.ore}
            for each in of.entries
        ],
        "unplaced": [
            {"what": shown(each.what, language), "amount_ore": ore(each.amount), "why": each.why.to(language)}
            for each in of.unplaced
        ],
    }


_TITLE = Text(en="Liquidity, {column} {year}, kr", sv="Likviditet, {column} {year}, kr")
_HEADINGS = (
    Text(en="in", sv="in"),
    Text(en="out", sv="ut"),
    Text(en="lowest", sv="lägst"),
    Text(en="balance", sv="saldo"),
)
_OPENS = Text(en="opens with {opening}", sv="börjar med {opening}")
_LOWEST = Text(en="lowest on {day}: {balance}", sv="lägst {day}: {balance}")
_FAILS = Text(
    en="on {day} a payment cannot be made: {missing} is missing",
    sv="{day} kan en betalning inte göras: {missing} saknas",
)
_LASTS = Text(en="every payment can be made", sv="varje betalning kan göras")
_UNPLACED = Text(en="not counted, since {why}: {amounts}", sv="räknas inte med, eftersom {why}: {amounts}")
_AMOUNT = Text(en="{what} {amount}", sv="{what} {amount}")
_PAYMENTS = Text(en="Payments", sv="Betalningar")
_OTHERS = Text(en="all else", sv="allt annat")
_BETWEEN = Text(en="{rule} ({first}–{last})", sv="{rule} ({first}–{last})")
