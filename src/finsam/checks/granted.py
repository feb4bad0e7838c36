"""3xx: what is granted, held against what was applied for and against the budget."""

from collections.abc import Iterator

from finsam.budget import Category, Cost, Line
from finsam.checks.rules import Breach, Rule, numbered
from finsam.decisions import years_of
from finsam.finding import Severity
from finsam.language import Text
from finsam.money import Money, kr
from finsam.plan import OperationalPlan
from finsam.rows import Column

__all__ = ["RULES"]


@numbered(
    "F370",
    Severity.WARNING,
    Text(en="practice: a grant answers an application", sv="praxis: beviljade medel svarar mot en ansökan"),
    Text(en="No more is granted than was applied for.", sv="Inte mer beviljas än vad som har sökts."),
)
def _no_more_than_was_applied_for(plan: OperationalPlan) -> Iterator[Breach]:
    for index, each in enumerate(plan.decisions):
        ends = [figure.high for figure in each.applied.values()]
        most = sum((end for end in ends if end is not None), start=kr(0).ore)
        granted = sum(each.granted.values(), kr(0))
        if ends and None not in ends and granted.ore > most:
            applied = tuple(f"{years} {figure}" for years, figure in each.applied.items())
            message = _MORE_THAN_APPLIED(id=each.id, granted=granted, applied=applied)
            yield Breach(path=("decisions", index, "granted"), message=message, remedy=_CORRECT_EITHER)


_MORE_THAN_APPLIED = Text(
    en="{id} grants {granted}, and less was applied for: {applied}",
    sv="{id} beviljar {granted}, och mindre söktes: {applied}",
)
_CORRECT_EITHER = Text(
    en="correct the amounts, or say in the conditions why more is granted",
    sv="rätta beloppen, eller skriv bland villkoren varför mer beviljas",
)


def _decided(plan: OperationalPlan, year: int) -> tuple[set[str], set[str]]:
    """The interventions and the rows about which decisions grant money in a year."""
    standing = plan.committed(year).standing
    return {each.intervention or "" for each in standing}, {each.row or "" for each in standing}


def _other_costs(plan: OperationalPlan, year: int) -> Money:
    """What the budget has for what no decision is about, but for what is set aside and not yet allocated."""
    interventions, rows = _decided(plan, year)
    return _sum(
        line
        for line in plan.budget(year).costs
        if not (line.id in rows or line.row.intervention in interventions or line.row.category is Category.NEW)
    )


def _sum(lines: Iterator[Line[Cost]]) -> Money:
    return sum((line.amount for line in lines), kr(0))


def _budget_years(plan: OperationalPlan) -> Iterator[int]:
    """The years for which anything is granted and there is a budget."""
    known = {budget.time for budget in plan.budgets if budget.is_whole_year and budget.costs}
    return (year for year in years_of(plan.decisions) if year in known)


@numbered(
    "F371",
    Severity.WARNING,
    Text(en="practice: decisions that can be carried out", sv="praxis: beslut som går att genomföra"),
    Text(
        en="What decisions commit and the budget's other costs are together within the year's income and equity.",
        sv="Det som besluten binder och budgetens övriga kostnader ryms tillsammans i årets intäkter och eget kapital.",
    ),
)
def _there_is_room_for_the_rest(plan: OperationalPlan) -> Iterator[Breach]:
    for year in _budget_years(plan):
        of, others = plan.committed(year), _other_costs(plan, year)
        if of.available is not None and of.total.low <= of.available < of.total.low + others:
            message = _NO_ROOM(
                year=year,
                committed=of.total.low,
                others=others,
                available=of.available,
                missing=of.total.low + others - of.available,
            )
            yield Breach(path=("decisions",), message=message, remedy=_MAKE_ROOM)


_NO_ROOM = Text(
    en="{committed} is committed for {year} and other costs are {others}: {missing} more than the {available} there is",
    sv="{committed} är bundet för {year} och övriga kostnader är {others}: {missing} mer än de {available} som finns",
)
_MAKE_ROOM = Text(
    en="lower the other costs, or wait with what is not yet decided",
    sv="sänk de övriga kostnaderna, eller vänta med det som inte är beslutat",
)


@numbered(
    "F372",
    Severity.WARNING,
    Text(en="practice: the budget has what is granted", sv="praxis: budgeten rymmer det som är beviljat"),
    Text(
        en="The budget has at least as much for an intervention or a row as decisions have granted to it.",
        sv="Budgeten har minst så mycket för en insats eller rad som besluten har beviljat.",
    ),
)
def _the_budget_has_what_is_granted(plan: OperationalPlan) -> Iterator[Breach]:
    for year in _budget_years(plan):
        for name, granted, budgeted in _held_against_the_budget(plan, year):
            if granted > budgeted:
                message = _TOO_LITTLE(granted=granted, name=name, year=year, budgeted=budgeted)
                yield Breach(path=("decisions",), message=message, remedy=_CHANGE_BUDGET)


def _held_against_the_budget(plan: OperationalPlan, year: int) -> Iterator[tuple[str, Money, Money]]:
    """What is granted and what is budgeted, for each intervention and row that a decision is about."""
    of = plan.committed(year)
    for each in plan.interventions:
        if each.id in of.by_intervention:
            budgeted = plan.financing_of(each.id).get((Column.BUDGET, year), kr(0))
            yield each.name, of.by_intervention[each.id].low, budgeted
    for row in plan.costs:
        if row.id in of.by_row and row.intervention is None:
            yield row.name, of.by_row[row.id].low, row.budget.get(year, kr(0))


_TOO_LITTLE = Text(
    en="{granted} is granted to {name} for {year}, and the budget has {budgeted} for it",
    sv="{granted} är beviljat till {name} för {year}, och budgeten har {budgeted} för det",
)
_CHANGE_BUDGET = Text(
    en="change the budget, or write which decision replaces which",
    sv="ändra budgeten, eller skriv vilket beslut som ersätter vilket",
)

RULES: tuple[Rule, ...] = (
    _no_more_than_was_applied_for,
    _there_is_room_for_the_rest,
    _the_budget_has_what_is_granted,
)
