"""3xx: what the money goes to, and what is left."""

from collections.abc import Iterator, Mapping
from datetime import date

from finsam import law
from finsam.budget import Accounts, Budget, Category
from finsam.checks.rule import OWN_FIGURES, Breach, Rule, check
from finsam.finding import Severity
from finsam.language import Text
from finsam.money import Money, exact_kr, kr
from finsam.plan import OperationalPlan
from finsam.shares import percent
from finsam.stated import Stated

__all__ = ["RULES"]


def _overspent_budgets(plan: OperationalPlan, years: range) -> Iterator[tuple[Budget, Money]]:
    """The budgets of those years that cost more than they get, and by how much."""
    for each in plan.budgets:
        if each.year in years and (deficit := _deficit(budget := plan.budget(each.year))) is not None:
            yield budget, deficit


def _deficit(accounts: Accounts) -> Money | None:
    """By how much the costs exceed the income; None where they do not, or where that is not known."""
    return -accounts.result if accounts.result is not None and accounts.result < kr(0) else None


def _overspent(year: Accounts, deficit: Money, *, unknown: bool = False) -> Breach:
    """That the year uses more than it gets, and whether equity covers it."""
    if year.opening is None:
        cover = Text(en="the equity it opens with is not known", sv="det ingående egna kapitalet är inte känt")
    elif year.opening >= deficit:
        cover = Text(en=f"equity of {year.opening} covers it", sv=f"eget kapital på {year.opening} täcker det")
    else:
        short = deficit - year.opening
        cover = Text(
            en=f"equity of {year.opening} does not cover it, {short} is missing",
            sv=f"eget kapital på {year.opening} täcker det inte, {short} saknas",
        )
    unread = Text(
        en="; the rule that applied before 2018 has not been read", sv="; regeln som gällde före 2018 har inte lästs"
    )
    return Breach(
        place=f"budget {year.year}",
        message=Text(
            en=f"costs of {year.total_costs} are {deficit} above the income of {year.income}; {cover.en}"
            f"{unread.en if unknown and year.opening is not None else ''}",
            sv=f"kostnaderna {year.total_costs} är {deficit} högre än intäkterna {year.income}; {cover.sv}"
            f"{unread.sv if unknown and year.opening is not None else ''}",
        ),
        remedy=Text(
            en="lower the costs or raise the income; where earlier surplus is to be used, say so in the plan",
            sv="sänk kostnaderna eller höj intäkterna; ska tidigare överskott användas, skriv det i planen",
        ),
        unknown=unknown,
    )


@check(
    "F301",
    Severity.ERROR,
    basis=law.REVENUES_EXCEED_COSTS.provision,
    sv="Budgetårets kostnader överstiger inte intäkterna och det egna kapitalet tillsammans.",
)
def equity_covers_what_the_budget_lacks(plan: OperationalPlan) -> Iterator[Breach]:
    """The costs of the budget year do not exceed its income and its equity together."""
    for budget, deficit in _overspent_budgets(plan, range(plan.year, plan.year + 1)):
        if budget.opening is None or budget.opening < deficit:
            unknown = budget.opening is None or not law.REVENUES_EXCEED_COSTS.is_known(date(plan.year, 1, 1))
            yield _overspent(budget, deficit, unknown=unknown)


@check(
    "F302",
    Severity.WARNING,
    basis=law.REVENUES_EXCEED_COSTS.provision,
    sv="Budgetårets intäkter överstiger kostnaderna, också där eget kapital täcker skillnaden; "
    "paragrafens undantag gäller inte för samordningsförbund.",
)
def budgeted_income_exceeds_costs(plan: OperationalPlan) -> Iterator[Breach]:
    """
    The income of the budget year exceeds its costs, even where equity covers the difference; the section's exceptions
    do not apply to coordination associations.
    """
    for budget, deficit in _overspent_budgets(plan, range(plan.year, plan.year + 1)):
        if budget.opening is not None and budget.opening >= deficit:
            yield _overspent(budget, deficit, unknown=not law.REVENUES_EXCEED_COSTS.is_known(date(plan.year, 1, 1)))


@check(
    "F303",
    Severity.NOTE,
    basis=law.REVENUES_EXCEED_COSTS.provision,
    sv="Lagen säger att intäkterna ska överstiga kostnaderna; ett resultat på exakt noll är "
    "vanligt men uppfyller inte orden.",
)
def budgeted_result_is_above_nought(plan: OperationalPlan) -> Iterator[Breach]:
    """
    The act says that income shall exceed costs; a result of exactly nought is common, but does not meet the
    words.
    """
    for budget in map(plan.budget, [each.year for each in plan.budgets if each.year == plan.year]):
        if budget.result == kr(0) and law.REVENUES_EXCEED_COSTS.is_known(date(plan.year, 1, 1)):
            yield Breach(
                place=f"budget {plan.year}",
                message=Text(
                    en=f"income and costs are both {budget.total_costs}: the result is exactly nought",
                    sv=f"intäkter och kostnader är båda {budget.total_costs}: resultatet är exakt noll",
                ),
                remedy=Text(
                    en="budget some surplus, or be content with what most associations do",
                    sv="budgetera ett visst överskott, eller nöj er med vad de flesta förbund gör",
                ),
            )


