"""
What is needed (*vad som behövs*): the least total, or the least cut of a row, for which the equity is at least so much.

The equity at the end of a year is a straight line in either of them, so that the answer is exact.
"""

from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from math import ceil, lcm
from typing import NamedTuple

from attrs import frozen

from finsam.allocation import NO_UNIT
from finsam.errors import ScenarioError, at
from finsam.ids import find
from finsam.language import Text
from finsam.money import Money, MoneyLike, kr, of_ore
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.rows import Column
from finsam.scenarios.applying import changed
from finsam.scenarios.changes import FundingChange, RowChange
from finsam.shares import in_figures, percent, share

__all__ = ["Needed", "least_cut", "least_total"]

_ZERO, _KRONA = kr(0), kr(1)

AtLeast = Money | Fraction
"""The least equity: an amount, or a share of the year's contributions."""


@frozen(kw_only=True)
class Needed:
    """
    What is needed (*vad som behövs*): the `amount` of each year, the `change` that gives it, the equity at the end of
    each year for which something was asked, and the `reason`, a sentence a step.
    """

    amount: Money
    change: FundingChange | RowChange
    closing: Mapping[int, Money]
    reason: tuple[Text, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.reason))


@frozen(kw_only=True)
class _Line:
    """
    The equity at the end of a year, as a straight line: what it is at nothing, and how much more for each krona; and so
    what is asked of it.
    """

    year: int
    column: Column
    closing: Fraction
    per_krona: Fraction
    asked: Fraction
    asked_per_krona: Fraction

    @property
    def least(self) -> Fraction | None:
        """The least, in öre, at which the equity is what is asked or more; None where nothing does."""
        missing, gained = self.asked - self.closing, self.per_krona - self.asked_per_krona
        if missing <= 0:
            return Fraction(0)
        return missing / gained if gained > 0 else None

    @property
    def steps(self) -> tuple[Text, ...]:
        """The line in words."""
        of = _START(year=self.year, column=self.column, equity=of_ore(self.closing), more=in_figures(self.per_krona))
        if not self.asked_per_krona:
            return (of,)
        return of, _ASKED_MORE(asked=of_ore(self.asked), more=in_figures(self.asked_per_krona))


def least_total(
    plan: OperationalPlan,
    *,
    by: int,
    at_least: MoneyLike | Fraction = _ZERO,
    since: int | None = None,
    every_year: bool = False,
    unit: Money | None = None,
) -> Needed:
    """
    The least total of every year from `since` through `by` for which the equity at the end of `by`, or of `every_year`
    of them, is at least so much: an amount, or a share of that year's contributions, as `"20 %"`.

    From the budget year where `since` is not given; a whole number of `unit`, or of the years' units and of kronor.
    Raises `ScenarioError` where no total is enough, and where the equity is not known.

    >>> found = least_total(example("hoglandet-2023"), by=2025, at_least="20 %", since=2024)
    >>> found.amount, found.closing[2025]
    (kr(8_711_637), kr(1_742_329))
    """
    years = _years(plan, since, by, plan.funding.years)
    step = Money(ore=lcm(100, *(plan.terms(year).unit.ore for year in years))) if unit is None else unit

    def change(amount: Money) -> FundingChange:
        return FundingChange(total=amount, years=years)

    return _least(plan, change, years if every_year else (by,), _asked(at_least), step, _TOTAL)


def least_cut(
    plan: OperationalPlan,
    row: str,
    *,
    by: int,
    at_least: MoneyLike | Fraction = _ZERO,
    since: int | None = None,
    every_year: bool = False,
    unit: Money = _KRONA,
) -> Needed:
    """
    The least by which the budget of a row of costs, by its id or name, is cut in every year from `since` through `by`;
    otherwise as `least_total`.

    Raises `ScenarioError` where the row has not so much, too, and `UnknownNameError` where there is no such row.

    >>> found = least_cut(example("hoglandet-2023"), "SE-Höglandet", by=2025, at_least=kr(1_000_000), since=2024)
    >>> found.amount, found.closing[2025]
    (kr(286_473), kr(1_000_001))
    """
    of = find(_NO_ROW, row, [(each.name, each) for each in plan.costs])
    years = _years(plan, since, by, [time for time in of.budget if isinstance(time, int)])

    def change(amount: Money) -> RowChange:
        return RowChange(of.id, plus=-amount, years=years)

    found = _least(plan, change, years if every_year else (by,), _asked(at_least), unit, _CUT(row=of.name))
    for year in years:
        if of.budget[year] < found.amount:
            raise ScenarioError(_NOT_SO_MUCH(row=of.name, year=year, most=of.budget[year], amount=found.amount))
    return found


def _years(plan: OperationalPlan, since: int | None, by: int, known: Collection[int]) -> tuple[int, ...]:
    """The years that are changed; raises `ScenarioError` where there is nothing of the last."""
    first = plan.year if since is None else since
    years = tuple(sorted(year for year in known if first <= year <= by))
    if by not in years:
        raise ScenarioError(_NO_YEAR(first=first, by=by, known=tuple(sorted(known)) or _NOTHING))
    return years


def _asked(given: MoneyLike | Fraction) -> AtLeast:
    """The least equity that is asked for."""
    if isinstance(given, Fraction):
        return given
    return share(given) if isinstance(given, str) and given.strip().endswith("%") else kr(given)


