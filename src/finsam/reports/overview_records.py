"""
Many plans together, for machines: plain dictionaries and lists; amounts in öre, as text where they are not whole,
shares exact, as text, and null for what is not known or not shown.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from finsam.errors import FinsamError
from finsam.followup.ranges import Range
from finsam.followup.small import LEAST, is_small
from finsam.language import Language, shown
from finsam.money import of_ore
from finsam.overview.amounts import AmountTable
from finsam.overview.outcomes import FindingTable, InterventionTable, Undertaken
from finsam.overview.portfolio import Portfolio
from finsam.overview.reading import PassedOver
from finsam.overview.saved import EquityTable
from finsam.overview.speaking import LeftOut
from finsam.overview.spread import Spread
from finsam.overview.summary import TargetCounts
from finsam.reports.overview_rows import chosen, shown_participants
from finsam.reports.records import ore, problems
from finsam.rows import Column

__all__ = ["overview"]

Record = dict[str, Any]


def overview(
    of: Portfolio,
    language: Language = "en",
    *,
    year: int | None = None,
    column: Column | None = None,
    least: int = LEAST,
) -> Record:
    """The tables, of one `year` and one `column` where they are given; counts of people below `least` are null."""
    cells = chosen(of, year, column)
    return {
        "plans": [
            {"association": each.association, "year": each.year, "file": each.file, "followed_up": each.is_followed_up}
            for each in of.plans
        ],
        "unread": [_passed(each, language) for each in of.unread],
        "left_out": [_passed(each, language) for each in of.left_out],
        "contributions": [_amounts(of.contributions(each), language) for each in of.years if year in (None, each)],
        "costs": [_amounts(of.costs(each, which), language) for which, each in cells],
        "equity": [_equity(of.equity(each, which), language) for which, each in cells],
        "interventions": [_interventions(of.interventions(each, which), language, least) for which, each in cells],
        "findings": _findings(of.findings(year)),
    }


def _passed(of: PassedOver, language: Language) -> Record:
    return {"file": of.file, "problems": problems(FinsamError(*of.problems), language)}


def _amounts(of: AmountTable[Any], language: Language) -> Record:
    return {
        "year": of.year,
        "column": None if of.column is None else of.column.value,
        "rows": [
            {
                "association": row.association,
                "plan_year": row.plan_year,
                "region": shown(row.region, language),
                "parts_ore": _ore(row.parts),
                "total_ore": row.total.ore,
                "inhabitants": row.inhabitants,
                "counted_on": None if row.counted_on is None else row.counted_on.isoformat(),
                "per_inhabitant_ore": ore(row.per_inhabitant),
                "standing": None if row.standing is None else row.standing.value,
                "preliminary": row.preliminary,
            }
            for row in of.rows
        ],
        "sums_ore": _ore(of.sums),
        "total_ore": of.total.ore,
        "regions_ore": {shown(name, language): _ore(sums) for name, sums in of.regions.items()},
        "spread_ore": _spread(of.spread),
        "spread_per_inhabitant_ore": _spread(of.spread_per_inhabitant),
        "left_out": _left_out(of.left_out, language),
    }


def _ore(amounts: Mapping[Any, Any]) -> Record:
    return {key.value: amount.ore for key, amount in amounts.items()}


def _equity(of: EquityTable, language: Language) -> Record:
    return {
        "year": of.year,
        "column": of.column.value,
        "rows": [
            {
                "association": row.association,
                "plan_year": row.plan_year,
                "closing_ore": row.closing.ore,
                "contributions_ore": row.contributions.ore,
                "share": str(row.share),
                "preliminary": row.preliminary,
            }
            for row in of.rows
        ],
        "closing_ore": of.closing.ore,
        "contributions_ore": of.contributions.ore,
        "share": None if of.share is None else str(of.share),
        "spread": _spread(of.spread, is_share=True),
        "left_out": _left_out(of.left_out, language),
    }


def _interventions(of: InterventionTable, language: Language, least: int) -> Record:
    return {
        "year": of.year,
        "column": of.column.value,
        "orientations": [
            {
                **_undertaken(together, language, least, is_hidden=False),
                "orientation": orientation.value,
                "groups": [
                    _undertaken(each, language, least, is_hidden=at in shown_participants(together, groups, least))
                    for at, each in enumerate(groups)
                ],
            }
            for orientation, together in of.by_orientation.items()
            for groups in [of.by_group(orientation)]
        ],
        "associations": [
            {
                "association": str(each.label),
                "count": each.count,
                "paid_for": each.paid_for,
                "money_ore": each.money.ore,
            }
            for each in of.by_association
        ],
        "total_ore": of.total.money.ore,
        "beside": _targets(of.beside),
        "spread_ore": _spread(of.spread),
        "left_out": _left_out(of.left_out, language),
    }


def _undertaken(of: Undertaken, language: Language, least: int, *, is_hidden: bool) -> Record:
    return {
        "label": shown(of.label, language),
        "count": of.count,
        "paid_for": of.paid_for,
        "money_ore": of.money.ore,
        "also_ore": ore(of.also),
        "told": of.told,
        "participants": None if is_hidden or is_small(of.participants, least) else _range(of.participants),
        "targets": _targets(of.targets),
    }


def _range(of: Range | None) -> Record | None:
    """The ends, which are whole; null for an end that is not known."""
    return None if of is None else {"low": _end(of.low), "high": _end(of.high)}


def _end(of: Fraction | None) -> int | None:
    return None if of is None else int(of)


def _targets(of: TargetCounts) -> Record:
    return {"met": of.met, "not_met": of.not_met, "not_told": of.not_told}


def _findings(of: FindingTable) -> Record:
    return {
        "year": of.year,
        "rules": [
            {"rule": row.rule, "plans": row.plans, **{each.value: count for each, count in row.counts.items()}}
            for row in of.rows
        ],
        "sums": {severity.value: count for severity, count in of.sums.items()},
        "plans": len(of.by_plan),
        "spread": _spread(of.spread),
    }


def _spread(of: Spread | None, *, is_share: bool = False) -> Record | None:
    if of is None:
        return None
    ends = {name: getattr(of, name) for name in ("least", "lower", "median", "upper", "most")}
    return {
        "count": of.count,
        **{name: str(end) if is_share else ore(of_ore(end)) for name, end in ends.items()},
        "outside": list(of.outside),
    }


def _left_out(of: Sequence[LeftOut], language: Language) -> list[Record]:
    return [{"association": each.association, "why": each.why.to(language)} for each in of]
