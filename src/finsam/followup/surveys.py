"""Surveys (*enkäter*): answers on an ordered scale, of which the highest are counted."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from attrs import field, frozen
from attrs.converters import optional

from finsam.errors import TargetError, at, suggestion
from finsam.followup.measured import Measured, are_counts, numbers, share_of, within_one
from finsam.followup.ranges import Range, Unit, whole_numbers
from finsam.language import Text
from finsam.printed import PrintedNumber, as_number
from finsam.typed import typed

__all__ = ["Answers"]


@frozen(kw_only=True, field_transformer=typed)
class Answers(Measured):
    """
    Answers on an ordered scale (*enkätsvar*): how many chose each alternative, the best first.

    `scale` has every alternative in order, those of `answers` where it is left out; `asked` is how many got the
    question, and `top` how many of the alternatives count as the highest. Raises `TargetError` for an answer that is
    not on the scale, an alternative that stands there twice, for more answers than were asked, and for a top that the
    scale has not.

    >>> survey = Answers(answers={"mycket stor del": 40, "stor del": 35, "liten del": 15, "inte alls": 5}, asked=120)
    >>> print(survey.text, survey.mean, survey.response_rate.text(Unit.SHARE), sep="; ")
    78,9 % (75 of 95) chose one of the top 2; 60/19; 79,2 %
    """

    answers: Mapping[str, PrintedNumber] = field(converter=numbers)
    scale: tuple[str, ...] = field()
    asked: PrintedNumber | None = field(default=None, converter=optional(as_number))
    top: int = 2

    @scale.default
    def _as_answered(self) -> tuple[str, ...]:
        return tuple(self.answers)

    def __attrs_post_init__(self) -> None:
        are_counts(self, "answers", "asked")
        for name in self.answers:
            if name not in self.scale:
                message = _OFF_THE_SCALE(answer=name, near=suggestion(name, self.scale))
                raise TargetError(at(message, "answers", name))
        for index, name in enumerate(self.scale):
            if name in self.scale[:index]:
                raise TargetError(at(_TWICE(answer=name), "scale", index))
        if not 1 <= self.top < max(2, len(self.scale)):
            better = max(1, len(self.scale) // 2)
            raise TargetError(at(_NO_TOP(top=self.top, count=len(self.scale), better=better), "top"))
        low, most = self.base.low, None if self.asked is None else whole_numbers(self.asked).high
        if low is not None and most is not None and low > most:
            raise TargetError(at(_MORE_THAN_ASKED(answered=int(low), asked=self.asked), "asked"))

    @cached_property
    def base(self) -> Range:
        """How many answered."""
        return self._together(self.scale)

    @cached_property
    def counted(self) -> Range:
        """How many chose one of the highest."""
        return self._together(self.scale[: self.top])

    @cached_property
    def part(self) -> Range | None:
        """What share of those who answered chose one of the highest; None where nobody answered."""
        return share_of(self.counted, self._together(self.scale[self.top :]))

    @property
    def size(self) -> tuple[Range, Unit]:
        """The share that chose one of the highest."""
        return self.part or Range(low=Fraction(0), high=Fraction(1)), Unit.SHARE

    @property
    def mean(self) -> Fraction | None:
        """
        The mean, where the lowest alternative is 1 and each above it one more; None where a count is not exact, and
        where nobody answered.
        """
        counts = [(self.chose(name).exact, len(self.scale) - place) for place, name in enumerate(self.scale)]
        exact = [(count, points) for count, points in counts if count is not None]
        answered = sum(count for count, _ in exact)
        if len(exact) < len(counts) or not answered:
            return None
        return sum((count * points for count, points in exact), Fraction(0)) / answered

    @property
    def response_rate(self) -> Range | None:
        """What share of those who were asked answered; None where that is not said."""
        return None if self.asked is None else within_one(self.base.over(whole_numbers(self.asked)))

    @property
    def text(self) -> Text:
        """How many chose one of the highest, of those who answered."""
        part = self.part
        count, out_of = self.counted.text(Unit.COUNT), self.base.text(Unit.COUNT)
        if part is None:
            return _NOBODY
        facts = {"share": part.text(Unit.SHARE), "count": count, "out_of": out_of}
        return _HIGHEST(**facts) if self.top == 1 else _TOP(**facts, top=self.top)

    def chose(self, name: str) -> Range:
        """How many chose an alternative."""
        return whole_numbers(self.answers[name]) if name in self.answers else Range.exactly(0)

    def _together(self, names: tuple[str, ...]) -> Range:
        """How many chose one of those alternatives."""
        return sum(map(self.chose, names), Range.exactly(0))


_TOP = Text(
    en="{share} ({count} of {out_of}) chose one of the top {top}",
    sv="{share} ({count} av {out_of}) valde ett av de {top} högsta",
)
_HIGHEST = Text(
    en="{share} ({count} of {out_of}) chose the highest", sv="{share} ({count} av {out_of}) valde det högsta"
)
_NOBODY = Text(en="nobody answered", sv="ingen har svarat")
_OFF_THE_SCALE = Text(en='the scale has no "{answer}"{near}', sv='skalan har inget "{answer}"{near}')
_TWICE = Text(en='"{answer}" is on the scale twice; write it once', sv='"{answer}" står två gånger; skriv det en gång')
_NO_TOP = Text(
    en="the top {top} of {count} alternatives tells nothing; write top = {better}",
    sv="de {top} högsta av {count} alternativ säger ingenting; skriv top = {better}",
)
_MORE_THAN_ASKED = Text(
    en="{answered} answered, but only {asked} were asked; correct one of them",
    sv="{answered} har svarat, men bara {asked} har fått frågan; rätta det ena",
)
