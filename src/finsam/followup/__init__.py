"""
The follow-up (*uppföljning*) of a plan: measurements, participation and money, and whether the targets were met.

`load`, `loads`, `dump` and `dumps` read and write its file, and `examples` ship with the package.

>>> import finsam
>>> review = finsam.followup.example("hjotiborg-2010").review(finsam.example("hjotiborg-2010"))
>>> print(review.evaluations[11])
at least 10: till arbete alternativt studier: not met: 8 is not at least 10: 2 short
"""

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from finsam.errors import Problem
from finsam.followup.document import CostEntry, FollowUp, Gain, IncomeEntry
from finsam.followup.evaluation import Evaluation, Profile, Reading, Verdict
from finsam.followup.judging import evaluate
from finsam.followup.livelihood import Livelihood, LivelihoodYear, Payment, PaymentGroup, by_year
from finsam.followup.measured import Measured
from finsam.followup.measurement import Measurement
from finsam.followup.national import RegisteredAssociation, RegisteredIntervention, registered
from finsam.followup.participation import Destination, Heads, Participation
from finsam.followup.ranges import Range, Unit, counts_of
from finsam.followup.review import Evaluated, Review, misfits
from finsam.followup.sexes import SexGap
from finsam.followup.small import LEAST, gives_away, hidden_parts
from finsam.followup.surveys import Answers
from finsam.followup.values import Amount, Both, Counted, Done, Mean, Value
from finsam.plan import OperationalPlan

__all__ = [
    "Amount",
    "Answers",
    "Both",
    "CostEntry",
    "Counted",
    "Destination",
    "Done",
    "Evaluated",
    "Evaluation",
    "FollowUp",
    "Gain",
    "Heads",
    "LEAST",
    "IncomeEntry",
    "Livelihood",
    "LivelihoodYear",
    "Mean",
    "Measured",
    "Measurement",
    "Participation",
    "Payment",
    "PaymentGroup",
    "Profile",
    "Range",
    "Reading",
    "RegisteredAssociation",
    "RegisteredIntervention",
    "Review",
    "SexGap",
    "Unit",
    "Value",
    "Verdict",
    "by_year",
    "counts_of",
    "dump",
    "dumps",
    "evaluate",
    "example",
    "examples",
    "from_dict",
    "gives_away",
    "hidden_parts",
    "load",
    "loads",
    "registered",
    "to_dict",
]


def load(path: str | os.PathLike[str], plan: OperationalPlan | None = None) -> FollowUp:
    """
    The follow-up in a TOML file; held against its plan too, where that is given.

    Raises `FileError`, which lists every problem with its place and line, where the file cannot be read, is not a
    follow-up, or is not that of the plan.
    """
    from finsam.files import FOLLOW_UP  # here, because files are read in terms of follow-ups

    return FOLLOW_UP.load(path, _held_against(plan))


def loads(text: str, plan: OperationalPlan | None = None, *, name: str = "text") -> FollowUp:
    """The follow-up in TOML text, which messages call `name`; otherwise as `load`."""
    from finsam.files import FOLLOW_UP

    return FOLLOW_UP.loads(text, name, _held_against(plan))


def from_dict(tables: Mapping[str, Any], *, name: str = "follow-up") -> FollowUp:
    """The follow-up in the tables of a file, with days as days or as text; raises as `load` does, without lines."""
    from finsam.files import FOLLOW_UP

    return FOLLOW_UP.held(dict(tables), name)


def to_dict(followup: FollowUp) -> dict[str, Any]:
    """The follow-up as the tables of its file, ready for JSON; as `finsam.to_dict`."""
    from finsam.files import FOLLOW_UP

    return FOLLOW_UP.to_dict(followup)


def dumps(followup: FollowUp) -> str:
    """
    The follow-up as TOML text, which `loads` reads back as the same.

    Raises `FileError` for a follow-up that no file can hold, with the places.
    """
    from finsam.files import FOLLOW_UP

    return FOLLOW_UP.dumps(followup)


def dump(followup: FollowUp, path: str | os.PathLike[str]) -> None:
    """Write the follow-up to a TOML file, whole or not at all; as `finsam.dump`."""
    from finsam.files import FOLLOW_UP

    FOLLOW_UP.dump(followup, path)


def examples() -> tuple[str, ...]:
    """The names of the follow-ups that ship with the package; each is that of the example plan of the same name."""
    from finsam.files import FOLLOW_UP

    return FOLLOW_UP.examples()


def example(name: str) -> FollowUp:
    """
    An invented follow-up of a published plan, by its name; raises `UnknownNameError`, which suggests the nearest.

    >>> example("hjotiborg-2010").invented
    True
    """
    from finsam.files import FOLLOW_UP

    return FOLLOW_UP.example(name)


def _held_against(plan: OperationalPlan | None) -> Callable[[FollowUp], Iterable[Problem]] | None:
    return None if plan is None else lambda followup: misfits(followup, plan)
