"""Decisions on money for machines: plain dictionaries and lists, ready to be written as JSON; amounts are whole öre."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from finsam.commitments import Committed, Readings, committed, taken
from finsam.decisions import Between, Decision, Years, years_of
from finsam.money import Money
from finsam.plan import OperationalPlan

__all__ = ["decisions"]

Record = dict[str, Any]


def decisions(plan: OperationalPlan, *, on: date | None = None) -> Record:
    """
    The decisions, and by year what they commit and what is free; those taken through a day where one is given.

    Null is what is not known, and a high that has no end.
    """
    of = taken(plan.decisions, on)
    years = years_of(of)
    return {
        "decisions": [_decision(each) for each in of],
        "together_ore": _between(committed(of, *years)),
        "committed": [_committed(plan.committed(year, on=on)) for year in years],
    }


def _decision(of: Decision) -> Record:
    """A decision as its file has it, with the amounts in öre and what is printed as text."""
    return {
        "id": of.id,
        "on": None if of.on is None else of.on.isoformat(),
        "number": of.number,
        "intervention": of.intervention,
        "row": of.row,
        "to": of.to,
        "applied": {years.key: str(figure) for years, figure in of.applied.items()},
        "granted_ore": _ore(of.granted),
        "at_most_ore": _ore(of.at_most),
        "conditions": list(of.conditions),
        "adds_to": of.adds_to,
        "replaces": of.replaces,
        "financing": of.financing,
        "note": of.note,
    }


def _ore(amounts: Mapping[Years, Money]) -> Record:
    return {years.key: amount.ore for years, amount in amounts.items()}


def _committed(of: Committed) -> Record:
    return {
        "year": of.year,
        "committed_ore": _between(of.total),
        "available_ore": None if of.available is None else of.available.ore,
        "free_ore": None if of.free is None else _between(of.free),
        "interventions": [
            {"intervention": name, "committed_ore": _between(amount)} for name, amount in of.by_intervention.items()
        ],
        "readings": [_readings(pair) for pair in of.readings],
    }


def _readings(of: Readings) -> Record:
    return {
        "earlier": of.earlier.id,
        "later": of.later.id,
        "added_ore": _between(of.added),
        "replaced_ore": _between(of.replaced),
    }


def _between(amount: Between) -> Record:
    return {"low": amount.low.ore, "high": None if amount.high is None else amount.high.ore}
