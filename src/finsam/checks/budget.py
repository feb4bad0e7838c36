"""3xx: what the money goes to, and what is left."""

from collections.abc import Iterator

from finsam import law
from finsam.budget import Budget, IncomeKind
from finsam.checks.rules import OWN_FIGURES, Breach, Rule, numbered
from finsam.finding import Chapter, Severity
from finsam.language import Text
from finsam.money import Money, kr
from finsam.period import time_key, time_label
from finsam.plan import OperationalPlan

__all__ = ["RULES"]


def _overspent(plan: OperationalPlan, *, later: bool) -> Iterator[tuple[Budget, Money]]:
    """The budget of the budget year, or those of later years, that cost more than they get, and by how much."""
    for budget in plan.budgets:
        asked = budget.year > plan.year if later else budget.year == plan.year
        if asked and budget.is_whole_year and budget.result is not None and budget.result < kr(0):
            yield budget, -budget.result


def _covered(budget: Budget, deficit: Money) -> bool:
    """Whether the equity that the year opens with covers it."""
    return budget.opening is not None and budget.opening >= deficit


def _deficit(plan: OperationalPlan, budget: Budget, deficit: Money) -> Breach:
    """That the year uses more than it gets, and whether equity covers it."""
    if budget.opening is None:
        cover = _NOT_KNOWN
    elif _covered(budget, deficit):
        cover = _COVERS(opening=budget.opening)
    else:
        cover = _DOES_NOT_COVER(opening=budget.opening, missing=deficit - budget.opening)
    message = _ABOVE(year=budget.year, costs=budget.total_costs, deficit=deficit, income=budget.income, cover=cover)
    return Breach(
        path=("costs",),
        message=message,
        remedy=_LOWER if budget.opening is not None else _say_opening(plan, budget.year),
        unknown=budget.opening is None,
    )


def _say_opening(plan: OperationalPlan, year: int) -> Text:
    """What to write so that the equity with which the year opens is known: where what is carried to it breaks off."""
    while (before := plan.best_known(year - 1)) is not None and before.income is not None:
        year -= 1
    return _SAY_OPENING(year=year, before=year - 1)


_ABOVE = Text(
    en="the costs of {costs} for {year} are {deficit} above the income of {income}; {cover}",
    sv="kostnaderna {costs} för {year} är {deficit} högre än intäkterna {income}; {cover}",
)
_NOT_KNOWN = Text(en="the equity it opens with is not known", sv="det ingående egna kapitalet är inte känt")
_COVERS = Text(en="equity of {opening} covers it", sv="eget kapital på {opening} täcker det")
_DOES_NOT_COVER = Text(
    en="equity of {opening} does not cover it, {missing} is missing",
    sv="eget kapital på {opening} täcker det inte, {missing} saknas",
)
_SAY_OPENING = Text(
    en="write the equity that {year} opens with under [equity] (opening), or what is contributed in {before} under "
    "[funding], so that it can be carried on",
    sv="skriv det egna kapital som {year} börjar med under [equity] (opening), eller bidragen för {before} under "
    "[funding], så att det kan föras vidare",
)
_LOWER = Text(
    en="lower the costs or raise the income; where earlier surplus is to be used, say so in the plan",
    sv="sänk kostnaderna eller höj intäkterna; ska tidigare överskott användas, skriv det i planen",
)


@numbered(
    "F301",
    Severity.ERROR,
    law.REVENUES_EXCEED_COSTS,
    Text(
        en="The costs of the budget year do not exceed its income and its equity together.",
        sv="Budgetårets kostnader överstiger inte intäkterna och det egna kapitalet tillsammans.",
    ),
    chapter=Chapter.BUDGET,
)
def _equity_covers_the_year(plan: OperationalPlan) -> Iterator[Breach]:
    for budget, deficit in _overspent(plan, later=False):
        if not _covered(budget, deficit):
            yield _deficit(plan, budget, deficit)


