"""Which years a change is of, and what an amount is in each of them."""

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from math import lcm

from finsam.allocation import ORE, allocate
from finsam.errors import ScenarioError
from finsam.language import Text
from finsam.money import Money
from finsam.scenarios.wording import Amounts, InYears

__all__ = ["by_year", "chosen", "scaled"]


def chosen(change: InYears, known: Collection[int], first: int) -> tuple[int, ...]:
    """
    The years that a change is of, among those that there are: its own, or from a year on, which is the `first` where it
    says none; raises `ScenarioError` where there are none.
    """
    if change.years:
        for year in change.years:
            if year not in known:
                raise ScenarioError(_NO_YEAR(year=year, known=tuple(sorted(known)) or _NONE))
        return change.years
    since = first if change.since is None else change.since
    years = tuple(sorted(year for year in known if year >= since))
    if not years:
        raise ScenarioError(_NONE_SINCE(year=since, known=tuple(sorted(known)) or _NONE))
    return years


def by_year(amounts: Amounts, change: InYears, known: Collection[int], first: int) -> Mapping[int, Money]:
    """The amount of each year of a change; one by year says the years itself, and they need not be known."""
    if not isinstance(amounts, Money):
        return amounts
    years: Iterable[int] = change.years or chosen(change, known, first)
    return dict.fromkeys(years, amounts)


def scaled(amount: Money, factor: Fraction, unit: Money = ORE) -> Money:
    """
    The amount times a factor, to the nearest whole unit, and to the nearest krona where it is in whole kronor; where
    two are as near, to the one nearer to zero.

    >>> scaled(kr(30_001), Fraction(103, 100)), scaled(kr("0,50"), Fraction(103, 100))
    (kr(30_901), kr("0.52"))
    """
    step = lcm(unit.ore, 100 if amount.ore % 100 == 0 else 1)
    exact = amount.ore * factor
    parts = {"it": 1, "others": exact.denominator * step - 1}  # of a whole so large that its part is the exact amount
    return allocate(Money(ore=exact.numerator * step), parts, unit=Money(ore=step))["it"]


_NO_YEAR = Text(
    en="there is nothing to change in {year}; there is {known}",
    sv="det finns inget att ändra {year}; det finns {known}",
)
_NONE_SINCE = Text(
    en="there is nothing to change from {year} on; there is {known}",
    sv="det finns inget att ändra från {year}; det finns {known}",
)
_NONE = Text(en="nothing", sv="inget")
