"""The command about many plans: folders, files and examples together."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import evolve

from finsam.cli.answer import complain, progress, write
from finsam.cli.parser import FINE, UNREADABLE, Command
from finsam.errors import FileError
from finsam.files import PLAN
from finsam.language import Text
from finsam.period import day
from finsam.plan import OperationalPlan
from finsam.reports import records
from finsam.rows import Column

__all__ = ["COMMANDS"]


def _overview(options: Namespace) -> int:
    """The tables over all that is given; the exit status says whether all of it could be read."""
    from finsam.overview import Portfolio  # here, because no other command needs what it loads
    from finsam.reports import overview_records
    from finsam.reports.overview import overview

    given = _given(options)
    if options.projects or options.coverage is not None:
        return _side_by_side(options, given)
    of = Portfolio.of(given, progress=progress())
    asked = {
        "year": options.year,
        "column": None if options.column is None else Column(options.column),
        "least": options.least,
    }
    write(options, lambda: overview_records.overview(of, options.lang, **asked), lambda: overview(of, **asked))
    return UNREADABLE if of.unread else FINE


def _side_by_side(options: Namespace, given: Any) -> int:
    """The projects that the plans share, or whom they cover on a day; what could not be read is told apart."""
    from finsam.overview import coverage, overlaps, plans_in, shared_projects
    from finsam.reports import coverage as covered
    from finsam.reports import projects

    plans, unread = plans_in(given)
    refused = [FileError(each.file, *each.problems) for each in unread]
    told = {"unread": [records.refusal(each.file, each, options.lang) for each in refused]}
    for each in refused if not options.json else ():
        complain(each.text(options.lang))
    if options.coverage is None:
        found = shared_projects(plans)
        write(
            options,
            lambda: {"projects": projects.projects_record(found, options.lang), **told},
            lambda: projects.project_report(found),
        )
    else:
        of = coverage(plans, on=day(options.coverage))
        several = overlaps(plans, of.on.year)
        report = covered.coverage_report(of)
        write(
            options,
            lambda: {
                **covered.coverage_record(of, options.lang),
                "overlaps": covered.overlap_record(several),
                **told,
            },
            lambda: evolve(report, sections=(*report.sections, covered.overlap_section(several, of.on.year))),
        )
    return UNREADABLE if unread else FINE


def _given(options: Namespace) -> Any:
    """What is given: one folder or file alone, or all of them."""
    given = [_source(each) for each in options.sources]
    return given[0] if len(given) == 1 else given


def _source(given: str) -> str | OperationalPlan:
    """The folder or the file, or the example of that name."""
    return PLAN.example(given) if given in PLAN.examples() and not Path(given).exists() else given


COMMANDS: Sequence[Command] = (
    Command(
        name="overview",
        run=_overview,
        what=Text(
            en="print what many plans come to together, by year and column, and who stands out",
            sv="skriv ut vad många planer blir tillsammans, per år och kolumn, och vilka som sticker ut",
        ),
        given=("sources", "--year", "--column", "--least", "--projects", "--coverage"),
    ),
)