_TOTALS = {
    "income": Text(en="the income", sv="intäkterna"),
    "available": Text(en="what is available", sv="tillgängliga medel"),
    "costs": Text(en="the costs", sv="kostnaderna"),
    "result": Text(en="the result", sv="resultatet"),
    "closing": Text(en="the closing equity", sv="utgående eget kapital"),
}


_CORRECT = Text(en="correct the text, or the line that is wrong", sv="rätta texten, eller den rad som är fel")
_CORRECT_SHARES = Text(en="correct the percentages in the text", sv="rätta procenttalen i texten")
_ADD_LINES = Text(
    en="add the lines of that year and column, or leave out what is stated",
    sv="lägg till årets rader i den kolumnen, eller utelämna det som anges",
)


def _totals(of: Accounts) -> Mapping[str, Money | None]:
    """What the lines come to, for each total that a document can state, by its key in the file."""
    return dict(
        zip(_TOTALS, (of.income, of.available, of.total_costs, of.result, of.closing), strict=True),
    )


def _stated(plan: OperationalPlan) -> Iterator[tuple[Stated, Accounts | None]]:
    """What the document states, each beside the year's accounts, where the plan has them."""
    accounts = {(each.column, each.year): each for each in plan.accounts}
    for stated in plan.stated:
        yield stated, accounts.get((stated.column, stated.year))


@check(
    "F304",
    Severity.ERROR,
    basis=OWN_FIGURES,
    sv="Varje summa som dokumentet anger är vad dess rader ger.",
)
def stated_totals_are_the_sums_of_their_lines(plan: OperationalPlan) -> Iterator[Breach]:
    """Every total that the document states is what its lines come to."""
    for stated, accounts in _stated(plan):
        totals = _totals(accounts) if accounts else {}
        for key, name in _TOTALS.items():
            said, computed = getattr(stated, key), totals.get(key)
            if said is None or said == computed:
                continue
            difference = Text(
                en="which cannot be worked out from the plan", sv="vilket inte går att räkna fram ur planen"
            )
            if computed is not None:
                less, mindre = ("less", "mindre") if said < computed else ("more", "mer")
                difference = Text(
                    en=f"{abs(said - computed)} {less} than the {computed} of the lines",
                    sv=f"{abs(said - computed)} {mindre} än radernas {computed}",
                )
            yield Breach(
                place=f'stated "{stated.where}", {key}, {stated.column} {stated.year}',
                message=Text(
                    en=f"{name.en}: stated {said}, {difference.en}", sv=f"{name.sv}: anges till {said}, {difference.sv}"
                ),
                remedy=_ADD_LINES if computed is None else _CORRECT,
                unknown=computed is None,
            )


@check(
    "F305",
    Severity.ERROR,
    basis=OWN_FIGURES,
    sv="Varje andel av kostnaderna som dokumentet anger är radernas, avrundad som den är tryckt.",
)
def stated_shares_are_those_of_the_lines(plan: OperationalPlan) -> Iterator[Breach]:
    """Every share of the costs that the document states is that of the lines, rounded as it is printed."""
    for stated, accounts in _stated(plan):
        for category, said in stated.shares.items():
            whole = accounts.total_costs if accounts else kr(0)
            amount = _costs_of(category, accounts, stated.shares) if accounts else kr(0)
            unknown = whole == kr(0)
            if not unknown and said.agrees_with(amount / whole):
                continue
            lines = Text(en="which cannot be worked out from the plan", sv="vilket inte går att räkna fram ur planen")
            if not unknown:
                shown = percent(amount / whole, decimals=said.decimals + 1)
                lines = Text(
                    en=f"but the lines come to {amount} of {whole}, about {shown}",
                    sv=f"men raderna ger {amount} av {whole}, ungefär {shown}",
                )
            yield Breach(
                place=f'stated "{stated.where}", shares, {stated.column} {stated.year}, {category}',
                message=Text(
                    en=f"{category.label.en}: stated {said}, {lines.en}",
                    sv=f"{category.label.sv}: anges till {said}, {lines.sv}",
                ),
                remedy=_ADD_LINES if unknown else _CORRECT_SHARES,
                unknown=unknown,
            )


def _costs_of(category: Category, accounts: Accounts, named: Mapping[Category, object]) -> Money:
    """What the category costs; board and audit count as administration where they are not named themselves."""
    counted = [category]
    if category is Category.ADMINISTRATION:
        counted += [each for each in (Category.BOARD, Category.AUDIT) if each not in named]
    return sum((accounts.by_category.get(each, kr(0)) for each in counted), kr(0))


