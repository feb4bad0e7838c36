"""
The pages that have to keep up with the library: every rule, every key of the file, every module, every term, every
statutory value.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import attrs
import pytest

import finsam
from finsam import OperationalPlan, law
from finsam.association import Association, Member
from finsam.budget import Cost, Equity, Income, Stated
from finsam.checks import RULES, Rule
from finsam.decisions import Decision
from finsam.files.scalars import SCALARS
from finsam.files.shape import BESIDE, KEYED, SINGULAR, keys_of
from finsam.finding import ground_text
from finsam.followup import (
    Amount,
    Answers,
    CostEntry,
    Counted,
    Done,
    FollowUp,
    Gain,
    Heads,
    IncomeEntry,
    Livelihood,
    Mean,
    Measurement,
    Participation,
)
from finsam.funding import Funding
from finsam.goals import Activity, Goal, Indicator
from finsam.governance import Adoption, Auditor, Board, Charter, Event, Governance, Seats, Trade
from finsam.interventions import Intervention, Need, TargetGroup
from finsam.keys import ByFigures, ByPopulation, Equal, Fixed, Shares
from finsam.ladder import Step
from finsam.national import Area, Choices, National, NationalKey, Recipient
from finsam.payments import PaymentPlan
from finsam.pending import NotAgreed, PartlyKnown, ToBeSplit, Unpublished
from finsam.period import Period
from finsam.revision import Revision
from finsam.rows import Columns
from finsam.scenarios import PlanChange, Scenario, ScenarioSet
from finsam.split import Agreement, Mixture, Weighted
from finsam.staffing import Post
from finsam.statute import Dated
from finsam.targets import AllOrNone, CountTarget, Milestone, ShareTarget, Target, Trend

DOCS = Path(__file__).parent.parent / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def entry(rule: Rule) -> str:
    """How `checks.md` tells of a rule."""
    return f"""\
### {rule.id}

{rule.reason.to("en")}

- Severity: {rule.severity.label.to("en")} (*{rule.severity.label.to("sv")}*)
- Ground: {ground_text(rule.present).to("en")}
- Swedish: {rule.reason.to("sv")}
"""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_told_as_it_is(rule: Rule) -> None:
    """`checks.md` has the rule's reason, severity and ground; where it does not, write what is compared here."""
    assert entry(rule) in page("checks.md")


def test_no_rule_is_told_that_is_not() -> None:
    """`checks.md` has the rules in their order, and no others."""
    assert re.findall(r"^### (F\d+)$", page("checks.md"), re.MULTILINE) == [rule.id for rule in RULES]


# Which section of `file-format.md` describes which class. Several that are written alike share one.
OF_PLAN: dict[str, tuple[type[attrs.AttrsInstance], ...]] = {
    "Values": (Period,),
    "The first lines": (OperationalPlan,),
    "`[association]`": (Association, Member),
    "`[funding]`": (Funding,),
    "`[[funding.split]]`": (
        Agreement,
        Weighted,
        Shares,
        ByPopulation,
        ByFigures,
        Equal,
        Mixture,
        Fixed,
        ToBeSplit,
        Unpublished,
        NotAgreed,
        PartlyKnown,
    ),
    "`[equity]`": (Equity,),
    "`[[equity.ladder]]`": (Step,),
    "`[[income]]`": (Income,),
    "`[[costs]]`": (Cost,),
    "`[[revisions]]`": (Revision,),
    "`[[stated]]`": (Stated,),
    "`[[payments]]`": (PaymentPlan,),
    "`[need]`": (Need,),
    "`[[target_groups]]`": (TargetGroup,),
    "`[[interventions]]`": (Intervention,),
    "Posts": (Post,),
    "`[[goals]]`": (Goal,),
    "`[[goals.indicators]]`": (Indicator,),
    "`[[goals.targets]]`": (Target, ShareTarget, CountTarget, AllOrNone, Trend, Milestone),
    "`[[activities]]`": (Activity,),
    "`[governance]`": (Governance,),
    "`[governance.board]`": (Board,),
    "`[[governance.board.shares]]`": (Seats,),
    "`[governance.charter]`": (Charter,),
    "`[[governance.auditors]]`": (Auditor,),
    "`[[governance.trades]]`": (Trade,),
    "`[governance.adoption]`": (Adoption,),
    "`[[calendar]]`": (Event,),
    "`[[decisions]]`": (Decision,),
}

OF_FOLLOW_UP: dict[str, tuple[type[attrs.AttrsInstance], ...]] = {
    "The file of a follow-up": (FollowUp,),
    "`[[indicators]]`": (Indicator,),
    "`[[measurements]]`": (Measurement, Counted, Amount, Mean, Answers, Done),
    "`[[participation]]`": (Participation, Heads),
    "`[[livelihood]]`": (Livelihood,),
    "`[[gains]]`": (Gain,),
    "`[[income]]` of the year": (IncomeEntry,),
    "`[[costs]]` of the year": (CostEntry,),
}

OF_SCENARIOS: dict[str, tuple[type[attrs.AttrsInstance], ...]] = {
    "The file of scenarios": (ScenarioSet,),
    "`[[scenario]]`": (Scenario,),
    "Changes": get_args(PlanChange),
}

