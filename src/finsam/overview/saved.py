"""What associations have saved (*eget kapital*), by year and column."""

from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

from finsam.language import Text
from finsam.money import Money
from finsam.overview.speaking import LeftOut, left_out, speaking, why_no_accounts
from finsam.overview.spread import Spread
from finsam.overview.summary import AccountsSummary, PlanSummary
from finsam.rows import Column

__all__ = ["AssociationEquity", "EquityTable", "equity"]


@frozen(kw_only=True)
class AssociationEquity:
    """What an association has at the end of the year, and what is contributed in it: by the plan for `plan_year`."""

    association: str
    plan_year: int
    closing: Money
    contributions: Money
    preliminary: bool = False

    @property
    def share(self) -> Fraction:
        """The equity as a part of the contributions; below zero where it is a deficit."""
        return self.closing / self.contributions


@frozen(kw_only=True)
class EquityTable:
    """
    Equity as a share of a year's contributions by association, in one column.

    `left_out` are the associations of which it cannot be said, each with why.
    """

    year: int
    column: Column
    rows: tuple[AssociationEquity, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def closing(self) -> Money:
        """The equity of all rows together."""
        return Money(ore=sum(each.closing.ore for each in self.rows))

    @property
    def contributions(self) -> Money:
        """The contributions of all rows together."""
        return Money(ore=sum(each.contributions.ore for each in self.rows))

    @property
    def share(self) -> Fraction | None:
        """All equity as a part of all contributions; None without rows."""
        return self.closing / self.contributions if self.rows else None

    @property
    def spread(self) -> Spread | None:
        """How the shares lie, as parts of one; None without rows."""
        return Spread.of({each.association: each.share for each in self.rows})


def equity(plans: Sequence[PlanSummary], year: int, column: Column) -> EquityTable:
    """
    What is saved at the end of a year as a share of the year's contributions, by association, in one column.

    Left out is an association whose closing equity is not known in the column, as where it does not say with what the
    year begins, and one whose contributions are not known, or are nothing.
    """

    def said(plan: PlanSummary) -> AssociationEquity | None:
        accounts = _accounts(plan, year, column)
        if accounts is None or accounts.closing is None or accounts.contributions in (None, Money(ore=0)):
            return None
        return AssociationEquity(
            association=plan.association,
            plan_year=plan.year,
            closing=accounts.closing,
            contributions=accounts.contributions,
            preliminary=accounts.preliminary,
        )

    def why(plan: PlanSummary) -> Text:
        accounts = _accounts(plan, year, column)
        if accounts is None:
            return why_no_accounts(plan, year, column)
        return (_NOT_KNOWN if accounts.closing is None else _NOTHING_PAID)(column=column, year=year)

    spoken = speaking(plans, year, said)
    return EquityTable(
        year=year, column=column, rows=tuple(spoken.values()), left_out=left_out(plans, year, spoken, why)
    )


def _accounts(plan: PlanSummary, year: int, column: Column) -> AccountsSummary | None:
    return plan.years[year].accounts.get(column) if year in plan.years else None


_NOT_KNOWN = Text(
    en="the equity at the end of {year} is not known in the {column}",
    sv="det egna kapitalet vid slutet av {year} är inte känt i kolumnen {column}",
)
_NOTHING_PAID = Text(
    en="nothing is contributed in {year} in the {column}", sv="inget bidrag lämnas {year} i kolumnen {column}"
)
