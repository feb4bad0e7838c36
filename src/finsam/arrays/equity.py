"""Equity over the years (*utsikter*), of columns of totals, inhabitants and costs."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from attrs import field, frozen

from finsam.arrays.columns import ColumnLike, Whole, as_long, column, combined, in_rows
from finsam.arrays.distribution import Distribution
from finsam.arrays.inhabitants import inhabitants
from finsam.arrays.members import NOTHING_DRAWN
from finsam.arrays.year import year_draws
from finsam.budget import Accounts
from finsam.errors import BudgetError, FundingError
from finsam.funding import Basis
from finsam.ids import find
from finsam.ladder import Step
from finsam.language import Text
from finsam.money import kr
from finsam.plan import OperationalPlan
from finsam.readonly import ReadOnly
from finsam.typed import expect

__all__ = ["Outlook", "outlook"]

Costs = dict[int, dict[str | None, Whole]]
"""Costs that are drawn, by year and by the id of the row; None for all of a year's."""


@frozen(kw_only=True, eq=False)
class Outlook:
    """
    What the years of a plan may come to (*utsikter*), a row a draw; made by `outlook`.

    `closing` is the equity at the end of every year of which it is known, and `contributed` what all pay together in
    them. `above_ceiling` is in how large a share of the draws a year closes above the most that the plan means to have
    saved; None where that is not said, or not for so large contributions. `amounts` and `heads` are what was drawn.
    """

    plan: OperationalPlan = field(repr=False)
    closing: Distribution[int]
    contributed: Distribution[int]
    above_ceiling: Mapping[int, Fraction | None]
    amounts: Mapping[int, Mapping[Basis, Whole]] = field(repr=False)
    heads: Mapping[int, Mapping[str, Whole]] = field(repr=False)

    @property
    def years(self) -> tuple[int, ...]:
        """The years whose closing equity is known, in order."""
        return self.closing.columns

    @property
    def below_zero(self) -> Mapping[int, Fraction]:
        """In how large a share of the draws each year closes below zero, exactly counted."""
        return self.closing.chance_below(kr(0))

    def contributions(self, year: int) -> Distribution[str]:
        """What each member pays in a year of the plan; raises as `finsam.arrays.contributions` does."""
        rows = len(self.closing)
        return year_draws(self.plan, year, rows, self.amounts.get(year, {}), self.heads.get(year, {})).by_member()


def outlook(
    plan: OperationalPlan,
    *,
    total: Mapping[int, ColumnLike] | None = None,
    state: Mapping[int, ColumnLike] | None = None,
    regions: Mapping[int, ColumnLike] | None = None,
    municipalities: Mapping[int, ColumnLike] | None = None,
    per_inhabitant: Mapping[int, ColumnLike] | None = None,
    population: Mapping[int, Mapping[str, ColumnLike]] | None = None,
    costs: Mapping[int, ColumnLike] | Mapping[str, Mapping[int, ColumnLike]] | Mapping[int | str, Any] | None = None,
) -> Outlook:
    """
    What the years of a plan may come to (*utsikter*), for columns by year of what is uncertain, in öre.

    The columns take the place of what the plan has, as in `contributions`. `costs` are all costs of a year, or those
    of a row by its id or name: `{2024: [...]}` or `{"kansli": {2024: [...]}}`. Equity is carried from year to year as
    `OperationalPlan.closing_equity` carries it, by what is best known of each, and all else is as in the plan.

    Raises `ColumnError` for what is no column; `BudgetError` for a year without accounts or whose closing equity is
    not known, for a row without costs in it, for both a row and all costs of it, and where what was received is given;
    `UnknownNameError` for a row that the plan does not have; and otherwise as `contributions` does.

    >>> ahead = outlook(example("hoglandet-2023"), costs={"tjansteperson": {2025: [85_000_000, 130_000_000]}})
    >>> ahead.closing[2025]
    array([42705500, -2294500])
    """
    expect(plan, OperationalPlan, "plan")
    starts = zip(Basis, (total, state, regions, municipalities, per_inhabitant), strict=True)
    amounts = _by_year({basis: given for basis, given in starts if given is not None})
    heads = _heads({} if population is None else population)
    spent = _costs(plan, {} if costs is None else costs)
    columns = dict(_named(amounts, heads, spent))
    if not columns:
        raise FundingError(NOTHING_DRAWN)
    rows = as_long(columns)
    paid: dict[int, Any] = {
        year: sum(year_draws(plan, year, rows, amounts.get(year, {}), heads.get(year, {})).by_party().values())
        for year in {**amounts, **heads}
    }
    closing, contributed = _carried(plan, rows, paid, amounts.keys(), spent)
    steps = plan.equity.ladder if plan.equity.ceiling is None else (Step(share=plan.equity.ceiling),)
    return Outlook(
        plan=plan,
        closing=_distribution(closing, rows),
        contributed=_distribution(contributed, rows),
        above_ceiling=ReadOnly({year: _above(closing[year], contributed[year], steps) for year in closing}),
        amounts=ReadOnly(amounts),
        heads=ReadOnly(heads),
    )