OF_NATIONAL: dict[str, tuple[type[attrs.AttrsInstance], ...]] = {
    "The file of a national allocation": (National,),
    "`[livelihood]`": (NationalKey,),
    "`[inhabitants]`": (NationalKey,),
    "`[choices]`": (Choices,),
    "`[[ladder]]`": (Step,),
    "`[[associations]]`": (Recipient,),
    "Areas": (Area,),
}

FIRST_LINES = {
    "The first lines": (OperationalPlan, OF_PLAN),
    "The file of a follow-up": (FollowUp, OF_FOLLOW_UP),
    "The file of scenarios": (ScenarioSet, OF_SCENARIOS),
    "The file of a national allocation": (National, OF_NATIONAL),
}
"""The section where each kind of file begins, with what such a file holds and the sections of it."""

SECTIONS = {**OF_PLAN, **OF_FOLLOW_UP, **OF_SCENARIOS, **OF_NATIONAL}

IN_ONE_VALUE = {scalar.kind for scalar in SCALARS} - {Period}
"""What is written as a single value, and has no keys of its own."""


def keys_described() -> dict[str, set[str]]:
    """The keys in the tables of each section; a table with a section of its own is a key where its file begins."""
    _, *parts = re.split(r"^##+ (.+)$", page("file-format.md"), flags=re.MULTILINE)
    sections = zip(parts[::2], parts[1::2], strict=True)
    described = {title: set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) for title, text in sections}
    for first, (_, of_file) in FIRST_LINES.items():
        described[first] |= {key for title in of_file for key in re.findall(r"^`\[+(\w+)\]+`", title)}
    return described


def classes_in(kind: object) -> Iterator[type[attrs.AttrsInstance]]:
    """The classes with fields that a type names, by way of its lists, mappings and unions."""
    origin = get_origin(kind) or kind
    if isinstance(origin, type) and attrs.has(origin) and origin not in IN_ONE_VALUE and origin is not Columns:
        yield origin
    for part in get_args(kind):
        yield from classes_in(part)


def classes_of_a_file(kind: type[attrs.AttrsInstance]) -> set[type[attrs.AttrsInstance]]:
    """Every class whose fields are keys of a file, from that which it holds inwards."""
    found: set[type[attrs.AttrsInstance]] = set()
    waiting = [kind]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            hints = get_type_hints(each)
            waiting += [inner for field in attrs.fields(each) for inner in classes_in(hints[field.name])]
    return found


def keys_of_section(section: str) -> set[str]:
    """The keys that can stand in the tables of a section, also those that say which class a table is."""
    described = SECTIONS[section]
    tags = {tag for keyed in KEYED.values() for tag, (kind, _) in keyed.items() if kind in described}
    keys = {
        key
        for kind in described
        for key, field in keys_of(kind).items()
        if kind not in BESIDE or BESIDE[kind][0] != field.name
    }
    return tags | keys | {one for kind in described for one in SINGULAR.get(kind, {}).values()}


def test_every_class_of_a_file_has_a_section() -> None:
    """No table can be written that `file-format.md` does not describe."""
    of_plan = {each for classes in OF_PLAN.values() for each in classes}
    for kind, of_file in FIRST_LINES.values():
        described = {each for classes in of_file.values() for each in classes}
        there = classes_of_a_file(kind) - {Period}
        assert described - {Period} <= there
        assert there - described <= (set() if kind is OperationalPlan else of_plan)  # which a scenario has parts of


@pytest.mark.parametrize("section", SECTIONS)
def test_every_key_of_the_file_is_described(section: str) -> None:
    """A section of `file-format.md` has a row, or a section, for each key that can stand there, and for no other."""
    further = {
        first: {"format"} if kind is OperationalPlan else {"format", "kind"} for first, (kind, _) in FIRST_LINES.items()
    }
    assert keys_described()[section] == keys_of_section(section) | further.get(section, set())


def public_modules() -> set[str]:
    """Every module but the one that `python -m` runs."""
    return {each.name for each in pkgutil.walk_packages(finsam.__path__, "finsam.") if each.name != "finsam.__main__"}


def test_every_module_is_in_the_reference() -> None:
    """What can be imported is described where it lives."""
    assert set(re.findall(r"automodule:: (\S+)", page("reference.md"))) == public_modules()


@pytest.mark.parametrize("module", sorted(public_modules()))
def test_every_swedish_term_is_in_the_glossary(module: str) -> None:
    """The terms in italics in the docstrings, which are the words that a Swedish reader knows."""
    source = Path(importlib.import_module(module).__file__ or "").read_text("utf-8")
    terms = {" ".join(term.split()) for term in re.findall(r"\(\*([^*]+)\*\)", source)}
    rows = re.findall(r"^\| ([^|]+?) \|", page("glossary.md"), re.MULTILINE)
    assert terms <= {form for row in rows for form in row.split(", ")}


VALUES = [each for each in vars(law).values() if isinstance(each, Dated)]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.name)
def test_every_statutory_value_is_in_the_changelog(value: Dated[object]) -> None:
    """Its section and the day of each wording stand on one line under Law."""
    rows = (DOCS.parent / "CHANGELOG.md").read_text("utf-8").splitlines()
    for wording in value.wordings:
        section = wording.provision.section
        assert any(row.startswith(f"| {section} |") and str(wording.since) in row for row in rows)
