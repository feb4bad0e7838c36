"""The national allocation as a document: the funds, the keys, the associations with their figures, and the choices."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from finsam.errors import NationalError, Problem, at
from finsam.ladder import Step, most_by, unsteady
from finsam.language import Text
from finsam.money import ExactMoney, Money, kr
from finsam.national.choices import AllocationKey, Choices
from finsam.national.practice import KEY_WEIGHTS, Practised
from finsam.period import Year, calendar_year
from finsam.place import Path
from finsam.readonly import ReadOnly
from finsam.shares import percent
from finsam.typed import typed

if TYPE_CHECKING:
    from finsam.national.allocation import NationalAllocation

__all__ = ["Area", "National", "NationalKey", "Recipient", "exact_figure"]


def exact_figure(figure: int | str | Decimal) -> Decimal:
    """A figure, exactly; raises `NationalError` for what is no number, or is not exact."""
    text = figure.replace(" ", "").replace(",", ".") if isinstance(figure, str) else str(figure)
    if isinstance(figure, bool | float) or not re.fullmatch(r"-?[0-9]{1,30}(\.[0-9]{1,9})?", text):
        raise NationalError(_NO_FIGURE(figure=repr(figure)))
    return Decimal(text)


def _figures(given: Mapping[Any, Any]) -> Mapping[Any, Decimal]:
    return ReadOnly({year: exact_figure(figure) for year, figure in given.items()})


@frozen(kw_only=True, field_transformer=typed)
class NationalKey:
    """
    A key (*nyckel*): of which year its figures are, its weight as a share where that is not what is known of practice;
    of what and in which unit the figures are, and from where.

    Raises `PeriodError` for a year that is none, and `NationalError` for a weight that is not from 0 % to 100 %.
    """

    year: Year
    weight: Fraction | None = None
    of: str | None = None
    source: str | None = None

    def __attrs_post_init__(self) -> None:
        calendar_year(self.year)
        if self.weight is not None and not 0 <= self.weight <= 1:
            raise NationalError(at(_NO_PART(share=percent(self.weight)), "weight"))


@frozen(kw_only=True, field_transformer=typed)
class Area:
    """
    A part of an association's area (*område*): a municipality, a part of one, or all of them together; with its figures
    by year, for each key.

    Raises `NationalError` for a figure that is no exact number, and for one below zero.

    >>> Area(name="Aby", livelihood={2025: 1_204}, inhabitants={2025: "8 110"}).of(AllocationKey.INHABITANTS)
    {2025: Decimal('8110')}
    """

    name: str
    livelihood: Mapping[Year, Decimal] = field(factory=ReadOnly, converter=_figures)
    inhabitants: Mapping[Year, Decimal] = field(factory=ReadOnly, converter=_figures)

    def __attrs_post_init__(self) -> None:
        for key in AllocationKey:
            for year, figure in self.of(key).items():
                if figure < 0:
                    raise NationalError(at(_BELOW_ZERO(given=str(figure)), key.value, str(year)))

    def of(self, key: AllocationKey) -> Mapping[int, Decimal]:
        """Its figures for a key, by year."""
        return self.livelihood if key is AllocationKey.LIVELIHOOD else self.inhabitants


@frozen(kw_only=True, field_transformer=typed)
class Recipient:
    """
    An association in the national allocation (*mottagande förbund*), with its areas.

    `last_year` is what it was allocated the year before, by which its floor is; one without has none. `at_most` is the
    most that it takes, as when its other members match no more; all if left out. `equity` is its equity, and
    `equity_limit` the most that it may have saved; where that is left out, the ladder says it by its `contributions` of
    a year. `protected` says whether the floor is for it, where its equity is not to decide that.

    Raises `NationalError` for no areas, and for an amount below zero.
    """

    name: str
    areas: tuple[Area, ...]
    last_year: Money | None = None
    at_most: Money | None = None
    equity: Money | None = None
    equity_limit: Money | None = None
    contributions: Money | None = None
    protected: bool | None = None
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        if not self.areas:
            raise NationalError(at(_NO_AREAS, "areas"))
        for key in ("last_year", "at_most", "equity_limit", "contributions"):
            if (amount := getattr(self, key)) is not None and amount < kr(0):
                raise NationalError(at(_BELOW_ZERO(given=amount), key))

    def limit(self, ladder: tuple[Step, ...]) -> ExactMoney | None:
        """The most that it may have saved; None where that is not known."""
        if self.equity_limit is not None or self.contributions is None:
            return self.equity_limit
        return most_by(ladder, self.contributions)

    def excess(self, ladder: tuple[Step, ...]) -> Fraction | None:
        """How much more than it may it has saved, in öre, zero or more; None where that is not known."""
        limit = self.limit(ladder)
        if self.equity is None or limit is None:
            return None
        return Fraction(max(0, self.equity.ore - limit.ore))

    def least(self, decrease: Fraction) -> Money:
        """
        Its floor (*golv*), if it has one: the least whole number of kronor that is not more than that part less than
        last year; zero where nothing is known of last year.

        >>> Recipient(name="Bygden", areas=[Area(name="Aby")], last_year=kr(4_120_003)).least(share("10 %"))
        kr(3_708_003)
        """
        if self.last_year is None:
            return kr(0)
        over, under = (1 - decrease).as_integer_ratio()
        return kr(-(-over * self.last_year.ore // (under * 100)))

    @property
    def most(self) -> Money | None:
        """The most that it takes, in whole kronor; None where it takes all."""
        return None if self.at_most is None else kr(self.at_most.ore // 100)

    def figure(self, key: AllocationKey, year: int) -> int | Fraction:
        """Its figure for a key in a year, exactly: that of all its areas."""
        total: int | Fraction = 0
        for area in self.areas:
            over, under = area.of(key)[year].as_integer_ratio()
            total += over if under == 1 else Fraction(over, under)  # a whole number is quicker
        return total


@frozen(kw_only=True, field_transformer=typed)
class National:
    """
    The national allocation of a year (*nationell fördelning*), as it stands in its file.

    `appropriation` is what there is to allocate, `base` the base amount of each association, and `floor` the largest
    decrease from one year to the next, as a share: no floor where that is 100 %. Where one is left out, it is what is
    known of practice in the year. `invented` says that the figures are made up.

    Raises `NationalError` for an association or an area that is there twice, for one without a figure of the year for a
    key, for figures of a key that sum to zero, for weights that do not sum to one, for funds or a base amount that are
    below zero or not in whole kronor, and for one that is `protected` though its equity is above its limit;
    `PeriodError` for a year that is none.
    """

    year: Year
    appropriation: Money | None = None
    base: Money | None = None
    floor: Fraction | None = None
    invented: bool = False
    note: str | None = None
    livelihood: NationalKey
    inhabitants: NationalKey
    choices: Choices = field(factory=Choices)
    ladder: tuple[Step, ...] = ()
    associations: tuple[Recipient, ...]

    def __attrs_post_init__(self) -> None:
        calendar_year(self.year)
        if problems := tuple(_misfits(self)):
            raise NationalError(*problems)

    def key(self, key: AllocationKey) -> NationalKey:
        """The year, the weight and the source of a key."""
        return self.livelihood if key is AllocationKey.LIVELIHOOD else self.inhabitants

    @property
    def allocation(self) -> "NationalAllocation":
        """What each association gets; raises `NationalError` as `divided` does."""
        found: NationalAllocation = self._allocation
        return found

    @cached_property
    def _allocation(self) -> Any:  # attrs reads this annotation, which cannot name what is not imported
        from finsam.national.dividing import divided  # here, because it divides nationals

        return divided(self)


def _misfits(of: National) -> Iterator[Problem]:
    """Why the parts cannot be parts of one allocation."""
    for name in ("appropriation", "base"):
        if (amount := getattr(of, name)) is not None and (amount < kr(0) or amount.ore % 100):
            yield at(_NOT_KRONOR(given=amount), name)
    yield from _weights(of)
    if of.floor is not None and not 0 <= of.floor <= 1:
        yield at(_NO_PART(share=percent(of.floor)), "floor")
    yield from unsteady(of.ladder)
    if not of.associations:
        yield at(_NO_ASSOCIATIONS, "associations")
    yield from _twice(of)
    for index, each in enumerate(of.associations):
        if each.protected and each.excess(of.ladder):
            yield Problem(message=_NOT_PROTECTED, path=("associations", index, "protected"), rests_on=("ladder",))
    missing = [*_missing(of)]
    yield from missing
    yield from () if missing or not of.associations else _empty_keys(of)


def _weights(of: National) -> Iterator[Problem]:
    """The weights, where they are known and do not sum to one."""
    given = {key: of.key(key).weight for key in AllocationKey}
    practised = {key: KEY_WEIGHTS[key].in_year(of.year) for key in AllocationKey}
    known = [weight if weight is not None else _value(practised[key]) for key, weight in given.items()]
    weights = [weight for weight in known if weight is not None]
    if len(weights) == len(known) and sum(weights) != 1:
        first = next(key for key in AllocationKey if given[key] is not None)
        message = _NOT_ONE(weights=tuple(map(percent, weights)), total=percent(sum(weights, Fraction(0))))
        yield at(message, first.value, "weight")


def _value(practised: Practised[Fraction] | None) -> Fraction | None:
    return None if practised is None else practised.value


def _twice(of: National) -> Iterator[Problem]:
    """The associations and the areas that are there twice."""
    named: set[str] = set()
    areas: dict[str, str] = {}
    for index, each in enumerate(of.associations):
        if each.name in named:
            yield at(_ASSOCIATION_TWICE(name=each.name), "associations", index, "name")
        named.add(each.name)
        for number, area in enumerate(each.areas):
            if (other := areas.get(area.name)) is not None:
                yield at(_AREA_TWICE(name=area.name, other=other), "associations", index, "areas", number, "name")
            areas.setdefault(area.name, each.name)


def _missing(of: National) -> Iterator[Problem]:
    """The areas that have no figure for a key in the year of the key, but perhaps one of another."""
    for index, each in enumerate(of.associations):
        for number, area in enumerate(each.areas):
            for key in AllocationKey:
                year = of.key(key).year
                if year not in area.of(key):
                    yield _no_figure(area, key, year, ("associations", index, "areas", number))


def _no_figure(area: Area, key: AllocationKey, year: int, path: Path) -> Problem:
    """That an area has no figure for a key, or one of another year."""
    others = tuple(str(other) for other in area.of(key))
    rests_on = (key.value,)
    if not others:
        return Problem(message=_NO_KEY(area=area.name, key=key.value, year=year), path=path, rests_on=rests_on)
    message = _OTHER_YEAR(area=area.name, key=key.value, year=year, others=others)
    return Problem(message=message, path=(*path, key.value), rests_on=rests_on)


def _empty_keys(of: National) -> Iterator[Problem]:
    """The keys whose figures sum to zero."""
    for key in AllocationKey:
        year = of.key(key).year
        if not any(each.figure(key, year) for each in of.associations):
            yield Problem(message=_SUMS_TO_ZERO(key=key, year=year), path=(key.value,), rests_on=("associations",))


_NO_FIGURE = Text(
    en='the figure is {figure}; write a number as 7_120, or in quotes as "7 120,5"',
    sv='siffran är {figure}; skriv ett tal som 7_120, eller inom citattecken som "7 120,5"',
)
_BELOW_ZERO = Text(en="{given} is below zero; write zero or more", sv="{given} är under noll; skriv noll eller mer")
_NO_AREAS = Text(
    en="an association has at least one area; write areas = [{ name = ... }]",
    sv="ett förbund har minst ett område; skriv areas = [{ name = ... }]",
)
_NOT_KRONOR = Text(
    en="{given} is not an amount of zero or more in whole kronor; write one",
    sv="{given} är inget belopp på noll eller mer i hela kronor; skriv ett",
)
_NO_PART = Text(en="write from 0 % to 100 %, not {share}", sv="skriv från 0 % till 100 %, inte {share}")
_NOT_ONE = Text(
    en="the weights of the keys are {weights}, together {total}; write weights that sum to 100 %",
    sv="nycklarnas vikter är {weights}, tillsammans {total}; skriv vikter som tillsammans är 100 %",
)
_NO_ASSOCIATIONS = Text(
    en="there is no association to allocate to; write each under [[associations]]",
    sv="det finns inget förbund att fördela till; skriv vart och ett under [[associations]]",
)
_ASSOCIATION_TWICE = Text(
    en='the association "{name}" is there twice; keep one', sv='förbundet "{name}" finns två gånger; behåll ett'
)
_AREA_TWICE = Text(
    en='the area "{name}" is in "{other}" already; keep one, or name the parts of a municipality',
    sv='området "{name}" finns redan i "{other}"; behåll ett, eller namnge kommunens delar',
)
_NOT_PROTECTED = Text(
    en="its equity is above the most that it may have saved, and the floor is not for such; leave protected out",
    sv="dess kapital är över det mesta som det får ha sparat, och golvet gäller inte då; utelämna protected",
)
_NO_KEY = Text(
    en="{area} has no figure for {key}; write {key} = {{ {year} = ... }}",
    sv="{area} saknar siffra för {key}; skriv {key} = {{ {year} = ... }}",
)
_OTHER_YEAR = Text(
    en="the figure of {area} is of {others}, and the key is of {year}; "
    "write {key} = {{ {year} = ... }}, or the other year under [{key}] if all have that",
    sv="siffran för {area} är för {others}, och nyckeln är för {year}; "
    "skriv {key} = {{ {year} = ... }}, eller det andra året under [{key}] om alla har det",
)
_SUMS_TO_ZERO = Text(
    en="the figures for {key} in {year} sum to zero, and nothing can be allocated by them; "
    "write at least one above zero",
    sv="siffrorna för {key} {year} är tillsammans noll, och inget kan fördelas efter dem; skriv minst en över noll",
)
