"""A plan beside its scenarios (*tänk om*): who would pay what, what would be left, and what would be found."""

from collections.abc import Callable, Iterator
from typing import Any

from finsam.budget import Accounts
from finsam.derivation import Contributions
from finsam.language import Language, Text
from finsam.money import Money
from finsam.plan import OperationalPlan
from finsam.reports import records
from finsam.reports.labels import TOTAL
from finsam.reports.money import due_as_known, paid
from finsam.reports.parts import LABELLED, UNKNOWN, Content, Item, Report, Row, Section, Table, section
from finsam.reports.records import ore
from finsam.scenarios.comparing import Case, Comparison
from finsam.scenarios.needed import Needed
from finsam.scenarios.plan_comparison import BeforeAfter

__all__ = ["needed", "needed_record", "what_if", "what_if_record"]

Record = dict[str, Any]


def what_if(of: Comparison) -> Report:
    """
    The scenarios in words, what each member would pay in the year and how much more that is, the result and the equity
    of each year, and the findings that come and go.
    """
    said = (item for case in of.cases for item in _said(case))
    tables = [
        _paid(of),
        _difference(of, _MORE, lambda each: each.difference),
        _difference(of, _PART_MORE, lambda each: each.share),
        _by_year(of, _RESULT, lambda each: each.result),
        _by_year(of, _CLOSING, lambda each: each.closing),
    ]
    found = (section for case in of.cases if (section := _found(case)) is not None)
    return Report(
        title=_TITLE(association=of.plan.association.name, year=of.plan.year),
        sections=(Section(blocks=tuple(said)), *(Section(blocks=(each,)) for each in tables), *found),
    )


def _said(case: Case) -> Iterator[Item]:
    """A scenario in words, with its note."""
    yield Item(words=LABELLED(label=case.name, said=case.scenario.text), listed=True)
    if case.scenario.note is not None:
        yield Item(words=case.scenario.note, depth=1)


def _paid(of: Comparison) -> Table:
    """What each member would pay."""
    plans = (of.plan, *(case.plan for case in of.cases))
    due = [due_as_known(plan, of.year) for plan in plans]
    totals = tuple(UNKNOWN if (total := plan.total(of.year)) is None else total for plan in plans)
    return Table(
        title=_PAID(year=of.year),
        headings=(_AS_PLANNED, *(case.name for case in of.cases)),
        rows=(
            *(Row(label=name, cells=tuple(paid(each, name) for each in due)) for name in of.members),
            Row(label=TOTAL, cells=totals, sum=True),
        ),
    )


def _difference(of: Comparison, title: Text, difference: Callable[[BeforeAfter], Content]) -> Table:
    """How much more each member would pay than in the plan; nothing for one who is not a member in both."""
    planned, before = due_as_known(of.plan, of.year), of.plan.total(of.year)

    def cell(case: Case, due: Contributions | None, name: str) -> Content:
        if None in (known := (paid(planned, name), paid(due, name))):
            return None
        return UNKNOWN if UNKNOWN in known else difference(case.paid(of.year)[name])

    columns = [(case, due_as_known(case.plan, of.year)) for case in of.cases]
    totals = (difference(BeforeAfter(before=before, after=case.plan.total(of.year))) for case in of.cases)
    return Table(
        title=title(year=of.year),
        headings=tuple(case.name for case in of.cases),
        rows=(
            *(Row(label=name, cells=tuple(cell(case, due, name) for case, due in columns)) for name in of.members),
            Row(label=TOTAL, cells=tuple(UNKNOWN if each is None else each for each in totals), sum=True),
        ),
    )


def _by_year(of: Comparison, title: Text, amount: Callable[[Accounts], Money | None]) -> Table:
    """An amount of each year from the budget year on, by what is best known of it."""

    def cell(case: Case | None, year: int) -> Content:
        known = (of.plan if case is None else case.plan).best_known(year)
        found = None if known is None else amount(known)
        return UNKNOWN if found is None else found

    columns = (None, *of.cases)
    return Table(
        title=title,
        headings=(_AS_PLANNED, *(case.name for case in of.cases)),
        rows=tuple(Row(label=str(year), cells=tuple(cell(case, year) for case in columns)) for year in of.years),
    )


def _found(case: Case) -> Section | None:
    """The findings that a scenario adds and those that it removes; None where there are none."""
    of = case.beside.findings
    lines = [(_NEW, each) for each in of.new] + [(_GONE, each) for each in of.gone]
    items = (
        Item(words=text(id=each.id, severity=each.severity, place=each.where, message=each.message), listed=True)
        for text, each in lines
    )
    return section(_FOUND(name=case.name), items)


def what_if_record(of: Comparison, language: Language = "en") -> Record:
    """The same as a dictionary; amounts in öre, shares exact, as text, and null for what is not known."""
    return {
        "year": of.year,
        "plan": _plan(of.plan, of),
        "scenarios": [
            {
                "name": case.name,
                "note": case.scenario.note,
                "changes": [each.text.to(language) for each in case.scenario.changes],
                **_plan(case.plan, of),
                "differences": {name: _beside(each) for name, each in case.paid(of.year).items()},
                "new_findings": records.findings(case.beside.findings.new, language),
                "gone_findings": records.findings(case.beside.findings.gone, language),
            }
            for case in of.cases
        ],
    }


def _plan(plan: OperationalPlan, of: Comparison) -> Record:
    """What a plan comes to."""
    due = due_as_known(plan, of.year)
    known = [each for year in of.years if (each := plan.best_known(year)) is not None]
    return {
        "total_ore": ore(plan.total(of.year)),
        "contributions_ore": {} if due is None else {name: amount.ore for name, amount in due.amounts.items()},
        "years": [
            {"year": each.year, "result_ore": ore(each.result), "closing_ore": ore(each.closing)} for each in known
        ],
    }


def _beside(of: BeforeAfter) -> Record:
    return {"difference_ore": ore(of.difference), "share": None if of.share is None else str(of.share)}


def needed(of: Needed) -> Section:
    """What is needed, and why, step by step."""
    heading, *steps = of.reason
    return Section(title=heading, blocks=tuple(Item(words=step, listed=True) for step in steps))


def needed_record(of: Needed, language: Language = "en") -> Record:
    """The same as a dictionary; amounts in öre."""
    return {
        "amount_ore": of.amount.ore,
        "change": of.change.text.to(language),
        "closing_ore": {str(year): amount.ore for year, amount in of.closing.items()},
        "reason": [step.to(language) for step in of.reason],
    }


_TITLE = Text(en="{association}: what if, operational plan {year}", sv="{association}: tänk om, verksamhetsplan {year}")
_PAID = Text(en="Contributions {year}, kr", sv="Bidrag från medlemmarna {year}, kr")
_MORE = Text(en="More than as planned {year}, kr", sv="Mer än enligt planen {year}, kr")
_PART_MORE = Text(en="More than as planned {year}, per cent", sv="Mer än enligt planen {year}, procent")
_AS_PLANNED = Text(en="as planned", sv="enligt planen")
_RESULT = Text(en="Result, kr", sv="Resultat, kr")
_CLOSING = Text(en="Closing equity, kr", sv="Utgående eget kapital, kr")
_FOUND = Text(en="Findings: {name}", sv="Iakttagelser: {name}")
_NEW = Text(en="new: {id} {severity}: {place}: {message}", sv="ny: {id} {severity}: {place}: {message}")
_GONE = Text(en="gone: {id} {severity}: {place}: {message}", sv="borta: {id} {severity}: {place}: {message}")
