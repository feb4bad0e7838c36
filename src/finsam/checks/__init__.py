"""
The checks (*kontroller*): numbered rules that look for what is unlawful, contradictory or worth knowing in a plan or in
a follow-up.

A family is a module, a rule a function in it, and the tuple at the end of the module is its registry.
"""

from finsam.checks import (
    budget,
    contributed,
    dates,
    decisions,
    equity,
    followups,
    funding,
    goals,
    governance,
    granted,
    measured,
    members,
    misplaced,
    payments,
    revision,
    stated,
)
from finsam.checks.rules import OWN_FIGURES, OWN_FIGURES_OF_FOLLOW_UP, Breach, Checked, Rule
from finsam.errors import UnknownNameError, suggestion
from finsam.finding import Finding
from finsam.followup.document import FollowUp
from finsam.followup.review import Review
from finsam.language import Text
from finsam.plan import OperationalPlan
from finsam.typed import expect

__all__ = ["OWN_FIGURES", "OWN_FIGURES_OF_FOLLOW_UP", "RULES", "Breach", "Checked", "Rule", "check", "rule"]

_FAMILIES = (
    members,
    governance,
    funding,
    contributed,
    budget,
    decisions,
    granted,
    equity,
    stated,
    misplaced,
    payments,
    revision,
    goals,
    measured,
    followups,
    dates,
)
RULES: tuple[Rule, ...] = tuple(
    sorted((rule for family in _FAMILIES for rule in family.RULES), key=lambda rule: rule.id)
)


def check(of: Checked) -> tuple[Finding, ...]:
    """What every rule finds in a plan or in a follow-up, in the order of the rules."""
    if not isinstance(of, FollowUp | Review):
        expect(of, OperationalPlan, "check")
    return tuple(finding for each in RULES for finding in each.findings(of))


def rule(id: str) -> Rule:
    """The rule of that number; raises `UnknownNameError`, which suggests the nearest."""
    for each in RULES:
        if each.id == id.upper():
            return each
    known = [each.id for each in RULES]
    raise UnknownNameError(_NO_RULE if suggestion(id, known).values else _NO_RULE_AT_ALL, id, known)


_NO_RULE = Text(en='there is no rule "{name}"', sv='det finns ingen regel "{name}"')

_NO_RULE_AT_ALL = Text(
    en='there is no rule "{name}"; finsam rules shows them all',
    sv='det finns ingen regel "{name}"; finsam rules visar alla',
)
