"""What each command does, and what its exit status says."""

import os
import re
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from finsam import reports
from finsam.checks import RULES, rule
from finsam.cli.answer import complain, print_json, print_text, write
from finsam.cli.given import followed, opened, year_of
from finsam.cli.money import COMMANDS as MONEY_COMMANDS
from finsam.cli.national import COMMANDS as NATIONAL_COMMANDS
from finsam.cli.new import begun, skeleton
from finsam.cli.overview import COMMANDS as OVERVIEW_COMMANDS
from finsam.cli.parser import FINE, UNREADABLE, Command, language_of
from finsam.cli.scenarios import COMMANDS as SCENARIO_COMMANDS
from finsam.derivation import Contributions
from finsam.errors import FileError
from finsam.files import examples, loads, to_dict, with_lines, write_text
from finsam.finding import Finding, Severity
from finsam.followup.national import registered
from finsam.followup.review import Review
from finsam.funding import Basis
from finsam.language import Text
from finsam.money import kr
from finsam.reports import followup_records, records, words
from finsam.reports.comparison import national
from finsam.reports.parts import Item, Section

__all__ = ["COMMANDS", "FINE", "FOUND", "UNREADABLE"]

FOUND = 1


def _report(options: Namespace) -> int:
    plan = opened(options.plan)
    parts = options.part or reports.PARTS
    reports.known(parts)
    found = _located(plan.check(), options.plan)
    write(
        options,
        lambda: records.report(plan, options.lang, found=found),
        lambda: reports.report(plan, parts, found=found),
    )
    return FINE


def _located(found: tuple[Finding, ...], given: str) -> tuple[Finding, ...]:
    """The findings with their lines, where what was given is a file."""
    return with_lines(found, given) if Path(given).is_file() else found


def _check(options: Namespace) -> int:
    """Check every plan; what cannot be read is told, and the others are checked all the same."""
    status, told, blank = FINE, [], ""
    _require_rules(*options.select, *options.ignore)
    for given in options.plans:
        try:
            plan = opened(given)
        except FileError as error:
            status = UNREADABLE
            told.append({**records.refusal(given, error, options.lang), "findings": []})
            if not options.json:
                if sys.stdout:
                    sys.stdout.flush()
                complain(error.text(options.lang))
            continue
        found = _located(tuple(each for each in plan.check() if _is_asked_for(each, options)), given)
        if any(each.severity is Severity.ERROR for each in found):
            status = max(status, FOUND)
        told.append({"file": given, "problems": [], "findings": records.findings(found, options.lang)})
        if not options.json:
            print(end=blank)
            print_text(reports.check(plan, found, file=given if len(options.plans) > 1 else None), options)
            blank = "\n"
    if options.json:
        print_json(told)
    return status


def _require_rules(*given: str) -> None:
    """Raise `UnknownNameError` for what is neither a rule nor the beginning of one."""
    for name in _names(given):
        if not any(each.id.startswith(name.upper()) for each in RULES):
            rule(name)


def _is_asked_for(finding: Finding, options: Namespace) -> bool:
    """Whether the finding is of a rule and a severity that were asked for."""
    select, ignore = ([each.upper() for each in _names(given)] for given in (options.select, options.ignore))
    chosen = not select or any(finding.id.startswith(each) for each in select)
    severity = not options.only or finding.severity.value in [each.removesuffix("s") for each in options.only]
    return chosen and severity and not any(finding.id.startswith(each) for each in ignore)


def _names(given: Iterable[str]) -> list[str]:
    """The rules and families that were given, with commas between or again."""
    return re.findall(r"\w+", " ".join(given))


def _follow_up(options: Namespace) -> int:
    """The follow-up against its plan; of a file that is a follow-up alone, against the plan that it names."""
    (review, given), least = followed(options), options.least
    if options.national and isinstance(review, Review):
        rows = registered(review)
        write(options, lambda: followup_records.national(rows, least), lambda: national(rows, least))
    else:
        found = _located(review.check(), given)
        write(
            options,
            lambda: followup_records.follow_up(review, options.lang, least=least, found=found),
            lambda: reports.follow_up(review, least=least, found=found),
        )
    return FINE


def _goals(options: Namespace) -> int:
    plan = opened(options.plan)
    write(options, lambda: to_dict(plan).get("goals", []), lambda: words.goals(plan) or _NO_GOALS)
    return FINE


def _interventions(options: Namespace) -> int:
    plan = opened(options.plan)
    write(
        options, lambda: to_dict(plan).get("interventions", []), lambda: words.interventions(plan) or _NO_INTERVENTIONS
    )
    return FINE


def _contributions(options: Namespace) -> int:
    due = _due(options)
    if options.explain is None:
        write(options, lambda: records.contributions(due), lambda: reports.who_pays(due))
    else:
        steps = [step.to(options.lang) for step in due.derivation(options.explain)]
        write(options, lambda: {"derivation": steps}, lambda: reports.derivation(due, options.explain))
    return FINE


