"""Equity over the years (*eget kapital över tid*): what each opens and closes with, by the best that is known of it."""

from attrs import frozen

from finsam.budget import Budget, Forecast, Outcome
from finsam.money import ExactMoney, Money, of_ore
from finsam.plan import OperationalPlan

__all__ = ["EquityYear", "equity_over_time"]


@frozen(kw_only=True)
class EquityYear:
    """
    A year's equity (*årets kapital*): the accounts by which it is known, and the `most` that may be saved, None where
    that is not said or not known.
    """

    accounts: Budget | Forecast | Outcome
    most: ExactMoney | None

    @property
    def year(self) -> int:
        """The year."""
        return self.accounts.year

    @property
    def opening(self) -> Money | None:
        """The equity with which the year begins; None where it is not known."""
        return self.accounts.opening

    @property
    def result(self) -> Money | None:
        """Income less costs; None where it is not known."""
        return self.accounts.result

    @property
    def closing(self) -> Money | None:
        """The equity with which the year ends; None where it is not known."""
        return self.accounts.closing

    @property
    def excess(self) -> ExactMoney | None:
        """How much of it is above the most that may be saved (*överskjutande*), zero or more; None where not known."""
        if self.closing is None or self.most is None:
            return None
        return of_ore(max(self.closing.ore - self.most.ore, 0))


def equity_over_time(plan: OperationalPlan) -> tuple[EquityYear, ...]:
    """
    The equity of every year of which there are accounts, in order: each by its outcome, else its forecast, else its
    budget, and opened with what the year before closed with where the plan says nothing else.

    >>> for each in equity_over_time(example("hoglandet-2023")):
    ...     print(each.year, each.accounts.column, each.opening, each.closing)
    2022 forecast 427 809 kr 427 055 kr
    2023 budget 427 055 kr 427 055 kr
    2024 budget 427 055 kr 427 055 kr
    2025 budget 427 055 kr 427 055 kr
    """
    known = (plan.best_known(year) for year in plan.years)
    return tuple(EquityYear(accounts=each, most=_most(plan, each)) for each in known if each is not None)


def _most(plan: OperationalPlan, accounts: Budget | Forecast | Outcome) -> ExactMoney | None:
    """The most that may be saved in that year."""
    return None if accounts.contributions is None else plan.equity.most(accounts.contributions)
