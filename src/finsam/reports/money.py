"""The money of a plan in tables: who pays, and what each year gets, uses and leaves."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from attrs import evolve

from finsam.budget import Accounts, Budget, Category, Cost, Forecast, Income, Outcome
from finsam.derivation import Contributions
from finsam.errors import FinsamError
from finsam.formula import contributions_on
from finsam.funding import Basis
from finsam.language import Text
from finsam.money import Money
from finsam.pending import NotAgreed
from finsam.period import time_label
from finsam.plan import OperationalPlan
from finsam.reports.labels import CLOSING, CONTRIBUTIONS, COSTS, OPENING, RESULT, TOTAL
from finsam.reports.parts import UNKNOWN, Content, Row, Table

__all__ = ["budget", "contributions", "due_as_known", "heading", "in_short", "paid", "who_pays"]


def contributions(plan: OperationalPlan) -> Table | None:
    """What each member pays, a row a member and a column a year; `?` where it is not known. None without funding."""
    years = plan.funding.years
    if not years:
        return None
    due = [due_as_known(plan, year) for year in years]
    members = {member.name for year in years for member in plan.association.members_in(year)}
    names = [member.name for member in plan.association.members if member.name in members]
    totals = tuple(UNKNOWN if (total := plan.total(year)) is None else total for year in years)
    return Table(
        title=_CONTRIBUTIONS_TITLE,
        headings=tuple(_year_heading(plan, year) for year in years),
        rows=(
            *(Row(label=name, cells=tuple(paid(each, name) for each in due)) for name in names),
            Row(label=TOTAL, cells=totals, sum=True),
        ),
    )


def _year_heading(plan: OperationalPlan, year: int) -> Text | str:
    """The year, and how firm its contributions are where that is said."""
    standing = plan.funding.standing.get(year)
    return str(year) if standing is None else _STANDING(year=str(year), standing=standing)


def due_as_known(plan: OperationalPlan, year: int) -> Contributions | None:
    """What each member pays, so far as the act fixes it where the split is wrong; None where it fixes nothing."""
    due = plan.contributions_or_error(year)
    if isinstance(due, Contributions):
        return due
    if (parties := plan.parties(year)) is None:
        return None
    terms, unknown = evolve(plan.terms(year), basis=Basis.TOTAL, amount=parties.total), NotAgreed()
    for each in (evolve(terms, split=unknown), evolve(terms, region_split=unknown)):
        with suppress(FinsamError):
            return contributions_on(plan.association, each)
    return contributions_on(plan.association, evolve(terms, split=unknown, region_split=unknown))


def paid(due: Contributions | None, name: str) -> Content:
    """What the member pays; nothing where it is not a member that year."""
    if due is None:
        return UNKNOWN
    return due.amounts.get(name, UNKNOWN) if name in due.members else None


def who_pays(due: Contributions) -> Table:
    """What each member pays in one year, and each one's share of what its party pays."""
    rows = []
    for pool in due.pools:
        for member in pool.members:
            split = pool.split
            cells: tuple[Content, Content] = (split.share(member), split[member]) if split else (UNKNOWN, UNKNOWN)
            rows.append(Row(label=member, cells=cells))
        rows.append(Row(label=pool.party.label, cells=(str(pool.share), pool.amount), sum=True))
    rows.append(Row(label=TOTAL, cells=(None, due.total), sum=True))
    return Table(title=_YEAR_TITLE(year=due.year), headings=(_SHARE, "kr"), rows=tuple(rows))


def in_short(plan: OperationalPlan) -> Table | None:
    """What the budget year and the years after it get, use and leave; None where the plan has no budget for them."""
    years = [each for each in plan.budgets if each.time in plan.planned_years]
    if not years:
        return None
    rows = (
        _row(CONTRIBUTIONS, years, lambda each: each.contributions),
        _row(COSTS, years, lambda each: each.total_costs),
        _row(RESULT, years, lambda each: each.result),
        _row(CLOSING, years, lambda each: each.closing),
    )
    return Table(title=_IN_SHORT, headings=tuple(map(heading, years)), rows=rows)


def budget(plan: OperationalPlan, accounts: Sequence[Budget | Forecast | Outcome] | None = None) -> Table | None:
    """
    What each year gets and uses and what is left, a row a line and a column a budget, forecast or outcome: those that
    are given, or all that the plan has.

    None where there are none of them.
    """
    every = plan.accounts if accounts is None else tuple(accounts)
    if not every:
        return None
    rows = [
        _row(OPENING, every, lambda each: each.opening),
        _row(CONTRIBUTIONS, every, lambda each: each.contributions),
        *(_listed(row, every) for row in plan.income),
    ]
    for category in Category:
        of_it = [row for row in plan.costs if row.category is category]
        if of_it:
            cells = tuple(each.by_category.get(category) for each in every)
            rows.append(Row(label=category.label, cells=cells))
        rows += [_listed(row, every) for row in of_it]
    rows += [
        _row(_mixed(COSTS, every), every, lambda each: each.total_costs, sum=True),
        _row(RESULT, every, lambda each: each.result),
        _row(CLOSING, every, lambda each: each.closing),
    ]
    return Table(title=_BUDGET_TITLE, headings=tuple(map(heading, every)), rows=tuple(rows))


def _row(
    label: Text, every: Sequence[Accounts], amount: Callable[[Accounts], Money | None], *, sum: bool = False
) -> Row:
    """A row with an amount for each, or `?`."""
    amounts = map(amount, every)
    return Row(label=label, cells=tuple(UNKNOWN if each is None else each for each in amounts), sum=sum)


def _mixed(label: Text, every: Sequence[Accounts]) -> Text:
    """The label of the total, which says so where some of its rows exclude VAT and others do not."""
    return _PARTLY_EXCLUDING(label=label) if any(each.mixes_vat for each in every) else label


def _listed(row: Cost | Income, every: Sequence[Accounts]) -> Row:
    """A row of the plan, with its amounts."""
    label = _EXCLUDING(name=row.name) if isinstance(row, Cost) and row.excluding_vat else row.name
    return Row(label=label, cells=tuple(row.figure(*each.cell) for each in every), listed=True)


def heading(of: Budget | Forecast | Outcome) -> Text:
    """Which column it is, and of which time."""
    preliminary = isinstance(of, Outcome) and of.preliminary
    return (_PRELIMINARY if preliminary else _COLUMN)(column=of.column, time=time_label(of.time))


_CONTRIBUTIONS_TITLE = Text(en="Contributions, kr", sv="Bidrag från medlemmarna, kr")
_YEAR_TITLE = Text(en="Contributions {year}", sv="Bidrag från medlemmarna {year}")
_IN_SHORT = Text(en="In short, kr", sv="I korthet, kr")
_BUDGET_TITLE = Text(en="Budget, kr", sv="Budget, kr")
_SHARE = Text(en="share", sv="andel")
_STANDING = Text(en="{year} {standing}", sv="{year} {standing}")
_EXCLUDING = Text(en="{name} (excluding VAT)", sv="{name} (exkl. moms)")
_PARTLY_EXCLUDING = Text(en="{label} (partly excluding VAT)", sv="{label} (delvis exkl. moms)")
_COLUMN = Text(en="{column} {time}", sv="{column} {time}")
_PRELIMINARY = Text(en="prel. {column} {time}", sv="prel. {column} {time}")
