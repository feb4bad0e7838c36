"""
Targets (*målvärden*): what is to be reached, one type for each meaning.

A target is an aim, and for when and whom it is meant. The aims are a share of a group, a count, all or none of a group,
a direction, and something that is to be done.
"""

from datetime import date
from fractions import Fraction

from attrs import frozen

from finsam.errors import TargetError, at
from finsam.language import NOTHING, Choice, Text
from finsam.period import Period
from finsam.shares import percent
from finsam.typed import typed

__all__ = [
    "NO_PART",
    "Aim",
    "AllOrNone",
    "Bound",
    "CountTarget",
    "Direction",
    "Milestone",
    "ShareTarget",
    "Target",
    "Trend",
]


class Bound(Choice):
    """
    On which side of the figure the outcome is to be; `about` is for what is reckoned with, as a flow (*beräknat
    flöde*).
    """

    AT_LEAST = "at least", "at least", "minst"
    AT_MOST = "at most", "at most", "högst"
    ABOUT = "about", "about", "omkring"


class Direction(Choice):
    """Which way something is to go."""

    INCREASE = "increase", "increase", "öka"
    DECREASE = "decrease", "decrease", "minska"


@frozen(kw_only=True, field_transformer=typed)
class ShareTarget:
    """
    A share of a described group (*andel*), at least or at most; `baseline` is the share that one starts from.

    Raises `TargetError` for a share that is not from 0 to 100 per cent.

    >>> print(ShareTarget(share=share("40 %"), of="those assessed to have work ability", to="work or studies").text)
    at least 40 % of those assessed to have work ability: work or studies
    """

    share: Fraction
    of: str
    to: str
    bound: Bound = Bound.AT_LEAST
    baseline: Fraction | None = None

    def __attrs_post_init__(self) -> None:
        for key, value in (("share", self.share), ("baseline", self.baseline)):
            if value is not None and not 0 <= value <= 1:
                raise TargetError(at(NO_PART(share=percent(value)), key))
        _of_somebody(self.of)

    @property
    def text(self) -> Text:
        """The target in words; the group and what it comes to in the words of the plan."""
        start = None if self.baseline is None else percent(self.baseline)
        return _SHARE(bound=self.bound, share=percent(self.share), of=self.of, to=self.to, start=_from(start))


_SHARE = Text(en="{bound} {share} of {of}: {to}{start}", sv="{bound} {share} av {of}: {to}{start}")


@frozen(kw_only=True, field_transformer=typed)
class CountTarget:
    """
    A count (*antal*), at least or at most, of what `to` says; `out_of` so many where that is said.

    Raises `TargetError` for counts below zero and for more than there are.

    >>> print(CountTarget(count=100, out_of=500, to="identified with the ability to work or study").text)
    at least 100 of 500: identified with the ability to work or study
    """

    count: int
    to: str
    out_of: int | None = None
    bound: Bound = Bound.AT_LEAST
    baseline: int | None = None

    def __attrs_post_init__(self) -> None:
        for key in ("count", "out_of", "baseline"):
            if (value := getattr(self, key)) is not None and value < 0:
                raise TargetError(at(_NEGATIVE(count=value), key))
        if self.out_of is not None and self.count > self.out_of:
            raise TargetError(at(_TOO_MANY(count=self.count, out_of=self.out_of), "count"))

    @property
    def text(self) -> Text:
        """The target in words; what is counted in the words of the plan."""
        out_of = NOTHING if self.out_of is None else _OUT_OF(number=self.out_of)
        return _COUNT(bound=self.bound, count=self.count, out_of=out_of, to=self.to, start=_from(self.baseline))


_COUNT = Text(en="{bound} {count}{out_of}: {to}{start}", sv="{bound} {count}{out_of}: {to}{start}")
_OUT_OF = Text(en=" of {number}", sv=" av {number}")


