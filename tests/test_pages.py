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
from finsam import document, law
from finsam.checks import RULES, Rule
from finsam.goals import Activity, Goal, Indicator
from finsam.governance import Adoption, Auditor, Board, Charter, Event, Governance, Seats, Trade
from finsam.interventions import Intervention, TargetGroup
from finsam.law import Dated, Provision
from finsam.need import Need
from finsam.organisations import Agency, Municipality, OrganisationNumber, Region
from finsam.period import Period
from finsam.shares import PrintedShare
from finsam.staffing import Post
from finsam.targets import Target

DOCS = Path(__file__).parent.parent / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def entry(rule: Rule) -> str:
    """How `checks.md` tells of a rule."""
    ground = rule.basis.text if isinstance(rule.basis, Provision) else rule.basis
    return f"""\
### {rule.id}

{rule.reason.en}

- Severity: {rule.severity.label.en} (*{rule.severity.label.sv}*)
- Ground: {ground.en}
- Swedish: {rule.reason.sv}
"""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_told_as_it_is(rule: Rule) -> None:
    """`checks.md` has the rule's reason, severity and ground; where it does not, write what is compared here."""
    assert entry(rule) in page("checks.md")


def test_no_rule_is_told_that_is_not() -> None:
    """`checks.md` has the rules in their order, and no others."""
    assert re.findall(r"^### (F\d+)$", page("checks.md"), re.MULTILINE) == [rule.id for rule in RULES]


# Which section of `file-format.md` describes which class: those of the file alone, and those of the domain that are
# read straight from it. Several that are written alike share one.
SECTIONS: dict[str, tuple[type[attrs.AttrsInstance], ...]] = {
    "Values": (Period,),
    "The first lines": (document.PlanDocument,),
    "`[association]`": (document.AssociationTable, document.MemberEntry),
    "`[funding]`": (document.FundingTable,),
    "`[[funding.split]]`": (document.SplitTable,),
    "`[equity]`": (document.EquityTable,),
    "`[[income]]`": (document.IncomeTable,),
    "`[[costs]]`": (document.CostTable, document.Columns),
    "`[[stated]]`": (document.StatedTable,),
    "`[need]`": (Need,),
    "`[[target_groups]]`": (TargetGroup,),
    "`[[interventions]]`": (Intervention,),
    "Posts": (Post,),
    "`[[goals]]`": (Goal,),
    "`[[goals.indicators]]`": (Indicator,),
    "`[[goals.targets]]`": (document.TargetTable,),
    "`[[activities]]`": (Activity,),
    "`[governance]`": (Governance,),
    "`[governance.board]`": (Board,),
    "`[[governance.board.shares]]`": (Seats,),
    "`[governance.charter]`": (document.CharterTable,),
    "`[[governance.auditors]]`": (Auditor,),
    "`[[governance.trades]]`": (Trade,),
    "`[governance.adoption]`": (Adoption,),
    "`[[calendar]]`": (Event,),
}

# What a field can hold that has no keys of its own in the file, and what is read by way of a table above.
WRITTEN_AS_TEXT = {Agency, Municipality, OrganisationNumber, PrintedShare, Region}
READ_BY_TABLE = {Charter: document.CharterTable, Target: document.TargetTable}


def keys_described() -> dict[str, set[str]]:
    """The keys in the tables of each section; a table of the file that has a section of its own is one of the first."""
    _, *parts = re.split(r"^##+ (.+)$", page("file-format.md"), flags=re.MULTILINE)
    sections = zip(parts[::2], parts[1::2], strict=True)
    described = {title: set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) for title, text in sections}
    described["The first lines"] |= {key for title in described for key in re.findall(r"^`\[+(\w+)\]+`$", title)}
    return described


def classes_in(kind: object) -> Iterator[type[attrs.AttrsInstance]]:
    """The classes with fields that a type names, by way of its lists, mappings and unions."""
    origin = get_origin(kind) or kind
    if isinstance(origin, type) and attrs.has(origin) and origin not in WRITTEN_AS_TEXT:
        yield READ_BY_TABLE.get(origin, origin)
    for part in get_args(kind):
        yield from classes_in(part)


def classes_of_the_file() -> set[type[attrs.AttrsInstance]]:
    """Every class whose fields are keys of the file, from the document inwards."""
    found: set[type[attrs.AttrsInstance]] = set()
    waiting: list[type[attrs.AttrsInstance]] = [document.PlanDocument]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += [inner for kind in get_type_hints(each).values() for inner in classes_in(kind)]
    return found


def test_every_class_of_the_file_has_a_section() -> None:
    """No table can be written that `file-format.md` does not describe."""
    assert classes_of_the_file() == {each for classes in SECTIONS.values() for each in classes}


@pytest.mark.parametrize("section", SECTIONS)
def test_every_key_of_the_file_is_described(section: str) -> None:
    """A section of `file-format.md` has a row, or a section, for each key that can stand there, and for no other."""
    keys = {field.name for each in SECTIONS[section] for field in attrs.fields(each)}
    assert keys_described()[section] == keys


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
    for day, _ in value.wordings:
        assert any(row.startswith(f"| {value.provision.section} |") and str(day) in row for row in rows)
