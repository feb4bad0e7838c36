"""
Two plans beside one another for machines: plain dictionaries and lists, ready to be written as JSON.

What finsam works out is in öre; what stands in a plan is as in its file, with amounts in kronor.
"""

import json
from collections.abc import Iterable
from typing import Any

from finsam.budget import Cost, Income
from finsam.files.shape import tree
from finsam.language import Language
from finsam.period import time_key
from finsam.plan import OperationalPlan
from finsam.reports import records
from finsam.reports.records import ore
from finsam.scenarios.differences import Difference
from finsam.scenarios.plan_comparison import (
    BeforeAfter,
    ContributionsBeside,
    FindingsBeside,
    Pair,
    PlanComparison,
    YearBeside,
    cells_beside,
)

__all__ = ["comparison"]

Record = dict[str, Any]


def comparison(of: PlanComparison, language: Language = "en", *, found: FindingsBeside | None = None) -> Record:
    """
    Everything that differs; null is what is not there or not known, and shares are exact, as text.

    `found` are the findings to show, as with the lines of files; those of the comparison where they are not given.
    """
    return {
        "before": _plan(of.before),
        "after": _plan(of.after),
        "years": [_year(each) for each in of.years],
        "contributions": [_contributions(each) for each in of.contributions],
        "costs": [_row(each) for each in of.costs],
        "income": [_row(each) for each in of.income],
        "members": _pairs(of.members),
        "target_groups": _pairs(of.target_groups),
        "interventions": _pairs(of.interventions),
        "goals": _pairs(of.goals),
        "indicators": _pairs(of.indicators),
        "targets": _pairs(of.targets),
        "activities": _pairs(of.activities),
        "differences": [_difference(each) for each in of.differences],
        "findings": _findings(of.findings if found is None else found, language),
    }


def _plan(of: OperationalPlan) -> Record:
    return {"association": of.association.name, "year": of.year}


def _year(of: YearBeside) -> Record:
    before, after = (None if each is None else each.column.value for each in (of.before, of.after))
    return {
        "year": of.year,
        "column_before": before,
        "column_after": after,
        "income": _amounts(of.income),
        "costs": _amounts(of.costs),
        "result": _amounts(of.result),
        "closing": _amounts(of.closing),
    }


def _contributions(of: ContributionsBeside) -> Record:
    members = {name: _amounts(amounts) for name, amounts in of.members.items()}
    return {"year": of.year, "total": _amounts(of.total), "members": members}


def _row(of: Pair[Cost] | Pair[Income]) -> Record:
    """A row with all its amounts, and what differs in it."""
    cells = [
        {"column": column.value, "time": time_key(time), **_amounts(amounts)}
        for (column, time), amounts in cells_beside(of).items()
    ]
    return {"id": of.item.id, "name": of.item.name, **_pair(of), "cells": cells}


def _amounts(of: BeforeAfter) -> Record:
    return {
        "before_ore": ore(of.before),
        "after_ore": ore(of.after),
        "difference_ore": ore(of.difference),
        "share": None if of.share is None else str(of.share),
    }


def _pairs(of: Iterable[Pair[Any]]) -> list[Record]:
    return [_pair(each) for each in of]


def _pair(of: Pair[Any]) -> Record:
    return {
        "path": list(of.path),
        "before": _plain(of.before),
        "after": _plain(of.after),
        "differences": [_difference(each) for each in of.differences],
    }


def _difference(of: Difference) -> Record:
    return {"path": list(of.path), "place": of.place, "before": _plain(of.before), "after": _plain(of.after)}


def _plain(value: object) -> Any:
    """The value as its file has it, with days as text."""
    return None if value is None else json.loads(json.dumps(tree(value), default=str))


def _findings(of: FindingsBeside, language: Language) -> Record:
    """The findings of either plan alone, and how often each rule speaks."""
    return {
        "new": records.findings(of.new, language),
        "gone": records.findings(of.gone, language),
        "counts": {rule: {"before": before, "after": after} for rule, (before, after) in of.counts.items()},
    }
