"""What the command is given: a plan or a follow-up, by its file or as the name of an example."""

import os
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TypeVar

from attrs import AttrsInstance

from finsam.errors import FileError, FinsamError, suggestion
from finsam.files import FOLLOW_UP, NATIONAL, PLAN
from finsam.files.kinds import Further, Kind
from finsam.followup.document import FollowUp
from finsam.followup.review import Review, misfits
from finsam.language import Text
from finsam.national.dividing import impossible
from finsam.national.document import National
from finsam.period import day
from finsam.plan import OperationalPlan
from finsam.shares import share

__all__ = ["day_of", "divisible", "followed", "opened", "opened_as", "year_of"]

T = TypeVar("T", bound=AttrsInstance)


def opened(given: str) -> OperationalPlan:
    """The plan in that file, or the example of that name."""
    return opened_as(given, PLAN)


def divisible(given: str) -> National:
    """The national allocation in that file, or the example of that name; which can be worked out."""
    return opened_as(given, NATIONAL, impossible)


def opened_as(given: str, kind: Kind[T], further: Further[T] | None = None) -> T:
    """What is in that file, or in the example of that name."""
    if given in kind.examples() and not Path(given).is_file():
        return kind.example(given)
    if Path(given).suffix == "" and not os.path.exists(given):  # noqa: PTH110  # Path raises for what is too long
        meant = f"{given}.toml"
        near = suggestion(meant, [meant]) if os.path.isfile(meant) else suggestion(given, kind.examples())  # noqa: PTH113
        raise FileError(given, _NEITHER(near=near))
    return kind.load(given, further)


def year_of(options: Namespace, plan: OperationalPlan) -> int:
    """The year that is asked for, or that of the plan."""
    return plan.year if options.year is None else int(options.year)


def day_of(options: Namespace) -> date | None:
    """The day that is asked for."""
    return None if options.on is None else day(options.on)


def followed(options: Namespace) -> tuple[Review | FollowUp, str]:
    """
    The follow-up that is given, held against its plan; of a file alone that is a follow-up, against the plan that it
    names, or against none; and by what it was given.
    """
    given, followup = options.plan, options.followup
    if followup is None and given not in FOLLOW_UP.examples():
        alone = _alone(given)
        if alone.plan is None:
            if options.earlier or options.on or options.near or options.national:
                raise FinsamError(_NO_PLAN(followup=given))
            return alone, given
        given, followup = _beside(alone.plan, given), given
    plan = opened(given)
    found = opened_as(followup or given, FOLLOW_UP, lambda each: misfits(each, plan))
    review = found.review(
        plan,
        earlier=[opened_as(each, FOLLOW_UP) for each in options.earlier],
        on=day_of(options),
        near=None if options.near is None else share(options.near),
    )
    return review, followup or given


def _alone(given: str) -> FollowUp:
    """The follow-up in a file, where nothing else is given; of a plan, what to write."""
    if given in PLAN.examples():
        raise FinsamError(_WHICH(plan=given))
    try:
        return opened_as(given, FOLLOW_UP)
    except FileError as error:
        if [problem.path for problem in error.problems] == [("kind",)]:
            raise FinsamError(_WHICH(plan=given)) from None
        raise


def _beside(plan: str, followup: str) -> str:
    """The plan that a follow-up names: an example, or a file in the folder of the follow-up."""
    return plan if plan in PLAN.examples() else str(Path(followup).parent / plan)


_NEITHER = Text(
    en="there is no such file and no such example{near}", sv="det finns ingen sådan fil och inget sådant exempel{near}"
)
_NO_PLAN = Text(
    en="{followup} names no plan to be held against; write the plan before it",
    sv="{followup} anger ingen plan att stämma av mot; skriv planen före den",
)
_WHICH = Text(
    en="say which follow-up of {plan}: write its file after it",
    sv="ange vilken uppföljning av {plan}: skriv dess fil efter den",
)