@check(
    "F306",
    Severity.ERROR,
    basis=OWN_FIGURES,
    sv="Det egna kapital som ett år slutar med är det som nästa år börjar med.",
)
def closing_equity_opens_the_next_year(plan: OperationalPlan) -> Iterator[Breach]:
    """The equity with which a year ends is the one with which the next begins."""
    for accounts in plan.accounts:
        closing = plan.closing_equity(accounts.year - 1)
        if closing is not None and accounts.opening is not None and accounts.opening != closing:
            before = accounts.year - 1
            yield Breach(
                place=f"equity, opening, {accounts.column} {accounts.year}",
                message=Text(
                    en=f"{accounts.year} opens with {accounts.opening}, but {before} closes with {closing}",
                    sv=f"{accounts.year} börjar med {accounts.opening}, men {before} slutar med {closing}",
                ),
                remedy=Text(
                    en="leave the opening equity out, so that it is carried, or correct it",
                    sv="utelämna det ingående kapitalet, så att det förs över, eller rätta det",
                ),
            )


@check(
    "F307",
    Severity.ERROR,
    basis=law.PLAN_YEARS.provision,
    sv="Planen är för tre år, med budgetåret först.",
)
def plan_covers_three_years(plan: OperationalPlan) -> Iterator[Breach]:
    """The plan is for three years, of which the budget year is the first."""
    known = {each.year for each in plan.budgets}
    [(_, length)] = law.PLAN_YEARS.wordings
    missing = [str(year) for year in range(plan.year, plan.year + length) if year not in known]
    if missing:
        years = ", ".join(missing)
        unread = not law.PLAN_YEARS.is_known(date(plan.year, 1, 1))
        yield Breach(
            place="budget",
            message=Text(
                en=f"there is no budget for {years}"
                + ("; the rule that applied before 2018 has not been read" if unread else ""),
                sv=f"budget saknas för {years}" + ("; regeln som gällde före 2018 har inte lästs" if unread else ""),
            ),
            remedy=Text(en="add a column for each year", sv="lägg till en kolumn för varje år"),
            unknown=unread or not plan.budgets,
        )


@check(
    "F350",
    Severity.WARNING,
    basis=Text(
        en="practice: the ceiling that the plan itself states, after the National Council's recommendation",
        sv="praxis: det tak som planen själv anger, efter Nationella rådets rekommendation",
    ),
    sv="Det sparade kapitalet är inte större än det tak som planen själv anger, i andel av årets bidrag.",
)
def saved_capital_is_below_the_stated_ceiling(plan: OperationalPlan) -> Iterator[Breach]:
    """
    The saved capital is not above the ceiling that the plan itself states, as a share of the year's
    contributions.
    """
    if plan.equity_ceiling is None:
        return
    for accounts in plan.accounts:
        if accounts.closing is None or accounts.contributions is None:
            continue
        ceiling = accounts.contributions.ore * plan.equity_ceiling
        if accounts.closing.ore > ceiling:
            share, excess = percent(plan.equity_ceiling), exact_kr(accounts.closing.ore - ceiling)
            yield Breach(
                place=f"equity, {accounts.column} {accounts.year}",
                message=Text(
                    en=f"{accounts.closing} at the end of {accounts.year} is {excess} above {share} of the "
                    f"contributions of {accounts.contributions}, which is {exact_kr(ceiling)}",
                    sv=f"{accounts.closing} i slutet av {accounts.year} är {excess} över {share} av bidragen "
                    f"{accounts.contributions}, det vill säga {exact_kr(ceiling)}",
                ),
                remedy=Text(
                    en="plan how the surplus is used; it can lower the state's next grant",
                    sv="planera hur överskottet används; det kan sänka nästa års statliga medel",
                ),
            )


@check(
    "F351",
    Severity.WARNING,
    basis=Text(en="practice: a plan that can be carried out", sv="praxis: en plan som går att genomföra"),
    sv="Inget planår efter budgetåret kostar mer än intäkterna och det egna kapitalet tillsammans.",
)
def equity_covers_what_plan_years_lack(plan: OperationalPlan) -> Iterator[Breach]:
    """No plan year after the budget year costs more than its income and its equity together."""
    for budget, deficit in _overspent_budgets(plan, range(plan.year + 1, 10_000)):
        if budget.opening is None or budget.opening < deficit:
            yield _overspent(budget, deficit, unknown=budget.opening is None)


@check(
    "F352",
    Severity.NOTE,
    basis=Text(en="practice: earlier surplus is used up in time", sv="praxis: tidigare överskott tar slut med tiden"),
    sv="Planår efter budgetåret som använder av tidigare överskott.",
)
def plan_years_draw_on_equity(plan: OperationalPlan) -> Iterator[Breach]:
    """Plan years after the budget year that use earlier surplus."""
    for budget, deficit in _overspent_budgets(plan, range(plan.year + 1, 10_000)):
        if budget.opening is not None and budget.opening >= deficit:
            yield _overspent(budget, deficit)


RULES: tuple[Rule, ...] = (
    equity_covers_what_the_budget_lacks,
    budgeted_income_exceeds_costs,
    budgeted_result_is_above_nought,
    stated_totals_are_the_sums_of_their_lines,
    stated_shares_are_those_of_the_lines,
    closing_equity_opens_the_next_year,
    plan_covers_three_years,
    saved_capital_is_below_the_stated_ceiling,
    equity_covers_what_plan_years_lack,
    plan_years_draw_on_equity,
)