def _by_year(given: Mapping[Basis, Mapping[int, ColumnLike]]) -> dict[int, dict[Basis, Whole]]:
    """The columns to start from, by year."""
    amounts: dict[int, dict[Basis, Whole]] = {}
    for basis, by_year in given.items():
        expect(by_year, dict, basis.value)
        for year, each in by_year.items():
            amounts.setdefault(year, {})[basis] = column(each, f"{basis.value}[{year}]", least=0)
    return amounts


def _heads(given: Mapping[int, Mapping[str, ColumnLike]]) -> dict[int, Mapping[str, Whole]]:
    """The columns of inhabitants, by year."""
    expect(given, dict, "population")
    return {year: inhabitants(each, f"population[{year}]") for year, each in given.items()}


def _costs(plan: OperationalPlan, given: Mapping[Any, Any]) -> Costs:
    """The columns of costs, by year and row."""
    expect(given, dict, "costs")
    costs: Costs = {}
    for key, each in given.items():
        if isinstance(key, str):
            row = find(_NO_ROW, key, [(row.name, row) for row in plan.costs])
            expect(each, dict, f'costs["{key}"]')
            for year, amounts in each.items():
                costs.setdefault(year, {})[row.id] = column(amounts, f'costs["{key}"][{year}]')
        else:
            costs.setdefault(key, {})[None] = column(each, f"costs[{key}]")
    for year, rows in costs.items():
        if None in rows and len(rows) > 1:
            raise BudgetError(_TWICE(year=year, row=next(row for row in rows if row is not None)))
    return costs


def _named(
    amounts: Mapping[int, Mapping[Basis, Whole]], heads: Mapping[int, Mapping[str, Whole]], costs: Costs
) -> Iterator[tuple[str, Whole]]:
    """Every column, by what it is called where it was given."""
    for year, starts in amounts.items():
        yield from ((f"{basis.value}[{year}]", each) for basis, each in starts.items())
    for year, members in heads.items():
        yield from ((f'population[{year}]["{member}"]', each) for member, each in members.items())
    for year, rows in costs.items():
        for row, each in rows.items():
            yield f"costs[{year}]" if row is None else f'costs["{row}"][{year}]', each


def _carried(
    plan: OperationalPlan, rows: int, paid: Mapping[int, Whole], drawn: Collection[int], costs: Costs
) -> tuple[dict[int, Whole], dict[int, Whole]]:
    """What each year closes with, and what all contribute in it, for every year of which both are known."""
    known = {year: accounts for year in plan.years if (accounts := plan.best_known(year)) is not None}
    closing: dict[int, Whole] = {}
    contributed: dict[int, Whole] = {}
    for year in {**dict.fromkeys(drawn), **costs}:
        if year not in known:
            raise BudgetError(_NO_ACCOUNTS(year=year, known=tuple(known)))
    for year, accounts in known.items():
        received = _received(plan, accounts, paid, is_drawn=year in drawn)
        begins = plan.equity.opening.figure(*accounts.cell)
        opening = closing.get(year - 1) if begins is None else begins.ore
        spent = _spent(accounts, costs.get(year, {}))
        if opening is not None and received is not None and spent is not None:
            income = sum(line.amount.ore for line in accounts.other_income)
            parts = ((each, sign) for each, sign in ((opening, 1), (received, 1), (income, 1), (spent, -1)))
            contributed[year] = in_rows(received, rows, f"the contributions of {year}")
            closing[year] = in_rows(combined(*parts), rows, f"the closing equity of {year}")
        elif year in drawn or year in costs:
            raise BudgetError(_NOT_KNOWN(year=year))
    return closing, contributed