def _due(options: Namespace) -> Contributions:
    """What each member pays in the year, from another amount or in another unit where one is given."""
    plan = opened(options.plan)
    start: Any = {basis.value: kr(amount) for basis in Basis if (amount := getattr(options, basis)) is not None}
    unit = None if options.unit is None else kr(options.unit)
    return plan.contributions(year_of(options, plan), unit=unit, **start)


def _explain(options: Namespace) -> int:
    found = rule(options.rule)
    write(options, lambda: records.rule(found, options.lang), lambda: reports.rule(found))
    return FINE


def _rules(options: Namespace) -> int:
    write(options, lambda: records.rules(options.lang), reports.rules)
    return FINE


def _examples(options: Namespace) -> int:
    names = examples()
    write(options, lambda: names, lambda: Section(blocks=tuple(Item(words=name) for name in names)))
    return FINE


def _new(options: Namespace) -> int:
    """Write a plan to begin with; what is not given is asked for in a terminal."""
    text = skeleton(begun(options, options.lang), options.lang)
    if options.file is not None:
        write_text(text, options.file, new=True)
    if options.json:
        print_json(to_dict(loads(text)))
    elif options.file is not None:
        lang = "" if language_of((), os.environ) == options.lang else f" --lang {options.lang}"
        print(_WRITTEN(file=options.file, lang=lang).to(options.lang))
    else:
        print(text, end="")
    return FINE


_NO_GOALS = Section(blocks=(), title=Text(en="the plan has no goals", sv="planen har inga mål"))
_NO_INTERVENTIONS = Section(blocks=(), title=Text(en="the plan has no interventions", sv="planen har inga insatser"))
_WRITTEN = Text(
    en='wrote {file}; look at it with: finsam report "{file}"{lang}',
    sv='skrev {file}; titta på den med: finsam report "{file}"{lang}',
)

_BY_FINDINGS = Text(
    en="Exit status 0 without findings of severity error, 1 with any, 2 when a file cannot be read.",
    sv="Slutstatus 0 utan iakttagelser som är fel, 1 med någon, 2 när en fil inte kan läsas.",
)

COMMANDS: Sequence[Command] = (
    Command(
        name="report",
        run=_report,
        what=Text(
            en="print a plan: in short, what it is for, who pays, each year's money, and the findings",
            sv="skriv ut en plan: i korthet, vad den är till för, vem som betalar, varje års pengar och iakttagelserna",
        ),
        given=("plan", "--part"),
    ),
    Command(
        name="check",
        run=_check,
        what=Text(
            en="print what is unlawful, contradictory or worth knowing in plans",
            sv="skriv ut vad som strider mot lag, motsäger sig eller är värt att veta i planer",
        ),
        status=_BY_FINDINGS,
        given=("plans", "--select", "--ignore", "--only"),
    ),
    Command(
        name="follow-up",
        run=_follow_up,
        what=Text(
            en="print whether the targets of a plan were met, who took part and what it cost",
            sv="skriv ut om en plans mål nåddes, vilka som deltog och vad det kostade",
        ),
        given=("plan", "followup", "--earlier", "--on", "--near", "--least", "--national"),
    ),
    Command(
        name="goals",
        run=_goals,
        what=Text(
            en="print the goals of a plan, with what they are measured by",
            sv="skriv ut en plans mål, med vad de mäts med",
        ),
        given=("plan",),
    ),
    Command(
        name="interventions",
        run=_interventions,
        what=Text(
            en="print the interventions of a plan, with their money and their goals",
            sv="skriv ut en plans insatser, med deras pengar och mål",
        ),
        given=("plan",),
    ),
    Command(
        name="contributions",
        run=_contributions,
        what=Text(
            en="print what each member pays in the budget year, or in another",
            sv="skriv ut vad varje medlem betalar budgetåret, eller ett annat år",
        ),
        given=("plan", "--year", "--unit", "--explain", "start"),
    ),
    *MONEY_COMMANDS,
    *SCENARIO_COMMANDS,
    *NATIONAL_COMMANDS,
    *OVERVIEW_COMMANDS,
    Command(
        name="new",
        run=_new,
        what=Text(en="write a plan to begin with", sv="skriv en plan att börja med"),
        given=("file", "--name", "--municipalities", "--year", "--total"),
    ),
    Command(
        name="explain",
        run=_explain,
        what=Text(en="print a rule with its reason and its provision", sv="skriv ut en regel med dess skäl och lagrum"),
        given=("rule",),
    ),
    Command(
        name="rules",
        run=_rules,
        what=Text(en="print every rule", sv="skriv ut alla regler"),
    ),
    Command(
        name="examples",
        run=_examples,
        what=Text(
            en="print the names of the published plans that come with finsam",
            sv="skriv ut namnen på de publicerade planer som följer med finsam",
        ),
    ),
)