def _least(
    plan: OperationalPlan,
    change: Callable[[Money], FundingChange | RowChange],
    years: Collection[int],
    asked: AtLeast,
    unit: Money,
    what: Text,
) -> Needed:
    """The least for which the equity is what is asked at the end of each of the years."""
    if unit <= _ZERO:
        raise ScenarioError(at(NO_UNIT(unit=unit), "unit"))
    nothing, one = (changed(plan, [change(amount)]) for amount in (kr(0), unit))
    lines = [_line(year, nothing, one, asked, unit) for year in years]
    for line in lines:
        if line.least is None:
            raise ScenarioError(_NEVER(what=what, steps=line.steps, asked=_in_words(asked)))
    binding = max(lines, key=lambda line: line.least or 0)
    exact = binding.least or Fraction(0)
    amount = unit * ceil(exact / unit.ore)
    after = changed(plan, [change(amount)])
    closing = {year: _known(after, year).closing for year in years}
    said = {"asked": _in_words(asked), "year": binding.year}
    reason = (
        _NEEDED(what=what, amount=amount, **said) if exact else _NOTHING_NEEDED(**said),
        *binding.steps,
        _ROUNDED(exact=of_ore(exact), unit=unit, amount=amount),
        _THEN(year=binding.year, equity=closing[binding.year]),
    )
    return Needed(amount=amount, change=change(amount), closing=ReadOnly(closing), reason=reason)


def _line(year: int, nothing: OperationalPlan, one: OperationalPlan, asked: AtLeast, unit: Money) -> _Line:
    """The line through what it is at nothing and at one unit."""
    low, high = (_known(plan, year) for plan in (nothing, one))
    asked_low, asked_high = (_asked_of(each, asked) for each in (low, high))
    return _Line(
        year=year,
        column=low.column,
        closing=Fraction(low.closing.ore),
        per_krona=(high.closing - low.closing) / unit,
        asked=asked_low,
        asked_per_krona=(asked_high - asked_low) / unit.ore,
    )


class _Known(NamedTuple):
    """A year of which the equity at its end is known, and in which column."""

    column: Column
    contributions: Money
    closing: Money


def _known(plan: OperationalPlan, year: int) -> _Known:
    """The year, by what is best known of it; raises `ScenarioError` where its equity is not known."""
    of = plan.best_known(year)
    if of is None or of.contributions is None or of.closing is None:
        raise ScenarioError(_NOT_KNOWN(year=year))
    return _Known(of.column, of.contributions, of.closing)


def _asked_of(of: _Known, asked: AtLeast) -> Fraction:
    """What is asked of a year, in öre."""
    return Fraction(asked.ore) if isinstance(asked, Money) else asked * of.contributions.ore


def _in_words(asked: AtLeast) -> object:
    return asked if isinstance(asked, Money) else _OF_CONTRIBUTIONS(share=percent(asked))


_TOTAL = Text(en="a total", sv="ett totalbelopp")
_CUT = Text(en="a cut of {row}", sv="en minskning av {row}")
_OF_CONTRIBUTIONS = Text(en="{share} of its contributions", sv="{share} av årets bidrag")
_NEEDED = Text(
    en="{what} of {amount} a year is needed for the equity at the end of {year} to be at least {asked}",
    sv="{what} på {amount} per år behövs för att det egna kapitalet vid slutet av {year} ska vara minst {asked}",
)
_NOTHING_NEEDED = Text(
    en="nothing is needed for the equity at the end of {year} to be at least {asked}",
    sv="inget behövs för att det egna kapitalet vid slutet av {year} ska vara minst {asked}",
)
_START = Text(
    en="at 0 kr a year the equity at the end of {year} ({column}) would be {equity}, and each krona a year adds "
    "{more} kr",
    sv="vid 0 kr per år skulle det egna kapitalet vid slutet av {year} ({column}) vara {equity}, och varje krona per "
    "år ger {more} kr till",
)
_ASKED_MORE = Text(
    en="what is asked for would then be {asked}, and each krona a year adds {more} kr to it",
    sv="det som krävs skulle då vara {asked}, och varje krona per år lägger till {more} kr",
)
_ROUNDED = Text(
    en="so {exact} is enough: in units of {unit} that is {amount}",
    sv="alltså räcker {exact}: i enheter om {unit} blir det {amount}",
)
_THEN = Text(
    en="the equity at the end of {year} is then {equity}", sv="då är det egna kapitalet vid slutet av {year} {equity}"
)
_NEVER = Text(
    en="{what} is not enough, however large, for an equity of at least {asked}: {steps}",
    sv="{what} räcker inte, oavsett storlek, för ett eget kapital på minst {asked}: {steps}",
)
_NOT_SO_MUCH = Text(
    en="{row} has {most} in {year}, and a cut of {amount} a year would be needed; cut other rows too",
    sv="{row} har {most} {year}, och en minskning med {amount} per år skulle behövas; minska andra rader också",
)
_NOT_KNOWN = Text(
    en="the equity at the end of {year} is not known: the plan lacks costs, contributions or what it opened with",
    sv="det egna kapitalet vid slutet av {year} är inte känt: planen saknar kostnader, bidrag eller ingående kapital",
)
_NO_YEAR = Text(
    en="there is nothing to change from {first} through {by}; there is {known}",
    sv="det finns inget att ändra från {first} till och med {by}; det finns {known}",
)
_NOTHING = Text(en="nothing", sv="inget")
_NO_ROW = Text(en='there is no row of costs "{name}"', sv='det finns ingen kostnadsrad "{name}"')
