"""3xx: when money comes in and goes out, and whether it lasts."""

from collections.abc import Iterator

from finsam.checks.rules import OWN_FIGURES, Breach, Rule, numbered
from finsam.finding import Chapter, Severity
from finsam.language import Text
from finsam.liquidity import Liquidity, liquidity
from finsam.money import kr
from finsam.plan import OperationalPlan

__all__ = ["RULES"]

_PAYMENTS = ("payments",)


def _planned(plan: OperationalPlan) -> Iterator[Liquidity]:
    """The liquidity of every planned year, where the plan says anything of payments; from zero if nothing is known."""
    for year in plan.planned_years if plan.payments else ():
        accounts = plan.best_known(year)
        if accounts is not None:
            yield liquidity(plan, year, opening=kr(0) if accounts.opening is None else accounts.opening)


@numbered(
    "F320",
    Severity.ERROR,
    OWN_FIGURES,
    Text(
        en="The rule of a payment falls on some day of every year in which there is something to pay by it.",
        sv="En betalnings regel infaller någon dag varje år då det finns något att betala efter den.",
    ),
    chapter=Chapter.BUDGET,
)
def _rules_fall(plan: OperationalPlan) -> Iterator[Breach]:
    told = set()
    for of in _planned(plan):
        for index in dict.fromkeys(each.payment for each in of.unplaced if each.payment is not None):
            if index not in told:
                told.add(index)
                names = tuple(each.what for each in of.unplaced if each.payment == index)
                message = _NEVER(rule=plan.payments[index].rule.label, year=of.year, names=names)
                yield Breach(path=(*_PAYMENTS, index, "rule"), message=message, remedy=_OTHER_DAYS)


_NEVER = Text(
    en="the rule {rule} never falls in {year}, when this is to be paid by it: {names}",
    sv="regeln {rule} infaller aldrig {year}, då detta ska betalas efter den: {names}",
)
_OTHER_DAYS = Text(
    en="write another rule, or other days (first and last)",
    sv="skriv en annan regel, eller andra dagar (first och last)",
)


@numbered(
    "F367",
    Severity.WARNING,
    Text(
        en="practice: associations promise that every decided payment can be made at every moment",
        sv="praxis: förbunden lovar att varje beslutad utbetalning kan göras vid varje tillfälle",
    ),
    Text(
        en="The balance is at no day of a planned year below zero, as far as the plan says when it is paid.",
        sv="Saldot är ingen dag under ett planerat år under noll, så långt planen säger när det betalas.",
    ),
    chapter=Chapter.BUDGET,
)
def _every_payment_can_be_made(plan: OperationalPlan) -> Iterator[Breach]:
    for of in _planned(plan):
        unknown = [] if of.accounts.opening is not None else [_OPENING]
        unknown += [
            _OF(what=each.what, why=each.why) for each in of.unplaced if each.payment is None
        ]  # the others: F320
        if unknown:
            message = _NOT_KNOWN(year=of.year, reasons=tuple(unknown))
            yield Breach(path=_PAYMENTS, message=message, remedy=_SAY, unknown=True)
        elif not of.unplaced and (day := of.fails_on) is not None:
            lowest, balance = of.lowest
            message = _MISSING(day=day, missing=-of.balances[day], year=of.year, lowest=lowest, balance=balance)
            yield Breach(path=_PAYMENTS, message=message, remedy=_EARLIER)


_OPENING = Text(en="what it opens with", sv="vad det börjar med")
_OF = Text(en="{what} (since {why})", sv="{what} (eftersom {why})")
_NOT_KNOWN = Text(
    en="whether every payment of {year} can be made cannot be told, for this is not known: {reasons}",
    sv="det framgår inte om varje betalning {year} kan göras, för detta är inte känt: {reasons}",
)
_SAY = Text(
    en="write under [[payments]] when each is paid; one without a name is for all that no other names",
    sv="skriv under [[payments]] när var och en betalas; en utan namn gäller allt som ingen annan nämner",
)
_MISSING = Text(
    en="on {day} {missing} is missing to pay with; the balance of {year} is lowest on {lowest}: {balance}",
    sv="{day} saknas {missing} att betala med; saldot för {year} är lägst {lowest}: {balance}",
)
_EARLIER = Text(
    en="agree that the contributions are paid earlier, or pay later",
    sv="kom överens om att bidragen betalas tidigare, eller betala senare",
)

RULES: tuple[Rule, ...] = (_rules_fall, _every_payment_can_be_made)
