"""Goals (*mål*): what the association wants, what it is measured by, and what is done about it."""

from attrs import frozen

from finsam.errors import PlanError
from finsam.language import Choice, Text
from finsam.period import Period
from finsam.staffing import Post
from finsam.targets import Target

__all__ = ["Activity", "Goal", "Indicator", "Level", "Perspective"]


class Level(Choice):
    """What a goal is about (*målnivå*)."""

    OVERALL = "overall"
    ACTIVITY = "activity"
    FINANCIAL = "financial"
    INDIVIDUAL = "individual"

    @property
    def label(self) -> Text:
        """The words for it."""
        return _LEVELS[self]


_LEVELS = {
    Level.OVERALL: Text(en="overall goals", sv="övergripande mål"),
    Level.ACTIVITY: Text(en="activity goals", sv="verksamhetsmål"),
    Level.FINANCIAL: Text(en="financial goals", sv="finansiella mål"),
    Level.INDIVIDUAL: Text(en="individual goals", sv="individmål"),
}


class Perspective(Choice):
    """From whose side a goal is seen (*perspektiv*)."""

    INDIVIDUAL = "individual"
    SOCIETY = "society"
    ORGANISATION = "organisation"


@frozen(kw_only=True)
class Indicator:
    """
    What a goal is measured by (*indikator*): counts and answers, never persons. `by_sex`: shown for women and
    men.
    """

    id: str
    text: str
    by_sex: bool = False


@frozen(kw_only=True)
class Activity:
    """
    What is to be done (*aktivitet*): so many times and in which period, where that is said, or
    when in the words of the plan; who is responsible; and the posts that it pays for. Raises `PlanError` for fewer
    times than one.
    """

    text: str
    times: int | None = None
    period: Period | None = None
    timing: str | None = None
    responsible: str | None = None
    staffing: tuple[Post, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.times is not None and self.times < 1:
            raise PlanError(f"{self.text!r} is done {self.times} times; write once or more")


@frozen(kw_only=True)
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
