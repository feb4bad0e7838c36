"""Decisions on money (*beslut om medel*): what was applied for and granted, to whom and for which years."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from attrs import field, frozen

from finsam.errors import WRITE, PeriodError, PlanError, Problem, at, written
from finsam.ids import is_above_itself, places, used_twice
from finsam.language import Text
from finsam.money import Money, kr
from finsam.period import calendar_year
from finsam.place import Path
from finsam.printed import PrintedAmount, as_amount
from finsam.readonly import ReadOnly
from finsam.typed import typed

__all__ = ["Between", "Decision", "Years", "misfits", "references", "years_of"]


@frozen(kw_only=True, field_transformer=typed)
class Years:
    """
    One calendar year or several in a row (*år i följd*), written as 2018 or as "2018-2020".

    Raises `PeriodError` for what are no years, and for a last year before the first.

    >>> print(Years.read("2018-2020"), 2019 in Years.read("2018-2020"), len(Years.read(2018)))
    2018–2020 True 1
    """

    first: int
    last: int

    def __attrs_post_init__(self) -> None:
        calendar_year(self.first)
        calendar_year(self.last)
        if self.last < self.first:
            raise PeriodError(_BACKWARDS(first=str(self.first), last=str(self.last)))

    @classmethod
    def read(cls, given: "int | str | Years") -> "Years":
        """The years that are meant by a number or by text."""
        if isinstance(given, Years):
            return given
        if type(given) is int:
            return cls(first=given, last=given)
        found = _YEARS.fullmatch(given) if isinstance(given, str) else None
        if found is None:
            raise PeriodError(_NO_YEARS(given=written(given)))
        first, last = int(found[1]), int(found[2] or found[1])
        years = cls(first=first, last=last)
        if given != years.key:
            raise PeriodError(WRITE(given=written(given), better=years.key))
        return years

    @property
    def key(self) -> str:
        """The years as they stand in a file."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.first, self.last + 1))

    def __len__(self) -> int:
        return self.last - self.first + 1

    def __contains__(self, year: int) -> bool:
        return self.first <= year <= self.last

    def __str__(self) -> str:
        return self.key.replace("-", "–")


_YEARS = re.compile(r"([0-9]{4})(?: ?[-–] ?([0-9]{4}))?")


@frozen(kw_only=True)
class Between:
    """
    From what through what an amount can be (*lägst och högst*); `high` is None where there is no end to it.

    >>> print(
    ...     Between(low=kr(2), high=kr(3)).text, Between(low=kr(2), high=kr(2)).text, Between(low=kr(2)).text, sep="; "
    ... )
    2 kr to 3 kr; 2 kr; at least 2 kr
    """

    low: Money
    high: Money | None = None

    @property
    def exact(self) -> Money | None:
        """The amount, where it can be only one."""
        return self.low if self.low == self.high else None

    def __add__(self, other: "Between") -> "Between":
        high = None if self.high is None or other.high is None else self.high + other.high
        return Between(low=self.low + other.low, high=high)

    @property
    def text(self) -> Text:
        """What it can be, in words."""
        if self.high is None:
            return _NOT_SAID if self.low == kr(0) else _AT_LEAST(low=self.low)
        if self.low == self.high:
            return _EXACTLY(amount=self.low)
        return _AT_MOST(high=self.high) if self.low == kr(0) else _FROM_TO(low=self.low, high=self.high)


_NOT_SAID = Text(en="not said", sv="inte angivet")
_AT_LEAST = Text(en="at least {low}", sv="minst {low}")
_AT_MOST = Text(en="at most {high}", sv="högst {high}")
_FROM_TO = Text(en="{low} to {high}", sv="{low} till {high}")
_EXACTLY = Text(en="{amount}", sv="{amount}")


def _by_years(amounts: Mapping[Any, Any]) -> Mapping[Years, Any]:
    """The same by their years, in order."""
    read = {Years.read(years): amount for years, amount in amounts.items()}
    return ReadOnly({years: read[years] for years in sorted(read, key=lambda each: (each.first, each.last))})


