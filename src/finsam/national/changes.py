"""What if (*tänk om*): the same allocation with other figures for an area, and that of the year after."""

from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from finsam.errors import NationalError, UnknownNameError, at
from finsam.language import Text
from finsam.money import Money
from finsam.national.choices import AllocationKey
from finsam.national.document import Area, National, exact_figure
from finsam.readonly import ReadOnly
from finsam.shares import percent

__all__ = ["Figure", "next_year", "with_figure"]

Figure = int | str | Decimal | Fraction
"""A figure (*siffra*), or so large a part more than it is, as `share("5 %")`; less where that is below zero."""


def with_figure(national: National, area: str, key: AllocationKey, figure: Figure) -> National:
    """
    The same with another figure for an area, in the year of the key; all else as it is.

    Raises `UnknownNameError` for an area that there is not, and `NationalError` for a figure that is none, that is
    below zero, or that has more than nine decimals.

    >>> from finsam.national import AllocationKey, example
    >>> before = example("exempellandet-2027")
    >>> after = with_figure(before, "Norby", AllocationKey.LIVELIHOOD, share("5 %"))
    >>> [name for name in before.allocation if after.allocation[name] > before.allocation[name]]
    ['Finsam Norby']
    """
    areas = {each.name for of in national.associations for each in of.areas}
    if area not in areas:
        raise UnknownNameError(_NO_AREA, area, sorted(areas))
    year = national.key(key).year
    associations = tuple(
        evolve(of, areas=tuple(_changed(each, key, year, figure) if each.name == area else each for each in of.areas))
        for of in national.associations
    )
    return evolve(national, associations=associations)


def next_year(national: National, appropriation: Money | None = None) -> National:
    """
    The allocation of the year after, if all else stays as it is: what is allocated now is what each got last year.

    The funds are those that are given, or those of this year where they are left out. The figures are of the same year
    as now, and equity, contributions and what each takes are as now, until they are changed.

    Raises `NationalError` where this year's cannot be worked out.
    """
    allocation = national.allocation
    associations = tuple(evolve(each, last_year=allocation[each.name]) for each in national.associations)
    funds = allocation.appropriation if appropriation is None else appropriation
    return evolve(national, year=national.year + 1, appropriation=funds, associations=associations)


def _changed(area: Area, key: AllocationKey, year: int, figure: Figure) -> Area:
    """The area with that figure."""
    figures = ReadOnly({**area.of(key), year: _figure(area.of(key)[year], figure)})
    return evolve(area, livelihood=figures) if key is AllocationKey.LIVELIHOOD else evolve(area, inhabitants=figures)


def _figure(now: Decimal, figure: Figure) -> Decimal:
    """The figure, or what it is when it has grown by so much."""
    if not isinstance(figure, Fraction):
        return exact_figure(figure)
    scaled = Fraction(now) * (1 + figure) * 10**9
    if scaled.denominator != 1:
        raise NationalError(at(_NOT_EXACT(share=percent(figure), now=str(now))))
    return Decimal(scaled.numerator).scaleb(-9)


_NO_AREA = Text(en='there is no area "{name}"', sv='det finns inget område "{name}"')
_NOT_EXACT = Text(
    en="{share} more than {now} has more than nine decimals; write the figure itself",
    sv="{share} mer än {now} har mer än nio decimaler; skriv siffran själv",
)
