"""What a measured value can be (*spann*): one number where it is known exactly, several where it is not."""

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, floor

from attrs import frozen

from finsam.language import Choice, Text, whole
from finsam.money import Unrounded
from finsam.printed import Printed
from finsam.shares import in_figures, percent

__all__ = ["NUMBER", "PART", "Range", "Unit", "counts_of", "figure", "together", "whole_numbers"]


class Unit(Choice):
    """What a value is a number of (*enhet*)."""

    SHARE = "share", "share", "andel"
    COUNT = "count", "count", "antal"
    AMOUNT = "amount", "amount", "belopp"
    MEAN = "mean", "mean", "medelvärde"


@frozen(kw_only=True)
class Range:
    """
    What a value can be (*spann*): from `low` through `high`, with or without the ends; None where there is no such end.

    A share is a part of one, and an amount is in öre.

    >>> about = Range.of(Printed.number("ca 180"))
    >>> about.is_at_least(Fraction(175)), about.is_at_least(Fraction(180)), about.is_at_least(Fraction(190))
    (True, None, False)
    """

    low: Fraction | None
    high: Fraction | None
    without_low: bool = False
    without_high: bool = False

    @classmethod
    def exactly(cls, value: Fraction | int) -> "Range":
        """The range of what is known exactly."""
        number = Fraction(value)
        return cls(low=number, high=number)

    @classmethod
    def of(cls, printed: Printed) -> "Range":
        """The range of what is printed."""
        return cls(
            low=printed.low, high=printed.high, without_low=printed.without_low, without_high=printed.without_high
        )

    @property
    def exact(self) -> Fraction | None:
        """The one number that it is; None where it can be several."""
        return self.low if self.low is self.high or self.low == self.high else None

    def is_at_least(self, figure: Fraction) -> bool | None:
        """Whether all of it is at least the figure; False where none is, and None where that cannot be told."""
        if self.low is not None and self.low >= figure:
            return True
        if self.high is not None and (self.high < figure or (self.high == figure and self.without_high)):
            return False
        return None

    def is_at_most(self, figure: Fraction) -> bool | None:
        """Whether all of it is at most the figure; False where none is, and None where that cannot be told."""
        if self.high is not None and self.high <= figure:
            return True
        if self.low is not None and (self.low > figure or (self.low == figure and self.without_low)):
            return False
        return None

    def is_above(self, other: "Range") -> bool | None:
        """Whether all of it is above all of the other; False where none is above any, None where that is not known."""
        if self.low is not None and other.high is not None:
            apart = self.without_low or other.without_high
            if self.low > other.high or (self.low == other.high and apart):
                return True
        if self.high is not None and other.low is not None and self.high <= other.low:
            return False
        return None

    def meets(self, other: "Range") -> bool:
        """Whether some number lies in both."""
        return self.is_above(other) is not True and other.is_above(self) is not True

    def negative(self) -> "Range":
        """The same below zero."""
        return Range(
            low=None if self.high is None else -self.high,
            high=None if self.low is None else -self.low,
            without_low=self.without_high,
            without_high=self.without_low,
        )

    def plus(self, figure: Fraction | int) -> "Range":
        """The range of the value and the figure together."""
        return Range(
            low=None if self.low is None else self.low + figure,
            high=None if self.high is None else self.high + figure,
            without_low=self.without_low,
            without_high=self.without_high,
        )

    def times(self, factor: Fraction) -> "Range":
        """The range of the value times a factor that is not zero."""
        of = self if factor > 0 else self.negative()
        size = abs(factor)
        return Range(
            low=None if of.low is None else of.low * size,
            high=None if of.high is None else of.high * size,
            without_low=of.without_low,
            without_high=of.without_high,
        )

    def over(self, other: "Range") -> "Range | None":
        """The range of this divided by another, both zero or more; None where the other can only be zero."""
        if other.high == 0:
            return None
        if self.exact is not None and other.exact is not None:
            return Range.exactly(self.exact / other.exact)
        low = None if self.low is None else Fraction(0) if other.high is None else self.low / other.high
        high = None if self.high is None or not other.low else self.high / other.low
        return Range(low=low, high=high)

    def __add__(self, other: "Range") -> "Range":
        """The range of a value of each together."""
        if self.exact is not None and other.exact is not None:
            return Range.exactly(self.exact + other.exact)
        return Range(
            low=None if self.low is None or other.low is None else self.low + other.low,
            high=None if self.high is None or other.high is None else self.high + other.high,
            without_low=self.without_low or other.without_low,
            without_high=self.without_high or other.without_high,
        )

    def text(self, unit: Unit, *, beside: Fraction | None = None) -> Text:
        """
        The range in words and Swedish figures; a share with so many decimals that it can be told from one `beside` it.

        >>> print(Range.exactly(Fraction(271, 705)).text(Unit.SHARE, beside=Fraction(2, 5)))
        38,4 %
        >>> print(Range.of(Printed.share("27 %")).text(Unit.SHARE))
        from 26,5 % to 27,5 %
        """
        if self.exact is not None:
            return NUMBER(number=figure(self.exact, unit, beside))
        low, high = (None if end is None else figure(end, unit, beside) for end in (self.low, self.high))
        if low is None and high is None:
            return _ANY
        if low is None:
            return (_UNDER if self.without_high else _AT_MOST)(high=high)
        if high is None:
            return (_OVER if self.without_low else _AT_LEAST)(low=low)
        return _FROM_TO(low=low, high=high)

    def points(self) -> Text:
        """
        A difference between shares in percentage points, with so many decimals that it is not zero.

        >>> print(Range.exactly(Fraction(11, 705)).points())
        1,6
        """
        ends = dict.fromkeys(end for end in (self.low, self.high) if end is not None)
        figures = [figure(end, Unit.SHARE, Fraction(0)).removesuffix(" %") for end in ends]
        return NUMBER(number=figures[0]) if len(figures) == 1 else _FROM_TO(low=figures[0], high=figures[-1])


