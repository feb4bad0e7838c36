"""
The same as the reports, for machines: plain dictionaries and lists, ready to be written as JSON; amounts are whole
öre, but in the plan itself, which is as in its file.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from finsam.budget import Budget, Forecast, Outcome
from finsam.checks import RULES, Rule
from finsam.derivation import Contributions
from finsam.errors import FinsamError
from finsam.files import to_dict
from finsam.finding import Finding, Ground, ground_text
from finsam.language import Language, Text, shown
from finsam.money import ExactMoney, Money, Unrounded
from finsam.period import time_key
from finsam.plan import OperationalPlan
from finsam.statute import Provision

__all__ = ["contributions", "findings", "ore", "problems", "refusal", "report", "rule", "rules"]

Record = dict[str, Any]


def report(plan: OperationalPlan, language: Language = "en", *, found: Sequence[Finding] | None = None) -> Record:
    """
    The plan as its file has it, and what comes of it: the contributions, the accounts and the findings, which are those
    of `plan.check()` where others are not given.
    """
    return {
        "plan": to_dict(plan),
        "contributions": [_year(plan, year, language) for year in plan.funding.years],
        "accounts": [_accounts(each) for each in plan.accounts],
        "findings": findings(plan.check() if found is None else found, language),
    }


def _year(plan: OperationalPlan, year: int, language: Language) -> Record:
    """The year's contributions, or why they cannot be worked out."""
    due = plan.contributions_or_error(year)
    return {"year": year, "error": due.text(language)} if isinstance(due, FinsamError) else contributions(due)


def contributions(due: Contributions) -> Record:
    """Who pays what in a year; shares and quotas are exact, as text."""
    return {
        "year": due.year,
        "unit_ore": due.terms.unit.ore,
        "total_ore": due.total.ore,
        "parties_ore": {party.value: amount.ore for party, amount in due.by_party.items()},
        "members_ore": {member: amount.ore for member, amount in due.amounts.items()},
        "not_yet_split_ore": {party.value: amount.ore for party, amount in due.unsplit.items()},
        "parts": [
            {
                "member": part.member,
                "party": part.party.value,
                "share": str(part.share),
                "quota_ore": str(part.quota),
                "rounding_ore": str(part.rounding),
                "amount_ore": part.amount.ore,
            }
            for part in due.parts
        ],
    }


def _accounts(accounts: Budget | Forecast | Outcome) -> Record:
    """A budget, forecast or outcome; what is not known is null."""
    return {
        "column": accounts.column.value,
        "time": time_key(accounts.time),
        "preliminary": isinstance(accounts, Outcome) and accounts.preliminary,
        "opening_ore": ore(accounts.opening),
        "contributions_ore": ore(accounts.contributions),
        "income_ore": ore(accounts.income),
        "costs_ore": ore(accounts.total_costs),
        "result_ore": ore(accounts.result),
        "closing_ore": ore(accounts.closing),
        "by_category_ore": {category.value: amount.ore for category, amount in accounts.by_category.items()},
    }


def ore(amount: ExactMoney | None) -> int | str | None:
    """So many öre; as text where they are not whole."""
    return None if amount is None else amount.ore if isinstance(amount.ore, int) else str(amount.ore)


def findings(found: Sequence[Finding], language: Language = "en") -> list[Record]:
    """What the checks found; `values` are the figures and names of the message, amounts in öre."""
    return [
        {
            "id": finding.id,
            "severity": finding.severity.value,
            "path": list(finding.path),
            "place": finding.place,
            "line": finding.line,
            "message": finding.message.to(language),
            "values": values(finding.values, language),
            **_ground(finding.ground, language),
            "inferred": None if finding.inferred is None else finding.inferred.to(language),
            "remedy": finding.remedy.to(language),
        }
        for finding in found
    ]


def refusal(file: str | None, error: FinsamError, language: Language = "en") -> Record:
    """What stands in place of what was asked for: the file, where it is about one, and what is wrong."""
    return {"file": file, "problems": problems(error, language)}


def problems(error: FinsamError, language: Language = "en") -> list[Record]:
    """What is wrong in a file that cannot be read, or with what else was given."""
    return [
        {
            "path": list(problem.path),
            "place": problem.place,
            "line": problem.line,
            "message": problem.message.to(language),
            "values": values(problem.message.values, language),
        }
        for problem in error.problems
    ]


def values(of: Mapping[str, object], language: Language) -> Record:
    """
    The values of a sentence: amounts in öre, under names that say so, numbers as they are, and all else as text.

    Of a text that is a value its own values are there too.
    """
    plain: Record = {}
    for name, value in of.items():
        if isinstance(value, Money):
            plain[f"{name}_ore"] = value.ore
        elif isinstance(value, Unrounded):
            plain[f"{name}_ore"] = int(value.ore) if value.ore.denominator == 1 else str(value.ore)
        elif isinstance(value, tuple):
            plain[name] = [each if isinstance(each, int) else shown(each, language) for each in value]
        else:
            plain[name] = value if isinstance(value, int) else shown(value, language)
        if isinstance(value, Text):
            plain = values(value.values, language) | plain
    return plain


def rules(language: Language = "en") -> list[Record]:
    """Every rule and its reason."""
    return [rule(each, language) for each in RULES]


def rule(rule: Rule, language: Language = "en") -> Record:
    """A rule and its reason."""
    return {
        "id": rule.id,
        "severity": rule.severity.value,
        "reason": rule.reason.to(language),
        **_ground(rule.present, language),
    }


def _ground(ground: Ground, language: Language) -> Record:
    """The provision, or in its absence the practice."""
    kind, other = ("provision", "practice") if isinstance(ground, Provision) else ("practice", "provision")
    return {kind: ground_text(ground).to(language), other: None}
