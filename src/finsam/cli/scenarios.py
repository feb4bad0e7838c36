"""The commands about what would be: scenarios of a plan, what is needed, and another plan beside it."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import evolve

from finsam.cli.answer import progress, write
from finsam.cli.changes import given_scenario
from finsam.cli.given import opened, opened_as
from finsam.cli.parser import FINE, Command
from finsam.errors import FinsamError
from finsam.files import SCENARIOS, with_lines
from finsam.finding import Finding
from finsam.language import Text
from finsam.money import kr
from finsam.reports import difference_records
from finsam.reports import scenarios as told
from finsam.reports.differences import plans_compared
from finsam.scenarios import Scenario, compare, least_cut, least_total

__all__ = ["COMMANDS"]


def _what_if(options: Namespace) -> int:
    """The scenarios of a file, and that which is given, beside the plan."""
    plan = opened(options.plan)
    scenarios: list[Scenario] = [] if options.scenarios is None else [*opened_as(options.scenarios, SCENARIOS)]
    if (given := given_scenario(options)) is not None:
        scenarios.append(given)
    if not scenarios:
        raise FinsamError(_NOTHING)
    of = compare(plan, scenarios, year=options.year, progress=progress())
    write(options, lambda: told.what_if_record(of, options.lang), lambda: told.what_if(of))
    return FINE


def _needed(options: Namespace) -> int:
    """The least total, or the least cut of a row."""
    plan = opened(options.plan)
    by = plan.planned_years[-1] if options.by is None else options.by
    asked: Any = {"by": by, "at_least": options.equity, "since": options.since, "every_year": options.every_year}
    if options.unit is not None:
        asked["unit"] = kr(options.unit)
    found = least_total(plan, **asked) if options.cut is None else least_cut(plan, options.cut, **asked)
    write(options, lambda: told.needed_record(found, options.lang), lambda: told.needed(found))
    return FINE


def _compare(options: Namespace) -> int:
    """What differs between two plans; the findings with their lines, where they are of files."""
    of = compare(opened(options.plan), opened(options.other))
    new, gone = _located(of.findings.new, options.other), _located(of.findings.gone, options.plan)
    found = evolve(of.findings, new=new, gone=gone)
    write(
        options,
        lambda: difference_records.comparison(of, options.lang, found=found),
        lambda: plans_compared(of, found=found),
    )
    return FINE


def _located(found: tuple[Finding, ...], given: str) -> tuple[Finding, ...]:
    return with_lines(found, given) if Path(given).is_file() else found


_NOTHING = Text(
    en='say what is to be otherwise: a file of scenarios after the plan, or for example --total "9 mkr" --from 2027',
    sv='ange vad som ska vara annorlunda: en fil med scenarier efter planen, eller till exempel --total "9 mkr" '
    "--from 2027",
)

COMMANDS: Sequence[Command] = (
    Command(
        name="what-if",
        run=_what_if,
        what=Text(
            en="print what each member would pay and what would be left, if something were otherwise",
            sv="skriv ut vad varje medlem skulle betala och vad som skulle bli kvar, om något vore annorlunda",
        ),
        given=(
            "plan",
            "scenarios",
            "--from",
            "--year",
            "start",
            "--more",
            "--split",
            "--unit",
            "--leaves",
            "--joins",
            "--row",
        ),
    ),
    Command(
        name="needed",
        run=_needed,
        what=Text(
            en="print the least total, or the least cut of a row, that leaves so much equity",
            sv="skriv ut det minsta totalbelopp, eller den minsta minskning av en rad, som ger så mycket eget kapital",
        ),
        given=("plan", "--equity", "--by", "--from", "--every-year", "--cut", "--unit"),
    ),
    Command(
        name="compare",
        run=_compare,
        what=Text(
            en="print what differs between two plans, as last year's and this year's",
            sv="skriv ut vad som skiljer två planer åt, som förra årets och årets",
        ),
        given=("plan", "other"),
    ),
)
