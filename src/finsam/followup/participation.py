"""Participation (*deltagande*): how many took part in an intervention, and what they went to."""

from collections.abc import Mapping

from attrs import field, frozen
from attrs.converters import optional

from finsam.errors import Problem, TargetError, at
from finsam.followup.measured import are_counts, numbers
from finsam.followup.ranges import Range, together, whole_numbers
from finsam.language import Choice, Text
from finsam.period import Time, as_time
from finsam.printed import Printed, PrintedNumber, as_number
from finsam.readonly import ReadOnly
from finsam.typed import typed

__all__ = ["Destination", "Heads", "Participation", "counted"]


class Destination(Choice):
    """What those who ended went to (*avslutades till*)."""

    WORK = "work", "work", "arbete"
    STUDIES = "studies", "studies", "studier"
    SEEKING = "seeking", "actively seeking work", "aktivt arbetssökande"
    OTHER = "other", "other", "annat"


def counted(figure: Printed | None) -> Range | None:
    """The counts that a figure can stand for; None where there is none."""
    return None if figure is None else whole_numbers(figure)


@frozen(kw_only=True, field_transformer=typed)
class Heads:
    """
    How many took part (*deltagare*), how many of them were new and how many ended, and what those went to.

    What is not said is None. Raises `TargetError` for what is no count.

    >>> women = Heads(participants=50, ended=20, went_to={"work": 8, "studies": "ca 5"})
    >>> str(women.went_to[Destination.WORK])
    '8'
    """

    participants: PrintedNumber | None = field(default=None, converter=optional(as_number))
    new: PrintedNumber | None = field(default=None, converter=optional(as_number))
    ended: PrintedNumber | None = field(default=None, converter=optional(as_number))
    went_to: Mapping[Destination, PrintedNumber] = field(factory=ReadOnly, converter=numbers)

    def __attrs_post_init__(self) -> None:
        are_counts(self, "participants", "new", "ended", "went_to")

    def of(self, key: str) -> Range | None:
        """The counts that one of its figures can stand for: `participants`, `new` or `ended`."""
        return counted(getattr(self, key))


_SAID = ("participants", "new", "ended", "went_to", "municipalities", "activities", "reached", "held")


@frozen(kw_only=True, field_transformer=typed)
class Participation(Heads):
    """
    Who took part in an intervention in a period (*deltagande*): all together, women and men apart, and by municipality.

    `intervention` is the id of one of the plan, and `period` as for a `Measurement`. `municipalities` are participants
    by name, also of one that is not yet a member. `activities` are participants by activity; one person can take
    several, so that they are never added up. `reached` and `held` are for a structural intervention: how many it
    reached, and how many times something was held. `budgeted` is the number that was reckoned with, and `target` the id
    of a target of which the participants are the outcome.

    Raises `PeriodError` for a period that is none, and `TargetError` where it says nothing, and for what is no count.
    """

    intervention: str
    period: Time | None = field(default=None, converter=optional(as_time))
    women: Heads | None = None
    men: Heads | None = None
    municipalities: Mapping[str, PrintedNumber] = field(factory=ReadOnly, converter=numbers)
    activities: Mapping[str, PrintedNumber] = field(factory=ReadOnly, converter=numbers)
    reached: PrintedNumber | None = field(default=None, converter=optional(as_number))
    held: PrintedNumber | None = field(default=None, converter=optional(as_number))
    budgeted: PrintedNumber | None = field(default=None, converter=optional(as_number))
    target: str | None = None
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        are_counts(self, *_SAID, "budgeted")
        if all(getattr(self, key) in (None, {}) for key in (*_SAID, "budgeted", "women", "men")):
            raise TargetError(Problem(message=_NOTHING))
        if self.target is not None and self.all("participants") is None:
            raise TargetError(at(_NO_PARTICIPANTS, "target"))

    def all(self, key: str) -> Range | None:
        """All of one of its figures, women and men together where the whole is not given."""
        if (given := self.of(key)) is not None or self.women is None or self.men is None:
            return given
        return together(self.women.of(key), self.men.of(key))

    def went(self, to: Destination) -> Range | None:
        """How many went there, women and men together where the whole is not given."""
        if to in self.went_to or self.women is None or self.men is None:
            return counted(self.went_to.get(to))
        return together(counted(self.women.went_to.get(to)), counted(self.men.went_to.get(to)))

    @property
    def results(self) -> Range | None:
        """How many went to work or studies; None where either is not said."""
        return together(self.went(Destination.WORK), self.went(Destination.STUDIES))


_NOTHING = Text(
    en="how many took part? write participants, or reached and held for a structural intervention",
    sv="hur många deltog? skriv participants, eller reached och held för en strukturövergripande insats",
)
_NO_PARTICIPANTS = Text(
    en="the outcome of a target is the participants; write participants",
    sv="målvärdets utfall är deltagarna; skriv participants",
)
