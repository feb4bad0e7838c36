"""
The follow-up for machines: plain dictionaries and lists, ready to be written as JSON; amounts in whole öre or exact
text, shares exact, and null for what is not known or not shown.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from finsam.finding import Finding
from finsam.followup.document import FollowUp
from finsam.followup.evaluation import Evaluation
from finsam.followup.measured import Measured
from finsam.followup.measurement import Measurement
from finsam.followup.national import RegisteredAssociation, RegisteredIntervention, registered
from finsam.followup.participation import Participation
from finsam.followup.ranges import Range, Unit, whole_numbers
from finsam.followup.review import Evaluated, Review
from finsam.followup.small import LEAST, gives_away, hidden_parts, hidden_values, is_small
from finsam.language import Language
from finsam.period import time_key
from finsam.reports.followup import discreet
from finsam.reports.participants import went_to
from finsam.reports.records import findings, ore

__all__ = ["follow_up", "national"]

Record = dict[str, Any]


def follow_up(
    review: Review | FollowUp,
    language: Language = "en",
    *,
    least: int = LEAST,
    found: Sequence[Finding] | None = None,
) -> Record:
    """
    A follow-up held against its plan: its evaluations, what was measured, who took part, and what is registered
    nationally; without a plan, what was measured and who took part; and the findings, which are those of `check` where
    others are not given.

    Counts of people below `least`, and what would give them away, are null.
    """
    of = review.followup.until(review.day) if isinstance(review, Review) else review
    record: Record = {
        "association": of.association,
        "year": of.year,
        "day": of.day.isoformat(),
        "invented": of.invented,
        "least_shown": least,
    }
    if isinstance(review, Review):
        record["evaluations"] = [_evaluated(each, language, least) for each in review.evaluations]
    record["measured"] = [_measured(row, of, language, least if row.people else 0) for row in of.measurements]
    record["participation"] = [_participation(row, of, review, least) for row in of.participation]
    if isinstance(review, Review):
        record["national"] = national(registered(review), least)
    every = review.check() if found is None else found
    record["findings"] = findings([discreet(each, least) for each in every], language)
    return record


def _evaluated(of: Evaluated, language: Language, least: int) -> Record:
    evaluation, goal = of.evaluation, of.goal
    reading = evaluation.reading
    return {
        "goal": None if goal is None else goal.id,
        "path": list(of.path),
        "target": evaluation.target.aim.text.to(language),
        "time": None if reading is None else time_key(reading.time),
        **_judged(evaluation, language, least if reading is None or reading.people else 0),
    }


def _judged(of: Evaluation, language: Language, least: int) -> Record:
    """What is said of a target, without figures where they are few."""
    is_hidden = of.reading is not None and gives_away(of.reading.value, least)
    apart = (of.women, of.men)
    few = any(each is not None and each.reading and gives_away(each.reading.value, least) for each in apart)
    return {
        "verdict": of.verdict.value,
        "reason": None if is_hidden else of.reason.to(language),
        "value": None if is_hidden else _range(of.value, of.unit),
        "gap": None if is_hidden else _range(of.gap, of.unit),
        "attained": None if is_hidden else _range(of.attained, Unit.SHARE),
        "hidden": is_hidden,
        **{
            key: None if each is None or few else _judged(each, language, least)
            for key, each in zip(("women", "men"), apart, strict=True)
        },
    }


def _range(of: Range | None, unit: Unit | None) -> Record | None:
    """From what through what a value can be, exact as text; the same twice where it is one number."""
    if of is None or unit is None:
        return None
    return {
        "unit": "öre" if unit is Unit.AMOUNT else unit.value,
        "low": None if of.low is None else str(of.low),
        "high": None if of.high is None else str(of.high),
    }


def _measured(row: Measurement, of: FollowUp, language: Language, least: int) -> Record:
    sexes = {"women": row.women, "men": row.men}
    few = any(gives_away(each, least) for each in sexes.values())
    return {
        "target": row.target,
        "indicator": row.indicator,
        "activity": row.activity,
        "time": time_key(of.time_of(row)),
        "value": _value(row.together, language, least),
        **{key: None if each is None or few else _value(each, language, least) for key, each in sexes.items()},
        "groups": _parts(row.groups, None, language, least),
        "municipalities": _parts(row.municipalities, row.together.counted, language, least),
    }


def _value(of: Measured, language: Language, least: int) -> Record | None:
    """What it came to, and in words; null where it is of few."""
    if gives_away(of, least):
        return None
    size, unit = of.size
    return {"text": of.text.to(language), **(_range(size, unit) or {})}


def _parts(
    of: Mapping[str, Measured], of_all: Range | None, language: Language, least: int
) -> Mapping[str, Record | None]:
    hidden = hidden_values(of_all, of, least)
    return {name: None if name in hidden else _value(each, language, least) for name, each in of.items()}


def _participation(row: Participation, of: FollowUp, review: Review | FollowUp, least: int) -> Record:
    sexes = {key: None if each is None else each.of("participants") for key, each in _by_sex(row)}
    few = any(is_small(each, least) for each in sexes.values())
    places = {name: whole_numbers(count) for name, count in row.municipalities.items()}
    return {
        "intervention": row.intervention,
        "time": time_key(of.time_of(row)),
        **{key: _count(row.all(key), least) for key in ("participants", "new", "ended")},
        **{key: None if few else _count(each, least) for key, each in sexes.items()},
        "went_to": _shown(row.all("ended"), {to.value: count for to, count in went_to(row).items()}, least),
        "municipalities": _shown(row.all("participants"), places, least),
        "cost_ore": ore(review.cost_of(row)) if isinstance(review, Review) else None,
    }


def _by_sex(row: Participation) -> Any:
    return (("women", row.women), ("men", row.men))


def _shown(of_all: Range | None, parts: Mapping[Any, Range], least: int) -> Record:
    hidden = hidden_parts(of_all, parts, least)
    return {name: None if name in hidden else _count(count, least) for name, count in parts.items()}


def _count(count: Range | None, least: int) -> Record | None:
    return None if is_small(count, least) else _range(count, Unit.COUNT)


def national(of: RegisteredAssociation, least: int = LEAST) -> Record:
    """What is registered nationally of the association, and of each intervention."""
    return {
        "association": of.name,
        "year": of.year,
        "allocated_ore": ore(of.allocated),
        "equity_ore": ore(of.equity),
        "administration_budget_ore": ore(of.administration_budget),
        "administration_outcome_ore": ore(of.administration_outcome),
        "interventions": [_intervention(each, least) for each in of.interventions],
    }


def _intervention(of: RegisteredIntervention, least: int) -> Record:
    few = is_small(of.women, least) or is_small(of.men, least)
    return {
        "id": of.id,
        "name": of.name,
        "orientation": of.orientation.value,
        "esf": of.esf,
        "budget_ore": ore(of.budget),
        "outcome_ore": ore(of.outcome),
        "budgeted": _count(of.budgeted, 0),
        "participants": _count(of.participants, least),
        "women": None if few else _count(of.women, least),
        "men": None if few else _count(of.men, least),
    }
