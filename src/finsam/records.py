"""
The same as the reports, for machines: plain dictionaries and lists, ready to be written as JSON; amounts are whole
öre.
"""

from collections.abc import Mapping, Sequence

import attrs

from finsam.budget import Budget, Forecast, Outcome
from finsam.checks import Rule
from finsam.errors import FinsamError
from finsam.finding import Finding
from finsam.funding import Contributions
from finsam.language import Language, Text
from finsam.law import Provision
from finsam.money import Money
from finsam.plan import OperationalPlan
from finsam.targets import Aim

__all__ = ["contributions", "findings", "report", "rule"]

Value = None | bool | int | str | Sequence["Value"] | dict[str, "Value"]


def report(plan: OperationalPlan, language: Language = "en") -> dict[str, Value]:
    """The whole plan: its association, contributions, budgets and findings."""
    return {
        "association": plan.association.name,
        "year": plan.year,
        "contributions": [_year(plan, terms.year) for terms in plan.funding],
        "accounts": [_accounts(each) for each in plan.accounts],
        "vision": plan.vision,
        "purpose": plan.purpose,
        "orientation": list(plan.orientation),
        "tasks": list(plan.tasks),
        "governance": plain(plan.governance),
        "need": plain(plan.need),
        "target_groups": plain(plan.target_groups),
        "interventions": plain(plan.interventions),
        "goals": plain(plan.goals),
        "activities": plain(plan.activities),
        "calendar": plain(plan.calendar),
        "findings": findings(plan.check(), language),
    }


def plain(value: object) -> Value:
    """
    A value as dictionaries, lists, text and numbers: one of our classes by its fields and, for an aim, its kind; a
    day and a share as text.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    kind = type(value)
    if not attrs.has(kind):
        return str(value)
    named: dict[str, Value] = {"kind": kind.__name__} if isinstance(value, Aim) else {}
    return named | {field.name: plain(getattr(value, field.name)) for field in attrs.fields(kind)}


def _year(plan: OperationalPlan, year: int) -> dict[str, Value]:
    """The year's contributions, or why they cannot be worked out."""
    try:
        return contributions(plan.contributions(year))
    except FinsamError as error:
        return {"year": year, "error": str(error)}


def contributions(due: Contributions) -> dict[str, Value]:
    """Who pays what in a year; shares and quotas are exact, as text."""
    return {
        "year": due.year,
        "unit_ore": due.funding.unit.ore,
        "total_ore": due.total.ore,
        "parties_ore": {str(party): amount.ore for party, amount in due.by_party.items()},
        "members_ore": {member: amount.ore for member, amount in due.amounts.items()},
        "not_yet_split_ore": {str(party): amount.ore for party, amount in due.unsplit.items()},
        "parts": [
            {
                "member": part.member,
                "party": str(part.party),
                "share": str(part.share),
                "quota_ore": str(part.quota),
                "rounding_ore": str(part.rounding),
                "amount_ore": part.amount.ore,
            }
            for part in due.parts
        ],
    }


def _accounts(accounts: Budget | Forecast | Outcome) -> dict[str, Value]:
    """A year's budget, forecast or outcome; what is not known is null."""
    return {
        "column": str(accounts.column),
        "year": accounts.year,
        "preliminary": isinstance(accounts, Outcome) and accounts.preliminary,
        "opening_ore": _ore(accounts.opening),
        "contributions_ore": _ore(accounts.contributions),
        "income_ore": _ore(accounts.income),
        "costs_ore": accounts.total_costs.ore,
        "result_ore": _ore(accounts.result),
        "closing_ore": _ore(accounts.closing),
        "other_income": [
            {"id": line.id, "name": line.name, "amount_ore": line.amount.ore} for line in accounts.other_income
        ],
        "costs": [
            {
                "id": line.id,
                "name": line.name,
                "category": str(line.category),
                "intervention": line.intervention,
                "amount_ore": line.amount.ore,
            }
            for line in accounts.costs
        ],
    }


def _ore(amount: Money | None) -> int | None:
    return None if amount is None else amount.ore


def findings(found: Sequence[Finding], language: Language = "en") -> list[Value]:
    """What the checks found."""
    return [
        {
            "id": finding.id,
            "severity": str(finding.severity),
            "place": finding.place,
            "message": finding.message.to(language),
            **_basis(finding.basis, language),
            "remedy": finding.remedy.to(language),
        }
        for finding in found
    ]


def rule(rule: Rule, language: Language = "en") -> dict[str, Value]:
    """A rule and its reason."""
    return {
        "id": rule.id,
        "severity": str(rule.severity),
        "reason": rule.reason.to(language),
        **_basis(rule.basis, language),
    }


def _basis(basis: Provision | Text, language: Language) -> dict[str, Value]:
    """The provision, or in its absence the practice."""
    if isinstance(basis, Provision):
        return {"provision": basis.text.to(language), "practice": None}
    return {"provision": None, "practice": basis.to(language)}
