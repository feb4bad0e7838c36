"""3xx, continued: how the budget came about, what its revisions say, and what its sums add."""

from collections.abc import Iterator
from datetime import date

from finsam.checks.rules import OWN_FIGURES, Breach, Rule, numbered
from finsam.finding import Severity
from finsam.funding import Standing
from finsam.language import Text
from finsam.period import time_key, time_label
from finsam.place import Path
from finsam.plan import OperationalPlan

__all__ = ["RULES"]

_ADOPTION = ("governance", "adoption")


@numbered(
    "F310",
    Severity.ERROR,
    OWN_FIGURES,
    Text(
        en="A budget is drafted, then consulted on, then adopted, and not revised before that.",
        sv="En budget tas fram, samråds om och fastställs i den ordningen, och revideras inte dessförinnan.",
    ),
)
def _days_are_in_order(plan: OperationalPlan) -> Iterator[Breach]:
    of = plan.adoption
    pairs: list[tuple[Path, Text, date | None, Text, date | None]] = [
        ((*_ADOPTION, "drafted"), _DRAFTED, of.drafted, _CONSULTED, of.consulted_on),
        ((*_ADOPTION, "drafted"), _DRAFTED, of.drafted, _ADOPTED, of.on),
        *((("revisions", at, "on"), _ADOPTED, of.on, _REVISED, each.on) for at, each in enumerate(plan.revisions)),
    ]
    for path, what, first, then, second in pairs:
        if first is not None and second is not None and first > second:
            message = _BACKWARDS(then=then, second=second, what=what, first=first)
            yield Breach(path=path, message=message, remedy=_CORRECT_DAY)


_DRAFTED = Text(en="drafted", sv="framtagen")
_CONSULTED = Text(en="consulted on", sv="föremål för samråd")
_ADOPTED = Text(en="adopted", sv="fastställd")
_REVISED = Text(en="revised", sv="reviderad")
_BACKWARDS = Text(
    en="the budget was {then} on {second}, but {what} on {first}",
    sv="budgeten blev {then} {second}, men {what} {first}",
)
_CORRECT_DAY = Text(en="correct the day that is wrong", sv="rätta den dag som är fel")


@numbered(
    "F311",
    Severity.WARNING,
    OWN_FIGURES,
    Text(
        en="What a revision names has changed: another amount before than after it.",
        sv="Det som en revidering anger har ändrats: ett annat belopp före än efter den.",
    ),
)
def _revisions_change_what_they_name(plan: OperationalPlan) -> Iterator[Breach]:
    for index, revision in enumerate(plan.revisions):
        for change in revision.changes(plan):
            if change.before == change.after:
                message = _UNCHANGED(name=change.row.name, time=time_label(change.time), amount=change.after)
                path = ("revisions", index, "before", change.row.id, time_key(change.time))
                yield Breach(path=path, message=message, remedy=_WRITE_BEFORE)


_UNCHANGED = Text(
    en="{name} was {amount} for {time} before the revision, and is that after it too",
    sv="{name} var {amount} för {time} före revideringen, och är det även efter den",
)
_WRITE_BEFORE = Text(
    en="write what it was before, or leave it out of the revision",
    sv="skriv vad det var före, eller ta bort det ur revideringen",
)


@numbered(
    "F362",
    Severity.WARNING,
    Text(
        en="practice: a budget is adopted on contributions that have been decided",
        sv="praxis: en budget fastställs på bidrag som är beslutade",
    ),
    Text(
        en="The contributions of the budget year are decided when the budget has been adopted, not only offered or "
        "reserved.",
        sv="Budgetårets bidrag är beslutade när budgeten har fastställts, inte bara erbjudna eller reserverade.",
    ),
)
def _contributions_are_decided(plan: OperationalPlan) -> Iterator[Breach]:
    standing, adopted = plan.funding.standing.get(plan.year), plan.adoption.on
    if adopted is not None and standing is not None and standing is not Standing.DECIDED:
        message = _NOT_DECIDED(day=adopted, year=plan.year, standing=standing)
        yield Breach(path=("funding", "standing", str(plan.year)), message=message, remedy=_DECIDE)


_NOT_DECIDED = Text(
    en="the budget was adopted on {day}, and the contributions of {year} are {standing}",
    sv="budgeten fastställdes {day}, och bidragen för {year} är {standing}",
)
_DECIDE = Text(
    en="say in the budget what depends on them, and write decided when they are",
    sv="skriv i budgeten vad som beror på dem, och ändra till decided när de är beslutade",
)


@numbered(
    "F363",
    Severity.WARNING,
    Text(
        en="practice: what is added is counted alike, with VAT or without it",
        sv="praxis: det som summeras är räknat lika, med eller utan moms",
    ),
    Text(
        en="No total adds costs that exclude VAT to costs that are not said to do so.",
        sv="Ingen summa lägger ihop kostnader exklusive moms med kostnader som inte anges så.",
    ),
)
def _vat_is_not_mixed(plan: OperationalPlan) -> Iterator[Breach]:
    mixed = sorted((each for each in plan.accounts if each.mixes_vat), key=lambda each: each.time != plan.year)
    for accounts in mixed[:1]:  # the budget year's, if it is one of them: the cause is the same in all
        names = tuple(row.name for row in plan.costs if row.excluding_vat)
        first = next(index for index, row in enumerate(plan.costs) if row.excluding_vat)
        message = _MIXED(
            names=names,
            without=accounts.excluding_vat,
            total=accounts.total_costs,
            column=accounts.column,
            time=time_label(accounts.time),
        )
        yield Breach(path=("costs", first, "excluding_vat"), message=message, remedy=_SAME_FOOTING)


_MIXED = Text(
    en="the totals add {names}, without VAT, to costs that are not said to be without it: {without} of {total} "
    "({column} {time})",
    sv="summorna lägger ihop {names}, exklusive moms, med kostnader som inte anges vara det: {without} av {total} "
    "({column} {time})",
)
_SAME_FOOTING = Text(
    en="write all costs alike, or excluding_vat = true in each row that excludes VAT",
    sv="skriv alla kostnader lika, eller excluding_vat = true i varje rad som är exklusive moms",
)

RULES: tuple[Rule, ...] = (
    _days_are_in_order,
    _revisions_change_what_they_name,
    _contributions_are_decided,
    _vat_is_not_mixed,
)
