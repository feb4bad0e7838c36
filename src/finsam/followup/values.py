"""
What was measured (*mätvärden*), as exactly as it was published and no more: one type for each meaning.

A value is a count or a part of a group, an amount, a mean, answers on a scale, or something done.
"""

from datetime import date
from fractions import Fraction
from functools import cached_property
from math import ceil, floor

from attrs import field, frozen
from attrs.converters import optional

from finsam.errors import TargetError, at
from finsam.followup.measured import NO_COUNT, Measured, are_counts, is_below_zero, within_one
from finsam.followup.ranges import NUMBER, PART, Range, Unit, counts_of, figure, together, whole_numbers
from finsam.followup.surveys import Answers
from finsam.language import Text
from finsam.printed import Printed, PrintedAmount, PrintedNumber, PrintedShare, as_amount, as_number, as_share
from finsam.targets import NO_PART
from finsam.typed import typed

__all__ = ["Amount", "Both", "Counted", "Done", "Mean", "Value"]


@frozen(kw_only=True, field_transformer=typed)
class Counted(Measured):
    """
    A count (*antal*), so many out of a group, or the share that they are of it (*andel*), each as it is printed.

    Raises `TargetError` where neither a count nor a share is said, for counts below zero, and for more than there are.

    >>> throughput = Counted(count=271, out_of=705)
    >>> print(throughput.text, throughput.part.is_at_least(Fraction(2, 5)))
    38,4 % (271 of 705) False
    >>> print(Counted(share="41 %", out_of=96).text, Counted(share="27 %", out_of="ca 180").counted.text(Unit.COUNT))
    41 % of 96 from 47 to 50
    """

    count: PrintedNumber | None = field(default=None, converter=optional(as_number))
    out_of: PrintedNumber | None = field(default=None, converter=optional(as_number))
    share: PrintedShare | None = field(default=None, converter=optional(as_share))

    def __attrs_post_init__(self) -> None:
        are_counts(self, "count", "out_of")
        if self.count is None and self.share is None:
            raise TargetError(_NOTHING)
        if self.share is not None and _is_no_part(self.share):
            raise TargetError(at(NO_PART(share=self.share), "share"))
        if self.count is not None and self.out_of is not None:
            least, most = whole_numbers(self.count).low, whole_numbers(self.out_of).high
            if least is not None and most is not None and least > most:
                raise TargetError(at(_TOO_MANY(count=self.count, out_of=self.out_of), "count"))

    @cached_property
    def base(self) -> Range | None:
        """How many there are in the group; None where that is not said."""
        return None if self.out_of is None else whole_numbers(self.out_of)

    @cached_property
    def counted(self) -> Range | None:
        """How many it is; None for a share of nobody knows how many."""
        if self.count is not None:
            return whole_numbers(self.count)
        if self.base is None or self.share is None:
            return None
        if possible := self._possible:
            return Range(low=Fraction(possible[0]), high=Fraction(possible[-1]))
        low = None if self.share.low is None else max(0, ceil(self.share.low * (self.base.low or 0)))
        most = None if self.base.high is None else min(self.share.high or 1, 1) * self.base.high
        return Range(low=Fraction(low or 0), high=None if most is None else Fraction(max(low or 0, floor(most))))

    @cached_property
    def part(self) -> Range | None:
        """What share of the group it is; None for a count alone, and out of nobody."""
        if self.count is not None and self.base is not None:
            return within_one(whole_numbers(self.count).over(self.base))
        if self.base is not None and self.base.exact is not None and (possible := self._possible):
            return Range(low=possible[0] / self.base.exact, high=possible[-1] / self.base.exact)
        return None if self.share is None or self.base == Range.exactly(0) else within_one(Range.of(self.share))

    @property
    def size(self) -> tuple[Range, Unit]:
        """Its share of the group, or else the count."""
        if self.part is not None:
            return self.part, Unit.SHARE
        return self.counted or Range.exactly(0), Unit.COUNT

    @property
    def _possible(self) -> tuple[int, ...]:
        """The counts that the share can be of the exact number that it is out of."""
        if self.share is None or self.base is None or self.base.exact is None:
            return ()
        return counts_of(self.share, int(self.base.exact))

    @property
    def agrees(self) -> bool:
        """Whether the printed share can be that of some count out of that number."""
        if self.share is None or self.base is None:
            return True
        if self.count is not None:
            part = self.part
            return part is None or part.meets(Range.of(self.share))
        return self.base.exact is None or bool(self._possible) or self.base.exact == 0

    @property
    def text(self) -> Text:
        """What is printed, with the share where it follows from the rest."""
        if self.count is None:
            return (_SHARE if self.out_of is None else _SHARE_OF)(
                share=self.share, **({} if self.out_of is None else {"out_of": self.out_of})
            )
        if self.out_of is None:
            return NUMBER(number=self.count) if self.share is None else _BESIDE(share=self.share, count=self.count)
        if self.part is None or self.part.exact is None:
            return _OF(count=self.count, out_of=self.out_of)
        return PART(share=figure(self.part.exact, Unit.SHARE), count=self.count, out_of=self.out_of)


