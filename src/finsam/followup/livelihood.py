"""The livelihood measure (*försörjningsmått*): what is paid to people by seven payments, by municipality and year."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from attrs import field, frozen

from finsam.errors import TargetError
from finsam.followup.measured import Measured, numbers
from finsam.followup.ranges import Range, Unit
from finsam.language import Choice, Text
from finsam.period import Year, calendar_year
from finsam.printed import Printed, PrintedAmount, PrintedNumber, as_amount
from finsam.readonly import ReadOnly
from finsam.typed import typed

__all__ = ["Livelihood", "LivelihoodYear", "Measure", "Payment", "PaymentGroup", "by_year"]

Measure = Literal["equivalents", "amounts"]


class PaymentGroup(Choice):
    """What kind of payment it is (*försörjningsslag*)."""

    ILL_HEALTH = "ill health", "ill health", "ohälsa"
    LABOUR_MARKET = "labour market", "labour-market support", "arbetsmarknadsstöd"
    ECONOMIC_ASSISTANCE = "economic assistance", "economic assistance", "ekonomiskt bistånd"


class Payment(Choice):
    """
    A payment of the livelihood measure (*ersättning*), each in one of three groups.

    Source: the Swedish network's description of the livelihood measure (*försörjningsmått*), from Statistics Sweden.
    """

    SICKNESS_BENEFIT = "sickness-benefit", "sickness benefit", "sjukpenning"
    ACTIVITY_COMPENSATION = "activity-compensation", "activity compensation", "aktivitetsersättning"
    SICKNESS_COMPENSATION = "sickness-compensation", "sickness compensation", "sjukersättning"
    UNEMPLOYMENT_INSURANCE = "unemployment-insurance", "unemployment insurance", "a-kassa"
    ACTIVITY_SUPPORT = "activity-support", "activity support", "aktivitetsstöd"
    INTRODUCTION_BENEFIT = "introduction-benefit", "introduction benefit", "etableringsersättning"
    SOCIAL_ASSISTANCE = "social-assistance", "social assistance", "försörjningsstöd"

    @property
    def group(self) -> PaymentGroup:
        """The group that it belongs to."""
        place = list(Payment).index(self)
        return list(PaymentGroup)[place // 3]


def _amounts(given: Mapping[str, Any]) -> Mapping[str, Any]:
    return ReadOnly({name: as_amount(each) for name, each in given.items()})


@frozen(kw_only=True, field_transformer=typed)
class Livelihood:
    """
    What was paid in a municipality in a year (*försörjningsmått*), by payment.

    `equivalents` are full-year equivalents (*helårsekvivalenter*): how many could be supported a whole year;
    `amounts` are what was paid. `indicator` is the id of the indicator whose outcome it is, or `target` that of a
    target. Raises `PeriodError` for a year that is none, and `TargetError` where it says nothing.
    """

    municipality: str
    year: Year
    equivalents: Mapping[Payment, PrintedNumber] = field(factory=ReadOnly, converter=numbers)
    amounts: Mapping[Payment, PrintedAmount] = field(factory=ReadOnly, converter=_amounts)
    indicator: str | None = None
    target: str | None = None

    def __attrs_post_init__(self) -> None:
        calendar_year(self.year)
        if not self.equivalents and not self.amounts:
            raise TargetError(_NOTHING)

    def paid(self, measure: Measure) -> Mapping[Payment, Printed]:
        """What was paid by payment, in one of the two measures."""
        return self.equivalents if measure == "equivalents" else self.amounts


@frozen(kw_only=True)
class LivelihoodYear(Measured):
    """
    The livelihood measure of a year, all municipalities together: a value that a trend can be held against.

    Full-year equivalents where every row has them, and otherwise the amounts. Two years can be compared where they are
    of the same municipalities and the same payments.
    """

    year: int
    rows: tuple[Livelihood, ...]

    @property
    def measure(self) -> Measure:
        """By what it is measured."""
        return "equivalents" if all(row.equivalents for row in self.rows) else "amounts"

    @property
    def size(self) -> tuple[Range, Unit]:
        """What it comes to."""
        unit = Unit.MEAN if self.measure == "equivalents" else Unit.AMOUNT
        return self.total(*Payment) or Range.exactly(0), unit

    def total(self, *payments: Payment) -> Range | None:
        """Those payments together, in all municipalities; None where none of them is there."""
        every = [row.paid(self.measure) for row in self.rows]
        ranges = [Range.of(of[payment]) for of in every for payment in payments if payment in of]
        return sum(ranges[1:], ranges[0]) if ranges else None

    @property
    def of(self) -> frozenset[object]:
        """What it is of: the municipalities with their payments."""
        return frozenset((row.municipality, payment) for row in self.rows for payment in row.paid(self.measure))

    @property
    def text(self) -> Text:
        """What it comes to, in words."""
        total, unit = self.size
        return (_EQUIVALENTS if self.measure == "equivalents" else _PAID)(total=total.text(unit))


def by_year(rows: Iterable[Livelihood]) -> tuple[LivelihoodYear, ...]:
    """The livelihood measure of each year, in order."""
    years: dict[int, list[Livelihood]] = {}
    for row in rows:
        years.setdefault(row.year, []).append(row)
    return tuple(LivelihoodYear(year=year, rows=tuple(years[year])) for year in sorted(years))


_EQUIVALENTS = Text(en="{total} full-year equivalents", sv="{total} helårsekvivalenter")
_PAID = Text(en="{total} paid", sv="{total} utbetalt")
_NOTHING = Text(
    en="how much was paid? write equivalents or amounts, by payment",
    sv="hur mycket betalades ut? skriv equivalents eller amounts, per ersättning",
)
