"""Interventions (*insatser*) and the groups that they are for (*målgrupper*)."""

from datetime import date

from attrs import frozen

from finsam.errors import PlanError
from finsam.language import Choice, Text
from finsam.staffing import Post

__all__ = ["CooperatingParty", "Intervention", "Orientation", "TargetGroup"]


class Orientation(Choice):
    """What an intervention works on (*inriktning*): individuals or structures, never both; a mixed one is two."""

    INDIVIDUAL = "individual"
    STRUCTURAL = "structural"

    @property
    def label(self) -> Text:
        """The words for it."""
        if self is Orientation.INDIVIDUAL:
            return Text(en="individual-oriented", sv="individinriktad")
        return Text(en="structural", sv="strukturövergripande")


class CooperatingParty(Choice):
    """One of the four parties (*samverkande parter*) that an intervention serves."""

    SOCIAL_INSURANCE_AGENCY = "Försäkringskassan"
    EMPLOYMENT_SERVICE = "Arbetsförmedlingen"
    REGION = "region"
    MUNICIPALITY = "municipality"

    @property
    def label(self) -> Text:
        """The words for it."""
        return Text(en=str(self), sv={"municipality": "kommun"}.get(self, str(self)))


@frozen(kw_only=True)
class TargetGroup:
    """
    A target group (*målgrupp*), in the words of the plan, with ages where they are said.

    `youngest` and `oldest` are whole years, inclusive. `part_of` is the id of the group of which it is a part, and
    `priority` says that the plan puts it first. Raises `PlanError` for ages that cannot be.
    """

    id: str
    name: str
    youngest: int | None = None
    oldest: int | None = None
    conditions: tuple[str, ...] = ()
    livelihood: tuple[str, ...] = ()
    priority: bool = False
    part_of: str | None = None
    residents_of: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        for age in (self.youngest, self.oldest):
            if age is not None and not 0 <= age <= 120:
                raise PlanError(f"an age in the group {self.name!r} is {age}; write whole years from 0 to 120")
        if self.youngest is not None and self.oldest is not None and self.oldest < self.youngest:
            raise PlanError(f"the group {self.name!r} ends at {self.oldest}, before it begins at {self.youngest}")

    @property
    def ages(self) -> Text | None:
        """The ages in words; None where nothing is said."""
        if self.youngest is None:
            return None if self.oldest is None else Text(en=f"up to {self.oldest}", sv=f"till och med {self.oldest} år")
        if self.oldest is None:
            return Text(en=f"from {self.youngest}", sv=f"från {self.youngest} år")
        return Text(en=f"{self.youngest}-{self.oldest}", sv=f"{self.youngest}-{self.oldest} år")


@frozen(kw_only=True)
class Intervention:
    """
    An intervention (*insats*): what the association finances, for whom, and who carries it out.

    `parties` are those it serves; None where the plan does not say. `start` and `end` are days where they are said,
    `timing` is when in the words of the plan, and `long_term` that it goes on until further notice. `other_financing`
    is what others pay for, in words. `evaluation` and `afterwards` are how it is evaluated and what happens after it;
    None where the plan does not say. What the association pays is in the budget's lines that name it. Raises
    `PlanError` where it ends before it starts, or is both long-term and given an end.
    """

    id: str
    name: str
    orientation: Orientation
    parties: tuple[CooperatingParty, ...] | None = None
    carried_out_by: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    timing: str | None = None
    long_term: bool = False
    methods: tuple[str, ...] = ()
    other_financing: tuple[str, ...] = ()
    staffing: tuple[Post, ...] = ()
    evaluation: str | None = None
    afterwards: str | None = None
    steering_group: str | None = None
    esf: bool = False

    def __attrs_post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise PlanError(f"{self.name} cannot end on {self.end}, before it starts on {self.start}")
        if self.long_term and self.end:
            raise PlanError(f"{self.name} is long-term and ends on {self.end}; write one of them")
