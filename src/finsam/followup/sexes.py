"""Women and men (*kvinnor och män*): the gap between their shares, its direction, and whether it says anything."""

from fractions import Fraction

from attrs import frozen

from finsam.followup.measured import Measured
from finsam.followup.ranges import Range, together
from finsam.language import Text

__all__ = ["SexGap"]


@frozen(kw_only=True)
class SexGap:
    """
    The gap between what women's share and men's share came to (*skillnad mellan könen*).

    >>> from finsam.followup import Counted
    >>> print(SexGap(women=Counted(count=30, out_of=50), men=Counted(count=20, out_of=40)).text)
    women 10 percentage points above men
    """

    women: Measured
    men: Measured

    @property
    def gap(self) -> Range | None:
        """Women's share less men's, as a part of one; None where either is no share."""
        men = self.men.part
        return together(self.women.part, None if men is None else men.negative())

    @property
    def says_something(self) -> bool | None:
        """
        Whether one person more or less, in the smaller group, would not turn it; None where it is not said how many
        there are, or the gap is not exact.
        """
        gap = None if self.gap is None else self.gap.exact
        bases = [None if each.base is None else each.base.exact for each in (self.women, self.men)]
        exact = [base for base in bases if base]
        return None if gap is None or len(exact) < len(bases) else abs(gap) > 1 / min(exact)

    @property
    def text(self) -> Text | None:
        """The gap in words; None where there is none to speak of."""
        if (gap := self.gap) is None:
            return None
        if gap.exact == 0:
            return _ALIKE
        if self.says_something is False:
            return _TOO_FEW
        above = gap.is_at_least(Fraction(0))
        if above is None:
            return _EITHER_WAY
        size = (gap if above else gap.negative()).points()
        return (_WOMEN_ABOVE if above else _MEN_ABOVE)(points=size)


_ALIKE = Text(en="the same for women and men", sv="samma för kvinnor och män")
_TOO_FEW = Text(
    en="one person more or less would turn the gap between women and men: it says nothing",
    sv="en person mer eller mindre skulle vända skillnaden mellan kvinnor och män: den säger ingenting",
)
_EITHER_WAY = Text(
    en="the gap between women and men is too imprecise to tell",
    sv="skillnaden mellan kvinnor och män är för oprecis för att avgöra",
)
_WOMEN_ABOVE = Text(en="women {points} percentage points above men", sv="kvinnor {points} procentenheter över män")
_MEN_ABOVE = Text(en="men {points} percentage points above women", sv="män {points} procentenheter över kvinnor")