@numbered(
    "F302",
    Severity.WARNING,
    law.REVENUES_EXCEED_COSTS,
    Text(
        en="The income of the budget year exceeds its costs, even where equity covers the difference; the section's "
        "exceptions do not apply to coordination associations.",
        sv="Budgetårets intäkter överstiger kostnaderna, också där eget kapital täcker skillnaden; paragrafens "
        "undantag gäller inte för samordningsförbund.",
    ),
    chapter=Chapter.BUDGET,
)
def _income_exceeds_costs(plan: OperationalPlan) -> Iterator[Breach]:
    for budget, deficit in _overspent(plan, later=False):
        if _covered(budget, deficit):
            yield _deficit(plan, budget, deficit)


@numbered(
    "F303",
    Severity.NOTE,
    law.REVENUES_EXCEED_COSTS,
    Text(
        en="The act says that income shall exceed costs; a result of exactly zero is common, but does not meet the "
        "words.",
        sv="Lagen säger att intäkterna ska överstiga kostnaderna; ett resultat på exakt noll är vanligt men uppfyller "
        "inte orden.",
    ),
)
def _above_zero(plan: OperationalPlan) -> Iterator[Breach]:
    for budget in plan.budgets:
        if budget.time == plan.year and budget.result == kr(0):
            message = _EXACTLY_ZERO(year=plan.year, amount=budget.total_costs)
            yield Breach(path=("costs",), message=message, remedy=_SOME_SURPLUS)


_EXACTLY_ZERO = Text(
    en="income and costs for {year} are both {amount}: the result is exactly zero",
    sv="intäkterna och kostnaderna för {year} är båda {amount}: resultatet är exakt noll",
)
_SOME_SURPLUS = Text(
    en="budget some surplus, or give the reason for a result of zero",
    sv="budgetera ett visst överskott, eller motivera nollresultatet",
)


@numbered(
    "F306",
    Severity.ERROR,
    OWN_FIGURES,
    Text(
        en="The equity with which a year ends is the one with which the next begins.",
        sv="Det egna kapital som ett år slutar med är det som nästa år börjar med.",
    ),
)
def _closing_opens_the_next(plan: OperationalPlan) -> Iterator[Breach]:
    for accounts in plan.accounts:
        before = accounts.year - 1
        if accounts.is_whole_year and accounts != plan.best_known(accounts.year):
            continue  # what was expected then of the year before, which is known better now
        closing = plan.closing_equity(before) if accounts.begins_the_year else None
        if closing is not None and accounts.opening is not None and accounts.opening != closing:
            yield Breach(
                path=("equity", "opening", accounts.column, time_key(accounts.time)),
                message=_OPENS_WITH(
                    time=time_label(accounts.time), opening=accounts.opening, before=before, closing=closing
                ),
                remedy=_CARRY,
            )


_OPENS_WITH = Text(
    en="{time} opens with {opening}, but {before} closes with {closing}",
    sv="{time} börjar med {opening}, men {before} slutar med {closing}",
)
_CARRY = Text(
    en="leave the opening equity out, so that it is carried, or correct it",
    sv="utelämna det ingående kapitalet, så att det förs över, eller rätta det",
)


@numbered(
    "F307",
    Severity.ERROR,
    law.PLAN_YEARS,
    Text(
        en="The plan is for {years} years, of which the budget year is the first.",
        sv="Planen omfattar {years} år, med budgetåret först.",
    )(years=law.PLAN_YEARS.latest),
    chapter=Chapter.BUDGET,
)
def _years_of_the_plan(plan: OperationalPlan) -> Iterator[Breach]:
    length = law.PLAN_YEARS.began(plan.year).value
    known = {budget.time for budget in plan.budgets}
    missing = tuple(year for year in range(plan.year, plan.year + length) if year not in known)
    if missing:
        yield Breach(path=("costs",), message=_NO_BUDGET(years=missing), remedy=_ADD_COLUMNS, silent=True)


