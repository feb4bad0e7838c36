"""Goals (*mål*): what the association wants, what it is measured by, and what is done about it."""

from collections.abc import Iterator

from attrs import frozen

from finsam.errors import PlanError, at
from finsam.language import Choice, Text
from finsam.period import Period
from finsam.place import Path
from finsam.staffing import Post
from finsam.targets import Target
from finsam.typed import typed

__all__ = ["Activity", "Goal", "Indicator", "Level", "Perspective", "placed", "references"]


class Level(Choice):
    """What a goal is about (*målnivå*)."""

    OVERALL = "overall", "overall goals", "övergripande mål"
    ACTIVITY = "activity", "operational goals", "verksamhetsmål"
    FINANCIAL = "financial", "financial goals", "finansiella mål"
    INDIVIDUAL = "individual", "individual goals", "individmål"


class Perspective(Choice):
    """From whose side a goal is seen (*perspektiv*)."""

    INDIVIDUAL = "individual", "individual", "individ"
    SOCIETY = "society", "society", "samhälle"
    ORGANISATION = "organisation", "organisation", "organisation"


@frozen(kw_only=True, field_transformer=typed)
class Indicator:
    """
    What a goal is measured by (*indikator*): counts and answers, never persons. `by_sex`: shown for women and
    men.
    """

    id: str
    text: str
    by_sex: bool = False


@frozen(kw_only=True, field_transformer=typed)
class Activity:
    """
    What is to be done (*aktivitet*): so many times and in which period, where that is said, or when in the words of the
    plan; who is responsible; and the posts that it pays for.

    `id` is by what a follow-up can speak of it. Raises `PlanError` for fewer times than one.
    """

    text: str
    id: str | None = None
    times: int | None = None
    period: Period | None = None
    timing: str | None = None
    responsible: str | None = None
    staffing: tuple[Post, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.times is not None and self.times < 1:
            raise PlanError(at(_TOO_FEW_TIMES(text=self.text, times=self.times), "times"))


@frozen(kw_only=True, field_transformer=typed)
class Goal:
    """
    A goal (*mål*), in the words of the plan; `intervention` is the id of the intervention whose goal it is, if it is
    one's, and `part_of` the id of the goal that this one spells out.
    """

    id: str
    text: str
    level: Level
    perspective: Perspective | None = None
    intervention: str | None = None
    part_of: str | None = None
    indicators: tuple[Indicator, ...] = ()
    targets: tuple[Target, ...] = ()
    activities: tuple[Activity, ...] = ()

    @property
    def can_be_followed_up(self) -> bool:
        """Whether anything at all tells how it goes: an indicator, a target, or an activity that is done or not."""
        return bool(self.indicators or self.targets or self.activities)


def placed(goals: tuple[Goal, ...]) -> Iterator[tuple[Path, Indicator | Target | Activity]]:
    """What each goal has, each with its place among the goals."""
    for index, goal in enumerate(goals):
        for kind in ("indicators", "targets", "activities"):
            for number, each in enumerate(getattr(goal, kind)):
                yield (index, kind, number), each


def references(goals: tuple[Goal, ...]) -> Iterator[tuple[Path, str, str | None]]:
    """Everything that goals name: where among them, in which table of the plan that should be, and its name."""
    for index, goal in enumerate(goals):
        yield (index, "part_of"), "goals", goal.part_of
        yield (index, "intervention"), "interventions", goal.intervention
    for index, goal in enumerate(goals):
        for number, target in enumerate(goal.targets):
            yield (index, "targets", number, "group"), "target_groups", target.group
            yield (index, "targets", number, "indicator"), "indicators", target.indicator


_TOO_FEW_TIMES = Text(
    en="{text} is to be done {times} times; write once or more",
    sv="{text} ska göras {times} gånger; skriv en gång eller fler",
)