@frozen(kw_only=True, field_transformer=typed)
class AllOrNone:
    """
    Every one of a group, or none of it (*alla eller ingen*).

    >>> print(AllOrNone(every=False, of="participants", to="ended without a planned next step").text)
    none of participants: ended without a planned next step
    """

    every: bool
    of: str
    to: str

    def __attrs_post_init__(self) -> None:
        _of_somebody(self.of)

    @property
    def text(self) -> Text:
        """The target in words; the group and what it comes to in the words of the plan."""
        return (_ALL if self.every else _NONE)(of=self.of, to=self.to)


_ALL = Text(en="all of {of}: {to}", sv="{of}, alla: {to}")
_NONE = Text(en="none of {of}: {to}", sv="{of}, ingen: {to}")


@frozen(kw_only=True, field_transformer=typed)
class Trend:
    """
    Something that is to increase or decrease (*utveckling*), from a baseline in words where there is one.

    >>> print(Trend(direction=Direction.INCREASE, of="self-support").text)
    increase: self-support
    """

    direction: Direction
    of: str
    baseline: str | None = None

    @property
    def text(self) -> Text:
        """The target in words; what is to change in the words of the plan."""
        return _TREND(direction=self.direction, of=self.of, start=_from(self.baseline))


_TREND = Text(en="{direction}: {of}{start}", sv="{of} ska {direction}{start}")


@frozen(kw_only=True, field_transformer=typed)
class Milestone:
    """
    Something that is to be done (*milstolpe*): by a day, or so many times, where that is said.

    Raises `TargetError` for fewer times than one.

    >>> print(Milestone(what="owner consultations", times=2).text)
    2 × owner consultations
    """

    what: str
    by: date | None = None
    times: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.times is not None and self.times < 1:
            raise TargetError(at(_TOO_FEW(times=self.times), "times"))

    @property
    def text(self) -> Text:
        """The target in words; what is to be done in the words of the plan."""
        times = "" if self.times is None else f"{self.times} × "
        by = NOTHING if self.by is None else _BY(day=self.by)
        return _MILESTONE(times=times, what=self.what, by=by)


_MILESTONE = Text(en="{times}{what}{by}", sv="{times}{what}{by}")
_BY = Text(en=", by {day}", sv=", senast {day}")

Aim = ShareTarget | CountTarget | AllOrNone | Trend | Milestone


@frozen(kw_only=True, field_transformer=typed)
class Target:
    """
    A target (*målvärde*): the aim, the period it is for, the target group it is about, and what measures it.

    `id` is by what a follow-up can speak of it; `group` and `indicator` are ids of others; `by_sex` says that the
    outcome is to be shown for women and men.
    """

    aim: Aim
    id: str | None = None
    period: Period | None = None
    group: str | None = None
    indicator: str | None = None
    by_sex: bool = False

    @property
    def can_be_judged(self) -> bool:
        """Whether something tells when it is met: an indicator, or a figure or a group that it can be held against."""
        return self.indicator is not None or not isinstance(self.aim, Trend) or self.aim.baseline is not None


def _of_somebody(group: str) -> None:
    """Refuse a group that has no name."""
    if not group.strip():
        raise TargetError(at(_OF_WHOM, "of"))


def _from(baseline: object) -> Text:
    """From where one starts."""
    return NOTHING if baseline is None else _START(baseline=baseline)


_START = Text(en=" (from {baseline})", sv=" (från {baseline})")
NO_PART = Text(
    en="a share of a group is from 0 % to 100 %, not {share}",
    sv="en andel av en grupp är från 0 % till 100 %, inte {share}",
)
_OF_WHOM = Text(en="of whom? write the group under of", sv="av vilka? skriv gruppen under of")
_NEGATIVE = Text(en="a count is zero or more, not {count}", sv="ett antal är noll eller mer, inte {count}")
_TOO_MANY = Text(en="{count} out of {out_of} is more than there are", sv="{count} av {out_of} är fler än det finns")
_TOO_FEW = Text(
    en="what is to be done is done once or more, not {times} times",
    sv="det som ska göras görs en gång eller fler, inte {times} gånger",
)
