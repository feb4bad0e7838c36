"""The command about many plans: folders, files and examples together."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from finsam.cli.answer import write
from finsam.cli.parser import FINE, UNREADABLE, Command
from finsam.files import PLAN
from finsam.language import Text
from finsam.plan import OperationalPlan
from finsam.rows import Column

__all__ = ["COMMANDS"]


def _overview(options: Namespace) -> int:
    """The tables over all that is given; the exit status says whether all of it could be read."""
    from finsam.overview import Portfolio  # here, because no other command needs what it loads
    from finsam.reports import overview_records
    from finsam.reports.overview import overview

    given = [_source(each) for each in options.sources]
    of = Portfolio.of(given[0] if len(given) == 1 else given)
    asked = {
        "year": options.year,
        "column": None if options.column is None else Column(options.column),
        "least": options.least,
    }
    write(options, lambda: overview_records.overview(of, options.lang, **asked), lambda: overview(of, **asked))
    return UNREADABLE if of.unread else FINE


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
        given=("sources", "--year", "--column", "--least"),
    ),
)