def _received(plan: OperationalPlan, accounts: Accounts, paid: Mapping[int, Whole], *, is_drawn: bool) -> Any:
    """What all contribute in the year, in öre, by row or for all; None where it is not known."""
    year = accounts.year
    if (received := plan.funding.received.figure(*accounts.cell)) is None and year in paid:
        return paid[year]
    if received is not None and is_drawn:
        raise BudgetError(_RECEIVED(year=year, received=received))
    return None if accounts.contributions is None else accounts.contributions.ore


def _spent(accounts: Accounts, drawn: Mapping[str | None, Whole]) -> Any:
    """What the year costs, in öre, by row or for all; None where no row says anything."""
    if None in drawn:
        return drawn[None]
    costs = {line.id: line.amount.ore for line in accounts.costs}
    for row in drawn:
        if row not in costs:
            raise BudgetError(_NO_COSTS(row=row, column=accounts.column, year=accounts.year))
    if not costs:
        return None
    return combined(*((drawn.get(row, ore), 1) for row, ore in costs.items()))


def _distribution(columns: Mapping[int, Whole], rows: int) -> Distribution[int]:
    ore = np.empty((len(columns), rows), dtype=np.int64)
    for row, each in zip(ore, columns.values(), strict=True):
        row[:] = each
    return Distribution(columns=tuple(columns), ore=ore.T)


def _above(closing: Whole, contributed: Whole, steps: Sequence[Step]) -> Fraction | None:
    """In how large a share of the draws the equity is above what may be saved; None where a draw has no step."""
    left, above = np.ones(len(closing), dtype=np.bool_), 0
    for step in steps:
        reached = left if step.up_to is None else left & (contributed <= step.up_to.ore)
        share = Fraction(0) if step.share is None else step.share
        over = combined((closing, share.denominator), (contributed, -share.numerator), (-_most(step), 1)) > 0
        above += int(np.count_nonzero(over & reached))
        left = left & ~reached
    return None if left.any() else Fraction(above, len(closing))


def _most(step: Step) -> int:
    """The amount of a step, in öre, beside its share."""
    return 0 if step.amount is None else step.amount.ore


_NO_ROW = Text(en='there is no row of costs "{name}" in the plan', sv='det finns ingen kostnadsrad "{name}" i planen')
_TWICE = Text(
    en="{year} has both all costs and those of the row {row}; give one of them",
    sv="{year} har både alla kostnader och dem för raden {row}; ange en av dem",
)
_NO_ACCOUNTS = Text(
    en="there is no budget, forecast or outcome for {year}; the plan has {known}",
    sv="det finns varken budget, prognos eller utfall för {year}; planen har {known}",
)
_NO_COSTS = Text(
    en="the row {row} has no costs in {year} ({column}); give a row that has, or write the amount in the plan",
    sv="raden {row} har inga kostnader {year} ({column}); ange en rad som har det, eller skriv beloppet i planen",
)
_NOT_KNOWN = Text(
    en="it is not known what {year} closes with; write under [equity] what it opens with (opening), and its costs and "
    "contributions",
    sv="det är inte känt vad {year} slutar med; skriv under [equity] vad det börjar med (opening), och årets kostnader "
    "och bidrag",
)
_RECEIVED = Text(
    en="{received} was received in {year}, whatever is drawn; leave the year out of the columns to start from",
    sv="{received} togs emot {year}, vad som än dras; utelämna året ur kolumnerna att utgå från",
)