_SHARE = Text(en="{share}", sv="{share}")
_SHARE_OF = Text(en="{share} of {out_of}", sv="{share} av {out_of}")
_BESIDE = Text(en="{share} ({count})", sv="{share} ({count})")
_OF = Text(en="{count} of {out_of}", sv="{count} av {out_of}")


@frozen(kw_only=True, field_transformer=typed)
class Amount(Measured):
    """
    An amount (*belopp*), as it is printed.

    >>> print(Amount(amount="4,0 mkr").text)
    4,0 mkr
    """

    amount: PrintedAmount = field(converter=as_amount)

    @property
    def size(self) -> tuple[Range, Unit]:
        """The amount, in öre."""
        return Range.of(self.amount), Unit.AMOUNT

    @property
    def text(self) -> Text:
        """What is printed."""
        return NUMBER(number=self.amount)


@frozen(kw_only=True, field_transformer=typed)
class Mean(Measured):
    """
    A mean (*medelvärde*), as it is printed; of so many who `answered`, where that is said.

    Raises `TargetError` where those are no count.

    >>> print(Mean(mean="3,4", answered=95).text)
    3,4 (95 answered)
    """

    mean: PrintedNumber = field(converter=optional(as_number))
    answered: PrintedNumber | None = field(default=None, converter=optional(as_number))

    def __attrs_post_init__(self) -> None:
        are_counts(self, "answered")

    @property
    def size(self) -> tuple[Range, Unit]:
        """The mean."""
        return Range.of(self.mean), Unit.MEAN

    @property
    def base(self) -> Range | None:
        """How many answered."""
        return None if self.answered is None else whole_numbers(self.answered)

    @property
    def text(self) -> Text:
        """What is printed."""
        if self.answered is None:
            return NUMBER(number=self.mean)
        return _MEAN(mean=self.mean, answered=self.answered)


_MEAN = Text(en="{mean} ({answered} answered)", sv="{mean} ({answered} har svarat)")


@frozen(kw_only=True, field_transformer=typed)
class Done(Measured):
    """
    Something done (*genomfört*) so many times, the last of them `on` a day where that is said; zero is not done.

    Raises `TargetError` for fewer times than none.

    >>> print(Done(done=2, on=date(2018, 10, 3)).text, Done(done=0).text, sep="; ")
    done 2 times, the last on 2018-10-03; not done
    """

    done: int
    on: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.done < 0:
            raise TargetError(at(NO_COUNT(count=self.done), "done"))

    @property
    def counted(self) -> Range:
        """How many times."""
        return Range.exactly(self.done)

    @property
    def size(self) -> tuple[Range, Unit]:
        """How many times."""
        return self.counted, Unit.COUNT

    @property
    def text(self) -> Text:
        """How many times, and on which day."""
        if self.done == 0:
            return _NOT_DONE
        times = (_ONCE if self.done == 1 else _TIMES)(**({} if self.done == 1 else {"times": self.done}))
        if self.on is None:
            return times
        return (_ON if self.done == 1 else _LAST_ON)(times=times, day=self.on)


_NOT_DONE = Text(en="not done", sv="inte gjort")
_ONCE = Text(en="done", sv="gjort")
_TIMES = Text(en="done {times} times", sv="gjort {times} gånger")
_ON = Text(en="{times} on {day}", sv="{times} {day}")
_LAST_ON = Text(en="{times}, the last on {day}", sv="{times}, den sista {day}")

Value = Counted | Amount | Mean | Answers | Done


@frozen(kw_only=True)
class Both(Measured):
    """
    Women and men together (*kvinnor och män*), where the whole is not given: nobody is both.

    >>> print(Both(women=Counted(count=30, out_of=50), men=Counted(count=20, out_of=40)).text)
    55,6 % (50 of 90)
    """

    women: Value
    men: Value

    @property
    def counted(self) -> Range | None:
        """How many women and men."""
        return together(self.women.counted, self.men.counted)

    @property
    def base(self) -> Range | None:
        """How many women and men it is out of."""
        return together(self.women.base, self.men.base)

    @property
    def part(self) -> Range | None:
        """What share of all women and men it is."""
        counted, base = self.counted, self.base
        return None if counted is None or base is None else within_one(counted.over(base))

    @property
    def size(self) -> tuple[Range, Unit]:
        """Their share of the group, or else the count."""
        if (part := self.part) is not None:
            return part, Unit.SHARE
        return self.counted or Range.exactly(0), Unit.COUNT

    @property
    def text(self) -> Text:
        """How many, of how many."""
        counted, base, part = (self.counted or Range.exactly(0)).text(Unit.COUNT), self.base, self.part
        if base is None:
            return counted
        facts = {"count": counted, "out_of": base.text(Unit.COUNT)}
        return _OF(**facts) if part is None else PART(share=part.text(Unit.SHARE), **facts)


def _is_no_part(share: Printed) -> bool:
    """Whether nothing that it can stand for is from none to all of a group."""
    low = share.low or Fraction(0)
    return share.value < 0 or is_below_zero(share) or low > 1 or (low == 1 and share.without_low)


_NOTHING = Text(
    en="write how many it was under count, or the share under share",
    sv="skriv hur många det var under count, eller andelen under share",
)
_TOO_MANY = Text(
    en="{count} out of {out_of} is more than there are; correct one of them",
    sv="{count} av {out_of} är fler än det finns; rätta det ena",
)
