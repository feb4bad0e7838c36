"""The command `finsam`: the common jobs without code."""

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from attrs import evolve

from finsam import outline, records, reports
from finsam.checks import rule
from finsam.errors import FinsamError, PlanFileError, Problem, suggestion
from finsam.finding import Severity
from finsam.funding import Basis, contributions_on
from finsam.io import example, examples, load
from finsam.language import LANGUAGES, Text
from finsam.law import Provision
from finsam.money import kr
from finsam.plan import OperationalPlan
from finsam.tables import wrapped

__all__ = ["main"]

FINE, FOUND, UNREADABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command and give its exit status: 0 fine, 1 findings of severity error, 2 what was given cannot be read.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without å shows an escape, not a traceback
    options = _parser().parse_args(arguments)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
        return status
    except PlanFileError as error:
        print(error, file=sys.stderr)
    except FinsamError as error:
        print(f"finsam: {error}", file=sys.stderr)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # where what is left to print can go
        if isinstance(error, BrokenPipeError):
            return FINE  # whoever read it has read enough
        print(f"finsam: cannot write: {error.strerror}", file=sys.stderr)
    return UNREADABLE


def _parser() -> ArgumentParser:
    """The command's words."""
    parser = ArgumentParser(
        prog="finsam", description="Plans of coordination associations (samordningsförbund), checked."
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name, run, what in (
        ("report", _report, "print a plan: who pays, each year's money, and the findings"),
        ("check", _check, "print what is unlawful, contradictory or worth knowing in a plan"),
        ("goals", _goals, "print the goals of a plan, with what they are measured by"),
        ("interventions", _interventions, "print the interventions of a plan, with their money and their goals"),
        ("contributions", _contributions, "print what each member pays in a year"),
        ("explain", _explain, "print a rule with its reason and its provision"),
        ("examples", _examples, "print the names of the published plans that come with finsam"),
    ):
        command = commands.add_parser(name, help=what, description=what.capitalize() + ".")
        command.set_defaults(run=run)
        command.add_argument("--lang", choices=LANGUAGES, default="en", help="Swedish or English (default: en)")
        command.add_argument("--json", action="store_true", help="write JSON for a machine")
        if name == "explain":
            command.add_argument("rule", metavar="RULE", help="the number of a rule, as F201")
        elif name != "examples":
            command.add_argument("plan", metavar="PLAN", help="a plan's file, or the name of an example")
        if name == "contributions":
            command.add_argument("--year", type=int, help="the year (default: the budget year)")
            command.add_argument("--unit", metavar="AMOUNT", help='a whole number of these, as "10 kr"')
            command.add_argument("--explain", metavar="MEMBER", help="print the derivation of what the member pays")
            start = command.add_mutually_exclusive_group()
            for basis in Basis:
                start.add_argument(f"--{basis}", metavar="AMOUNT", help=f"start from this amount, of the {basis}")
    return parser


def _plan(given: str) -> OperationalPlan:
    """The plan in that file, or the example of that name."""
    if given in examples() and not Path(given).is_file():
        return example(given)
    if Path(given).suffix == "" and not Path(given).exists():
        known = suggestion(given, examples())
        raise PlanFileError(given, [Problem(place="", message=f"there is no such file and no such example{known}")])
    return load(given)


def _write(options: Namespace, record: object, text: str) -> None:
    """Print the record as JSON, or the text."""
    print(json.dumps(record, ensure_ascii=False, indent=2) if options.json else text)


def _report(options: Namespace) -> int:
    plan = _plan(options.plan)
    _write(options, records.report(plan, options.lang), reports.report(plan, options.lang))
    return FINE


def _check(options: Namespace) -> int:
    plan = _plan(options.plan)
    found = plan.check()
    text = f"{reports.heading(plan, options.lang)}\n\n{reports.findings(found, options.lang)}"
    _write(options, records.findings(found, options.lang), text)
    return FOUND if any(finding.severity is Severity.ERROR for finding in found) else FINE


def _goals(options: Namespace) -> int:
    plan = _plan(options.plan)
    nothing = Text(en="the plan has no goals", sv="planen har inga mål").to(options.lang)
    _write(options, records.plain(plan.goals), outline.goals(plan, options.lang) or nothing)
    return FINE


def _interventions(options: Namespace) -> int:
    plan = _plan(options.plan)
    nothing = Text(en="the plan has no interventions", sv="planen har inga insatser").to(options.lang)
    _write(options, records.plain(plan.interventions), outline.interventions(plan, options.lang) or nothing)
    return FINE


def _contributions(options: Namespace) -> int:
    plan = _plan(options.plan)
    terms = plan.terms(plan.year if options.year is None else options.year)
    for basis in Basis:
        if (amount := getattr(options, basis)) is not None:
            terms = evolve(terms, basis=basis, amount=kr(amount))
    if options.unit is not None:
        terms = evolve(terms, unit=kr(options.unit))
    due = contributions_on(plan.association, terms)
    if options.explain is not None:
        derivation = due.explain(options.explain, options.lang)
        steps = derivation.splitlines()
        text = "\n".join(each for step in steps for each in wrapped(step))
        _write(options, {"derivation": list(steps)}, text)
    else:
        _write(options, records.contributions(due), str(reports.who_pays(due, options.lang)))
    return FINE


def _explain(options: Namespace) -> int:
    found = rule(options.rule)
    basis = found.basis.text if isinstance(found.basis, Provision) else found.basis
    lines = (
        f"{found.id} {found.severity.label.to(options.lang)}",
        found.reason.to(options.lang),
        basis.to(options.lang),
    )
    text = "\n".join(each for line in lines for each in wrapped(line))
    _write(options, records.rule(found, options.lang), text)
    return FINE


def _examples(options: Namespace) -> int:
    _write(options, list(examples()), "\n".join(examples()))
    return FINE
