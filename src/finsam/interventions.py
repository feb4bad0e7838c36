"""Interventions (*insatser*), the groups that they are for (*målgrupper*), and how many need them (*behov*)."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from attrs import field, frozen
from attrs.converters import optional

from finsam.errors import PlanError, at
from finsam.language import Choice, Text
from finsam.printed import PrintedNumber, as_number
from finsam.readonly import ReadOnly
from finsam.shares import percent
from finsam.staffing import Post
from finsam.typed import typed

__all__ = ["CooperatingParty", "Intervention", "Need", "Orientation", "TargetGroup"]


class Orientation(Choice):
    """What an intervention works on (*inriktning*): individuals or structures, never both; a mixed one is two."""

    INDIVIDUAL = "individual", "individual-oriented", "individinriktad"
    STRUCTURAL = "structural", "structural", "strukturövergripande"


class CooperatingParty(Choice):
    """One of the four parties (*samverkande parter*) that an intervention serves."""

    SOCIAL_INSURANCE_AGENCY = "Försäkringskassan"
    EMPLOYMENT_SERVICE = "Arbetsförmedlingen"
    REGION = "region"
    MUNICIPALITY = "municipality", "municipality", "kommun"


@frozen(kw_only=True, field_transformer=typed)
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
        _ages_can_be(self.youngest, self.oldest)

    @property
    def ages(self) -> Text | None:
        """The ages in words; None where nothing is said."""
        if self.youngest is None:
            return None if self.oldest is None else _UP_TO(oldest=self.oldest)
        if self.oldest is None:
            return _FROM(youngest=self.youngest)
        return _FROM_TO(youngest=self.youngest, oldest=self.oldest)


_UP_TO = Text(en="up to {oldest}", sv="till och med {oldest} år")
_FROM = Text(en="from {youngest}", sv="från {youngest} år")
_FROM_TO = Text(en="{youngest}–{oldest}", sv="{youngest}–{oldest} år")


@frozen(kw_only=True, field_transformer=typed)
class Intervention:
    """
    An intervention (*insats*): what the association finances, for whom, and who carries it out.

    `parties` are those it serves; None where the plan does not say. `start` and `end` are days where they are said,
    `timing` is when in the words of the plan, and `long_term` that it goes on until further notice. `other_financing`
    is what others pay for, in words. `evaluation` and `afterwards` are how it is evaluated and what happens after it;
    None where the plan does not say. `project` is the id of a shared project (*gemensamt projekt*), on which the
    associations that pay for it together have agreed. What the association pays is in the budget's lines that name it.
    Raises `PlanError` where it ends before it starts, or is both long-term and given an end.
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
    project: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise PlanError(at(_ENDS_FIRST(name=self.name, start=self.start, end=self.end), "end"))
        if self.long_term and self.end:
            raise PlanError(at(_LONG_TERM_ENDS(name=self.name, end=self.end), "end"))


def _heads(population: Mapping[str, int]) -> Mapping[str, int]:
    return ReadOnly(population)


@frozen(kw_only=True, field_transformer=typed)
class Need:
    """
    How many need coordinated rehabilitation (*behov av samverkan*): a share of the population of some ages, as a rule
    of thumb, or only the number that the document states.

    `population` is heads by municipality. `stated` is the number as the document prints it. Raises `PlanError` where
    nothing is said of how many, for a share that is not from 0 to 100 per cent, for heads below zero, and for ages that
    cannot be.

    >>> Need(population={"Gislaved": 17_399, "Gnosjö": 5_795, "Värnamo": 19_465}, share=share("5 %")).number
    Fraction(42659, 20)
    """

    population: Mapping[str, int] = field(factory=ReadOnly, converter=_heads)
    share: Fraction | None = None
    youngest: int | None = None
    oldest: int | None = None
    on: date | None = None
    stated: PrintedNumber | None = field(default=None, converter=optional(as_number))

    def __attrs_post_init__(self) -> None:
        if self.share is not None and not 0 <= self.share <= 1:
            raise PlanError(at(_NO_PART(share=percent(self.share)), "share"))
        if not self.population and self.share is None and self.stated is None:
            raise PlanError(_HOW_MANY)
        for name, heads in self.population.items():
            if heads < 0:
                raise PlanError(at(_NEGATIVE(name=name, heads=heads), "population", name))
        _ages_can_be(self.youngest, self.oldest)

    @property
    def inhabitants(self) -> int | None:
        """All of those ages; None where the population is not said."""
        return sum(self.population.values()) if self.population else None

    @property
    def number(self) -> Fraction | None:
        """The share of them, exactly; None where either is not said."""
        inhabitants = self.inhabitants
        return None if inhabitants is None or self.share is None else inhabitants * self.share


def _ages_can_be(youngest: int | None, oldest: int | None) -> None:
    """Refuse ages that no one has, and such as end before they begin."""
    for key, age in (("youngest", youngest), ("oldest", oldest)):
        if age is not None and not 0 <= age <= 120:
            raise PlanError(at(_NO_AGE(age=age), key))
    if youngest is not None and oldest is not None and oldest < youngest:
        raise PlanError(at(_AGES_BACKWARDS(youngest=youngest, oldest=oldest), "oldest"))


_ENDS_FIRST = Text(
    en="{name} cannot end on {end}, before it starts on {start}",
    sv="{name} kan inte sluta {end}, innan den börjar {start}",
)
_LONG_TERM_ENDS = Text(
    en="{name} is long-term and ends on {end}; write one of them",
    sv="{name} är långsiktig och slutar {end}; skriv ett av dem",
)
_NO_PART = Text(
    en="a share of the population is from 0 % to 100 %, not {share}",
    sv="en andel av befolkningen är från 0 % till 100 %, inte {share}",
)
_HOW_MANY = Text(
    en="how many? write the number under stated, or the population by municipality and the share",
    sv="hur många? skriv antalet under stated, eller befolkningen per kommun och andelen",
)
_NEGATIVE = Text(
    en="the population of {name} is {heads}; write zero or more",
    sv="befolkningen i {name} är {heads}; skriv noll eller mer",
)
_NO_AGE = Text(
    en="an age is in whole years from 0 to 120, not {age}", sv="en ålder är i hela år från 0 till 120, inte {age}"
)
_AGES_BACKWARDS = Text(
    en="the ages end at {oldest}, before they begin at {youngest}",
    sv="åldrarna slutar vid {oldest}, innan de börjar vid {youngest}",
)