NUMBER = Text(en="{number}", sv="{number}")
PART = Text(en="{share} ({count} of {out_of})", sv="{share} ({count} av {out_of})")
_ANY = Text(en="any number", sv="vilket tal som helst")
_AT_MOST = Text(en="at most {high}", sv="högst {high}")
_UNDER = Text(en="less than {high}", sv="mindre än {high}")
_AT_LEAST = Text(en="at least {low}", sv="minst {low}")
_OVER = Text(en="more than {low}", sv="mer än {low}")
_FROM_TO = Text(en="from {low} to {high}", sv="från {low} till {high}")


def together(one: Range | None, other: Range | None) -> Range | None:
    """The range of a value of each together; None where either is not known."""
    return None if one is None or other is None else one + other


def figure(value: Fraction, unit: Unit, beside: Fraction | None = None) -> str:
    """A figure of that unit for the eye, with so many decimals that it can be told from the one beside it."""
    if unit is Unit.AMOUNT:
        return str(Unrounded(value))
    if unit is not Unit.SHARE:
        return whole(value.numerator) if value.denominator == 1 else in_figures(value)
    for decimals in range(0 if (value * 100).denominator == 1 else 1, 12):
        said = percent(value, decimals=decimals)
        if beside is None or value == beside or said != percent(beside, decimals=decimals):
            return said
    return percent(value)


def whole_numbers(printed: Printed) -> Range:
    """The counts that a printed number can stand for, none below zero: more than 40 is at least 41."""
    low = max(0, 0 if printed.low is None else ceil(printed.low))
    high = None if printed.high is None else floor(printed.high)
    low += printed.without_low and low == printed.low
    high = None if high is None else high - (printed.without_high and high == printed.high)
    return Range(low=Fraction(low), high=None if high is None else Fraction(max(low, high)))


def counts_of(share: Printed, out_of: int) -> tuple[int, ...]:
    """
    The counts out of so many that would be printed as that share; none where no count would.

    >>> counts_of(Printed.share("41 %"), 96), counts_of(Printed.share("19 %"), 179)
    ((39,), (34,))
    """
    return tuple(count for count in _near(share, out_of) if share.agrees_with(Fraction(count, out_of)))


def _near(share: Printed, out_of: int) -> Iterable[int]:
    """The counts among which those are that would be printed so."""
    low = 0 if share.low is None else floor(share.low * out_of)
    high = out_of if share.high is None else ceil(share.high * out_of)
    return range(max(0, low), min(out_of, high) + 1) if out_of else ()
