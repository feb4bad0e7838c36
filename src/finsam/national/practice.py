"""
What is known of how the state's funds have been allocated among the associations (*praxis*): years, values and sources.

None of this is law: the act says nothing of it. The model was decided in January 2015 and has been used from the grant
year 2016, until further notice. What is known for some years only says which, and is not taken to hold for others;
everything can be replaced by what the caller knows. How much equity is too much, in which order the adjustments are
made and what becomes of what is declined has not been found in any source, and is not here.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Generic, TypeVar

from attrs import field, frozen

from finsam.errors import NationalError, Problem, at
from finsam.language import Text
from finsam.money import Money, kr, mkr
from finsam.national.choices import AllocationKey
from finsam.readonly import ReadOnly

__all__ = ["APPROPRIATION", "BASE_AMOUNT", "KEY_WEIGHTS", "MOST_DECREASE", "Grounded", "Practice", "Practised"]

T_co = TypeVar("T_co", covariant=True)


@frozen
class Grounded(Generic[T_co]):
    """A value with what it rests on (*grund*): practice with its source, or what the caller gives."""

    value: T_co
    ground: Text


@frozen
class Practised(Generic[T_co]):
    """
    What was practice in some years (*tillämpat värde*): the first and the last of them, None where it is until further
    notice; the value, its source, and from what it is inferred where the source does not say it of each year.
    """

    first: int
    last: int | None
    value: T_co
    source: Text
    inferred: Text | None = field(default=None, kw_only=True)

    @property
    def ground(self) -> Text:
        """The years and the source."""
        years = _SINCE(first=self.first) if self.last is None else _YEARS(first=self.first, last=self.last)
        return _GROUND(years=years, source=self.source if self.inferred is None else self.inferred)


@frozen
class Practice(Generic[T_co]):
    """Something of the model over time (*praxis över tid*): what it is, and the values that are known, by year."""

    name: Text
    known: tuple[Practised[T_co], ...]

    def in_year(self, year: int) -> Practised[T_co] | None:
        """
        What was practice in a year; None where that is not known.

        >>> MOST_DECREASE.in_year(2017).value, MOST_DECREASE.in_year(2018)
        (Fraction(1, 10), None)
        """
        return next(
            (each for each in self.known if each.first <= year and (each.last is None or year <= each.last)), None
        )

    def grounded(self, given: T_co | None, year: int, *path: str | int) -> Grounded[T_co]:
        """What is given, or else what is practice; raises `NationalError`, at that place, where neither is known."""
        if given is not None:
            return Grounded(given, _GIVEN)
        if (found := self.in_year(year)) is None:
            raise NationalError(self._unknown(year, *path))
        return Grounded(found.value, found.ground)

    def _unknown(self, year: int, *path: str | int) -> Problem:
        return at(_UNKNOWN(name=self.name, year=year, key=str(path[-1])), *path)


_MEMO = Text(
    en="Försäkringskassan's memo of 2015-01-22; finsam.se, the state's allocation model",
    sv="Försäkringskassans promemoria 2015-01-22; finsam.se, statens fördelningsmodell",
)

BASE_AMOUNT: Practice[Money] = Practice(
    Text(en="the base amount", sv="grundbeloppet"), (Practised(2016, None, kr(400_000), _MEMO),)
)

KEY_WEIGHTS: Mapping[AllocationKey, Practice[Fraction]] = ReadOnly(
    {
        AllocationKey.LIVELIHOOD: Practice(
            Text(en="the weight of the livelihood measure", sv="försörjningsmåttets vikt"),
            (Practised(2016, None, Fraction(3, 4), _MEMO),),
        ),
        AllocationKey.INHABITANTS: Practice(
            Text(en="the weight of the inhabitants", sv="invånarnas vikt"),
            (Practised(2016, None, Fraction(1, 4), _MEMO),),
        ),
    }
)

# A guard for the transition: a new assessment was to come before 2018, and what it said has not been found.
MOST_DECREASE: Practice[Fraction] = Practice(
    Text(en="the largest decrease from one year to the next", sv="den största minskningen från ett år till nästa"),
    (
        Practised(
            2016,
            2017,
            Fraction(1, 10),
            Text(en="Försäkringskassan's memo of 2015-01-22", sv="Försäkringskassans promemoria 2015-01-22"),
        ),
    ),
)

# A part of appropriation 1:6 of expenditure area 10. What it was in 2024 and later has not been found.
APPROPRIATION: Practice[Money] = Practice(
    Text(en="the state's funds", sv="statens medel"),
    (
        Practised(2012, 2015, mkr(280), Text(en="interpellation 2014/15:709", sv="interpellation 2014/15:709")),
        Practised(
            2016,
            2016,
            mkr(339),
            Text(en="finsam.se 2015-09-23, of the budget bill", sv="finsam.se 2015-09-23, om budgetpropositionen"),
        ),
        Practised(
            2017,
            2023,
            mkr(339),
            Text(en="finsam.se; SKR 2023-04-13", sv="finsam.se; SKR 2023-04-13"),
            inferred=Text(
                en="inferred from finsam.se, 339 mkr in recent years, and SKR 2023-04-13, the same for many years",
                sv="följer av finsam.se, 339 mkr de senaste åren, och SKR 2023-04-13, lika mycket i många år",
            ),
        ),
    ),
)

_GIVEN = Text(en="as given", sv="som angivet")
_SINCE = Text(en="since {first}", sv="sedan {first}")
_YEARS = Text(en="{first}-{last}", sv="{first}-{last}")
_GROUND = Text(en="practice {years}: {source}", sv="praxis {years}: {source}")
_UNKNOWN = Text(
    en="{name}: nothing is known of {year}, and no source says that it is as before; write {key} = ...",
    sv="{name}: inget är känt för {year}, och ingen källa säger att det är som förut; skriv {key} = ...",
)
