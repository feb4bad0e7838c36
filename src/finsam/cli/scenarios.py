"""The commands that hold plans beside one another."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from attrs import evolve

from finsam.cli.answer import write
from finsam.cli.given import opened
from finsam.cli.parser import FINE, Command
from finsam.files import with_lines
from finsam.finding import Finding
from finsam.language import Text
from finsam.reports import difference_records
from finsam.reports.differences import plans_compared
from finsam.scenarios import compared

__all__ = ["COMMANDS"]


def _compare(options: Namespace) -> int:
    """What differs between two plans; the findings with their lines, where they are of files."""
    of = compared(opened(options.plan), opened(options.other))
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


COMMANDS: Sequence[Command] = (
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
