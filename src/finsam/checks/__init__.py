"""
The checks (*kontroller*): numbered rules that look for what is unlawful, contradictory or worth knowing in a plan.

A family is a module, a rule a function in it, and the tuple at the end of the module is its registry.
"""

from finsam.checks import budget, dates, funding, goals, governance, members
from finsam.checks.rule import OWN_FIGURES, Breach, Rule
from finsam.errors import UnknownNameError
from finsam.finding import Finding
from finsam.plan import OperationalPlan

__all__ = ["OWN_FIGURES", "RULES", "Breach", "Rule", "check", "rule"]

RULES: tuple[Rule, ...] = (
    *members.RULES,
    *governance.RULES,
    *funding.RULES,
    *budget.RULES,
    *goals.RULES,
    *dates.RULES,
)


def check(plan: OperationalPlan) -> tuple[Finding, ...]:
    """What every rule finds in a plan, in the order of the rules."""
    return tuple(finding for each in RULES for finding in each.findings(plan))


def rule(id: str) -> Rule:
    """The rule of that number; raises `UnknownNameError`, which suggests the nearest."""
    for each in RULES:
        if each.id == id.upper():
            return each
    raise UnknownNameError("rule", id, [each.id for each in RULES])
