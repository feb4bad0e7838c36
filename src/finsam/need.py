"""The need (*behov*): how many people the plan reckons with."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from attrs import field, frozen

from finsam.errors import PlanError
from finsam.readonly import ReadOnly
from finsam.shares import percent

__all__ = ["Need"]


def _counts(population: Mapping[str, int]) -> ReadOnly[str, int]:
    return ReadOnly(population)


@frozen(kw_only=True)
class Need:
    """
    How many need coordinated rehabilitation (*behov av samverkan*): a share of the population of some ages, as a rule
    of thumb.

    `population` is heads by municipality. `stated` is the number that the document prints. Raises `PlanError` for
    a share that is not from 0 to 100 per cent or is of nobody, for heads below nought, and for ages that cannot be.

    >>> Need(population={"Gislaved": 17_399, "Gnosjö": 5_795, "Värnamo": 19_465}, share=share("5 %")).number
    Fraction(42659, 20)
    """

    population: Mapping[str, int] = field(converter=_counts)
    share: Fraction
    youngest: int | None = None
    oldest: int | None = None
    on: date | None = None
    stated: int | None = None

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.share <= 1:
            raise PlanError(f"a share of the population is from 0 % to 100 %, not {percent(self.share)}")
        if not self.population:
            raise PlanError(f"{percent(self.share)} of whom? write the population by municipality")
        for name, heads in self.population.items():
            if heads < 0:
                raise PlanError(f"the population of {name} is {heads}; write nought or more")
        for age in (self.youngest, self.oldest):
            if age is not None and not 0 <= age <= 120:
                raise PlanError(f"an age of the population is {age}; write whole years from 0 to 120")
        if self.youngest is not None and self.oldest is not None and self.oldest < self.youngest:
            raise PlanError(f"the population ends at {self.oldest}, before it begins at {self.youngest}")

    @property
    def inhabitants(self) -> int:
        """All of those ages."""
        return sum(self.population.values())

    @property
    def number(self) -> Fraction:
        """The share of them, exactly."""
        return self.inhabitants * self.share
