"""Reports for people (*rapporter*), in Swedish or English: tables of the money, and the findings in words."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from finsam import outline
from finsam.budget import Budget, Category, CostLine, Forecast, IncomeLine, Outcome
from finsam.errors import FinsamError
from finsam.finding import Finding, Severity
from finsam.funding import Contributions
from finsam.language import Language, Text
from finsam.money import Money
from finsam.plan import OperationalPlan
from finsam.shares import percent
from finsam.tables import Row, Table, wrapped

__all__ = ["budget", "contributions", "findings", "heading", "report", "who_pays"]

_UNKNOWN = "?"
_TOTAL = Text(en="Total", sv="Summa")


def report(plan: OperationalPlan, language: Language = "en") -> str:
    """
    The whole plan on a few screens: what it wants and for whom, who pays, each year's money, and what the checks
    find.
    """
    words = (
        outline.association,
        outline.direction,
        outline.governance,
        outline.need,
        outline.target_groups,
        outline.interventions,
        outline.common_goals,
        outline.activities,
        outline.calendar,
    )
    parts = [heading(plan, language), *(said(plan, language) for said in words)]
    if plan.funding:
        parts.append(str(contributions(plan, language)))
    if plan.accounts:
        parts.append(str(budget(plan, language)))
    parts.append(findings(plan.check(), language))
    return "\n\n".join(filter(None, parts))


def heading(plan: OperationalPlan, language: Language = "en") -> str:
    """Whose plan it is, and for which year."""
    title = Text(en=f"operational plan {plan.year}", sv=f"verksamhetsplan {plan.year}")
    return f"{plan.association.name}: {title.to(language)}"


def contributions(plan: OperationalPlan, language: Language = "en") -> Table:
    """What each member pays, a row a member and a column a year; `?` where it is not known."""
    known = {terms.year: _known(plan, terms.year) for terms in sorted(plan.funding, key=lambda terms: terms.year)}
    members = {member for year in known for member in plan.association.members_in(year)}
    names = [member.name for member in plan.association.members if member in members]
    rows = [Row(label=name, cells=tuple(_paid(due, name) for due in known.values())) for name in names]
    totals = tuple(due.total.figures() if due else _UNKNOWN for due in known.values())
    return Table(
        title=Text(en="Contributions, kr", sv="Bidrag, kr").to(language),
        headings=tuple(map(str, known)),
        rows=(*rows, Row(label=_TOTAL.to(language), cells=totals, sum=True)),
    )


def _known(plan: OperationalPlan, year: int) -> Contributions | None:
    """The year's contributions, where they can be worked out."""
    try:
        return plan.contributions(year)
    except FinsamError:
        return None


def _paid(due: Contributions | None, name: str) -> str:
    """What the member pays; nothing where it is not a member that year."""
    if due is None:
        return _UNKNOWN
    if name not in due.members:
        return ""
    return due.amounts[name].figures() if name in due.amounts else _UNKNOWN


def who_pays(due: Contributions, language: Language = "en") -> Table:
    """What each member pays in one year, and each one's share of what its party pays."""
    rows = []
    for pool in due.pools:
        for member in pool.members:
            split = pool.split
            cells = (_share(split.share(member)), split[member].figures()) if split else (_UNKNOWN, _UNKNOWN)
            rows.append(Row(label=member, cells=cells))
        party = pool.party.title.to(language)
        rows.append(Row(label=party, cells=(str(pool.share), pool.amount.figures()), sum=True))
    rows.append(Row(label=_TOTAL.to(language), cells=("", due.total.figures()), sum=True))
    return Table(
        title=Text(en=f"Contributions {due.year}", sv=f"Bidrag {due.year}").to(language),
        headings=(Text(en="share", sv="andel").to(language), "kr"),
        rows=tuple(rows),
    )


def _share(share: Fraction) -> str:
    """The share in per cent, with two decimals where it has more."""
    exact, shown = percent(share), percent(share, decimals=2)
    return exact if len(exact) <= len(shown) and exact.endswith("%") else f"~{shown}"


def budget(plan: OperationalPlan, language: Language = "en") -> Table:
    """What each year gets and uses and what is left, a row a line and a column a budget, forecast or outcome."""
    years = plan.accounts
    rows = [_row(_OPENING, [each.opening for each in years], language)]
    rows.append(_row(_CONTRIBUTIONS, [each.contributions for each in years], language))
    names = dict.fromkeys((line.id, line.name) for each in years for line in each.other_income)
    for line_id, name in names:
        rows.append(_row(name, [_line(each.other_income, line_id) for each in years], language, missing=""))
    for category in Category:
        lines = dict.fromkeys(
            (line.id, line.name) for each in years for line in each.costs if line.category is category
        )
        if lines:
            totals = [each.by_category.get(category) for each in years]
            rows.append(_row(_capital(category.label), totals, language, missing=""))
        for line_id, name in lines:
            rows.append(_row(f"- {name}", [_line(each.costs, line_id) for each in years], language, missing=""))
    rows.append(_row(_COSTS, [each.total_costs for each in years], language, sum=True))
    rows.append(_row(_RESULT, [each.result for each in years], language))
    rows.append(_row(_CLOSING, [each.closing for each in years], language))
    return Table(
        title=Text(en="Budget, kr", sv="Budget, kr").to(language),
        headings=tuple(_column_heading(each, language) for each in years),
        rows=tuple(rows),
    )


_OPENING = Text(en="Opening equity", sv="Ingående eget kapital")
_CONTRIBUTIONS = Text(en="Contributions", sv="Bidrag")
_COSTS = Text(en="Total costs", sv="Summa kostnader")
_RESULT = Text(en="Result", sv="Resultat")
_CLOSING = Text(en="Closing equity", sv="Utgående eget kapital")


def _capital(text: Text) -> Text:
    return Text(en=text.en.capitalize(), sv=text.sv.capitalize())


def _row(
    label: Text | str,
    amounts: Sequence[Money | None],
    language: Language,
    *,
    sum: bool = False,
    missing: str = _UNKNOWN,
) -> Row:
    """A row of amounts."""
    cells = tuple(missing if amount is None else amount.figures() for amount in amounts)
    return Row(label=label.to(language) if isinstance(label, Text) else label, cells=cells, sum=sum)


def _line(lines: Sequence[IncomeLine] | Sequence[CostLine], id: str) -> Money | None:
    """The amount of the line with that id."""
    return next((line.amount for line in lines if line.id == id), None)


def _column_heading(accounts: Budget | Forecast | Outcome, language: Language) -> str:
    """Which column it is, and of which year."""
    preliminary = "prel. " if isinstance(accounts, Outcome) and accounts.preliminary else ""
    return f"{preliminary}{accounts.column.label.to(language)} {accounts.year}"


def findings(found: Sequence[Finding], language: Language = "en") -> str:
    """The findings in words, under a line that counts them."""
    counts = Counter(finding.severity for finding in found)
    counted = ", ".join(each.counted(counts[each]).to(language) for each in Severity if counts[each])
    nothing = Text(en="nothing", sv="inget").to(language)
    title = Text(en="Findings", sv="Iakttagelser").to(language)
    lines = [f"{title}: {counted or nothing}"]
    for finding in found:
        lines.append("")
        for line in finding.text(language).splitlines():
            lines += wrapped(line)
    return "\n".join(lines)
