"""
Targets (*målvärden*): what is to be reached, one type for each meaning.

A target is an aim, and for when and whom it is meant. The aims are a share of a group, a count, all or none of a group,
a direction, and something that is to be done.
"""

from datetime import date
from fractions import Fraction

from attrs import frozen

from finsam.errors import TargetError
from finsam.language import Choice, Text
from finsam.period import Period
from finsam.shares import percent

__all__ = ["Aim", "AllOrNone", "Bound", "CountTarget", "Direction", "Milestone", "ShareTarget", "Target", "Trend"]


class Bound(Choice):
    """
    On which side of the figure the outcome is to be; `about` is for what is reckoned with, as a flow (*beräknat
    flöde*).
    """

    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"

    @property
    def label(self) -> Text:
        """The words for it."""
        return Text(en=str(self), sv={Bound.AT_LEAST: "minst", Bound.AT_MOST: "högst", Bound.ABOUT: "omkring"}[self])


class Direction(Choice):
    """Which way something is to go."""

    INCREASE = "increase"
    DECREASE = "decrease"

    @property
    def label(self) -> Text:
        """The words for it."""
        return Text(en=str(self), sv="öka" if self is Direction.INCREASE else "minska")


@frozen(kw_only=True)
class ShareTarget:
    """
    A share of a described group (*andel*), at least or at most; `baseline` is the share that one starts from.

    Raises `TargetError` for a share that is not from 0 to 100 per cent and for one of nothing.

    >>> print(ShareTarget(share=share("40 %"), of="those assessed to have work ability", to="work or studies"))
    at least 40 % of those assessed to have work ability: work or studies
    """

    share: Fraction
    of: str
    to: str
    bound: Bound = Bound.AT_LEAST
    baseline: Fraction | None = None

    def __attrs_post_init__(self) -> None:
        for value in (self.share, self.baseline):
            if value is not None and not 0 <= value <= 1:
                raise TargetError(f"a share of a group is from 0 % to 100 %, not {percent(value)}")
        if not self.of.strip():
            raise TargetError(f"{percent(self.share)} of what? write the group under of")

    @property
    def text(self) -> Text:
        """The target in words; the group and what it comes to in the words of the plan."""
        start = Text(en="", sv="") if self.baseline is None else _from(percent(self.baseline))
        figure = percent(self.share)
        return Text(
            en=f"{self.bound.label.en} {figure} of {self.of}: {self.to}{start.en}",
            sv=f"{self.bound.label.sv} {figure} av {self.of}: {self.to}{start.sv}",
        )

    def __str__(self) -> str:
        return self.text.en


@frozen(kw_only=True)
class CountTarget:
    """
    A count (*antal*), at least or at most, of what `to` says; `out_of` so many where that is said.

    Raises `TargetError` for counts below nought and for more than there are.

    >>> print(CountTarget(count=100, out_of=500, to="identified with the ability to work or study"))
    at least 100 of 500: identified with the ability to work or study
    """

    count: int
    to: str
    out_of: int | None = None
    bound: Bound = Bound.AT_LEAST
    baseline: int | None = None

    def __attrs_post_init__(self) -> None:
        for value in (self.count, self.out_of, self.baseline):
            if value is not None and value < 0:
                raise TargetError(f"a count is nought or more, not {value}")
        if self.out_of is not None and self.count > self.out_of:
            raise TargetError(f"{self.count} out of {self.out_of} is more than there are")

    @property
    def text(self) -> Text:
        """The target in words; what is counted in the words of the plan."""
        start = Text(en="", sv="") if self.baseline is None else _from(str(self.baseline))
        out_of = Text(en="", sv="") if self.out_of is None else Text(en=f" of {self.out_of}", sv=f" av {self.out_of}")
        return Text(
            en=f"{self.bound.label.en} {self.count}{out_of.en}: {self.to}{start.en}",
            sv=f"{self.bound.label.sv} {self.count}{out_of.sv}: {self.to}{start.sv}",
        )

    def __str__(self) -> str:
        return self.text.en


@frozen(kw_only=True)
class AllOrNone:
    """
    Every one of a group, or none of it (*alla eller ingen*).

    Raises `TargetError` for nobody in particular.

    >>> print(AllOrNone(every=False, of="participants", to="ended without a planned next step"))
    none of participants: ended without a planned next step
    """

    every: bool
    of: str
    to: str

    def __attrs_post_init__(self) -> None:
        if not self.of.strip():
            raise TargetError("all or none of what? write the group under of")

    @property
    def text(self) -> Text:
        """The target in words; the group and what it comes to in the words of the plan."""
        return Text(
            en=f"{'all' if self.every else 'none'} of {self.of}: {self.to}",
            sv=f"{'alla' if self.every else 'ingen'} av {self.of}: {self.to}",
        )

    def __str__(self) -> str:
        return self.text.en


@frozen(kw_only=True)
class Trend:
    """
    Something that is to increase or decrease (*utveckling*), from a baseline in words where there is one.

    >>> print(Trend(direction=Direction.INCREASE, of="self-support"))
    increase: self-support
    """

    direction: Direction
    of: str
    baseline: str | None = None

    @property
    def text(self) -> Text:
        """The target in words; what is to change in the words of the plan."""
        start = Text(en="", sv="") if self.baseline is None else _from(self.baseline)
        return Text(
            en=f"{self.direction.label.en}: {self.of}{start.en}", sv=f"{self.direction.label.sv}: {self.of}{start.sv}"
        )

    def __str__(self) -> str:
        return self.text.en


@frozen(kw_only=True)
class Milestone:
    """
    Something that is to be done (*milstolpe*): by a day, or so many times, where that is said.

    Raises `TargetError` for fewer times than one.

    >>> print(Milestone(what="owner consultations", times=2))
    2 × owner consultations
    """

    what: str
    by: date | None = None
    times: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.times is not None and self.times < 1:
            raise TargetError(f"what is to be done is done once or more, not {self.times} times")

    @property
    def text(self) -> Text:
        """The target in words; what is to be done in the words of the plan."""
        times = "" if self.times is None else f"{self.times} × "
        by = Text(en="", sv="") if self.by is None else Text(en=f", by {self.by}", sv=f", senast {self.by}")
        return Text(en=f"{times}{self.what}{by.en}", sv=f"{times}{self.what}{by.sv}")

    def __str__(self) -> str:
        return self.text.en


Aim = ShareTarget | CountTarget | AllOrNone | Trend | Milestone


def _from(baseline: str) -> Text:
    """From where one starts."""
    return Text(en=f" (from {baseline})", sv=f" (från {baseline})")


@frozen(kw_only=True)
class Target:
    """
    A target (*målvärde*): the aim, the period it is for, the target group it is about, and what measures it.

    `group` and `indicator` are ids; `by_sex` says that the outcome is to be shown for women and men.
    """

    aim: Aim
    period: Period | None = None
    group: str | None = None
    indicator: str | None = None
    by_sex: bool = False

    @property
    def can_be_judged(self) -> bool:
        """Whether something tells when it is met: an indicator, or a figure or a group that it can be held against."""
        return self.indicator is not None or not isinstance(self.aim, Trend) or self.aim.baseline is not None
