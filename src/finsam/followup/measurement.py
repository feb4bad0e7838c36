"""Measurements (*mätningar*): what a target, an indicator or an activity came to in a period."""

from collections.abc import Mapping

from attrs import field, frozen
from attrs.converters import optional

from finsam.errors import Problem, TargetError
from finsam.followup.values import Both, Done, Value
from finsam.language import Text
from finsam.period import Time, as_time
from finsam.readonly import ReadOnly
from finsam.typed import typed

__all__ = ["Measurement"]


@frozen(kw_only=True, field_transformer=typed)
class Measurement:
    """
    What a target, an indicator or an activity came to (*mätning*): all together, women and men apart, and by group.

    `target` is the id of a target, or of a goal that has one target; `indicator` and `activity` are ids too. `period`
    is the year or the part of one, that of the follow-up where it is left out. `of` is the group that was measured,
    where it is not that of the target. `women` and `men` make up all, who are the two together where they are not
    given; `groups` are by id of target group and can overlap, and `municipalities` are by name, also of one that is not
    yet a member. `people` is False where it is organisations, meetings or payments that are counted, so that a small
    number of them is no secret.

    Raises `PeriodError` for a period that is none, and `TargetError` where it is not of one thing, where nothing was
    measured, where women, men and all are of different kinds, and where women and men cannot be added up and all are
    not given.

    >>> from finsam.followup import Counted
    >>> measured = Measurement(target="arbete", women=Counted(count=30, out_of=50), men=Counted(count=20, out_of=40))
    >>> print(measured.together.text)
    55,6 % (50 of 90)
    """

    target: str | None = None
    indicator: str | None = None
    activity: str | None = None
    period: Time | None = field(default=None, converter=optional(as_time))
    value: Value | None = None
    of: str | None = None
    people: bool = True
    women: Value | None = None
    men: Value | None = None
    groups: Mapping[str, Value] = field(factory=ReadOnly)
    municipalities: Mapping[str, Value] = field(factory=ReadOnly)
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        named = [each for each in (self.target, self.indicator, self.activity) if each is not None]
        problems = []
        if len(named) != 1:
            problems.append(Problem(message=_NAME_ONE))
        if self.value is None and (self.women is None or self.men is None):
            problems.append(Problem(message=_NOTHING_MEASURED))
        problems += self._misfits()
        if problems:
            raise TargetError(*problems)

    @property
    def kind(self) -> str:
        """What of the plan was measured: a target, an indicator or an activity."""
        return "target" if self.target is not None else "indicator" if self.indicator is not None else "activity"

    @property
    def name(self) -> str:
        """What was measured, by its id."""
        return self.target or self.indicator or self.activity or ""

    @property
    def together(self) -> Value | Both:
        """The value of all: as it is given, or that of women and men together."""
        if self.value is not None or self.women is None or self.men is None:
            return self.value or Done(done=0)  # which `__attrs_post_init__` lets nobody see
        return Both(women=self.women, men=self.men)

    def _misfits(self) -> list[Problem]:
        """What of the parts does not fit the others."""
        if len({type(each) for each in (self.value, self.women, self.men) if each is not None}) > 1:
            return [Problem(message=_OTHER_KIND)]
        parts = [each for each in (self.women, self.men) if each is not None]
        if self.value is None and len(parts) == 2 and any(each.counted is None for each in parts):
            return [Problem(message=_NO_SUM)]
        return []


_NAME_ONE = Text(
    en="what was measured? write one of target, indicator and activity, with its id",
    sv="vad har mätts? skriv ett av target, indicator och activity, med dess id",
)
_NOTHING_MEASURED = Text(
    en="what did it come to? write one of count, share, amount, mean, answers and done, or both women and men",
    sv="vad blev det? skriv ett av count, share, amount, mean, answers och done, eller både women och men",
)
_OTHER_KIND = Text(
    en="women, men and all are measured in different ways; write the same kind of value for each",
    sv="kvinnor, män och alla är mätta på olika sätt; skriv samma slags värde för alla",
)
_NO_SUM = Text(
    en="women and men cannot be added up; write what all together came to, or the numbers under count",
    sv="kvinnor och män kan inte summeras; skriv vad alla tillsammans blev, eller antalen under count",
)
