"""Tables of amounts that add up: contributions by party, and costs by category."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Generic, TypeVar

from attrs import evolve, frozen

from finsam.budget import Category
from finsam.funding import Standing
from finsam.language import Text
from finsam.money import ExactMoney, Money, of_ore
from finsam.organisations import Party
from finsam.overview.speaking import LeftOut, inhabitants, left_out, speaking, why_no_accounts
from finsam.overview.spread import Spread
from finsam.overview.summary import PlanSummary, YearSummary
from finsam.readonly import ReadOnly
from finsam.rows import Column

__all__ = ["AmountTable", "AssociationAmounts", "contributions", "costs"]

K = TypeVar("K", Party, Category)


@frozen(kw_only=True)
class AssociationAmounts(Generic[K]):
    """
    An association's amounts, which are the parts of its total: by the plan for `plan_year`.

    `inhabitants` are those of its municipalities, `counted_on` a day where the plan says so; None where they are not
    known. `standing` is how firm contributions are, where that is said, and `preliminary` is an outcome that is not
    final.
    """

    association: str
    plan_year: int
    region: str | Text
    parts: Mapping[K, Money]
    inhabitants: int | None = None
    counted_on: date | None = None
    standing: Standing | None = None
    preliminary: bool = False

    @property
    def total(self) -> Money:
        """All parts together."""
        return Money(ore=sum(each.ore for each in self.parts.values()))

    @property
    def per_inhabitant(self) -> ExactMoney | None:
        """The total for each inhabitant, exactly; None where they are not known, or none."""
        return of_ore(Fraction(self.total.ore, self.inhabitants)) if self.inhabitants else None

    def share(self, key: K) -> Fraction | None:
        """What part of the total that one is; None where it is not there, and of nothing."""
        return self.parts[key] / self.total if key in self.parts and self.total.ore else None


@frozen(kw_only=True)
class AmountTable(Generic[K]):
    """
    Amounts of one year by association, of one column where it is not None.

    The parts of every row add up to its total, and the rows to the sums. `left_out` are the associations of which it
    cannot be said, each with why.
    """

    year: int
    column: Column | None
    rows: tuple[AssociationAmounts[K], ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def sums(self) -> Mapping[K, Money]:
        """The amounts of all rows together, by party or by category; those that some row has."""
        return _sums(self.rows)

    @property
    def total(self) -> Money:
        """All of it."""
        return Money(ore=sum(each.total.ore for each in self.rows))

    @property
    def regions(self) -> Mapping[str | Text, Mapping[K, Money]]:
        """
        The sums by region, in the order of their names. An association in several regions stands by itself: the plan
        does not say for which of them the state's and the municipalities' money is.
        """
        names = sorted({each.region for each in self.rows}, key=lambda name: (isinstance(name, Text), str(name)))
        return ReadOnly({name: _sums([each for each in self.rows if each.region == name]) for name in names})

    @property
    def spread(self) -> Spread | None:
        """How the totals lie, in öre; None without rows."""
        return Spread.of({each.association: Fraction(each.total.ore) for each in self.rows})

    @property
    def spread_per_inhabitant(self) -> Spread | None:
        """How the totals for each inhabitant lie, in öre, where inhabitants are known."""
        each = {row.association: row.per_inhabitant for row in self.rows}
        return Spread.of({name: Fraction(amount.ore) for name, amount in each.items() if amount is not None})

    def spread_of(self, key: K) -> Spread | None:
        """How that part of the totals lies, in öre; only of those who have it."""
        parts = {each.association: Fraction(each.parts[key].ore) for each in self.rows if key in each.parts}
        return Spread.of(parts)

    def spread_of_share(self, key: K) -> Spread | None:
        """How that part of the totals lies, as a share of each; only of those who have it."""
        shares = {each.association: each.share(key) for each in self.rows}
        return Spread.of({name: share for name, share in shares.items() if share is not None})


def _sums(rows: Sequence[AssociationAmounts[K]]) -> Mapping[K, Money]:
    sums: dict[K, int] = {}
    for row in rows:
        for key, amount in row.parts.items():
            sums[key] = sums.get(key, 0) + amount.ore
    return ReadOnly({key: Money(ore=sums[key]) for key in sorted(sums, key=_order)})


def _order(key: Party | Category) -> int:
    """The place among the parties or the categories."""
    return [*type(key)].index(key)


def contributions(plans: Sequence[PlanSummary], year: int, given: Mapping[str, int] = ReadOnly()) -> AmountTable[Party]:
    """
    What the parties contribute in a year by association, by the terms of the plans; `given` are inhabitants by
    municipality.

    The terms are neither a budget nor an outcome: what was received is in the accounts, by column. Left out is an
    association whose plans have no terms for the year, and one whose terms do not tell what each party pays.
    """

    def said(plan: PlanSummary) -> AssociationAmounts[Party] | None:
        of = plan.years.get(year)
        if of is None or of.parties is None:
            return None
        return evolve(_row(plan, of, year, given), parts=of.parties, standing=of.standing)

    spoken = speaking(plans, year, said)
    return AmountTable(
        year=year,
        column=None,
        rows=tuple(spoken.values()),
        left_out=left_out(plans, year, spoken, lambda _: _NO_TERMS(year=year)),
    )


def _row(plan: PlanSummary, of: YearSummary, year: int, given: Mapping[str, int]) -> AssociationAmounts[Any]:
    """The association's row, without amounts."""
    return AssociationAmounts(
        association=plan.association,
        plan_year=plan.year,
        region=of.region,
        parts=ReadOnly(),
        inhabitants=inhabitants(of, given),
        counted_on=None if given else of.counted_on,
    )


def costs(
    plans: Sequence[PlanSummary], year: int, column: Column, given: Mapping[str, int] = ReadOnly()
) -> AmountTable[Category]:
    """
    What a year costs by association and category, in one column; `given` are inhabitants by municipality.

    A category that a plan has no row of is not zero but unsaid: board and audit are often part of administration. Left
    out is an association without costs for the whole year in the column, and one whose column has less than half as
    many rows as another: neither can be added to the costs of whole years.
    """

    def said(plan: PlanSummary) -> AssociationAmounts[Category] | None:
        of = plan.years.get(year)
        accounts = None if of is None else of.accounts.get(column)
        if of is None or accounts is None or not accounts.costs:
            return None
        return evolve(_row(plan, of, year, given), parts=accounts.costs, preliminary=accounts.preliminary)

    spoken = speaking(plans, year, said)
    return AmountTable(
        year=year,
        column=column,
        rows=tuple(spoken.values()),
        left_out=left_out(plans, year, spoken, lambda plan: why_no_accounts(plan, year, column)),
    )


_NO_TERMS = Text(en="what the parties contribute in {year} is not said", sv="vad parterna bidrar med {year} sägs inte")