_NO_BUDGET = Text(en="there is no budget for {years}", sv="budget saknas för {years}")
_ADD_COLUMNS = Text(en="add a column for each year", sv="lägg till en kolumn för varje år")


@numbered(
    "F351",
    Severity.WARNING,
    Text(en="practice: a plan that can be carried out", sv="praxis: en plan som går att genomföra"),
    Text(
        en="No plan year after the budget year costs more than its income and its equity together.",
        sv="Inget planår efter budgetåret kostar mer än intäkterna och det egna kapitalet tillsammans.",
    ),
    chapter=Chapter.BUDGET,
)
def _equity_covers_plan_years(plan: OperationalPlan) -> Iterator[Breach]:
    for budget, deficit in _overspent(plan, later=True):
        if not _covered(budget, deficit):
            yield _deficit(plan, budget, deficit)


@numbered(
    "F352",
    Severity.NOTE,
    Text(en="practice: earlier surplus does not last for ever", sv="praxis: tidigare överskott räcker inte för alltid"),
    Text(
        en="Plan years after the budget year that use earlier surplus.",
        sv="Planår efter budgetåret som tar tidigare överskott i anspråk.",
    ),
)
def _plan_years_draw_on_equity(plan: OperationalPlan) -> Iterator[Breach]:
    for budget, deficit in _overspent(plan, later=True):
        if _covered(budget, deficit):
            yield _deficit(plan, budget, deficit)


_NO_SUPPORT = Text(
    en="practice: {section} lets members transfer funds, and the National Council finds no support for gifts",
    sv="praxis: {section} låter medlemmar överföra medel, och Nationella rådet finner inget stöd för gåvor",
)(section=law.MEMBERS_TRANSFER)


@numbered(
    "F358",
    Severity.WARNING,
    _NO_SUPPORT,
    Text(
        en="The association receives no gifts and no grants from others than its members.",
        sv="Förbundet tar inte emot gåvor och inte bidrag från andra än sina medlemmar.",
    ),
)
def _no_gifts(plan: OperationalPlan) -> Iterator[Breach]:
    for index, row in enumerate(plan.income):
        if row.kind in (IncomeKind.GIFT, IncomeKind.CROWDFUNDING, IncomeKind.GRANT):
            message = _RECEIVED(name=row.name, kind=row.kind)
            yield Breach(path=("income", index, "kind"), message=message, remedy=_LET_A_MEMBER)


_RECEIVED = Text(
    en="{name} is a {kind}, and pays for the costs",
    sv="{name} är en intäkt av slaget {kind}, och betalar kostnaderna",
)
_LET_A_MEMBER = Text(
    en="let a member receive it and transfer it, or leave it out of the budget",
    sv="låt en medlem ta emot och överföra det, eller ta bort det ur budgeten",
)


@numbered(
    "F359",
    Severity.UNKNOWN,
    _NO_SUPPORT,
    Text(
        en="It is said of every income what kind it is, so that it can be told whether it may be received.",
        sv="För varje intäkt anges vilket slag den är, så att det går att säga om den får tas emot.",
    ),
)
def _kinds_are_known(plan: OperationalPlan) -> Iterator[Breach]:
    for index, row in enumerate(plan.income):
        if row.kind is None:
            message = _WHAT_KIND(name=row.name)
            yield Breach(path=("income", index), message=message, remedy=_WRITE_KIND, unknown=True)


_WHAT_KIND = Text(
    en="it is not said what kind of income {name} is", sv="det framgår inte vilket slag av intäkt {name} är"
)
_WRITE_KIND = Text(en="write kind, as one of {kinds}", sv="skriv intäktsslaget (kind), som ett av {kinds}")(
    kinds=tuple(kind.value for kind in IncomeKind)
)

RULES: tuple[Rule, ...] = (
    _equity_covers_the_year,
    _income_exceeds_costs,
    _above_zero,
    _closing_opens_the_next,
    _years_of_the_plan,
    _equity_covers_plan_years,
    _plan_years_draw_on_equity,
    _no_gifts,
    _kinds_are_known,
)