def _printed(amounts: Mapping[Any, Any]) -> Mapping[Years, PrintedAmount]:
    return ReadOnly({years: as_amount(figure) for years, figure in _by_years(amounts).items()})


@frozen(kw_only=True, field_transformer=typed)
class Decision:
    """
    A decision on money (*beslut om medel*): what was applied for, what is granted, to whom and on what conditions.

    `intervention` or `row` is the id of what it is about, and `to` who gets the money. The amounts are by year, or one
    for several years that the text does not split; `applied` is as it is printed. `at_most` stands alone, for money
    that need not all be used, or a year at a time within what is granted for several. Without either, how much is
    granted is not known. `adds_to` or `replaces` is the id of an earlier decision, which a replacing one ends in the
    years that it is about. `financing` is how a decision during the year is paid for, in words.

    Raises `PlanError` for an amount below zero, years that are named twice, more granted than at most may be paid, a
    decision about two things, and one that adds to or replaces itself or two others.

    >>> grant = Decision(id="hiss", granted={"2018-2020": kr(3_000_000)}, at_most={2018: kr(1_200_000)})
    >>> print(grant.granted_in(2018).text, grant.granted_in(2018, 2019, 2020).text, sep="; ")
    at most 1 200 000 kr; 3 000 000 kr
    """

    id: str
    on: date | None = None
    number: str | None = None
    intervention: str | None = None
    row: str | None = None
    to: str | None = None
    applied: Mapping[Years, PrintedAmount] = field(factory=ReadOnly, converter=_printed)
    granted: Mapping[Years, Money] = field(factory=ReadOnly, converter=_by_years)
    at_most: Mapping[Years, Money] = field(factory=ReadOnly, converter=_by_years)
    conditions: tuple[str, ...] = ()
    adds_to: str | None = None
    replaces: str | None = None
    financing: str | None = None
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        for one, other in (("intervention", "row"), ("adds_to", "replaces")):
            if getattr(self, one) is not None and getattr(self, other) is not None:
                raise PlanError(at(_ONE_OF(one=one, other=other), other))
        for key in ("applied", "granted", "at_most"):
            _years_once(key, getattr(self, key))
        for key, amounts in (("granted", self.granted), ("at_most", self.at_most)):
            for years, amount in amounts.items():
                if amount < kr(0):
                    raise PlanError(at(_NEGATIVE(amount=amount), key, years.key))
        for years in self.at_most:
            _is_within(years, self.granted)
        for years, amount in self.granted.items():
            if (most := self._at_most_in(years, amount)) < amount:
                raise PlanError(at(_MORE_THAN(amount=amount, most=most), "granted", years.key))

    @property
    def earlier(self) -> str | None:
        """The id of the decision that it adds to or replaces."""
        return self.replaces if self.adds_to is None else self.adds_to

    @property
    def turn(self) -> tuple[date, str]:
        """Where it comes among others: by its day, without one first, and of one day by its id."""
        return self.on or date.min, self.id

    @property
    def is_said(self) -> bool:
        """Whether it says how much it grants."""
        return bool(self.granted or self.at_most)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years for which it grants money, in order; those that were applied for where it does not say."""
        spans = (*self.granted, *self.at_most) if self.is_said else tuple(self.applied)
        return tuple(sorted({year for span in spans for year in span}))

    def granted_in(self, *years: int) -> Between:
        """What it grants in those years together, as far as its text says."""
        if not self.is_said:
            return Between(low=kr(0), high=None if {*years} & {*self.years} else kr(0))
        parts = [*self._parts({*years})]
        return Between(low=sum((low for low, _ in parts), kr(0)), high=sum((high for _, high in parts), kr(0)))

    def _parts(self, years: Collection[int]) -> Iterator[tuple[Money, Money]]:
        """The least and the most in those years, of each amount."""
        for span, amount in self.granted.items():
            inside = self._at_most_in((year for year in span if year in years), amount)
            outside = self._at_most_in((year for year in span if year not in years), amount)
            yield max(amount - outside, kr(0)), min(amount, inside)
        for span, most in self.at_most.items():
            if not any(span.first in granted for granted in self.granted):
                yield kr(0), most if any(year in years for year in span) else kr(0)

    def _at_most_in(self, years: Iterable[int], amount: Money) -> Money:
        """The most of an amount that can be paid in those years, each taken by itself."""
        return sum((self.at_most.get(Years.read(year), amount) for year in years), kr(0))


def _years_once(key: str, amounts: Mapping[Years, Any]) -> None:
    """Refuse a year for which there are two amounts; they are in order."""
    last = None
    for years in amounts:
        if last is not None and years.first <= last.last:
            raise PlanError(at(_TWICE(years=years.key, other=last.key), key, years.key))
        last = years


def _is_within(years: Years, granted: Mapping[Years, Money]) -> None:
    """Refuse a most for several years of which something is granted in one."""
    if len(years) > 1 and any(year in span for span in granted for year in years):
        raise PlanError(at(_A_YEAR_AT_A_TIME(years=years.key), "at_most", years.key))


def years_of(decisions: Iterable[Decision]) -> tuple[int, ...]:
    """The years for which any of them grants money, in order."""
    return tuple(sorted({year for each in decisions for year in each.years}))


def references(decisions: Sequence[Decision]) -> Iterator[tuple[Path, str, str | None]]:
    """Everything that decisions name: where among them, in which table of the plan that should be, and its name."""
    for index, each in enumerate(decisions):
        yield (index, "intervention"), "interventions", each.intervention
        yield (index, "row"), "costs", each.row
        yield (index, "adds_to"), "decisions", each.adds_to
        yield (index, "replaces"), "decisions", each.replaces


def misfits(decisions: Sequence[Decision]) -> Iterator[Problem]:
    """The ids that are used twice, and the decisions that come round to themselves by way of what they change."""
    yield from used_twice([each.id for each in decisions], places("decisions"))
    earlier = {each.id: each.earlier for each in decisions}
    for index, each in enumerate(decisions):
        if is_above_itself(each.id, earlier):
            key = "adds_to" if each.replaces is None else "replaces"
            yield Problem(message=_RING(id=each.id), path=("decisions", index, key), rests_on=("decisions",))


_NO_YEARS = Text(
    en='{given} is no year, nor several in a row; write 2027, or "2027-2029" for what is not split by year',
    sv='{given} är varken ett år eller flera i följd; skriv 2027, eller "2027-2029" för det som inte delas upp',
)
_BACKWARDS = Text(
    en="years end with or after the first of them, {first}, not with {last}",
    sv="år slutar med det första, {first}, eller efter det, inte med {last}",
)
_ONE_OF = Text(en="write {one} or {other}, not both", sv="skriv {one} eller {other}, inte båda")
_NEGATIVE = Text(
    en="a grant is zero or more, not {amount}; to lower an earlier one, write a decision that replaces it",
    sv="beviljade medel är noll eller mer, inte {amount}; sänk ett tidigare beslut med ett som ersätter det",
)
_TWICE = Text(
    en="{years} and {other} have a year in common; write each year once",
    sv="{years} och {other} har ett år gemensamt; skriv varje år en gång",
)
_A_YEAR_AT_A_TIME = Text(
    en="within what is granted, write the most of one year at a time, not of {years}",
    sv="inom det som beviljas, skriv högsta beloppet för ett år i taget, inte för {years}",
)
_MORE_THAN = Text(
    en="{amount} is granted, but at most {most} may be paid; correct one of them",
    sv="{amount} beviljas, men högst {most} får betalas ut; rätta det ena",
)
_RING = Text(
    en='"{id}" adds to or replaces itself; name an earlier decision, or none',
    sv='"{id}" lägger till eller ersätter sig självt; ange ett tidigare beslut, eller inget',
)
